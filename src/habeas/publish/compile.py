"""From a run's Result to its Casebook: joins what the rooms found, in the order that the format states."""

from collections.abc import Iterator

from habeas import FORMAT
from habeas.model.cases import Event
from habeas.model.documents import Document
from habeas.model.people import Person
from habeas.model.readings import Claim
from habeas.model.result import Result
from habeas.publish.casebook import (
    Casebook,
    CaseEntry,
    ClaimEntry,
    ConflictEntry,
    DocumentEntry,
    EventEntry,
    MentionEntry,
    PersonEntry,
    UndecidedEntry,
)
from habeas.text import edtf


def casebook(result: Result) -> Casebook:
    """The casebook of a run. Every quote is verified on the way: QuoteError where one does not match its text."""
    documents = tuple(sorted(result.documents, key=lambda document: (document.file, document.id)))
    people = sorted(result.people.persons, key=lambda p: (p.role != "subject", p.name.casefold(), p.id))
    rank = {person.id: number for number, person in enumerate(people)}
    events = sorted(result.corroboration.events, key=lambda event: (rank[event.person], *when(event)))
    return Casebook(
        habeas=FORMAT,
        as_of=result.as_of,
        documents=tuple(map(_document, documents)),
        people=tuple(map(_person, people)),
        mentions=tuple(_mentions(result, documents)),
        undecided=tuple(_undecided(result)),
        events=tuple(map(_event, events)),
        claims=tuple(_claims(result, documents, {claim: event for event in events for claim in event.claims})),
        conflicts=tuple(
            ConflictEntry(c.id, c.person, c.event, c.property, c.kind, c.values, c.why)
            for c in sorted(result.corroboration.conflicts, key=lambda c: rank[c.person])
        ),
        cases=tuple(_cases(result, rank)),
        problems=tuple(sorted(result.problems, key=lambda problem: (problem.file, problem.what))),
    )


def when(event: Event | EventEntry) -> tuple[str, str, str, str]:
    """Sorts events by their first day, then their last, undated ones last."""
    bounds = edtf.bounds(event.date)
    first, last = (day.isoformat() for day in bounds) if bounds else ("9999-99", "9999-99")
    return first, last, event.type, event.id


def _document(document: Document) -> DocumentEntry:
    return DocumentEntry(
        id=document.id,
        file=document.file,
        copies=document.copies,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        language=document.language,
        machine_generated=document.machine_generated,
        relies_on=document.relies_on,
        url=document.url,
        known_from=document.known_from,
        passages=document.passages,
    )


def _person(person: Person) -> PersonEntry:
    return PersonEntry(person.id, person.name, person.role, person.roles, person.names, person.because)


def _owners(result: Result) -> dict[str, str]:
    """Whose each portrait is."""
    return {portrait: person.id for person in result.people.persons for portrait in person.portraits}


def _mentions(result: Result, documents: tuple[Document, ...]) -> Iterator[MentionEntry]:
    owners, readings = _owners(result), {reading.document: reading for reading in result.readings}
    for document in documents:
        found = readings[document.id].mentions if document.id in readings else ()
        for mention in sorted(found, key=lambda m: (m.start, m.end, m.id)):
            if mention.portrait in owners:
                person = owners[mention.portrait]
                yield MentionEntry(mention.id, person, document.id, mention.value, mention.start, mention.end)


def _undecided(result: Result) -> Iterator[UndecidedEntry]:
    first: dict[str, str] = {}
    for reading in result.readings:
        for mention in sorted(reading.mentions, key=lambda m: (m.start, m.end, m.id)):
            first.setdefault(mention.portrait, mention.id)
    for pair in result.people.undecided:
        yield UndecidedEntry(tuple(first[p] for p in pair.portraits if p in first), pair.pro, pair.con)


def _event(event: Event) -> EventEntry:
    return EventEntry(
        id=event.id,
        person=event.person,
        type=event.type,
        track=event.track,
        date=event.date,
        place=event.place,
        by=event.by,
        modality=event.modality,
        of=event.of,
        attrs=event.attrs,
        independent_sources=event.independent_sources,
        claims=event.claims,
        attributed_to=event.attributed_to,
    )


def _claims(result: Result, documents: tuple[Document, ...], told: dict[str, Event]) -> Iterator[ClaimEntry]:
    """Claims by document and place. One that no event took up tells nothing about a case and is left out."""
    readings = {reading.document: reading for reading in result.readings}
    for document in documents:
        found = readings[document.id].claims if document.id in readings else ()
        for claim in sorted(found, key=lambda c: (c.quote.start, c.quote.end, c.id)):
            if claim.id in told:
                claim.quote.verify(document.text)
                yield _claim(claim, told[claim.id])


def _claim(claim: Claim, event: Event) -> ClaimEntry:
    return ClaimEntry(
        id=claim.id,
        event=event.id,
        document=claim.document,
        person=event.person,
        type=claim.type,
        track=claim.track,
        zone=claim.zone,
        quote=claim.quote,
        date=claim.date,
        place=claim.place,
        by=claim.by,
        modality=claim.modality,
        attributed_to=claim.attributed_to,
        attrs=claim.attrs,
        words=claim.words,
        confidence=claim.confidence,
        reader=claim.reader,
    )


def _cases(result: Result, rank: dict[str, int]) -> Iterator[CaseEntry]:
    judged = {entry.person: entry for entry in result.judged}
    for case in sorted(result.corroboration.cases, key=lambda case: rank[case.person]):
        found = judged.get(case.person)
        yield CaseEntry(
            person=case.person,
            host=case.host,
            requesting=case.requesting,
            stages=found.stages if found else (),
            findings=found.findings if found else (),
            citizenship=case.citizenship,
        )
