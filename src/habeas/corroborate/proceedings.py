"""The tracks on which events lie, and the decisions and custody that they concern."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from habeas.corroborate.occasions import REMEDIES
from habeas.model.cases import Event
from habeas.model.readings import Claim
from habeas.model.vocabulary import EventType, Track
from habeas.text import edtf

_KINDS: dict[Track, tuple[EventType, ...]] = {
    "extradition": (
        "extradition-requested", "extradition-arrest", "extradition-granted", "extradition-refused",
        "extradition-suspended", "extradition-annulled", "assurance",
    ),
    "expulsion": ("removal-ordered", "penalised"),
    "border": ("entry-refused",),
    "asylum": ("asylum-applied", "asylum-seeker-status", "asylum-granted", "asylum-refused"),
    "international": ("complaint-filed", "interim-measure", "international-decision"),
    "prosecution": ("charged", "convicted", "wanted", "searched", "designated"),
}  # fmt: skip
_TRACK: dict[EventType, Track] = {
    kind: track
    for track, kinds in _KINDS.items()
    for kind in kinds
}  # fmt: skip

_DECISIONS: dict[Track, frozenset[EventType]] = {
    "extradition": frozenset({"extradition-granted", "extradition-refused"}),
    "expulsion": frozenset({"removal-ordered", "penalised"}),
    "asylum": frozenset({"asylum-refused", "asylum-granted"}),
    "border": frozenset({"entry-refused"}),
    "prosecution": frozenset({"convicted"}),
    "international": frozenset({"international-decision", "interim-measure"}),
}
_STAYS = frozenset({"extradition-suspended", "extradition-annulled"})
_ENDS_CUSTODY = frozenset({"released", "transfer", "custody-extended"})
_PARAGRAPH = 700
"""Code points within which one thing told is taken to be told of the other."""
_CUSTODY = frozenset({"arrested", "extradition-arrest"})
_WEIGHT_OF_TRACK: tuple[Track, ...] = ("extradition", "expulsion", "asylum", "border", "prosecution")
_REMOVAL: dict[str, Track] = {
    "extradition": "extradition",
    "deportation": "expulsion",
    "expulsion": "expulsion",
}


def on_tracks(claims: Sequence[Claim]) -> list[Claim]:
    """Claims of one person; remedies whose words name no track lie on that of what their report tells right before."""
    return [
        replace(claim, track=_told_before(claim, claims)) if claim.type in REMEDIES and claim.track is None else claim
        for claim in claims
    ]


def _told_before(claim: Claim, claims: Sequence[Claim]) -> Track | None:
    """The track of the last step before a court or authority of the host that is told above it, in its paragraph."""
    here = position(claim)
    above = [
        (position(other), other.id, track)
        for other in claims
        if (track := _TRACK.get(other.type)) in _WEIGHT_OF_TRACK[:3]
        and other.document == claim.document
        and other.modality == "happened"
        and 0 < here - position(other) <= _PARAGRAPH
    ]
    return max(above)[2] if above else None


def connect(
    events: tuple[Event, ...], sure: Sequence[Event], claims: Mapping[str, Claim], host: str | None
) -> tuple[Event, ...]:
    """The events of one person (in about the order of time) with `track` and `of` set.

    `sure`: those that others may concern. `claims`: by id, for what stands near what in a text. `host`: where the
    person is.
    """
    kept = {event.id for event in sure}
    first = tuple(_on_track(event, sure, host, claims) for event in events)
    roots = tuple(event for event in first if event.id in kept)
    found = tuple(_concerning(event, roots, claims) for event in first)
    rulings = [event for event in found if event.id in kept and event.type in ("appeal-upheld", "appeal-dismissed")]
    return tuple(_as_ruled(event, rulings, claims) for event in found)


def _as_ruled(event: Event, rulings: Sequence[Event], claims: Mapping[str, Claim]) -> Event:
    """ "His appeal was dismissed": an undated appeal told with its ruling attacks what the ruling is about."""
    if event.type != "appeal-filed" or event.date:
        return event
    told = [max((claims[c] for c in event.claims if c in claims), key=lambda c: c.confidence, default=None)]
    for ruling in rulings:
        if any(_together(own, claims[c]) for own in told if own for c in ruling.claims if c in claims):
            return replace(event, of=ruling.of, track=ruling.track, place=ruling.place)
    return event


def _together(one: Claim, other: Claim) -> bool:
    return one.document == other.document and one.quote.start < other.quote.end and other.quote.start < one.quote.end


def _on_track(event: Event, events: Sequence[Event], host: str | None, claims: Mapping[str, Claim]) -> Event:
    track = event.track or _TRACK.get(event.type)
    if event.type == "removed":
        track = _track_of_removal(event, events, claims)
    elif event.type == "arrested" and track is None:
        track = _track_of_arrest(event, events, host)
    elif event.type == "entered" and any(o.type == "entry-refused" and o.place == event.place for o in events):
        track = "border"
    return replace(event, track=track)


def _track_of_arrest(event: Event, events: Sequence[Event], host: str | None) -> Track | None:
    """In the host state an arrest that extradition custody or a request follows; where he is charged, prosecution."""
    place = event.place or host
    kinds = {other.type for other in events if other.modality == "happened" and place in (other.place, host)}
    if place == host and kinds & {"extradition-arrest", "extradition-granted", "extradition-refused"}:
        return "extradition"
    accused = any(o.type in ("charged", "convicted") and o.place == event.place for o in events)
    return "prosecution" if accused and event.place and event.place != host else None


def _track_of_removal(event: Event, events: Sequence[Event], claims: Mapping[str, Claim]) -> Track | None:
    """By the name that reports give it; where they give several, or none of law, by what came before it."""
    names = {claims[claim].attrs.get("mode", "") for claim in event.claims if claim in claims}
    said = {track for name in names if (track := _REMOVAL.get(name))}
    if len(said) == 1:
        return said.pop()
    kinds = {other.type for other in events if other.modality != "denied"}
    if kinds & {"extradition-granted", "extradition-requested"}:
        return "extradition"
    if kinds & {"removal-ordered", "penalised"}:
        return "expulsion"
    return "extradition" if "handover" in names or said else None


def _concerning(event: Event, events: tuple[Event, ...], claims: Mapping[str, Claim]) -> Event:
    if event.type in REMEDIES:
        event = _at_large(event, events, claims)
        found = _decision(event, events, claims)
    elif event.type in _STAYS:
        found = _latest_before(event, [o for o in events if o.type in ("extradition-granted", "removal-ordered")])
    elif event.type in _ENDS_CUSTODY:
        found = _custody(event, events)
    elif event.type == "extradition-arrest":
        found = _latest_before(event, [o for o in events if o.type == "arrested" and _same_state(event, o)])
    elif event.type == "removed":
        wanted = {"extradition": "extradition-granted", "expulsion": "removal-ordered"}.get(event.track or "")
        found = _latest_before(event, [other for other in events if other.type == wanted])
    else:
        return event
    if found is None:
        return event
    place = event.place or (found.place if event.type in REMEDIES else None)
    return replace(event, of=found.id, track=event.track or found.track, place=place)


def _at_large(event: Event, events: Sequence[Event], claims: Mapping[str, Claim]) -> Event:
    """The remedy without a place that no report names, and without a track on which nothing else has happened."""
    told = [claims[claim] for claim in event.claims if claim in claims]
    named = any(not claim.words or any(words.what == "place" for words in claim.words) for claim in told)
    others = {_TRACK.get(other.type) for other in events if other.modality != "possible"}
    alone = event.track not in others and bool(others & set(_DECISIONS))
    return replace(event, place=event.place if named else None, track=None if alone else event.track)


def _custody(event: Event, events: tuple[Event, ...]) -> Event | None:
    """The arrest that the event ends or prolongs: the first of those that go on in each other."""
    found = _latest_before(event, [o for o in events if o.type in _CUSTODY and _same_state(event, o)])
    if found is not None and found.type == "extradition-arrest" and event.type != "custody-extended":
        return _latest_before(found, [o for o in events if o.type == "arrested" and _same_state(found, o)]) or found
    return found


def _decision(event: Event, events: tuple[Event, ...], claims: Mapping[str, Claim]) -> Event | None:
    """The earlier decision told nearest to it in the reports, else the latest one of the weightiest track."""
    tracks = (event.track,) if event.track else _WEIGHT_OF_TRACK
    decisions = {
        track: [o for o in events if o.type in _DECISIONS[track] and _same_state(event, o) and _may_precede(o, event)]
        for track in tracks
    }
    near = _nearest([decision for track in tracks for decision in decisions[track]], event, claims)
    if near is not None:
        return near
    return next((_latest_before(event, decisions[track]) for track in tracks if decisions[track]), None)


def _nearest(decisions: Sequence[Event], event: Event, claims: Mapping[str, Claim]) -> Event | None:
    """The decision told nearest within a paragraph, by the weight of the claims; None where none does so."""
    votes: dict[str, float] = defaultdict(float)
    for own in (claims[claim] for claim in event.claims if claim in claims):
        beside = [
            (abs(position(other) - position(own)), decision.id)
            for decision in decisions
            for other in (claims[claim] for claim in decision.claims if claim in claims)
            if other.document == own.document
        ]
        if beside and min(beside)[0] <= _PARAGRAPH:
            votes[min(beside)[1]] += own.confidence
    best = max(sorted(votes), key=lambda decision: votes[decision], default=None)
    return next((decision for decision in decisions if decision.id == best), None)


def position(claim: Claim) -> int:
    """Where the words that tell the event begin, in its document's text."""
    return next((words.start for words in claim.words if words.what == "type"), claim.quote.start)


def _same_state(event: Event, other: Event) -> bool:
    return not event.place or not other.place or event.place == other.place


def _may_precede(other: Event, event: Event) -> bool:
    """Whether `other` is no mere fear and its date allows that it came first."""
    if other.id == event.id or other.modality in ("possible", "denied"):
        return False
    day, start = edtf.latest(event.date), edtf.earliest(other.date)
    return day is None or start is None or start <= day


def _latest_before(event: Event, candidates: Sequence[Event]) -> Event | None:
    """The last candidate that may have come before the event; for an undated event the last of all."""
    fitting = [
        (edtf.earliest(o.date) or date.min, index, o) for index, o in enumerate(candidates) if _may_precede(o, event)
    ]
    return max(fitting, key=lambda item: item[:2])[2] if fitting else None
