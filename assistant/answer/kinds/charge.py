"""Who is in charge of a plan as a whole: "sở nào chủ trì kế hoạch X", "ai theo dõi, đôn đốc chương trình Y".

A plan says that once, of itself: "Sở A là cơ quan đầu mối theo dõi, đôn đốc việc thực hiện Kế hoạch này".
In: a question that asks for nobody but that. Out: the body of each plan whose title says all else that is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence.units import by_plan, coverage
from assistant.answer.kinds.who import state_assignment
from assistant.grams import tokens
from assistant.knowledge import PLAN_KINDS, Knowledge, Unit
from assistant.question.cues import asks_who, cue_text, in_long
from assistant.question.naming import fold
from assistant.question.terms import Term
from assistant.question.understand import Need
from ingest.plan import Assignment

__all__ = ["answer_charge", "asks_charge", "rank_of_charge"]

MOSTLY = 0.6
"""Share of each thing that a question says which the title must say ("chi trả trợ cấp", "chi trả trợ giúp")."""
MOST_PLANS = 4
_CHARGE = (
    r"chu tri|dau moi|thuong truc|phu trach|dieu phoi|theo doi|don doc|trien khai|to chuc thuc hien|thuc hien"
)
_ASKED_RE = re.compile(
    rf"\b(?:{_CHARGE}|chiu trach nhiem|leads?|in charge|responsible|oversees?|coordinates?|monitors?)\b"
)
_SPENT = frozenset(f"{_CHARGE} trach nhiem co quan don vi ke hoach chung nay".replace("|", " ").split())
"""Folded: words with which a question says who is in charge of what; the rest is its subject."""
_OF_OTHERS_RE = re.compile(
    r"\b(?:phoi hop|kinh phi|ngan sach|bao cao|tong hop|so ket|tong ket|khen thuong|funding|report)"
)
"""Folded: one matter of a plan that another body may see to."""
_WATCHES = rf"(?:đầu mối|thường trực|đôn đốc|điều phối|theo dõi)(?!\w)[^.;]{{0,120}}?(?:{PLAN_KINDS})"
_WATCHES_RE = re.compile(rf"(?i){_WATCHES}")
_WATCHES_THIS_RE = re.compile(rf"(?i){_WATCHES}(?:(?: [^\W\d_]+){{0,2}} này(?!\w)|\W*$)")
"""The plan itself, rather than one that others make."""
_CARRIES_OUT_RE = re.compile(rf"(?i)(?:tổ chức thực hiện|triển khai)(?!\w)[^.;]{{0,120}}?(?:{PLAN_KINDS})")
_SEVERAL_RE = re.compile(r"(?i)(?<!\w)(?:các|những|mỗi|từng)(?!\w)")


def answer_charge(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """The body in charge, plan by plan; [] where more is asked, no title says the subject, or a plan names nobody."""
    if need.yesno or need.agency or not asks_charge(need.question):
        return []
    subject = [term for term in need.terms if not _is_spent(fold(term.text))]
    if not subject and len(plans) != 1:
        return []
    meant = [name for name in plans if _says_each(subject, knowledge.titles[name])]
    found = [unit for name in meant[: MOST_PLANS + 1] if (unit := _in_charge(name, knowledge))]
    if not found or len(meant) > MOST_PLANS:
        return []
    names = dict.fromkeys(_actor(unit) for unit in found)
    head = Statement("; ".join(f"**{name}**" for name in names), tuple(found))
    told = [Statement(state_assignment(unit, need, knowledge), (unit,)) for unit in found]
    if len(told) > 1:
        told = [Statement(f"- {one.text}", one.units) for one in told]
    return [head, *told]


def _is_spent(term: str) -> bool:
    """Whether a term (folded) only says that somebody is in charge, or is a pair across the end of such a word ("khai lộ")."""
    words = term.split()
    return {*words} <= _SPENT or (len(words) == 2 and not _SPENT.isdisjoint(words))


def _says_each(subject: Sequence[Term], title: frozenset[str]) -> bool:
    """Whether a title says every term of a subject, each for itself: one word more asks for one matter of the plan."""
    return all(title.issuperset(tokens(term.text)) or coverage([term], title) >= MOSTLY for term in subject)


def asks_charge(question: str) -> bool:
    """Whether a question asks who is in charge, and for no single matter.

    >>> asks_charge("Sở nào chủ trì kế hoạch kinh tế số?"), asks_charge("Sở nào tổng hợp báo cáo của kế hoạch?")
    (True, False)
    """
    folded = in_long(fold(question))
    return (
        asks_who(in_long(cue_text(question)))
        and _ASKED_RE.search(folded) is not None
        and _OF_OTHERS_RE.search(folded) is None
    )


def _in_charge(name: str, knowledge: Knowledge) -> Unit | None:
    """The task by which one body is put in charge of the plan itself; the first of the plainest."""
    tasks = [unit for unit in by_plan(knowledge).get(("assignment", name), ()) if unit.title]
    ranked = [(rank_of_charge(unit.fact), unit) for unit in tasks if isinstance(unit.fact, Assignment)]
    best = max((rank for rank, _ in ranked), default=0)
    return next((unit for rank, unit in ranked if rank == best), None) if best else None


def rank_of_charge(task: Assignment) -> int:
    """How plainly a task that speaks of its plan puts one body in charge of it: 3, 2, 1, or 0 for not at all.

    >>> from ingest.plan import Span
    >>> rank_of_charge(Assignment("Sở Nội vụ", "lead", "theo dõi, đôn đốc thực hiện Kế hoạch này", "V", Span(0, 1)))
    3
    >>> rank_of_charge(Assignment("Các sở", "responsible", "triển khai thực hiện Kế hoạch này", "V", Span(0, 1)))
    0
    """
    if not task.actor or task.role == "coordinate" or _SEVERAL_RE.search(task.actor):
        return 0
    if _WATCHES_RE.search(task.task):
        return 3 if _WATCHES_THIS_RE.search(task.task) else 2
    if task.role not in {"lead", "support"} or _OF_OTHERS_RE.search(fold(task.task)):
        return 0
    return int(_CARRIES_OUT_RE.search(task.task) is not None)


def _actor(unit: Unit) -> str:
    assert isinstance(unit.fact, Assignment)
    return unit.fact.actor or ""
