"""A line as the encoder reads it: who may be meant, what was said just before, and the line itself, as word pieces.

In place of the name of everybody whom `read.people` found stands a common one of the same sex: the encoder knows these
as names, and what a name looks like makes no difference to it. A name that was not found reaches it as it stands.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from habeas import resources
from habeas.read.concepts import acts, hits
from habeas.read.presence import sexes_of
from habeas.read.scene import Line, Presence, Scene
from habeas.text.wordpieces import WordPieces, wordpieces

BEFORE, HERE, PEOPLE = 40, 110, 8
"""Word pieces of what was said before, and of the line; people who may be meant."""

StandIns = Mapping[str, Sequence[str]]
"""Common names by sex: m, f, other."""


class Window(NamedTuple):
    """The word pieces around the line with index `line`.

    `kinds`: 0 for what stands before the line, 1 for the line. `people`: where each person who may be meant stands, by
    portrait id. `words`: where the words of the text stand, by their offsets; names by those of their mentions.
    """

    line: int
    ids: list[int]
    kinds: list[int]
    people: dict[str, int]
    words: dict[int, int]


class _Piece(NamedTuple):
    """A word piece; `who`: the portrait whose name it stands for; `start`: the offset of the word that it begins."""

    id: int
    who: str | None = None
    start: int | None = None


def standins(language: str) -> StandIns:
    """The common names, in the order in which they are given out."""
    names: StandIns = resources.lexicon(language, "standins")["names"]
    return names


def windows(scene: Scene, names: StandIns) -> list[Window]:
    """A window for each line in which something procedural is said, and somebody may be meant."""
    language = scene.document.language or ""
    known = wordpieces(language)
    pieces = _Pieces(scene, known)
    sexes = sexes_of(scene.lines, scene.portraits, language)
    found = []
    for line in scene.lines:
        if scene.present[line.index] and acts(hits([t.low for t in line.sentence.tokens], language), language):
            found.append(_window(scene, line, pieces, _Names(sexes, names, language)))
    return found


class _Names:
    """Stand-ins given out in the order in which people are met."""

    def __init__(self, sexes: Mapping[str, str], names: StandIns, language: str) -> None:
        self.sexes, self.names, self.language = sexes, names, language
        self.given: dict[str, int] = {}

    def of(self, portrait: str) -> int:
        """The word piece that stands for somebody."""
        if portrait not in self.given:
            pool = self.names[self.sexes.get(portrait, "other")]
            taken = sum(self.sexes.get(one, "other") == self.sexes.get(portrait, "other") for one in self.given)
            self.given[portrait] = _word(self.language, pool[taken % len(pool)])
        return self.given[portrait]


class _Pieces:
    """The word pieces of each line, made when they are asked for."""

    def __init__(self, scene: Scene, known: WordPieces) -> None:
        self.lines, self.known = scene.lines, known
        self.made: dict[int, list[_Piece]] = {}

    def of(self, index: int) -> list[_Piece]:
        """Word pieces of a line."""
        if index not in self.made:
            self.made[index] = list(self._pieces(self.lines[index]))
        return self.made[index]

    def before(self, index: int) -> list[_Piece]:
        """The last word pieces of what was said before a line."""
        found: list[_Piece] = []
        while index > 0 and len(found) < BEFORE:
            index -= 1
            found = [*self.of(index), _Piece(self.known.close), *found]
        return found[:-1][-BEFORE:]

    def _pieces(self, line: Line) -> Iterator[_Piece]:
        """One piece for a name; the first piece of a word knows where it begins."""
        mentions = list(line.mentions)
        told = line.sentence.start
        for token in line.sentence.tokens:
            start = max(told, token.start)
            if mentions and mentions[0].start < token.end:
                mention = mentions.pop(0)
                yield from map(_Piece, self.known.of(token.word[start - token.start : mention.start - token.start]))
                yield _Piece(0, mention.portrait, mention.start)
                start = told = mention.end
            if start < token.end:
                begun: int | None = start
                for number in self.known.of(token.word[start - token.start :]):
                    yield _Piece(number, None, begun)
                    begun = None


def _window(scene: Scene, line: Line, pieces: _Pieces, names: _Names) -> Window:
    roles = {portrait.id: portrait.role for portrait in scene.portraits}
    called = resources.lexicon(names.language, "standins")["roles"]
    ids, people = [pieces.known.open], {}
    for one in _meant(scene.present[line.index]):
        people[one.portrait] = len(ids)
        ids += [names.of(one.portrait), _word(names.language, called[roles[one.portrait]])]
    ids.append(pieces.known.close)
    here = pieces.of(line.index)[:HERE]
    before = [*pieces.before(line.index), _Piece(pieces.known.close)]
    words = {}
    for piece in (*before, *here):
        if piece.start is not None:
            words[piece.start] = len(ids)
        ids.append(names.of(piece.who) if piece.who else piece.id)
    ids.append(pieces.known.close)
    return Window(line.index, ids, [0] * (len(ids) - len(here) - 1) + [1] * (len(here) + 1), people, words)


def _meant(present: Sequence[Presence]) -> list[Presence]:
    """Those whom the line brings in, then those whom it only carries on, as many as a window takes."""
    return sorted(present, key=lambda one: one.how == "carried")[:PEOPLE]


@cache
def _word(language: str, word: str) -> int:
    (number,) = wordpieces(language).of(word)
    return number
