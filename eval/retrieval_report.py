"""Retrieval scores as a table, as JSON, and against what is expected of them."""

from __future__ import annotations

import json
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from eval.ranking import Interval, Placed, hit, interval, ndcg, recall

__all__ = ["Score", "meets_expected", "print_overview", "print_scores", "write_scores"]

EXPECTED_FILE = Path(__file__).parent / "expected.yaml"
WHOLE = "our search"


@dataclass(frozen=True, slots=True)
class Score:
    """One system on one task; ``milliseconds`` is the median of a question."""

    task: str
    system: str
    questions: int
    ndcg: Interval
    recall: Interval
    hit1: Interval
    hit5: Interval
    milliseconds: float
    passages_a_second: float | None
    bytes: int | None

    @classmethod
    def of(
        cls,
        task: str,
        system: str,
        placed: Sequence[Placed],
        seconds: Sequence[float],
        passages_a_second: float | None,
        size: int | None,
    ) -> Score:
        """Average over the questions."""
        return cls(
            task,
            system,
            len(placed),
            interval([ndcg(found) for found in placed]),
            interval([recall(found) for found in placed]),
            interval([hit(found, 1) for found in placed]),
            interval([hit(found, 5) for found in placed]),
            1000 * statistics.median(seconds),
            passages_a_second,
            size,
        )


def _told(value: Interval) -> str:
    return f"{value.mean:.3f} [{value.low:.2f}–{value.high:.2f}]".replace("0.", ".")


def _rate(score: Score) -> str:
    return "" if score.passages_a_second is None else f"{score.passages_a_second:,.0f}"


def _detail(scores: Sequence[Score]) -> Table:
    table = Table(title="Retrieval: mean [95 % of 1,000 bootstrap resamples of the questions]")
    for head in ("", "nDCG@10", "recall@10", "hit@1", "hit@5", "ms/question", "passages/s", "MB"):
        table.add_column(head, justify="right" if head else "left", no_wrap=True)
    for task in dict.fromkeys(score.task for score in scores):
        rows = [score for score in scores if score.task == task]
        table.add_section()
        table.add_row(f"[bold]{task}[/] ({rows[0].questions} questions)")
        for score in rows:
            table.add_row(
                score.system + ("" if score.questions == rows[0].questions else f" ({score.questions})"),
                *(_told(value) for value in (score.ndcg, score.recall, score.hit1, score.hit5)),
                f"{score.milliseconds:.1f}",
                _rate(score),
                "" if score.bytes is None else f"{score.bytes / 1e6:.1f}",
            )
    return table


def print_overview(console: Console, scores: Sequence[Score], *, so_far: bool = False) -> None:
    """nDCG@10: a row a task, a column a system; ``so_far`` marks what a run has found until now."""
    systems = list(dict.fromkeys(score.system for score in scores))
    by_pair = {(score.task, score.system): score for score in scores}
    table = Table(title="So far: nDCG@10" if so_far else "Overview: nDCG@10")
    table.add_column("")
    for system in systems:
        table.add_column(system.strip(), justify="right", style="bold" if system == WHOLE else "")
    for task in dict.fromkeys(score.task for score in scores):
        cells = [by_pair.get((task, system)) for system in systems]
        table.add_row(task, *("" if cell is None else f"{cell.ndcg.mean:.3f}" for cell in cells))
    console.print(table)


def print_scores(console: Console, scores: Sequence[Score], *, details: bool) -> None:
    """The whole table (with ``details``), then the overview and how much faster our model reads than MiniLM."""
    if details:
        console.print(_detail(scores))
    print_overview(console, scores)
    rates = {(score.task, score.system): score.passages_a_second for score in scores}
    ratios = {}
    for (task, system), rate in rates.items():
        ours = rates.get((task, "our model alone"))
        if "MiniLM" in system and rate and ours:
            ratios[ours / rate] = f"{ours:,.0f} passages/s against {rate:.1f} ({task})"
    if ratios:
        console.print(
            f"Our model reads {min(ratios):,.0f} to {max(ratios):,.0f} times as fast as the stock recipe: "
            f"{ratios[min(ratios)]}; {ratios[max(ratios)]}."
        )


def write_scores(path: Path, scores: Sequence[Score]) -> None:
    """All scores as JSON."""
    listed = [asdict(score) for score in scores]
    path.write_text(json.dumps(listed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def meets_expected(console: Console, scores: Sequence[Score], *, partial: bool = False) -> bool:
    """Compare our search's scores with eval/expected.yaml; False when one is below its tolerance.

    What a ``partial`` run did not ask is passed over; otherwise it fails.
    """
    import yaml

    expected = yaml.safe_load(EXPECTED_FILE.read_text(encoding="utf-8"))["retrieval"]
    found = {score.task: score for score in scores if score.system == WHOLE}
    fine = True
    for task, wanted in expected.items():
        if partial and task not in found:
            continue
        for name, (value, tolerance) in wanted.items():
            got = getattr(found[task], name).mean if task in found else None
            good = got is not None and got >= value - tolerance
            told = "not measured" if got is None else f"{got:.3f}"
            console.print(
                f"[{'OK' if good else 'FAIL'}] {task} {name}: {told}, expected {value}", markup=False
            )
            fine = fine and good
    return fine
