"""The verbs in order, nothing else: file -> raw text -> source text -> structure -> facts -> Plan."""

from __future__ import annotations

from pathlib import Path

from ingest.facts import extract_facts
from ingest.parse import parse_structure
from ingest.plan import Plan, RawText
from ingest.read import read_file
from ingest.repair import repair_text

__all__ = ["plan_from_text", "read_plan"]


def read_plan(path: Path | str) -> Plan:
    """Read a file (.txt .md .docx .pdf .html .doc .odt) into a Plan.

    Raises UnreadableFile (a leaf of it) with a Vietnamese message when the file cannot become one.
    """
    return plan_from_text(read_file(Path(path)))


def plan_from_text(raw: RawText) -> Plan:
    r"""Understand text that a reader has already taken out of its file.

    >>> plan = plan_from_text(RawText("kh.txt", "KẾ HOẠCH\nCông tác dân vận năm 2024\n\nI. MỤC ĐÍCH\nNâng cao."))
    >>> plan.letterhead.year
    2024
    """
    source = repair_text(raw)
    structure = parse_structure(source)
    facts, parents = extract_facts(source, structure)
    return Plan(
        source=source,
        letterhead=structure.letterhead,
        sections=structure.sections,
        tables=structure.tables,
        closing=structure.closing,
        parents=parents,
        facts=facts,
        abbreviations=structure.abbreviations,
    )
