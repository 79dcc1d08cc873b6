"""What reports say differently of a person."""

from habeas.corroborate.portrayals import portrayals
from habeas.model.documents import Document, Quote
from habeas.model.readings import Claim, Portrait, Trait

DOCUMENTS = {name: Document(name, f"{name}.txt", "x" * 50, (), published="2025-03-01") for name in "ab"}


def portrait(document: str, what: str, value: str) -> Portrait:
    return Portrait(
        f"{document}/p", document, "Ada Lim", ("Ada Lim",), "subject", (Trait(what, value, Quote("xx", 4, 6)),)
    )


def claim(document: str, start: int = 0) -> Claim:
    quote = Quote("x" * 20, start, start + 20)
    return Claim(f"{document}{start}", document, f"{document}/p", "arrested", "body", quote, "happened", 0.9, "test")


def test_ages_two_years_apart_are_a_contradiction_and_one_year_is_none() -> None:
    claims = [claim("a"), claim("b")]
    far = list(portrayals("p", [portrait("a", "age", "33"), portrait("b", "birth-year", "1990")], claims, DOCUMENTS))
    near = list(portrayals("p", [portrait("a", "age", "34"), portrait("b", "birth-year", "1990")], claims, DOCUMENTS))
    assert [(c.property, c.kind, [side.value for side in c.values]) for c in far] == [
        ("age", "contradiction", ["1990", "33"])
    ]
    assert not near


def test_a_trait_whose_words_no_claim_quotes_is_not_shown() -> None:
    claims = [claim("a"), claim("b", 25)]
    assert not list(portrayals("p", [portrait("a", "age", "33"), portrait("b", "age", "50")], claims, DOCUMENTS))


def test_different_citizenships_are_wording_that_has_legal_weight() -> None:
    told = [portrait("a", "citizenship", "RU"), portrait("b", "citizenship", "UA")]
    found = list(portrayals("p", told, [claim("a"), claim("b")], DOCUMENTS))
    assert [c.kind for c in found] == ["different wording that has legal weight"]
