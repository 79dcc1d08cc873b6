"""What a line may tell, and by which words."""

import numpy as np

from habeas.read.cues import Cue
from habeas.read.spotting import trigger, weigh
from habeas.text.linear import Linear, key


def spotter() -> Linear:
    table = {"u:arrest": (3.0, 0.0), "b:arrest in": (1.0, 0.0), "u:free": (0.0, 4.0)}
    names = sorted(table, key=key)
    keys = np.array([key(name) for name in names], dtype=np.uint32)
    weights = np.array([table[name] for name in names], dtype=np.float32)
    return Linear(("arrested", "released"), "logistic", keys, weights, np.array([-6.0, -6.0], dtype=np.float32))


def test_features_add_up_and_their_evidence_lies_on_their_words() -> None:
    found = weigh([Cue("u:arrest", 1, 1), Cue("b:arrest in", 1, 2), Cue("z:body", -1, -1)], 4, spotter())
    assert found.scores.tolist() == [-2.0, -6.0]
    assert found.evidence[:, 0].tolist() == [0.0, 3.5, 0.5, 0.0]


def test_only_types_with_some_chance_are_considered() -> None:
    assert weigh([Cue("u:arrest", 0, 0)], 1, spotter()).types == (0,)
    assert weigh([Cue("u:unknown", 0, 0)], 1, spotter()).types == ()


def test_the_trigger_is_the_strongest_word_with_its_strong_neighbours() -> None:
    assert trigger(np.array([0.1, 1.0, 2.0, 0.2], dtype=np.float32)) == (1, 2)


def test_a_trigger_has_at_most_five_words() -> None:
    first, last = trigger(np.ones(20, dtype=np.float32))
    assert last - first + 1 == 5
