"""The parent as the unit sees it: its tree of sections, who holds each, and the verdict on every clause (``rulings``).

In: the parent Plan and the profile. Out: an Outline. Under a heading of others' duty nothing general is the
unit's; of a regulation only what charges the unit is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from assistant.draft.cause import CHARGED, Cause
from assistant.draft.parent.annexed import as_charged, holds_common, only_bodies
from assistant.draft.parent.attached import articles_of, attached_plan, is_regulation
from assistant.draft.parent.below import (
    beneath,
    helps_only,
    holders_below,
    is_role_line,
    of_others,
    role_clauses,
    with_role_lines,
)
from assistant.draft.parent.binding import is_plural, reach_of
from assistant.draft.parent.clause import Clause, Place
from assistant.draft.parent.elsewhere import lists_places
from assistant.draft.parent.fields import speaks_of_own
from assistant.draft.parent.kept import only_charged, without_closing, without_lost
from assistant.draft.parent.led_elsewhere import charges_elsewhere, without_charges_of_others
from assistant.draft.parent.led_in import leads_in
from assistant.draft.parent.listed import stays_whole
from assistant.draft.parent.oriented import oriented_annexes
from assistant.draft.parent.others import addressed, lost_by_heading, part_of_others, tells_level
from assistant.draft.parent.own_terms import own_terms, with_own_terms
from assistant.draft.parent.pointed import leads_by_path, led_by_others
from assistant.draft.parent.requests import with_asked
from assistant.draft.parent.results import (
    gives_account,
    opens_tasks,
    tells_both,
    without_accounts,
    without_results,
)
from assistant.draft.parent.ruled import covers_unit, rules_here, told_of_others
from assistant.draft.parent.rulings import judge_line
from assistant.draft.parent.whose import leads_of, reaches_of
from assistant.draft.unit.profile import UnitProfile
from ingest.facts.language.blocks import Block, list_blocks
from ingest.facts.tasks.held import Holding
from ingest.facts.tasks.holders import Holder
from ingest.facts.tasks.walk import walk_assignments
from ingest.plan import Plan, Section, Structure

__all__ = ["Line", "Node", "Outline", "read_outline"]

_TARGET_HEAD_RE = re.compile(r"(?i)chỉ\s+tiêu|mục\s+tiêu")
_NO_TASK_RE = re.compile(
    r"(?i)mục đích|yêu cầu|mục tiêu|quan điểm|kinh phí|phạm vi|đối tượng|tổ chức thực hiện"
)
_FUNDING_RE = re.compile(r"(?i)kinh phí|nguồn vốn|dự toán")
_ORGANISATION_RE = re.compile(r"(?i)tổ\s+chức\s+(?:triển\s+khai\s+)?thực\s+hiện|phân\s+công|trách\s+nhiệm")
_AS_FOLLOWS_RE = re.compile(r"(?i)(?:như sau|sau đây)\s*[:.]?\s*$")
_BEFORE = 1500
"""Letters before a line in which stands what "nêu trên" in it means."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the parent with its clauses."""

    block: Block
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A section of the parent: its heading, lines and sub-sections, with who holds it."""

    section: Section
    heading: Line | None
    lines: tuple[Line, ...]
    children: tuple[Node, ...]
    holder: Literal["unit", "class", "other"] | None
    holder_names: tuple[str, ...] = ()
    organisation: bool = False
    others: bool = False
    """All that is general in it is others'."""

    def walk(self) -> list[Node]:
        """Return the node and all below."""
        return [self, *(below for child in self.children for below in child.walk())]


@dataclass(frozen=True, slots=True)
class Outline:
    """The parent seen from the unit."""

    preamble: tuple[Block, ...]
    nodes: tuple[Node, ...]
    footnotes: tuple[Block, ...]
    articles: tuple[Section, ...] = ()
    """Articles that only issue the plan attached to them."""
    outside: tuple[Line, ...] = ()
    """Lines of those articles and of annexes: tasks of the unit only where they name it."""


def _holder(holding: Holding | None, profile: UnitProfile) -> Literal["unit", "class", "other"] | None:
    """Who the heading names, where it names only bodies; "Chủ trì, phối hợp với các sở" names no new one."""
    if holding is None or holding.after == holding.before or not holding.after:
        return None
    # "d) Kiểm định xe: ...; Sở Xây dựng giám sát": told in the text behind the heading, not by it.
    end = holding.block.chain[-1].heading_range.end if holding.block.chain else 0
    if all(holder.range.start >= end for holder in holding.after):
        return None
    names = leads_of(holding.after)
    if holding.before and names == leads_of(holding.before):
        return None
    reaches = [reach_of(name, profile, collective=is_plural(name)) for name in names]
    return "unit" if "unit" in reaches else "class" if "class" in reaches else "other"


def _opens_with_count(block: Block) -> bool:
    return re.match(r"(?i)\W*(?:\d|trên \d|tối thiểu)", block.text[block.body :]) is not None


def _run_in(holding: Holding) -> Holding | None:
    """The text that a heading runs on into ("1. Nguồn ngân sách: Hằng năm, các sở lập dự toán ..."), as a line."""
    block = holding.block
    end = max(block.chain[-1].heading_range.end - block.start, block.body)
    rest = re.compile(r"[\s*:.]*").match(block.text, end)
    at = rest.end() if rest else end
    if not block.speaks and (":" not in block.text[end:at] or at == len(block.text)):
        return None
    # "Thời gian: trước ngày 30/6/2026" says its heading, too.
    if not block.speaks or len(block.text[at:].split()) < 4 or lists_places(block.text, at):
        at = block.body
    # "1. Sở Y tế: chủ trì ...": whom the heading names holds what follows.
    return replace(
        holding, block=replace(block, kind="text", body=at), before=holding.after or holding.before
    )


def _opened(lines: tuple[Line, ...]) -> Cause | None:
    """Why the points below "...:" are others' where the line that opens them is."""
    if not lines or not lines[-1].clauses or not lines[-1].block.text.rstrip().endswith(":"):
        return None
    whole = all(c.cause is not None and c.cause.why != "lead_in" for c in lines[-1].clauses)
    return lines[-1].clauses[-1].cause if whole else None


def _listed(
    section: Section, lines: list[Line], head: Holding | None, mine: dict[tuple[int, int], list[Holding]]
) -> bool:
    """Whether the points beneath a line are cases or contents, which stay with it whole."""
    opening = lines[-1].block.text if lines else head.block.text if head else ""
    below = [
        holding.block.text[holding.block.body :]
        for child in section.children
        for holding in mine.get((child.range.start, child.level), [])
    ]
    return bool(below) and stays_whole(opening, below)


def _held_by(held: list[Holding], told: tuple[Holder, ...]) -> list[Holding]:
    if not told:
        return held
    return [replace(h, before=told, found=()) if h.block.kind != "heading" else h for h in held]


def _all_lost(lines: tuple[Line, ...]) -> Cause | None:
    """Why nothing of some lines is the unit's; None where something is."""
    clauses = [clause for line in lines for clause in line.clauses]
    lost = bool(clauses) and all(clause.verdict == "dropped" for clause in clauses)
    return clauses[0].cause if lost else None


def _first_words(section: Section, mine: dict[tuple[int, int], list[Holding]]) -> str:
    """What a section says first beneath its heading."""
    held = mine.get((section.range.start, section.level), ())
    text = next((h.block.text[h.block.body :] for h in held if h.block.kind != "heading"), "")
    return text or (_first_words(section.children[0], mine) if section.children else "")


def _outside(
    sections: tuple[Section, ...],
    mine: dict[tuple[int, int], list[Holding]],
    text: str,
    profile: UnitProfile,
    *,
    ours: bool = False,
) -> tuple[Line, ...]:
    """The lines of articles and annexes; ``ours``: what stands above charges the unit's group."""
    found: list[Line] = []
    for section in sections:
        held = mine.get((section.range.start, section.level), [])
        head = next((h for h in held if h.block.kind == "heading"), None)
        group, here = holds_common(section, _holder(head, profile), profile, text, above=ours)
        runs_on = _run_in(head) if head and here else None
        for holding in (*([runs_on] if runs_on else []), *(h for h in held if h.block.kind != "heading")):
            names = only_bodies(holding.block.text)
            if names:
                here = any(reaches_of(names, profile))
                continue
            clauses = judge_line(holding, profile)
            # A line without a number may be a cell of a broken row.
            charged = here and section.label != ""
            found.append(Line(holding.block, as_charged(clauses) if charged else clauses))
        found += _outside(section.children, mine, text, profile, ours=group)
    return tuple(found)


def _by_section(
    plan: Plan, profile: UnitProfile
) -> tuple[dict[tuple[int, int], list[Holding]], list[Block], list[Block]]:
    """The lines of each section with those who hold them, the preamble and the footnotes."""
    structure = Structure(plan.letterhead, plan.sections, plan.tables, plan.closing, plan.abbreviations)
    blocks = list_blocks(plan.source, structure)
    mine: dict[tuple[int, int], list[Holding]] = {}
    preamble: list[Block] = []
    footnotes: list[Block] = []
    for holding in with_role_lines(with_asked(walk_assignments(blocks), profile)):
        block = holding.block
        if block.kind == "footnote":
            footnotes.append(block)
        elif block.kind == "preamble":
            preamble.append(block)
        else:
            last = block.chain[-1]
            mine.setdefault((last.range.start, last.level), []).append(holding)
    return mine, preamble, footnotes


def read_outline(plan: Plan, profile: UnitProfile) -> Outline:
    """Judge every clause of the parent for the unit."""
    mine, preamble, footnotes = _by_section(plan, profile)
    rules = is_regulation(plan)
    covered = covers_unit(plan, profile)
    leads = leads_by_path(plan)
    terms = own_terms(plan, profile)
    elsewhere = charges_elsewhere(plan, profile)
    dated = plan.letterhead.date or str(plan.letterhead.year or "")

    def ruled(block: Block, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
        bound = covered and rules_here(block.headings())
        bound = bound and not any(told_of_others(section.heading, profile) for section in block.chain)
        return only_charged(clauses, profile, covered=bound)

    def judged(
        holding: Holding, lost: Cause | None, place: Place, *, both: bool = False, listed: bool = False
    ) -> Line:
        block = holding.block
        if is_role_line(block.text[block.body :]):
            above = block.chain[-2 if block.opens and len(block.chain) > 1 else -1]
            shared = beneath(above, mine) or holders_below([block.text[block.body :]])
            return Line(block, role_clauses(block, shared, profile, lost))
        here = replace(place, before=plan.source.clean[max(0, block.start - _BEFORE) : block.start])
        here = replace(here, target=True, theme=None) if _opens_with_count(block) else here
        clauses = with_own_terms(judge_line(holding, profile, here), terms)
        clauses = without_accounts(without_charges_of_others(clauses, elsewhere, profile), dated)
        if listed and lost is None:
            return Line(holding.block, tuple(replace(c, verdict="general", cause=None) for c in clauses))
        clauses = without_closing(holding.block, clauses)
        clauses = without_results(clauses) if both else clauses
        why = leads_in(holding, clauses)
        if why:
            return Line(holding.block, tuple(c.left_out(why) for c in clauses))
        return Line(
            holding.block,
            without_lost(lost, ruled(holding.block, clauses) if rules else clauses, profile),
        )

    def opening(section: Section) -> str:
        first = next(iter(mine.get((section.range.start, section.level), ())), None)
        text = first.block.text[first.block.body :] if first and not section.heading else ""
        return section.heading or (text if tells_level(text) else "")

    def build(
        section: Section,
        above: str,
        lost: Cause | None = None,
        *,
        own: bool = False,
        asked: bool = False,
        both: bool = False,
        item: bool = False,
    ) -> Node:
        held, item_here = mine.get((section.range.start, section.level), []), item
        head = next((h for h in held if h.block.kind == "heading"), None)
        to = addressed(section.heading, profile) if section.heading else None
        # "Các Bộ trưởng, Chủ tịch UBND tỉnh": the unit's class, beside whom others stand, holds what follows.
        listed = head is not None and len(head.after) > 1 and _holder(head, profile) in {"unit", "class"}
        if not item:
            lost = lost_by_heading(section, above, lost, profile, listed=listed, asked=asked)
            lost = lost or led_by_others(section.path, leads, profile)
            lost = lost or gives_account(f"{above} {section.heading}", _first_words(section, mine), dated)
        told = beneath(section, mine)
        held = held if helps_only(told, profile) else _held_by(held, told)
        lost = lost or of_others(told, profile)
        headings = f"{above} / {section.heading}" if section.heading else above
        own = own or speaks_of_own(section.heading, profile)
        target = _TARGET_HEAD_RE.search(headings) is not None
        any_field = not (target or _NO_TASK_RE.search(headings))
        theme = (plan.letterhead.title or "") if any_field else None
        place = Place(target, theme, own, _FUNDING_RE.search(headings) is not None, plan.letterhead.issuer)
        both = both or tells_both(section.heading)
        runs_on = _run_in(head) if head else None
        whole = runs_on is not None and head is not None and runs_on.block.body == head.block.body
        lines = [judged(runs_on, lost, place, both=both, listed=item)] if runs_on else []
        # "6. Kiểm đếm tàu cá (Chủ trì: Sở A).⏎Cập nhật hằng tháng.": what goes on is of the same task.
        gone = _all_lost(tuple(lines)) if whole else None
        gone = gone if gone and gone.why in CHARGED else None
        for holding in (h for h in held if h.block.kind != "heading"):
            # "Phương hướng, nhiệm vụ" on a line of its own ends what the lines before told of results.
            turns = lost is not None and lost.why == "past" and opens_tasks(holding.block.text)
            lines.append(judged(holding, lost or gone, place, both=both, listed=item))
            lost, both = (None, True) if turns else (lost, both)
        asked = asked or _holder(head, profile) in {"unit", "class"}
        below = lost or _opened(tuple(lines)) or (_all_lost(tuple(lines)) if told else None)
        item = below is None and (item or _listed(section, lines, head, mine))
        # "- Một số sản phẩm trái cây chủ yếu:": the points below are of that field, too.
        last = lines[-1].block.text.rstrip() if lines else ""
        own = own or (last.endswith(":") and speaks_of_own(last, profile))
        return Node(
            section,
            Line(head.block, ()) if head and not whole else None,
            tuple(lines),
            tuple(
                build(
                    child,
                    headings,
                    below
                    or part_of_others(opening(child), [opening(one) for one in section.children], profile),
                    own=own,
                    asked=asked,
                    both=both,
                    item=item,
                )
                for child in section.children
            ),
            None if whole or item_here else "class" if to == "own" else _holder(head, profile),
            leads_of(head.after) if head else (),
            _ORGANISATION_RE.search(section.heading) is not None,
            below is not None,
        )

    body = articles_of(plan)
    attached = attached_plan(plan)
    annexes = tuple(
        s for s in plan.sections if s.kind == "annex" and s is not attached and s.children[:1] != body[:1]
    )
    # An annex in prose that addresses the unit says what the body says; its other parts are those of others.
    oriented = oriented_annexes(plan, annexes, profile)
    annexes = tuple(s for s in annexes if s not in oriented)

    def joined(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        style = nodes[-1].section.label if nodes else "I."
        more = tuple(build(replace(annex, label=style), "") for annex in oriented)
        last = next((i for i in range(len(nodes) - 1, -1, -1) if nodes[i].organisation), len(nodes))
        return (*nodes[:last], *more, *nodes[last:])

    if attached is None:
        return Outline(
            tuple(preamble),
            joined(tuple(build(s, "") for s in body)),
            tuple(footnotes),
            outside=_outside(annexes, mine, plan.source.clean, profile),
        )
    whole = build(attached, "")
    # The lead-in of the attached plan ("..., UBND tỉnh ban hành Kế hoạch ... như sau:") is the issuer's.
    opens = [i + 1 for i, line in enumerate(whole.lines) if _AS_FOLLOWS_RE.search(line.block.text)]
    led_in = opens[-1] if opens else 0
    preamble += [line.block for line in whole.lines[:led_in]]
    lines = whole.lines[led_in:]
    first = (replace(whole, heading=None, lines=lines, children=()),) if lines else ()
    return Outline(
        tuple(preamble),
        joined((*first, *whole.children)),
        tuple(footnotes),
        body,
        _outside((*body, *annexes), mine, plan.source.clean, profile),
    )
