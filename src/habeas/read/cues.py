"""What a line says, as features for learning: its words, names, numbers and places made general, and its concepts."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from habeas import resources
from habeas.model.readings import Portrait
from habeas.read.concepts import Hit, hits
from habeas.read.scene import Line
from habeas.text.stems import stem

_NUMBER = re.compile(r"\d[\d.,:]*(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_REACH = 9  # tokens that two concepts may lie apart to count as a pair
_MARKS = {"subject": "@S", "relative": "@R", "official": "@O", "advocate": "@A", "journalist": "@J", "other": "@P"}


class Unit(NamedTuple):
    """A word made general, or a name, and the tokens it covers (both included)."""

    form: str
    first: int
    last: int


class Cue(NamedTuple):
    """A feature of a line and the tokens that show it; `first` is -1 where the whole line does."""

    name: str
    first: int
    last: int


class View(NamedTuple):
    """A line as the decisions see it. `owners[i]`: the portrait that token `i` names, or None."""

    line: Line
    units: tuple[Unit, ...]
    hits: tuple[Hit, ...]
    owners: tuple[str | None, ...]
    quoted: bool


def view(line: Line, roles: dict[str, str], language: str) -> View:
    """The view of a line; `roles`: role by portrait id."""
    tokens = line.sentence.tokens
    owners: list[str | None] = [None] * len(tokens)
    for mention in line.mentions:
        for place, token in enumerate(tokens):
            if token.start < mention.end and mention.start < token.end:
                owners[place] = mention.portrait
    found = hits([token.low for token in tokens], language)
    quoted = any(token.word in _quotes(language) for token in tokens)
    return View(line, _units(line, owners, roles, found, language), tuple(found), tuple(owners), quoted)


def roles_of(portraits: Sequence[Portrait]) -> dict[str, str]:
    """Role by portrait id."""
    return {portrait.id: portrait.role for portrait in portraits}


def cues(here: View, before: View | None) -> list[Cue]:
    """The features of a line for deciding which events it tells; `before` is the line before in the same document."""
    found = [Cue(f"u:{unit.form}", unit.first, unit.last) for unit in here.units]
    for left, right in zip(here.units, here.units[1:], strict=False):
        found.append(Cue(f"b:{left.form} {right.form}", left.first, right.last))
    for left, middle, right in zip(here.units, here.units[1:], here.units[2:], strict=False):
        found.append(Cue(f"t:{left.form} {middle.form} {right.form}", left.first, right.last))
        found.append(Cue(f"s:{left.form} {right.form}", left.first, right.last))
    found += _concept_cues(here)
    found += [Cue(f"z:{here.line.zone}", -1, -1), Cue(f"q:{here.quoted}", -1, -1)]
    if before is not None:
        found += [Cue(f"p:{concept}", -1, -1) for concept in dict.fromkeys(hit.concept for hit in before.hits)]
    return list(dict.fromkeys(found))


def _concept_cues(here: View) -> list[Cue]:
    by_start = {unit.first: unit.form for unit in here.units}
    by_end = {unit.last: unit.form for unit in here.units}
    found = []
    for hit in here.hits:
        found.append(Cue(f"k:{hit.concept}", hit.first, hit.last))
        if hit.concept.startswith("="):
            continue
        if (after := by_start.get(hit.last + 1)) is not None:
            found.append(Cue(f"ka:{hit.concept} {after}", hit.first, hit.last + 1))
        if (ahead := by_end.get(hit.first - 1)) is not None:
            found.append(Cue(f"kb:{ahead} {hit.concept}", hit.first - 1, hit.last))
    wide = [hit for hit in here.hits if not hit.concept.startswith("=")]
    for place, hit in enumerate(wide):
        for other in wide[place + 1 :]:
            if other.first - hit.last > _REACH:
                break
            if other.concept != hit.concept and other.first > hit.last:
                found.append(Cue(f"kk:{hit.concept} {other.concept}", hit.first, other.last))
    return found


def _units(
    line: Line, owners: Sequence[str | None], roles: dict[str, str], found: Sequence[Hit], language: str
) -> tuple[Unit, ...]:
    """Tokens in order; names and runs of other capitals as one unit each, numbers by kind, other words by stem."""
    known = {place for hit in found for place in range(hit.first, hit.last + 1)}
    units: list[Unit] = []
    for place, token in enumerate(line.sentence.tokens):
        owner = owners[place]
        if owner is not None:
            form = _MARKS.get(roles.get(owner, "other"), "@P")
            if place and owners[place - 1] == owner:
                units[-1] = units[-1]._replace(last=place)
                continue
        elif _NUMBER.fullmatch(token.word):
            form = "#y" if _YEAR.fullmatch(token.word) else "#"
        elif token.word[0].isupper() and place and place not in known:
            form = "@C"
            if units and units[-1].form == "@C" and units[-1].last == place - 1:
                units[-1] = units[-1]._replace(last=place)
                continue
        else:
            form = stem(token.low, language)
        units.append(Unit(form, place, place))
    return tuple(units)


@cache
def _quotes(language: str) -> frozenset[str]:
    return frozenset(resources.lexicon(language, "events")["quotes"])
