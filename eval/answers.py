"""`kehoach eval answers`: gold questions asked of a fresh library, marked, beside the stock baseline."""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from assistant.ask import Desk, answer_question
from assistant.model import Answer, Turn
from assistant.samples import sample_paths
from assistant.settings import Settings
from eval.gazette import GAZETTE, GAZETTE_LIBRARIES, write_gazette
from eval.gold import GoldQuestion, read_gold
from eval.scoring import Marked, Summary, mark, summarise
from vectorstore import StoreSettings, open_library
from vectorstore.embedder import BUNDLED

__all__ = ["run"]

GOLD_FILE = Path(__file__).parent / "data" / "answers.jsonl"
EXPECTED_FILE = Path(__file__).parent / "expected.yaml"
SHARED = Path(__file__).resolve().parents[2] / "shared"
FOLDERS = {"seeds": SHARED / "seeds", "plans": SHARED / "plans"}
System = Callable[[str, Sequence[Turn]], Answer]


def plan_files(collections: set[str], folder: Path | None) -> list[Path]:
    """The files of the collections at hand (``folder`` for a user's own)."""
    if folder is not None:
        return sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    files = list(sample_paths()) if "samples" in collections else []
    for name, place in FOLDERS.items():
        if name in collections and place.is_dir():
            files += sorted(place.iterdir())
    return files


def _ask_all(
    system: System, questions: Sequence[GoldQuestion], text_of: Callable[[str], str], name: str
) -> list[Marked]:
    marks = []
    for question in track(questions, name, console=Console(stderr=True), transient=True):
        start = time.perf_counter()
        answer = system(question.question, question.history)
        seconds = time.perf_counter() - start
        marks.append(mark(question, _timed(answer, seconds), text_of))
    return marks


def _timed(answer: Answer, seconds: float) -> Answer:
    from dataclasses import replace

    return replace(answer, seconds=seconds)


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"


def _row(table: Table, name: str, marks: Sequence[Marked]) -> Summary:
    summary = summarise(marks)
    times = sorted(1000 * m.answer.seconds for m in marks)
    table.add_row(
        name,
        str(summary.questions),
        *(_percent(v) for v in (summary.right, summary.cited, summary.verbatim, summary.refused)),
        *(_percent(v) for v in (summary.refusal_precision, summary.confident_error, summary.wrong_number)),
        f"{statistics.median(times):.0f}" if times else "–",
        f"{times[int(0.95 * (len(times) - 1))]:.0f}" if times else "–",
    )
    return summary


def _table(title: str) -> Table:
    table = Table(title=title)
    heads = "n|right %|cited %|verbatim %|refused %|refusal precision %|confident wrong %|wrong number %|p50 ms|p95 ms"
    for head in ("", *heads.split("|")):
        table.add_column(head, justify="right" if head else "left")
    return table


def run(
    gold: Path | None,
    plans: Path | None,
    split: str | None,
    collection: str | None,
    *,
    baseline: bool,
    show: bool,
    out: Path | None,
    against: Path | None,
    check: bool,
) -> bool:
    """Run the evaluation and print it; False when ``check`` finds a score below what is expected."""
    console = Console(width=150)
    questions = list(read_gold(gold or GOLD_FILE))
    present = {"samples", *(name for name, place in FOLDERS.items() if place.is_dir())}
    present |= GAZETTE_LIBRARIES.keys() if GAZETTE.is_file() else set()
    missing = {q.collection for q in questions if not plans} - present
    if missing:
        console.print(f"Skipped, ../shared is not here: {', '.join(sorted(missing))}")
    questions = [
        q
        for q in questions
        if (plans or q.collection in present)
        and split in (None, q.split)
        and collection in (None, q.collection)
    ]
    results: dict[str, list[Marked]] = defaultdict(list)
    for group in sorted({q.collection for q in questions}):
        asked = [q for q in questions if q.collection == group]
        with tempfile.TemporaryDirectory() as folder:
            written = write_gazette(Path(folder), group) if group in GAZETTE_LIBRARIES and not plans else []
            files = written or plan_files({group}, plans)
            own, stock = _run_collection(group, files, asked, baseline=baseline)
        results["Trợ lý Kế hoạch"] += own
        if stock:
            results["stock LangChain"] += stock
    return _report(console, results, show=show, out=out, against=against, check=check)


def _run_collection(
    name: str, files: Sequence[Path], questions: Sequence[GoldQuestion], *, baseline: bool
) -> tuple[list[Marked], list[Marked]]:
    """Each collection is a library of its own, as an office's would be."""
    with tempfile.TemporaryDirectory() as folder, open_library(StoreSettings(Path(folder))) as library:
        for outcome in library.add_all(files):
            if outcome.error:
                raise outcome.error
        desk = Desk(Settings(data=Path(folder)), library)
        texts = {entry.name: library.plan(entry.name).source.original for entry in library.plans()}
        answer_question(desk, "khởi động")
        own = _ask_all(lambda q, h: answer_question(desk, q, h), questions, texts.__getitem__, name)
        stock: list[Marked] = []
        if baseline:
            from eval.baseline import StockLangChain

            system = StockLangChain(texts, BUNDLED)
            stock = _ask_all(system.ask, questions, texts.__getitem__, f"{name}, baseline")
        return own, stock


def _report(
    console: Console,
    results: dict[str, list[Marked]],
    *,
    show: bool,
    out: Path | None,
    against: Path | None,
    check: bool,
) -> bool:
    table = _table("Answers, by system and half")
    for system, marks in results.items():
        _row(table, system, marks)
        for half in ("dev", "test"):
            _row(table, f"  {half}", [m for m in marks if m.gold.split == half])
    console.print(table)
    own = next(iter(results.values()), [])
    for key in ("kind", "language", "collection"):
        detail = _table(f"By {key}")
        for value in sorted({getattr(m.gold, key) for m in own}):
            _row(detail, value, [m for m in own if getattr(m.gold, key) == value])
        console.print(detail)
    if show:
        for marked in own:
            if not marked.right or not (marked.cited or marked.gold.status != "answered"):
                _show(console, marked)
    if out:
        out.write_text(
            "".join(json.dumps(_record(m), ensure_ascii=False) + "\n" for m in own), encoding="utf-8"
        )
    if against:
        _compare(console, own, against)
    return _meets_expected(console, own) if check else True


def _record(marked: Marked) -> dict[str, object]:
    return {"id": marked.gold.id, "right": marked.right, "cited": marked.cited, "answer": marked.answer.text}


def _show(console: Console, marked: Marked) -> None:
    gold = marked.gold
    verdict = "WRONG" if not marked.right else "UNCITED"
    console.print(
        f"[bold]{verdict}[/] {gold.id} ({gold.kind}, {gold.language}, {gold.split}): {gold.question}",
        highlight=False,
    )
    if gold.history:
        console.print(f"   history: {[turn.content for turn in gold.history]}", markup=False)
    console.print(
        f"   accept {gold.accept} reject {gold.reject} evidence {[e.quote for e in gold.evidence]}",
        markup=False,
        highlight=False,
    )
    console.print(
        f"   {marked.answer.status}/{marked.answer.kind}: {marked.answer.text[:500]!r}",
        markup=False,
        highlight=False,
    )


def _compare(console: Console, own: Sequence[Marked], against: Path) -> None:
    """Gains and losses, question by question."""
    before = {r["id"]: r["right"] for r in map(json.loads, against.read_text(encoding="utf-8").splitlines())}
    for marked in own:
        was = before.get(marked.gold.id)
        if was is not None and was != marked.right:
            console.print(
                f"{'GAIN' if marked.right else 'LOSS'} {marked.gold.id}: {marked.gold.question}", markup=False
            )


def _meets_expected(console: Console, own: Sequence[Marked]) -> bool:
    import yaml

    expected = yaml.safe_load(EXPECTED_FILE.read_text(encoding="utf-8"))["answers"]
    fine = True
    for half, scores in expected.items():
        summary = summarise([m for m in own if m.gold.split == half])
        for name, (value, tolerance) in scores.items():
            got = getattr(summary, name)
            good = got is not None and (
                got <= value + tolerance
                if name in {"confident_error", "wrong_number"}
                else got >= value - tolerance
            )
            console.print(
                f"[{'OK' if good else 'FAIL'}] {half} {name}: {_percent(got)}, expected {_percent(value)}",
                markup=False,
            )
            fine = fine and good
    return fine
