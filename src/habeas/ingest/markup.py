"""What the markup of a web page says of its parts: tags, roles, class names, and which element holds the report."""

import re
from typing import Any

from habeas.model.vocabulary import Zone

SKIP = frozenset([
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "option", "textarea",
    "head", "audio", "video", "canvas", "map",
])  # fmt: skip
BLOCK = frozenset([
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
_LARGE = 0.5
"""Share of a page's words: a box that holds more is no menu, whatever it is called."""
_MAIN = 0.6
"""Share of the words in a page's paragraphs that the element with the report holds at least."""
_FEWEST = 15
"""Words in paragraphs, under which a page is not asked which element holds its report."""


def words_in(element: Any) -> int:
    """How many words an element holds."""
    return len(element.text_content().split())


def main_element(root: Any) -> Any | None:
    """The element that holds the report: the smallest that says so and has most of the words in paragraphs."""
    paragraphs = root.xpath("//p[not(ancestor::nav or ancestor::footer or ancestor::aside)]")
    sizes = {paragraph: words_in(paragraph) for paragraph in paragraphs}
    total = sum(sizes.values())
    if total < _FEWEST:
        return None
    candidates = root.xpath("//article | //main | //*[@role='main'] | //*[@itemprop='articleBody']")
    held = [(sum(sizes.get(p, 0) for p in element.iter("p")), words_in(element), element) for element in candidates]
    fitting = [(size, element) for words, size, element in held if words >= _MAIN * total]
    return min(fitting, key=lambda pair: pair[0])[1] if fitting else None


def zone_of(element: Any, tag: str, zone: Zone | None, page_words: int) -> Zone | None:
    """What an element's tag, role and class say, else what the box around it is (`zone`). What is in furniture is."""
    if zone == "furniture":
        return zone
    own = _own_zone(element, tag)
    if own == "furniture" and words_in(element) > max(_FEWEST, _LARGE * page_words):
        return zone
    return own or zone


def _own_zone(element: Any, tag: str) -> Zone | None:
    if tag in _ZONES:
        return _ZONES[tag]
    if element.get("role") in _ROLES:
        return "furniture"
    if tag in ("html", "body", "main", "article"):
        return None
    names = f"{element.get('class') or ''} {element.get('id') or ''}".casefold().replace("_", "-")
    return next((meaning for pattern, meaning in _CLASSES if names.strip() and pattern.search(names)), None)


def is_hidden(element: Any) -> bool:
    """Whether a reader of the page would not see the element."""
    style = (element.get("style") or "").replace(" ", "").casefold()
    return element.get("hidden") is not None or "display:none" in style
