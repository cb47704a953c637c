"""The lines of a whole document in order: actors are carried from headings to the tasks below them.

A line that names who acts holds the lines below; one that opens a list of rights or of things holds nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ingest.facts.language.blocks import Block
from ingest.facts.language.permits import amends, lists_rights, lists_things
from ingest.facts.language.sentences import split_sentences
from ingest.facts.tasks.assignments import read_assignments
from ingest.facts.tasks.clauses import task_words
from ingest.facts.tasks.headings import ARTICLE_RE, CRITERIA_RE
from ingest.facts.tasks.held import FoundAssignment, Holding
from ingest.facts.tasks.holders import (
    Holders,
    heading_holders,
    lead_line_holders,
    role_line_holders,
    run_in_end,
)
from ingest.plan import Section
from ingest.spelling import spaced_re

__all__ = ["walk_assignments"]

Found = tuple[FoundAssignment, ...]

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


# "“Điều 22. ...", "1. ...", "a) ..." in what an amendment quotes.
_LEVELS_RE = re.compile(
    r"\s*[“\"]?\s*(?:(?P<article>Điều\s)|(?P<item>\d{1,2}[a-zđ]?\s*[.)])|(?P<point>[a-zđ]\d?\s*[.)]))"
)


def _level(block: Block) -> int | None:
    """How deep a labelled line stands that heads no section, as in what an amendment quotes; None without such a label."""
    label = _LEVELS_RE.match(block.text[: block.body]) if block.kind == "text" and not block.opens else None
    return ("article", "item", "point").index(label.lastgroup) if label and label.lastgroup else None


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A labelled line without a section of its own, and who holds the deeper lines below it."""

    level: int
    holders: Holders
    closed: bool


# "có trách nhiệm sau đây", "thực hiện các nhiệm vụ như sau": words that leave the task to the lines below.
_LEAVES_RE = spaced_re(
    r"(?i)(?<!\w)(?:(?:có|chịu) (?:trách nhiệm|nhiệm vụ|nghĩa vụ)|thực hiện|triển khai|tập trung|phối hợp|chủ trì|trách nhiệm|nhiệm vụ|nghĩa vụ|công việc|nội dung|giải pháp|biện pháp|yêu cầu|quy định|các|những|một số|một trong|quyền hạn|trong việc|phải|cần|và|như sau|sau đây|sau|dưới đây|gồm|cụ thể|theo|tốt|bao)(?!\w)"
)
# "Công ty quản lý quỹ | đầu tư chứng khoán được mở nhiều tài khoản ...:" tells a right behind words of the name.
_GETS_RE = spaced_re(r"(?:[^\s,;:]+ ){0,7}được (?!giao|phân)")
_FEWEST = 3
"""Words of a task that a line tells before its list."""


def _below(walked: list[Holding], at: int) -> list[Holding]:
    """The lines of the list that a line opens."""
    block = walked[at].block
    level = _level(block)
    found: list[Holding] = []
    for one in walked[at + 1 :]:
        other = _level(one.block)
        ends = level is not None and other is not None and other <= level
        if ends or block.chain[-1] not in one.block.chain or (level is not None and one.block.opens):
            break
        found.append(one)
    return found


def _alone(holding: Holding, topic: str) -> tuple[FoundAssignment, ...]:
    """What a line tells by itself over a list of mere things: "Sở Y tế gửi báo cáo đến các cơ quan sau:"."""
    block = holding.block
    if block.path.startswith("annex") and not ARTICLE_RE.search(block.path):
        return ()  # a line of a form: "Ngân hàng phục vụ giao dịch:"
    found, _ = read_assignments(block, holding.before, topic)
    return tuple(
        one
        for one in found
        if len(_LEAVES_RE.sub("", one.task).split()) >= _FEWEST and not _GETS_RE.match(one.task)
    )


@dataclass(slots=True)
class _Walk:
    """What the lines read so far leave to those below them."""

    walked: list[Holding] = field(default_factory=list)
    holding: dict[int, Holders] = field(default_factory=dict)
    topics: dict[int, str] = field(default_factory=dict)
    closed: set[int] = field(default_factory=set)
    quoted: list[_Quoted] = field(default_factory=list)
    leads: list[tuple[int, str]] = field(default_factory=list)
    """Lines that left their task to a list, with the task above them."""

    def line(self, block: Block) -> None:
        """Read one line."""
        above = block.chain[:-1] if block.opens else block.chain
        level = _level(block)
        inner = not block.opens and self.walked and self.walked[-1].block.chain == block.chain
        self.quoted = [one for one in self.quoted if inner and (level is None or one.level < level)]
        context = next(
            (self.holding[s.range.start] for s in reversed(above) if s.range.start in self.holding), ()
        )
        context = self.quoted[-1].holders if self.quoted else context
        if block.opens and (_RIGHTS_RE.match(block.text, block.body) or lists_rights(block.text)):
            self.holding[block.chain[-1].range.start] = context = ()
            self.closed.add(block.chain[-1].range.start)
        titled = replace(block, kind="heading") if level == 0 else block
        named = () if _judges(block) else _named(titled, context)
        topic = next(
            (self.topics[s.range.start] for s in reversed(above) if s.range.start in self.topics), ""
        )
        if block.opens:
            self.topics[block.chain[-1].range.start] = "" if named else _opening(block)
        if named:
            here, last = self._hold(block, named, level)
        else:
            here, last = self._read(block, above, context, topic)
        self._close(block, level, named, Holding(block, context, here, last))
        if named and not here and block.text.rstrip().endswith(":"):
            self.leads.append((len(self.walked), topic))
        self.walked.append(Holding(block, context, here, last))

    def _hold(self, block: Block, named: Holders, level: int | None) -> tuple[Found, Holders]:
        """Let those whom a line names hold the lines below it."""
        if level is not None:
            return (), named
        start = block.chain[-1].range.start
        begun = self.holding.get(start, ()) if _lists_on(self.walked) else ()
        self.holding[start] = begun + named
        tells = block.opens and (not _HEAD_ONLY_RE.search(block.text) or _TOLD_RE.search(block.text))
        here = read_assignments(_beyond_heading(block), named)[0] if tells else ()
        return here, begun + named

    def _read(
        self, block: Block, above: tuple[Section, ...], context: Holders, topic: str
    ) -> tuple[Found, Holders]:
        """Read what a line tells; whom an item names in its first sentence holds the lines below it."""
        if not block.speaks:
            return (), context
        silent = any(section.range.start in self.closed for section in above)
        silent = silent or any(one.closed for one in self.quoted)
        here, last = read_assignments(block, context, topic, closed=silent)
        beyond = block if here else _beyond_heading(block)
        if beyond is not block:
            here, last = read_assignments(beyond, context, topic, closed=silent)
        item = block.opens and block.chain[-1].kind == "item"
        if item and last != context and _opens_with(block, here, last):
            self.holding[block.chain[-1].range.start] = last
        return here, last

    def _close(self, block: Block, level: int | None, named: Holders, holding: Holding) -> None:
        """Leave the deeper lines to those who hold them: to nobody below a line that lists things or rights."""
        things = lists_things(block.text)
        if level is not None:
            things = things or lists_rights(block.text)
            holds = named or (holding.found and _opens_with(block, holding.found, holding.after))
            mine = holding.after if holds else holding.before
            self.quoted.append(_Quoted(level, () if things else mine, things))
        elif block.opens and things:
            self.holding[block.chain[-1].range.start] = ()
            self.closed.add(block.chain[-1].range.start)

    def tell_alone(self) -> None:
        """Tell the tasks of the lines that opened a list of mere things."""
        for at, topic in self.leads:
            if not any(one.found for one in _below(self.walked, at)):
                self.walked[at] = replace(self.walked[at], found=_alone(self.walked[at], topic))


def walk_assignments(blocks: tuple[Block, ...]) -> tuple[Holding, ...]:
    """Read the lines of a whole document in order, carrying actors from headings to the tasks below."""
    walk = _Walk()
    for block in blocks:
        if block.kind in {"preamble", "footnote"} or _is_blank(block):
            walk.walked.append(Holding(block, (), (), ()))
        else:
            walk.line(block)
    walk.tell_alone()
    return tuple(walk.walked)
