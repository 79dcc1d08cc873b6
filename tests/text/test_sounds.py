"""How words of names sound by the habits of several languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.text.sounds import consonants, distance, near, skeletons


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Zhdanov", "Jdanov"), ("Shokin", "Chokine"), ("Wolkow", "Volkov"), ("Жанат", "Zhanat"), ("Çelik", "Celik"),
        ("Kovačić", "Kovachich"),
    ],
)  # fmt: skip
def test_two_habits_of_writing_have_a_skeleton_in_common(left: str, right: str) -> None:
    assert set(skeletons(left)) & set(skeletons(right))


def test_a_sound_often_confused_is_nearer_than_another_letter() -> None:
    assert distance("kaZanov", "kazanov") < distance("kalanov", "kazanov") == 1


def test_scripts_without_short_vowels_compare_by_consonants() -> None:
    assert consonants(skeletons("منصور")[0]) == consonants(skeletons("Mansur")[0])


@given(st.text("abdegiouzZsSCvfkh", max_size=9), st.text("abdegiouzZsSCvfkh", max_size=9))
def test_near_agrees_with_distance_which_knows_no_direction(left: str, right: str) -> None:
    assert distance(left, right) == pytest.approx(distance(right, left))
    assert near(left, right, 1.0) == (distance(left, right) <= 1.0)
    assert (distance(left, right) == 0) == (left == right)
