"""Which documents of a run rest on which: sources named tied to their documents, publishers named, near-copies."""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from habeas.ingest.copies import near_copies
from habeas.ingest.reliance import READ_ZONES, Words, words_of
from habeas.model.documents import Document, Quote, Reliance, cut

_SHARED, _FEW = 3, 5
"""Names that two documents on the same people have in common, each in no more documents than a few."""
_SHORTEST = 4
"""Letters of a publisher's name, or of its initials, that are looked for in other documents."""


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
    words = words_of(document.language or "en")
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


def _mention(document: Document, publisher: str, words: Words) -> Quote | None:
    """Where the report names a publisher, in full or by initials."""
    name = re.split(r"\s*[(/,]", publisher)[0].strip()
    initials = "".join(word[0] for word in re.findall(r"\w+", name) if word.casefold() not in words.small).upper()
    forms = [re.escape(name)] * (len(name) >= _SHORTEST) + [initials] * (len(initials) >= _SHORTEST)
    if not forms or not name[:1].isupper():
        return None
    for passage in document.passages:
        match = re.search(rf"\b(?:{'|'.join(forms)})\b", document.text[passage.start : passage.end])
        if match and passage.zone in READ_ZONES:
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
    small = words_of(documents[index].language or "en").small
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
