"""Which types of events a line may tell, whoever they befall, and which words say so."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from habeas.read.cues import Cue, View, cues
from habeas.text.linear import Linear

Floats = npt.NDArray[np.float32]
_LEAST = 0.012  # a type less probable than this is not considered
_KEEP = 0.4  # of the strongest word's evidence, to stand in the trigger beside it
_LONGEST = 5  # words of a trigger


class Spots(NamedTuple):
    """What a line may tell: `scores` (log odds, one a type), `evidence` (a row a token), and the types to consider."""

    scores: Floats
    evidence: Floats
    types: tuple[int, ...]


def spot(here: View, before: View | None, spotter: Linear) -> Spots:
    """The types of events that a line may tell; column numbers are places in `spotter.labels`."""
    weighed = weigh(cues(here, before), len(here.line.sentence.tokens), spotter)
    plain = {hit.concept[1:] for hit in here.hits if hit.concept.startswith("=")}
    types = {place for place, label in enumerate(spotter.labels) if label in plain} | set(weighed.types)
    return weighed._replace(types=tuple(sorted(types)))


def weigh(found: list[Cue], size: int, spotter: Linear) -> Spots:
    """Scores and evidence of the features of a line of `size` tokens."""
    known = [(row, cue) for cue in found if (row := spotter.row(cue.name)) is not None]
    if not known:
        return Spots(spotter.bias, np.zeros((size, len(spotter.labels)), dtype=np.float32), ())
    chosen = spotter.weights[[row for row, _ in known]]
    scores = (chosen.sum(axis=0) + spotter.bias).astype(np.float32)
    first = np.array([cue.first for _, cue in known])
    last = np.array([cue.last for _, cue in known])
    spans = first >= 0
    shares = chosen[spans] / (last[spans] - first[spans] + 1)[:, None]
    steps = np.zeros((size + 1, len(spotter.labels)), dtype=np.float32)
    np.add.at(steps, first[spans], shares)
    np.add.at(steps, last[spans] + 1, -shares)
    chances = spotter.linked(scores)
    return Spots(scores, steps.cumsum(axis=0)[:size], tuple(int(t) for t in np.flatnonzero(chances > _LEAST)))


def trigger(evidence: Floats) -> tuple[int, int]:
    """First and last token of the words that say most for a type; `evidence`: one number a token."""
    best = int(evidence.argmax())
    floor = _KEEP * evidence[best]
    first = last = best
    while last - first + 1 < _LONGEST:
        left = evidence[first - 1] if first > 0 else -np.inf
        right = evidence[last + 1] if last + 1 < len(evidence) else -np.inf
        if max(left, right) < floor or max(left, right) <= 0:
            break
        first, last = (first - 1, last) if left >= right else (first, last + 1)
    return first, last
