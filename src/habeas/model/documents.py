"""Documents, their passages and the quotes cut from them."""

from typing import Literal

import msgspec

from habeas.errors import QuoteError
from habeas.model.vocabulary import Zone

LONGEST_QUOTE = 60
"""Words; a longer quote does not show where a thing is said (casebook.md)."""


class Quote(msgspec.Struct, frozen=True):
    """Exact words of a text (W3C Web Annotation: exact, start, end). Offsets count Unicode code points."""

    exact: str
    start: int
    end: int

    def verify(self, text: str) -> None:
        """Raise QuoteError unless `text[start:end]` is exactly these words."""
        if text[self.start : self.end] != self.exact:
            raise QuoteError(f"the text at {self.start}–{self.end} is not «{self.exact}»")


def cut(text: str, start: int, end: int) -> Quote:
    """The quote of `text[start:end]`, without white space at its ends; QuoteError where nothing is left."""
    words = text[start:end]
    exact = words.strip()
    if not exact or start < 0 or end > len(text):
        raise QuoteError(f"nothing to quote at {start}–{end}")
    start += len(words) - len(words.lstrip())
    return Quote(exact, start, start + len(exact))


class Passage(msgspec.Struct, frozen=True):
    """A stretch of a document's text, paragraph by paragraph, in one zone. Passages are in order and never overlap."""

    zone: Zone
    start: int
    end: int


class Reliance(msgspec.Struct, frozen=True):
    """What a document rests on: the source's name as written, and the document of this run that is that source."""

    name: str
    document: str | None = None
    quote: Quote | None = None


MetadataSource = Literal["sources.csv", "page", "json-ld", "text", "file", "unknown"]


class Document(msgspec.Struct, frozen=True):
    """One report as read. `id`: SHA-256 of the original bytes. `file`: path within the folder, with /.

    `published`: EDTF or None. `known_from`: for title, publisher, published, url: where the value was found.
    `copies`: other files with the same words; `copy_ids`: SHA-256 of their bytes, in the same order.
    `text`: what offsets count in; never changed after ingest. `language`: ISO 639-1 or None.
    """

    id: str
    file: str
    text: str
    passages: tuple[Passage, ...]
    copies: tuple[str, ...] = ()
    copy_ids: tuple[str, ...] = ()
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    machine_generated: bool = False
    relies_on: tuple[Reliance, ...] = ()
    known_from: dict[str, MetadataSource] = {}


class Problem(msgspec.Struct, frozen=True):
    """A file, or part of one, from which nothing or not all could be had: what is wrong and what to do."""

    file: str
    what: str
    advice: str
