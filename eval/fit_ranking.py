"""`python -m eval.fit_ranking`: fit the weights by which the first passages are ordered anew.

In: the development questions about plans (the sets of ``eval.fields.DEVELOPMENT``) with the passages
that answer them. Out: ``vectorstore/data/rerank.json``. The model is a conditional logit: the right passages of a
question are to have most of the probability among its first ones. What it is worth is told by cross-validation with
whole plans held out; the printed table compares that with the order before.
"""

from __future__ import annotations

import json
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from eval.fields import Field, plan_fields
from eval.logit import Matrix, fit_logit
from eval.pool import Pool, segment
from eval.ranking import Placed, hit, ndcg, place
from eval.systems import read_as_asked
from vectorstore.embedder import Embedder, load_embedder
from vectorstore.rerank import RERANKED, WEIGHTS_FILE, describe, want

__all__ = ["Ranked", "cross_validate", "fit", "gather"]

FOLDS = 8
PENALTY = 2.0
"""Ridge: the prior that a feature says nothing. 0.5 to 4 give the same scores within .01 (2026-11-25)."""
RAREST = 15
"""Features of fewer passages are left out: nothing can be learnt from them."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A question's first passages in the order before: their features, and which are right."""

    task: str
    group: str
    """What is held out together: the plan that answers."""
    rows: tuple[dict[str, float], ...]
    right: tuple[bool, ...]
    relevant: int
    """How many passages are right, found or not."""


def gather(field: Field, embedder: Embedder, folder: Path) -> Iterator[Ranked]:
    """Search every question of a library of plans."""
    passages = field.tasks[0].passages
    pool = Pool(passages, embedder, folder, words=segment(passages))
    for task in field.tasks:
        for asked in task.questions:
            asking = read_as_asked(pool, field.reader, asked.text)
            found = pool.fused(asking)[:RERANKED]
            rows = describe(want(asking.query, pool.rarity), found, pool.chunks)
            yield Ranked(
                task=task.name,
                group=f"{task.pool} {min(asked.relevant)[0]}",
                rows=tuple(rows),
                right=tuple(one.key in asked.relevant for one in found),
                relevant=len(asked.relevant),
            )


def _matrix(question: Ranked, names: Sequence[str]) -> Matrix:
    return np.array([[row.get(name, 0.0) for name in names] for row in question.rows], dtype=np.float64)


def _names(questions: Sequence[Ranked]) -> list[str]:
    seen = Counter(
        name for question in questions for row in question.rows for name, value in row.items() if value
    )
    return sorted(name for name, count in seen.items() if count >= RAREST)


def fit(questions: Sequence[Ranked], names: Sequence[str]) -> dict[str, float]:
    """The weights under which the right passages are likeliest, by penalised likelihood."""
    taught = [question for question in questions if any(question.right) and not all(question.right)]
    found = fit_logit(
        [_matrix(question, names) for question in taught],
        [question.right for question in taught],
        np.full(len(names), PENALTY),
    )
    return dict(zip(names, map(float, found), strict=True))


def _placed(question: Ranked, weights: dict[str, float] | None) -> Placed:
    order = list(range(len(question.rows)))
    if weights is not None:
        scores = [sum(weights.get(name, 0.0) * value for name, value in row.items()) for row in question.rows]
        order.sort(key=lambda at: (-scores[at], at))
    found = place(order, {at for at, right in enumerate(question.right) if right})
    return Placed(found.places, question.relevant)


def cross_validate(questions: Sequence[Ranked]) -> list[Placed]:
    """Where the right passages stand by weights fitted without the plans that hold them."""
    names, groups = _names(questions), sorted({question.group for question in questions})
    random.Random(0).shuffle(groups)
    fold = {group: number % FOLDS for number, group in enumerate(groups)}
    fitted = [fit([q for q in questions if fold[q.group] != held], names) for held in range(FOLDS)]
    return [_placed(question, fitted[fold[question.group]]) for question in questions]


def _tell(questions: Sequence[Ranked], before: Sequence[Placed], after: Sequence[Placed]) -> None:
    tasks: dict[str, list[int]] = defaultdict(list)
    for at, question in enumerate(questions):
        tasks[question.task].append(at)
        tasks["all"].append(at)
    print("plans held out: hit@1, hit@5, nDCG@10, before -> after")
    for task, listed in tasks.items():
        told = []
        for score in (lambda p: hit(p, 1), lambda p: hit(p, 5), ndcg):
            means = (np.mean([score(placed[at]) for at in listed]) for placed in (before, after))
            told.append(" -> ".join(f"{mean:.3f}" for mean in means))
        print(f"{task} ({len(listed)}): {', '.join(told)}")


def main() -> None:
    """Gather, cross-validate, fit to all and write the weights."""
    embedder = load_embedder()
    questions: list[Ranked] = []
    for field in plan_fields("dev"):
        with tempfile.TemporaryDirectory() as folder:
            questions += gather(field, embedder, Path(folder))
    _tell(questions, [_placed(question, None) for question in questions], cross_validate(questions))
    weights = fit(questions, _names(questions))
    listed = {
        name: round(weight, 3) for name, weight in sorted(weights.items(), key=lambda item: -abs(item[1]))
    }
    WEIGHTS_FILE.write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
