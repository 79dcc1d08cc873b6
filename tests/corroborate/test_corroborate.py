"""What several documents say together: events, conflicts and cases, on invented claims."""

import random

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.corroborate.sources import Sources
from habeas.model.documents import Document, Reliance
from habeas.model.vocabulary import EventType, Modality
from tests.corroborate.told import claim, conflict, only, paper, surely, together


def test_one_act_told_on_two_days_is_one_event_with_a_contradiction() -> None:
    found = together(claim("a", "removed", "2025-03-04"), claim("b", "removed", "2025-03-06"))
    only(found, "removed")
    told = conflict(found, "date")
    assert told is not None
    assert (told.kind, [side.value for side in told.values]) == ("contradiction", ["2025-03-04", "2025-03-06"])
    assert "4 March 2025" in told.why


def test_a_month_and_a_day_in_it_differ_in_precision_and_the_day_counts() -> None:
    found = together(claim("a", "removed", "2025-03"), claim("b", "removed", "2025-03-06"))
    assert only(found, "removed").date == "2025-03-06"
    told = conflict(found, "date")
    assert told is not None
    assert told.kind == "different precision"


def test_arrests_far_apart_are_two_events_without_a_conflict() -> None:
    found = together(claim("a", "arrested", "2021-05-01"), claim("b", "arrested", "2024-02-01"))
    assert len(found.events) == 2
    assert not found.conflicts


def test_two_occasions_of_one_document_stay_two_whatever_another_document_says() -> None:
    found = together(
        claim("a", "arrested", "2024-02-01"), claim("a", "arrested", "2024-02-09"), claim("b", "arrested", "2024-02")
    )
    assert len(found.events) == 2


def test_lines_of_one_document_that_fit_tell_one_occasion() -> None:
    found = together(
        claim("a", "arrested", "2024-02"), claim("a", "arrested", None, None), claim("a", "arrested", "2024-02-03")
    )
    assert len(only(found, "arrested").claims) == 3


def test_feared_and_done_are_two_events_in_one_document() -> None:
    found = together(claim("a", "removed", None, modality="possible"), claim("a", "removed", "2024-02-03"))
    assert {event.modality for event in found.events} == {"possible", "happened"}


def test_said_to_have_happened_and_denied_is_one_event_and_a_contradiction() -> None:
    found = together(
        claim("a", "abducted", "2024-02-03"), claim("b", "abducted", None, modality="denied", speaker="the ministry")
    )
    only(found, "abducted")
    assert conflict(found, "modality") is not None


def test_different_names_for_a_removal_are_shown() -> None:
    found = together(
        claim("a", "removed", "2024-02-03", mode="deportation"), claim("b", "removed", "2024-02-03", mode="extradition")
    )
    told = conflict(found, "mode")
    assert told is not None
    assert told.kind == "different wording that has legal weight"


def test_a_status_before_the_application_is_a_sequence_that_cannot_hold() -> None:
    found = together(claim("a", "asylum-applied", "2025-12-02"), claim("b", "asylum-seeker-status", "2025-05-21"))
    assert conflict(found, "asylum.sequence") is not None


def test_reports_that_rest_on_one_source_count_once_and_a_machine_never() -> None:
    documents = (
        Document("a", "a.txt", "x", ()),
        Document("b", "b.txt", "x", (), relies_on=(Reliance("The Courier"),)),
        Document("c", "c.txt", "x", (), relies_on=(Reliance("the courier"),)),
        Document("d", "d.txt", "x", (), machine_generated=True),
        Document("e", "e.txt", "x", (), relies_on=(Reliance("A", "a"),)),
    )
    assert Sources(documents).independent("abcde") == 2
    assert Sources(documents).independent("d") == 1


def test_rival_dates_of_equal_weight_are_a_span_and_the_better_attested_wins() -> None:
    two = (claim("a", "removed", "2025-03-04"), claim("b", "removed", "2025-03-06"))
    assert only(together(*two), "removed").date == "2025-03-04/2025-03-06"
    assert only(together(*two, claim("c", "removed", "2025-03-06")), "removed").date == "2025-03-06"


def test_an_extradition_of_which_another_says_that_nobody_asked_for_it_is_a_conflict() -> None:
    found = together(
        claim("a", "removed", "2025-03-04", mode="extradition"),
        claim("b", "extradition-requested", None, "RU", modality="denied"),
    )
    assert conflict(found, "extradition-requested") is not None


def test_an_appeal_on_another_track_is_another_event() -> None:
    appeals = [
        msgspec.structs.replace(claim(d, "appeal-filed"), track=t) for d, t in (("a", "asylum"), ("b", "extradition"))
    ]
    assert len(together(*appeals).events) == 2


def test_an_appeal_concerns_the_decision_before_it_and_takes_its_track() -> None:
    found = together(
        claim("a", "asylum-refused", "2024-12-10"), claim("a", "extradition-granted", "2025-01-10"),
        claim("a", "appeal-filed", "2025-01-15"), claim("a", "extradition-suspended", "2025-01-20"),
    )  # fmt: skip
    granted = only(found, "extradition-granted")
    assert only(found, "appeal-filed").of == granted.id == only(found, "extradition-suspended").of
    assert only(found, "appeal-filed").track == "extradition"


def test_a_case_lies_between_its_host_and_the_state_that_asks() -> None:
    found = together(
        claim("a", "extradition-requested", None, "RU"), claim("a", "wanted", None, "RU"),
        claim("a", "extradition-arrest", "2025-01-02", "KZ"), claim("b", "arrested", "2019", "RU"),
    )  # fmt: skip
    assert (found.cases[0].host, found.cases[0].requesting) == ("KZ", "RU")


KINDS: list[EventType] = ["arrested", "removed", "asylum-applied", "died"]
DATES = [None, "2024", "2024-02", "2024-02-03", "2024-02-05", "2022"]
MODALITIES: list[Modality] = ["happened", "denied", "possible", "scheduled"]
TELLINGS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(KINDS), st.sampled_from(DATES), st.sampled_from(MODALITIES)),
    max_size=9,
)


@settings(max_examples=60)
@given(TELLINGS, st.randoms())
def test_every_claim_is_in_one_event_and_order_of_reports_changes_nothing(
    told: list[tuple[str, EventType, str | None, Modality]], chance: random.Random
) -> None:
    claims = [claim(document, kind, date, modality=modality) for document, kind, date, modality in told]
    found = together(*claims)
    assert sorted(c for event in found.events for c in event.claims) == sorted(c.id for c in claims)
    shuffled = claims[:]
    chance.shuffle(shuffled)
    assert together(*shuffled) == found


def test_a_telling_that_no_event_took_up_is_on_no_side_of_a_conflict() -> None:
    """Of two tellings that do not fit one event the unsure one is told nowhere, in a contradiction neither."""
    sure = claim("b", "removed", None, modality="denied")
    weak = surely(claim("b", "removed", None, modality="possible"), 0.55)
    papers = (paper("a", "2024-02-04"), paper("b", "2024-03-01"))
    found = together(claim("a", "removed", "2024-02-03"), sure, weak, documents=papers)
    taken = {one for event in found.events for one in event.claims}
    told = {one for conflict in found.conflicts for side in conflict.values for one in side.claims}
    assert sure.id in taken & told
    assert weak.id not in taken | told
