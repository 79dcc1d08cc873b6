"""Features of a line: names, numbers and places are made general."""

from habeas.read.cues import cues, roles_of, view
from tests.read.test_presence import scene


def names(text: str) -> set[str]:
    made = scene(text, Murat="subject", Orlov="official")
    return {cue.name for cue in cues(view(made.lines[0], roles_of(made.portraits), "en"), None)}


def test_a_name_counts_by_its_role_not_by_its_letters() -> None:
    found = names("Judge Orlov freed Murat.")
    assert {"u:@S", "u:@O"} <= found
    assert not any("murat" in name.casefold() for name in found)


def test_numbers_years_and_places_are_made_general() -> None:
    assert {"u:#", "u:#y", "u:@C"} <= names("In 2021 he spent 40 days in Samarkand.")


def test_the_plain_words_for_a_type_are_a_feature() -> None:
    assert "k:=removed" in names("Murat was deported.")
