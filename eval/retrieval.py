"""`kehoach eval retrieval`: does the right passage stand first? Every system over every task, side by side.

Each pool's scores are printed as soon as it is done. What is too slow to ask in full is sampled, and the report says so.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from assistant.settings import Settings
from eval.fields import Field, fields
from eval.pool import Pool, segment
from eval.ranking import DEPTH, Placed, place
from eval.retrieval_report import Score, meets_expected, print_overview, print_scores, write_scores
from eval.stock import MINILM, stock_system
from eval.systems import PART_QUESTIONS, System, asks, systems_of
from eval.tasks import SMALL_POOL, Task
from vectorstore.embedder import Embedder, load_embedder

__all__ = ["run"]

QUICK_QUESTIONS = 60
LARGE = 5000
"""Passages from which the word segmenter and MiniLM would take hours."""
QUICK = 1100
"""Passages of the pools of a quick run; MiniLM, with twenty passages a second, reads those below 250."""
QUICK_MINILM = 250
NOTE = (
    f"{MINILM}: LangChain's splitter and Chroma with all-MiniLM-L6-v2, over the same passages without title lines; its "
    "vectors are kept in the data folder, its times are of texts really read. The word segmenter and MiniLM would "
    "take hours for 64,086 articles: they are asked about a sample, Zalo 1.5k (the right articles and "
    f"{SMALL_POOL:,} others); in a quick run MiniLM reads only the smallest pools. Searches less one part are asked "
    f"{PART_QUESTIONS} questions of a task, the same each time. The bundled model's card says whether it has seen "
    "the articles that Zalo's questions ask for."
)


@dataclass(slots=True)
class _Tally:
    """What one system found for one task, over all its pools."""

    placed: list[Placed]
    seconds: list[float]
    system: System

    def score(self, task: str) -> Score:
        system = self.system
        seconds = self.seconds if system.milliseconds is None else [system.milliseconds / 1000]
        return Score.of(task, system.name, self.placed, seconds, system.passages_a_second, system.bytes)


@dataclass(slots=True)
class _Run:
    """One run: what it was told, and what it has found so far."""

    quick: bool
    embedder: Embedder
    memory: Path
    bar: Progress
    tallies: dict[tuple[str, str], _Tally]

    def scores(self, tasks: set[str] | None = None) -> list[Score]:
        """The scores so far, all or of some tasks."""
        return [
            tally.score(task) for (task, _), tally in self.tallies.items() if tasks is None or task in tasks
        ]


def _quick(field: Field) -> Field | None:
    if len(field.tasks[0].passages) > QUICK:
        return None
    return replace(field, tasks=tuple(task.sampled(QUICK_QUESTIONS) for task in field.tasks))


def _untitled(field: Field, pool: Pool, folder: Path) -> System:
    passages = [(key, replace(chunk, title_line="")) for key, chunk in field.tasks[0].passages]
    bare = Pool(passages, pool.embedder, folder, words=pool.segmented)
    return System("  without title line", asks(bare, field.reader), most=PART_QUESTIONS)


@contextmanager
def _progress() -> Iterator[Progress]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield bar


def _systems(this: _Run, field: Field, folder: Path, step: TaskID) -> list[System]:
    """Make every index over a field's passages."""
    passages, name = field.tasks[0].passages, field.tasks[0].pool
    size, start = len(passages), time.perf_counter()
    this.bar.update(step, description=f"{name}: indexing {size:,} passages")
    words = segment(passages) if size <= LARGE else None
    pool = Pool(passages, this.embedder, folder / "pool", words=words, started=start)
    systems = systems_of(pool, field.reader, plans=field.plans)
    if field.titled and size <= LARGE:
        systems.append(_untitled(field, pool, folder / "untitled"))
    if size <= (QUICK_MINILM if this.quick else LARGE):

        def told(done: int, total: int) -> None:
            this.bar.update(step, description=f"{name}: MiniLM reads", completed=done, total=total)

        systems.insert(3, stock_system(field.tasks, this.memory, told))
    return systems


def _ask(this: _Run, system: System, task: Task, step: TaskID) -> None:
    tally = this.tallies.setdefault((task.name, system.name), _Tally([], [], system))
    for asked in task.questions:
        start = time.perf_counter()
        found = system.ranker(asked.text)
        tally.seconds.append(time.perf_counter() - start)
        tally.placed.append(place(found[:DEPTH], asked.relevant))
        this.bar.advance(step)


def _run_field(this: _Run, field: Field, folder: Path) -> None:
    step = this.bar.add_task(field.tasks[0].pool, total=None)
    systems = _systems(this, field, folder, step)
    asked = [
        (system, task if system.most is None else task.sampled(system.most))
        for system in systems
        for task in field.tasks
    ]
    this.bar.reset(step, total=sum(len(task.questions) for _, task in asked))
    for system in systems:
        this.bar.update(step, description=f"{field.tasks[0].pool}: {system.name.strip()}")
        system.ranker(field.tasks[0].questions[0].text)
        for task in (task for one, task in asked if one is system):
            _ask(this, system, task, step)
    this.bar.remove_task(step)


def run(
    *, quick: bool, only: str | None, half: str | None, out: Path | None, check: bool, details: bool
) -> bool:
    """Run every system over every task and print the table; False when ``check`` finds a score too low."""
    console = Console(width=170)
    with _progress() as bar, tempfile.TemporaryDirectory() as scratch:
        this = _Run(quick, load_embedder(), Settings.read().data / "eval", bar, {})
        for number, whole in enumerate(fields(console, only, half)):
            field = _quick(whole) if quick else whole
            if field is None:
                console.print(f"Skipped in a quick run: {', '.join(task.name for task in whole.tasks)}")
                continue
            folder = Path(scratch) / str(number)
            _run_field(this, field, folder)
            shutil.rmtree(folder)
            print_overview(console, this.scores({task.name for task in field.tasks}), so_far=True)
    scores = this.scores()
    print_scores(console, scores, details=details)
    console.print(NOTE)
    if out:
        write_scores(out, scores)
    return meets_expected(console, scores, partial=only is not None or half is not None) if check else True
