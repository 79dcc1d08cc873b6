"""Which names of one document are one person's."""

from collections import defaultdict
from itertools import pairwise

import msgspec

from habeas import resources
from habeas.model.documents import Document
from habeas.read.names import Name
from habeas.read.scene import Line
from habeas.read.spellings import Parts, parts, within

_MARKS = " \t\n,;:()[]\"'“”‘’«»—–-"


class Named(msgspec.Struct, frozen=True):
    """A name with its form (white space made single) and the parts it is compared by."""

    name: Name
    form: str
    parts: Parts


def named(document: Document, names: tuple[Name, ...]) -> tuple[Named, ...]:
    """The names with their forms, in order."""
    found = []
    for name in names:
        form = " ".join(document.text[name.start : name.end].split())
        found.append(Named(name, form, parts(form)))
    return tuple(found)


def persons(
    document: Document, mentions: tuple[Named, ...], lines: tuple[Line, ...], language: str
) -> list[list[Named]]:
    """The mentions of each person, people and mentions in the order of the text."""
    groups = _Groups(mentions)
    for one, other in _aliases(document, mentions, language):
        groups.join(one.parts, other.parts)
    alone = _introduced_alone(lines, mentions, language)
    found: dict[object, list[Named]] = defaultdict(list)
    latest: dict[int, int] = {}
    for number, mention in enumerate(mentions):
        home = ("alone", mention.parts) if number in alone else groups.home(mention, latest)
        if isinstance(home, int):
            latest[home] = number
        found[home].append(mention)
    return sorted(found.values(), key=lambda group: group[0].name.start)


class _Groups:
    """Forms of two and more parts joined where one stands in the other; single ones find their home by the text."""

    def __init__(self, mentions: tuple[Named, ...]) -> None:
        self._group: dict[Parts, int] = {}
        self._forms: dict[int, list[Parts]] = defaultdict(list)
        self._weight: dict[int, int] = defaultdict(int)
        first: dict[Parts, int] = {}
        for number, mention in enumerate(mentions):
            first.setdefault(mention.parts, number)
        for form in sorted(first, key=lambda f: (-_solid(f), -len(f), first[f])):
            if _solid(form) > 1 or len(form) > 1:
                self._place(form)
        for mention in mentions:
            if mention.parts in self._group:
                self._weight[self._group[mention.parts]] += 1

    def join(self, one: Parts, other: Parts) -> None:
        """These two forms are one person's."""
        a, b = self._known(one), self._known(other)
        if a != b:
            for form in self._forms.pop(b):
                self._group[form] = a
                self._forms[a].append(form)
            self._weight[a] += self._weight.pop(b, 0)

    def home(self, mention: Named, latest: dict[int, int]) -> int:
        """The group of a mention. `latest`: for groups named so far, the number of their last mention."""
        form = mention.parts
        if form in self._group:
            return self._group[form]
        fits = [g for g, forms in self._forms.items() if any(within(form, other) for other in forms)]
        if not fits:
            return self._known(form)
        return max(fits, key=lambda g: (self._bears(g, form), g in latest, self._weight[g], latest.get(g, -1), -g))

    def _bears(self, group: int, form: Parts) -> int:
        """2: exactly this word, as a surname · 1: exactly this word · 0: only alike."""
        if any(form[-1] == other[-1] for other in self._forms[group]):
            return 2
        return int(any(form[-1] in other for other in self._forms[group]))

    def _place(self, form: Parts) -> None:
        fits = [g for g, forms in self._forms.items() if any(within(form, other) for other in forms)]
        if fits:
            self._group[form] = fits[0]
            self._forms[fits[0]].append(form)
        else:
            self._known(form)

    def _known(self, form: Parts) -> int:
        if form not in self._group:
            number = len(self._group)
            self._group[form] = number
            self._forms[number].append(form)
        return self._group[form]


def _solid(form: Parts) -> int:
    return sum(len(part) > 1 for part in form)


def _aliases(document: Document, mentions: tuple[Named, ...], language: str) -> list[tuple[Named, Named]]:
    """Pairs of names that the text says are one person's: "X, also known as Y", "X (Y)"."""
    phrases = frozenset(resources.lexicon(language, "people")["aliases"])
    found = []
    for one, other in pairwise(mentions):
        between = document.text[one.name.end : other.name.start]
        if one.name.line != other.name.line or len(between) > 60 or not between.strip():
            continue
        marked = any(mark in between for mark in ",(\"“'‘«–—")
        words = " ".join(between.casefold().strip(_MARKS).split())
        if (marked and words in phrases) or (not words and between.strip() in ("(", "(“", '("', "/", "(‘")):
            found.append((one, other))
    return found


def _introduced_alone(lines: tuple[Line, ...], mentions: tuple[Named, ...], language: str) -> frozenset[int]:
    """Single names brought in as several relatives ("his brothers, Zaur and Adam"): no short form of anyone else's."""
    plural = frozenset(resources.lexicon(language, "people")["plural_kin"])
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
