"""What reports tell of one person: events, what is told differently, and the case."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256

import msgspec
from msgspec.structs import replace

from habeas.corroborate.conflicts import conflicts_of
from habeas.corroborate.occasions import occasions
from habeas.corroborate.portrayals import citizenships, portrayals
from habeas.corroborate.proceedings import connect, on_tracks
from habeas.corroborate.removals import doubted
from habeas.corroborate.sequences import sequences, unrequested
from habeas.corroborate.sources import Sources
from habeas.corroborate.states import States, misplaced, place_of, states
from habeas.corroborate.values import date_of, modality_of, speaker_of, supported
from habeas.corroborate.weight import credible, credited, firm
from habeas.model.cases import Case, Conflict, Event
from habeas.model.people import Person
from habeas.model.readings import Claim, Portrait
from habeas.model.vocabulary import TRACKS, Track
from habeas.text import edtf


class History(msgspec.Struct, frozen=True):
    """Every event of one person and every conflict; the case, if the person is a subject of whom anything is firm."""

    events: tuple[Event, ...]
    conflicts: tuple[Conflict, ...]
    case: Case | None = None


def history(person: Person, claims: Sequence[Claim], portraits: Sequence[Portrait], sources: Sources) -> History:
    """What the claims and portraits of one person come to.

    A case rests on firm events only (`weight`); the weak ones stand in the history beside it.
    """
    claims = on_tracks(claims)
    counted = credited(claims)
    citizenship = citizenships(portraits)
    between = states(counted.values(), sources, citizenship)
    placed = [_placed(counted.get(claim.id, claim), between) for claim in claims]
    kinds: dict[str, list[Claim]] = defaultdict(list)
    for claim in placed:
        kinds[claim.type].append(claim)
    groups = [group for kind in sorted(kinds) for group in occasions(kinds[kind])]
    taken = {claim.id for group in groups for claim in group}  # what no event took up is not told anywhere
    claims = [claim for claim in placed if claim.id in taken]
    counted = {claim.id: claim for claim in claims if claim.id in counted}
    events = [_event(person.id, group, counted, sources) for group in groups]
    told = zip(events, groups, strict=True)
    conflicts = [conflict for event, group in told for conflict in conflicts_of(event, group)]
    ordered, undone = doubted(sorted(events, key=_in_time), counted, sources)
    connected = connect(ordered, firm(ordered, counted, sources), {claim.id: claim for claim in claims}, between.host)
    conflicts += [*undone, *sequences(connected, counted), *unrequested(person.id, claims)]
    conflicts += portrayals(person.id, portraits, claims, sources.documents)
    sure = firm(connected, counted, sources)
    if person.role != "subject" or not sure:
        return History(connected, tuple(conflicts))
    case = Case(person.id, sure, tuple(conflicts), between.host, between.requesting, citizenship)
    return History(connected, tuple(conflicts), case)


def _placed(claim: Claim, between: States) -> Claim:
    """The claim without a place where it cannot have been."""
    return replace(claim, place=None) if misplaced(claim, between) else claim


def _event(person: str, group: Sequence[Claim], counted: Mapping[str, Claim], sources: Sources) -> Event:
    """The event that a group of claims tells; its values are those of the claims that count, if any does."""
    ids = tuple(claim.id for claim in group)
    content = "\n".join((person, group[0].type, *sorted(ids)))
    claims = credible([counted[claim.id] for claim in group if claim.id in counted] or group)
    body = [claim for claim in claims if claim.zone != "headline"] or list(claims)
    attrs = {key: _attr(key, body, sources) for key in sorted({key for claim in body for key in claim.attrs})}
    return Event(
        id=f"e-{sha256(content.encode()).hexdigest()[:12]}",
        person=person,
        type=group[0].type,
        modality=modality_of(claims, sources),
        claims=ids,
        track=_track(body, sources),
        date=date_of(claims, sources),
        place=place_of(body, sources),
        by=supported(body, sources, lambda claim: claim.by),
        attributed_to=speaker_of(claims),
        attrs={key: value for key, value in attrs.items() if value},
        independent_sources=sources.independent(claim.document for claim in group),
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
