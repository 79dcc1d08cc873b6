"""What a reader of one format gives: a text, its blocks, and what the file says of itself."""

import msgspec

from habeas.errors import HabeasError
from habeas.model.documents import MetadataSource
from habeas.model.vocabulary import Zone


class UnreadableError(HabeasError):
    """The bytes are not, or hold no, report. `what` says what they are; the door adds the file's name."""


class Block(msgspec.Struct, frozen=True):
    """A paragraph, heading, list item or table row: its place in the text. `zone`: by the format, if any."""

    start: int
    end: int
    zone: Zone | None = None


class Facts(msgspec.Struct, frozen=True):
    """What a file says of itself: values and, for each, where it stood. `published`: EDTF."""

    values: dict[str, str] = {}
    known_from: dict[str, MetadataSource] = {}


class Extracted(msgspec.Struct, frozen=True):
    """A file's text with line feeds alone, its blocks in order (never overlapping), and its facts."""

    text: str
    blocks: tuple[Block, ...]
    facts: Facts = Facts()


class Pieces:
    """Builds a text out of paragraphs, a blank line between them, and keeps their places."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._length = 0

    def add(self, words: str, zone: Zone | None = None) -> None:
        """One more paragraph; white space at its ends is dropped, and nothing is added where no word is left."""
        words = words.strip()
        if not words:
            return
        if self._parts:
            self._parts.append("\n\n")
            self._length += 2
        self._blocks.append(Block(self._length, self._length + len(words), zone))
        self._parts.append(words)
        self._length += len(words)

    def extracted(self, facts: Facts) -> Extracted:
        """What has been added, as one text."""
        return Extracted("".join(self._parts), tuple(self._blocks), facts)
