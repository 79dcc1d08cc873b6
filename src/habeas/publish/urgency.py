"""Who comes first: people whom a state may still send away, by the next day that matters and by how far things are."""

from collections.abc import Iterator

import msgspec

from habeas.model.findings import Finding
from habeas.publish.shelf import Shelf
from habeas.publish.wording import title
from habeas.text import edtf

_GONE = {("extradition", "surrendered"), ("expulsion", "carried-out")}
_NEAR = {
    ("extradition", "in-force"): 6,
    ("expulsion", "in-force"): 6,
    ("extradition", "ordered"): 5,
    ("expulsion", "ordered"): 5,
    ("extradition", "appealed"): 4,
    ("expulsion", "appealed"): 4,
    ("border", "refused-entry"): 4,
    ("extradition", "suspended"): 3,
    ("extradition", "custody"): 3,
    ("international", "interim-measure"): 3,
    ("extradition", "requested"): 2,
    ("asylum", "refused-final"): 2,
    ("asylum", "refused"): 1,
    ("asylum", "appealed"): 1,
    ("asylum", "applied"): 1,
    ("asylum", "seeker"): 1,
}
"""How near a removal is at each stage; a stage that is not listed brings it no nearer."""


LONGEST_WAIT = 31
"""Days; what may come at any time in a longer span is no day to watch for."""


class Day(msgspec.Struct, frozen=True):
    """A day that matters. `date`: EDTF. `certain`: a planned event, or a deadline by a rule that is not doubtful.

    `rule`: the finding of the deadline.
    """

    date: str
    what: str
    because: tuple[str, ...]
    certain: bool = True
    rule: Finding | None = None


def days(shelf: Shelf, person: str) -> list[Day]:
    """The days to come in a person's case, soonest first: what is planned and what the law computes."""
    found = [*_planned(shelf, person), *_deadlines(shelf, person)]
    ahead = [(due, day) for day in found if (due := _due(day, shelf.casebook.as_of)) >= shelf.casebook.as_of]
    return [day for _, day in sorted(ahead, key=lambda pair: (pair[0], pair[1].what))]


def next_day(shelf: Shelf, person: str) -> Day | None:
    """The first day to come that is exact enough to be watched for."""
    return next((d for d in days(shelf, person) if (edtf.days(d.date) or LONGEST_WAIT + 1) <= LONGEST_WAIT), None)


def _due(day: Day, as_of: str) -> str:
    """When a day may come: its first day, or its last where the first is over."""
    first, last = str(edtf.earliest(day.date) or ""), str(edtf.latest(day.date) or "")
    return first if first >= as_of else last


def _planned(shelf: Shelf, person: str) -> Iterator[Day]:
    for event in shelf.events_of.get(person, ()):
        if event.modality == "scheduled" and event.date:
            yield Day(event.date, title(event), event.claims)


def _deadlines(shelf: Shelf, person: str) -> Iterator[Day]:
    case = shelf.cases.get(person)
    for finding in case.findings if case else ():
        if is_dated(finding):
            certain = finding.confidence != "low" and finding.verdict == "holds" and edtf.is_day(finding.value)
            yield Day(finding.value, finding.says, finding.because, certain, finding)


def is_dated(finding: Finding) -> bool:
    """Whether a finding is a deadline whose day is computed."""
    return finding.what == "deadline" and edtf.bounds(finding.value) is not None


def nearness(shelf: Shelf, person: str) -> int:
    """How near a removal is: 6 at any moment … 1 only remotely, 0 nothing speaks for one, -1 already removed."""
    case = shelf.cases.get(person)
    stages = {(stage.track, stage.value) for stage in case.stages} if case else set()
    if stages & _GONE:
        return -1
    if near := max((_NEAR.get(stage, 0) for stage in stages), default=0):
        return near
    told = {event.modality for event in shelf.events_of.get(person, ()) if event.type == "removed"}
    return -1 if "happened" in told else int(bool(told - {"denied"}))


def ranked(shelf: Shelf) -> list[str]:
    """Subjects and whoever has a case, most urgent first; those already removed after, then the others."""
    concerned = [p.id for p in shelf.casebook.people if p.role == "subject" or p.id in shelf.cases]
    return sorted(concerned, key=lambda person: _rank(shelf, person))


def _rank(shelf: Shelf, person: str) -> tuple[int, str, int, str, str]:
    near = nearness(shelf, person)
    first = next_day(shelf, person)
    soonest = _due(first, shelf.casebook.as_of) if first else "9999"
    group = 0 if near > 0 else 1 if near < 0 else 2
    entry = shelf.people[person]
    return group, soonest, -near, entry.name.casefold(), person
