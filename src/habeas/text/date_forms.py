"""Forms: EDTF with X for what words leave open, and how they are filled in.

"6 June" is XXXX-06-06, "late January" XXXX-01-21/XXXX-01-31, "in the spring" XXXX-21, "Tuesday" XXXX-WXX-2.
"""

import re
from datetime import date, timedelta

from habeas.text import edtf

_PARTS = {
    "early": ((1, 10), (1, 4)), "mid": ((11, 20), (5, 8)), "late": ((21, 31), (9, 12)),
    "half-1": ((1, 15), (1, 6)), "half-2": ((16, 31), (7, 12)),
    "week-1": ((1, 7), None), "week-2": ((8, 14), None), "week-3": ((15, 21), None), "week-last": ((25, 31), None),
    "day-first": ((1, 1), None), "day-last": ((31, 31), None),
}  # fmt: skip
"""What part of a month (days) and of a year (months) the words for a part are: gold/GUIDE.md, Conventions."""


def fill(form: str, year: int) -> str | None:
    """The form with that year for its XXXX; None if there is no such day. Intervals end with the month at latest."""
    points = []
    for point in form.replace("XXXX", f"{year:04}").split("/"):
        last = edtf.latest(point[:7])
        beyond = "/" in form and len(point) == 10 and last is not None and point > last.isoformat()
        points.append(last.isoformat() if last and beyond else point)
    filled = "/".join(dict.fromkeys(points))
    return filled if edtf.bounds(filled) else None


def latest_year(form: str, day: date) -> str | None:
    """The form in the latest year in which it has begun by `day`."""
    for year in range(day.year, max(day.year - 9, 1), -1):
        filled = fill(form, year)
        first = edtf.earliest(filled)
        if first and first <= day:
            return filled
    return None


def next_year(form: str, day: date) -> str | None:
    """The form in the first year in which it begins after `day`."""
    for year in range(day.year, min(day.year + 9, 9999)):
        filled = fill(form, year)
        first = edtf.earliest(filled)
        if first and first > day:
            return filled
    return None


def week_day(form: str, day: date, weeks: int | None = None) -> str:
    """A weekday (XXXX-WXX-n): the latest up to `day`, or that of the calendar week so many weeks on."""
    number = int(form[-1])
    monday = day - timedelta(day.weekday())
    if weeks is not None:
        return (monday + timedelta(7 * weeks + number - 1)).isoformat()
    return (day - timedelta((day.isoweekday() - number) % 7)).isoformat()


def spell(unit: str, turn: int, day: date) -> str | None:
    """The calendar day, week (Monday to Sunday), month or year around `day`, or so many of them on."""
    if unit == "week":
        monday = day - timedelta(day.weekday() - 7 * turn)
        return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"
    length = {"day": 10, "month": 7, "year": 4}[unit]
    return edtf.add(day.isoformat()[:length], f"{'-' if turn < 0 else ''}P{abs(turn)}{unit[0].upper()}")


def part_of(point: str, part: str | None) -> str:
    """The early, middle, late … part of a month (days) or year (months); other dates as they are."""
    spans = _PARTS.get(part or "")
    if spans and re.fullmatch(r"[\dX]{4}-(?:0\d|1[0-2])", point):
        return "/".join(f"{point}-{day:02}" for day in spans[0])
    if spans and spans[1] and re.fullmatch(r"\d{4}|XXXX", point):
        return f"{point}-{spans[1][0]:02}/{point}-{spans[1][1]:02}"
    if part in ("day-first", "day-last") and re.fullmatch(r"\d{4}|XXXX", point):
        return f"{point}-01-01" if part == "day-first" else f"{point}-12-31"
    return point


def length_of(number: float | None, unit: str) -> str:
    """So many of a unit (ISO 8601 duration): 3 × P1W is P3W, half a P1Y is P6M."""
    head, count, letter = re.fullmatch(r"(PT?)(\d+)(\w)", unit).groups()  # type: ignore[union-attr]
    if number == 0.5:
        return {"P1Y": "P6M", "P1M": "P15D", "P1D": "PT12H", "PT1H": "PT30M"}.get(unit, unit)
    return f"{head}{int(number or 1) * int(count)}{letter}"


def coarse(day: str | None, length: str) -> str | None:
    """As coarse as the words: months ago is a month, years ago a year, days and weeks a day."""
    if day is None or not edtf.is_day(day):
        return day
    return day[:4] if "Y" in length else day[:7] if "M" in length and "T" not in length else day


def counted(anchor: str, length: str, backwards: bool) -> str | None:
    """The date so long after or before `anchor`, as coarse as the words."""
    return coarse(edtf.add(anchor, f"-{length}" if backwards else length), length)


def ended(form: str, day: date) -> str | None:
    """The form in the latest year in which it was over before `day`."""
    return next(
        (f for y in range(day.year, day.year - 3, -1) if (f := fill(form, y)) and (e := edtf.latest(f)) and e < day),
        None,
    )
