"""What the encoder saw of a scene, as numbers for the decisions."""

from collections.abc import Iterator
from typing import Literal

import numpy as np
import numpy.typing as npt

from habeas.model.vocabulary import MODALITIES, EventType, Modality
from habeas.read.encoder import QUESTIONS, TYPES
from habeas.read.scene import Draft, Scene, Seen

Floats = npt.NDArray[np.float32]
Question = Literal["when", "where", "by whom", "by whose account"]
NEVER = -9.0
"""Log odds where the encoder did not look, or not at this person."""
_MAYBE, _LIKELY = -2.0, -1.0
_SCALE, _MOST = 3.0, 2.0
_PLACES = {kind: place for place, kind in enumerate(TYPES)}


class Sight:
    """What the encoder saw of each person and type, line by line. Types are places in `encoder.TYPES`."""

    def __init__(self, scene: Scene) -> None:
        self.seen: tuple[Seen | None, ...] = scene.seen or (None,) * len(scene.lines)
        self.of: dict[tuple[int, str], Floats] = {}
        for index, seen in enumerate(self.seen):
            if seen is not None:
                self.of |= {(index, portrait): seen.types[row] for portrait, row in seen.people.items()}
        self.lines: dict[str, list[int]] = {}
        for index, portrait in self.of:
            self.lines.setdefault(portrait, []).append(index)

    def types(self, index: int) -> frozenset[int]:
        """The types that a line may tell of somebody."""
        seen = self.seen[index]
        return frozenset(int(k) for k in np.flatnonzero(seen.types.max(axis=0) > _MAYBE)) if seen else frozenset()

    def row(self, index: int, portrait: str, kind: int) -> list[float]:
        """Numbers of a person and a type in a line, beside other people, other types and other lines."""
        own = self.of.get((index, portrait))
        seen = self.seen[index]
        if own is None or seen is None:
            return [NEVER, 0.0, NEVER, 0.0, 0.0, NEVER, 0.0]
        here = float(own[kind])
        rivals = [float(seen.types[r, kind]) for other, r in seen.people.items() if other != portrait]
        types = np.delete(own, kind)
        elsewhere = [float(self.of[line, portrait][kind]) for line in self.lines[portrait] if line != index]
        return [
            here,
            here - max(rivals, default=NEVER),
            max([here, *rivals]),
            here - float(types.max()),
            float((types > _LIKELY).sum()),
            max(elsewhere, default=NEVER),
            float(sum(score > _LIKELY for score in elsewhere)),
        ]


def answer(scene: Scene, draft: Draft, question: Question, start: int) -> float | None:
    """By how much the word that begins at `start` answers a question about an event better than none does, scaled.

    None where the encoder did not look, or not so far back.
    """
    place = _place(scene, draft)
    if place is None or start not in place[0].words:
        return None
    return _answered(*place, draft, question, place[0].words[start])


def modality_seen(scene: Scene, draft: Draft) -> Iterator[tuple[Modality, float]]:
    """By how much each other modality outdoes *happened*, scaled; nothing where the encoder did not look."""
    place = _place(scene, draft)
    if place is not None:
        seen, row = place
        scores = seen.hows[row, _PLACES[draft.type]]
        first = float(scores[MODALITIES.index("happened")])
        for modality, score in zip(MODALITIES, scores, strict=True):
            if modality != "happened":
                yield modality, _scaled(float(score) - first)


def _answered(seen: Seen, row: int, draft: Draft, question: Question, word: int) -> float:
    number = QUESTIONS.index(question)
    asked = seen.asks[row, _PLACES[draft.type], number]
    return _scaled(float(asked @ (seen.answers[word, number] - seen.answers[0, number])))


def _place(scene: Scene, draft: Draft) -> tuple[Seen, int] | None:
    seen = scene.seen[draft.line] if scene.seen else None
    known: dict[EventType, int] = _PLACES
    if seen is None or draft.portrait not in seen.people or draft.type not in known:
        return None
    return seen, seen.people[draft.portrait]


def _scaled(score: float) -> float:
    return max(-_MOST, min(_MOST, score / _SCALE))
