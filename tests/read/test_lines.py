"""The lines that are read."""

from habeas.model.documents import Document, Passage
from habeas.read.lines import lines

TEXT = "Court frees welder\n\nRead also: ten recipes\n\nThe court freed him. He went home."


def test_furniture_is_left_out_and_the_rest_keeps_its_place() -> None:
    """Lines count through what is read; their passage numbers count through the document."""
    passages = (Passage("headline", 0, 18), Passage("furniture", 20, 42), Passage("body", 44, len(TEXT)))
    found = lines(Document("d", "d.txt", TEXT, passages, language="en"), "en")
    assert [(line.index, line.passage) for line in found] == [(0, 0), (1, 2), (2, 2)]
    words = [TEXT[line.sentence.start : line.sentence.end] for line in found]
    assert words == ["Court frees welder", "The court freed him.", "He went home."]
