"""Where in a line people stand beside the words that tell an event, as numbers."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from habeas import resources
from habeas.read.concepts import Hit, acts
from habeas.read.cues import View
from habeas.read.presence import words
from habeas.read.scene import Presence, Scene
from habeas.read.spotting import Spots, trigger

FAR = 40.0
"""Tokens or sentences: farther is all the same."""
_GAP = 14  # tokens that may stand between two names of one row
_HOWS = ("named", "pronoun", "described", "group", "carried")


class Told(NamedTuple):
    """A document as the decision sees it: the scene, a view and spots a line."""

    scene: Scene
    views: tuple[View, ...]
    spots: tuple[Spots, ...]
    labels: tuple[str, ...]
    language: str


class _Small(NamedTuple):
    """Small words that order a sentence (`lexicons/LANGUAGE/events.yml`)."""

    links: tuple[str, ...]
    joints: tuple[str, ...]
    verbs: frozenset[str]
    breaks: frozenset[str]
    indefinite: frozenset[str]


@cache
def _small(language: str) -> _Small:
    lists = resources.lexicon(language, "events")
    return _Small(
        tuple(lists["links"]),
        tuple(lists["joints"]),
        frozenset(lists["verbs"]),
        frozenset(lists["breaks"]),
        frozenset(lists["indefinite"]),
    )


class Place:
    """What stands where in one line."""

    def __init__(self, told: Told, index: int) -> None:
        self.view = told.views[index]
        self.labels = told.labels
        self.spots = told.spots[index]
        self.present = told.scene.present[index]
        self.before = {one.portrait: one for one in told.scene.present[index - 1]} if index else {}
        self.tokens = self.view.line.sentence.tokens
        told_words = words(told.language)
        self.lows = lows = [token.low for token in self.tokens]
        self.kin = [low.removesuffix("'s") in told_words.kin for low in lows]
        self.small = small = _small(told.language)
        verbs = {place for place, low in enumerate(lows) if low in small.verbs}
        verbs.update(hit.first for hit in acts(self.view.hits, told.language))
        self.rows = _rows(self.view.owners, lows, verbs, small.joints)
        kinds = [told_words.pronouns.get(low) for low in lows]
        self.counts = [float(sum(kind == wanted for kind in kinds)) for wanted in ("m", "f", "group", "first")]
        self.breaks = np.cumsum([low in small.breaks for low in lows])
        self.people = [(place, owner) for place, owner in enumerate(self.view.owners) if owner is not None]
        self.segments = _segments(self.view.owners)
        self.someone = [
            place
            for place, low in enumerate(lows)
            if (low in told_words.nouns and small.indefinite.intersection(lows[max(0, place - 3) : place]))
            or (low in told_words.groups and not told_words.pointing.intersection(lows[max(0, place - 3) : place]))
        ]
        self.told = {hit.concept for hit in self.view.hits if hit.concept.startswith("=")}

    def front(self, kind: int, first: int) -> list[float]:
        """Numbers of the line around the trigger."""
        plain = self.plain(kind)
        near = [place for place, kin in enumerate(self.kin) if kin and -5 <= place - first <= 4]
        evidence = self.spots.evidence[:, kind]
        return [
            *self.counts, float(len({owner for _, owner in self.people})), float(len(self.tokens)), float(first),
            float(self.view.line.zone == "headline"), float(self.view.quoted), float(bool(near)),
            float(near[-1] - first if near else FAR), float(evidence[first]),
            float(len(plain)), float(max((hit.last - hit.first + 1 for hit in plain), default=0)),
            float(len(self.told)),
            float(len(self.someone)), float(any(-8 <= place - first <= 6 for place in self.someone)),
            float(len(self.view.line.dates)), float(sum(unit.form == "@C" for unit in self.view.units)),
        ]  # fmt: skip

    def plain(self, kind: int) -> list[Hit]:
        """Where the plain words for a type stand."""
        return [hit for hit in self.view.hits if hit.concept == f"={self.labels[kind]}"]

    def trigger(self, kind: int) -> tuple[int, int]:
        """First and last token that say most for a type: of its plain words, else of any."""
        evidence = self.spots.evidence[:, kind]
        plain = max(self.plain(kind), key=lambda hit: float(evidence[hit.first : hit.last + 1].sum()), default=None)
        return trigger(evidence) if plain is None else (plain.first, plain.last)

    def relation(self, presence: Presence, kind: int, first: int, last: int) -> list[float]:
        """Numbers of the person's words beside the trigger's."""
        own = [place for place, owner in self.people if owner == presence.portrait]
        if not own and presence.start is not None:
            own = [place for place, token in enumerate(self.tokens) if token.start == presence.start]
        others = [place for place, owner in self.people if owner != presence.portrait]
        ahead = max((place for place in others if place <= first), default=None)
        behind = min((place for place in others if place > first), default=None)
        evidence = np.maximum(self.spots.evidence[:, kind], 0)
        share = float(evidence[self.segments == presence.portrait].sum() / (evidence.sum() + 1e-6))
        same = [one for one in self.present if one.how == presence.how and one.portrait != presence.portrait]
        past = self.before.get(presence.portrait)
        return [
            *(float(presence.how == how) for how in _HOWS),
            min(float(presence.distance), FAR),
            float(presence.rank),
            float(presence.subject),
            float(first - ahead) if ahead is not None else FAR,
            float(behind - first) if behind is not None else FAR,
            share,
            float(len(same)),
            float(sum(one.rank < presence.rank for one in same)),
            float(any(one.how == "named" for one in self.present if one.portrait != presence.portrait)),
            float(past is not None and past.how == "named"),
            float(past is not None and past.how != "carried"),
            float(past is not None and past.subject),
            *self._nearness(own, others, first, last),
        ]

    def _nearness(self, own: list[int], others: list[int], first: int, last: int) -> list[float]:
        """Numbers of the own words that stand nearest to the trigger, and of the row of names they stand in."""
        if not own:
            return [FAR, -1.0, -1.0, FAR, 0.0, -1.0, 0.0, 0.0, 0.0]
        nearest = min(own, key=lambda place: abs(place - first))
        row = self.rows.get(nearest, (nearest, nearest, 0))
        low, high = min(nearest, first), max(nearest, last)
        by_row = row[0] - first if row[0] > first else row[1] - first if row[1] < first else 0
        between = [place for place in others if low < place < high and not row[0] <= place <= row[1]]
        word = self.lows[nearest - 1] if nearest else ""
        return [
            float(nearest - first),
            float(len(between)),
            float(abs(self.breaks[nearest] - self.breaks[first])),
            float(by_row),
            float(row[2]),
            float(self.small.links.index(word) if word in self.small.links else -1),
            float(self.lows[nearest].endswith("'s")),
            float(any(self.kin[nearest + 1 : nearest + 4])),
            float(sum(self.kin[low + 1 : high])),
        ]


def _rows(
    owners: Sequence[str | None], lows: Sequence[str], verbs: set[int], joints: tuple[str, ...]
) -> dict[int, tuple[int, int, int]]:
    """For each token of a name, the row of names it stands in ("A, B and C"): first and last token, and how many names.

    Names stand in one row where a comma or "and" follows the first of them and no act is told between them.
    """
    names: list[tuple[int, int]] = []
    for place, owner in enumerate(owners):
        if owner is not None and names and names[-1][1] == place - 1 and owners[place - 1] == owner:
            names[-1] = (names[-1][0], place)
        elif owner is not None:
            names.append((place, place))
    rows: list[list[tuple[int, int]]] = []
    for name in names:
        gap = range(rows[-1][-1][1] + 1, name[0]) if rows else range(0)
        joined = 0 < len(gap) <= _GAP and lows[gap[0]] in joints and verbs.isdisjoint(gap)
        if joined:
            rows[-1].append(name)
        else:
            rows.append([name])
    found: dict[int, tuple[int, int, int]] = {}
    for row in rows:
        for start, end in row:
            found |= dict.fromkeys(range(start, end + 1), (row[0][0], row[-1][1], len(row)))
    return found


def _segments(owners: Sequence[str | None]) -> npt.NDArray[np.object_]:
    """For each token the person named last before it; before the first name, the first named."""
    current = next((owner for owner in owners if owner is not None), None)
    found = []
    for owner in owners:
        current = owner if owner is not None else current
        found.append(current)
    return np.array(found, dtype=object)
