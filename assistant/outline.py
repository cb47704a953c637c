"""A plan as a person would skim it: head, tree, counts of facts."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.path_words import path_words
from ingest.plan import Plan, Section

__all__ = ["outline"]

WIDTH = 100


def _lines(sections: Iterable[Section], depth: int) -> Iterable[str]:
    for section in sections:
        if section.kind in ("bullet", "row"):
            continue
        heading = f"  {section.heading[:WIDTH]}" if section.heading else ""
        bullets = sum(child.kind == "bullet" for child in section.children)
        tail = f"  ({bullets} gạch đầu dòng)" if bullets else ""
        yield f"{'  ' * depth}{path_words(section.path)}{heading}{tail}"
        yield from _lines(section.children, depth + 1)


def outline(plan: Plan) -> str:
    """Return the outline, Vietnamese, one section a line."""
    head, facts = plan.letterhead, plan.facts
    first = [
        f"Tệp: {plan.source.name}",
        f"Loại: {head.doc_type or '–'}   Số: {head.number or '–'}   Ngày: {head.date or '–'}",
        f"Cơ quan ban hành: {head.issuer or '–'}   Tỉnh: {head.province or '–'}   Năm: {head.year or '–'}",
        f"Tiêu đề: {head.title or '–'}",
        f"Giao việc: {len(facts.assignments)}   Thời hạn: {len(facts.deadlines)}   "
        f"Chỉ tiêu: {len(facts.targets)}   Văn bản viện dẫn: {len(facts.references)}   Bảng: {len(plan.tables)}",
    ]
    if plan.source.corruption:
        first.append(
            f"Văn bản bị hỏng: {plan.source.corruption:.0%} số từ; đã phục hồi {len(plan.source.repairs)} chỗ."
        )
    return "\n".join([*first, *plan.source.notes, "", *_lines(plan.sections, 0)])
