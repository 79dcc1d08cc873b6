"""Documents as the reader sees them, with gold events at their lines: what the decision on events is fitted on."""

from typing import Any

import msgspec

from habeas.read import people
from habeas.read.lines import lines
from habeas.read.prepare import prepare
from habeas.read.scene import Scene
from habeas.read.spellings import parts, within
from train.corpus import Annotated, place_of
from train.people import FOLDS, fit_names, fit_roles, folds, parts_in

REPEATED = 0.15
"""What a line counts that may tell again of an event whose gold stands in another line."""

Where = tuple[int, str, str]
"""Line, type, portrait id."""


class Lesson(msgspec.Struct, frozen=True):
    """A document as the reader sees it, with its gold events at their lines. `who`: gold name by portrait id.

    Where a line tells one type of one person twice, `events` keeps the first.
    """

    annotated: Annotated
    scene: Scene
    who: dict[str, str]
    events: dict[Where, dict[str, Any]]


def lesson(annotated: Annotated, weights: people.Weights | None) -> Lesson:
    """The lesson of a document; `weights`: of a finder of people that did not see it."""
    document = annotated.document
    scene = prepare(document, people.find_people(document, lines(document, document.language or ""), weights))
    who = matched(scene, annotated.gold["people"])
    portraits = {name: portrait for portrait, name in who.items()}
    events: dict[Where, dict[str, Any]] = {}
    for event in annotated.gold["events"]:
        place = _start(event, document.text)
        line = next((one for one in scene.lines if one.sentence.start <= place < one.sentence.end), None)
        if line is not None:
            events.setdefault((line.index, event["type"], portraits.get(event["person"], "")), event)
    return Lesson(annotated, scene, who, events)


def cast(corpus: list[Annotated], beside: list[Annotated]) -> list[list[Lesson]]:
    """The lessons of each fold of the corpus, with people found by finders that were not fitted on it.

    `beside`: documents that stand alone and are dealt out to the folds.
    """
    split = folds(corpus)
    names = [fit_names(others) for others, _ in split]
    played = [[parts_in(a, model) for a in aside] for model, (_, aside) in zip(names, split, strict=True)]
    found = []
    for fold, (_, aside) in enumerate(split):
        roles = fit_roles([part for n, others in enumerate(played) if n != fold for part in others])
        finder = people.Weights(names[fold], roles)
        found.append([lesson(annotated, finder) for annotated in (*aside, *beside[fold::FOLDS])])
    return found


def _start(event: dict[str, Any], text: str) -> int:
    """Where the words that mark an event start; -1 where they are not found."""
    if "at" in event:
        return int(event["at"])
    place = place_of(event["find"], text)
    return place[0] if place else -1


def matched(scene: Scene, gold: list[dict[str, Any]]) -> dict[str, str]:
    """Gold name by portrait id, one to one, as the scorer matches: equal names first, then contained ones."""
    who: dict[str, str] = {}
    for same in (lambda a, b: set(a) == set(b), lambda a, b: within(a, b) or within(b, a)):
        for person in sorted(gold, key=lambda one: -len(parts(one["name"]))):
            forms = [parts(form) for form in (person["name"], *person.get("aka", []))]
            if person["name"] in who.values():
                continue
            for portrait in scene.portraits:
                fits = any(same(parts(name), form) for name in portrait.names for form in forms)
                if fits and portrait.id not in who:
                    who[portrait.id] = person["name"]
                    break
    return who
