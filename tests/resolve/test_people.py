"""What makes portraits of several documents one person, and what keeps them apart."""

import random
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.model.documents import Document, Quote
from habeas.model.people import People
from habeas.model.readings import Claim, Portrait, Reading, Trait
from habeas.model.vocabulary import EventType, Role
from habeas.resolve.people import resolve

Told = tuple[EventType, str | None, str | None]


def portrait(document: str, name: str, *forms: str, role: Role = "subject", traits: tuple[Trait, ...] = ()) -> Portrait:
    return Portrait(f"{document}/{name}", document, name, (name, *forms), role, traits)


def reading(*portraits: Portrait, told: dict[str, tuple[Told, ...]] | None = None) -> Reading:
    numbers = count()
    claims = [
        Claim(
            f"{p.id}#{next(numbers)}", p.document, p.id, kind, "body", Quote("x", 0, 1), "happened", 0.9, "test",
            date=date, place=place,
        )
        for p in portraits for kind, date, place in (told or {}).get(p.name, ())
    ]  # fmt: skip
    return Reading(portraits[0].document, "test", tuple(portraits), (), tuple(claims))


def persons(*readings: Reading) -> tuple[People, set[frozenset[str]]]:
    documents = [Document(r.document, f"{r.document}.txt", "x", (), published="2025-03-01") for r in readings]
    people = resolve(readings, documents)
    return people, {frozenset(person.portraits) for person in people.persons}


def test_two_spellings_are_one_person_named_by_the_best_attested_form() -> None:
    people, clusters = persons(
        reading(portrait("a", "Rodion Yeremeyev", "Yeremeyev")),
        reading(portrait("b", "Rodion Eremeev")),
        reading(portrait("c", "Rodion Yeremeyev")),
    )
    assert len(clusters) == 1
    assert people.persons[0].name == "Rodion Yeremeyev"
    assert {(n.value, n.documents) for n in people.persons[0].names} == {
        ("Rodion Yeremeyev", ("a", "c")), ("Rodion Eremeev", ("b",)), ("Yeremeyev", ("a", "c")), ("Eremeev", ("b",)),
    }  # fmt: skip


def test_a_name_in_capitals_is_given_in_plain_letters_but_kept_as_a_form() -> None:
    people, _ = persons(reading(portrait("a", "RODION YEREMEYEV")))
    assert people.persons[0].name == "Rodion Yeremeyev"
    assert "RODION YEREMEYEV" in [form.value for form in people.persons[0].names]


def test_a_surname_that_two_bear_in_one_document_is_the_form_of_neither() -> None:
    people, _ = persons(reading(portrait("a", "Murat Seitkaliev"), portrait("a", "Ruslan Seitkaliev")))
    assert all([form.value for form in person.names] == [person.name] for person in people.persons)


def test_brothers_stay_apart_though_the_reports_are_on_one_case() -> None:
    _, clusters = persons(
        reading(portrait("a", "Murat Seitkaliev"), portrait("a", "Ruslan", role="relative"), portrait("a", "Ada Lim")),
        reading(portrait("b", "Ruslan Seitkaliev"), portrait("b", "Ada Lim"), portrait("b", "Murat Seitkaliev")),
    )
    assert frozenset({"a/Murat Seitkaliev", "b/Murat Seitkaliev"}) in clusters
    assert frozenset({"a/Ruslan", "b/Ruslan Seitkaliev"}) in clusters


def test_two_people_of_one_document_are_never_joined_through_a_third_report() -> None:
    _, clusters = persons(
        reading(portrait("a", "Lev Kazhanov"), portrait("a", "Lev Kazanov")),
        reading(portrait("b", "Lev Kazhanov")),
        reading(portrait("c", "Lev Kazanov")),
    )
    assert not any({"a/Lev Kazhanov", "a/Lev Kazanov"} <= cluster for cluster in clusters)


def test_a_namesake_who_holds_an_office_is_another_person() -> None:
    _, clusters = persons(
        reading(portrait("a", "Murat Seitkaliev"), told={"Murat Seitkaliev": (("removed", "2025-01-02", "KZ"),)}),
        reading(portrait("b", "Murat Seitkaliev", role="official")),
    )
    assert len(clusters) == 2


def test_a_slip_of_the_pen_joins_only_with_a_case_in_common() -> None:
    told: dict[str, tuple[Told, ...]] = {
        "Lev Kazhanov": (("removed", "2025-01-02", "KZ"),), "Lev Kazanov": (("removed", "2025-01-02", "KZ"),),
    }  # fmt: skip
    _, apart = persons(reading(portrait("a", "Lev Kazhanov")), reading(portrait("b", "Lev Kazanov")))
    _, joined = persons(
        reading(portrait("a", "Lev Kazhanov"), portrait("a", "Ada Lim"), told=told),
        reading(portrait("b", "Lev Kazanov"), portrait("b", "Ada Lim"), told=told),
    )
    assert len(apart) == 2
    assert frozenset({"a/Lev Kazhanov", "b/Lev Kazanov"}) in joined


def test_a_surname_that_fits_two_people_equally_is_left_undecided() -> None:
    people, clusters = persons(
        reading(portrait("a", "Murat Seitkaliev"), portrait("a", "Ruslan Seitkaliev"), portrait("a", "Ada Lim")),
        reading(portrait("b", "Seitkaliev"), portrait("b", "Ada Lim")),
    )
    assert frozenset({"b/Seitkaliev"}) in clusters
    assert any("b/Seitkaliev" in pair.portraits for pair in people.undecided)


def test_a_man_and_a_woman_are_not_one_person() -> None:
    _, clusters = persons(
        reading(portrait("a", "Sasha Orlenko", traits=(Trait("sex", "f"),))),
        reading(portrait("b", "Sasha Orlenko", traits=(Trait("sex", "m"),))),
    )
    assert len(clusters) == 2


def test_an_unrelated_report_changes_nothing_for_others() -> None:
    readings = [reading(portrait("a", "Rodion Yeremeyev")), reading(portrait("b", "Rodion Eremeev"))]
    before, _ = persons(*readings)
    after, _ = persons(*readings, reading(portrait("c", "Wanjiru Otieno")))
    assert before.persons[0] in after.persons


NAMES = ["Lev Kazhanov", "Lev Kazanov", "Kazanov", "Lev", "Anna Kazhanova", "L. Kazhanov", "Ada Lim", "Murat Lim"]


@settings(max_examples=40)
@given(
    st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True), min_size=1, max_size=6),
    st.randoms(),
)
def test_order_of_reports_changes_nothing_and_no_document_is_collapsed(
    named: list[list[str]], chance: random.Random
) -> None:
    readings = [reading(*(portrait(f"d{i}", name) for name in group)) for i, group in enumerate(named)]
    people, clusters = persons(*readings)
    shuffled = readings[:]
    chance.shuffle(shuffled)
    assert persons(*shuffled)[0] == people
    for cluster in clusters:
        homes = [member.partition("/")[0] for member in cluster]
        assert len(homes) == len(set(homes))
