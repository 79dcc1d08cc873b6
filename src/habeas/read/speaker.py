"""By whose account: who says an event, where the document does not say it in its own voice.

Rules propose speakers (whoever says, tells, reports something in a line or near by); a learned ranking takes one or
none.
"""

from collections import Counter
from functools import cache
from itertools import pairwise

import msgspec

from habeas import resources
from habeas.read.scene import Line
from habeas.read.setting import Setting, Spot, classes
from habeas.read.sight import answer
from habeas.text.linear import Feature, Linear, load
from habeas.text.segments import Token

_BACK, _AHEAD = 6, 2
"""Lines before and after an event in which its speaker may be named."""
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


def speaker_of(setting: Setting, spot: Spot, heard: Voices, model: Linear | None = None) -> Voice | None:
    """The voice by whose account a draft stands, None for the document's own. `model`: weights for measuring."""
    found = candidates(setting, spot, heard)
    if len(found) == 1:
        return None
    known = model or load(setting.language, "speaker")
    scores = [float(known.scores(features(setting, spot, voice, found, heard.density))[0]) for voice in found]
    return found[max(range(len(found)), key=lambda i: (scores[i], -i))]


def candidates(setting: Setting, spot: Spot, heard: Voices) -> list[Voice | None]:
    """Nobody, then the voices of the line, of the line after it and of lines before, each name once, nearest first."""
    index = spot.line.index
    near = [*heard.lines[index]]
    for ahead in range(index + 1, min(len(heard.lines), index + 1 + _AHEAD)):
        if setting.scene.lines[ahead].passage == spot.line.passage:
            near += heard.lines[ahead]
    for back in range(index - 1, max(-1, index - 1 - _BACK), -1):
        near += heard.lines[back]
    first: dict[str, Voice] = {}
    for voice in (*near, *heard.narrators):
        first.setdefault(voice.name.casefold(), voice)
    return [None, *first.values()]


def features(
    setting: Setting, spot: Spot, voice: Voice | None, others: list[Voice | None], density: int
) -> list[Feature]:
    """What speaks for a voice, or for nobody (None)."""
    kind, tokens = spot.draft.type, spot.tokens
    quoted = _open_quotes(tokens, spot.first)
    if voice is None:
        here = sum(v is not None and v.line == spot.line.index for v in others)
        found = ["none", f"none|t={kind}", f"none|here={min(here, 2)}", f"none|quoted={quoted}|here={min(here, 1)}"]
        found += [f"none|zone={spot.line.zone}", f"none|open={tokens[0].low}", f"none|count={min(len(others), 4)}"]
        found += [f"none|density={density}", f"none|density={density}|quoted={quoted}"]
        return [*found, *(f"none|w={t.low}" for t in tokens[max(0, spot.first - 3) : spot.last + 1])]
    if voice.kind == "narrator":
        return _of_narrator(setting, spot, voice, density)
    away = voice.line - spot.line.index
    role = _role(setting, voice)
    step = "here" if away == 0 else "next" if away > 0 else "1" if away == -1 else "2" if away == -2 else "far"
    passage = setting.scene.lines[voice.line].passage == spot.line.passage
    me = voice.portrait == spot.draft.portrait
    head = voice.name.split()[-1].casefold()
    found = [
        f"step={step}", f"step={step}|passage={passage}", f"step={step}|quoted={quoted}",
        f"step={step}|verb={voice.verb}", f"verb={voice.verb}", f"kind={voice.kind}", f"kind={voice.kind}|step={step}",
        f"role={role}", f"role={role}|step={step}",
        f"me={me}|step={step}", f"me={me}|t={kind}", f"head={head}", f"head={head}|step={step}",
        f"step={step}|t={kind}",
        f"step={step}|zone={spot.line.zone}", f"passage={passage}|quoted={quoted}|kind={voice.kind}",
    ]  # fmt: skip
    first_person = any(t.low in classes(setting.language)["first"] for t in tokens)
    found.append(f"first={first_person}|kind={voice.kind}|me={me}")
    if away == 0:
        found += _in_sentence(spot, voice, quoted)
    else:
        found += _in_other_line(setting, spot, voice, others, step)
    worth = answer(setting.scene, spot.draft, "by whose account", voice.start)
    return [*found, *(["unseen"] if worth is None else [("seen", worth), (f"seen|step={step}", worth)])]


def _in_other_line(setting: Setting, spot: Spot, voice: Voice, others: list[Voice | None], step: str) -> list[str]:
    """Quotation marks here and there, a pronoun that speaks here, and who speaks between."""
    quoted = _open_quotes(spot.tokens, spot.first)
    they = _anaphor(spot.tokens, setting.language)
    there = _has_quotes(setting.scene.lines[voice.line].sentence.tokens)
    low, high = sorted((voice.line, spot.line.index))
    between = sum(other is not None and low < other.line < high for other in others)
    plural = voice.name.split()[-1].casefold().endswith("s")
    return [
        f"step={step}|anaphor={they}|kind={voice.kind}", f"step={step}|anaphor={they}|plural={plural}",
        f"step={step}|there={there}|here={_has_quotes(spot.tokens)}|{quoted}", f"step={step}|open={spot.tokens[0].low}",
        f"step={step}|between={min(between, 2)}",
    ]  # fmt: skip


def _of_narrator(setting: Setting, spot: Spot, voice: Voice, density: int) -> list[Feature]:
    first = classes(setting.language)["first"]
    mine = any(t.low in first for t in spot.tokens)
    me = voice.portrait == spot.draft.portrait
    role = _role(setting, voice)
    found = [f"{voice.verb}|density={density}", f"{voice.verb}|density={density}|mine={mine}|me={me}"]
    found += [f"narrator|role={role}|density={density}", f"narrator|named={bool(spot.line.mentions)}|density={density}"]
    return [*found, f"narrator|zone={spot.line.zone}"]


def _anaphor(tokens: tuple[Token, ...], language: str) -> str:
    """The pronoun that says something in the line ("they stated"), or no."""
    words = _words(language)
    for one, verb in pairwise(tokens):
        if one.low in words["pronouns"] and verb.low in words["verbs"]:
            return one.low
    return "no"


def _in_sentence(spot: Spot, voice: Voice, quoted: bool) -> list[str]:
    before = voice.at < spot.first
    inside = spot.first <= voice.at <= spot.last
    low, high = (voice.at, spot.first) if before else (spot.last, voice.at)
    between = spot.tokens[low + 1 : high]
    marks = sum(t.word in ",;:" for t in between)
    side = "inside" if inside else "before" if before else "after"
    found = [
        f"{side}", f"{side}|quoted={quoted}", f"{side}|verb={voice.verb}", f"{side}|far={min(len(between) // 4, 4)}",
        f"{side}|marks={min(marks, 3)}", f"{side}|that={any(t.low == 'that' for t in between[:3])}",
        f"{side}|verb={voice.verb}|marks={min(marks, 2)}", f"{side}|t={spot.draft.type}",
        f"{side}|semicolon={any(t.word == ';' for t in between)}",
    ]  # fmt: skip
    follow = spot.tokens[voice.at + 1].low if voice.at + 1 < len(spot.tokens) else "$"
    found += [f"{side}|follow={follow}", f"{side}|verb={voice.verb}|follow={follow}"]
    found += [f"{side}|between={t.low}" for t in between[:3]]
    return found


def _in_line(setting: Setting, line: Line) -> list[Voice]:
    words = _words(setting.language)
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
    words, tokens = _words(setting.language), line.sentence.tokens
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
    words, tokens = _words(setting.language), line.sentence.tokens
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
    words, tokens = _words(setting.language), line.sentence.tokens
    if forward:
        end = first
        while end < len(tokens) and end - first < _LONGEST and tokens[end].low not in words["stops"]:
            end += 1
    if end is None or end <= first or first >= len(tokens):
        return None
    start, stop = tokens[first].start, tokens[end - 1].end
    verb = tokens[at].low
    inside = [m for m in line.mentions if start <= m.start and m.end <= stop]
    if not inside and forward and end < len(tokens) and tokens[end].word == ",":  # "said his lawyer, X"
        inside = [m for m in line.mentions if 0 <= m.start - stop < 4]
    if inside:
        mention = inside[-1] if not forward else inside[0]
        return Voice(
            _full(setting, mention.portrait),
            line.index,
            mention.start,
            mention.end,
            verb,
            at,
            "named",
            mention.portrait,
        )
    if end - first == 1 and tokens[first].low in words["pronouns"]:
        who = next((p for p in setting.scene.present[line.index] if p.how == "pronoun"), None)
        if who is None:
            who = next((p for p in setting.scene.present[line.index] if p.how == "carried" and p.rank == 0), None)
        return (
            Voice(_full(setting, who.portrait), line.index, start, stop, verb, at, "pronoun", who.portrait)
            if who
            else None
        )
    lows = [t.low for t in tokens[first:end]]
    if not any(c.isalpha() for c in lows[-1]) or lows[-1] in words["between"] or lows[0] in words["never"]:
        return None
    if lows[0] not in words["openers"] and not tokens[first].word[0].isupper() and not lows[-1].endswith("s"):
        return None
    return Voice(setting.scene.document.text[start:stop], line.index, start, stop, verb, at, "phrase")


def _label(setting: Setting, line: Line) -> Voice | None:
    """Somebody named before a colon at the beginning of a line, as in an interview."""
    tokens = line.sentence.tokens
    for mention in line.mentions[:1]:
        after = next((t for t in tokens if t.start >= mention.end), None)
        if after is not None and after.word == ":" and mention.start - line.sentence.start < 20:
            return Voice(
                _full(setting, mention.portrait),
                line.index,
                mention.start,
                mention.end,
                ":",
                0,
                "label",
                mention.portrait,
            )
    return None


def _full(setting: Setting, portrait: str) -> str:
    return next((p.name for p in setting.scene.portraits if p.id == portrait), "")


def _role(setting: Setting, voice: Voice) -> str:
    return next((p.role for p in setting.scene.portraits if p.id == voice.portrait), "nobody")


def _open_quotes(tokens: tuple[Token, ...], at: int) -> bool:
    return sum(t.word in _QUOTES for t in tokens[:at]) % 2 == 1


def _has_quotes(tokens: tuple[Token, ...]) -> bool:
    return any(t.word in _QUOTES for t in tokens)


@cache
def _words(language: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in resources.lexicon(language, "tellings")["speaker"].items()}
