"""What the words around a date say of it: since or until, from … to …, about; whether they point ahead or report."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from habeas import resources

_NEAR = 30
_CLAUSE = 90
_BREAK = re.compile(r"[;:.!?]\s|\n\s*\n")


class Context:
    """The words of one language that stand around dates; offsets are those of the text that is given."""

    def __init__(self, lexicon: dict[str, Any]) -> None:
        """Compile the lists of `dates.yml`."""
        leads = "|".join(f"(?P<{bound}>{choice(words)})" for bound, words in lexicon["leads"].items())
        self._lead = re.compile(rf"(?<!\w)(?:{leads})(?:\s+{choice(lexicon['fillers'])})*\s+$")
        self._about = re.compile(rf"(?<!\w){choice(lexicon['approximately'])}\s+(?:{choice(lexicon['fillers'])}\s+)?$")
        self._determined = re.compile(rf"(?:^|\s|(?<=\w)){choice(lexicon['determiners'])}\s+$")
        self._opens = re.compile(rf"(?<!\w){choice(lexicon['opens'])}\s+(?:{choice(lexicon['fillers'])}\s+)?$")
        self._closes = re.compile(rf"\s*{choice(lexicon['closes'])}\s*")
        self._ranges = re.compile(rf"\s*{choice(lexicon['ranges'])}\s*")
        self._onwards = re.compile(rf"\s+{choice(lexicon['onwards'])}(?!\w)")
        self._ahead = re.compile(rf"(?<!\w){choice(lexicon['ahead'])}(?!\w)")
        self._says = re.compile(rf"(?<!\w){choice(lexicon['says'])}(?:\s+[\w’'-]+){{0,4}}\s*$")

    def bound(self, text: str, start: int) -> str | None:
        """What the words before a date say of it (`since`, `until` … or `on`); None where no such word stands there."""
        match = self._lead.search(text[max(0, start - _NEAR) : start])
        return match.lastgroup if match else None

    def approximate(self, text: str, start: int) -> bool:
        """Whether the words before a date make it a rough one ("around")."""
        return self._about.search(text[max(0, start - _NEAR) : start]) is not None

    def determined(self, text: str, start: int) -> bool:
        """Whether an article or possessive stands before: "the 2022 elections"."""
        return self._determined.search(text[max(0, start - 8) : start]) is not None

    def joined(self, text: str, start: int, gap: tuple[int, int]) -> bool:
        """Whether the words before `start` and in the gap make one span of two dates ("from … to …", "…–…")."""
        opened = self._opens.search(text[max(0, start - _NEAR) : start]) is not None
        return (self._closes if opened else self._ranges).fullmatch(text, *gap) is not None

    def joins(self, words: str) -> bool:
        """Whether words between two days make a span of them ("to", "–") and not a list."""
        return self._ranges.fullmatch(words) is not None

    def onwards(self, text: str, end: int) -> bool:
        """Whether the words after a date make it a beginning ("from May onwards")."""
        return self._onwards.match(text, end) is not None

    def ahead(self, text: str, first: int, start: int) -> bool:
        """Whether the clause before a date, from `first` at the earliest, points to what is to come ("is due on")."""
        return self._ahead.search(self._clause(text, first, start)) is not None

    def reports(self, text: str, first: int, start: int) -> bool:
        """Whether a word of saying stands right before: the date is of the report ("said on Thursday")."""
        return self._says.search(self._clause(text, first, start)) is not None

    def _clause(self, text: str, first: int, start: int) -> str:
        return _BREAK.split(text[max(first, start - _CLAUSE) : start])[-1]


@cache
def context(language: str) -> Context:
    """The words around dates of a language; DataError where habeas has none."""
    return Context(resources.lexicon(language, "dates"))


def choice(words: Iterable[str], cased: bool = False) -> str:
    """A regular expression for any of these words, the longest first; `cased`: only as written or in capitals."""
    forms = {*words, *(word.upper() for word in words)} if cased else set(words)
    longest_first = sorted(forms, key=lambda word: (-len(word), word))
    patterns = [r"\s+".join(map(re.escape, word.split())).replace("'", "['’]") for word in longest_first]
    return f"(?{'' if cased else 'i'}:{'|'.join(patterns)})(?!(?<=\\w)\\w)"
