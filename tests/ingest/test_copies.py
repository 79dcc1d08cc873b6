"""Copies and near-copies."""

from habeas.ingest.copies import near_copies, without_copies
from habeas.ingest.door import open_bytes
from habeas.model.documents import Document

BODY = " ".join(
    f"In sentence {n} the court of district {n * 7} heard witness {n * 3} and adjourned to day {n * 11}."
    for n in range(20)
)


def document(text: str, file: str, published: str | None = None) -> Document:
    """A document of this text."""
    opened = open_bytes(text.encode(), file)
    assert isinstance(opened, Document)
    return Document(
        opened.id, file, opened.text, opened.passages, published=published, known_from={"published": "text"}
    )


def test_same_bytes_are_one_document() -> None:
    """The first by file is kept and names the other."""
    (one,) = without_copies([document("The court ruled on it.", "b.txt"), document("The court ruled on it.", "a.txt")])
    assert (one.file, one.copies) == ("a.txt", ("b.txt",))


def test_same_words_are_one_document() -> None:
    """Other white space, furniture and title make no other report; the earlier published one is kept."""
    first = document(f"A title of the report\n\n{BODY}", "b.txt", "2024-05-01")
    second = document(f"Quite another title\n\n{BODY.replace(' ', '  ')}\n\nShare · Print", "a.txt", "2024-05-02")
    (one,) = without_copies([second, first])
    assert one.copy_ids == (second.id,)
    assert (one.file, one.copies, one.published) == ("b.txt", ("a.txt",), "2024-05-01")


def test_short_texts_must_be_the_same_bytes() -> None:
    """Two short notices of the same words may be two notices."""
    assert len(without_copies([document("He left today.", "a.txt"), document("He left today.\n", "b.txt")])) == 2


def test_a_near_copy_is_found() -> None:
    """Most word sequences of the shorter in the longer; another report on the same matter has few."""
    other = " ".join(f"On day {n} another court heard the case of the year {n * 13} in full." for n in range(20))
    texts = [BODY, f"Some words of its own come first. {BODY[: len(BODY) * 9 // 10]}", other]
    assert near_copies([document(text, f"{n}.txt") for n, text in enumerate(texts)]) == [(0, 1)]
