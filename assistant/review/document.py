"""A plan becomes a document under review: lines, table cells and citations, each with its section."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.review.model import Cited, Document
from ingest.facts.cited.references import find_mentions
from ingest.facts.language.blocks import Block, list_blocks
from ingest.plan import CELL_BREAK, Plan, Range, Structure
from ingest.spelling import match_key

__all__ = ["open_document"]


def _cells(plan: Plan) -> Iterator[Block]:
    """The cells of all tables as lines; an inherited cell is given once."""
    seen: set[Range] = set()
    for table in plan.tables:
        for row in table.rows:
            for place in row.cell_ranges:
                if place not in seen and place.end > place.start:
                    seen.add(place)
                    # Offsets stay: the break becomes one other letter.
                    text = plan.text(place).replace(CELL_BREAK, "\n")
                    yield Block(text, place.start, 0, "text", row.path, ())


def open_document(plan: Plan) -> Document:
    r"""Make a plan ready for the rules.

    >>> from ingest.pipeline import plan_from_text
    >>> from ingest.plan import RawText
    >>> raw = RawText("a.txt", "KẾ HOẠCH\nDân vận\n\nI. MỤC ĐÍCH\nTheo Chỉ thị số 33/CT-TTg ngày 26/11/2021.")
    >>> [cited.mention.number for cited in open_document(plan_from_text(raw)).cited]
    ['33/CT-TTg']
    """
    shape = Structure(plan.letterhead, plan.sections, plan.tables, plan.closing, plan.abbreviations)
    lines = (*list_blocks(plan.source, shape), *_cells(plan))
    cited = tuple(
        Cited(mention, line, line.clean(*mention.range))
        for line in lines
        for mention in find_mentions(line.text)
    )
    return Document(plan, lines, cited, tuple(match_key(line.text) for line in lines))
