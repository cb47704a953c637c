"""Tables whose cells stand in one line with wide gaps between them, but in no columns; and rows of bare pipes.

"TT  Nội dung   Thời gian   Chủ trì" over "1  Tập huấn   Tháng 5   Sở Nội vụ": the header's gaps say how many cells a row has; a
row that broke over lines goes on until they are filled. A row that lacks cells leaves open those that its other cells do not
stand under. "TT | Việc | Chủ trì" without the outer pipes is a row too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.lines import placed_lines
from ingest.plan import CELL_SEPARATOR
from ingest.repair.offsets import Edit, MappedText

__all__ = ["split_bare_pipes", "split_gapped"]

_Line = tuple[int, str]
_Cell = tuple[int, int, int]
"""Where a cell begins and ends, and its column."""
_HEADER_RE = re.compile(r"[ ]*(?:S?TT|Số TT|Stt)[ ]{2,}\S")
_NUMBER_RE = re.compile(r"[ ]*\d{1,3}[.)]?[ ]{2,}\S")
_SEGMENT_RE = re.compile(r"\S+(?:[ ]\S+)*")
_PIPE_RE = re.compile(r"[ ]*(?<!\\)\|[ ]*")
_FEWEST_PIPES = 2
_FEWEST_ROWS = 2
_SLACK = 1
"""Letters by which a cell may stand off its column's name."""


def split_bare_pipes(text: MappedText) -> MappedText:
    r"""Write runs of lines that hold equally many pipes, none at their edges, as rows.

    >>> split_bare_pipes(MappedText.identity("TT | Việc | Chủ trì\n1 | Họp | Sở Y tế\n2 | Hỏi |")).text
    'TT\tViệc\tChủ trì\n1\tHọp\tSở Y tế\n2\tHỏi\t'
    """
    if "|" not in text.text:
        return text
    run: list[_Line] = []
    edits: list[Edit] = []
    for line in [*placed_lines(text.text), (len(text.text), "")]:
        pipes = len(_PIPE_RE.findall(line[1]))
        bare = pipes >= _FEWEST_PIPES and not line[1].lstrip().startswith("|")
        if bare and (not run or pipes == len(_PIPE_RE.findall(run[0][1]))):
            run.append(line)
            continue
        if len(run) > _FEWEST_ROWS:
            edits += [
                Edit(at + found.start(), at + found.end(), CELL_SEPARATOR)
                for at, words in run
                for found in _PIPE_RE.finditer(words)
            ]
        run = [line] if bare else []
    return text.replace(edits)


def split_gapped(text: MappedText) -> MappedText:
    r"""Write tables whose cells are parted by wide gaps as rows.

    >>> table = "TT  Nội dung   Thời gian   Chủ trì\n1  Tập huấn   Tháng 5\nSở Nội vụ\n2  Kiểm tra   Quý IV   Thanh tra tỉnh"
    >>> split_gapped(MappedText.identity(table)).text.split("\n")[1]
    '1\tTập huấn\tTháng 5\tSở Nội vụ'
    """
    if not re.search(r"(?m)^[ ]*(?:S?TT|Số TT|Stt)[ ]{2,}\S", text.text):
        return text
    lines = placed_lines(text.text)
    edits: list[Edit] = []
    place = 0
    while place < len(lines):
        rows = _table(lines, place) if _HEADER_RE.match(lines[place][1]) else []
        for row in rows:
            edits += _seams(row)
        end = rows[-1][-1][1] if rows else lines[place][0]
        place += 1
        while place < len(lines) and lines[place][0] < end:
            place += 1
    return text.replace(edits)


def _cells(line: _Line) -> list[tuple[int, int]]:
    return [(line[0] + found.start(), line[0] + found.end()) for found in _SEGMENT_RE.finditer(line[1])]


def _table(lines: Sequence[_Line], first: int) -> list[list[_Cell]]:
    """The cells of each row, the header's first; none where no numbered rows follow."""
    header = _cells(lines[first])
    width = len(header)
    if width < 3 or CELL_SEPARATOR in lines[first][1]:
        return []
    names = [start - lines[first][0] for start, _ in header]
    rows = [_placed(header, range(width))]
    for line in lines[first + 1 :]:
        here = _cells(line)
        if not here:
            break
        if _NUMBER_RE.match(line[1]) and len(here) <= width:
            under = _columns([start - line[0] for start, _ in here], names)
            rows.append(_placed(here, under or range(len(here))))
        elif len(rows) > 1 and rows[-1][-1][2] + len(here) < width:
            last = rows[-1][-1][2]
            rows[-1] = [*rows[-1], *_placed(here, range(last + 1, width))]
        else:
            break
    full = [row for row in rows[1:] if len(row) == width]
    return rows if len(full) >= _FEWEST_ROWS and len(full) * 2 > len(rows) - 1 else []


def _placed(cells: Sequence[tuple[int, int]], columns: Sequence[int]) -> list[_Cell]:
    return [(start, end, column) for (start, end), column in zip(cells, columns, strict=False)]


def _columns(starts: Sequence[int], names: Sequence[int]) -> list[int]:
    """The columns under whose names the cells begin, each further right than the last; [] where one stands under none.

    >>> _columns([0, 5, 35], [0, 5, 20, 35, 50]), _columns([0, 5, 28], [0, 5, 20, 35, 50])
    ([0, 1, 3], [])
    """
    under = [next((i for i, name in enumerate(names) if abs(start - name) <= _SLACK), -1) for start in starts]
    return under if -1 not in under and all(one < two for one, two in pairwise(under)) else []


def _seams(row: Sequence[_Cell]) -> Iterator[Edit]:
    for (_, end, column), (start, _, after) in pairwise(row):
        yield Edit(end, start, CELL_SEPARATOR * (after - column))
