"""The same plan in other forms: do its sections and facts survive? `python -m eval.forms [FILE ...]`.

No annotation is needed: what is read from a plan written as clean lines must be read from the same words as a web page,
a Word file, Markdown, lines broken at 70 letters, and tables flattened, cut by pages or set as running lines. Prints the
F1 of each form against the clean lines, kind by kind; `--show` prints what a form loses and what it makes up, `--pdf`
adds the page that LibreOffice prints. Without files: the samples and the plans annotated for development.
"""

from __future__ import annotations

import argparse
import html
import re
import subprocess
import tempfile
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from docx import Document
from rich.console import Console
from rich.table import Table

from eval.form_pages import PAGE_FORMS, Block, Rows
from eval.reading import SHARED, originals
from eval.reading_gold import FOLDER, read_document
from ingest.pipeline import plan_from_text, read_plan
from ingest.plan import CELL_BREAK, CELL_SEPARATOR, Plan, RawText

__all__ = ["KINDS", "TEXT_FORMS", "blocks_of", "facts_of", "main"]

SAMPLES = Path(__file__).resolve().parents[1] / "assistant" / "samples"
KINDS = ("letterhead", "sections", "assignments", "deadlines", "targets", "references")
_WIDTH = 70
_PAGE_ROWS = 6
"""Rows of a table on a page, where pages cut it."""

Form = Callable[[Sequence[Block]], str]


def blocks_of(text: str) -> list[Block]:
    r"""Clean lines as blocks: a paragraph, or the rows of a table.

    >>> blocks_of("I. VIỆC\nTT\tViệc\n1\tHọp")
    ['I. VIỆC', [['TT', 'Việc'], ['1', 'Họp']]]
    """
    found: list[Block] = []
    lines = [line for line in text.split("\n") if line.strip()]
    for is_table, group in groupby(lines, key=lambda line: CELL_SEPARATOR in line):
        if is_table:
            found.append([line.split(CELL_SEPARATOR) for line in group])
        else:
            found += group
    return found


def _each(paragraph: Callable[[str], str], table: Callable[[Rows], str], seam: str = "\n") -> Form:
    """A form that writes paragraphs and tables each in one way."""
    return lambda blocks: seam.join(
        paragraph(block) if isinstance(block, str) else _framed(block, table) for block in blocks
    )


def _framed(rows: Rows, table: Callable[[Rows], str]) -> str:
    """Only tables with a header are rewritten; a letterhead's or signature's frame stays as it is."""
    return table(rows) if rows[0][0].strip().lower() in {"tt", "stt", "số tt"} else _tabbed(rows)


def _same(text: str) -> str:
    return text


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False))


def _tabbed(rows: Rows) -> str:
    return "\n".join(CELL_SEPARATOR.join(row) for row in rows)


def _piped(rows: Rows) -> str:
    lines = [f"| {' | '.join(cell.replace(CELL_BREAK, '<br>') for cell in row)} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])


def _flattened(rows: Rows) -> str:
    """Every pipe and every cell on a line of its own, as conversions of web pages leave a table."""
    lines: list[str] = []
    for row in rows:
        for cell in row:
            lines += ["|", *([cell.replace(CELL_BREAK, "\n\n"), ""] if cell else [])]
        lines.append("|")
    return "\n".join(["", *lines, ""])


def _seams_lost(rows: Rows) -> str:
    """The same, and behind every third row the seam to the next is gone: two rows run into one."""
    return re.sub(r"\|\n\|", "|", _flattened(rows)) if len(rows) < 2 else _drop_each_third(_flattened(rows))


def _drop_each_third(table: str) -> str:
    parts = table.split("|\n|\n")
    return "".join(
        part + ("" if at == len(parts) - 1 else "|\n" if at % 3 == 2 else "|\n|\n")
        for at, part in enumerate(parts)
    )


def _cells_as_lines(rows: Rows) -> str:
    return "\n".join(cell.replace(CELL_BREAK, "\n") for row in rows for cell in row if cell)


def _rows_as_lines(rows: Rows) -> str:
    return "\n".join(" ".join(cell.replace(CELL_BREAK, " ") for cell in row if cell) for row in rows)


def _paged(rows: Rows) -> str:
    """The header again on each page, behind the page's number."""
    pages = [rows[at : at + _PAGE_ROWS] for at in range(1, len(rows), _PAGE_ROWS)]
    return "\n\n".join(
        f"{number}\n\n{_tabbed([rows[0], *page])}" if number > 1 else _tabbed([rows[0], *page])
        for number, page in enumerate(pages, 1)
    )


def _cut(rows: Rows) -> str:
    """Each row over two: the second half of its long cells stands in a row without number."""
    halves: Rows = [rows[0]]
    for row in rows[1:]:
        words = [cell.split(" ") for cell in row]
        long = {at for at, cell in enumerate(words) if len(cell) > 5 and CELL_BREAK not in row[at]}
        mid = {
            at: next((i for i in range(3, len(words[at])) if words[at][i][:1].islower()), 0) for at in long
        }
        mid = {at: place for at, place in mid.items() if place}
        halves.append([" ".join(c[: mid[at]]) if at in mid else row[at] for at, c in enumerate(words)])
        if mid:
            halves.append([" ".join(c[mid[at] :]) if at in mid else "" for at, c in enumerate(words)])
    return _tabbed(halves)


def _merged(rows: Rows) -> str:
    """Cells that say what the cell above says are empty: they span rows."""
    kept = [list(row) for row in rows]
    for above, row, out in zip(rows[1:], rows[2:], kept[2:], strict=False):
        for at in range(1, min(len(above), len(row))):
            if row[at] == above[at]:
                out[at] = ""
    return _tabbed(kept)


def _html_table(rows: Rows) -> str:
    def cell(words: str) -> str:
        return "<td>" + "".join(f"<p>{html.escape(p)}</p>" for p in words.split(CELL_BREAK)) + "</td>"

    lines = ["".join(map(cell, row)) for row in rows]
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _html(blocks: Sequence[Block]) -> str:
    body = _each(lambda text: f"<p>{html.escape(text)}</p>", _html_table)
    written = (body([block]) if isinstance(block, str) else _html_table(block) for block in blocks)
    return f"<html><head><meta charset='utf-8'></head><body>{''.join(written)}</body></html>"


TEXT_FORMS: dict[str, tuple[str, Form]] = {
    "markdown": (".md", _each(_same, _piped, "\n\n")),
    "web page": (".html", _html),
    "broken lines": (".txt", _each(_wrapped, _tabbed)),
    "broken lines, spaced": (".txt", _each(_wrapped, _tabbed, "\n\n")),
    "table flattened": (".md", _each(_same, _flattened, "\n\n")),
    "flattened, seams lost": (".md", _each(_same, _seams_lost, "\n\n")),
    "table on pages": (".txt", _each(_same, _paged, "\n\n")),
    "rows cut": (".txt", _each(_same, _cut)),
    "cells merged": (".txt", _each(_same, _merged)),
    "cells as lines": (".txt", _each(_same, _cells_as_lines)),
    "rows as lines": (".txt", _each(_same, _rows_as_lines)),
    **{name: (".txt", form) for name, form in PAGE_FORMS.items()},
}


def _write_docx(blocks: Sequence[Block], path: Path) -> None:
    document = Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(rows=len(block), cols=max(map(len, block)), style="Table Grid")
        for row, cells in zip(table.rows, block, strict=True):
            for cell, words in zip(row.cells, cells, strict=False):
                cell.text = words.replace(CELL_BREAK, "\n")
    document.save(str(path))


def _files(blocks: Sequence[Block], folder: Path, *, pdf: bool) -> Iterator[tuple[str, Path]]:
    for number, (name, (suffix, write)) in enumerate(TEXT_FORMS.items()):
        path = folder / f"{number}{suffix}"
        path.write_text(write(blocks), encoding="utf-8")
        yield name, path
    path = folder / "word.docx"
    _write_docx(blocks, path)
    yield "word", path
    if pdf:
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        yield "pdf", folder / "word.pdf"


def _key(words: object) -> str:
    return re.sub(r"[\W_]+", " ", str(words)).strip().lower()


def facts_of(plan: Plan) -> dict[str, Counter[str]]:
    """What a plan says, kind by kind, as words that may be compared; a row's number in a table is free."""
    head, facts = plan.letterhead, plan.facts
    fields = ("doc_type", "number", "issuer", "date", "year", "title", "level", "province")
    signer = plan.closing.signer.name if plan.closing.signer else None

    def line(path: str, *parts: object) -> str:
        place = re.sub(r"(?:/row|/table) .*", "/row", path)
        return " ¦ ".join([place, *(_key(part) for part in parts)])

    return {
        "letterhead": Counter([*(f"{name}: {_key(getattr(head, name))}" for name in fields), f"signer: {signer}"]),
        "sections": Counter(line(s.path, s.kind, s.heading) for s in plan.walk() if s.kind != "row"),
        "assignments": Counter(line(a.path, a.role, a.actor, a.task) for a in facts.assignments),
        "deadlines": Counter(line(d.path, d.when, d.normalised, d.what, d.who) for d in facts.deadlines),
        "targets": Counter(line(t.path, t.value, t.subject) for t in facts.targets),
        "references": Counter(line("", r.type, r.number, r.date, r.title) for r in facts.references),
    }  # fmt: skip


def _sources(chosen: Sequence[Path], folder: Path) -> list[Path]:
    if chosen:
        return list(chosen)
    golds = [gold for gold in map(read_document, sorted(FOLDER.glob("*.yaml"))) if gold.split == "dev"]
    here = originals(golds, folder) if SHARED.is_dir() else {}
    return [*sorted(SAMPLES.glob("*.docx")), *sorted(SAMPLES.glob("*.txt")), *here.values()]


def main(arguments: Sequence[str] | None = None) -> None:
    """Read every source in every form and print what survives."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--pdf", action="store_true")
    parser.add_argument("--form", help="only the form of this name")
    wanted = parser.parse_args(arguments)
    console = Console(width=150)
    totals: dict[str, dict[str, list[int]]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for source in _sources(wanted.files, folder):
            read = read_plan(source).source
            clean = read.clean[: read.body_end]
            base = facts_of(plan_from_text(RawText("kế hoạch.txt", clean)))
            for form, path in _files(blocks_of(clean), folder, pdf=wanted.pdf):
                if wanted.form in (None, form):
                    _compare(
                        console, f"{source.stem[:24]} · {form}", base, facts_of(read_plan(path)),
                        totals.setdefault(form, {}), show=wanted.show,
                    )  # fmt: skip
    table = Table(title="Còn lại trong mỗi hình thức: F1 so với văn bản sạch, % (F1 against the clean lines)")
    for column in ("form", *KINDS):
        table.add_column(column)
    for form, kinds in totals.items():
        table.add_row(form, *(f"{200 * kinds[k][0] / max(1, sum(kinds[k][1:])):.1f}" for k in KINDS))
    console.print(table)


def _compare(
    console: Console,
    name: str,
    base: dict[str, Counter[str]],
    form: dict[str, Counter[str]],
    totals: dict[str, list[int]],
    *,
    show: bool,
) -> None:
    for kind in KINDS:
        both = sum((base[kind] & form[kind]).values())
        counts = totals.setdefault(kind, [0, 0, 0])
        for at, count in enumerate((both, base[kind].total(), form[kind].total())):
            counts[at] += count
        for what, lines in (("mất", base[kind] - form[kind]), ("thêm", form[kind] - base[kind])):
            for line in sorted(lines) if show else ():
                console.print(
                    f"{name} · {kind} · {what}: {line}", markup=False, soft_wrap=True, highlight=False
                )


if __name__ == "__main__":
    main()
