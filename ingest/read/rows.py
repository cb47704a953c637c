"""How every reader writes a table: one row a line, cells parted by a tab, paragraphs by U+2028."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ingest.plan import CELL_BREAK, CELL_SEPARATOR

__all__ = ["cell_text", "table_lines"]

_BREAK_RE = re.compile(r"[ \xa0]*[\n\r\v\f\u2028\u2029]+\s*")


def cell_text(paragraphs: Iterable[str]) -> str:
    r"""Join the paragraphs of a cell; tabs inside become spaces, empty paragraphs go.

    >>> cell_text(["- Sở Nội vụ\tchủ trì", "", "- Sở Tài chính"])
    '- Sở Nội vụ chủ trì\u2028- Sở Tài chính'
    """
    lines = (
        line.replace("\t", " ").strip() for paragraph in paragraphs for line in _BREAK_RE.split(paragraph)
    )
    return CELL_BREAK.join(line for line in lines if line)


def table_lines(rows: Iterable[Sequence[str]]) -> list[str]:
    r"""Write the rows of a table, without those that are empty throughout.

    >>> table_lines([["1", "Ban hành kế hoạch"], ["", ""]])
    ['1\tBan hành kế hoạch']
    """
    return [CELL_SEPARATOR.join(row) for row in rows if any(cell.strip() for cell in row)]
