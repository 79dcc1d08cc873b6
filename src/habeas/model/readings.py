"""What the reader sees in one document: mentions, portraits, claims. Each carries the reader's name and version."""

from typing import Literal

import msgspec

from habeas.model.documents import Quote
from habeas.model.vocabulary import EventType, Modality, Role, Track, Zone


class Mention(msgspec.Struct, frozen=True):
    """A name of a person at one place. `value`: without possessive ending, as written. `portrait`: whose it is here."""

    id: str
    document: str
    portrait: str
    value: str
    start: int
    end: int


class Trait(msgspec.Struct, frozen=True):
    """A plain fact that one document states of a person, for telling people apart and together.

    `property`: sex (f, m) · birth-year (YYYY) · age (years at publication) · citizenship (ISO alpha-2) ·
    origin (text) · occupation (text) · relative (`brother:PORTRAIT_ID` …).
    """

    property: str
    value: str
    quote: Quote | None = None


class Portrait(msgspec.Struct, frozen=True):
    """One person as one document shows them; `resolve` joins portraits of several documents to a Person.

    `name`: fullest form without titles. `names`: every form that stands in the document, fullest first.
    `beside`: portraits named side by side with this one in a sentence: two people, whatever their names.
    """

    id: str
    document: str
    name: str
    names: tuple[str, ...]
    role: Role
    traits: tuple[Trait, ...] = ()
    beside: tuple[str, ...] = ()


WordsFor = Literal["type", "date", "place", "by", "modality", "speaker", "person", "attrs"]


class Words(msgspec.Struct, frozen=True, rename={"what": "for"}):
    """Which words made one field of a claim: offsets in the document's text."""

    what: WordsFor
    start: int
    end: int


class Claim(msgspec.Struct, frozen=True):
    """What one document says in one place about one event of one person.

    `date`: EDTF or None. `place`: ISO 3166-1 alpha-2 or None. `zone`: "headline" claims count only where nothing else
    tells the event. `attrs`: small facts named in docs/vocabulary.md. `confidence`: 0…1, the reader's own estimate.
    """

    id: str
    document: str
    portrait: str
    type: EventType
    zone: Zone
    quote: Quote
    modality: Modality
    confidence: float
    reader: str
    track: Track | None = None
    date: str | None = None
    place: str | None = None
    by: str | None = None
    attributed_to: str | None = None
    attrs: dict[str, str] = {}
    words: tuple[Words, ...] = ()


class Reading(msgspec.Struct, frozen=True):
    """All that one reader saw in one document. Claims stand in the order of the text."""

    document: str
    reader: str
    portraits: tuple[Portrait, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
