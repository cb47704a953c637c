"""Clean lines become a SourceText, as the repair would hand them over (letter for letter)."""

from __future__ import annotations

from ingest.parse import parse_structure
from ingest.plan import Facts, Plan, Run, Section, SourceText, Structure


def source_of(text: str, corruption: float = 0.0) -> SourceText:
    return SourceText(
        "kh.txt", text, text, (Run(0, len(text), 0, len(text)),), len(text), corruption=corruption
    )


def structure_of(text: str, corruption: float = 0.0) -> Structure:
    return parse_structure(source_of(text, corruption))


def plan_of(text: str) -> Plan:
    source = source_of(text)
    found = parse_structure(source)
    return Plan(
        source,
        found.letterhead,
        found.sections,
        found.tables,
        found.closing,
        (),
        Facts(),
        found.abbreviations,
    )


def walk(structure: Structure) -> list[Section]:
    return [below for section in structure.sections for below in section.walk()]


def paths(text: str, corruption: float = 0.0) -> list[str]:
    return [section.path for section in walk(structure_of(text, corruption))]
