"""Arithmetic on EDTF dates."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.text import edtf

D = date


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-01-30", D(2026, 1, 30), D(2026, 1, 30)),
        ("2024-02", D(2024, 2, 1), D(2024, 2, 29)),
        ("2025", D(2025, 1, 1), D(2025, 12, 31)),
        ("199X", D(1990, 1, 1), D(1999, 12, 31)),
        ("19XX", D(1900, 1, 1), D(1999, 12, 31)),
        ("2023-21", D(2023, 3, 1), D(2023, 5, 31)),
        ("2023-22", D(2023, 6, 1), D(2023, 8, 31)),
        ("2023-23", D(2023, 9, 1), D(2023, 11, 30)),
        ("2023-24", D(2023, 12, 1), D(2024, 2, 29)),
        ("2026-01-21/2026-01-31", D(2026, 1, 21), D(2026, 1, 31)),
        ("2022-01/2022-04", D(2022, 1, 1), D(2022, 4, 30)),
        ("../2024-11-13", date.min, D(2024, 11, 13)),
        ("/2024-11-13", date.min, D(2024, 11, 13)),
        ("2015/..", D(2015, 1, 1), date.max),
        ("2019~", D(2019, 1, 1), D(2019, 12, 31)),
        ("2019-05?", D(2019, 5, 1), D(2019, 5, 31)),
        ("2019-05-03%", D(2019, 5, 3), D(2019, 5, 3)),
    ],
)
def test_bounds(text: str, first: date, last: date) -> None:
    """First and last day of every kind of date that habeas writes."""
    assert edtf.bounds(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        *(None, "", "..", "../..", "/", "yesterday", "2024-13", "2024-25", "2023-02-29", "2024-00", "24-01-01"),
        *("2024/2025/2026", "2024-1-1", "0000", "٢٠٢٤", "2024-05-03T10:00"),
    ],
)
def test_what_cannot_be_read_is_no_date(text: str | None) -> None:
    """Every function answers None or False for it."""
    assert [ask(text) for ask in (edtf.bounds, edtf.earliest, edtf.latest, edtf.days)] == [None] * 4
    assert [ask(text, "2024") for ask in (edtf.covers, edtf.overlaps, edtf.narrower)] == [False] * 3
    assert edtf.add(text, "P1D") is None
    assert not edtf.is_day(text)


@given(st.text())
def test_any_text(text: str) -> None:
    """No text makes it raise."""
    for ask in (edtf.bounds, edtf.days, edtf.is_day, edtf.shown):
        ask(text)
    edtf.add(text, text)
    edtf.add("2024-05", text)


def test_open_ends_have_no_length() -> None:
    """An open side is neither a day nor counted in days."""
    assert edtf.earliest("../2024") is edtf.latest("2024/..") is edtf.days("2024/..") is None


@pytest.mark.parametrize(
    ("outer", "inner", "covers", "overlaps"),
    [
        ("2024", "2024-05", True, True),
        ("2024-05", "2024", False, True),
        ("2024-05-31", "2024-06", False, False),
        ("../2024-11-13", "2020", True, True),
        ("2024-12/2025-01", "2024-24", False, True),
        ("2024-05", "2024-05~", True, True),
    ],
)
def test_comparisons(outer: str, inner: str, covers: bool, overlaps: bool) -> None:
    """One date may hold another or share days with it; a narrower one is held and says more."""
    assert edtf.covers(outer, inner) is covers
    assert edtf.overlaps(outer, inner) is edtf.overlaps(inner, outer) is overlaps
    assert edtf.narrower(inner, outer) is (covers and edtf.bounds(inner) != edtf.bounds(outer))


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2026-01-31", "P1M", "2026-02-28"),
        ("2024-01-31", "P1M", "2024-02-29"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2026-04-01", "P30D", "2026-05-01"),
        ("2026-03-31", "-P1M", "2026-02-28"),
        ("2026-01-05", "-P1W", "2025-12-29"),
        ("2026-01-05", "P1Y2M3D", "2027-03-08"),
        ("2026-01-05", "PT48H", "2026-01-07"),
        ("2026-01-05", "PT5H", "2026-01-05"),
        ("2026-01", "P2M", "2026-03"),
        ("2026-01", "P1Y", "2027-01"),
        ("2026", "P3Y", "2029"),
        ("2026", "P6M", "2026-07-01/2027-06-30"),
        ("2024-02", "P30D", "2024-03-02/2024-03-30"),
        ("2024-02-10/2024-02-12", "P1M", "2024-03-10/2024-03-12"),
        ("../2024-02-10", "P1D", "../2024-02-11"),
        ("2024-02-10/..", "P1D", "2024-02-11/.."),
        ("2024-02-10", "soon", None),
        ("9999-12-30", "P2D", None),
        ("9999", "P1Y", None),
    ],
)
def test_add(start: str, length: str, end: str | None) -> None:
    """Calendar months end with the month; a coarse date gives a coarse result; what leaves the calendar gives none."""
    assert edtf.add(start, length) == end


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.integers(0, 5000))
def test_days_there_and_back(day: date, count: int) -> None:
    """So many days on and as many back is the same day."""
    later = edtf.add(day.isoformat(), f"P{count}D")
    assert later == (day + timedelta(count)).isoformat()
    assert edtf.add(later, f"-P{count}D") == day.isoformat()


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.integers(0, 500))
def test_months_keep_the_day_or_end_the_month(day: date, count: int) -> None:
    """The same day of the month, or the month's last one."""
    later = edtf.earliest(edtf.add(day.isoformat(), f"P{count}M"))
    assert later is not None
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == count
    assert later.day == min(day.day, monthrange(later.year, later.month)[1])


@given(st.dates(), st.dates())
def test_between_says_what_bounds_read(one: date, other: date) -> None:
    """The days from first to last, written and read again, are the same."""
    first, last = sorted((one, other))
    assert edtf.bounds(edtf.between(first, last)) == ((first, last) if (first, last) != (date.min, date.max) else None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2026-01-30", "30 January 2026"),
        ("2026-01", "January 2026"),
        ("2026", "2026"),
        ("199X", "1990s"),
        ("2023-22", "summer 2023"),
        ("2026-01-21/2026-01-31", "21–31 January 2026"),
        ("2022-01/2022-04", "January–April 2022"),
        ("2024-03-30/2024-04-02", "30 March – 2 April 2024"),
        ("2024-12-30/2025-01-02", "30 December 2024 – 2 January 2025"),
        ("2019/2021", "2019–2021"),
        ("2019-05/2019-05-07", "May 2019 – 7 May 2019"),
        ("../2024-11-13", "until 13 November 2024"),
        ("2015/..", "since 2015"),
        ("2019~", "about 2019"),
        ("2019-05?", "perhaps May 2019"),
        ("2019%", "perhaps about 2019"),
        ("soon", "soon"),
        (None, ""),
    ],
)
def test_shown(text: str | None, said: str) -> None:
    """A lawyer reads dates in words, nothing said twice."""
    assert edtf.shown(text) == said
