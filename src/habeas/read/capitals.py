"""Words of a line that may belong to a name, and what joins each to the one before it."""

from functools import cache
from typing import Literal

import msgspec

from habeas import resources
from habeas.read.scene import Line
from habeas.text.segments import Token

Link = Literal["far", "next", "line", "dot", "particle", "quote", "bracket"]
"""What stands between a word and the one before: other words (far), nothing, the end of a line of the text, the dot of
an abbreviation, lower-case particles ("bin", "van der"), a quotation mark, a bracket."""

_QUOTES = frozenset("'\"‘’“”«»„`")
_CJK = ("⺀", "鿿"), ("가", "힯")


class Capital(msgspec.Struct, frozen=True):
    """A word that may belong to a name. `place`: index of its token in the line; `end`: without possessive ending.

    `word`: as written between `start` and `end`; `low`: casefolded. `first`: nothing but marks before it in its line.
    """

    place: int
    word: str
    low: str
    start: int
    end: int
    link: Link
    first: bool
    possessive: bool


def capitals(text: str, line: Line, language: str) -> tuple[Capital, ...]:
    """The words of a line of this text that may belong to a name, in order."""
    particles = particle_words(language)
    tokens = line.sentence.tokens
    found: list[Capital] = []
    worded = False
    for place, token in enumerate(tokens):
        if may_name(token.word):
            word, possessive = without_possessive(token.word)
            link = _link(tokens, found[-1], place, particles) if found else "far"
            if link == "next" and "\n" in text[found[-1].end : token.start]:
                link = "line"
            end = token.start + len(word)
            low = word.casefold().replace("’", "'")
            found.append(Capital(place, word, low, token.start, end, link, not worded, possessive))
        worded = worded or token.word[0].isalnum()
    return tuple(found)


def may_name(word: str) -> bool:
    """A capital anywhere at the beginning of a part ("al-Hallaq", "O'Brien"), or a script that has no capitals."""
    if word[0].isupper():
        return True
    if not word[0].isalpha():
        return False
    if any(a <= word[0] <= b for a, b in _CJK):
        return True
    for mark in "-‑'’":
        head, _, tail = word.partition(mark)
        if len(head) <= 4 and tail[:1].isupper() and len(tail) > 1:
            return True
    return False


def without_possessive(word: str) -> tuple[str, bool]:
    """The word without "'s" or a bare apostrophe at its end, and whether there was one."""
    if len(word) > 2 and word[-2] in "'’" and word[-1] in "sS":
        return word[:-2], True
    if len(word) > 1 and word[-1] in "'’":
        return word[:-1], True
    return word, False


@cache
def particle_words(language: str) -> frozenset[str]:
    """Lower-case words that stand inside names."""
    return frozenset(resources.lexicon(language, "people")["particles"])


def _link(tokens: tuple[Token, ...], before: Capital, place: int, particles: frozenset[str]) -> Link:
    between = tokens[before.place + 1 : place]
    if before.possessive or len(between) > 4:
        return "far"
    words = [token.word for token in between]
    if not words:
        return "next"
    if words == ["."]:
        return "dot" if len(before.word) <= 4 or "." in before.word else "far"
    if all(word in particles or word == "/" or (len(word) == 1 and word.isalpha()) for word in words):
        return "particle"
    if len(words) == 1 and words[0] in _QUOTES:
        return "quote"
    if len(words) == 1 and words[0] in "()":
        return "bracket"
    return "far"
