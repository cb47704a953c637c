"""From when a document itself is in force: the clause at its end that says so.

Not the force of what it cites or repeals: "Nghị định này có hiệu lực thi hành kể từ ngày ...", by the word "này".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence.units import by_plan
from assistant.answer.wording import clip, place, plan_label
from assistant.knowledge import Knowledge, Unit
from assistant.question.understand import Need

__all__ = ["answer_in_force", "asks_in_force"]

_ASKED_RE = re.compile(
    r"(?<!het )\bhieu luc\b[^?]*\b(?:nao|bao gio|may|when)\b|\b(?:nao|bao gio|may|when)\b[^?]*(?<!het )\bhieu luc\b"
    r"|\b(?:(?:khi|ngay|luc|thang|quy) nao|bao gio)\b[^?]*\bthi hanh\b|\bthi hanh\b[^?]*\b(?:(?:khi|ngay|luc|thang|quy) nao|bao gio)\b"
    r"|\bap dung\b(?: [a-z]+){0,2} (?:tu|ke tu|vao) (?:khi|ngay|luc|thang|nam|bao)\b[^?]*(?:nao|gio|may)|\btu (?:(?:khi|ngay|luc|thang) (?:nao|may)|bao gio)\b[^?]*\bap dung\b"
    r"|\b(?:from )?(?:what|which) (?:date|day)\b[^?]*\bappl(?:y|ies)\b|\bappl(?:y|ies)\b[^?]*\bfrom (?:when|(?:what|which) (?:date|day))|\bwhen\b[^?]*\bstarts? (?:to apply|applying)"
    r"|\bin(?:to)? (?:force|effect)\b|\btakes? effect\b|\beffective (?:date|from|on|as of)\b|\b(?:when|date)\b[^?]*\beffective\b"
)
_CLAUSE_RE = re.compile(
    r"(?i)(?<!\w)này (?:có |được |chính thức |bắt đầu )*(?:hiệu lực(?: thi hành| áp dụng)?|thi hành|áp dụng) "
    r"(?P<when>(?:kể từ|kể|từ|sau|vào|sau khi)(?!\w)[^.;,()]{3,80}?)(?=\s*(?:[.;,()]|$| và | đến hết ))"
)
_SIGNING_RE = re.compile(r"(?i)ngày (?:được )?(?:ký|ban hành)")


def asks_in_force(folded: str) -> bool:
    """Whether a question (folded) is from when a document is in force.

    >>> asks_in_force("thong tu ve chi tieu thong ke bao gio co hieu luc"), asks_in_force("when does it take effect")
    (True, True)
    >>> asks_in_force("quyet dinh cu het hieu luc khi nao")
    False
    """
    return _ASKED_RE.search(folded) is not None


def answer_in_force(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """The day first, then the clause; with "từ ngày ký" the day of the head, where it is known. [] where none says so."""
    statements: list[Statement] = []
    for name in plans:
        for unit in by_plan(knowledge).get(("sentence", name), ()):
            if clause := _CLAUSE_RE.search(unit.text):
                statements += _tell(clause["when"].strip(), unit, need, knowledge)
                break
    return statements


def _tell(when: str, unit: Unit, need: Need, knowledge: Knowledge) -> list[Statement]:
    plan = knowledge.plans[unit.plan]
    head, span = plan.letterhead, dict(plan.letterhead.spans).get("date")
    day = ""
    units: tuple[Unit, ...] = (unit,)
    if head.date and span and _SIGNING_RE.search(when):
        day = f" ({'/'.join(reversed(head.date.split('-')))})"
        units = (unit, Unit(unit.plan, "identity", head.date, "", "preamble", "", span))
    where = place(unit.path, plan, need.language)
    return [
        Statement(f"**{when}{day}** – {plan_label(plan)}", units),
        Statement(f"{clip(unit.text)} ({where}).", (unit,)),
    ]
