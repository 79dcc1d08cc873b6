"""The timeline's geometry: in order, within the picture, nothing on top of anything else."""

from datetime import date
from itertools import combinations, pairwise

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from habeas.publish.casebook import Casebook, EventEntry
from habeas.publish.compile import casebook
from habeas.publish.shelf import Shelf
from habeas.publish.timeline import LETTER, TICK_ROOM, WIDTH, Mark, draw
from habeas.text import edtf
from tests.publish import sample

BOOK = casebook(sample.result())


def shelf(book: Casebook, dates: list[str | None]) -> Shelf:
    model = next(event for event in book.events if event.person == "p-karim")
    events = [msgspec.structs.replace(model, id=f"t{n}", date=day) for n, day in enumerate(dates)]
    return Shelf(msgspec.structs.replace(book, events=tuple(events), cases=()))


def reach(mark: Mark) -> tuple[float, float]:
    width = len(mark.label) * LETTER
    label = (mark.at - width, mark.at) if mark.anchor == "end" else (mark.at, mark.at + width)
    return min(mark.x, label[0]), max(mark.end, label[1])


days = st.dates(date(1990, 1, 1), date(2030, 12, 31)).map(date.isoformat)
dates = st.one_of(days, days.map(lambda day: day[:7]), days.map(lambda day: day[:4]), days.map(lambda day: f"../{day}"))


@given(st.lists(dates, min_size=1, max_size=15))
def test_order_and_room(found: list[str]) -> None:
    """Marks keep the order of time, stay inside the picture, and those of one row never touch."""

    picture = draw(shelf(BOOK, list(found)), "p-karim")
    assert picture
    marks = [mark for lane in picture.lanes for mark in lane.marks]
    assert len(marks) == len(found)
    first = {edtf.shown(day): edtf.earliest(day) or edtf.latest(day) for day in found}
    told = {mark: next(day for words, day in first.items() if f", {words}, " in mark.says) for mark in marks}
    xs = [mark.x for mark in sorted(marks, key=lambda mark: (told[mark], mark.x))]
    assert xs == sorted(xs)
    for mark in marks:
        assert 0 < mark.x <= mark.end <= WIDTH
        assert mark.y < picture.height
    for one, other in combinations(marks, 2):
        if one.y == other.y:
            a, b = reach(one), reach(other)
            assert a[1] < b[0] or b[1] < a[0]
    ticks = [tick.x for tick in picture.ticks]
    assert all(b - a >= TICK_ROOM for a, b in pairwise(ticks))


def test_uncertain_dates_are_spans(book: Casebook) -> None:
    """A month is drawn as a bar, a day as a point, and what has no date apart, on the right of all time."""
    picture = draw(shelf(book, ["2025-05", "2025-06-01", None]), "p-karim")
    assert picture
    month, day, undated = (mark for lane in picture.lanes for mark in lane.marks)
    assert month.end > month.x
    assert day.end == day.x
    assert picture.side
    assert day.x < picture.side < undated.x


def test_no_dates_no_picture(book: Casebook) -> None:
    """Without any date there is nothing to draw."""
    assert draw(shelf(book, [None]), "p-karim") is None


def test_the_picture_says_what_the_table_says(book: Casebook) -> None:
    """Every dated event of a person is in the picture with its title and its manner (planned, feared …)."""
    kept = Shelf(book)
    picture = draw(kept, "p-karim")
    assert picture
    says = [mark.says for lane in picture.lanes for mark in lane.marks]
    dated: list[EventEntry] = [event for event in kept.events_of["p-karim"] if event.date]
    for event in dated:
        assert any(edtf.shown(event.date) in line for line in says)
    assert any("planned" in line for line in says)
