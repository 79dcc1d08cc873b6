"""Who published a document, when, under what title, and how that is known."""

import re
from functools import cache
from itertools import chain, takewhile

from habeas import resources
from habeas.ingest.dateline import edge_day, find_day, opening_day, stated_day
from habeas.ingest.extracted import Facts
from habeas.ingest.sources import is_day
from habeas.model.documents import MetadataSource, Passage

_FIRST = 2
"""Paragraphs of the report whose opening may be a dateline."""
_PARAGRAPH = 18
"""Words."""
_EDGE = 6
"""Passages at either end among which the page may say when it was made."""


def facts_of(page: Facts, text: str, passages: tuple[Passage, ...], language: str) -> Facts:
    """Title, publisher, published (EDTF) and url: as the page says, else as the text shows.

    What only the file's own properties say (a PDF's day of creation) gives way to what the text shows.
    """
    values, known_from = dict(page.values), dict(page.known_from)
    stated = values.get("published")
    if stated:
        day = stated[:10] if is_day(stated[:10]) else find_day(stated, language)
        if day:
            values["published"] = day
        else:
            del values["published"], known_from["published"]
    shown = {
        "title": _headline(text, passages),
        "publisher": _owner(text, passages),
        "published": _day(text, passages, language),
    }
    for name, value in shown.items():
        weak = name == "published" and known_from.get(name) == "file"
        longer = values.get(name, "").removeprefix(value or "") if name == "title" else ""
        weak |= bool(re.match(r"\s*[|–—·:-]\s", longer))  # "A halt | Harbour Post"
        if value and (name not in values or weak):
            values[name] = value
            known_from[name] = "text"
    return Facts(values, known_from)


def with_source(facts: Facts, row: dict[str, str]) -> Facts:
    """The facts with what `sources.csv` says going before them."""
    known: dict[str, MetadataSource] = dict.fromkeys(row, "sources.csv")
    return Facts({**facts.values, **row}, {**facts.known_from, **known})


def _headline(text: str, passages: tuple[Passage, ...]) -> str | None:
    for passage in passages:
        if passage.zone == "headline":
            words = " ".join(text[passage.start : passage.end].split())[:300]
            return re.sub(r"^(?:Subject|Re):\s*", "", words)
    return None


def _day(text: str, passages: tuple[Passage, ...], language: str) -> str | None:
    """The day of publication as the text shows it, by the best of these that gives one.

    The first date line or byline with a day; the dateline that opens the report; "published on …", "last edited on …"
    near its head or foot; any date in the lines above the report; a month in a date line.
    """
    words = [(p.zone, text[p.start : p.end]) for p in passages]
    lines = [find_day(line, language) for zone, line in words if zone in ("dateline", "byline")]
    own = [line for zone, line in words if zone in ("body", "standfirst") and _is_paragraph(line)]
    edges = [line for zone, line in words[:_EDGE] + words[-_EDGE:] if zone != "body" or not _is_paragraph(line)]
    head = takewhile(lambda word: word[0] != "body" or not _is_paragraph(word[1]), words[:_EDGE])
    above = [line for zone, line in head if zone != "caption" and ": " not in line]
    found = chain(
        (day for day in lines if day and len(day) == 10),
        (opening_day(line, language) for line in own[:_FIRST]),
        (stated_day(line, language) for line in edges),
        (edge_day(line, language) for line in above),
        lines,
    )
    return next((day for day in found if day), None)


def _owner(text: str, passages: tuple[Passage, ...]) -> str | None:
    """Who holds the rights, by the line that says so: "© 2018 The Harbour Monitor"."""
    for passage in passages:
        line = text[passage.start : passage.end]
        right = re.match(
            r"(?:©|\(c\)|copyright)\W*(?:(?:19|20)\d\d\W*)+([^\W\d][\w’'&-]*(?: [\w’'&-]+){0,5})", line, re.IGNORECASE
        )
        if passage.zone == "furniture" and right:
            return right[1]
    return None


def _is_paragraph(line: str) -> bool:
    return len(line.split()) >= _PARAGRAPH and not re.match(r"[-–—•*▪]\s|\d{1,3}[.)]\s", line)


def is_machine_made(text: str, language: str) -> bool:
    """Whether a text says of itself that a machine wrote it. A machine translation is not meant."""
    generated, translated = _patterns(language)
    for match in generated.finditer(text):
        start = max(text.rfind("\n", 0, match.start()), text.rfind(". ", 0, match.start())) + 1
        end = text.find("\n", match.end())
        line = text[start : end if end >= 0 else len(text)]
        if len(line.split()) <= 45 and not translated.search(line):
            return True
    return False


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = resources.lexicon(language if language in resources.languages() else "en", "publication")
    return (
        re.compile("|".join(lists["machine_generated"]), re.IGNORECASE),
        re.compile("|".join(lists["machine_translated"]), re.IGNORECASE),
    )
