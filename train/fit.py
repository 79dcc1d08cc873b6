"""Fitting linear models of named features (habeas.text.linear) with scikit-learn, the same bytes at every run."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from habeas.text.linear import Feature, Linear, Link, key, pack
from habeas.text.trees import Trees

WEIGHTS = Path(__file__).resolve().parent.parent / "src/habeas/data/weights"
MODELS = 3
"""Models of trees whose mean is taken."""
COLUMNS = 0.4
"""Share of the columns that a split of a tree may look at."""


def fit(
    examples: Sequence[Sequence[Feature]],
    answers: Sequence[str] | npt.NDArray[np.bool_],
    labels: Sequence[str],
    *,
    weights: npt.NDArray[np.float64] | None = None,
    strength: float = 1.0,
    at_least: int = 2,
) -> Linear:
    """A model of `labels` for `examples` (each a list of features).

    `answers`: one label an example (the labels compete: softmax), or a row of booleans an example, one a label (each
    for itself: logistic). `weights`: how much each example counts, or each example and label. `strength`: the inverse
    of the penalty (C). Features in fewer than `at_least` examples are left out.
    """
    keys, matrix = matrix_of(examples, at_least)
    if isinstance(answers, np.ndarray):
        columns, bias = _each(matrix, answers, weights, strength)
        return Linear(labels, "logistic", keys, columns, bias)
    order = {label: index for index, label in enumerate(labels)}
    targets = np.array([order[answer] for answer in answers])
    columns, bias = _competing(matrix, targets, len(labels), weights, strength)
    link: Link = "softmax"
    return Linear(labels, link, keys, columns, bias)


def write(model: Linear, language: str, name: str) -> Path:
    """Write `data/weights/LANGUAGE/NAME.npz`; rows that say nothing in float16 are left out."""
    kept = np.abs(model.weights).max(axis=1) > 0.005
    slim = Linear(model.labels, model.link, model.keys[kept], model.weights[kept], model.bias)
    file = WEIGHTS / language / f"{name}.npz"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(pack(slim))
    return file


def matrix_of(examples: Sequence[Sequence[Feature]], at_least: int) -> tuple[npt.NDArray[np.uint32], csr_matrix]:
    """The sorted keys of the features kept, and the examples as a sparse matrix with a column a key."""
    known: dict[str, int] = {}
    rows = []
    for example in examples:
        row: dict[int, float] = {}
        for feature in example:
            name, worth = (feature, 1.0) if isinstance(feature, str) else feature
            number = known.setdefault(name, key(name)) if name not in known else known[name]
            row[number] = row.get(number, 0.0) + worth
        rows.append(row)
    seen = Counter(number for row in rows for number in row)
    keys = np.array(sorted(number for number, times in seen.items() if times >= at_least), dtype=np.uint32)
    column = {int(number): index for index, number in enumerate(keys)}
    starts, places, worths = [0], [], []
    for row in rows:
        kept = sorted((column[number], worth) for number, worth in row.items() if number in column)
        places += [place for place, _ in kept]
        worths += [worth for _, worth in kept]
        starts.append(len(places))
    shape = (len(rows), len(keys))
    return keys, csr_matrix((np.array(worths), np.array(places, dtype=np.int32), np.array(starts)), shape=shape)


def _each(
    matrix: csr_matrix, answers: npt.NDArray[np.bool_], weights: npt.NDArray[np.float64] | None, strength: float
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    columns = np.zeros((matrix.shape[1], answers.shape[1]), dtype=np.float32)
    bias = np.full(answers.shape[1], -12.0, dtype=np.float32)  # a label never seen is never given
    for label in range(answers.shape[1]):
        worth = weights if weights is None or weights.ndim == 1 else weights[:, label]
        held = np.arange(matrix.shape[0]) if worth is None else np.flatnonzero(worth)
        if not answers[held, label].any():
            continue
        model = LogisticRegression(C=strength, solver="liblinear", random_state=0, max_iter=200)
        model.fit(matrix[held], answers[held, label], sample_weight=None if worth is None else worth[held])
        columns[:, label], bias[label] = model.coef_[0], model.intercept_[0]
    return columns, bias


def _competing(
    matrix: csr_matrix,
    targets: npt.NDArray[np.int64],
    count: int,
    weights: npt.NDArray[np.float64] | None,
    strength: float,
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    columns = np.zeros((matrix.shape[1], count), dtype=np.float32)
    bias = np.full(count, -12.0, dtype=np.float32)
    model = LogisticRegression(C=strength, solver="lbfgs", max_iter=300)
    model.fit(matrix, targets, sample_weight=weights)
    if len(model.classes_) == 2:  # one row for two labels: all of it for the second
        first, second = model.classes_
        columns[:, second], bias[[first, second]] = model.coef_[0], (0.0, model.intercept_[0])
        return columns, bias
    columns[:, model.classes_], bias[model.classes_] = model.coef_.T, model.intercept_
    return columns, bias


def grow(rows: npt.NDArray[np.float32], answers: npt.NDArray[np.bool_], names: Sequence[str], **settings: Any) -> Trees:
    """Boosted trees for yes or no, as arrays. `settings`: of HistGradientBoostingClassifier, and `sample_weight`.

    The mean of several models, each of which sees only some of the columns at every split: steadier than one.
    """
    worth = settings.pop("sample_weight", None)
    models = [
        HistGradientBoostingClassifier(random_state=seed, early_stopping=False, max_features=COLUMNS, **settings)
        for seed in range(MODELS)
    ]
    for model in models:
        model.fit(rows, answers, sample_weight=worth)
    grown = [step[0].nodes for model in models for step in model._predictors]  # the only way to the trees themselves
    width = max(len(nodes) for nodes in grown)
    feature = np.full((len(grown), width), -1, dtype=np.int16)
    limit, value = (np.zeros((len(grown), width), dtype=np.float32) for _ in range(2))
    left, right = (np.tile(np.arange(width, dtype=np.int16), (len(grown), 1)) for _ in range(2))
    for row, nodes in enumerate(grown):
        size, inner = len(nodes), ~nodes["is_leaf"].astype(bool)
        feature[row, :size][inner] = nodes["feature_idx"][inner]
        limit[row, :size][inner] = nodes["num_threshold"][inner]
        left[row, :size][inner], right[row, :size][inner] = nodes["left"][inner], nodes["right"][inner]
        value[row, :size] = nodes["value"] / MODELS
    return Trees(names, feature, limit, value, (left, right), float(models[0]._baseline_prediction.ravel()[0]))
