"""Bodies and shares of which a verb is said once: "Sở Nội vụ mở 03 lớp, Sở Tư pháp 02 lớp", "80% xã và 90% thôn có điện".

In: the predicate of the first body. Out: the bodies that follow, in order. A body right before a number is one of them only
where a number stands in the first part too; "phối hợp với Sở Tư pháp 02 lần" has none there. Of shares side by side the
predicate stands behind the last one and is of all.
"""

from __future__ import annotations

import re

from ingest.facts.bodies.agencies import Agency, read_agencies
from ingest.facts.bodies.doers import begins_name, starts_doing
from ingest.facts.language.lexicon import LOWER, UPPER
from ingest.plan import Range
from ingest.spelling import spaced_re

__all__ = ["read_sharer", "read_sharers", "shared_predicate"]

_NAMED_RE = spaced_re(
    rf"(?P<name>[^\W\d]+(?: [^\W\d]+)? [{UPPER}][{LOWER}]*(?: [{UPPER}][{LOWER}]*){{0,3}}) (?=\d)"
)
_COMMA_RE = spaced_re(r", (?:và )?| và ")
_NUMBER_RE = spaced_re(r" (?:thêm |được )?(?:ít nhất |tối thiểu )?\d[\d.,]*\s*(?:%|[^\W\d_])")
_FIRST_RE = re.compile(r"(?<![\w/])\d[\d.,]*\s*(?:%|[^\W\d_])")
_SHARE_RE = spaced_re(
    r"\d+(?:,\d+)?\s?%(?: trở (?:lên|xuống))? (?:(?:tổng )?số )?(?P<noun>[^\W\d][^,;:.()\d%]*)"
)
_JOINT_RE = spaced_re(
    r"(?:\s*, (?:và )?|(?:^|(?<=\s))(?:và|cùng(?: với)?|hoặc) )(?i:đạt )?"
    r"(?i:ít nhất|tối thiểu|không (?:dưới|quá)|trên|dưới|hơn|khoảng|từ)?\s*$"
)
# What stands before the share is said of it: "tập huấn cho 80% thôn và 90% xã có rừng" has no predicate to share.
_GOVERNED_RE = re.compile(r"(?i)(?<!\w)(?:cho|tại|với|ở|của|trong|gồm)\s+$")
_PREDICATE_RE = spaced_re(
    r"(?:được|bị|có|đạt|đủ|đều|đã|sẽ|phải|không|chưa|biết|hiểu|nói|sống|hài lòng|tốt nghiệp|vào học|là)\s"
)
_WHO_RE = spaced_re(r"người (?:trực tiếp )?$")
_WORD_RE = re.compile(r"(?<=\s)(?=\w)")
_NEXT_RE, _END_RE = re.compile(r"(?:,\s[^\d,;:.()]*)?(?=\d)"), re.compile(r"[;:.()]|,(?=[^;:.()]*\d)")


def read_sharer(text: str, at: int, end: int) -> tuple[tuple[Agency, ...], int]:
    """Bodies at a place, known or a unit by its own name ("ấp Tân Hòa 15 hộ"), and where they end."""
    found, reached = read_agencies(text, at)
    named = _NAMED_RE.match(text, at, end) if not found and begins_name(text, at) else None
    if named is None:
        return found, reached
    return (Agency(named["name"], at, named.end("name")),), named.end("name")


def read_sharers(text: str, start: int, end: int) -> tuple[Agency, ...]:
    """Read those who do the same in another number; ``start`` is where the first one's predicate begins.

    >>> text = "mở 03 lớp, Sở Tư pháp 02 lớp và Trường Chính trị tỉnh 01 lớp"
    >>> [body.name for body in read_sharers(text, 0, len(text))]
    ['Sở Tư pháp', 'Trường Chính trị tỉnh']
    """
    found: list[Agency] = []
    for joint in _COMMA_RE.finditer(text, start, end):
        bodies, reached = read_sharer(text, joint.end(), end)
        if re.compile(r"(?:mỗi|từng)\s").match(text, joint.end()):
            continue  # "cho công chức cấp xã, mỗi xã 02 người": how many of whom, nobody who acts
        if not bodies or reached >= end or not _NUMBER_RE.match(text, reached, end):
            continue
        if found or _FIRST_RE.search(text, start, joint.start()):
            found.extend(bodies)
    return tuple(found)


def shared_predicate(text: str, at: int, end: int) -> Range | None:
    """The predicate that the share at ``at`` has in common with those behind it, said after the last; None where it has its own.

    >>> text = "Tối thiểu 80% xã, 90% thôn và 100% trạm y tế có điện lưới."
    >>> [(p := shared_predicate(text, text.index(n), 57)) and text[p.start : p.end] for n in ("80", "90", "100")]
    ['có điện lưới', 'có điện lưới', None]
    >>> shared_predicate("80% xã có điện và 90% thôn có đường", 0, 35)
    """
    if _GOVERNED_RE.search(text, 0, at):
        return None
    share, shared = _SHARE_RE.match(text, at, end), False
    while share:
        noun, following = share.start("noun"), _NEXT_RE.match(text, share.end("noun"), end)
        joint = _JOINT_RE.search(text, noun, following.end()) if following else None
        if following is None or joint is None:
            stop = _END_RE.search(text, noun, end)
            stop_at = stop.start() if stop else end
            begins = _predicate_start(text, noun, stop_at)
            return Range(begins, stop_at) if shared and begins is not None else None
        if (begins := _predicate_start(text, noun, joint.start())) is not None:
            return Range(begins, joint.start()) if shared else None
        share, shared = _SHARE_RE.match(text, following.end(), end), True
    return None


def _predicate_start(text: str, at: int, end: int) -> int | None:
    """Where the predicate of a noun phrase begins; None where it has none. The first word is of the noun.

    "người | trực tiếp chế biến" is a noun with its verb.
    """
    words = (
        word.start()
        for word in _WORD_RE.finditer(text, at, end)
        if not _WHO_RE.search(text, max(0, word.start() - 20), word.start())
    )
    return next(
        (at for at in words if _PREDICATE_RE.match(text, at, end) or starts_doing(text, at, end)), None
    )
