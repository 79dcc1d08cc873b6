"""Dates in the order in which a text tells them: what was said before gives the year, or the day from which one counts.

`find_dates` reads each date by itself, against publication. Here the dates of a whole document are read one after
another; the date last spoken of is the *story*.
"""

from collections.abc import Sequence

import msgspec

from habeas.text import edtf
from habeas.text.date_meaning import fill
from habeas.text.dates import DateExpression, resolve_tied

_MONTH = 31
_FAR = 3  # lines after which a date is no longer what "two days later" counts from


class _Told(msgspec.Struct, frozen=True):
    """The date last spoken of, where it stands, and in which line."""

    edtf: str
    line: int
    start: int


def resolve_in_order(
    lines: Sequence[Sequence[DateExpression]], published: str | None
) -> tuple[tuple[DateExpression, ...], ...]:
    """The date expressions of a document, line by line, read in the light of those before them.

    Days and months without a year take that of the story where the telling goes on from there ("He was held on 5 March
    2019. On 9 March …"); tied ones get the `edtf` that they have when counted from the date last spoken of, and
    `anchor`, the offset of that date's words. Nothing else changes; the result has the shape of `lines`.
    """
    told: _Told | None = None
    current = False  # whether the text has given a day of the year of publication without its year: its custom, then
    resolved = []
    for index, line in enumerate(lines):
        said = []
        for expression in line:
            read = _read(expression, told, index, published, current)
            said.append(read)
            current = current or _is_current(read, published)
            told = _next(read, told, index)
        resolved.append(tuple(said))
    return tuple(resolved)


def _read(
    expression: DateExpression, told: _Told | None, line: int, published: str | None, current: bool
) -> DateExpression:
    if told is None or (expression.edtf and expression.kind != "calendar"):
        return expression
    if expression.kind == "tied" and line - told.line <= _FAR:
        said = resolve_tied(expression, told.edtf)
        return msgspec.structs.replace(expression, edtf=said, anchor=told.start if said else None)
    near = line - told.line <= (0 if current else 1)
    goes_on = edtf.is_day(told.edtf) or ((edtf.days(told.edtf) or 999) <= _MONTH and near)
    return in_story(expression, told.edtf, published) if goes_on else expression


def _is_current(read: DateExpression, published: str | None) -> bool:
    first, day = edtf.earliest(read.edtf), edtf.latest(published)
    if first is None or day is None or first.year != day.year:
        return False
    return read.kind == "calendar" and "XXXX" in (read.form or "")


def in_story(expression: DateExpression, story: str, published: str | None) -> DateExpression:
    """The expression in the year of the story, if it leaves its year open, comes after the story there, and the story
    lies in an earlier year than the expression otherwise would; else the expression as it is."""
    form, first, day = expression.form, edtf.earliest(story), edtf.latest(published)
    alone = edtf.earliest(expression.edtf)
    if expression.kind != "calendar" or not form or not form.startswith("XXXX-") or first is None:
        return expression
    if alone and first.year >= alone.year:
        return expression
    filled = fill(form, first.year)
    begin = edtf.earliest(filled)
    if begin is None or begin < first or (day and begin > day):
        return expression
    return msgspec.structs.replace(expression, edtf=filled, forward=None)


def _next(expression: DateExpression, told: _Told | None, line: int) -> _Told | None:
    """What is told of after this expression: days to years that the story may go on from."""
    said = expression.edtf
    if said is None or expression.nominal or expression.kind in ("age", "duration"):
        return told
    if expression.kind == "relative" and expression.form:  # "said on Tuesday" leaves the story where it is
        return told
    length = edtf.days(said)
    if length is None or length > 366:
        return told
    return _Told(said, line, expression.start)
