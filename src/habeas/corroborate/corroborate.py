"""Events, conflicts and cases from the claims of all readings."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256

from habeas.corroborate.conflicts import conflicts_of
from habeas.corroborate.occasions import occasions
from habeas.corroborate.portrayals import portrayals
from habeas.corroborate.proceedings import connect
from habeas.corroborate.sequences import sequences, unrequested
from habeas.corroborate.sources import Sources
from habeas.corroborate.states import states
from habeas.corroborate.values import date_of, modality_of, speaker_of, supported
from habeas.model.cases import Case, Conflict, Corroboration, Event
from habeas.model.documents import Document
from habeas.model.people import People, Person
from habeas.model.readings import Claim, Portrait, Reading
from habeas.model.vocabulary import TRACKS, Track
from habeas.text import edtf


def corroborate(documents: Iterable[Document], people: People, readings: Iterable[Reading]) -> Corroboration:
    """One event for every occasion that any documents tell, what they contradict each other in, and a case a subject.

    Lists are ordered by person and time; ids come from content, so the order of the input changes nothing.
    """
    known = {document.id: document for document in documents}
    sources = Sources(known.values())
    kept = tuple(readings)
    portraits = {portrait.id: portrait for reading in kept for portrait in reading.portraits}
    owner = {portrait: person.id for person in people.persons for portrait in person.portraits}
    told: dict[str, list[Claim]] = defaultdict(list)
    for reading in kept:
        for claim in reading.claims:
            if claim.portrait in owner:
                told[owner[claim.portrait]].append(claim)
    events: list[Event] = []
    conflicts: list[Conflict] = []
    cases: list[Case] = []
    for person in sorted(people.persons, key=lambda person: person.id):
        shown = [portraits[portrait] for portrait in person.portraits if portrait in portraits]
        own, disputed = _events(person, told[person.id], sources)
        disputed += tuple(portrayals(person.id, shown, told[person.id], known))
        events += own
        conflicts += disputed
        if person.role == "subject" and own:
            cases.append(_case(person, own, disputed, shown))
    return Corroboration(tuple(events), tuple(conflicts), tuple(cases))


def _events(
    person: Person, claims: Sequence[Claim], sources: Sources
) -> tuple[tuple[Event, ...], tuple[Conflict, ...]]:
    by_type = defaultdict(list)
    for claim in claims:
        by_type[claim.type].append(claim)
    events: list[Event] = []
    conflicts: list[Conflict] = []
    for kind in sorted(by_type):
        for group in occasions(by_type[kind]):
            event = _event(person.id, group, sources)
            events.append(event)
            conflicts += conflicts_of(event, group)
    ordered = tuple(sorted(events, key=_in_time))
    by_id = {claim.id: claim for claim in claims}
    connected = connect(ordered, by_id, states(ordered)[0])
    conflicts += [*sequences(connected, by_id), *unrequested(person.id, claims)]
    return connected, tuple(conflicts)


def _event(person: str, claims: Sequence[Claim], sources: Sources) -> Event:
    ids = tuple(claim.id for claim in claims)
    content = "\n".join((person, claims[0].type, *sorted(ids)))
    body = [claim for claim in claims if claim.zone != "headline"] or list(claims)
    attrs = {key: _attr(key, body, sources) for key in sorted({key for claim in body for key in claim.attrs})}
    return Event(
        id=f"e-{sha256(content.encode()).hexdigest()[:12]}",
        person=person,
        type=claims[0].type,
        modality=modality_of(claims, sources),
        claims=ids,
        track=_track(body, sources),
        date=date_of(claims, sources),
        place=supported(body, sources, lambda claim: claim.place),
        by=supported(body, sources, lambda claim: claim.by),
        attributed_to=speaker_of(claims),
        attrs={key: value for key, value in attrs.items() if value},
        independent_sources=sources.independent(claim.document for claim in claims),
    )


def _track(claims: Sequence[Claim], sources: Sources) -> Track | None:
    told = supported(claims, sources, lambda claim: claim.track)
    return next((track for track in TRACKS if track == told), None)


def _attr(key: str, claims: Sequence[Claim], sources: Sources) -> str | None:
    return supported(claims, sources, lambda claim: claim.attrs.get(key))


def _in_time(event: Event) -> tuple[str, str, str]:
    """About the order of time: undated events last, each by its first possible day."""
    span = edtf.bounds(event.date)
    return (span[0].isoformat() if span else "9999", event.type, event.id)


def _case(
    person: Person, events: tuple[Event, ...], conflicts: tuple[Conflict, ...], portraits: Sequence[Portrait]
) -> Case:
    traits = (trait for portrait in portraits for trait in portrait.traits)
    citizenship = sorted({trait.value for trait in traits if trait.property == "citizenship"})
    host, requesting = states(events, citizenship)
    return Case(person.id, events, conflicts, host, requesting, tuple(citizenship))
