"""When a term ends: the day, or the reason why it cannot be computed."""

from collections.abc import Mapping
from datetime import date

import msgspec

from habeas.model.cases import Event
from habeas.procedure import timeline as time
from habeas.procedure.calendars import end_of_term
from habeas.procedure.conditions import Scope, evaluate, find
from habeas.procedure.rules import DaysOff, Rule, Term
from habeas.procedure.timeline import Bounds
from habeas.procedure.verdicts import Truth
from habeas.text import edtf

Terms = Mapping[str, tuple[Rule, DaysOff]]
"""Every rule that has a term, by its id, with the days off of its pack."""


class Reckoned(msgspec.Struct, frozen=True):
    """A term worked out for one event.

    `value`: EDTF, `not-running`, `unknown` or `expired`. `end`: EDTF of the end as far as it can be said, even where
    the value may not say it. `start`: the event from which it runs, where reported, and `since`: its date (EDTF).
    `others`: ends (EDTF) by other dates that reports give for the start. `unknown`: what is not known.
    """

    value: str
    end: str | None = None
    start: Event | None = None
    since: str | None = None
    others: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def bounds(self) -> Bounds:
        """First and last day on which it may end; open where nothing can be said."""
        return edtf.bounds(self.end) or time.NEVER


def reckon(scope: Scope, rule: Rule, terms: Terms) -> Reckoned | None:
    """Work out the term of a rule for the event named `act`; None where something has made it pointless."""
    term = rule.term
    if term is None or any(find(scope, pattern) for pattern in term.done_by):
        return None
    if term.waits is not None and evaluate(scope, term.waits) == "holds":
        return Reckoned("not-running", unknown=_missing(term))
    off = terms[rule.id][1]
    start, since = _start(scope, term, terms)
    if term.length == "unknown":
        return Reckoned(
            "unknown", start=start, unknown=("how long the term is, since the text of the law was not found",)
        )
    if since is None:
        return Reckoned("unknown", _earliest_end(scope, term, off), unknown=_missing(term))
    ends = {date: end for date in _told(scope, start, since) if (end := end_of_term(date, term, off))}
    if not ends:
        return Reckoned("unknown", start=start, unknown=_missing(term))
    # Where reports disagree about the start, the earliest end is the one to be warned of; the others stand beside it.
    first = min(ends, key=lambda date: (edtf.bounds(ends[date]) or time.NEVER)[::-1])
    others = tuple(dict.fromkeys(end for date, end in ends.items() if end != ends[first]))
    return _ended(scope, rule, Reckoned("", ends[first], start, first, others))


def _told(scope: Scope, start: Event | None, since: str) -> tuple[str, ...]:
    """The dates that reports give for the start: the best supported one first, then those that contradict it."""
    disputed = [
        side.value
        for conflict in scope.facts.case.conflicts
        if start is not None and conflict.event == start.id and conflict.kind == "contradiction"
        for side in conflict.values
        if conflict.property.split(".")[-1] == "date" and edtf.bounds(side.value)
    ]
    today = scope.facts.today[1]
    return (since, *(told for told in disputed if (edtf.earliest(told) or date.min) <= today))


def _start(scope: Scope, term: Term, terms: Terms) -> tuple[Event | None, str | None]:
    """The event from which the term runs and the time (EDTF) of its start; None where no report tells."""
    if term.after_term is not None:
        before = reckon(scope, terms[term.after_term][0], terms)
        return (before.start, before.end) if before else (None, None)
    for way in term.starts:
        events = (scope.named["act"],) if way == "act" else () if isinstance(way, str) else find(scope, way)
        for event in events:
            span = scope.facts.bounds(event)
            if span[0] != date.min or span[1] not in (date.max, scope.facts.today[1]):
                return event, event.date if span == edtf.bounds(event.date) else edtf.between(*span)
        if events:
            return events[0], None
    return None, None


def _earliest_end(scope: Scope, term: Term, off: DaysOff) -> str | None:
    """A term cannot have ended sooner than its length after what it must follow."""
    if term.not_before is None:
        return None
    first = scope.day(term.not_before)[0]
    end = None if first == date.min else edtf.bounds(end_of_term(first.isoformat(), term, off))
    return edtf.between(end[0], date.max) if end else None


def _ended(scope: Scope, rule: Rule, found: Reckoned) -> Reckoned:
    term, start = rule.term, found.start
    if rule.confidence == "low":
        return msgspec.structs.replace(
            found, value="unknown", unknown=("what the law says of it: its text was not read",)
        )
    # What a person must do in time is not told from a span: its first day would be guesswork, its last one a trap.
    if term is not None and term.whose == "person" and start is not None and (not start.date or "/" in start.date):
        return msgspec.structs.replace(found, value="unknown", unknown=_missing(term))
    over = found.bounds[1] < scope.facts.today[0]
    return msgspec.structs.replace(found, value="expired" if over else found.end or "unknown")


def _missing(term: Term) -> tuple[str, ...]:
    return (term.missing,) if term.missing else ()


def still_runs(found: Reckoned, on: Bounds) -> Truth:
    """Whether the term had not ended on a day. The last day itself still belongs to it."""
    end = found.bounds
    if on[1] <= end[0]:
        return "holds" if end[0] != date.min else "unknown"
    return "fails" if on[0] > end[1] else "unknown"
