"""By whose account: who says an event, where the document does not say it in its own voice.

Rules propose speakers (whoever says, tells, reports something in a line or near by); a learned ranking takes one or
none.
"""

from itertools import pairwise

from habeas.read.setting import Setting, Spot, classes
from habeas.read.sight import answer
from habeas.read.voices import Voice, Voices, words_of
from habeas.text.linear import Feature, Linear, load
from habeas.text.segments import Token

_BACK, _AHEAD = 6, 2
"""Lines before and after an event in which its speaker may be named."""
_QUOTES = frozenset('"“”„«»')


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
    words = words_of(language)
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


def _role(setting: Setting, voice: Voice) -> str:
    return next((p.role for p in setting.scene.portraits if p.id == voice.portrait), "nobody")


def _open_quotes(tokens: tuple[Token, ...], at: int) -> bool:
    return sum(t.word in _QUOTES for t in tokens[:at]) % 2 == 1


def _has_quotes(tokens: tuple[Token, ...]) -> bool:
    return any(t.word in _QUOTES for t in tokens)
