"""The references of a whole document, and which of them it carries out.

In: its blocks and tables. Out: ``Reference`` nouns in the order of first mention. The parents are those that
the opening basis names itself ("Thực hiện ...", "Căn cứ ..."), not those inside another document's title.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from ingest.facts.cited.references import Mention, find_mentions, fold_mentions
from ingest.facts.cited.resolve import resolve_pointers
from ingest.facts.language.blocks import Block
from ingest.facts.language.patterns import key_of
from ingest.plan import CELL_BREAK, Range, Reference, SourceText, Structure
from ingest.spelling import spaced_re

__all__ = ["cite_documents"]

_CARRIES_OUT_RE = spaced_re(
    r"(?i)(?<!\w)(?:căn cứ|thực hiện|triển khai|theo|thi hành|quán triệt|cụ thể hóa|trên cơ sở|tiếp tục)(?!\w)"
)
_PROPOSAL_RE = spaced_re(r"(?i)(?:theo|xét|trên cơ sở) (?:đề nghị|báo cáo|đề xuất|tờ trình)")
_BASIS_RE = spaced_re(r"(?i)căn cứ|cơ sở pháp lý")


def _texts(
    source: SourceText, structure: Structure, blocks: tuple[Block, ...]
) -> list[tuple[str, int, str, bool]]:
    """Every stretch of text that can cite: (text, clean offset, path, is part of the opening basis)."""
    found = [
        (
            block.text,
            block.start,
            block.path,
            block.kind == "preamble" or (bool(_BASIS_RE.search(block.headings())) and block.kind == "text"),
        )
        for block in blocks
    ]
    found += _around(source, structure)
    seen = set()
    for table in structure.tables:
        for row in table.rows:
            for place in row.cell_ranges:
                if place not in seen and place.end > place.start:
                    seen.add(place)
                    found.append((source.clean[place.start : place.end], place.start, row.path, False))
    return found


def _around(source: SourceText, structure: Structure) -> Iterator[tuple[str, int, str, bool]]:
    """The title, and the last lines before the recipients: they say what the document carries out or replaces.

    The recipients and the signature themselves cite nothing.
    """
    title, foot = dict(structure.letterhead.spans).get("title"), structure.closing.span
    head = range(structure.sections[0].range.start if structure.sections else 0)
    if title:
        first, last = (
            bisect_left(head, edge, key=lambda at: source.span(at, at + 1).start)
            for edge in (title.start, title.end)
        )
        yield source.clean[first:last], first, "preamble", False
    for section in structure.sections:
        if section.kind != "closing":
            continue
        at = section.range.start
        for line in source.clean[at : section.range.end].splitlines(keepends=True):
            if foot and source.span(at, at + 1).start >= foot.start:
                break
            yield line, at, section.path, False
            at += len(line)


def _moved(mention: Mention, start: int, path: str) -> Mention:
    return replace(mention, range=Range(mention.range.start + start, mention.range.end + start), path=path)


def cite_documents(
    source: SourceText, structure: Structure, blocks: tuple[Block, ...]
) -> tuple[tuple[Reference, ...], tuple[Reference, ...]]:
    """Find all references of a document and its parents."""
    own_number = key_of(structure.letterhead.number) if structure.letterhead.number else None
    mentions: list[Mention] = []
    pointers: list[tuple[Range, Mention]] = []
    basis: set[Range] = set()
    for text, start, path, opens in _texts(source, structure, blocks):
        here = [
            m
            for m in find_mentions(text.replace(CELL_BREAK, "\u2028"))
            if not m.number or key_of(m.number) != own_number
        ]
        if opens:
            basis.update(Range(m.range.start + start, m.range.end + start) for m in _carried_out(text, here))
        mentions.extend(_moved(m, start, path) for m in here)
        for place, target in resolve_pointers(text, tuple(mentions), structure.letterhead.doc_type):
            pointers.append((Range(place.start + start, place.end + start), target))
    folded = fold_mentions(tuple(mentions))
    references: list[Reference] = []
    parents: list[Reference] = []
    for main, parts in folded:
        places = [m.range for m in parts] + [place for place, target in pointers if target in parts]
        reference = Reference(
            type=main.type,
            number=main.number,
            date=main.date,
            issuer=main.issuer,
            title=main.title,
            path=main.path,
            span=source.span(*main.range),
            mentions=tuple(source.span(*place) for place in sorted(places)),
        )
        references.append(reference)
        if any(m.range in basis for m in parts):
            parents.append(reference)
    return tuple(references), tuple(parents)


def _carried_out(text: str, mentions: list[Mention]) -> list[Mention]:
    """Those mentions of an opening line that are its own, not part of another's title."""
    lead = _CARRIES_OUT_RE.search(text)
    if lead is None:
        return []
    proposal = _PROPOSAL_RE.search(text)
    kept: list[Mention] = []
    reach = 0
    for mention in mentions:
        inside = mention.range.start < reach
        proposed = proposal is not None and mention.range.start > proposal.start()
        if not inside and not proposed and mention.range.start >= lead.start():
            kept.append(mention)
        reach = max(reach, mention.range.end)
    return kept
