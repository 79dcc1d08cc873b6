"""What the first page and the page of sources show, gathered."""

from collections import defaultdict

import msgspec

from habeas.model.findings import Finding
from habeas.publish.casebook import CaseEntry, ConflictEntry, DocumentEntry, EventEntry, PersonEntry
from habeas.publish.shelf import Shelf
from habeas.publish.urgency import Day, nearness, next_day, ranked
from habeas.text import edtf

RECENT = 12
"""Latest events shown on the first page."""
CONTRADICTIONS = 30
"""Contradictions shown there; the pages of the persons have them all."""
LONGEST_SPAN = 31
"""Days; an event less exactly dated is not called recent."""


class Row(msgspec.Struct, frozen=True):
    """One person on the first page."""

    person: PersonEntry
    case: CaseEntry | None
    day: Day | None
    protections: tuple[Finding, ...]
    flags: int
    sources: int
    reports: int


class Upstream(msgspec.Struct, frozen=True):
    """A source on which reports rest: `document` of this run, or only a `name`. `resting`: which reports do."""

    name: str
    document: DocumentEntry | None
    resting: tuple[DocumentEntry, ...]


class Overview(msgspec.Struct, frozen=True):
    """The first page. `risk`: a removal is possible; `gone`: it was carried out; `other`: nothing speaks for one."""

    risk: tuple[Row, ...]
    gone: tuple[Row, ...]
    other: tuple[Row, ...]
    recent: tuple[EventEntry, ...]
    conflicts: tuple[ConflictEntry, ...]
    more_conflicts: int


def overview(shelf: Shelf) -> Overview:
    """Gathers the first page from a casebook."""
    groups: dict[int, list[Row]] = defaultdict(list)
    for person in ranked(shelf):
        near = nearness(shelf, person)
        groups[(near > 0) - (near < 0)].append(_row(shelf, person))
    contradictions = [c for c in shelf.casebook.conflicts if c.kind == "contradiction"]
    return Overview(
        risk=tuple(groups[1]),
        gone=tuple(groups[-1]),
        other=tuple(groups[0]),
        recent=tuple(_recent(shelf)),
        conflicts=tuple(contradictions[:CONTRADICTIONS]),
        more_conflicts=max(0, len(contradictions) - CONTRADICTIONS),
    )


def _row(shelf: Shelf, person: str) -> Row:
    case = shelf.cases.get(person)
    findings = case.findings if case else ()
    return Row(
        person=shelf.people[person],
        case=case,
        day=next_day(shelf, person),
        protections=tuple(f for f in findings if f.what == "protection" and f.value == "holds"),
        flags=sum(f.what == "flag" and f.value in ("holds", "armed") for f in findings),
        sources=shelf.sources(person),
        reports=len(shelf.reports(person)),
    )


def _recent(shelf: Shelf) -> list[EventEntry]:
    dated = [
        (str(edtf.latest(event.date)), event)
        for event in shelf.casebook.events
        if event.modality == "happened" and (edtf.days(event.date) or LONGEST_SPAN + 1) <= LONGEST_SPAN
    ]
    known = [pair for pair in dated if pair[0] <= shelf.casebook.as_of]
    return [event for _, event in sorted(known, key=lambda pair: (pair[0], pair[1].id), reverse=True)[:RECENT]]


def sources(shelf: Shelf) -> list[Upstream]:
    """Every source on which some report rests, those that most rest on first."""
    resting: dict[tuple[str, str], list[DocumentEntry]] = defaultdict(list)
    names: dict[tuple[str, str], str] = {}
    for document in shelf.casebook.documents:
        for source in document.relies_on:
            key = ("document", source.document) if source.document else ("name", source.name.casefold())
            names.setdefault(key, source.name)
            if document not in resting[key]:
                resting[key].append(document)
    found = [
        Upstream(names[key], shelf.documents.get(key[1]) if key[0] == "document" else None, tuple(documents))
        for key, documents in resting.items()
    ]
    return sorted(found, key=lambda upstream: (-len(upstream.resting), upstream.name.casefold()))
