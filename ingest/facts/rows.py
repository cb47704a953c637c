"""Facts of table rows: the header says which cell is the task, who leads, who coordinates, when, what comes out.

A cell with several tasks (bullets) gives one assignment each; a row's time gives one deadline for each task.
Tables of targets are read by ``goal_tables.py``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.facts.dates import normalise_time
from ingest.facts.deadlines import FoundDeadline
from ingest.facts.goal_tables import read_goals
from ingest.facts.held import FoundAssignment
from ingest.facts.row_cells import CELL_BREAK_RE, cell_words, row_range
from ingest.facts.row_shift import realigned
from ingest.facts.sentences import strip_label
from ingest.facts.targets import FoundTarget
from ingest.facts.values import read_bodies
from ingest.plan import Range, Role, Table, TableRow

__all__ = ["read_rows"]

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
    (
        "time",
        re.compile(
            r"(?i)thời\s+(?:gian|hạn|điểm)|tiến\s+độ|lộ\s+trình|hoàn\s+thành|kỳ\s+báo\s+cáo|^(?:tháng|ngày|quý)$"
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
_BARE_UNIT_RE = re.compile(r"(?i)(tháng|quý)(?:\s+thực\s+hiện)?")
_WHO = frozenset({"lead", "both", "coordinate"})
_LONGEST_BODY = 110
"""Letters in the longest name of a body; a longer "name" is a task in the wrong column."""
# "nt", "như trên", a ditto mark: what the cell above says.
_DITTO_RE = re.compile(r"(?i)\W{0,2}(?:nt|n\.t\.?|như\s+trên)\W{0,2}|[\"”“″〃]{1,2}|//")
_PIECE_LABEL_RE = re.compile(r"(?i)\s*(?:cơ\s+quan\s+|đơn\s+vị\s+)?(?P<role>chủ\s+trì|phối\s+hợp)\s*:\s*")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a cell: its words and their clean range."""

    text: str
    range: Range


def _columns(header: tuple[str, ...]) -> dict[str, int]:
    """Which column plays which part; the first that fits wins, and no column plays two."""
    found: dict[str, int] = {}
    taken: set[int] = set()
    for name, shape in _COLUMNS:
        for index, words in enumerate(header):
            if name == "time" and _AMOUNT_RE.search(words):
                continue
            if index not in taken and name not in found and shape.search(words.strip()):
                found[name] = index
                taken.add(index)
    if "task" not in found and _WHO & found.keys():
        # A table that says who leads is one of tasks, whatever its column of tasks is called.
        left = [index for index in range(len(header)) if index not in taken]
        if len(left) == 1:
            found["task"] = left[0]
    if "task" not in found and "time" in found:
        left = [i for i, words in enumerate(header) if i not in taken and _EVENT_RE.search(words.strip())]
        if left:
            found["task"] = left[0]
    return found


def _cell_time(time: str, head: str, year: int | None) -> str | None:
    """The normal form of a cell of times; a bare "5, 6" under "Tháng" or "II" under "Quý" takes the head's word."""
    unit = _BARE_UNIT_RE.fullmatch(head.strip())
    bare = unit and re.match(r"(?:\d{1,2}|IV|I{1,3})(?!\w|[/.-]\d{1,2}[/.-])", time)
    return normalise_time(f"{unit[1]} {time}" if unit and bare else time, year)


def _pieces(row: TableRow, index: int | None) -> list[_Piece]:
    """The paragraphs of a cell, each without its own bullet; a cell without bullets is one piece."""
    if index is None or index >= len(row.cells) or not row.cells[index].strip():
        return []
    cell, start = row.cells[index], row.cell_ranges[index].start
    parts: list[_Piece] = []
    at = 0
    for words in CELL_BREAK_RE.split(cell):
        label = strip_label(words)
        body = words[label:].strip()
        if body:
            begin = at + words.index(body, label) if body in words[label:] else at + label
            parts.append(_Piece(body, Range(start + begin, start + begin + len(body))))
        at += len(words) + 1
    bulleted = [strip_label(words) > 0 for words in CELL_BREAK_RE.split(cell) if words.strip()]
    if len(parts) > 1 and not all(bulleted):
        whole = " ".join(part.text for part in parts)
        return [_Piece(whole, Range(parts[0].range.start, parts[-1].range.end))]
    return parts


def _filled(rows: tuple[TableRow, ...], columns: dict[str, int]) -> list[TableRow]:
    """Rows with what they leave to the row above: "nt" in any cell, and the leader where its cell is empty.

    An empty leader's cell is one that spans several rows, with the empty cells beside it; a row that opens a coarser number (II after 1.2) begins anew.
    """
    found: list[TableRow] = []
    heads = [columns[name] for name in ("lead", "both", "responsible") if name in columns]
    taken = [
        columns[name] for name in ("lead", "both", "responsible", "coordinate", "time") if name in columns
    ]
    for row in rows:
        above = found[-1] if found else None
        cells, places = list(row.cells), list(row.cell_ranges)
        if above is not None and above.group == row.group and len(above.cells) == len(cells):
            open_lead = (
                not any(cells[i].strip() for i in heads if i < len(cells))
                and bool((cell_words(row, columns["task"]) or "").strip())
                and _depth(row.number) >= _depth(above.number)
            )
            task = columns["task"]
            if (
                task < len(cells)
                and not cells[task].strip()
                and any(cells[i].strip() for i in heads if i < len(cells))
            ):
                cells[task], places[task] = above.cells[task], above.cell_ranges[task]
            for i in taken:
                ditto = i < len(cells) and _DITTO_RE.fullmatch(cells[i].strip())
                # Where the leader's cell spans rows, the empty cells beside it span them too.
                if i < len(cells) and (ditto or (open_lead and not cells[i].strip())):
                    cells[i], places[i] = above.cells[i], above.cell_ranges[i]
        found.append(replace(row, cells=tuple(cells), cell_ranges=tuple(places)))
    return found


def _depth(number: str) -> int:
    """How fine a row's number is: "II" 0, "1" 1, "1.2" 2."""
    return 0 if re.fullmatch(r"[IVXLCA-HĐ]+", number) else 1 + number.count(".")


def _actors(row: TableRow, index: int | None, role: Role) -> list[tuple[str, Role, Range]]:
    """Who stands in a cell; what the grammar does not know stays as written, one body a paragraph."""
    if index is None or index >= len(row.cells):
        return []
    cell, start = row.cells[index], row.cell_ranges[index].start
    found: list[tuple[str, Role, Range]] = []
    at = 0
    for words in CELL_BREAK_RE.split(cell):
        label = strip_label(words)
        named = _PIECE_LABEL_RE.match(words, label)
        if named:
            label = named.end()
            role = "lead" if named["role"].lower().startswith("chủ") else "coordinate"
        found.extend(
            (one.name, its, Range(start + at + one.start, start + at + one.end))
            for one, its in read_bodies(words, label, len(words), role)
        )
        at += len(words) + 1
    return found


def _duties(
    row: TableRow, columns: dict[str, int], header: tuple[str, ...], year: int | None
) -> tuple[list[FoundAssignment], list[FoundDeadline]]:
    actors = _actors(row, columns.get("lead"), "lead")
    actors += _actors(row, columns.get("both"), "responsible")
    actors += _actors(row, columns.get("responsible"), "responsible")
    owners = [name for name, role, _ in actors if role != "coordinate"]
    actors += _actors(row, columns.get("coordinate"), "coordinate")
    if any(len(name) > _LONGEST_BODY or not re.search(r"[^\W\d_]{2}", name) for name, _, _ in actors):
        return [], []  # the row is shifted against its header: silence is better than a wrong leader
    time, product = cell_words(row, columns.get("time")), cell_words(row, columns.get("product"))
    normal = _cell_time(time, header[columns["time"]], year) if time else None
    assignments: list[FoundAssignment] = []
    deadlines: list[FoundDeadline] = []
    for piece in _pieces(row, columns.get("task")):
        task = piece.text.rstrip(" .;:,")
        for name, role, place in actors:
            assignments.append(
                FoundAssignment(
                    name, role, task, row.path, row_range(row, piece.range, place), place, time, product
                )
            )
        if time and (actors or normal):
            where = row_range(row, piece.range, row.cell_ranges[columns["time"]])
            who = "; ".join(dict.fromkeys(owners)) or None
            deadlines.append(FoundDeadline(task, time, normal, row.path, where, who))
    return assignments, deadlines


def read_rows(
    tables: tuple[Table, ...], year: int | None
) -> tuple[tuple[FoundAssignment, ...], tuple[FoundDeadline, ...], tuple[FoundTarget, ...]]:
    """Read the rows of all tables: (assignments, deadlines, targets) with clean offsets."""
    assignments: list[FoundAssignment] = []
    deadlines: list[FoundDeadline] = []
    targets: list[FoundTarget] = []
    for table in tables:
        columns = _columns(table.header)
        if "task" in columns and {"lead", "both", "responsible", "coordinate", "time"} & columns.keys():
            for row in _filled(tuple(realigned(row, columns) for row in table.rows), columns):
                duties, times = _duties(row, columns, table.header, year)
                assignments.extend(duties)
                deadlines.extend(times)
        targets.extend(read_goals(table))
    return tuple(assignments), tuple(deadlines), tuple(targets)
