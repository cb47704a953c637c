"""Whether the parts of a table add up to the row above them: "ba dòng con cộng lại có bằng 5.000 không".

In: a question that adds up, and a row that it names. Out: the sum of the rows that stand under it, each told and cited,
held against the row's own number. The parts are rows numbered in another way (1, 2 under II), or with a dash.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.answer.cite import Statement
from assistant.answer.crossing import named_rows
from assistant.answer.figures import read_figure, show_figure
from assistant.answer.grid import Grid, GridRow, kind_of
from assistant.answer.wording import clip, place, say
from assistant.knowledge import Knowledge
from assistant.question.cues import cue_text
from assistant.question.understand import Need

__all__ = ["answer_sum"]

_ADDS_RE = re.compile(
    r"\bcong (?:lai|cac|het|don|tat|ca|vao)\b|\b(?:tong|cong)\b[^?]*\b(?:bang|khop|dung|ra|du)\b|\badds? up\b|\bsum\b"
)
MOST, FEWEST = 30, 2
"""Rows that are added up."""


def answer_sum(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """The sum of the parts beside the row's own number; [] where nothing is added up or the row has no parts."""
    if not _ADDS_RE.search(cue_text(need.question)):
        return []
    for one in named_rows(need, knowledge, plans):
        filled = [at for at in one.columns if read_figure(one.row.cells[at]) is not None]
        if len(filled) == 1 and (told := _held(one.grid, one.row, filled[0], need, knowledge)):
            return told
    return []


def _held(grid: Grid, row: GridRow, column: int, need: Need, knowledge: Knowledge) -> list[Statement]:
    total = read_figure(row.cells[column])
    parts = [
        (part, value)
        for part in parts_of(grid, row)
        if (value := read_figure(part.cells[column])) is not None
    ]
    if total is None or not FEWEST <= len(parts) <= MOST:
        return []
    sum_of = sum((value for _, value in parts), Decimal())
    same = abs(sum_of - total) <= _rounding([row.cells[column], *(part.cells[column] for part, _ in parts)])
    terms = " + ".join(part.cells[column].strip() for part, _ in parts)
    verdict = say("adds_up" if same else "adds_not_up", need.language)
    where = place(row.unit.path, knowledge.plans[grid.plan], need.language)
    head = f"{verdict} {terms} = **{show_figure(sum_of)}**; {clip(row.name)}: **{row.cells[column].strip()}** ({grid.header[column]}, {where})."
    lines = [
        Statement(f"- {clip(part.name)}: {part.cells[column].strip()}", (part.unit,)) for part, _ in parts
    ]
    return [Statement(head, (row.unit,)), *lines]


def _rounding(cells: Sequence[str]) -> Decimal:
    """By how much a sum may miss for the rounding of its terms: half a unit of the last decimal shown, each.

    >>> _rounding(["10.050", "6.000", "4.000"]), _rounding(["12,5", "6,2", "6,2"])
    (Decimal('0'), Decimal('0.15'))
    """
    decimals = max(len(cell.strip("% ").partition(",")[2]) for cell in cells)
    return Decimal(len(cells)) / 2 / 10**decimals if decimals else Decimal(0)


def parts_of(grid: Grid, row: GridRow) -> list[GridRow]:
    """The rows under a row: with a dash or plus below its name, else those numbered otherwise until one is as it is."""
    below = grid.rows[grid.rows.index(row) + 1 :]
    kind = kind_of(row.cells[0])
    stop = next(
        (at for at, one in enumerate(below) if not one.dashed and kind_of(one.cells[0]) == kind), len(below)
    )
    under = [one for one in below[:stop] if one.dashed and one.group == row.name]
    others = [one for one in below[:stop] if not one.dashed]
    return under or [one for one in others if kind_of(one.cells[0]) == kind_of(others[0].cells[0])]
