"""Names of people in the lines of a document: which capitalised words, and where a name begins and ends."""

import msgspec
import numpy as np

from habeas.read.capitals import Capital
from habeas.read.nameclues import Capitals, Clues
from habeas.read.scene import Line
from habeas.text.linear import Floats, Linear, load

LABELS = ("outside", "begin", "inside")
LEAN = 0.7
"""How much (log odds) a doubtful word leans to being a name: `roles` weighs again whoever seems to be named."""
_JOINING = frozenset({"next", "line", "dot", "particle", "quote", "bracket"})


class Name(msgspec.Struct, frozen=True):
    """A person's name at one place. `line`: index of its line; `words`: the capitalised words it consists of.

    `first`, `last`: places of its first and last token in the line; `start`, `end`: offsets in the document's text,
    without possessive ending. `chance`: how sure the finder is that this is a person's name, 0…1.
    """

    line: int
    first: int
    last: int
    start: int
    end: int
    words: tuple[Capital, ...]
    chance: float


def find_names(text: str, lines: tuple[Line, ...], language: str, model: Linear | None = None) -> tuple[Name, ...]:
    """The names of people in these lines of the document with this text, in order.

    `model`: other weights than the shipped ones.
    """
    weights = model or load(language, "names")
    clues = Clues(text, lines, language)
    own: dict[str, Floats] = {}  # words come again and again
    found: list[Name] = []
    for row in clues.rows:
        scores = []
        for index, word in enumerate(row.words):
            if word.word not in own:
                own[word.word] = weights.scores(clues.own(word.word)) - weights.bias
            scores.append(own[word.word] + weights.scores(clues.around(row, index)))
        if scores:
            found += _names(row, weights.linked(np.stack(scores)))
    return tuple(found)


def _names(row: Capitals, chances: Floats) -> list[Name]:
    logs = np.log(chances + 1e-9)
    logs[:, 0] -= LEAN
    labels = _best_path(row.words, logs)
    found: list[Name] = []
    first = None
    for index, label in enumerate([*labels, 0]):
        if first is not None and label != 2:
            if not _state(row, first, index):
                found.append(_name(row, first, index, chances))
            first = None
        if label == 1:
            first = index
    return found


def _state(row: Capitals, first: int, last: int) -> bool:
    """A state's name or adjective and nothing else is nobody's name."""
    return last - first == 1 and row.places[first] in ("name:True", "adjective:True")


def _best_path(words: tuple[Capital, ...], logs: Floats) -> list[int]:
    """The most probable labels such that a name goes on only where one has begun and nothing stands between."""
    best = logs[0].copy()
    best[2] = -np.inf
    steps = []
    for word, log in zip(words[1:], logs[1:], strict=True):
        free = int(best.argmax())
        back = [free, free, 1 if best[1] >= best[2] else 2]
        score = np.array([best[free], best[free], best[back[2]] if word.link in _JOINING else -np.inf]) + log
        steps.append(back)
        best = score
    label = int(best.argmax())
    labels = [label]
    for back in reversed(steps):
        label = back[label]
        labels.append(label)
    return labels[::-1]


def _name(row: Capitals, first: int, last: int, chances: Floats) -> Name:
    words = row.words[first:last]
    tokens = row.line.sentence.tokens
    chance = float(1.0 - chances[first:last, 0].min())
    start = tokens[words[0].place].start
    return Name(row.line.index, words[0].place, words[-1].place, start, words[-1].end, words, chance)
