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
from habeas.publish.wording import day, phrase, title, words
from habeas.text import edtf

WIDTH = 960.0
GUTTER = 150.0
"""Room on the left for the names of the lanes."""
MARGIN = 24.0
ROW = 21.0
LETTER = 6.3
"""About how wide a letter of a label is."""
TICK_ROOM = 76.0
SIDE = 150.0
"""Room on the right for what has no known date, where there is any."""


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
    """A timeline ready to draw. `today`: the line of the day `as_of`. `side`: from there on things without a date."""

    height: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    today: float
    side: float | None
    kinds: tuple[str, ...]


Span = tuple[date, date]


class _Item(msgspec.Struct, frozen=True):
    lane: str
    span: Span | None
    kind: str
    label: str
    says: str


class _Scale:
    """Days to x, increasing over the days given, up to `right`."""

    def __init__(self, knots: Iterable[date], right: float) -> None:
        self.right = right
        self._knots = sorted(set(knots))
        widths = [(b - a).days ** 0.5 for a, b in pairwise(self._knots)]
        room, total = right - GUTTER - 2 * MARGIN, sum(widths) or 1.0
        self._xs = [GUTTER + MARGIN]
        for width in widths:
            self._xs.append(self._xs[-1] + room * width / total)

    def __call__(self, point: date) -> float:
        for (a, b), (x, y) in zip(pairwise(self._knots), pairwise(self._xs), strict=True):
            if a <= point <= b:
                return round(x + (y - x) * (point - a).days / (b - a).days, 1)
        return round(self._xs[0], 1)

    def ticks(self) -> tuple[Tick, ...]:
        """Years first, then months and the very ends, wherever there is room."""
        first, last = self._knots[0], self._knots[-1]
        months = [
            date(m // 12, m % 12 + 1, 1) for m in range(first.year * 12 + first.month, last.year * 12 + last.month)
        ]
        years, quarters = [d for d in months if d.month == 1], [d for d in months if d.month in (4, 7, 10)]
        taken: dict[float, str] = {}
        for point in (*years, last, first, *quarters, *months):
            x = self(point)
            if all(abs(x - other) >= TICK_ROOM for other in taken):
                taken[x] = _label(point)
        return tuple(Tick(x, label) for x, label in sorted(taken.items()))


def _label(point: date) -> str:
    """A year's first day by the year, a month's by its month, others in full; months by their first three letters."""
    if (point.month, point.day) == (1, 1):
        return str(point.year)
    *number, month, year = edtf.shown(point.isoformat()).split(" ")
    return " ".join([*(number if point.day > 1 else ()), month[:3], year])


def draw(shelf: Shelf, person: str) -> Picture | None:
    """The timeline of one person; None where no day is known."""
    items = list(map(_event, shelf.events_of.get(person, ())))
    items += [*_disputed(shelf, person), *_deadlines(shelf, person)]
    days = [edge for item in items for edge in item.span or ()]
    if not days:
        return None
    as_of = date.fromisoformat(shelf.casebook.as_of)
    side = WIDTH - SIDE if any(item.span is None for item in items) else None
    scale = _Scale([as_of, *days], side or WIDTH)
    lanes, top = [], 8.0
    for key in words()["lanes"]:
        if inside := [item for item in items if item.lane == key]:
            marks, rows = _place(inside, scale, top)
            lanes.append(Lane(phrase("lanes", key), top, rows * ROW + 8, marks))
            top += rows * ROW + 8
    kinds = tuple(
        kind for kind in (*words()["marks"], "disputed", "deadline") if any(item.kind == kind for item in items)
    )
    return Picture(top + 30, tuple(lanes), scale.ticks(), scale(as_of), side, kinds)


def lane_of(event: EventEntry) -> str:
    """The lane of an event: its track, else the usual one of its type."""
    return event.track or str(words()["events"][event.type]["lane"])


def _event(event: EventEntry) -> _Item:
    says = f"{title(event)}, {day(event.date)}, {phrase('marks', event.modality)}"
    return _Item(lane_of(event), _span(event.date), event.modality, phrase("events", event.type, "short"), says)


def _span(edtf_date: str | None) -> Span | None:
    """First and last day; of a span with an open end, the end that is known."""
    first, last = edtf.earliest(edtf_date), edtf.latest(edtf_date)
    first, last = first or last, last or first
    return (first, last) if first and last else None


def _disputed(shelf: Shelf, person: str) -> Iterable[_Item]:
    """The other days that reports tell for an event."""
    for conflict in shelf.conflicts_of.get(person, ()):
        event = shelf.events.get(conflict.event or "")
        if event is None or (conflict.property, conflict.kind) != ("date", "contradiction"):
            continue
        for side in conflict.values:
            span = _span(side.value)
            if span and side.value != event.date:
                label = f"{phrase('events', event.type, 'short')}?"
                says = f"{title(event)}: {day(side.value)} in another report"
                yield _Item(lane_of(event), span, "disputed", label, says)


def _deadlines(shelf: Shelf, person: str) -> Iterable[_Item]:
    case = shelf.cases.get(person)
    for finding in filter(is_dated, case.findings if case else ()):
        if span := _span(finding.value):
            label = edtf.shown(finding.value)
            yield _Item("deadlines", span, "deadline", label, f"{finding.says} {label}")


def _place(items: Sequence[_Item], scale: _Scale, top: float) -> tuple[tuple[Mark, ...], int]:
    """Marks in rows in which nothing touches, and how many rows that takes."""
    ends: list[float] = []
    marks = []
    undated = {(item.kind, item.label): item for item in items if item.span is None}
    dated = [item for item in items if item.span]
    for item in (*sorted(dated, key=lambda i: (i.span, i.label)), *undated.values()):
        x, end = map(scale, item.span) if item.span else (scale.right + 14, scale.right + 14)
        width = len(item.label) * LETTER
        leftward = item.span is not None and end + 9 + width > scale.right
        begins, reach = (x - 9 - width, end + 7) if leftward else (x - 7, end + 9 + width)
        row = next((n for n, taken in enumerate(ends) if taken <= begins), len(ends))
        ends[row : row + 1] = [reach]
        at, anchor = (x - 9, "end") if leftward else (end + 9, "start")
        y = top + 4 + row * ROW + ROW / 2
        marks.append(Mark(x, end, y, item.kind, item.label, round(at, 1), anchor, item.says))
    return tuple(marks), len(ends)
