"""Tables whose cells stand in one line with wide gaps between them, but in no columns; and rows of bare pipes.

"TT  Nội dung   Thời gian   Chủ trì" over "1  Tập huấn   Tháng 5   Sở Nội vụ": the header's gaps say how many cells a row has; a
row that broke over lines goes on until they are filled. "TT | Việc | Chủ trì" without the outer pipes is a row too.
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
_HEADER_RE = re.compile(r"[ ]*(?:S?TT|Số TT|Stt)[ ]{2,}\S")
_NUMBER_RE = re.compile(r"[ ]*\d{1,3}[.)]?[ ]{2,}\S")
_SEGMENT_RE = re.compile(r"\S+(?:[ ]\S+)*")
_PIPE_RE = re.compile(r"[ ]*(?<!\\)\|[ ]*")
_FEWEST_PIPES = 2
_FEWEST_ROWS = 2


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


def _table(lines: Sequence[_Line], first: int) -> list[list[tuple[int, int]]]:
    """The cells of each row, the header's first; none where no numbered rows follow."""
    header = _cells(lines[first])
    width = len(header)
    if width < 3 or CELL_SEPARATOR in lines[first][1]:
        return []
    rows = [header]
    for line in lines[first + 1 :]:
        here = _cells(line)
        if not here:
            break
        if _NUMBER_RE.match(line[1]) and len(here) <= width:
            rows.append(here)
        elif len(rows) > 1 and len(rows[-1]) + len(here) <= width:
            rows[-1] = [*rows[-1], *here]
        else:
            break
    full = [row for row in rows[1:] if len(row) == width]
    return rows if len(full) >= _FEWEST_ROWS and len(full) * 2 > len(rows) - 1 else []


def _seams(row: Sequence[tuple[int, int]]) -> Iterator[Edit]:
    for one, two in pairwise(row):
        yield Edit(one[1], two[0], CELL_SEPARATOR)
