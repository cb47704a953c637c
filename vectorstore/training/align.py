"""Word alignment of the parallel sentences: which English word goes with which Vietnamese word.

IBM model 1 (Brown et al., 1993) in both directions, over the sets of words of each pair; a translation is
kept when both directions believe in it. It gave candidates for the lexicon (each chosen by hand) and
translates words when training pairs across languages are made.

    python -m vectorstore.training.align ../shared/data > candidates.tsv
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["Translation", "align"]

ROUNDS = 6
LONGEST_GRID = 900
"""Pairs with more word combinations than this say little about any one of them."""
_ENGLISH_RE = re.compile(r"[a-z]+(?:'[a-z]+)?")


@dataclass(frozen=True, slots=True)
class Translation:
    """An English word and a Vietnamese word that were aligned."""

    english: str
    vietnamese: str
    count: int
    given_vietnamese: float
    given_english: float

    @property
    def score(self) -> float:
        """Both directions' belief."""
        return self.given_vietnamese * self.given_english


def _ids(names: dict[str, int], words: Iterable[str]) -> list[int]:
    return [names.setdefault(word, len(names)) for word in words]


def _believe(
    code: npt.NDArray[np.int64],
    given: npt.NDArray[np.int64],
    sentence: npt.NDArray[np.int64],
    side: npt.NDArray[np.int64],
) -> npt.NDArray[np.float64]:
    """t(x | y) of each distinct couple; ``given`` names y of each couple, ``side`` x of each occurrence."""
    belief = np.ones(len(given))
    groups = np.unique(sentence * (int(side.max()) + 1) + side, return_inverse=True)[1]
    for _ in range(ROUNDS):
        weight = belief[code]
        share = weight / np.bincount(groups, weights=weight)[groups]
        counts = np.bincount(code, weights=share)
        belief = counts / np.bincount(given, weights=counts)[given]
    return belief


def align(pairs: Sequence[tuple[str, Sequence[str]]], least: int = 3) -> list[Translation]:
    """Align English sentences with Vietnamese words; couples seen fewer than ``least`` times are left out.

    >>> pairs = [("the report", ["báo cáo"]), ("the plan", ["kế hoạch"]), ("a report", ["báo cáo"])]
    >>> best = align(pairs, least=2)[0]
    >>> best.english, best.vietnamese
    ('report', 'báo cáo')
    """
    english: dict[str, int] = {}
    vietnamese: dict[str, int] = {}
    occurrences: list[npt.NDArray[np.int64]] = []
    for number, (sentence, words) in enumerate(pairs):
        ours = _ids(english, sorted(set(_ENGLISH_RE.findall(sentence.lower()))))
        theirs = _ids(vietnamese, sorted(set(words)))
        if ours and theirs and len(ours) * len(theirs) <= LONGEST_GRID:
            grid = np.array(np.meshgrid(ours, theirs), dtype=np.int64).reshape(2, -1)
            occurrences.append(np.vstack([grid, np.full(grid.shape[1], number)]))
    if not occurrences:
        return []
    left, right, sentence_of = np.concatenate(occurrences, axis=1)
    couples, code = np.unique(left * len(vietnamese) + right, return_inverse=True)
    first, second = couples // len(vietnamese), couples % len(vietnamese)
    given_vi = _believe(code, second, sentence_of, left)
    given_en = _believe(code, first, sentence_of, right)
    seen = np.bincount(code)
    names, namen = list(english), list(vietnamese)
    found = [
        Translation(
            names[first[at]], namen[second[at]], int(seen[at]), float(given_vi[at]), float(given_en[at])
        )
        for at in np.flatnonzero(seen >= least)
    ]
    return sorted(found, key=lambda t: (-t.score, t.english, t.vietnamese))
