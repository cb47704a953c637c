"""Tables of every make become rows: one line a row, cells parted by a tab, paragraphs by U+2028.

The makes are the Markdown pipe table, the pipe table flattened to one cell a line, HTML rows,
tab-separated rows with HTML paragraphs or lists inside their cells (which may break over lines), one cell a line.
A cell that HTML merges with the one above holds U+2028 alone, as the readers write it; the parser fills it.
"""

from __future__ import annotations

import itertools
import re

from ingest.lines import placed_lines
from ingest.plan import CELL_BREAK, CELL_SEPARATOR
from ingest.repair.broken_rows import rejoin_rows
from ingest.repair.cell_lines import split_cell_lines
from ingest.repair.cells import cell_edits, is_layout_table, rejoin_cells
from ingest.repair.columns import split_columns
from ingest.repair.flat_rows import row_seams
from ingest.repair.gapped import split_bare_pipes, split_gapped
from ingest.repair.offsets import Edit, MappedText
from ingest.repair.spanned import covered_before

__all__ = ["canonical_rows"]

_PIPE_LINE_RE = re.compile(r"[ ]*\|[ ]*")
_RULE_ROW_RE = re.compile(r"[ ]*\|?[ ]*:?-{2,}:?[ ]*(?:\|[ ]*:?-{2,}:?[ ]*)*\|?[ ]*")
_PIPED_RE = re.compile(r"[ ]*\|.*\|[ ]*")
_UNESCAPED_PIPE_RE = re.compile(r"(?<!\\)\|")
_HTML_ROW_RE = re.compile(r"<tr\b[^>]*>(.*?)(?:</tr>|(?=<tr\b)|(?=</table>))\s*", re.IGNORECASE | re.DOTALL)
_HTML_CELL_RE = re.compile(r"\s*<t[dh]\b[^>]*>(.*?)(?:</t[dh]>|(?=<t[dh]\b)|$)\s*", re.IGNORECASE | re.DOTALL)
_MOST_SPANNED = 60
_HTML_FRAME_RE = re.compile(r"</?(?:table|thead|tbody|tfoot|colgroup|col)\b[^>]*>", re.IGNORECASE)
_BLOCK_TAG = r"</?(?:p|ul|ol|li|div)\b[^<>\n]*>|<br\s*/?>"
_CELL_PARAGRAPH_RE = re.compile(rf"[ ]*(?:{_BLOCK_TAG})(?:[ ]|{_BLOCK_TAG})*", re.IGNORECASE)
# A paragraph or list that opens in a cell and closes some lines later: its line ends part nothing.
_OPEN_BLOCK_RE = re.compile(r"<(ul|ol|p)\b[^<>]*>(?:(?!<\1\b|\n\s*\n)[^\t])*?</\1>", re.IGNORECASE)


def canonical_rows(text: MappedText) -> MappedText:
    r"""Write every table as rows.

    >>> canonical_rows(MappedText.identity("|TT|Việc|\n|---|---|\n|1|Họp|\n")).text
    'TT\tViệc\n1\tHọp\n'
    """
    text = _cell_paragraphs(_html_rows(text))
    return rejoin_rows(
        rejoin_cells(
            split_columns(split_gapped(split_cell_lines(_flat_rows(_piped_rows(split_bare_pipes(text))))))
        )
    )


def _html_rows(text: MappedText) -> MappedText:
    edits: list[Edit] = []
    open_above: dict[int, int] = {}  # column -> rows that a cell from above still spans
    for row in _HTML_ROW_RE.finditer(text.text):
        cells = list(_HTML_CELL_RE.finditer(text.text, row.start(1), row.end(1)))
        if not cells:
            continue
        if text.text.rfind("<table", 0, row.start()) > (edits[-1].end if edits else 0):
            open_above = {}
        at, seam, column = row.start(), "\n", 0
        for cell in cells:
            start, end = cell.span(1)
            while open_above.get(column, 0) > 0:
                open_above[column] -= 1
                seam, column = seam + CELL_BREAK + CELL_SEPARATOR, column + 1
            across, down = (_spans(cell[0], name) for name in ("colspan", "rowspan"))
            edits.append(Edit(at, start, seam))
            at, seam = end, CELL_SEPARATOR * across
            for _ in range(across):
                open_above[column] = down - 1
                column += 1
        while open_above.get(column, 0) > 0:
            open_above[column] -= 1
            seam, column = seam + CELL_BREAK + CELL_SEPARATOR, column + 1
        edits.append(Edit(at, row.end(), seam[:-1] + "\n" if len(seam) > 1 else "\n"))
    text = text.replace(edits)
    return text.replace(
        Edit(found.start(), found.end(), "\n") for found in _HTML_FRAME_RE.finditer(text.text)
    )


def _spans(cell: str, name: str) -> int:
    """How many columns or rows a cell spans; absurd numbers count as one."""
    found = re.search(rf"<t[dh]\b[^>]*\b{name}\s*=\s*[\"']?(\d{{1,3}})", cell, re.IGNORECASE)
    return min(max(int(found[1]), 1), _MOST_SPANNED) if found else 1


def _cell_paragraphs(text: MappedText) -> MappedText:
    """Paragraph and list tags in a row's cells become U+2028, or go at the edges of the cell."""
    if "<" not in text.text:
        return text
    text = text.replace(
        Edit(at, at + 1, " ")
        for block in _OPEN_BLOCK_RE.finditer(text.text)
        for at in range(block.start(), block.end())
        if text.text[at] in "\n\r"
    )
    edits: list[Edit] = []
    for start, line in placed_lines(text.text):
        row = CELL_SEPARATOR in line or _PIPED_RE.fullmatch(line) is not None
        edges = ("", CELL_SEPARATOR, "|") if row else ("", CELL_SEPARATOR)
        for found in _CELL_PARAGRAPH_RE.finditer(line) if "<" in line else ():
            edge = (
                line[: found.start()].rstrip(" ")[-1:] in edges
                or line[found.end() :].lstrip(" ")[:1] in edges
            )
            new = "" if edge else (CELL_BREAK if row else "\n")
            edits.append(Edit(start + found.start(), start + found.end(), new))
    return text.replace(edits)


def _piped_rows(text: MappedText) -> MappedText:
    """Markdown rows ``| a | b |`` with or without the rule under the header."""
    edits: list[Edit] = []
    for start, line in placed_lines(text.text):
        end = start + len(line)
        if "|" not in line or not _PIPED_RE.fullmatch(line) or _PIPE_LINE_RE.fullmatch(line):
            continue
        if _RULE_ROW_RE.fullmatch(line):
            edits.append(Edit(start, min(end + 1, len(text.text)), ""))
            continue
        pipes = [found.start() for found in _UNESCAPED_PIPE_RE.finditer(line)]
        for place, pipe in enumerate(pipes):
            left = len(line[:pipe].rstrip()) if place else 0
            right = len(line) - len(line[pipe + 1 :].lstrip()) if place < len(pipes) - 1 else len(line)
            left = max(left, edits[-1].end - start if place else 0)
            edits.append(
                Edit(start + left, start + right, CELL_SEPARATOR if 0 < place < len(pipes) - 1 else "")
            )
    return text.replace(edits)


def _flat_rows(text: MappedText) -> MappedText:
    """The pipe table whose every pipe stands alone on a line."""
    table: list[tuple[int, int]] = []  # the pipes of the table being read, as (start, end) of their lines
    edits: list[Edit] = []
    blank_before = False
    cell_open = False
    for start, line in placed_lines(text.text):
        if _PIPE_LINE_RE.fullmatch(line):
            table.append((start, start + len(line)))
            blank_before, cell_open = False, False
        elif not line.strip():
            blank_before = True
        else:
            # Words behind a pipe and a blank line stand below the table; a pipe there closes an empty cell.
            if table and blank_before and not cell_open:
                edits += _flat_table(text.text, table)
                table = []
            cell_open = True
    return text.replace([*edits, *_flat_table(text.text, table)])


def _flat_table(text: str, pipes: list[tuple[int, int]]) -> list[Edit]:
    """Edits that write one flattened table as rows."""
    if not pipes:
        return []
    if len(pipes) == 1:
        return [Edit(*pipes[0], "")]
    spaces = [(left[1], right[0]) for left, right in itertools.pairwise(pipes)]
    items = [text[start:end].strip("\n") for start, end in spaces]
    words = [" ".join(item.split()) if item.strip(" *_\n") else "" for item in items]
    reading = row_seams(words)
    seams, breaks, covered = set(reading.seams), set(reading.breaks), covered_before(words, reading)
    layout = is_layout_table(text[pipes[0][0] : pipes[-1][1]])
    edits = [Edit(pipes[0][0], pipes[0][1] + 1 if items[0] else pipes[0][1], "")]
    for place, (start, end) in enumerate(spaces):
        last = place == len(spaces) - 1
        content_start, content_end = (start + 1, end - 1) if items[place] else (end, end)
        if place:
            opens = place - 1 in seams or place in breaks
            spanned = covered.get(place, 0)
            if place in seams:
                before = f"{CELL_SEPARATOR}{CELL_BREAK}" * spanned
            else:
                before = ("\n" if opens else CELL_SEPARATOR) + f"{CELL_BREAK}{CELL_SEPARATOR}" * spanned
            edits.append(Edit(pipes[place][0] - (1 if items[place - 1] else 0), content_start, before))
        edits += cell_edits(text, content_start, content_end, layout=layout)
        if last:
            behind = f"{CELL_SEPARATOR}{CELL_BREAK}" * covered.get(len(items), 0)
            edits.append(Edit(content_end, pipes[-1][1], f"{behind}\n"))
    return edits
