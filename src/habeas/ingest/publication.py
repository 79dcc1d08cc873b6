"""Who published a document, when, under what title, and how that is known."""

import re
from functools import cache

from habeas import resources
from habeas.ingest.dateline import find_day, opening_day
from habeas.ingest.extracted import Facts
from habeas.ingest.sources import is_day
from habeas.model.documents import MetadataSource, Passage

_FIRST = 3
"""Paragraphs of the body whose opening may be a dateline."""


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
    shown = {"title": _headline(text, passages), "published": _day(text, passages, language)}
    for name, value in shown.items():
        weak = name == "published" and known_from.get(name) == "file"
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
            return " ".join(text[passage.start : passage.end].split())[:300]
    return None


def _day(text: str, passages: tuple[Passage, ...], language: str) -> str | None:
    """The day in the first date line or byline with one, else in the dateline that opens the report."""
    months = None
    for passage in passages:
        if passage.zone in ("dateline", "byline"):
            day = find_day(text[passage.start : passage.end], language)
            if day and len(day) == 10:
                return day
            months = months or day
    body = [p for p in passages if p.zone in ("body", "standfirst")][:_FIRST]
    opening = next((day for p in body if (day := opening_day(text[p.start : p.end], language))), None)
    return opening or months


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
