"""What the form of a pack cannot say: that names are defined, examples are there, dates and lengths can be read."""

import re
from collections.abc import Iterable, Iterator

from habeas.errors import DataError
from habeas.model.vocabulary import STAGES
from habeas.procedure import sentences
from habeas.procedure.conditions import BUILT_IN
from habeas.procedure.rules import Condition, Pack, Pattern, Rule, Test, Way
from habeas.text import edtf

_LENGTH = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T\d+H)?")
_ADVICE = "docs/packs.md says what a rule needs"
_NEEDED = ("holds", "fails", "unknown")


def check(pack: Pack, where: str) -> None:
    """Raise DataError, with file and rule, at the first thing that a pack says and cannot mean."""
    for move in pack.stages:
        track = move.event.track
        if not isinstance(track, str) or move.to not in STAGES.get(track, ()):
            raise DataError(f"{where}: no stage {move.to} on the track {track or 'that is not named'}", _ADVICE)
    for rule in pack.rules:
        for problem in problems(rule):
            raise DataError(f"{where}, rule {rule.id}: {problem}", _ADVICE)


def problems(rule: Rule) -> Iterator[str]:
    """What is wrong with a rule, in plain words."""
    if not rule.sources:
        yield "sources: none given"
    for found in (_dates, _terms, _names, _examples):
        yield from found(rule)


def _dates(rule: Rule) -> Iterator[str]:
    since, until = rule.in_force.since, rule.in_force.to
    for key, value in (("from", since), ("to", until)):
        if value is not None and edtf.bounds(value) is None:
            yield f"in_force.{key}: «{value}» is no date"
    first, last = edtf.earliest(since), edtf.latest(until)
    if first and last and last < first:
        yield "in_force: it ends before it begins"


def _terms(rule: Rule) -> Iterator[str]:
    term = rule.term
    if (term or rule.remedy or rule.stops_removal) and not rule.acts:
        yield "act: missing; a term or remedy concerns an event"
    if term is None:
        return
    if term.length != "unknown" and not _LENGTH.fullmatch(term.length):
        yield f"term.length: «{term.length}» is no length such as P10D, P1M or PT72H"
    if not term.starts and term.after_term is None and term.length != "unknown":
        yield "term.from: missing; from what does it run?"
    if term.days == "working" and not re.fullmatch(r"P\d+D", term.length):
        yield "term.days: only a number of days can be counted in working days"


def _names(rule: Rule) -> Iterator[str]:
    outer = frozenset({"act"} if rule.acts else ())
    for test in (rule.protection, rule.flag):
        if test is not None:
            for way in (*test.holds, *test.fails, *test.raised):
                yield from _way(way, outer)
            yield from _said(test)
    for way in rule.asks.when if rule.asks else ():
        yield from _way(way, outer)
        for name in sorted(sentences.slots(rule.asks.text if rule.asks else "") - {*way.events, *BUILT_IN}):
            yield f"asks.text: {{{name}}} is no event of its way"
    if rule.term and rule.term.waits:
        yield from (f"term.waits: no event is named {name}" for name in _unknown_names(rule.term.waits, outer))


def _said(test: Test) -> Iterator[str]:
    for verdict, ways in (("holds", test.holds), ("armed", test.holds), ("fails", test.fails)):
        for name in sorted(sentences.slots(test.says.get(verdict, ""))):  # type: ignore[call-overload]
            if ways and not any(name in way.events for way in ways):
                yield f"says.{verdict}: {{{name}}} is no event of its ways"


def _way(way: Way, outer: frozenset[str]) -> Iterator[str]:
    known = set(outer)
    for name, pattern in way.events.items():
        for used in _pattern_names(pattern):
            if used not in known | set(BUILT_IN):
                yield f"{name}: no event before it is named {used}"
        known.add(name)
    if way.condition is not None:
        yield from (f"if: no event is named {name}" for name in _unknown_names(way.condition, frozenset(known)))


def _pattern_names(pattern: Pattern) -> tuple[str, ...]:
    return tuple(name for name in (pattern.of, pattern.before, pattern.after, pattern.not_before) if name)


def _unknown_names(condition: Condition, known: frozenset[str]) -> Iterator[str]:
    keys = [key for key in condition.__struct_fields__ if getattr(condition, key) is not None]
    if len(keys) != 1:
        yield f"(a condition has exactly one key, this one has {len(keys)})"
        return
    for part in (*(condition.all_ or ()), *(condition.any_ or ()), condition.not_, condition.not_shown):
        if part is not None:
            yield from _unknown_names(part, known)
    yield from (name for name in _used(condition) if name.partition(".")[0] not in known | set(BUILT_IN))


def _used(condition: Condition) -> Iterable[str]:
    spans = [span for span in (condition.within, condition.apart) if span]
    asked = [one for one in (condition.appeal_open, condition.over_limit) if one]
    patterns = [one for one in (condition.reported, condition.happened) if one]
    return (
        *(condition.before or ()),
        *(condition.same_day or ()),
        *(name for span in spans for name in (span.start, span.end)),
        *(name for one in asked for name in (one.event, one.at)),
        *(name for one in patterns for name in _pattern_names(one)),
        *([condition.pending.at] if condition.pending else ()),
        *([condition.stage.at] if condition.stage else ()),
        *([condition.where.event] if condition.where else ()),
    )


def _examples(rule: Rule) -> Iterator[str]:
    shown = {example.shows for example in rule.examples}
    if rule.evaluated and not shown:
        yield "examples: none"
    for needed in _needed(rule) if shown else ():
        if needed not in shown:
            yield f"examples: none in which it {'is unknown' if needed == 'unknown' else needed}"


def _needed(rule: Rule) -> tuple[str, ...]:
    """All three, unless a rule can only ever give one answer: a list of parties, or a text that nobody has found."""
    if rule.protection or rule.flag:
        return _NEEDED
    never_sure = rule.confidence == "low" or (rule.term is not None and rule.term.length == "unknown")
    return _NEEDED if (rule.term or rule.remedy) and not never_sure else ()
