"""Dates in the order in which a text tells them: what was said before gives the year, or the day from which one counts.

`find_dates` reads each date by itself, against publication. Here the dates of a whole document are read one after
another. The date last spoken of is the *story*; the day last spoken of is what "the next morning" counts from.
"""

from collections.abc import Sequence

import msgspec

from habeas.text import edtf
from habeas.text.date_forms import fill
from habeas.text.dates import DateExpression, resolve_tied

_MONTH, _SEASON, _YEAR = 31, 92, 366  # days
_NEWS = 14  # days
_FAR = {"day": 3, "week": 3, "month": 6, "year": 6}  # lines after which "the same day", "that year" is another one's
_ASIDE = 12  # code points between a date and "three days after his arrest" that is told beside it
_OPPOSITE = {"after": "earlier", "before": "later"}


class _Told(msgspec.Struct, frozen=True):
    """A date spoken of, the line in which it stands, and the offsets of its words."""

    edtf: str
    line: int
    start: int
    end: int
    nominal: bool = False


class _Memory(msgspec.Struct):
    """What the text has told so far. `current`: its custom is to leave out the year of publication."""

    story: _Told | None = None
    day: _Told | None = None
    current: bool = False

    def last(self) -> _Told | None:
        """The date last spoken of, day or not."""
        told = [told for told in (self.story, self.day) if told]
        return max(told, key=lambda told: told.start, default=None)


def resolve_in_order(
    lines: Sequence[Sequence[DateExpression]], published: str | None
) -> tuple[tuple[DateExpression, ...], ...]:
    """The date expressions of a document, line by line, read in the light of those before them.

    Days and months without a year take that of the story where the telling goes on from there ("He was held on 5 March
    2019. On 9 March …"). Tied ones get the `edtf` that they have when counted from the date last spoken of, and
    `anchor`, the offset of that date's words. "On 5 June, three days after his arrest": the second one dates the
    arrest, 2 June. Nothing else changes; the result has the shape of `lines`.
    """
    memory = _Memory()
    resolved = []
    for index, line in enumerate(lines):
        said = []
        for expression in line:
            read = _read(expression, memory, index, published)
            _remember(read, memory, index, published)
            said.append(read)
        resolved.append(tuple(said))
    return tuple(resolved)


def in_story(expression: DateExpression, story: str, published: str | None, back: int = 0) -> DateExpression:
    """The expression in the year of the story (EDTF); or as it is.

    It moves if it leaves its year open, the story lies in an earlier year than the expression would by itself, and the
    day or month comes after the story in that year, or at most `back` days before.
    """
    form, first, day = expression.form, edtf.earliest(story), edtf.latest(published)
    alone = edtf.earliest(expression.edtf)
    if expression.kind != "calendar" or not form or first is None or (alone and first.year >= alone.year):
        return expression
    filled = fill(form, first.year)
    begin = edtf.earliest(filled)
    if begin is None or (first - begin).days > back or (day and begin > day):
        return expression
    return msgspec.structs.replace(expression, edtf=filled, forward=None)


def _read(expression: DateExpression, memory: _Memory, line: int, published: str | None) -> DateExpression:
    if expression.kind == "tied":
        return _tied(expression, memory, line)
    story = memory.story
    if story is None or story.nominal or expression.kind != "calendar" or expression.edtf == expression.forward:
        return expression
    lines, length = line - story.line, edtf.days(story.edtf) or _YEAR
    if lines and _is_news(expression, published):
        return expression
    if length == 1:
        return in_story(expression, story.edtf, published, back=0 if lines else _MONTH)
    if length <= _MONTH and lines <= (0 if memory.current else 1):
        return in_story(expression, story.edtf, published)
    within = in_story(expression, story.edtf, published)  # "in the summer of 2017 … on 19 July"
    return within if length <= _SEASON and lines <= 1 and edtf.covers(story.edtf, within.edtf) else expression


def _is_news(expression: DateExpression, published: str | None) -> bool:
    """Whether the day or month, read by itself, lies just before publication: then that is what is meant."""
    last, day = edtf.latest(expression.edtf), edtf.latest(published)
    return last is not None and day is not None and (day - last).days <= _NEWS


def _tied(expression: DateExpression, memory: _Memory, line: int) -> DateExpression:
    tie = expression.tie or ""
    if expression.edtf is not None:
        return expression
    if tie in _OPPOSITE:
        told = memory.last()
        beside = told is not None and told.line == line and 0 <= expression.start - told.end <= _ASIDE
        told = told if beside else None
    else:
        told = _anchor(_unit(expression), memory, line)
        if told and tie == "elapsed" and told.line == line:  # "let out on 5 May after 71 days" is told by its day
            told = None
    if told is None:
        return expression
    said = resolve_tied(msgspec.structs.replace(expression, tie=_OPPOSITE.get(tie, tie)), told.edtf)
    return msgspec.structs.replace(expression, edtf=said, anchor=told.start if said else None)


def _anchor(unit: str, memory: _Memory, line: int) -> _Told | None:
    """The date from which one counts in `unit`: for days and weeks the last day, unless the line tells a later date."""
    last, far = memory.last(), _FAR[unit]
    candidates = (
        [last, memory.story] if unit in ("month", "year") or (last and last.line == line) else [memory.day, last]
    )
    return next((told for told in candidates if told and line - told.line <= far), None)


def _unit(expression: DateExpression) -> str:
    """In what a tied expression counts: day, week, month or year."""
    unit = (expression.tie or "").partition("-")[2]
    if unit:
        return unit
    length = expression.length or "P1D"
    return "day" if "T" in length or length[-1] in "DW" else "month" if length[-1] == "M" else "year"


def _remember(read: DateExpression, memory: _Memory, line: int, published: str | None) -> None:
    said = read.edtf
    if said is None or said == read.forward or read.kind in ("age", "duration") or read.tie in _OPPOSITE:
        return
    if said == published and read.kind == "calendar":  # the date line
        return
    told = _Told(said, line, read.start, read.end, read.nominal)
    length = edtf.days(said) or _YEAR + 1
    if length == 1 and not read.reports:
        memory.day = told
    weekday = read.kind == "relative" and read.form is not None  # "said on Tuesday" leaves the story where it is
    if length <= _YEAR and not weekday:
        memory.story = told
    first, day = edtf.earliest(said), edtf.latest(published)
    if read.kind == "calendar" and "XXXX" in (read.form or "") and first and day and first.year == day.year:
        memory.current = True
