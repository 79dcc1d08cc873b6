"""Who is named in a document."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.model.documents import Document, Passage
from habeas.read.lines import lines
from habeas.read.people import PeopleHere, find_people

REPORT = """Court in Tbilisi lets Orkhan Mirzayev go

TBILISI, 4 March 2024. A court in the Georgian capital on Monday released Orkhan Mirzayev, 34, an Azerbaijani blogger
whom Baku wants extradited on charges of fraud. Mirzayev was arrested at the airport in January.

"My client has been in prison for two months for a post," his lawyer, Nino Kiknadze, told journalists. His wife,
Leyla Mirzayeva, said that she would not leave without him. Judge Davit Lomidze gave no reasons.

Mirzayev's brothers, Elnur and Samir, were detained in Ganja last year."""


def people(text: str) -> PeopleHere:
    """The people of a text whose first line is its headline."""
    head = text.find("\n\n") if "\n\n" in text else 0
    passages = (Passage("headline", 0, head), Passage("body", head, len(text))) if text else ()
    document = Document("0123456789abcdef", "d.txt", text, passages, published="2024-03-04", language="en")
    return find_people(document, lines(document, "en"))


@pytest.fixture(scope="module")
def report() -> PeopleHere:
    """The people of the report."""
    return people(REPORT)


def test_everyone_is_found_once(report: PeopleHere) -> None:
    """Full names, surnames alone and the headline make one portrait; brothers by given name have their own."""
    names = [portrait.name for portrait in report.portraits]
    assert names == ["Orkhan Mirzayev", "Nino Kiknadze", "Leyla Mirzayeva", "Davit Lomidze", "Elnur", "Samir"]


def test_forms_stand_fullest_first_without_possessive(report: PeopleHere) -> None:
    """Every form of the name that stands in the document."""
    assert report.portraits[0].names == ("Orkhan Mirzayev", "Mirzayev")


def test_roles(report: PeopleHere) -> None:
    """Who faces what, who speaks for them, who decides, who belongs to them."""
    assert [portrait.role for portrait in report.portraits[:4]] == ["subject", "advocate", "relative", "official"]


def test_traits_have_their_quotes(report: PeopleHere) -> None:
    """Age, sex and kinship as told, each quote the words of the text."""
    first, _, wife = report.portraits[:3]
    traits = {trait.property: trait.value for trait in first.traits}
    assert traits["age"] == "34"
    assert ("relative", f"wife:{first.id}") in [(trait.property, trait.value) for trait in wife.traits]
    for portrait in report.portraits:
        for trait in portrait.traits:
            if trait.quote:
                trait.quote.verify(REPORT)


def test_brothers_stand_beside_each_other(report: PeopleHere) -> None:
    """ "Elnur and Samir" are two people, whatever their names."""
    elnur, samir = report.portraits[-2:]
    assert samir.id in elnur.beside
    assert elnur.id in samir.beside


@pytest.mark.parametrize(
    "text",
    [
        "The Supreme Court in Astana met on Monday. Human Rights Watch criticised Kazakhstan.",
        "Police in Ankara said that Turkey would not comment. The Ministry of Justice was closed in May.",
        "",
    ],
)
def test_states_courts_and_organisations_are_nobody(text: str) -> None:
    """A capital letter makes no person."""
    assert not people(text).portraits


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.sampled_from("Kari mBsa'’.-,\n\"(„أ李ıİ1"), max_size=80))
def test_offsets_and_ids_hold_on_any_text(text: str) -> None:
    """Mentions show their words, belong to a portrait, and a second look sees the same."""
    found = people(text)
    ids = {portrait.id for portrait in found.portraits}
    for mention in found.mentions:
        assert mention.portrait in ids
        assert " ".join(text[mention.start : mention.end].split()) == mention.value
    assert people(text) == found
