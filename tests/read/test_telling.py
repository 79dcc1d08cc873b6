"""What is told of events, in plain sentences of our own."""

import pytest

from habeas.model.vocabulary import Role
from habeas.read.encoder import look
from habeas.read.scene import Draft
from habeas.read.telling import Told, tell
from tests.read.test_presence import scene


def told(text: str, *events: tuple[str, str, str], **roles: Role) -> list[Told]:
    """`events`: the words that tell it, its type, whose it is."""
    made = look(scene(text, **roles))
    drafts = []
    for words, kind, who in events:
        at = text.index(words)
        line = next(one.index for one in made.lines if one.sentence.start <= at < one.sentence.end)
        drafts.append(Draft(line, who, kind, at, at + len(words), 1.0))
    return list(tell(made, tuple(drafts)))


def one(text: str, words: str, kind: str, **roles: Role) -> Told:
    return told(text, (words, kind, "Sabir"), **{"Sabir": "subject", **roles})[0]


def test_nothing_is_told_of_no_event() -> None:
    assert told("Nothing happened.") == []


def test_a_date_beside_the_event_dates_it_and_its_words_are_shown() -> None:
    text = "Police arrested Sabir on 2 May 2023 in Tbilisi."
    event = one(text, "arrested", "arrested")
    assert event.date == "2023-05-02"
    words = next(w for w in event.words if w.what == "date")
    assert text[words.start : words.end] == "2 May 2023"


def test_the_day_of_a_report_dates_nothing() -> None:
    event = one(
        "On 4 March 2023, a rights group reported that Sabir had been beaten in prison.", "beaten", "ill-treated"
    )
    assert event.date is None


def test_an_event_taken_for_granted_stays_undated() -> None:
    event = one(
        "On 2 May 2023 the court rejected his appeal, and Sabir was sent to a colony.", "his appeal", "appeal-filed"
    )
    assert event.date is None


def test_two_events_of_a_sentence_have_each_its_own_date() -> None:
    text = "Sabir was arrested on 2 May 2023 and was deported to Tajikistan on 9 June 2023."
    events = told(text, ("was arrested", "arrested", "Sabir"), ("was deported", "removed", "Sabir"), Sabir="subject")
    assert [event.date for event in events] == ["2023-05-02", "2023-06-09"]


@pytest.mark.parametrize(
    ("text", "words", "kind", "place"),
    [
        ("Police in Tbilisi arrested Sabir.", "arrested", "arrested", "GE"),
        ("A court in Minsk sentenced Sabir to six years.", "sentenced", "convicted", "BY"),
        ("Sabir fled Turkmenistan for Poland.", "fled", "left", "TM"),
        ("Kazakhstan deported Sabir to Uzbekistan.", "deported", "removed", "KZ"),
    ],
)
def test_the_place_is_the_state_that_acted(text: str, words: str, kind: str, place: str) -> None:
    assert one(text, words, kind).place == place


def test_a_complaint_to_an_international_body_has_no_place() -> None:
    event = one("Sabir complained to the UN Committee against Torture.", "complained", "complaint-filed")
    assert event.place is None


@pytest.mark.parametrize(
    ("text", "words", "kind", "modality"),
    [
        ("Police arrested Sabir on Monday.", "arrested", "arrested", "happened"),
        ("If deported, Sabir could be tortured.", "tortured", "ill-treated", "possible"),
        ("A court will hear his appeal on 20 January 2024, Sabir hopes.", "will hear", "hearing", "scheduled"),
    ],
)
def test_modality_follows_the_words(text: str, words: str, kind: str, modality: str) -> None:
    assert one(text, words, kind).modality == modality


def test_according_to_names_the_speaker_with_its_words() -> None:
    text = "According to Orlov, his lawyer, Sabir was beaten by guards."
    event = one(text, "beaten", "ill-treated", Orlov="advocate")
    assert event.attributed_to == "Orlov"
    assert any(w.what == "speaker" for w in event.words)


def test_a_plain_statement_has_no_speaker() -> None:
    assert one("Police arrested Sabir on 2 May 2023.", "arrested", "arrested").attributed_to is None


def test_the_authority_that_acted_is_named() -> None:
    event = one("The Minsk City Court sentenced Sabir to six years.", "sentenced", "convicted")
    assert event.by is not None
    assert "Court" in event.by


def test_who_applies_for_asylum_acts_for_himself() -> None:
    assert one("Sabir applied for asylum in Poland in 2022.", "applied for asylum", "asylum-applied").by == "Sabir"


def test_the_order_of_drafts_does_not_matter() -> None:
    text = "Sabir was arrested on 2 May 2023 and was deported to Tajikistan on 9 June 2023."
    events = (("was arrested", "arrested", "Sabir"), ("was deported", "removed", "Sabir"))
    assert told(text, *events, Sabir="subject") == told(text, *reversed(events), Sabir="subject")


def test_a_month_before_an_authority_is_no_part_of_its_name() -> None:
    event = one("On 30 January Georgia's Supreme Court rejected Sabir's appeal.", "rejected", "appeal-dismissed")
    assert event.by == "Georgia's Supreme Court"
