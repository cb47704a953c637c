"""Where a sentence turns to another body behind a comma: "Văn phòng in tài liệu, Đoàn Thanh niên xã phát cho từng hộ".

In: a clause that has told who does its first part. Out: where the next body's part begins. A body behind a comma is as
often one more in a list ("phối hợp với Sở A, Sở B tổ chức ..."), so a turn needs words of a task right before the comma,
no verb that governs a list of bodies, and one body by its own name with its verb behind it.
"""

from __future__ import annotations

import re

from ingest.facts.agencies import find_agencies
from ingest.facts.roles import read_duty, read_subject

__all__ = ["find_turn"]

_COMMA_RE = re.compile(r",\s+(?:còn\s+)?(?=\S)")
# What may govern a list of bodies that goes on behind the comma.
_GOVERNS_RE = re.compile(
    r"(?i)(?<!\w)(?:phối\s+hợp|cùng|với|gồm|như|giữa|giao|chỉ\s+đạo|yêu\s+cầu|đề\s+nghị|kiến\s+nghị|hướng\s+dẫn|đôn\s+đốc|tham\s+mưu|trình|giúp|hỗ\s+trợ|vận\s+động|mời|để|của|do|từ|xin)(?:\s+[^\s,;:]+){1,4}$"
)
_LEAD_IN_RE = re.compile(
    r"(?i)(?:khi|nếu|để|nhằm|do|theo|căn\s+cứ|sau|trước|trường\s+hợp|đối\s+với|trên\s+cơ\s+sở|trong|tại|nhất\s+là|đặc\s+biệt|bảo\s+đảm|đảm\s+bảo|mà|thì|vì)(?!\w)"
)
_FEWEST_WORDS = 2
"""Words between a verb and the comma that make a task: "in tài liệu"."""


def find_turn(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Read where another body's part begins: (the comma, the body's name); None where the clause has one part.

    >>> text = "in tài liệu, Đoàn Thanh niên xã phát tài liệu"
    >>> comma, name = find_turn(text, 0, len(text))
    >>> text[:comma], text[name:]
    ('in tài liệu', 'Đoàn Thanh niên xã phát tài liệu')
    >>> text = "phối hợp với Công an xã, Đoàn Thanh niên xã phát tài liệu"
    >>> find_turn(text, 0, len(text)) is None
    True
    """
    for comma in _COMMA_RE.finditer(text, start, end):
        told = text[start : comma.start()]
        part = told[told.rfind(",") + 1 :].strip()
        task = text[read_duty(text, start, comma.start()).task : comma.start()]
        if len(task.split()) < _FEWEST_WORDS or told.count("(") > told.count(")"):
            continue
        if _GOVERNS_RE.search(told) or _LEAD_IN_RE.match(part):
            continue
        if any(body.end == len(told) for body in find_agencies(told)):
            continue
        subject = read_subject(text, comma.end(), end)
        named = subject is not None and subject.actors[0].start == comma.end()
        if subject and named and not subject.asked and not any(body.collective for body in subject.actors):
            return comma.start(), comma.end()
    return None
