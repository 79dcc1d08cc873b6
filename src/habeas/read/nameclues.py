"""What speaks for and against a capitalised word being part of a person's name: the features of `names`."""

from collections import defaultdict
from functools import cache, lru_cache

import msgspec

from habeas import resources
from habeas.read.capitals import Capital, capitals
from habeas.read.scene import Line
from habeas.text.places import find_places

_EDGE = "<>"


class Capitals(msgspec.Struct, frozen=True):
    """A line with its capitalised words (and which of them point to a state), its casefolded words and its manner."""

    line: Line
    words: tuple[Capital, ...]
    places: tuple[str, ...]
    lows: tuple[str, ...]
    manner: str


class Clues:
    """The features of every capitalised word of one document."""

    def __init__(self, text: str, lines: tuple[Line, ...], language: str) -> None:
        """`lines`: of the document with this text; `language`: ISO 639-1, whose word lists and weights are used."""
        self.language = language
        self.rows = tuple(_row(text, line, language) for line in lines)
        self._joins = frozenset(resources.lexicon(language, "people")["joins"]) | {",", "&"}
        self._lower: set[str] = set()
        self._around: dict[str, dict[str, int]] = defaultdict(dict)
        self._times: dict[str, int] = defaultdict(int)
        for row in self.rows:
            self._learn(row)

    def of(self, row: Capitals, index: int) -> list[str]:
        """The features of word `index` of `row`."""
        return [*self.own(row.words[index].word), *self.around(row, index)]

    def own(self, word: str) -> list[str]:
        """What the word shows wherever it stands."""
        return [*_shape(word), *(f"kind:{kind}" for kind in _kinds(_low(word), self.language))]

    def around(self, row: Capitals, index: int) -> list[str]:
        """What its place shows: the words beside it, the line, the same word elsewhere in the document."""
        word = row.words[index]
        features = [*self._neighbours(row, index), *self._elsewhere(row, index), f"place:{row.places[index]}"]
        features += [f"line:{row.manner}", f"zone:{row.line.zone}", f"link:{word.link}"]
        features += [f"first:{word.first}:{row.manner}:{_common(word.low, self.language)}"]
        if word.low in self._lower:
            features += ["lower-here", f"lower-here:{word.first}"]
        return features

    def _learn(self, row: Capitals) -> None:
        spots = {word.place for word in row.words}
        self._lower.update(low for place, low in enumerate(row.lows) if place not in spots)
        if row.manner != "sentence":
            return
        for word in row.words:
            self._times[word.low] += 1
            around = self._around[word.low]
            for clue in (f"<{_at(row.lows, word.place - 1)}", f">{_after(row, word)}"):
                around[clue] = around.get(clue, 0) + 1

    def _neighbours(self, row: Capitals, index: int) -> list[str]:
        word = row.words[index]
        before, after = _at(row.lows, word.place - 1), _after(row, word)
        second_before, second_after = _at(row.lows, word.place - 2), _at(row.lows, word.place + 2)
        features = [
            f"-1:{before}", f"+1:{after}", f"-2:{second_before}", f"+2:{second_after}", f"-1+1:{before}|{after}",
            f"-2-1:{second_before}|{before}", f"+1+2:{after}|{second_after}",
        ]  # fmt: skip
        features += [f"-1kind:{kind}" for kind in _kinds(before, self.language)]
        features += [f"+1kind:{kind}" for kind in _kinds(after, self.language)]
        features += self._next_capital(row, index)
        features += self._chain(row, index)
        return features

    def _chain(self, row: Capitals, index: int) -> list[str]:
        """Kinship words shortly before, and the capitalised words that commas and "and" join to this one."""
        word = row.words[index]
        features = []
        for distance in range(1, 6):
            place = word.place - distance
            if place < 0 or row.lows[place] in ".;:":
                break
            if "kin" in _kinds(row.lows[place], self.language):
                features += [f"kin-before:{min(distance, 3)}", "kin-before"]
                break
        for side, step in (("<", -1), (">", 1)):
            if 0 <= index + step < len(row.words):
                first, second = sorted((index, index + step))
                between = row.lows[row.words[first].place + 1 : row.words[second].place]
                if between and len(between) <= 2 and all(low in self._joins for low in between):
                    other = row.words[index + step].low
                    shown = f"{row.places[index + step]}:{_common(other, self.language)}"
                    features += [f"joined{side}{''.join(between)}", f"joined{side}:{shown}"]
        return features

    def _next_capital(self, row: Capitals, index: int) -> list[str]:
        features = []
        for side, other, link, place in _beside(row, index):
            features.append(f"{side}link:{link}")
            if link != "far":
                features += [f"{side}cap:{other.low}", f"{side}ends:{other.low[-2:]}"]
                features += [f"{side}shape:{_form(other.word)}", f"{side}place:{place}"]
                features += [f"{side}capkind:{link}:{kind}" for kind in _kinds(other.low, self.language)]
                features.append(f"{side}known:{_common(other.low, self.language)}")
        run = _run(row, index)
        features += [f"run:{run[0]}:{run[1]}", f"run:{run[1]}"]
        return features

    def _elsewhere(self, row: Capitals, index: int) -> list[str]:
        word = row.words[index]
        own = (f"<{_at(row.lows, word.place - 1)}", f">{_after(row, word)}") if row.manner == "sentence" else ()
        around = self._around.get(word.low, {})
        clues = [clue for clue, times in around.items() if times > (clue in own)]
        features = [f"else{clue}" for clue in clues]
        for clue in clues:
            features += [f"else{clue[0]}{kind}" for kind in _kinds(clue[1:], self.language)]
        times = self._times.get(word.low, 0)
        features.append(f"times:{min(times, 5)}")
        return features


def _row(text: str, line: Line, language: str) -> Capitals:
    words = capitals(text, line, language)
    lows = tuple(token.low for token in line.sentence.tokens)
    return Capitals(line, words, _places(text, line, words, language), lows, _manner(line))


def _places(text: str, line: Line, words: tuple[Capital, ...], language: str) -> tuple[str, ...]:
    """How each word points to a state: "" not, else the kind of expression and whether it is all of it."""
    kinds = [""] * len(words)
    for place in find_places(text, line.sentence.start, line.sentence.end, language):
        for index, word in enumerate(words):
            if place.start <= word.start and word.end <= place.end:
                whole = place.start == word.start and word.end == place.end
                kinds[index] = f"{place.kind}:{whole}"
    return tuple(kinds)


def _manner(line: Line) -> str:
    """How the line is capitalised: "upper" (all), "title" (each long word) or "sentence"."""
    long = [token.word for token in line.sentence.tokens if len(token.word) > 3 and token.word[0].isalpha()]
    if not long:
        return "sentence"
    upper = sum(word.isupper() for word in long)
    if upper > 0.6 * len(long) and len(long) > 1:
        return "upper"
    capital = sum(word[0].isupper() for word in long)
    if len(long) >= 3 and capital > 0.75 * len(long):
        return "title"
    return "short" if len(line.sentence.tokens) <= 4 else "sentence"


def _at(lows: tuple[str, ...], place: int) -> str:
    if 0 <= place < len(lows):
        low = lows[place]
        return "0" if low.isdigit() else low
    return _EDGE[place > 0]


def _after(row: Capitals, word: Capital) -> str:
    return "'s" if word.possessive else _at(row.lows, word.place + 1)


def _beside(row: Capitals, index: int) -> list[tuple[str, Capital, str, str]]:
    """The capitalised words before (-) and after (+), what joins them to this one, and how they point to a state."""
    found: list[tuple[str, Capital, str, str]] = []
    if index > 0:
        found.append(("-", row.words[index - 1], row.words[index].link, row.places[index - 1]))
    if index + 1 < len(row.words):
        found.append(("+", row.words[index + 1], row.words[index + 1].link, row.places[index + 1]))
    return found


def _run(row: Capitals, index: int) -> tuple[int, int]:
    """Place in, and length of, the stretch of linked capitals (at most 5 each)."""
    first = index
    while first > 0 and row.words[first].link in ("next", "line", "dot", "particle"):
        first -= 1
    last = index
    while last + 1 < len(row.words) and row.words[last + 1].link in ("next", "line", "dot", "particle"):
        last += 1
    return min(index - first, 5), min(last - first + 1, 5)


def _low(word: str) -> str:
    return word.casefold().replace("’", "'")


def _shape(word: str) -> list[str]:
    plain = _low(word)
    low = f"^{plain}$"
    features = [f"word:{plain}", f"form:{_form(word)}", f"length:{min(len(word), 10)}"]
    features += [f"begins:{low[:n]}" for n in (3, 4, 5) if n < len(low)]
    features += [f"ends:{low[-n:]}" for n in (3, 4, 5) if n < len(low)]
    features += [f"has:{low[i : i + 3]}" for i in range(len(low) - 2)]
    if not plain.isascii():
        features.append("accented")
    return features


@lru_cache(maxsize=4096)
def _form(word: str) -> str:
    """Capital letters as X, others as x, runs shortened; marks stay."""
    letters: list[str] = []
    for char in word:
        case = "X" if char.isupper() else "x" if char.islower() else "c"
        sign = case if char.isalpha() else "0" if char.isdigit() else char
        if letters[-2:] != [sign, sign]:
            letters.append(sign)
    return "".join(letters)[:12]


@cache
def _frequencies(language: str) -> dict[str, int]:
    lines = resources.text("weights", language, "words.txt").splitlines()
    return {word: int(size) for word, size in (line.split() for line in lines)}


def _common(low: str, language: str) -> int:
    """How common the word is in lower case: 0 (never seen) to 9, in powers of two."""
    return _frequencies(language).get(low, 0)


@lru_cache(maxsize=65536)
def _kinds(low: str, language: str) -> tuple[str, ...]:
    """Which lists know the word; how common it is."""
    lists = _lists(language)
    found = [name for name, words in lists if low in words]
    if low[:1].isdigit():
        found.append("number")
    return (*found, f"common{_common(low, language)}")


@cache
def _lists(language: str) -> tuple[tuple[str, frozenset[str]], ...]:
    people = resources.lexicon(language, "people")
    names = ("honorifics", "kin", "speech", "pronouns", "sex_words", "particles", "things")
    lists = {name: people[name] for name in names}
    lists["trades"] = resources.lexicon(language, "presence")["nouns"]["any"]
    lists["offices"] = resources.lexicon(language, "authorities")["heads"]
    return tuple((name, frozenset(str(word).casefold() for word in words)) for name, words in lists.items())
