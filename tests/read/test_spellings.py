"""Names as words to compare."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.read.spellings import alike, parts, within


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Rüstəm Əliyev", ("rustam", "aliyev")),
        ("Umm Karim", ("ummkarim",)),
        ("Karim al-Bassam", ("karim", "bassam")),
        ("Abdul Rahman Nazari", ("abdulrahman", "nazari")),
        ("A. B. Terekhin", ("a", "b", "terekhin")),
    ],
)
def test_parts_are_folded_and_without_particles(name: str, expected: tuple[str, ...]) -> None:
    """Accents and particles fall away; what binds ("Umm", "Abdul") stays with its name."""
    assert parts(name) == expected


def test_a_wife_is_not_a_spelling_of_her_husband() -> None:
    """One letter apart is a spelling, the feminine ending is another person."""
    assert alike("ibragimoglu", "ibrahimoglu")
    assert not alike("terekhin", "terekhina")


def test_initials_stand_for_names_but_never_alone() -> None:
    """ "S. Terekhin" is within "Semyon Terekhin"; "S." alone is within nobody."""
    assert within(parts("S. Terekhin"), parts("Semyon Terekhin"))
    assert not within(("s",), parts("Semyon Terekhin"))
    assert not within(parts("Semyon Terekhin"), parts("Ivan Terekhin"))


@given(st.text(min_size=1))
def test_any_text_has_parts_or_no_words_at_all(name: str) -> None:
    """Hostile names do no harm, and a name stands within itself where it has a whole word."""
    found = parts(name)
    assert all(found)
    if any(len(part) > 1 for part in found):
        assert within(found, found)
