"""Tables that are drawn with ruling lines: which rectangles their cells are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ingest.plan import CELL_BREAK
from ingest.read.pdf_lines import build_lines, join_paragraphs
from ingest.read.pdf_page import Box, Glyph, Ruling
from ingest.read.rows import cell_text, table_lines

__all__ = ["Grid", "find_grids", "grid_lines"]

# A narrow column cuts a date inside its year: "30/10/202" over "6".
_CUT_YEAR_RE = re.compile(
    r"(?:(?<=/20\d)\s+(?=\d(?!\d))|(?<=/20)\s+(?=\d\d(?!\d))|(?<=/2)\s+(?=0\d\d(?!\d)))"
)
SNAP = 3.0
MIN_CELLS = 4
MAX_PADDING = 8.0


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one table, and the box around them."""

    box: Box
    cells: tuple[Box, ...]

    def holds(self, box: Box) -> bool:
        """Tell whether the middle of ``box`` lies in the table."""
        return _inside(self.box, box)


def find_grids(rulings: Sequence[Ruling]) -> list[Grid]:
    """Find the tables with at least two columns and four cells; frames and underlines are none."""
    across = [ruling for ruling in rulings if ruling.horizontal]
    if len(across) < 2 or len(rulings) - len(across) < 3:
        return []
    # pdfplumber's own search of cells, fed with PDFium's lines: its page parser takes 30 times as long.
    from pdfplumber import table

    edges = table.merge_edges([_edge(ruling) for ruling in rulings], SNAP, SNAP, SNAP, SNAP)
    cells = table.intersections_to_cells(table.edges_to_intersections(edges, SNAP, SNAP))
    grids = []
    for found in table.cells_to_tables(cells):
        boxes = tuple(Box(*cell) for cell in found)
        if len(boxes) >= MIN_CELLS and len({box.x0 for box in boxes}) > 1:
            around = Box(
                min(box.x0 for box in boxes),
                min(box.top for box in boxes),
                max(box.x1 for box in boxes),
                max(box.bottom for box in boxes),
            )
            grids.append(Grid(around, boxes))
    return grids


def _edge(ruling: Ruling) -> dict[str, Any]:
    x0, top, x1, bottom = ruling.box
    return {
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
        "orientation": "h" if ruling.horizontal else "v",
        "object_type": "line",
    }


def _inside(outer: Box, box: Box) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return outer.x0 <= x <= outer.x1 and outer.top <= y <= outer.bottom


def grid_lines(grid: Grid, glyphs: Sequence[Glyph]) -> list[str]:
    """Write a table as rows; a merged cell stands at its first row, goes on in those below, the rest stay empty."""
    held: dict[Box, list[Glyph]] = {cell: [] for cell in grid.cells}
    here: Box | None = None
    for glyph in glyphs:
        if glyph.text != " " and (here is None or not _inside(here, glyph.box)):
            here = next((cell for cell in grid.cells if _inside(cell, glyph.box)), None)
        if here is not None:
            held[here].append(glyph)
    columns = {x: at for at, x in enumerate(sorted({cell.x0 for cell in grid.cells}))}
    rows = {top: [""] * len(columns) for top in sorted({cell.top for cell in grid.cells})}
    for cell, letters in held.items():
        rows[cell.top][columns[cell.x0]] = _cell(cell, letters)
        for top in rows:
            if cell.top < top < cell.bottom:
                rows[top][columns[cell.x0]] = CELL_BREAK
    return table_lines(rows.values())


def _cell(cell: Box, glyphs: list[Glyph]) -> str:
    lines = sorted(build_lines(glyphs), key=lambda line: line.box.top)
    if not lines:
        return ""
    padding = min(MAX_PADDING, max(0.0, min(line.box.x0 for line in lines) - cell.x0))
    text = cell_text(text.replace("\n", " ") for text in join_paragraphs(lines, cell.x1 - padding))
    return _CUT_YEAR_RE.sub("", text)
