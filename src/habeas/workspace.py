"""Work on a result, from its files alone. `check` verifies again everything that a run promised of OUT."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import msgspec

from habeas.errors import QuoteError, UsageError
from habeas.publish import casebook as export
from habeas.publish import manifest
from habeas.publish.casebook import Casebook
from habeas.publish.shelf import slug

CASEBOOK = "casebook.json"


def check(out: Path) -> tuple[str, ...]:
    """What is wrong with OUT, a sentence each; empty where every hash, quote, reference and link holds.

    Raises UsageError where `out` is no folder that a run wrote.
    """
    if not any((out / name).is_file() for name in (manifest.NAME, CASEBOOK)):
        raise UsageError(f"{out} is no result of habeas: it has no {CASEBOOK}", "Name the --out folder of a run")
    files = {path.relative_to(out).as_posix(): path for path in sorted(out.rglob("*")) if not path.is_dir()}
    contents, unread = _contents(files)
    return tuple(chain(unread, _hashes(contents), _casebook(contents), _links(contents)))


def _contents(files: dict[str, Path]) -> tuple[dict[str, bytes], list[str]]:
    contents, unread = {}, []
    for name, path in files.items():
        try:
            contents[name] = path.read_bytes()
        except OSError as error:
            unread.append(f"{name} cannot be read: {error.strerror}")
    return contents, unread


def _hashes(contents: dict[str, bytes]) -> Iterator[str]:
    """The manifest against itself and against every file."""
    if manifest.NAME not in contents:
        yield f"{manifest.NAME} is missing"
        return
    source = contents[manifest.NAME]
    try:
        made = msgspec.json.decode(source, type=manifest.Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        yield f"{manifest.NAME} cannot be read: {error}"
        return
    if manifest.encode(made) != source or manifest.seal(made) != made:
        yield f"{manifest.NAME} was changed after the run: its seal does not hold"
    for name, digest in made.files.items():
        if name not in contents:
            yield f"{name} is missing"
        elif sha256(contents[name]).hexdigest() != digest:
            yield f"{name} was changed after the run: its hash is not that of {manifest.NAME}"
    for name in sorted(contents.keys() - made.files.keys() - {manifest.NAME}):
        yield f"{name} is not part of the result: {manifest.NAME} does not name it"


def _casebook(contents: dict[str, bytes]) -> Iterator[str]:
    try:
        book = export.decode(contents.get(CASEBOOK, b""))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        yield f"{CASEBOOK} does not follow its schema: {error}"
        return
    texts: dict[str, str] = {}
    for document in book.documents:
        name = f"texts/{slug(document.id)}.txt"
        try:
            texts[document.id] = contents[name].decode("utf-8")
        except (KeyError, UnicodeDecodeError):
            yield f"{name}: the text of {document.file} is missing or not UTF-8"
    yield from _quotes(book, texts)
    yield from _references(book)


def _quotes(book: Casebook, texts: dict[str, str]) -> Iterator[str]:
    """Every quote is the text at its place, and every offset lies in the text."""
    for claim in book.claims:
        text = texts.get(claim.document)
        if text is None:
            continue
        try:
            claim.quote.verify(text)
        except QuoteError as error:
            yield f"claim {claim.id}: {error.what}"
        spans = [(words.start, words.end) for words in claim.words]
        if not all(0 <= start < end <= len(text) for start, end in spans):
            yield f"claim {claim.id}: the words that made it lie outside the text"
    for mention in book.mentions:
        text = texts.get(mention.document)
        if text is not None and mention.value not in " ".join(text[mention.start : mention.end].split()):
            yield f"mention {mention.id}: the text there does not hold the name {mention.value}"
    for document in book.documents:
        end = len(texts.get(document.id, ""))
        if document.id in texts and not all(0 <= p.start <= p.end <= end for p in document.passages):
            yield f"{document.file}: a passage lies outside the text"


def _references(book: Casebook) -> Iterator[str]:
    """Ids are unique, and each one that is named exists."""
    ids = {
        "document": [document.id for document in book.documents],
        "person": [person.id for person in book.people],
        "mention": [mention.id for mention in book.mentions],
        "event": [event.id for event in book.events],
        "claim": [claim.id for claim in book.claims],
        "conflict": [conflict.id for conflict in book.conflicts],
    }
    for kind, found in ids.items():
        yield from (f"{kind} {identity} stands twice" for identity, n in Counter(found).items() if n > 1)
    known = {kind: set(found) for kind, found in ids.items()}
    for where, kind, identity in _named(book):
        if identity not in known[kind]:
            yield f"{where} names the {kind} {identity}, which does not exist"
    owners = {claim.id: claim.event for claim in book.claims}
    for event in book.events:
        if any(owners.get(claim, event.id) != event.id for claim in event.claims):
            yield f"event {event.id} rests on a claim of another event"


def _named(book: Casebook) -> Iterator[tuple[str, str, str]]:
    """Each reference as (where it stands, what kind it names, id)."""
    for document in book.documents:
        yield from ((document.file, "document", s.document) for s in document.relies_on if s.document)
    for person in book.people:
        where = f"person {person.name}"
        yield from ((where, "document", role.document) for role in person.roles)
        yield from ((where, "document", document) for form in person.names for document in form.documents)
    for mention in book.mentions:
        yield f"mention {mention.id}", "person", mention.person
        yield f"mention {mention.id}", "document", mention.document
    for pair in book.undecided:
        yield from (("an undecided pair", "mention", mention) for mention in pair.mentions)
    for event in book.events:
        where = f"event {event.id}"
        yield where, "person", event.person
        yield from ((where, "event", of) for of in (event.of,) if of)
        yield from ((where, "claim", claim) for claim in event.claims)
    for claim in book.claims:
        where = f"claim {claim.id}"
        yield from ((where, "event", claim.event), (where, "document", claim.document), (where, "person", claim.person))
    yield from _named_by_cases(book)


def _named_by_cases(book: Casebook) -> Iterator[tuple[str, str, str]]:
    for conflict in book.conflicts:
        where = f"conflict {conflict.id}"
        yield where, "person", conflict.person
        yield from ((where, "event", event) for event in (conflict.event,) if event)
        yield from ((where, "claim", claim) for side in conflict.values for claim in side.claims)
    for case in book.cases:
        where = f"the case of {case.person}"
        yield where, "person", case.person
        reasons = [entry.because for entry in case.stages] + [entry.because for entry in case.findings]
        yield from ((where, "claim", claim) for because in reasons for claim in because)
        yield from ((where, "event", event) for finding in case.findings for event in finding.events)


class _Page(HTMLParser):
    """Collects the anchors and the links of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name == "href" and value and tag == "a":
                self.links.append(value)


def _links(contents: dict[str, bytes]) -> Iterator[str]:
    """Every link within OUT leads to a file of OUT, and to a place in it where it names one."""
    pages: dict[str, _Page] = {}
    for name, content in contents.items():
        if name.endswith(".html"):
            pages[name] = _Page()
            pages[name].feed(content.decode("utf-8", errors="replace"))
    for name, page in pages.items():
        for link in dict.fromkeys(page.links):
            try:
                parts = urlsplit(link)
            except ValueError:
                yield f"{name} has a link that is none: {link}"
                continue
            if parts.scheme:
                continue
            target = normpath(join(dirname(name), unquote(parts.path))) if parts.path else name
            if target not in contents:
                yield f"{name} links to {target}, which does not exist"
            elif parts.fragment and (target not in pages or parts.fragment not in pages[target].ids):
                yield f"{name} links to a place in {target} that does not exist: {parts.fragment}"
