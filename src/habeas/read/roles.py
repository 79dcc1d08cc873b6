"""In which role a document shows a person, or whether its words name a person at all."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from habeas import resources
from habeas.model.vocabulary import ROLES, Role
from habeas.read.aliases import Named
from habeas.read.scene import Line
from habeas.text.linear import Feature, Linear, load
from habeas.text.segments import Token

NOBODY = "nobody"
LABELS = (*ROLES, NOBODY)
_BEFORE, _AFTER = 5, 6
_LOOSE, _FIRM = 0.7, 1.0
"""What a clue is worth to the fitting: many loose words speak less than few telling ones."""


class Company(msgspec.Struct, frozen=True):
    """Everyone whom a document seems to name. `groups`: the mentions of each, people in the order of the text."""

    text: str
    lines: tuple[Line, ...]
    groups: tuple[tuple[Named, ...], ...]
    language: str


class Part(msgspec.Struct, frozen=True):
    """The role of one of the company and how sure the reader is; `real`: how sure that it is a person at all."""

    role: Role
    chance: float
    real: float


def parts_played(company: Company, model: Linear | None = None) -> list[Part]:
    """The role of each of the company, in order. `model`: other weights than the shipped ones."""
    weights = model or load(company.language, "roles")
    found = []
    for features in role_features(company):
        chances = weights.decide(features)
        real = 1.0 - float(chances[-1])
        best = int(chances[:-1].argmax())
        found.append(Part(ROLES[best], float(chances[best]) / max(real, 1e-6), real))
    return found


def role_features(company: Company) -> list[list[Feature]]:
    """The features of each of the company, in order."""
    clues = _Clues(company)
    return [clues.of(number) for number in range(len(company.groups))]


class _Clues:
    def __init__(self, company: Company) -> None:
        self.company = company
        self.rows = {line.index: line for line in company.lines}
        self.last = max(self.rows, default=0)
        self.owner = {m.name.start: n for n, group in enumerate(company.groups) for m in group}
        self.counts = [len(group) for group in company.groups]
        self.here: dict[int, list[Named]] = {}
        for group in company.groups:
            for mention in group:
                self.here.setdefault(mention.name.line, []).append(mention)

    def of(self, number: int) -> list[Feature]:
        group = self.company.groups[number]
        loose, firm = Counter[str](), Counter[str]()
        for mention in group:
            loose.update(set(self._around(mention)))
            firm.update(set(self._called(mention)))
        features: list[Feature] = [(name, _LOOSE) for name in loose]
        features += [(f"{name}:again", _LOOSE) for name, times in loose.items() if times > 1]
        features += [(name, _FIRM) for name in firm]
        features += [(f"{name}:share", _FIRM * times / len(group)) for name, times in firm.items()]
        features += self._standing(number, group)
        return features

    def _standing(self, number: int, group: tuple[Named, ...]) -> Iterator[Feature]:
        """How the person stands in the document: how often, where, and among whom."""
        count, most = self.counts[number], max(self.counts)
        yield f"times:{min(count, 6)}"
        yield f"people:{min(len(self.counts), 8)}"
        yield f"order:{min(number, 6)}"
        yield "share", count / most
        yield f"most:{count == most}"
        yield f"rank:{min(sum(c > count for c in self.counts), 4)}"
        first, last = group[0].name.line, group[-1].name.line
        yield f"first:{min(first, 3)}"
        yield f"spread:{min(int(4 * (last - first) / (self.last + 1)), 3)}"
        yield f"late:{int(4 * first / (self.last + 1))}"
        yield f"ends:{self.last - first < 2}"
        yield f"headline:{any(self.rows[m.name.line].zone == 'headline' or m.name.line == 0 for m in group)}"
        yield f"parts:{min(max(len(m.parts) for m in group), 4)}"
        chances = [m.name.chance for m in group]
        yield "doubt", 1.0 - max(chances)
        yield "mean-doubt", 1.0 - sum(chances) / len(chances)
        yield f"sure:{int(max(chances) * 10)}"
        family = {p for m in group for p in m.parts[-1:]}
        kin = [
            n
            for n, other in enumerate(self.company.groups)
            if n != number and family & {p for m in other for p in m.parts}
        ]
        if kin:
            yield f"namesake:{self.counts[kin[0]] > count}"

    def _called(self, mention: Named) -> Iterator[str]:
        """What the words nearest to the name call the person, what they do and what is done to them."""
        tokens = self.rows[mention.name.line].sentence.tokens
        calls, (suffers, speech, possessives, former) = _calls(self.company.language)
        before = list(reversed(tokens[max(0, mention.name.first - 8) : mention.name.first]))
        after = tokens[mention.name.last + 1 : mention.name.last + 12]
        title = _nearest(before, calls, start=True)
        yield f"title:{title[0]}:{min(title[1], 3)}" if title else "title:"
        if title:
            yield f"title:{title[0]}"
            yield f"title:{title[2]}"
        if after and after[0].word in ",(—–-":
            call = _nearest(after[1:], calls, start=False)
            yield f"named-as:{call[0]}" if call else "named-as:"
            if title and call:
                yield f"title:{title[0]}:named-as:{call[0]}"
        elif after:
            call = _nearest(after[:3], calls, start=False)
            yield f"beside:{call[0]}" if call else "beside:"
        lows = [t.low for t in after]
        said = next((i for i, low in enumerate(lows[:3]) if low in speech), None)
        yield f"speaks:{said is not None or any(t.low in speech for t in before[:2])}"
        after_it = next((min(i, 6) // 2 for i, low in enumerate(lows) if low in suffers), 9)
        before_it = next((min(i, 6) // 2 for i, t in enumerate(before) if t.low in suffers), 9)
        yield f"suffers:{after_it}"
        yield f"suffered:{before_it}"
        role = title[0] if title else ""
        yield f"title:{role}:suffers:{after_it < 9}:{before_it < 9}"
        yield f"title:{role}:speaks:{said is not None}"
        yield f"title:{role}:former:{any(former.intersection((t.low, t.low.partition('-')[0])) for t in before)}"
        yield f"title:{role}:most:{self.counts[self.owner[mention.name.start]] == max(self.counts)}"
        yield f"whose:{mention.name.words[-1].possessive}"
        yield f"pronoun:{any(t.low in possessives for t in before[:4])}"
        if mention.name.words[-1].possessive:
            yield f"has:{next((c for c, words in calls if lows[1:2] and lows[1] in words), '')}"

    def _around(self, mention: Named) -> Iterator[str]:
        """The words around one mention."""
        line = self.rows[mention.name.line]
        tokens = line.sentence.tokens
        name = mention.name
        before = [t.low for t in tokens[max(0, name.first - _BEFORE) : name.first]]
        after = [t.low for t in tokens[name.last + 1 : name.last + 1 + _AFTER]]
        yield f"zone:{line.zone}"
        yield f"place:{'opens' if name.first < 2 else 'closes' if name.last > len(tokens) - 3 else 'inside'}"
        yield f"alone:{len(tokens) <= 6}:{len(tokens) - (name.last - name.first + 1) <= 1}"
        for distance, low in enumerate(reversed(before), start=1):
            yield f"l{min(distance, 3)}:{low}"
            yield f"l:{low}"
        for distance, low in enumerate(after, start=1):
            yield f"r{min(distance, 3)}:{low}"
            yield f"r:{low}"
        yield f"lr:{before[-1] if before else '<'}|{after[0] if after else '>'}"
        yield f"ll:{'|'.join(before[-2:])}"
        yield f"rr:{'|'.join(after[:2])}"
        yield from self._kinds(before, after)
        yield from self._apposition(tokens, name.last + 1)
        yield from self._others(mention)
        if len(tokens) < 60:
            yield from (f"s:{low}" for low in {t.low for t in tokens if len(t.low) > 3 and t.word[0].islower()})
        yield from self._next_line(line)

    def _kinds(self, before: list[str], after: list[str]) -> Iterator[str]:
        for name, words in _lists(self.company.language):
            if words.intersection(before[-3:]):
                yield f"before:{name}"
            if words.intersection(after[:4]):
                yield f"after:{name}"

    def _apposition(self, tokens: tuple[Token, ...], place: int) -> Iterator[str]:
        """What stands between the commas (or brackets) behind the name."""
        if place < len(tokens) and tokens[place].word in ",(—–":
            for token in tokens[place + 1 : place + 10]:
                if token.word in ",)—–.;":
                    break
                yield f"app:{token.low}"

    def _others(self, mention: Named) -> Iterator[str]:
        """Who else is named in the line, how often the text names them, and what joins them to this one."""
        own = self.owner[mention.name.start]
        for other in self.here[mention.name.line]:
            number = self.owner[other.name.start]
            if number == own:
                continue
            weight = "more" if self.counts[number] > self.counts[own] else "less"
            side = "left" if other.name.start < mention.name.start else "right"
            yield f"with:{side}:{weight}"
            words = self._between(other, mention)
            if words is not None:
                yield f"join:{side}:{'|'.join(words[:4])}"
                yield from (f"join:{side}:{weight}:{word}" for word in words)

    def _between(self, one: Named, other: Named) -> list[str] | None:
        first, last = sorted((one.name, other.name), key=lambda n: n.start)
        tokens = self.rows[first.line].sentence.tokens[first.last + 1 : last.first]
        own = ["'s"] if first.words[-1].possessive else []
        return [*own, *(t.low for t in tokens)] if len(tokens) <= 5 else None

    def _next_line(self, line: Line) -> Iterator[str]:
        follows = self.rows.get(line.index + 1)
        if follows is not None and not self.here.get(follows.index):
            yield from (f"n:{t.low}" for t in follows.sentence.tokens[:4])


Calls = tuple[tuple[str, frozenset[str]], ...]


def _nearest(tokens: Sequence[Token], calls: Calls, start: bool) -> tuple[str, int, str] | None:
    """The first of these words that calls somebody something: the role it points to, how far it is, the word.

    The search ends with the clause; a comma at once (`start`) is none.
    """
    for distance, token in enumerate(tokens):
        if token.word in '.;:?!)”"' or (token.word == "," and not (start and distance == 0)):
            return None
        for role, words in calls:
            if token.low in words:
                return role, distance, token.low
    return None


@cache
def _calls(language: str) -> tuple[Calls, tuple[frozenset[str], ...]]:
    people = resources.lexicon(language, "people")
    calls = tuple((role, frozenset(str(word) for word in words)) for role, words in people["calls"].items())
    return calls, tuple(frozenset(people[name]) for name in ("suffers", "speech", "possessives", "former"))


@cache
def _lists(language: str) -> tuple[tuple[str, frozenset[str]], ...]:
    people = resources.lexicon(language, "people")
    names = ("kin", "speech", "honorifics")
    lists = {name: people[name] for name in names}
    lists["trades"] = resources.lexicon(language, "presence")["nouns"]["any"]
    lists["lawyers"] = resources.lexicon(language, "presence")["lawyers"]
    lists["offices"] = resources.lexicon(language, "authorities")["heads"]
    return tuple((name, frozenset(str(word).casefold() for word in words)) for name, words in lists.items())
