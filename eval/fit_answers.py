"""`python -m eval.fit_answers`: fit the weights by which answers are chosen and refused.

In: the gold questions; each is asked, and every candidate answer is marked. Out: the weights file that
``assistant.answer.judged.judge`` reads. The model is a conditional logit with a place for "no answer": the right
candidates of a question are to have most of the probability, or "no answer" where none is right. What it
is worth is told by cross-validation with whole plans held out; the threshold is chosen on those scores.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.answer.cite import compose
from assistant.answer.judged.judge import (
    ANSWER,
    READ,
    WEIGHTS_FILE,
    against_rivals,
    barred,
    guarded,
    weighed_with,
)
from assistant.settings import Settings
from assistant.weighing import Desk, weigh_question
from eval.answers import GOLD_FILES, collection_files
from eval.gold import GoldQuestion, read_gold
from eval.logit import Matrix, fit_logit
from eval.scoring import mark
from vectorstore import StoreSettings, open_library

__all__ = ["Asked", "cross_validate", "fit", "fold_of", "gather"]

FOLDS = 8
PENALTY = 1.0
"""Ridge: the prior that a feature says nothing. 0.3 to 3 give the same scores (2026-11-25)."""
BIAS_PENALTY = 0.01
"""How readily anything is said at all is left to the questions."""
RAREST = 15
"""Features of fewer candidates are left out: nothing can be learnt from them."""
ERRORS = 0.12
"""Share of all questions that may be answered wrongly: where the threshold is set."""
SURE_ERRORS = 0.02
"""Share that may be answered wrongly without a warning: 3 % is wanted, and rules are made on these questions; on sets
never seen half as many more were wrong (2026-11-26)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A gold question with its candidates: their features, and which of them are right."""

    gold: GoldQuestion
    group: str
    rows: tuple[dict[str, float], ...]
    right: tuple[bool, ...]
    """Right and citing the evidence; where the plans do not tell, those that say just that."""
    passable: tuple[bool, ...]
    """Right, whatever is cited."""


def _group(gold: GoldQuestion, tiers: Sequence[Sequence[str]]) -> str:
    """What is held out together: the plan that answers, or that an unanswerable question names."""
    if gold.evidence:
        return gold.evidence[0].plan
    if len(tiers[0]) <= 2:
        return tiers[0][0]
    return str(int(hashlib.md5(gold.id.encode(), usedforsecurity=False).hexdigest(), 16) % 12)


def gather(files: Sequence[Path], questions: Sequence[GoldQuestion]) -> list[Asked]:
    """Ask the questions of one collection and mark every candidate."""
    with tempfile.TemporaryDirectory() as folder, open_library(StoreSettings(Path(folder))) as library:
        for outcome in library.add_all(files):
            if outcome.error:
                raise outcome.error
        return ask_desk(Desk(Settings(data=Path(folder)), library), questions)


def ask_desk(desk: Desk, questions: Sequence[GoldQuestion]) -> list[Asked]:
    """The same for a desk at hand."""
    plans = desk.context().knowledge.plans
    found = []
    for gold in questions:
        weighed = weigh_question(desk, gold.question, gold.history)
        answers = [compose(c.need, plans, c.statements) for c in weighed.candidates]
        marks = [mark(gold, answer, lambda name: plans[name].source.original) for answer in answers]
        found.append(
            Asked(
                gold,
                _group(gold, weighed.need.scope.tiers),
                tuple(weighed.rows),
                tuple(m.right and (m.cited or gold.status != "answered") for m in marks),
                tuple(m.right for m in marks),
            )
        )
    return found


def fold_of(asked: Sequence[Asked]) -> npt.NDArray[np.int64]:
    """Spread the groups over the folds, the largest first."""
    sizes = [0] * FOLDS
    folds: dict[str, int] = {}
    for group, size in Counter(a.group for a in asked).most_common():
        folds[group] = int(np.argmin(sizes))
        sizes[folds[group]] += size
    return np.array([folds[a.group] for a in asked])


def feature_names(asked: Sequence[Asked]) -> list[str]:
    """Features that enough candidates have."""
    counts = Counter(name for a in asked for row in a.rows for name in row)
    return sorted(name for name, times in counts.items() if times >= RAREST and name not in {ANSWER, READ})


def matrix(rows: Sequence[dict[str, float]], names: Sequence[str]) -> Matrix:
    """One line a candidate; the last column is the bias."""
    places = {name: at for at, name in enumerate(names)}
    found = np.zeros((len(rows), len(names) + 1))
    found[:, -1] = 1.0
    for line, row in enumerate(rows):
        for name, value in row.items():
            if name in places:
                found[line, places[name]] = value
    return found


def fit(asked: Sequence[Asked], names: Sequence[str]) -> Matrix:
    """The weights, the bias last."""
    asked = [a for a in asked if a.rows]
    penalty = np.array([*[PENALTY] * len(names), BIAS_PENALTY])
    silence = [a.gold.status != "answered" or not any(a.right) for a in asked]
    return fit_logit([matrix(a.rows, names) for a in asked], [a.right for a in asked], penalty, silence)


def fit_reading(asked: Sequence[Asked], scores: Sequence[Matrix]) -> tuple[float, float, float]:
    """The weights of score and reader's opinion and the bias, by the candidates that were read."""
    matrices, right, silence = [], [], []
    for one, row in zip(asked, scores, strict=True):
        read = [at for at, features in enumerate(one.rows) if READ in features]
        if read:
            matrices.append(np.array([[row[at], one.rows[at][READ], 1.0] for at in read]))
            right.append([one.right[at] for at in read])
            silence.append(one.gold.status != "answered" or not any(right[-1]))
    penalty = np.array([0.0, PENALTY, BIAS_PENALTY])
    of_score, of_reading, bias = fit_logit(matrices, right, penalty, silence)
    return round(float(of_score), 4), round(float(of_reading), 4), round(float(bias), 4)


def cross_validate(asked: Sequence[Asked], names: Sequence[str]) -> list[Matrix]:
    """Scores of every question's candidates by weights that never saw its plan, before they are read."""
    folds = fold_of(asked)
    scores: list[Matrix] = [np.zeros(0)] * len(asked)
    for fold in range(FOLDS):
        weights = fit([a for a, f in zip(asked, folds, strict=True) if f != fold], names)
        for at in map(int, np.flatnonzero(folds == fold)):
            found = matrix(asked[at].rows, names) @ weights
            scores[at] = np.array(against_rivals(found.tolist(), asked[at].rows))
    return scores


def cross_read(asked: Sequence[Asked], scores: Sequence[Matrix]) -> list[Matrix]:
    """Those scores weighed with what the reader thinks, by weights that never saw the plan.

    Which candidates were read the file's weights chose, which have seen every plan: a small advantage.
    """
    folds = fold_of(asked)
    found: list[Matrix] = [np.zeros(0)] * len(asked)
    for fold in range(FOLDS):
        others = [int(at) for at in np.flatnonzero(folds != fold)]
        reading = fit_reading([asked[at] for at in others], [scores[at] for at in others])
        for at in map(int, np.flatnonzero(folds == fold)):
            found[at] = np.array(weighed_with(reading, scores[at].tolist(), asked[at].rows))
    return found


def sureness(asked: Sequence[Asked], scores: Sequence[Matrix]) -> list[tuple[float, bool, bool]]:
    """For every question with candidates: how sure the best one is (guarded), whether it is right, answerable.

    Of a question that the plans do not answer, one that says just that is right.
    """
    found = []
    for one, row in zip(asked, scores, strict=True):
        free = [at for at, features in enumerate(one.rows) if not barred(features)]
        if free:
            best = max(free, key=row.__getitem__)
            sure = guarded(1 / (1 + float(np.exp(-row[best]))), one.rows[best])
            found.append((sure, one.passable[best], one.gold.status == "answered"))
        elif len(row):
            found.append((0.0, False, one.gold.status == "answered"))
    return found


def threshold_for(errors: float, found: Sequence[tuple[float, bool, bool]]) -> float:
    """The least sureness at which not more than this share of the questions is answered wrongly."""
    wrong = sorted((sure for sure, right, _ in found if not right), reverse=True)
    allowed = int(errors * len(found))
    return round(wrong[allowed], 4) if allowed < len(wrong) else 0.0


def main() -> None:
    """Gather, cross-validate, tell, fit on all and write."""
    questions = [q for path in GOLD_FILES for q in read_gold(path) if q.split == "dev"]
    asked: list[Asked] = []
    for name in sorted({q.collection for q in questions}):
        with tempfile.TemporaryDirectory() as folder:
            files = collection_files(name, None, Path(folder))
            asked += gather(files, [q for q in questions if q.collection == name]) if files else []
    write(asked)


def write(asked: Sequence[Asked]) -> None:
    """Print what cross-validation says at several thresholds, then fit on all and write the file."""
    names = feature_names(asked)
    alone = cross_validate(asked, names)
    answerable = sum(one.gold.status == "answered" for one in asked)
    sys.stdout.write("without the reader:\n")
    _tell(sureness(asked, alone), answerable)
    found = sureness(asked, cross_read(asked, alone))
    sys.stdout.write("with the reader:\n")
    _tell(found, answerable)
    weights = fit(asked, names)
    fitted = {
        "threshold": threshold_for(ERRORS, found),
        "sure": threshold_for(SURE_ERRORS, found),
        "reading": fit_reading(asked, alone),
        "bias": round(float(weights[-1]), 4),
        "weights": {
            name: round(float(w), 4) for name, w in zip(names, weights, strict=False) if abs(w) > 5e-4
        },
    }
    WEIGHTS_FILE.write_text(json.dumps(fitted, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def _tell(found: Sequence[tuple[float, bool, bool]], answerable: int) -> None:
    """Print what is right and refused at several thresholds."""
    best = sum(ok for _, ok, able in found if able)
    sys.stdout.write(f"best candidate right {best / answerable:.1%}\n")
    for errors in (SURE_ERRORS, 0.03, 0.05, 0.08, 0.10, ERRORS, 0.15, 1.0):
        least = threshold_for(errors, found)
        right = sum(ok for sure, ok, able in found if able and sure > least)
        refused = [sure <= least or ok for sure, ok, able in found if not able]
        sys.stdout.write(
            f"wrong and confident <= {errors:.0%}: sureness > {least:.2f}, right {right / answerable:.1%}, "
            f"unanswerable refused {sum(refused) / max(len(refused), 1):.1%}\n"
        )


if __name__ == "__main__":
    main()
