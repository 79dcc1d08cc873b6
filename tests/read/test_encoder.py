"""What the encoder sees in a line."""

import numpy as np

from habeas.model.vocabulary import MODALITIES
from habeas.read.encoder import QUESTIONS, TYPES, look
from habeas.read.scene import Seen
from tests.read.test_presence import scene


def seen(text: str, line: int = 0) -> Seen:
    found = look(scene(text, Murat="subject", Anton="subject")).seen[line]
    assert found is not None
    return found


def test_every_person_type_modality_and_question_has_a_number() -> None:
    here = seen("Murat said that police had arrested Anton on 5 May 2021.")
    assert here.types.shape == (2, len(TYPES))
    assert here.hows.shape == (2, len(TYPES), len(MODALITIES))
    assert here.asks.shape[:3] == (2, len(TYPES), len(QUESTIONS))
    assert here.answers.shape[1:] == (len(QUESTIONS), here.asks.shape[3])
    assert max(here.words.values()) < len(here.answers)


def test_it_tells_an_arrest_from_a_release() -> None:
    arrested, released = TYPES.index("arrested"), TYPES.index("released")
    one, other = seen("Police arrested Anton on 5 May."), seen("Police released Anton on 5 May.")
    assert one.types[0, arrested] > one.types[0, released]
    assert other.types[0, released] > other.types[0, arrested]


def test_what_it_sees_of_a_line_does_not_change_with_what_follows() -> None:
    short, long = seen("Police arrested Anton."), seen("Police arrested Anton. He was deported to Iran in 2019.")
    assert np.array_equal(short.types, long.types)


def test_a_line_without_a_word_of_procedure_is_not_looked_at() -> None:
    assert look(scene("The weather in Tbilisi was warm.", Murat="subject")).seen == (None,)
