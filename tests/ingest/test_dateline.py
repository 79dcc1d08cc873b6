"""Days of publication."""

import pytest

from habeas.ingest.dateline import edge_day, find_day, is_dateline, opening_day, stated_day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("10 June 2023 · Public", "2023-06-10"),
        ("Posted 17/11/2023 at 18h52", "2023-11-17"),
        ("11/17/2023", "2023-11-17"),
        ("Sept. 3rd, 2024", "2024-09-03"),
        ("2024.06.14", "2024-06-14"),
        ("12.02.2024", "2024-02-12"),
        ("Spring issue, May 2024", "2024-05"),
        ("Updated 4 May 2024 | Published 3 May 2024", "2024-05-03"),
        ("Updated 4 May 2024", "2024-05-04"),
        ("04/05/2024", None),
        ("31 February 2024", None),
        ("May 2", None),
        ("no. 17/2024", None),
    ],
)
def test_find_day(words: str, day: str | None) -> None:
    """Days in words and numbers; where day and month may be swapped, none; an update's day only for want of another."""
    assert find_day(words) == day


@pytest.mark.parametrize(
    ("paragraph", "day"),
    [
        ("12 Oct 2015 – The government has decided", "2015-10-12"),
        ("SELMARK, May 3, 2024 (Harbour Wire) – A court", "2024-05-03"),
        ("(Warsaw, 9 June 2023) – The police", "2023-06-09"),
        ("GENEVA (12 June 2024) – Experts", "2024-06-12"),
        ("Baku, 5 September 2023. The court", "2023-09-05"),
        ("17.09.2021 – The teacher", "2021-09-17"),
        ("Ana Merle (Lundmar, 12 October 1957 – Selmark, 2 May 2022) was a judge", None),
        ("On 3 May 2024 – a Friday – he left", None),
        ("He left on 3 May 2024. Nobody", None),
        ("SELMARK, May 3 – A court", None),
    ],
)
def test_opening_day(paragraph: str, day: str | None) -> None:
    """The dateline that opens a report, and no other date near its beginning."""
    assert opening_day(paragraph) == day


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("SELMARK, Friday 3 May 2024", True),
        ("3 May 2024 | Updated 18:20", True),
        ("SEOUL —", True),
        ("SELMARK, Monday", True),
        ("He was arrested on 3 May 2024.", False),
        ("Date of complaint: 3 May 2021", False),
        ("• 3 May 2024", False),
        ("The court ruled", False),
    ],
)
def test_is_dateline(line: str, answer: bool) -> None:
    """A line of a day and a place, not a sentence with a date in it."""
    assert is_dateline(line) is answer


def test_other_places_of_the_day() -> None:
    """After a word of publishing, and at the end of a line above the report."""
    assert stated_day("This page was last edited on 9 November 2024, at 21:14.") == "2024-11-09"
    assert stated_day("He posted a video in 2024") is None
    assert edge_day("Your weekly read. Tuesday, 21 January 2025") == "2025-01-21"
    assert edge_day("What 3 May 2024 meant for us") is None
