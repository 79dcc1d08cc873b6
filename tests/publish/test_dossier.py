"""What the page of one person rests on."""

import msgspec

from habeas.publish.casebook import Casebook
from habeas.publish.dossier import Notes, dossier
from habeas.publish.shelf import Shelf


def test_one_footnote_for_the_same_words(book: Casebook) -> None:
    """Two claims with one quote share a number; another speaker of the same words does not."""
    claim = book.claims[0]
    twin = msgspec.structs.replace(claim, id="twin", type="died")
    other = msgspec.structs.replace(claim, id="other", attributed_to="somebody else")
    notes = Notes(Shelf(msgspec.structs.replace(book, claims=(*book.claims, twin, other))))
    assert notes.refs((claim.id, "twin")) == [1]
    assert notes.refs(("other", claim.id)) == [1, 2]
    assert [number for number, _ in notes.listed()] == [1, 2]


def test_what_is_not_known(book: Casebook) -> None:
    """Each unknown of a finding is listed once, with what needs it; questions as they are; advocates to ask."""
    found = dossier(Shelf(book), "p-karim")
    whats = [gap.what for gap in found.gaps]
    assert "whether custody was extended" in whats
    assert len(whats) == len(set(whats))
    assert any("Ask counsel" in what for what in whats)
    assert [person.name for person in found.advocates] == ["Aigerim Dosova"]


def test_a_planned_day_that_has_passed_is_a_question(book: Casebook) -> None:
    """When a hearing's day is over and no report tells what came of it, that is asked."""
    later = Shelf(msgspec.structs.replace(book, as_of="2026-03-20"))
    assert any("11 March 2026" in gap.what for gap in dossier(later, "p-karim").gaps)


def test_what_a_rule_asks_of_a_planned_day_is_not_asked_again(book: Casebook) -> None:
    """A question of a rule that rests on the hearing stands for the gap."""
    later = Shelf(msgspec.structs.replace(book, as_of="2026-03-20"))
    case = later.cases["p-karim"]
    planned = next(e for e in later.events_of["p-karim"] if e.modality == "scheduled" and (e.date or "") < "2026-03-20")
    asked = msgspec.structs.replace(
        case.findings[0], what="question", value="open", says="What came of the hearing?", events=(planned.id,)
    )
    later.cases["p-karim"] = msgspec.structs.replace(case, findings=(*case.findings, asked))
    whats = [gap.what for gap in dossier(later, "p-karim").gaps]
    assert "What came of the hearing?" in whats
    assert not any("what came of what was planned" in what for what in whats)


def test_namesakes_stay_undecided(book: Casebook) -> None:
    """An undecided pair shows on the pages of both."""
    shelf = Shelf(book)
    assert [doubt.person.id for doubt in dossier(shelf, "p-lola").doubts] == ["p-farhod"]
    assert [doubt.person.id for doubt in dossier(shelf, "p-farhod").doubts] == ["p-lola"]
