"""What the page of one person shows, gathered: findings by kind, what is not known and whom to ask, the namesakes."""

from collections.abc import Iterator

import msgspec

from habeas.model.findings import Finding
from habeas.publish.casebook import CaseEntry, ClaimEntry, ConflictEntry, EventEntry, MentionEntry, PersonEntry
from habeas.publish.compile import when
from habeas.publish.shelf import Shelf
from habeas.publish.urgency import Day, days
from habeas.text import edtf


class Gap(msgspec.Struct, frozen=True):
    """Something that no report says. `asks`: why it matters."""

    what: str
    asks: tuple[str, ...]
    because: tuple[str, ...] = ()


class Doubt(msgspec.Struct, frozen=True):
    """Another mention that may or may not be the same person. `person`: whose it is taken to be."""

    mention: MentionEntry
    person: PersonEntry
    pro: tuple[str, ...]
    con: tuple[str, ...]


class Dossier(msgspec.Struct, frozen=True):
    """All that is told of one person. `settled` findings have an answer, `open` ones have none yet; by `what`."""

    person: PersonEntry
    case: CaseEntry | None
    events: tuple[EventEntry, ...]
    conflicts: tuple[ConflictEntry, ...]
    days: tuple[Day, ...]
    settled: dict[str, tuple[Finding, ...]]
    open: dict[str, tuple[Finding, ...]]
    gaps: tuple[Gap, ...]
    doubts: tuple[Doubt, ...]
    advocates: tuple[PersonEntry, ...]


def dossier(shelf: Shelf, person: str) -> Dossier:
    """The dossier of a person of the casebook."""
    case = shelf.cases.get(person)
    findings = case.findings if case else ()
    kinds = sorted({finding.what for finding in findings})
    reports = {document.id for document in shelf.reports(person)}
    return Dossier(
        person=shelf.people[person],
        case=case,
        events=tuple(sorted(shelf.events_of.get(person, ()), key=when)),
        conflicts=tuple(sorted(shelf.conflicts_of.get(person, ()), key=lambda c: c.kind != "contradiction")),
        days=tuple(days(shelf, person)),
        settled={kind: tuple(f for f in findings if f.what == kind and _settled(f)) for kind in kinds},
        open={kind: tuple(f for f in findings if f.what == kind and f.value == "unknown") for kind in kinds},
        gaps=tuple(_gaps(shelf, person, findings)),
        doubts=tuple(_doubts(shelf, person)),
        advocates=tuple(
            entry
            for entry in shelf.casebook.people
            if entry.id != person
            and entry.role == "advocate"
            and reports & {role.document for role in entry.roles if role.role == "advocate"}
        ),
    )


def _settled(finding: Finding) -> bool:
    """A flag that is known not to be there is no news; everything else with an answer is."""
    return finding.value != "unknown" and (finding.what, finding.value) != ("flag", "fails")


def _gaps(shelf: Shelf, person: str, findings: tuple[Finding, ...]) -> Iterator[Gap]:
    asked: dict[str, list[str]] = {}
    for finding in findings:
        if finding.what == "question":
            asked.setdefault(finding.says, [])
        for unknown in finding.unknown if finding.what != "question" else ():
            asked.setdefault(unknown, []).append(finding.says)
    asked_of = {event for finding in findings if finding.what == "question" for event in finding.events}
    for event in shelf.events_of.get(person, ()):
        last = edtf.latest(event.date)
        over = event.modality == "scheduled" and last and last.isoformat() < shelf.casebook.as_of
        if over and event.id not in asked_of:
            yield Gap(f"what came of what was planned for {edtf.shown(event.date)}", (), event.claims)
    for what, why in asked.items():
        yield Gap(what, tuple(dict.fromkeys(why)))


def _doubts(shelf: Shelf, person: str) -> Iterator[Doubt]:
    for other, entry in shelf.doubts.get(person, ()):
        yield Doubt(other, shelf.people[other.person], entry.pro, entry.con)


class Notes:
    """Footnotes of one page: quotes numbered in the order in which the page first rests on them.

    Claims with the same words, from the same place and speaker, share a footnote.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._numbers: dict[tuple[str, int, int, str | None], int] = {}
        self._claims: list[ClaimEntry] = []

    def refs(self, claims: tuple[str, ...]) -> list[int]:
        """The numbers of these claims' words, given anew where they have none, smallest first."""
        return sorted({self._number(self._shelf.claims[claim]) for claim in claims if claim in self._shelf.claims})

    def _number(self, claim: ClaimEntry) -> int:
        words = (claim.document, claim.quote.start, claim.quote.end, claim.attributed_to)
        if words not in self._numbers:
            self._claims.append(claim)
            self._numbers[words] = len(self._claims)
        return self._numbers[words]

    def listed(self) -> list[tuple[int, ClaimEntry]]:
        """All numbers given out so far, with the first claim of those words."""
        return list(enumerate(self._claims, 1))
