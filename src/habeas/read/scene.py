"""One document prepared for reading: its sentences, the dates in them, the people named and who may be meant where.

Built once a document by `read.prepare`; the decisions (which event, whose, when, where, how firmly, who says so) only
look at it.
"""

from typing import Literal

import msgspec
import numpy as np
import numpy.typing as npt

from habeas.model.documents import Document
from habeas.model.readings import Mention, Portrait
from habeas.model.vocabulary import EventType, Zone
from habeas.text.dates import DateExpression
from habeas.text.segments import Sentence

How = Literal["named", "pronoun", "described", "group", "carried"]
"""How a sentence brings a person in: by name, by pronoun or possessive, by a description ("the activist", "the
lawyer", "her client"), as one of a group ("the two men", "they"), or only carried on from earlier sentences."""


class Line(msgspec.Struct, frozen=True):
    """A sentence in its place: `index` counts through the document, `passage` is the index of its passage."""

    index: int
    passage: int
    zone: Zone
    sentence: Sentence
    dates: tuple[DateExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Presence(msgspec.Struct, frozen=True):
    """A person who may be meant in a line. `start`, `end`: the words that bring them in (None where only carried).

    `distance`: sentences since the person was last named (0: here). `rank`: 0 for the most recently named subject, 1
    for the one before …. `subject`: the reader of grammar takes them for the subject of the sentence.
    """

    portrait: str
    how: How
    distance: int
    rank: int
    start: int | None = None
    end: int | None = None
    subject: bool = False


class Seen(msgspec.Struct, frozen=True):
    """What the encoder sees in a line.

    `people`: who may be meant there: portrait id → row. `words`: offset of a word of the line or just before it → place
    among the word pieces. `types[row, k]`: log odds that the line tells an event of type k (`encoder.TYPES`) of a
    person; `hows[row, k, m]`: that it would be of modality m. `asks[row, k, q]` · `answers[place, q]`: how well a word
    answers question q (`encoder.QUESTIONS`) about the event; place 0 stands for no answer.
    """

    people: dict[str, int]
    words: dict[int, int]
    types: npt.NDArray[np.float32]
    hows: npt.NDArray[np.float32]
    asks: npt.NDArray[np.float32]
    answers: npt.NDArray[np.float32]


class Scene(msgspec.Struct, frozen=True):
    """A document with its lines (furniture left out), portraits and, line by line, who may be meant there.

    `present[i]` belongs to `lines[i]`. `protagonist`: portrait id of the one whom the document is about, if any.
    `seen[i]`: what the encoder sees in `lines[i]`; None where it did not look; empty before it does.
    """

    document: Document
    lines: tuple[Line, ...]
    portraits: tuple[Portrait, ...]
    present: tuple[tuple[Presence, ...], ...]
    protagonist: str | None = None
    seen: tuple[Seen | None, ...] = ()


class Draft(msgspec.Struct, frozen=True):
    """An event decided on: `line` tells of one of `type` for `portrait`, by the words `start`–`end` (the trigger)."""

    line: int
    portrait: str
    type: EventType
    start: int
    end: int
    confidence: float
