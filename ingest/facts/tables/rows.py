"""Facts of table rows: the header says which cell is the task, who leads, who coordinates, when, what comes out.

A cell with several tasks (bullets) gives one assignment each; a row's time gives one deadline for each task.
Tables of targets are read by ``goal_tables.py``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.facts.amounts.targets import FoundTarget
from ingest.facts.due.deadlines import FoundDeadline
from ingest.facts.language.sentences import strip_label
from ingest.facts.tables.goal_tables import read_goals
from ingest.facts.tables.row_cells import CELL_BREAK_RE, cell_words, row_range
from ingest.facts.tables.row_columns import read_columns
from ingest.facts.tables.row_numbers import read_amounts, read_counts
from ingest.facts.tables.row_shift import realigned
from ingest.facts.tables.row_times import each_time, own_times, row_time
from ingest.facts.tables.values import read_bodies
from ingest.facts.tasks.held import FoundAssignment
from ingest.plan import Range, Role, Table, TableRow
from ingest.spelling import spaced_re

__all__ = ["DITTO_RE", "read_rows"]

_LONGEST_BODY = 110
"""Letters in the longest name of a body; a longer "name" is a task in the wrong column."""
# "nt", "như trên", a ditto mark: what the cell above says.
DITTO_RE = re.compile(r"(?i)\W{0,2}(?:nt|n\.t\.?|như\s+trên)\W{0,2}|[\"”“″〃]{1,2}|//")
_PIECE_LABEL_RE = spaced_re(r"(?i)\s*(?:cơ quan |đơn vị )?(?P<role>chủ trì|phối hợp)\s*:\s*")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a cell: its words and their clean range."""

    text: str
    range: Range


def _pieces(row: TableRow, index: int | None) -> list[_Piece]:
    """The paragraphs of a cell, each without its own bullet; a cell without bullets is one piece."""
    if index is None or index >= len(row.cells) or not row.cells[index].strip():
        return []
    cell, start = row.cells[index], row.cell_ranges[index].start
    parts: list[_Piece] = []
    at = 0
    for words in CELL_BREAK_RE.split(cell):
        label = strip_label(words)
        body = words[label:].strip()
        if body:
            begin = at + words.index(body, label) if body in words[label:] else at + label
            parts.append(_Piece(body, Range(start + begin, start + begin + len(body))))
        at += len(words) + 1
    bulleted = [strip_label(words) > 0 for words in CELL_BREAK_RE.split(cell) if words.strip()]
    if len(parts) > 1 and not bulleted[0]:
        return [_joined(parts)]
    # A line without a bullet goes on with the bullet above it.
    starts = [index for index, is_bullet in enumerate(bulleted) if is_bullet] if len(parts) > 1 else [0]
    ends = [*starts[1:], len(parts)]
    return [_joined(parts[start:end]) for start, end in zip(starts, ends, strict=True)] if parts else []


def _joined(parts: list[_Piece]) -> _Piece:
    if len(parts) == 1:
        return parts[0]
    return _Piece(" ".join(part.text for part in parts), Range(parts[0].range.start, parts[-1].range.end))


def _filled(rows: tuple[TableRow, ...], columns: dict[str, int]) -> list[TableRow]:
    """Rows with what they leave to the row above: "nt" in any cell, and the task where a row only says who else leads.

    A leader's cell that is empty stays so: whose it is was not written.
    """
    found: list[TableRow] = []
    heads = [columns[name] for name in ("lead", "both", "responsible") if name in columns]
    taken = [*heads, *(columns[name] for name in ("coordinate", "time") if name in columns)]
    task = columns["task"]
    for row in rows:
        above = found[-1] if found else None
        cells, places = list(row.cells), list(row.cell_ranges)
        if above is not None and above.group == row.group and len(above.cells) == len(cells):
            led = any(cells[i].strip() for i in heads if i < len(cells))
            shared = [task] if task < len(cells) and not cells[task].strip() and led else []
            ditto = [i for i in taken if i < len(cells) and DITTO_RE.fullmatch(cells[i].strip())]
            for i in (*shared, *ditto):
                cells[i], places[i] = above.cells[i], above.cell_ranges[i]
        found.append(replace(row, cells=tuple(cells), cell_ranges=tuple(places)))
    return found


def _actors(row: TableRow, index: int | None, role: Role) -> list[tuple[str, Role, Range]]:
    """Who stands in a cell; what the grammar does not know stays as written, one body a paragraph."""
    if index is None or index >= len(row.cells):
        return []
    cell, start = row.cells[index], row.cell_ranges[index].start
    found: list[tuple[str, Role, Range]] = []
    at = 0
    for words in CELL_BREAK_RE.split(cell):
        label = strip_label(words)
        named = _PIECE_LABEL_RE.match(words, label)
        if named:
            label = named.end()
            role = "lead" if named["role"].lower().startswith("chủ") else "coordinate"
        found.extend(
            (one.name, its, Range(start + at + one.start, start + at + one.end))
            for one, its in read_bodies(words, label, len(words), role)
        )
        at += len(words) + 1
    return found


def _duties(
    row: TableRow, columns: dict[str, int], header: tuple[str, ...], year: int | None
) -> tuple[list[FoundAssignment], list[FoundDeadline]]:
    actors = _actors(row, columns.get("lead"), "lead")
    actors += _actors(row, columns.get("both"), "responsible")
    actors += _actors(row, columns.get("responsible"), "responsible")
    owners = [name for name, role, _ in actors if role != "coordinate"]
    actors += _actors(row, columns.get("coordinate"), "coordinate")
    if any(len(name) > _LONGEST_BODY or not re.search(r"[^\W\d_]{2}", name) for name, _, _ in actors):
        return [], []  # the row is shifted against its header: silence is better than a wrong leader
    product = cell_words(row, columns.get("product"))
    due = row_time(row, columns, header, year)
    assignments: list[FoundAssignment] = []
    deadlines: list[FoundDeadline] = []
    pieces = _pieces(row, columns.get("task"))
    each = each_time(row, columns, header, year, len(pieces))
    for index, piece in enumerate(pieces):
        due = each[index] if each else due
        time = due.when if due else None
        task = piece.text.rstrip(" .;:,")
        for name, role, place in actors:
            assignments.append(
                FoundAssignment(
                    name, role, task, row.path, row_range(row, piece.range, place), place, time, product
                )
            )
        who = "; ".join(dict.fromkeys(owners)) or None
        own = own_times(piece.text, due, year)
        deadlines += [
            FoundDeadline(one.what, one.when, one.normalised, row.path, piece.range, who) for one in own
        ]
        if due and (actors or due.normalised) and not any(one.within for one in own):
            where = row_range(row, piece.range, due.range)
            deadlines.append(FoundDeadline(task, due.when, due.normalised, row.path, where, who))
    return assignments, deadlines


def read_rows(
    tables: tuple[Table, ...], year: int | None
) -> tuple[tuple[FoundAssignment, ...], tuple[FoundDeadline, ...], tuple[FoundTarget, ...]]:
    """Read the rows of all tables: (assignments, deadlines, targets) with clean offsets."""
    assignments: list[FoundAssignment] = []
    deadlines: list[FoundDeadline] = []
    targets: list[FoundTarget] = []
    for table in tables:
        columns = read_columns(table)
        if "task" in columns:
            for row in _filled(tuple(realigned(row, columns) for row in table.rows), columns):
                duties, times = _duties(row, columns, table.header, year)
                assignments.extend(duties)
                deadlines.extend(times)
                pieces = [(piece.text, piece.range) for piece in _pieces(row, columns["task"])]
                targets.extend(read_counts(row, columns, pieces))
        goals = read_goals(table)
        targets.extend(goals or read_amounts(table, frozenset(columns.values())))
    return tuple(assignments), tuple(deadlines), tuple(targets)
