"""The formats that can be read: one row each. A new format is one module and one row."""

from collections.abc import Callable

import msgspec

from habeas.ingest.extracted import Extracted, UnreadableError
from habeas.ingest.page import read_page
from habeas.ingest.pdf import read_pdf
from habeas.ingest.plain import read_markdown, read_text


class Format(msgspec.Struct, frozen=True):
    """`suffixes`: lower case, with the dot. `magic`: what its files begin with (white space apart), lower case."""

    name: str
    suffixes: tuple[str, ...]
    magic: tuple[bytes, ...]
    read: Callable[[bytes], Extracted]


FORMATS: tuple[Format, ...] = (
    Format("PDF", (".pdf",), (b"%pdf-",), read_pdf),
    Format("web page", (".html", ".htm", ".xhtml"), (b"<!doctype html", b"<html"), read_page),
    Format("Markdown", (".md", ".markdown"), (), read_markdown),
    Format("plain text", (".txt", ".text"), (), read_text),
)
FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "a rich text document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
ADVICE = "Save the report as plain text, Markdown, a web page or a PDF with text"


def read(raw: bytes, suffix: str) -> Extracted:
    """What a file holds. How it begins counts before its suffix. Raises UnreadableError."""
    start = raw[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for row in FORMATS:
        if start.startswith(row.magic):
            return row.read(raw)
    for magic, what in FOREIGN:
        if raw.startswith(magic):
            raise UnreadableError(f"is {what}", ADVICE)
    for row in FORMATS:
        if suffix.lower() in row.suffixes:
            return row.read(raw)
    try:
        return read_text(raw)
    except UnreadableError as error:
        if raw.strip():
            raise UnreadableError("is in a format that habeas does not read", ADVICE) from error
        raise
