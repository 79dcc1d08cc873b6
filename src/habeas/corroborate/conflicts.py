"""What is told differently about one event: dates, places, modes, done against denied."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256

from habeas.corroborate.sources import Sources
from habeas.model.cases import Conflict, Event, Side
from habeas.model.readings import Claim
from habeas.model.vocabulary import ConflictKind
from habeas.text import edtf

Found = tuple[str, dict[str, list[Claim]], ConflictKind]
"""A property, the claims by what they say of it, and what kind of conflict it is if there are two sides."""

_ONE_MODE = {"expulsion": "deportation"}
"""Names of one procedure in most laws: no conflict."""

_STEM = 4
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


def conflicts_of(event: Event, claims: Sequence[Claim], sources: Sources) -> Iterator[Conflict]:
    """Conflicts among the claims of one event, at most one a property."""
    body = [claim for claim in claims if claim.zone != "headline"]
    for what, sides, kind in (
        _dates(body), _values("place", body, lambda claim: claim.place), _modality(body), _modes(body, sources),
        _values("to", body, lambda claim: claim.attrs.get("to")),
        _values("sentence", body, lambda claim: claim.attrs.get("sentence")),
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


def _dates(claims: Sequence[Claim]) -> Found:
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


def _values(what: str, claims: Iterable[Claim], of: Callable[[Claim], str | None]) -> Found:
    sides: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        value = of(claim)
        if value:
            sides[value].append(claim)
    return what, dict(sides), "contradiction"


def _modes(claims: Iterable[Claim], sources: Sources) -> Found:
    """The names that a removal goes by, each in the words of the reports where these are a form of it."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        mode = claim.attrs.get("mode")
        if mode:
            told[_ONE_MODE.get(mode, mode)].append(claim)
    sides = {}
    for mode, own in sorted(told.items()):
        words = Counter(_trigger(claim, sources) for claim in own)
        forms = [word for word in words if word[:_STEM] == mode[:_STEM]]
        sides[max(forms, key=lambda word: (words[word], word), default=mode)] = own
    return "mode", sides, "different wording that has legal weight"


def _trigger(claim: Claim, sources: Sources) -> str:
    """The words that tell the event, as they stand in the document."""
    text = sources.text(claim.document)
    return next((text[w.start : w.end].casefold() for w in claim.words if w.what == "type"), "")


def _modality(claims: Sequence[Claim]) -> Found:
    sides: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.modality in ("happened", "denied"):
            sides[claim.modality].append(claim)
    return "modality", dict(sides), "contradiction"
