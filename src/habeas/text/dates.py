"""Dates in running text, as EDTF."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

import msgspec

from habeas.text import edtf
from habeas.text.date_grammar import Grammar, Phrase, grammar
from habeas.text.date_meaning import (
    MEANINGS,
    DateKind,
    Meaning,
    Words,
    counted,
    fill,
    latest_year,
    next_year,
    spell,
    week_day,
)

__all__ = ["DateExpression", "DateKind", "find_dates", "resolve_tied"]


class DateExpression(msgspec.Struct, frozen=True):
    """A date in words. `edtf`: what it resolves to, or None. Offsets count in the text that was searched.

    `bound`: how the words tie an event to it: on (default) · since · until · before · after · by · within · between.
    `tie`: for tied ones: what relates it: same, next or previous with day, week, month or year ("same-day",
    "next-month"), or "later", "earlier" with `length` where the words give one. `length`: ISO 8601 duration.
    `forward`: for a day, month or weekday that the words do not place in a year or week: the reading after
    publication, while `edtf` is the latest one up to it ("is due on March 3"). `form`: what such words say by
    themselves, X for what they leave open: XXXX-06-06, XXXX-01-21/XXXX-01-31, XXXX-22, XXXX-WXX-2 (a Tuesday).
    `nominal`: stands before a noun that it describes ("the 2022 elections") and need not date what is told.
    `anchor`: where the words begin from which a tied one was counted.
    """

    start: int
    end: int
    kind: DateKind
    edtf: str | None = None
    bound: str = "on"
    tie: str | None = None
    length: str | None = None
    forward: str | None = None
    form: str | None = None
    nominal: bool = False
    anchor: int | None = None


def find_dates(text: str, start: int, end: int, published: str | None, language: str) -> tuple[DateExpression, ...]:
    """The date expressions of `text[start:end]`, in order, resolved against `published` (EDTF) where relative.

    They do not overlap. Without `published` relative ones and days without a year have no `edtf`.
    """
    known = grammar(language)
    day = _countable(edtf.latest(published))
    found: list[DateExpression] = []
    for phrase in known.phrases(text, start, end):
        found.extend(_expressions(phrase, known, text, day))
    return tuple(_anchored(_joined(found, known, text), text))


def resolve_tied(expression: DateExpression, anchor: str | None) -> str | None:
    """EDTF of a tied expression, counted from `anchor` (EDTF of the event it is tied to); None where that is open."""
    first = _countable(edtf.earliest(anchor))
    if expression.kind != "tied" or expression.tie is None or anchor is None or first is None:
        return None
    which, _, unit = expression.tie.partition("-")
    if which in ("later", "earlier"):
        return counted(anchor, expression.length, which == "earlier") if expression.length else None
    turn = {"same": 0, "next": 1, "previous": -1}[which]
    form = expression.form
    if form and form.startswith("XXXX-W"):
        return week_day(form, first, turn) if edtf.is_day(anchor) else None
    if form and form.startswith("XXXX-XX"):
        return _nearest_day(int(form[-2:]), first)
    if form:
        if unit == "year" and turn and len(form) != 7:
            return fill(form, first.year + turn)
        return [fill(form, first.year), next_year(form, first), latest_year(form, first)][turn]
    if unit == "day":
        return edtf.add(anchor, f"{'-' if turn < 0 else ''}P{abs(turn)}D") if turn else anchor
    length = edtf.days(anchor) or 0
    return spell(unit, turn, first) if length <= {"week": 7, "month": 31, "year": 366}[unit] else None


def _nearest_day(number: int, day: date) -> str | None:
    """The day of that number ("on the 14th") nearest to `day`, the later one where two are as near."""
    months = [edtf.add(day.isoformat()[:7], length) for length in ("P1M", "P0M", "-P1M")]
    days = [found for month in months if edtf.days(month) and (found := edtf.earliest(f"{month}-{number:02}"))]
    return min(days, key=lambda found: abs((found - day).days)).isoformat() if days else None


def _countable(day: date | None) -> date | None:
    """The day, where a century on either side is still in the calendar."""
    return day if day and 100 < day.year < 9900 else None


def _expressions(phrase: Phrase, known: Grammar, text: str, day: date | None) -> Iterable[DateExpression]:
    if phrase.meaning == "pair":
        yield from _pair(phrase, known, text, day)
        return
    meaning = _meaning(phrase, known, text, day)
    if meaning is not None:
        yield _expression(meaning, phrase, known, text)


def _meaning(phrase: Phrase, known: Grammar, text: str, day: date | None) -> Meaning | None:
    read = MEANINGS.get(phrase.meaning)
    if read is None or (phrase.meaning in ("bare", "tied_day") and known.bound(text, phrase.start) is None):
        return None
    return read(Words(phrase, known), day)


def _expression(meaning: Meaning, phrase: Phrase, known: Grammar, text: str) -> DateExpression:
    bound = meaning.bound
    said = meaning.edtf
    if bound == "on":
        bound = known.bound(text, phrase.start) or "on"
        if known.onwards(text, phrase.end):
            bound = "since"
    if said and meaning.kind == "calendar" and "/" not in said and known.approximate(text, phrase.start):
        said += "~"
    nominal = (
        meaning.kind == "calendar"
        and said is not None
        and len(said) <= 7
        and known.determined(text, phrase.start)
        and re.match(r"[ \n][a-z]{3,}", text[phrase.end : phrase.end + 4]) is not None
    )
    return DateExpression(
        phrase.start, phrase.end, meaning.kind, said, bound, meaning.tie, meaning.length, meaning.forward,
        meaning.form, nominal,
    )  # fmt: skip


def _pair(phrase: Phrase, known: Grammar, text: str, day: date | None) -> Iterable[DateExpression]:
    """ "May 3-5, 2023" is one expression, "May 3 and 5" two."""
    slots = dict(phrase.slots)
    joiner, second = slots.pop("joiner"), slots.pop("day2")
    middle = text.index(joiner, phrase.start + len(slots["month"]), phrase.end)
    first = _meaning(Phrase("calendar", slots, phrase.start, middle), known, text, day)
    last = _meaning(Phrase("calendar", slots | {"day": second}, middle, phrase.end), known, text, day)
    if not first or not last:
        return
    if known.joins(joiner):
        span = msgspec.structs.replace(first, edtf=f"{first.edtf}/{last.edtf}" if first.edtf else None, form=None)
        yield _expression(span, phrase, known, text)
    else:
        yield DateExpression(phrase.start, middle, "calendar", first.edtf, forward=first.forward, form=first.form)
        start = middle + len(joiner)
        yield DateExpression(start, phrase.end, "calendar", last.edtf, forward=last.forward, form=last.form)


def _joined(found: list[DateExpression], known: Grammar, text: str) -> list[DateExpression]:
    joined: list[DateExpression] = []
    for expression in found:
        if joined and (span := _span(joined[-1], expression, known, text)):
            joined[-1] = span
        else:
            joined.append(expression)
    return joined


def _span(one: DateExpression, other: DateExpression, known: Grammar, text: str) -> DateExpression | None:
    if {one.kind, other.kind} - {"calendar", "relative"} or not one.edtf or not other.edtf:
        return None
    if "/" in one.edtf + other.edtf or not known.joined(text, one.start, (one.end, other.start)):
        return None
    first = one.edtf
    if one.form and other.form is None and one.kind == "calendar" and (last := edtf.latest(other.edtf)):
        first = latest_year(one.form, last) or first
    if (edtf.earliest(first) or date.max) > (edtf.latest(other.edtf) or date.min):
        return None
    kind: DateKind = "relative" if "relative" in (one.kind, other.kind) else "calendar"
    return DateExpression(one.start, other.end, kind, f"{first}/{other.edtf}", "between")


def _anchored(found: list[DateExpression], text: str) -> list[DateExpression]:
    """Tied ones that stand right before their anchor, resolved: "two days after his arrest on 3 May"."""
    anchored = list(found)
    for index, (one, other) in enumerate(pairwise(found)):
        gap = text[one.end : other.start]
        if one.tie and one.length and other.edtf and len(gap) < 60 and not re.search(r"[.;:,\n]", gap):
            anchored[index] = msgspec.structs.replace(one, edtf=resolve_tied(one, other.edtf), anchor=other.start)
    return anchored
