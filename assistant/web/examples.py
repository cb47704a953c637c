"""Questions that the empty page offers: about the plans that are in the library, one kind of asking after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from assistant.answer.wording import plan_label
from assistant.samples import SAMPLE_NAMES
from ingest.plan import VISIBLE_GAP, Plan

if TYPE_CHECKING:
    from vectorstore.library import Library

__all__ = ["EXAMPLES", "examples_of"]

EXAMPLES: tuple[str, ...] = (
    "Ai chủ trì tổng hợp báo cáo kết quả giải quyết khiếu nại, tố cáo của tỉnh Sơn Hà?",
    "Sở Tư pháp chủ trì những nhiệm vụ gì?",
    "so nao chu tri tap huan cong chuc lam cong tac dan van?",
    "Mức độ hài lòng của người dân xã Suối Bạc phải đạt bao nhiêu?",
    "Hội Cựu chiến binh phường Bình Minh chủ trì những nhiệm vụ nào?",
    "Who signed plan 12/KH-UBND?",
)
"""About the sample plans."""
OFFERED = 6


def examples_of(library: Library) -> tuple[str, ...]:
    """Return questions on plans of the library that these answer; those on the sample plans where all are there."""
    names = [entry.name for entry in library.plans()]
    if set(SAMPLE_NAMES) <= set(names):
        return EXAMPLES
    newest = [library.plan(name) for name in reversed(names[-OFFERED:])]
    called = [plan for plan in newest if plan.letterhead.issuer and VISIBLE_GAP not in plan_label(plan)]
    return tuple(_turn_by_turn(called))[:OFFERED]


def _turn_by_turn(plans: list[Plan]) -> Iterator[str]:
    """Every plan's first kind of question, the kinds shifted from plan to plan, then its second."""
    for turn in range(len(_KINDS)):
        for at, plan in enumerate(plans):
            if question := _KINDS[(at + turn) % len(_KINDS)](plan):
                yield question


def _lead(plan: Plan) -> str | None:
    leads = Counter(a.actor for a in plan.facts.assignments if a.role == "lead" and a.actor)
    return (
        f"{leads.most_common(1)[0][0]} chủ trì những nhiệm vụ gì trong {plan_label(plan)}?" if leads else None
    )


def _signer(plan: Plan) -> str | None:
    signer = plan.closing.signer
    return f"Ai ký {plan_label(plan)}?" if signer and signer.name else None


def _date(plan: Plan) -> str | None:
    return f"{plan_label(plan)} được ban hành ngày nào?" if plan.letterhead.date else None


def _bases(plan: Plan) -> str | None:
    return f"{plan_label(plan)} triển khai văn bản nào?" if plan.parents else None


_KINDS: tuple[Callable[[Plan], str | None], ...] = (_lead, _signer, _bases, _date)
