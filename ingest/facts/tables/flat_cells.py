"""The cells of a row whose table ran together: where bodies and times stand side by side with nothing between.

In: the running text and what the header's columns are. Out: for each row the cells that have a shape of their own (who
leads, who helps, when, who approves); the words between two rows are the task. A body that the text only mentions has no
such neighbour. The order of the columns is the header's: "task, time, lead, help" as well as "task, lead, help, time".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ingest.facts.bodies.agencies import Agency, read_agencies
from ingest.facts.bodies.agency_grammar import FIELD_RE
from ingest.facts.language.lexicon import LOWER, UPPER
from ingest.facts.language.verbs import starts_predicate
from ingest.facts.times.cell_times import CELL_TIME_RE
from ingest.plan import Range
from ingest.spelling import spaced, spaced_re

__all__ = [
    "APPROVES_RE",
    "BODY_RE",
    "CLOSED",
    "GOVERNED_RE",
    "Chain",
    "Column",
    "find_chains",
    "read_cell",
    "read_header",
]

Column = Literal["task", "target", "lead", "coordinate", "responsible", "time", "approver", "product", "note"]
_BODY_NAME = spaced(
    r"(?:cơ quan|đơn vị|bộ phận|bộ, ngành|sở, ngành)(?:\s*,?\s*(?:đơn vị|địa phương|tổ chức|cá nhân))*"
)
_COLUMNS: tuple[tuple[Column, str], ...] = (
    ("lead", spaced(rf"{_BODY_NAME} (?:chủ trì|đầu mối|chủ quản)(?:\s*,? (?:thực hiện|tham mưu|soạn thảo|theo dõi|trình|triển khai)(?!\w))*|chủ trì(?: thực hiện)?")),
    ("coordinate", spaced(rf"{_BODY_NAME} phối hợp(?: thực hiện)?|phối hợp(?: thực hiện)?")),
    ("responsible", spaced(rf"{_BODY_NAME} (?:thực hiện|chịu trách nhiệm|tham mưu|phụ trách)(?: thực hiện)?")),
    ("time", spaced(r"(?:dự kiến )?(?:thời (?:gian|hạn)|tiến độ|hoàn thành|(?:ngày )?bắt đầu (?:ngày )?kết thúc)(?: (?:hoàn thành|thực hiện|triển khai|trình|báo cáo|ban hành)(?!\w))*")),
    ("approver", spaced(r"(?:cấp|cơ quan) (?:có thẩm quyền )?(?:trình|phê duyệt|ban hành)(?:\s*[/,]?\s*(?:phê duyệt|ban hành|trình))*")),
    ("product", spaced(r"(?:dự kiến )?(?:kết quả|sản phẩm|hình thức văn bản)(?:\s*[/,]?\s*(?:sản phẩm|kết quả|đầu ra|hoàn thành|thực hiện|dự kiến|đánh giá)(?!\w))*")),
    ("target", spaced(r"mục tiêu(?!\s*,?\s*(?:và )?(?:tên|chỉ tiêu|nhiệm vụ|nội dung)(?!\w)| \d{1,2}\s*[:.])(?: (?:đến )?(?:năm )?20\d\d(?:\s*-\s*20\d\d)?)?")),
    ("note", spaced(r"ghi chú|lộ trình(?: thực hiện)?")),
)  # fmt: skip
_COLUMN_RE = re.compile(
    "|".join(rf"(?P<{name}>(?<!\w)(?:{shape})(?!\w))" for name, shape in _COLUMNS), re.IGNORECASE
)
_COUNT_RE = re.compile(r"(?<!\w)(?:STT|TT|Stt|Số\s+TT)(?!\w)")
_MORE_RE = re.compile(r"(?:\s*\([^)]{1,60}\))?(?:\s+\([^)]{1,60}\))?")
_TASK_WORDS = 18
_SPARE_WORDS = 3
"""Words of a column's name that no list knows ("CƠ QUAN PHỐI HỢP CHÍNH")."""

_BODY_HEADS = (
    "Các|Bộ|Sở|Ủy|Uỷ|UBND|HĐND|Ngân|Văn|Ban|Thanh|Công|Bảo|Đài|Thông|Viện|Cơ|Đơn|Tỉnh|Thành|Hội|Liên|Mặt|Quân|Đảng"
    "|Tòa|Cục|Phòng|Trung|Kho|Báo|Địa|Doanh|Chủ|Thủ|Giám|Trường|Tổ|Chi"
)
BODY_RE = re.compile(rf"(?<=[\s.;)])(?=(?:{_BODY_HEADS})\s|[{UPPER}]{{3,}}\s)")
# After these words a body is mentioned inside a sentence.
GOVERNED_RE = spaced_re(
    r"(?:[,(“/]|(?<!\w)(?:của|do|bởi|với|và|cho|tại|trình|giúp|gồm|về|giao|là|hoặc|từ|ở|theo|thuộc|cùng|trong|các|đến|vào|giữa|mà|để|đối|chủ tịch|thường trực|lãnh đạo)) $",
    re.IGNORECASE,
)
_PLACES_RE = spaced_re(
    rf"\s*,\s*(?:(?:các )?tỉnh\s*,\s*thành phố(?: trực thuộc [tT]rung ương)?|(?:Thành phố|thành phố|tỉnh) [{UPPER}][{LOWER}]+(?: (?!(?:Các|Bộ|Sở|Ủy|Uỷ|UBND|Ngân|Văn|Ban|Thanh tra|Công an|Bảo|Đài|Viện|Cơ|Đơn|Hội|Liên|Mặt|Đảng|Tòa|Cục|Chi cục|Trung tâm|Thủ)\s)[{UPPER}][{LOWER}]+){{0,3}})(?!\w)"
)
_PLACE_LIST_RE = spaced_re(
    r"(?:Các )?(?:[đĐ]ịa phương|[tT]ỉnh\s*,\s*thành phố)(?: trực thuộc [tT]rung ương)?(?!\w)"
)
# What a cell adds to its body: "chủ trì hướng dẫn, tổng hợp", "theo chức năng quản lý"; in small letters.
_TAIL_RE = re.compile(rf"(?:\s*,?\s+(?![{UPPER}\d(])[^\s.;:]+){{1,30}}?(?=\s+[{UPPER}\d]|\s*[.;\n]|\s*$)")
_ITEM_RE = re.compile(r"\s*(?:\d{1,2}[.)]|\(\d{1,2}\)|[-+])\s+")
APPROVES_RE = spaced_re(
    r"(?:(?:Thủ tướng Chính phủ|Chính phủ|Ủy ban [Tt]hường vụ Quốc hội|Quốc hội|Ban Chấp hành Trung ương(?: Đảng)?|Bộ Chính trị|Ban Bí thư|Theo thẩm quyền|(?:Các )?[Cc]ấp có thẩm quyền)(?:\s*[,/]\s*)?)+(?:\s*PHÊ DUYỆT)?"
)
# A department's name is whole: what begins behind it is the next cell ("Sở KH&CN | Sở Tư pháp").
_WHOLE_RE = spaced_re(
    r"(?:Văn phòng (?:UBND|HĐND|[ỦU][yỷ] ban nhân dân|Hội đồng nhân dân|Đoàn ĐBQH(?: và HĐND)?|Tỉnh ủy|Thành ủy|Đảng ủy)|Sở|Bộ|UBND|Ủy ban nhân dân|Công an|BHXH|Bảo hiểm|Tỉnh đoàn|Trung tâm|Phòng|Chi cục)\s"
)
# The first word behind these is of the name, verb or not: "Phòng Quản lý đất đai", "Văn phòng Đăng ký đất đai".
_NAMED_ON_RE = spaced_re(r"(?:Phòng|Chi cục|Cục|Vụ|Trung tâm|Văn phòng|Ban|Tổ|Đội|Quỹ|Trạm|Viện) \S+")
_NAME_REST_RE = re.compile(
    rf"(?:\s(?!(?:chủ|phối|theo|trong|thuộc|trên|hướng|tổng|thực|để|khi|các)\s)[{LOWER}]+){{1,6}}(?=\s*(?:[{UPPER}\d;\n]|$))"
)
_NEXT_RE = spaced_re(
    r"(?:Sở|Bộ|UBND|Ủy ban|Công an|Hội|Ban|Bảo (?:hiểm|tàng)|BHXH|Các|Văn phòng|Thanh tra|Trung tâm|Phòng|Bưu điện|Tỉnh đoàn|Đoàn|Mặt trận|Liên (?:đoàn|minh)|Trường|Viện|Chi cục|Cục|Thuế|Đài|Báo|Kho bạc|Ngân hàng)\s"
)
_LONGEST_PRODUCT = 60
_NEXT_ROW_RE = re.compile(rf"\n\s*\d{{1,3}}\.?\s+(?=[{UPPER}])")
_LONGEST_ITEM = 420
"""Letters in what one item of a numbered cell tells of its body."""
CLOSED = frozenset({"lead", "coordinate", "responsible", "time", "approver"})


@dataclass(frozen=True, slots=True)
class Who:
    """The bodies of one cell and where the cell ends; ``loose`` where words in small letters follow them."""

    bodies: tuple[Agency, ...]
    end: int
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """The closed cells of one row (offsets of the text that was read)."""

    start: int
    end: int
    bodies: tuple[tuple[Column, tuple[Agency, ...]], ...]
    time: Range | None
    product: Range | None
    cells: int
    loose: bool

    @property
    def rank(self) -> tuple[int, bool]:
        """More cells say more surely that this is a row; words behind a body less so."""
        return self.cells, not self.loose


def read_header(text: str, start: int, end: int) -> tuple[tuple[Column, ...], Range] | None:
    """The columns that a header in running text names, and where it stands.

    >>> read_header("TT Nhiệm vụ Thời hạn hoàn thành Cơ quan chủ trì Cơ quan phối hợp I", 0, 66)[0]
    ('task', 'time', 'lead', 'coordinate')
    >>> read_header("TT Tỉnh ủy giao báo cáo. Cơ quan chủ trì", 0, 40) is None
    True
    """
    count = _COUNT_RE.search(text, start, end)
    if count is None:
        return None
    columns: list[Column] = ["task"]
    at = count.end()
    for found in _COLUMN_RE.finditer(text, at, min(len(text), at + 420)):
        between = text[at : found.start()]
        if len(between.split()) > (_TASK_WORDS if len(columns) == 1 else _SPARE_WORDS) or re.search(
            r"[.;:]", between
        ):
            break
        name: Column = found.lastgroup  # type: ignore[assignment]
        if name in columns or (len(columns) == 1 and not between.strip()):
            return None
        columns.append(name)
        more = _MORE_RE.match(text, found.end())
        at = more.end() if more else found.end()
    return (tuple(columns), Range(count.start(), at)) if {"lead", "responsible"} & set(columns) else None


def read_cell(text: str, at: int, end: int) -> Who | None:
    """One cell of bodies that begins at ``at``: a list, or a numbered list with what each does."""
    item = _ITEM_RE.match(text, at, end)
    if item is None:
        return _listed(text, at, end)
    bodies: list[Agency] = []
    reached = at
    while item and (one := _listed(text, item.end(), end)):
        bodies += one.bodies
        # What an item tells of its body reaches to the next number; that of the last one, to the next capital.
        item = _next_item(text, item, end)
        reached = item.start() if item else one.end
    return Who(tuple(bodies), reached, loose=True) if bodies else None


def _next_item(text: str, item: re.Match[str], end: int) -> re.Match[str] | None:
    number = re.search(r"\d+", item[0])
    if number is None:
        return None
    shape = rf"(?<=[\s.;])\(?{int(number[0]) + 1}[.)]\s+(?=\S)"
    return re.compile(shape).search(text, item.end(), min(end, item.end() + _LONGEST_ITEM))


def _own(text: str, bodies: tuple[Agency, ...], end: int) -> tuple[Agency, ...]:
    """The bodies without the first words of the next cell, which the last of them took for its place's name."""
    if not bodies:
        return bodies
    last = bodies[-1]
    whole = _WHOLE_RE.match(text, last.start, last.end)
    named = _NAMED_ON_RE.match(text, last.start, last.end)
    first = max([last.start, *(found.end() - 1 for found in (whole, named) if found)])
    for word in re.compile(rf"\s+(?=[{UPPER}\d])").finditer(text, first, last.end):
        if text[: word.start()].endswith(" và"):
            continue
        begins = (
            CELL_TIME_RE.match(text, word.end(), end)
            or starts_predicate(text, word.end())
            or ((whole or named) and _NEXT_RE.match(text, word.end(), end))
        )
        if begins and _reads_whole(text[: word.start()], last.start, named=named is not None):
            return (*bodies[:-1], replace(last, name=text[last.start : word.start()], end=word.start()))
    return bodies


def _reads_whole(text: str, start: int, *, named: bool) -> bool:
    """Whether the words from ``start`` to the end are bodies and nothing else."""
    reached = read_agencies(text, start)[1]
    rest = _NAME_REST_RE.match(text, reached) if named else None
    return reached == len(text) or (rest is not None and rest.end() == len(text))


def _whole_name(text: str, bodies: tuple[Agency, ...], end: int) -> tuple[Agency, ...]:
    """The bodies, the last of them with the small letters that end its name: "Chi cục Phát triển nông thôn"."""
    last = bodies[-1] if bodies else None
    if last is None or not _NAMED_ON_RE.match(text, last.start, end):
        return bodies
    rest = _NAME_REST_RE.match(text, last.end, end)
    if rest is None:
        return bodies
    return (*bodies[:-1], replace(last, name=text[last.start : rest.end()], end=rest.end()))


def _listed(text: str, at: int, end: int) -> Who | None:
    bodies: list[Agency] = []
    reached = at
    while True:
        here = _whole_name(text, _own(text, read_agencies(text, reached)[0], end), end)
        stop = here[-1].end if here else reached
        if not here and (place := _PLACE_LIST_RE.match(text, reached, end)):
            here, stop = (Agency(place[0], reached, place.end(), collective=True),), place.end()
        if not here:
            break
        bodies += here
        reached = stop
        while more := _PLACES_RE.match(text, reached, end):
            last = bodies[-1]
            if last.collective and "tỉnh" in more[0]:
                bodies[-1] = Agency(text[last.start : more.end()], last.start, more.end(), collective=True)
            else:
                begin = more.end() - len(more[0].lstrip(" ,"))
                bodies.append(Agency(text[begin : more.end()], begin, more.end()))
            reached = more.end()
        comma = re.compile(r"\s*[,;]\s*(?:và\s+)?").match(text, reached, end)
        if comma is None:
            break
        field = FIELD_RE.match(text, comma.end(), end)
        heads = re.compile(r"(?:Ủy|Uỷ|Hội|Viện|Tòa|Toà|Ngân|Đài|Tổng|Tập|Liên|Mặt)\s").match(
            text, comma.end()
        )
        if (
            field
            and not heads
            and not read_agencies(text, comma.end())[0]
            and bodies[-1].name.startswith(("Bộ ", "Sở "))
        ):
            # "Bộ Xây dựng, Khoa học và Công nghệ, các bộ": the head of the first is meant for the next.
            head = bodies[-1].name.split()[0]
            bodies.append(Agency(f"{head} {field[0]}", field.start(), field.end()))
            reached = field.end()
            comma = re.compile(r"\s*[,;]\s*(?:và\s+)?").match(text, reached, end)
            if comma is None:
                break
        reached = comma.end()
    if not bodies:
        return None
    reached = bodies[-1].end
    bracket = re.compile(r"\s*\([^()]{1,80}\)").match(text, reached, end)
    reached = bracket.end() if bracket else reached
    tail = _TAIL_RE.match(text, reached, end)
    return Who(tuple(bodies), tail.end() if tail else reached, tail is not None)


def _chain(text: str, at: int, columns: Sequence[Column], end: int) -> Chain | None:
    """The closed cells that stand side by side from ``at`` on, in the header's order."""
    bodies: list[tuple[Column, tuple[Agency, ...]]] = []
    time: Range | None = None
    product: Range | None = None
    place = reached = at
    cells = 0
    loose = False
    rest = list(columns)
    while rest:
        column = rest.pop(0)
        if column == "product" and cells:
            found = _product(text, reached, rest, end)
            if found:
                product, time = found
                place = reached = time.end
                cells += 1
                rest.remove("time")
            continue
        if column not in CLOSED:
            continue
        gap = re.compile(r"[.;]?\s*").match(text, reached, end)
        place = gap.end() if gap else reached
        if column == "time":
            when = CELL_TIME_RE.match(text, place, end)
            if when:
                time, reached = Range(when.start(), when.end()), when.end()
                cells += 1
            continue
        if column == "approver":
            by = APPROVES_RE.match(text, place, end)
            if by and cells:
                reached = by.end()
            continue
        who = read_cell(text, place, end)
        if who:
            bodies.append((column, who.bodies))
            reached, loose = who.end, loose or who.loose
            cells += 1
    if cells < 2 or not bodies:
        return None
    return Chain(at, reached, tuple(bodies), time, product, cells, loose)


def _product(text: str, at: int, rest: Sequence[Column], end: int) -> tuple[Range, Range] | None:
    """The words of a product up to the time behind it: (product, time)."""
    if "time" not in rest:
        return None
    for when in re.compile(rf"(?<=\s)(?:{CELL_TIME_RE.pattern})").finditer(text, at, end):
        words = text[at : when.start()]
        if len(words.split()) > _LONGEST_PRODUCT or _NEXT_ROW_RE.search(words):
            return None  # the time is of a row below
        return Range(at, when.start()), Range(when.start(), when.end())
    return None


def _starts(text: str, columns: Sequence[Column]) -> Iterator[int]:
    """Where the first closed cell of a row may begin."""
    first = next(column for column in columns if column in CLOSED)
    found = {place.start() for place in BODY_RE.finditer(text)}
    if first == "time":
        # A row whose time is blank begins with its bodies.
        times = re.compile(rf"(?<=[\s.;)])(?={CELL_TIME_RE.pattern})").finditer(text)
        found |= {place.start() for place in times}
    if first != "time":
        items = re.compile(rf"(?:^|(?<=\n))1\.\s+(?=(?:{_BODY_HEADS})\s)").finditer(text)
        found |= {item.start() for item in items}
    for at in sorted(found):
        if first == "time" and text[max(0, at - 4) : at].lower() == "năm ":
            continue  # "đến năm 2050" ends a task
        if not GOVERNED_RE.search(text, max(0, at - 12), at):
            yield at


def find_chains(text: str, columns: Sequence[Column]) -> list[Chain]:
    """Every row's closed cells, in reading order; of two that overlap the one that has more cells.

    >>> text = "Xây dựng đề án của Bộ Y tế về dân số Bộ Y tế Bộ Tài chính Quý I/2027 Rà soát"
    >>> [chain] = find_chains(text, ("task", "lead", "coordinate", "time"))
    >>> text[chain.start : chain.end]
    'Bộ Y tế Bộ Tài chính Quý I/2027'
    """
    found: list[Chain] = []
    for at in _starts(text, columns):
        if found and at < found[-1].end and found[-1].rank[0] > 2 and not found[-1].loose:
            continue
        chain = _chain(text, at, columns, len(text))
        if chain is None:
            continue
        if found and chain.start < found[-1].end:
            if chain.rank > found[-1].rank:
                found[-1] = chain
            continue
        found.append(chain)
    return found
