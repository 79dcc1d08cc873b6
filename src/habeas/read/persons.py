"""Which names of one document are one person's."""

from collections import defaultdict

from habeas.read.aliases import Named, aliases, introduced_alone
from habeas.read.scene import Line
from habeas.read.spellings import Parts, within
from habeas.text.names import compare


def persons(text: str, mentions: tuple[Named, ...], lines: tuple[Line, ...], language: str) -> list[list[Named]]:
    """The mentions of each person, people and mentions in the order of the text."""
    groups = _Groups(mentions)
    for one, other in aliases(text, mentions, language):
        groups.join(one, other)
    alone = introduced_alone(lines, mentions, language)
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

    def join(self, one: Named, other: Named) -> None:
        """These two names are one person's."""
        a, b = self.home(one, {}), self.home(other, {})
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
        fits = [g for g, forms in self._forms.items() if any(_one_name(form, other) for other in forms)]
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


def _one_name(form: Parts, other: Parts) -> bool:
    """One stands in the other, or they are the same name in two spellings or scripts."""
    if within(form, other):
        return True
    return len(form) == len(other) > 1 and compare(" ".join(form), " ".join(other)).verdict == "same"
