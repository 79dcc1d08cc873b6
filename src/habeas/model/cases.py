"""Events, conflicts and cases, as `corroborate` derives them from claims."""

import msgspec

from habeas.model.vocabulary import ConflictKind, EventType, Modality, Track


class Event(msgspec.Struct, frozen=True):
    """What claims of any number of documents say together. Own values are the best supported ones.

    `of`: id of the event that this one serves, attacks, stays or ends (law/README.md). `claims`: claim ids, in order.
    `independent_sources`: documents that rest on one upstream source, and copies, count once.
    """

    id: str
    person: str
    type: EventType
    modality: Modality
    claims: tuple[str, ...]
    track: Track | None = None
    date: str | None = None
    place: str | None = None
    by: str | None = None
    attributed_to: str | None = None
    of: str | None = None
    attrs: dict[str, str] = {}
    independent_sources: int = 1


class Side(msgspec.Struct, frozen=True):
    """One value of a conflict and the claims that hold it."""

    value: str
    claims: tuple[str, ...]


class Conflict(msgspec.Struct, frozen=True):
    """Something told differently. `property`: date, place, modality, mode, sequence … of the event or person."""

    id: str
    person: str
    event: str | None
    property: str
    kind: ConflictKind
    values: tuple[Side, ...]
    why: str = ""


class Case(msgspec.Struct, frozen=True):
    """One subject's events, in about the order of time, with the states between which the case lies."""

    person: str
    events: tuple[Event, ...]
    conflicts: tuple[Conflict, ...] = ()
    host: str | None = None
    requesting: str | None = None
    citizenship: tuple[str, ...] = ()


class Corroboration(msgspec.Struct, frozen=True):
    """What `corroborate` gives: one case a subject, and every event and conflict (those of other people too)."""

    events: tuple[Event, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    cases: tuple[Case, ...] = ()
