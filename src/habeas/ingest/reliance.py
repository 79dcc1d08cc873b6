"""What a document rests on: the newspapers, agencies and organisations that it names as its sources."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from habeas import resources
from habeas.ingest.copies import near_copies
from habeas.model.documents import Document, Quote, Reliance, cut

_WORD = r"[A-ZÀ-ÖØ-ÞĀ-Ž\u0400-\u042f]\w*(?:[’'&./-]\w+)*"
_JOINTS = r"(?:(?:of|for|and|the|de|la|du|des|del|&|without)\s+){0,2}"
_DOMAIN = r"(?:[\w-]+\.)+(?:com|org|net|info|example|media|news|online|io|[a-z]{2})\b"
_NAME = re.compile(rf"{_DOMAIN}|(?:[Tt]he\s+)?{_WORD}(?:\s+{_JOINTS}{_WORD}){{0,6}}")
_ZONES = ("body", "standfirst", "byline", "heading", "dateline")
_SHARED, _FEW = 3, 5
"""Names that two documents on the same people have in common, each in no more documents than a few."""
_SHORTEST = 4
"""Letters of a publisher's name, or of its initials, that are looked for in other documents."""
_SLUG = re.compile(r"[^\n(]{2,60}\(([^()\n]{2,40})\)\s*[-–—]")


class _Words(msgspec.Struct, frozen=True):
    before: re.Pattern[str]
    after: re.Pattern[str]
    lines: re.Pattern[str]
    media: frozenset[str]
    papers: frozenset[str]
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
            rf"\b(?:{any_of('before')})\s+(?:[\w-]+\s+){{0,3}}?(?-i:(?=[A-ZÀ-Þ\u0400-\u042f]))", re.IGNORECASE
        ),
        after=re.compile(rf"(?:,)?\s+(?:{any_of('after')})\b"),
        lines=re.compile(rf"\W*(?:{any_of('lines')})\s*:?\s+(?=\S)", re.IGNORECASE),
        media=frozenset([*lists["outlets"], *lists["organisations"]]),
        papers=frozenset(lists["papers"]),
        authorities=frozenset(lists["authorities"]),
        known=frozenset(lists["known"]),
        small=frozenset(lists["small"]),
    )


def named(document: Document) -> tuple[Reliance, ...]:
    """The sources that a document names, each once, in the order of the text. `document` of each is still None."""
    words = _words(document.language or "en")
    found: dict[frozenset[str], Reliance] = {}
    for passage in document.passages:
        if passage.zone not in _ZONES:
            continue
        for start, end in sorted(set(_places(document.text, passage.start, passage.end, words))):
            name = re.sub(r"[’']s?$", "", " ".join(document.text[start:end].split()))
            key = _key(name, words)
            if key and _is_source(name, words) and not any(key <= k or k <= key for k in found):
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
    parts = re.findall(r"\w+", low)
    if len(parts) == 1:
        return low in words.papers and name[0].isupper()
    return not words.media.isdisjoint(parts) and words.authorities.isdisjoint(parts)


def linked(documents: Sequence[Document]) -> list[Document]:
    """The documents with what each rests on tied to the documents of this run that are meant.

    A document's own publisher is no source of it. What names another document's publisher and speaks of the same
    people rests on that document, and so does a near-copy.
    """
    rare = _rare_names(documents)
    copied: dict[int, list[int]] = {}
    for pair in near_copies(documents):
        early, late = sorted(pair, key=lambda i: (documents[i].published or "9999", documents[i].file))
        copied.setdefault(late, []).append(early)
    return [
        msgspec.structs.replace(document, relies_on=_all(index, documents, rare, copied.get(index, [])))
        for index, document in enumerate(documents)
    ]


def _all(
    index: int, documents: Sequence[Document], rare: list[frozenset[str]], copied: list[int]
) -> tuple[Reliance, ...]:
    document = documents[index]
    words = _words(document.language or "en")
    found = [r for r in document.relies_on if not same_publisher(r.name, document.publisher, words.small)]
    tied = [_tied(reliance, index, documents, rare) for reliance in found]
    found = [r for i, r in enumerate(tied) if not r.document or r.document not in [q.document for q in tied[:i]]]
    for other, source in enumerate(documents):
        if any(r.document == source.id for r in found) or other == index:
            continue
        name = source.publisher or source.title or source.file
        if other in copied:
            found.append(Reliance(name, source.id))
        elif _may_rest_on(index, other, documents, rare, _SHARED) and not same_publisher(
            name, document.publisher, words.small
        ):
            quote = _mention(document, source.publisher or "", words)
            found += [Reliance(quote.exact, source.id, quote)] if quote else []
    return tuple(found)


def _may_rest_on(
    index: int, other: int, documents: Sequence[Document], rare: list[frozenset[str]], shared: int
) -> bool:
    """Whether another document is no later than this one and has so many rare names in common with it."""
    mine, theirs = documents[index].published, documents[other].published
    later = bool(mine and theirs and theirs > mine)
    return other != index and not later and len(rare[index] & rare[other]) >= shared


def _mention(document: Document, publisher: str, words: _Words) -> Quote | None:
    """Where the report names a publisher, in full or by initials."""
    name = re.split(r"\s*[(/,]", publisher)[0].strip()
    initials = "".join(word[0] for word in re.findall(r"\w+", name) if word.casefold() not in words.small).upper()
    forms = [re.escape(name)] * (len(name) >= _SHORTEST) + [initials] * (len(initials) >= _SHORTEST)
    if not forms or not name[:1].isupper():
        return None
    for passage in document.passages:
        match = re.search(rf"\b(?:{'|'.join(forms)})\b", document.text[passage.start : passage.end])
        if match and passage.zone in _ZONES:
            return cut(document.text, passage.start + match.start(), passage.start + match.end())
    return None


def _rare_names(documents: Sequence[Document]) -> list[frozenset[str]]:
    """For each document the capitalised words inside its sentences that stand in few other documents."""
    words = [frozenset(re.findall(r"(?<=[\w,] )[A-ZÀ-Þ\u0400-\u042f][\w’'-]{3,}", d.text)) for d in documents]
    count = Counter(word for found in words for word in found)
    few = max(_FEW, len(documents) // 60)
    return [frozenset(w for w in found if count[w] <= few) for found in words]


def _tied(reliance: Reliance, index: int, documents: Sequence[Document], rare: list[frozenset[str]]) -> Reliance:
    """The reliance with the document meant: by a publisher of that name, not later, on the same people."""
    small = _words(documents[index].language or "en").small
    candidates = [
        (len(rare[index] & rare[other]), source.published or "", source.file, source.id)
        for other, source in enumerate(documents)
        if same_publisher(reliance.name, source.publisher, small) and _may_rest_on(index, other, documents, rare, 1)
    ]
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
