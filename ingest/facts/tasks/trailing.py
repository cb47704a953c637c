"""Trailing words that name who does a task, without a task of their own.

"b) Tổ chức họp thôn trong quý I. Phòng Kinh tế chủ trì; Ủy ban MTTQ xã phối hợp vận động.": the second sentence
tells of the task of the first. Also "A chủ trì, B phối hợp", where the partners stand at the clause's end.
"""

from __future__ import annotations

import re

from ingest.facts.bodies.agencies import Agency, read_agencies, split_names
from ingest.facts.bodies.doers import read_doer
from ingest.facts.language.verbs import PREDICATE_RE
from ingest.spelling import spaced, spaced_re

__all__ = ["OWN_FIELD_RE", "is_bare", "joined_after", "loose_partners", "partners_at_end"]

_BY = spaced(
    r"(?:(?:theo|trong phạm vi) (?:đúng )?(?:thẩm quyền|quy định|chức năng|nhiệm vụ|lĩnh vực|phân công|địa bàn)(?:(?:\s*,| và)?\s*(?:chức năng|nhiệm vụ|thẩm quyền|quyền hạn|trách nhiệm|lĩnh vực))*(?: (?:được (?:giao|phân công)|phụ trách|quản lý|của mình|hiện hành))*)"
)
OWN_FIELD_RE = re.compile(rf"{_BY}\s*,?\s+")
"""The words that a body acts within its own field ("theo lĩnh vực phụ trách")."""
_DO = spaced(
    r"(?:(?:để )?(?:cùng )?(?:tổ chức|triển khai|tham mưu)?\s*(?:phụ trách|thực hiện|triển khai|vận động|tham gia|hỗ trợ|hướng dẫn|đôn đốc|lãnh đạo|chỉ đạo|theo dõi|giám sát|đảm nhận|cùng làm|chính|chung)?(?: (?:các |những )?(?:nhiệm vụ|nội dung|việc|công việc) (?:này|trên|nêu trên))?)"
)
# "mỗi đơn vị chủ trì phần việc của mình": the share of a task said before.
_SHARE = spaced(
    r"(?:(?:các )?(?:phần|nội dung|mảng|phần việc)(?: (?:việc|nội dung|nhiệm vụ))? (?:của|thuộc) (?:(?:lĩnh vực|ngành|trách nhiệm|thẩm quyền|đơn vị|cơ quan) )?(?:của )?mình)?"
)
_BARE_RE = spaced_re(rf"\W*(?i:(?:phối hợp\s*|chịu trách nhiệm\s*)?{_DO}\s*{_SHARE})\W*{_BY}?\W*")
_DONE_RE = spaced_re(
    r"(?i)\W*(?:và )?hoàn thành(?= (?:trước|trong|chậm|vào|theo|xong|quý|tháng|ngày|đến))[^,;]{0,60}"
)
_END_RE = spaced_re(
    rf"\s*(?:cùng |tham gia |có trách nhiệm |là (?:cơ quan|đơn vị) )?(?i:phối hợp)(?!\w)\s*{_DO}\W*{_BY}?\W*(?:(?:và )?(?:hoàn thành|xong|thời gian)\s[^,;]{{2,60}})?"
)
# "A chủ trì, B và C tham gia.": those who take part beside one who leads.
_LED_RE = re.compile(r"(?i)(?<!\w)(?:chủ\s+trì|đầu\s+mối)(?!\w)")
_JOINS_RE = spaced_re(
    rf"\s*(?:cùng )?(?i:tham gia|hỗ trợ|(?<=cùng\s)(?:làm|thực hiện))(?: (?:phối hợp|thực hiện))?\W*{_BY}?\W*"
)
_COMMA_RE = spaced_re(r"\s*[,;] (?:và |cùng )?(?=\S)")


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
