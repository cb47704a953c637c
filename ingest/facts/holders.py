"""Who holds the tasks of the lines below: bare actors as headings, lines that end in a colon.

"2. Sở Nội vụ", "5. Đề nghị Công an tỉnh:", "Điều 7. Trách nhiệm của cơ quan thuế"; right under "Tổ chức thực
hiện" also a body outside the grammar, as long as the line says no task.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.facts.agencies import Agency, read_agencies, split_names
from ingest.facts.blocks import Block
from ingest.facts.roles import read_duty, read_subject
from ingest.facts.sentences import split_clauses, split_sentences
from ingest.facts.verbs import starts_predicate
from ingest.plan import Range, Role

__all__ = ["ORGANISATION_RE", "Holder", "Holders", "heading_holders", "holders_of", "lead_line_holders"]


@dataclass(frozen=True, slots=True)
class Holder:
    """An agency that holds the tasks that follow, and where its name stands (clean offsets)."""

    name: str
    range: Range
    role: Role = "responsible"


Holders = tuple[Holder, ...]

_HEAD_PREFIX_RE = re.compile(
    r"(?:(?i:trách\s+nhiệm)\s+của(?=[A-ZĐ])|(?i:(?:trân\s+trọng\s+)?đề\s+nghị|yêu\s+cầu|giao(?:\s+nhiệm\s+vụ)?(?:\s+cho)?|đối\s+với|(?:trách\s+nhiệm|nhiệm\s+vụ)(?:\s+(?:của|đối\s+với))?|phân\s+công)\s*:?\s+)?"
)
_HEAD_SUFFIX_RE = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:(?:có\s+(?:trách\s+nhiệm|nhiệm\s+vụ)|(?:thực\s+hiện|triển\s+khai)(?:\s+(?:các|một\s+số))?\s+nhiệm\s+vụ(?:\s+sau)?|chịu\s+trách\s+nhiệm)\s*)?[.:;]*\s*"
)
ORGANISATION_RE = re.compile(
    r"(?i)tổ\s+chức\s+(?:triển\s+khai\s+)?thực\s+hiện|phân\s+công|(?:^|/\s)\s*trách\s+nhiệm|trách\s+nhiệm\s+(?:thực\s+hiện|của\s+các)"
)
_BODY_WORD_RE = re.compile(
    r"(?i)(?:các\s+(?:sở|công\s+chức|cán\s+bộ|thành\s+viên|cơ\s+quan|đơn\s+vị|tổ\s+chức|hội|ban|doanh\s+nghiệp|trường|bệnh\s+viện|công\s+ty|ngân\s+hàng|chủ|viện|trung\s+tâm)|sở|ban|ủy\s+ban|uỷ\s+ban|ubnd|hđnd|văn\s+phòng|phòng|công\s+an|thanh\s+tra|hội|đoàn|liên\s+đoàn|liên\s+hiệp|viện|trung\s+tâm|trường|bệnh\s+viện|chi\s+cục|cục|"
    r"công\s+ty|tập\s+đoàn|bộ|đài|báo|cổng|ngân\s+hàng|kho\s+bạc|bưu\s+điện|bảo\s+hiểm|tòa\s+án|viện\s+kiểm|mặt\s+trận|đảng\s+ủy|doanh\s+nghiệp|hiệp\s+hội|chủ\s+đầu\s+tư|nhà\s+thầu|tổ|hợp\s+tác\s+xã|cơ\s+quan|đơn\s+vị|vnpt|viettel|thủ\s+trưởng|giám\s+đốc|chủ\s+tịch|công\s+chức|cán\s+bộ)(?!\w)"
)


def heading_holders(block: Block) -> Holders:
    """The agencies that a line names and nothing else ("2. Sở Nội vụ", "5. Đề nghị Công an tỉnh:")."""
    prefix = _HEAD_PREFIX_RE.match(block.text, block.body)
    for at in dict.fromkeys((prefix.end() if prefix else block.body, block.body)):
        actors, end = read_agencies(block.text, at)
        suffix = _HEAD_SUFFIX_RE.fullmatch(block.text, end)
        if actors and (
            suffix or (block.opens and re.compile(r"\s*(?:\([^)]*\)\s*)?:\s+(?=\S)").match(block.text, end))
        ):
            return holders_of(actors, block)
    return _unknown_holders(block, prefix.end() if prefix else block.body)


def _unknown_holders(block: Block, at: int) -> Holders:
    """A heading right under "Tổ chức thực hiện" that begins like a body but is outside the grammar."""
    text = block.text.rstrip(" .:;")
    above = block.chain[:-1]
    under = bool(above) and ORGANISATION_RE.search(above[-1].heading) is not None
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
    return holders_of(split_names(text, at), block)


def lead_line_holders(block: Block) -> Holders:
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


def holders_of(actors: tuple[Agency, ...], block: Block) -> Holders:
    """Agencies of a line as holders, with clean offsets."""
    return tuple(Holder(a.name, block.clean(a.start, a.end)) for a in actors)
