"""Which column of a table plays which part: the task, who leads, when, what comes out.

In: a table. Out: the index of each part's column, by the words of the header; a table that tells of no time and of nobody
who does anything has no column of tasks of its own.
"""

from __future__ import annotations

import re

from ingest.plan import Table

__all__ = ["TIMES", "read_columns"]

TIMES = frozenset({"time", "start", "end"})
_BOUND = r"(?:(?:thời\s+(?:gian|điểm)|ngày|tháng|quý)\s+)?"
_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number", re.compile(r"(?i)^(?:stt|tt|số\s*tt|số\s+thứ\s+tự|#|no\.?)$")),
    ("both", re.compile(r"(?i)chủ\s+trì.*phối\s+hợp|phối\s+hợp.*chủ\s+trì")),
    ("coordinate", re.compile(r"(?i)phối\s+hợp|tham\s+gia")),
    ("lead", re.compile(r"(?i)chủ\s+trì|(?:cơ\s+quan|đơn\s+vị|cá\s+nhân)\s+(?:chủ\s+quản|đầu\s+mối)")),
    (
        "responsible",
        re.compile(
            r"(?i)(?:cơ\s+quan|đơn\s+vị|bộ\s+phận|người|cá\s+nhân|lãnh\s+đạo).{0,30}(?:thực\s+hiện|chịu\s+trách\s+nhiệm|phụ\s+trách|tham\s+mưu|tổ\s+chức|báo\s+cáo)|phân\s+công|trách\s+nhiệm|^(?:người\s+)?phụ\s+trách$|^thực\s+hiện$|^trưởng\s+đoàn$"
        ),
    ),
    ("start", re.compile(rf"(?i)^{_BOUND}bắt\s+đầu|^từ(?:\s+ngày)?$|^(?:ngày\s+)?khởi\s+công$")),
    ("end", re.compile(rf"(?i)^{_BOUND}kết\s+thúc|^đến(?:\s+(?:hết\s+)?ngày)?$")),
    (
        "time",
        re.compile(
            r"(?i)thời\s+(?:gian|hạn|điểm)|tiến\s+độ|lộ\s+trình|hoàn\s+thành|kỳ\s+báo\s+cáo|^(?:tháng|ngày|quý|tuần)(?:\s*[,/–-]\s*(?:tháng|năm|giờ|buổi|thứ|quý))*$|^(?:thứ|buổi|giờ)\s*[,/–-]?\s*ngày|^ngày(?:\s*,\s*|\s+)(?:giờ|tháng|thực|tổ\s+chức|thi|kiểm|họp|làm|diễn|khám|triển|nộp)|^hạn(?:\s|$)|^lịch(?:\s|$)"
        ),
    ),
    ("product", re.compile(r"(?i)sản\s+phẩm|kết\s+quả|đầu\s+ra|hình\s+thức\s+(?:văn\s+bản|thực\s+hiện)")),
    ("money", re.compile(r"(?i)kinh\s+phí|nguồn\s+vốn|ghi\s+chú")),
    (
        "task",
        re.compile(
            r"(?i)nội\s+dung|nhiệm\s+vụ|công\s+việc|hoạt\s+động|giải\s+pháp|tên\s+(?:đề\s+án|dự\s+án|văn\s+bản)|hạng\s+mục|đầu\s+việc|chỉ\s+tiêu|mục\s+tiêu|tiêu\s+chí|chuyên\s+đề|vụ\s+việc"
        ),
    ),
)
# A number of days or hours is no time at which something is due.
_AMOUNT_RE = re.compile(
    r"(?i)(?<!\w)số\s+(?:ngày|buổi|giờ|tiết)|\((?:số\s+)?(?:ngày|buổi|giờ|phút|tiết)\)|thời\s+lượng"
)
_EVENT_RE = re.compile(r"(?i)^tên\s|(?<!\w)(?:lớp|khóa|cuộc|hội\s+(?:thi|nghị)|đợt)(?!\w)")
# "Đơn vị | Nhiệm vụ": who does it; beside "Nội dung kiểm tra" it may be who is inspected.
_DOER_RE = re.compile(
    r"(?i)(?:(?:tên\s+)?(?:cơ\s+quan|đơn\s+vị|bộ\s+phận|tiểu\s+ban|thành\s+viên|họ\s+(?:và\s+)?tên)(?:\s*,\s*(?:cơ\s+quan|đơn\s+vị|cá\s+nhân|địa\s+phương))*)"
)
_TASK_RE = re.compile(r"(?i)nhiệm\s+vụ|công\s+việc|phần\s+việc")
_WHO = frozenset({"lead", "both", "coordinate"})


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
            if name == "task" and table.rows and not _is_worded(table, index):
                continue  # "Chỉ tiêu giao (người)": amounts
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


def _is_worded(table: Table, index: int) -> bool:
    """Whether the cells of a column are words, not amounts, in all its rows."""
    cells = [row.cells[index].strip() if index < len(row.cells) else "" for row in table.rows]
    return sum(bool(re.search(r"[^\W\d_]{2}", cell)) for cell in cells) > len(cells) / 2
