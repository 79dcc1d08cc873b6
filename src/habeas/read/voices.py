"""Everybody who says something in a document: found by rules around words of saying, labels and first persons."""

from collections import Counter
from functools import cache

import msgspec

from habeas import resources
from habeas.model.readings import Mention
from habeas.read.scene import Line
from habeas.read.setting import Setting, classes

_LONGEST = 12
"""Tokens of a speaker's phrase."""
_QUOTES = frozenset('"“”„«»')


class Voice(msgspec.Struct, frozen=True):
    """Somebody who says something: the words that name them, and the verb of saying (token indices of the line).

    `name`: as a claim gives it. `kind`: named · pronoun · phrase · label (before a colon) · narrator (of a document
    told in the first person).
    """

    name: str
    line: int
    start: int
    end: int
    verb: str
    at: int
    kind: str
    portrait: str | None = None


class Voices(msgspec.Struct, frozen=True):
    """The voices of a setting, line by line, and who may be telling it all in the first person.

    `density`: how many of its lines speak in the first person, in tenths (5 at most).
    """

    lines: tuple[tuple[Voice, ...], ...]
    narrators: tuple[Voice, ...] = ()
    density: int = 0


def voices(setting: Setting) -> Voices:
    """Everybody who says something in a document."""
    first = classes(setting.language)["first"]
    lines = setting.scene.lines
    personal = sum(any(t.low in first for t in line.sentence.tokens) for line in lines)
    density = min(5, personal * 10 // max(1, len(lines)))
    told = tuple(tuple(_in_line(setting, line)) for line in lines)
    return Voices(told, _narrators(setting) if density else (), density)


def _narrators(setting: Setting) -> tuple[Voice, ...]:
    """The two people most named in the first lines of a document."""
    named = Counter(m.portrait for line in setting.scene.lines[:6] for m in line.mentions)
    order = sorted(named, key=lambda p: (-named[p], p))[:2]
    return tuple(
        Voice(_full(setting, p), -9, 0, 0, f"narrator{rank}", 0, "narrator", p) for rank, p in enumerate(order)
    )


def _in_line(setting: Setting, line: Line) -> list[Voice]:
    words = words_of(setting.language)
    tokens = line.sentence.tokens
    found = []
    for at, token in enumerate(tokens):
        if token.low in words["verbs"]:
            found += [v for v in (_before(setting, line, at), _after(setting, line, at)) if v]
        elif token.low in words["according"] and at + 1 < len(tokens) and tokens[at + 1].low in words["to"]:
            found += [v for v in (_phrase(setting, line, at + 2, at, forward=True),) if v]
    label = _label(setting, line)
    return [*([label] if label else []), *found]


def _before(setting: Setting, line: Line, at: int) -> Voice | None:
    """The phrase that ends before a verb of saying: its subject."""
    words, tokens = words_of(setting.language), line.sentence.tokens
    last = at - 1
    while last >= 0 and tokens[last].low in words["between"]:
        last -= 1
    if last >= 0 and tokens[last].word == ",":  # "X, his lawyer, said"
        comma = next((i for i in range(last - 1, max(-1, last - 16), -1) if tokens[i].word == ","), None)
        if comma is not None and any(tokens[comma].start < m.start < tokens[last].start for m in line.mentions):
            return _phrase(setting, line, comma + 1, at, forward=False, end=last)
        if comma is not None:
            last = comma - 1
        else:
            last -= 1
    if last < 0:
        return None
    first = last
    while first >= 0 and last - first < _LONGEST and tokens[first].low not in words["stops"]:
        first -= 1
    return _phrase(setting, line, first + 1, at, forward=False, end=last + 1)


def _after(setting: Setting, line: Line, at: int) -> Voice | None:
    """The phrase that follows a verb of saying after a quote or a comma: "…, said X"."""
    words, tokens = words_of(setting.language), line.sentence.tokens
    if at == 0 or (tokens[at - 1].word not in _QUOTES and tokens[at - 1].word not in ",–—"):
        return None
    return (
        _phrase(setting, line, at + 1, at, forward=True)
        if at + 1 < len(tokens) and tokens[at + 1].low not in words["stops"]
        else None
    )


def _phrase(
    setting: Setting, line: Line, first: int, at: int, *, forward: bool, end: int | None = None
) -> Voice | None:
    """The voice that these tokens name: a person by a mention or a pronoun, else the phrase as it stands."""
    words, tokens = words_of(setting.language), line.sentence.tokens
    if forward:
        end = first
        while end < len(tokens) and end - first < _LONGEST and tokens[end].low not in words["stops"]:
            end += 1
    if end is None or end <= first or first >= len(tokens):
        return None
    start, stop = tokens[first].start, tokens[end - 1].end
    inside = [m for m in line.mentions if start <= m.start and m.end <= stop]
    if not inside and forward and end < len(tokens) and tokens[end].word == ",":  # "said his lawyer, X"
        inside = [m for m in line.mentions if 0 <= m.start - stop < 4]
    if inside:
        return _named(setting, line, inside[0] if forward else inside[-1], at)
    if end - first == 1 and tokens[first].low in words["pronouns"]:
        return _meant(setting, line, first, at)
    lows = [t.low for t in tokens[first:end]]
    if not any(c.isalpha() for c in lows[-1]) or lows[-1] in words["between"] or lows[0] in words["never"]:
        return None
    if lows[0] not in words["openers"] and not tokens[first].word[0].isupper() and not lows[-1].endswith("s"):
        return None
    return Voice(setting.scene.document.text[start:stop], line.index, start, stop, tokens[at].low, at, "phrase")


def _named(setting: Setting, line: Line, mention: Mention, at: int) -> Voice:
    """Somebody named beside a verb of saying."""
    verb, who = line.sentence.tokens[at].low, mention.portrait
    return Voice(_full(setting, who), line.index, mention.start, mention.end, verb, at, "named", who)


def _meant(setting: Setting, line: Line, first: int, at: int) -> Voice | None:
    """The one whom a pronoun beside a verb of saying means."""
    pronoun, verb = line.sentence.tokens[first], line.sentence.tokens[at].low
    present = setting.scene.present[line.index]
    who = next((p for p in present if p.how == "pronoun"), None)
    who = who or next((p for p in present if p.how == "carried" and p.rank == 0), None)
    if who is None:
        return None
    name = _full(setting, who.portrait)
    return Voice(name, line.index, pronoun.start, pronoun.end, verb, at, "pronoun", who.portrait)


def _label(setting: Setting, line: Line) -> Voice | None:
    """Somebody named before a colon at the beginning of a line, as in an interview."""
    tokens = line.sentence.tokens
    for mention in line.mentions[:1]:
        after = next((t for t in tokens if t.start >= mention.end), None)
        if after is not None and after.word == ":" and mention.start - line.sentence.start < 20:
            who = mention.portrait
            return Voice(_full(setting, who), line.index, mention.start, mention.end, ":", 0, "label", who)
    return None


def _full(setting: Setting, portrait: str) -> str:
    return next((p.name for p in setting.scene.portraits if p.id == portrait), "")


@cache
def words_of(language: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in resources.lexicon(language, "tellings")["speaker"].items()}
