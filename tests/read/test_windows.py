"""A line as the encoder reads it."""

from habeas.read.windows import BEFORE, HERE, PEOPLE, standins, windows
from habeas.text.wordpieces import wordpieces
from tests.read.test_presence import scene

TEXT = "Murat fled to Georgia. Police arrested Murat and Aida in Tbilisi on 5 May 2021. The weather was warm."


def test_only_lines_that_say_something_procedural_have_a_window() -> None:
    assert [window.line for window in windows(scene(TEXT, Murat="subject"), standins("en"))] == [0, 1]


def test_no_name_of_a_person_reaches_the_encoder() -> None:
    known = wordpieces("en")
    one, other = (
        windows(scene(text, **{name: "subject"}), standins("en"))
        for name, text in (("Murat", "Police arrested Murat."), ("Nguyen", "Police arrested Nguyen."))
    )
    assert one[0].ids == other[0].ids
    assert not set(known.of("Nguyen")) & set(other[0].ids)


def test_people_and_words_stand_where_the_window_says() -> None:
    window = windows(scene(TEXT, Murat="subject", Aida="relative"), standins("en"))[1]
    assert set(window.people) == {"Murat", "Aida"}
    murat = window.ids[window.people["Murat"]]
    assert window.ids.count(murat) == 3  # among those who may be meant, before the line, and in it
    assert window.ids[window.words[TEXT.index("5 May")]] == wordpieces("en").of("5")[0]
    assert window.ids[window.words[TEXT.index("Aida")]] == window.ids[window.people["Aida"]]


def test_a_name_with_a_possessive_leaves_the_possessive() -> None:
    known = wordpieces("en")
    (window,) = windows(scene("Police arrested Murat's brother.", Murat="subject"), standins("en"))
    assert known.of("'s")[-1] in window.ids


def test_a_window_has_a_limit() -> None:
    crowd = {f"N{chr(97 + number)}x": "subject" for number in range(20)}
    text = "He said a word. " * 40 + "Police arrested " + ", ".join(crowd) + " and others " * 200 + "."
    (window,) = windows(scene(text, **crowd), standins("en"))  # type: ignore[arg-type]
    assert len(window.people) == PEOPLE
    assert len(window.ids) <= BEFORE + HERE + 2 * PEOPLE + 4
    assert len(window.ids) == len(window.kinds)
