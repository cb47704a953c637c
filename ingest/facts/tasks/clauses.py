"""The clauses of a sentence of tasks: a semicolon ends one only where the next begins a task of its own.

In: the clauses of a sentence. Out: the same, joined where one is a mere part of the one before it.
"""

from __future__ import annotations

import re

from ingest.facts.bodies.agencies import read_agencies
from ingest.facts.language.verbs import opens_task
from ingest.facts.tasks.passives import read_passive
from ingest.facts.tasks.roles import after_ask, find_predicate, read_duty, read_subject
from ingest.plan import Range
from ingest.spelling import spaced_re

__all__ = ["merge_clauses", "task_words"]

# "...: báo cáo quý trước ngày 15; báo cáo năm trước ngày 20/11": reports listed with their times, no tasks.
_BY_RE = re.compile(r"[^,;:.]{2,60}\sdo\s")
_FOR_RE = re.compile(r"Đối\s+với\s[^,:]+(?:,\s[^,:]+)*$")
_DUE_REPORT_RE = spaced_re(
    r"(?i)báo cáo (?:định kỳ )?(?:quý|0?[69] tháng|năm|tháng|tuần|sơ kết|tổng kết)\b[^;:]{0,60}(?:trước|chậm nhất|vào|hạn)\s"
)


def task_words(text: str, start: int, end: int) -> str:
    """The words of a task without the marks round it.

    >>> task_words("Sở Y tế tập huấn cán bộ;", 8, 24)
    'tập huấn cán bộ'
    """
    words = text[start:end].strip().rstrip(".;:,/ ").replace("\u2028", " ")
    # The mark that closes what an amendment quotes is no part of it.
    return words.rstrip("”.;, ") if words.endswith("”") and "“" not in words else words


def _done_by(text: str, clause: Range) -> bool:
    """Whether a clause says by whom something is done: "hồ sơ do Hội đồng kỷ luật lập"."""
    return read_passive(text, clause, own=True, strict=False) is not None


def _only_names(text: str, clause: Range) -> bool:
    """A clause that only lists bodies belongs to the next: "Cổng Thông tin điện tử; Báo Sơn Hà đăng tin"."""
    found, end = read_agencies(text[: clause.end], after_ask(text, clause.start, clause.end))
    return bool(found) and end == clause.end


def _only_leads_in(text: str, clause: Range, after: Range) -> bool:
    """A clause that says only of whom a rule speaks goes on in the next: "Đối với học sinh lớp 1; sinh viên năm cuối đóng ..."."""
    leads = _FOR_RE.match(text, clause.start, clause.end) is not None and text[after.start].islower()
    return (
        leads
        and find_predicate(text, clause.start, clause.end) is None
        and (read_subject(text, clause.start, clause.end) is None)
    )


def _awaits_more(text: str, clause: Range, after: Range) -> bool:
    """A clause that ends in its partners goes on in the next: "A chủ trì, phối hợp với B; C thực hiện"."""
    subject = read_subject(text, clause.start, clause.end)
    at = subject.predicate if subject else find_predicate(text, clause.start, clause.end)
    if at is None or not read_agencies(text, after.start)[0]:
        return False
    duty = read_duty(text, at, clause.end)
    return bool(duty.partners) and duty.task >= clause.end


def merge_clauses(text: str, clauses: tuple[Range, ...], *, held: bool, told: bool) -> list[Range]:
    """Join a clause that begins no task of its own to the one before it ("...; Chỉ thị số 33/CT-TTg").

    Where the lines above say who acts (``held``), more verbs begin a task; where the task was ``told`` before,
    "A chủ trì, phối hợp với B" is complete.
    """
    merged: list[Range] = []
    for clause in clauses:
        opens = (
            (held and opens_task(text, clause.start))
            or find_predicate(text, clause.start, clause.end) is not None
            or read_subject(text, clause.start, clause.end) is not None
            or (_BY_RE.match(text, clause.start, clause.end) is not None and _done_by(text, clause))
        )
        listed = (
            merged
            and ":" in text[merged[-1].start : merged[-1].end]
            and _DUE_REPORT_RE.match(text, clause.start)
        )
        if merged and (
            not opens
            or listed
            or _only_names(text, merged[-1])
            or _only_leads_in(text, merged[-1], clause)
            or (not told and _awaits_more(text, merged[-1], clause))
        ):
            merged[-1] = Range(merged[-1].start, clause.end)
        else:
            merged.append(clause)
    return merged
