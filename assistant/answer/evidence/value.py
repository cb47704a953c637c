"""Whether an answer has the sort of value at all that a question wants: a time, a name, a sum of money.

An answer may quote the right place and yet not have what was asked. Where its whole text has no such thing, it is
no answer, however near it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer.evidence.office_holders import (
    asks_person,
    held_by_a_post,
    names_person,
    office_asked,
    office_held,
)
from assistant.answer.evidence.persons import asks_firm, named_firm
from assistant.answer.evidence.timing import asks_clock, tells_hour
from assistant.answer.evidence.units import coverage
from assistant.grams import gram_set
from assistant.knowledge import Unit
from assistant.question.cues import cue_text
from assistant.question.money import SUM_RE, asks_money, asks_rate, asks_sum, tells_money
from assistant.question.naming import fold
from assistant.question.sort import asked_sort, asked_words
from assistant.question.understand import Need
from ingest.facts.bodies.agencies import find_agencies
from ingest.facts.language.patterns import NUMBER_RE

__all__ = [
    "amount_apart",
    "has_amount",
    "holds_sort",
    "no_sum",
    "result_lacking",
    "value_lacking",
]

_TIME_RE = re.compile(
    r"\d{1,2}/\d|\bthang (?:\d|mot|hai|ba|tu|nam|sau|bay|tam|chin|muoi|gieng|chap|cuoi)|\bngay (?:\d|lam|ky|ban hanh|cuoi)"
    r"|\bquy (?:[ivx]+|\d|cuoi)\b|\bnam \d|\d ?(?:phut|gio|ngay|thang|nam|tuan|h)\b|\b(?:hang|moi) (?:ngay|tuan|thang|quy|nam)"
    r"|dinh ky|giai doan|(?:thoi (?:gian|han|diem)|theo) [^.;\n]*huong dan|cho den khi|thu (?:hai|ba|tu|nam|sau|bay|\d)|chu nhat|thuong xuyen"
    r"|\bkhi\b|\b(?:20|19)\d\d\b|\bdip\b|ky hop|\d ?h\d\d|theo van ban|hang ngay|\d lan\b|lien tuc|\bngay \w+ (?:nhan|co)\b"
)
"""Any way in which a text says when, folded."""
_RESULT_ASKED_RE = re.compile(
    r"\bhien (?:co|nay|tai|dang|con)\b|(?<!thuc )(?<!phat )(?<!the )(?<!xuat )(?<!bieu )\bhien (?!dai|truong|vat|thuc|hanh|trang)[^?]*bao nhieu|\bdang co\b|\bda (?:giai quyet|co|lam|hoan thanh|thuc hien|dat|xu ly|bat|cap|xay)\b"
    r"|bao nhieu [^?]*(?<!to )\broi\b(?: (?:nhi|a|vay|the))?\W*$|\btinh den (?:nay|het|thoi|cuoi nam ngoai)|\bden nay\b|nam ngoai|nam truoc|\bcurrently\b|\bso far\b|last year|how many [^?]*\bwere\b|thu duoc bao nhieu"
)
"""What is or was: a plan that says what shall be does not tell it."""
_RESULT_RE = re.compile(
    r"\bhien (?:co|nay|tai|dang|con|tren)\b|\bda\b|\bdang co\b|tinh den|den nay|cuoi nam|dau nam 20|ket qua|\buoc\b|ghi nhan|khao sat|xay ra"
    r"|\bnam (?:20\d\d|ngoai|truoc)\b[^;.]*\bco\b|\bco \d|toan (?:tinh|xa|phuong|truong|thanh pho|huyen|nganh)"
)
_RATE_RE = re.compile(
    r"(?i)%(?: [^\W\d_]+){0,3} (?:mức (?:thu|đóng|lương)|lương|tiền|giá|lệ phí|học phí)(?!\w)"
)
"""What may be told as a share of a sum of money: "hỗ trợ học phí bằng 70% mức thu", "phụ cấp 30% mức lương"."""
_CELL_RE = re.compile(r"(?i)(?<!\w)S?TT: .*: ?\d")
"""A row whose table may say elsewhere that its numbers are sums."""
_OTHER_MEASURE_RE = re.compile(r"%|\d ?(?:tấn|tạ|kg|ha|héc ta|m2|m3|km2?|lít|con|người|hộ|lượt)(?!\w)")
"""A share, a weight, an area, a head count: no sum of money."""
_MOST_ASKED_RE = re.compile(
    r"\b(?:toi da|nhieu nhat|khong qua|maximum|at most)\b|\b(?:cao|lau|lon) nhat (?:la )?(?:bao nhieu|may)\b"
)
_LEAST_ASKED_RE = re.compile(
    r"\b(?:toi thieu|it nhat|khong duoi|minimum|at least)\b|\b(?:thap|nho) nhat (?:la )?(?:bao nhieu|may)\b"
)
_MOST_TOLD_RE = re.compile(r"(?i)(?<!\w)(?:tối đa|nhiều nhất|không quá|không vượt quá)(?!\w)|trở xuống")
_LEAST_TOLD_RE = re.compile(r"(?i)(?<!\w)(?:tối thiểu|ít nhất|không dưới)(?!\w)|trở lên")
"""Bounds in a question and in a short answer."""
_NO_AMOUNT_RE = re.compile(
    r"(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Nn]ăm|(?<!trong )[Ss]ố(?: \d+,)*|[Bb]iểu|[Pp]hụ lục|[Gg]iai đoạn|[Nn]gày|[Tt]háng|[Qq]uý|TT:|section|row|annex|dòng) ?\d[\d/.-]*(?:(?<=/)[A-ZĐ][\w/-]*)?"
    r"|\d{1,2} năm (?=(?:19|20)\d\d)|\d{1,2}/\d{1,2}/\d{4}|(?m:^\W*(?:\d+(?:\.\d+)*|[a-zđ])[.)]\s)|\d+/[\w/-]*[A-ZĐ]|\b(?:19|20)\d\d\b|\d+-[A-ZĐ]"
)
"""Digits that number, date or name something."""
_AMOUNT_RE = re.compile(r"\d|(?<!\w)(?i:một|hai|ba|bốn|sáu|bảy|tám|chín|mười|toàn bộ|tất cả|nửa)(?!\w)")
_NAMES_BY_NUMBER_RE = re.compile(r"\bso (?:may|bao nhieu|nao)\b|\bmay dieu|number (?:is|of)")
"""A number that names a document, folded; no amount."""
_PERCENT_ASKED_RE = re.compile(r"\b(?:bao nhieu|may) ?(?:phan tram|%)|\bwhat percent")
_PERCENT_RE = re.compile(
    r"(?i)%|phần (?:trăm|nghìn)|tỷ lệ|tỉ lệ|toàn bộ|tất cả|(?<![\d/])\d{1,2}/\d{1,2} (?:số|tổng)"
    r"|(?<![\d/.,-])\d{1,3}(?:,\d+)?(?: ?[-–] ?\d{1,3}(?:,\d+)?)? (?-i:(?=[A-ZĐ]))"
)
"""A share of a hundred, asked for (folded) and told; a column of shares says so in its head, also where its row
was run together ("10 - 12 Bộ Nông nghiệp")."""
_YEAR_ASKED_RE = re.compile(r"\bnam nao\b|\bwh(?:at|ich) year\b")
_YEAR_RE = re.compile(r"(?<![\d/])(?:19|20)\d\d(?!\d|/[A-ZĐ])")
"""A year, asked for (folded) and told: no part of a document's symbol."""
_COUNTING = frozenset({"count", "listing", "facts", "which_plans", "both", "bodies"})
"""Sorts of evidence whose amount may be how much they tell, or that are made of several answers."""
APART = 0.5
"""Share of what the whole evidence says of the subject that a place with an amount must say (see ``amount_apart``)."""
LITTLE = 0.4
"""Share of the subject below which evidence says next to nothing of it."""
_OF_TEXT_RE = re.compile(
    r"(?:may|bao nhieu) (?:dau )?(?:viec|nhiem vu|noi dung|muc|giai phap|nhom|chi tieu|buoc|dieu|phan|y)\b"
)
"""What a text is made of, which the answer itself counts."""
READ = 12


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question (folded) asks for, read off it once for all its candidates."""

    person: bool
    firm: bool
    money: bool
    total: bool
    """A sum of money and no share of one."""
    rate: bool
    """A sum that may be told as a share of another."""
    office: bool
    """Who holds an office."""
    names: bool
    """Whether a number that names a document is asked for, and no amount."""
    of_text: bool
    result: bool
    clock: bool
    percent: bool
    year: bool


@lru_cache(maxsize=64)
def _asked(folded: str) -> _Asked:
    return _Asked(
        person=asks_person(folded),
        firm=asks_firm(folded),
        money=asks_money(folded),
        total=asks_sum(folded),
        rate=asks_rate(folded),
        office=bool(office_asked(folded)),
        names=bool(_NAMES_BY_NUMBER_RE.search(folded)),
        of_text=bool(_OF_TEXT_RE.search(folded)),
        result=bool(_RESULT_ASKED_RE.search(folded)),
        clock=asks_clock(folded),
        percent=bool(_PERCENT_ASKED_RE.search(folded)),
        year=bool(_YEAR_ASKED_RE.search(folded)),
    )


def value_lacking(need: Need, told: str, bold: str) -> bool:
    """Whether the sort of thing that is asked for stands nowhere in an answer.

    ``told`` is all that it says and quotes, ``bold`` its short answer: of a sum, that must be one.
    """
    if need.yesno:
        return False
    words = asked_words(need)
    asked = _asked(words)
    return bool(
        (asked.person and not (names_person(told) or held_by_a_post(words, told)))
        or (asked.firm and named_firm(told) is None)
        or (asked.money and not tells_money(told))
        or (asked.clock and not tells_hour(told))
        or (asked.percent and not _PERCENT_RE.search(told))
        or (asked.year and not _YEAR_RE.search(told))
        or (asked.office and not office_held(words, told))
        or (asked.total and not (_tells_sum(told, bold) or (asked.rate and _tells_rate(told, bold))))
        or (bold and _bounded_otherwise(words, bold))
        or (need.kind == "letterhead_number" and not NUMBER_RE.search(told))
    )


def _bounded_otherwise(asked: str, bold: str) -> bool:
    """Whether the most is asked for (folded) and only the least is told, or the other way about.

    >>> _bounded_otherwise("duoc nghi toi da may buoi", "tối thiểu 80%"), _bounded_otherwise("toi da may buoi", "không quá 05 buổi")
    (True, False)
    """
    most, least = (sign.search(asked) is not None for sign in (_MOST_ASKED_RE, _LEAST_ASKED_RE))
    above, below = (sign.search(bold) is not None for sign in (_LEAST_TOLD_RE, _MOST_TOLD_RE))
    return (most and not least and above and not below) or (least and not most and below and not above)


def holds_sort(text: str, sort: str) -> bool:
    """Whether a text has something of the sort asked for at all, so that it cannot be said to leave it out.

    >>> holds_sort("Kinh tế số chiếm 45% GRDP", "number"), holds_sort("Kiện toàn tổ công nghệ số", "when")
    (True, False)
    """
    if sort == "number":
        return has_amount(text)
    return _TIME_RE.search(fold(text)) is not None if sort == "when" else bool(find_agencies(text))


@lru_cache(maxsize=16_384)
def has_amount(text: str) -> bool:
    """Whether a text says how many of something, not only numbers that name or date.

    >>> has_amount("theo khoản 2 Điều 5 Quyết định số 12/QĐ-UBND năm 2026"), has_amount("mua 15 máy phun")
    (False, True)
    """
    return _AMOUNT_RE.search(_NO_AMOUNT_RE.sub(" ", text)) is not None


def no_sum(need: Need, value: str) -> bool:
    """Whether a sum of money is asked for and a value is told in another measure."""
    return _asked(cue_text(need.asked)).total and _otherwise_measured(value)


def _otherwise_measured(value: str) -> bool:
    return bool(_OTHER_MEASURE_RE.search(value)) and not SUM_RE.search(value)


def _tells_sum(told: str, bold: str) -> bool:
    """Whether a sum of money stands in an answer, and no share or other measure in the place of its short answer."""
    return not _otherwise_measured(bold) and (SUM_RE.search(told) or _CELL_RE.search(told)) is not None


def _tells_rate(told: str, bold: str) -> bool:
    """Whether a share of a sum of money stands in an answer, and no other measure in the place of its short answer.

    >>> _tells_rate("bằng 70% mức thu học phí", "70%"), _tells_rate("giảm 70% số hộ nghèo", "70%")
    (True, False)
    """
    return (not bold or "%" in bold) and _RATE_RE.search(told) is not None


def result_lacking(need: Need, units: Sequence[Unit]) -> bool:
    """Whether the question wants what is or was, and no clause with a number reports anything of the kind."""
    if asked_sort(need) != "number" or not _asked(cue_text(need.asked)).result:
        return False
    clauses = (clause for unit in units[:READ] for clause in re.split(r"[;.\n]", unit.text))
    return not any(has_amount(clause) and _RESULT_RE.search(fold(clause)) for clause in clauses)


def amount_apart(need: Need, source: str, units: Sequence[Unit], covered: float, *, counted: bool) -> bool:
    """Whether an amount is asked for and the places that hold one say little of the subject.

    ``covered`` is the share of the subject that the evidence says as a whole. A list of a body's duties may say all
    words of "Sở X có bao nhiêu biên chế", and "ít nhất 02 lần" of something else. Evidence that says next to nothing of
    it has no such amount at all, unless what is ``counted`` there is the thing asked about.
    """
    if asked_sort(need) != "number" or need.follows or source in _COUNTING or not need.terms:
        return False
    asked = _asked(cue_text(need.asked))
    if asked.names or asked.of_text:
        return False
    if covered < LITTLE and not (counted or need.spelling == "en"):
        return True
    shares = (
        coverage(need.terms, gram_set(f"{u.text} {u.heading}"), gram_set(u.context), gram_set(u.near))
        for u in units[:READ]
        if has_amount(u.text)
    )
    return max(shares, default=0.0) < APART * covered
