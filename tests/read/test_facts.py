"""Tracks and small facts of events."""

import pytest

from habeas.read.facts import facts_of, track_of
from habeas.read.scene import Draft
from habeas.read.setting import Setting, Spot, survey
from tests.read.test_presence import scene


def spot(text: str, words: str, kind: str) -> tuple[Setting, Spot]:
    made = scene(text, Sabir="subject")
    at = text.index(words)
    line = next(one.index for one in made.lines if one.sentence.start <= at < one.sentence.end)
    setting = survey(made, (Draft(line, "Sabir", kind, at, at + len(words), 1.0),))
    return setting, setting.spots[0]


@pytest.mark.parametrize(
    ("text", "words", "kind", "track"),
    [
        ("Sabir was sentenced to six years.", "sentenced", "convicted", "prosecution"),
        ("A court rejected his appeal against extradition.", "rejected", "appeal-dismissed", "extradition"),
        ("A court rejected his appeal against the refusal of asylum.", "rejected", "appeal-dismissed", "asylum"),
        (
            "He filed an appeal against the prosecutor's decision to have him deported.",
            "filed",
            "appeal-filed",
            "extradition",
        ),
        ("He filed an appeal against the minister's order of deportation.", "filed", "appeal-filed", "expulsion"),
        ("Sabir was deported.", "deported", "removed", "expulsion"),
        ("Sabir was extradited.", "extradited", "removed", "extradition"),
        ("The committee adopted its views.", "adopted", "international-decision", "international"),
    ],
)
def test_the_track_follows_type_and_words(text: str, words: str, kind: str, track: str) -> None:
    assert track_of(*spot(text, words, kind)) == track


@pytest.mark.parametrize(
    ("text", "words", "kind", "fact"),
    [
        ("Sabir was deported to Tajikistan.", "deported", "removed", ("mode", "deportation")),
        ("Sabir was deported to Tajikistan.", "deported", "removed", ("to", "TJ")),
        ("Sabir was handed over to Russia.", "handed over", "removed", ("mode", "handover")),
        ("Sabir was placed under extradition arrest for 40 days.", "arrest", "extradition-arrest", ("term", "P40D")),
        ("The UN Human Rights Committee asked for a stay.", "asked", "interim-measure", ("body", "HRC")),
        ("Sabir was charged with treason.", "charged", "charged", ("offence", "treason")),
        ("He was charged under Article 205.2 of the code.", "charged", "charged", ("articles", "205.2")),
    ],
)
def test_what_is_written_beside_an_event_is_kept(text: str, words: str, kind: str, fact: tuple[str, str]) -> None:
    name, value = fact
    assert facts_of(*spot(text, words, kind), None).get(name) == value


def test_the_state_that_removes_is_not_where_it_removes_to() -> None:
    facts = facts_of(*spot("Sabir came to Poland and was deported to Tajikistan.", "deported", "removed"), "PL")
    assert facts["to"] == "TJ"


def test_nothing_is_added_that_is_not_written() -> None:
    assert facts_of(*spot("Sabir was arrested.", "arrested", "arrested"), "KZ") == {}
