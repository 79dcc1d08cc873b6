"""Words as the pieces of an encoder."""

from hypothesis import given
from hypothesis import strategies as st

from habeas.text.wordpieces import WordPieces, wordpieces

WORDS = WordPieces(["[UNK]", "[CLS]", "[SEP]", "extra", "##dit", "##ed", "extradite", "'", "s", "a"])


def test_the_longest_known_piece_is_taken_first() -> None:
    assert WORDS.of("extraed") == (3, 5)
    assert WORDS.of("extradite") == (6,)


def test_a_word_that_cannot_be_pieced_together_is_unknown_as_a_whole() -> None:
    assert WORDS.of("extradited") == (0,)


def test_case_and_accents_say_nothing() -> None:
    assert WORDS.of("ÉXTRA") == (3,)
    assert WORDS.of("Éxtradite") == WORDS.of("extradite") == (6,)


def test_marks_within_a_word_are_pieces_of_their_own() -> None:
    assert WORDS.of("a's") == (9, 7, 8)


@given(st.text(max_size=40))
def test_any_text_has_pieces_that_the_encoder_knows(text: str) -> None:
    known = wordpieces("en")
    assert all(0 <= number < 30522 for number in known.of(text))
