"""What reports say differently of a person."""

from habeas.corroborate.portrayals import citizenships, portrayals
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


def test_who_has_both_citizenships_for_one_report_is_no_conflict() -> None:
    both = portrait("a", "citizenship", "RU")
    dual = Portrait(
        "b/p", "b", "Ada Lim", ("Ada Lim",), "subject",
        tuple(Trait("citizenship", value, Quote("xx", 4, 6)) for value in ("RU", "UA")),
    )  # fmt: skip
    assert not list(portrayals("p", [both, dual], [claim("a"), claim("b")], DOCUMENTS))


def test_a_citizenship_that_few_reports_name_is_left_out() -> None:
    """One report against three is a misreading; one of two is not."""
    told = [portrait(document, "citizenship", "RU") for document in "abc"] + [portrait("d", "citizenship", "KZ")]
    assert citizenships(told) == ("RU",)
    assert citizenships(told[2:]) == ("KZ", "RU")
