"""Learned linear decisions: named features in, probabilities of labels out. Fitting is `train/fit.py`.

A model is one file `data/weights/LANGUAGE/NAME.npz`: `keys` (uint32, sorted: CRC-32 of each feature's UTF-8 name),
`weights` (float16, a row a key, a column a label), `bias` (float32), `labels` and `link` (UTF-8 bytes, lines).
"""

import io
import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

import numpy as np
import numpy.typing as npt

from habeas import resources
from habeas.errors import DataError

Floats = npt.NDArray[np.float32]
Link = Literal["softmax", "logistic"]
"""softmax: the labels exclude each other and their probabilities sum to 1 · logistic: each label for itself."""
Feature = str | tuple[str, float]
"""A feature that is there (worth 1), or a feature and its worth."""


def key(feature: str) -> int:
    """The number that stands for a feature's name: the same in every run and on every machine."""
    return zlib.crc32(feature.encode("utf-8", "surrogatepass"))


class Linear:
    """A sum of weights for each label, then `link`. Unknown features count nothing."""

    def __init__(
        self, labels: Sequence[str], link: Link, keys: npt.NDArray[np.uint32], weights: Floats, bias: Floats
    ) -> None:
        """`keys`: sorted; `weights`: a row a key, a column a label; `bias`: one a label."""
        self.labels = tuple(labels)
        self.link = link
        self.keys, self.weights, self.bias = keys, weights, bias
        self._rows = {int(number): row for row, number in enumerate(keys)}
        self._known: dict[str, int | None] = {}

    def scores(self, features: Iterable[Feature]) -> Floats:
        """The sum of weights (log odds), one a label."""
        rows, worths = [], []
        weighed = False
        for feature in features:
            name, worth = (feature, 1.0) if isinstance(feature, str) else feature
            row = self.row(name)
            if row is not None:
                rows.append(row)
                worths.append(worth)
                weighed = weighed or worth != 1.0
        if not rows:
            return self.bias
        chosen = self.weights[rows]
        if weighed:
            chosen = chosen * np.asarray(worths, dtype=np.float32)[:, None]
        total: Floats = chosen.sum(axis=0) + self.bias
        return total

    def decide(self, features: Iterable[Feature]) -> Floats:
        """The probability of each label, in the order of `labels`."""
        return self.linked(self.scores(features))

    def best(self, features: Iterable[Feature]) -> tuple[str, float]:
        """The most probable label and its probability."""
        chances = self.decide(features)
        top = int(chances.argmax())
        return self.labels[top], float(chances[top])

    def linked(self, scores: Floats) -> Floats:
        """Probabilities of scores; `scores` may have any number of rows."""
        if self.link == "logistic":
            odds: Floats = (1.0 / (1.0 + np.exp(-np.clip(scores, -30.0, 30.0)))).astype(np.float32)
            return odds
        raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
        shares: Floats = raised / raised.sum(axis=-1, keepdims=True)
        return shares

    def weight(self, feature: str) -> Floats | None:
        """What one feature adds for each label; None where the model does not know it."""
        row = self.row(feature)
        return None if row is None else self.weights[row]

    def row(self, name: str) -> int | None:
        """Which row of `weights` a feature has; None where the model does not know it."""
        try:
            return self._known[name]
        except KeyError:
            row = self._rows.get(key(name))
            if row is not None:  # unknown names are as many as the texts have: not worth the memory
                self._known[name] = row
            return row


@cache
def load(language: str, name: str) -> Linear:
    """The shipped model `data/weights/LANGUAGE/NAME.npz`; DataError where it is missing or broken."""
    file = resources.data("weights", language, f"{name}.npz")
    return unpack(file.read_bytes(), f"weights/{language}/{name}.npz")


def pack(model: Linear) -> bytes:
    """The bytes of a model file: the same for the same model."""
    target = io.BytesIO()
    np.savez_compressed(
        target, keys=model.keys.astype(np.uint32), weights=model.weights.astype(np.float16),
        bias=model.bias.astype(np.float32), labels=_bytes("\n".join(model.labels)), link=_bytes(model.link),
    )  # fmt: skip
    return target.getvalue()


def unpack(source: bytes, where: str) -> Linear:
    """The model of these bytes; DataError, naming `where`, if they are none."""
    try:
        with np.load(io.BytesIO(source), allow_pickle=False) as held:
            labels, link = (held[part].tobytes().decode("utf-8") for part in ("labels", "link"))
            keys, weights, bias = held["keys"], held["weights"].astype(np.float32), held["bias"]
    except (OSError, ValueError, KeyError, zlib.error) as error:
        raise DataError(f"{where} is not a file of weights: {error}", "Install habeas again") from error
    if link not in ("softmax", "logistic") or weights.shape != (len(keys), len(labels.split("\n"))):
        raise DataError(f"{where} does not fit together", "Install habeas again")
    return Linear(labels.split("\n"), "softmax" if link == "softmax" else "logistic", keys, weights, bias)


def _bytes(words: str) -> npt.NDArray[np.uint8]:
    return np.frombuffer(words.encode("utf-8"), dtype=np.uint8)
