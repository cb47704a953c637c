"""`kehoach eval answers`: gold questions asked of a fresh library, marked, beside the stock baseline."""

from __future__ import annotations

import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table

from assistant.ask import answer_question
from assistant.model import Answer, Turn
from assistant.samples import sample_paths
from assistant.settings import BadSetting, Settings
from assistant.weighing import Desk
from eval.gazette import GAZETTE, GAZETTE_LIBRARIES, write_gazette
from eval.gold import GoldQuestion, read_gold
from eval.near_misses import near_misses
from eval.report import write_report
from eval.said_otherwise import of_the_right, said_otherwise
from eval.scoring import HEADS, Marked, cells, changes, mark, percent, summarise
from vectorstore import StoreSettings, open_library
from vectorstore.embedder import BUNDLED

__all__ = ["GOLD_FILE", "GOLD_FILES", "WRITTEN", "Wanted", "collection_files", "plan_files", "run"]

GOLD_FILE = Path(__file__).parent / "data" / "answers.jsonl"
GOLD_FILES = (GOLD_FILE, *sorted(GOLD_FILE.parent.glob("answers_dev*.jsonl")))
"""What is run when no file is named: the sets to develop on. The untouched set is named when it is run."""
EXPECTED_FILE = Path(__file__).parent / "expected.yaml"
SHARED = Path(__file__).resolve().parents[2] / "shared"
WRITTEN = Path(__file__).parent / "data" / "libraries"
"""Plans written for the evaluation, of a province that does not exist: a folder is a collection of its own."""
FOLDERS = {
    "seeds": SHARED / "seeds",
    "plans": SHARED / "plans",
    **{folder.name: folder for folder in sorted(WRITTEN.glob("*/"))},
}
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
    return replace(answer, seconds=seconds)


def _table(title: str, rows: Mapping[str, Sequence[Marked]]) -> Table:
    table = Table(title=title)
    for head in ("", *HEADS):
        table.add_column(head, justify="right" if head else "left")
    for name, marks in rows.items():
        table.add_row(name, *cells(marks))
    return table


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is run, and what is done with its result."""

    questions: Path | None = None
    """Questions of one's own instead of the project's."""
    plans: Path | None = None
    """The folder of plans that they ask about."""
    split: str | None = None
    collection: str | None = None
    baseline: bool = True
    lm: bool = False
    """Let the language model of the settings word the answers."""
    near_misses: bool = False
    """Ask, instead of the questions, what nothing answers and differs from them by one name or number."""
    said_otherwise: bool = False
    """Ask the questions typed in other ways, too, and count those that are answered rightly as they stand."""
    show: bool = False
    save: Path | None = None
    compare: Path | None = None
    report: Path | None = None
    check: bool = False


def run(wanted: Wanted) -> bool:
    """Run the evaluation and print it; False when ``check`` finds a score below what is expected."""
    console = Console(width=150)
    files = [wanted.questions] if wanted.questions else [path for path in GOLD_FILES if path.is_file()]
    questions = [question for path in files for question in read_gold(path)]
    present = {"samples", *(name for name, place in FOLDERS.items() if place.is_dir())}
    present |= GAZETTE_LIBRARIES.keys() if GAZETTE.is_file() else set()
    missing = {q.collection for q in questions if not wanted.plans} - present
    if missing:
        console.print(f"Skipped, ../shared is not here: {', '.join(sorted(missing))}")
    questions = [
        q
        for q in questions
        if (wanted.plans or q.collection in present)
        and wanted.split in (None, q.split)
        and wanted.collection in (None, q.collection)
    ]
    results: dict[str, list[Marked]] = defaultdict(list)
    for group in sorted({q.collection for q in questions}):
        asked = [q for q in questions if q.collection == group]
        with tempfile.TemporaryDirectory() as folder:
            files = collection_files(group, wanted.plans, Path(folder))
            own, stock = _run_collection(group, files, asked, wanted)
        results["Trợ lý Kế hoạch"] += own
        if stock:
            results["stock LangChain"] += stock
    return _report(console, results, wanted)


def collection_files(name: str, plans: Path | None, folder: Path) -> list[Path]:
    """The files of one collection; documents of the Gazette are written into ``folder`` first."""
    if name in GAZETTE_LIBRARIES and not plans:
        return write_gazette(folder, name)
    return plan_files({name}, plans)


def _run_collection(
    name: str, files: Sequence[Path], questions: Sequence[GoldQuestion], wanted: Wanted
) -> tuple[list[Marked], list[Marked]]:
    """Each collection is a library of its own, as an office's would be."""
    with tempfile.TemporaryDirectory() as folder, open_library(StoreSettings(Path(folder))) as library:
        for outcome in library.add_all(files):
            if outcome.error:
                raise outcome.error
        settings = Settings.read(Path(folder)) if wanted.lm else Settings(data=Path(folder))
        if wanted.lm and not settings.llm:
            raise BadSetting("--lm: chưa đặt KEHOACH_LLM (ví dụ openai:qwen3).")
        desk = Desk(settings, library)
        texts = {entry.name: library.plan(entry.name).source.original for entry in library.plans()}
        if wanted.near_misses:
            questions = near_misses(questions, [*texts.values()])
        if wanted.said_otherwise:
            questions = said_otherwise(questions)
        answer_question(desk, "khởi động")
        own = _ask_all(lambda q, h: answer_question(desk, q, h), questions, texts.__getitem__, name)
        own = of_the_right(own) if wanted.said_otherwise else own
        stock: list[Marked] = []
        if wanted.baseline:
            from eval.baseline import StockLangChain

            system = StockLangChain(texts, BUNDLED)
            stock = _ask_all(system.ask, questions, texts.__getitem__, f"{name}, baseline")
        return own, stock


def _report(console: Console, results: Mapping[str, Sequence[Marked]], wanted: Wanted) -> bool:
    rows: dict[str, Sequence[Marked]] = {}
    for system, marks in results.items():
        rows[system] = marks
        for half in sorted({m.gold.split for m in marks}):
            rows[f"  {half}" + " " * len(rows)] = [m for m in marks if m.gold.split == half]
    console.print(_table("Answers, by system and half", rows))
    own = next(iter(results.values()), [])
    for key in ("kind", "language", "collection"):
        values = sorted({getattr(m.gold, key) for m in own})
        console.print(
            _table(
                f"By {key}", {value: [m for m in own if getattr(m.gold, key) == value] for value in values}
            )
        )
    if wanted.show:
        for marked in own:
            if not marked.right or not (marked.cited or marked.gold.status != "answered"):
                _show(console, marked)
    if wanted.save:
        records = (json.dumps(_record(m), ensure_ascii=False) + "\n" for m in own)
        wanted.save.write_text("".join(records), encoding="utf-8")
    found = changes(own, _earlier(wanted.compare)) if wanted.compare else []
    for change in found:
        console.print(f"{'GAIN' if change.gain else 'LOSS'} {change.id}: {change.question}", markup=False)
    if wanted.compare:
        gains = sum(change.gain for change in found)
        console.print(f"{gains} gained, {len(found) - gains} lost against {wanted.compare.name}")
    if wanted.report:
        write_report(wanted.report, results, found)
        console.print(f"Report: {wanted.report}")
    return _meets_expected(console, own) if wanted.check else True


def _earlier(path: Path) -> dict[str, dict[str, Any]]:
    """The records of a saved run, by question."""
    return {record["id"]: record for record in map(json.loads, path.read_text("utf-8").splitlines())}


def _record(marked: Marked) -> dict[str, object]:
    return {
        "id": marked.gold.id,
        "right": marked.right,
        "cited": marked.cited,
        "status": marked.answer.status,
        "sure": marked.answer.sure,
        "sureness": marked.answer.sureness,
        "seconds": round(marked.answer.seconds, 4),
        "answer": marked.answer.text,
    }


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
                if name in {"confident_error", "unsure_error", "wrong_number"}
                else got >= value - tolerance
            )
            console.print(
                f"[{'OK' if good else 'FAIL'}] {half} {name}: {percent(got)}, expected {percent(value)}",
                markup=False,
            )
            fine = fine and good
    return fine
