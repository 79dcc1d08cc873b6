"""States in running text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.text.places import find_places, states


def pointed(text: str) -> list[tuple[str, str, str]]:
    return [(text[p.start : p.end], p.state, p.kind) for p in find_places(text, 0, len(text), "en")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He left Kyrgyzstan.", [("Kyrgyzstan", "KG", "name")]),
        ("Turkish police", [("Turkish", "TR", "adjective")]),
        ("a court in Yekaterinburg", [("Yekaterinburg", "RU", "town")]),
        ("secret prisons in Chechnya", [("Chechnya", "RU", "region")]),
        ("held in Lefortovo", [("Lefortovo", "RU", "authority")]),
        ("South Sudan’s army", [("South Sudan", "SS", "name")]),
        ("NAIROBI, 3 May", [("NAIROBI", "KE", "town")]),
        ("arrested by gardaí", [("gardaí", "IE", "authority")]),
    ],
)
def test_each_kind_of_words_points_to_its_state(text: str, found: list[tuple[str, str, str]]) -> None:
    assert pointed(text) == found


@pytest.mark.parametrize("text", ["roast turkey", "The Moscow Times", "the Geneva Convention"])
def test_words_that_only_look_like_a_state_point_to_none(text: str) -> None:
    assert pointed(text) == []


def test_the_longest_name_is_taken_once() -> None:
    assert [state for _, state, _ in pointed("Papua New Guinea and Guinea-Bissau")] == ["PG", "GW"]


def test_only_the_seat_of_government_is_marked_as_capital() -> None:
    found = find_places("Tashkent, Samarkand", 0, 19, "en")
    assert [p.capital for p in found] == [True, False]


def test_all_states_are_two_capital_letters() -> None:
    assert all(len(state) == 2 and state.isupper() for state in states("en"))
    assert len(states("en")) >= 249


@given(st.text(max_size=80), st.integers(0, 40))
def test_expressions_lie_within_what_was_searched_and_do_not_overlap(text: str, start: int) -> None:
    start = min(start, len(text))
    found = find_places(text, start, len(text), "en")
    assert all(start <= p.start < p.end <= len(text) for p in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
