"""Edits of a sentence, tracked: what may not be touched, what is replaced and why, and the text that results.

Citations of issued documents and words in quotation marks are never edited, so former names, symbols and
dates inside them stay as they were issued.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.facts.cited.references import find_mentions
from ingest.plan import Range
from ingest.spelling import spaced_re

__all__ = [
    "Edit",
    "apply_edits",
    "balance",
    "breaks",
    "cased",
    "closed",
    "doubles",
    "free",
    "mend_spacing",
    "protected_ranges",
    "undouble",
]


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``[start, end)`` of a text by ``new``; ``reason`` is told to the officer."""

    start: int
    end: int
    new: str
    reason: str


_QUOTED_RE = re.compile(r"“[^“”\n]{1,400}”|\"[^\"\n]{1,400}\"")
# An anniversary or a period in brackets is history, too: (28/6/1909 - 28/6/2024).


def protected_ranges(text: str) -> tuple[Range, ...]:
    """Find what must stay verbatim: citations with their titles, and quotations.

    >>> text = "Theo Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ; các đơn vị báo cáo."
    >>> [text[r.start : r.end] for r in protected_ranges(text)]
    ['Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ']
    """
    found = [mention.range for mention in find_mentions(text)]
    found += [Range(*match.span()) for match in _QUOTED_RE.finditer(text)]
    return tuple(sorted(found))


def free(start: int, end: int, taken: Iterable[Range]) -> bool:
    """Tell whether ``[start, end)`` touches none of ``taken``."""
    return all(end <= held.start or start >= held.end for held in taken)


def cased(new: str, old: str) -> str:
    """Write new words with the capitals of those that they replace.

    >>> cased("các phòng của Sở", "CÁC ĐƠN VỊ"), cased("các phòng của Sở", "Các đơn vị")
    ('CÁC PHÒNG CỦA SỞ', 'Các phòng của Sở')
    """
    if old.isupper() and " " in old:
        return new.upper()
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return the text after the edits, which must not overlap."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += [text[at : edit.start], edit.new]
        at = edit.end
    parts.append(text[at:])
    return "".join(parts)


_DOUBLE_RE = re.compile(r"(?<![\w/-])((\w+)(?: \w+){0,2}) \1(?![\w/-])")
# Vietnamese doubles words on purpose; these are the usual ones.
_REDUPLICATED = frozenset(
    "từ ngày luôn dần mãi song thường xa đời nhà người khăng nơi hằng ai đâu gì lâu khác hay chung riêng đều nhanh"
    " chậm cao rất ngành lớp tầng từng xã chầm phần đoàn".split()
)
# Of single syllables only these are surely typed twice: none ends a compound and begins another, as "tác" does in
# "hợp tác tác chiến" and "lý" in "quản lý lý lịch".
_NEVER_TWICE = frozenset("các những và của là được đã sẽ với cho Sở UBND".split())
# "nhà đầu tư đầu tư", "các cơ quan, tổ chức tổ chức": a doer, then what is done.
_DOER_RE = re.compile(
    r"(?i)(?<!\w)(?:nhà|người|bên|chủ|cơ quan|đơn vị|bộ phận|tổ chức|cán bộ|công chức|viên chức|cá nhân)\s+$"
)
_DEEDS = frozenset({"tổ chức", "đại diện", "lãnh đạo", "chỉ huy", "chỉ đạo", "kế hoạch hóa"})
"""Words that name who acts and what they do alike."""
_LONGER_RE = re.compile(r" (?:xã|hóa|hoá|hội|viên|học|tính|chủ nghĩa)(?!\w)")
"""What makes another word of the second: "hỗ trợ hợp tác hợp tác xã"."""


def balance(text: str) -> str:
    """Close a bracket that a fragment left open; drop one that holds nothing or was never opened.

    >>> balance("định kỳ (hằng năm"), balance("quý IV ("), balance("hằng năm)")
    ('định kỳ (hằng năm)', 'quý IV', 'hằng năm')
    """
    kept: list[str] = []
    depth = 0
    for mark in text:
        if mark == ")" and not depth:
            continue
        depth += (mark == "(") - (mark == ")")
        kept.append(mark)
    whole = "".join(kept).rstrip(" ,;") if depth else "".join(kept)
    while depth and whole.endswith("("):
        whole, depth = whole[:-1].rstrip(" ,;"), depth - 1
    return whole + ")" * depth


def undouble(text: str) -> str:
    """Drop a word or phrase typed twice in a row; the same syllable at the end and the start of two words stays.

    >>> undouble("các các phong trào thi đua thi đua yêu nước, dần dần đổi mới")
    'các phong trào thi đua yêu nước, dần dần đổi mới'
    >>> undouble("diễn tập hiệp đồng hợp tác tác chiến")
    'diễn tập hiệp đồng hợp tác tác chiến'
    """

    def one(match: re.Match[str]) -> str:
        phrase = match[1]
        if " " not in phrase:
            return phrase if phrase in _NEVER_TWICE else match[0]
        two_words = (
            phrase.lower() in _DEEDS
            or _DOER_RE.search(text[: match.start()])
            or _LONGER_RE.match(text, match.end())
        )
        return match[0] if two_words else phrase

    return _DOUBLE_RE.sub(one, text)


def doubles(text: str) -> frozenset[str]:
    """Every word or phrase that stands twice in a row, but for usual reduplications: to be looked at, not dropped.

    >>> sorted(doubles("tiếp tiếp công dân; dần dần đổi mới"))
    ['tiếp tiếp']
    """
    found = (match for match in _DOUBLE_RE.finditer(text) if not match[1].isdigit())
    return frozenset(match[0].lower() for match in found if match[1].lower() not in _REDUPLICATED)


def closed(text: str) -> str:
    """Leave out the end of a bracket whose beginning was left out.

    >>> closed("mở lớp; thời gian: quý II)."), closed("mở lớp (quý II)."), closed("gồm: a) chợ; b) bến")
    ('mở lớp; thời gian: quý II.', 'mở lớp (quý II).', 'gồm: a) chợ; b) bến')
    """
    loose = text.count(")") > text.count("(") and re.search(r"(?:^|\s)[a-zđ\d]{1,2}\)", text) is None
    return re.sub(r"\)(?=\W*$)", "", text) if loose else text


def mend_spacing(text: str) -> str:
    """Tidy what edits leave behind: spaces, doubled marks, a small letter at the start.

    >>> mend_spacing("tăng cường kiểm tra , rà soát;; báo cáo")
    'Tăng cường kiểm tra, rà soát; báo cáo'
    >>> mend_spacing("Quy chế số 06- QC/TU giai đoạn 2024- 2030; 151 - KH/HU; “ Dân vận khéo”")
    'Quy chế số 06-QC/TU giai đoạn 2024-2030; 151-KH/HU; “Dân vận khéo”'
    """
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"\.?/\.$", ".", text)
    text = re.sub(r"\s+([,;:.])(?=\s|$)", r"\1", text)
    text = re.sub(r"([,;])(?:\s*[,;])+", r"\1", text)
    text = re.sub(r"^[,;:.]\s*", "", text)
    text = re.sub(r"(?<=\d)\s*-\s*(?=[A-ZĐ]{2,}[\w-]*/[A-ZĐ])|(?<=\d{4})-\s+(?=\d{4})", "-", text)
    text = re.sub(r"“\s+", "“", text)
    text = re.sub(r'"([^"\n]{1,400})"', r"“\1”", text)
    text = re.sub(r"(?<=\w)(?=“)", " ", text)
    return text[:1].upper() + text[1:]


_JOINS = r"(?:và|hoặc|hay|cùng)"
_HANGS = r"(?:tại|của|với|cho|giữa|về|trên|trong|các|những|bởi|theo|từ|gửi)"
_BROKEN_RE = spaced_re(
    rf"(?i)(?<!\w){_HANGS}(?:\s*[,;.)]| {_JOINS}(?!\w)|\s*$)|(?<!\w){_JOINS}(?:\s*[,;.)]| {_JOINS}(?!\w)|\s*$)"
    rf"|[,;(]\s*{_JOINS}\s*[,;.)]|\(\s*\)|(?<!\w)(?:các|những|mỗi|từng) (?:các|những|mỗi|từng)(?!\w)"
)


def breaks(new: str, old: str) -> bool:
    """Whether words say half a sentence where those that they were made from do not: an end left hanging, a mark not closed.

    >>> breaks("mở tài khoản tại hoặc Nhà văn hóa", "mở tài khoản tại UBND xã hoặc Nhà văn hóa")
    True
    >>> breaks("hồ sơ do thôn chuyển đến, cho và nhận", "hồ sơ do xã chuyển đến, cho và nhận")
    False
    """
    faults = [
        Counter(" ".join(m[0].lower().split()) for m in _BROKEN_RE.finditer(text)) for text in (new, old)
    ]
    pairs = [tuple(text.count(a) - text.count(b) for a, b in ("()", "“”", "[]")) for text in (new, old)]
    opened = any(one and one != other for one, other in zip(*pairs, strict=True))
    return opened or bool(faults[0] - faults[1])
