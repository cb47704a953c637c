"""Short parent plans for the tests of drafting, and the inner text of a draft."""

from __future__ import annotations

from assistant.draft.model import Draft
from ingest.pipeline import plan_from_text
from ingest.plan import Plan, RawText

__all__ = ["inner", "parent_of"]


def parent_of(body: str, title: str) -> Plan:
    """A province's plan of this title with this body."""
    text = f"KẾ HOẠCH\n{title}\n\nUBND tỉnh Sơn Hà ban hành Kế hoạch như sau:\n\n{body}\n"
    return plan_from_text(RawText("kh.txt", text))


def inner(draft: Draft) -> str:
    """What a draft says between its basis and its closing."""
    return "\n".join(p.text for p in draft.paragraphs if p.kind not in {"title", "basis", "closing"})
