"""Words of procedure in a sentence, by what they mean.

The words are data: `lexicons/LANGUAGE/concepts.yml`, wide, and the `cues` of `events.yml`, which are the plain words
for each type of event (concept `=TYPE`).
"""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from habeas import resources
from habeas.text.stems import stem

_GAP = 3  # words that "…" may stand for


class Hit(NamedTuple):
    """A concept, told by the tokens `first`–`last` (both included, counted in the sentence)."""

    concept: str
    first: int
    last: int


class _Book(NamedTuple):
    """Concepts by stem, by beginning of a word, and by the stem that opens several words."""

    stems: dict[str, tuple[str, ...]]
    beginnings: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[tuple[str, tuple[str, ...]], ...]]


def hits(words: Sequence[str], language: str) -> list[Hit]:
    """The concepts in a sentence of casefolded words, in order of their first word; several may share words."""
    book = _book(language)
    stemmed = [stem(word, language) for word in words]
    found = []
    for place, word in enumerate(words):
        found += [Hit(concept, place, place) for concept in _single(word, language)]
        for concept, rest in book.phrases.get(stemmed[place], ()):
            last = _match(stemmed, place + 1, rest)
            if last is not None:
                found.append(Hit(concept, place, last))
    return found


def acts(found: Iterable[Hit], language: str) -> list[Hit]:
    """Those hits that could tell an event by themselves; a line without any is not worth a second look."""
    known = _acts(language)
    return [hit for hit in found if hit.concept in known]


def _match(stemmed: Sequence[str], place: int, rest: Sequence[str]) -> int | None:
    """Where the last of `rest` stands if they follow from `place` on, a gap allowed at each "…"."""
    for number, wanted in enumerate(rest):
        if wanted == "…":
            tail = rest[number + 1 :]
            ends = (_match(stemmed, place + gap, tail) for gap in range(_GAP + 1))
            return next((end for end in ends if end is not None), None)
        if place >= len(stemmed) or stemmed[place] != wanted:
            return None
        place += 1
    return place - 1


@lru_cache(maxsize=100_000)
def _single(word: str, language: str) -> tuple[str, ...]:
    book = _book(language)
    found = dict.fromkeys(book.stems.get(stem(word, language), ()))
    for length in range(2, len(word) + 1):
        found.update(dict.fromkeys(book.beginnings.get(word[:length], ())))
    return tuple(found)


@cache
def _acts(language: str) -> frozenset[str]:
    return frozenset(resources.lexicon(language, "concepts")) - frozenset(
        resources.lexicon(language, "events")["around"]
    )


@cache
def _book(language: str) -> _Book:
    singles: dict[str, list[str]] = {}
    beginnings: dict[str, list[str]] = {}
    phrases: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    plain = {f"={kind}": entries for kind, entries in resources.lexicon(language, "events")["cues"].items()}
    for concept, entries in (resources.lexicon(language, "concepts") | plain).items():
        for entry in entries:
            first, *rest = str(entry).casefold().replace("’", "'").split()
            if rest:
                follow = tuple(word if word == "…" else stem(word, language) for word in rest)
                phrases.setdefault(stem(first, language), []).append((concept, follow))
            elif first.endswith("*"):
                beginnings.setdefault(first[:-1], []).append(concept)
            else:
                singles.setdefault(stem(first, language), []).append(concept)
    return _Book(
        {word: tuple(dict.fromkeys(concepts)) for word, concepts in singles.items()},
        {word: tuple(dict.fromkeys(concepts)) for word, concepts in beginnings.items()},
        {word: tuple(found) for word, found in phrases.items()},
    )
