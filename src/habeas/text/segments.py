"""Sentences and tokens with their offsets. What a language's abbreviations are is data."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from habeas import resources

_TOKEN = re.compile(r"\w+(?:[’'\-‑.]\w+)*(?:[’'](?!\w))?|[^\w\s]", re.UNICODE)
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|\n[ \t]*\n|\n(?=[ \t]*[-–—•*▪>|]\s)")
_OPENING = re.compile(r"[\s\"'“‘«(\[—–-]*")


class Token(msgspec.Struct, frozen=True):
    """A word or a mark. `low`: casefolded, with plain apostrophes. Offsets count in the document's text."""

    word: str
    low: str
    start: int
    end: int


class Sentence(msgspec.Struct, frozen=True):
    """A sentence: offsets in the document's text and its tokens."""

    start: int
    end: int
    tokens: tuple[Token, ...]


def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of `text[start:end]`. Hyphenated words, words with an apostrophe and dotted abbreviations are one."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        found.append(Token(word, word.casefold().replace("’", "'"), match.start(), match.end()))
    return tuple(found)


def sentences(text: str, start: int, end: int, language: str) -> tuple[Sentence, ...]:
    """The sentences of `text[start:end]`, in order, without white space at their ends. A blank line ends one."""
    found = []
    for first, last in _spans(text, start, end, language):
        words = text[first:last]
        first += len(words) - len(words.lstrip())
        last -= len(words) - len(words.rstrip())
        if first < last:
            found.append(Sentence(first, last, tokens(text, first, last)))
    return tuple(found)


def _spans(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    first = start
    for match in _END.finditer(text, start, end):
        if _ends(text, first, match, end, language):
            yield first, match.end()
            first = match.end()
    yield first, end


def _ends(text: str, first: int, match: re.Match[str], end: int, language: str) -> bool:
    if match.group()[0] == "\n" or match.end() >= end:
        return True
    opening = _OPENING.match(text, match.end(), end)
    following = text[opening.end() : opening.end() + 1] if opening else ""
    if following.islower():
        return False
    if match.group() != ".":
        return True
    before = re.search(r"[\w.]+$", text[max(first, match.start() - 20) : match.start()])
    word = before.group().casefold() if before else ""
    lists = _abbreviations(language)
    if word in lists["never_end"] or (len(word) == 1 and word.isalpha() and text[match.start() - 1].isupper()):
        return False
    if word in lists["seldom_end"] and opening:
        after = re.compile(r"\w+").match(text, opening.end(), end)
        return after is not None and after.group().casefold() in lists["openers"]
    return word not in lists["may_end"] or following.isupper()


@cache
def _abbreviations(language: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in resources.lexicon(language, "segments").items()}
