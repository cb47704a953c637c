"""Where a sentence turns to another body behind a comma: "Văn phòng in tài liệu, Đoàn Thanh niên xã phát cho từng hộ".

In: a clause that has told who does its first part. Out: where the next body's part begins. A body behind a comma is as
often one more in a list ("phối hợp với Sở A, Sở B tổ chức ..."), so a turn needs words of a task right before the comma,
no verb that governs a list of bodies, and one body by its own name with its verb behind it.
"""

from __future__ import annotations

import re

from ingest.facts.bodies.agencies import Agency, find_agencies, read_agencies
from ingest.facts.bodies.doers import starts_doing
from ingest.facts.tasks.roles import Duty, read_duty, read_subject
from ingest.facts.tasks.trailing import is_bare
from ingest.spelling import spaced_re

__all__ = ["find_turn", "told_to_lead"]

_COMMA_RE = re.compile(r",\s+(?:còn\s+)?(?=\S)")
# What may govern a list of bodies that goes on behind the comma.
_GOVERNS_RE = spaced_re(
    r"(?i)(?<!\w)(?:phối hợp|cùng|với|gồm|như|giữa|giao|chỉ đạo|yêu cầu|đề nghị|kiến nghị|hướng dẫn|đôn đốc|tham mưu|trình|giúp|hỗ trợ|vận động|mời|để|của|do|từ|xin)(?: [^\s,;:]+){1,4}$|(?:lấy|xin) ý kiến [^,;:]+$"
)
# What may list persons and places told by common nouns, however far behind.
_LISTS_RE = spaced_re(
    r"(?i)(?<!\w)(?:đối với|cho(?= (?:các|những|người|cán|học|hộ)\s)|gồm|như|giữa|của|là|cùng|với|về|đến|tới|mời|cử|kể cả|(?:tại|ở|trong) các)(?!\w)|(?<=\w\s)(?:tại|ở) (?:\w+ )?\w+$"
)
# "bảng lương của | Chủ tịch, thành viên Hội đồng, ...": the list goes on over the commas, also with names.
_OVER_RE = spaced_re(r"(?<!\w)(?:đối với|gồm|giữa) [^,;:]+(?:, (?:và )?[^,;:]+){1,}$")
_MANY_RE = re.compile(r"(?i)(?:các|mỗi|từng|những)\s")
_LEAD_IN_RE = spaced_re(
    r"(?i)(?:khi|nếu|để|nhằm|do|theo|căn cứ|sau|trước|trường hợp|đối với|trên cơ sở|trong|tại|nhất là|đặc biệt|bảo đảm|đảm bảo|mà|thì|vì)(?!\w)"
)
_ORDERS_RE = spaced_re(r"(?i)(?:chỉ đạo|lãnh đạo|yêu cầu|đề nghị|giao) (?=\S)")
_FEWEST_WORDS = 2
"""Words between a verb and the comma that make a task: "in tài liệu"."""


def find_turn(
    text: str, start: int, end: int, *, told_before: bool = False, free: bool = False
) -> tuple[int, int] | None:
    """Read where another body's part begins: (the comma, the body's name); None where the clause has one part.

    Where the task was ``told_before``, a verb alone may be a part: "Đảng ủy lãnh đạo, Mặt trận xã vận động"; where
    nobody acts before the comma (``free``), no verb there governs a list.

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
        alone = told_before and is_bare(text, start, comma.start())
        if (len(task.split()) < _FEWEST_WORDS and not alone) or told.count("(") > told.count(")"):
            continue
        if (_GOVERNS_RE.search(told) and not free) or _LEAD_IN_RE.match(part):
            continue
        # A body told by common nouns behind a noun is one more in a list: "trí thức, tổ công nghệ số làm nòng cốt".
        listed = _LISTS_RE.search(part) or ("," in told and not starts_doing(part.lower(), 0, len(part)))
        if listed and _OVER_RE.search(told):
            continue
        listed = _LISTS_RE.search(told) is not None if free else bool(listed)
        if listed and (free or text[comma.end()].islower() or _MANY_RE.match(text, comma.end())):
            continue
        if any(body.end == len(told) for body in find_agencies(told)):
            continue
        subject = read_subject(text, comma.end(), end)
        named = subject is not None and subject.actors[0].start == comma.end()
        # "..., các phòng nộp danh mục": several turn only behind a part that is a task by itself.
        several = subject is not None and any(body.collective for body in subject.actors)
        if several and not (
            _MANY_RE.match(text, comma.end()) and (alone or starts_doing(part.lower(), 0, len(part)))
        ):
            continue
        if subject and named and not subject.asked:
            return comma.start(), comma.end()
    return None


def told_to_lead(text: str, start: int, end: int) -> tuple[tuple[Agency, ...], Duty] | None:
    """Read whom a task tells to lead, and what: None where it tells nobody.

    >>> text = "chỉ đạo Công an xã chủ trì, phối hợp với Trạm Y tế xã tuần tra"
    >>> bodies, duty = told_to_lead(text, 0, len(text))
    >>> bodies[0].name, duty.partners[0].name, text[duty.task :]
    ('Công an xã', 'Trạm Y tế xã', 'tuần tra')
    """
    order = _ORDERS_RE.match(text, start, end)
    bodies, reached = read_agencies(text, order.end()) if order else ((), end)
    duty = read_duty(text, reached + 1, end) if bodies and reached < end else None
    return (bodies, duty) if duty and duty.role == "lead" and duty.task < end else None
