"""What a web page says of itself: meta elements, JSON-LD, the title."""

import json
import re
from collections.abc import Iterator
from typing import Any

from habeas.ingest.extracted import Facts
from habeas.model.documents import MetadataSource

_META: dict[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "citation_title"),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "citation_publisher"),
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
        "dcterms.created", "publish-date", "pubdate", "parsely-pub-date", "sailthru.date", "citation_publication_date",
    ),
    "url": ("og:url",),
}  # fmt: skip
_ARTICLES = re.compile(r"(?:News|Reportage|Blog|Analysis|Opinion|Report|Scholarly)*(?:Article|Posting|Report)$")
_DEEPEST = 6


def page_facts(root: Any) -> Facts:
    """Title, publisher, published and url of a parsed page. JSON-LD of an article goes before meta elements."""
    values: dict[str, str] = {}
    known_from: dict[str, MetadataSource] = {}
    for source, found in (("json-ld", _json_ld(root)), ("page", _meta(root))):
        for name, value in found.items():
            if name not in values and value:
                values[name] = value
                known_from[name] = source  # type: ignore[assignment]
    return Facts(values, known_from)


def _meta(root: Any) -> dict[str, str]:
    content: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").casefold()
        content.setdefault(name, _clean(element.get("content")))
    found = {field: next((content[n] for n in names if content.get(n)), "") for field, names in _META.items()}
    for link in root.xpath("//link[@rel='canonical']/@href")[:1]:
        found["url"] = _clean(link) or found["url"]
    if not found["published"]:
        for moment in root.xpath("//time[@pubdate or @itemprop='datePublished' or ancestor::header]/@datetime")[:1]:
            found["published"] = _clean(moment)
    if not found["title"]:
        title = root.find(".//title")
        found["title"] = _clean(title.text if title is not None else "")
    return found


def _json_ld(root: Any) -> dict[str, str]:
    for script in root.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data, 0):
            kinds = node.get("@type")
            if any(isinstance(k, str) and _ARTICLES.match(k) for k in (kinds if isinstance(kinds, list) else [kinds])):
                return {
                    "title": _string(node.get("headline")) or _string(node.get("name")),
                    "publisher": _string(node.get("publisher")),
                    "published": _string(node.get("datePublished")) or _string(node.get("dateCreated")),
                    "url": _string(node.get("url")),
                }
    return {}


def _nodes(data: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        yield from _nodes(data.get("@graph"), depth + 1)


def _string(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id")
    return _clean(value)


def _clean(value: object) -> str:
    return " ".join(value.split())[:300] if isinstance(value, str) else ""
