"""What a document rests on: the newspapers, agencies and organisations that it names as its sources."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from habeas import resources
from habeas.ingest.copies import near_copies
from habeas.model.documents import Document, Reliance, cut

_WORD = r"[A-ZÀ-ÖØ-ÞĀ-ž\u0400-\u042f][\w’'&./-]*"
_NAME = re.compile(
    rf"(?:[Tt]he\s+)?{_WORD}(?:\s+(?:(?:of|for|and|the|on|in|de|la|du|des|del|&|without)\s+){{0,2}}{_WORD}){{0,6}}|(?:\w+\.)+(?:com|org|net|info|example|media|news|kz|ru|eu|online|io)\b"
)
_ZONES = ("body", "standfirst", "byline", "heading", "dateline")
_SLUG = re.compile(r"[^\n(]{2,60}\(([^()\n]{2,40})\)\s*[-–—]")


class _Words(msgspec.Struct, frozen=True):
    before: re.Pattern[str]
    after: re.Pattern[str]
    lines: re.Pattern[str]
    media: frozenset[str]
    authorities: frozenset[str]
    known: frozenset[str]
    small: frozenset[str]


@cache
def _words(language: str) -> _Words:
    lists = resources.lexicon(language if language in resources.languages() else "en", "reliance")

    def any_of(name: str) -> str:
        return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(lists[name], key=len, reverse=True))

    return _Words(
        before=re.compile(
            rf"\b(?:{any_of('before')})\s+(?:the\s+)?(?:\w+\s+){{0,2}}?(?=[A-ZÀ-Þ\u0400-\u042f])", re.IGNORECASE
        ),
        after=re.compile(rf"(?:,)?\s+(?:{any_of('after')})\b"),
        lines=re.compile(rf"\W*(?:{any_of('lines')})\s*:?\s+(?=\S)", re.IGNORECASE),
        media=frozenset([*lists["outlets"], *lists["organisations"]]),
        authorities=frozenset(lists["authorities"]),
        known=frozenset(lists["known"]),
        small=frozenset(lists["small"]),
    )


def named(document: Document) -> tuple[Reliance, ...]:
    """The sources that a document names, each once, in the order of the text. `document` of each is still None."""
    words = _words(document.language or "en")
    own = _key(document.publisher or "", words)
    found: dict[frozenset[str], Reliance] = {}
    for passage in document.passages:
        if passage.zone not in _ZONES:
            continue
        for start, end in sorted(set(_places(document.text, passage.start, passage.end, words))):
            name = re.sub(r"(?:[’']s?|[.,])$", "", " ".join(document.text[start:end].split()))
            key = _key(name, words)
            if key and not key & own and _is_source(name, words) and not any(key <= k or k <= key for k in found):
                found[key] = Reliance(name, quote=cut(document.text, start, end))
    return tuple(found.values())


def _places(text: str, start: int, end: int, words: _Words) -> Iterator[tuple[int, int]]:
    """Where names stand that the words around them make a source."""
    line = words.lines.match(text, start, end)
    if line and end - start < 250:
        yield from (match.span() for match in _NAME.finditer(text, line.end(), end))
    slug = _SLUG.match(text, start, min(end, start + 110))
    if slug:
        yield slug.span(1)
    for cue in words.before.finditer(text, start, end):
        name = _NAME.match(text, cue.end(), end)
        if name:
            yield from _parted(name)
    for name in _NAME.finditer(text, start, end):
        if words.after.match(text, name.end(), end):
            yield name.span()


def _parted(name: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The span of a name up to a possessive: in "Radio Vantage's Turkmen Service" the radio is the source."""
    owner = re.search(r"[’']s\s", name.group())
    yield name.start(), name.start() + owner.start() if owner else name.end()


def _key(name: str, words: _Words) -> frozenset[str]:
    return frozenset(w for w in re.findall(r"\w+", re.sub(r"[’']s\b", "", name.casefold())) if w not in words.small)


def _is_source(name: str, words: _Words) -> bool:
    low = re.sub(r"^the\s+", "", name.casefold())
    if low in words.known or f"the {low}" in words.known or re.fullmatch(r"(?:\w+\.)+[a-z]{2,8}", low):
        return True
    parts = set(re.findall(r"\w+", low))
    return bool(parts & words.media) and not parts & words.authorities


def linked(documents: Sequence[Document]) -> list[Document]:
    """The documents with each reliance tied to the document of this run that it means, near-copies added."""
    rare = _rare_names(documents)
    extra: dict[int, list[Reliance]] = {}
    for a, b in near_copies(documents):
        early, late = sorted((a, b), key=lambda i: (documents[i].published or "9999", documents[i].file))
        source = documents[early]
        extra.setdefault(late, []).append(Reliance(source.publisher or source.title or source.file, source.id))
    found = []
    for index, document in enumerate(documents):
        added = extra.get(index, [])
        named_ones = [_tied(r, index, documents, rare) for r in document.relies_on]
        taken = {r.document for r in named_ones if r.document}
        relies_on = (*named_ones, *(r for r in added if r.document not in taken))
        found.append(msgspec.structs.replace(document, relies_on=relies_on))
    return found


def _rare_names(documents: Sequence[Document]) -> list[frozenset[str]]:
    """For each document the capitalised words inside its sentences that stand in few other documents."""
    words = [frozenset(re.findall(r"(?<=[\w,] )[A-ZÀ-Þ\u0400-\u042f][\w’'-]{3,}", d.text)) for d in documents]
    count = Counter(word for found in words for word in found)
    few = max(4, len(documents) // 20)
    return [frozenset(w for w in found if count[w] <= few) for found in words]


def _tied(reliance: Reliance, index: int, documents: Sequence[Document], rare: list[frozenset[str]]) -> Reliance:
    """The reliance with the document meant: by a publisher of that name, not later, on the same people."""
    document = documents[index]
    words = _words(document.language or "en")
    candidates = []
    for other, source in enumerate(documents):
        later = bool(source.published and document.published and source.published[:10] > document.published)
        shared = len(rare[index] & rare[other])
        if (
            other != index
            and not later
            and shared >= 2
            and same_publisher(reliance.name, source.publisher, words.small)
        ):
            candidates.append((shared, source.published or "", source.file, source.id))
    return msgspec.structs.replace(reliance, document=max(candidates)[3]) if candidates else reliance


def same_publisher(name: str, publisher: str | None, small: frozenset[str]) -> bool:
    """Whether a source's name and a publisher's are one: the same words, one within the other, or its initials."""
    if not publisher:
        return False
    a = [w for w in re.findall(r"\w+", name.casefold()) if w not in small]
    b = [w for w in re.findall(r"\w+", publisher.casefold()) if w not in small]
    if not a or not b:
        return False
    squashed = "".join(a).removesuffix("com").removesuffix("example")
    return set(a) <= set(b) or set(b) <= set(a) or "".join(w[0] for w in b) == "".join(a) or squashed == "".join(b)
