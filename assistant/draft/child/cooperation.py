"""What others lead and the unit helps with: a line of "Công tác phối hợp" that names who leads and what is done together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.draft.cause import Cause
from assistant.draft.child.assign import choose_division
from assistant.draft.child.figures import open_counts
from assistant.draft.child.pieces import Piece, lowered_first
from assistant.draft.edits import closed
from assistant.draft.model import Action, Task
from assistant.draft.parent.binding import reach_of
from assistant.draft.parent.clause import Clause
from assistant.draft.parent.lowered import with_us
from assistant.draft.parent.whose import reaches_of
from assistant.draft.unit.profile import UnitProfile
from ingest.facts.bodies.agencies import read_agencies, split_names
from ingest.facts.language.verbs import PREDICATE_RE, starts_predicate

if TYPE_CHECKING:
    from assistant.draft.child.adapt import Adapter

__all__ = ["beside", "bodies_once", "help_with", "helped_rows", "said_beside"]

_ONLY_WHEN_RE = re.compile(
    r"(?i)(?:hoàn thành|xong|thực hiện xong|kết thúc|thời (?:gian|hạn))(?!\w)(?! (?:việc|công))"
)
_TIME_ALONE_RE = re.compile(r"(?i)thời (?:gian|hạn)[^:]{0,30}:")
_JOINT_RE = re.compile(r"\s*(?:,\s*|và\s+)")
_TIME_NEXT_RE = re.compile(
    r"(?:\s+(?:chính thức|nhân rộng|thí điểm|đồng bộ))?\s+(?:từ (?:ngày|tháng|quý|năm)|trước|giai đoạn|trong (?:tháng|quý|năm)|vào (?:ngày|tháng|quý))(?!\w)"
)
# A share of another's work, which says nothing without it.
_SHARE_RE = re.compile(
    r"(?i)(?:(?:có trách nhiệm|chủ động|kịp thời|tích cực)\s+)*(?:cung cấp|cử|tham gia|phối hợp|hỗ trợ|bố trí|gửi|chuẩn bị|tạo điều kiện|giám sát|chia sẻ)(?!\w)"
)
# "Phối hợp với Sở Xây dựng xem xét": of what, a line of its own cannot say.
_VERB = r"(?:xem xét|giải quyết|thực hiện|triển khai|tổ chức|kiểm tra|theo dõi|quyết định|đôn đốc)"
_NO_OBJECT_RE = re.compile(
    rf"(?i)(?:(?:chủ trì|kịp thời|tổ chức),? )?{_VERB}(?:(?:,| và) {_VERB})*(?: theo quy định)?"
)
# "..., để tỉnh báo cáo Trung ương": what those above do next. With a number behind it, it may tell the unit's own time.
_NEXT_STEP_RE = re.compile(
    r"(?i),?\s(?:để|làm cơ sở)\s(?:(?:tỉnh|thành phố|trung ương|chính phủ)|(?-i:UBND|Ủy ban nhân dân|Sở|Bộ|Ban|Chính phủ|Thủ tướng)[^,;.]{0,50}?)\s(?:tổng hợp|báo cáo|trình|xem xét|phê duyệt)(?!\w)[^;.\d]*$"
)
# "Chỉ đạo y tế cơ sở phối hợp | với các trường cân, đo trẻ": whom the other tells to is not told to the unit.
_TOGETHER_RE = re.compile(r"(?i)(?<!\w)phối hợp(?: chặt chẽ| tốt| kịp thời)?$")
# "Phối hợp với Sở Y tế: Phối hợp triển khai ...": with whom is said already.
_HELPS_RE = re.compile(
    r"^[pP]hối hợp (?=(?:triển khai|thực hiện|tổ chức|xây dựng|rà soát|tuyên truyền|kiểm tra|hướng dẫn)(?!\w))"
)
_BESIDES_RE = re.compile(r"(?i)(?:,|;| và)\s+phối hợp(?: chặt chẽ)? (?:với|cùng)\s+")
_COMMON_RE = re.compile(r"^(?:Các|Những|Mỗi|Cơ quan|Đơn vị)(?= (?:[a-zđ]|[à-ỹ]))")
_HELP_RE = re.compile(r"\s*(?:cùng |tham gia )?phối hợp,?\s+(?!với|cùng|chặt|giữa)(?=\w)")
_ROLES_END_RE = re.compile(r"\s*\([^()\d]*(?<!\w)chủ trì(?!\w)[^()\d]*\)$")
_TOGETHER_WITH_RE = re.compile(r"(?i)(?:chủ trì,? )?phối hợp(?: chặt chẽ| tốt)? (?:với|cùng) ")
_MANY = 20
"""Rows of help that are said one by one; more stand in the unit's own annex only."""
_THIS_PLAN_RE = re.compile(r"Kế hoạch này")


def beside(leads: str, task: str) -> str:
    """Say a row that others lead as what the unit does with them, in the row's own words.

    >>> beside("Sở Xây dựng", "Kiểm tra hồ đập"), beside("Sở Xây dựng", "Phối hợp triển khai đề án")
    ('Phối hợp với Sở Xây dựng: Kiểm tra hồ đập', 'Phối hợp với Sở Xây dựng: Triển khai đề án')
    """
    task = _HELPS_RE.sub("", task)
    return f"Phối hợp với {leads}: {task[:1].upper()}{task[1:]}"


def bodies_once(lists: Iterable[str]) -> str:
    """The bodies of several lists, each said once.

    >>> bodies_once(["Bộ Ngoại giao", "Bộ Ngoại giao, Bộ Tài chính", "Sở Văn hóa, Thể thao và Du lịch"])
    'Bộ Ngoại giao; Bộ Tài chính; Sở Văn hóa, Thể thao và Du lịch'
    """
    return "; ".join(dict.fromkeys(_running(body.name) for told in lists for body in split_names(told)))


def _running(name: str) -> str:
    """A body as it stands within a sentence: only a name keeps its capital ("các sở", "cơ quan chủ trì")."""
    return _COMMON_RE.sub(lambda first: first[0].lower(), name)


def helped_rows(adapter: Adapter) -> list[Piece]:
    """The rows of annexes where the unit helps: each with who leads and by when.

    Very many, and rows whose cells ran together, stand whole in the unit's own annex only, here in one line.
    """
    tabled = {row.path for table in adapter.plan.tables for row in table.rows}
    told = [task for _, task in adapter.helped_rows if task.path in tabled]
    told = told if len(told) <= _MANY else []
    pieces = [_helped_row(adapter, task) for task in told]
    rest = [(leads, task) for leads, task in adapter.helped_rows if task not in told]
    if not rest:
        return pieces
    names = bodies_once(leads for leads, _ in rest)
    text = f"Phối hợp với {names} thực hiện các nhiệm vụ được giao phối hợp tại Phụ lục \x00."
    narrowed = adapter.narrow(text, own=False)
    text = narrowed.text.replace("\x00", adapter.parent_short)
    sources = tuple(source for _, task in rest for source in task.sources)
    act: Action = "slot" if narrowed.slots else "assigned"
    return [
        *pieces,
        Piece(text, act, sources, narrowed.slots, ("gộp các nhiệm vụ phối hợp của phụ lục",), "dash"),
    ]


def _helped_row(adapter: Adapter, task: Task) -> Piece:
    noted = [
        f"{label}: {words}" for label, words in (("sản phẩm", task.product), ("thời hạn", task.time)) if words
    ]
    note = f" ({'; '.join(noted)})" if noted else ""
    narrowed = adapter.narrow(f"{task.content.rstrip(' .;')}{note}.", own=False)
    act: Action = "slot" if narrowed.slots else "assigned"
    changes = (*narrowed.changes, "đơn vị là cơ quan phối hợp")
    return Piece(
        narrowed.text, act, task.sources, narrowed.slots, changes, "dash", origin=task.path, lead=task.lead
    )


def help_with(adapter: Adapter, clause: Clause, path: str) -> None:
    """Take over a clause of others' work that the unit helps with; what cannot be said so is told as left out."""
    said = _without_helpers(clause.text[clause.task :].strip(" ,:;."))
    if clause.verdict == "related" or not said or _NO_OBJECT_RE.fullmatch(said):
        adapter.related.append(clause)
        return
    leads = ", ".join(
        _running(name) for name in clause.leads if reach_of(name, adapter.profile, collective=False) != "unit"
    )
    if not leads:
        adapter.drop(clause.start, clause.end, Cause("self"), path)
        return
    task = _NEXT_STEP_RE.sub("", said)
    us = with_us(task, adapter.profile)
    if us:
        # "Thu dung, điều trị; hội chẩn từ xa với trạm y tế 24/24 giờ": only what is done with the unit.
        part, before = task[us.end :].partition(";")[0], task[: us.start].rpartition(";")[2].strip()
        task = part.strip() if _TOGETHER_RE.search(before) else f"{before}{part}"
    task = _shared(task, adapter.profile) or re.sub(r"(?i)^chủ trì(?:,| việc)?\s+", "", task)
    if _adds_to_last(adapter, task, leads, clause, path):
        return
    if _TIME_ALONE_RE.match(task):
        adapter.drop(clause.start, clause.end, Cause("told_above"), path)
        return
    task, asked = open_counts(task, every=True) if adapter.below else (task, ())
    task = _THIS_PLAN_RE.sub(adapter.parent_short, task)
    narrowed = adapter.narrow(f"Phối hợp với {_with_theirs(leads, task)}.", own=False)
    chosen = choose_division(task, adapter.profile, theme=adapter.theme)
    adapter.coordination.append(
        Piece(
            narrowed.text,
            "slot" if narrowed.slots or asked else "assigned",
            (adapter.source(clause.start, clause.end),),
            (*narrowed.slots, *asked),
            (*narrowed.changes, "đơn vị là cơ quan phối hợp"),
            "dash",
            origin=path,
            lead=chosen,
            beside=leads,
        )
    )


def _with_theirs(leads: str, task: str) -> str:
    """Whom the unit works with on a task: those who lead, and with whom they work.

    >>> _with_theirs("Sở Y tế", "Phối hợp với Sở Xây dựng khám sức khỏe"), _with_theirs("Sở Y tế", "khám sức khỏe")
    ('Sở Y tế, Sở Xây dựng khám sức khỏe', 'Sở Y tế khám sức khỏe')
    """
    together = _TOGETHER_WITH_RE.match(task)
    if together and read_agencies(task, together.end())[0]:
        return f"{leads}, {_running(task[together.end() :])}"
    return f"{leads} {lowered_first(task)}"


def _without_helpers(said: str) -> str:
    """A task without those who help, who the plan of one of them need not name, and without who leads, told before it.

    >>> _without_helpers("UBND các xã, phường phối hợp tổ chức khám sức khỏe")
    'tổ chức khám sức khỏe'
    >>> _without_helpers("kiểm tra thực phẩm (Sở Y tế chủ trì; UBND các xã, phường phối hợp)")
    'kiểm tra thực phẩm'
    """
    bodies, end = read_agencies(said)
    helps = _HELP_RE.match(said, end) if bodies else None
    return _ROLES_END_RE.sub("", said[helps.end() :] if helps else said)


def _shared(task: str, profile: UnitProfile) -> str:
    """What who leads does together with a list of bodies with the unit in it, behind what it does alone; "" where nothing is told so.

    >>> unit = UnitProfile("UBND xã A", "commune")
    >>> _shared("chủ trì tổng hợp nhu cầu và phối hợp với các sở, UBND các xã bố trí kinh phí", unit)
    'bố trí kinh phí'
    """
    for mark in reversed(tuple(_BESIDES_RE.finditer(task))):
        bodies, end = read_agencies(task, mark.end())
        rest = task[end:].lstrip(" ,")
        noted = task.count("(", 0, mark.start()) > task.count(")", 0, mark.start())
        says = starts_predicate(rest) and not _NO_OBJECT_RE.fullmatch(rest)
        if not noted and says and any(reaches_of(bodies, profile)):
            return rest
    return ""


def _names_no_thing(task: str) -> bool:
    """Whether words are verbs and a time only, which say nothing without the thing told before.

    >>> _names_no_thing("đánh giá, đề xuất nhân rộng giai đoạn 2027 - 2030"), _names_no_thing("lập danh sách trước tháng 5")
    (True, False)
    """
    at, verb = 0, PREDICATE_RE.match(task)
    while verb:
        at = verb.end()
        joint = _JOINT_RE.match(task, at)
        verb = PREDICATE_RE.match(task, joint.end()) if joint else None
    return at > 0 and _TIME_NEXT_RE.match(task, at) is not None


def _adds_to_last(adapter: Adapter, task: str, leads: str, clause: Clause, path: str) -> bool:
    """Whether words say when the task before them is done, or what is done next with its thing ("...; vận hành từ quý II")."""
    last = adapter.coordination[-1] if adapter.coordination else None
    if last is None or (last.origin, last.beside) != (path, leads):
        return False
    if not (_ONLY_WHEN_RE.match(task) or _names_no_thing(task)):
        return False
    text = closed(f"{last.text.rstrip('. ')}; {lowered_first(task)}.")
    sources = (*last.sources, adapter.source(clause.start, clause.end))
    adapter.coordination[-1] = replace(last, text=text, sources=sources)
    return True


def said_beside(clause: Clause, following: tuple[Clause, ...]) -> str | None:
    """Say what another body leads as what the unit works with it on, where the unit's share of it follows.

    "Công an tỉnh chủ trì làm sạch dữ liệu; UBND cấp xã cung cấp dữ liệu gốc": to whom would else be lost.
    """
    if clause.verdict != "dropped" or clause.role != "lead" or not clause.leads:
        return None
    mine = [c for c in following if c.sentence == clause.sentence and c.verdict in {"bound", "named"}]
    task = re.sub(r"(?i)^chủ trì(?:,| việc)?\s+", "", clause.text[clause.task :].strip(" ,:;."))
    if (
        not mine
        or not _SHARE_RE.match(mine[0].text[mine[0].predicate :].lstrip(" ,:"))
        or len(task.split()) < 3
    ):
        return None
    return f"Phối hợp với {', '.join(clause.leads)} {lowered_first(task)}"
