"""Plain facts stated of a person."""

import pytest

from habeas.model.readings import Portrait
from tests.read.test_people import people


def _traits(portrait: Portrait) -> set[tuple[str, str]]:
    return {(trait.property, trait.value) for trait in portrait.traits}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested Farid Nazimov, 41, on Monday. He denies the charge.", {("age", "41"), ("sex", "m")}),
        ("The 29-year-old Nadia Karimova was deported on Monday.", {("age", "29"), ("sex", "f")}),
        ("Farid Nazimov (born in 1979) was sentenced to six years.", {("birth-year", "1979")}),
        ("Uzbek citizen Farid Nazimov was extradited on Friday.", {("citizenship", "UZ")}),
        ("The Tajik blogger Farid Nazimov was extradited on Friday.", {("origin", "Tajik"), ("occupation", "blogger")}),
    ],
)
def test_facts_beside_the_name(text: str, expected: set[tuple[str, str]]) -> None:
    """Age, year of birth, citizenship or origin, trade and sex as the words around the name state them."""
    (portrait,) = people(text).portraits
    assert expected <= _traits(portrait)


def test_kin_of_whom() -> None:
    """A relative's trait names the portrait to which they are kin, by pronoun or by name."""
    found = people("Farid Nazimov was arrested in Minsk. His sister, Dilbar Nazimova, fears for him.")
    first, sister = found.portraits
    assert ("relative", f"sister:{first.id}") in _traits(sister)


def test_a_pronoun_is_nobodys_where_two_are_named() -> None:
    """No sex is guessed from a pronoun of a sentence that names others too."""
    found = people("Lin Wei met Lin Mei at the court.")
    assert all(("sex", "f") not in _traits(portrait) for portrait in found.portraits)
