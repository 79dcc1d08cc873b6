"""States in running text: their names, adjectives, towns, regions and the offices that only they have.

Which words point to which state is data (`places.yml` of a language). Finding is a look-up by the first word, longest
name first; ambiguous words are given as the lexicon has them, one state each.
"""

import re
from functools import cache
from typing import Literal

import msgspec

from habeas import resources

PlaceKind = Literal["name", "adjective", "town", "region", "authority"]
_SECTIONS: dict[str, PlaceKind] = {
    "names": "name", "adjectives": "adjective", "regions": "region", "authorities": "authority", "towns": "town",
}  # fmt: skip
_CAPITAL = re.compile(r"(?<![\w'])[^\W\d_a-z][\w.]*")
_SHORT = 3
"""Names up to this length are abbreviations or too easily another word: not looked for in capitals."""


class PlaceExpression(msgspec.Struct, frozen=True):
    """Words that point to a state (ISO 3166-1 alpha-2). Offsets count in the text that was searched.

    `capital`: the town is the seat of government, and may stand for it ("Tashkent demands").
    """

    start: int
    end: int
    state: str
    kind: PlaceKind
    capital: bool = False


def find_places(text: str, start: int, end: int, language: str) -> tuple[PlaceExpression, ...]:
    """What in `text[start:end]` points to a state, in order; expressions do not overlap."""
    index = _index(language)
    plain = text[start:end].replace("’", "'").replace("‘", "'")
    found = []
    words, pattern = _words(language)
    for match in pattern.finditer(plain):
        found.append(PlaceExpression(start + match.start(), start + match.end(), words[match.group()], "authority"))
    position = 0
    for match in _CAPITAL.finditer(plain):
        if match.start() < position:
            continue
        for name, state, kind, capital in index.get(_first(match.group()), ()):
            after = match.start() + len(name)
            if plain.startswith(name, match.start()) and not plain[after : after + 1].isalnum():
                position = after
                if state:
                    found.append(PlaceExpression(start + match.start(), start + after, state, kind, capital))
                break
    return tuple(sorted(found, key=lambda p: p.start))


@cache
def state_name(state: str, language: str) -> str | None:
    """What a state (ISO 3166-1 alpha-2) is called in a language; None where the lexicon does not know it."""
    entry = resources.lexicon(language, "places").get(state)
    return str(entry["names"]).split(",")[0].strip() if entry else None


def states(language: str) -> tuple[str, ...]:
    """The states that the lexicon of a language knows, ISO alpha-2, in order."""
    return tuple(sorted(resources.lexicon(language, "places")))


def _first(word: str) -> str:
    return word.split(".")[0].split("'")[0]


@cache
def _words(language: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """Words in small letters that point to a state, and what finds them."""
    words = {
        word: state
        for state, lists in sorted(resources.lexicon(language, "places").items())
        for word in lists.get("words", "").split(", ")
        if word
    }
    return words, re.compile(r"\b(?:" + "|".join(sorted(words)) + r")\b" if words else r"(?!)")


Entry = tuple[str, str, PlaceKind, bool]


@cache
def _index(language: str) -> dict[str, tuple[Entry, ...]]:
    """First word → (name, state, kind, capital), longest name first. State "" is for words that only look like one."""
    entries: dict[str, Entry] = {}
    for name in resources.lexicon(language, "authorities")["not_places"]:
        entries[name] = (name, "", "name", False)
    for section, kind in _SECTIONS.items():
        for state, lists in sorted(resources.lexicon(language, "places").items()):
            for position, name in enumerate(n.strip().replace("’", "'") for n in lists.get(section, "").split(", ")):
                capital = kind == "town" and position == 0
                for form in (name, name.upper()) if len(name) > _SHORT else (name,):
                    entries.setdefault(form, (form, state, kind, capital))
    entries.pop("", None)
    index: dict[str, list[Entry]] = {}
    for name in sorted(entries, key=lambda n: (-len(n), n)):
        first = _CAPITAL.search(name)
        if first and first.start() == 0:
            index.setdefault(_first(first.group()), []).append(entries[name])
    return {word: tuple(found) for word, found in index.items()}
