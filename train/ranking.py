"""Fitting a ranking: of the options of a question one, or any of several, is right; the others lose to it."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from habeas.text.linear import Feature, Linear
from train.fit import matrix_of

Question = tuple[list[list[Feature]], list[bool]]
"""The features of each option, and which options are right (at least one)."""


def rank(questions: Sequence[Question], *, strength: float = 1.0, at_least: int = 2, rounds: int = 80) -> Linear:
    """Weights of one label, "fits": the right options of each question together get most of its softmax."""
    rows = [option for options, _ in questions for option in options]
    right = np.array([good for _, goods in questions for good in goods])
    sizes = np.array([len(options) for options, _ in questions])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    keys, matrix = matrix_of(rows, at_least)
    columns = matrix.T.tocsr()

    def cost(weights: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        scores = matrix @ weights
        raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        everything, good = np.add.reduceat(raised, starts), np.add.reduceat(raised * right, starts) + 1e-12
        pull = raised * right / np.repeat(good, sizes) - raised / np.repeat(everything, sizes)
        loss = float(np.log(everything / good).sum()) + float(weights @ weights) / (2 * strength)
        return loss, weights / strength - columns @ pull

    found = minimize(cost, np.zeros(len(keys)), jac=True, method="L-BFGS-B", options={"maxiter": rounds})
    weights = found.x.astype(np.float32)[:, None]
    return Linear(("fits",), "logistic", keys, weights, np.zeros(1, dtype=np.float32))
