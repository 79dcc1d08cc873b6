"""A case rests on what is rather told than misread."""

from tests.corroborate.told import beside, claim, conflict, only, surely, together


def kinds_of_the_case(*claims):
    found = together(*claims)
    return {event.type for case in found.cases for event in case.events}


def test_what_one_report_hardly_tells_is_in_the_history_but_not_in_the_case():
    """A single weak claim is shown as an event, and no finding can rest on it."""
    weak = surely(claim("a", "appeal-dismissed"), 0.35)
    sure = claim("a", "extradition-granted", "2025-03-04")
    assert kinds_of_the_case(weak, sure) == {"extradition-granted"}
    assert {event.type for event in together(weak, sure).events} == {"appeal-dismissed", "extradition-granted"}


def test_two_independent_reports_make_a_weak_telling_firm():
    """Each errs by itself; that both do is unlikely."""
    told = [surely(claim(document, "asylum-refused", "2025-03"), 0.4) for document in ("a", "b")]
    assert kinds_of_the_case(*told) == {"asylum-refused"}


def test_the_weaker_of_two_readings_of_one_sentence_yields_and_leaves_its_day():
    """ "On 21 May she was given an asylum seeker's certificate" grants no asylum, and the day is the certificate's."""
    status = claim("a", "asylum-seeker-status")
    granted = beside(surely(claim("a", "asylum-granted", "2025-05-21"), 0.4), status)
    assert kinds_of_the_case(status, granted) == {"asylum-seeker-status"}
    assert only(together(status, granted), "asylum-seeker-status").date == "2025-05-21"


def test_two_readings_in_two_sentences_are_two_events():
    """A status and, in another sentence, asylum: the one does not speak against the other."""
    told = claim("a", "asylum-seeker-status", "2024"), surely(claim("a", "asylum-granted", "2025-05-21"), 0.6)
    assert kinds_of_the_case(*told) == {"asylum-seeker-status", "asylum-granted"}


def test_what_is_still_to_be_asked_for_is_not_given():
    """ "A request for interim measures is being prepared": nobody has ordered any."""
    asked = claim("a", "complaint-filed", place=None, modality="scheduled")
    given = beside(claim("a", "interim-measure"), asked)
    assert kinds_of_the_case(asked, given) == {"complaint-filed"}


def test_an_undated_end_yields_to_another_end_told_much_more_surely():
    """A general remark on the few who get asylum is no grant to one who was refused."""
    told = claim("a", "asylum-refused", "2025-12-04"), surely(claim("b", "asylum-granted"), 0.55)
    assert kinds_of_the_case(*told) == {"asylum-refused"}


def test_a_weak_claim_is_no_side_of_a_conflict():
    """A day that is hardly told contradicts nobody."""
    told = claim("a", "died", "2025-03-04", "RU"), surely(claim("b", "died", "2025-03-09", "RU"), 0.35)
    assert conflict(together(*told), "date") is None
    assert conflict(together(told[0], surely(told[1], 0.6)), "date") is not None


def test_what_is_possible_for_one_and_hardly_done_for_another_is_possible():
    """ "She can appeal": that somebody called for appeals to the public does not mean that she has."""
    found = together(claim("a", "appeal-filed", modality="possible"), surely(claim("a", "appeal-filed"), 0.3))
    assert only(found, "appeal-filed").modality == "possible"
