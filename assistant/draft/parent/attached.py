"""What of a document is the plan: its articles, the plan that a decision issues, or rules that bind as they stand.

In: the parent. Out: the sections of its body, the attached plan or None, and whether it lays down rules.
"""

from __future__ import annotations

import re

from ingest.plan import Plan, Section

__all__ = ["articles_of", "attached_plan", "is_regulation"]

_PLAN = r"(?:kế hoạch|chương trình|đề án|phương án|quy chế|quy định)(?!\w)"
_ATTACHED_RE = re.compile(rf"(?i)\W*{_PLAN}")
# A signature may have been left in the heading, before the attached title in capitals.
_TITLE_LINE_RE = re.compile(r"(?<!\w)(?:KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|QUY CHẾ|QUY ĐỊNH)(?!\w)")
# "theo Mẫu số 02 ban hành kèm theo Thông tư này" issues a form, no plan.
_ISSUES_RE = re.compile(
    rf"(?i)(?:ban hành|phê duyệt|thông qua)\s[^.;:]{{0,60}}?(?:(?<!\w){_PLAN}\s[^;]*?kèm theo|kèm theo\s[^.;:]{{0,60}}?\snày,?\s(?:bản\s)?{_PLAN})"
)
_REGULATION_RE = re.compile(r"(?i)\W*(?:ban hành\s+)?(?:quy chế|quy định|nội quy)(?!\w)")


def is_regulation(plan: Plan) -> bool:
    """Whether what the parent lays down are rules (quy chế, quy định), by itself or attached to a decision."""
    head = plan.letterhead
    if _REGULATION_RE.match(head.doc_type or ""):
        return True
    attached = attached_plan(plan)
    if attached is not None:
        return _REGULATION_RE.match(attached.heading) is not None
    articles = any(section.label.startswith("Điều") for section in plan.sections)
    return articles and _REGULATION_RE.match(head.title or "") is not None


def articles_of(plan: Plan) -> tuple[Section, ...]:
    """The body of the document; articles that the parser took for an annex (no heading, "Điều 1" first) are it."""
    body = tuple(s for s in plan.sections if s.kind not in {"preamble", "closing", "annex"})
    loose = (s.children for s in plan.sections if s.kind == "annex" and not s.label and not s.heading)
    return body or next((c for c in loose if c and c[0].label.startswith("Điều")), ())


def attached_plan(plan: Plan) -> Section | None:
    """The plan that a decision issues: "Điều 1. Ban hành kèm theo ..." and the plan itself after the signature."""
    articles = articles_of(plan)
    if not any(section.label.startswith("Điều") for section in articles):
        return None
    issues = any(_ISSUES_RE.search(plan.source.clean, s.range.start, s.range.end) for s in articles)

    def titled(section: Section) -> bool:
        heading = section.heading
        if _ATTACHED_RE.match(heading):
            return True
        return issues and _TITLE_LINE_RE.search(heading) is not None and "phụ lục" not in heading.lower()

    found = (s for s in plan.sections if s.kind == "annex" and not s.label and s.children and titled(s))
    return next(found, None)
