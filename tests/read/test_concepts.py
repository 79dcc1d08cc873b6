"""Words of procedure in a sentence, by what they mean."""

from habeas.read.concepts import Hit, acts, hits


def in_words(sentence: str) -> list[Hit]:
    return hits(sentence.casefold().split(), "en")


def concepts(sentence: str) -> set[str]:
    return {hit.concept for hit in in_words(sentence)}


def test_any_form_of_a_word_tells_its_concept() -> None:
    assert "arrest" in concepts("Police detained her")
    assert "=arrested" in concepts("two detentions")


def test_several_words_are_matched_as_one_hit_with_its_place() -> None:
    found = [hit for hit in in_words("a red notice was issued") if hit.concept == "=wanted"]
    assert [(hit.first, hit.last) for hit in found] == [(1, 2)]


def test_a_gap_may_hold_at_most_three_words() -> None:
    assert "=appeal-dismissed" in concepts("the court dismissed the late appeal")
    assert "=appeal-dismissed" not in concepts("the court dismissed one two three four appeal")


def test_a_line_about_something_else_is_passed_over() -> None:
    assert not acts(in_words("the weather was mild and the tea was hot"), "en")
    assert acts(in_words("she was extradited"), "en")
