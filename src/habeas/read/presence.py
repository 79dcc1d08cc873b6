"""Who may be meant in each line, and by which words: names, pronouns, descriptions, groups, or carried on.

Offers every portrait that could have events in every line, with flags; it does not decide.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from habeas import resources
from habeas.model.readings import Portrait
from habeas.read.scene import How, Line, Presence

_SOON_GONE = frozenset({"official", "advocate", "journalist"})
"""Roles whose events are rare: offered only where they are named and in the few lines that follow."""
_SOON = 3


class Words(NamedTuple):
    """The language's words that bring people in (`lexicons/LANGUAGE/presence.yml`)."""

    pronouns: dict[str, str]
    pointing: frozenset[str]
    nouns: dict[str, str]
    groups: frozenset[str]
    numbers: frozenset[str]
    age: str
    kin: frozenset[str]
    lawyers: frozenset[str]


class _Pointer(NamedTuple):
    """Words that point to someone: `kind` is m, f, group or any."""

    kind: str
    how: str
    noun: str
    start: int
    end: int


@cache
def words(language: str) -> Words:
    """The words that bring people in."""
    lists = resources.lexicon(language, "presence")
    return Words(
        pronouns={word: kind for kind, found in lists["pronouns"].items() for word in found},
        pointing=frozenset(lists["pointing"]),
        nouns={word: kind for kind, found in lists["nouns"].items() for word in found},
        groups=frozenset(lists["groups"]),
        numbers=frozenset(lists["numbers"]),
        age=lists["age"],
        kin=frozenset(lists["kin"]),
        lawyers=frozenset(lists["lawyers"]),
    )


def presences(
    lines: Sequence[Line], portraits: Sequence[Portrait], language: str
) -> tuple[tuple[tuple[Presence, ...], ...], str | None]:
    """For each line, who may be meant in it (most likely first by rank), and the document's protagonist.

    `lines` carry their mentions. The protagonist is the subject named most often; None where nobody is.
    """
    told = words(language)
    pointers = [_pointers(line, told) for line in lines]
    sexes = sexes_of(lines, portraits, language)
    trades = _trades(lines, portraits, told)
    protagonist = _protagonist(lines, portraits)
    last: dict[str, int] = {}
    order: list[str] = []  # most recently named first
    found = []
    for line, pointing in zip(lines, pointers, strict=True):
        here = _named(line)
        for named in reversed(here):
            if named in order:
                order.remove(named)
            order.insert(0, named)
            last[named] = line.index
        present = []
        for portrait in portraits:
            distance = line.index - last[portrait.id] if portrait.id in last else 99
            if portrait.role in _SOON_GONE and distance > _SOON:
                continue
            rank = order.index(portrait.id) if portrait.id in order else len(order)
            means = None if portrait.id in here else _means(pointing, portrait, sexes, trades)
            present.append(_presence(line, portrait, means, distance, rank))
        found.append(tuple(sorted(present, key=lambda one: (one.rank, one.portrait))))
    return tuple(found), protagonist


def _presence(line: Line, portrait: Portrait, means: _Pointer | None, distance: int, rank: int) -> Presence:
    mention = next((one for one in line.mentions if one.portrait == portrait.id), None)
    if mention is not None:
        return Presence(portrait.id, "named", 0, rank, mention.start, mention.end, _opens(line, mention.start))
    if means is None:
        return Presence(portrait.id, "carried", distance, rank)
    how: How = "pronoun" if means.how == "pronoun" else "group" if means.how == "group" else "described"
    return Presence(portrait.id, how, distance, rank, means.start, means.end, _opens(line, means.start))


def _opens(line: Line, start: int) -> bool:
    """Whether few words stand before `start`: subjects of sentences stand first."""
    before = sum(token.end <= start for token in line.sentence.tokens)
    return before <= 5


def _named(line: Line) -> list[str]:
    return list(dict.fromkeys(mention.portrait for mention in line.mentions))


def _pointers(line: Line, told: Words) -> list[_Pointer]:
    """The words of a line that point to someone without naming them."""
    found = []
    tokens = line.sentence.tokens
    for place, token in enumerate(tokens):
        kind = told.pronouns.get(token.low)
        if kind in ("m", "f", "group"):
            found.append(_Pointer(kind, "group" if kind == "group" else "pronoun", "", token.start, token.end))
        noun = token.low.removesuffix("'s")
        before = [one.low for one in tokens[max(0, place - 3) : place]]
        if noun in told.nouns and told.pointing.intersection(before):
            found.append(_Pointer(told.nouns[noun], "noun", noun, token.start, token.end))
        elif noun in told.groups and (told.pointing | told.numbers).intersection(before):
            found.append(_Pointer("group", "group", noun, token.start, token.end))
        elif token.low.endswith(told.age):
            found.append(_Pointer("any", "noun", token.low, token.start, token.end))
    return found


def _means(
    pointing: Iterable[_Pointer], portrait: Portrait, sexes: dict[str, str], trades: dict[str, frozenset[str]]
) -> _Pointer | None:
    """The pointer that fits this person best: their own trade, else a pronoun of their sex, else any that may."""
    sex = sexes.get(portrait.id)
    fitting = [one for one in pointing if one.kind in ("any", "group") or sex in (None, one.kind)]
    own = trades.get(portrait.id, frozenset())

    def weight(one: _Pointer) -> int:
        return (one.noun in own and one.noun != "") * 4 + (one.how == "pronoun") * 2 + (one.how == "noun")

    return max(fitting, key=weight, default=None)


def sexes_of(lines: Sequence[Line], portraits: Sequence[Portrait], language: str) -> dict[str, str]:
    """`m` or `f` by portrait id: as the portrait says, else by the pronouns around lines that name nobody else."""
    told = words(language)
    votes = {portrait.id: {"m": 0.0, "f": 0.0} for portrait in portraits}
    before: list[str] = []
    for line in lines:
        here = _named(line)
        who = here if len(here) == 1 else before if not here and len(before) == 1 else []
        for meant in who:
            for token in line.sentence.tokens:
                kind = told.pronouns.get(token.low)
                if kind in ("m", "f") and meant in votes:
                    votes[meant][kind] += 1.0 if here else 0.5
        before = here if here else []
    sexes = {}
    for portrait_id, vote in votes.items():
        if max(vote.values()) >= 1 and max(vote.values()) >= 2 * min(vote.values()):
            sexes[portrait_id] = max(vote, key=lambda kind: vote[kind])
    for portrait in portraits:
        sexes.update((portrait.id, trait.value) for trait in portrait.traits if trait.property == "sex")
    return sexes


def _trades(lines: Sequence[Line], portraits: Sequence[Portrait], told: Words) -> dict[str, frozenset[str]]:
    """Nouns that stand beside a person's name somewhere in the document ("blogger Ivan Petrov", "…, a welder")."""
    found: dict[str, set[str]] = {portrait.id: set() for portrait in portraits}
    for portrait in portraits:
        for trait in portrait.traits:
            if trait.property == "occupation":
                found[portrait.id].update(re.findall(r"[\w-]+", trait.value.casefold()))
    for line in lines:
        tokens = line.sentence.tokens
        for mention in line.mentions:
            near = [one.low for one in tokens if -60 < one.start - mention.start < 0 and one.end <= mention.start][-3:]
            near += [one.low for one in tokens if one.start >= mention.end][:7]
            found.setdefault(mention.portrait, set()).update(word for word in near if word in told.nouns)
    return {portrait: frozenset(nouns) for portrait, nouns in found.items()}


def _protagonist(lines: Sequence[Line], portraits: Sequence[Portrait]) -> str | None:
    """The subject named in most lines; the first of equals."""
    counts = {portrait.id: 0 for portrait in portraits if portrait.role == "subject"}
    for line in lines:
        for portrait in _named(line):
            if portrait in counts:
                counts[portrait] += 1
    return max(counts, key=lambda portrait: counts[portrait], default=None) if counts else None
