"""How firmly: whether an event happened, is scheduled, possible, or denied."""

from functools import cache

from habeas import resources
from habeas.model.vocabulary import MODALITIES, Modality
from habeas.read.setting import Setting, Spot
from habeas.read.sight import modality_seen
from habeas.text import edtf
from habeas.text.linear import Feature, Linear, load
from habeas.text.segments import Token

_NEAR = 5


def modality_of(setting: Setting, spot: Spot, date: str | None, model: Linear | None = None) -> Modality:
    """The modality of a draft that has this date. `model`: other weights than the shipped ones (for measuring)."""
    known = model or load(setting.language, "modality")
    label, _ = known.best(features(setting, spot, date))
    return label if label in MODALITIES else "happened"


def features(setting: Setting, spot: Spot, date: str | None) -> list[Feature]:
    """Words around the trigger, cues of its clause and of its line, and whether its date is yet to come."""
    kind, tokens = spot.draft.type, spot.tokens
    trigger = tokens[spot.first : spot.last + 1]
    before = tokens[max(0, spot.first - _NEAR) : spot.first]
    after = tokens[spot.last + 1 : spot.last + 1 + _NEAR]
    found = [
        f"t={kind}",
        f"zone={spot.line.zone}",
        f"when={_when(setting, date)}",
        f"when={_when(setting, date)}|t={kind}",
    ]
    found += [f"w={t.low}" for t in trigger] + [f"t={kind}|w={t.low}" for t in trigger]
    found += [f"b={t.low}" for t in before] + [f"a={t.low}" for t in after]
    found += [f"b{len(before) - i}={t.low}" for i, t in enumerate(before[-2:], start=max(0, len(before) - 2))]
    found += [
        f"ww={a.low} {b.low}"
        for a, b in zip((*before[-2:], *trigger), (*before[-1:], *trigger, *after[:1]), strict=False)
    ]
    clause = _clause(setting, spot)
    for name, cues in _cues(setting.language).items():
        found += _cued(name, cues, spot, clause, kind)
    found += [f"open={tokens[0].low}", f"quoted={_quoted(tokens, spot)}", f"ask={tokens[-1].word == '?'}"]
    return [*found, *((f"seen|{how}", worth) for how, worth in modality_seen(setting.scene, spot.draft))]


def _cued(name: str, cues: frozenset[str], spot: Spot, clause: tuple[Token, ...], kind: str) -> list[str]:
    found = []
    here = [t.low for t in clause if t.low in cues]
    if here:
        found += [f"clause|{name}", f"clause|{name}|t={kind}", *(f"clause|{low}" for low in set(here))]
    if any(t.low in cues for t in spot.tokens[spot.first : spot.last + 1]):
        found += [f"in|{name}", f"in|{name}|t={kind}"]
    if any(t.low in cues for t in spot.tokens[: spot.first]):
        found += [f"earlier|{name}", f"earlier|{name}|t={kind}"]
    if any(t.low in cues for t in spot.tokens[spot.last + 1 :]):
        found.append(f"later|{name}")
    return found


def _clause(setting: Setting, spot: Spot) -> tuple[Token, ...]:
    """The trigger and what stands before it and after it up to a mark or a conjunction that begins another clause."""
    stops = _stops(setting.language)
    first = spot.first
    while first > 0 and spot.tokens[first - 1].low not in stops:
        first -= 1
    last = spot.last
    while last + 1 < len(spot.tokens) and spot.tokens[last + 1].low not in stops:
        last += 1
    return spot.tokens[first : last + 1]


def _when(setting: Setting, date: str | None) -> str:
    first, published = edtf.earliest(date), edtf.latest(setting.scene.document.published)
    if first is None or published is None:
        return "?"
    return "future" if first > published else "today" if first == published else "past"


def _quoted(tokens: tuple[Token, ...], spot: Spot) -> bool:
    return sum(t.word in '"“”„«»' for t in tokens[: spot.first]) % 2 == 1


@cache
def _cues(language: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in resources.lexicon(language, "tellings")["modality"].items()}


@cache
def _stops(language: str) -> frozenset[str]:
    return frozenset(resources.lexicon(language, "tellings")["stops"])
