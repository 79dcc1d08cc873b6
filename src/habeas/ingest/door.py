"""The one door for files of all formats: open_file gives a Document or a Problem; a folder is many of them."""

import hashlib
import os
import re
from collections.abc import Iterable
from pathlib import Path

import msgspec

from habeas.errors import UsageError
from habeas.ingest import copies, formats, links, reliance
from habeas.ingest.extracted import Facts, UnreadableError
from habeas.ingest.languages import language_of
from habeas.ingest.phrases import has_words
from habeas.ingest.publication import facts_of, is_machine_made, with_source
from habeas.ingest.sources import NAME, read_sources
from habeas.ingest.zones import zoned
from habeas.model.documents import Document, Passage, Problem

LARGEST = 50_000_000
"""Bytes of a file."""
LINE = 8
"""Words of a line that may be a report's though it ends with no full stop; menus have shorter ones."""
_OWN_WORDS = ("headline", "standfirst", "heading", "body")
_LITTER = ("thumbs.db", "desktop.ini", "__macosx", NAME)

Opened = Document | Problem


class Folder(msgspec.Struct, frozen=True):
    """The documents of a folder, by file, without second copies, and what could not be had."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]


def open_folder(folder: Path) -> Folder:
    """Every report of a folder and its subfolders. Raises UsageError where there is no such folder."""
    return gather(folder, [open_file(path, folder) for path in files(folder)])


def files(folder: Path) -> tuple[Path, ...]:
    """The files of a folder that may be reports, by their path within it.

    Left out: hidden files, sources.csv, files named README about the folder, and the pictures and scripts that a
    browser saves beside a page ("NAME_files"). Raises UsageError where there is no such folder.
    """
    if not folder.is_dir():
        what = "is a file, not a folder" if folder.exists() else "does not exist"
        raise UsageError(f"{folder} {what}", "Name the folder that holds the reports")
    found = []
    for where, folders, names in os.walk(folder):
        beside = {Path(name).stem for name in names if name.lower().endswith((".html", ".htm"))}
        links = [name for name in folders if Path(where, name).is_symlink() and not _within(Path(where, name), folder)]
        folders[:] = [n for n in folders if not _left_out(n) and n.removesuffix("_files") not in beside]
        found += [Path(where, name) for name in [*names, *links] if not _left_out(name)]
    return tuple(sorted(found, key=lambda path: _name(path, folder)))


def _left_out(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in _LITTER or name.upper().startswith("README")


def _within(path: Path, root: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))  # resolve() raises on circles of links


def _name(path: Path, root: Path) -> str:
    """The file's path within the folder, with /; bytes that are no text are shown as question marks."""
    return path.relative_to(root).as_posix().encode("utf-8", "replace").decode("utf-8")


def open_file(path: Path, root: Path) -> Opened:
    """One file as a Document, or the Problem that kept it from being one. Never raises for what a file holds."""
    file = _name(path, root)
    try:
        if not _within(path, root):
            return Problem(
                file, f"{file} is a link that leads out of the folder", "Copy the report itself into the folder"
            )
        if not path.is_file():
            return Problem(file, f"{file} is no ordinary file", "Take it out of the folder")
        if path.stat().st_size > LARGEST:
            return Problem(
                file, f"{file} is larger than {LARGEST // 1_000_000} MB", "Save the report alone, as text or PDF"
            )
        raw = path.read_bytes()
    except OSError as error:
        return Problem(file, f"{file} cannot be read ({error.strerror})", "See to it that you may read the file")
    return open_bytes(raw, file)


def open_bytes(raw: bytes, file: str) -> Opened:
    """What `open_file` makes of bytes that are called `file`."""
    try:
        extracted = formats.read(raw, Path(file).suffix)
    except UnreadableError as error:
        return Problem(file, f"{file} {error.what}", error.advice)
    text = extracted.text
    passages = zoned(text, extracted.blocks, None)
    language = language_of(_sample(text, passages))
    if has_words(language):
        passages = zoned(text, extracted.blocks, language)
    if not any(_says_something(text[p.start : p.end]) for p in passages if p.zone in _OWN_WORDS):
        advice = "If a report stands in it, copy its words and save them as plain text"
        return Problem(file, f"{file} holds no report: nothing but menus, links or captions", advice)
    facts = facts_of(extracted.facts, text, passages, language or "en")
    document = Document(
        id=hashlib.sha256(raw).hexdigest(), file=file, text=text, passages=passages, language=language,
        machine_generated=is_machine_made(text, language or "en"), known_from=facts.known_from,
    )  # fmt: skip
    document = msgspec.structs.replace(document, **facts.values)
    return msgspec.structs.replace(document, relies_on=reliance.named(document))


def _says_something(words: str) -> bool:
    return len(words.split()) >= (3 if re.search(r"[.!?。…][\"'”’»)\]]*\s*$", words) else LINE)


def _sample(text: str, passages: tuple[Passage, ...]) -> str:
    """The words that tell the language: the report's own, the whole text where there are none."""
    own = " ".join(text[p.start : p.end] for p in passages if p.zone == "body")
    return own if len(own.split()) >= LINE else text


def gather(folder: Path, opened: Iterable[Opened]) -> Folder:
    """What can only be told with all files at hand: what sources.csv says, copies, which report rests on which."""
    opened = list(opened)
    documents = [one for one in opened if isinstance(one, Document)]
    problems = [one for one in opened if isinstance(one, Problem)]
    sources = read_sources(folder, frozenset(one.file for one in opened))
    told = [_told(document, sources.rows.get(document.file, {})) for document in documents]
    linked = links.linked(copies.without_copies(told))
    return Folder(tuple(linked), (*sources.problems, *sorted(problems, key=lambda problem: problem.file)))


def _told(document: Document, row: dict[str, str]) -> Document:
    """The document with what sources.csv says of it."""
    if not row:
        return document
    values = {name: value for name in ("title", "publisher", "published", "url") if (value := getattr(document, name))}
    facts = with_source(Facts(values, document.known_from), row)
    return msgspec.structs.replace(document, known_from=facts.known_from, **facts.values)
