"""Text becomes structure: letterhead, sections, tables, foot, abbreviations."""

from __future__ import annotations

from ingest.parse.lines import Line, split_lines
from ingest.parse.parts import doc_type_of, split_parts
from ingest.parse.sections import build_sections
from ingest.plan import Closing, Letterhead, SourceText, Structure

__all__ = ["parse_structure"]


def parse_structure(source: SourceText) -> Structure:
    """Find the structure of a repaired text; whatever is not there is None or empty, never guessed."""
    lines = split_lines(source)
    from ingest.parse.head import find_head

    head = find_head(lines)
    parts = split_parts(lines, head.end)
    sections = build_sections(source, parts)
    return Structure(Letterhead(), sections, (), Closing())
