"""Kleene's logic: unknown is neither, and does not spoil what is already decided."""

import itertools

from habeas.procedure.verdicts import every, negate, some

VALUES = ("holds", "fails", "unknown")


def test_and_or_and_not_obey_de_morgan():
    """Not (a and b) is (not a) or (not b), for all nine pairs."""
    for a, b in itertools.product(VALUES, VALUES):
        assert negate(every([a, b])) == some([negate(a), negate(b)])


def test_one_failure_decides_every_and_one_success_decides_some():
    """An unknown beside a failure does not save it; beside a success it does not shake it."""
    assert every(["unknown", "fails"]) == "fails"
    assert some(["unknown", "holds"]) == "holds"
    assert every(["unknown", "holds"]) == some(["unknown", "fails"]) == "unknown"
    assert (every([]), some([])) == ("holds", "fails")
