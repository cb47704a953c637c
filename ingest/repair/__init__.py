"""Raw text becomes readable text: a chain of small steps that never loses a letter's place."""

from __future__ import annotations

import re

from ingest.plan import RawText, SourceText
from ingest.repair.furniture import drop_furniture
from ingest.repair.lines import join_lines
from ingest.repair.markup import strip_markup
from ingest.repair.offsets import Edit, MappedText
from ingest.repair.rows import canonical_rows
from ingest.repair.unicode import normalise_unicode

__all__ = ["repair_text"]

_SPACES_RE = re.compile(
    r"[ \f]*\n\s*(?=\n)|[ \f]+(?=[\n\t\u2028]|\Z)|(?<=[\n\t\u2028])[ \f]+|(?<![^ ]) +|(?<= ) +|\f"
)


def tidy_spaces(text: MappedText) -> MappedText:
    """One space between words, none at the ends of lines and cells, no empty line."""
    found = (
        Edit(m.start(), m.end(), "")
        for m in re.finditer(
            r"^[ \f]+|[ \f]+$|(?<=[\t\u2028])[ ]+|[ ]+(?=[\t\u2028])|(?<= )[ ]+|\f", text.text, re.M
        )
    )
    text = text.replace(found)
    return text.replace(
        Edit(m.start(), m.end(), "\n" if m.start() and m.end() < len(text.text) else "")
        for m in re.finditer(r"\A\n+|\n{2,}|\n+\Z", text.text)
    )


def repair_text(raw: RawText) -> SourceText:
    """Clean a file's text; every letter of the result knows its place in the file.

    >>> repair_text(RawText("kh.md", "**I. MỤC ĐÍCH**\\n\\nNâng cao\\nhiệu quả.")).clean
    'I. MỤC ĐÍCH\\nNâng cao hiệu quả.'
    """
    text = MappedText.identity(raw.text)
    for step in (normalise_unicode, canonical_rows, drop_furniture, join_lines, strip_markup, tidy_spaces):
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
