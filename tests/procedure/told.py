"""Short ways to tell an invented case."""

from habeas.model.cases import Case, Conflict, Event, Side
from habeas.model.findings import Finding, Judged
from habeas.procedure.judge import judge
from habeas.procedure.packs import load
from habeas.procedure.vectors import event_of

PACKS = load()


def event(type: str, date: str | None = None, **more: object) -> Event:
    """An event in Kazakhstan, unless said otherwise; its id is its type unless given."""
    return event_of({"id": type, "type": type, "date": date, "place": "KZ", **more})


def case(*events: Event, host: str = "KZ", requesting: str = "RU", **more: object) -> Case:
    return Case("somebody", events, host=host, requesting=requesting, **more)


def judged(day: str, *events: Event, **more: object) -> Judged:
    return judge(case(*events, **more), PACKS, day)


def found(result: Judged, rule: str, what: str) -> Finding | None:
    return next((finding for finding in result.findings if (finding.rule, finding.what) == (rule, what)), None)


def value(result: Judged, rule: str, what: str) -> str | None:
    finding = found(result, rule, what)
    return finding.value if finding else None


def stage(result: Judged, track: str) -> str:
    return next((one.value for one in result.stages if one.track == track), "none")


def disputed_date(of: Event, *others: str) -> Conflict:
    sides = tuple(Side(date, of.claims) for date in (of.date or "", *others))
    return Conflict("dispute", of.person, of.id, f"{of.type}.date", "contradiction", sides)
