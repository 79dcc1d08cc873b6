"""What the encoder saw, as numbers for the decisions."""

import msgspec
import numpy as np

from habeas.model.vocabulary import MODALITIES
from habeas.read.encoder import QUESTIONS, TYPES
from habeas.read.scene import Draft, Scene, Seen
from habeas.read.sight import NEVER, Sight, answer, modality_seen
from tests.read.test_presence import scene

ARRESTED, RELEASED = TYPES.index("arrested"), TYPES.index("released")
DRAFT = Draft(0, "Anton", "arrested", 0, 6, 0.9)


def made() -> Scene:
    """A scene of two lines, in the first of which an encoder saw that Anton was arrested."""
    types = np.full((2, len(TYPES)), -5.0, dtype=np.float32)
    types[0, ARRESTED], types[1, ARRESTED], types[0, RELEASED] = 2.0, -4.0, -1.5
    hows = np.zeros((2, len(TYPES), len(MODALITIES)), dtype=np.float32)
    hows[0, ARRESTED, MODALITIES.index("denied")] = 3.0
    asks = np.zeros((2, len(TYPES), len(QUESTIONS), 1), dtype=np.float32)
    asks[0, ARRESTED, QUESTIONS.index("when")] = 1.0
    answers = np.zeros((3, len(QUESTIONS), 1), dtype=np.float32)
    answers[1:, QUESTIONS.index("when"), 0] = (3.0, -90.0)
    plain = scene("Police arrested Anton. Murat wept.", Murat="subject", Anton="subject")
    seen = Seen({"Anton": 0, "Murat": 1}, {10: 1, 20: 2}, types, hows, asks, answers)
    return msgspec.structs.replace(plain, seen=(seen, None))


def test_a_row_sets_a_person_beside_others_and_a_type_beside_others() -> None:
    own, beside_people, best, beside_types, likely, elsewhere, times = Sight(made()).row(0, "Anton", ARRESTED)
    assert (own, beside_people, best, beside_types) == (2.0, 6.0, 2.0, 3.5)
    assert (likely, elsewhere, times) == (0.0, NEVER, 0.0)


def test_where_the_encoder_did_not_look_nothing_is_seen() -> None:
    assert Sight(made()).row(1, "Anton", ARRESTED)[0] == NEVER
    assert Sight(made()).types(1) == frozenset()
    assert answer(scene("Police came."), DRAFT, "when", 10) is None


def test_types_that_a_line_may_tell_of_somebody() -> None:
    assert Sight(made()).types(0) == {ARRESTED, RELEASED}


def test_an_answer_is_set_beside_none_and_kept_within_bounds() -> None:
    assert answer(made(), DRAFT, "when", 10) == 1.0
    assert answer(made(), DRAFT, "when", 20) == -2.0
    assert answer(made(), DRAFT, "where", 10) == 0.0
    assert answer(made(), DRAFT, "when", 30) is None


def test_modalities_are_set_beside_happened() -> None:
    assert dict(modality_seen(made(), DRAFT))["denied"] == 1.0
