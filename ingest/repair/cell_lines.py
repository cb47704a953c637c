"""Tables whose every cell came as a line of its own become rows again: a paste of a web page, or a text layer by cells.

A header that counts its rows ("TT", "STT") and whose columns' names stand on the lines below it begins one; each row begins
with its number alone on a line. Where most rows have as many lines as the header has columns, the lines are the cells; a
row with more gives its first cell the rest (a task of several paragraphs). Cells that came over several lines are told
apart by what they hold (``cell_runs``). "Chỉ tiêu" with years below it heads a table of goals: each row has a value a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ingest.lines import placed_lines
from ingest.plan import CELL_BREAK, CELL_SEPARATOR
from ingest.repair.cell_runs import is_full, part_header, part_last, runs_on
from ingest.repair.labels import BULLET_RE, FORMULA_RE, LABEL_RE, is_finished
from ingest.repair.offsets import Edit, MappedText

__all__ = ["split_cell_lines"]

_COUNT_RE = re.compile(r"\W*(?:S?TT|Số TT|Stt|Số thứ tự|Tháng)\W*")
_GOAL_RE, _YEAR_RE = re.compile(r"\W*(?:Chỉ tiêu|Tiêu chí|Nội dung)\W*"), re.compile(r"\W*(?:Năm )?20\d\d\W*")
_VALUE_RE = re.compile(r"\s*(?:[<>≥≤]?\s*\d[\d.,]*\s*%?|[-–])\s*")
_LONGEST_GOAL = 5
"""Lines of a goal's name at most."""
_NUMBER_RE = re.compile(r"\W*(\d{1,3})[.)]?\W*")
_MONTH_RE = re.compile(r"(?i)\W*(?:tháng\s+)?\d{1,2}(?:\s*[-,]\s*\d{1,2})*(?:\s*/\s*\d{4})?\W*")
_NAMED_RE = re.compile(
    r"nhiệm vụ|nội dung|công việc|hoạt động|chỉ tiêu|chủ trì|phối hợp|thực hiện|thời gian|thời hạn|tiến độ|sản phẩm|kết quả|ghi chú|đơn vị|cơ quan|kinh phí|phụ trách|chuyên đề|đối tượng|địa điểm|hạng mục",
    re.IGNORECASE,
)
_LONGEST_NAME = 60
_MOST_COLUMNS = 9
_MOST_HEADER_LINES = 24
_FEWEST_ROWS = 2
_LONGEST_ROW = 40
"""Lines in a row at most."""
_GROUP_RE = re.compile(r"[IVX]{1,5}\.?\s+\S|[A-ZĐ]\.\s+\S")
_ROMAN_RE = re.compile(r"\W*[IVX]{1,5}[.)]?\W*")
_LONGEST_GROUP = 160
_LONGEST_CODE = 12
"""Letters of a cell in capitals ("UBND TP"); longer ones are a heading."""
_FITTING = 0.6
"""Share of the rows that have one line a cell."""

_Line = tuple[int, int, str]
_Cell = tuple[int, int]
"""The first and the last line of a cell, as places in the list of lines."""


def split_cell_lines(text: MappedText) -> MappedText:
    r"""Write tables whose cells are lines as rows.

    >>> table = "TT\nNhiệm vụ\nChủ trì\n1\nTập huấn\nSở Nội vụ\n2\nKiểm tra\nThanh tra tỉnh"
    >>> split_cell_lines(MappedText.identity(table)).text
    'TT\tNhiệm vụ\tChủ trì\n1\tTập huấn\tSở Nội vụ\n2\tKiểm tra\tThanh tra tỉnh'
    """
    if not re.search(r"(?m)^\W*(?:S?TT|Số TT|Stt|Số thứ tự|Tháng|(?:Năm )?20\d\d)\W*$", text.text):
        return text
    lines = [(line.start, line.end, line.text) for line in placed_lines(text.text) if not line.blank]
    edits: list[Edit] = []
    place = 0
    while place < len(lines):
        counts = _COUNT_RE.fullmatch(lines[place][2]) is not None
        rows = _table(lines, place) if counts else _goals(lines, place)
        widths: list[int] = []
        if counts and not _fits(rows) and (broken := _broken_table(lines, place)):
            rows, widths = broken, _widths(lines, broken)
        widths = widths or (_widths(lines, rows) if rows and not counts else [])
        width = len(rows[0]) if rows else 0
        for row in rows:
            edits += _seams(lines, row, widths) if len(row) > 1 else _across(lines[row[0][0]], width)
        place = rows[-1][-1][1] + 1 if rows else place + 1
    return text.replace(edits)


def _table(lines: Sequence[_Line], first: int) -> list[list[_Cell]]:
    """The rows of the table whose header begins at ``first``, the header among them; none where there is no table."""
    start = next(
        (at for at in range(first + 1, min(len(lines), first + _MOST_COLUMNS + 1)) if _opens(lines, at)),
        None,
    )
    if start is None or start - first < 3:
        return []
    names = [lines[at][2].strip() for at in range(first + 1, start)]
    named = sum(_NAMED_RE.search(name) is not None for name in names)
    if named < 2 or any(len(name) > _LONGEST_NAME or CELL_SEPARATOR in name or "|" in name for name in names):
        return []
    width = start - first
    starts = _row_starts(lines, start)
    if len(starts) < _FEWEST_ROWS:
        return []
    ends = [at - _group(lines, at) for at in starts[1:]] + [min(len(lines), starts[-1] + width)]
    rows = [_row(lines, begin, end, width) for begin, end in zip(starts, ends, strict=True)]
    if sum(len(row) == width for row in rows) < _FITTING * len(rows):
        return []
    found: list[list[_Cell]] = [[(at, at) for at in range(first, start)]]
    for begin, row in zip(starts, rows, strict=True):
        if above := _group(lines, begin):
            found.append([(at, at) for at in range(begin - above, begin)])
        found.append(_fit(row, width))
    return found


def _goals(lines: Sequence[_Line], first: int) -> list[list[_Cell]]:
    """The rows of a table of goals by years, its header among them; none where there is no table."""
    if not _GOAL_RE.fullmatch(lines[first][2]):
        return []
    years = sum(1 for _ in takewhile(lambda line: _YEAR_RE.fullmatch(line[2]), lines[first + 1 :]))
    found = [[(at, at) for at in range(first, first + 1 + years)]]
    at = first + 1 + years
    while years > 1 and at < len(lines):
        name = sum(
            1
            for _ in takewhile(
                lambda line: not _VALUE_RE.fullmatch(line[2]), lines[at : at + _LONGEST_GOAL + 1]
            )
        )
        values = lines[at + name : at + name + years]
        if (
            not 0 < name <= _LONGEST_GOAL
            or len(values) < years
            or not all(_VALUE_RE.fullmatch(line[2]) for line in values)
        ):
            break
        found.append([(at, at + name - 1), *((one, one) for one in range(at + name, at + name + years))])
        at += name + years
    return found if len(found) > _FEWEST_ROWS else []


def _fits(rows: Sequence[Sequence[_Cell]]) -> bool:
    """Whether every cell of every row is one line."""
    return bool(rows) and all(len(row) == 1 or all(one == two for one, two in row) for row in rows)


def _broken_table(lines: Sequence[_Line], first: int) -> list[list[_Cell]]:
    """The same where cells run over several lines; an empty cell ends before it begins."""
    most = min(len(lines), first + _MOST_HEADER_LINES)
    start = next((at for at in range(first + 1, most) if _opens(lines, at)), None)
    if start is None:
        return []
    words = [line[2].strip() for line in lines[first + 1 : start]]
    header = [(first + 1 + begin, first + end) for begin, end in part_header(words)]
    names = [" ".join(lines[at][2].strip() for at in range(begin, end + 1)) for begin, end in header]
    named = sum(_NAMED_RE.search(name) is not None for name in names)
    if not 2 <= len(names) <= _MOST_COLUMNS or named < 2 or any(len(n) > _LONGEST_NAME or "|" in n or CELL_SEPARATOR in n for n in names):  # fmt: skip
        return []
    starts = _row_starts(lines, start)
    if len(starts) < _FEWEST_ROWS:
        return []
    ends = [at - _group(lines, at) for at in starts[1:]]
    bodies = [
        [line[2].strip() for line in lines[begin + 1 : end]] for begin, end in zip(starts, ends, strict=False)
    ]
    longest = max(map(len, bodies))
    rest = [
        line[2].strip()
        for line in takewhile(_may_be_cell, lines[starts[-1] + 1 : starts[-1] + 1 + 2 * longest])
    ]
    parted = part_last(bodies, rest, names)
    if parted is None:
        return []
    found = [[(first, first), *header]]
    for begin, row in zip(starts, parted, strict=True):
        if above := _group(lines, begin):
            found.append([(at, at) for at in range(begin - above, begin)])
        found.append([(begin, begin), *((begin + 1 + one, begin + end) for one, end in row)])
    return found


def _may_be_cell(line: _Line) -> bool:
    """Whether a line behind the last number may still be of its row: no heading and no closing formula."""
    words = line[2].strip()
    label = LABEL_RE.match(words)
    heads = label is not None and not label["bullet"]
    return not (heads or FORMULA_RE.match(words) or (words.isupper() and len(words) > _LONGEST_CODE))


def _is_group(line: _Line) -> bool:
    return _GROUP_RE.match(line[2].strip()) is not None and len(line[2]) < _LONGEST_GROUP


def _group(lines: Sequence[_Line], at: int) -> int:
    """How many lines above a row's number name its group: "I. Kinh tế số", or "I" and its name below it; 0 for none."""
    if at > 0 and _is_group(lines[at - 1]):
        return 1
    return (
        2
        if at > 1 and _ROMAN_RE.fullmatch(lines[at - 2][2]) and len(lines[at - 1][2]) < _LONGEST_GROUP
        else 0
    )


def _opens(lines: Sequence[_Line], at: int) -> bool:
    """Whether the first row begins here, with its number, its month or with the name of its group."""
    if _MONTH_RE.fullmatch(lines[at][2]) and not _NUMBER_RE.fullmatch(lines[at][2]):
        return True
    return _number(lines[at]) == 1 or any(
        at + above < len(lines) and _number(lines[at + above]) == 1 and _group(lines, at + above) == above
        for above in (1, 2)
    )


def _number(line: _Line) -> int | None:
    found = _NUMBER_RE.fullmatch(line[2])
    return int(found[1]) if found else None


def _month_starts(lines: Sequence[_Line], first: int) -> list[int]:
    found = [first]
    for at in range(first + 1, len(lines)):
        if at - found[-1] > _LONGEST_ROW:
            break
        # A month right behind a month: the row above is empty; a bare number may be of a cell.
        apart = at - found[-1] > 1 or "/" in lines[at][2]
        if apart and _MONTH_RE.fullmatch(lines[at][2]):
            found.append(at)
    return found


def _row_starts(lines: Sequence[_Line], first: int) -> list[int]:
    """The lines that hold 1, 2, 3 ... alone; under a group's name the count may begin anew."""
    if _MONTH_RE.fullmatch(lines[first][2]) and not _NUMBER_RE.fullmatch(lines[first][2]):
        return _month_starts(lines, first)
    found = [next(at for at in range(first, len(lines)) if _number(lines[at]) == 1)]
    count = 1
    for at in range(found[0] + 1, len(lines)):
        number = _number(lines[at])
        anew = number == 1 and _group(lines, at) > 0
        if (number == count + 1 or anew) and at - found[-1] > 1:
            found.append(at)
            count = number or 1
        elif at - found[-1] > _LONGEST_ROW:
            break
    return found


def _row(lines: Sequence[_Line], begin: int, end: int, width: int) -> list[_Cell]:
    """Each line a cell; a bullet goes on with the cell above it where the row has too many lines."""
    cells: list[_Cell] = []
    spare = end - begin - width
    for at in range(begin, end):
        if spare > 0 and len(cells) > 1 and BULLET_RE.match(lines[at][2].strip()):
            cells[-1] = (cells[-1][0], at)
            spare -= 1
        else:
            cells.append((at, at))
    return cells


def _fit(row: list[_Cell], width: int) -> list[_Cell]:
    if len(row) <= width or len(row) < 3:
        return row
    rest = len(row) - width
    return [row[0], (row[1][0], row[1 + rest][1]), *row[2 + rest :]]


def _across(line: _Line, width: int) -> Iterator[Edit]:
    """The name of a group as a row of one filled cell."""
    yield Edit(line[0], line[0], CELL_SEPARATOR)
    if width > 2:
        yield Edit(line[1], line[1], CELL_SEPARATOR * (width - 2))


def _widths(lines: Sequence[_Line], rows: Sequence[Sequence[_Cell]]) -> list[int]:
    """The longest line of each column."""
    columns = len(rows[0]) if rows else 0
    full = [row for row in rows if len(row) == columns]
    return [
        max((len(lines[at][2].strip()) for row in full for at in range(row[i][0], row[i][1] + 1)), default=0)
        for i in range(columns)
    ]


def _seams(lines: Sequence[_Line], row: Sequence[_Cell], widths: Sequence[int]) -> Iterator[Edit]:
    held = ""
    for index, (first, last) in enumerate(row):
        for at in range(first, last):
            one, two = lines[at][2].strip(), lines[at + 1][2].strip()
            goes_on = bool(widths) and _goes_on(one, two, widths[min(index, len(widths) - 1)])
            yield Edit(lines[at][1], lines[at + 1][0], " " if goes_on else CELL_BREAK)
        if index < len(row) - 1:
            held += CELL_SEPARATOR
            # Empty cells leave their marks to the seam before the next that holds words.
            if row[index + 1][0] <= row[index + 1][1]:
                yield Edit(lines[last][1], lines[last + 1][0], held)
                held = ""
    if held:
        end = max(last for _, last in row)
        yield Edit(lines[end][1], lines[end][1], held)


def _goes_on(one: str, two: str, width: int) -> bool:
    """Whether a broken line goes on in the next: no bullet, no sentence's end, no capital behind a line that ends early."""
    if BULLET_RE.match(two) or LABEL_RE.match(two):
        return False
    return two[:1].islower() or runs_on(one) or (is_full(one, two, width) and not is_finished(one))
