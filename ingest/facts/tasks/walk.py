"""The lines of a whole document in order: actors are carried from headings to the tasks below them.

A line that names who acts holds the lines below; one that opens a list of rights or of things holds nobody.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.facts.language.blocks import Block
from ingest.facts.language.permits import amends, lists_rights, lists_things
from ingest.facts.language.sentences import split_sentences
from ingest.facts.tasks.assignments import read_assignments
from ingest.facts.tasks.clauses import task_words
from ingest.facts.tasks.headings import CRITERIA_RE
from ingest.facts.tasks.held import FoundAssignment, Holding
from ingest.facts.tasks.holders import (
    Holders,
    heading_holders,
    lead_line_holders,
    role_line_holders,
    run_in_end,
)
from ingest.spelling import spaced_re

__all__ = ["walk_assignments"]

_BLANK_RE = re.compile(r"\.{6,}|…{3,}|_{5,}|(?:…\s?\.?\s?){4,}")
_HEAD_ONLY_RE = re.compile(r"^[^:]*:?\s*$")
# "..., các đơn vị phải hoàn thành việc kê khai, cụ thể như sau:" tells a task before its list opens.
_TOLD_RE = spaced_re(r",? cụ thể(?: như sau)?\s*:\s*$")
# "2. Quyền": what stands below is allowed, not asked.
_RIGHTS_RE = spaced_re(r"(?:Quyền(?: (?:hạn|lợi))?|Chế độ)(?: (?:của|đối với)[^.;:]{0,80}?)?\s*(?:[:.]|$)")


def _opening(block: Block) -> str:
    """The task that a line opens: its first sentence without its own label; to amend a text is none."""
    if amends(block.text, block.body):
        return ""
    sentences = split_sentences(block.text)
    return task_words(block.text, block.body, sentences[0].end) if sentences else ""


def _judges(block: Block) -> bool:
    """Tell whether "Đối với các sở, ngành" opens a list of criteria, not of tasks."""
    return block.text[block.body :].lower().startswith("đối với") and bool(
        CRITERIA_RE.search(block.headings())
    )


def _named(block: Block, context: Holders) -> Holders:
    """Those whom a line names as holders of the tasks below it."""
    if lists_rights(block.text) or lists_things(block.text):
        return ()
    return heading_holders(block) or lead_line_holders(block) or role_line_holders(block, context)


def _opens_with(block: Block, found: tuple[FoundAssignment, ...], holders: Holders) -> bool:
    """Whether an item's first sentence names them; whom a later one names does not hold the lines below."""
    first = split_sentences(block.text)[0]
    names = {holder.name for holder in holders}
    return any(one.actor in names and one.range.start < block.start + first.end for one in found)


def _lists_on(walked: list[Holding]) -> bool:
    """Whether the line above breaks off in a list of bodies: "Trách nhiệm của các bộ, ...;" over "UBND các tỉnh"."""
    return bool(walked) and walked[-1].block.text.rstrip().endswith((";", ",")) and not walked[-1].found


def _beyond_heading(block: Block) -> Block:
    """A heading that runs on into its text, to be read from there: "1. Sở Y tế: tập huấn; ..."."""
    if (behind := run_in_end(block)) is not None:
        return replace(block, body=behind)
    ends = block.chain[-1].heading_range.end - block.start
    colon = re.compile(r"[\s*]*:[\s*]*").match(block.text, ends) if block.kind == "heading" else None
    return replace(block, body=colon.end()) if colon and colon.end() < len(block.text) else block


def _is_blank(block: Block) -> bool:
    """Whether a line of an annex is to be filled in: "Tên đơn vị đề xuất: ..........."."""
    return block.path.startswith("annex") and _BLANK_RE.search(block.text) is not None


def walk_assignments(blocks: tuple[Block, ...]) -> tuple[Holding, ...]:
    """Read the lines of a whole document in order, carrying actors from headings to the tasks below."""
    walked: list[Holding] = []
    holding: dict[int, Holders] = {}
    topics: dict[int, str] = {}
    closed: set[int] = set()
    for block in blocks:
        if block.kind in {"preamble", "footnote"} or _is_blank(block):
            walked.append(Holding(block, (), (), ()))
            continue
        above = block.chain[:-1] if block.opens else block.chain
        context = next((holding[s.range.start] for s in reversed(above) if s.range.start in holding), ())
        if block.opens and (_RIGHTS_RE.match(block.text, block.body) or lists_rights(block.text)):
            holding[block.chain[-1].range.start] = context = ()
            closed.add(block.chain[-1].range.start)
        named = () if _judges(block) else _named(block, context)
        here: tuple[FoundAssignment, ...] = ()
        last = context
        topic = next((topics[s.range.start] for s in reversed(above) if s.range.start in topics), "")
        if block.opens:
            topics[block.chain[-1].range.start] = "" if named else _opening(block)
        if named:
            begun = holding.get(block.chain[-1].range.start, ())
            last = holding[block.chain[-1].range.start] = begun + named if _lists_on(walked) else named
            if block.opens and (not _HEAD_ONLY_RE.search(block.text) or _TOLD_RE.search(block.text)):
                here, _ = read_assignments(_beyond_heading(block), named)
        elif block.speaks:
            silent = any(section.range.start in closed for section in above)
            here, last = read_assignments(block, context, topic, closed=silent)
            beyond = block if here else _beyond_heading(block)
            if beyond is not block:
                here, last = read_assignments(beyond, context, topic, closed=silent)
            if (
                block.opens
                and block.chain[-1].kind == "item"
                and last != context
                and _opens_with(block, here, last)
            ):
                holding[block.chain[-1].range.start] = last
        if block.opens and lists_things(block.text):
            holding[block.chain[-1].range.start] = ()
            closed.add(block.chain[-1].range.start)
        walked.append(Holding(block, context, here, last))
    return tuple(walked)
