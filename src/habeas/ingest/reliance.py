"""What a document rests on: the newspapers, agencies and organisations that it names as its sources."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from habeas import resources
from habeas.model.documents import Document, Reliance, cut

_WORD = r"[A-ZÀ-ÖØ-ÞĀ-Ž\u0400-\u042f]\w*(?:[’'&./-]\w+)*"
_JOINTS = r"(?:(?:of|for|and|de|la|du|des|del|&|without)\s+(?:the\s+|la\s+)?)?"
_DOMAIN = r"(?:[\w-]+\.)+(?:com|org|net|info|example|media|news|online|io|[a-z]{2})\b"
_NAME = re.compile(rf"{_DOMAIN}|(?:[Tt]he\s+)?{_WORD}(?:\s+{_JOINTS}{_WORD}){{0,6}}")
READ_ZONES = ("body", "standfirst", "byline", "heading", "dateline")
"""Where a document says what it rests on."""
_SLUG = re.compile(r"[^\n(]{2,60}\(([^()\n]{2,40})\)\s*[-–—]")
_LINE, _OPENING = 250, 110
"""Characters of a line of sources, and of the opening with an agency's name in brackets."""


class Words(msgspec.Struct, frozen=True):
    """How a language names sources. `before`, `after`: what stands beside a source's name; `says`: after an outlet's
    or organisation's name that a word of `kinds` ("newspaper", "group") introduces. The sets hold lower-case words.
    """

    before: re.Pattern[str]
    after: re.Pattern[str]
    says: re.Pattern[str]
    lines: re.Pattern[str]
    kinds: re.Pattern[str]
    media: frozenset[str]
    papers: frozenset[str]
    authorities: frozenset[str]
    known: frozenset[str]
    small: frozenset[str]


@cache
def words_of(language: str) -> Words:
    """The words of a language's lexicon; English ones for a language without."""
    lists = resources.lexicon(language if language in resources.languages() else "en", "reliance")

    def any_of(name: str) -> str:
        return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(lists[name], key=len, reverse=True))

    return Words(
        before=re.compile(
            rf"\b(?:{any_of('before')})\s+(?:[\w-]+\s+){{0,3}}?(?-i:(?=[A-ZÀ-Þ\u0400-\u042f]))", re.IGNORECASE
        ),
        after=re.compile(rf",?\s+(?:{any_of('after')})\b"),
        says=re.compile(rf"\s+(?:{any_of('says')})\b"),
        lines=re.compile(rf"\W*(?:{any_of('lines')})\s*:?\s+(?=\S)", re.IGNORECASE),
        kinds=re.compile(rf"\b(?:{any_of('kinds')})\s+$", re.IGNORECASE),
        media=frozenset([*lists["outlets"], *lists["organisations"]]),
        papers=frozenset(lists["papers"]),
        authorities=frozenset(lists["authorities"]),
        known=frozenset(lists["known"]),
        small=frozenset(lists["small"]),
    )


def named(document: Document) -> tuple[Reliance, ...]:
    """The sources that a document names, each once, in the order of the text. `document` of each is still None."""
    words = words_of(document.language or "en")
    found: dict[frozenset[str], Reliance] = {}
    for passage in document.passages:
        if passage.zone not in READ_ZONES:
            continue
        for start, end in sorted(set(_places(document.text, passage.start, passage.end, words))):
            name = " ".join(document.text[start:end].split())
            key = _key(name, words)
            if key and not any(key <= k or k <= key for k in found):
                found[key] = Reliance(name, quote=cut(document.text, start, end))
    return tuple(found.values())


def _places(text: str, start: int, end: int, words: Words) -> Iterator[tuple[int, int]]:
    """Where the names of sources stand in `text[start:end]`."""
    line = words.lines.match(text, start, end)
    if line and end - start < _LINE:
        for name in _NAME.finditer(text, line.end(), end):
            yield from _sources(text, name, words)
    slug = _SLUG.match(text, start, min(end, start + _OPENING))
    if slug and _is_source(slug[1], words):
        yield slug.span(1)
    for cue in words.before.finditer(text, start, end):
        named_there = _NAME.match(text, cue.end(), end)
        if named_there:
            yield from _sources(text, named_there, words)
    for name in _NAME.finditer(text, start, end):
        introduced = words.says.match(text, name.end(), end) and _kind_before(text, name.start(), words)
        if introduced or words.after.match(text, name.end(), end):
            yield from _sources(text, name, words)


def _kind_before(text: str, start: int, words: Words) -> bool:
    """Whether the word before says that a name is that of a newspaper, a group …"""
    return bool(words.kinds.search(text[max(0, start - 20) : start]))


def _sources(text: str, name: re.Match[str], words: Words) -> Iterator[tuple[int, int]]:
    """The spans of the sources in a name: up to a possessive, without "NGO", and both of two well-known ones."""
    start, end = name.span()
    owner = re.search(r"[’']s?(?=\s|$)", name.group())
    end = start + owner.start() if owner else end
    kind = re.match(r"(?:[Tt]he\s+)?NGOs?\s+", text[start:end])
    told = bool(kind) or _kind_before(text, start, words)
    start += kind.end() if kind else 0
    both = re.search(r"\s+and\s+", text[start:end])
    if (
        both
        and _is_known(text[start : start + both.start()], words)
        and _is_known(text[start + both.end() : end], words)
    ):
        yield start, start + both.start()
        yield start + both.end(), end
    elif _is_source(text[start:end], words) or (told and _may_be_named(text[start:end], words)):
        yield start, end


def _key(name: str, words: Words) -> frozenset[str]:
    return frozenset(w for w in re.findall(r"\w+", re.sub(r"[’']s\b", "", name.casefold())) if w not in words.small)


def _is_known(name: str, words: Words) -> bool:
    low = re.sub(r"^the\s+", "", " ".join(name.casefold().split()))
    return low in words.known or f"the {low}" in words.known or bool(re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,8}", low))


def _is_source(name: str, words: Words) -> bool:
    """Whether a name is that of a newspaper, an agency, an organisation: by itself or by a word in it."""
    if _is_known(name, words):
        return True
    parts = re.findall(r"\w+", re.sub(r"^the\s+", "", name.casefold()))
    if len(parts) == 1:
        return parts[0] in words.papers and name[0].isupper()
    return not words.media.isdisjoint(parts) and _may_be_named(name, words)


def _may_be_named(name: str, words: Words) -> bool:
    """Whether nothing in a name makes it an authority."""
    return words.authorities.isdisjoint(re.findall(r"\w+", name.casefold()))
