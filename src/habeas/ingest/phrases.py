"""The words that tell the parts of a page apart, as the lexicon has them, ready to be asked."""

import re
from functools import cache, lru_cache

import msgspec

from habeas import resources
from habeas.model.vocabulary import Zone

_COMMON = "en"
"""The language whose words stand on pages anywhere."""
_COUNT = re.compile(r"[\d.,]+\s?[kKmM]?\b|\d")
_NOT_WORDS = re.compile(r"[\W_]+")
_SEGMENTS = re.compile(r"\s*[|·•/»«›→←]\s*|\s[-–]\s|\s{2,}|\t")
_PAGE_NUMBER = re.compile(
    r"\W*(?:p\.|pp\.|page|p)?\s*\d{1,4}\s*(?:(?:of|/)\s*\d{1,4})?\W*|\W*\d{1,3}\s*/\s*\d{1,3}\W*", re.IGNORECASE
)


class Phrases(msgspec.Struct, frozen=True):
    """One language's words, normalised by `plain`."""

    lone: frozenset[str]
    openings: tuple[str, ...]
    signs: tuple[str, ...]
    tag_labels: frozenset[str]
    related: frozenset[str]
    closing: frozenset[str]
    caption_labels: frozenset[str]
    credits: tuple[str, ...]
    bylines: tuple[str, ...]
    foot_bylines: tuple[str, ...]
    authors: tuple[str, ...]
    labels: dict[str, Zone]
    crumbs: frozenset[str]
    series: frozenset[str]
    provenance: frozenset[str]


@lru_cache(maxsize=4096)
def plain(words: str) -> str:
    """Words alone: lower case, no marks, no numbers, one space between."""
    return _NOT_WORDS.sub(" ", _COUNT.sub(" ", words.casefold())).strip()


def has_words(language: str | None) -> bool:
    """Whether pages in a language are known by words of their own, and not by English ones."""
    return language != _COMMON and language in resources.languages()


@cache
def phrases(language: str) -> Phrases:
    """The phrases of a language; English ones for a language without a lexicon, as pages anywhere use them."""
    known = language if language in resources.languages() else _COMMON
    lists = resources.lexicon(known, "furniture")
    return Phrases(
        lone=frozenset(map(plain, lists["lone"])),
        openings=tuple(map(plain, lists["openings"])),
        signs=tuple(lists["signs"]),
        tag_labels=frozenset(map(plain, lists["tag_labels"])),
        related=frozenset(map(plain, lists["related"])),
        closing=frozenset(map(plain, lists["closing"])),
        caption_labels=frozenset(map(plain, lists["caption_labels"])),
        credits=tuple(lists["credits"]),
        bylines=tuple(map(plain, lists["bylines"])),
        foot_bylines=tuple(map(plain, lists["foot_bylines"])),
        authors=tuple(plain(p) for p in lists["bylines"] if p.endswith(" by")),
        labels=dict(lists["labels"]),
        crumbs=frozenset(map(plain, lists["crumbs"])),
        series=frozenset(map(plain, lists["series"])),
        provenance=frozenset(map(plain, lists["provenance"])),
    )


def opens_with(words: str, phrases: tuple[str, ...]) -> bool:
    """Whether normalised `words` begin with one of the phrases, at a word's end."""
    return words.startswith(phrases) and any(words == phrase or words.startswith(phrase + " ") for phrase in phrases)


def is_furniture(line: str, known: Phrases) -> bool:
    """Whether a line is, by its own words, no part of a report: share buttons, cookie lines, page numbers."""
    if not re.search(r"[^\W_]", line):
        return True
    if _PAGE_NUMBER.fullmatch(line) and not line.strip().endswith("."):
        return not re.fullmatch(r"(?:1[89]|20)\d\d", line.strip())
    if len(line.split()) > 30:
        return False
    if opens_with(plain(line), known.openings) or line.lstrip().startswith(known.signs):
        return True
    label, mark, _ = line.partition(":")
    if mark and plain(label) in known.tag_labels:
        return True
    segments = [plain(segment) for segment in _SEGMENTS.split(line)]
    named = [segment for segment in segments if segment]
    return bool(named) and sum(s in known.lone or opens_with(s, known.openings) for s in named) * 2 > len(named)


def announces_related(line: str, known: Phrases) -> tuple[bool, bool]:
    """Whether a line announces other reports, and whether it names them itself ("Read also: Families march again")."""
    if len(line.split()) > 40:
        return False, False
    head, mark, rest = line.partition(":")
    if plain(line) in known.related:
        return True, False
    words = plain(head)
    named = bool(mark and rest.strip()) and (words in known.related or _more_from(words, known))
    return named or (not rest.strip() and _more_from(plain(line), known) and len(line.split()) <= 6), named


def _more_from(words: str, known: Phrases) -> bool:
    """ "more from the ledger", "also in this issue": a phrase of several words with a name after it."""
    return any(words.startswith(p + " ") for p in known.related if " " in p) and len(words.split()) <= 7


def is_caption(line: str, known: Phrases) -> bool:
    """Whether a line is a picture's caption or credit by its label ("Photo: …") or by whose picture it is."""
    count = len(line.split())
    label = re.match(r"[\s(\[]*([^\W\d_]+(?: [^\W\d_]+)?)\s*([:/©|–—]|\bby\b|\bcourtesy\b)", line)
    if label and count <= (40 if len(label[2]) == 1 else 12):
        name = plain(label[1])
        if name in known.caption_labels or name.removesuffix(" by") in known.caption_labels:
            return True
    foot = re.search(r"[.|—–)]\s*([^\W\d_]+):\s[^:]{2,40}$", line.strip())
    if foot and count <= 40 and plain(foot[1]) in known.caption_labels:  # "The court house. Photo: A. Merle"
        return True
    low = line.casefold()
    return count <= 25 and not line.rstrip().endswith(".") and any(mark in low for mark in known.credits)


def is_credit(line: str, known: Phrases) -> bool:
    """Whether a line names only whose picture it is, so that the line above it is the caption."""
    return is_caption(line, known) and ":" not in line


def is_byline(line: str, known: Phrases, foot: bool) -> bool:
    """Whether a line says who wrote, edited or translated the report."""
    count = len(line.split())
    if count > 30:
        return False
    words = plain(line)
    if opens_with(words, known.foot_bylines) and count <= 25:
        return True
    if re.match(r"\w+:\s*[\"“«'‘„]", line):  # Interview: “What they said”
        return False
    if foot or count > 16 or line.rstrip().endswith((".", "?", "!")) or not opens_with(words, known.bylines):
        return False
    return opens_with(words, tuple(p for p in known.bylines if len(p.split()) > 1)) or bool(
        re.match(r"\W*\w+:?\s+(?:[A-ZÀ-ÖØ-ÞА-Я]|our\b|the\b|admin\b|staff\b)", line)
    )


def is_crumbs(line: str, known: Phrases) -> bool:
    """Whether a line is a path through a site: "Home > News > Law", "Homepage War A headline cut off..."."""
    first = line.split()[0].casefold().strip(">›»/|") if line.split() else ""
    parts = [part for part in re.split(r"\s[>›»/|·]\s", line) if part.strip()]
    paths = [part for part in re.split(r"\s[>›»]\s", line) if part.strip()]
    if first in known.crumbs and (len(parts) > 1 or line.rstrip().endswith(("...", "…"))):
        return True
    return len(paths) > 2 and all(len(part.split()) <= 4 for part in paths)
