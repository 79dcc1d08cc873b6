"""Words of names as they sound: skeletons by the habits of several languages, and how far two skeletons lie apart.

Zhovtis and Jovtis have the skeleton `Zovtis` in common, the first by English habits, the second by French ones. The
tables are data (`data/names/romanisation.yml`).
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from rapidfuzz.distance import Levenshtein

from habeas import resources

_CHEAP, _LIGHT = 0.35, 0.5


@cache
def tables() -> dict[str, Any]:
    """The shipped tables of romanisation, parsed once. Treat them as read-only."""
    found: dict[str, Any] = resources.parse(resources.text("names", "romanisation.yml"), "names/romanisation.yml")
    return found


@lru_cache(maxsize=200_000)
def skeletons(word: str) -> tuple[str, ...]:
    """How a word of a name may sound, the usual reading first: Latin by every convention, Cyrillic by its letters.

    A word of a script without short vowels gives its consonants only (see `consonants`). Other scripts stay as written.
    """
    low = unicodedata.normalize("NFC", word.casefold())
    if any(letter in tables()["abjad"] for letter in low):
        return ("".join(tables()["abjad"].get(letter, "") for letter in low),)
    if any(letter in tables()["cyrillic"] for letter in low if letter != "'"):
        return (_finish("".join(tables()["cyrillic"].get(letter, _plain(letter)) for letter in low)),)
    bare = _bare(low)
    found = {_finish(_plain(_rewrite(low, rules))): None for rules in _conventions()}
    if bare != low:
        found |= {_finish(_rewrite(bare, rules)): None for rules in _conventions()[:1]}
    return tuple(skeleton for skeleton in found if skeleton) or (low,)


def is_abjad(word: str) -> bool:
    """Whether the word is of a script that leaves short vowels out."""
    return any(letter in tables()["abjad"] for letter in word)


def consonants(skeleton: str) -> str:
    """The consonants of a skeleton, with sounds that such scripts cannot tell apart made one."""
    return "".join(letter for letter in skeleton if letter not in "aeiou").translate(_MERGED)


_MERGED = str.maketrans("vpZ", "fbJ")


def near(left: str, right: str, most: float) -> bool:
    """Whether two skeletons lie at most so many edits (see `distance`) apart."""
    fewest = int(most / _CHEAP)
    if abs(len(left) - len(right)) > fewest or Levenshtein.distance(left, right, score_cutoff=fewest) > fewest:
        return False
    return distance(left, right) <= most


@lru_cache(maxsize=400_000)
def distance(left: str, right: str) -> float:
    """Edits between two skeletons: a letter 1, a sound often confused 0.35, an i or h more or less 0.5."""
    if left == right:
        return 0.0
    near, light = _near(), tables()["light"]
    row = [0.0]
    for letter in right:
        row.append(row[-1] + (_LIGHT if letter in light else 1.0))
    for a in left:
        gone = _LIGHT if a in light else 1.0
        before, row = row, [row[0] + gone]
        for index, b in enumerate(right):
            change = 0.0 if a == b else _CHEAP if a + b in near else 1.0
            added = _LIGHT if b in light else 1.0
            row.append(min(before[index] + change, before[index + 1] + gone, row[-1] + added))
    return row[-1]


@cache
def _near() -> frozenset[str]:
    pairs = tables()["near"]
    return frozenset(pairs) | frozenset(pair[::-1] for pair in pairs)


@cache
def _conventions() -> tuple[tuple[tuple[re.Pattern[str], str], ...], ...]:
    return tuple(_compiled(rules) for rules in tables()["conventions"].values())


@cache
def _tail() -> tuple[tuple[re.Pattern[str], str], ...]:
    return _compiled(tables()["tail"])


def _compiled(rules: list[list[str]]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in rules)


def _rewrite(word: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, replacement in rules:
        word = pattern.sub(replacement, word)
    return word


def _plain(word: str) -> str:
    letters = tables()["letters"]
    return _bare("".join(letters.get(letter, letter) for letter in word))


def _bare(word: str) -> str:
    """As those write it whose keyboard has no accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).replace("ı", "i")


def _finish(word: str) -> str:
    return re.sub(r"[^a-zSZCJT]", "", _rewrite(word, _tail()))
