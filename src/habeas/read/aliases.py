"""Where a text itself says that two names are one person's, or that a name alone is nobody else's short form."""

from collections import Counter
from functools import cache

import msgspec

from habeas import resources
from habeas.read.names import Name
from habeas.read.scene import Line
from habeas.read.spellings import Parts, parts

_MARKS = " \t\n,;:()[]\"'“”‘’«»—–-"
_OPENING = ",;(\"“'‘«–—"
_LONGEST = 60


class Named(msgspec.Struct, frozen=True):
    """A name with its form (white space made single) and the parts it is compared by.

    `whole`: the full name where the text leaves it to the reader: "the sisters Ada and Ida Lind" name "Ada Lind".
    """

    name: Name
    form: str
    parts: Parts
    whole: str


class _Words(msgspec.Struct, frozen=True):
    phrases: frozenset[str]
    leading: tuple[str, ...]
    plural_kin: frozenset[str]


@cache
def _words(language: str) -> _Words:
    people = resources.lexicon(language, "people")
    return _Words(frozenset(people["aliases"]), tuple(people["alias_leads"]), frozenset(people["plural_kin"]))


def named(text: str, names: tuple[Name, ...], lines: tuple[Line, ...], language: str) -> tuple[Named, ...]:
    """The names with their forms, in order."""
    plural = _words(language).plural_kin
    rows = {line.index: line.sentence.tokens for line in lines}
    forms = [" ".join(text[name.start : name.end].split()) for name in names]
    found = []
    for number, name in enumerate(names):
        whole = form = forms[number]
        before = {token.low for token in rows[name.line][max(0, name.first - 2) : name.first]}
        if plural & before and len(parts(form)) == 1 and number + 1 < len(names):
            after = names[number + 1]
            between = [token.low for token in rows[name.line][name.last + 1 : after.first]]
            if after.line == name.line and between == ["and"] and len(parts(forms[number + 1])) > 1:
                whole = f"{form} {forms[number + 1].split()[-1]}"
        found.append(Named(name, form, parts(whole), whole))
    return tuple(found)


def aliases(text: str, mentions: tuple[Named, ...], language: str) -> list[tuple[Named, Named]]:
    """Pairs of names that the text says are one person's: "X, also known as Y", "X (Y)", "under the name Y"."""
    words = _words(language)
    found = []
    chain: Named | None = None
    for number, other in enumerate(mentions[1:], start=1):
        one = mentions[number - 1]
        same_line = one.name.line == other.name.line
        between = text[one.name.end : other.name.start]
        if same_line and len(between) <= _LONGEST and _says_same(between, text[other.name.end :][:3], words):
            found.append((chain or one, other))
            chain = chain or one
            continue
        if chain and same_line and not between.strip(_MARKS) and between.count("(") == 0 and ")" not in between:
            found.append((chain, other))  # "X (also Y, Z)"
            continue
        chain = None
        lead = " ".join(text[max(0, other.name.start - 40) : other.name.start].casefold().strip(_MARKS).split())
        if lead.endswith(words.leading):
            found.append((one if same_line else _most_named(mentions[:number]), other))
    return found


def _most_named(mentions: tuple[Named, ...]) -> Named:
    times = Counter(mention.parts for mention in mentions)
    return max(mentions, key=lambda mention: (times[mention.parts], mention.name.start))


def _says_same(between: str, after: str, words: _Words) -> bool:
    """Whether these words between two names, and what follows the second, say that they are one person's."""
    plain = " ".join(between.casefold().strip(_MARKS).split())
    marked = any(mark in between for mark in _OPENING)
    if marked and plain in words.phrases:
        return True
    inside = between.lstrip()
    if not inside.startswith("(") or ")" in inside:
        return False
    label = inside[1:].strip()
    alone = not label.strip(_MARKS) and after.strip("\"'”’»")[:1] in (")", ";")
    return alone or (label.endswith(":") and len(label.split()) <= 3) or plain in words.phrases


def introduced_alone(lines: tuple[Line, ...], mentions: tuple[Named, ...], language: str) -> frozenset[int]:
    """Numbers of single names brought in as several relatives ("his brothers, Zaur and Adam"): nobody's short form."""
    plural = _words(language).plural_kin
    rows = {line.index: line.sentence.tokens for line in lines}
    found: set[int] = set()
    for number, mention in enumerate(mentions):
        if len(mention.parts) != 1:
            continue
        tokens = rows[mention.name.line]
        before = [token.low for token in tokens[max(0, mention.name.first - 2) : mention.name.first]]
        last = mentions[number - 1].name.line if number - 1 in found else None
        follows = last == mention.name.line and before[-1:] in (["and"], [","])
        if follows or plural & set(before):
            found.add(number)
    return frozenset(found)
