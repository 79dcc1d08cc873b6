"""Orders of events that cannot hold: a status before the application for it, anything done by the dead."""

from collections.abc import Iterator, Mapping, Sequence

from habeas.corroborate.conflicts import conflict, wordings
from habeas.model.cases import Conflict, Event
from habeas.model.readings import Claim
from habeas.model.vocabulary import EventType
from habeas.text import edtf

_BEFORE: tuple[tuple[str, EventType, EventType], ...] = (
    ("asylum", "asylum-applied", "asylum-seeker-status"),
    ("asylum", "asylum-applied", "asylum-granted"),
    ("asylum", "asylum-applied", "asylum-refused"),
    ("extradition", "extradition-granted", "extradition-annulled"),
    ("extradition", "extradition-requested", "extradition-granted"),
    ("expulsion", "removal-ordered", "removed"),
)
"""On each track, what comes first and what cannot come before it, as long as each happened once."""

_OF_THE_LIVING: frozenset[EventType] = frozenset({
    "arrested", "extradition-arrest", "escaped", "entered", "left", "removed", "resettled", "appeal-filed",
    "asylum-applied",
})  # fmt: skip


def sequences(events: Sequence[Event], claims: Mapping[str, Claim]) -> Iterator[Conflict]:
    """Conflicts of one person's events in time, with `event` None and the property `TRACK.sequence`."""
    by_type: dict[str, list[Event]] = {}
    for event in events:
        if event.modality == "happened":
            by_type.setdefault(event.type, []).append(event)
    told = set()
    for track, first, second in _BEFORE:
        one, other = by_type.get(first, []), by_type.get(second, [])
        if (
            len(one) == len(other) == 1
            and _earlier(other[0], one[0])
            and _one_state(one[0], other[0])
            and track not in told
        ):
            told.add(track)
            yield _conflict(f"{track}.sequence", other[0], one[0], claims)
    deaths = by_type.get("died", [])
    for event in events:
        if (
            len(deaths) == 1
            and event.type in _OF_THE_LIVING
            and event.modality == "happened"
            and _earlier(deaths[0], event)
        ):
            yield _conflict("died.sequence", deaths[0], event, claims)
            return


def unrequested(person: str, claims: Sequence[Claim]) -> Iterator[Conflict]:
    """An extradition that one tells of while another says that nobody asked for it: a request is what it rests on."""
    done, unasked = wordings()["unrequested"]
    sides: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.type == "removed" and claim.modality == "happened" and claim.attrs.get("mode") == "extradition":
            sides.setdefault(done, []).append(claim)
        elif claim.type == "extradition-requested" and claim.modality == "denied":
            sides.setdefault(unasked, []).append(claim)
    requested = any(claim.type == "extradition-requested" and claim.modality == "happened" for claim in claims)
    if len(sides) == 2 and not requested:
        yield conflict(person, None, "extradition-requested", "contradiction", sides)


def _earlier(one: Event, other: Event) -> bool:
    """Whether one certainly lies before the other by their dates."""
    last, first = edtf.latest(one.date), edtf.earliest(other.date)
    return last is not None and first is not None and last < first


def _one_state(one: Event, other: Event) -> bool:
    return not one.place or not other.place or one.place == other.place


def _conflict(what: str, early: Event, late: Event, claims: Mapping[str, Claim]) -> Conflict:
    sides = {
        f"{event.type} {event.date}": [claims[claim] for claim in event.claims if claim in claims]
        for event in (early, late)
    }
    return conflict(early.person, None, what, "contradiction", sides)
