"""`kehoach eval speed`: how long reading, adding and answering take with all real plans in one library."""

from __future__ import annotations

import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from assistant.ask import answer_question
from assistant.settings import Settings
from assistant.weighing import Desk
from eval.answers import GOLD_FILE, plan_files
from eval.gold import read_gold
from ingest.pipeline import read_plan
from vectorstore import StoreSettings, open_library
from vectorstore.embedder import BUNDLED

__all__ = ["run"]


def _times(work: Callable[[str], object], questions: Sequence[str]) -> list[float]:
    """Milliseconds of each call, sorted."""
    found = []
    for question in questions:
        start = time.perf_counter()
        work(question)
        found.append(1000 * (time.perf_counter() - start))
    return sorted(found)


def _row(table: Table, name: str, times: Sequence[float]) -> None:
    p95 = times[int(0.95 * (len(times) - 1))]
    table.add_row(name, f"{statistics.median(times):.0f}", f"{p95:.0f}", f"{times[-1]:.0f}", str(len(times)))


def run(*, baseline: bool) -> None:
    """Read and add the seeds and plans of ../shared (the samples where it is absent), then ask the gold questions."""
    from eval.baseline import StockLangChain

    console = Console(width=120)
    files = plan_files({"seeds", "plans"}, None) or plan_files({"samples"}, None)
    questions = [q.question for q in read_gold(GOLD_FILE)]
    table = Table(title=f"Milliseconds, {len(files)} plans in one library")
    for head in ("", "p50", "p95", "worst", "n"):
        table.add_column(head, justify="right" if head else "left")
    read_plan(files[0])
    _row(table, "read one plan", _times(lambda path: read_plan(Path(path)), [str(path) for path in files]))
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
        _row(table, "ask", _times(lambda question: answer_question(desk, question), questions))
        console.print(
            f"Peak memory until here: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"
        )
        if baseline:
            texts = {entry.name: library.plan(entry.name).source.original for entry in library.plans()}
            _row(table, "ask, stock LangChain", _times(StockLangChain(texts, BUNDLED).ask, questions))
    console.print(table)
