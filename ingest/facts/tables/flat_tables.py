"""Tables whose cells ran together: the text of a PDF without rulings, or a paste that lost its separators.

"STT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Thời hạn 1. Xây dựng đề án Bộ Y tế Bộ Tài chính, các bộ, ngành Quý I/2027":
where the header stands in running text, bodies and times side by side, with no comma between, are the cells of a row
(``flat_cells``); the words before them are the task. What does not fit says nothing, and the plain rules must not read
such text at all: the next row's body would become the subject of this row's words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.facts.amounts.targets import FoundTarget
from ingest.facts.bodies.agencies import Agency
from ingest.facts.due.deadlines import FoundDeadline
from ingest.facts.language.blocks import Block
from ingest.facts.language.comparators import comparator_of, read_number
from ingest.facts.language.lexicon import UPPER
from ingest.facts.tables.flat_cells import APPROVES_RE, Chain, Column, find_chains, read_header
from ingest.facts.tables.flat_endings import find_endings, find_timed, is_weak
from ingest.facts.tables.row_numbers import product_counts, task_counts
from ingest.facts.tasks.held import FoundAssignment
from ingest.facts.times.dates import normalise_time
from ingest.plan import Range, Role, Section, SourceText
from ingest.spelling import spaced_re

__all__ = ["FlatFacts", "read_flat_tables"]

_ROW_LABEL_RE = re.compile(rf"(?:^|\s)(?P<number>\d{{1,3}}(?:\.\d{{1,2}})*)\.?\s+(?=[{UPPER}])")
# The heading of a group stands before the first task of it: "II XÁC LẬP MÔ HÌNH TĂNG TRƯỞNG MỚI".
_GROUP_RE = re.compile(rf"(?:[IVX]{{1,5}}\.?\s+)?(?:[{UPPER}\d,;/()\"“”–-]+(?=\s)\s+){{3,}}(?=[{UPPER}])")
_ROMAN_RE = re.compile(rf"[IVX]{{1,5}}\.?\s+(?=[{UPPER}])")
# Who approves the row above stands in its last column, before this row's task.
_APPROVED_RE = re.compile(rf"{APPROVES_RE.pattern}\s*(?=[{UPPER}\d])")
_NUMBER = r"\d+(?:\.\d{3})*(?:,\d+)?\.?"
_VALUE_RE = re.compile(
    rf"(?<!\S)(?<!năm )(?P<value>(?P<words>(?:(?:[Pp]hấn đấu|[Kk]hông quá|[Dd]ưới|[Đđ]ạt|[Tt]rên|[Tt]ối thiểu|[Kk]hoảng)\s+)*)(?P<sign>[≥≤><]\s*)?(?P<low>{_NUMBER})(?:\s*[-–]\s*(?P<high>{_NUMBER}))?\s*(?P<percent>%)?)$"
)
# A product told between the task and its bodies: "... cấp huyện Quyết định công bố"; behind a verb or "của" it is the task's own.
_PRODUCT_RE = spaced_re(
    r"(?<=[\w)”\"])(?<!\bhành)(?<!\bdựng)(?<!\btrình)(?<!\bhiện)(?<!\bkhai)(?<!\blập)(?<!\bduyệt)(?<!\btheo)(?<!\bcủa)(?<!\bvề)(?<!\bcác)(?<!\bvà)(?<!\btrong)(?<!\btại)(?<!\bquyết)(?<!\bvới)(?<!\bbằng)"
    r" (?=(?:Quyết định|Kế hoạch|Báo cáo|Đề án|Tờ trình|Nghị quyết|Văn bản|Công văn|Hệ thống|Phương án|Quy trình|Quy chế|Quy định|Hướng dẫn|Chương trình|Hội nghị|Hồ sơ"
    r"|Danh (?:mục|sách)|Dự thảo|Thông báo|Biên bản|Chỉ thị|Sổ tay|Mô hình|Ứng dụng|Cơ sở dữ liệu|CSDL|Nền tảng|Phần mềm|Kết quả|Bộ (?:tiêu chí|chỉ số)|Bản đồ|Tài liệu|Lớp|Tin, bài)(?!\w))"
)
_LONGEST_PRODUCT = 16
_TWO_DAYS_RE = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{4})?\s+\d{1,2}/\d{1,2}(?:/\d{4})?")
"""The cells of two columns, beginning and end."""
_UNIT_RE = re.compile(r"\(([^()]{1,30})\)\s*$")
_LONGEST_TASK = 220
"""Words in the longest task of a row."""
_FEWEST_ROWS = 3
"""Rows below a header that names one column of bodies only."""
_ROLES: dict[Column, Role] = {"lead": "lead", "coordinate": "coordinate", "responsible": "responsible"}


@dataclass(frozen=True, slots=True)
class FlatFacts:
    """The lines outside such tables, and what the tables say (clean offsets)."""

    blocks: tuple[Block, ...]
    assignments: tuple[FoundAssignment, ...]
    deadlines: tuple[FoundDeadline, ...]
    targets: tuple[FoundTarget, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of the document from such a header to the end of its table."""

    path: str
    where: Range
    columns: tuple[Column, ...]

    def chains(self, text: str) -> list[Chain]:
        """The rows' closed cells; none where a header with one such column is followed by hardly any row."""
        if not is_weak(self.columns):
            found = find_chains(text, self.columns)
            found += find_timed(text, self.columns, found)
            ended = find_endings(text, self.columns, found)
            found += ended if len(ended) >= _FEWEST_ROWS else []
            return sorted(found, key=lambda chain: chain.start)
        found = find_endings(text, self.columns)
        return found if len(found) >= _FEWEST_ROWS else []


def _stretches(source: SourceText, blocks: tuple[Block, ...]) -> list[_Stretch]:
    found: list[_Stretch] = []
    for block in blocks:
        if block.kind not in {"text", "heading"} or (found and block.start < found[-1].where.end):
            continue
        # The header may run over several lines; the stretch begins where its first line does.
        head = read_header(source.clean, block.start, block.start + len(block.text))
        if head is None:
            continue
        columns, where = head
        top = block.chain[0]
        place = next((s for s in reversed(block.chain) if s.kind not in {"bullet", "row"}), top)
        end = min((at for at in _headed(top) if at >= where.end), default=top.range.end)
        stretch = _Stretch(place.path, Range(where.start, end), columns)
        # What a weak header does not read is left to the plain rules.
        if not is_weak(columns) or stretch.chains(source.clean[where.end : end]):
            found.append(stretch)
    return found


def _headed(top: Section) -> list[int]:
    """Where the sections after a table may begin: rows, bullets and numbered lines of cells are none."""
    return [
        one.range.start
        for one in top.walk()
        if one.kind == "heading" and one.heading.isupper() and len(one.heading.split()) > 1
    ]


def _task(words: str) -> tuple[int, str, str]:
    """The task at the end of the words before a row's cells: (where it begins, its words, the row's number)."""
    labels = list(_ROW_LABEL_RE.finditer(words))
    # Where rows begin lines, a number inside one ("hạng 3 Quyết định ...") opens none.
    labels = [one for one in labels if one.start() == 0 or words[one.start()] == "\n"] or labels
    label = labels[-1] if labels and words[labels[-1].end() :].strip() else None
    start = label.end() if label else 0
    start += len(words[start:]) - len(words[start:].lstrip(" \n.;:,-–_/"))
    for shape in (_APPROVED_RE, _GROUP_RE, _ROMAN_RE):
        if before := shape.match(words, start):
            start = before.end()
    return start, re.sub(r"\s+", " ", words[start:]).strip(" .;:,"), label["number"] if label else ""


def read_flat_tables(source: SourceText, blocks: tuple[Block, ...], year: int | None) -> FlatFacts:
    """Read the tables that ran together, and leave the lines outside them."""
    stretches = _stretches(source, blocks)
    assignments: list[FoundAssignment] = []
    deadlines: list[FoundDeadline] = []
    targets: list[FoundTarget] = []
    for stretch in stretches:
        reader = _Reader(stretch, source.clean[stretch.where.start : stretch.where.end], year, [], [], [])
        reader.read()
        assignments += reader.assignments
        deadlines += reader.deadlines
        targets += reader.targets
    places = [stretch.where for stretch in stretches]
    rest = tuple(kept for block in blocks if (kept := _outside(block, places)) is not None)
    return FlatFacts(rest, tuple(assignments), tuple(deadlines), tuple(targets))


def _outside(block: Block, places: Sequence[Range]) -> Block | None:
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


@dataclass(slots=True)
class _Reader:
    """Reads the rows of one stretch."""

    stretch: _Stretch
    text: str
    year: int | None
    assignments: list[FoundAssignment]
    deadlines: list[FoundDeadline]
    targets: list[FoundTarget]

    def read(self) -> None:
        # A header that a new page repeats is blanked, letter for letter, so that offsets stay.
        text = self.text
        at = 0
        while head := read_header(text, at, len(text)):
            where = head[1]
            text = text[: where.start] + " " * (where.end - where.start) + text[where.end :]
            at = where.end
        begin = 0
        taken: set[str] = set()
        for index, chain in enumerate(self.stretch.chains(text)):
            skip, task, number = _task(text[begin : chain.start])
            at, begin = begin + skip, chain.end
            name = number if number and number not in taken else str(index + 1)
            taken.add(name)
            self._row(at, task, f"{self.stretch.path}/row {name}", chain)

    def _row(self, at: int, task: str, path: str, chain: Chain) -> None:
        base = self.stretch.where.start
        where = Range(base + at, base + chain.end)
        value = _VALUE_RE.search(task) if "target" in self.stretch.columns else None
        if value and value.start():
            subject = task[: value.start()].rstrip(" .;:,")
            self.targets.append(_target(value, subject, path, where))
            task = subject
        if not 2 <= len(task.split()) <= _LONGEST_TASK:
            return
        when = self._words(chain.time)
        product = self._words(chain.product)
        if product is None and _told_before_bodies(self.stretch.columns):
            task, product = _without_product(task)
        counted = [*task_counts(task), *(product_counts(product, task) if product else ())]
        self.targets += [replace(one, path=path, range=where) for one in counted]
        bodies: list[tuple[Agency, Role]] = [(one, _ROLES[c]) for c, found in chain.bodies for one in found]
        for one, role in bodies:
            place = Range(base + one.start, base + one.end)
            self.assignments.append(FoundAssignment(one.name, role, task, path, where, place, when, product))
        normal = normalise_time(when, self.year) if when else None
        if normal and when and _TWO_DAYS_RE.fullmatch(when):
            normal = normal.replace(",", "/")
        if when and normal:
            owners = "; ".join(dict.fromkeys(one.name for one, role in bodies if role != "coordinate"))
            self.deadlines.append(FoundDeadline(task, when, normal, path, where, owners or None))

    def _words(self, where: Range | None) -> str | None:
        if where is None:
            return None
        return re.sub(r"\s+", " ", self.text[where.start : where.end]).strip(" .;:,") or None


def _told_before_bodies(columns: Sequence[Column]) -> bool:
    """Whether the column of products stands right behind that of tasks."""
    return len(columns) > 2 and columns[1] == "product"


def _without_product(task: str) -> tuple[str, str | None]:
    """Part the words before a row's bodies into the task and its product, where a capital tells them apart.

    >>> _without_product("Danh mục văn bản hết hiệu lực liên quan cấp huyện Quyết định công bố")
    ('Danh mục văn bản hết hiệu lực liên quan cấp huyện', 'Quyết định công bố')
    >>> _without_product("Ban hành Kế hoạch chuyển đổi số")
    ('Ban hành Kế hoạch chuyển đổi số', None)
    """
    for seam in _PRODUCT_RE.finditer(task):
        before, product = task[: seam.start()], task[seam.end() :]
        if len(before.split()) > 2 and len(product.split()) <= _LONGEST_PRODUCT:
            return before.rstrip(" .;:,"), product
    return task, None


def _target(value: re.Match[str], subject: str, path: str, where: Range) -> FoundTarget:
    unit = _UNIT_RE.search(subject)
    low, high = (read_number(value[name].rstrip(".")) if value[name] else None for name in ("low", "high"))
    return FoundTarget(
        value=value["value"],
        subject=subject,
        path=path,
        range=where,
        comparator=comparator_of(value["sign"] or value["words"], upper=value["high"]),
        number=low,
        upper=high,
        unit="%" if value["percent"] else unit[1] if unit else None,
    )
