"""Who does what: assignments from lines of text, with the actor of a heading carried to the tasks below it.

The rules are those of the official style: "X chủ trì, phối hợp với Y làm T"; "Giao X ..."; a bare actor as
heading with tasks under it. A task whose actor is not said has none; a paragraph never lends its actor to
the next one, only a numbered item does to its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.facts.agencies import Agency, read_agencies, split_names
from ingest.facts.blocks import Block
from ingest.facts.roles import Duty, find_predicate, read_duty, read_subject
from ingest.facts.sentences import split_clauses, split_sentences
from ingest.facts.verbs import starts_predicate
from ingest.plan import Range, Role

__all__ = ["FoundAssignment", "Holder", "Holding", "read_assignments", "walk_assignments"]


@dataclass(frozen=True, slots=True)
class FoundAssignment:
    """An assignment in clean offsets; ``actor`` None where the text names none."""

    actor: str | None
    role: Role
    task: str
    path: str
    range: Range
    actor_range: Range | None = None
    time: str | None = None
    product: str | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """An agency that holds the tasks that follow, and where its name stands (clean offsets)."""

    name: str
    range: Range
    role: Role = "responsible"


_Holders = tuple[Holder, ...]


@dataclass(frozen=True, slots=True)
class Holding:
    """One line with its assignments, and who held the tasks before and after it."""

    block: Block
    before: _Holders
    found: tuple[FoundAssignment, ...]
    after: _Holders


_HEAD_PREFIX_RE = re.compile(
    r"(?:(?i:(?:trân\s+trọng\s+)?đề\s+nghị|yêu\s+cầu|giao(?:\s+nhiệm\s+vụ)?(?:\s+cho)?|đối\s+với|(?:trách\s+nhiệm|nhiệm\s+vụ)(?:\s+(?:của|đối\s+với))?|phân\s+công)\s*:?\s+)?"
)
_HEAD_SUFFIX_RE = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:(?:có\s+(?:trách\s+nhiệm|nhiệm\s+vụ)|(?:thực\s+hiện|triển\s+khai)(?:\s+(?:các|một\s+số))?\s+nhiệm\s+vụ(?:\s+sau)?|chịu\s+trách\s+nhiệm)\s*)?[.:;]*\s*"
)
# At the head of a heading only: "Nắm tình hình Nhân dân" and "Thực hiện mục tiêu ..." are themes of tasks.
_NO_TASKS_RE = re.compile(
    r"(?i)(?:^|/\s)\s*(?:(?:một\s+số|các)\s+)?(?:mục\s+đích|yêu\s+cầu|mục\s+tiêu|chỉ\s+tiêu|quan\s+điểm|căn\s+cứ|sự\s+cần\s+thiết|thực\s+trạng|(?:đánh\s+giá\s+)?tình\s+hình|kết\s+quả\s+đạt|phạm\s+vi|đối\s+tượng|kinh\s+phí|nguồn\s+kinh\s+phí)"
)
_ORGANISATION_RE = re.compile(
    r"(?i)tổ\s+chức\s+(?:triển\s+khai\s+)?thực\s+hiện|phân\s+công|(?:^|/\s)\s*trách\s+nhiệm|trách\s+nhiệm\s+(?:thực\s+hiện|của\s+các)"
)
_HEAD_ONLY_RE = re.compile(r"^[^:]*:?\s*$")
_BODY_WORD_RE = re.compile(
    r"(?i)(?:các\s+(?:sở|công\s+chức|cán\s+bộ|thành\s+viên|cơ\s+quan|đơn\s+vị|tổ\s+chức|hội|ban|doanh\s+nghiệp|trường|bệnh\s+viện|công\s+ty|ngân\s+hàng|chủ|viện|trung\s+tâm)|sở|ban|ủy\s+ban|uỷ\s+ban|ubnd|hđnd|văn\s+phòng|phòng|công\s+an|thanh\s+tra|hội|đoàn|liên\s+đoàn|liên\s+hiệp|viện|trung\s+tâm|trường|bệnh\s+viện|chi\s+cục|cục|"
    r"công\s+ty|tập\s+đoàn|bộ|đài|báo|cổng|ngân\s+hàng|kho\s+bạc|bưu\s+điện|bảo\s+hiểm|tòa\s+án|viện\s+kiểm|mặt\s+trận|đảng\s+ủy|doanh\s+nghiệp|hiệp\s+hội|chủ\s+đầu\s+tư|nhà\s+thầu|tổ|hợp\s+tác\s+xã|cơ\s+quan|đơn\s+vị|vnpt|viettel|thủ\s+trưởng|giám\s+đốc|chủ\s+tịch|công\s+chức|cán\s+bộ)(?!\w)"
)
_CLOSING_WORDS_RE = re.compile(r"(?i)trên\s+đây\s+là|yêu\s+cầu\s*:?$")
_PASSIVE_RE = re.compile(r"(?:(?<!\w)(?:do|giao)\s+|\()(?=\S)")


def _heading_holders(block: Block) -> _Holders:
    """The agencies that a line names and nothing else ("2. Sở Nội vụ", "5. Đề nghị Công an tỉnh:")."""
    prefix = _HEAD_PREFIX_RE.match(block.text, block.body)
    for at in dict.fromkeys((prefix.end() if prefix else block.body, block.body)):
        actors, end = read_agencies(block.text, at)
        suffix = _HEAD_SUFFIX_RE.fullmatch(block.text, end)
        if actors and (
            suffix or (block.opens and re.compile(r"\s*(?:\([^)]*\)\s*)?:\s+(?=\S)").match(block.text, end))
        ):
            return _holders_of(actors, block)
    return _unknown_holders(block, prefix.end() if prefix else block.body)


def _unknown_holders(block: Block, at: int) -> _Holders:
    """A heading right under "Tổ chức thực hiện" that begins like a body but is outside the grammar."""
    text = block.text.rstrip(" .:;")
    above = block.chain[:-1]
    under = bool(above) and _ORGANISATION_RE.search(above[-1].heading) is not None
    if (
        block.kind != "heading"
        or not under
        or not _BODY_WORD_RE.match(text, at)
        or len(text[at:].split()) > 30
    ):
        return ()
    subject = read_subject(text, at, len(text))
    if starts_predicate(text, at) or (subject and read_duty(text, subject.predicate, len(text)).explicit):
        return ()
    return _holders_of(split_names(text, at), block)


def _lead_line_holders(block: Block) -> _Holders:
    """The agencies of a line that ends in a colon and leaves the tasks to the lines below it."""
    text = block.text.rstrip()
    if not text.endswith(":"):
        return ()
    last = split_clauses(text, split_sentences(text)[-1])[-1]
    start = max(last.start, block.body)
    subject = read_subject(text, start, len(text))
    if subject is None:
        return ()
    duty = read_duty(text, subject.predicate, len(text))
    mine = [Holder(a.name, block.clean(a.start, a.end), duty.role) for a in subject.actors]
    theirs = [Holder(a.name, block.clean(a.start, a.end), "coordinate") for a in duty.partners]
    return tuple(mine + theirs)


def _holders_of(actors: tuple[Agency, ...], block: Block) -> _Holders:
    return tuple(Holder(a.name, block.clean(a.start, a.end)) for a in actors)


def _task(text: str, start: int, end: int) -> str:
    return text[start:end].strip().rstrip(".;:,/ ").replace("\u2028", " ")


@dataclass(slots=True)
class _Reader:
    """Reads one block clause by clause; ``holders`` are those that hold the task at this place."""

    block: Block
    holders: _Holders
    own: bool
    """The section is one of tasks, so a plain statement with a subject is an assignment."""
    organises: bool
    found: list[FoundAssignment]

    def clause(self, clause: Range, sentence: Range) -> bool:
        """Read one clause; tell whether it says a task of its own."""
        text = self.block.text
        subject = read_subject(text, clause.start, clause.end)
        if subject:
            duty = read_duty(text, subject.predicate, clause.end)
            if not (self.own or duty.explicit or subject.asked):
                return False
            self.holders = _holders_of(subject.actors, self.block)
            self._emit(duty, clause, sentence)
            return True
        predicate = find_predicate(text, clause.start, clause.end)
        if predicate is not None:
            duty = read_duty(text, predicate, clause.end)
            if not duty.explicit:
                duty = replace(duty, task=clause.start)
            if self.holders or (self.organises and duty.explicit) or (self.organises and self.own):
                self._emit(duty, clause, sentence)
                return True
            return self._passive(clause, sentence)
        return self._passive(clause, sentence)

    def _emit(self, duty: Duty, clause: Range, sentence: Range) -> None:
        block = self.block
        task = _task(block.text, duty.task, clause.end)
        if not task:
            return
        where = block.clean(sentence.start, sentence.end)
        for holder in self.holders:
            role = holder.role if duty.role == "responsible" else duty.role
            self.found.append(FoundAssignment(holder.name, role, task, block.path, where, holder.range))
        if not self.holders:
            self.found.append(FoundAssignment(None, duty.role, task, block.path, where))
        named = {holder.name for holder in self.holders}
        for partner in duty.partners:
            if partner.name not in named:
                at = block.clean(partner.start, partner.end)
                self.found.append(FoundAssignment(partner.name, "coordinate", task, block.path, where, at))

    def _passive(self, clause: Range, sentence: Range) -> bool:
        """Read "..., do Sở Y tế chủ trì" and "(Sở Y tế chủ trì, phối hợp với ...)"."""
        text = self.block.text
        for mark in _PASSIVE_RE.finditer(text, clause.start, clause.end):
            actors, end = read_agencies(text, mark.end())
            predicate = re.compile(r"\s*(?:là\s+)?(?=chủ\s+trì|làm\s+đầu\s+mối)").match(text, end, clause.end)
            if not actors or not predicate:
                continue
            duty = read_duty(text, predicate.end(), clause.end)
            task = _task(text, clause.start, mark.start()) or _task(text, duty.task, clause.end)
            where = self.block.clean(sentence.start, sentence.end)
            pairs: list[tuple[Role, Agency]] = [(duty.role, actor) for actor in actors]
            pairs += [("coordinate", partner) for partner in duty.partners]
            for role, actor in pairs:
                at = self.block.clean(actor.start, actor.end)
                self.found.append(FoundAssignment(actor.name, role, task, self.block.path, where, at))
            return True
        return False


def _only_names(text: str, clause: Range) -> bool:
    """A clause that only lists bodies belongs to the next: "Cổng Thông tin điện tử; Báo Sơn Hà đăng tin"."""
    found, end = read_agencies(text[: clause.end], clause.start)
    return bool(found) and end == clause.end


def _merge_clauses(text: str, clauses: tuple[Range, ...]) -> list[Range]:
    """Join a clause that begins no task of its own to the one before it ("...; Chỉ thị số 33/CT-TTg")."""
    merged: list[Range] = []
    for clause in clauses:
        opens = (
            find_predicate(text, clause.start, clause.end) is not None
            or read_subject(text, clause.start, clause.end) is not None
        )
        if merged and (not opens or _only_names(text, merged[-1])):
            merged[-1] = Range(merged[-1].start, clause.end)
        else:
            merged.append(clause)
    return merged


def read_assignments(block: Block, holders: _Holders = ()) -> tuple[tuple[FoundAssignment, ...], _Holders]:
    """Read one line; ``holders`` come from the headings above. Returns also who holds at its end."""
    headings = block.headings()
    own = _NO_TASKS_RE.search(headings) is None or _ORGANISATION_RE.search(headings) is not None
    reader = _Reader(block, holders, own, _ORGANISATION_RE.search(headings) is not None, [])
    for sentence in split_sentences(block.text):
        start = max(sentence.start, block.body)
        if start >= sentence.end or _CLOSING_WORDS_RE.match(block.text, start):
            continue
        for clause in _merge_clauses(block.text, split_clauses(block.text, Range(start, sentence.end))):
            reader.clause(clause, Range(start, sentence.end))
    return tuple(reader.found), reader.holders


def walk_assignments(blocks: tuple[Block, ...]) -> tuple[Holding, ...]:
    """Read the lines of a whole document in order, carrying actors from headings to the tasks below."""
    walked: list[Holding] = []
    holding: dict[int, _Holders] = {}
    for block in blocks:
        if block.kind in {"preamble", "footnote"}:
            walked.append(Holding(block, (), (), ()))
            continue
        above = block.chain[:-1] if block.opens else block.chain
        context = next((holding[s.range.start] for s in reversed(above) if s.range.start in holding), ())
        named = _heading_holders(block) or _lead_line_holders(block)
        here: tuple[FoundAssignment, ...] = ()
        last = context
        if named:
            last = holding[block.chain[-1].range.start] = named
            if block.opens and not _HEAD_ONLY_RE.search(block.text):
                here, _ = read_assignments(block, named)
        elif block.kind != "heading":
            here, last = read_assignments(block, context)
            if block.opens and block.chain[-1].kind == "item" and last != context:
                holding[block.chain[-1].range.start] = last
        walked.append(Holding(block, context, here, last))
    return tuple(walked)
