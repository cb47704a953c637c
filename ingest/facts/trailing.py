"""Trailing words that name who does a task, without a task of their own.

"b) Tổ chức họp thôn trong quý I. Phòng Kinh tế chủ trì; Ủy ban MTTQ xã phối hợp vận động.": the second sentence
tells of the task of the first. Also "A chủ trì, B phối hợp", where the partners stand at the clause's end.
"""

from __future__ import annotations

import re

from ingest.facts.agencies import Agency, read_agencies, split_names
from ingest.facts.doers import read_doer
from ingest.facts.verbs import PREDICATE_RE

__all__ = ["OWN_FIELD_RE", "is_bare", "joined_after", "loose_partners", "partners_at_end"]

_BY = r"(?:(?:theo|trong\s+phạm\s+vi)\s+(?:đúng\s+)?(?:thẩm\s+quyền|quy\s+định|chức\s+năng|nhiệm\s+vụ|lĩnh\s+vực|phân\s+công|địa\s+bàn)(?:(?:\s*,|\s+và)?\s*(?:chức\s+năng|nhiệm\s+vụ|thẩm\s+quyền|quyền\s+hạn|trách\s+nhiệm|lĩnh\s+vực))*(?:\s+(?:được\s+(?:giao|phân\s+công)|phụ\s+trách|quản\s+lý|của\s+mình|hiện\s+hành))*)"
OWN_FIELD_RE = re.compile(rf"{_BY}\s*,?\s+")
"""The words that a body acts within its own field ("theo lĩnh vực phụ trách")."""
_DO = r"(?:(?:để\s+)?(?:cùng\s+)?(?:tổ\s+chức|triển\s+khai|tham\s+mưu)?\s*(?:phụ\s+trách|thực\s+hiện|triển\s+khai|vận\s+động|tham\s+gia|hỗ\s+trợ|hướng\s+dẫn|đôn\s+đốc|lãnh\s+đạo|chỉ\s+đạo|theo\s+dõi|giám\s+sát|đảm\s+nhận|cùng\s+làm|chính|chung)?(?:\s+(?:các\s+|những\s+)?(?:nhiệm\s+vụ|nội\s+dung|việc|công\s+việc)\s+(?:này|trên|nêu\s+trên))?)"
# "mỗi đơn vị chủ trì phần việc của mình": the share of a task said before.
_SHARE = r"(?:(?:các\s+)?(?:phần|nội\s+dung|mảng|phần\s+việc)(?:\s+(?:việc|nội\s+dung|nhiệm\s+vụ))?\s+(?:của|thuộc)\s+(?:(?:lĩnh\s+vực|ngành|trách\s+nhiệm|thẩm\s+quyền|đơn\s+vị|cơ\s+quan)\s+)?(?:của\s+)?mình)?"
_BARE_RE = re.compile(rf"\W*(?i:(?:phối\s+hợp\s*|chịu\s+trách\s+nhiệm\s*)?{_DO}\s*{_SHARE})\W*{_BY}?\W*")
_DONE_RE = re.compile(
    r"(?i)\W*(?:và\s+)?hoàn\s+thành(?=\s+(?:trước|trong|chậm|vào|theo|xong|quý|tháng|ngày|đến))[^,;]{0,60}"
)
_END_RE = re.compile(
    rf"\s*(?:cùng\s+|tham\s+gia\s+|có\s+trách\s+nhiệm\s+|là\s+(?:cơ\s+quan|đơn\s+vị)\s+)?(?i:phối\s+hợp)(?!\w)\s*{_DO}\W*{_BY}?\W*(?:(?:và\s+)?(?:hoàn\s+thành|xong|thời\s+gian)\s[^,;]{{2,60}})?"
)
# "A chủ trì, B và C tham gia.": those who take part beside one who leads.
_LED_RE = re.compile(r"(?i)(?<!\w)(?:chủ\s+trì|đầu\s+mối)(?!\w)")
_JOINS_RE = re.compile(
    rf"\s*(?:cùng\s+)?(?i:tham\s+gia|hỗ\s+trợ|(?<=cùng\s)(?:làm|thực\s+hiện))(?:\s+(?:phối\s+hợp|thực\s+hiện))?\W*{_BY}?\W*"
)
_COMMA_RE = re.compile(r"\s*[,;]\s+(?:và\s+|cùng\s+)?(?=\S)")


def is_bare(text: str, start: int, end: int) -> bool:
    """Tell whether the words are no task of their own ("", "theo thẩm quyền", "phối hợp vận động").

    >>> is_bare("chủ trì theo thẩm quyền.", 7, 24), is_bare("chủ trì kiểm tra", 7, 16)
    (True, False)
    """
    words = text[start:end]
    return _BARE_RE.fullmatch(words) is not None or _DONE_RE.fullmatch(words) is not None


def partners_at_end(text: str, start: int, end: int) -> tuple[tuple[Agency, ...], int]:
    """Read "..., B và C phối hợp." at a clause's end: (partners, where the words before them end).

    >>> text = "Sở Y tế chủ trì, Công an tỉnh phối hợp."
    >>> found, cut = partners_at_end(text, 0, len(text))
    >>> found[0].name, text[:cut]
    ('Công an tỉnh', 'Sở Y tế chủ trì')
    """
    for comma in _COMMA_RE.finditer(text, start, end):
        if read_agencies(text, start)[1] > comma.start():
            continue  # "Sở A, Bưu điện tỉnh phối hợp": a list, all of whom do so
        found, reached = _bodies(text, comma.end(), end)
        tail = text[reached:end].rstrip(" .;:/") + " " if found else ""
        led = found and _JOINS_RE.fullmatch(tail) and _LED_RE.search(text, start, comma.start())
        if led or (
            found
            and re.match(r"\s*(?:cùng\s+|tham\s+gia\s+|là\s+(?:cơ\s+quan|đơn\s+vị)\s+)?(?i:phối\s+hợp)", tail)
            and _END_RE.fullmatch(tail)
        ):
            return found, comma.start()
    return (), end


def _bodies(text: str, at: int, end: int) -> tuple[tuple[Agency, ...], int]:
    """Bodies at a place, known or told by common nouns, and where the words behind them begin."""
    found, reached = read_agencies(text, at)
    own = OWN_FIELD_RE.match(text, reached + 1, end) if found else None
    if found and (own or re.compile(r"\s*(?:cùng|tham|phối|hỗ|là|có)(?!\w)").match(text, reached, end)):
        return found, own.end() - 1 if own else reached
    doer = read_doer(text, at, end)
    return (doer[0], doer[1] - 1) if doer else (found, reached)


def joined_after(text: str, at: int, end: int) -> tuple[Agency, ...]:
    """Those who take part, said right behind who leads: ", Công an phường, Trạm Y tế phối hợp, kiểm tra ...".

    >>> [body.name for body in joined_after(", Công an tỉnh tham gia, kiểm tra 5 chợ", 0, 39)]
    ['Công an tỉnh']
    """
    comma = _COMMA_RE.match(text, at, end)
    found, reached = _bodies(text, comma.end(), end) if comma else ((), at)
    joins = re.compile(r"\s*(?:cùng\s+)?(?:phối\s+hợp|tham\s+gia|hỗ\s+trợ)\s*(?:[,.;)]|$)")
    return found if joins.match(text, reached, end) else ()


def loose_partners(text: str, start: int, end: int) -> tuple[Agency, ...]:
    """Read all that is left after "phối hợp với" as bodies, where no task follows ("với các trưởng thôn")."""
    words = text[start:end].strip(" .;")
    if not words or len(words.split()) > 40:
        return ()
    if any(
        PREDICATE_RE.match(text, word.start(), end)
        for word in re.compile(r"(?<!\w)\w").finditer(text, start, end)
    ):
        found, reached = read_agencies(text, start)
        return found if found and is_bare(text, reached, end) else ()
    return split_names(text[:end].rstrip(" .;"), start)
