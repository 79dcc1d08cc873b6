"""By whom: the authority or person that acted.

Phrases around a noun that names an authority, states that act by name, and people of the line are ranked for each
event, with the person themself (who enters, leaves, applies, appeals) and nobody.
"""

from functools import cache

import msgspec

from habeas import resources
from habeas.read.scene import Line
from habeas.read.setting import Setting, Spot
from habeas.read.sight import answer
from habeas.text.linear import Feature, Linear, load
from habeas.text.places import PlaceExpression
from habeas.text.segments import Token

_BACK = 2
_LONGEST = 9


class Actor(msgspec.Struct, frozen=True):
    """Somebody who may have acted. `kind`: authority · state · person · self; `head`: the noun that names the office.

    `start`, `end`: the words, in the line `line`; for the person themself those of the trigger.
    """

    name: str
    kind: str
    head: str
    line: int
    start: int
    end: int
    portrait: str | None = None


def actors(setting: Setting) -> tuple[tuple[Actor, ...], ...]:
    """Whoever may act, line by line."""
    return tuple(tuple(_in_line(setting, line)) for line in setting.scene.lines)


def actor_of(
    setting: Setting, spot: Spot, found: tuple[tuple[Actor, ...], ...], model: Linear | None = None
) -> Actor | None:
    """Who acted in a draft's event, or None. `model`: other weights than the shipped ones (for measuring)."""
    options = candidates(setting, spot, found)
    known = model or load(setting.language, "authority")
    scores = [float(known.scores(features(setting, spot, option))[0]) for option in options]
    return options[max(range(len(options)), key=lambda i: (scores[i], -i))]


def candidates(setting: Setting, spot: Spot, found: tuple[tuple[Actor, ...], ...]) -> list[Actor | None]:
    """Nobody, the person themself, then whoever may act in the line and in the lines before."""
    who = spot.draft.portrait
    name = next((p.name for p in setting.scene.portraits if p.id == who), "")
    trigger = spot.tokens[spot.first], spot.tokens[spot.last]
    options: list[Actor | None] = [None]
    if name:
        options.append(Actor(name, "self", "self", spot.line.index, trigger[0].start, trigger[1].end, who))
    for index in range(spot.line.index, max(-1, spot.line.index - 1 - _BACK), -1):
        options += [actor for actor in found[index] if actor.portrait != who]
    return options


def features(setting: Setting, spot: Spot, actor: Actor | None) -> list[Feature]:
    """What speaks for an actor, or for nobody."""
    kind = spot.draft.type
    trigger = spot.tokens[spot.first : spot.last + 1]
    if actor is None:
        return ["none", f"none|t={kind}", *(f"none|w={t.low}" for t in trigger), f"none|t={kind}|w={trigger[0].low}"]
    if actor.kind == "self":
        return [
            "self",
            f"self|t={kind}",
            *(f"self|w={t.low}" for t in trigger),
            *(f"self|t={kind}|w={t.low}" for t in trigger),
        ]
    worth = answer(setting.scene, spot.draft, "by whom", actor.start)
    back = spot.line.index - actor.line
    found = [
        f"k={actor.kind}", f"k={actor.kind}|t={kind}", f"h={actor.head}", f"h={actor.head}|t={kind}", f"back={back}",
        f"back={back}|t={kind}", f"back={back}|k={actor.kind}",
    ]  # fmt: skip
    if actor.portrait:
        role = next((p.role for p in setting.scene.portraits if p.id == actor.portrait), "")
        found += [f"role={role}|t={kind}", f"role={role}|back={back}"]
    seen: list[Feature] = ["unseen"] if worth is None else [("seen", worth), (f"seen|k={actor.kind}", worth)]
    if back:
        return [*found, *seen]
    return [*found, *seen, *_in_sentence(setting, spot, actor)]


def _in_sentence(setting: Setting, spot: Spot, actor: Actor) -> list[str]:
    """Where the actor stands in the trigger's line, and what stands beside and between."""
    kind = spot.draft.type
    side, between = spot.gap(actor.start, actor.end)
    far = min(len(between) // 2, 5)
    marks = min(sum(t.word in ",;" for t in between), 2)
    at = next((i for i, t in enumerate(spot.tokens) if t.end > actor.start), 0)
    lead = spot.tokens[at - 1].low if at else "^"
    follow = next((t.low for t in spot.tokens if t.start >= actor.end), "$")
    here = setting.places[spot.line.index]
    rivals = sum(side == _side(spot, other) and _far(spot, other) < len(between) for other in here)
    return [
        f"side={side}", f"side={side}|far={far}", f"side={side}|t={kind}", f"side={side}|far={far}|k={actor.kind}",
        f"lead={lead}", f"lead={lead}|side={side}", f"lead={lead}|t={kind}", f"follow={follow}|side={side}",
        f"lead={lead}|k={actor.kind}", f"side={side}|marks={marks}", f"side={side}|h={actor.head}",
        f"overlap={side == 0}|t={kind}", f"side={side}|rivals={min(rivals, 2)}",
    ]  # fmt: skip


def _side(spot: Spot, place: PlaceExpression) -> int:
    return spot.gap(place.start, place.end)[0]


def _far(spot: Spot, place: PlaceExpression) -> int:
    return len(spot.gap(place.start, place.end)[1])


def _in_line(setting: Setting, line: Line) -> list[Actor]:
    """Authorities, then states that act by name, then people, none within another's words."""
    found = _authorities(setting, line)
    covered = [(actor.start, actor.end) for actor in found]
    for place in setting.places[line.index]:
        acts = place.kind in ("name", "authority") or place.capital
        if acts and not any(start < place.end and place.start < end for start, end in covered):
            kind = "authority" if place.kind == "authority" else "state"
            name = setting.scene.document.text[place.start : place.end]
            found.append(Actor(name, kind, place.kind, line.index, place.start, place.end))
    names = {p.id: p.name for p in setting.scene.portraits}
    for mention in line.mentions:
        if not any(start <= mention.start and mention.end <= end for start, end in covered):
            name, who = names.get(mention.portrait, mention.value), mention.portrait
            found.append(Actor(name, "person", "person", line.index, mention.start, mention.end, who))
    return found


def _authorities(setting: Setting, line: Line) -> list[Actor]:
    """The phrases of a line around a noun that names an authority."""
    tokens, text = line.sentence.tokens, setting.scene.document.text
    words = _words(setting.language)
    dated = frozenset(t.start for t in tokens for date in line.dates if date.start <= t.start < date.end)
    found: list[Actor] = []
    taken = -1
    for at, token in enumerate(tokens):
        if at <= taken or token.low not in words["heads"]:
            continue
        first, taken = _phrase(tokens, at, words, dated)
        head = tokens[taken].low if tokens[taken].low in words["heads"] else token.low
        start, end = tokens[first].start, tokens[taken].end
        found.append(Actor(text[start:end], "authority", head, line.index, start, end))
    return found


def _phrase(
    tokens: tuple[Token, ...], at: int, words: dict[str, frozenset[str]], dated: frozenset[int]
) -> tuple[int, int]:
    """First and last token of the phrase around a head: "the Supreme Court of Kazakhstan", "Almaty police".

    `dated`: where words of dates start; they belong to no authority ("On 3 May Georgia's Supreme Court").
    """
    first = at
    while first > 0 and at - first < _LONGEST:
        before = tokens[first - 1]
        if before.start in dated:
            break
        if before.low in words["determiners"]:
            first -= 1
            break
        if not (
            before.word[0].isupper()
            or before.low in words["inside"]
            or before.low in words["adjectives"]
            or before.low in words["heads"]
            or before.low.endswith("'s")
        ):
            break
        first -= 1
    while first < at and tokens[first].low in words["links"]:
        first += 1
    last = at
    while last + 1 < len(tokens) and last - at < _LONGEST:
        after = tokens[last + 1]
        if after.low in words["heads"] or (
            after.word[0].isupper() and after.word.isalpha() and tokens[last].low in (*words["links"], *words["heads"])
        ):
            last += 1
        elif (
            after.low in words["links"]
            and last + 2 < len(tokens)
            and (tokens[last + 2].word[0].isupper() or tokens[last + 2].low in ("the",))
        ):
            last += 2 if tokens[last + 2].word[0].isupper() else 3
            last = min(last, len(tokens) - 1)
        elif after.word[0].isupper() and after.word[0].isalpha() and tokens[last].word[0].isupper():
            last += 1
        else:
            break
    return first, last


@cache
def _words(language: str) -> dict[str, frozenset[str]]:
    lists = resources.lexicon(language, "authorities")
    return {name: frozenset(words) for name, words in lists.items()}
