"""What is told differently about one event: dates, places, modes, done against denied."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256

from habeas.model.cases import Conflict, Event, Side
from habeas.model.readings import Claim
from habeas.model.vocabulary import ConflictKind
from habeas.text import edtf

_SAYS = {
    "date": "The reports date it differently: {0}.",
    "extradition-requested": "An extradition rests on a request, and it is said that there was none.",
    "sequence": "By their dates these stand in an order that cannot hold: {0}.",
    "date precision": "The dates agree, but one is more exact: {0}.",
    "place": "The reports place it in different states: {0}.",
    "modality": "Some say that it happened, others deny it.",
    "mode": "The same removal goes by different names, each with guarantees of its own: {0}.",
    "to": "The reports name different states of destination: {0}.",
    "sentence": "The reports give different sentences: {0}.",
}


def conflicts_of(event: Event, claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Conflicts among the claims of one event, at most one a property."""
    body = [claim for claim in claims if claim.zone != "headline"]
    for what, sides, kind in (
        _dates(body), _values("place", body, lambda c: c.place), _modality(body),
        _values("mode", body, lambda c: c.attrs.get("mode")), _values("to", body, lambda c: c.attrs.get("to")),
        _values("sentence", body, lambda c: c.attrs.get("sentence")),
    ):  # fmt: skip
        if len(sides) > 1:
            yield conflict(event.person, event.id, what, kind, sides)


def conflict(person: str, event: str | None, what: str, kind: ConflictKind, sides: dict[str, list[Claim]]) -> Conflict:
    """A conflict record with its id and its reason in words; sides in a stated order."""
    values = tuple(Side(value, tuple(c.id for c in claims)) for value, claims in sorted(sides.items()))
    wording = "date precision" if what == "date" and kind == "different precision" else what.rpartition(".")[2]
    said = _SAYS.get(wording, "Told differently: {0}.")
    shown = [edtf.shown(side.value) if what == "date" else side.value for side in values]
    content = "\n".join((person, event or "", what, *(f"{side.value} {' '.join(side.claims)}" for side in values)))
    return Conflict(
        id=f"x-{sha256(content.encode()).hexdigest()[:12]}",
        person=person,
        event=event,
        property=what,
        kind=kind,
        values=values,
        why=said.format(" or ".join(shown)),
    )


def _dates(claims: Sequence[Claim]) -> tuple[str, dict[str, list[Claim]], ConflictKind]:
    """The date of each document, where two of them differ."""
    told = defaultdict(list)
    for claim in claims:
        if edtf.bounds(claim.date):
            told[claim.document].append(claim)
    sides: dict[str, list[Claim]] = defaultdict(list)
    for document in sorted(told):
        for claim in _told_apart(told[document]):
            sides[claim.date or ""].append(claim)
    apart = any(not edtf.overlaps(a, b) for a in sides for b in sides)
    return "date", dict(sides), "contradiction" if apart else "different precision"


def _told_apart(claims: Sequence[Claim]) -> list[Claim]:
    """The narrowest date of one document, and each other one of it that contradicts it."""
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (edtf.days(c.date) or 10**6, c.quote.start, c.id)):
        if not any(edtf.overlaps(claim.date, other.date) for other in kept):
            kept.append(claim)
    return kept


def _values(
    what: str, claims: Iterable[Claim], of: Callable[[Claim], str | None]
) -> tuple[str, dict[str, list[Claim]], ConflictKind]:
    sides: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        value = of(claim)
        if value:
            sides[value].append(claim)
    return what, dict(sides), "different wording that has legal weight" if what == "mode" else "contradiction"


def _modality(claims: Sequence[Claim]) -> tuple[str, dict[str, list[Claim]], ConflictKind]:
    sides: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.modality in ("happened", "denied"):
            sides[claim.modality].append(claim)
    return "modality", dict(sides), "contradiction"
