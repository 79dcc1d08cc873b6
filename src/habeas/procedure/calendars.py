"""Where a term ends: calendar, working and clear days, hours; days off of a state; terms that run backwards."""

from datetime import date, timedelta

from habeas.procedure.rules import DaysOff, Term
from habeas.text import edtf


def end_of_term(start: str, term: Term, off: DaysOff) -> str | None:
    """The last day (EDTF) of a term that starts on `start` (EDTF); None where the length is unknown.

    The start day is not counted. A coarse start gives a coarse end. Hours end on the day on which the last one ends,
    as far as days can say.
    """
    if term.length == "unknown":
        return None
    if term.days in ("calendar", "hours", "unknown") and not term.moves_off_days:
        return edtf.add(start, f"-{term.length}" if term.backwards else _whole_days(term.length))
    span = edtf.bounds(start)
    if span is None:
        return None
    ends = [day if day in (date.min, date.max) else _end(day, term, off) for day in span]
    return edtf.between(*ends)


def _whole_days(length: str) -> str:
    if not length.startswith("PT"):
        return length
    hours = int(length[2:-1])
    return f"P{-(-hours // 24)}D"


def _end(start: date, term: Term, off: DaysOff) -> date:
    if term.days == "working":
        return _working(start, int(term.length[1:-1]), -1 if term.backwards else 1, off)
    # Clear days: neither the day of the act nor the day of expiry counts, so one may still act on the day after.
    length = f"P{int(term.length[1:-1]) + 1}D" if term.days == "clear" else _whole_days(term.length)
    span = edtf.bounds(edtf.add(start.isoformat(), f"-{length}" if term.backwards else length))
    end = span[0] if span else date.max
    while term.moves_off_days and is_off(end, off):
        end += timedelta(days=1)
    return end


def _working(day: date, count: int, step: int, off: DaysOff) -> date:
    while count:
        day += timedelta(days=step)
        count -= not is_off(day, off)
    return day


def is_off(day: date, off: DaysOff) -> bool:
    """Whether a day is a Saturday, a Sunday or a public holiday."""
    if day.weekday() >= 5 or f"{day:%m-%d}" in off.fixed:
        return True
    return (day - easter(day.year)).days in off.easter


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the rule of Gauss as Meeus gives it)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
