"""Stems: forms of one word count as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.text.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        ("arrest", "arrests", "arrested", "arresting"),
        ("release", "released", "releases", "releasing"),
        ("deport", "deported", "deporting", "deports"),
        ("flee", "fled", "fleeing"),
        ("hold", "held", "holding"),
        ("appeal", "appealed", "appeals"),
        ("stop", "stopped", "stopping"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form, "en") for form in forms}) == 1


def test_different_words_keep_apart() -> None:
    assert len({stem(word, "en") for word in ("charge", "change", "court", "count", "arrest")}) == 5


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz'", min_size=1, max_size=15))
def test_a_stem_is_never_empty(word: str) -> None:
    assert stem(word, "en")
