"""What of the parent concerns the unit, clause by clause, and why the rest does not.

In: the parent Plan and the profile. Out: the parent's tree with a verdict on every clause. The verdicts:
"named" (the unit itself is charged), "bound" (a collective that includes it), "general" (no actor said),
"partner" (others lead, the unit works with them), "related" (others lead with "các cơ quan liên quan"),
"dropped" (others' work, with the reason).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from assistant.draft.binding import foreign_duty, is_plural, names_of, reach_of, read_rules
from assistant.draft.collective import picks_some
from assistant.draft.profile import UnitProfile, kind_of
from ingest.facts.agencies import Agency, find_agencies, read_agencies, same_agency
from ingest.facts.assignments import Holding, walk_assignments
from ingest.facts.blocks import Block, list_blocks
from ingest.facts.roles import Subject, find_predicate, read_duty, read_subject
from ingest.facts.sentences import split_clauses, split_sentences
from ingest.plan import Plan, Range, Role, Section, Structure
from ingest.spelling import match_key

__all__ = ["Clause", "Line", "Node", "Outline", "read_outline"]

Verdict = Literal["named", "bound", "general", "partner", "related", "dropped"]
_TARGET_HEAD_RE = re.compile(r"(?i)chỉ\s+tiêu|mục\s+tiêu")
_ORGANISATION_RE = re.compile(r"(?i)tổ\s+chức\s+(?:triển\s+khai\s+)?thực\s+hiện|phân\s+công|trách\s+nhiệm")
_FOLLOWS_RE = re.compile(
    r"(?i)(?:nếu|trong đó|qua đó|danh mục|thời hạn|thời gian|việc này|nội dung này|trên cơ sở đó|từ đó|trường hợp)(?!\w)"
)
_REQUEST_RE = re.compile(r"(?i)(?:trân trọng )?đề nghị\s")
_ATTACHED_RE = re.compile(r"(?i)\W*(?:kế hoạch|chương trình|đề án|phương án|quy chế|quy định)(?!\w)")
_CHARGE_RE = re.compile(r"(?:Giao|Đề nghị|Yêu cầu)(?: cho)?\s+(?=[A-ZĐÂÔƠƯÊ])")
_COUNT_RE = re.compile(r"\d")
_WHOLE_RE = re.compile(r"toàn (?:tỉnh|thành phố)(?!\w)")
_OBJECT_RE = re.compile(r"(?i)(?:với|về|của|theo)\s*$")
_PEOPLE_RE = re.compile(
    r"(?:các |mỗi |từng )?(?:cán bộ|công chức|viên chức|người lao động|đảng viên|gia đình|hộ gia đình|cá nhân|doanh nghiệp)"
    r"(?:(?:,| và) (?:cán bộ|công chức|viên chức|người lao động|đảng viên|cá nhân))*"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the parent (clean offsets) and what it means for the unit."""

    start: int
    end: int
    text: str
    verdict: Verdict
    reason: str = ""
    leads: tuple[str, ...] = ()
    role: Role = "responsible"
    predicate: int = 0
    """Offset in ``text`` where the predicate begins, after the subject (0 where none is said)."""
    task: int = 0
    """Offset in ``text`` where the task's own words begin, after roles and partners."""
    sentence: int = 0
    """Which sentence of its line it belongs to."""


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


@dataclass(frozen=True, slots=True)
class _Who:
    """Who a clause is about, with the places in it where predicate and task begin."""

    actors: tuple[Agency, ...]
    predicate: int
    role: Role
    partners: tuple[Agency, ...]
    task: int
    explicit: bool


def _who(text: str, start: int, end: int, carried: tuple[Agency, ...]) -> _Who:
    subject = read_subject(text, start, end) or _charged(text, start, end)
    actors = subject.actors if subject else carried
    predicate = subject.predicate if subject else start
    duty = read_duty(text, predicate, end)
    partners = tuple(p for p in duty.partners if not picks_some(text, p))
    return _Who(actors, predicate - start, duty.role, partners, duty.task - start, subject is not None)


def _charged(text: str, start: int, end: int) -> Subject | None:
    """Read whom "Giao Ban Quản lý các khu công nghiệp chỉ đạo ..." charges, whatever the verb."""
    charge = _CHARGE_RE.match(text, start, end)
    actors, reached = read_agencies(text, charge.end()) if charge else ((), end)
    return Subject(actors, reached, asked=True) if actors and reached < end else None


def _clauses_of(text: str, sentence: Range) -> list[Range]:
    """Clauses of a sentence; one that opens nothing of its own stays with the one before."""
    merged: list[Range] = []
    for clause in split_clauses(text, sentence):
        subject = read_subject(text, clause.start, clause.end)
        opens = subject is not None or find_predicate(text, clause.start, clause.end) is not None
        opens = opens or _WHOLE_RE.match(text, clause.start) is not None
        names, reached = read_agencies(text[: merged[-1].end], merged[-1].start) if merged else ((), -1)
        if merged and (not opens or (names and reached == merged[-1].end)):
            merged[-1] = Range(merged[-1].start, clause.end)
        else:
            merged.append(clause)
    return merged


def _reaches(agencies: tuple[Agency, ...], profile: UnitProfile) -> list[str | None]:
    return [reach_of(a.name, profile, collective=a.collective or is_plural(a.name)) for a in agencies]


def _judge_target(text: str, profile: UnitProfile) -> tuple[Verdict, str]:
    """A target is the unit's unless it counts another body or another field of work."""
    found = tuple(a for a in find_agencies(text) if not _PEOPLE_RE.fullmatch(match_key(a.name)))
    reaches = _reaches(found, profile)
    agencies = tuple(a for a in found if not _OBJECT_RE.search(text[: a.start]))
    if agencies and not any(reaches):
        return "dropped", f"Chỉ tiêu của {names_of(agencies)}"
    kind = kind_of(profile)
    if not kind.area and kind.system == "state":
        own = match_key(" ".join((profile.name, *profile.field)))
        head = match_key(text[:160])
        fields = [
            (field, signs) for field, counted, signs in read_rules("domains.tsv") if re.search(counted, head)
        ]
        if fields and not any(reaches) and not any(re.search(signs, own) for _, signs in fields):
            return "dropped", f"Chỉ tiêu thuộc lĩnh vực {fields[0][0]}, không thuộc chức năng của đơn vị"
    return ("bound" if any(reaches) else "general"), ""


def _judge(text: str, who: _Who, profile: UnitProfile, target: bool) -> tuple[Verdict, str]:
    reaches = _reaches(who.actors, profile)
    # "UBND xã, phường" alone charges this commune; beside "các sở, ban, ngành" it is one of many.
    if "unit" in reaches and not ("class" in reaches or any(is_plural(a.name) for a in who.actors)):
        return "named", ""
    if "unit" in reaches and any(
        same_agency(a.name, profile.name) and not is_plural(a.name) and "," not in a.name for a in who.actors
    ):
        return "named", ""
    foreign = foreign_duty(text, profile)
    if "class" in reaches or "unit" in reaches:
        return ("dropped", foreign) if foreign else ("bound", "")
    if who.actors:
        partners = [
            (reach, partner)
            for reach, partner in zip(_reaches(who.partners, profile), who.partners, strict=True)
            if reach
        ]
        if any(reach == "unit" for reach, _ in partners):
            return "partner", ""
        if partners and not foreign:
            related = all(re.search(r"(?i)liên quan|khác$", partner.name) for _, partner in partners)
            return ("related" if related else "partner"), ""
        return "dropped", f"Thuộc trách nhiệm của {names_of(who.actors)}"
    if foreign:
        return "dropped", foreign
    return _judge_target(text, profile) if target and _COUNT_RE.search(text) else ("general", "")


def _judge_line(holding: Holding, profile: UnitProfile, target: bool) -> tuple[Clause, ...]:
    block = holding.block
    held = tuple(_agency(h.name) for h in holding.before) or ()
    if block.opens and not held and holding.after:
        held = tuple(_agency(h.name) for h in holding.after) if not holding.found else ()
    carried = held
    found: list[Clause] = []
    for index, sentence in enumerate(split_sentences(block.text)):
        start = max(sentence.start, block.body)
        if start >= sentence.end:
            continue
        for part in _clauses_of(block.text, Range(start, sentence.end)):
            who = _who(block.text, part.start, part.end, carried)
            text = block.text[part.start : part.end]
            verdict, reason = _judge(text, who, profile, target)
            if found and not who.explicit and _FOLLOWS_RE.match(text) and found[-1].verdict != "named":
                verdict, reason = found[-1].verdict, found[-1].reason
            if (
                found
                and found[-1].sentence == index
                and found[-1].verdict == "dropped"
                and verdict == "general"
            ):
                verdict, reason = "dropped", found[-1].reason
            carried = who.actors or carried
            spot = block.clean(part.start, part.end)
            leads = tuple(dict.fromkeys(a.name for a in who.actors))
            predicate = who.predicate if who.explicit else 0
            found.append(Clause(*spot, text, verdict, reason, leads, who.role, predicate, who.task, index))
    return tuple(found)


def _agency(name: str) -> Agency:
    return Agency(name, 0, len(name), collective=is_plural(name))


def _holder(holding: Holding | None, profile: UnitProfile) -> Literal["unit", "class", "other"] | None:
    """Who the heading names, where it names only bodies."""
    if holding is None or holding.after == holding.before or not holding.after:
        return None
    reaches = [reach_of(h.name, profile, collective=is_plural(h.name)) for h in holding.after]
    return "unit" if "unit" in reaches else "class" if "class" in reaches else "other"


def _opens_with_count(block: Block) -> bool:
    return re.match(r"(?i)\W*(?:\d|trên \d|tối thiểu)", block.text[block.body :]) is not None


def _without(lost: str | None, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Under the heading of others' duty nothing general is the unit's."""
    if lost is None:
        return clauses
    return tuple(
        replace(c, verdict="dropped", reason=lost) if c.verdict in {"general", "bound"} else c
        for c in clauses
    )


def read_outline(plan: Plan, profile: UnitProfile) -> Outline:
    """Judge every clause of the parent for the unit."""
    structure = Structure(plan.letterhead, plan.sections, plan.tables, plan.closing, plan.abbreviations)
    blocks = list_blocks(plan.source, structure)
    mine: dict[tuple[int, int], list[Holding]] = {}
    preamble: list[Block] = []
    footnotes: list[Block] = []
    for holding in walk_assignments(blocks):
        block = holding.block
        if block.kind == "footnote":
            footnotes.append(block)
        elif block.kind == "preamble":
            preamble.append(block)
        else:
            last = block.chain[-1]
            mine.setdefault((last.range.start, last.level), []).append(holding)

    def opened(lines: tuple[Line, ...]) -> str | None:
        """Why the points below "...:" are others' where the line that opens them is."""
        if not lines or not lines[-1].clauses or not lines[-1].block.text.rstrip().endswith(":"):
            return None
        whole = all(clause.verdict == "dropped" for clause in lines[-1].clauses)
        return lines[-1].clauses[-1].reason if whole else None

    def build(section: Section, above: str, lost: str | None = None) -> Node:
        headings = f"{above} / {section.heading}" if section.heading else above
        target = _TARGET_HEAD_RE.search(headings) is not None
        lost = lost or (foreign_duty(section.heading, profile) if section.heading else None)
        if _REQUEST_RE.match(section.heading) and profile.name.lower() not in section.heading.lower():
            lost = lost or f"Đề nghị đối với cơ quan, tổ chức khác: {section.heading}"
        charged = _charged(section.heading, 0, len(section.heading))
        if charged and not any(_reaches(charged.actors, profile)):
            lost = lost or f"Thuộc trách nhiệm của {names_of(charged.actors)}"
        held = mine.get((section.range.start, section.level), [])
        head = next((h for h in held if h.block.kind == "heading"), None)
        lines = tuple(
            Line(h.block, _without(lost, _judge_line(h, profile, target or _opens_with_count(h.block))))
            for h in held
            if h.block.kind != "heading"
        )
        heading = Line(head.block, ()) if head else None
        below = lost or opened(lines)
        return Node(
            section,
            heading,
            lines,
            tuple(build(child, headings, below) for child in section.children),
            _holder(head, profile),
            tuple(h.name for h in head.after) if head else (),
            _ORGANISATION_RE.search(section.heading) is not None,
        )

    body = tuple(s for s in plan.sections if s.kind not in {"preamble", "closing", "annex"})
    attached = _attached(plan)
    if attached is None:
        return Outline(tuple(preamble), tuple(build(s, "") for s in body), tuple(footnotes))
    whole = build(attached, "")
    first = (replace(whole, heading=None, children=()),) if whole.lines else ()
    return Outline(tuple(preamble), (*first, *whole.children), tuple(footnotes), body)


def _attached(plan: Plan) -> Section | None:
    """The plan that a decision issues: "Điều 1. Ban hành kèm theo ..." and the plan itself after the signature."""
    if not any(section.label.startswith("Điều") for section in plan.sections):
        return None
    return next(
        (
            section
            for section in plan.sections
            if section.kind == "annex"
            and _ATTACHED_RE.match(section.heading)
            and any(child.kind == "heading" for child in section.children)
        ),
        None,
    )
