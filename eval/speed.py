"""`kehoach eval speed`: how long reading, adding and answering take with all real plans in one library.

Asked is what the development questions ask about those plans, each once and with what was said before it; those that
ask several things at once, which cost several times as much, are told apart too.
"""

from __future__ import annotations

import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.table import Table

from assistant.ask import answer_question
from assistant.question.parts import asked_apart
from assistant.settings import Settings
from assistant.weighing import Desk
from eval.answers import GOLD_FILES, plan_files
from eval.gold import GoldQuestion, read_gold
from ingest.pipeline import read_plan
from vectorstore import StoreSettings, open_library
from vectorstore.embedder import BUNDLED

__all__ = ["run"]

T = TypeVar("T")


def _times(work: Callable[[T], object], items: Sequence[T]) -> list[float]:
    """Milliseconds of each call, in order."""
    found = []
    for item in items:
        start = time.perf_counter()
        work(item)
        found.append(1000 * (time.perf_counter() - start))
    return found


def _row(table: Table, name: str, times: Sequence[float]) -> None:
    if times:
        p95 = sorted(times)[int(0.95 * (len(times) - 1))]
        table.add_row(
            name, f"{statistics.median(times):.0f}", f"{p95:.0f}", f"{max(times):.0f}", str(len(times))
        )


def _questions(collections: set[str]) -> list[GoldQuestion]:
    """What the development questions ask about the plans of these collections."""
    files = (path for path in GOLD_FILES if path.is_file())
    return [q for path in files for q in read_gold(path) if q.collection in collections]


def run(*, baseline: bool) -> None:
    """Read and add the seeds and plans of ../shared (the samples where it is absent), then ask the gold questions."""
    from eval.baseline import StockLangChain

    console = Console(width=120)
    real = {"seeds", "plans"}
    asked = real if plan_files(real, None) else {"samples"}
    files, questions = plan_files(asked, None), _questions(asked)
    table = Table(title=f"Milliseconds, {len(files)} plans in one library")
    for head in ("", "p50", "p95", "worst", "n"):
        table.add_column(head, justify="right" if head else "left")
    read_plan(files[0])
    _row(table, "read one plan", _times(read_plan, files))
    with tempfile.TemporaryDirectory() as folder, open_library(StoreSettings(Path(folder))) as library:
        start = time.perf_counter()
        for outcome in library.add_all(files):
            if outcome.error:
                raise outcome.error
        console.print(f"All plans read, embedded and indexed: {time.perf_counter() - start:.1f} s")
        desk = Desk(Settings(data=Path(folder)), library)
        start = time.perf_counter()
        answer_question(desk, "khởi động")
        console.print(f"First question, which prepares the evidence: {time.perf_counter() - start:.1f} s")
        times = _times(lambda one: answer_question(desk, one.question, one.history), questions)
        several = [len(asked_apart(one.question)) > 1 for one in questions]
        _row(table, "ask", times)
        _row(table, "ask one thing", [ms for ms, more in zip(times, several, strict=True) if not more])
        _row(
            table, "ask several things at once", [ms for ms, more in zip(times, several, strict=True) if more]
        )
        console.print(
            f"Peak memory until here: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"
        )
        if baseline:
            texts = {entry.name: library.plan(entry.name).source.original for entry in library.plans()}
            stock = StockLangChain(texts, BUNDLED)
            _row(table, "ask, stock LangChain", _times(lambda one: stock.ask(one.question), questions))
    console.print(table)
