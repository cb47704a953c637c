"""A plan against the one that it carries out: citation, targets, deadlines, tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from assistant.review.model import Case, Document, Finding
from assistant.review.references import shown_date
from assistant.review.targets import same_subject, subject_key
from ingest.facts.bodies.agencies import agency_key
from ingest.facts.language.patterns import key_of
from ingest.plan import Deadline, Target
from ingest.spelling import match_key

__all__ = [
    "find_later_deadlines",
    "find_loosened_targets",
    "find_missing_tasks",
    "find_parent_citation_faults",
]


_TELLING = 30
"""Letters of a subject that says by itself what is counted."""


def _pairs(case: Case) -> Iterator[tuple[Document, Document]]:
    if case.parent is not None:
        for document in case.documents:
            if document.name != case.parent.name:
                yield document, case.parent


def find_parent_citation_faults(case: Case) -> Iterator[Finding]:
    """CC04: the parent is not cited, or with another date than its own."""
    for child, parent in _pairs(case):
        head = parent.plan.letterhead
        if not head.number:
            continue
        cited = [
            c for c in child.cited if c.mention.number and key_of(c.mention.number) == key_of(head.number)
        ]
        if not cited:
            yield Finding.of(
                "CC04", f"Kế hoạch không viện dẫn kế hoạch cấp trên số {head.number}.", "Căn cứ đầu tiên là kế hoạch trực tiếp được thực hiện.",
                f"Thêm căn cứ: {head.doc_type} số {head.number} ngày {shown_date(head.date)} của {head.issuer}.",
                [child.quote(0, min(80, len(child.plan.source.clean)))], 0.8,
            )  # fmt: skip
        for place in cited:
            day = place.mention.date
            if day and head.date and day != head.date:
                spans = dict(parent.plan.letterhead.spans)
                theirs = [parent.quote_span(spans["date"])] if "date" in spans else []
                yield Finding.of(
                    "CC04", f"Kế hoạch cấp trên {head.number} ghi ngày {shown_date(day)}; bản cấp trên ghi {shown_date(head.date)}.",
                    "Ngày viện dẫn phải đúng với bản được viện dẫn.", f"Sửa thành ngày {shown_date(head.date)}.",
                    [child.quote(*place.core, place.block.path), *theirs], 0.95,
                )  # fmt: skip


def _looser(mine: Target, theirs: Target) -> bool:
    """At-least targets fall, at-most targets rise."""
    if mine.number is None or theirs.number is None:
        return False
    if theirs.comparator in ("<", "<="):
        return (mine.upper or mine.number) > theirs.number
    return mine.number < theirs.number


def _alike(mine: Target, theirs: Target) -> bool:
    if mine.unit != theirs.unit:
        return False
    return same_subject(mine, theirs) or (
        min(len(mine.subject), len(theirs.subject)) > 25
        and fuzz.token_set_ratio(match_key(mine.subject), match_key(theirs.subject)) >= 95
    )


def _said_alike(child: Document, mine: Target, parent: Document, theirs: Target) -> bool:
    """Whether the sentences agree where the subject alone ("lần trong năm") could be anything's."""
    if min(len(subject_key(mine)), len(subject_key(theirs))) >= _TELLING:
        return True
    said = (match_key(child.quote_span(mine.span).text), match_key(parent.quote_span(theirs.span).text))
    return fuzz.token_set_ratio(*said) >= 85


def find_loosened_targets(case: Case) -> Iterator[Finding]:
    """CC02: a target of the parent with a weaker number in the child."""
    for child, parent in _pairs(case):
        for theirs in parent.plan.facts.targets:
            same = [
                t
                for t in child.plan.facts.targets
                if _alike(t, theirs) and _said_alike(child, t, parent, theirs)
            ]
            if same and all(_looser(mine, theirs) for mine in same):
                mine = same[0]
                yield Finding.of(
                    "CC02", f"Chỉ tiêu “{mine.value}” thấp hơn của cấp trên “{theirs.value}” ({theirs.subject}).",
                    "Chỉ tiêu của cấp dưới có thể cao hơn, không được thấp hơn cấp trên.", "Nâng chỉ tiêu cho bằng cấp trên.",
                    [child.quote_span(mine.span, mine.path), parent.quote_span(theirs.span, theirs.path)], 0.85,
                )  # fmt: skip


def _report_kind(due: Deadline) -> str | None:
    what = match_key(f"{due.what} {due.when}")
    if "báo cáo" not in what:
        return None
    for kind, shape in (
        ("6 tháng", r"(?:0?6|sáu) tháng"),
        ("quý", r"quý"),
        ("năm", r"báo cáo (?:\w+ ){0,2}năm|tổng kết"),
    ):
        if re.search(shape, what):
            return kind
    return None


def find_later_deadlines(case: Case) -> Iterator[Finding]:
    """CC03: what goes to the parent's focal point is due later than the parent says."""
    for child, parent in _pairs(case):
        for theirs in parent.plan.facts.deadlines:
            for mine in child.plan.facts.deadlines:
                if not _later(mine, theirs):
                    continue
                kind = _report_kind(theirs)
                same_report = kind is not None and kind == _report_kind(mine)
                same_task = (
                    len(theirs.what) > 25
                    and fuzz.token_set_ratio(match_key(mine.what), match_key(theirs.what)) >= 90
                )
                if same_report or same_task:
                    yield Finding.of(
                        "CC03", f"Hạn {mine.when} muộn hơn hạn của cấp trên ({theirs.when}).",
                        "Hạn của cấp dưới phải trước hoặc bằng hạn cấp trên giao.", f"Sửa thành trước {shown_date(theirs.normalised)}.",
                        [child.quote_span(mine.span, mine.path), parent.quote_span(theirs.span, theirs.path)], 0.8,
                    )  # fmt: skip


def _later(mine: Deadline, theirs: Deadline) -> bool:
    days = mine.normalised or "", theirs.normalised or ""
    return all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in days) and days[0] > days[1]


def find_missing_tasks(case: Case) -> Iterator[Finding]:
    """CC01: a task that the parent gives this unit to lead, of which the child says nothing."""
    for child, parent in _pairs(case):
        unit = agency_key(child.plan.letterhead.issuer or "")
        said = [match_key(line.text) for line in child.lines if len(line.text) > 20]
        for task in parent.plan.facts.assignments:
            if task.role not in {"lead", "advise", "responsible"} or not task.actor or len(task.task) < 30:
                continue
            if agency_key(task.actor) != unit:
                continue
            wanted = match_key(task.task)
            best = max((fuzz.token_set_ratio(wanted, line) for line in said), default=0)
            if best < 60:
                yield Finding.of(
                    "CC01", f"Chưa thấy nhiệm vụ cấp trên giao {task.actor}: {task.task[:120]}",
                    "Nhiệm vụ cấp trên giao đơn vị phải có trong kế hoạch của đơn vị.", "Thêm nhiệm vụ này và phân công nội bộ.",
                    [parent.quote_span(task.span, task.path)], 0.65,
                )  # fmt: skip
