"""Who may be meant in each line."""

from habeas.model.documents import Document, Passage
from habeas.model.readings import Mention, Portrait
from habeas.model.vocabulary import Role
from habeas.read.people import PeopleHere
from habeas.read.prepare import prepare
from habeas.read.scene import Presence, Scene


def scene(text: str, **roles: Role) -> Scene:
    """A scene of one passage; people are named by one word each."""
    portraits = tuple(Portrait(name, "d", name, (name,), role) for name, role in roles.items())
    mentions = tuple(
        Mention(f"{name}{start}", "d", name, name, start, start + len(name))
        for name in roles
        for start in range(len(text))
        if text.startswith(name, start)
    )
    document = Document("d", "d.txt", text, (Passage("body", 0, len(text)),), language="en", published="2024-01-01")
    return prepare(document, PeopleHere(portraits, mentions))


def of(portrait: str, line: int, told: Scene) -> Presence:
    return next(one for one in told.present[line] if one.portrait == portrait)


def test_a_name_in_the_line_is_named_at_distance_nought() -> None:
    told = scene("Police came. They arrested Murat on Monday.", Murat="subject")
    one = of("Murat", 1, told)
    assert (one.how, one.distance, one.rank) == ("named", 0, 0)
    assert told.document.text[one.start : one.end] == "Murat"


def test_a_pronoun_brings_in_those_of_its_sex_only() -> None:
    told = scene("Murat lost his job. Aida lost her house. She was deported.", Murat="subject", Aida="subject")
    assert of("Aida", 2, told).how == "pronoun"
    assert of("Murat", 2, told).how == "carried"


def test_a_description_brings_in_the_one_of_that_trade() -> None:
    told = scene("Murat, a welder, came home. Police took the welder away.", Murat="subject")
    one = of("Murat", 1, told)
    assert one.how == "described"
    assert told.document.text[one.start : one.end] == "welder"


def test_a_group_word_brings_in_everyone() -> None:
    told = scene("Murat and Anton met. The two men were arrested.", Murat="subject", Anton="subject")
    assert {of(name, 1, told).how for name in ("Murat", "Anton")} == {"group"}


def test_a_line_without_a_word_for_them_carries_people_on_with_distance_and_rank() -> None:
    told = scene("Murat fled. Anton stayed. A court ruled.", Murat="subject", Anton="subject")
    assert [(one.portrait, one.how, one.distance, one.rank) for one in told.present[2]] == [
        ("Anton", "carried", 1, 0),
        ("Murat", "carried", 2, 1),
    ]


def test_officials_are_offered_only_where_they_are_named_and_soon_after() -> None:
    told = scene("Judge Orlov spoke. " + "Murat was convicted. " * 5, Orlov="official", Murat="subject")
    offered = [{one.portrait for one in present} for present in told.present]
    assert offered == [{"Orlov", "Murat"}] * 4 + [{"Murat"}] * 2


def test_the_protagonist_is_the_subject_named_in_most_lines() -> None:
    told = scene("Murat fled. Anton fled. Anton was caught.", Murat="subject", Anton="subject", Orlov="official")
    assert told.protagonist == "Anton"
