"""Raw text becomes readable text: a chain of small steps that never loses a letter's place."""

from __future__ import annotations

from ingest.plan import RawText, SourceText
from ingest.repair.furniture import drop_furniture, mark_pages
from ingest.repair.lines import join_lines
from ingest.repair.markup import strip_markup
from ingest.repair.offsets import MappedText
from ingest.repair.rows import canonical_rows
from ingest.repair.spacing import tidy_spaces
from ingest.repair.unicode import normalise_unicode

__all__ = ["repair_text"]


def repair_text(raw: RawText) -> SourceText:
    """Clean a file's text; every letter of the result knows its place in the file.

    >>> repair_text(RawText("kh.md", "**I. MỤC ĐÍCH**\\n\\nNâng cao\\nhiệu quả.")).clean
    'I. MỤC ĐÍCH\\nNâng cao hiệu quả.'
    """
    text = MappedText.identity(raw.text)
    text = mark_pages(normalise_unicode(text), raw.pages)
    for step in (canonical_rows, drop_furniture, join_lines, strip_markup, tidy_spaces):
        text = step(text)
    return SourceText(
        name=raw.name,
        original=raw.text,
        clean=text.text,
        runs=text.runs(),
        body_end=len(text.text),
        pages=raw.pages,
        notes=raw.notes,
    )
