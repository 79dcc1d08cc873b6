"""The sentences of a document that are read: everything but furniture."""

from habeas.model.documents import Document
from habeas.read.scene import Line
from habeas.text.segments import sentences

_UNREAD = frozenset({"furniture"})


def lines(document: Document, language: str) -> tuple[Line, ...]:
    """The document's sentences in order, furniture left out, without dates and mentions (`prepare` adds those).

    `Line.index` counts through the result; `Line.passage` is the index in `document.passages`; offsets count code
    points of `document.text`.
    """
    found: list[Line] = []
    for number, passage in enumerate(document.passages):
        if passage.zone in _UNREAD:
            continue
        for sentence in sentences(document.text, passage.start, passage.end, language):
            found.append(Line(len(found), number, passage.zone, sentence))
    return tuple(found)
