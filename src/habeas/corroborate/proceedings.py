"""The tracks on which events lie, the decisions that they concern, and the states between which a case lies."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from habeas.model.cases import Event
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
_ATTACKS = frozenset({"appeal-filed", "appeal-upheld", "appeal-dismissed", "hearing", "notified", "final"})
_STAYS = frozenset({"extradition-suspended", "extradition-annulled"})
_ENDS_CUSTODY = frozenset({"released", "transfer", "custody-extended"})
_CUSTODY = frozenset({"arrested", "extradition-arrest"})
_WEIGHT_OF_TRACK: tuple[Track, ...] = ("extradition", "expulsion", "asylum", "border", "prosecution")
_REMOVAL = {
    "extradition": "extradition",
    "deportation": "expulsion",
    "expulsion": "expulsion",
    "handover": "extradition",
}
_HOST: dict[EventType, int] = {
    "extradition-arrest": 4, "extradition-granted": 4, "extradition-refused": 4, "extradition-suspended": 4,
    "extradition-annulled": 4, "removal-ordered": 4, "interim-measure": 4, "removed": 3, "asylum-applied": 3,
    "asylum-seeker-status": 3, "asylum-refused": 3, "asylum-granted": 2, "entry-refused": 2, "entered": 1,
    "arrested": 1, "penalised": 1,
}  # fmt: skip
_REQUESTING: dict[EventType, int] = {
    "extradition-requested": 5,
    "wanted": 3,
    "charged": 2,
    "convicted": 2,
    "assurance": 2,
}


def connect(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events of one person (in about the order of time) with `track` and `of` set."""
    first = tuple(_on_track(event, events) for event in events)
    return tuple(_concerning(event, first) for event in first)


def _on_track(event: Event, events: Sequence[Event]) -> Event:
    track = event.track or _TRACK.get(event.type)
    if event.type == "removed":
        track = _track_of_removal(event, events)
    return msgspec.structs.replace(event, track=track)


def _track_of_removal(event: Event, events: Sequence[Event]) -> Track | None:
    said = _REMOVAL.get(event.attrs.get("mode", ""))
    kinds = {other.type for other in events if other.modality != "denied"}
    if said in ("extradition", "expulsion"):
        return "extradition" if said == "extradition" else "expulsion"
    if "extradition-granted" in kinds or "extradition-requested" in kinds:
        return "extradition"
    return "expulsion" if "removal-ordered" in kinds else None


def _concerning(event: Event, events: tuple[Event, ...]) -> Event:
    if event.type in _ATTACKS:
        found = _decision(event, events)
    elif event.type in _STAYS:
        found = _latest_before(
            event, [other for other in events if other.type in ("extradition-granted", "removal-ordered")]
        )
    elif event.type in _ENDS_CUSTODY:
        found = _latest_before(event, [other for other in events if other.type in _CUSTODY])
    elif event.type == "removed":
        wanted = {"extradition": "extradition-granted", "expulsion": "removal-ordered"}.get(event.track or "")
        found = _latest_before(event, [other for other in events if other.type == wanted])
    else:
        return event
    if found is None:
        return event
    return msgspec.structs.replace(event, of=found.id, track=event.track or found.track)


def _decision(event: Event, events: tuple[Event, ...]) -> Event | None:
    """The latest earlier decision, on the event's own track if that is known, else of the weightiest track."""
    tracks = (event.track,) if event.track else _WEIGHT_OF_TRACK
    candidates = [
        other
        for track in tracks if track
        for other in events if other.type in _DECISIONS.get(track, ()) and _same_state(event, other)
    ]  # fmt: skip
    return _latest_before(event, candidates)


def _same_state(event: Event, other: Event) -> bool:
    return not event.place or not other.place or event.place == other.place


def _latest_before(event: Event, candidates: Sequence[Event]) -> Event | None:
    """The last candidate that may have come before the event; for an undated event the last of all."""
    day = edtf.latest(event.date)
    fitting = []
    for index, other in enumerate(candidates):
        if other.id == event.id or other.modality in ("possible", "denied"):
            continue
        start = edtf.earliest(other.date)
        if day is None or start is None or start <= day:
            fitting.append((start is not None, start.isoformat() if start else "", index, other))
    return max(fitting, key=lambda item: item[:3])[3] if fitting else None


def states(events: Sequence[Event]) -> tuple[str | None, str | None]:
    """Host (where the person is or was when removal arose) and the state that asks or to which removal leads."""
    hosts: Counter[str] = Counter()
    for event in events:
        if event.place and event.modality != "denied" and event.type in _HOST:
            hosts[event.place] += _HOST[event.type]
    asking: Counter[str] = Counter()
    for event in events:
        if event.place and event.type in _REQUESTING:
            asking[event.place] += _REQUESTING[event.type]
        if event.type == "removed" and event.attrs.get("to"):
            asking[event.attrs["to"]] += 4
    host = _first(hosts, set())
    return host, _first(asking, {host} if host else set())


def _first(counts: Counter[str], but: set[str]) -> str | None:
    return max((state for state in counts if state not in but), key=lambda state: (counts[state], state), default=None)
