"""A small invented plan and a desk in memory, for tests of the page that need no library on disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from assistant.model import Answer, Citation, Turn
from ingest.errors import DamagedFile, PlanNotFound
from ingest.plan import (
    Closing,
    Facts,
    Letterhead,
    Plan,
    Range,
    Repair,
    Run,
    Section,
    SourceText,
    Span,
    Table,
    TableRow,
)
from vectorstore.hits import Added, PlanEntry

NAME = "ke-hoach-dan-van.txt"
TITLE = "Kế hoạch công tác dân vận chính quyền năm 2031 tỉnh Sơn Hà"
TEXT = """UỶ BAN NHÂN DÂN TỈNH SƠN HÀ
KẾ HOẠCH
Công tác dân vận chính quyền năm 2031
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Nâng cao hiệu quả công tác dân vận <script>alert(1)</script> của các cơ quan.
IV. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ
Chủ trì, phối hợp với các sở, ngành theo dõi, đôn đốc việc thực hiện Kế hoạch này.
3. Thanh tra tỉnh
Chủ trì tổng hợp báo cáo kết quả giải quyết đơn thư khiếu nại, tố cáo của công dân.
PHỤ LỤC
STT\tNhiệm vụ\tThời gian
1\tKiểm tra công vụ\tTháng 3
2\tHội nghị đối thoại\tTháng 6
"""
QUESTION = "Ai chủ trì tổng hợp báo cáo đơn thư khiếu nại?"
QUOTE = "Chủ trì tổng hợp báo cáo kết quả giải quyết đơn thư khiếu nại, tố cáo của công dân."


def _section(label: str, path: str, heading: str, start: int, end: int, *children: Section) -> Section:
    line = Range(start, TEXT.find("\n", start))
    kind = "annex" if path == "annex" else "heading"
    return Section(label, path, kind, heading, 1, Range(start, end), line, Span(start, end), children)


def make_plan(text: str = TEXT, repairs: tuple[Repair, ...] = (), clean: str | None = None) -> Plan:
    """The invented plan as reading it would give it (its clean text is its text unless told)."""
    at = {
        mark: text.find(mark) for mark in ("I. MỤC", "1. Mục", "IV.", "1. Sở", "3. Thanh", "PHỤ LỤC", "STT\t")
    }
    annex, end = at["PHỤ LỤC"], len(text)
    sections = (
        _section(
            "I.", "I", "MỤC ĐÍCH, YÊU CẦU", at["I. MỤC"], at["IV."],
            _section("1.", "I.1", "Mục đích", at["1. Mục"], at["IV."]),
        ),
        _section(
            "IV.", "IV", "TỔ CHỨC THỰC HIỆN", at["IV."], annex,
            _section("1.", "IV.1", "Sở Nội vụ", at["1. Sở"], at["3. Thanh"]),
            _section("3.", "IV.3", "Thanh tra tỉnh", at["3. Thanh"], annex),
        ),
        _section("PHỤ LỤC", "annex", "PHỤ LỤC", annex, end),
    )  # fmt: skip
    rows = []
    for row in re.finditer(r"^(\d)\t(.+)\t(.+)$", text, re.M):
        cells = tuple(Range(*row.span(group)) for group in (1, 2, 3))
        rows.append(
            TableRow(
                row[1], f"annex/row {row[1]}", row.groups(), cells, Range(*row.span()), Span(*row.span())
            )
        )
    table = Table("PHỤ LỤC", "annex", ("STT", "Nhiệm vụ", "Thời gian"), tuple(rows), Span(at["STT\t"], end))
    clean = text if clean is None else clean
    source = SourceText(
        NAME, text, clean, (Run(0, len(clean), 0, len(text)),), len(clean), repairs=repairs,
        corruption=0.12 if repairs else 0.0,
    )  # fmt: skip
    head = Letterhead(
        "Kế hoạch", "45/KH-UBND", "Ủy ban nhân dân tỉnh Sơn Hà", date="2031-02-14", title=TITLE, year=2031
    )
    return Plan(source, head, sections, (table,), Closing(), (), Facts())


def cite(quote: str, text: str = TEXT, section: str = "IV.3", heading: str = "Thanh tra tỉnh") -> Citation:
    """A citation of words of the invented plan."""
    start = text.index(quote)
    return Citation(NAME, section, heading, None, quote, start, start + len(quote), TITLE)


ANSWER = Answer(
    "answered",
    "**Thanh tra tỉnh** chủ trì tổng hợp báo cáo kết quả giải quyết đơn thư khiếu nại, tố cáo [1].",
    "lead",
    "vi",
    (cite(QUOTE),),
)
NOT_FOUND = Answer("not_found", "Không tìm thấy trong các kế hoạch.", "passage", "vi")


@dataclass
class MemoryLibrary:
    """The part of the library that the page uses, in memory."""

    kept: dict[str, Plan] = field(default_factory=lambda: {NAME: make_plan()})

    def plan(self, name: str) -> Plan:
        if name not in self.kept:
            raise PlanNotFound(f"{name}: không có trong kho")
        return self.kept[name]

    def plans(self) -> tuple[PlanEntry, ...]:
        return tuple(
            PlanEntry(
                name, plan.letterhead.title, plan.letterhead.number, plan.letterhead.date,
                plan.letterhead.issuer, "Sơn Hà", plan.letterhead.year, "province", "state",
                plan.letterhead.doc_type, plan.source.corruption,
            )
            for name, plan in self.kept.items()
        )  # fmt: skip

    def add(self, path: Path, name: str | None = None) -> Added:
        name = name or path.name
        if path.read_bytes()[:2] == b"\x00\x00":
            raise DamagedFile(name, "tệp bị hỏng", "hãy lưu lại tệp rồi thử lại")
        status = "unchanged" if name in self.kept else "added"
        self.kept[name] = make_plan()
        return Added(name, status, 3)

    def remove(self, name: str) -> None:
        if name not in self.kept:
            raise PlanNotFound(f"{name}: không có trong kho")
        del self.kept[name]


@dataclass
class MemoryDesk:
    """A desk with that library."""

    library: MemoryLibrary = field(default_factory=MemoryLibrary)


def scripted_answers(desk: MemoryDesk, question: str, history: tuple[Turn, ...] = ()) -> Iterator[Answer]:
    """Stands in for ``stream_answer``: knows the one question above, and nothing else."""
    if "chủ trì" not in question:
        yield NOT_FOUND
        return
    yield Answer("answered", "**Thanh tra tỉnh** [1]", "lead", "vi", ANSWER.citations)
    yield ANSWER
