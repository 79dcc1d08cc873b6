"""Tracks of events, and what they concern."""

import pytest
from msgspec.structs import replace

from tests.corroborate.told import claim, only, together

ORDER = claim("a", "extradition-granted", "2026-01-20")


def test_an_appeal_on_a_track_where_nothing_was_decided_attacks_the_decision_that_there_is():
    """ "Her appeal against deportation" is against the extradition, if that is all that was ordered."""
    found = together(ORDER, replace(claim("a", "appeal-filed"), track="expulsion"))
    appeal = only(found, "appeal-filed")
    assert (appeal.track, appeal.of) == ("extradition", only(found, "extradition-granted").id)


def test_an_appeal_against_an_expulsion_that_was_ordered_stays_there():
    expulsion = claim("a", "removal-ordered", "2026-01-22")
    found = together(ORDER, expulsion, replace(claim("a", "appeal-filed"), track="expulsion"))
    appeal = only(found, "appeal-filed")
    assert (appeal.track, appeal.of) == ("expulsion", only(found, "removal-ordered").id)


def test_appeals_lie_on_the_track_of_what_is_told_right_before_them():
    """Two appeals of one report, one after a refusal of asylum and one after the order, are two events."""
    refused, first = claim("a", "asylum-refused", "2025-12-01"), claim("a", "appeal-filed")
    order, second = claim("a", "extradition-granted", "2026-01-20"), claim("a", "appeal-filed", "2026-01-25")
    found = together(refused, first, order, second)
    assert {(event.track, event.date) for event in found.events if event.type == "appeal-filed"} == {
        ("asylum", None), ("extradition", "2026-01-25"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("before", "track"),
    [("penalised", "expulsion"), ("removal-ordered", "expulsion"), ("extradition-granted", "extradition")],
)
def test_a_removal_by_two_names_lies_on_the_track_of_what_came_before(before, track):
    """Extradited for one report, deported for another: what was ordered tells which it was."""
    told = (
        claim("a", "removed", "2026-02-01", mode="extradition"),
        claim("b", "removed", "2026-02-01", mode="deportation"),
    )
    assert only(together(claim("a", before, "2026-01-31"), *told), "removed").track == track


def test_a_removal_by_one_name_lies_where_the_name_says():
    told = claim("a", "penalised", "2026-01-31"), claim("a", "removed", "2026-02-01", mode="extradition")
    assert only(together(*told), "removed").track == "extradition"
