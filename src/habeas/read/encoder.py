"""What a small neural encoder sees in each line: which events of whom, how firmly, and which words say when,
where, by whom and by whose account.

MiniLM (six layers) with heads of our own, fitted by `train/encoder.py`, in whole numbers of eight bits, run by
onnxruntime one line at a time: what it sees of a line depends on that line, the few before it, and who of the document
may be meant there, in which role and of which sex. Its answers are numbers among others for the decisions that follow;
it decides nothing by itself.
"""

from functools import cache

import msgspec
import numpy as np
import numpy.typing as npt
import onnxruntime

from habeas import resources
from habeas.model.vocabulary import EVENT_TYPES, LAW_ONLY
from habeas.read.scene import Scene, Seen
from habeas.read.windows import Window, standins, windows

TYPES = tuple(kind for kind in EVENT_TYPES if kind not in LAW_ONLY)
"""The types that it knows, in the order of its answers."""
QUESTIONS = ("when", "where", "by whom", "by whose account")
"""What it is asked about an event, in the order of `Seen.asks`; words of the text answer."""

Floats = npt.NDArray[np.float32]


class Encoder:
    """A fitted encoder: `answers` for one window."""

    def __init__(self, model: bytes) -> None:
        """`model`: ONNX."""
        onnxruntime.disable_telemetry_events()  # on by default in its builds for Windows
        settings = onnxruntime.SessionOptions()
        settings.intra_op_num_threads = settings.inter_op_num_threads = 1
        settings.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(model, settings, providers=["CPUExecutionProvider"])

    def answers(self, window: Window) -> Seen:
        """What it sees in a window."""
        types, hows, asks, answers = self._session.run(
            None,
            {
                "ids": np.array(window.ids, dtype=np.int64),
                "kinds": np.array(window.kinds, dtype=np.int64),
                "people": np.array(list(window.people.values()), dtype=np.int64),
            },
        )
        rows = {portrait: row for row, portrait in enumerate(window.people)}
        return Seen(rows, window.words, types, hows, asks, answers)


@cache
def shipped(language: str) -> Encoder:
    """The encoder that habeas ships for a language; DataError where it has none."""
    return Encoder(resources.data("weights", language, "encoder.onnx").read_bytes())


def look(scene: Scene, encoder: Encoder | None = None) -> Scene:
    """The scene with what the encoder sees in each line. `encoder`: another one than the shipped (for measuring)."""
    language = scene.document.language or ""
    known = encoder or shipped(language)
    seen: list[Seen | None] = [None] * len(scene.lines)
    for window in windows(scene, standins(language)):
        seen[window.line] = known.answers(window)
    return msgspec.structs.replace(scene, seen=tuple(seen))
