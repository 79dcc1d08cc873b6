"""A case on a day: what is known, what runs, what protects, what is asked; and nothing that the facts do not carry."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.procedure.judge import findings
from habeas.text import edtf
from tests.procedure.told import PACKS, case, disputed_date, event, found, judged, stage, value

ORDER = event("extradition-granted", "2026-03-02", by="Deputy Prosecutor General")
SERVED = event("notified", "2026-03-04", of="extradition-granted")
APPEAL = event("appeal-filed", "2026-03-06", of="extradition-granted")
MEASURE = event("interim-measure", "2026-03-10", by="UN Human Rights Committee")


def test_a_served_order_can_be_appealed_for_ten_days_and_not_carried_out():
    """Ten days from service; the handover term does not run; the remedy is open and stops the removal."""
    result = judged("2026-03-05", ORDER, SERVED)
    assert stage(result, "extradition") == "ordered"
    assert value(result, "kz-ext-appeal-10d", "deadline") == "2026-03-14"
    assert value(result, "kz-ext-appeal-10d", "remedy") == "open"
    assert value(result, "kz-ext-appeal-10d", "suspensive") == "yes"
    assert value(result, "kz-ext-handover-30d", "deadline") == "not-running"
    assert value(result, "rf-removal-before-appeal-term", "flag") == "armed"


def test_the_last_day_is_not_over_and_the_day_after_is():
    """The last day still belongs to the term."""
    everything = [list(findings(case(ORDER, SERVED), PACKS, day, "kz-ext-appeal-10d")) for day in _days("14", "15")]
    values = [next(f.value for f in found if f.what == "deadline") for found in everything]
    assert values == ["2026-03-14", "expired"]


def _days(*days: str) -> list[str]:
    return [f"2026-03-{day}" for day in days]


def test_an_order_that_nobody_saw_served_has_no_last_day():
    """Without a day of service the day is unknown, and the finding says what is missing and what is certain anyway."""
    finding = found(judged("2026-03-05", ORDER), "kz-ext-appeal-10d", "deadline")
    assert finding.value == "unknown"
    assert any("served" in gap for gap in finding.unknown)
    assert "12 March 2026" in finding.says


def test_a_handover_day_is_never_certain_without_entry_into_force():
    """Long after the order, with no report of an appeal, the term of handover is unknown, not computed."""
    assert value(judged("2026-05-05", ORDER), "kz-ext-handover-30d", "deadline") == "unknown"


def test_disputed_days_of_service_warn_of_the_earlier_end_and_name_the_other():
    """Two reports, two days of service: the value is the earlier end, the sentence has both."""
    result = judged("2026-03-05", ORDER, SERVED, conflicts=(disputed_date(SERVED, "2026-03-05"),))
    finding = found(result, "kz-ext-appeal-10d", "deadline")
    assert finding.value == "2026-03-14"
    assert "15 March 2026" in finding.says
    assert "which report is right about the date: 4 March 2026 or 5 March 2026" in finding.unknown


def test_the_request_of_the_committee_protects_and_arms_a_flag():
    """An interim measure holds as protection; removal would be a breach; nothing says that it has been breached."""
    result = judged("2026-03-12", ORDER, APPEAL, MEASURE)
    assert value(result, "hrc-interim-measures", "protection") == "holds"
    assert value(result, "rf-removal-under-interim", "flag") == "armed"
    assert stage(result, "international") == "interim-measure"


def test_a_removal_under_the_measure_is_a_flag_that_holds_and_a_protection_that_failed():
    """After the handover the same facts are a breach."""
    result = judged("2026-03-20", ORDER, MEASURE, event("removed", "2026-03-15", attrs={"mode": "extradition"}))
    assert value(result, "rf-removal-under-interim", "flag") == "holds"
    assert value(result, "hrc-interim-measures", "protection") == "fails"
    assert stage(result, "extradition") == "surrendered"
    assert not [f for f in result.findings if f.what in ("deadline", "remedy")]


def test_what_comes_later_is_not_known_yet():
    """Judged on the day of the order, the later appeal and measure do not exist."""
    result = judged("2026-03-02", ORDER, APPEAL, MEASURE)
    assert stage(result, "extradition") == "ordered"
    assert found(result, "hrc-interim-measures", "protection") is None


def test_a_scheduled_hearing_is_a_day_to_come_and_then_a_question():
    """Before the day: that day, which the event tells by itself. After it: passed, and nobody tells the outcome."""
    hearing = event("hearing", "2026-03-20", modality="scheduled", track="asylum")
    assert [f.value for f in findings(case(hearing), PACKS, "2026-03-12", "day-of-hearing")] == ["2026-03-20"]
    assert found(judged("2026-03-12", hearing), "day-of-hearing", "deadline") is None
    later = judged("2026-03-25", hearing)
    assert value(later, "day-of-hearing", "deadline") == "expired"
    assert "20 March 2026" in found(later, "ask-outcome-of-hearing", "question").says


def test_custody_of_forty_days_that_ran_out_is_asked_about():
    """The lapse is shown as expired and as a flag that is unknown: an extension may simply not be reported."""
    result = judged("2026-03-01", event("extradition-arrest", "2025-09", attrs={"term": "P40D"}))
    assert value(result, "kz-ext-temp-custody-40d", "deadline") == "expired"
    assert value(result, "kz-ext-temp-custody-40d", "flag") == "unknown"
    assert value(result, "kz-ext-arrest-max-12m", "deadline") == "2026-09"


def test_expulsion_on_the_day_of_a_petty_fine_is_seen_for_what_it_is():
    """A fine, an order and a flight on one day: disguised extradition holds, the appeal term is unknown."""
    result = judged(
        "2026-03-03",
        event("penalised", "2026-03-02", track="expulsion"),
        event("removal-ordered", "2026-03-02"),
        event("removed", "2026-03-02", of="removal-ordered", attrs={"mode": "expulsion", "to": "RU"}),
        event("arrested", "2026-03-02", place="RU"),
    )
    assert stage(result, "expulsion") == "carried-out"
    assert stage(result, "extradition") == "none"
    assert value(result, "rf-disguised-extradition", "flag") == "holds"
    assert value(result, "rf-removal-before-appeal-term", "flag") == "unknown"
    assert value(result, "kz-exp-reasonable-period", "protection") == "fails"


def test_a_transit_zone_without_access_to_asylum():
    """Refused entry and no claim taken: the flag holds, the right to ask at the border was not kept."""
    result = judged("2026-03-20", event("entry-refused", "2026-03-02"), event("asylum-applied", modality="denied"))
    assert stage(result, "border") == "refused-entry"
    assert stage(result, "asylum") == "none"
    assert value(result, "rf-no-access-asylum", "flag") == "holds"
    assert value(result, "kz-asy-border-application", "protection") == "fails"
    assert value(result, "kz-asy-border-application", "remedy") == "closed"


def test_a_french_decree_waits_by_usage_only():
    """The term runs from notice; told as a week it gives no day; the effect is by practice."""
    decree = event("extradition-granted", "2026-03-02", place="FR", attrs={"act": "decree"})
    notice = event("notified", "2026-03-09/2026-03-15", place="FR", of="extradition-granted")
    result = judged("2026-03-16", decree, notice, host="FR")
    assert value(result, "fr-ext-rep-1m", "deadline") == "unknown"
    assert "9–15 April 2026" in found(result, "fr-ext-rep-1m", "deadline").says
    assert value(result, "fr-ext-rep-1m", "remedy") == "open"
    assert value(result, "fr-ext-rep-1m", "suspensive") == "by-practice"


def test_other_states_lose_nothing_and_gain_nothing_from_packs_of_one():
    """A case in a state without a pack has stages, flags and forums, and no deadline of another state's law."""
    result = judged("2026-03-05", event("extradition-granted", "2026-03-02", place="TH"), host="TH", requesting="CN")
    assert stage(result, "extradition") == "ordered"
    assert not [f for f in result.findings if f.rule.startswith(("kz-", "fr-"))]


def test_an_empty_case_says_nothing():
    """No events, no stages, and nothing but silence."""
    result = judged("2026-03-05", host=None, requesting=None)
    assert (result.stages, result.findings) == ((), ())


def test_every_finding_says_its_rule_its_basis_and_a_sentence():
    """A finding without a provision or a sentence is no finding; slots of templates are all filled."""
    result = judged("2026-03-25", ORDER, SERVED, APPEAL, MEASURE, event("asylum-applied", "2026-01"))
    for finding in result.findings:
        assert finding.basis
        assert finding.says.rstrip().endswith((".", ";"))
        assert "{" not in finding.says


KINDS = [
    event("extradition-requested", place="RU"), event("extradition-arrest", "2026-01"), ORDER, SERVED, APPEAL, MEASURE,
    event("asylum-applied", "2026-02-01"), event("asylum-refused", "2026-02-20"), event("removed", "2026-03-15"),
    event("entry-refused", "2026-01-05"), event("assurance", "2026-02", place="RU"),
]  # fmt: skip


@given(st.permutations(KINDS))
def test_the_order_in_which_events_are_told_changes_nothing(events):
    """Findings and stages rest on what happened, not on the order of the list."""
    told, again = judged("2026-03-20", *KINDS), judged("2026-03-20", *events)
    assert {(s.track, s.value) for s in told.stages} == {(s.track, s.value) for s in again.stages}
    assert {(f.rule, f.what, f.value) for f in told.findings} == {(f.rule, f.what, f.value) for f in again.findings}


@given(st.sets(st.sampled_from(range(len(KINDS)))), st.dates(date(2026, 1, 1), date(2026, 6, 1)))
def test_any_part_of_a_story_can_be_judged_on_any_day(chosen, day):
    """No combination of events breaks the law's arithmetic."""
    judged(day.isoformat(), *(KINDS[index] for index in sorted(chosen)))


@pytest.mark.parametrize(("fine", "coarse"), [("2026-03-02", "2026-03"), ("2026-03", "2026")])
def test_a_coarser_date_never_gives_a_narrower_end(fine, coarse):
    """The end of custody is at least as wide as the month or year that it is counted from."""
    custody = [event("arrested", date, track="extradition") for date in (fine, coarse)]
    ends = [value(judged("2026-12-31", one), "kz-ext-arrest-max-12m", "deadline") for one in custody]
    assert edtf.covers(ends[1], ends[0])


def test_a_rule_of_low_confidence_never_gives_a_day():
    """Whatever the facts, no deadline of such a rule is a date."""
    low = {rule.id for pack in PACKS for rule in pack.rules if rule.confidence == "low"}
    every = findings(case(*KINDS, event("appeal-dismissed", "2026-03-01", of="asylum-refused")), PACKS, "2026-03-05")
    assert {f.value for f in every if f.what == "deadline" and f.rule in low} <= {"unknown", "not-running"}


def test_custody_counts_from_the_arrest_that_became_extradition_custody():
    """A reader may file the arrest under prosecution; where extradition custody is told of it, its day counts."""
    arrest = event("arrested", "2026-01-10", track="prosecution")
    result = judged("2026-02-01", arrest, event("extradition-arrest", "2026-01-20", of="arrested"))
    assert value(result, "kz-ext-arrest-max-12m", "deadline") == "2027-01-10"
    assert value(result, "kz-ext-temp-custody-40d", "deadline") == "2026-02-19"


def test_to_have_entered_a_state_is_no_border_procedure():
    """An entry alone gives no stage; an entry after a refusal gives one."""
    entry = event("entered", "2026-01-10", track="border")
    assert stage(judged("2026-02-01", entry), "border") == "none"
    assert stage(judged("2026-02-01", event("entry-refused", "2026-01-05"), entry), "border") == "admitted"


def test_a_promise_of_the_host_is_no_assurance_of_the_other_state():
    """Words of the host's prosecutors do not make a decision rest on assurances."""
    word = event("assurance", "2026-01", place="KZ")
    result = judged("2026-03-05", ORDER, word)
    assert found(result, "rf-assurances-only", "flag") is None
    assert value(result, "rf-promise-broken", "flag") == "unknown"


def test_events_of_a_third_state_move_no_track():
    """A deportation ordered and an arrest elsewhere, long ago, leave the host's tracks alone."""
    elsewhere = (event("removal-ordered", "2024-03-02", place="KG"), event("extradition-arrest", "2024", place="KG"))
    assert judged("2026-03-05", *elsewhere).stages == ()


def test_a_first_step_told_late_does_not_take_a_track_back():
    """A request or a custody dated after the order leaves the case where the order and the appeal have put it."""
    late = event("extradition-requested", "2026-03-20", place="RU")
    assert stage(judged("2026-04-01", ORDER, APPEAL, late), "extradition") == "appealed"


def test_a_first_step_after_the_end_begins_anew():
    """Once refused, a new request opens the track again."""
    refused = event("extradition-refused", "2026-03-02")
    late = event("extradition-requested", "2026-03-20", place="RU")
    assert stage(judged("2026-04-01", refused, late), "extradition") == "requested"


def test_a_removal_of_which_nothing_else_is_told_moves_no_track():
    """Neither the way nor the aim is told, and nothing was ordered: of which procedure it is, nobody can say."""
    assert judged("2026-04-01", event("removed", "2026-03-20")).stages == ()
    handed = event("removed", "2026-03-20", attrs={"to": "RU"})
    assert stage(judged("2026-04-01", handed), "extradition") == "surrendered"
