"""What the encoder is asked, and what is right: windows of annotated documents with their answers."""

from collections.abc import Iterator
from typing import Any

import msgspec
import numpy as np

from habeas.model.vocabulary import MODALITIES
from habeas.read import authority, speaker, voices
from habeas.read.encoder import TYPES
from habeas.read.scene import Draft
from habeas.read.setting import Setting, survey
from habeas.read.windows import StandIns, Window, windows
from train.corpus import fitted, place_of
from train.lessons import REPEATED, Lesson, Where, cast
from train.marked import marked
from train.passages import passages
from train.scoring import same_date, same_party
from train.tellings import lesson as told


class Asked(msgspec.Struct, frozen=True):
    """A scene and what to learn from it. `told[i]` is the gold of `setting.spots[i]`; none where only types are marked.

    `complete`: every event of the scene is among `events`.
    """

    case: str
    setting: Setting
    events: frozenset[Where]
    told: tuple[dict[str, Any], ...]
    complete: bool


class Event(msgspec.Struct, frozen=True):
    """An event of a window: row of the person, type, modality; for each question the words asked and the right ones.

    Of the words asked (places in the window) the first is none; nothing is right where nothing is to be learned.
    """

    person: int
    type: int
    how: int
    words: list[list[int]]
    right: list[list[int]]


class Example(msgspec.Struct, frozen=True):
    """A window with its answers: which types are told of whom, how much each of these counts, and the events."""

    window: Window
    types: Any
    worth: Any
    events: list[Event]


def lessons() -> list[Asked]:
    """Everything to learn from: reports with people as a finder sees them, then the marked passages."""
    found = [_asked(one) for fold in cast(fitted(), passages()) for one in fold]
    for one in (told(annotated) for annotated in marked()):
        events = frozenset((s.draft.line, str(s.draft.type), s.draft.portrait) for s in one.setting.spots)
        found.append(Asked(one.annotated.case, one.setting, events, one.events, complete=False))
    return found


def _asked(one: Lesson) -> Asked:
    pairs = []
    for (line, kind, portrait), event in one.events.items():
        place = place_of(event["find"], one.scene.document.text) if "modality" in event else None
        if place and portrait:
            pairs.append((Draft(line, portrait, TYPES[TYPES.index(kind)], *place, 1.0), event))  # type: ignore[arg-type]
    pairs.sort(key=lambda pair: (pair[0].start, pair[0].end, pair[0].type, pair[0].portrait))
    setting = survey(one.scene, tuple(draft for draft, _ in pairs))
    return Asked(one.annotated.case, setting, frozenset(one.events), tuple(event for _, event in pairs), complete=True)


def examples(asked: Asked, names: StandIns) -> Iterator[Example]:
    """The windows of a scene with their answers."""
    known = {(kind, portrait) for _, kind, portrait in asked.events}
    right = _answers(asked)
    for window in windows(asked.setting.scene, names):
        people = list(window.people)
        types = np.array([[(window.line, k, who) in asked.events for k in TYPES] for who in people], dtype=np.float32)
        again = np.array([[(k, who) in known for k in TYPES] for who in people])
        worth = np.where(types > 0, 1.0, np.where(again, REPEATED, float(asked.complete)))
        events = []
        for spot, event, answers in zip(asked.setting.spots, asked.told, right, strict=True):
            if spot.draft.line == window.line and spot.draft.portrait in window.people:
                words, good = zip(*(_in_window(window, of_question) for of_question in answers), strict=True)
                row, kind = people.index(spot.draft.portrait), TYPES.index(spot.draft.type)
                events.append(Event(row, kind, MODALITIES.index(event["modality"]), list(words), list(good)))
        yield Example(window, types, worth.astype(np.float32), events)


Answers = tuple[bool | None, dict[int, bool]]
"""Whether no word answers (None: not to be learned), and which words may, by offset: right ones and others."""


def _answers(asked: Asked) -> list[list[Answers]]:
    """The answers to each question about each event."""
    setting = asked.setting
    heard, acting = voices.voices(setting), authority.actors(setting)
    plain = {date.start: date for line in setting.scene.lines for date in line.dates}
    found = []
    for spot, event in zip(setting.spots, asked.told, strict=True):
        near = range(max(0, spot.draft.line - 3), spot.draft.line + 1)
        dates = {
            date.start: any(
                same_date(edtf, event["date"]) is True
                for edtf in (date.edtf, plain[date.start].edtf, plain[date.start].forward)
            )
            for line in near
            for date in setting.dates[line]
        }
        places = {p.start: p.state == event["place"] for line in near for p in setting.places[line]}
        speakers = {v.start: _same(v.name, event["attributed_to"])
                  for v in speaker.candidates(setting, spot, heard) if v and v.kind != "narrator"}  # fmt: skip
        actors = {a.start: _same(a.name, event.get("by"))
                  for a in authority.candidates(setting, spot, acting) if a and a.kind != "self"}  # fmt: skip
        found.append([
            (None if event["date"] else True, dates), (not any(places.values()), places),
            (None if event.get("by") else True if "by" in event else None, actors),
            (None if event["attributed_to"] else True, speakers),
        ])  # fmt: skip
    return found


def _same(found: str, gold: str | None) -> bool:
    return bool(gold) and same_party(found, str(gold))


def _in_window(window: Window, answers: Answers) -> tuple[list[int], list[int]]:
    """Places of the words asked, the first for none, and which of these are right (by their order)."""
    none, words = answers
    here = [(window.words[start], good) for start, good in words.items() if start in window.words]
    right = [0] * bool(none) + [n for n, (_, good) in enumerate(here, start=1) if good and not none]
    return [0, *(place for place, _ in here)], right
