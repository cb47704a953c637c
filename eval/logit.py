"""A conditional logit: which of a question's candidates are right, or that none is (McFadden 1974).

Both the judge of answers (``eval.fit_answers``) and the order of passages (``eval.fit_ranking``) are fitted by it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

__all__ = ["Matrix", "fit_logit"]

Matrix = npt.NDArray[np.float64]


def fit_logit(
    rows: Sequence[Matrix],
    right: Sequence[Sequence[bool]],
    penalty: Matrix,
    silence: Sequence[bool] | None = None,
) -> Matrix:
    """Return the weights under which the right candidates are likeliest, maximum a posteriori by L-BFGS.

    ``rows`` holds one matrix a question (candidates x features, at least one candidate), ``right`` which of them are
    right, ``penalty`` the ridge of each feature. ``silence`` says of each question whether to say nothing is right
    too; saying nothing has the score 0. Without it something is always said, and every question needs a right one.

    >>> weights = fit_logit([np.array([[1.0], [0.0]])], [[True, False]], np.array([0.1]))
    >>> bool(weights[0] > 1)
    True
    """
    from scipy.optimize import minimize

    lines = np.concatenate(rows)
    sizes = [len(block) for block in rows]
    starts, of = np.cumsum([0, *sizes[:-1]]), np.repeat(np.arange(len(rows)), sizes)
    good_one = np.concatenate([np.asarray(each, np.float64) for each in right])
    quiet = np.zeros(len(rows)) if silence is None else np.asarray(silence, np.float64)
    least = -np.inf if silence is None else 0.0

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        scores = lines @ weights
        top = np.maximum(np.maximum.reduceat(scores, starts), least)
        odds, nothing = np.exp(scores - top[of]), np.exp(least - top)
        every = np.add.reduceat(odds, starts) + nothing
        good = np.add.reduceat(odds * good_one, starts) + quiet * nothing + 1e-12
        value = (np.log(every) - np.log(good)).sum() + penalty @ (weights * weights) / 2
        slope = lines.T @ (odds / every[of] - odds * good_one / good[of])
        return float(value), slope + penalty * weights

    found = minimize(loss, np.zeros(lines.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return np.asarray(found.x)
