"""Whether a removal that is told as done was done: later reports may still speak of it as ahead."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from habeas.corroborate.conflicts import conflict
from habeas.corroborate.sources import Sources
from habeas.corroborate.weight import LIKELY
from habeas.model.cases import Conflict, Event
from habeas.model.documents import Document
from habeas.model.readings import Claim
from habeas.text import edtf


def doubted(
    events: Sequence[Event], claims: Mapping[str, Claim], sources: Sources
) -> tuple[tuple[Event, ...], tuple[Conflict, ...]]:
    """The events of one person with every removal *possible* that is not to be believed, and what contradicts it.

    A removal is believed unless as many independent reports, written when it would have been over, tell it as feared,
    planned or averted, or tell of a hearing to come before the courts of the host. `claims`: by id.
    """
    kept, conflicts = [], []
    ahead = [c for c in claims.values() if _is_ahead(c) and c.zone != "headline" and c.confidence >= LIKELY]
    for event in events:
        told = [claims[claim] for claim in event.claims if claim in claims]
        done = [c for c in told if c.modality == "happened"]
        if event.type == "removed" and event.modality == "happened" and done:
            against = [c for c in ahead if _contradicts(c, event, done, sources.documents)]
            if against and _groups(against, sources) >= _groups(done, sources):
                event = replace(event, modality="possible")
                sides = {"happened": done, "possible": sorted(against, key=lambda c: (c.document, c.quote.start))}
                conflicts.append(conflict(event.person, event.id, "modality", "contradiction", sides))
        kept.append(event)
    return tuple(kept), tuple(conflicts)


def _is_ahead(claim: Claim) -> bool:
    if claim.type == "removed":
        return claim.modality != "happened"
    return claim.type == "hearing" and claim.modality == "scheduled"


def _contradicts(claim: Claim, event: Event, done: Sequence[Claim], documents: Mapping[str, Document]) -> bool:
    """Whether a claim speaks of the same removal as ahead, in a report of a day on which it would have been over.

    In the report that tells the removal itself, only where that one is undated and told less surely.
    """
    if _other_removal(claim, event):
        return False
    beside = [other for other in done if other.document == claim.document]
    if beside:
        return event.date is None and max(other.confidence for other in beside) < claim.confidence
    written = _written(claim, documents)
    over = edtf.latest(event.date) or min((w for c in done if (w := _written(c, documents))), default=None)
    return written is not None and over is not None and written >= over


def _other_removal(claim: Claim, event: Event) -> bool:
    """Whether the claim is of a removal from another state, or to another one."""
    places = claim.type == "removed" and claim.place and event.place and claim.place != event.place
    to = claim.attrs.get("to", event.attrs.get("to"))
    return bool(places) or to != event.attrs.get("to", to)


def _written(claim: Claim, documents: Mapping[str, Document]) -> date | None:
    document = documents.get(claim.document)
    return edtf.latest(document.published) if document else None


def _groups(claims: Iterable[Claim], sources: Sources) -> int:
    return len({sources.group(claim.document) for claim in claims})
