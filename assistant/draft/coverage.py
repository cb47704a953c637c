"""What became of every task, target, deadline and reference of the parent in its child.

Covered where, changed how, left out why (others' work; the parent's own form), to be looked at, or missing. A draft is judged by its own sources; a plan written by
hand by the words it shares (see ``check``). Written as .xlsx with openpyxl.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from assistant.draft.cause import FORM, REVIEW, Cause
from assistant.draft.model import SLOT, Draft, Paragraph, Slot
from assistant.path_words import path_words
from ingest.plan import Plan, Span

if TYPE_CHECKING:
    from openpyxl import Workbook

__all__ = [
    "Coverage",
    "Item",
    "Kind",
    "Status",
    "cover_draft",
    "left_out",
    "own_words",
    "parent_items",
    "write_xlsx",
]

Kind = Literal["task", "target", "deadline", "reference"]
Status = Literal["covered", "changed", "others", "form", "review", "missing"]
_KINDS = {"task": "Nhiệm vụ", "target": "Chỉ tiêu", "deadline": "Thời hạn", "reference": "Văn bản viện dẫn"}
_STATUS = {
    "covered": "Giữ nguyên",
    "changed": "Điều chỉnh",
    "others": "Của nơi khác",
    "form": "Lời dẫn, thể thức",
    "review": "Cần xem lại",
    "missing": "CÒN THIẾU",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of the parent and what became of it."""

    kind: Kind
    path: str
    text: str
    who: str
    span: Span
    status: Status = "missing"
    where: str = ""
    note: str = ""
    cause: Cause | None = None
    """Why it is left out; None where it is not."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """All items of a parent."""

    items: tuple[Item, ...]

    def count(self, status: Status | None = None, kind: Kind | None = None) -> int:
        """How many items have this status and kind."""
        return sum(
            (status is None or i.status == status) and (kind is None or i.kind == kind) for i in self.items
        )

    def accounted(self, kind: Kind = "task") -> float:
        """Share of the items of a kind that are not missing."""
        every = self.count(kind=kind)
        return 1.0 if not every else 1 - self.count("missing", kind) / every

    def report(self) -> str:
        """A few Vietnamese lines."""
        lines = []
        for kind, name in _KINDS.items():
            parts = [f"{label.lower()} {self.count(status, kind)}" for status, label in _STATUS.items()]  # type: ignore[arg-type]
            lines.append(f"{name}: {self.count(kind=kind)} ({', '.join(parts)})")  # type: ignore[arg-type]
        return "\n".join(lines)


def parent_items(plan: Plan) -> tuple[Item, ...]:
    """Everything of the parent that a child must account for."""
    facts = plan.facts
    found = [Item("task", a.path, a.task, a.actor or "", a.span) for a in facts.assignments]
    found += [Item("target", t.path, f"{t.value} {t.subject}", "", t.span) for t in facts.targets]
    found += [Item("deadline", d.path, f"{d.what}: {d.when}", d.who or "", d.span) for d in facts.deadlines]
    found += [
        Item("reference", r.path, " ".join(plan.source.quote(span).split()), r.issuer or "", span)
        for r in facts.references
        for span in (r.mentions or (r.span,))[:1]
    ]
    return tuple(found)


def _overlap(one: Span, start: int, end: int) -> int:
    return min(one.end, end) - max(one.start, start)


def own_words(item: Item, plan: Plan) -> Item:
    """Narrow a task or target, which is found by its whole sentence, to where its own words stand."""
    words = item.text.split()[:12]
    if item.kind not in {"task", "target"} or not words:
        return item
    shape = r"[\s*_]+".join(re.escape(word) for word in words)
    match = re.search(shape, plan.source.quote(item.span))
    if match is None:
        return item
    start = item.span.start + match.start()
    return replace(item, span=Span(start, min(item.span.end, start + len(match[0]))))


def _judge(whole: Item, plan: Plan, draft: Draft) -> Item:
    item = own_words(whole, plan)
    best: tuple[int, Paragraph] | None = None
    for paragraph in draft.paragraphs:
        shared = max((_overlap(item.span, s.start, s.end) for s in paragraph.sources), default=0)
        if shared > 0 and (best is None or shared > best[0]):
            best = (shared, paragraph)
    lost = max(
        ((_overlap(item.span, d.start, d.end), d) for d in draft.dropped),
        key=lambda pair: pair[0],
        default=None,
    )
    row = next(
        (t for t in draft.tasks if any(_overlap(item.span, s.start, s.end) > 0 for s in t.sources)), None
    )
    if best and not (lost and lost[0] > best[0]):
        p = best[1]
        if item.kind == "reference":
            words = " ".join(plan.source.quote(item.span).split())
            same = words in p.text or any(words in other.text for other in draft.paragraphs)
        elif item.kind == "deadline":
            same = item.text.rsplit(": ", 1)[-1] in p.text
        else:
            same = p.action == "kept"
        note = "; ".join(p.changes) if not same else ""
        if SLOT in p.text and p.slots:
            note = "; ".join(dict.fromkeys((note, *p.slots))).strip("; ")
        return _with(whole, "covered" if same else "changed", p.path, note)
    if row and not (lost and lost[0] > 0):
        return _with(whole, "changed", f"Phụ lục, {row.path}", f"Giao {row.lead}")
    if lost and lost[0] > 0:
        return left_out(whole, lost[1].cause)
    return whole


def left_out(item: Item, cause: Cause) -> Item:
    """The item as left out: others' work, words of the parent's form, or something to look at."""
    status: Status = "form" if cause.why in FORM else "review" if cause.why in REVIEW else "others"
    return replace(item, status=status, note=cause.said(), cause=cause)


def _with(item: Item, status: Status, where: str, note: str) -> Item:
    return Item(item.kind, item.path, item.text, item.who, item.span, status, where, note)


def cover_draft(plan: Plan, draft: Draft) -> Coverage:
    """Judge every item of the parent by the sources of the draft."""
    return Coverage(tuple(_judge(item, plan, draft) for item in parent_items(plan)))


def write_xlsx(
    coverage: Coverage,
    path: Path,
    title: str,
    warnings: Iterable[str] = (),
    slots: Sequence[Slot] = (),
) -> None:
    """Write the report: a summary sheet that fits one page, all items, and what is to be filled in."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.worksheet.properties import PageSetupProperties
    from openpyxl.worksheet.worksheet import Worksheet

    book = Workbook()
    summary = book.active
    if not isinstance(summary, Worksheet):
        summary = book.create_sheet()
    summary.title = "Tổng hợp"
    summary.append([title])
    summary["A1"].font = Font(bold=True, size=13)
    summary.append(["", "Tổng số", *_STATUS.values()])
    for kind, name in _KINDS.items():
        summary.append([name, coverage.count(kind=kind), *(coverage.count(s, kind) for s in _STATUS)])  # type: ignore[arg-type]
    summary.append([])
    for warning in warnings:
        summary.append([f"Lưu ý: {warning}"])
    summary.column_dimensions["A"].width = 26
    sheet = book.create_sheet("Chi tiết")
    sheet.append(
        ["Loại", "Chỗ (cấp trên)", "Nội dung", "Cơ quan", "Kết quả", "Chỗ (dự thảo)", "Thay đổi / lý do"]
    )
    fills = {"missing": "F8CBAD", "review": "F8CBAD", "changed": "FFF2CC", "covered": "E2EFDA"}
    for item in coverage.items:
        where = path_words(item.where) if item.where else ""
        cells = [path_words(item.path), item.text, item.who, _STATUS[item.status], where, item.note]
        sheet.append([_KINDS[item.kind], *cells])
        sheet.cell(sheet.max_row, 5).fill = PatternFill("solid", fgColor=fills.get(item.status, "EDEDED"))
    for letter, width in zip("ABCDEFG", (16, 14, 70, 26, 15, 16, 60), strict=True):
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows(min_row=1):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if cell.row == 1:
                cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    if slots:
        _to_fill(book, slots)
    for page in book.worksheets:
        page.page_setup.orientation = "landscape"
        page.page_setup.paperSize = page.PAPERSIZE_A4
        page.page_setup.fitToWidth = 1
        page.page_setup.fitToHeight = 0
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    book.save(path)


def _to_fill(book: Workbook, slots: Sequence[Slot]) -> None:
    """The sheet of what is to be filled in, as the page and the trace tell it."""
    sheet = book.create_sheet("Cần điền")
    sheet.append(["Nội dung cần điền", "Vị trí", "Số chỗ"])
    for slot in slots:
        sheet.append([slot.label, path_words(slot.path), slot.count])
    for letter, width in zip("ABC", (80, 40, 10), strict=True):
        sheet.column_dimensions[letter].width = width
