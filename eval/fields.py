"""What is searched: every pool of passages with the tasks over it, read from the plans and ``../shared``."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console

from assistant.knowledge import build_knowledge
from assistant.question.restore import build_speller
from assistant.question.understand import Context
from eval.answers import GOLD_FILE, SHARED, plan_files
from eval.gazette import GAZETTE_LIBRARIES, write_gazette
from eval.gold import GoldQuestion, read_gold
from eval.systems import Reader, plan_reader, reader_of
from eval.tasks import Task, bitext_tasks, plan_tasks, xquad_tasks, zalo_tasks
from ingest.chunk import chunk_plan
from ingest.parse.provinces import province_names
from ingest.pipeline import read_plan
from vectorstore.lexicon import load_lexicon

__all__ = ["Field", "fields", "plan_fields"]

MORE_FILES = {
    "dev2": GOLD_FILE.with_name("answers_dev2.jsonl"),
    "dev3": GOLD_FILE.with_name("answers_dev3.jsonl"),
    "fresh": GOLD_FILE.with_name("answers_test2.jsonl"),
    "fresh3": GOLD_FILE.with_name("answers_test3.jsonl"),
}
"""Later sets of gold questions by the name of their half here; nobody who tunes looks into the fresh ones."""
DEVELOPMENT = ("dev", "dev2", "dev3")


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


def _collections(asked: Collection[str]) -> Iterator[tuple[str, list[Path]]]:
    for name in ("samples", "seeds", "plans"):
        if files := plan_files({name}, None):
            yield name, files
    with tempfile.TemporaryDirectory() as folder:
        for name in (library for library in GAZETTE_LIBRARIES if library in asked):
            if files := write_gazette(Path(folder), name):
                yield name, files


def _gold(half: str | None) -> list[GoldQuestion]:
    """The gold questions, all or those of one half; "dev" takes all development sets. No other file is opened."""
    wanted = DEVELOPMENT if half == "dev" else (half,)
    found = [question for question in read_gold(GOLD_FILE) if half is None or question.split in wanted]
    for name, path in MORE_FILES.items():
        if half is None or name in wanted:
            found += (replace(question, split=name) for question in read_gold(path))
    return found


def plan_fields(half: str | None) -> Iterator[Field]:
    """The libraries of plans with the gold questions about them, all or of one half."""
    gold = _gold(half)
    for name, files in _collections({question.collection for question in gold}):
        if asked := [question for question in gold if question.collection == name]:
            yield _plan_field(name, files, asked)


def _plan_field(name: str, files: Sequence[Path], asked: Sequence[GoldQuestion]) -> Field:
    plans = {path.name: read_plan(path) for path in files}
    plan_ids = {plan: number for number, plan in enumerate(plans, 1)}
    passages = [
        ((plan_ids[plan], chunk.ordinal), chunk) for plan in plans for chunk in chunk_plan(plans[plan])
    ]
    knowledge = build_knowledge(plans)
    speller = build_speller(knowledge.words, knowledge.pairs)
    context = Context(knowledge, speller, load_lexicon(), province_names())
    tasks = [replace(task, pool=f"plans {name}") for task in plan_tasks(asked, passages, plan_ids)]
    return Field(tuple(tasks), plan_reader(context, plan_ids), plans=True)


def fields(console: Console, only: str | None, half: str | None) -> Iterator[Field]:
    """Every pool with its tasks, or those of ``only``; ``half`` chooses among the plan questions."""
    if only is None or "plans" in only:
        yield from plan_fields(half)
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
