"""Errors planted in who does what, until when and to whom; and in a plan against its parent."""

from __future__ import annotations

import random
import re

from eval.planting_tools import Plant, Planted, body, insert, swap
from ingest.plan import Assignment, Plan, Range

__all__ = ["DUTY_PLANTS"]


def _title_year(plan: Plan, pick: random.Random) -> Planted | None:
    """The year at the end of the title goes two back."""
    head = plan.letterhead
    found = re.search(r"năm\s+(20\d\d)\s*$", head.title or "")
    if found is None or head.date is None or head.doc_type != "Kế hoạch":
        return None
    start = max(0, plan.source.clean.find("KẾ HOẠCH"))
    at = re.compile(rf"(?i)năm\s+{found[1]}(?=\W*\n)").search(plan.source.clean, start, start + 600)
    return swap(plan, Range(*at.span()), f"năm {int(found[1]) - 2}", "ND01", "") if at else None


def _leads(plan: Plan) -> list[Assignment]:
    return [
        task for task in plan.facts.assignments
        if task.role == "lead" and task.actor and len(task.task) > 60 and not re.search(r"\d", task.task)
        and not re.match(r"(?i)các\s|ubnd|ủy ban", task.actor) and "row" not in task.path
    ]  # fmt: skip


def _second_lead(plan: Plan, pick: random.Random) -> Planted | None:
    leads = _leads(plan)
    if not leads:
        return None
    task = pick.choice(leads)
    said = " ".join(task.task.split()).rstrip(".;")
    return insert(f"Thanh tra tỉnh chủ trì, phối hợp với các cơ quan liên quan {said}.", "ND06", said[:40])(
        plan, pick
    )


def _two_in_row(plan: Plan, pick: random.Random) -> Planted | None:
    """A second body in the cell of the lead."""
    rows = [
        t
        for t in plan.facts.assignments
        if t.role == "lead" and "row" in t.path and (t.actor or "").startswith("Sở ")
    ]
    rows = [t for t in rows if plan.source.clean.count(t.actor or "") == 1 or t.actor_span]
    if not rows:
        return None
    task = pick.choice(rows)
    words = plan.source.quote(task.actor_span) if task.actor_span else ""
    start = plan.source.clean.find(words, plan.tables[0].rows[0].range.start) if words else -1
    if start < 0 or words != task.actor:
        return None
    return swap(
        plan, Range(start, start + len(words)), f"{words}, Văn phòng Tỉnh ủy", "ND06", "Văn phòng Tỉnh ủy"
    )


def _untold(plan: Plan, pick: random.Random) -> Planted | None:
    closing = " | ".join(plan.closing.recipients)
    if plan.letterhead.level != "province" or len(plan.closing.recipients) < 3:
        return None
    if re.search(r"(?i)các bộ|bộ, ngành|bộ xây dựng", closing):
        return None
    said = "báo cáo Bộ Xây dựng"
    return insert(f"Kết quả thực hiện {said} theo quy định.", "ND07", said)(plan, pick)


def _of_another_level(plan: Plan, pick: random.Random) -> Planted | None:
    if plan.letterhead.level not in {"department", "commune"}:
        return None
    said = "chỉ đạo các cấp, các ngành"
    return insert(f"Tiếp tục {said} kiểm tra, rà soát, đôn đốc thực hiện.", "ND08", said)(plan, pick)


def _no_actor(plan: Plan, pick: random.Random) -> Planted | None:
    """The body before "chủ trì, phối hợp" goes."""
    found = body(plan, r"(?<=\n)(?P<label>[-+]\s+|\d+\.\s+)?(?:Sở|Ban|Văn phòng|Phòng|Công an|Thanh tra|Giao)\s[^\n,.;:]{3,70}?\s?chủ trì(?=, phối hợp)", pick)  # fmt: skip
    if found is None:
        return None
    return swap(plan, Range(*found.span()), f"{found['label'] or ''}Chủ trì", "ND10", "Chủ trì, phối hợp")


def _unsaid_actor(plan: Plan, pick: random.Random) -> Planted | None:
    """A task in a section of tasks whose headings name nobody."""
    places = [
        section
        for section in plan.sections
        if re.search(r"(?i)nhiệm vụ|giải pháp|nội dung", section.heading or "")
        and plan.source.clean[section.range.start : section.range.end].count("\n") > 2
    ]
    if not places:
        return None
    end = pick.choice(places).range.end
    said = "Chủ trì, phối hợp với các cơ quan liên quan kiểm tra, đánh giá kết quả thực hiện các mô hình."
    at = plan.source.clean.rfind("\n", 0, end)
    return swap(plan, Range(at, at), f"\n- {said}", "ND10", said[:30])


def _task_for_child(plan: Plan, pick: random.Random) -> Planted | None:
    """The parent gives the child's issuer a task of which the child says nothing."""
    issuer = plan.letterhead.issuer
    if issuer is None:
        return None
    said = "xây dựng bản đồ số về vùng trồng cây dược liệu dưới tán rừng"
    body_text = plan.source.clean[: plan.source.body_end]
    places = [*re.finditer(r"(?<=[a-zà-ỹ][.;])\n(?=-|\d|[a-zđ]\))", body_text)]
    if not places:
        return None
    # Near the end, where tasks are given out.
    at = places[-max(1, len(places) // 5)].start()
    task = f"\n- {issuer} chủ trì, phối hợp với các cơ quan, đơn vị liên quan {said}."
    above = plan.source.clean[:at] + task + plan.source.clean[at:]
    return Planted(plan.source.clean, frozenset({"CC01"}), said, True, above)


def _wrong_day_of_parent(plan: Plan, pick: random.Random) -> Planted | None:
    head = plan.letterhead
    if not head.number or not head.date or not head.doc_type or not head.issuer:
        return None
    said = f"{head.doc_type} số {head.number} ngày 03/3/{int(head.date[:4]) - 1}"
    return _as_child(insert(f"Căn cứ {said} của {head.issuer}.", "CC04 VB01 VB08", said)(plan, pick))


def _as_child(planted: Planted | None) -> Planted | None:
    return Planted(planted.text, planted.codes, planted.words, True) if planted else None


DUTY_PLANTS: dict[str, Plant] = {
    "ND01 năm ở trích yếu": _title_year,
    "ND06 hai nơi giao chủ trì": _second_lead,
    "ND06 hai cơ quan trong một ô": _two_in_row,
    "ND07 nơi nhận thiếu": _untold,
    "ND08 câu chữ cấp khác": _of_another_level,
    "ND10 bỏ tên cơ quan chủ trì": _no_actor,
    "ND10 việc không ai làm": _unsaid_actor,
    "CC01 thiếu nhiệm vụ được giao": _task_for_child,
    "CC04 sai ngày kế hoạch cấp trên": _wrong_day_of_parent,
}
"""Kind of error -> how it is planted."""
