"""How well plans are read: sections, letterhead, facts and restored syllables against hand annotations.

Reads the annotated documents of ../shared (plans, seeds, texts of the Official Gazette) and of data/libraries, scores
them by kind, each split apart, beside a naive reader; then reads everything there is without an exception and says what a page costs.
"""

from __future__ import annotations

import gzip
import json
import math
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from eval.check_gold import file_text
from eval.gazette import GAZETTE
from eval.reading_found import Reading, naive_reading, plan_reading
from eval.reading_gold import DATA, FOLDER, GoldDocument, GoldRow, read_document
from eval.reading_score import JUDGES, Outcome, compare, compare_counts, compare_head
from ingest.errors import KehoachError
from ingest.pipeline import read_plan

__all__ = ["ORDER", "Pass", "originals", "robustness", "run", "score_document"]

SHARED = Path(__file__).resolve().parents[2] / "shared"
IN_GAZETTE = "gazette/"
IN_LIBRARIES = "libraries/"
ORDER = ("sections", "bullets", "letterhead", "leads", "assignments", "deadlines", "targets", "references")
FRESH = frozenset({"test2", "test5", "test6", "test10"})
"""Splits whose details are printed only where one is asked for by name: nobody tunes on them by accident."""
CLOSED = "khép kín"
"""What the row that adds up several of these splits is called."""
PAGE = 2_500
"""Characters on a page of a plan (about 530 syllables)."""


@dataclass(frozen=True, slots=True)
class Pass:
    """Reading many files: how long each took, and which could not be read."""

    pages: tuple[float, ...]
    seconds: tuple[float, ...]
    failures: tuple[str, ...]

    @property
    def page_ms(self) -> float:
        """Milliseconds a page, over all files together."""
        return 1000 * sum(self.seconds) / max(sum(self.pages), 1e-9)

    @property
    def growth(self) -> float:
        """Exponent k of time ~ pages**k; 1 is linear."""
        points = [(math.log(p), math.log(s)) for p, s in zip(self.pages, self.seconds, strict=True)]
        if len({x for x, _ in points}) < 2:
            return math.nan
        return statistics.linear_regression([x for x, _ in points], [y for _, y in points]).slope


def score_document(gold: GoldDocument, reading: Reading) -> dict[str, Outcome]:
    """Score one document by kind; kinds that nobody annotated or that the reader does not read are left out."""
    outcomes: dict[str, Outcome] = {}
    for kind, (fits, excuses) in JUDGES.items():
        if kind in reading.found and _kind(kind) in gold.kinds:
            rows = _lead_rows(gold.rows["assignments"]) if kind == "leads" else gold.rows[kind]
            outcomes[kind] = compare(rows, reading.found[kind], fits, excuses)
    if reading.bullets is not None and "bullets" in gold.kinds:
        outcomes["bullets"] = compare_counts(gold.rows["bullets"], dict(reading.bullets))
    if reading.head is not None and "letterhead" in gold.kinds:
        outcomes["letterhead"] = compare_head(gold.rows["letterhead"], reading.head, reading.parents)
    return outcomes


def _kind(scored: str) -> str:
    """The kind of annotation by which something is scored."""
    return "assignments" if scored == "leads" else scored


def _lead_rows(rows: tuple[GoldRow, ...]) -> list[GoldRow]:
    """Rows of leads; where another role is right too, a lead is allowed but not asked for."""
    return [GoldRow(row.optional or row.cells[1] != "lead", row.cells) for row in rows if _may_lead(row)]


def _may_lead(row: GoldRow) -> bool:
    return row.cells[1] == "*" or "lead" in row.cells[1].split(",")


def robustness(files: Iterator[tuple[str, Path]]) -> Pass:
    """Read every file; an error of ingest is a failure to report, anything else is a bug and is raised."""
    pages, seconds, failures = [], [], []
    for name, path in files:
        begin = time.perf_counter()
        try:
            plan = read_plan(path)
        except KehoachError as error:
            failures.append(f"{name}: {error}")
            continue
        seconds.append(time.perf_counter() - begin)
        pages.append(len(plan.source.original) / PAGE)
    return Pass(tuple(pages), tuple(seconds), tuple(failures))


def _shared_files() -> Iterator[tuple[str, Path]]:
    for folder in ("seeds", "plans"):
        yield from ((path.name, path) for path in sorted((SHARED / folder).glob("*.*")))


def _stacked_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """One plan after itself, 1 to 16 times: the same make of text at growing length."""
    plan = max((SHARED / "seeds").glob("001*.txt"), default=None)
    for times in (1, 2, 4, 8, 16) if plan else ():
        path = folder / f"{times:02}.txt"
        path.write_text("\n".join([plan.read_text(encoding="utf-8")] * times), encoding="utf-8")  # type: ignore[union-attr]
        yield path.name, path


def originals(golds: Iterable[GoldDocument], folder: Path) -> dict[str, Path]:
    """Find the annotated documents that are here, by ``GoldDocument.file``.

    A text of the Official Gazette (``gazette/<id>``) is written into ``folder`` first; a plan written for the
    evaluation (``libraries/<library>/<name>``) stands beside the annotations.
    """
    names = [gold.file for gold in golds]
    wanted = frozenset(name.removeprefix(IN_GAZETTE) for name in names if name.startswith(IN_GAZETTE))
    places = {name: (DATA if name.startswith(IN_LIBRARIES) else SHARED) / name for name in names}
    found = {name: path for name, path in places.items() if path.is_file()}
    if wanted and GAZETTE.is_file():
        found |= {f"{IN_GAZETTE}{name}": path for name, path in _gazette_files(folder, wanted)}
    return found


def _gazette_files(folder: Path, wanted: frozenset[str] | None = None) -> Iterator[tuple[str, Path]]:
    with gzip.open(GAZETTE, "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            if wanted is not None and document["id"] not in wanted:
                continue
            path = folder / f"{document['id'][:80]}.txt"
            path.write_text(document["text"], encoding="utf-8")
            yield document["id"], path


def run(*, split: str | None = None, show: bool = False, gazette: bool = False, glyphs: bool = True) -> bool:
    """Print all scores; returns False where there is nothing to read."""
    console = Console()
    if not SHARED.is_dir():
        console.print("Không có thư mục ../shared với các văn bản gốc: bỏ qua (no ../shared: skipped).")
        return False
    golds = sorted(map(read_document, sorted(FOLDER.glob("*.yaml"))), key=lambda gold: gold.split)
    chosen = [gold for gold in golds if split is None or gold.split in split.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        detailed = {
            gold.split for gold in chosen if show and (gold.split not in FRESH or split == gold.split)
        }
        _print_scores(console, chosen, originals(chosen, Path(folder)), detailed)
    _print_pass(console, "../shared", robustness(_shared_files()))
    with tempfile.TemporaryDirectory() as folder:
        stacked = robustness(_stacked_files(Path(folder)))
        console.print(f"một kế hoạch nối 1, 2, 4, 8, 16 lần: thời gian ~ trang^{stacked.growth:.2f}")
    if gazette and GAZETTE.exists():
        with tempfile.TemporaryDirectory() as folder:
            _print_pass(console, "403 văn bản Công báo", robustness(_gazette_files(Path(folder))))
    if glyphs:
        _print_glyphs(console, "dev" if split == "dev" else "test")
    return True


def _print_scores(
    console: Console, golds: list[GoldDocument], files: dict[str, Path], detailed: set[str]
) -> None:
    totals: dict[str, dict[str, Outcome]] = {}
    table = Table(title="Đọc văn bản: F1 (chính xác/đủ), %")
    for name in ("văn bản", "phần", *ORDER):
        table.add_column(name)
    for gold in golds:
        if (path := files.get(gold.file)) is None:
            console.print(f"không có {gold.file}: bỏ qua (not here: skipped)", markup=False)
            continue
        outcomes = score_document(gold, plan_reading(read_plan(path)))
        naive = score_document(gold, naive_reading(file_text(path)))
        table.add_row(path.stem[:28], gold.split, *_cells(outcomes))
        told = {gold.split: outcomes, f"{gold.split} · sơ đẳng": naive}
        for name, one in (told | ({CLOSED: outcomes} if gold.split in FRESH else {})).items():
            for kind, outcome in one.items():
                totals.setdefault(name, {}).setdefault(kind, Outcome()).add(outcome)
        if gold.split in detailed:
            _show(console, path.stem, outcomes)
    table.add_section()
    if len({gold.split for gold in golds} & FRESH) < 2:
        totals.pop(CLOSED, None)
    for name, total in totals.items():
        table.add_row(f"[bold]{name}[/bold]", "", *_cells(total))
    console.print(table)


def _cells(outcomes: dict[str, Outcome]) -> list[str]:
    def cell(one: Outcome | None) -> str:
        if one is None or not one.right + len(one.missed) + len(one.false):
            return "-"
        return f"{100 * one.f1:.1f} ({100 * one.precision:.0f}/{100 * one.recall:.0f})"

    return [cell(outcomes.get(kind)) for kind in ORDER]


def _show(console: Console, name: str, outcomes: dict[str, Outcome]) -> None:
    for kind in filter(outcomes.__contains__, ORDER):
        lines = [("thiếu", line) for line in outcomes[kind].missed] + [
            ("sai", line) for line in outcomes[kind].false
        ]
        for what, line in lines:
            console.print(f"{name} · {kind} · {what}: {line}", markup=False, soft_wrap=True, highlight=False)


def _print_pass(console: Console, name: str, done: Pass) -> None:
    console.print(
        f"{name}: đọc được {len(done.pages)} tệp, lỗi {len(done.failures)}; {sum(done.pages):.0f} trang, "
        f"{done.page_ms:.1f} ms một trang; tệp lâu nhất {max(done.seconds, default=0):.2f} s"
    )
    for failure in done.failures:
        console.print(f"  {failure}", markup=False)


def _print_glyphs(console: Console, part: str) -> None:
    from eval.lost_glyphs import measure

    scores = measure(part, seeds=1)
    if scores is not None:
        shown = dict(scores.rows())
        for name in (
            "damaged words",
            "offered (certain or doubtful)",
            "right among certain",
            "invented digits",
        ):
            console.print(f"chữ mất ({part}) · {name}: {shown[name]}", markup=False)
