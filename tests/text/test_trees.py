"""Boosted trees as arrays."""

import numpy as np
import pytest

from habeas.errors import DataError
from habeas.text.trees import Trees, pack, unpack


def trees() -> Trees:
    """Two trees: one splits on the first number at 1, the other is a single leaf."""
    feature = np.array([[0, -1, -1], [-1, -1, -1]], dtype=np.int16)
    limit = np.array([[1.0, 0, 0], [0, 0, 0]], dtype=np.float32)
    value = np.array([[0, -2.0, 2.0], [0.5, 0, 0]], dtype=np.float32)
    left = np.array([[1, 1, 2], [0, 1, 2]], dtype=np.int16)
    right = np.array([[2, 1, 2], [0, 1, 2]], dtype=np.int16)
    return Trees(("distance", "rank"), feature, limit, value, (left, right), -0.5)


def test_a_row_goes_left_where_its_number_is_at_most_the_limit() -> None:
    rows = np.array([[0.0, 0.0], [1.0, 0.0], [1.5, 0.0]], dtype=np.float32)
    assert trees().scores(rows).tolist() == [-2.0, -2.0, 2.0]


def test_probabilities_follow_the_scores() -> None:
    low, high = trees().decide(np.array([[0.0, 0.0], [9.0, 0.0]], dtype=np.float32))
    assert 0 < low < 0.5 < high < 1


def test_trees_survive_their_file_and_give_the_same_bytes() -> None:
    again = unpack(pack(trees()), "here")
    rows = np.array([[0.3, 7.0], [4.0, -1.0]], dtype=np.float32)
    assert again.names == ("distance", "rank")
    assert again.scores(rows).tolist() == trees().scores(rows).tolist()
    assert pack(again) == pack(trees())


def test_a_broken_file_is_named() -> None:
    with pytest.raises(DataError, match="weights/en/x"):
        unpack(b"\x00", "weights/en/x.npz")
