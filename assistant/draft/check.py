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

from assistant.draft.coverage import Coverage, Item, parent_items, write_xlsx
from assistant.draft.lint import find_level_phrases, lint_text
from ingest.facts.agencies import find_agencies
from ingest.facts.blocks import Block, list_blocks
from ingest.facts.patterns import NUMBER_RE
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
            lines += [f"  - mục {item.path}: {item.text[:140]}" for item in missing]
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
        key = re.sub(r"\s", "", match_key(number[0])) if number else match_key(item.text)
        for block, _, flat in lines:
            if key in (re.sub(r"\s", "", flat) if number else flat):
                return replace(item, status="covered", where=block.path)
        return item
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
            seen.setdefault(value, f"mục {block.path}: “{match[0].strip()}”")
    return [f"chỉ tiêu mô hình/điển hình có nhiều mức: {'; '.join(seen.values())}"] if len(seen) > 1 else []


def check_child(parent: Plan, child: Plan) -> CheckReport:
    """Hold a child plan against its parent."""
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
    faults: list[str] = []
    lower = child.letterhead.level in {"department", "commune", "other"}
    for block in blocks:
        faults += [f"mục {block.path}: {fault}" for fault in lint_text(block.text, child.letterhead.year)]
        if lower:
            faults += [f"mục {block.path}: cụm từ của cấp khác “{p}”" for p in find_level_phrases(block.text)]
    faults += _contradictions(blocks)
    return CheckReport(Coverage(items), tuple(dict.fromkeys(faults)), child.source.name, parent.source.name)
