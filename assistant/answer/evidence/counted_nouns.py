"""What a question counts: the noun behind "bao nhiêu", or the one whose number is asked about.

In: what is needed. Out: that noun as plans may write it, folded, the longest form first.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answer.evidence.counted_cells import SHARE_RE
from assistant.question.cues import cue_text
from assistant.question.understand import Need
from ingest.spelling import match_key, undiacritise
from vectorstore.words import words as segment

__all__ = ["asked_unit", "counted_noun"]

_ASKED_RE = re.compile(r"(?:bao nhieu|\bmay|how many)\s+((?:(?:[^\W\d_]|%)+ ?){1,5})")
_NUMBER_OF_RE = re.compile(
    r"(?<!đổi )(?<!tế )(?<!hội )(?<!ký )(?<!nghệ )(?<!tầng )(?<!năng )(?<!quyền )(?<!tảng )(?<!liệu )\b(?:tổng số|số lượng|số) "
    r"(?!(?:liệu|hóa|hoá|hiệu|điện|di|tài khoản|kế hoạch|quyết|văn bản|tiền|vốn|nào|mấy|bao|là)\b)"
    r"((?:(?!(?:của|được|bị|có|đạt|là|còn|trong|ở|tại|theo|trên|đến|năm|giảm|tăng|mới|sẽ|phải|cần|cho|do|thuộc|tham|bao|tối|ít)\b)[^\W\d_]+ ){1,4})[^?]*\bbao nhiêu\b(?! (?!nhỉ|vậy|ạ|thế)\w)"
)
_NO_END = frozenset("ạ cho một làm của được bị tại ở trong và với để đến từ theo khi thì là mỗi các".split())
"""Words with which no noun ends ("cây giống cho", but "mẫu phiếu điện tử")."""
_PERSONS = ("thanh vien", "dai bieu")
"""What persons are counted as beside "người", who are asked for by that."""
_HEADS = frozenset("nguoi truong lop cuoc nhom xe tau tram diem ngay".split())
"""Nouns that plans count by alone too ("12 trường", for "trường học")."""


def asked_unit(need: Need) -> tuple[str, ...]:
    """What is counted (folded): the words behind "bao nhiêu", longest first, and a short or English one as plans write it."""
    asked = cue_text(need.asked)
    if need.spelling != "en" and "how many" not in asked:
        return (*units, *_in_plans(need)) if (units := _unit_in(need.asked)) else ()
    nouns = () if SHARE_RE.search(asked) else _in_plans(need)
    return (*nouns, "nguoi") if set(nouns) & set(_PERSONS) else nouns


def _in_plans(need: Need) -> tuple[str, ...]:
    """What plans write for the noun that is counted, where the question says it short or in English, also by its head alone."""
    called = need.wanted.called if need.wanted else ()
    heads = (one.split()[0] for one in called)
    return (*called, *dict.fromkeys(head for head in heads if head in _HEADS))


@lru_cache(maxsize=64)
def _unit_in(question: str) -> tuple[str, ...]:
    asked, marked = cue_text(question), match_key(question)
    found = _ASKED_RE.search(asked)
    words = undiacritise(found[1]).split() if found and not SHARE_RE.match(found[1]) else []
    ends = marked[found.start(1) :].split() if found and len(asked) == len(marked) else words
    if ends and re.sub(r"\W", "", ends[0]) in _NO_END:
        return ()  # "bố trí bao nhiêu cho giảm nghèo" names nothing that is counted
    first = next(iter(segment(" ".join(ends))), "") if ends is not words else ""
    least = min(max(1, len(first.split("_"))), len(words))  # "chi" is no part of "chi bộ"
    nouns = (
        " ".join(words[:n])
        for n in range(len(words), 0, -1)
        if n == least or (n > least and re.sub(r"\W", "", ends[n - 1]) not in _NO_END)
    )
    return (*nouns, *(_PERSONS if words[:1] == ["nguoi"] else ()))


def counted_noun(need: Need) -> tuple[str, ...]:
    """What is counted, also where the number itself is asked about: "số hộ nghèo của xã là bao nhiêu"."""
    return asked_unit(need) or (() if need.spelling == "en" else _numbered_in(need.asked))


@lru_cache(maxsize=64)
def _numbered_in(asked: str) -> tuple[str, ...]:
    """The noun whose number is asked about, folded, longest first; a question is read with its marks ("sở" is no "số").

    >>> _numbered_in("tổng số hộ nghèo của xã là bao nhiêu"), _numbered_in("kinh phí chuyển đổi số là bao nhiêu")
    (('ho ngheo', 'ho'), ())
    """
    found = _NUMBER_OF_RE.search(match_key(asked))
    words = undiacritise(found[1]).split() if found else []
    return tuple(" ".join(words[:n]) for n in range(len(words), 0, -1))
