"""Days are counted as the law of the place counts them."""

from datetime import date

import pytest

from habeas.procedure.calendars import easter, end_of_term
from habeas.procedure.packs import load
from habeas.procedure.rules import DaysOff, Term

NONE = DaysOff()
FRENCH = next(pack.days_off for pack in load() if pack.id == "fr/extradition")


@pytest.mark.parametrize(
    ("start", "term", "off", "end"),
    [
        ("2026-03-02", Term(length="P10D"), NONE, "2026-03-12"),
        ("2026-01-31", Term(length="P1M"), NONE, "2026-02-28"),
        ("2025-05", Term(length="P40D"), NONE, "2025-06-10/2025-07-10"),
        ("2026-03-02", Term(length="PT72H", days="hours"), NONE, "2026-03-05"),
        ("2026-03-06", Term(length="P5D", days="working"), NONE, "2026-03-13"),
        ("2026-04-03", Term(length="P1D", days="working"), FRENCH, "2026-04-07"),
        ("2026-03-12", Term(length="P10D", backwards=True), NONE, "2026-03-02"),
        ("2026-05-01", Term(length="P5D", days="clear", moves_off_days=True), FRENCH, "2026-05-07"),
        ("2026-05-02", Term(length="P5D", days="clear", moves_off_days=True), FRENCH, "2026-05-11"),
    ],
)
def test_the_end_of_a_term(start, term, off, end):
    """Calendar, month end, coarse start, hours, working days, a holiday, backwards, clear days over a weekend."""
    assert end_of_term(start, term, off) == end


def test_a_term_of_unknown_length_has_no_end():
    """What nobody has read is not computed."""
    assert end_of_term("2026-03-02", Term(length="unknown"), NONE) is None


def test_easter_of_years_that_are_known():
    """Against the printed calendar."""
    assert [easter(year) for year in (2000, 2011, 2024, 2025, 2026)] == [
        date(2000, 4, 23), date(2011, 4, 24), date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5),
    ]  # fmt: skip
