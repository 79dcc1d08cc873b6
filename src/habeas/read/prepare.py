"""A document made ready for the decisions: its lines with dates and mentions, and who may be meant in each."""

from collections.abc import Sequence

import msgspec

from habeas.model.documents import Document
from habeas.model.readings import Mention
from habeas.read.lines import lines
from habeas.read.people import PeopleHere
from habeas.read.presence import presences
from habeas.read.scene import Line, Scene
from habeas.text.dates import find_dates


def prepare(document: Document, people: PeopleHere) -> Scene:
    """The scene of a document and the people that `read.people` found in it.

    Dates resolve against `document.published`. The document has a language that habeas reads.
    """
    language = document.language or ""
    told = tuple(_furnished(line, document, people.mentions, language) for line in lines(document, language))
    present, protagonist = presences(told, people.portraits, language)
    return Scene(document, told, people.portraits, present, protagonist)


def _furnished(line: Line, document: Document, mentions: Sequence[Mention], language: str) -> Line:
    start, end = line.sentence.start, line.sentence.end
    here = sorted((one for one in mentions if start <= one.start < end), key=lambda one: one.start)
    dates = find_dates(document.text, start, end, document.published, language)
    return msgspec.structs.replace(line, mentions=tuple(here), dates=dates)
