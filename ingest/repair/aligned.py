"""Tables without rulings, set in columns of spaces, become rows: text taken from a page with its layout kept.

A header line that counts its rows ("TT", "STT") and names two columns more begins one; the gaps that stand in every full
line part its columns; a number in the first column opens a row, lines below it fill its cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.lines import placed_lines
from ingest.plan import CELL_SEPARATOR
from ingest.repair.centred import row_starts
from ingest.repair.furniture import is_rule
from ingest.repair.labels import leaves_open
from ingest.repair.offsets import Edit, MappedText
from ingest.repair.squeezed import open_gutters, unsqueezed

__all__ = ["split_aligned"]

_HEADER_RE = re.compile(r"[ ]*(?:S?TT|Số TT)[ ]{2,}\S", re.IGNORECASE)
_NAMED_RE = re.compile(
    r"nhiệm vụ|nội dung|công việc|hoạt động|chủ trì|phối hợp|thực hiện|thời gian|thời hạn|tiến độ|sản phẩm|ghi chú",
    re.IGNORECASE,
)
_SEGMENT_RE = re.compile(r"\S+(?:[ ]\S+)*")
_NUMBER_RE = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[IVXLC]{1,6}|[a-zđA-Z])[.)]?")
_HEADING_RE = re.compile(r"\s*(?:[IVX]{1,5}[.)]|\d{1,2}[.)]|[a-zđ]\)|PHỤ LỤC|Phụ lục)\s\S")
# A row has its number in a column of its own.
_ROW_RE = re.compile(r"\s*\d{1,3}(?:\.\d{1,2})*[.)]?\s{2,}\S")
_INDENT = 4
"""Letters before a line that fills a cell; a line of words nearer to the edge ends the table."""
_BLANK_LINES = 2

_Piece = tuple[int, int]


@dataclass(slots=True)
class _Table:
    """Rows of cells of pieces (offsets of the text); ``gutters`` part the columns of every line."""

    gutters: list[int]
    rows: list[list[list[_Piece]]] = field(default_factory=list)
    end: int = 0

    def take(self, at: int, parts: Sequence[tuple[int, int, int]], *, opens: bool) -> None:
        if opens:
            self.rows.append([[] for _ in range(len(self.gutters) + 1)])
        for start, end, column in parts:
            self.rows[-1][column].append((at + start, at + end))


def split_aligned(text: MappedText) -> MappedText:
    r"""Write tables of aligned columns as rows.

    >>> table = "TT   Nhiệm vụ          Chủ trì\n1    Tập huấn          Sở Nội vụ\n     cho cơ sở\n2    Kiểm tra          Thanh tra tỉnh"
    >>> split_aligned(MappedText.identity(table)).text.split("\n")[1]
    '1\tTập huấn cho cơ sở\tSở Nội vụ'
    """
    pieces: list[_Piece] = []
    seams: list[Edit] = []
    at = length = 0
    for begin, table in _tables(text.text):
        pieces.append((at, begin))
        length += begin - at
        for row in table.rows:
            for index, cell in enumerate(row):
                for place, (start, end) in enumerate(cell):
                    pieces.append((start, end))
                    length += end - start
                    if place < len(cell) - 1:
                        seams.append(Edit(length, length, " "))
                seams.append(Edit(length, length, CELL_SEPARATOR if index < len(row) - 1 else "\n"))
        at = table.end
    if not seams:
        return text
    pieces.append((at, len(text.text)))
    return text.take(pieces).replace(_merged(seams))


def _merged(seams: Sequence[Edit]) -> Iterator[Edit]:
    """One edit for each place: empty cells leave several seams at the same one."""
    held = seams[0]
    for seam in seams[1:]:
        if seam.start == held.start:
            held = held._replace(new=held.new + seam.new)
            continue
        yield held
        held = seam
    yield held


def _segments(line: str) -> list[_Piece]:
    """The stretches of a line between gaps of two spaces and more."""
    return [found.span() for found in _SEGMENT_RE.finditer(line)]


def _tables(text: str) -> Iterator[tuple[int, _Table]]:
    if not _HEADER_RE.search(text):
        return
    lines = placed_lines(text)
    place = 0
    columns: dict[str, int] = {}
    while place < len(lines):
        block = _block(lines, place)
        table = _read(block) if block else None
        header = " ".join(lines[place][1].split())
        # A header set again has as many columns as before: a page that shows fewer is not read.
        if table is None or columns.setdefault(header, len(table.gutters)) != len(table.gutters):
            place += 1
            continue
        yield lines[place][0], table
        while place < len(lines) and lines[place][0] < table.end:
            place += 1


def _is_header(line: str) -> bool:
    if CELL_SEPARATOR in line or "|" in line or not _HEADER_RE.match(line):
        return False
    head = _segments(line)
    return len(head) >= 3 and sum(bool(_NAMED_RE.search(line[start:end])) for start, end in head) >= 1


def _block(lines: Sequence[tuple[int, str]], first: int) -> list[tuple[int, str]]:
    """The lines of the table whose header stands at ``first``; none where no header does."""
    if not _is_header(lines[first][1]):
        return []
    found: list[tuple[int, str]] = []
    blank = 0
    for place, (at, line) in enumerate(lines[first:], first):
        if place > first and _is_header(line):
            break  # a new page sets the header again, and its columns at other places
        parts = _segments(line)
        if not parts or is_rule(line.strip()):
            blank += 1
            if blank > _BLANK_LINES:
                break
        elif len(parts) == 1 and (
            parts[0][0] < _INDENT or CELL_SEPARATOR in line or (blank and _heads(lines, place))
        ):
            break
        elif not (len(parts) == 1 and line.strip().isdigit()):
            blank = 0
            found.append((at, line))
    return found


def _heads(lines: Sequence[tuple[int, str]], place: int) -> bool:
    """Whether a line behind a blank one is a heading or a numbered paragraph of the body, no group of rows."""
    if _HEADING_RE.match(lines[place][1]) is None:
        return False
    below = next((line for _, line in lines[place + 1 :] if line.strip()), "")
    return _ROW_RE.match(below) is None


def _read(block: Sequence[tuple[int, str]]) -> _Table | None:
    """Read the lines of a table; None where nothing stands in columns under the header."""
    full = [line for _, line in block if len(_segments(line)) >= 3]
    gutters = open_gutters(full, _gutters)
    if len(full) < 2 or len(gutters) < 2:
        return None
    table = _Table(gutters)
    opening = set(_openings(block, gutters))
    for place, (at, line) in enumerate(block):
        table.take(at, unsqueezed(line, _segments(line), gutters), opens=place in opening)
        table.end = at + len(line) + 1
    table.end = min(table.end, block[-1][0] + len(block[-1][1]) + 1)
    return table if len(table.rows) > 1 else None


def _openings(block: Sequence[tuple[int, str]], gutters: Sequence[int]) -> list[int]:
    """The lines that begin rows: those that bear a number, or lines above them where numbers stand in the middle of rows."""
    parts = [_segments(line) for _, line in block]
    numbered = [
        place
        for place, (_, line) in enumerate(block)
        if place == 0 or _is_header(line) or _is_numbered(line, parts[place][0], gutters)
    ]

    def cost(place: int) -> float:
        """A row begins with a task in a capital, where that of the line above is not left open."""
        tasks = [
            block[at][1][start:end]
            for at in (place - 1, place)
            for start, end in parts[at]
            if gutters[0] <= start < gutters[1]
        ]
        if not any(gutters[0] <= start < gutters[1] for start, _ in parts[place]):
            return 2.0
        return 2.0 * tasks[-1][:1].islower() + (len(tasks) > 1 and leaves_open(tasks[0]))

    return row_starts(numbered, len(block), cost)


def _is_numbered(line: str, first: _Piece, gutters: Sequence[int]) -> bool:
    return first[0] < gutters[0] and _NUMBER_RE.fullmatch(line[slice(*first)]) is not None


def _gutters(lines: Sequence[str]) -> list[int]:
    """Where the columns part: the ends of the gaps of two letters and more that stand in every line."""
    width = max(map(len, lines), default=0)
    free = [all(at >= len(line) or line[at] == " " for line in lines) for at in range(width)]
    found = []
    begin = None
    for at, blank in enumerate([*free, False]):
        if blank:
            begin = at if begin is None else begin
        elif begin is not None:
            if begin > 0 and at < width and at - begin >= 2 and not all(free[:begin]):
                found.append(at)
            begin = None
    return found
