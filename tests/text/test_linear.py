"""Learned linear decisions: the file format and the arithmetic."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.errors import DataError
from habeas.text.linear import Linear, Link, key, pack, unpack


def model(link: Link = "softmax") -> Linear:
    names = sorted(("arrest", "release", "court"), key=key)
    table = {"arrest": (2.0, -1.0), "release": (-1.0, 3.0), "court": (0.5, 0.5)}
    keys = np.array([key(name) for name in names], dtype=np.uint32)
    weights = np.array([table[name] for name in names], dtype=np.float32)
    return Linear(("arrested", "released"), link, keys, weights, np.array([0.0, 0.25], dtype=np.float32))


def test_scores_are_the_sum_of_the_weights_of_known_features() -> None:
    assert model().scores(["arrest", "court", "unknown"]).tolist() == [2.5, -0.25]


def test_a_feature_may_have_a_worth() -> None:
    assert model().scores([("arrest", 0.5)]).tolist() == [1.0, -0.25]


def test_nothing_known_leaves_the_bias() -> None:
    assert model().scores(["unknown"]).tolist() == [0.0, 0.25]


def test_the_best_label_comes_with_its_probability() -> None:
    label, chance = model().best(["release"])
    assert label == "released"
    assert 0.9 < chance < 1


@given(st.lists(st.sampled_from(["arrest", "release", "court", "other"])))
def test_competing_probabilities_sum_to_one(features: list[str]) -> None:
    assert model().decide(features).sum() == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize("link", ["softmax", "logistic"])
def test_a_model_survives_its_file_and_gives_the_same_bytes(link: Link) -> None:
    packed = pack(model(link))
    again = unpack(packed, "here")
    assert again.link == link
    assert again.labels == ("arrested", "released")
    assert again.decide(["arrest"]).tolist() == pytest.approx(model(link).decide(["arrest"]).tolist())
    assert pack(again) == packed


def test_a_broken_file_is_named() -> None:
    with pytest.raises(DataError, match="weights/en/x"):
        unpack(b"not a file", "weights/en/x.npz")


def test_the_key_of_a_feature_never_changes() -> None:
    """Shipped weights rest on it."""
    assert key("u:arrest") == 0x116B2B1D
    assert key("") == 0
