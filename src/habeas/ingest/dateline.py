"""Days of publication as pages, wires and letters write them."""

import re
from datetime import date
from functools import cache

from habeas import resources

_ISO = re.compile(r"(?<![\d.])((?:19|20)\d\d)[-./](\d{1,2})[-./](\d{1,2})(?![\d.]*\d)")
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
_DAY_FIRST = r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d"
_PLACE = r"[^\W\d_][\w'’]*"
_PREPOSITIONS = frozenset(("on", "in", "by", "since", "until", "after", "before", "from", "between", "as", "at"))
LONGEST = 14
"""Words of a line that is only a date line."""
SHORT = 5
"""Words of a date line that may end with a full stop."""
LOW = 3
"""Of them, words that are no names."""


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], dict[str, int], re.Pattern[str]]:
    lists = resources.lexicon(language if language in resources.languages() else "en", "publication")
    months = lists["months"]
    names = "|".join(sorted(months, key=len, reverse=True))
    pattern = rf"(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m>{names})\.?,?\s+(?P<y>(?:19|20)\d\d)" \
        rf"|(?P<m2>{names})\.?\s+(?:(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?(?P<y2>(?:19|20)\d\d))(?!\d)"  # fmt: skip
    later = "|".join(map(re.escape, sorted(lists["later"], key=len, reverse=True)))
    return re.compile(pattern, re.IGNORECASE), months, re.compile(rf"(?:{later})\W*(?:on\s+)?$", re.IGNORECASE)


def find_day(words: str, language: str = "en") -> str | None:
    """The first whole date, or month and year, in `words` as EDTF; None where none is, or day and month may be swapped.

    Days of updates count only where no other is named.
    """
    found = sorted(_days(words, language))
    first = [edtf for _, later, edtf in found if not later]
    return first[0] if first else (found[0][2] if found else None)


def _days(words: str, language: str) -> list[tuple[int, bool, str]]:
    named, months, later = _patterns(language)
    found = []
    for match in named.finditer(words):
        month = months[(match["m"] or match["m2"]).casefold().rstrip(".")]
        found.append((match.start(), _edtf(match["y"] or match["y2"], month, match["d"] or match["d2"])))
    for match in _ISO.finditer(words):
        found.append((match.start(), _edtf(match[1], int(match[2]), match[3])))
    for match in _NUMERIC.finditer(words):
        first, second = int(match[1]), int(match[3])
        if match[2] == "." or first > 12 or first == second:
            found.append((match.start(), _edtf(match[4], second, match[1])))
        elif second > 12:
            found.append((match.start(), _edtf(match[4], first, match[3])))
    return [(start, bool(later.search(words[:start])), edtf) for start, edtf in found if edtf]


def _edtf(year: str, month: int, day: str | None) -> str | None:
    try:
        checked = date(int(year), month, int(day or 1))
    except ValueError:
        return None
    return checked.isoformat() if day else checked.isoformat()[:7]


def is_dateline(line: str, language: str = "en") -> bool:
    """Whether a line is only a day (and place, hour, name of the paper)."""
    words = line.strip()
    if len(words.split()) > LONGEST or re.match(r"[-–—•*▪]\s", words) or re.search(r"[a-z]{2}\.$|[?!]$", words):
        return False
    if words.endswith(".") and len(words.split()) > SHORT:
        return False
    if re.fullmatch(r"[A-ZÀ-Þ][A-ZÀ-Þ .,/'-]{2,40}\s*(?:[-–—]+|,\s*\w+day)", words):  # SEOUL —
        return True
    _, months, _ = _patterns(language)
    label = re.match(r"([\w' ]{2,40}):\s", words)
    if label and label[1].casefold() not in resources.lexicon("en", "furniture")["labels"]:
        return False
    low = [w for w in re.findall(r"[^\W\d_]+", words) if w.islower() and w not in months]
    return len(low) <= LOW and bool(_days(words, language))


def opening_day(paragraph: str, language: str = "en") -> str | None:
    """The day in the dateline that opens a paragraph: "ALMATY, May 3, 2024 (Agency) – …", "Baku, 5 May 2023. …".

    Nothing but a place may stand before the date, and a mark must follow it; "(3 May 1957 – …" after a name is no such.
    """
    named, _, _ = _patterns(language)
    place = rf"\W*(?:{_PLACE}[\s,./()–—-]+){{0,7}}"
    opening = re.compile(
        rf"{place}(?P<date>{named.pattern}|{_ISO.pattern}|{_DAY_FIRST})(?:,?\s\d\d?[:.]\d\d)?\s*(?P<mark>[.()–—:-])",
        re.IGNORECASE,
    )
    match = opening.match(paragraph[:120])
    if not match or (match["mark"] != ")" and "(" in paragraph[1 : match.start("date")]):
        return None
    before = re.findall(r"[^\W\d_]+", paragraph[: match.start("date")])
    if any(word.islower() for word in before) or (before and before[0].casefold() in _PREPOSITIONS):
        return None
    return find_day(match["date"], language)


def edge_day(line: str, language: str = "en") -> str | None:
    """The day, its month in words, with which a line above a report begins or ends: "Your weekly read. 3 May 2024"."""
    named, _, _ = _patterns(language)
    for match in named.finditer(line):
        if not line[: match.start()].strip(" ([") or not line[match.end() :].strip(" )]."):
            return find_day(match.group(), language)
    return None


def stated_day(words: str, language: str = "en") -> str | None:
    """The day after a word of publishing: "Published: 3 May 2024", "This page was last edited on …"."""
    lists = resources.lexicon(language if language in resources.languages() else "en", "publication")
    made = "|".join(re.escape(word) for word in sorted(lists["made"], key=len, reverse=True))
    match = re.search(rf"\b(?:{made})\b[\s:)(]{{1,3}}(?:on\s+)?(?:\w+day,?\s+)?(?=.?\d|[A-Z])", words, re.IGNORECASE)
    return find_day(words[match.end() : match.end() + 22], language) if match else None
