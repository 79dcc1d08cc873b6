"""Fit and measure who is named in a document and in which role.

python -m train.people                        fit on all of corpus/en, corpus/wide and the passages, write the weights
python -m train.people --measure SCORE.PY     and five-fold cross validation on corpus/en; dev and seeds
"""

import argparse
import importlib.util
from collections import Counter
from pathlib import Path
from typing import Any

from habeas.read import names as name_finder
from habeas.read import roles as role_finder
from habeas.read.lines import lines
from habeas.read.people import Weights, find_people, gather
from habeas.read.roles import NOBODY, role_features
from habeas.read.spellings import parts, within
from habeas.text.linear import Feature, Linear
from train.corpus import Annotated, at_hand, fitted, load
from train.fit import fit, write
from train.names import by_surname_alone, labelled
from train.passages import passages

FOLDS = 5


def fit_names(documents: list[Annotated], strength: float = 0.3) -> Linear:
    """The weights of the finder of names."""
    examples: list[list[str]] = []
    answers: list[str] = []
    for annotated in documents:
        for told in (annotated, by_surname_alone(annotated)):
            if told is not None:
                features, labels = labelled(told)
                examples += features
                answers += labels
    return fit(examples, answers, name_finder.LABELS, strength=strength, at_least=3)


Played = tuple[list[list[Feature]], list[str]]


def parts_in(annotated: Annotated, names: Linear) -> Played:
    """Features and roles of everyone whom the finder of names (not fitted on this document) sees in it."""
    document = annotated.document
    company = gather(document, lines(document, document.language or ""), names)
    people = annotated.gold["people"]
    taken: set[int] = set()
    roles = []
    for group in company.groups:
        forms = sorted({mention.parts for mention in group}, key=len, reverse=True)
        fits = [
            index
            for index, person in enumerate(people)
            if index not in taken and any(is_name(f, parts(g)) for f in forms for g in (person["name"], *person["aka"]))
        ]
        taken.update(fits[:1])
        roles.append(people[fits[0]]["role"] if fits else NOBODY)
    return role_features(company), roles


def is_name(form: tuple[str, ...], gold: tuple[str, ...]) -> bool:
    """Whether one stands in the other."""
    return within(form, gold) or within(gold, form)


def fit_roles(played: list[Played], strength: float = 0.1) -> Linear:
    """The weights of roles."""
    examples = [features for part in played for features in part[0]]
    answers = [role for part in played for role in part[1]]
    return fit(examples, answers, role_finder.LABELS, strength=strength, at_least=2)


def measure(documents: list[Annotated], weights: Weights, score: Any, errors: list[str]) -> Counter[str]:
    """What score.py counts about the people of these documents."""
    tally = Counter[str]()
    for annotated in documents:
        document = annotated.document
        here = find_people(document, lines(document, document.language or ""), weights)
        found = {p.id: {"names": list(p.names), "role": p.role} for p in here.portraits}
        score.score_document(found, [], annotated.gold, tally, errors, annotated.name)
    return tally


def folds(corpus: list[Annotated]) -> list[tuple[list[Annotated], list[Annotated]]]:
    """What to fit on and what to keep aside, five times; documents of one case stand together."""
    aside: list[list[Annotated]] = [[] for _ in range(FOLDS)]
    for annotated in corpus:
        aside[sum(annotated.case.encode()) % FOLDS].append(annotated)
    return [([a for other in aside if other is not fold for a in other], fold) for fold in aside]


def figures(score: Any, tally: Counter[str]) -> str:
    """One line of figures."""
    summary = score.summary(tally)
    keys = ("people_precision", "people_recall", "people_f1", "role_accuracy")
    return " ".join(f"{key} {summary[key]:.3f}" for key in keys)


def scorer(path: Path) -> Any:
    """score.py as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Fit or measure."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--measure", type=Path, metavar="SCORE.PY")
    options.add_argument("--errors", type=Path, help="where to write what is missed and wrong")
    given = options.parse_args()
    corpus = fitted()
    split = folds(corpus)
    names = [fit_names(others) for others, _ in split]
    played = [[parts_in(a, model) for a in aside] for model, (_, aside) in zip(names, split, strict=True)]
    passed = passages()
    taught = [parts_in(a, names[number % FOLDS]) for number, a in enumerate(passed)]
    everything = Weights(fit_names(corpus + passed), fit_roles([*(part for fold in played for part in fold), *taught]))
    print(write(everything.names, "en", "names"), write(everything.roles, "en", "roles"))
    if not given.measure:
        return
    score = scorer(given.measure)
    tally, errors = Counter[str](), list[str]()
    for fold, (_, aside) in enumerate(split):
        roles = fit_roles([part for n, others in enumerate(played) if n != fold for part in others])
        tally += measure(aside, Weights(names[fold], roles), score, errors)
    print("out of fold:", figures(score, tally))
    for other in at_hand("dev", "seeds"):
        print(f"{other}:", figures(score, measure(load(other), everything, score, errors)))
    if given.errors:
        given.errors.write_text("\n".join(e for e in errors if ": event" not in e), encoding="utf-8")


if __name__ == "__main__":
    main()
