"""Copies and near-copies among documents."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from zlib import crc32

import msgspec

from habeas.model.documents import Document

SHINGLE = 5
"""Words."""
NEAR = 0.8
"""Share of the shorter report's word sequences that stand in the longer one too."""
_FEWEST = 20
"""Shingles of a report that can be called a near-copy."""
_COMMON = 25
"""Documents: a word sequence in more of them is a formula, which shows nothing."""


def body(document: Document) -> str:
    """The report's own words, one space between."""
    parts = (document.text[p.start : p.end] for p in document.passages if p.zone in ("body", "standfirst", "heading"))
    return " ".join(" ".join(parts).split())


def without_copies(documents: Iterable[Document]) -> list[Document]:
    """The documents, one of each set with the same bytes or the same body, the others named in its `copies`.

    The earliest published one is kept, then the first by file.
    """
    groups: dict[str, list[Document]] = defaultdict(list)
    keys: dict[str, str] = {}
    for document in documents:
        words = body(document)
        key = keys.setdefault(document.id, f"text {words}" if len(words) >= 100 else document.id)
        groups[key].append(document)
    return sorted((_kept(group) for group in groups.values()), key=lambda document: document.file)


def _kept(group: list[Document]) -> Document:
    first, *others = sorted(group, key=lambda d: (d.published or "9999", d.file))
    if not others:
        return first
    known = dict(first.known_from)
    values: dict[str, str] = {}
    for other in others:
        for name in ("title", "publisher", "published", "url"):
            value = getattr(other, name)
            if value and not getattr(first, name) and name not in values:
                values[name] = value
                known[name] = other.known_from.get(name, "unknown")
    named = sorted((other.file, other.id) for other in others)
    files, ids = tuple(file for file, _ in named), tuple(digest for _, digest in named)
    return msgspec.structs.replace(first, copies=files, copy_ids=ids, known_from=known, **values)


def near_copies(documents: Sequence[Document]) -> list[tuple[int, int]]:
    """Pairs of indices of documents of which one has most word sequences of the other, in order."""
    shingles = [_shingles(body(document)) for document in documents]
    holders: dict[int, list[int]] = defaultdict(list)
    for index, found in enumerate(shingles):
        for shingle in found:
            holders[shingle].append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for where in holders.values():
        if 1 < len(where) <= _COMMON:
            shared.update((a, b) for i, a in enumerate(where) for b in where[i + 1 :])
    shortest = {pair: min(len(shingles[pair[0]]), len(shingles[pair[1]])) for pair in shared}
    return sorted(pair for pair, n in shared.items() if shortest[pair] >= _FEWEST and n >= NEAR * shortest[pair])


def _shingles(words: str) -> frozenset[int]:
    """Check sums of a text's word sequences; two that meet by chance change nothing among so many."""
    low = [word.encode() for word in words.casefold().split()]
    return frozenset(crc32(b" ".join(low[i : i + SHINGLE])) for i in range(len(low) - SHINGLE + 1))
