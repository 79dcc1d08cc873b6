"""Saved web pages: their blocks in the order of the page, each with what the markup says it is."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from habeas.ingest.dateline import is_dateline
from habeas.ingest.encodings import decode
from habeas.ingest.extracted import Extracted, Pieces, UnreadableError
from habeas.ingest.markup import BLOCK, SKIP, is_hidden, main_element, words_in, zone_of
from habeas.ingest.pagefacts import page_facts
from habeas.model.vocabulary import Zone

_Found = tuple[str, Zone | None]
_NAMED = 12
"""Letters of a headline that a page's title must begin with."""
_LONG = 40
"""Words: a paragraph of this length within the report is its own, whatever the class of the box around it."""
_SHORT = 30
"""Words: a line of fewer, no sentence, that a judge of pages leaves out is furniture."""
_HEAD: tuple[Zone | None, ...] = ("headline", "standfirst", "byline", "dateline", "caption")
"""May stand beside the element that holds the report."""
_ENDED = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")


class _Walk(msgspec.Struct, frozen=True):
    """What is known of a page while its elements are visited.

    `main`: the element that holds the report, if the page says so. `kept`: else, the text that a judge of pages takes
    for the report, without white space. `words`: how many words the page has.
    """

    main: Any
    kept: str
    words: int


def read_page(raw: bytes) -> Extracted:
    """A page's text, one block a paragraph, heading, list item or table row. Raises UnreadableError."""
    root = _parsed(decode(raw, _declared(raw)))
    main = main_element(root)
    walk = _Walk(main, "" if main is not None else _kept(root), words_in(root))
    facts = page_facts(root)
    pieces = Pieces()
    for words, zone in _titled(list(_blocks(root, None, main is None, walk)), facts.values.get("title", "")):
        pieces.add(words, zone)
    return pieces.extracted(facts)


def _declared(raw: bytes) -> str | None:
    match = re.search(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", raw[:4096], re.IGNORECASE)
    return match[1].decode("ascii", "ignore") if match else None


def _parsed(markup: str) -> Any:
    import lxml.html  # imported here, as few runs have pages and start-up counts
    from lxml import etree

    markup = re.sub(r"\A\s*<\?xml[^>]*\?>", "", markup)
    markup = re.sub(r"[\x01-\x08\x0b\x0c\x0e-\x1f]", " ", markup)
    try:
        parser = lxml.html.HTMLParser(huge_tree=False, remove_comments=True, remove_pis=True)
        return lxml.html.document_fromstring(markup, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadableError("is no page that can be taken apart", "Save the page again, or as plain text") from error


def _kept(root: Any) -> str:
    """What trafilatura takes for the report on a page that does not say it, without white space."""
    from copy import deepcopy

    import trafilatura

    text = trafilatura.extract(deepcopy(root), favor_recall=True, include_comments=False, include_tables=True) or ""
    return "".join(text.split())


def _blocks(element: Any, zone: Zone | None, inside: bool, walk: _Walk) -> Iterator[_Found]:
    """The blocks under an element: (words, zone or None). `inside`: within the element that holds the report."""
    inside = inside or element is walk.main
    run: list[str] = [element.text or ""]
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag == "br":
            run.append("\n")
        elif tag and tag not in SKIP and not is_hidden(child):
            if tag in BLOCK or any(inner.tag in BLOCK for inner in child.iterdescendants()):
                yield from _lines(run, zone, inside, walk)
                run = []
                yield from _blocks(child, zone_of(child, tag, zone, walk.words), inside, walk)
            else:
                if len(element) == 1 and not (element.text or "").strip() and not (child.tail or "").strip():
                    zone = zone_of(child, tag, zone, walk.words)
                run += [" | "] if tag in ("td", "th") and "".join(run).strip() else []
                run.append(_inline(child))
        run.append(child.tail or "")
    yield from _lines(run, zone, inside, walk)


def _titled(blocks: list[_Found], title: str) -> list[_Found]:
    """The blocks with the one headline that the page's own title names, if one does; a site's name is none."""
    named = [i for i, (words, _) in enumerate(blocks) if len(words) >= _NAMED and title.startswith(words)]
    headings = [i for i in named if blocks[i][1] in ("headline", "heading")] or named
    if not headings or title == "":
        return blocks
    return [
        (words, "headline" if index == headings[0] else "heading" if zone == "headline" else zone)
        for index, (words, zone) in enumerate(blocks)
    ]


def _inline(element: Any) -> str:
    """The words of an element in a line, without scripts and hidden parts, with its line breaks."""
    parts = [element.text or ""]
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag == "br":
            parts.append("\n")
        elif tag and tag not in SKIP and not is_hidden(child):
            parts.append(_inline(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _lines(run: list[str], zone: Zone | None, inside: bool, walk: _Walk) -> Iterator[_Found]:
    """The text gathered so far as blocks: white space is one space; two line breaks part two blocks."""
    joined = "".join(part if part == "\n" else re.sub(r"[ \t\r\n\f\xa0]+", " ", part) for part in run)
    for words in re.split(r"(?:\n ?){2,}", joined):
        words = re.sub(r" *\n *", "\n", re.sub(r" {2,}", " ", words)).strip()
        if words:
            yield words, _settled(words, zone, inside, walk)


def _settled(words: str, zone: Zone | None, inside: bool, walk: _Walk) -> Zone | None:
    """What a block is in the end: long paragraphs of the report are its own, what stands outside of it is furniture."""
    count, ended = len(words.split()), bool(_ENDED.search(words))
    if zone == "furniture":
        return None if inside and count >= _LONG and ended else zone
    if not inside and zone not in _HEAD:
        return "furniture"
    doubtful = zone in (None, "heading") and count < _SHORT and not ended
    if walk.kept and doubtful and not is_dateline(words) and words[:3].casefold() != "by ":
        return zone if "".join(words.split()) in walk.kept else "furniture"
    return None if zone in ("byline", "dateline", "standfirst", "caption") and count > 2 * _LONG else zone
