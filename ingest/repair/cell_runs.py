"""Tables whose every cell came as several lines become rows again: the text layer of a PDF, cell after cell.

"1 | Xây dựng Đề án số | hóa các cơ quan | Sở Khoa học và | Công nghệ | Quý I": a row is the lines from its number to the next;
which of them make one cell is the cheapest of all ways to part them. A cell begins with a capital, goes on in small letters or
where its column is full, and holds what its column is for: bodies, a time. Costs are of the language, not of one table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.repair.labels import BULLET_RE, LABEL_RE, counts_on, is_finished, leaves_open
from ingest.spelling import spaced_re

__all__ = ["Cell", "fits_column", "is_full", "part_header", "part_last", "part_rows", "runs_on"]

Cell = tuple[int, int]
"""The first line of a cell and the line behind its last; an empty cell has both alike."""

_BODY_RE = spaced_re(
    r"(?i)\W*(?:các|toàn|ubnd|hđnd|ubmttq|ủy ban|uỷ ban|hội|sở|ban|bộ|phòng|trung tâm|chi cục|cục|văn phòng|công an|thanh tra|trường|viện|bệnh viện"
    r"|đài|báo|cổng|mặt trận|đoàn|liên|đảng|tỉnh|thành|huyện|kho bạc|ngân hàng|bảo hiểm|thuế|công chức|tổ|cơ quan|đơn vị|địa phương|chi bộ|hiệu trưởng|giám đốc"
    r"|chủ tịch|phó|kế toán|giáo viên|công đoàn|doanh nghiệp|công ty|quân|bộ chỉ|tòa|nhà|trạm|thôn|khu|xã|phường|không)(?!\w)|(?-i:[A-ZĐ]{3,})(?!\w)"
)
_TIME_RE = spaced_re(
    r"(?i)\W*(?:trước|chậm nhất|(?:từ |trong |đến |hết )?(?:quý|tháng|năm|ngày|tuần)(?= \S*\d| [IVX]+|$)|h[ằà]ng|thường xuyên|định kỳ|giai đoạn|cả năm|mỗi|hoàn thành|sau khi|theo (?:kế|quy|lộ)|khi có|20\d\d|\d{1,2}/|(?:0?[1-9]|1[0-2])(?:\s*[-,]\s*\d{1,2})*$)"
)
_BODIES_RE = spaced_re(
    r"(?i)chủ trì|phối hợp|cơ quan|đơn vị(?! tính)|phụ trách|trách nhiệm|người|phân công|thực hiện$"
)
_TIME_OPEN_RE = re.compile(r"(?i)(?:^|\s)(?:trước|sau|hết|cuối|đầu|chậm\s+nhất|xong)$")
_LEADS_RE = spaced_re(r"(?i)chủ trì|phụ trách|trách nhiệm|thực hiện$")
_WHEN_RE = spaced_re(r"(?i)thời (?:gian|hạn|điểm)|tiến độ|hoàn thành|^(?:tháng|quý|ngày)$|kỳ báo cáo")
_AMOUNT_RE = spaced_re(
    r"(?i)\((?:số )?(?:ngày|buổi|giờ|tiết|người|triệu|tỷ|đồng|cái|lít|kg|%)|^số\s|(?<!\w)(?:kinh phí|tiền|điểm|tổng|tỷ lệ)(?!\w)|^(?:đvt|đơn vị tính)$"
)
_NUMBER_RE = re.compile(r"[\d.,%≥≤><\s-]+")
_NAME_RE = re.compile(r"\S\s+[A-ZĐÀ-Ỹ][a-zà-ỹ]+$")
_TASK_RE = spaced_re(
    r"(?i)nhiệm vụ|nội dung|công việc|hoạt động|giải pháp|chỉ tiêu|hạng mục|chuyên đề|đầu việc|đề án|dự án"
)
_STARTS_LOW, _OPEN_END, _SHORT_LINE, _UNSURE = 4.0, 3.0, 3.0, 0.8
_STRANGE, _EMPTY, _EMPTY_TASK = 2.0, 1.5, 8.0
_MOST_LINES = 60
_DEAREST = 4.0
"""What a row may cost on an average; above it the lines are no cells of these columns."""
_SLACK = 4


def part_header(lines: Sequence[str]) -> list[Cell]:
    """The columns' names: a line in small letters, or behind an open end, goes on with the name above it.

    >>> part_header(["Nhiệm vụ", "Cơ quan chủ", "trì", "Thời gian"])
    [(0, 1), (1, 3), (3, 4)]
    """
    found: list[Cell] = []
    for at, line in enumerate(lines):
        goes_on = at > 0 and (line[:1].islower() or leaves_open(lines[at - 1]) or line.startswith("("))
        if goes_on and found:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def part_last(
    rows: Sequence[Sequence[str]], rest: Sequence[str], names: Sequence[str]
) -> list[list[Cell]] | None:
    """The same for all rows and the one behind the last number, which ends somewhere in ``rest``; None where lines are no cells."""
    parted = part_rows(rows, names)
    widths = _widths(rows, parted, len(names))
    costs = [_part(row, names, widths)[0] for row in rows]
    if sum(costs) > _DEAREST * len(rows):
        return None
    last = min(
        (_part(rest[:end], names, widths) for end in range(len(rest), 0, -1)),
        key=lambda found: found[0],
        default=None,
    )
    return None if last is None else [*parted, last[1]]


def _widths(rows: Sequence[Sequence[str]], parted: Sequence[Sequence[Cell]], columns: int) -> list[int]:
    return [
        max(
            (len(line) for row, cells in zip(rows, parted, strict=True) for line in row[slice(*cells[at])]),
            default=1,
        )
        for at in range(columns)
    ]


def part_rows(rows: Sequence[Sequence[str]], names: Sequence[str]) -> list[list[Cell]]:
    """Part each row's lines (its number left out) into one cell a column; the widths of the columns are learned from a first try.

    >>> rows = [["Xây dựng Đề án số", "hóa các cơ quan", "Sở Khoa học và", "Công nghệ", "Quý I"], ["Tập huấn cho xã", "Sở Nội vụ", "Tháng 5"]]
    >>> part_rows(rows, ["Nhiệm vụ", "Chủ trì", "Thời gian"])
    [[(0, 2), (2, 4), (4, 5)], [(0, 1), (1, 2), (2, 3)]]
    """
    parted = [_part(row, names, None)[1] for row in rows]
    for _ in range(2):
        widths = _widths(rows, parted, len(names))
        parted = [_part(row, names, widths)[1] for row in rows]
    return parted


def _part(
    lines: Sequence[str], names: Sequence[str], widths: Sequence[int] | None
) -> tuple[float, list[Cell]]:
    """The cheapest way to give every line to a column, in order: (its cost, the cells)."""
    if len(lines) > _MOST_LINES:
        return float("inf"), [(0, 0)] * len(names)
    best: list[tuple[float, list[Cell]]] = [(float("inf"), [])] * (len(lines) + 1)
    best[0] = (0.0, [])
    for at, name in enumerate(names):
        width = widths[at] if widths else None
        after: list[tuple[float, list[Cell]]] = [(float("inf"), [])] * (len(lines) + 1)
        for begin, (before, cells) in enumerate(best):
            if before == float("inf"):
                continue
            joins = 0.0
            for end in range(begin, len(lines) + 1):
                if end > begin + 1:
                    joins += _join(lines[end - 2], lines[end - 1], width)
                cost = before + joins + _cell(lines, begin, end, name)
                if cost < after[end][0]:
                    after[end] = (cost, [*cells, (begin, end)])
        best = after
    return best[len(lines)]


def _join(one: str, two: str, width: int | None) -> float:
    """What it costs that two lines stand in one cell."""
    if two[:1].islower() or runs_on(one):
        return 0.0
    if two[:1].isdigit() and one[-1:].islower():
        return _UNSURE / 2
    if is_full(one, two, width) and (two[:1].isdigit() or _NAME_RE.search(one)):
        return _UNSURE / 8
    if BULLET_RE.match(two) or LABEL_RE.match(two):
        return 0.2
    if is_finished(one):
        return 0.5 if one[-1] in ";:" else 1.5
    if width is None:
        return _UNSURE
    return _UNSURE / 4 if is_full(one, two, width) else _SHORT_LINE


def runs_on(line: str) -> bool:
    """Whether a line of a cell wants what stands on the next: a number behind "Tháng", a day behind "Trước".

    >>> runs_on("Trước ngày"), runs_on("Tháng"), runs_on("Sở Y tế")
    (True, True, False)
    """
    return leaves_open(line) or counts_on(line.lower()) or _TIME_OPEN_RE.search(line) is not None


def is_full(one: str, two: str, width: int | None) -> bool:
    """Whether a line is so long that the first word of the next no longer fitted its column; unknown widths are full."""
    return width is None or len(one) + 1 + len(two.split(maxsplit=1)[0]) > width - _SLACK


def fits_column(words: str, name: str) -> float:
    """What it costs that a cell of these words stands in the column of that name.

    >>> fits_column("Sở Y tế", "Cơ quan chủ trì") < fits_column("Tiêm phòng dại", "Cơ quan chủ trì")
    True
    """
    return _cell([words], 0, 1, name)


def _cell(lines: Sequence[str], begin: int, end: int, name: str) -> float:
    """What it costs that these lines are the cell of a column."""
    bodies, when, task = (shape.search(name) is not None for shape in (_BODIES_RE, _WHEN_RE, _TASK_RE))
    if begin == end:
        if task:
            return _EMPTY_TASK
        return _EMPTY * (1.5 if _LEADS_RE.search(name) else 1 if bodies or when else 1 / 3)
    first = lines[begin]
    cost = _STARTS_LOW if first[:1].islower() else 0.0
    cost += _OPEN_END if runs_on(lines[end - 1]) else 0.0
    body, time = _BODY_RE.match(first) is not None, _TIME_RE.match(first) is not None
    if _AMOUNT_RE.search(name):
        cost += _STRANGE * (_NUMBER_RE.fullmatch(first) is None or end - begin > 1)
    elif bodies:
        cost += _STRANGE / 2 * (not body) + _STRANGE * any(_TIME_RE.match(line) for line in lines[begin:end])
    elif when:
        cost += _STRANGE * (not time)
    else:
        cost += _STRANGE * (time and end - begin == 1) + (_STRANGE / 4) * body
    return cost
