"""Dates read in the order in which a text tells them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.text import edtf
from habeas.text.dates import DateExpression, find_dates
from habeas.text.story import resolve_in_order

PUBLISHED = "2025-07-16"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # the year of the story
        (
            ["He was held on 5 March 2019.", "On 9 March a court met.", "In June he left."],
            ["2019-03-05", "2019-03-09", "2019-06"],
        ),
        (["He was held in March 2019.", "In June he left."], ["2019-03", "2019-06"]),
        (["He was held on 5 March 2019.", "In January he came back."], ["2019-03-05", "2025-01"]),
        (["He left in 2019.", "In June he was tried."], ["2019", "2025-06"]),
        (["In the summer of 2017 men came.", "On 19 July they took him."], ["2017-22", "2017-07-19"]),
        (["On 19 October 2021 she wrote that he had been moved on 12 October."], ["2021-10-19", "2021-10-12"]),
        (
            ["He is held since 2 May.", "In March 2019 he left home.", "In June he was charged."],
            ["2025-05-02", "2019-03", "2025-06"],
        ),
        (["On 5 March 2019 he was held.", "On Monday his wife came."], ["2019-03-05", "2025-07-14"]),
        (["On 5 March 2019 he was held.", "The hearing is due on 20 August."], ["2019-03-05", "2025-08-20"]),
        (["On 5 May 2023 he was held.", "On 10 July the court met."], ["2023-05-05", "2025-07-10"]),
        # what tied expressions count from
        (["He came on 3 May 2021.", "The same day he asked for asylum."], ["2021-05-03", "2021-05-03"]),
        (
            ["He was held on Monday, she said on Tuesday.", "The next day he was sent back."],
            ["2025-07-14", "2025-07-15", "2025-07-15"],
        ),
        (
            ["He came in May 2021.", "That October he was tried and the following March freed."],
            ["2021-05", "2021-10", "2022-03"],
        ),
        (["He was convicted in 2017 and freed the following spring."], ["2017", "2018-21"]),
        (
            ["He came on 3 May 2021.", "Two weeks later he was held.", "A month later he left."],
            ["2021-05-03", "2021-05-17", "2021-06"],
        ),
        (["He was held on 3 May 2021.", "After five days he was let go."], ["2021-05-03", "2021-05-08"]),
        (["He was let go on 3 May 2021 after five days."], ["2021-05-03", None]),
        (["He was moved on 5 June 2021, three days after his arrest."], ["2021-06-05", "2021-06-02"]),
        (["He came on 20 May 2021.", "On the 23rd, he was held."], ["2021-05-20", "2021-05-23"]),
        (["The following day he was freed."], [None]),
        (["He came on 3 May 2021.", "Yes.", "No.", "Yes.", "No.", "The same day he left."], ["2021-05-03", None]),
    ],
)
def test_in_order(lines: list[str], expected: list[str | None]) -> None:
    """Each date is read in the light of those told before it."""
    assert [found.edtf for line in resolve_in_order(read(lines), PUBLISHED) for found in line] == expected


def test_anchor_is_named() -> None:
    """A tied date says from which words it was counted."""
    ((day,), (tied,)) = resolve_in_order(read(["He came on 3 May 2021.", "The same day he left."]), PUBLISHED)
    assert tied.anchor == day.start


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.sampled_from(["On 5 March 2019", "in June", "the next day", "two years after it", "on Monday", "That May"])
    ),
    st.dates().map(str) | st.sampled_from(["2024", "2024-02", "rubbish"]) | st.none(),
)
def test_any_order(lines: list[str], published: str | None) -> None:
    """Only dates change, lines and words stay, and every date can be read."""
    before = read(lines, published)
    after = resolve_in_order(before, published)
    assert [[(e.start, e.end, e.kind, e.form) for e in line] for line in after] == [
        [(e.start, e.end, e.kind, e.form) for e in line] for line in before
    ]
    assert all(e.edtf is None or edtf.bounds(e.edtf) for line in after for e in line)


def read(lines: list[str], published: str | None = PUBLISHED) -> list[tuple[DateExpression, ...]]:
    """The dates of lines that follow each other in one text."""
    text, found = "", []
    for line in lines:
        start = len(text)
        text += f"{line} "
        found.append(find_dates(text, start, len(text), published, "en"))
    return found
