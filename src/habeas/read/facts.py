"""Small facts beside an event: the track it belongs to, mode and aim of a removal, terms, articles, docket numbers.

Plain rules over what is written; which words mean what is data (`facts.yml`).
"""

import re
from functools import cache
from typing import Any, cast

from habeas import resources
from habeas.model.vocabulary import TRACKS, Track
from habeas.read.setting import Setting, Spot
from habeas.text.dates import DateExpression

_REMOVALS = frozenset({"removed", "removal-ordered"})


def track_of(setting: Setting, spot: Spot) -> Track | None:
    """The track of an event: of its type, or by words of its line and the one before where the type leaves it open."""
    facts = resources.lexicon(setting.language, "facts")
    kind = spot.draft.type
    deciding = facts["context"].get(kind, {})
    for words in (_trigger(setting, spot), _line(setting, spot.line.index), _line(setting, spot.line.index - 1)):
        for track, cues in deciding.items():
            if any(_holds(words, cue) for cue in cues):
                return _track(track)
    return _track(facts["tracks"].get(kind))


def facts_of(setting: Setting, spot: Spot, place: str | None) -> dict[str, str]:
    """The attributes of an event that are written beside it; keys as docs/vocabulary.md lists them, sorted."""
    facts = resources.lexicon(setting.language, "facts")
    kind = spot.draft.type
    found: dict[str, str] = {}
    if kind in _REMOVALS:
        found |= _named("mode", facts["modes"], setting, spot)
        found |= _destination(setting, spot, place)
    if kind in (
        "interim-measure",
        "international-decision",
        "complaint-filed",
        "asylum-granted",
        "asylum-seeker-status",
    ):
        found |= _named("body", facts["bodies"], setting, spot)
    if kind.startswith("extradition-") and kind not in ("extradition-requested", "extradition-arrest"):
        found |= _named("act", facts["acts"], setting, spot)
    if kind == "wanted" and any(_holds(_line(setting, spot.line.index), cue) for cue in facts["notice"]):
        found["notice"] = "red"
    found |= _terms(setting, spot)
    found |= _matched(setting, spot)
    return dict(sorted(found.items()))


def _terms(setting: Setting, spot: Spot) -> dict[str, str]:
    """Lengths of custody or sentence, and the day until which a span lasts: the nearest after the trigger."""
    lists = resources.lexicon(setting.language, "facts")["sentences"]
    name = next(
        (
            name
            for name, kinds in (("term", lists["custody"]), ("sentence", lists["sentence"]))
            if spot.draft.type in kinds
        ),
        None,
    )
    if name is None:
        return {}
    found = {}
    length = _nearest(spot, [d for d in spot.line.dates if d.length and d.kind == "duration"])
    if length and length.length:
        found[name] = length.length
    until = _nearest(spot, [d for d in spot.line.dates if d.bound == "until" and d.edtf])
    if until and name == "term":
        found["until"] = until.forward or until.edtf or ""
    return found


def _nearest(spot: Spot, dates: list[DateExpression]) -> DateExpression | None:
    near = [(len(spot.gap(d.start, d.end)[1]), d.start, d) for d in dates]
    return min(near)[2] if near and min(near)[0] < 12 else None


def _named(name: str, meanings: dict[str, list[str]], setting: Setting, spot: Spot) -> dict[str, str]:
    for words in (_trigger(setting, spot), _line(setting, spot.line.index)):
        for value, cues in meanings.items():
            if any(_holds(words, cue) for cue in cues):
                return {name: value}
    return {}


def _destination(setting: Setting, spot: Spot, place: str | None) -> dict[str, str]:
    """The state after "to" that is not the one that removes: in the line, nearest after the trigger first."""
    lead = resources.lexicon(setting.language, "facts")["to"]
    options = []
    for state in setting.places[spot.line.index]:
        before = setting.scene.document.text[spot.line.sentence.start : state.start].split()
        near = before[-1].casefold() if before else ""
        if near == "the" and len(before) > 1:
            near = before[-2].casefold()
        if near in lead and state.state != place and state.kind != "adjective":
            side, between = spot.gap(state.start, state.end)
            options.append((side < 0, len(between), state.state))
    return {"to": min(options)[2]} if options else {}


def _matched(setting: Setting, spot: Spot) -> dict[str, str]:
    found = {}
    text = setting.scene.document.text
    for name, (pattern, kinds) in _patterns(setting.language).items():
        if kinds is not None and spot.draft.type not in kinds:
            continue
        hits = [
            m for m in pattern.finditer(text, spot.line.sentence.start, spot.line.sentence.end) if m["value"].strip()
        ]
        if hits:
            best = min(hits, key=lambda m: (abs(m.start() - spot.draft.start), m.start()))
            found[name] = " ".join(best["value"].split())
    return found


def _trigger(setting: Setting, spot: Spot) -> str:
    start, end = spot.tokens[spot.first].start, spot.tokens[spot.last].end
    return setting.scene.document.text[start:end].casefold()


def _line(setting: Setting, index: int) -> str:
    if index < 0:
        return ""
    sentence = setting.scene.lines[index].sentence
    return setting.scene.document.text[sentence.start : sentence.end].casefold().replace("’", "'")


def _holds(words: str, cue: str) -> bool:
    at = words.find(cue)
    while at >= 0:
        if not words[at - 1 : at].isalnum() and not words[at + len(cue) : at + len(cue) + 1].isalnum():
            return True
        at = words.find(cue, at + 1)
    return False


def _track(name: Any) -> Track | None:
    return cast(Track, name) if name in TRACKS else None


@cache
def _patterns(language: str) -> dict[str, tuple[re.Pattern[str], frozenset[str] | None]]:
    facts = resources.lexicon(language, "facts")
    about = facts["about"]
    return {
        name: (re.compile(pattern), None if about[name] == "all" else frozenset(about[name]))
        for name, pattern in facts["patterns"].items()
    }
