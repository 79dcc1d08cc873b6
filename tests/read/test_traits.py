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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In a letter to Kazakhstan's citizens, Farid Nazimov asked for help.", set()),
        ("Farid Nazimov, a dual Russian-Tajik citizen, was deported.", {"RU", "TJ"}),
        ("The court ordered the extradition of the citizen of Tajikistan Farid Nazimov.", {"TJ"}),
        ("Farid Nazimov, a citizen of the Republic of Uzbekistan, was deported.", {"UZ"}),
        ("Farid Nazimov, a critic of the Kazakh government and a Russian national, was deported.", {"RU"}),
    ],
)
def test_a_citizenship_is_only_what_is_called_one(text: str, expected: set[str]) -> None:
    """The word for a citizen and the state belong together; a state named nearby is none."""
    (portrait,) = people(text).portraits
    assert {value for what, value in _traits(portrait) if what == "citizenship"} == expected
