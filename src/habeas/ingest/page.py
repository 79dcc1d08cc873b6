"""Saved web pages: their blocks in the order of the page, each with what the markup says it is."""

import re
from collections.abc import Iterator
from typing import Any

from habeas.ingest.encodings import decode
from habeas.ingest.extracted import Extracted, Pieces, UnreadableError
from habeas.ingest.pagefacts import page_facts
from habeas.model.vocabulary import Zone

_SKIP = frozenset([
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "option", "textarea",
    "head", "audio", "video", "canvas", "map",
])  # fmt: skip
_BLOCK = frozenset([
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "tfoot", "thead", "tr", "ul",
])  # fmt: skip
_TAGS: dict[Zone, str] = {
    "furniture": "nav footer form button menu dialog aside",
    "caption": "figcaption",
    "headline": "h1",
    "heading": "h2 h3 h4 h5 h6",
}
_ROLES = frozenset(["navigation", "contentinfo", "search", "dialog", "alert", "complementary"])
_NAMES: dict[Zone, str] = {
    "furniture": r"cookies?|consent|gdpr|newsletter|subscri\w+|share|sharing|social|related|recommend\w*|promo\w*"
    r"|advert\w*|ads?|sponsor\w*|comments?|breadcrumbs?|menu|navbar|sidebar|popup|modal|paywall|signin|login|trending|most-read"
    r"|read-also|readalso|also-read",
    "caption": r"caption|credit|photo-credit|wp-caption-text",
    "byline": r"byline|authors?|author-name|article-author",
    "standfirst": r"standfirst|subtitle|sub-?headline|deck|dek|lead-in|excerpt",
    "dateline": r"dateline|publish-date|pubdate|date|posted-on|timestamp",
}
"""Words in the class or id of an element, and what such boxes hold."""
_ZONES: dict[str, Zone] = {tag: zone for zone, tags in _TAGS.items() for tag in tags.split()}
_CLASSES = tuple((re.compile(rf"\b(?:{names})\b"), zone) for zone, names in _NAMES.items())
_LONG = 40
"""Words: a paragraph of this length is a report's own, whatever the class of the box around it, unless it is a menu."""


def read_page(raw: bytes) -> Extracted:
    """A page's text, one block a paragraph, heading, list item or table row. Raises UnreadableError."""
    import lxml.html  # imported here, as few runs have pages and start-up counts
    from lxml import etree

    markup = decode(raw, _declared(raw))
    markup = re.sub(r"\A\s*<\?xml[^>]*\?>", "", markup)
    markup = re.sub(r"[\x01-\x08\x0b\x0c\x0e-\x1f]", " ", markup)
    try:
        parser = lxml.html.HTMLParser(huge_tree=False, remove_comments=True, remove_pis=True)
        root = lxml.html.document_fromstring(markup, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadableError("is no page that can be taken apart", "Save the page again, or as plain text") from error
    pieces = Pieces()
    main = _main(root)
    for words, zone in _blocks(root, None, main is None, main):
        pieces.add(words, zone)
    return pieces.extracted(page_facts(root))


def _declared(raw: bytes) -> str | None:
    match = re.search(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", raw[:4096], re.IGNORECASE)
    return match[1].decode("ascii", "ignore") if match else None


def _main(root: Any) -> Any | None:
    """The element that holds the report, where the page says so: its only <article>, or <main>."""
    for path in ("//article[not(ancestor::article)]", "//main", "//*[@role='main']"):
        found = root.xpath(path)
        if len(found) == 1 and len(found[0].text_content().split()) >= 50:
            return found[0]
    return None


def _blocks(element: Any, zone: Zone | None, inside: bool, main: Any | None) -> Iterator[tuple[str, Zone | None]]:
    """The blocks under an element: (words, zone or None). `inside`: within the element that holds the report."""
    inside = inside or element is main
    run: list[str] = [element.text or ""]
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag in _SKIP or not tag or _hidden(child):
            run.append(child.tail or "")
            continue
        if tag == "br":
            run.append("\n")
        elif tag in _BLOCK or any(d.tag in _BLOCK for d in child.iterdescendants() if isinstance(d.tag, str)):
            yield from _lines(run, zone, inside)
            run = []
            yield from _blocks(child, _zone(child, tag, zone), inside, main)
        elif tag in ("td", "th"):
            run += [" | " if "".join(run).strip() else "", child.text_content()]
        else:
            own = _zone(child, tag, zone) if tag in ("span", "time", "a", "small", "em", "i", "cite") else zone
            if own != zone and not "".join(run).strip() and not (child.tail or "").strip() and len(element) == 1:
                zone = own
            run.append(_inline(child))
        run.append(child.tail or "")
    yield from _lines(run, zone, inside)


def _inline(element: Any) -> str:
    """The words of an element in a line, without scripts and hidden parts, with its line breaks."""
    parts = [element.text or ""]
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag == "br":
            parts.append("\n")
        elif tag and tag not in _SKIP and not _hidden(child):
            parts.append(_inline(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _lines(run: list[str], zone: Zone | None, inside: bool) -> Iterator[tuple[str, Zone | None]]:
    """The text gathered so far as blocks: white space is one space; two line breaks part two blocks."""
    joined = "".join(part if part == "\n" else re.sub(r"[ \t\r\n\f\xa0]+", " ", part) for part in run)
    for words in re.split(r"(?:\n ?){2,}", joined):
        words = re.sub(r" *\n *", "\n", re.sub(r" {2,}", " ", words)).strip()
        if words:
            yield words, _settled(words, zone, inside)


def _settled(words: str, zone: Zone | None, inside: bool) -> Zone | None:
    count = len(words.split())
    if zone == "furniture" and inside and count >= _LONG and words.rstrip().endswith((".", "”", '"')):
        return None
    if zone in ("byline", "dateline", "standfirst", "caption") and count > 80:
        return None
    if not inside and zone in (None, "heading") and count < 12:
        return "furniture"
    return zone


def _zone(element: Any, tag: str, zone: Zone | None) -> Zone | None:
    """What an element's tag, role and class say; what its box is, where that is furniture."""
    if zone == "furniture":
        return zone
    if tag == "header" and zone is None:
        return None
    if tag in _ZONES:
        return _ZONES[tag]
    if element.get("role") in _ROLES:
        return "furniture"
    if tag in ("body", "main", "article", "html"):
        return zone
    names = f"{element.get('class') or ''} {element.get('id') or ''}".casefold().replace("_", "-")
    for pattern, meaning in _CLASSES:
        if names.strip() and pattern.search(names):
            return meaning
    return zone


def _hidden(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").casefold()
    return element.get("hidden") is not None or "display:none" in style
