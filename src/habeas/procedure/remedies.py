"""Whether a remedy is open: used and not decided, still in time, out of time, or not known."""

import msgspec

from habeas.model.cases import Event
from habeas.procedure import sentences
from habeas.procedure.bench import Bench
from habeas.procedure.conditions import find, ways
from habeas.procedure.rules import Pattern, Rule
from habeas.procedure.terms import reckon, still_runs

_UNREAD = "what the law says of it, since its text was not found"
_USED = Pattern(type="appeal-filed", of="act")
_MEANT = Pattern(type="appeal-filed", of="act", modality=("scheduled", "possible"))
_DECIDED = (
    Pattern(type=("appeal-upheld", "appeal-dismissed", "extradition-annulled"), of="act"),
    Pattern(type="final", of="act"),
)


class Standing(msgspec.Struct, frozen=True):
    """`value`: open, closed or unknown; a sentence; the events that show it; what would have to be known."""

    value: str
    says: str
    events: tuple[Event, ...] = ()
    unknown: tuple[str, ...] = ()


def remedy_value(bench: Bench, rule: Rule, act: Event) -> Standing:
    """Where the remedy of a rule against the event `act` stands on the day."""
    remedy, scope, title = rule.remedy, bench.scope(act), rule.title
    assert remedy is not None  # the caller asks only for rules that have one
    for way in remedy.closed_if:
        for named, verdict in ways(scope, way):
            if verdict == "holds":
                return Standing("closed", f"{title}: closed to the person, as the reports tell.", tuple(named.values()))
    answers = tuple(event for pattern in _DECIDED for event in find(scope, pattern))
    decided = answers or tuple(event for pattern in remedy.decided_by for event in find(scope, pattern))
    if decided:
        return Standing("closed", f"{title}: used up; decided {sentences.when(decided[-1].date)}.", decided)
    used = find(scope, remedy.used_by or _USED)
    if rule.confidence == "low":
        return Standing("unknown", f"{title}: not known; the text of the law was not found.", used, (_UNREAD,))
    if used:
        return Standing("open", f"{title}: used {sentences.when(used[-1].date)}; no decision is reported.", used)
    if meant := find(scope, _MEANT):
        return Standing("open", f"{title}: announced; no report tells that it was filed or decided.", meant)
    return _in_time(bench, rule, act)


def _in_time(bench: Bench, rule: Rule, act: Event) -> Standing:
    timed, title = bench.timing(rule), rule.title
    if timed is None:
        return Standing("open", f"{title}: open; no time limit is known.")
    found = reckon(bench.scope(act), timed, bench.terms)
    if found is None or found.value == "not-running":
        return Standing("unknown", f"{title}: whether it is open cannot be said.")
    missing = found.unknown
    runs = still_runs(found, bench.facts.today)
    if runs == "holds" and timed.confidence != "low":
        return Standing("open", f"{title}: open; {_until(found.end)}.", unknown=missing)
    if runs == "fails" and timed.confidence != "low":
        return Standing(
            "closed",
            f"{title}: its time ended {sentences.when(found.end)}; whether it was used in time no report tells.",
            unknown=("whether it was used in time",),
        )
    return Standing("unknown", f"{title}: not known whether it is still open.", unknown=missing or found.unknown)


def _until(end: str | None) -> str:
    return f"its term ends {sentences.when(end)}" if end else "when its term ends is not known"
