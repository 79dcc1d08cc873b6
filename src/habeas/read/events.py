"""Which events each line tells, and of whom: a learned decision over lines, people and types.

Three steps. A linear spotter says which types a line may tell and by which words; boosted trees judge each person who
may be meant beside those words; more trees judge again, knowing what the first said of other people, types and lines.
All are fitted by `train/events.py`.
"""

import msgspec
import numpy as np
import numpy.typing as npt

from habeas.model.vocabulary import EVENT_TYPES, EventType
from habeas.read.concepts import acts, hits
from habeas.read.cues import roles_of, view
from habeas.read.ownership import Candidate, candidates, company
from habeas.read.placement import Told
from habeas.read.scene import Draft, Presence, Scene
from habeas.read.spotting import Spots, spot
from habeas.text import linear, trees

Floats = npt.NDArray[np.float32]
SURE = 0.3
"""From this chance on an event is told: out of fold F1 is highest from 0.2 to 0.3, and what is told should hold."""

TOGETHER: tuple[frozenset[EventType], ...] = (
    frozenset({"appeal-filed", "appeal-dismissed"}), frozenset({"appeal-filed", "appeal-upheld"}),
    frozenset({"appeal-filed", "hearing"}), frozenset({"appeal-upheld", "extradition-annulled"}),
    frozenset({"asylum-applied", "asylum-refused"}), frozenset({"entered", "left"}),
    frozenset({"arrested", "released"}), frozenset({"arrested", "ill-treated"}),
    frozenset({"extradition-requested", "extradition-arrest"}),
    frozenset({"extradition-requested", "extradition-refused"}),
    frozenset({"extradition-requested", "extradition-granted"}), frozenset({"extradition-requested", "removed"}),
    frozenset({"penalised", "removal-ordered"}),
)  # fmt: skip
"""Types that the same words often tell of one person together (three times or more in the annotated reports)."""

RIVALS: tuple[frozenset[EventType], ...] = (
    frozenset({"asylum-granted", "asylum-seeker-status"}), frozenset({"asylum-granted", "asylum-refused"}),
    frozenset({"extradition-granted", "extradition-refused"}), frozenset({"arrested", "extradition-arrest"}),
    frozenset({"arrested", "abducted"}),
)  # fmt: skip
"""Types of which one sentence tells only one of a person (all but 25 of 2,050 in the annotated reports)."""

NARROWER: dict[EventType, EventType] = {"asylum-granted": "asylum-seeker-status"}
"""A type whose words may hold those of a narrower one ("granted asylum-seeker status"): the narrower is told."""
_BESIDE = 2  # tokens between the trigger and the words of the narrower type

_TYPES = {str(kind): kind for kind in EVENT_TYPES}


class Weights(msgspec.Struct, frozen=True):
    """Other weights than the shipped ones, for measuring."""

    spotter: linear.Linear
    owners: trees.Trees
    company: trees.Trees


def shipped(language: str) -> Weights:
    """The weights that habeas ships for a language; DataError where it has none."""
    return Weights(
        linear.load(language, "spotter"), trees.load(language, "owners"), trees.load(language, "owners-company")
    )


def decide(scene: Scene, weights: Weights | None = None) -> tuple[Draft, ...]:
    """The events that the lines of a scene tell, in the order of the text.

    `Draft.confidence` is the chance that the line tells this event of this person; `start`, `end` are the words that
    say most for its type.
    """
    language = scene.document.language or ""
    weights = weights or shipped(language)
    told = spotted(scene, weights.spotter, language)
    found, rows = candidates(told)
    if not found:
        return ()
    chances = judge(found, rows, weights.owners, weights.company)
    return chosen(scene, found, chances, weights.spotter.labels)


def judge(
    found: list[Candidate], rows: npt.NDArray[np.float32], owners: trees.Trees, again: trees.Trees
) -> list[float]:
    """The chance of each candidate, judged alone by `owners`, then in company by `again`."""
    beside = company(found, owners.scores(rows))
    return [float(chance) for chance in again.decide(np.hstack([rows, beside]))]


def spotted(scene: Scene, spotter: linear.Linear, language: str) -> Told:
    """The scene with what each line may tell. A line without any word of procedure is not looked at further."""
    roles = roles_of(scene.portraits)
    views = tuple(view(line, roles, language) for line in scene.lines)
    nothing = Spots(spotter.bias, np.zeros((0, len(spotter.labels)), dtype=np.float32), ())
    spots = []
    for index, here in enumerate(views):
        if acts(here.hits, language):
            spots.append(spot(here, views[index - 1] if index else None, spotter))
        else:
            spots.append(nothing)
    return Told(scene, views, tuple(spots), spotter.labels, language)


def chosen(
    scene: Scene, found: list[Candidate], chances: list[float], labels: tuple[str, ...], sure: float = SURE
) -> tuple[Draft, ...]:
    """The candidates that are likely enough, as drafts in the order of the text."""
    told = []
    for candidate, chance in zip(found, chances, strict=True):
        if chance < sure:
            continue
        tokens = scene.lines[candidate.line].sentence.tokens
        start, end = tokens[candidate.first].start, tokens[candidate.last].end
        kind = _narrowed(_TYPES[labels[candidate.type]], candidate, scene)
        draft = Draft(candidate.line, candidate.presence.portrait, kind, start, end, round(chance, 4))
        told.append((draft, candidate.presence))
    told.sort(key=lambda one: (one[0].start, one[0].end, one[0].portrait, one[0].type))
    return tuple(draft for draft, presence in told if not any(_outdoes(*other, draft, presence) for other in told))


def _narrowed(kind: EventType, candidate: Candidate, scene: Scene) -> EventType:
    """The type that the words beside the trigger name outright, where it is a narrower one."""
    narrower = NARROWER.get(kind)
    if narrower is None:
        return kind
    lows = [token.low for token in scene.lines[candidate.line].sentence.tokens]
    near = range(candidate.first - _BESIDE, candidate.last + _BESIDE + 1)
    named = any(
        hit.concept == f"={narrower}" and (hit.first in near or hit.last in near)
        for hit in hits(lows, scene.document.language or "")
    )
    return narrower if named else kind


def _outdoes(one: Draft, here: Presence, other: Draft, there: Presence) -> bool:
    """Whether the same words rather tell `one`.

    They tell one event of a person, as a rule; and among those whom the line does not name, of the one named last.
    """
    types = frozenset((one.type, other.type))
    likelier = (one.confidence, one.type) > (other.confidence, other.type)
    if one.portrait == other.portrait and one.line == other.line and types in RIVALS:
        return likelier
    if one.start >= other.end or other.start >= one.end:
        return False
    if one.portrait == other.portrait:
        return likelier and types not in TOGETHER
    alone = there.how not in ("named", "group") and here.how != "group"
    passed_over = alone and here.distance < there.distance
    return one.type == other.type and passed_over and one.confidence >= other.confidence
