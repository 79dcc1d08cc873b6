"""Where a case stands on each track: the stage to which the latest event there has moved it."""

from collections.abc import Sequence

from habeas.model.cases import Event
from habeas.model.findings import Stage
from habeas.model.vocabulary import STAGES, Track
from habeas.procedure import timeline as time
from habeas.procedure.conditions import Law, Scope, fits
from habeas.procedure.rules import Move, Pack
from habeas.procedure.timeline import Bounds, Timeline

ENDED = frozenset({"released", "refused", "annulled", "surrendered", "refused-final", "granted", "carried-out"})
"""Stages after which a track may begin anew."""

_Moved = tuple[Event, str, int, bool]
"""An event, the stage that it moves its track to, its rank (which of two events of one time comes last), and whether
it is a first step."""


def stages(facts: Timeline, packs: Sequence[Pack], law: Law) -> tuple[Stage, ...]:
    """The stage of every track that has one, with the claims that show it. What is not reported is no stage."""
    found = []
    for track in STAGES:
        stage, events, _ = stage_on(facts, packs, law, (track, facts.today))
        if events and not _is_quiet(facts, packs, law, track):
            found.append(Stage(track, stage, tuple(claim for event in events for claim in event.claims)))
    return tuple(found)


def _is_quiet(facts: Timeline, packs: Sequence[Pack], law: Law, track: Track) -> bool:
    """Whether nothing on the track is worth telling."""
    scope, moves = Scope(facts, law, {}), [move for pack in packs for move in pack.stages]
    events = [event for event in facts.events if facts.track(event) == track]
    return all(move.quiet for event in events for move in moves if _moves(scope, move, event))


def stage_on(
    facts: Timeline, packs: Sequence[Pack], law: Law, when: tuple[Track, Bounds]
) -> tuple[str, tuple[Event, ...], frozenset[str]]:
    """Stage of a track on a day, the events that show it, and every stage that the dates allow."""
    track, day = when
    scope = Scope(facts, law, {})
    moved = [
        (event, *move) for event in facts.events if facts.track(event) == track and (move := _move(scope, event, packs))
    ]
    moved = [one for one in moved if time.before(day, facts.bounds(one[0])) != "holds"]
    last = _latest(facts, [one for one in moved if not _opens_again(facts, one, moved)])
    if not last:
        return "none", (), frozenset({"none"})
    top = max(rank for _, _, rank, _ in last)
    chosen = [one for one in last if one[2] == top]
    possible = {stage for _, stage, rank, opens in last if rank == top or not opens}
    return chosen[-1][1], tuple(event for event, *_ in chosen), frozenset(possible)


def _opens_again(facts: Timeline, one: _Moved, moved: Sequence[_Moved]) -> bool:
    """Whether a first step comes, by its date, when the track was already further on and had not ended."""
    if not one[3]:
        return False
    earlier = [other for other in moved if not other[3] and _precedes(facts, other, one)]
    open_still = [other for other in earlier if other[1] not in ENDED]
    ends = [other for other in earlier if other[1] in ENDED]
    return any(not any(_precedes(facts, other, end) for end in ends) for other in open_still)


def _precedes(facts: Timeline, one: _Moved, other: _Moved) -> bool:
    return time.before(facts.bounds(one[0]), facts.bounds(other[0])) == "holds"


def _move(scope: Scope, event: Event, packs: Sequence[Pack]) -> tuple[str, int, bool] | None:
    """Packs of a jurisdiction come before the general ones, whose order gives the rank."""
    general = [move for pack in packs if pack.jurisdiction == "INT" for move in pack.stages]
    special = [move for pack in packs if pack.jurisdiction != "INT" for move in pack.stages]
    rank = next((place for place, move in enumerate(general) if _moves(scope, move, event)), None)
    found = next((move for move in (*special, *general) if _moves(scope, move, event)), None)
    return None if found is None else (found.to, -1 if rank is None else rank, found.opens)


def _moves(scope: Scope, move: Move, event: Event) -> bool:
    if not fits(scope, move.event, event):
        return False
    root = scope.facts.get(event.of)
    return move.of is None or (root is not None and fits(scope, move.of, root))


def _latest(facts: Timeline, moved: list[_Moved]) -> list[_Moved]:
    """Those that no other one certainly follows: by its dates, or because it serves, attacks or ends them."""
    return [one for one in moved if not any(_follows(facts, other[0], one[0]) for other in moved)]


def _follows(facts: Timeline, later: Event, earlier: Event) -> bool:
    if time.before(facts.bounds(earlier), facts.bounds(later)) == "holds":
        return True
    return later.of == earlier.id and time.before(facts.bounds(later), facts.bounds(earlier)) != "holds"
