"""Who stands first on the overview, and which days matter."""

import msgspec

from habeas.model.findings import Stage
from habeas.publish.casebook import Casebook
from habeas.publish.shelf import Shelf
from habeas.publish.urgency import days, nearness, ranked


def test_days_to_come_soonest_first(book: Casebook) -> None:
    """Computed deadlines and planned hearings from as_of on, in order; what is over is not among them."""
    found = days(Shelf(book), "p-karim")
    assert [day.date for day in found] == ["2026-03-08", "2026-03-11"]
    later = Shelf(msgspec.structs.replace(book, as_of="2026-03-09"))
    assert [day.date for day in days(later, "p-karim")] == ["2026-03-11"]


def test_a_doubtful_rule_gives_no_certain_day(book: Casebook) -> None:
    """A deadline of low confidence is shown as not certain."""
    case = next(case for case in book.cases if case.person == "p-karim")
    doubtful = tuple(msgspec.structs.replace(f, confidence="low") for f in case.findings)
    cases = tuple(msgspec.structs.replace(c, findings=doubtful) if c is case else c for c in book.cases)
    found = days(Shelf(msgspec.structs.replace(book, cases=cases)), "p-karim")
    assert [day.certain for day in found] == [False, True]


def test_the_removed_come_after_those_at_risk(book: Casebook) -> None:
    """Whoever can still be sent away stands before whoever already was."""
    shelf = Shelf(book)
    assert ranked(shelf)[:2] == ["p-karim", "p-lola"]
    assert nearness(shelf, "p-karim") > 0 > nearness(shelf, "p-lola")


def test_the_nearer_removal_comes_first(book: Casebook) -> None:
    """Without days to come, a decision in force stands before a mere request."""
    stages = {"p-karim": Stage("extradition", "requested"), "p-lola": Stage("extradition", "in-force")}
    cases = tuple(msgspec.structs.replace(c, stages=(stages[c.person],), findings=()) for c in book.cases)
    past = tuple(event for event in book.events if event.modality != "scheduled")
    assert ranked(Shelf(msgspec.structs.replace(book, cases=cases, events=past)))[:2] == ["p-lola", "p-karim"]
