"""A removal told as done, against reports that still speak of it as ahead."""

from tests.corroborate.told import claim, conflict, only, paper, together

DONE = claim("a", "removed", "2026-01", to="RU")
FEARED = claim("b", "removed", modality="possible", to="RU")


def modalities(found):
    return {event.modality for event in found.events if event.type == "removed"}


def test_a_later_report_that_fears_the_removal_makes_it_doubtful():
    """The person cannot be gone while a report of a later day fears that she will be; both sides are shown."""
    found = together(DONE, FEARED, documents=(paper("a", "2026-02-02"), paper("b", "2026-02-10")))
    assert modalities(found) == {"possible"}
    told = conflict(found, "modality")
    assert told is not None
    assert [side.value for side in told.values] == ["happened", "possible"]
    assert "later" in told.why


def test_fear_told_before_the_removal_does_not_speak_against_it():
    found = together(DONE, FEARED, documents=(paper("a", "2026-02-02"), paper("b", "2026-01-10")))
    assert modalities(found) == {"happened", "possible"}
    assert conflict(found, "modality") is None


def test_two_reports_of_the_removal_outweigh_one_that_fears_it():
    papers = paper("a", "2026-02-02"), paper("c", "2026-02-03"), paper("b", "2026-02-10")
    found = together(DONE, claim("c", "removed", "2026-01", to="RU"), FEARED, documents=papers)
    assert "happened" in modalities(found)


def test_a_removal_elsewhere_is_another_one():
    """That a return to one state is feared says nothing of a removal that led to another."""
    elsewhere = claim("b", "removed", modality="possible", to="UZ")
    found = together(DONE, elsewhere, documents=(paper("a", "2026-02-02"), paper("b", "2026-02-10")))
    assert "happened" in modalities(found)


def test_a_hearing_to_come_speaks_against_a_removal():
    hearing = claim("b", "hearing", "2026-03-05", modality="scheduled")
    found = together(DONE, hearing, documents=(paper("a", "2026-02-02"), paper("b", "2026-02-10")))
    assert only(found, "removed").modality == "possible"
