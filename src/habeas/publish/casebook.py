"""The casebook: everything a run knows, each part traceable to a quote. The public export format (docs/casebook.md).

Lists stand in a stated order: documents by file · people subjects first, then by name · mentions and claims by document
and place in it · undecided as `resolve` gives them · events by person, then time · conflicts as `corroborate` gives
them, within their person · cases by person · problems by file. Keys stand as declared here.
"""

from typing import Annotated

import msgspec

from habeas import FORMAT
from habeas.model.cases import Side
from habeas.model.documents import MetadataSource, Passage, Problem, Quote, Reliance
from habeas.model.findings import Finding, Stage
from habeas.model.people import NameForm, RoleIn
from habeas.model.readings import Words
from habeas.model.vocabulary import ConflictKind, EventType, Modality, Role, Track, Zone

Digest = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
State = Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}$")]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class DocumentEntry(msgspec.Struct, frozen=True):
    """One report. `id`: SHA-256 of the original bytes. `published`: EDTF. `known_from`: where metadata was found."""

    id: Digest
    file: str
    copies: tuple[str, ...]
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    machine_generated: bool
    relies_on: tuple[Reliance, ...]
    url: str | None = None
    known_from: dict[str, MetadataSource] = {}
    passages: tuple[Passage, ...] = ()


class PersonEntry(msgspec.Struct, frozen=True):
    """One person over all reports; `because`: why their mentions were taken for one person."""

    id: str
    name: str
    role: Role
    roles: tuple[RoleIn, ...]
    names: tuple[NameForm, ...]
    because: tuple[str, ...] = ()


class MentionEntry(msgspec.Struct, frozen=True):
    """A name at one place. Offsets count code points of the document's text."""

    id: str
    person: str
    document: Digest
    value: str
    start: int
    end: int


class UndecidedEntry(msgspec.Struct, frozen=True, rename={"pro": "for", "con": "against"}):
    """Two mentions of what may or may not be one person, and what speaks for and against it."""

    mentions: tuple[str, ...]
    pro: tuple[str, ...]
    con: tuple[str, ...]


class EventEntry(msgspec.Struct, frozen=True):
    """What claims say together. `date`: EDTF. `of`: the event that this one serves, attacks, stays or ends."""

    id: str
    person: str
    type: EventType
    track: Track | None
    date: str | None
    place: State | None
    by: str | None
    modality: Modality
    of: str | None
    attrs: dict[str, str]
    independent_sources: int
    claims: tuple[str, ...]
    attributed_to: str | None = None


class ClaimEntry(msgspec.Struct, frozen=True):
    """What one document says in one place. `confidence`: the reader's own estimate, 0 to 1."""

    id: str
    event: str
    document: Digest
    person: str
    type: EventType
    track: Track | None
    zone: Zone
    quote: Quote
    date: str | None
    place: State | None
    by: str | None
    modality: Modality
    attributed_to: str | None
    attrs: dict[str, str]
    words: tuple[Words, ...]
    confidence: Share
    reader: str


class ConflictEntry(msgspec.Struct, frozen=True):
    """Something told differently, of an event or (event null) of the person; `property` without the event's type."""

    id: str
    person: str
    event: str | None
    property: str
    kind: ConflictKind
    values: tuple[Side, ...]
    why: str = ""


class CaseEntry(msgspec.Struct, frozen=True):
    """Where one person's case stands on each track, and what the law says of it on the day `as_of`."""

    person: str
    host: State | None
    requesting: State | None
    stages: tuple[Stage, ...]
    findings: tuple[Finding, ...]
    citizenship: tuple[State, ...] = ()


class Casebook(msgspec.Struct, frozen=True):
    """The whole. `habeas`: version of this format. `as_of`: the day on which the law is applied."""

    habeas: str
    as_of: Day
    documents: tuple[DocumentEntry, ...] = ()
    people: tuple[PersonEntry, ...] = ()
    mentions: tuple[MentionEntry, ...] = ()
    undecided: tuple[UndecidedEntry, ...] = ()
    events: tuple[EventEntry, ...] = ()
    claims: tuple[ClaimEntry, ...] = ()
    conflicts: tuple[ConflictEntry, ...] = ()
    cases: tuple[CaseEntry, ...] = ()
    problems: tuple[Problem, ...] = ()


def encode(casebook: Casebook) -> bytes:
    """The casebook as JSON: UTF-8, keys as declared (those of `attrs` sorted), one space of indent, a final newline."""
    return msgspec.json.format(msgspec.json.encode(casebook, order="deterministic"), indent=1) + b"\n"


def decode(source: bytes) -> Casebook:
    """The casebook of such JSON; msgspec.ValidationError or DecodeError where it is none."""
    return msgspec.json.decode(source, type=Casebook)


def schema() -> bytes:
    """The JSON Schema (2020-12) of a casebook, as published in docs/casebook.schema.json."""
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"habeas casebook, format {FORMAT}",
        **msgspec.json.schema(Casebook),
    }
    return msgspec.json.format(msgspec.json.encode(made, order="sorted"), indent=1) + b"\n"
