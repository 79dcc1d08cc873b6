"""Tellings of one kind of event by one document, joined to occasions."""

from habeas.corroborate.occasions import occasions
from habeas.model.documents import Quote
from habeas.model.readings import Claim


def _claim(number: int, confidence: float, date: str | None) -> Claim:
    quote = Quote("was arrested", number * 100, number * 100 + 12)
    return Claim(
        f"c{number}", "d", "p", "arrested", "body", quote, "happened", confidence, "reader", date=date, place="TR"
    )


def test_a_weak_telling_joins_an_event_and_founds_none() -> None:
    """What the reader is not sure of adds its words to an event that it fits; it makes no second event of its own."""
    sure, weak, other = _claim(1, 0.9, "2024-05-03"), _claim(2, 0.4, None), _claim(3, 0.4, "2021-01")
    assert occasions([sure, weak, other]) == [[sure, weak]]


def test_two_sure_tellings_of_different_days_are_two_events() -> None:
    """Two arrests, years apart, are two."""
    first, second = _claim(1, 0.9, "2021-01-04"), _claim(2, 0.8, "2024-05-03")
    assert occasions([first, second]) == [[first], [second]]


def test_a_lone_weak_telling_is_an_event() -> None:
    """Where nothing surer tells it, a weak telling stands."""
    weak = _claim(1, 0.35, None)
    assert occasions([weak]) == [[weak]]
