"""Whose event it is: each person who may be meant, as a row of numbers beside the words that tell the event."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from habeas.read.placement import FAR, Place, Told
from habeas.read.presence import sexes_of
from habeas.read.scene import Presence
from habeas.read.sight import Sight

Floats = npt.NDArray[np.float32]
_NEVER, _LIKELY = -9.0, -1.0  # log odds
_ROLES = ("subject", "relative", "official", "advocate", "journalist", "other")


class Candidate(NamedTuple):
    """A line, a type (its place among the spotter's labels), a presence, and first and last token of the trigger."""

    line: int
    type: int
    presence: Presence
    first: int
    last: int


def candidates(told: Told) -> tuple[list[Candidate], Floats]:
    """Every (line, type, person) worth a decision, and a row of numbers for each."""
    whole = _Whole(told)
    sight = Sight(told.scene)
    found: list[Candidate] = []
    rows: list[list[float]] = []
    for index, spots in enumerate(told.spots):
        kinds = sorted(sight.types(index).union(spots.types))
        if not kinds or not told.scene.present[index]:
            continue
        place = Place(told, index)
        for kind in kinds:
            first, last = place.trigger(kind)
            front = whole.front(index, kind) + place.front(kind, first)
            for presence in told.scene.present[index]:
                found.append(Candidate(index, kind, presence, first, last))
                relation = place.relation(presence, kind, first, last)
                standing = whole.standing(presence, index, kind)
                rows.append(front + relation + standing + sight.row(index, presence.portrait, kind))
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
        self.sexes = sexes_of(scene.lines, scene.portraits, told.language)
        self.passages = [line.passage for line in scene.lines]
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
        after = next((line - index for line in lines if line > index), int(FAR))
        last = next((line for line in reversed(lines) if line <= index), None)
        apart = float(self.passages[index] - self.passages[last]) if last is not None else FAR
        newcomers = sum(named[0] == index for named in self.named.values() if named)
        sex = self.sexes.get(presence.portrait)
        return [
            *(float(portrait.role == role) for role in _ROLES),
            float(presence.portrait == self.protagonist),
            float(self.subjects),
            float(len(self.portraits)),
            len(lines) / self.most,
            float(len(lines)),
            with_name,
            float(min(after, FAR)),
            float(lines[0] if lines else FAR),
            min(apart, FAR),
            float(newcomers),
            float(bool(lines) and lines[0] == index),
            {"m": 1.0, "f": 2.0}.get(sex or "", 0.0),
        ]


def company(found: list[Candidate], scores: Floats) -> Floats:
    """For each candidate, numbers of what a first judgement (`scores`, log odds) says of the candidates beside it.

    Beside it stand: other people with the same type and line, other types of the same person and line, and the same
    type of the same person in other lines.
    """
    by_telling: dict[tuple[int, int], list[int]] = {}
    by_place: dict[tuple[int, str], list[int]] = {}
    by_event: dict[tuple[int, str], list[int]] = {}
    for place, one in enumerate(found):
        by_telling.setdefault((one.line, one.type), []).append(place)
        by_place.setdefault((one.line, one.presence.portrait), []).append(place)
        by_event.setdefault((one.type, one.presence.portrait), []).append(place)
    rows = []
    for place, one in enumerate(found):
        own = float(scores[place])
        rivals = [float(scores[n]) for n in by_telling[one.line, one.type] if n != place]
        types = [n for n in by_place[one.line, one.presence.portrait] if n != place]
        overlapping = [n for n in types if found[n].first <= one.last and one.first <= found[n].last]
        elsewhere = [float(scores[n]) for n in by_event[one.type, one.presence.portrait] if found[n].line != one.line]
        earlier = [float(scores[n]) for n in by_event[one.type, one.presence.portrait] if found[n].line < one.line]
        rows.append(
            [
                own,
                own - max(rivals, default=_NEVER),
                float(sum(score > own for score in rivals)),
                float(sum(score > _LIKELY for score in rivals)),
                max((float(scores[n]) for n in types), default=_NEVER),
                float(sum(scores[n] > _LIKELY for n in types)),
                max((float(scores[n]) for n in overlapping), default=_NEVER),
                max(elsewhere, default=_NEVER),
                max(earlier, default=_NEVER),
                float(sum(score > _LIKELY for score in elsewhere)),
            ]
        )
    return np.array(rows, dtype=np.float32)
