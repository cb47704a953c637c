"""Tables whose cells ran together: the text of a PDF without rulings, or a paste that lost its separators.

"STT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Thời hạn 1. Xây dựng đề án Bộ Y tế Bộ Tài chính, các bộ, ngành Quý I/2027":
where the header stands in running text, two lists of bodies side by side, with no comma between, are who leads and who
helps; the words before them are the task, those after them the product up to a time. What does not fit says nothing,
and the plain rules must not read such text at all: the next row's body would become the subject of this row's words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.facts.agencies import Agency, read_agencies
from ingest.facts.assignments import FoundAssignment
from ingest.facts.blocks import Block
from ingest.facts.dates import normalise_time
from ingest.facts.deadlines import FoundDeadline
from ingest.facts.lexicon import UPPER
from ingest.plan import Range, Role, SourceText

__all__ = ["read_flat_tables"]

_MORE = r"(?:\s*\([^)]{1,60}\))?"
_HEADER_RE = re.compile(
    rf"(?<!\w)(?:STT|TT)(?:\s+[^\s.;:]+){{1,9}}?\s+(?:cơ\s+quan|đơn\s+vị)\s+chủ\s+trì{_MORE}\s+(?:cơ\s+quan|đơn\s+vị)\s+phối\s+hợp{_MORE}"
    r"(?:\s+(?:cấp\s+(?:trình|phê\s+duyệt|ban\s+hành)|(?:dự\s+kiến\s+)?(?:kết\s+quả|sản\s+phẩm)(?:\s*/\s*\S+(?:\s+giá)?)?|(?:thời\s+(?:gian|hạn)|tiến\s+độ)(?:\s+(?:hoàn\s+thành|thực\s+hiện|trình))?|ghi\s+chú)(?!\w))*",
    re.IGNORECASE,
)
_BODY_RE = re.compile(
    rf"(?<=[\s.;)])(?=(?:Các|Bộ|Sở|Ủy|Uỷ|UBND|Ngân|Văn|Ban|Thanh|Công|Bảo|Đài|Thông|Viện|Cơ|Đơn|Tỉnh|Thành|Hội|Liên|Mặt|Quân|Đảng|Tòa|Cục|Phòng|Trung|Kho|Báo)\s|[{UPPER}]{{3,}}\s)"
)
_TIME_RE = re.compile(
    r"(?<!\w)(?:Quý\s+(?:I{1,3}|IV|[1-4])(?!\w)(?:\s*(?:/|năm|-|–)\s*20\d\d)?|Tháng\s+\d{1,2}\s*(?:/|năm)\s*20\d\d|Năm\s+20\d\d(?:\s*[-–]\s*20\d\d)?|20\d\d\s*[-–]\s*20\d\d|Giai\s+đoạn\s+20\d\d\s*[-–]\s*20\d\d"
    r"|(?:Trước|Trong|Từ|Đến|Hoàn\s+thành)\s+(?:[^\s]+\s+){0,4}?(?:[\d/]*20\d\d)(?:\s*[-–]\s*20\d\d)?|(?:Thực\s+hiện|Nhiệm\s+vụ)\s+thường\s+xuyên|Thường\s+xuyên|H[ằà]ng\s+(?:năm|quý|tháng)(?:\s+và\s+từng\s+giai\s+đoạn)?)(?!\w)"
)
_ROW_LABEL_RE = re.compile(rf"(?:^|\s)\d{{1,3}}(?:\.\d{{1,2}})*\.?\s+(?=[{UPPER}])")
# Who approves the row above stands in its last column, before this row's task.
_APPROVES_RE = re.compile(
    rf"(?:(?:Thủ\s+tướng\s+Chính\s+phủ|Chính\s+phủ|Ủy\s+ban\s+Thường\s+vụ\s+Quốc\s+hội|Quốc\s+hội|Ban\s+Chấp\s+hành\s+Trung\s+ương(?:\s+Đảng)?|Bộ\s+Chính\s+trị|Ban\s+Bí\s+thư|Theo\s+thẩm\s+quyền|Cấp\s+có\s+thẩm\s+quyền)(?:\s*,\s*)?)+"
    rf"\s*(?:/\s*(?:PHÊ\s+DUYỆT\s+)?)?(?=[{UPPER}])"
)
_LONGEST_TASK = 220
"""Words in the longest task of a row."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Where one row names who leads and who helps (offsets in the stretch that was read)."""

    leads: tuple[Agency, ...]
    helps: tuple[Agency, ...]
    start: int
    end: int


def _stretches(source: SourceText, blocks: tuple[Block, ...]) -> list[tuple[str, Range]]:
    """Each part of the document from such a header to the end of its annex or chapter: (its path, where)."""
    found: list[tuple[str, Range]] = []
    for block in blocks:
        if block.kind not in {"text", "heading"} or (found and block.start < found[-1][1].end):
            continue
        top = block.chain[0]
        # The header may run over several lines; the stretch begins where its first line does.
        head = _HEADER_RE.search(
            source.clean, block.start, min(top.range.end, block.start + len(block.text) + 240)
        )
        if head and head.start() < block.start + len(block.text):
            found.append((top.path, Range(head.start(), top.range.end)))
    return found


def _rows(text: str) -> list[_Row]:
    found: list[_Row] = []
    reached = 0
    for place in _BODY_RE.finditer(text):
        if place.start() < reached:
            continue
        leads, end = read_agencies(text, place.start())
        gap = re.compile(rf"\s+(?=[{UPPER}])").match(text, end) if leads else None
        helps, stop = read_agencies(text, gap.end()) if gap else ((), end)
        if leads and helps:
            found.append(_Row(leads, helps, place.start(), stop))
            reached = stop
    return found


def _task(words: str) -> tuple[int, str]:
    """The task at the end of the words before a row's bodies: (where it begins, its words)."""
    labels = list(_ROW_LABEL_RE.finditer(words))
    start = labels[-1].end() if labels and words[labels[-1].end() :].strip() else 0
    start += len(words[start:]) - len(words[start:].lstrip(" \n.;:,-–_"))
    above = _APPROVES_RE.match(words, start)
    start = above.end() if above else start
    return start, re.sub(r"\s+", " ", words[start:]).strip(" .;:,")


def read_flat_tables(
    source: SourceText, blocks: tuple[Block, ...], year: int | None
) -> tuple[tuple[Block, ...], tuple[FoundAssignment, ...], tuple[FoundDeadline, ...]]:
    """Read the tables that ran together: (the lines outside them, assignments, deadlines) in clean offsets."""
    stretches = _stretches(source, blocks)
    assignments: list[FoundAssignment] = []
    deadlines: list[FoundDeadline] = []
    for path, where in stretches:
        said, due = _facts(source.clean[where.start : where.end], where.start, path, year)
        assignments += said
        deadlines += due
    places = [where for _, where in stretches]
    rest = tuple(kept for block in blocks if (kept := _outside(block, places)) is not None)
    return rest, tuple(assignments), tuple(deadlines)


def _outside(block: Block, places: list[Range]) -> Block | None:
    """A line without what belongs to a table that ran together; None where nothing is left."""
    if block.kind == "footnote":
        return block
    if any(where.start <= block.start < where.end for where in places):
        return None
    cut = min(
        (where.start for where in places if block.start < where.start < block.start + len(block.text)),
        default=None,
    )
    return block if cut is None else replace(block, text=block.text[: cut - block.start])


def _facts(
    stretch: str, base: int, path: str, year: int | None
) -> tuple[list[FoundAssignment], list[FoundDeadline]]:
    # A header that a new page repeats is blanked, letter for letter, so that offsets stay.
    text = _HEADER_RE.sub(lambda head: " " * len(head[0]), stretch)
    rows = _rows(text)
    assignments: list[FoundAssignment] = []
    deadlines: list[FoundDeadline] = []
    begin = 0
    for index, row in enumerate(rows):
        after = rows[index + 1].start if index + 1 < len(rows) else len(text)
        time = _TIME_RE.search(text, row.end, after)
        skip, task = _task(text[begin : row.start])
        where = Range(base + begin + skip, base + row.end)
        begin = time.end() if time else row.end
        if not 2 <= len(task.split()) <= _LONGEST_TASK:
            continue
        when = re.sub(r"\s+", " ", time[0]) if time else None
        product = re.sub(r"\s+", " ", text[row.end : time.start()]).strip(" .;:,") or None if time else None
        place = f"{path}/row {index + 1}"
        bodies: list[tuple[Agency, Role]] = [(one, "lead") for one in row.leads]
        bodies += [(one, "coordinate") for one in row.helps]
        for one, role in bodies:
            at = Range(base + one.start, base + one.end)
            assignments.append(FoundAssignment(one.name, role, task, place, where, at, when, product))
        if time and when and normalise_time(when, year):
            owners = "; ".join(dict.fromkeys(one.name for one in row.leads))
            span = Range(where.start, base + time.end())
            deadlines.append(FoundDeadline(task, when, normalise_time(when, year), place, span, owners))
    return assignments, deadlines
