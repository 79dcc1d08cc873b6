"""Fit and measure who is named in a document and in which role.

    python -m train.people measure SCORE.PY    five-fold cross validation on corpus/en, then dev and seeds
    python -m train.people fit                 fit on all of corpus/en and write the weights
"""

import argparse
import importlib.util
from collections import Counter
from pathlib import Path
from typing import Any

from habeas.read.lines import lines
from habeas.read.names import LABELS
from habeas.read.people import find_people
from habeas.text.linear import Linear
from train.corpus import Annotated, load
from train.fit import fit, write
from train.names import labelled

FOLDS = 5


def fit_names(documents: list[Annotated], strength: float = 0.3) -> Linear:
    """The weights of the finder of names."""
    examples: list[list[str]] = []
    answers: list[str] = []
    for annotated in documents:
        features, labels = labelled(annotated)
        examples += features
        answers += labels
    return fit(examples, answers, LABELS, strength=strength, at_least=3)


def measure(documents: list[Annotated], names: Linear | None, score: Any, tally: Counter[str], errors: list[str]) -> None:
    """Add to `tally` what score.py counts about the people of these documents."""
    for annotated in documents:
        document = annotated.document
        here = find_people(document, lines(document, document.language or ""), names)
        found = {p.id: {"names": list(p.names), "role": p.role} for p in here.portraits}
        score.score_document(found, [], annotated.gold, tally, errors, annotated.name)


def figures(score: Any, tally: Counter[str]) -> str:
    """One line of figures."""
    summary = score.summary(tally)
    keys = ("people_precision", "people_recall", "people_f1", "role_accuracy")
    return " ".join(f"{key} {summary[key]:.3f}" for key in keys)


def scorer(path: Path) -> Any:
    """score.py as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def fold_of(annotated: Annotated) -> int:
    """Which fold a document is in: by its case, spread evenly."""
    return sum(annotated.case.encode()) % FOLDS


def main() -> None:
    """Fit or measure."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("what", choices=["fit", "measure"])
    options.add_argument("score", type=Path, nargs="?", help="score.py, for measure")
    options.add_argument("--errors", type=Path)
    given = options.parse_args()
    corpus = load("en")
    if given.what == "fit":
        print(write(fit_names(corpus), "en", "names"))
        return
    score = scorer(given.score)
    tally, errors = Counter[str](), list[str]()
    for fold in range(FOLDS):
        names = fit_names([a for a in corpus if fold_of(a) != fold])
        measure([a for a in corpus if fold_of(a) == fold], names, score, tally, errors)
    print("en out of fold:", figures(score, tally))
    for other in ("dev", "seeds"):
        tally = Counter[str]()
        measure(load(other), None, score, tally, errors)
        print(f"{other}:", figures(score, tally))
    if given.errors:
        given.errors.write_text("\n".join(e for e in errors if ": event" not in e), encoding="utf-8")


if __name__ == "__main__":
    main()
