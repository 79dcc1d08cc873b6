"""Gold events as drafts: what the decisions about date, place, modality, speaker and authority are fitted on."""

import random
from collections.abc import Callable
from functools import cache, partial
from typing import Any

import msgspec

from habeas.read.encoder import look
from habeas.read.prepare import prepare
from habeas.read.scene import Draft, Scene
from habeas.read.setting import Setting, survey
from train.corpus import FITTED, Annotated, load, place_of
from train.given import given_people
from train.marked import marked
from train.seen import seen


class Lesson(msgspec.Struct, frozen=True):
    """A document with its gold events as drafts, in the order of the text: `events[i]` is `setting.spots[i]`."""

    annotated: Annotated
    setting: Setting
    events: tuple[dict[str, Any], ...]


@cache
def lessons(name: str) -> tuple[Lesson, ...]:
    """The lessons of a set of `train.corpus`, or of the marked passages ("marked"), as an encoder sees them.

    What weights are fitted on is seen by an encoder that was not fitted on it.
    """
    annotated = marked() if name == "marked" else load(name)
    apart = name in (*FITTED, "marked")
    return tuple(lesson(one, partial(seen, case=one.case) if apart else look) for one in annotated)


def lesson(annotated: Annotated, see: Callable[[Scene], Scene] = lambda scene: scene) -> Lesson:
    """One document's lesson. Events whose `find` is not found in a line are left out. `see`: lets an encoder look."""
    scene = see(given_scene(annotated))
    pairs = []
    names = {person["name"]: f"p{index}" for index, person in enumerate(annotated.gold["people"])}
    for event in annotated.gold["events"]:
        draft = _draft(scene, event, names)
        if draft:
            pairs.append((draft, event))
    pairs.sort(key=lambda pair: (pair[0].start, pair[0].end, pair[0].type))
    setting = survey(scene, tuple(draft for draft, _ in pairs))
    return Lesson(annotated, setting, tuple(event for _, event in pairs))


def given_scene(annotated: Annotated) -> Scene:
    """The scene of a document with the gold people in it."""
    return prepare(annotated.document, given_people(annotated))


def jittered(found: Lesson, seed: int) -> Lesson:
    """The same lesson with triggers shortened at random, as a reader finds them: one to four words of the gold's."""
    dice = random.Random(f"{seed} {found.annotated.name}")
    drafts = []
    for spot in found.setting.spots:
        length = dice.randint(1, 4)
        first = dice.randint(spot.first, max(spot.first, spot.last - length + 1))
        last = min(spot.last, first + length - 1)
        drafts.append(msgspec.structs.replace(spot.draft, start=spot.tokens[first].start, end=spot.tokens[last].end))
    return Lesson(found.annotated, survey(found.setting.scene, tuple(drafts)), found.events)


def _draft(scene: Scene, event: dict[str, Any], names: dict[str, str]) -> Draft | None:
    place = (event["at"], event["until"]) if "at" in event else None
    if event.get("find"):
        place = place_of(event["find"], scene.document.text)
    if place is None:
        return None
    for line in scene.lines:
        if line.sentence.start <= place[0] < line.sentence.end:
            end = min(place[1], line.sentence.end)
            return Draft(line.index, names.get(event["person"], "?"), event["type"], place[0], end, 1.0)
    return None
