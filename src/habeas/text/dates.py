"""Dates in running text, as EDTF."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import msgspec

from habeas.text import edtf
from habeas.text.date_context import context
from habeas.text.date_forms import counted, fill, latest_year, next_year, spell, week_day
from habeas.text.date_grammar import Phrase, grammar
from habeas.text.date_meaning import MEANINGS, DateKind, Meaning, Words

__all__ = ["DateExpression", "DateKind", "find_dates", "resolve_tied"]

_HALF_MONTH = 14  # days
_LONG_PAST = 270  # days; nearer ones without a year are past even where the words point ahead ("would be heard on")


class DateExpression(msgspec.Struct, frozen=True):
    """A date in words. `edtf`: what it resolves to, or None. Offsets count in the text that was searched.

    `bound`: how the words tie an event to it: on (default) · since · until · before · after · by · within · between.
    `tie`: for tied ones: what relates it: same, next or previous with day, week, month or year ("same-day",
    "next-month"); "near-month" ("on the 5th"); "later", "earlier" than what was told before; "after", "before" what is
    named next ("two days after his arrest"); "elapsed" ("after five weeks"); these with `length` where it is told.
    `length`: ISO 8601 duration.
    `forward`: for a day, month or weekday that the words do not place in a year or week: the reading after
    publication; `edtf` is the latest one up to it, or `forward` where the words point ahead ("is due on March 3").
    `form`: what such words say by themselves, X for what they leave open: XXXX-06-06, XXXX-01-21/XXXX-01-31, XXXX-22,
    XXXX-WXX-2 (a Tuesday).
    `nominal`: stands before a noun that it describes ("the 2022 elections") and need not date what is told.
    `anchor`: where the words begin from which a tied one was counted. `reports`: a word of saying stands right before
    ("said on Thursday"): it dates the report. `arrival`: counted from somebody's arrival ("upon landing").
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
    reports: bool = False
    arrival: bool = False


def find_dates(text: str, start: int, end: int, published: str | None, language: str) -> tuple[DateExpression, ...]:
    """The date expressions of `text[start:end]` (a sentence or more), in order, resolved against `published` (EDTF).

    They do not overlap. Without `published` relative ones and days without a year have no `edtf`. What was told before
    is not looked at: for that see `habeas.text.story.resolve_in_order`.
    """
    reader = _Reader(text, start, _countable(edtf.latest(published)), language)
    found: list[DateExpression] = []
    for phrase in grammar(language).phrases(text, start, end):
        for expression in reader.expressions(phrase):
            if found and (span := reader.span(found[-1], expression)):
                found[-1] = span
            else:
                found.append(expression)
    return tuple(reader.anchored(found))


def resolve_tied(expression: DateExpression, anchor: str | None) -> str | None:
    """EDTF of a tied expression, counted from `anchor` (EDTF of the event it is tied to); None where that is open."""
    first = _countable(edtf.earliest(anchor))
    if expression.kind != "tied" or expression.tie is None or anchor is None or first is None:
        return None
    which, _, unit = expression.tie.partition("-")
    if which in ("later", "earlier", "after", "before", "elapsed"):
        backwards = which in ("earlier", "before")
        return counted(anchor, expression.length, backwards) if expression.length else None
    turn = {"same": 0, "near": 0, "next": 1, "previous": -1}[which]
    form = expression.form
    if form and form.startswith("XXXX-W"):
        return week_day(form, first, turn) if edtf.is_day(anchor) else None
    if form and form.startswith("XXXX-XX"):
        return _numbered_day(int(form[-2:]), first, which)
    if form:
        if turn and (unit == "year" or (edtf.days(anchor) or 0) > _LONG_PAST):  # "in 2017 … the following spring"
            return fill(form, first.year + turn)
        return [fill(form, first.year), next_year(form, first), latest_year(form, first)][turn]
    if unit == "day":
        return edtf.add(anchor, f"{'-' if turn < 0 else ''}P{abs(turn)}D") if turn else anchor
    length = edtf.days(anchor) or 0
    return spell(unit, turn, first) if length <= {"week": 7, "month": 31, "year": 366}[unit] else None


def _numbered_day(number: int, day: date, which: str) -> str | None:
    """The day of that number in the same month; where the words name no month ("on the 5th"), not long before `day`."""
    moved = {"next": "P1M", "previous": "-P1M"}.get(which, "P0M")
    if which == "near" and day.day - number > _HALF_MONTH:
        moved = "P1M"
    said = f"{edtf.add(day.isoformat()[:7], moved)}-{number:02}"
    return said if edtf.bounds(said) else None


def _countable(day: date | None) -> date | None:
    """The day, where a century on either side is still in the calendar."""
    return day if day and 100 < day.year < 9900 else None


class _Reader:
    """Reads phrases of one stretch of text as expressions, counting from the day of publication."""

    def __init__(self, text: str, start: int, day: date | None, language: str) -> None:
        self._text, self._start, self._day = text, start, day
        self._grammar, self._context = grammar(language), context(language)

    def expressions(self, phrase: Phrase) -> Iterator[DateExpression]:
        """What a phrase says: one expression, or two ("May 3 and 5"), or none."""
        if phrase.meaning == "pair":
            yield from self._pair(phrase)
            return
        lone = phrase.meaning in ("bare", "tied_day")  # "May", "the 5th": no date without a word such as "in" before
        if lone and self._context.bound(self._text, phrase.start) is None:
            return
        meaning = self._meaning(phrase)
        if meaning is not None:
            yield self._expression(meaning, phrase.start, phrase.end)

    def span(self, one: DateExpression, other: DateExpression) -> DateExpression | None:
        """Both as one span if they are joined: "from March 2022 to May 2023", "3–5 May"; else None."""
        if {one.kind, other.kind} - {"calendar", "relative"} or not one.edtf or not other.edtf:
            return None
        if "/" in one.edtf + other.edtf or not self._context.joined(self._text, one.start, (one.end, other.start)):
            return None
        first, form = one.edtf, None
        if one.form and one.kind == "calendar" and (last := edtf.latest(other.edtf)):
            first = latest_year(one.form, last) or first
            form = f"{one.form}/{other.form}" if other.form and first[:4] == other.edtf[:4] else None
        if (edtf.earliest(first) or date.max) > (edtf.latest(other.edtf) or date.min):
            return None
        kind: DateKind = "relative" if "relative" in (one.kind, other.kind) else "calendar"
        return DateExpression(one.start, other.end, kind, f"{first}/{other.edtf}", "between", form=form)

    def anchored(self, found: list[DateExpression]) -> Iterator[DateExpression]:
        """Tied ones that stand right before their anchor, resolved: "two days after his arrest on 3 May"."""
        for one, other in pairwise([*found, None]):
            if one and one.tie in ("after", "before") and other and other.edtf and self._close(one.end, other.start):
                yield msgspec.structs.replace(one, edtf=resolve_tied(one, other.edtf), anchor=other.start)
            elif one:
                yield one

    def _close(self, start: int, end: int) -> bool:
        return end - start < 60 and re.search(r"[.;:,\n]", self._text[start:end]) is None

    def _meaning(self, phrase: Phrase) -> Meaning | None:
        read = MEANINGS.get(phrase.meaning)
        return read(Words(phrase, self._grammar), self._day) if read else None

    def _pair(self, phrase: Phrase) -> Iterator[DateExpression]:
        """ "May 3-5, 2023" is one expression, "May 3 and 5" two."""
        slots = dict(phrase.slots)
        joiner, second = slots.pop("joiner"), slots.pop("day2")
        first = self._meaning(Phrase("calendar", slots, phrase.start, phrase.end))
        last = self._meaning(Phrase("calendar", slots | {"day": second}, phrase.start, phrase.end))
        if first is None or last is None:
            return
        one = self._expression(first, phrase.start, phrase.joint[0])
        other = self._expression(last, phrase.joint[1], phrase.end)
        if not self._context.joins(joiner):
            yield from (one, other)
        elif span := self.span(one, other):
            yield span

    def _expression(self, meaning: Meaning, start: int, end: int) -> DateExpression:
        said, bound, tie = meaning.edtf, meaning.bound, meaning.tie
        around = self._context
        if bound == "on":
            bound = "since" if around.onwards(self._text, end) else around.bound(self._text, start) or "on"
        if meaning.forward and self._points_ahead(meaning, bound, start):
            said = meaning.forward
        if said and meaning.kind == "calendar" and "/" not in said and around.approximate(self._text, start):
            said += "~"
        if tie in ("after", "before") and re.match(r"\s*(?:[^\w\s]|$)", self._text[end : end + 3]):
            tie = "later" if tie == "after" else "earlier"
        return DateExpression(
            start, end, meaning.kind, said, bound, tie, meaning.length, meaning.forward, meaning.form,
            nominal=meaning.kind == "calendar" and self._describes(said, start, end),
            reports=around.reports(self._text, self._start, start), arrival=meaning.arrival,
        )  # fmt: skip

    def _points_ahead(self, meaning: Meaning, bound: str, start: int) -> bool:
        """Whether the later reading is meant: the words say so, and the earlier one is long past or only a weekday."""
        weekday = (meaning.form or "").startswith("XXXX-W")
        first = edtf.earliest(meaning.edtf)
        if weekday and first == self._day:  # "was to be let go later on Tuesday", printed on Tuesday
            return False
        if not weekday and (first is None or self._day is None or (self._day - first).days < _LONG_PAST):
            return False
        return (bound in ("by", "until") and not weekday) or self._context.ahead(self._text, self._start, start)

    def _describes(self, said: str | None, start: int, end: int) -> bool:
        if said is None or len(said) > len("2022-07") or not self._context.determined(self._text, start):
            return False
        return re.match(r"\s[^\W\d_]{3,}", self._text[end : end + 4]) is not None
