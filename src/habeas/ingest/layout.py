"""The paragraphs of a plain text: where a line end is only a wrapped line, and where it parts two things."""

import re
from collections.abc import Iterator

from habeas.ingest.extracted import Block

_GROUP = re.compile(r"[^\S\n]*\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_ITEM = re.compile(r"\s*(?:[-–—•*▪●◦·>|→]\s|\(?[0-9]{1,3}[.)]\s|\(?[ivx]{1,4}[.)]\s|\(?[a-z][.)]\s)")
_BY_CHANCE = re.compile(r"\s*(?:[–—]\s[^\W\dA-Z]|\d{1,3}[.)]\s)")
"""Begins a wrapped line within a sentence as well as a list item: a dash, the day of a date."""
_ENDS = (".", ":", ";", "!", "?")
_LABEL = re.compile(r"\s*[A-Z][\w' -]{1,40}:\s")
_URL = re.compile(r"\s*(?:https?://|www\.)\S+\s*$")
NARROW, WIDE = 50, 130
"""Lines wrapped by a program are this many characters wide."""


def paragraphs(text: str, flowing: bool = False) -> tuple[Block, ...]:
    """The blocks of a plain text, in order: paragraphs (over wrapped lines), headings, list items, single lines.

    `flowing`: as in Markdown, every line goes on with the paragraph unless it begins a list item.
    """
    wrapped_at = _width(text.split("\n"))
    blocks = []
    for match in _GROUP.finditer(text):
        lines = list(_lines(text, match.start(), match.end()))
        if flowing:
            blocks += [_block(text, start, end) for start, end in _flowing(text, lines)]
            continue
        width = _width([text[start:end] for start, end in lines]) if len(lines) > 2 else wrapped_at
        blocks += [_block(text, start, end) for start, end in _joined(text, lines, width or wrapped_at)]
    return tuple(blocks)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n]+", text[start:end]):
        yield start + match.start(), start + match.start() + len(match.group().rstrip())


def _width(lines: list[str]) -> int:
    """The column that lines are wrapped at, 0 where they are not.

    Where they are, at least half of the lines but the last are full, and most full ones end within a sentence.
    """
    lines = [line.rstrip() for line in lines if line.strip()]
    widest = max(map(len, lines), default=0)
    full = [line for line in lines[:-1] if len(line) >= 0.85 * widest]
    ended = sum(line.endswith(_ENDS) for line in full)
    wrapped = len(full) >= 2 and 2 * len(full) >= len(lines) - 1 and 2 * ended <= len(full)
    return widest if wrapped and NARROW <= widest <= WIDE else 0


def _joined(text: str, lines: list[tuple[int, int]], width: int) -> Iterator[tuple[int, int]]:
    start, end = lines[0]
    for next_start, next_end in lines[1:]:
        if _continues(
            text[start:end],
            text[end - min(end - start, _last(text, start, end)) : end],
            text[next_start:next_end],
            width,
        ):
            end = next_end
        else:
            yield start, end
            start, end = next_start, next_end
    yield start, end


def _flowing(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start, end = lines[0]
    for next_start, next_end in lines[1:]:
        broken = text[end:next_start].startswith("  ") or text[start:end].endswith("\\")
        if broken or text[next_start] == "|" or _ITEM.match(text[next_start:next_end]):
            yield start, end
            start = next_start
        end = next_end
    yield start, end


def _last(text: str, start: int, end: int) -> int:
    """Length of the last line of `text[start:end]`."""
    return end - max(start, text.rfind("\n", start, end) + 1)


def _continues(so_far: str, line: str, following: str, width: int) -> bool:
    """Whether `following` goes on with the paragraph of which `line` is the last line so far."""
    if _URL.match(following) or _URL.match(line):
        return False
    if _ITEM.match(following):
        amid = width and len(line) > 0.8 * width and not _ITEM.match(so_far) and not line.endswith(_ENDS)
        return bool(amid and _BY_CHANCE.match(following))
    if so_far.isupper() and following.isupper():
        return not so_far.rstrip().endswith(_ENDS)
    if not width or _LABEL.match(following):
        return False
    first = following.split()[0]
    return len(line) + 1 + len(first) > 0.97 * width or (len(line) > 0.8 * width and following.lstrip()[:1].islower())


def _block(text: str, start: int, end: int) -> Block:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Block(start, start + len(words.strip()))
