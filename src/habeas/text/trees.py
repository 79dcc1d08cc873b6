"""Boosted decision trees as arrays: rows of numbers in, log odds out. Fitting is `train/fit.py`.

A model is one file `data/weights/LANGUAGE/NAME.npz`: for each tree (row) and node (column) `feature` (int16, -1 at a
leaf), `limit` and `value` (float32), `left` and `right` (int16, nodes of the same tree); `base` (float32, the log odds
before any tree) and `names` (the columns of the rows that it takes, UTF-8 lines).
"""

import io
import zlib
from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from habeas import resources
from habeas.errors import DataError

Floats = npt.NDArray[np.float32]
Shorts = npt.NDArray[np.int16]


class Trees:
    """Trees whose leaves are summed. A row goes left at a node where its number is at most the node's limit."""

    def __init__(
        self,
        names: Sequence[str],
        feature: Shorts,
        limit: Floats,
        value: Floats,
        branches: tuple[Shorts, Shorts],
        base: float,
    ) -> None:
        """Arrays have a row a tree and a column a node; node 0 is the root, leaves lead to themselves."""
        self.names = tuple(names)
        self.feature, self.limit, self.value = feature, limit, value
        self.left, self.right = branches
        self.base = base
        starts = np.arange(len(feature), dtype=np.int32)[:, None] * feature.shape[1]
        self._roots = starts[:, 0]
        self._left, self._right = (starts + branch for branch in branches)  # nodes counted through all trees

    def scores(self, rows: Floats) -> Floats:
        """The log odds of each row; columns are `names`."""
        node = np.tile(self._roots, (len(rows), 1))
        start = np.arange(len(rows), dtype=np.int32)[:, None] * rows.shape[1]
        while True:
            feature = self.feature.take(node)
            if (feature < 0).all():
                break
            low = rows.take(start + np.maximum(feature, 0)) <= self.limit.take(node)
            node = np.where(low, self._left.take(node), self._right.take(node))
        total: Floats = (self.value.take(node).sum(axis=1) + self.base).astype(np.float32)
        return total

    def decide(self, rows: Floats) -> Floats:
        """The probability of each row."""
        odds: Floats = (1.0 / (1.0 + np.exp(-np.clip(self.scores(rows), -30.0, 30.0)))).astype(np.float32)
        return odds


@cache
def load(language: str, name: str) -> Trees:
    """The shipped model `data/weights/LANGUAGE/NAME.npz`; DataError where it is missing or broken."""
    return unpack(resources.data("weights", language, f"{name}.npz").read_bytes(), f"weights/{language}/{name}.npz")


def pack(model: Trees) -> bytes:
    """The bytes of a model file: the same for the same model."""
    target = io.BytesIO()
    np.savez_compressed(
        target, feature=model.feature, limit=model.limit, value=model.value, left=model.left, right=model.right,
        base=np.float32(model.base), names=np.frombuffer("\n".join(model.names).encode("utf-8"), dtype=np.uint8),
    )  # fmt: skip
    return target.getvalue()


def unpack(source: bytes, where: str) -> Trees:
    """The model of these bytes; DataError, naming `where`, if they are none."""
    try:
        with np.load(io.BytesIO(source), allow_pickle=False) as held:
            names = held["names"].tobytes().decode("utf-8").split("\n")
            branches = (held["left"], held["right"])
            return Trees(names, held["feature"], held["limit"], held["value"], branches, float(held["base"]))
    except (OSError, ValueError, KeyError, zlib.error) as error:
        raise DataError(f"{where} is not a file of trees: {error}", "Install habeas again") from error
