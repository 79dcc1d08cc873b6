"""Fit and measure which events a report tells, and of whom.

    python -m train.events fit         fit on corpus/en, write the weights, print figures out of five folds
    python -m train.events measure     figures on dev and seeds with the shipped weights

Everything is fitted on people found by a finder that did not see the document: its mistakes belong to the lesson.
The marked passages of corpus/more are fitted on too, never counted.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from habeas.read import encoder
from habeas.read.cues import cues, roles_of, view
from habeas.read.encoder import TYPES
from habeas.read.events import SURE, chosen, decide, judge, spotted
from habeas.read.ownership import Candidate, candidates, company
from habeas.read.scene import Draft
from habeas.text.linear import Linear
from habeas.text.trees import Trees
from habeas.text.trees import pack as pack_trees
from train.corpus import FITTED, Annotated, at_hand, fitted, load
from train.fit import WEIGHTS, fit, grow, write
from train.lessons import REPEATED, Lesson, cast, lesson
from train.passages import passages
from train.seen import seen


def fit_spotter(lessons: Sequence[Lesson]) -> Linear:
    """The weights that say which types a line tells, of anyone."""
    examples, answers, weights = [], [], []
    for one in lessons:
        roles = roles_of(one.scene.portraits)
        views = [view(line, roles, "en") for line in one.scene.lines]
        told = [kind in {event["type"] for event in one.annotated.gold["events"]} for kind in TYPES]
        here = defaultdict(set)
        for index, kind, _ in one.events:
            here[index].add(kind)
        for index, one_view in enumerate(views):
            examples.append([cue.name for cue in cues(one_view, views[index - 1] if index else None)])
            answer = np.array([kind in here[index] for kind in TYPES])
            answers.append(answer)
            weights.append(np.where(answer, 1.0, np.where(told, 2 * REPEATED, 1.0)))
    return fit(examples, np.array(answers), TYPES, weights=np.array(weights), strength=0.3, at_least=3)


class Sheet(msgspec.Struct, frozen=True):
    """The candidates of a lesson, their rows, and whether each is gold or perhaps a repetition."""

    found: list[Candidate]
    rows: Any
    right: Any
    repeated: Any


def sheet(one: Lesson, spotter: Linear) -> Sheet:
    """The candidates that a spotter (not fitted on this lesson) gives."""
    found, rows = candidates(spotted(one.scene, spotter, "en"))
    keys = {(kind, portrait) for _, kind, portrait in one.events}
    told = [(c.line, TYPES[c.type], c.presence.portrait) for c in found]
    right = np.array([where in one.events for where in told], dtype=np.bool_)
    repeated = np.array([(kind, portrait) in keys for _, kind, portrait in told], dtype=np.bool_) & ~right
    return Sheet(found, rows, right, repeated)


def fit_owners(sheets: Sequence[Sheet]) -> Trees:
    """The trees that judge candidates one by one."""
    held = [one for one in sheets if one.found]
    return _grown(held, [one.rows for one in held], max_iter=200, max_leaf_nodes=16, learning_rate=0.06)


def fit_company(sheets: Sequence[Sheet], scores: Sequence[Any]) -> Trees:
    """The trees that judge candidates in company; `scores`: of owners that were not fitted on the sheet."""
    pairs = [(one, score) for one, score in zip(sheets, scores, strict=True) if one.found]
    rows = [np.hstack([one.rows, company(one.found, score)]) for one, score in pairs]
    return _grown([one for one, _ in pairs], rows, max_iter=120, max_leaf_nodes=12, learning_rate=0.05)


def _grown(held: Sequence[Sheet], rows: Sequence[npt.NDArray[np.float32]], **settings: Any) -> Trees:
    right = np.concatenate([one.right for one in held])
    worth = np.where(np.concatenate([one.repeated for one in held]), REPEATED, 1.0)
    names = [f"n{number}" for number in range(rows[0].shape[1])]
    table = np.concatenate(rows)
    return grow(table, right, names, sample_weight=worth, min_samples_leaf=30, l2_regularization=5.0, **settings)


class Fold(msgspec.Struct, frozen=True):
    """Lessons kept aside from a spotter, and the sheets that it gives for them."""

    lessons: list[Lesson]
    spotter: Linear
    sheets: list[Sheet]


def cross(corpus: list[Annotated]) -> list[Fold]:
    """Every document as seen by finders and spotters that were not fitted on its case, and so the marked passages."""
    lessons = [[_seen(one) for one in fold] for fold in cast(corpus, passages())]
    return sheets_of(lessons)


def _seen(one: Lesson) -> Lesson:
    return msgspec.structs.replace(one, scene=seen(one.scene, one.annotated.case))


def sheets_of(lessons: list[list[Lesson]]) -> list[Fold]:
    """The folds of lessons with the sheets of spotters fitted on the other folds."""
    found = []
    for fold, aside in enumerate(lessons):
        spotter = fit_spotter([one for n, others in enumerate(lessons) if n != fold for one in others])
        found.append(Fold(aside, spotter, [sheet(one, spotter) for one in aside]))
    return found


def count(one: Lesson, drafts: Sequence[Draft], by_type: dict[str, Counter[str]]) -> None:
    """Add what is right, missed and false to `by_type`: drafts of one person and type count once."""
    wanted = Counter((event["person"], event["type"]) for event in one.annotated.gold["events"])
    given = Counter({(one.who.get(draft.portrait, draft.portrait), draft.type): 1 for draft in drafts})
    for key in sorted(set(wanted) | set(given)):
        right = min(wanted[key], given[key])
        by_type[key[1]].update(right=right, missed=wanted[key] - right, false=given[key] - right)


def figures(by_type: dict[str, Counter[str]]) -> str:
    """Precision, recall and F1 over all types."""
    total: Counter[str] = sum(by_type.values(), Counter())
    right, missed, false = total["right"], total["missed"], total["false"]
    return (
        f"P {right / max(1, right + false):.3f} R {right / max(1, right + missed):.3f} "
        f"F1 {2 * right / max(1, 2 * right + missed + false):.3f}"
    )


class Judged(msgspec.Struct, frozen=True):
    """A fold with trees fitted on the other folds, and what they say of its sheets (log odds)."""

    fold: Fold
    owners: Trees
    scores: list[Any]


def judged(crossed: list[Fold]) -> list[Judged]:
    """Each fold as judged by trees that did not see it."""
    found = []
    for number, aside in enumerate(crossed):
        owners = fit_owners([page for n, others in enumerate(crossed) if n != number for page in others.sheets])
        found.append(Judged(aside, owners, [owners.scores(p.rows) if p.found else None for p in aside.sheets]))
    return found


def fit_again(judgements: Sequence[Judged]) -> Trees:
    """The trees that judge again, fitted on all of these folds."""
    sheets = [page for one in judgements for page in one.fold.sheets]
    return fit_company(sheets, [score for one in judgements for score in one.scores])


def aside(judgements: Sequence[Judged], counted: dict[str, set[str]]) -> None:
    """Print event figures of the documents `counted`, set by set, each judged by weights that did not see it."""
    levels = (0.2, 0.25, SURE, 0.35, 0.4)
    tallies: dict[tuple[str, float], dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for number, here in enumerate(judgements):
        again = fit_again([one for n, one in enumerate(judgements) if n != number])
        for one, page in zip(here.fold.lessons, here.fold.sheets, strict=True):
            name = next((name for name, documents in counted.items() if one.annotated.name in documents), None)
            if name is None:
                continue
            chances = judge(page.found, page.rows, here.owners, again) if page.found else []
            for level in levels:
                count(one, chosen(one.scene, page.found, chances, TYPES, level), tallies[name, level])
    for name in counted:
        for level in levels:
            print(f"{name} out of fold at {level}:", figures(tallies[name, level]))
        sure = tallies[name, SURE]
        for kind in sorted(TYPES, key=lambda kind: -sum(sure[kind].values())):
            print(f"  {kind:24}", figures({kind: sure[kind]}), dict(sure[kind]))


def measure() -> None:
    """Print event figures of dev and seeds with the shipped weights."""
    for name in at_hand("test", "dev", "seeds"):
        by_type: dict[str, Counter[str]] = defaultdict(Counter)
        for annotated in load(name):
            plain = lesson(annotated, None)
            one = msgspec.structs.replace(plain, scene=encoder.look(plain.scene))
            count(one, decide(one.scene), by_type)
        print(f"{name}:", figures(by_type))


def ship(corpus: list[Annotated]) -> None:
    """Fit on everything, write the weights, and print the figures out of fold."""
    crossed = cross(corpus)
    judgements = judged(crossed)
    owners = fit_owners([page for fold in crossed for page in fold.sheets])
    spotter = fit_spotter([one for fold in crossed for one in fold.lessons])
    print(write(spotter, "en", "spotter"))
    for name, model in (("owners", owners), ("owners-company", fit_again(judgements))):
        file = WEIGHTS / "en" / f"{name}.npz"
        file.write_bytes(pack_trees(model))
        print(file)
    aside(judgements, {name: {annotated.name for annotated in load(name)} for name in FITTED})


def main() -> None:
    """Fit or measure."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("what", choices=["fit", "measure"], nargs="?", default="fit")
    given = options.parse_args()
    if given.what == "fit":
        ship(fitted())
    else:
        measure()


if __name__ == "__main__":
    main()
