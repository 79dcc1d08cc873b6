"""The ground on which events are placed: what a document says of states and of whose they are."""

import re
from collections import Counter

import msgspec

from habeas.read.setting import Setting
from habeas.text.places import find_places

_SHORT = 6
"""Tokens of a line that may be a heading."""


class Ground(msgspec.Struct, frozen=True):
    """What a document says of states, once for all its events.

    `ranks`: 0 for the state most spoken of · `dateline`: where it was written · `citizens`: adjectives near each
    portrait's name, "" all of them · `titled`: states of title, address and headline · `sections`: for each line, the
    state of the heading above it.
    """

    setting: Setting
    ranks: dict[str, int]
    dateline: str | None
    citizens: dict[str, Counter[str]]
    titled: frozenset[str]
    sections: tuple[str | None, ...]


def ground(setting: Setting) -> Ground:
    """The ground on which a setting's events are placed."""
    titled = _titled(setting)
    weight = setting.weight
    order = sorted({*weight, *titled}, key=lambda s: (-weight.get(s, 0), s))
    ranks = {state: rank for rank, state in enumerate(order)}
    return Ground(setting, ranks, _dateline(setting), _citizens(setting), titled, _sections(setting))


def _titled(setting: Setting) -> frozenset[str]:
    """The states that title, web address and headline name."""
    document = setting.scene.document
    address = re.sub(r"[\W_]+", " ", (document.url or "").split("://")[-1].partition("/")[2]).title()
    named = {
        p.state
        for words in (document.title or "", address)
        for p in find_places(words, 0, len(words), setting.language)
    }
    for line, places in zip(setting.scene.lines, setting.places, strict=True):
        if line.zone == "headline" or line.index == 0:
            named |= {p.state for p in places}
    return frozenset(named)


def _sections(setting: Setting) -> tuple[str | None, ...]:
    """For each line the state of the heading above: a short line, or a state in capitals at the beginning of one."""
    text = setting.scene.document.text
    found: list[str | None] = []
    current = None
    for line, places in zip(setting.scene.lines, setting.places, strict=True):
        first = places[0] if places else None
        if first and line.index:
            short = len(line.sentence.tokens) <= _SHORT and not text[line.sentence.start : line.sentence.end].endswith(
                "."
            )
            opening = (
                first.start - line.sentence.start < 3
                and text[first.start : first.end].isupper()
                and first.kind == "name"
            )
            if (short or opening) and len({p.state for p in places}) == 1:
                current = first.state
        found.append(current)
    return tuple(found)


def _dateline(setting: Setting) -> str | None:
    """The state of the first place in capitals in the first lines: where the report was written."""
    text = setting.scene.document.text
    for places in setting.places[:6]:
        for place in places:
            if text[place.start : place.end].isupper() and place.end - place.start > 3 and place.kind == "town":
                return place.state
    return None


def _citizens(setting: Setting) -> dict[str, Counter[str]]:
    """Adjectives of states close before or after somebody's name, by portrait; "" counts all adjectives."""
    found: dict[str, Counter[str]] = {"": Counter()}
    for line, places in zip(setting.scene.lines, setting.places, strict=True):
        for place in places:
            if place.kind != "adjective":
                continue
            found[""][place.state] += 1
            for mention in line.mentions:
                gap = mention.start - place.end if mention.start > place.start else place.start - mention.end
                if 0 <= gap < 45:
                    found.setdefault(mention.portrait, Counter())[place.state] += 1
    return found
