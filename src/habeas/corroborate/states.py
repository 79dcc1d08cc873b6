"""Between which states a case lies: where the person is, and where removal leads."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from habeas.corroborate.occasions import REMEDIES
from habeas.corroborate.sources import Sources
from habeas.corroborate.values import supported
from habeas.corroborate.weight import LIKELY
from habeas.model.readings import Claim
from habeas.model.vocabulary import EventType, Track
from habeas.text.places import find_places

_HOST: dict[EventType, float] = {
    "extradition-arrest": 4, "extradition-granted": 4, "extradition-refused": 4, "extradition-suspended": 4,
    "extradition-annulled": 4, "removal-ordered": 4, "interim-measure": 4, "removed": 3, "asylum-applied": 3,
    "asylum-seeker-status": 3, "asylum-refused": 3, "asylum-granted": 2, "entry-refused": 2, "entered": 1,
    "penalised": 1,
}  # fmt: skip
"""How much an event says that its place is the host."""

_ASKING: dict[EventType, float] = {
    "extradition-requested": 6, "wanted": 5, "charged": 2, "convicted": 2, "assurance": 3, "designated": 3,
    "searched": 2, "abducted": 1, "ill-treated": 1, "left": 1,
}  # fmt: skip
"""How much an event says that its place is the state that asks for the person, or from which the person fled."""

_DESTINATION = 8.0
_ASKS_ITSELF = 6.0
_ACTS_ITSELF = 1.5
_UNNAMED = 0.6
_AHEAD = 0.5
_SHOWN = 2.0
"""From this balance on a state is taken for the host: one weak hint is not enough."""
_ABROAD: frozenset[EventType] = frozenset({"removed", "extradition-requested", "wanted", "assurance"})
"""What shows a state that asks although no host is known: a prosecution at home alone is no request."""

_NOT_OF_THE_PERSECUTOR: frozenset[EventType] = frozenset({
    "extradition-arrest", "extradition-granted", "extradition-refused", "extradition-suspended",
    "extradition-annulled", "removal-ordered", "removed", "asylum-applied", "asylum-seeker-status", "asylum-granted",
    "asylum-refused", "interim-measure", "entry-refused",
})  # fmt: skip
"""What the state that wants the person does not do: placed there, it is misread."""

_HERE: frozenset[Track] = frozenset({"extradition", "asylum", "expulsion", "border"})
"""Tracks on which only the host's authorities and courts act."""


class States(msgspec.Struct, frozen=True):
    """Host and requesting state of a case, ISO alpha-2, each None where too little shows it."""

    host: str | None = None
    requesting: str | None = None


def states(claims: Iterable[Claim], sources: Sources, citizenship: Sequence[str] = ()) -> States:
    """The states of one person's claims by the weight of what is told: each stands on the one side or on the other.

    Where no claim tells who asks, it is the state of the only citizenship: there removal leads.
    """
    balance: dict[str, float] = defaultdict(float)
    hints = _hints(claims, sources)
    for (_, state, _), worth in sorted(hints.items()):
        balance[state] += worth
    order = sorted(balance, key=lambda state: (balance[state], state))
    host = order[-1] if order and balance[order[-1]] >= _SHOWN else None
    abroad = {state for (_, state, kind), worth in hints.items() if kind in _ABROAD and worth < 0}
    asking = next((state for state in order if balance[state] < 0 and (host or state in abroad)), None)
    if asking is None and len(citizenship) == 1 and citizenship[0] != host:
        asking = citizenship[0]
    return States(host, asking)


def _hints(claims: Iterable[Claim], sources: Sources) -> dict[tuple[str, str, str], float]:
    """By source, state and kind of event, the strongest hint: above 0 for the host, below for the state that asks."""
    strongest: dict[tuple[str, str, str], float] = {}
    for claim in claims:
        for state, worth in _of_claim(claim, _actor(claim, sources)) if claim.confidence >= LIKELY else ():
            key = (sources.group(claim.document), state, claim.type)
            strongest[key] = max(strongest.get(key, 0.0), worth * claim.confidence, key=abs)
    return strongest


def _of_claim(claim: Claim, actor: str | None) -> Iterable[tuple[str, float]]:
    """What one claim says of states; what was denied still names the state that would have acted."""
    sure = 1.0 if claim.modality == "happened" else _AHEAD
    to = claim.attrs.get("to")
    if claim.type == "removed" and to:
        yield to, -_DESTINATION * sure
    if claim.type in ("extradition-requested", "wanted") and actor:
        yield actor, -_ASKS_ITSELF * sure
    if claim.place and claim.place != to:
        named = 1.0 if any(words.what == "place" for words in claim.words) or not claim.words else _UNNAMED
        named = _ACTS_ITSELF if actor == claim.place else named
        yield claim.place, (_HOST.get(claim.type, 0.0) - _ASKING.get(claim.type, 0.0)) * sure * named


def _actor(claim: Claim, sources: Sources) -> str | None:
    """The state that the name of the authority names."""
    document = sources.documents.get(claim.document)
    if not claim.by or document is None or document.language is None:
        return None
    return next((place.state for place in find_places(claim.by, 0, len(claim.by), document.language)), None)


def place_of(claims: Sequence[Claim], sources: Sources) -> str | None:
    """The best supported place; first of those, if there are any, where the authority that acted is of the state."""
    acting = [claim for claim in claims if claim.place and _actor(claim, sources) == claim.place]
    return supported(acting or claims, sources, lambda claim: claim.place)


def misplaced(claim: Claim, found: States) -> bool:
    """Whether the claim's place is one where it cannot have been.

    That is the state that asks, or to which a removal leads; of a request for extradition, the host.
    """
    if claim.place is None or claim.place == found.host:
        return claim.type == "extradition-requested" and claim.place is not None
    if claim.type not in _NOT_OF_THE_PERSECUTOR and not (claim.type in REMEDIES and claim.track in _HERE):
        return False
    return claim.place in (found.requesting, claim.attrs.get("to"))
