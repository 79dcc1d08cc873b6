"""Findings as one plain sentence: dates written out, what is not known said as such."""

import re
from collections.abc import Mapping
from datetime import date

from habeas.model.cases import Event
from habeas.procedure.rules import Rule
from habeas.procedure.terms import Reckoned
from habeas.text import edtf

_SLOT = re.compile(r"\{(\w+)(?:\.(\w+))?\}")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour"}
_COUNTS = {"working": "working ", "clear": "clear "}
_NO_DAY = "(no day told)"
_SOMEBODY = {"by": "an authority that no report names", "place": "a state that no report names"}


def when(told: str | None) -> str:
    """A date (EDTF) as an adverb: "on 5 May 2026", "in May 2026", "between 1 and 9 May 2026", "by 9 May 2026"."""
    span = edtf.bounds(told)
    if span is None or span == (date.min, date.max):
        return _NO_DAY
    first, last = span
    if first == date.min:
        return f"by {edtf.shown(last.isoformat())}"
    if last == date.max:
        return f"on or after {edtf.shown(first.isoformat())}"
    if first == last:
        return f"on {edtf.shown(first.isoformat())}"
    if "/" not in edtf.between(first, last):
        return f"in {edtf.shown(edtf.between(first, last))}"
    return f"between {edtf.shown(first.isoformat())} and {edtf.shown(last.isoformat())}"


def fill(template: str, named: Mapping[str, Event]) -> str:
    """A pack's sentence with its slots filled: `{event}` by when, `{event.by}` by whom, `{event.place}` by where.

    Text of reports enters only through `by` and attributes; it is text, whatever it looks like.
    """

    def slot(match: re.Match[str]) -> str:
        event, field = named[match[1]], match[2]
        if field is None:
            return when(event.date)
        value = {"by": event.by, "place": event.place}.get(field) or event.attrs.get(field)
        return value or _SOMEBODY.get(field, f"no {field} reported")

    return _SLOT.sub(slot, template)


def slots(template: str) -> frozenset[str]:
    """The names of events that a sentence needs."""
    return frozenset(match[1] for match in _SLOT.finditer(template))


def length(rule: Rule) -> str:
    """The length of a term in words: "10 days", "5 clear days", "one month"."""
    term = rule.term
    parts = re.findall(r"(\d+)([YMWDH])", term.length) if term else []
    if term is None or not parts:
        return "a term whose length is not known"
    count = _COUNTS.get(term.days, "")
    return " and ".join(f"{n} {count}{_UNITS[unit]}{'' if n == '1' else 's'}" for n, unit in parts)


def deadline(rule: Rule, found: Reckoned) -> str:
    """What a term comes to, in a sentence or two."""
    term, what = rule.term, rule.title
    if term is None:
        return what
    then = f" {term.then}" if term.then else ""
    if term.length == "P0D":
        return _announced(what, found)
    counted = f"{length(rule)} {'before' if term.backwards else 'from'} {_start(found)}"
    if found.value == "not-running":
        return f"{what}: {length(rule)}, not running yet as far as the reports tell.{then}"
    if found.value == "expired":
        return f"{what}: {counted}; ended {when(found.end)}.{then}"
    if found.value == "unknown":
        return (
            f"{what}: the last day cannot be computed, because it is not known {_reason(found)}.{_guess(found)}{then}"
        )
    if edtf.is_day(found.value):
        return f"{what}: {counted}; the last day is {edtf.shown(found.value)}.{then}"
    return f"{what}: {counted}; ends {when(found.value)}, as exact as the reports allow.{then}"


def _start(found: Reckoned) -> str:
    told = found.since
    if told is None:
        return "its start"
    return edtf.shown(told) if "/" not in told else f"a start that the reports put {when(told)}"


def _announced(what: str, found: Reckoned) -> str:
    """A day that is only announced has no length; it comes, or it has passed."""
    if found.value == "expired":
        return f"{what} announced to be {when(found.end)}; that day has passed."
    if found.value == "unknown":
        return f"{what}: for what day no report tells."
    return f"{what} announced to be {when(found.value)}."


def _reason(found: Reckoned) -> str:
    return "; nor ".join(found.unknown) or "when it starts"


def _guess(found: Reckoned) -> str:
    first, last = found.bounds
    if last != date.max and first != date.min:
        return f" One reading: {edtf.shown(edtf.between(first, last))}; count on the earliest day."
    return "" if first == date.min else f" It cannot end before {edtf.shown(first.isoformat())}."


def other_readings(found: Reckoned) -> str:
    """What the term comes to by the other dates that reports give for its start."""
    if not found.others or found.value not in (found.end, "expired"):
        return ""
    return f" Reports disagree about its start; by other dates it ends {' or '.join(map(when, found.others))}."
