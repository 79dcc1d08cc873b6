"""Where: the state in which an event happened, or whose authority acted.

Place is a story: where the person is now and who wants them counts as much as the nearest name of a state. The states
that a document speaks of are ranked for each event, first by the words around it, then again by what the first round
says of the person's other events.
"""

from collections import Counter
from functools import cache

import msgspec

from habeas import resources
from habeas.read.ground import Ground
from habeas.read.setting import Spot
from habeas.read.sight import answer
from habeas.text.linear import Feature, Linear, load
from habeas.text.places import PlaceExpression

_MOST = 8
"""States ranked for one event: those most spoken of, and all of the lines near by."""


def places_of(ground: Ground, first: Linear | None = None, second: Linear | None = None) -> list[str | None]:
    """The state of each spot of the setting, None where none is right. `first`, `second`: weights of the two rounds."""
    language = ground.setting.language
    near, story = first or load(language, "placing"), second or load(language, "placing-story")
    guesses = round_of(ground, near)
    return [
        _best(ground, spot, others(ground, index, guesses), story) for index, spot in enumerate(ground.setting.spots)
    ]


def round_of(ground: Ground, model: Linear) -> list[str | None]:
    """The places of all spots by the words around them alone."""
    return [_best(ground, spot, None, model) for spot in ground.setting.spots]


class Others(msgspec.Struct, frozen=True):
    """Events with their places in the round before: the person's others, and the ones told next before and after."""

    own: tuple[tuple[Spot, str | None], ...]
    before: tuple[Spot, str | None] | None
    after: tuple[Spot, str | None] | None


def others(ground: Ground, index: int, guesses: list[str | None]) -> Others:
    """What the round before says of the other events, as seen from spot `index`."""
    spots = ground.setting.spots
    who = spots[index].draft.portrait
    pairs = tuple(zip(spots, guesses, strict=True))
    return Others(
        tuple(pair for i, pair in enumerate(pairs) if i != index and pair[0].draft.portrait == who),
        pairs[index - 1] if index else None,
        pairs[index + 1] if index + 1 < len(pairs) else None,
    )


def candidates(ground: Ground, spot: Spot) -> list[str | None]:
    """The states that may be meant, and None for types of event that may have no place."""
    near = [p.state for line in _near(ground, spot) for p in ground.setting.places[line]]
    common = [state for state, rank in ground.ranks.items() if rank < _MOST or state in ground.titled]
    section = ground.sections[spot.line.index]
    found: list[str | None] = [*dict.fromkeys((*near, *common, *([section] if section else [])))]
    lists = resources.lexicon(ground.setting.language, "tellings")
    if spot.draft.type in lists["placeless"] or not found:
        found.append(None)
    return found


def features(ground: Ground, spot: Spot, state: str | None, told: Others | None) -> list[Feature]:
    """What speaks for a state. `told`: places of the person's other events, in the second round."""
    kind = spot.draft.type
    if state is None:
        trigger = spot.tokens[spot.first : spot.last + 1]
        near = {p.state for p in ground.setting.places[spot.line.index]}
        return [
            "null",
            f"null|t={kind}",
            f"null|t={kind}|near={min(len(near), 2)}",
            *(f"null|w={t.low}" for t in trigger),
        ]
    found: list[str] = []
    rank = min(ground.ranks.get(state, 9), 4)
    citizen = _rank(ground.citizens.get(spot.draft.portrait, Counter()), state)
    anyone = _rank(ground.citizens[""], state)
    found += [f"rank={rank}", f"rank={rank}|t={kind}", f"citizen={citizen}", f"citizen={citizen}|t={kind}"]
    found += [f"anyone={anyone}|t={kind}", f"rank={rank}|citizen={citizen}|t={kind}"]
    if state == ground.dateline:
        found += ["dateline", f"dateline|t={kind}"]
    if state in ground.titled:
        found += [f"titled={min(len(ground.titled), 3)}", f"titled={min(len(ground.titled), 3)}|t={kind}"]
    section = ground.sections[spot.line.index]
    if section:
        found += [f"section={section == state}", f"section={section == state}|t={kind}"]
    found += _in_line(ground, spot, state) + _in_lines_before(ground, spot, state)
    if told is not None:
        found += _in_story(spot, state, told)
    return [*found, *_of_sight(ground, spot, state)]


def _of_sight(ground: Ground, spot: Spot, state: str) -> list[Feature]:
    """What the encoder says of the words that point to a state, in the line and just before it."""
    places = [p for found in ground.setting.places[max(0, spot.line.index - 3) : spot.line.index + 1] for p in found]
    scene, draft = ground.setting.scene, spot.draft
    worths = [(p.state, worth) for p in places if (worth := answer(scene, draft, "where", p.start)) is not None]
    own = max((worth for one, worth in worths if one == state), default=None)
    other = max((worth for one, worth in worths if one != state), default=0.0)
    if own is None:
        return ["unseen", ("unseen|others", other)]
    return [("seen", own), ("seen|ahead", own - other), (f"seen|t={draft.type}", own)]


def _in_line(ground: Ground, spot: Spot, state: str) -> list[str]:
    kind = spot.draft.type
    here = ground.setting.places[spot.line.index]
    mine = [p for p in here if p.state == state]
    if not mine:
        rivals = len({p.state for p in here})
        return [f"absent|rivals={min(rivals, 2)}", f"absent|rivals={min(rivals, 2)}|t={kind}"]
    found = [f"here|alone={len({p.state for p in here}) == 1}"]
    nearest = min(mine, key=lambda p: (_far(spot, p), p.start))
    for place in mine:
        side, between = spot.gap(place.start, place.end)
        at = next((i for i, t in enumerate(spot.tokens) if t.end > place.start), 0)
        lead = spot.tokens[at - 1].low if at else "^"
        lead2 = spot.tokens[at - 2].low if at > 1 else "^"
        after = next((t.low for t in spot.tokens if t.start >= place.end), "$")
        far = min(len(between) // 3, 4)
        found += [
            f"p|side={side}{far}", f"p|side={side}{far}|t={kind}", f"p|k={place.kind}|t={kind}",
            f"p|k={place.kind}|side={side}", f"p|lead={lead}|t={kind}", f"p|lead={lead}|side={side}",
            f"p|lead={lead2} {lead}", f"p|after={after}|t={kind}", f"p|after={after}|k={place.kind}",
            f"p|cap={place.capital}|k={place.kind}|lead={lead}",
        ]  # fmt: skip
        follow = [t.low for t in spot.tokens if t.start >= place.end][:4]
        agent = any(low in _heads(ground.setting.language) for low in follow[:3])
        found += [f"p|agent={agent}|side={side}|t={kind}", f"p|agent={agent}|k={place.kind}|side={side}"]
        if at <= 2:
            found += [f"p|open={lead}|side={side}", f"p|open={lead}|side={side}|t={kind}"]
        if place is nearest:
            beaten = sum(_far(spot, other) < _far(spot, place) and other.state != state for other in here)
            found += [
                f"near={min(beaten, 2)}",
                f"near={min(beaten, 2)}|t={kind}",
                f"near={min(beaten, 2)}|side={side}|t={kind}",
            ]
            found += [f"near|k={place.kind}|lead={lead}|t={kind}"]
    return found


def _in_lines_before(ground: Ground, spot: Spot, state: str) -> list[str]:
    kind = spot.draft.type
    places, lines = ground.setting.places, ground.setting.scene.lines
    found = []
    for back in range(1, 13):
        index = spot.line.index - back
        if index < 0:
            break
        states = [p.state for p in places[index]]
        if state in states:
            between = {p.state for i in range(index + 1, spot.line.index) for p in places[i]} - {state}
            passage = lines[index].passage == spot.line.passage
            found += [
                f"back={_steps(back)}",
                f"back={_steps(back)}|t={kind}",
                f"back|since={min(len(between), 2)}|t={kind}",
            ]
            found += [
                f"back|last={states[-1] == state}|since={min(len(between), 2)}",
                f"back|passage={passage}|t={kind}",
            ]
            return found
    return [*found, f"back=never|t={kind}"]


def _in_story(spot: Spot, state: str, told: Others) -> list[str]:
    """How the person's other events, before and after in the text, are placed."""
    kind = spot.draft.type
    found = []
    before = [(o, s) for o, s in told.own if o.draft.start < spot.draft.start]
    for back, (other, place) in enumerate(reversed(before[-2:])):
        agrees = place == state
        found += [
            f"prev{back}={agrees}",
            f"prev{back}={agrees}|{other.draft.type}>{kind}",
            f"prev{back}={agrees}|t={kind}",
        ]
        if other.draft.line == spot.draft.line:
            found.append(f"prev{back}|line|{agrees}|{other.draft.type}>{kind}")
    for name, pair in (("any-", told.before), ("any+", told.after)):
        if pair:
            gap = min(abs(pair[0].draft.line - spot.draft.line), 3)
            same = pair[0].draft.portrait == spot.draft.portrait
            found += [
                f"{name}={pair[1] == state}|{gap}|{same}",
                f"{name}={pair[1] == state}|{pair[0].draft.type}>{kind}|{same}",
            ]
    after = [(o, s) for o, s in told.own if o.draft.start >= spot.draft.start]
    for other, place in after[:1]:
        found += [f"next={place == state}|{other.draft.type}>{kind}", f"next={place == state}|t={kind}"]
    types = {o.draft.type for o, s in told.own if s == state}
    found += [f"there={t}|t={kind}" for t in sorted(types)]
    share = sum(s == state for _, s in told.own) / max(1, len(told.own))
    found += [f"share={round(share * 4)}", f"share={round(share * 4)}|t={kind}"]
    return found


@cache
def _heads(language: str) -> frozenset[str]:
    """Nouns that name an authority."""
    return frozenset(resources.lexicon(language, "authorities")["heads"])


def _best(ground: Ground, spot: Spot, told: Others | None, model: Linear) -> str | None:
    found = candidates(ground, spot)
    if len(found) == 1:
        return found[0]
    scores = [float(model.scores(features(ground, spot, state, told))[0]) for state in found]
    return found[max(range(len(found)), key=lambda i: (scores[i], -i))]


def _near(ground: Ground, spot: Spot) -> range:
    return range(max(0, spot.line.index - 3), min(len(ground.setting.places), spot.line.index + 2))


def _far(spot: Spot, place: PlaceExpression) -> int:
    side, between = spot.gap(place.start, place.end)
    return len(between) if side else -1


def _steps(back: int) -> str:
    return str(back) if back < 3 else "3" if back < 6 else "6"


def _rank(counts: Counter[str], state: str) -> str:
    if state not in counts:
        return "none" if counts else "?"
    return "first" if counts[state] == max(counts.values()) else "other"
