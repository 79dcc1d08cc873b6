"""Where sentences end."""

import pytest

from habeas.text.segments import sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("They will appear before U.S. Magistrate Judge Ann Lee.", 1),
        ("He fled the U.S. The judge refused bail.", 2),
        ("Police came at 5 p.m. Neighbours saw them.", 2),
        ("Mr. Osan met Dr. Lee. They left.", 2),
        ("It cost 3.5 million. Nobody paid.", 2),
    ],
)
def test_a_full_stop_after_an_abbreviation_ends_a_sentence_only_where_one_may_end(text: str, count: int) -> None:
    assert len(list(sentences(text, 0, len(text), "en"))) == count
