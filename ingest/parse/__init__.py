"""Text becomes structure: letterhead, sections, tables, foot, abbreviations."""

from __future__ import annotations

from ingest.parse.abbreviations import find_abbreviations
from ingest.parse.closing import read_closing
from ingest.parse.head import find_head, head_first
from ingest.parse.letterhead import read_letterhead
from ingest.parse.lines import split_lines
from ingest.parse.parts import main_foot, split_parts
from ingest.parse.sections import build_sections
from ingest.parse.tables import read_tables
from ingest.plan import SourceText, Structure

__all__ = ["parse_structure"]


def parse_structure(source: SourceText) -> Structure:
    r"""Find the structure of a repaired text; whatever is not there is None or empty, never guessed.

    >>> from ingest.plan import Run
    >>> clean = "KẾ HOẠCH\nCông tác dân vận năm 2024\nI. MỤC ĐÍCH\n1. Nâng cao nhận thức.\n2. Sở Nội vụ chủ trì."
    >>> plan = parse_structure(SourceText("kh.txt", clean, clean, (Run(0, len(clean), 0, len(clean)),), len(clean)))
    >>> plan.letterhead.doc_type, plan.letterhead.year, [s.path for s in plan.sections[0].walk()]
    ('Kế hoạch', 2024, ['I', 'I.1', 'I.2'])
    """
    lines = head_first(split_lines(source))
    head = find_head(lines)
    parts = split_parts(lines, head.end)
    closing = read_closing(source, main_foot(parts))
    sections = build_sections(source, parts)
    return Structure(
        letterhead=read_letterhead(source, head, parts, closing),
        sections=sections,
        tables=read_tables(source, parts, sections),
        closing=closing,
        abbreviations=find_abbreviations(source.clean),
    )
