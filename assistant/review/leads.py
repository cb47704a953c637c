"""Who leads: a task that two bodies lead, and one that nobody is named for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from assistant.review.hygiene import MAX_CORRUPTION
from assistant.review.model import Case, Document, Finding
from ingest.facts.bodies.agencies import agency_key, find_agencies
from ingest.facts.language.blocks import Block
from ingest.plan import Assignment, Section, Span
from ingest.spelling import match_key

__all__ = ["find_leaderless_tasks", "find_two_leads"]

_SAME = 96
"""rapidfuzz ratio from which two tasks are one, but for a word."""


def find_two_leads(case: Case) -> Iterator[Finding]:
    """ND06: one task led by two bodies in two places."""
    for document in case.documents:
        leads = [
            a for a in document.plan.facts.assignments if a.role == "lead" and a.actor and len(a.task) > 50
        ]
        for one, other in combinations(leads, 2):
            first, second = agency_key(one.actor or ""), agency_key(other.actor or "")
            # A branch has the duties of its head office; one row may name a lead for each of its places.
            if first in second or second in first or one.path == other.path:
                continue
            # "các nhiệm vụ tại mục (1)" and "... mục (2)" are two tasks.
            if fuzz.ratio(_task(one), _task(other), score_cutoff=_SAME) and not re.search(r"\d", one.task):
                yield Finding.of(
                    "ND06", f"Một việc có hai cơ quan chủ trì: {one.actor} và {other.actor}.",
                    "Mỗi việc chỉ giao một cơ quan chủ trì.", "Giao một cơ quan chủ trì, cơ quan kia phối hợp.",
                    [document.quote_span(one.span, one.path), document.quote_span(other.span, other.path)], 0.75,
                )  # fmt: skip
        yield from _rows_with_two(document)


def _task(assignment: Assignment) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", match_key(assignment.task)).split())


def _several(actor: str) -> bool:
    """Whether a name stands for many of a kind, each of which leads at home: "UBND các xã, phường"."""
    named = find_agencies(actor)
    return (
        not named or any(agency.collective for agency in named) or re.match(r"(?i)các\s", actor) is not None
    )


def _rows_with_two(document: Document) -> Iterator[Finding]:
    rows: dict[tuple[str, str], dict[str, Assignment]] = defaultdict(dict)
    for task in document.plan.facts.assignments:
        if task.role == "lead" and task.actor and "row" in task.path and not _several(task.actor):
            rows[task.path, task.task].setdefault(agency_key(task.actor), task)
    for found in rows.values():
        if len(found) < 2:
            continue
        tasks = list(found.values())
        spans = {task.actor_span or task.span: task.path for task in tasks}
        yield Finding.of(
            "ND06", f"Một việc có {len(tasks)} cơ quan chủ trì: {', '.join(task.actor or '' for task in tasks)}.",
            "Mỗi việc chỉ giao một cơ quan chủ trì.", "Giao một cơ quan chủ trì, các cơ quan khác phối hợp.",
            [document.quote_span(span, path) for span, path in spans.items()], 0.6, doubtful=True,
        )  # fmt: skip


_LEADING_RE = re.compile(
    r"^\W*(?:giao )?(?:chủ trì,? (?:và )?(?:phối hợp|tham mưu)|làm đầu mối|là cơ quan (?:thường trực|đầu mối))(?!\w)"
)
# A heading that names any body hands it the tasks below, whether or not its name is a known one.
_BODY_RE = re.compile(
    r"(?i:trách nhiệm của|nhiệm vụ của)|(?<!\w)(?:Bộ|Sở|SỞ|Ban(?! hành)|Ủy ban|Uỷ ban|ỦY BAN|UBND|Hội(?! nghị)|Văn phòng|Phòng(?!,| ngừa)|Công an|Thanh tra|Trung tâm"
    r"|Trường|Tòa|Viện|Cục|Chi cục|Đoàn|Chi nhánh|Báo(?! cáo)|Đài|Ngân hàng|Liên đoàn|Liên minh|Cơ quan|Đơn vị|Các (?:cơ quan|đơn vị|sở|phòng|xã)|Chủ tịch|Giám đốc|Tổ(?! chức)|Bảo hiểm|Kho bạc|Thuế|Mặt trận|Quân)(?!\w)"
)
_HANDING_OUT_RE = re.compile(r"tổ chức thực hiện|phân công|trách nhiệm|giao nhiệm vụ")


def find_leaderless_tasks(case: Case) -> Iterator[Finding]:
    """ND10: "Chủ trì, phối hợp với ..." with no body before it or above it; a lone item without an actor."""
    for document in case.documents:
        if document.plan.source.corruption > MAX_CORRUPTION:
            continue
        before = ""
        for line, key in zip(document.lines, document.keys, strict=True):
            if not line.speaks or not _LEADING_RE.match(_bare(key)):
                before = key if not re.match(r"\W*[-+•]", key) else before
                continue
            # A line above may hand the tasks out: "Các phòng có trách nhiệm:".
            if _BODY_RE.search(line.headings()) or before.rstrip(" *").endswith(":") or _held(document, line):
                continue
            yield _leaderless(
                document, document.plan.source.span(line.start, line.start + len(line.text)), line.path
            )
        for section in document.plan.walk():
            if _HANDING_OUT_RE.search(match_key(section.heading or "")):
                yield from _odd_items(document, section)


def _held(document: Document, line: Block) -> bool:
    """Whether some assignment read from this line has an actor, said in it or carried down to it."""
    span = document.plan.source.span(line.start, line.start + len(line.text))
    return any(
        task.actor and task.role != "coordinate" and task.span.start < span.end and span.start < task.span.end
        for task in document.plan.facts.assignments
    )


def _bare(text: str) -> str:
    return re.sub(r"^\W*(?:\d+(?:\.\d+)*|[a-zđ])[.)]\s*", "", match_key(text))


def _odd_items(document: Document, section: Section) -> Iterator[Finding]:
    """The item that names nobody where all its neighbours name a body."""
    by_item: dict[str, list[Assignment]] = defaultdict(list)
    for task in document.plan.facts.assignments:
        if task.path in {child.path for child in section.children}:
            by_item[task.path].append(task)
    named = [path for path, tasks in by_item.items() if any(task.actor for task in tasks)]
    lone = [path for path, tasks in by_item.items() if not any(task.actor for task in tasks)]
    # One among many is an oversight; several are a list of another kind.
    if len(lone) == 1 and len(named) >= 3 and len(by_item[lone[0]]) == 1:
        task = by_item[lone[0]][0]
        yield _leaderless(document, task.span, task.path, doubtful=True)


def _leaderless(document: Document, span: Span, path: str, doubtful: bool = False) -> Finding:
    return Finding.of(
        "ND10", "Nhiệm vụ chưa rõ cơ quan, đơn vị nào thực hiện.",
        "Mỗi nhiệm vụ phải ghi rõ cơ quan chủ trì; ở đây không có tên cơ quan trong câu và ở đề mục.",
        "Ghi tên cơ quan, đơn vị chủ trì.", [document.quote_span(span, path)], 0.6 if doubtful else 0.8, doubtful,
    )  # fmt: skip
