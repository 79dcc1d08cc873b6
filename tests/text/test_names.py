"""What the comparison of two names holds, on invented names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.text.names import compare, keys, parts

ONE_NAME = [
    ("Rodion Yeremeyev", "Rodion Eremeev"),
    ("Yulian Zhavoronkov", "Ioulian Javoronkov"),
    ("Oleksandr Drobotenko", "Alexander Drobotenko"),
    ("Timur Achmetow", "Timur Akhmetov"),
    ("Halil Çınaroğlu", "Halil Cinaroglu"),
    ("Мурат Сейткалиев", "Murat Seitkaliev"),
    ("SEITKALIEV, Murat", "Murat Seitkaliev"),
    ("Murat Bolatovich Seitkaliev", "Murat Seitkaliev"),
    ("Abdul Rahim Toshmatov", "Abdulrahim Toshmatov"),
]
TWO_NAMES = [
    ("Murat Seitkaliev", "Ruslan Seitkaliev"),
    ("Murat Seitkaliev", "Murat Seidakhmetov"),
    ("Igor Zhilenko", "Igor Zhirenko"),
    ("Viktor Sobolev", "Viktoria Soboleva"),
    ("Ivan Petrovich Orlov", "Ivan Sergeyevich Orlov"),
]


@pytest.mark.parametrize(("left", "right"), ONE_NAME)
def test_spellings_of_one_name_are_the_same(left: str, right: str) -> None:
    assert compare(left, right).verdict == "same"


@pytest.mark.parametrize(("left", "right"), TWO_NAMES)
def test_different_people_have_different_names(left: str, right: str) -> None:
    assert compare(left, right).verdict == "different"


@pytest.mark.parametrize(("left", "right"), [("Lev Kazhanov", "Lev Kazanov"), ("Kazhanov", "Lev Kazhanov")])
def test_what_the_name_cannot_decide_is_possible(left: str, right: str) -> None:
    assert compare(left, right).verdict == "possible"


def test_reasons_name_what_differs() -> None:
    assert "Murat is not Ruslan" in compare("Murat Seitkaliev", "Ruslan Seitkaliev").reasons


def test_an_initial_fits_its_name_and_no_other() -> None:
    assert compare("M. Seitkaliev", "Murat Seitkaliev").score > 0.6 > compare("R. Seitkaliev", "Murat Seitkaliev").score


def test_titles_and_particles_are_no_parts_of_a_name() -> None:
    assert parts("Mr. Yusuf al-Karim") == ("Yusuf", "Karim")


names = st.text(alphabet="abcdefgıçşžščжшюяейÀé '-.,", max_size=24)


@given(names, names)
def test_order_of_the_two_names_does_not_matter_and_nothing_raises(left: str, right: str) -> None:
    assert compare(left, right).score == pytest.approx(compare(right, left).score, abs=0.2)
    assert 0 <= compare(left, right).score <= 1


@pytest.mark.parametrize(("left", "right"), ONE_NAME)
def test_spellings_of_one_name_share_a_key(left: str, right: str) -> None:
    assert keys(left) & keys(right)
