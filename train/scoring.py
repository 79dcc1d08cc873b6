"""When a date or a party that was read is that of the gold: the rules of the guide's scores."""

import re
import unicodedata

from habeas.text import edtf

_SMALL = frozenset((
    "the", "a", "an", "of", "s", "and", "in", "for", "on", "at", "by", "to", "from", "his", "her", "their", "its",
))  # fmt: skip


def same_date(found: str | None, gold: str) -> bool:
    """A day must be that day; spans must overlap, with a length within a factor of two."""
    one, other = edtf.bounds(found), edtf.bounds(gold)
    if one is None or other is None:
        return False
    if one == other:
        return True
    lengths = [(end - start).days + 1 for start, end in (one, other)]
    overlap = min(one[1], other[1]) >= max(one[0], other[0])
    return lengths[1] > 1 and overlap and max(lengths) <= 2 * min(lengths)


def same_party(found: str, gold: str) -> bool:
    """A shared word that says something, or one the acronym of the other."""
    one, other = set(_fold(found)) - _SMALL, set(_fold(gold)) - _SMALL
    if any(_alike(a, b) for a in one for b in other):
        return True
    return any(
        "".join(w[0] for w in _fold(words) if w not in _SMALL) in others
        for words, others in ((found, other), (gold, one))
        if len(_fold(words)) > 1
    )


def _fold(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)))


def _alike(one: str, other: str) -> bool:
    common = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one == other or common >= max(4, 0.7 * max(len(one), len(other)))
