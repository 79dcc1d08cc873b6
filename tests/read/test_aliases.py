"""Other names of one person, and names that are nobody else's short form."""

import pytest

from tests.read.test_people import people


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Farid Nazimov, also known as Farhad Karimli, was arrested in Minsk. Nazimov denies the charge.", 3),
        ("Farid Nazimov (passport: Farhad Karimli) was arrested in Minsk on Monday.", 2),
        ("Farid Nazimov was arrested in Minsk. He had lived there under the name Farhad Karimli.", 2),
    ],
)
def test_what_the_text_calls_another_name_is_one_person(text: str, forms: int) -> None:
    """An alias between two names, or before the second, makes one portrait."""
    (portrait,) = people(text).portraits
    assert len(portrait.names) == forms
    assert portrait.name in ("Farid Nazimov", "Farhad Karimli")


def test_two_names_side_by_side_are_two_people() -> None:
    """ "X and Y" is no alias."""
    found = people("Police arrested Farid Nazimov and Farhad Karimli in Minsk on Monday, the lawyer said.")
    assert [portrait.name for portrait in found.portraits] == ["Farid Nazimov", "Farhad Karimli"]


def test_a_shared_surname_is_lent_to_the_first_of_two_siblings() -> None:
    """ "the brothers Islam and Ruslan Bekov": two Bekovs; the form that stands in the text is kept."""
    found = people("The brothers Islam and Ruslan Bekov were detained in Moscow. On Friday Islam Bekov was released.")
    assert [portrait.name for portrait in found.portraits] == ["Islam Bekov", "Ruslan Bekov"]
    assert "Islam" in found.portraits[0].names


def test_a_surname_alone_goes_to_the_one_who_bears_it() -> None:
    """Namesakes keep apart; the bare surname is the protagonist's."""
    found = people(
        "Ruslan Bekov was detained in Moscow on Monday. Bekov fled Baku in 2020. "
        "His wife, Aida Bekova, said that police had beaten him. Bekov faces extradition."
    )
    first, wife = found.portraits
    assert "Bekov" in first.names
    assert wife.names == ("Aida Bekova",)
