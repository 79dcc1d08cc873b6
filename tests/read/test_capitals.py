"""Words that may belong to names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.read.capitals import capitals, without_possessive
from habeas.read.scene import Line
from habeas.text.segments import Sentence, tokens


def _capitals(text: str) -> list[tuple[str, str]]:
    line = Line(0, 0, "body", Sentence(0, len(text), tokens(text, 0, len(text))))
    return [(word.word, word.link) for word in capitals(text, line, "en")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("said Karim bin Salim al-Bassam.", [("Karim", "far"), ("Salim", "particle"), ("al-Bassam", "next")]),
        ("V. Terekhin’s appeal", [("V", "far"), ("Terekhin", "dot")]),
        ("Karim\nBassam", [("Karim", "far"), ("Bassam", "line")]),
        ("Terekhin's Moscow flat", [("Terekhin", "far"), ("Moscow", "far")]),
    ],
)
def test_words_and_what_joins_them(text: str, expected: list[tuple[str, str]]) -> None:
    """Particles, dots of initials and line ends join; a possessive parts."""
    assert _capitals(text) == expected


@given(st.text())
def test_offsets_show_the_word(text: str) -> None:
    """Whatever the text, the offsets of a word show that word."""
    line = Line(0, 0, "body", Sentence(0, len(text), tokens(text, 0, len(text))))
    for word in capitals(text, line, "en"):
        assert text[word.start : word.end] == word.word == without_possessive(word.word)[0] or word.word[-1] in "'’sS"
