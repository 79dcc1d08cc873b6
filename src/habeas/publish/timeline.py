"""The geometry of a timeline picture: a lane a track, time from left to right, each thing a mark with its label.

Time runs forward but not evenly: a gap of t days is drawn √t wide, so that years of waiting and weeks of haste both
stay readable. The axis says which day is where. Units are those of the SVG.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

import msgspec

from habeas.publish.casebook import EventEntry
from habeas.publish.shelf import Shelf
from habeas.publish.urgency import is_dated
from habeas.publish.wording import phrase, words
from habeas.text import edtf

WIDTH = 960.0
GUTTER = 150.0
"""Room on the left for the names of the lanes."""
MARGIN = 24.0
ROW = 21.0
LETTER = 6.3
"""About how wide a letter of a label is."""
TICK_ROOM = 76.0


class Mark(msgspec.Struct, frozen=True):
    """One thing drawn: from `x` to `end` (equal for a day) in the row at `y`; its label at `at`, `anchor`ed there."""

    x: float
    end: float
    y: float
    kind: str
    label: str
    at: float
    anchor: str
    says: str


class Lane(msgspec.Struct, frozen=True):
    """A named band of the picture from `top`, `height` high."""

    name: str
    top: float
    height: float
    marks: tuple[Mark, ...]


class Tick(msgspec.Struct, frozen=True):
    """A day written at the axis."""

    x: float
    label: str


class Picture(msgspec.Struct, frozen=True):
    """A timeline ready to draw. `today`: the line of the day `as_of`. `undated`: how many are not drawn."""

    height: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    today: float
    undated: int
    kinds: tuple[str, ...]


class _Item(msgspec.Struct, frozen=True):
    lane: str
    first: date
    last: date
    kind: str
    label: str
    says: str


class _Scale:
    """Days to x, strictly increasing over the days given."""

    def __init__(self, knots: Iterable[date]) -> None:
        self._knots = sorted(set(knots))
        widths = [(b - a).days ** 0.5 for a, b in pairwise(self._knots)]
        room, total = WIDTH - GUTTER - 2 * MARGIN, sum(widths) or 1.0
        self._xs = [GUTTER + MARGIN]
        for width in widths:
            self._xs.append(self._xs[-1] + room * width / total)

    def __call__(self, day: date) -> float:
        for (a, b), (x, y) in zip(pairwise(self._knots), pairwise(self._xs), strict=True):
            if a <= day <= b:
                return round(x + (y - x) * (day - a).days / (b - a).days, 1)
        return round(self._xs[0], 1)

    def ticks(self) -> tuple[Tick, ...]:
        """Years first, then months and the very ends, wherever there is room."""
        first, last = self._knots[0], self._knots[-1]
        months = [
            date(m // 12, m % 12 + 1, 1) for m in range(first.year * 12 + first.month, last.year * 12 + last.month)
        ]
        by_weight = [d for d in months if d.month == 1], [d for d in months if d.month in (4, 7, 10)], months
        taken: dict[float, str] = {}
        for day in (*by_weight[0], last, first, *by_weight[1], *by_weight[2]):
            x = self(day)
            if all(abs(x - other) >= TICK_ROOM for other in taken):
                taken[x] = _label(day)
        return tuple(Tick(x, label) for x, label in sorted(taken.items()))


def _label(day: date) -> str:
    """A year's first day by the year, a month's by its month, others in full; months by their first three letters."""
    if (day.month, day.day) == (1, 1):
        return str(day.year)
    *number, month, year = edtf.shown(day.isoformat()).split(" ")
    return " ".join([*(number if day.day > 1 else ()), month[:3], year])


def draw(shelf: Shelf, person: str) -> Picture | None:
    """The timeline of one person; None where no day is known."""
    events = shelf.events_of.get(person, [])
    items = [item for event in events if (item := _event(event))] + list(_deadlines(shelf, person))
    if not items:
        return None
    as_of = date.fromisoformat(shelf.casebook.as_of)
    scale = _Scale([as_of, *(d for item in items for d in (item.first, item.last))])
    lanes, top = [], 8.0
    for key in words()["lanes"]:
        if inside := [item for item in items if item.lane == key]:
            marks, rows = _place(inside, scale, top)
            lanes.append(Lane(phrase("lanes", key), top, rows * ROW + 8, marks))
            top += rows * ROW + 8
    kinds = tuple(kind for kind in (*words()["marks"], "deadline") if any(item.kind == kind for item in items))
    undated = sum(_event(event) is None for event in events)
    return Picture(top + 30, tuple(lanes), scale.ticks(), scale(as_of), undated, kinds)


def lane_of(event: EventEntry) -> str:
    """The lane of an event: its track, else the usual one of its type."""
    return event.track or str(words()["events"][event.type]["lane"])


def _event(event: EventEntry) -> _Item | None:
    first, last = edtf.earliest(event.date), edtf.latest(event.date)
    first, last = first or last, last or first
    if first is None or last is None:
        return None
    says = f"{phrase('events', event.type, 'title')}, {edtf.shown(event.date)}, {phrase('marks', event.modality)}"
    return _Item(lane_of(event), first, last, event.modality, phrase("events", event.type, "short"), says)


def _deadlines(shelf: Shelf, person: str) -> Iterable[_Item]:
    case = shelf.cases.get(person)
    for finding in filter(is_dated, case.findings if case else ()):
        first, last = edtf.earliest(finding.value), edtf.latest(finding.value)
        if first and last:
            label = edtf.shown(finding.value)
            yield _Item("deadlines", first, last, "deadline", label, f"{finding.says} {label}")


def _place(items: Sequence[_Item], scale: _Scale, top: float) -> tuple[tuple[Mark, ...], int]:
    """Marks in rows in which nothing touches, and how many rows that takes."""
    ends: list[float] = []
    marks = []
    for item in sorted(items, key=lambda i: (i.first, i.last, i.label)):
        x, end = scale(item.first), scale(item.last)
        width = len(item.label) * LETTER
        leftward = end + 9 + width > WIDTH
        begins, reach = (x - 9 - width, end + 7) if leftward else (x - 7, end + 9 + width)
        row = next((n for n, taken in enumerate(ends) if taken <= begins), len(ends))
        ends[row : row + 1] = [reach]
        at, anchor = (x - 9, "end") if leftward else (end + 9, "start")
        y = top + 4 + row * ROW + ROW / 2
        marks.append(Mark(x, end, y, item.kind, item.label, round(at, 1), anchor, item.says))
    return tuple(marks), len(ends)
