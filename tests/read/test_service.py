"""When a decision reached the person."""

import pytest

from habeas.read.scene import Draft
from habeas.read.service import served
from habeas.read.telling import Told
from tests.read.test_presence import scene

ORDER = "On 3 March 2025 the prosecutor ordered the extradition of Sabir."


def days(text: str, modality: str = "happened") -> list[str | None]:
    """The days of service found in a text whose first sentence tells an order of extradition."""
    draft = Draft(0, "Sabir", "extradition-granted", 16, 25, 0.8)
    return [one.date for one in served(scene(text, Sabir="subject"), (Told(draft, modality, "2025-03-03", "KZ"),))]


@pytest.mark.parametrize(
    "line",
    [
        "The order was served on him on 5 March 2025.",
        "On 5 March 2025 Sabir was served with the order in the detention centre.",
        "A copy of the order was handed to counsel on 5 March 2025.",
        "The decision was notified to Mr Sabir on 5 March 2025.",
    ],
)
def test_words_of_service_with_a_day_tell_when_the_decision_came(line: str) -> None:
    """In whichever words; the day is that of the service, not of the order."""
    assert days(f"{ORDER} {line}") == ["2025-03-05"]


@pytest.mark.parametrize(
    "line",
    [
        "The order was served on him.",
        "Nobody was served with the order on 5 March 2025.",
        "He served in the army until 5 March 2025.",
        "The lawyer had not been served with the decision by 5 March 2025.",
    ],
)
def test_without_a_day_or_a_service_nothing_is_told(line: str) -> None:
    """No term may run from a day that no report tells."""
    assert days(f"{ORDER} {line}") == []


def test_service_of_nothing_decided_is_no_service() -> None:
    assert days(f"{ORDER} The order was served on him on 5 March 2025.", "possible") == []


def test_the_claim_is_of_the_person_of_the_decision_and_shows_its_words() -> None:
    text = f"{ORDER} The order was served on him on 5 March 2025."
    draft = Draft(0, "Sabir", "extradition-granted", 16, 25, 0.8)
    (found,) = served(scene(text, Sabir="subject"), (Told(draft, "happened", "2025-03-03", "KZ"),))
    assert (found.draft.portrait, found.draft.type, found.place) == ("Sabir", "notified", "KZ")
    assert text[found.draft.start : found.draft.end] == "was served on"
    assert [text[words.start : words.end] for words in found.words] == ["5 March 2025"]
