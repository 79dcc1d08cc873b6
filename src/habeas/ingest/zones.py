"""Which part of a document is what: headline, byline, body, caption, furniture. When in doubt it is body."""

import re

import msgspec

from habeas.ingest import phrases
from habeas.ingest.dateline import find_day, is_dateline
from habeas.ingest.extracted import Block
from habeas.ingest.phrases import Phrases
from habeas.model.documents import Passage
from habeas.model.vocabulary import Zone

_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")
_ITEM = re.compile(r"\s*(?:[-–—•*▪●◦·>|→]\s|\(?\d{1,3}[.)](?:\s|$)|\[\d\d:\d\d\]|[QA]:\s)")
_FACT = re.compile(r"[A-Z][\w' ]{2,40}:\s")
LONGEST_HEADLINE, LONGEST_HEADING, LONGEST_RELATED = 32, 12, 30
LONGEST_BLURB = 60
"""Words."""
HEAD = 12
"""Blocks that may stand before the report itself begins."""


class _Part(msgspec.Struct):
    """A block being judged. `beside`: only a line end, no blank line, parts it from the block before."""

    words: str
    block: Block
    beside: bool
    zone: Zone | None

    @property
    def count(self) -> int:
        return len(self.words.split())

    @property
    def is_sentence(self) -> bool:
        return bool(_SENTENCE.search(self.words))


def zoned(text: str, blocks: tuple[Block, ...], language: str | None) -> tuple[Passage, ...]:
    """One passage a block, in order, each with its zone. A zone that the format gave is kept."""
    known = phrases.phrases(language or "en")
    parts = []
    for index, block in enumerate(blocks):
        between = text[blocks[index - 1].end : block.start] if index else "\n\n"
        parts.append(_Part(text[block.start : block.end], block, between.count("\n") < 2, block.zone))
    _by_own_words(parts, known)
    _related(parts, known)
    _closing(parts, known)
    _head(parts, known)
    _foot(parts, known)
    _headings(parts)
    return tuple(Passage(part.zone or "body", part.block.start, part.block.end) for part in parts)


def _by_own_words(parts: list[_Part], known: Phrases) -> None:
    for index, part in enumerate(parts):
        if part.zone not in (None, "body"):
            continue
        if phrases.is_caption(part.words, known):
            part.zone = "caption"
            above = parts[index - 1] if index else None
            if (
                above
                and part.beside
                and above.zone is None
                and phrases.is_credit(part.words, known)
                and _is_short(above)
            ):
                above.zone = "caption"
        elif index < HEAD and phrases.opens_with(phrases.plain(part.words), known.authors) and part.count <= 25:
            part.zone = "byline"
        elif phrases.is_furniture(part.words, known) or re.fullmatch(r"\s*(?:https?://|www\.)\S+\s*", part.words):
            part.zone = "furniture"


def _is_short(part: _Part) -> bool:
    return part.count <= 25 and not part.is_sentence


def _related(parts: list[_Part], known: Phrases) -> None:
    """Lines that announce other reports, and the headlines that follow them; the report goes on after those."""
    for index, part in enumerate(parts):
        if part.zone in ("headline", "caption"):
            continue
        announces, named = phrases.announces_related(part.words, known)
        if not announces or (named and part.words.endswith(".")):
            continue
        part.zone = "furniture"
        if not named:
            _take_headlines(parts, index + 1)


def _take_headlines(parts: list[_Part], start: int) -> None:
    for taken, part in enumerate(parts[start:]):
        item = bool(_ITEM.match(part.words))
        listed = item or part.beside or re.match(r"\d+\s", part.words)
        headline = part.count <= LONGEST_RELATED and not re.search(r"[.:;,][\"'”’»)\]]*\s*$", part.words)
        if not headline or part.zone == "headline" or (taken and not listed):
            return
        part.zone = "furniture"


def _closing(parts: list[_Part], known: Phrases) -> None:
    """After a last "Comments" or "Related articles", all is furniture, if only little is left and no long paragraph."""
    total = sum(part.count for part in parts)
    lines = [phrases.plain(part.words) for part in parts]
    before = 0
    for index, part in enumerate(parts):
        rest = parts[index + 1 :]
        if lines[index] in known.closing and lines.count(lines[index]) == 1:
            lean = all(p.count <= LONGEST_BLURB for p in rest)
            if lean and before >= total / 2 and sum(p.count for p in rest) <= total / 3:
                for p in (part, *rest):
                    p.zone = "furniture"
                return
        before += part.count


def _head(parts: list[_Part], known: Phrases) -> None:
    head = _head_parts(parts)
    for part in head:
        if part.zone is None:
            part.zone = _head_zone(part, known)
    headline = next((p for p in parts if p.zone == "headline"), None) or _choose(head, known)
    if headline is None:
        return
    headline.zone = "headline"
    first = parts.index(headline)
    below = [i for i, p in enumerate(parts[: len(head) + 2]) if i > first and p.zone in ("byline", "dateline")]
    for index, part in enumerate(parts[: max(below, default=0)]):
        if part.zone is None and index > first and part.count <= 60 and not _FACT.match(part.words):
            part.zone = "standfirst"


def _head_parts(parts: list[_Part]) -> list[_Part]:
    """The parts before the report itself: all up to the first paragraph that is no standfirst."""
    size = 0
    for index, part in enumerate(parts[:HEAD]):
        own = part.zone not in (None, "body")
        if not own and (
            part.count > LONGEST_HEADLINE or _ITEM.match(part.words) or (part.is_sentence and part.count > 12)
        ):
            following = parts[index + 1 : index + 4]
            if part.count <= 60 and not _ITEM.match(part.words) and any(is_dateline(p.words) for p in following):
                continue
            break
        size = index + 1
    return parts[:size]


def _head_zone(part: _Part, known: Phrases) -> Zone | None:
    label, mark, rest = part.words.partition(": ")
    if mark and rest.strip() and label.strip().casefold() in known.labels:
        return known.labels[label.strip().casefold()]
    if phrases.is_crumbs(part.words, known):
        return "furniture"
    if phrases.is_byline(part.words, known, foot=False):
        return "byline"
    return "dateline" if is_dateline(part.words) else None


def _choose(head: list[_Part], known: Phrases) -> _Part | None:
    """The headline: the first line of some length that is no name of a series; else the first line."""
    lines = [
        part
        for part in head
        if part.zone is None and part.count <= LONGEST_HEADLINE and not part.words.endswith((".", ":", ";", ","))
    ]
    for part in lines:
        words = phrases.plain(part.words).split()
        series = set(words) & known.series or set(words[:1]) & known.provenance or find_day(part.words)
        if part.count >= 4 and not series and " | " not in part.words:
            return part
    return lines[0] if lines else None


def _foot(parts: list[_Part], known: Phrases) -> None:
    for part in parts[max(1, len(parts) - 8) :]:
        if part.zone is None and phrases.is_byline(part.words, known, foot=True):
            part.zone = "byline"
    last = parts[-1] if parts else None
    if last and last.zone is None and not _ITEM.match(last.words) and is_dateline(last.words):
        last.zone = "dateline"


def _headings(parts: list[_Part]) -> None:
    for index, part in enumerate(parts):
        if part.zone is not None:
            continue
        bold = part.words.startswith("**") and part.words.endswith("**")
        following = parts[index + 1] if index + 1 < len(parts) else None
        opens = (
            following is not None
            and following.zone in (None, "body")
            and (following.count >= 12 or following.is_sentence)
        )
        if (bold or (opens and _looks_like_heading(part))) and part.count <= LONGEST_HEADING + 2 * bold:
            part.zone = "heading"


def _looks_like_heading(part: _Part) -> bool:
    words = part.words
    question = words.endswith("?") and part.count <= 3
    return (
        part.count <= LONGEST_HEADING
        and (question or not part.is_sentence)
        and not _ITEM.match(words)
        and not words.endswith(",")
        and not re.search(r": .*\d|\w{3}\. ", words)
        and not words[:1].islower()
        and words[:1] not in "\"“«‘'„"
    )
