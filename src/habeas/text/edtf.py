"""Arithmetic on EDTF dates (ISO 8601-2): days, months, years, decades, seasons 21–24 of the north, intervals.

Understood: `2026-01-30` · `2026-01` · `2026` · `199X` · `2023-22` · `A/B` · `../B` · `A/..` ·
qualifiers ~ ? % anywhere.
Whatever cannot be read counts as no date: functions answer None or False and never raise for any text.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from habeas import resources

_POINT = re.compile(r"(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)
_DURATION = re.compile(
    r"(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.ASCII
)
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
_OPEN = ("", "..")


@lru_cache(maxsize=4096)
def bounds(edtf: str | None) -> tuple[date, date] | None:
    """First and last day; `date.min` or `date.max` where an interval is open; None where it cannot be read."""
    ends = [re.sub(r"[~?%]", "", end) for end in (edtf or "").split("/")]
    if len(ends) > 2 or all(end in _OPEN for end in ends) or (len(ends) == 1 and ends[0] in _OPEN):
        return None
    try:
        first = date.min if ends[0] in _OPEN else _edge(ends[0], last=False)
        last = date.max if ends[-1] in _OPEN else _edge(ends[-1], last=True)
    except (ValueError, OverflowError):
        return None
    return first, last


def _edge(point: str, last: bool) -> date:
    match = _POINT.fullmatch(point)
    if not match:
        raise ValueError(point)
    year = int(match[1].replace("X", "9" if last else "0"))
    if match[2] is None:
        return date(year, 12, 31) if last else date(year, 1, 1)
    month = int(match[2])
    if match[3] is not None:
        return date(year, month, int(match[3]))
    if month not in _SEASONS:
        return date(year, month, monthrange(year, month)[1] if 0 < month < 13 and last else 1)
    first = date(year, _SEASONS[month], 1)
    return _months_on(first, 3) - timedelta(days=1) if last else first


def earliest(edtf: str | None) -> date | None:
    """The first day it may be; None where it cannot be read or has no beginning."""
    span = bounds(edtf)
    return None if span is None or span[0] == date.min else span[0]


def latest(edtf: str | None) -> date | None:
    """The last day it may be; None where it cannot be read or has no end."""
    span = bounds(edtf)
    return None if span is None or span[1] == date.max else span[1]


def days(edtf: str | None) -> int | None:
    """How many days it spans, both ends counted; None where it cannot be read or is open."""
    first, last = earliest(edtf), latest(edtf)
    return None if first is None or last is None else (last - first).days + 1


def is_day(edtf: str | None) -> bool:
    """Whether it names exactly one day."""
    return days(edtf) == 1


def covers(outer: str | None, inner: str | None) -> bool:
    """Whether every day of `inner` lies in `outer`."""
    a, b = bounds(outer), bounds(inner)
    return a is not None and b is not None and a[0] <= b[0] and b[1] <= a[1]


def overlaps(one: str | None, other: str | None) -> bool:
    """Whether some day lies in both: the two do not contradict each other."""
    a, b = bounds(one), bounds(other)
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]


def narrower(one: str | None, other: str | None) -> bool:
    """Whether `one` says more than `other`: it lies within it and is shorter."""
    return covers(other, one) and bounds(one) != bounds(other)


def add(edtf: str | None, duration: str) -> str | None:
    """The date a duration (ISO 8601, `-P…` backwards) later, as coarse as the date was.

    Months and years are calendar ones: 31 January + P1M is the last day of February. Hours count as whole days passed.
    A month + P2M is a month; a month + P30D the interval of days in which the end may fall; an open end stays open.
    """
    match = _DURATION.fullmatch(duration)
    span = bounds(edtf)
    if edtf is None or match is None or span is None:
        return None
    years, months, weeks, whole, hours = (int(group or 0) for group in match.groups()[1:6])
    sign = -1 if match[1] else 1
    months, whole = sign * (12 * years + months), sign * (7 * weeks + whole + hours // 24)
    try:
        if "/" not in edtf and not whole and (coarse := _coarse_add(edtf, months)):
            return coarse
        ends = [end if end in (date.min, date.max) else _months_on(end, months) + timedelta(whole) for end in span]
    except (ValueError, OverflowError):
        return None
    return between(*ends)


def _coarse_add(edtf: str, months: int) -> str | None:
    point = re.sub(r"[~?%]", "", edtf)
    if re.fullmatch(r"\d{4}", point) and months % 12 == 0:
        return f"{date(int(point) + months // 12, 1, 1).year:04}"
    if re.fullmatch(r"\d{4}-(0\d|1[0-2])", point):
        return _months_on(date(int(point[:4]), int(point[5:]), 1), months).isoformat()[:7]
    return None


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def between(first: date, last: date) -> str:
    """The EDTF of all days from `first` to `last`: as a day, month or year where they are just that."""
    if first == last:
        return first.isoformat()
    if last != date.max and first != date.min and first.day == 1 and (last + timedelta(1)).day == 1:
        if (first.year, first.month) == (last.year, last.month):
            return first.isoformat()[:7]
        if (first.month, last.month) == (1, 12):
            return f"{first.year:04}" if first.year == last.year else f"{first.year:04}/{last.year:04}"
    return f"{'..' if first == date.min else first.isoformat()}/{'..' if last == date.max else last.isoformat()}"


def shown(edtf: str | None, language: str = "en") -> str:
    """For readers: "30 January 2026", "21–31 January 2026", "January–April 2022", "until 13 November 2024".

    What cannot be read is shown as it is; None as the empty string.
    """
    if edtf is None or bounds(edtf) is None:
        return edtf or ""
    words = resources.lexicon(language, "dates")["shown"]
    said = _shown_span(re.sub(r"[~?%]", "", edtf), words)
    for mark, phrase in words["marks"].items():
        if mark in edtf:
            return str(phrase).format(said)
    return said


def _shown_span(edtf: str, words: dict[str, Any]) -> str:
    first, slash, last = edtf.partition("/")
    if not slash or first == last:
        return _shown_point(first, words)
    if first in _OPEN:
        return str(words["until"]).format(_shown_point(last, words))
    if last in _OPEN:
        return str(words["since"]).format(_shown_point(first, words))
    a, b = _shown_point(first, words), _shown_point(last, words)
    if first.count("-") == last.count("-"):
        shared = _common_end(a, b)
        a, b = a.removesuffix(shared), b.removesuffix(shared)
        return f"{a}{' – ' if ' ' in a + b else '–'}{b}{shared}"
    return f"{a} – {b}"


def _common_end(one: str, other: str) -> str:
    left, right = one.split(" "), other.split(" ")
    count = 0
    while count < len(left) and left[-1 - count] == right[-1 - count]:
        count += 1
    return "".join(f" {word}" for word in left[len(left) - count :]) if count else ""


def _shown_point(point: str, words: dict[str, Any]) -> str:
    year, month, day = [*point.split("-"), "", ""][:3]
    if "X" in year:
        return str(words["decade" if year.count("X") == 1 else "century"]).format(year.replace("X", "0"))
    if not month:
        return year
    name = words["seasons"][int(month) - 21] if int(month) > 12 else words["months"][int(month) - 1]
    return f"{int(day)} {name} {year}" if day else f"{name} {year}"
