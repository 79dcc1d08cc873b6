"""A document's text cut into stretches, so that a page can show it with every claim marked where it stands.

Claims may overlap and nest; each stretch knows which claims cover it, begin in it and end with it. Together the
stretches of all blocks are the text again, but for white space between passages.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from habeas.model.documents import Passage
from habeas.publish.casebook import ClaimEntry


class Stretch(msgspec.Struct, frozen=True):
    """Words with one set of claims over them. `begins`, `ends`: claims whose quote begins or ends just here.

    `trigger`: these are the words that made a claim.
    """

    text: str
    marked: bool = False
    trigger: bool = False
    begins: tuple[ClaimEntry, ...] = ()
    ends: tuple[ClaimEntry, ...] = ()


class Block(msgspec.Struct, frozen=True):
    """A passage with its zone ("body" for words that no passage covers)."""

    zone: str
    stretches: tuple[Stretch, ...]


def blocks(text: str, passages: Sequence[Passage], claims: Sequence[ClaimEntry]) -> Iterator[Block]:
    """The text passage by passage. Words outside every passage are shown too, as body."""
    at = 0
    for passage in sorted(passages, key=lambda p: p.start):
        if text[at : passage.start].strip():
            yield Block("body", tuple(_stretches(text, at, passage.start, claims)))
        yield Block(passage.zone, tuple(_stretches(text, passage.start, passage.end, claims)))
        at = max(at, passage.end)
    if text[at:].strip():
        yield Block("body", tuple(_stretches(text, at, len(text), claims)))


def _stretches(text: str, start: int, end: int, claims: Sequence[ClaimEntry]) -> Iterator[Stretch]:
    here = [c for c in claims if c.quote.start < end and c.quote.end > start]
    triggers = [(w.start, w.end) for c in here for w in c.words if w.what == "type"]
    edges = {start, end}
    edges.update(edge for c in here for edge in (c.quote.start, c.quote.end) if start < edge < end)
    edges.update(edge for span in triggers for edge in span if start < edge < end)
    cuts = sorted(edges)
    for one, other in pairwise(cuts):
        yield Stretch(
            text=text[one:other],
            marked=any(c.quote.start <= one and other <= c.quote.end for c in here),
            trigger=any(first <= one and other <= last for first, last in triggers),
            begins=tuple(c for c in here if c.quote.start == one or (c.quote.start < one == start)),
            ends=tuple(c for c in here if c.quote.end == other or (c.quote.end > other == end)),
        )
