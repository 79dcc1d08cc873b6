"""Dates in running text: what is found, and what it resolves to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas import resources
from habeas.text import edtf
from habeas.text.dates import DateExpression, find_dates, resolve_tied

PUBLISHED = "2025-07-16"  # a Wednesday

SINGLE = [
    # full dates
    ("He was detained on 3 May 2025.", "2025-05-03"),
    ("He was detained on May 3, 2025.", "2025-05-03"),
    ("He was detained on May 3 2025.", "2025-05-03"),
    ("He was detained on 3rd May 2025.", "2025-05-03"),
    ("He was detained on the 3rd of May, 2025.", "2025-05-03"),
    ("He was detained on the third of May 2025.", "2025-05-03"),
    ("He was detained on Saturday, 3 May 2025.", "2025-05-03"),
    ("He was detained on Saturday, May 3, 2025.", "2025-05-03"),
    ("He was detained on 30th of January 2026.", "2026-01-30"),
    ("He was detained on 2025-05-03.", "2025-05-03"),
    ("The file is dated 2025-05-03T10:15:00Z.", "2025-05-03"),
    ("He was detained on 03.05.2025.", "2025-05-03"),
    ("He was detained on 03/05/2025.", "2025-05-03"),
    ("He was detained on 17/11/2023.", "2023-11-17"),
    ("He was detained on 12/25/2023.", "2023-12-25"),
    ("He was detained on 14.06.24.", "2024-06-14"),
    ("DETAINED ON 3 MAY 2025", "2025-05-03"),
    ("He was detained on\n3 May\n2025.", "2025-05-03"),
    ("at 4 a.m. on 5 March 2024", "2024-03-05"),
    ("Vilnius, Feb. 29, 2024", "2024-02-29"),
    # days and months without a year: the latest up to publication
    ("On June 6 the court met.", "2025-06-06"),
    ("The court met on 16 July.", "2025-07-16"),
    ("The court met on 17 July.", "2024-07-17"),
    ("The court met on Jan. 30.", "2025-01-30"),
    ("The court met on January 30th.", "2025-01-30"),
    ("The court met on December 31.", "2024-12-31"),
    ("The court met on 29 February.", "2024-02-29"),
    ("The court met on Friday 6 June.", "2025-06-06"),
    ("The court met on Thursday, 6 June.", "2024-06-06"),
    ("In July he left.", "2025-07"),
    ("In August he left.", "2024-08"),
    ("He has been held since March.", "2025-03"),
    ("In the spring he left.", "2025-21"),
    ("In the autumn he left.", "2024-23"),
    # months, years, decades
    ("In January 2026 he will be free.", "2026-01"),
    ("In Sept. 2021 he left.", "2021-09"),
    ("He left in August of 2019.", "2019-08"),
    ("He left in 2019.", "2019"),
    ("The case was opened back in 2006, she said.", "2006"),
    ("Membership (2019) was no crime.", "2019"),
    ("The laws of the 1990s were milder.", "199X"),
    ("Camps of the 1900s", "19XX"),
    ("It happened around 2019.", "2019~"),
    ("It happened in about March 2019.", "2019-03~"),
    ("in the summer of 2023", "2023-22"),
    ("in winter 2021", "2021-24"),
    # parts
    ("in late January 2026", "2026-01-21/2026-01-31"),
    ("in late February 2024", "2024-02-21/2024-02-29"),
    ("in late February", "2025-02-21/2025-02-28"),
    ("in mid-June 2021", "2021-06-11/2021-06-20"),
    ("in mid June", "2025-06-11/2025-06-20"),
    ("in early April", "2025-04-01/2025-04-10"),
    ("at the beginning of April 2020", "2020-04-01/2020-04-10"),
    ("at the end of June", "2025-06-21/2025-06-30"),
    ("on the last day of January", "2025-01-31"),
    ("on the first day of March 2019", "2019-03-01"),
    ("in the first half of 2021", "2021-01/2021-06"),
    ("in the second half of October 2021", "2021-10-16/2021-10-31"),
    ("in early 2022", "2022-01/2022-04"),
    ("in mid-2019", "2019-05/2019-08"),
    ("in late 2019", "2019-09/2019-12"),
    ("at the end of 2019", "2019-09/2019-12"),
    # counted from publication
    ("He was held today.", "2025-07-16"),
    ("He was held yesterday evening.", "2025-07-15"),
    ("He was held last night.", "2025-07-15"),
    ("He was held the day before yesterday.", "2025-07-14"),
    ("He will be sent back tomorrow.", "2025-07-17"),
    ("He was held on Monday.", "2025-07-14"),
    ("He was held on Wednesday.", "2025-07-16"),
    ("He was held on Thursday.", "2025-07-10"),
    ("He was held last Wednesday.", "2025-07-09"),
    ("He was held this past Sunday.", "2025-07-13"),
    ("He will be heard next Thursday.", "2025-07-24"),
    ("He was held on Tuesday last week.", "2025-07-08"),
    ("He was held on Monday 14, she said.", "2025-07-14"),
    ("He was held on Friday the 13th.", "2025-06-13"),
    ("On Monday 13 people were held.", "2025-07-14"),
    ("In the next 30 days he must go.", "2025-07-16/2025-08-15"),
    ("He was held last week.", "2025-07-07/2025-07-13"),
    ("He is heard this week.", "2025-07-14/2025-07-20"),
    ("He is heard next week.", "2025-07-21/2025-07-27"),
    ("He was held last month.", "2025-06"),
    ("He was held earlier this month.", "2025-07"),
    ("He was held last year.", "2024"),
    ("He was held earlier this year.", "2025"),
    ("He was held early last year.", "2024-01/2024-04"),
    ("He was held late last month.", "2025-06-21/2025-06-30"),
    ("He may go next year.", "2026"),
    ("He was held this past December.", "2024-12"),
    ("He was held last October.", "2024-10"),
    ("He was held last summer.", "2024-22"),
    ("He was held in March last year.", "2024-03"),
    ("He was held on 3 March this year.", "2025-03-03"),
    ("It will be heard on March 3 next year.", "2026-03-03"),
    ("It will be heard next March.", "2026-03"),
    ("He left three days ago.", "2025-07-13"),
    ("He left two weeks ago.", "2025-07-02"),
    ("He left a month ago.", "2025-06"),
    ("He left 14 months ago.", "2024-05"),
    ("He left three years ago.", "2022"),
    ("He left half a year ago.", "2025-01"),
    ("He left a decade ago.", "2015"),
    ("over the past three months", "2025-04-16/2025-07-16"),
    ("He must leave in two weeks' time.", "2025-07-30"),
    ("She has to file within 30 days.", "2025-07-16/2025-08-15"),
    ("During the year two men were sent back.", "2025"),
    ("Police detained them over the weekend.", "2025-07-12/2025-07-13"),
    ("He was flown home last weekend.", "2025-07-12/2025-07-13"),
    ("He is to be flown home next weekend.", "2025-07-19/2025-07-20"),
    # words that point ahead
    ("The hearing is due on 3 September.", "2025-09-03"),
    ("The court will rule on August 1.", "2025-08-01"),
    ("The hearing was adjourned to 20 August.", "2025-08-20"),
    ("They may stay until 31 August.", "2025-08-31"),
    ("The hearing is set for Friday.", "2025-07-18"),
    ("He is to be let go on Wednesday.", "2025-07-16"),
    ("• 11.06 – complaint to the court", "2025-06-11"),
    # spans
    ("between 3 and 5 May", "2025-05-03/2025-05-05"),
    ("from 3 May to 7 June 2023", "2023-05-03/2023-06-07"),
    ("from 3 to 5 May 2023", "2023-05-03/2023-05-05"),
    ("on 3–5 May 2023", "2023-05-03/2023-05-05"),
    ("on May 3-5, 2023", "2023-05-03/2023-05-05"),
    ("during the night of 4–5 March", "2025-03-04/2025-03-05"),
    ("from March 2022 to May 2023", "2022-03/2023-05"),
    ("from November to March 2023", "2022-11/2023-03"),
    ("between 2019 and 2021", "2019/2021"),
    ("2021–2023", "2021/2023"),
    ("during 2021-2023", "2021/2023"),
]


@pytest.mark.parametrize(("text", "expected"), SINGLE)
def test_one_date(text: str, expected: str) -> None:
    """Each phrase holds exactly one resolved date, and it is this one."""
    assert [found.edtf for found in find(text) if found.edtf] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 31 April and 5 May", ["2025-05-05"]),
        ("on 3 and 4 May", ["2025-05-03", "2025-05-04"]),
        ("on 3, 5 and 9 May 2021", ["2021-05-03", "2021-05-05", "2021-05-09"]),
        ("on May 3 and 4, 2021", ["2021-05-03", "2021-05-04"]),
        ("on May 3\nand 4", ["2025-05-03", "2025-05-04"]),
        ("in March and May 2021", ["2021-03", "2021-05"]),
        ("arrested on 3 May and tried in June", ["2025-05-03", "2025-06"]),
    ],
)
def test_lists(text: str, expected: list[str]) -> None:
    """What stands once in a list counts for all of it."""
    assert [found.edtf for found in find(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "under the Law of 2009", "under Resolution 2021/45", "the Extradition Act 2003", "the 1951 Refugee Convention",
        "case no. 2021-334", "docket 17/2021", "$2019 in cash", "flat 1917/2", "+44 2079 460000", "he may march on",
        "May he rest", "the second man", "every Monday he signs", "on a Friday", "ticket 20190", "2,019 people",
        "the spring of his life", "she was a march leader", "in the fourth person", "at 20:19",
    ],
)  # fmt: skip
def test_no_dates(text: str) -> None:
    """Laws by their year, numbers, money, habits and other words are no dates."""
    assert [found for found in find(text) if found.edtf] == []


@pytest.mark.parametrize(
    ("text", "kind", "length"),
    [
        ("sentenced to three years in prison", "duration", "P3Y"),
        ("a 40-day arrest", "duration", "P40D"),
        ("for two months", "duration", "P2M"),
        ("a six-month term", "duration", "P6M"),
        ("eight years and nine months", "duration", "P8Y9M"),
        ("twenty-six years", "duration", "P26Y"),
        ("for 48 hours", "duration", "PT48H"),
        ("kept for the next ten months", "duration", "P10M"),
        ("for a fortnight", "duration", "P2W"),
        ("for several weeks", "duration", None),
        ("a 29-year-old welder", "age", "P29Y"),
        ("aged 29", "age", "P29Y"),
        ("the man, who is 47 years old", "age", "P47Y"),
        ("Samir Qudsi, 41, said", "age", "P41Y"),
    ],
)
def test_lengths(text: str, kind: str, length: str | None) -> None:
    """Sentences, terms and ages are lengths, not days."""
    assert [(found.kind, found.length, found.edtf) for found in find(text)] == [(kind, length, None)]


def test_births_are_ages() -> None:
    """A day or year of birth dates no event of a case."""
    assert [(found.kind, found.edtf) for found in find("born in 1996")] == [("age", "1996")]
    assert [(found.kind, found.edtf) for found in find("born on 3 May 1990")] == [("age", "1990-05-03")]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("since 2015", "since"), ("ever since March 2015", "since"), ("from May 2021 onwards", "since"),
        ("until 3 May", "until"), ("till the end of May", "until"), ("before 3 May", "before"),
        ("prior to 2015", "before"),
        ("after 3 May", "after"), ("by 3 May", "by"), ("in 2015", "on"), ("on 3 May", "on"), ("3 May", "on"),
        ("between 3 and 5 May", "between"), ("within 30 days", "within"), ("over the past two months", "since"),
    ],
)  # fmt: skip
def test_bounds(text: str, bound: str) -> None:
    """The word before a date says how it bounds what is told."""
    assert [found.bound for found in find(text)] == [bound]


@pytest.mark.parametrize(
    ("text", "anchor", "expected"),
    [
        ("the same day", "2023-05-03", "2023-05-03"),
        ("that night", "2023-05-03", "2023-05-03"),
        ("the next morning", "2023-12-31", "2024-01-01"),
        ("next day", "2023-05-03", "2023-05-04"),
        ("the following day", "2023-05-03", "2023-05-04"),
        ("the previous day", "2023-05-01", "2023-04-30"),
        ("a day earlier", "2023-05-01", "2023-04-30"),
        ("two weeks later", "2023-05-03", "2023-05-17"),
        ("Two years on, he came back", "2023-05-03", "2025"),
        ("hours later", "2023-05-03", "2023-05-03"),
        ("several weeks later", "2023-05-03", None),
        ("six months later", "2023-05-03", "2023-11"),
        ("two years later", "2023-05-03", "2025"),
        ("that month", "2023-05-03", "2023-05"),
        ("the following month", "2023-12-03", "2024-01"),
        ("that October", "2023-05-03", "2023-10"),
        ("the following March", "2023-05-03", "2024-03"),
        ("the following spring", "2023", "2024-21"),
        ("the same summer", "2023-05", "2023-22"),
        ("the following year", "2023-05-03", "2024"),
        ("in August of that same year", "2023-05-03", "2023-08"),
        ("on June 9 of the following year", "2023-05-03", "2024-06-09"),
        ("later that year", "2023-05-03", "2023"),
        ("in late May that year", "2023-01", "2023-05-21/2023-05-31"),
        ("upon arrival", "2023-05-03", "2023-05-03"),
        ("that Friday", "2023-05-03", "2023-05-05"),
        ("on the 5th, he left", "2023-05-03", "2023-05-05"),
        ("on the 5th, he left", "2023-04-28", "2023-05-05"),
        ("that same week", "2023-05-03", "2023-05-01/2023-05-07"),
        ("two weeks later", None, None),
    ],
)
def test_tied(text: str, anchor: str | None, expected: str | None) -> None:
    """A tied expression has no date of its own, and that one when counted from its anchor."""
    (found,) = find(text)
    assert (found.kind, found.edtf) == ("tied", None)
    assert resolve_tied(found, anchor) == expected


def test_anchor_beside() -> None:
    """ "Two days after" resolves where the date from which it counts is named right behind."""
    tied, anchor = find("He was moved two days after his arrest on 3 May 2023.")
    assert (tied.edtf, tied.anchor, anchor.edtf) == ("2023-05-05", anchor.start, "2023-05-03")


def test_both_readings_of_a_day_without_year() -> None:
    """The reading after publication is kept beside the one before."""
    (found,) = find("The hearing on 3 September was short.")
    assert (found.edtf, found.forward, found.form) == ("2024-09-03", "2025-09-03", "XXXX-09-03")


def test_days_of_reports_are_marked() -> None:
    """The day on which somebody said a thing is known as such."""
    assert [found.reports for found in find("He was held on Monday, his wife told reporters on Tuesday.")] == [
        False,
        True,
    ]


def test_years_that_describe_are_marked() -> None:
    """ "The 2022 elections" need not be when the thing happened."""
    assert [found.nominal for found in find("He watched the 2022 elections and in 2023 he left.")] == [True, False]


def test_without_publication_only_full_dates_resolve() -> None:
    """Nothing is counted from a day that is not known."""
    text = "Yesterday, on Monday, on 3 May and two days ago, last year and in 2019"
    found = find_dates(text, 0, len(text), None, "en")
    assert [expression.edtf for expression in found] == [None] * 5 + ["2019"]


def test_searches_only_the_part_asked_for() -> None:
    """Offsets are those of the whole text, and nothing outside the part is found."""
    text = "In 2019 he came. On 3 May 2021 he left. In 2023 he died."
    (found,) = find_dates(text, 17, 39, PUBLISHED, "en")
    assert text[found.start : found.end] == "3 May 2021"


WORDS = sorted(word for words in resources.lexicon("en", "dates")["words"].values() for word in words)
PHRASES = st.lists(
    st.sampled_from(
        [*WORDS, "and", "to", "of", "the", "in", "–", "-", ",", "\n", "2019", "31", "5", "30.02.2021", "99"]
    ),
    max_size=9,
).map(" ".join)
DAYS = st.dates().map(str) | st.sampled_from(["2024", "2024-02", "2024-02-29", "nonsense", "0001-01-01", "9999-12-31"])


@settings(deadline=None, max_examples=300)
@given(st.text() | PHRASES, DAYS | st.none())
def test_any_text(text: str, published: str | None) -> None:
    """No text breaks it: expressions lie in the text, in order, apart; dates can be read; twice gives the same."""
    found = find_dates(text, 0, len(text), published, "en")
    place = 0
    for expression in found:
        assert place <= expression.start < expression.end <= len(text)
        place = expression.end
        assert expression.edtf is None or edtf.bounds(expression.edtf)
        assert expression.forward is None or edtf.bounds(expression.forward)
    assert found == find_dates(text, 0, len(text), published, "en")


@settings(deadline=None, max_examples=200)
@given(PHRASES, DAYS)
def test_any_anchor(text: str, anchor: str) -> None:
    """Counting from any anchor gives a readable date or none."""
    for expression in find_dates(text, 0, len(text), PUBLISHED, "en"):
        said = resolve_tied(expression, anchor)
        assert said is None or edtf.bounds(said)


def find(text: str) -> tuple[DateExpression, ...]:
    """The dates of a text published on Wednesday, 16 July 2025."""
    return find_dates(text, 0, len(text), PUBLISHED, "en")
