"""When a decision reached the person: the day from which most terms to appeal run.

Plain rules: words of service with a date, and a decision told of the person near them.
"""

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from habeas import resources
from habeas.model.readings import Words
from habeas.read.scene import Draft, Line, Scene
from habeas.read.telling import Told
from habeas.text.dates import DateExpression

_DECISIONS = frozenset({"extradition-granted", "removal-ordered", "asylum-refused", "appeal-dismissed"})
_REACH = 2
"""Sentences after a decision in which its service is looked for."""
_NEAR = 80
"""Code points between the words of service and their date."""


def served(scene: Scene, told: Sequence[Told]) -> tuple[Told, ...]:
    """Events of the type `notified`, each dated; at most one a line and person, in the order of the text."""
    pattern = _pattern(scene.document.language or "")
    found = []
    for line in scene.lines:
        for match in pattern.finditer(scene.document.text, line.sentence.start, line.sentence.end):
            day = _day(line, match.start(), match.end())
            decision = _decision(line, told) if day else None
            if day and decision and not match["not"]:
                found.append(_told(line, match.span("served"), day, decision))
                break
    return tuple(found)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(resources.lexicon(language, "facts")["served"], re.IGNORECASE)


def _day(line: Line, start: int, end: int) -> DateExpression | None:
    """The nearest date that words tie to the service: behind it rather than before it."""
    near = [
        (max(d.start - end, 0) if d.start >= end else (start - d.end) + _NEAR // 2, d.start, d)
        for d in line.dates
        if d.edtf and d.bound == "on" and not d.reports and not d.nominal
    ]
    best = min(near, default=None)
    return best[2] if best and best[0] <= _NEAR else None


def _decision(line: Line, told: Sequence[Told]) -> Told | None:
    """The decision told last at or shortly before the line; else, where all are of one person, the nearest one."""
    all_told = [one for one in told if one.draft.type in _DECISIONS and one.modality == "happened"]
    near = [one for one in all_told if 0 <= line.index - one.draft.line <= _REACH]
    if near:
        return max(near, key=lambda one: (one.draft.line, one.draft.confidence))
    if len({one.draft.portrait for one in all_told}) != 1:
        return None
    return min(all_told, key=lambda one: (abs(line.index - one.draft.line), one.draft.line))


def _told(line: Line, span: tuple[int, int], day: DateExpression, decision: Told) -> Told:
    start, end = span
    draft = Draft(line.index, decision.draft.portrait, "notified", start, end, decision.draft.confidence)
    words = (Words("date", day.start, day.end),)
    return msgspec.structs.replace(decision, draft=draft, date=day.edtf, by=None, attrs={}, words=words)
