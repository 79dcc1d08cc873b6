"""Which capitalised words of the annotated corpus belong to names: the gold's names found again in the texts."""

import re
import unicodedata
from collections import Counter

import msgspec

from habeas.model.documents import Passage
from habeas.read.capitals import Capital
from habeas.read.lines import lines
from habeas.read.nameclues import Capitals, Clues
from habeas.read.names import _JOINING
from train.corpus import Annotated


def fold(text: str) -> tuple[str, ...]:
    """Casefolded words without accents."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return tuple(re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c))))


def labelled(annotated: Annotated) -> tuple[list[list[str]], list[str]]:
    """Features and labels of every capitalised word of a document."""
    document = annotated.document
    clues = Clues(document.text, lines(document, document.language or ""), document.language or "")
    people = [
        Counter(word for form in (person["name"], *person["aka"]) for word in fold(form))
        for person in annotated.gold["people"]
    ]
    features, labels = [], []
    for row in clues.rows:
        labels += _labels(row, people)
        features += [clues.of(row, index) for index in range(len(row.words))]
    return features, labels


def by_surname_alone(annotated: Annotated) -> Annotated | None:
    """The document as written by one who takes officials and others for known: their given names left out.

    Reports about the powerful rarely introduce them; the corpus always does. None where it names nobody of that kind.
    """
    text = annotated.document.text
    people, cuts = [], set[tuple[int, int]]()
    for person in annotated.gold["people"]:
        given, _, surname = person["name"].rpartition(" ")
        if person["role"] not in ("official", "other") or not given:
            people.append(person)
            continue
        found = re.finditer(re.escape(given) + r"\s+(?=" + re.escape(surname) + ")", text)
        cuts |= {match.span() for match in found}
        people.append({**person, "name": surname})
    if not cuts:
        return None
    ordered = [span for span in sorted(cuts) if not any(a < span[0] < b for a, b in cuts)]

    def moved(place: int) -> int:
        return place - sum(max(0, min(end, place) - start) for start, end in ordered)

    kept = [*(end for _, end in ordered), len(text)]
    pieces = [text[a:b] for a, b in zip([0, *kept[:-1]], [*(start for start, _ in ordered), len(text)], strict=True)]
    passages = tuple(
        Passage(passage.zone, moved(passage.start), moved(passage.end)) for passage in annotated.document.passages
    )
    document = msgspec.structs.replace(annotated.document, text="".join(pieces), passages=passages)
    return Annotated(annotated.name, document, {**annotated.gold, "people": people})


def _labels(row: Capitals, people: list[Counter[str]]) -> list[str]:
    labels = ["outside"] * len(row.words)
    index = 0
    while index < len(row.words):
        length = max((_length(row.words, index, person) for person in people), default=0)
        if length and not _eponym(row, index + length - 1):
            labels[index : index + length] = ["begin", *["inside"] * (length - 1)]
        index += max(length, 1)
    return labels


def _length(words: tuple[Capital, ...], index: int, person: Counter[str]) -> int:
    """How many words from `index` on belong to this person, no word more often than their names have it."""
    length, solid = 0, False
    for position in range(index, len(words)):
        parts = fold(words[position].word)
        if position > index and words[position].link not in _JOINING:
            break
        initial = all(len(part) == 1 and any(p[0] == part for p in person) for part in parts)
        if not parts or not (all(person[part] for part in parts) or initial):
            break
        solid = solid or (not initial and len(words[position].word) > 1)
        length += 1
    return length if solid else 0


def _eponym(row: Capitals, index: int) -> bool:
    """Followed at once by a capitalised thing that bears the name ("Bakirov Medical Centre")."""
    things = {"street", "list", "act", "centre", "center", "medical", "foundation", "law", "avenue", "regulation"}
    after = row.words[index + 1] if index + 1 < len(row.words) else None
    return bool(after and after.link == "next" and after.low in things)
