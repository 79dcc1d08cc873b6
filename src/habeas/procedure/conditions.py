"""The condition language: which events a pattern means, in which ways a thing can be so, and what is true of them.

Its truth tables stand in docs/packs.md. Everything here is a pure function of a timeline.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from fnmatch import fnmatchcase
from typing import Protocol

from msgspec.structs import replace

from habeas.model.cases import Event
from habeas.model.vocabulary import Track
from habeas.procedure import timeline as time
from habeas.procedure.rules import Against, Condition, On, Pattern, Way
from habeas.procedure.timeline import Bounds, Timeline
from habeas.procedure.verdicts import Truth, every, negate, some, truth
from habeas.text import edtf

Named = Mapping[str, Event]
BUILT_IN = ("today", "latest")
"""Names that every condition may use: the day of judgement, and the latest thing reported to have happened."""

ENDS_A_CLAIM = ("asylum-granted", "asylum-refused", "appeal-upheld", "appeal-dismissed")
OPENS_A_CLAIM = ("asylum-applied", "asylum-seeker-status", "appeal-filed")
BODIES = {
    "HRC": "*human rights committee*", "CAT": "*committee against torture*", "ECtHR": "*european court*",
    "WGAD": "*arbitrary detention*", "CCF": "*files*", "UNHCR": "*unhcr*",
}  # fmt: skip


class Law(Protocol):
    """What a condition may ask of the law around it; judge.py answers."""

    def stage(self, track: Track, on: Bounds) -> frozenset[str]:
        """The stages that a track may have had on a day; one where the order of events leaves no doubt."""

    def appeal_open(self, event: Event, on: Bounds) -> Truth:
        """Whether the term to appeal against an event still ran on a day."""

    def over_limit(self, event: Event, on: Bounds) -> Truth:
        """Whether custody that began with an event had on a day lasted longer than the law allows."""


class Scope:
    """A timeline, the law around it, and the events that have names so far."""

    def __init__(self, facts: Timeline, law: Law, named: Named) -> None:
        self.facts, self.law, self.named = facts, law, named

    def with_names(self, named: Named) -> "Scope":
        """The same, with these names too."""
        return Scope(self.facts, self.law, {**self.named, **named})

    def day(self, name: str) -> Bounds:
        """First and last day of a named event, of `event.key` (an attribute that is a date), or of a built-in name."""
        if name == "today":
            return self.facts.today
        if name == "latest":
            return self.facts.last_report
        name, _, key = name.partition(".")
        event = self.named[name]
        return (edtf.bounds(event.attrs.get(key)) or time.NEVER) if key else self.facts.bounds(event)

    def state(self, word: str) -> str | None:
        """ISO code for `host`, `requesting` or a code itself."""
        return {"host": self.facts.case.host, "requesting": self.facts.case.requesting}.get(word, word)


def ways(scope: Scope, way: Way) -> Iterator[tuple[dict[str, Event], Truth]]:
    """Each choice of reported events that fits a way, with what is true of it; none where one is not reported."""
    for chosen in _choices(scope, list(way.events.items()), {}):
        inner = scope.with_names(chosen)
        yield chosen, "holds" if way.condition is None else evaluate(inner, way.condition)


def _choices(scope: Scope, patterns: list[tuple[str, Pattern]], chosen: dict[str, Event]) -> Iterator[dict[str, Event]]:
    if not patterns:
        yield dict(chosen)
        return
    (name, pattern), *rest = patterns
    taken = {event.id for event in chosen.values()}
    for event in find(scope.with_names(chosen), pattern):
        if event.id not in taken:
            yield from _choices(scope, rest, {**chosen, name: event})


def find(scope: Scope, pattern: Pattern) -> tuple[Event, ...]:
    """The known events that a pattern means, in the order of the case."""
    return tuple(event for event in scope.facts.events if fits(scope, pattern, event))


def fits(scope: Scope, pattern: Pattern, event: Event) -> bool:
    """Whether a pattern means this event."""
    return (
        event.type in _several(pattern.type)
        and event.modality in _several(pattern.modality)
        and (pattern.track is None or scope.facts.track(event) in _several(pattern.track))
        and _fits_place(scope, pattern.place, event)
        and (pattern.of is None or _concerns(scope, event, scope.named.get(pattern.of)))
        and (pattern.before is None or _order(scope, event, pattern.before) == "holds")
        and (pattern.after is None or _order(scope, event, pattern.after) == "fails")
        and (pattern.not_before is None or _order(scope, event, pattern.not_before) != "holds")
        and (pattern.by is None or fnmatchcase((event.by or "").casefold(), pattern.by.casefold()))
        and (pattern.body is None or _is_body(pattern.body, event))
        and all(_fits_attr(scope, event, key, wanted) for key, wanted in pattern.attrs.items())
        and not any(_fits_attr(scope, event, key, barred) for key, barred in pattern.unless.items())
    )


def _several(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def _fits_place(scope: Scope, wanted: str | None, event: Event) -> bool:
    """An event without a place counts as the host's, and as nobody else's."""
    if wanted is None:
        return True
    if wanted == "host":
        return scope.facts.is_at_host(event)
    if wanted == "elsewhere":
        return event.place is not None and event.place != scope.facts.case.host
    return event.place is not None and event.place == scope.state(wanted)


def _concerns(scope: Scope, event: Event, root: Event | None) -> bool:
    """Whether an event serves, attacks or ends another; where it names none, the same track and a later day do."""
    if root is None or event.id == root.id:
        return False
    if event.of is not None and scope.facts.get(event.of) is not None:
        return event.of == root.id
    if scope.facts.track(event) not in (None, scope.facts.track(root)):
        return False
    return time.before(scope.facts.bounds(event), scope.facts.bounds(root)) != "holds"


def _order(scope: Scope, event: Event, name: str) -> Truth:
    return time.before(scope.facts.bounds(event), scope.day(name))


def _is_body(body: str, event: Event) -> bool:
    if "body" in event.attrs:
        return event.attrs["body"] == body
    named = (event.by or "").casefold()
    return body.casefold() in named.split() or fnmatchcase(named, BODIES.get(body, body.casefold()))


def _fits_attr(scope: Scope, event: Event, key: str, wanted: str | tuple[str, ...]) -> bool:
    value = event.attrs.get(key)
    if value is None and key == "to" and event.type == "removed":
        value = scope.facts.case.requesting
    if value is None:
        return "none" in _several(wanted)
    said = [part.strip() for part in value.casefold().split(",")] + [value.casefold()]
    wishes = [(scope.state(wish) or "").casefold() for wish in _several(wanted)]
    return any(fnmatchcase(part, wish) for part in said for wish in wishes)


def evaluate(scope: Scope, condition: Condition) -> Truth:
    """Work out a condition, of which exactly one key is given."""
    if condition.all_ is not None:
        return every(evaluate(scope, part) for part in condition.all_)
    if condition.any_ is not None:
        return some(evaluate(scope, part) for part in condition.any_)
    if condition.not_ is not None:
        return negate(evaluate(scope, condition.not_))
    if condition.not_shown is not None:
        return truth(evaluate(scope, condition.not_shown) != "holds")
    return _of_time(scope, condition) or _of_reports(scope, condition) or _of_law(scope, condition)


def _of_time(scope: Scope, condition: Condition) -> Truth | None:
    if condition.before is not None:
        return time.before(*map(scope.day, condition.before))
    if condition.same_day is not None:
        return time.same_day(*map(scope.day, condition.same_day))
    if (span := condition.within) is not None:
        return time.within(scope.day(span.start), scope.day(span.end), span.length)
    if (span := condition.apart) is not None:
        return time.apart(scope.day(span.start), scope.day(span.end), span.length)
    return None


def _of_reports(scope: Scope, condition: Condition) -> Truth | None:
    if condition.reported is not None:
        return truth(bool(_others(scope, condition.reported)))
    if condition.happened is not None:
        return _happened(scope, condition.happened)
    if (where := condition.where) is not None:
        event = scope.named[where.event]
        if where.key not in event.attrs and not (where.key == "to" and scope.facts.case.requesting):
            return "unknown"
        return truth(_fits_attr(scope, event, where.key, where.among))
    if condition.citizen_of is not None:
        known = scope.facts.case.citizenship
        return truth(scope.state(condition.citizen_of) in known) if known else "unknown"
    return None


def _happened(scope: Scope, pattern: Pattern) -> Truth:
    """*holds* where a report says so, *fails* where one only denies it, else *unknown*."""
    if _others(scope, pattern):
        return "holds"
    return "fails" if _others(scope, replace(pattern, modality="denied")) else "unknown"


def _others(scope: Scope, pattern: Pattern) -> tuple[Event, ...]:
    """Events that a pattern means, other than those that have names already."""
    named = {event.id for event in scope.named.values()}
    return tuple(event for event in find(scope, pattern) if event.id not in named)


def _of_law(scope: Scope, condition: Condition) -> Truth:
    if condition.pending is not None:
        return _pending(scope, condition.pending)
    if condition.stage is not None:
        possible, wanted = scope.law.stage(condition.stage.track, scope.day(condition.stage.at)), condition.stage.state
        return truth(possible <= set(wanted)) if possible <= set(wanted) or not possible & set(wanted) else "unknown"
    if (asked := condition.appeal_open) is not None:
        return scope.law.appeal_open(scope.named[asked.event], scope.day(asked.at))
    asked = condition.over_limit or Against(event="")
    return scope.law.over_limit(scope.named[asked.event], scope.day(asked.at))


def _pending(scope: Scope, claim: On) -> Truth:
    """Whether a claim on this track was open on the day: only a day told, an appeal, or what came later can show it."""
    day, facts = scope.day(claim.at), scope.facts
    events = [e for e in facts.events if facts.track(e) == claim.track and facts.is_at_host(e)]
    opened = [e for e in events if e.type in OPENS_A_CLAIM and e.modality == "happened"]
    if not opened:
        return "unknown" if events else "fails"
    if all(time.before(day, facts.bounds(e)) == "holds" for e in opened):
        return "fails"
    opened = [e for e in opened if time.before(day, facts.bounds(e)) != "holds"]
    ends = [e for e in events if e.type in ENDS_A_CLAIM and e.modality == "happened"]
    if any(e.attrs.get("pending_on") and _reaches(e, day) for e in opened):
        return "holds"
    later = [e for e in events if e.type in (*ENDS_A_CLAIM, "hearing") and _is_later(facts, e, day)]
    appeals = [e for e in opened if e.type == "appeal-filed" and not _ended(facts, e, ends, day)]
    if later or any(time.before(day, facts.bounds(e)) == "fails" for e in appeals):
        return "holds"
    granted = [e for e in ends if e.type == "asylum-granted" and time.before(facts.bounds(e), day) == "holds"]
    closed = [e for e in events if e.type == "final" and time.before(day, facts.bounds(e)) == "fails"]
    return "fails" if granted or closed else "unknown"


def _reaches(event: Event, day: Bounds) -> bool:
    told = edtf.bounds(event.attrs["pending_on"])
    return told is not None and told[1] >= day[0] != date.min


def _is_later(facts: Timeline, event: Event, day: Bounds) -> bool:
    """Whether something that only happens to an open claim came, or is to come, after the day."""
    return event.modality in ("happened", "scheduled") and time.before(day, facts.bounds(event)) == "holds"


def _ended(facts: Timeline, appeal: Event, ends: list[Event], day: Bounds) -> bool:
    """Whether an appeal may have been decided by the day."""
    return any(
        end.type in ("appeal-upheld", "appeal-dismissed", "asylum-granted")
        and (end.of is None or end.of == appeal.of or end.of == appeal.id)
        and time.before(day, facts.bounds(end)) != "holds"
        for end in ends
    )
