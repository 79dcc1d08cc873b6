"""Whose event it is: each person who may be meant, as a row of numbers beside the words that tell the event."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from habeas.read.cues import View
from habeas.read.presence import words
from habeas.read.scene import Presence, Scene
from habeas.read.spotting import Spots, trigger

Floats = npt.NDArray[np.float32]
_FAR = 40.0  # tokens or sentences: farther is all the same
_ROLES = ("subject", "relative", "official", "advocate", "journalist", "other")
_HOWS = ("named", "pronoun", "described", "group", "carried")


class Candidate(NamedTuple):
    """A line, a type (its place among the spotter's labels), a presence, and first and last token of the trigger."""

    line: int
    type: int
    presence: Presence
    first: int
    last: int


class Told(NamedTuple):
    """A document as the decision sees it: the scene, a view and spots a line."""

    scene: Scene
    views: tuple[View, ...]
    spots: tuple[Spots, ...]
    language: str


def candidates(told: Told) -> tuple[list[Candidate], Floats]:
    """Every (line, type, person) worth a decision, and a row of numbers for each."""
    whole = _Whole(told)
    found: list[Candidate] = []
    rows: list[list[float]] = []
    for index, spots in enumerate(told.spots):
        if not spots.types or not told.scene.present[index]:
            continue
        place = _Place(told, index)
        for kind in spots.types:
            first, last = trigger(spots.evidence[:, kind])
            front = whole.front(index, kind) + place.front(kind, first)
            for presence in told.scene.present[index]:
                found.append(Candidate(index, kind, presence, first, last))
                rows.append(front + place.relation(presence, kind, first, last) + whole.standing(presence, index, kind))
    return found, np.array(rows, dtype=np.float32)


class _Whole:
    """What the document as a whole says of a person and a type."""

    def __init__(self, told: Told) -> None:
        self.scores = np.array([spots.scores for spots in told.spots])
        self.top = self.scores.max(axis=0)
        scene = told.scene
        self.portraits = {portrait.id: portrait for portrait in scene.portraits}
        self.protagonist = scene.protagonist
        self.subjects = sum(portrait.role == "subject" for portrait in scene.portraits)
        self.named: dict[str, list[int]] = {portrait.id: [] for portrait in scene.portraits}
        for line in scene.lines:
            for owner in dict.fromkeys(mention.portrait for mention in line.mentions):
                self.named[owner].append(line.index)
        self.most = max((len(lines) for lines in self.named.values()), default=1) or 1

    def front(self, index: int, kind: int) -> list[float]:
        """Numbers of the line and the type, the same for everyone."""
        row = self.scores[index]
        others = np.delete(row, kind)
        column = self.scores[:, kind]
        return [
            float(kind), float(row[kind]), float(row[kind] - others.max()), float((row > row[kind]).sum()),
            float(column[index - 1]) if index else -9.0, float(column[index + 1]) if index + 1 < len(column) else -9.0,
            float(self.top[kind] - row[kind]), float((column > -1.5).sum()), float(index), float(len(column)),
        ]  # fmt: skip

    def standing(self, presence: Presence, index: int, kind: int) -> list[float]:
        """Numbers of the person in the document, beside this type."""
        portrait = self.portraits[presence.portrait]
        lines = self.named[presence.portrait]
        with_name = max((float(self.scores[line, kind]) for line in lines if line != index), default=-9.0)
        after = next((line - index for line in lines if line > index), int(_FAR))
        return [
            *(float(portrait.role == role) for role in _ROLES), float(presence.portrait == self.protagonist),
            float(self.subjects), float(len(self.portraits)), len(lines) / self.most, float(len(lines)), with_name,
            float(min(after, _FAR)), float(lines[0] if lines else _FAR),
        ]  # fmt: skip


class _Place:
    """What stands where in one line."""

    def __init__(self, told: Told, index: int) -> None:
        self.view = told.views[index]
        self.spots = told.spots[index]
        self.present = told.scene.present[index]
        self.before = {one.portrait: one for one in told.scene.present[index - 1]} if index else {}
        self.tokens = self.view.line.sentence.tokens
        told_words = words(told.language)
        lows = [token.low for token in self.tokens]
        self.kin = [low.removesuffix("'s") in told_words.kin for low in lows]
        kinds = [told_words.pronouns.get(low) for low in lows]
        self.counts = [float(sum(kind == wanted for kind in kinds)) for wanted in ("m", "f", "group", "first")]
        self.breaks = np.cumsum([low in (",", ";", ":", "and", "but", "who", "while", "after") for low in lows])
        self.people = [(place, owner) for place, owner in enumerate(self.view.owners) if owner is not None]
        self.segments = _segments(self.view.owners)

    def front(self, kind: int, first: int) -> list[float]:
        """Numbers of the line around the trigger."""
        near = [place for place, kin in enumerate(self.kin) if kin and -5 <= place - first <= 4]
        evidence = self.spots.evidence[:, kind]
        return [
            *self.counts, float(len({owner for _, owner in self.people})), float(len(self.tokens)), float(first),
            float(self.view.line.zone == "headline"), float(self.view.quoted), float(bool(near)),
            float(near[-1] - first if near else _FAR), float(evidence[first]),
        ]  # fmt: skip

    def relation(self, presence: Presence, kind: int, first: int, last: int) -> list[float]:
        """Numbers of the person's words beside the trigger's."""
        own = [place for place, owner in self.people if owner == presence.portrait]
        if not own and presence.start is not None:
            own = [place for place, token in enumerate(self.tokens) if token.start == presence.start]
        nearest = min(own, key=lambda place: abs(place - first), default=None)
        others = [place for place, owner in self.people if owner != presence.portrait]
        ahead = max((place for place in others if place <= first), default=None)
        behind = min((place for place in others if place > first), default=None)
        evidence = np.maximum(self.spots.evidence[:, kind], 0)
        share = float(evidence[self.segments == presence.portrait].sum() / (evidence.sum() + 1e-6))
        same = [one for one in self.present if one.how == presence.how and one.portrait != presence.portrait]
        past = self.before.get(presence.portrait)
        return [
            *(float(presence.how == how) for how in _HOWS), min(float(presence.distance), _FAR), float(presence.rank),
            float(presence.subject), float(nearest - first) if nearest is not None else _FAR,
            float(sum(min(nearest, first) < place < max(nearest, last) for place in others)) if nearest is not None else -1.0,
            float(abs(self.breaks[nearest] - self.breaks[first])) if nearest is not None else -1.0,
            float(first - ahead) if ahead is not None else _FAR, float(behind - first) if behind is not None else _FAR,
            share, float(len(same)), float(sum(one.rank < presence.rank for one in same)),
            float(any(one.how == "named" for one in self.present if one.portrait != presence.portrait)),
            float(past is not None and past.how == "named"), float(past is not None and past.how != "carried"),
            float(past is not None and past.subject),
        ]  # fmt: skip


def _segments(owners: Sequence[str | None]) -> npt.NDArray[np.object_]:
    """For each token the person named last before it; before the first name, the first named."""
    current = next((owner for owner in owners if owner is not None), None)
    found = []
    for owner in owners:
        current = owner if owner is not None else current
        found.append(current)
    return np.array(found, dtype=object)
