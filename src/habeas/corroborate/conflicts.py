"""What is told differently about one event: dates, places, modes, done against denied."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any

from habeas import resources
from habeas.corroborate.weight import LIKELY
from habeas.model.cases import Conflict, Event, Side
from habeas.model.readings import Claim
from habeas.model.vocabulary import ConflictKind
from habeas.text import edtf

Found = tuple[str, dict[str, list[Claim]], ConflictKind]
"""A property, the claims by what they say of it, and what kind of conflict it is if there are two sides."""

_ONE_MODE = {"expulsion": "deportation"}
"""Names of one procedure in most laws: no conflict."""


def wordings(language: str = "en") -> Any:
    """What conflicts are called in the language of the pages."""
    return resources.lexicon(language, "conflicts")


def conflicts_of(event: Event, claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Conflicts among the claims of one event, at most one a property."""
    body = [claim for claim in claims if claim.zone != "headline" and claim.confidence >= LIKELY]
    for what, sides, kind in (
        _dates(body), _values("place", body, _place), _modality(body), _modes(event, body),
        _values("to", body, lambda claim: claim.attrs.get("to")),
        _values("sentence", body, lambda claim: claim.attrs.get("sentence")),
    ):  # fmt: skip
        if len(sides) > 1:
            yield conflict(event.person, event.id, what, kind, sides)


def conflict(person: str, event: str | None, what: str, kind: ConflictKind, sides: dict[str, list[Claim]]) -> Conflict:
    """A conflict record with its id and its reason in words; sides in a stated order."""
    values = tuple(Side(value, tuple(c.id for c in claims)) for value, claims in sorted(sides.items()))
    why = wordings()["why"]
    wording = "precision" if kind == "different precision" else what.rpartition(".")[2]
    if wording == "modality" and "denied" not in sides:
        wording = "ahead"
    shown = [edtf.shown(side.value) if what == "date" else side.value for side in values]
    content = "\n".join((person, event or "", what, *(f"{side.value} {' '.join(side.claims)}" for side in values)))
    return Conflict(
        id=f"x-{sha256(content.encode()).hexdigest()[:12]}",
        person=person,
        event=event,
        property=what,
        kind=kind,
        values=values,
        why=why.get(wording, why["other"]).format(wordings()["joined"].join(shown)),
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


def _modes(event: Event, claims: Iterable[Claim]) -> Found:
    """The names that a removal goes by."""
    said = wordings()["modes"]
    sides: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        mode = claim.attrs.get("mode")
        if mode:
            mode = _ONE_MODE.get(mode, mode)
            done, ahead = said.get(mode, (mode, mode))
            sides[done if event.modality == "happened" else ahead].append(claim)
    return "mode", dict(sides), "different wording that has legal weight"


def _place(claim: Claim) -> str | None:
    """The place as far as the report names it there itself."""
    return claim.place if any(words.what == "place" for words in claim.words) else None


def _modality(claims: Sequence[Claim]) -> Found:
    """Done against denied; what a report itself affirms somewhere, it does not deny."""
    affirmed = {claim.document for claim in claims if claim.modality == "happened"}
    sides: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.modality == "happened" or (claim.modality == "denied" and claim.document not in affirmed):
            sides[claim.modality].append(claim)
    return "modality", dict(sides), "contradiction"
