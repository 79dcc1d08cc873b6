"""What the decisions about drafts look at: each trigger among the tokens of its line, and the states spoken of."""

from bisect import bisect_right
from collections import Counter
from functools import cache

import msgspec

from habeas import resources
from habeas.read.scene import Draft, Line, Scene
from habeas.text.dates import DateExpression
from habeas.text.places import PlaceExpression, find_places
from habeas.text.segments import Token
from habeas.text.story import resolve_in_order


class Spot(msgspec.Struct, frozen=True):
    """A draft in its line: indices of the trigger's first and last token."""

    draft: Draft
    line: Line
    first: int
    last: int

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the line."""
        return self.line.sentence.tokens

    def gap(self, start: int, end: int) -> tuple[int, tuple[Token, ...]]:
        """Where words lie from the trigger (-1 before, 0 overlapping, 1 after) and the tokens between."""
        tokens = self.tokens
        if end <= tokens[self.first].start:
            return -1, tuple(t for t in tokens[: self.first] if t.start >= end)
        if start >= tokens[self.last].end:
            return 1, tuple(t for t in tokens[self.last + 1 :] if t.end <= start)
        return 0, ()


class Setting(msgspec.Struct, frozen=True):
    """A scene with its drafts as spots, in the order given, and the place expressions of each line."""

    scene: Scene
    language: str
    spots: tuple[Spot, ...]
    places: tuple[tuple[PlaceExpression, ...], ...]
    weight: dict[str, int]
    """How often the document points to each state."""
    dates: tuple[tuple[DateExpression, ...], ...] = ()
    """The dates of each line, read in the light of those told before them."""

    def beside(self, spot: Spot) -> list[Spot]:
        """The other spots of the same line."""
        return [other for other in self.spots if other.draft.line == spot.draft.line and other is not spot]


def survey(scene: Scene, drafts: tuple[Draft, ...]) -> Setting:
    """The setting of a scene's drafts."""
    language = scene.document.language or ""
    text = scene.document.text
    spots = tuple(_spot(scene.lines[draft.line], draft) for draft in drafts)
    places = tuple(
        tuple(p for p in find_places(text, line.sentence.start, line.sentence.end, language) if not _named(p, line))
        for line in scene.lines
    )
    dates = resolve_in_order([line.dates for line in scene.lines], scene.document.published)
    return Setting(scene, language, spots, places, Counter(p.state for found in places for p in found), dates)


def token_at(tokens: tuple[Token, ...], offset: int) -> int:
    """The index of the token that stands at an offset of the text, or of the last one before it (0 at least)."""
    return max(0, bisect_right(tokens, offset, key=lambda t: t.start) - 1)


@cache
def classes(language: str) -> dict[str, frozenset[str]]:
    """Classes of words that several decisions look at (`tellings.yml`): speech, time words, negation …."""
    return {name: frozenset(words) for name, words in resources.lexicon(language, "tellings")["classes"].items()}


def _spot(line: Line, draft: Draft) -> Spot:
    tokens = line.sentence.tokens
    first = token_at(tokens, draft.start)
    if tokens[first].end <= draft.start and first + 1 < len(tokens):
        first += 1
    return Spot(draft, line, first, max(first, token_at(tokens, draft.end - 1)))


def _named(place: PlaceExpression, line: Line) -> bool:
    """Part of somebody's name: no place."""
    return any(m.start < place.end and place.start < m.end for m in line.mentions)
