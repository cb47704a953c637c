"""A child plan that exists, held against its parent: the same coverage, and the faults a program can see.

Nothing tells which words of the child come from where, so tasks are matched by the word pairs they share,
targets and deadlines also by their numbers, references by their symbols.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from assistant.draft.child.years import own_year
from assistant.draft.coverage import Coverage, Item, cover_draft, left_out, parent_items, write_xlsx
from assistant.draft.draft import draft_plan
from assistant.draft.edits import free, protected_ranges
from assistant.draft.lint import find_level_phrases, lint_text
from assistant.draft.unit.profile import UnitProfile
from assistant.path_words import path_words
from ingest.facts.bodies.agencies import find_agencies
from ingest.facts.language.blocks import Block, list_blocks
from ingest.facts.language.patterns import NUMBER_RE
from ingest.plan import Plan, Structure
from ingest.spelling import match_key

__all__ = ["CheckReport", "check_child"]

SAME, NEAR = 0.8, 0.45
"""Shares of an item's word pairs found in one line of the child: hardly changed, and still recognisable."""
_TARGET_RE = re.compile(
    r"(?i)((?:tối thiểu|ít nhất|từ|trên|có từ)?\s*\d+(?:\s*[-–]\s*\d+)?)\s+(?:mô hình|điển hình)"
)


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Coverage of the parent in a child, and the child's own faults."""

    coverage: Coverage
    faults: tuple[str, ...]
    child: str
    parent: str

    def text(self) -> str:
        """The report in Vietnamese."""
        lines = [f"Đối chiếu {self.child} với {self.parent}", self.coverage.report()]
        missing = [item for item in self.coverage.items if item.status == "missing"]
        if missing:
            lines.append("Còn thiếu so với cấp trên:")
            told = [f"  - {path_words(item.path)}: {item.text[:140]}" for item in missing]
            lines += dict.fromkeys(told)
        lines.append(f"Lỗi phát hiện được: {len(self.faults)}")
        return "\n".join([*lines, *(f"  - {fault}" for fault in self.faults)])

    def write(self, path: Path) -> None:
        """Write the report as .xlsx."""
        write_xlsx(self.coverage, path, f"Đối chiếu {self.child} với {self.parent}", self.faults)


def _pairs(text: str) -> Counter[str]:
    words = re.findall(r"\w+", match_key(text))
    return Counter(f"{a} {b}" for a, b in pairwise(words))


def _share(item: Counter[str], line: Counter[str]) -> float:
    whole = sum(item.values())
    return sum((item & line).values()) / whole if whole else 0.0


def _without_bodies(text: str) -> str:
    """Actors change from parent to child; what is to be done does not."""
    for agency in reversed(find_agencies(text)):
        text = text[: agency.start] + " " + text[agency.end :]
    return text


def _match(item: Item, lines: list[tuple[Block, Counter[str], str]]) -> Item:
    if item.kind == "reference":
        number = NUMBER_RE.search(item.text)
        if number:
            key = re.sub(r"\s", "", match_key(number[0]))
            there = next((block for block, _, flat in lines if key in re.sub(r"\s", "", flat)), None)
            return replace(item, status="covered", where=there.path) if there else item
    # A document cited without its number is known by its title, as a task is by its words.
    wanted = _pairs(_without_bodies(item.text))
    if not wanted:
        return item
    score, place = max(
        ((_share(wanted, pairs), i) for i, (_, pairs, _) in enumerate(lines)), default=(0.0, 0)
    )
    if score < NEAR:
        return item
    block, _, flat = lines[place]
    numbers = set(re.findall(r"\d+", item.text))
    lost = sorted(n for n in numbers if not re.search(rf"(?<!\d){n}(?!\d)", flat))
    note = f"không thấy số {', '.join(lost)}" if lost and item.kind != "task" else ""
    return replace(
        item, status="covered" if score >= SAME and not note else "changed", where=block.path, note=note
    )


def _contradictions(blocks: tuple[Block, ...]) -> list[str]:
    """Two numbers for the same thing: "từ 01-02 điển hình" and "tối thiểu 01 mô hình"."""
    seen: dict[str, str] = {}
    for block in blocks:
        for match in _TARGET_RE.finditer(block.text):
            value = " ".join(match[1].lower().split())
            seen.setdefault(value, f"{path_words(block.path)}: “{match[0].strip()}”")
    return [f"chỉ tiêu mô hình/điển hình có nhiều mức: {'; '.join(seen.values())}"] if len(seen) > 1 else []


_KINDS = {"province": "province", "department": "department", "district": "district", "commune": "commune"}


def _unit_of(child: Plan) -> UnitProfile | None:
    """The unit as the child's own letterhead tells it; None where that does not say what kind it is."""
    head = child.letterhead
    if not head.issuer:
        return None
    first = head.issuer.split(" ")[0].lower()
    kind = {"trường": "school", "bệnh": "hospital"}.get(first) or (
        "party_committee" if head.system == "party" else _KINDS.get(head.level or "")
    )
    return UnitProfile(head.issuer, kind, place=head.place, year=head.year) if kind else None


def _for_unit(items: tuple[Item, ...], parent: Plan, unit: UnitProfile) -> tuple[tuple[Item, ...], list[str]]:
    """What is not the unit's is not missing; and what is copied although it is another's is a fault."""
    judged = cover_draft(parent, draft_plan(parent, unit)).items
    found: list[Item] = []
    copied: list[str] = []
    for item, own in zip(items, judged, strict=True):
        if item.status == "missing" and own.status == "others" and own.cause:
            item = left_out(item, own.cause)
        elif item.kind == "task" and item.status == "covered" and own.status == "others":
            copied.append(
                f"mục {item.where}: giống việc cấp trên giao nơi khác ({own.note}), cần xem phạm vi: “{item.text[:90]}”"
            )
        found.append(item)
    return tuple(found), copied


def _old_year(block: Block, parent: Plan, child: Plan) -> list[str]:
    """The parent's year left standing in a child of another year, outside citations."""
    old, new = own_year(parent.letterhead), child.letterhead.year
    if old is None or new is None or old == new:
        return []
    taken = protected_ranges(block.text)
    shape = re.compile(rf"(?<!đến )(?<!giai đoạn )năm {old}(?!\s*[-–/]?\d)")
    left = any(free(*match.span(), taken) for match in shape.finditer(block.text))
    return [f"{path_words(block.path)}: còn năm {old} của cấp trên"] if left else []


def check_child(parent: Plan, child: Plan, unit: UnitProfile | None = None) -> CheckReport:
    """Hold a child plan against its parent, as the plan of ``unit`` (else of the one its letterhead names)."""
    unit = unit or _unit_of(child)
    structure = Structure(child.letterhead, child.sections, child.tables, child.closing, child.abbreviations)
    blocks = list_blocks(child.source, structure)
    lines = [(block, _pairs(_without_bodies(block.text)), match_key(block.text)) for block in blocks]
    for table in child.tables:
        for row in table.rows:
            text = " ".join(row.cells)
            lines.append(
                (Block(text, row.range.start, 0, "text", row.path, ()), _pairs(text), match_key(text))
            )
    items = tuple(_match(item, lines) for item in parent_items(parent))
    items, faults = _for_unit(items, parent, unit) if unit else (items, [])
    lower = child.letterhead.level in {"department", "commune", "other"}
    for block in blocks:
        faults += [
            f"{path_words(block.path)}: {fault}" for fault in lint_text(block.text[block.body :].strip())
        ]
        if block.kind != "preamble":
            faults += _old_year(block, parent, child)
        if lower:
            faults += [
                f"{path_words(block.path)}: cụm từ của cấp khác “{p}”" for p in find_level_phrases(block.text)
            ]
    faults += _contradictions(blocks)
    return CheckReport(Coverage(items), tuple(dict.fromkeys(faults)), child.source.name, parent.source.name)
