"""Which column of a table plays which part: the task, who leads, when, what comes out.

In: a table. Out: the index of each part's column, by the words of the header; a table that tells of no time and of nobody
who does anything has no column of tasks of its own.
"""

from __future__ import annotations

import re

from ingest.plan import Table
from ingest.spelling import spaced_re

__all__ = ["TIMES", "read_columns"]

TIMES = frozenset({"time", "start", "end"})
_BOUND = r"(?:(?:thời\s+(?:gian|điểm)|ngày|tháng|quý)\s+)?"
_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number", re.compile(r"(?i)^(?:stt|tt|số\s*tt|số\s+thứ\s+tự|#|no\.?)$")),
    ("both", spaced_re(r"(?i)chủ trì.*phối hợp|phối hợp.*chủ trì")),
    ("coordinate", re.compile(r"(?i)phối\s+hợp|tham\s+gia")),
    ("lead", spaced_re(r"(?i)chủ trì|(?:cơ quan|đơn vị|cá nhân) (?:chủ quản|đầu mối)")),
    (
        "responsible",
        spaced_re(
            r"(?i)(?:cơ quan|đơn vị|bộ phận|người|cá nhân|lãnh đạo).{0,30}(?:thực hiện|chịu trách nhiệm|phụ trách|tham mưu|tổ chức|báo cáo)|phân công|trách nhiệm|^(?:người )?phụ trách$|^thực hiện$|^trưởng đoàn$"
        ),
    ),
    ("start", spaced_re(rf"(?i)^{_BOUND}bắt đầu|^từ(?: ngày)?$|^(?:ngày )?khởi công$")),
    ("end", spaced_re(rf"(?i)^{_BOUND}kết thúc|^đến(?: (?:hết )?ngày)?$")),
    (
        "time",
        spaced_re(
            r"(?i)thời (?:gian|hạn|điểm)|tiến độ|lộ trình|hoàn thành|kỳ báo cáo|^(?:tháng|ngày|quý|tuần)(?:\s*[,/–-]\s*(?:tháng|năm|giờ|buổi|thứ|quý))*$|^(?:thứ|buổi|giờ)\s*[,/–-]?\s*ngày|^ngày(?:\s*,\s*| )(?:giờ|tháng|thực|tổ chức|thi|kiểm|họp|làm|diễn|khám|triển|nộp)|^hạn(?:\s|$)|^lịch(?:\s|$)"
        ),
    ),
    ("product", spaced_re(r"(?i)sản phẩm|kết quả|đầu ra|hình thức (?:văn bản|thực hiện)")),
    ("money", spaced_re(r"(?i)kinh phí|nguồn vốn|ghi chú")),
    (
        "task",
        spaced_re(
            r"(?i)nội dung|nhiệm vụ|công việc|hoạt động|giải pháp|tên (?:đề án|dự án|văn bản)|hạng mục|đầu việc|chỉ tiêu|mục tiêu|tiêu chí|chuyên đề|vụ việc"
        ),
    ),
)
# A number of days or hours is no time at which something is due.
_AMOUNT_RE = spaced_re(
    r"(?i)(?<!\w)số (?:ngày|buổi|giờ|tiết)|\((?:số )?(?:ngày|buổi|giờ|phút|tiết)\)|thời lượng"
)
_EVENT_RE = re.compile(r"(?i)^tên\s|(?<!\w)(?:lớp|khóa|cuộc|hội\s+(?:thi|nghị)|đợt)(?!\w)")
# "Đơn vị | Nhiệm vụ": who does it; beside "Nội dung kiểm tra" it may be who is inspected.
_DOER_RE = spaced_re(
    r"(?i)(?:(?:tên )?(?:cơ quan|đơn vị|bộ phận|tiểu ban|thành viên|họ (?:và )?tên)(?:\s*,\s*(?:cơ quan|đơn vị|cá nhân|địa phương))*)"
)
_TASK_RE = spaced_re(r"(?i)nhiệm vụ|công việc|phần việc")
_WHO = frozenset({"lead", "both", "coordinate"})
_WORDED = _WHO | {"task", "responsible"}


def read_columns(table: Table) -> dict[str, int]:
    """Which column plays which part; the first that fits wins, and no column plays two.

    "start" and "end" are two columns of one time; beside "end" a column of times of another name keeps its part.
    """
    header = table.header
    found: dict[str, int] = {}
    taken: set[int] = set()
    for name, shape in _COLUMNS:
        for index, words in enumerate(header):
            if name == "time" and _AMOUNT_RE.search(words):
                continue
            if name in _WORDED and table.rows and not _is_worded(table, index, name in _WHO):
                continue  # "Chỉ tiêu giao (người)", "Số hộ tham gia": amounts
            if index not in taken and name not in found and shape.search(words.strip()):
                found[name] = index
                taken.add(index)
    _find_task(table, found, taken)
    if "task" in found and not _WHO & found.keys() and "responsible" not in found:
        doers = [i for i, words in enumerate(header) if i not in taken and _DOER_RE.fullmatch(words.strip())]
        if doers and _TASK_RE.search(header[found["task"]]):
            found["responsible"] = doers[0]
    return found


def _find_task(table: Table, found: dict[str, int], taken: set[int]) -> None:
    """Where no column is called one of tasks: the one left beside the leaders, or what a calendar lists."""
    if "task" in found:
        return
    left = [index for index in range(len(table.header)) if index not in taken]
    # A table that says who leads is one of tasks, whatever its column of tasks is called.
    if _WHO & found.keys() and len(left) == 1:
        found["task"] = left[0]
    elif TIMES & found.keys():
        worded = [i for i in left if _is_worded(table, i)]
        # A calendar of places or units: "Đợt | Địa điểm | Thời gian".
        events = [i for i in worded if _EVENT_RE.search(table.header[i].strip())] or worded
        if events:
            found["task"] = events[0]
    if "task" in found:
        taken.add(found["task"])


def _is_worded(table: Table, index: int, or_empty: bool = False) -> bool:
    """Whether the cells of a column are words, not amounts, in most of its rows; or all left empty where that may be."""
    cells = [row.cells[index].strip() if index < len(row.cells) else "" for row in table.rows]
    worded = sum(bool(re.search(r"[^\W\d_]{2}", cell)) for cell in cells)
    return worded > len(cells) / 2 or (or_empty and not any(cell[:1].isdigit() for cell in cells))
