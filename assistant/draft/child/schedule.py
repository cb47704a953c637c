"""Tables in the body that tell rounds, times and places and name nobody: they belong to the line that announces them.

In: the parent's tables and a section of it. Out: each row with its heads, in the words of the cells, or nothing where
the table shares work out among bodies or stands in an annex.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.draft.child.pieces import lowered_first
from ingest.facts.bodies.agencies import find_agencies
from ingest.facts.language.lexicon import LOWER, UPPER
from ingest.facts.language.verbs import PREDICATE_RE
from ingest.plan import CELL_BREAK, Plan, Table, TableRow
from ingest.spelling import spaced_re

__all__ = ["cell_words", "schedule_rows", "told_row"]

_TIME_RE = re.compile(r"(?i)thời (?:gian|hạn|điểm)|ngày|tháng|tiến độ|hoàn thành|lịch|giờ")
_BODY_RE = re.compile(
    r"(?i)cơ quan|đơn vị|chủ trì|phối hợp|trách nhiệm|người|thực hiện|phụ trách|tiền|kinh phí"
)
_NUMBERING_RE = re.compile(r"(?i)(?:số )?t\.?t\.?|stt|#")
_OPENING_RE = re.compile(
    r"(?P<mark>^|[;:] )(?P<word>(?:Thời|Địa|Số|Nội|Hình|Đối|Thành|Kết|Từ|Trước|Trong|Tuần|Tháng|Quý|Đến|Ngày|Sau|Cả|Các|Lịch|Giờ|Buổi|Ghi)(?= ))"
)
_TOTAL_RE = re.compile(r"(?i)\W*(?:tổng(?: cộng| số)?|cộng)\W*")


_BULLET = r"[-–+•▪](?:\s*(?=[^\W\d])|\s+(?=\d\S*\s\S))"
_BULLET_RE = re.compile(rf"\s*{_BULLET}")
# A mark within a line, as where the breaks of a cell were lost: behind the end of a point, or before a capital.
_INNER_BULLET_RE = spaced_re(rf"(?:(?<=[.;:,]) {_BULLET}| [+•▪] (?=[{UPPER}])| (?P<dash>[-–]) (?=[{UPPER}]))")
_RUNNING_RE = re.compile(rf"(?<!\S)[{LOWER}]+\s+[{LOWER}]+$")
"""Two words that are of no name: "... danh sách hộ - In phiếu", not "Văn hóa - Xã hội"."""


def _points(line: str) -> list[str]:
    """The points of a line; a dash before a capital opens none in a name or a range ("Tháng 3 - Tháng 5")."""
    names = find_agencies(line)

    def opens(mark: re.Match[str]) -> bool:
        words = PREDICATE_RE.match(line, mark.end()) or _RUNNING_RE.search(line[: mark.start()])
        return bool(words) and not any(a.start < mark.start() < a.end for a in names)

    marks = [mark for mark in _INNER_BULLET_RE.finditer(line) if not mark["dash"] or opens(mark)]
    ends = [*(mark.start() for mark in marks), len(line)]
    return [line[start:end] for start, end in zip([0, *(mark.end() for mark in marks)], ends, strict=True)]


def cell_words(cell: str) -> str:
    """What a cell says within a sentence: its lines and points one after another, without their marks.

    >>> cell_words("- Rà soát chợ. - Sắp xếp điểm bán: + Trong chợ; + Ngoài chợ.")
    'Rà soát chợ; sắp xếp điểm bán: trong chợ; ngoài chợ'
    >>> cell_words("Quý I - Quý II"), cell_words("-"), cell_words("- 5%")
    ('Quý I - Quý II', '-', '- 5%')
    """
    lines = [line.strip() for line in cell.split(CELL_BREAK) if line.strip()]
    if not any(_BULLET_RE.match(line) for line in lines):
        return "; ".join(lines)
    points = [point for line in lines for point in _points(line) if point.strip()]
    said = ""
    for point in points:
        words = _BULLET_RE.sub("", point, count=1).strip().rstrip(".;, ")
        mark = "" if not said else " " if said.endswith(":") else "; "
        said += f"{mark}{lowered_first(words) if said else words}"
    return said


def _cell(row: TableRow, index: int) -> str:
    words = cell_words(row.cells[index]) if index < len(row.cells) else ""
    return " ".join(words.replace("*", "").split())


def told_row(table: Table, row: TableRow, *apart: int) -> str:
    """The cells of a row, each with its head; columns of numbering and those ``apart`` stay out."""
    told = []
    for index, name in enumerate(table.header):
        head = " ".join(name.replace(CELL_BREAK, " ").replace("*", "").split())
        words = _cell(row, index)
        if index in apart or not words or _NUMBERING_RE.fullmatch(head):
            continue
        told.append(f"{head}: {words}" if head else words)
    return "; ".join(told)


def _running(told: str) -> str:
    """Heads and times as they stand within a sentence ("thời gian: từ 20/4")."""
    return _OPENING_RE.sub(lambda m: f"{m['mark']}{m['word'].lower()}", told)


def _is_schedule(table: Table) -> bool:
    heads = [name.replace("*", "").strip() for name in table.header]
    if not any(_TIME_RE.search(head) for head in heads) or any(_BODY_RE.search(head) for head in heads):
        return False
    return not any(find_agencies(cell) for row in table.rows for cell in row.cells)


def schedule_rows(plan: Plan, path: str) -> Iterator[tuple[TableRow, str]]:
    """The rows of the tables of a section that tell when and where, and how each is said."""
    for table in plan.tables:
        rows = [row for row in table.rows if row.path.rpartition("/row ")[0] == path]
        if not rows or path.startswith("annex") or not _is_schedule(table):
            continue
        for row in rows:
            first = _cell(row, 0)
            if any(_TOTAL_RE.fullmatch(cell.replace("*", "")) for cell in row.cells):
                continue
            head = table.header[0].replace("*", "").strip()
            numbered = re.fullmatch(r"[\divxIVX]{1,4}", first) and head and not _NUMBERING_RE.fullmatch(head)
            rest = told_row(table, row, 0) if numbered else told_row(table, row)
            yield row, f"{head} {first}: {_running(rest)}" if numbered else rest
