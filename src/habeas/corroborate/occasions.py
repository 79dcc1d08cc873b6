"""Claims of one person and type joined to occasions: first those of one document, then over documents."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import combinations

import msgspec

from habeas.model.readings import Claim
from habeas.model.vocabulary import EventType
from habeas.text import edtf

ONCE: frozenset[EventType] = frozenset({
    "removed", "died", "resettled", "abducted", "escaped", "extradition-requested", "extradition-arrest",
    "extradition-granted", "extradition-suspended", "extradition-annulled", "removal-ordered", "asylum-applied",
    "asylum-seeker-status", "asylum-granted", "designated", "wanted", "interim-measure", "international-decision",
})  # fmt: skip
"""Acts that are rarely done twice in one case: two dates some weeks apart are rather a contradiction than two acts."""

_ONCE_FOR_ALL: frozenset[EventType] = frozenset({"removed", "died", "extradition-granted", "resettled"})
"""Told twice in one document on days next to each other, it is one act and a contradiction."""

_FEARED: frozenset[EventType] = frozenset({"removed", "ill-treated", "died", "abducted"})
"""Harms that may lie ahead though one of the kind is told as done."""

_APART_BY = ("to", "body", "docket")
_SLIP, _CLOSE, _APART, _FAR = 2, 10, 62, 550

FOUNDING = 0.6
"""Confidence from which a claim may found a further event of its kind in a document; a weaker one only joins one."""

REMEDIES: frozenset[EventType] = frozenset({
    "appeal-filed", "appeal-upheld", "appeal-dismissed", "hearing", "notified", "final",
})  # fmt: skip
"""What concerns a decision: on another track it is another event."""


class Occasion(msgspec.Struct, frozen=True):
    """Claims of one document that tell of one occasion, and what they say together."""

    document: str
    claims: tuple[Claim, ...]
    modality: str
    date: str | None
    places: frozenset[str]
    tracks: frozenset[str]


def occasions(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Claims of one person and type, of any documents, parted into events; in the order of their first claims."""
    told = defaultdict(list)
    for claim in claims:
        told[claim.document].append(claim)
    single = [one for document in sorted(told) for one in _within(told[document])]
    alone = {document: sum(one.document == document for one in single) == 1 for document in told}
    groups = _across(single, alone)
    return sorted((_ordered(group) for group in groups), key=lambda group: (group[0].document, group[0].quote.start))


def _ordered(group: list[Occasion]) -> list[Claim]:
    return sorted((c for one in group for c in one.claims), key=lambda c: (c.document, c.quote.start, c.id))


# --- one document ----------------------------------------------------------------------------------------------------


def _within(claims: list[Claim]) -> list[Occasion]:
    """Occasions of one document: sure claims found them, dated ones first; the others join the nearest that they fit.

    A weak claim that fits none is no event: more likely the reader misread a second telling.
    """
    groups: list[list[Claim]] = []
    least = min(FOUNDING, max(claim.confidence for claim in claims))
    for claim in sorted(claims, key=lambda claim: (claim.confidence < least, *_order(claim))):
        fitting = [group for group in groups if all(_one_telling(claim, other) for other in group)]
        if fitting:
            min(fitting, key=lambda group: _nearness(claim, group)).append(claim)
        elif claim.confidence >= least:
            groups.append([claim])
    return [_occasion(group) for group in groups]


def _order(claim: Claim) -> tuple[bool, bool, int, int, str]:
    return claim.zone == "headline", claim.date is None, _length(claim.date), claim.quote.start, claim.id


def _length(text: str | None) -> int:
    return edtf.days(text) or 10**6


def _nearness(claim: Claim, group: list[Claim]) -> int:
    return min(abs(claim.quote.start - other.quote.start) for other in group)


def _one_telling(one: Claim, other: Claim) -> bool:
    """Whether two claims of one document may tell of one occasion."""
    if one.modality != other.modality and "headline" not in (one.zone, other.zone) and not _covers(one, other):
        return False
    if one.date and other.date and not edtf.overlaps(one.date, other.date):
        return one.type in _ONCE_FOR_ALL and one.place == other.place and _gap(one.date, other.date) <= _SLIP
    if one.place and other.place and one.place != other.place and (one.date is None or one.date != other.date):
        return False
    if one.type in REMEDIES and one.track and other.track and one.track != other.track:
        return False
    return all(one.attrs.get(key, value) == value for key, value in other.attrs.items() if key in _APART_BY)


def _covers(one: Claim, other: Claim) -> bool:
    """What a document tells as done covers its denial there, and a mere "possible" of what is rarely feared."""
    kinds = {one.modality, other.modality}
    if kinds == {"happened", "denied"}:
        return one.type != "removed"
    if one.type in REMEDIES and one.track != other.track:
        return False
    return kinds == {"happened", "possible"} and one.type not in _FEARED


def _occasion(group: list[Claim]) -> Occasion:
    body = [claim for claim in group if claim.zone != "headline"] or group
    dates = [claim.date for claim in body if edtf.bounds(claim.date)]
    modalities = [claim.modality for claim in body]
    return Occasion(
        document=group[0].document,
        claims=tuple(group),
        modality="happened" if "happened" in modalities else modalities[0],
        date=min(dates, key=lambda d: (_length(d), d or ""), default=None),
        places=frozenset(claim.place for claim in body if claim.place),
        tracks=frozenset(claim.track for claim in body if claim.track),
    )


# --- over documents --------------------------------------------------------------------------------------------------


def _across(single: list[Occasion], alone: dict[str, bool]) -> list[list[Occasion]]:
    """Join occasions of different documents, best fits first; two of one document stay two."""
    home = list(range(len(single)))
    fits = []
    for i, j in combinations(range(len(single)), 2):
        if single[i].document != single[j].document:
            worth = _fit(single[i], single[j], alone)
            if worth > 0:
                fits.append((-worth, single[i].claims[0].id, single[j].claims[0].id, i, j))
    for _, _, _, i, j in sorted(fits):
        a, b = home[i], home[j]
        documents = [single[k].document for k in range(len(single)) if home[k] in (a, b)]
        if a != b and len(documents) == len(set(documents)):
            home = [a if h == b else h for h in home]
    groups = defaultdict(list)
    for index, group in enumerate(home):
        groups[group].append(single[index])
    return list(groups.values())


def _fit(one: Occasion, other: Occasion, alone: dict[str, bool]) -> float:
    """How well two tellings fit as one event; above 0 they may be one."""
    both_alone = alone[one.document] and alone[other.document]
    worth = _dates(one, other, both_alone)
    if one.places and other.places:
        worth += 0.5 if one.places & other.places else -1.0
    if one.claims[0].type in REMEDIES and one.tracks and other.tracks and not one.tracks & other.tracks:
        return -1.0
    if one.modality != other.modality:
        worth += _modalities(one, other, both_alone)
    return worth


def _modalities(one: Occasion, other: Occasion, both_alone: bool) -> float:
    kinds = {one.modality, other.modality}
    if kinds == {"happened", "scheduled"}:
        return -0.2
    if kinds == {"scheduled", "possible"}:
        return -0.2 if both_alone else -0.6
    if "denied" in kinds:
        return -0.5 if both_alone and "possible" not in kinds else -2.0
    return -2.0


def _dates(one: Occasion, other: Occasion, both_alone: bool) -> float:
    if not one.date or not other.date:
        return 0.7 if both_alone else 0.2
    if edtf.overlaps(one.date, other.date):
        days = max(_length(one.date), _length(other.date))
        return 3.0 if days == 1 else 2.0 if days <= 31 else 1.5
    gap = _gap(one.date, other.date)
    kind = one.claims[0].type
    if gap <= _CLOSE:
        return 1.2 - gap * 0.05
    if gap <= _APART:
        return 0.6 if both_alone and kind in ONCE else -0.2
    return 0.3 if gap <= _FAR and both_alone and kind in ONCE else -5.0


def _gap(one: str, other: str) -> int:
    """Days between two dates that do not overlap."""
    a, b = edtf.bounds(one), edtf.bounds(other)
    if a is None or b is None:
        return 10**6
    first, second = sorted((a, b))
    return (second[0] - first[1]).days if first[1] != date.max else 10**6
