"""English words that the sentence pairs hardly know get a row from what the teacher thinks of them.

A ridge regression learns, from the words that were trained on often, how the teacher's directions turn into
rows; the fewer times a word occurred, the more it leans on that. It is how "irrigation" or "surrender" finds
its Vietnamese neighbours without one sentence pair about it.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vectorstore.training.teacher import Teaching

__all__ = ["grow"]

Floats = npt.NDArray[np.float32]
KNOWN = 10
"""A word that occurs this often teaches the map."""
BELIEF = 6.0
"""The teacher's word counts as this many occurrences."""
RIDGE = 1.0


def grow(rows: Floats, teaching: Teaching, skip: set[int], belief: float = BELIEF) -> Floats:
    """Rows in which rare English words lean on the teacher; the rows of ``skip`` stay as they are."""
    places = np.array([at for at in sorted(teaching.english) if at not in skip])
    counts = np.array([teaching.english[int(at)] for at in places])
    directions = np.array([teaching.rows[int(at)] for at in places], dtype=np.float64)
    trained = rows[places].astype(np.float64)
    lengths = np.linalg.norm(trained, axis=1, keepdims=True)
    known, rare = counts >= KNOWN, (counts >= 3) & (counts < KNOWN)
    left = directions[known]
    map_ = np.linalg.solve(
        left.T @ left + RIDGE * np.eye(left.shape[1]), left.T @ (trained[known] / lengths[known])
    )
    guessed = directions @ map_
    guessed *= np.median(lengths[rare]) / np.maximum(np.linalg.norm(guessed, axis=1, keepdims=True), 1e-9)
    share = (belief / (belief + counts))[:, None]
    out = rows.copy()
    out[places] = ((1 - share) * trained + share * guessed).astype(np.float32)
    return out
