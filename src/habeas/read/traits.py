"""Plain facts that a document states of a person, beside what befalls them: sex, age, origin, trade, kin."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import msgspec

from habeas import resources
from habeas.model.documents import cut
from habeas.model.readings import Trait
from habeas.model.vocabulary import Role
from habeas.read.aliases import Named
from habeas.read.scene import Line
from habeas.text.names import sex_of
from habeas.text.places import PlaceExpression, find_places
from habeas.text.segments import Token

_BREAKS = frozenset(".;:?!")
_BRACKETS = frozenset(",(—–-")
_AGE = range(1, 105)


class Bearer(msgspec.Struct, frozen=True):
    """One person of the document: id, name, role and mentions in order."""

    id: str
    name: str
    role: Role
    mentions: tuple[Named, ...]


class Words(msgspec.Struct, frozen=True):
    """The language's words for what a trait is (`lexicons/LANGUAGE/people.yml`)."""

    sexes: dict[str, str]
    pronouns: dict[str, str]
    kin: frozenset[str]
    plural_kin: frozenset[str]
    trades: frozenset[str]
    holders: frozenset[str]
    born: frozenset[str]
    aged: frozenset[str]
    years_old: str
    endings: dict[str, tuple[str, ...]]
    joins: frozenset[str]
    articles: frozenset[str]
    of_state: frozenset[str]


@cache
def words(language: str) -> Words:
    """The words of a language."""
    people = resources.lexicon(language, "people")
    sexes = {**people["honorifics"], **people["kin"], **people["sex_words"]}
    return Words(
        sexes={word: sex for word, sex in sexes.items() if sex},
        pronouns=dict(people["pronouns"]),
        kin=frozenset(people["kin"]) - set(people["plural_kin"]) - {"family", "relative", "child"},
        plural_kin=frozenset(people["plural_kin"]),
        trades=frozenset(resources.lexicon(language, "presence")["nouns"]["any"]),
        holders=frozenset(people["nationals"]),
        born=frozenset(people["born"]),
        aged=frozenset(people["aged"]),
        years_old=resources.lexicon(language, "presence")["age"],
        endings={sex: tuple(found) for sex, found in people["surname_endings"].items()},
        joins=frozenset(people["joins"]),
        articles=frozenset(people["articles"]),
        of_state=frozenset(people["of_state"]),
    )


class Traits:
    """What one document says of its people."""

    def __init__(self, text: str, lines: tuple[Line, ...], people: tuple[Bearer, ...], language: str) -> None:
        """`people`: everyone named in the document; offsets count in `text`."""
        self.text, self.people, self.language = text, people, language
        self.words = words(language)
        self.rows = {line.index: line for line in lines}
        self.order = sorted(((m.name.start, b, m) for b in people for m in b.mentions), key=lambda spot: spot[0])
        self.here: dict[int, list[tuple[Bearer, Named]]] = defaultdict(list)
        for _, bearer, mention in self.order:
            self.here[mention.name.line].append((bearer, mention))

    def of(self, bearer: Bearer) -> tuple[Trait, ...]:
        """The traits of one of the people, each once, in the order of the text; sex first."""
        found: list[Trait] = []
        sex = self._sex(bearer)
        if sex:
            found.append(Trait("sex", sex))
        for mention in bearer.mentions:
            tokens = self.rows[mention.name.line].sentence.tokens
            found += self._years(mention, tokens)
            found += self._trade(mention, tokens)
            found += self._country(mention, tokens)
            found += self._kin(bearer, mention, tokens)
        return tuple({(trait.property, trait.value): trait for trait in reversed(found)}.values())[::-1]

    def beside(self, bearer: Bearer) -> tuple[str, ...]:
        """Ids of those named side by side with this person ("A, B and C"), in the order of the people."""
        near: set[str] = set()
        for named in self.here.values():
            for (one, first), (other, second) in pairwise(named):
                if one.id != other.id and bearer.id in (one.id, other.id) and self._joined(first, second):
                    near |= {one.id, other.id}
        return tuple(b.id for b in self.people if b.id in near and b.id != bearer.id)

    def _joined(self, first: Named, second: Named) -> bool:
        tokens = self.rows[first.name.line].sentence.tokens[first.name.last + 1 : second.name.first]
        lows = [token.low for token in tokens]
        joined = all(low in self.words.joins or low in (",", "&") for low in lows)
        return joined and 0 < len(lows) <= 3 and lows != [","]

    def _sex(self, bearer: Bearer) -> str | None:
        """By titles and kinship words, pronouns where nobody else can be meant, patronymic and surname."""
        votes = Counter[str]()
        for mention in bearer.mentions:
            line = self.rows[mention.name.line]
            tokens = line.sentence.tokens
            for word in self._title(mention, tokens):
                if sex := self.words.sexes.get(word.low):
                    votes[sex] += 3
            for word in self._apposition(mention, tokens):
                if sex := self.words.sexes.get(word.low):
                    votes[sex] += 2
            votes.update(self._pronouns(mention, line))
        if sex := sex_of(bearer.name):
            votes[sex] += 4
        last = bearer.name.casefold().split()[-1]
        for sex, endings in self.words.endings.items():
            if len(last) > 4 and last.endswith(endings):
                votes[sex] += 2
        ranked = votes.most_common(2)
        return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > 1.5 * ranked[1][1]) else None

    def _pronouns(self, mention: Named, line: Line) -> Counter[str]:
        """Pronouns behind the name in its sentence, and of the next one if it names nobody."""
        votes = Counter[str]()
        here = self.here[line.index]
        if here[-1][1] is mention:
            alone = len({bearer.id for bearer, _ in here}) == 1
            for token in line.sentence.tokens[mention.name.last + 1 :]:
                if sex := self.words.pronouns.get(token.low):
                    votes[sex] += 2 if alone else 1
            follows = self.rows.get(line.index + 1)
            if alone and follows is not None and not self.here.get(follows.index):
                votes.update(sex for t in follows.sentence.tokens[:3] if (sex := self.words.pronouns.get(t.low)))
        return votes

    def _title(self, mention: Named, tokens: tuple[Token, ...]) -> list[Token]:
        """The words right before the name, back to a mark, a name or a small word; a comma at once is passed over."""
        found: list[Token] = []
        others = {t for _, m in self.here[mention.name.line] for t in range(m.name.first, m.name.last + 1)}
        for place in range(mention.name.first - 1, max(-1, mention.name.first - 8), -1):
            token = tokens[place]
            if place in others or token.word in _BREAKS or (token.word in _BRACKETS and place < mention.name.first - 1):
                break
            if token.low in self.words.articles:
                break
            if token.word not in _BRACKETS:
                found.insert(0, token)
        return found

    def _apposition(self, mention: Named, tokens: tuple[Token, ...]) -> list[Token]:
        """The words between the comma or bracket behind the name and the next one."""
        place = mention.name.last + 1
        if place >= len(tokens) or tokens[place].word not in _BRACKETS:
            return []
        found: list[Token] = []
        for token in tokens[place + 1 : place + 10]:
            if token.word in _BREAKS or token.word in ",)—–":
                break
            found.append(token)
        return found

    def _years(self, mention: Named, tokens: tuple[Token, ...]) -> Iterator[Trait]:
        after = tokens[mention.name.last + 1 : mention.name.last + 10]
        before = tokens[max(0, mention.name.first - 4) : mention.name.first]
        for token in before:
            number, _, old = token.low.partition("-")
            if number.isdecimal() and f"-{old}" == self.words.years_old:
                yield self._trait("age", number, token.start, token.end)
        if len(after) > 1 and after[0].word in ",(" and after[1].word.isdecimal():
            years = int(after[1].word)
            if years in _AGE:
                yield self._trait("age", str(years), after[1].start, after[1].end)
            elif 1900 < years < 2100 and after[0].word == "(" and after[2:3] and after[2].word in ",)":
                yield self._trait("birth-year", str(years), after[1].start, after[1].end)
        for index, token in enumerate(after[:-1]):
            if token.word in _BREAKS:
                break
            if token.low in self.words.aged and after[index + 1].word.isdigit():
                yield self._trait("age", after[index + 1].word, token.start, after[index + 1].end)
            if token.low in self.words.born and (index == 0 or after[index - 1].word in ",(" or index < 3):
                year = next((t for t in after[index + 1 : index + 6] if re.fullmatch(r"(?:19|20)\d\d", t.word)), None)
                if year is not None:
                    yield self._trait("birth-year", year.word, token.start, year.end)

    def _trade(self, mention: Named, tokens: tuple[Token, ...]) -> Iterator[Trait]:
        for phrase in (self._title(mention, tokens), self._apposition(mention, tokens)):
            trades = [index for index, token in enumerate(phrase) if token.low in self.words.trades]
            if trades:
                last = trades[-1] if phrase[-1].end <= mention.name.start else trades[0]
                first = last
                while first > max(0, last - 2) and len(phrase[first - 1].word) > 3 and phrase[first - 1].word.islower():
                    first -= 1
                start, end = phrase[first].start, phrase[last].end
                yield self._trait("occupation", " ".join(self.text[start:end].split()).casefold(), start, end)

    def _country(self, mention: Named, tokens: tuple[Token, ...]) -> Iterator[Trait]:
        for phrase in (self._title(mention, tokens), self._apposition(mention, tokens)):
            if not phrase:
                continue
            for place in find_places(self.text, phrase[0].start, phrase[-1].end, self.language):
                if place.kind in ("adjective", "name") and self._belongs(place, tokens):
                    yield self._trait("citizenship", place.state, place.start, place.end)
                elif place.kind == "adjective":
                    yield self._trait("origin", self.text[place.start : place.end], place.start, place.end)

    def _belongs(self, place: PlaceExpression, tokens: tuple[Token, ...]) -> bool:
        """ "Ruritanian citizen", "dual Ruritanian and Elbonian national", "a citizen of the Republic of Ruritania"."""
        first = next(i for i, token in enumerate(tokens) if token.end > place.start)
        last = max(i for i, token in enumerate(tokens) if token.start < place.end)
        if place.kind == "adjective":
            return self._is_of_a_holder(tokens[last + 1 : last + 5])
        before = [token.low for token in tokens[max(0, first - 6) : first]]
        while before and before[-1] in self.words.of_state:
            before.pop()
        return len(before) < min(6, first) and bool(before) and before[-1] in self.words.holders

    def _is_of_a_holder(self, after: tuple[Token, ...]) -> bool:
        """Whether the words behind an adjective lead to a word for a citizen, past other adjectives joined to it."""
        for token in after:
            if token.low in self.words.holders:
                return True
            state = any(p.kind == "adjective" for p in find_places(self.text, token.start, token.end, self.language))
            if not state and token.low not in (*self.words.joins, "-", "–", ","):
                return False
        return False

    def _kin(self, bearer: Bearer, mention: Named, tokens: tuple[Token, ...]) -> Iterator[Trait]:
        """ "his brother X", "Y's wife, X", "X, Y's cousin", "X, a nephew of Y": this person is that kin of Y."""
        title = self._title(mention, tokens)
        for index, token in enumerate(title):
            if token.low in self.words.kin and index >= len(title) - 2:
                whose = title[index - 1] if index else None
                other = self._before(bearer, mention) if whose is None or whose.low in self.words.pronouns else None
                if other is not None:
                    yield self._trait("relative", f"{token.low}:{other.id}", token.start, token.end)
                return
        phrase = self._apposition(mention, tokens)
        kin = next((token for token in phrase if token.low in self.words.kin), None)
        if kin is None:
            return
        inside = (b for b, m in self.here[mention.name.line] if phrase[0].start <= m.name.start < phrase[-1].end)
        other = next((b for b in inside if b.id != bearer.id), None)
        if other is None and phrase[0].low in self.words.pronouns:
            other = self._before(bearer, mention)
        if other is not None:
            yield self._trait("relative", f"{kin.low}:{other.id}", kin.start, kin.end)

    def _before(self, bearer: Bearer, mention: Named) -> Bearer | None:
        """Who was named last before this mention: someone else, a subject rather than those who speak of one."""
        earlier = [b for start, b, _ in self.order if start < mention.name.start and b.id != bearer.id]
        likely = [b for b in earlier if b.role == "subject"] or earlier
        return likely[-1] if likely else None

    def _trait(self, kind: str, value: str, start: int, end: int) -> Trait:
        return Trait(kind, value, cut(self.text, start, end))
