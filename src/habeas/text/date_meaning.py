"""What the phrases of dates mean: from the words of a rule to EDTF, counted from the day of publication.

One function for each meaning that the rules of a language name (MEANINGS).
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Literal

import msgspec

from habeas.text import edtf
from habeas.text.date_forms import counted, ended, fill, latest_year, length_of, next_year, part_of, spell, week_day
from habeas.text.date_grammar import Grammar, Phrase

DateKind = Literal["calendar", "relative", "tied", "duration", "age"]
"""calendar: names its own day, month or year, though perhaps not all of it ("On June 6") · relative: counted from
publication ("last month", "on Tuesday", "this past December") · tied: counted from another event ("the same day",
"two weeks later", "upon arrival", "that October"): `edtf` is None unless the anchor stands beside it · duration:
a length ("for 40 days", "six-month"): `edtf` is None, `length` is ISO 8601 · age: ("29", "aged 29", "born in 1996")."""


_OF_LATE = 200
"""Days in which "Thursday 14" is looked for."""


class Meaning(msgspec.Struct, frozen=True):
    """What a phrase says of a date; the fields are those of DateExpression."""

    kind: DateKind
    edtf: str | None = None
    form: str | None = None
    forward: str | None = None
    bound: str = "on"
    tie: str | None = None
    length: str | None = None
    arrival: bool = False


class Words:
    """The slots of a phrase as values."""

    def __init__(self, phrase: Phrase, grammar: Grammar) -> None:
        """Read the slots of `phrase` by the words of `grammar`."""
        self._values = {slot: grammar.value(slot.rstrip("0123456789"), words) for slot, words in phrase.slots.items()}

    def __getattr__(self, slot: str) -> Any:
        return self._values.get(slot)

    def number_of(self, *slots: str) -> int | None:
        """The value of the first of these slots that was filled."""
        return next((int(self._values[slot]) for slot in slots if self._values.get(slot) is not None), None)


def _form(words: Words) -> str | None:
    year = words.year or "XXXX"
    if words.feast:
        return f"{year}-{words.feast}"
    if words.season:
        return f"{year}-{words.season}"
    if not words.month:
        return str(year) if words.year else None
    day = words.number_of("day", "day_any")
    return part_of(f"{year}-{words.month:02}", words.part) if not day else f"{year}-{words.month:02}-{day:02}"


def _calendar(words: Words, day: date | None) -> Meaning | None:
    form = _form(words)
    if form is None:
        return None
    if not words.month and words.year:
        form = part_of(form, words.part)
    if words.tie:
        return Meaning("tied", form=form, tie=_tie_of(words.tie, "year"))
    turn = words.turn if words.ago_year is None else words.ago_year
    if turn is not None:
        return Meaning("relative", fill(form, day.year + turn) if day else None)
    if "X" not in form:
        said = fill(form, 0)
        return Meaning("calendar", said) if said else None
    if fill(form, 2024) is None:
        return None
    return _open_year(form, day, words.weekday)


def _open_year(form: str, day: date | None, weekday: int | None = None) -> Meaning:
    if day is None:
        return Meaning("calendar", form=form)
    before, after = latest_year(form, day), next_year(form, day)
    if weekday and before and after and len(form) == 10:
        fits = [y for y in range(day.year - 6, day.year + 2) if _falls_on(fill(form, y), weekday)]
        near = min(fits, key=lambda y: abs(y - day.year), default=None)
        if near is not None and not _falls_on(before, weekday):
            return Meaning("calendar", fill(form, near), form=form)
    return Meaning("calendar", before, form=form, forward=after)


def _falls_on(filled: str | None, weekday: int) -> bool:
    day = edtf.earliest(filled)
    return day is not None and day.isoweekday() == weekday


def _figures(words: Words, day: date | None) -> Meaning | None:
    year = words.year
    if year is None:  # two figures: of this century unless that lies years ahead
        year = 2000 + words.yy - (100 if 2000 + words.yy > (day.year if day else 2050) + 5 else 0)
    said = f"{year}-{words.mm:02}-{words.dd:02}"
    return Meaning("calendar", said) if edtf.bounds(said) else None


def _dotted(words: Words, day: date | None) -> Meaning | None:
    form = f"XXXX-{words.mm:02}-{words.dd:02}"
    return _open_year(form, day) if fill(form, 2024) else None


def _birth(words: Words, day: date | None) -> Meaning | None:  # noqa: ARG001
    form = _form(words)
    return Meaning("age", form if edtf.bounds(form) else None)


def _age(words: Words, day: date | None) -> Meaning | None:  # noqa: ARG001
    years = words.number_of("figure", "number")
    return Meaning("age", length=f"P{years}Y") if years and years < 120 else None


def _turned(words: Words, day: date | None) -> Meaning | None:
    if words.weekday:
        weekday = f"XXXX-WXX-{words.weekday}"
        if day is None:
            return Meaning("relative", form=weekday)
        before = words.turn < 0
        return Meaning(
            "relative", week_day(weekday, day - timedelta(1)) if before else week_day(weekday, day, words.turn)
        )
    form = _form(words)
    if form is None or day is None:
        return Meaning("relative", form=form)
    if words.turn > 0:
        return Meaning("relative", next_year(form, day))
    if words.turn == 0:
        return Meaning("relative", fill(form, day.year) if not words.season else latest_year(form, day) or None)
    return Meaning("relative", ended(form, day))


def _spell(words: Words, day: date | None) -> Meaning | None:
    if words.tie:
        return Meaning("tied", tie=_tie_of(words.tie, words.term))
    if day is None:
        return Meaning("relative")
    if words.in_year is not None:
        return Meaning("relative", f"{day.year + words.in_year:04}")
    said = spell(words.term, words.turn, day)
    return Meaning("relative", fill(part_of(said, words.part), 0) if said else None)


def _weekday_of(words: Words, day: date | None) -> Meaning | None:
    form = f"XXXX-WXX-{words.weekday}"
    return Meaning("relative", week_day(form, day, words.turn) if day else None)


def _weekday_number(words: Words, day: date | None) -> Meaning | None:
    """ "Thursday 14": the latest day that is both, if one was of late."""
    if day is None:
        return None
    back = (day - timedelta(days) for days in range(_OF_LATE))
    said = next((d for d in back if d.isoweekday() == words.weekday and d.day == words.day), None)
    return Meaning("relative", said.isoformat()) if said else None


def _near(words: Words, day: date | None) -> Meaning | None:
    return Meaning("relative", edtf.add(day.isoformat(), words.near) if day else None)


def _ago(words: Words, day: date | None) -> Meaning | None:
    if words.number is None:
        return Meaning("relative")
    length = length_of(words.number, words.unit)
    return Meaning("relative", counted(day.isoformat(), length, True) if day else None, length=length)


def _past(words: Words, day: date | None) -> Meaning | None:
    length = length_of(words.number, words.unit) if words.vague is None else None
    first = edtf.add(day.isoformat(), f"-{length}") if day and length else None
    return Meaning("relative", f"{first}/{day}" if first else None, bound="since", length=length)


def _ahead(words: Words, day: date | None) -> Meaning | None:
    length = length_of(words.number, words.unit)
    return Meaning("relative", counted(day.isoformat(), length, False) if day else None, length=length)


def _within(words: Words, day: date | None) -> Meaning | None:
    length = length_of(words.number, words.unit)
    last = edtf.add(day.isoformat(), length) if day else None
    return Meaning("duration", f"{day}/{last}" if last else None, bound="within", length=length)


def _duration(words: Words, day: date | None) -> Meaning | None:  # noqa: ARG001
    if words.number is None:
        return Meaning("duration")
    length = length_of(words.number, words.unit)
    if words.unit2:
        more = length_of(words.number2, words.unit2)
        if "T" not in length + more and length[-1] != more[-1]:
            length += more[1:]
    return Meaning("duration", length=length)


def _offset(words: Words, day: date | None) -> Meaning | None:  # noqa: ARG001
    if words.span:
        return Meaning("tied", tie=words.direction, length=f"P1{words.span[0].upper()}")
    unit = words.unit or words.units
    exact = words.vague is None and (words.number is not None or unit.startswith("PT"))
    length = length_of(words.number, unit) if exact else None
    return Meaning("tied", tie=words.direction or "later", length=length)


def _elapsed(words: Words, day: date | None) -> Meaning | None:  # noqa: ARG001
    return Meaning("tied", tie="elapsed", length=length_of(words.number, words.unit) if words.number else None)


def _tie_of(tie: str, unit: str) -> str:
    return f"{tie}-{unit}"


def _tied(words: Words, day: date | None) -> Meaning | None:  # noqa: ARG001
    if words.weekday:
        return Meaning("tied", form=f"XXXX-WXX-{words.weekday}", tie=_tie_of(words.tie, "week"))
    if words.month or words.season:
        return Meaning("tied", form=_form(words), tie=_tie_of(words.tie, "month"))
    return Meaning("tied", tie=_tie_of(words.tie or words.then, words.daypart or words.span))


def _arrival(words: Words, day: date | None) -> Meaning | None:  # noqa: ARG001
    return Meaning("tied", tie="same-day", arrival=True)


def _tied_day(words: Words, day: date | None) -> Meaning | None:
    number = words.number_of("day_ordinal", "day_nth")
    if not number or number > 31:
        return None
    if words.turn is not None:
        month = spell("month", words.turn, day) if day else None
        said = f"{month}-{number:02}"
        return Meaning("relative", said if edtf.bounds(said) else None)
    return Meaning("tied", form=f"XXXX-XX-{number:02}", tie=_tie_of(words.tie or "near", "month"))


def _weekday(words: Words, day: date | None) -> Meaning | None:
    form = f"XXXX-WXX-{words.weekday}"
    if day is None:
        return Meaning("relative", form=form)
    before = date.fromisoformat(week_day(form, day))
    return Meaning("relative", before.isoformat(), form=form, forward=(before + timedelta(7)).isoformat())


def _weekend(words: Words, day: date | None) -> Meaning | None:
    """Saturday and Sunday: the last ones, or the next ones where the words point ahead."""
    if day is None:
        return Meaning("relative")
    saturday = day - timedelta((day.isoweekday() + 1) % 7)
    ended_now = day.isoweekday() in (6, 7)  # "last weekend", on a weekend, is the one before
    steps = {None: 0, -1: -1 if ended_now else 0, 0: 0 if day.isoweekday() in (1, 2, 6, 7) else 1, 1: 1}[words.turn]
    last, following = (
        f"{first}/{first + timedelta(1)}" for first in (saturday + timedelta(7 * steps), saturday + timedelta(7))
    )
    return Meaning("relative", last, forward=following if words.turn is None else None)


def _decade(words: Words, day: date | None) -> Meaning | None:  # noqa: ARG001
    return Meaning("calendar", f"{words.year // 10}X" if words.year % 100 else f"{words.year // 100}XX")


def _years(words: Words, day: date | None) -> Meaning | None:  # noqa: ARG001
    return Meaning("calendar", f"{words.year}/{words.year2}", bound="between") if words.year < words.year2 else None


MEANINGS: dict[str, Callable[[Words, date | None], Meaning | None]] = {
    "calendar": _calendar, "bare": _calendar, "year": _calendar, "feast": _calendar, "figures": _figures,
    "dotted": _dotted,
    "birth": _birth, "age": _age,
    "turned": _turned, "spell": _spell, "weekday_of": _weekday_of,
    "weekday_number": _weekday_number, "near": _near, "ago": _ago, "past": _past,
    "ahead": _ahead, "within": _within, "duration": _duration, "offset": _offset, "elapsed": _elapsed,
    "tied": _tied, "arrival": _arrival,
    "tied_day": _tied_day, "weekday": _weekday, "weekend": _weekend, "decade": _decade, "years": _years,
}  # fmt: skip
"""By the name of a rule's meaning: its words and the day of publication → what they mean; None: no date."""
