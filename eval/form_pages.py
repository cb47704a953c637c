"""Forms in which real texts reach an office: pages whose columns ran together, pastes, mails, stamps. No file is read here.

In: a plan as blocks (paragraphs and tables). Out: the text that a PDF's extraction, a paste from Word, a chat or a mail makes
of it. Nothing is random: the same plan gives the same text.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Sequence
from itertools import zip_longest

from ingest.plan import CELL_BREAK, CELL_SEPARATOR

__all__ = ["PAGE_FORMS", "Block", "Rows"]

Rows = list[list[str]]
Block = str | Rows
_PAGE = 96
"""Letters across a page of a table."""
_LINE = 78
_PAGE_LINES = 38
_HEADS = frozenset({"tt", "stt", "số tt", "tháng", "đợt", "thứ"})
_MONTH = re.compile(r"(?=,? ngày \d)")


def _is_table(rows: Rows) -> bool:
    return rows[0][0].strip().lower() in _HEADS


def _widths(rows: Rows) -> list[int]:
    """Columns as Word sets them: by their content, the page's width shared out."""
    columns = list(zip_longest(*rows, fillvalue=""))
    long = [max(max((len(word) for cell in column for word in re.split(r"\s", cell)), default=1), min(40, sum(map(len, column)) // len(column) + 4)) for column in columns]  # fmt: skip
    spare = max(0, _PAGE - sum(long))
    widest = max(range(len(long)), key=lambda at: long[at])
    long[widest] += spare
    return long


def _wrap(cell: str, width: int) -> list[str]:
    return [line for part in cell.split(CELL_BREAK) for line in textwrap.wrap(part, width, break_long_words=False, break_on_hyphens=False)]  # fmt: skip


def _grid(rows: Rows, *, centred: bool) -> list[list[str]]:
    """The lines of a table's page, each as the pieces of its columns; ``centred``: short cells stand in the row's middle."""
    widths = _widths(rows)
    found: list[list[str]] = []
    for row in rows:
        cells = [_wrap(cell, width) for cell, width in zip(row, widths, strict=False)]
        height = max(map(len, cells), default=0)
        if centred:
            cells = [[""] * ((height - len(cell)) // 2) + cell for cell in cells]
        found += [list(line) for line in zip_longest(*cells, fillvalue="")]
    return found


def _woven(rows: Rows) -> str:
    """Line by line over all columns with one space between: what pypdf, a chat or text recognition makes of a page."""
    return "\n".join(" ".join(piece for piece in line if piece) for line in _grid(rows, centred=False))


def _woven_centred(rows: Rows) -> str:
    return "\n".join(" ".join(piece for piece in line if piece) for line in _grid(rows, centred=True))


def _laid_out(rows: Rows, *, centred: bool = False) -> str:
    """The same with the columns kept by spaces (pdftotext -layout)."""
    widths = _widths(rows)
    return "\n".join(
        "   ".join(piece.ljust(width) for piece, width in zip(line, widths, strict=False)).rstrip()
        for line in _grid(rows, centred=centred)
    )


def _laid_out_centred(rows: Rows) -> str:
    return _laid_out(rows, centred=True)


def _cell_lines(rows: Rows) -> str:
    """Cell after cell, each broken at its own width (pdftotext -raw)."""
    widths = _widths(rows)
    return "\n".join(
        line for row in rows for cell, width in zip(row, widths, strict=False) for line in _wrap(cell, width)
    )


def _pasted(rows: Rows) -> str:
    """Word's cells pasted as text: tabs between cells, and a paragraph inside a cell breaks the row."""
    return "\n".join(CELL_SEPARATOR.join(cell.replace(CELL_BREAK, "\n") for cell in row) for row in rows)


def _tab_lost(rows: Rows) -> str:
    """The same, the tabs become single spaces."""
    return "\n".join(" ".join(cell.replace(CELL_BREAK, "\n") for cell in row if cell) for row in rows)


def _header_in_two(rows: Rows) -> str:
    """The header's cells broken over two rows of the page, and the row of column numbers below them."""
    halves = [cell.split(" ", 1) if len(cell.split()) > 2 else [cell, ""] for cell in rows[0]]
    numbers = [f"({at})" for at in range(1, len(rows[0]) + 1)]
    return "\n".join(CELL_SEPARATOR.join(row) for row in [[h[0] for h in halves], [h[1] for h in halves], numbers, *rows[1:]])  # fmt: skip


def _quoted_cells(rows: Rows) -> str:
    """A sheet pasted as text: a cell of several paragraphs stands in quotation marks over several lines."""

    def cell(words: str) -> str:
        return f'"{words.replace(CELL_BREAK, chr(10))}"' if CELL_BREAK in words else words

    return "\n".join(CELL_SEPARATOR.join(map(cell, row)) for row in rows)


def _columns_in_turn(rows: Rows) -> str:
    """A letterhead or foot: the left column's lines, then the right one's."""
    parts = list(zip_longest(*rows, fillvalue=""))
    return "\n".join(line for part in parts for cell in part for line in cell.split(CELL_BREAK) if line)


def _right_first(rows: Rows) -> str:
    return _columns_in_turn([row[::-1] for row in rows])


def _lines_in_turn(rows: Rows, seam: str = "\n") -> str:
    lines: list[str] = []
    for row in rows:
        for pieces in zip_longest(*(cell.split(CELL_BREAK) for cell in row), fillvalue=""):
            lines.append(seam.join(piece for piece in pieces if piece))
    return "\n".join(lines)


def _side_by_side(rows: Rows) -> str:
    return _lines_in_turn(rows, " ")


def _tabbed(rows: Rows) -> str:
    return "\n".join(CELL_SEPARATOR.join(row) for row in rows)


def _form(
    table: Callable[[Rows], str] = _tabbed,
    frame: Callable[[Rows], str] = _tabbed,
    paragraph: Callable[[str], str] = str,
    seam: str = "\n",
) -> Callable[[Sequence[Block]], str]:
    """A form of its ways with tables of content, with frames (letterhead, foot) and with paragraphs."""

    def write(blocks: Sequence[Block]) -> str:
        return seam.join(
            paragraph(block) if isinstance(block, str) else (table if _is_table(block) else frame)(block)
            for block in blocks
        )

    return write


def _broken(text: str) -> str:
    return "\n".join(textwrap.wrap(text, _LINE, break_long_words=False, break_on_hyphens=False))


def _mailed(blocks: Sequence[Block]) -> str:
    """A forwarded mail: its head, quotation marks before each line."""
    body = _form(frame=_columns_in_turn, paragraph=_broken)(blocks)
    head = "---------- Thư đã chuyển tiếp ----------\nTừ: Văn thư <vanthu@example.vn>\nNgày: T.2, 12 thg 1, 2026 lúc 08:15\nChủ đề: Fwd: văn bản triển khai\nĐến: <phong@example.vn>\n\n"
    return head + "\n".join(f"> {line}" for line in body.split("\n"))


def _chatted(blocks: Sequence[Block]) -> str:
    """Pasted into a chat: the lines of a list run on one behind the other, tabs and blank lines gone."""
    lines: list[str] = []
    for block in blocks:
        words = (
            block if isinstance(block, str) else (_tab_lost if _is_table(block) else _columns_in_turn)(block)
        )
        runs_on = (
            isinstance(block, str)
            and re.match(r"(?:[a-zđ]\)|[-+])\s", words)
            and lines
            and lines[-1][-1:] in ".;:"
        )
        if runs_on:
            lines[-1] += f" {words}"
        else:
            lines.append(words)
    return "\n".join(lines)


def _paged(blocks: Sequence[Block]) -> str:
    """Pages: broken lines, a running head with the number's symbol and a page number each 38 lines, no form feed."""
    lines = _form(frame=_side_by_side, table=_laid_out, paragraph=_broken)(blocks).split("\n")
    pages = [lines[at : at + _PAGE_LINES] for at in range(0, len(lines), _PAGE_LINES)]
    found = list(pages[0])
    for number, page in enumerate(pages[1:], 2):
        found += [str(number), *page]
    return "\n".join(found)


def _stamped(blocks: Sequence[Block]) -> str:
    """The stamps of an electronic signature, of the registry and of "(Đã ký)"."""
    text = _form()(blocks)
    return (
        "Người ký: ỦY BAN NHÂN DÂN TỈNH\nEmail: ubnd@example.gov.vn\nCơ quan: TỈNH SƠN HÀ\nThời gian ký: 15.01.2026 16:42:10 +07:00\n"
        + re.sub(r"(?<=CHỦ TỊCH|GIÁM ĐỐC)(?=\u2028[A-ZĐ][a-zà-ỹ])", f"{CELL_BREAK}(Đã ký)", text)
    )


def _number_alone(blocks: Sequence[Block]) -> str:
    """The sign "Số:" on a line of its own, the date's line broken before "ngày"."""
    text = _form(frame=_columns_in_turn)(blocks)
    text = re.sub(r"(?m)^(Số:?)[ ]+(?=\S{1,30}(?:\s|$))", r"\1\n", text, count=1)
    return _MONTH.sub("\n", text, count=1) if re.search(r"(?m)^.{3,40}, ngày \d", text[:1500]) else text


def _letters_spaced(blocks: Sequence[Block]) -> str:
    """The type line and the first capital heading set in spaced letters."""
    text = _form()(blocks)
    return re.sub(r"(?m)^(KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH)$", lambda m: "   ".join(" ".join(w) for w in m[1].split()), text, count=1)  # fmt: skip


PAGE_FORMS: dict[str, Callable[[Sequence[Block]], str]] = {
    "columns by spaces": _form(_laid_out, _side_by_side),
    "by spaces, centred": _form(_laid_out_centred, _side_by_side),
    "columns woven": _form(_woven, _side_by_side),
    "woven, centred": _form(_woven_centred, _side_by_side),
    "cells broken": _form(_cell_lines, _columns_in_turn, _broken),
    "cells broken, spaced": _form(
        lambda rows: _cell_lines(rows).replace("\n", "\n\n"), _columns_in_turn, str, "\n\n"
    ),
    "pasted cells": _form(_pasted, _columns_in_turn),
    "pasted, tabs lost": _form(_tab_lost, _columns_in_turn),
    "sheet pasted": _form(_quoted_cells),
    "header in two": _form(_header_in_two),
    "frame left, right": _form(frame=_columns_in_turn),
    "frame right, left": _form(frame=_right_first),
    "frame lines in turn": _form(frame=_lines_in_turn),
    "frame side by side": _form(frame=_side_by_side),
    "mail": _mailed,
    "chat": _chatted,
    "pages": _paged,
    "stamps": _stamped,
    "number alone": _number_alone,
    "letters spaced": _letters_spaced,
}
