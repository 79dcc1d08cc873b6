"""A case as it was known on a day: its events with their bounds in time, the track of each, and when things follow."""

from datetime import date
from functools import cached_property

import msgspec

from habeas.model.cases import Case, Event
from habeas.model.vocabulary import Track
from habeas.procedure.verdicts import Truth
from habeas.text import edtf

Bounds = tuple[date, date]
NEVER: Bounds = (date.min, date.max)
_PLAIN_TRACKS: dict[str, Track] = {
    "extradition-requested": "extradition", "extradition-arrest": "extradition", "extradition-granted": "extradition",
    "extradition-refused": "extradition", "extradition-annulled": "extradition", "asylum-applied": "asylum",
    "asylum-seeker-status": "asylum", "asylum-granted": "asylum", "asylum-refused": "asylum",
    "removal-ordered": "expulsion", "entry-refused": "border", "complaint-filed": "international",
    "interim-measure": "international", "international-decision": "international", "convicted": "prosecution",
}  # fmt: skip
_BY_MODE: dict[str, Track] = {
    "extradition": "extradition", "rendition": "extradition", "deportation": "expulsion", "expulsion": "expulsion",
}  # fmt: skip


def before(a: Bounds, b: Bounds) -> Truth:
    """Whether a comes before b. On the same day it does not."""
    if a[1] < b[0]:
        return "holds"
    return "fails" if a[0] >= b[1] else "unknown"


def same_day(a: Bounds, b: Bounds) -> Truth:
    """Whether a and b fall on one day."""
    if a[0] == a[1] == b[0] == b[1]:
        return "holds"
    return "fails" if a[1] < b[0] or b[1] < a[0] else "unknown"


def within(a: Bounds, b: Bounds, length: str) -> Truth:
    """Whether b comes on the day of a or after it, at most `length` (ISO 8601) later."""
    latest_end, earliest_end = _on(a[1], length), _on(a[0], length)
    if a[1] <= b[0] and b[1] <= earliest_end:
        return "holds"
    return "fails" if b[1] < a[0] or b[0] > latest_end else "unknown"


def apart(a: Bounds, b: Bounds, length: str) -> Truth:
    """Whether b comes `length` (ISO 8601) or more after a."""
    latest_start, earliest_start = _on(a[1], length), _on(a[0], length)
    if b[0] >= latest_start:
        return "holds"
    return "fails" if b[1] < earliest_start else "unknown"


def _on(day: date, length: str) -> date:
    if day in NEVER:
        return day
    later = edtf.bounds(edtf.add(day.isoformat(), length))
    return later[0] if later else date.max


class Timeline:
    """What was known of a case at the end of the day `as_of`: later events are left out unless they are scheduled."""

    def __init__(self, case: Case, as_of: str) -> None:
        self.case = case
        self.as_of = as_of
        self.today = edtf.bounds(as_of) or NEVER
        self.events = tuple(event for event in case.events if self._is_known(event))
        self._by_id = {event.id: event for event in self.events}

    def _is_known(self, event: Event) -> bool:
        span = edtf.bounds(event.date)
        if event.modality == "scheduled" or span is None:
            return True
        first, last = span
        return (last if first == date.min else first) <= self.today[1]

    def get(self, id: str | None) -> Event | None:
        """The known event of this id."""
        return self._by_id.get(id) if id else None

    def bounds(self, event: Event) -> Bounds:
        """First and last day on which it may have happened: not before what it serves or attacks; not after today.

        Both ends are open where nothing is known.
        """
        first, last = edtf.bounds(event.date) or NEVER
        root = self.get(event.of)
        if root is not None and root.id != event.id and (start := (edtf.bounds(root.date) or NEVER)[0]) <= last:
            first = max(first, start)
        if event.modality == "happened" and first <= self.today[1]:
            last = min(last, self.today[1])
        return first, last

    @cached_property
    def last_report(self) -> Bounds:
        """The day of the latest thing that happened, as far as it is dated; open where nothing is."""
        dated = [span for e in self.events if e.modality == "happened" and (span := edtf.bounds(e.date))]
        spans = [span for span in dated if span[1] != date.max]
        return max(spans) if spans else NEVER

    def is_at_host(self, event: Event) -> bool:
        """Whether the host state acted, or nothing else is said."""
        return event.place is None or self.case.host is None or event.place == self.case.host

    def track(self, event: Event) -> Track | None:
        """The track of an event: its own, else what its kind, the event that it concerns or the case imply."""
        if event.type == "arrested" and event.track == "prosecution" and self._became_extradition(event):
            return "extradition"
        if event.track is not None:
            return event.track
        if event.type in _PLAIN_TRACKS:
            return _PLAIN_TRACKS[event.type]
        root = self.get(event.of)
        if root is not None and root.id != event.id and root.of != event.id:
            return self.track(root)
        if event.type == "removed":
            return _BY_MODE.get(event.attrs.get("mode", "")) or self._removal_track(event)
        if event.type in ("arrested", "released"):
            return "extradition" if self.is_at_host(event) and self._wanted_here(event) else "prosecution"
        return None

    def _became_extradition(self, arrest: Event) -> bool:
        """Whether custody in view of extradition is told of this very arrest: custody counts from it."""
        return any(e.type == "extradition-arrest" and e.of == arrest.id and self.is_at_host(e) for e in self.events)

    def _removal_track(self, event: Event) -> Track | None:
        """By what was ordered or asked for; a removal of which not even the way or the aim is told is of none."""
        ordered = {e.type for e in self.events if e.modality == "happened" and self.is_at_host(e) and e.id != event.id}
        by_expulsion = ordered & {"removal-ordered", "penalised"} and "extradition-granted" not in ordered
        if by_expulsion:
            return "expulsion"
        asked = any(e.type == "extradition-requested" for e in self.events)
        by_extradition = asked or ordered & {"extradition-granted", "extradition-arrest"}
        return "extradition" if by_extradition or event.attrs.keys() & {"mode", "to"} else None

    def _wanted_here(self, event: Event) -> bool:
        kinds = ("extradition-arrest", "extradition-granted")
        return any(
            e.type in kinds
            and e.modality == "happened"
            and self.is_at_host(e)
            and before(self.bounds(e), self.bounds(event)) != ("holds" if event.type == "arrested" else "unknown")
            for e in self.events
        )

    def supposing(self, event: Event) -> "Timeline":
        """The same case if this had happened too."""
        case = msgspec.structs.replace(self.case, events=(*self.case.events, event))
        return Timeline(case, self.as_of)
