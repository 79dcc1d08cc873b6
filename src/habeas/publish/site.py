"""Everything that a run writes: the casebook, plain pages that open from the file system, texts and the manifest.

The pages need no script and ask no host for anything: their one style sheet is inside them, allowed by its hash, and
their policy forbids the rest. Text of reports passes through escaping and `wording.visible` and is only ever text.
"""

from base64 import b64encode
from collections.abc import Iterator
from functools import cache, partial
from hashlib import sha256
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from habeas import __version__, resources
from habeas.model.result import Result
from habeas.publish import casebook as export
from habeas.publish import manifest, marks, reliance, timeline, wording
from habeas.publish.compile import casebook
from habeas.publish.dossier import Notes, dossier
from habeas.publish.overview import overview, sources
from habeas.publish.shelf import Shelf, slug

SCHEMA = "casebook.schema.json"


def render(result: Result) -> Iterator[tuple[str, bytes]]:
    """Each file of OUT as (path with /, content), the manifest last; QuoteError where a quote is not its text."""
    hashes: dict[str, str] = {}
    for path, content in _files(result):
        hashes[path] = sha256(content).hexdigest()
        yield path, content
    yield manifest.NAME, manifest.encode(manifest.manifest(result, hashes))


def _files(result: Result) -> Iterator[tuple[str, bytes]]:
    book = casebook(result)
    yield "casebook.json", export.encode(book)
    yield SCHEMA, export.schema()
    texts = {document.id: document.text for document in result.documents}
    for identity, text in sorted(texts.items()):
        yield f"texts/{slug(identity)}.txt", text.encode("utf-8")
    for path, page in pages(book, texts):
        yield path, page.encode("utf-8")


def pages(book: export.Casebook, texts: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Every page of the site as (path, HTML), from a casebook and the texts of its documents."""
    shelf = Shelf(book)
    upstreams = sources(shelf)
    show = partial(_page, shelf)
    yield "index.html", show("index.html", view=overview(shelf))
    yield "people.html", show("people.html")
    yield "sources.html", show("sources.html", upstreams=upstreams, picture=reliance.draw(upstreams))
    for person in filter(shelf.has_page, shelf.people):
        yield f"people/{slug(person)}.html", _person(shelf, person)
    for document in book.documents:
        yield f"documents/{slug(document.id)}.html", _document(shelf, document, texts[document.id])


def _person(shelf: Shelf, person: str) -> str:
    facts = {
        "view": dossier(shelf, person),
        "picture": timeline.draw(shelf, person),
        "sources": shelf.sources(person),
        "reports": shelf.reports(person),
        "lane_of": timeline.lane_of,
    }
    return _page(shelf, "person.html", root="../", **facts)


def _document(shelf: Shelf, document: export.DocumentEntry, text: str) -> str:
    claims = shelf.claims_in.get(document.id, [])
    facts = {
        "document": document,
        "link": _followable(document.url),
        "blocks": list(marks.blocks(text, document.passages, claims)),
        "claims": claims,
        "numbers": {claim.id: number for number, claim in enumerate(claims, 1)},
        "anchored": [],
        "people": shelf.people_in.get(document.id, []),
    }
    return _page(shelf, "document.html", root="../", **facts)


def _followable(url: str | None) -> str | None:
    """The address, if a browser may be sent there: the web, and nothing that acts."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def _page(shelf: Shelf, name: str, root: str = "", **facts: Any) -> str:
    as_of = shelf.casebook.as_of
    common = {
        "here": name,
        "root": root,
        "shelf": shelf,
        "notes": Notes(shelf),
        "distance": partial(wording.distance, as_of=as_of),
    }
    return _templates().get_template(f"{name}.j2").render(**common, **facts)


@cache
def _templates() -> Environment:
    """The templates, with the phrases and filters that they share."""
    made = Environment(
        autoescape=True,
        finalize=lambda said: wording.visible(said) if type(said) is str else said,
        loader=FunctionLoader(lambda name: resources.text("templates", name)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = resources.text("templates", "style.css")
    made.globals.update(
        version=__version__,
        style=Markup(style),
        style_hash=f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}",
        words=wording.words(),
        phrase=wording.phrase,
        fact=wording.fact,
        value=wording.value,
        side_of=wording.side,
    )
    made.filters.update(
        slug=slug,
        anchor=lambda identity: f"i-{slug(identity)}",
        day=wording.day,
        state=wording.state,
        title=wording.title,
        around=wording.around,
        stands=wording.stands,
        gist=wording.gist,
        spelt=wording.spelt,
        groupruns=lambda blocks: [(zone, list(run)) for zone, run in groupby(blocks, key=lambda block: block.zone)],
    )
    return made
