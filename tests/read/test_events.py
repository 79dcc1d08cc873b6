"""Which events each line tells, and of whom, in plain sentences of our own."""

from itertools import combinations

import pytest

from habeas.model.vocabulary import Role
from habeas.read.encoder import look
from habeas.read.events import RIVALS, TOGETHER, decide
from habeas.read.scene import Draft, Scene
from tests.read.test_presence import scene


def told(text: str, **roles: Role) -> set[tuple[str, str]]:
    return {(draft.portrait, draft.type) for draft in decide(look(scene(text, **roles)))}


def drafts(text: str, **roles: Role) -> tuple[Scene, tuple[Draft, ...]]:
    made = look(scene(text, **roles))
    return made, decide(made)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("On May 2, police arrested Sabir at his home in Tbilisi.", "arrested"),
        ("A court in Minsk sentenced Sabir to six years in prison.", "convicted"),
        ("Sabir was deported to Tajikistan on May 2.", "removed"),
        ("Sabir was released on bail on May 2.", "released"),
        ("Sabir applied for asylum in Poland.", "asylum-applied"),
        ("Sabir was abducted by unknown men in Istanbul.", "abducted"),
    ],
)
def test_a_plain_sentence_tells_its_event(sentence: str, kind: str) -> None:
    assert ("Sabir", kind) in told(sentence, Sabir="subject")


def test_a_pronoun_carries_the_event_to_the_one_named_before() -> None:
    assert ("Sabir", "removed") in told(
        "Police arrested Sabir in Almaty in May. Two days later he was deported to Tajikistan.", Sabir="subject"
    )


def test_the_trigger_lies_in_its_line() -> None:
    made, found = drafts("Sabir fled. On May 2, police arrested Sabir at his home in Tbilisi.", Sabir="subject")
    assert found
    for draft in found:
        sentence = made.lines[draft.line].sentence
        assert sentence.start <= draft.start < draft.end <= sentence.end
        assert 0 < draft.confidence <= 1


def test_nothing_is_told_where_nobody_is_named_or_nothing_happens() -> None:
    assert not told("Police arrested a man in Tbilisi.")
    assert not told("Sabir likes tea and long walks by the river.", Sabir="subject")


def test_the_same_scene_gives_the_same_drafts() -> None:
    text = "Police arrested Sabir in Almaty in May. He was deported to Tajikistan in June."
    assert drafts(text, Sabir="subject")[1] == drafts(text, Sabir="subject")[1]


def test_the_same_words_tell_one_event_of_a_person() -> None:
    """Where words could tell two kinds of event, the likelier is told, unless the two often go together."""
    text = (
        "Kazakhstan's migration service recognised Sabir as an asylum seeker on May 21. Prosecutors arrested him and "
        "approved his extradition. The court dismissed his appeal and he was handed over."
    )
    _, found = drafts(text, Sabir="subject")
    for one, other in combinations(found, 2):
        overlap = one.portrait == other.portrait and one.start < other.end and other.start < one.end
        assert not overlap or frozenset((one.type, other.type)) in TOGETHER


def test_one_sentence_tells_one_of_two_rivals() -> None:
    """A sentence does not tell of one person that asylum was granted and that she was recognised as a seeker."""
    _, found = drafts(
        "On May 21 Sabir was granted the status of an asylum seeker. In June police seized and detained Sabir.",
        Sabir="subject",
    )
    lines: dict[tuple[int, str], set[str]] = {(draft.line, draft.portrait): set() for draft in found}
    for draft in found:
        lines[draft.line, draft.portrait].add(draft.type)
    assert found
    assert not any(rivals <= types for rivals in RIVALS for types in lines.values())


def test_asylum_seeker_status_is_not_asylum() -> None:
    kinds = {kind for _, kind in told("In May Sabir was granted asylum-seeker status in Almaty.", Sabir="subject")}
    assert "asylum-seeker-status" in kinds
    assert "asylum-granted" not in kinds
