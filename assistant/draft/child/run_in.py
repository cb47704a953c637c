"""A point that goes on behind its heading in one line, told in one paragraph as the parent has it ("b) Tỷ lệ hộ: đô thị đạt 70%").

A heading over one paragraph alone would tear what is counted from its number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.draft.model import Paragraph

__all__ = ["with_run_in_headings"]

POINT = 2
"""Level of "1.": what stands above it is a part of the plan, whose heading stands alone."""
_BETWEEN_RE = re.compile(r"[*_]*:[*_ ]*")


def with_run_in_headings(paragraphs: Sequence[Paragraph], original: str) -> list[Paragraph]:
    """The paragraphs, a point's heading and the one paragraph below it as one, where they are one line of ``original``."""
    told: list[Paragraph] = []
    for at, paragraph in enumerate(paragraphs):
        last = told[-1] if told else None
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        alone = following is None or following.level < paragraph.level
        if last and alone and _runs_on(last, paragraph, original):
            told[-1] = _one(last, paragraph)
        else:
            told.append(paragraph)
    return told


def _runs_on(heading: Paragraph, text: Paragraph, original: str) -> bool:
    if heading.kind != "heading" or heading.level < POINT or text.kind != "text" or text.label:
        return False
    if text.level != heading.level + 1 or not (heading.sources and text.sources):
        return False
    between = original[heading.sources[-1].end : text.sources[0].start]
    return _BETWEEN_RE.fullmatch(between) is not None


def _one(heading: Paragraph, text: Paragraph) -> Paragraph:
    words = text.text
    if text.sources[0].quote[:1].islower():
        words = words[:1].lower() + words[1:]
    return replace(
        text,
        path=heading.path,
        text=f"{heading.text}: {words}",
        label=heading.label,
        level=heading.level,
        sources=(*heading.sources, *text.sources),
        slots=(*heading.slots, *text.slots),
        changes=(*heading.changes, *text.changes),
    )
