"""Names as words to compare: folded, in parts, alike in spelling."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

_LETTERS = str.maketrans(
    {"ı": "i", "ə": "a", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ß": "ss", "æ": "ae", "œ": "oe", "ŋ": "ng"}
)
_BOUND = frozenset({"umm", "um", "abu", "abou", "abd", "abdul", "abdel", "abdal", "abdol", "abdur", "abdoul"})
_SMALL = frozenset({
    "al", "el", "as", "ash", "bin", "bint", "ibn", "ben", "binti", "binte", "van", "von", "der", "den", "de", "da",
    "di", "la", "le", "du", "del", "dos", "das", "y", "e", "s", "o", "d", "ould", "mint", "ag", "ap", "oglu", "ogly",
    "oghlu", "uulu", "uly", "kyzy", "kizi", "qizi",
})  # fmt: skip

Parts = tuple[str, ...]


@lru_cache(maxsize=16384)
def parts(name: str) -> Parts:
    """The words of a name that tell people apart: casefolded, without accents and particles; "Abu Laith" is one."""
    plain = unicodedata.normalize("NFKD", name).casefold().translate(_LETTERS)
    words = re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’"))
    found: list[str] = []
    bound = ""
    for index, word in enumerate(words):
        last = index + 1 == len(words)
        if bound and word in _SMALL and not last:
            continue
        if word in _BOUND and not last and not bound:
            bound = word
        elif bound or word not in _SMALL or len(words) == 1:
            found.append(bound + word)
            bound = ""
    return tuple(found) or tuple(words)


@lru_cache(maxsize=65536)
def alike(a: str, b: str) -> bool:
    """The same part of a name, as two hands may spell it; not a man's and a woman's form of one surname."""
    if a == b:
        return True
    longer = max(len(a), len(b))
    if min(len(a), len(b)) < 5 or a[0] != b[0] or a + "a" == b or b + "a" == a:
        return False
    return Levenshtein.distance(a, b, score_cutoff=2) <= (1 if longer < 9 else 2)


def within(small: Parts, large: Parts) -> bool:
    """Every part of one name stands in the other, initials counting, at least one of them in full."""
    left = list(large)
    full = False
    for part in sorted(small, key=len, reverse=True):
        hit = next((p for p in left if alike(p, part)), None)
        if hit is None:
            hit = next((p for p in left if (len(p) == 1 or len(part) == 1) and p[0] == part[0]), None)
        elif len(part) > 1:
            full = True
        if hit is None:
            return False
        left.remove(hit)
    return full
