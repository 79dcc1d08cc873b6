"""An event's own values: the best supported of what its claims say."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from habeas.corroborate.sources import Sources
from habeas.corroborate.weight import LIKELY, weight
from habeas.model.readings import Claim
from habeas.model.vocabulary import Modality
from habeas.text import edtf

_SHORT = 62
"""Days within which rival dates are told as one span."""


def supported(claims: Sequence[Claim], sources: Sources, of: Callable[[Claim], str | None]) -> str | None:
    """The value that most independent sources give; among equals the documents' own voice, then the body's words."""
    support = defaultdict(list)
    for claim in claims:
        value = of(claim)
        if value:
            support[value].append(claim)
    return max(support, key=lambda value: (*strength(support[value], sources), value), default=None)


def strength(claims: Sequence[Claim], sources: Sources) -> tuple[int, int, float]:
    """How firmly claims stand: independent sources that say so, those in their own voice, how sure the reader is."""
    body = {sources.group(c.document) for c in claims if c.zone != "headline" and not sources.is_machine(c.document)}
    own = {sources.group(c.document) for c in claims if c.zone != "headline" and not c.attributed_to}
    return len(body), len(own), max((c.confidence for c in claims), default=0.0)


def date_of(claims: Sequence[Claim], sources: Sources) -> str | None:
    """The narrowest date that agrees with the most independent sources.

    Where dates that exclude each other stand equally firm it is the span of them all, as long as it is short: nobody
    may count a time limit from one of them alone.
    """
    body = [c for c in claims if c.zone != "headline"] or list(claims)
    dated = [c for c in body if edtf.bounds(c.date)]

    def support(value: str) -> int:
        return strength([c for c in dated if edtf.overlaps(c.date, value)], sources)[0]

    def worth(value: str) -> tuple[float, ...]:
        return support(value), -(edtf.days(value) or 10**6), *strength([c for c in dated if c.date == value], sources)

    values = sorted({c.date for c in dated if c.date})
    best = max(values, key=worth, default=None)
    if best is None:
        return None
    rivals = [value for value in values if not edtf.overlaps(value, best) and support(value) == support(best)]
    return _span([best, *rivals]) or best


def _span(values: Sequence[str]) -> str | None:
    """From the first day of any to the last day of any; None where that is open or longer than a month or two."""
    first = [edtf.earliest(value) for value in values]
    last = [edtf.latest(value) for value in values]
    days = [day for day in (*first, *last) if day is not None]
    if len(values) < 2 or len(days) < 2 * len(values) or (max(days) - min(days)).days > _SHORT:
        return None
    return edtf.between(min(days), max(days))


def modality_of(claims: Sequence[Claim], sources: Sources) -> Modality:
    """Happened where that is rather told than misread and no more sources deny it; else the best supported.

    What a report itself affirms somewhere, it does not deny.
    """
    body = [c for c in claims if c.zone != "headline"] or list(claims)
    by_kind: dict[Modality, list[Claim]] = defaultdict(list)
    affirmed = {claim.document for claim in body if claim.modality == "happened"}
    for claim in body:
        if claim.modality != "denied" or claim.document not in affirmed:
            by_kind[claim.modality].append(claim)
    done = by_kind.get("happened", [])
    undenied = strength(done, sources) >= strength(by_kind.get("denied", []), sources)
    if done and undenied and (len(by_kind) == 1 or weight(done, sources) >= LIKELY):
        return "happened"
    order: tuple[Modality, ...] = ("happened", "denied", "scheduled", "possible")
    return max(by_kind, key=lambda kind: (*strength(by_kind[kind], sources), -order.index(kind)))


def speaker_of(claims: Sequence[Claim]) -> str | None:
    """Who says so, where no document says it in its own voice."""
    speakers = [c.attributed_to for c in claims if c.zone != "headline"]
    return None if None in speakers or not speakers else sorted(filter(None, speakers))[0]
