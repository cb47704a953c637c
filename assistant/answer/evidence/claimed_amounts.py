"""Amounts that a question claims and a place tells: how much, of what, and whether no more or no less.

In: folded texts. Out: their amounts, and whether those of the question are told, or others of the same thing. A number belongs
to its own noun: "100 doanh nghiệp khởi nghiệp, 50 doanh nghiệp công nghệ" does not tell of 100 of the latter.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

__all__ = ["YEAR_RE", "Amount", "amounts_in", "leaves_out", "same_amounts"]

_UNIT_BEFORE = r"ngay|thang|nam|quy"
_NO = r"khong (?:duoc |phai |the |nen |cho phep )?"
_MOST = (
    rf"{_NO}(?:vuot )?qua|{_NO}vuot|{_NO}(?:nhieu|cao|lon|lau|dai) hon|khong (?:(?!thi|ma|khi|neu|hoac|nhung)[a-z]+ ){{1,6}}qua"
    r"|toi da|nhieu nhat|duoi|(?<!khong )(?<!duoc )(?:it|thap|nho|ngan) hon|at most|no more than|up to|den"
)
_LEAST = rf"toi thieu|it nhat|tu|tren|{_NO}(?:duoi|(?:it|thap|nho|ngan|kem) hon)|at least|tu du"
_OVER = r"(?:vuot )?qua|vuot|hon|more than|over"
"""How a bound is told, folded: that it may be no more ("không được vượt quá"), no less, or is exceeded."""
_LABELS = "".join(
    rf"(?<!\b{label} )"
    for label in "an luc khoan dieu bieu mau so buoc dot doan vung muc thu qd nq nd tt ct kh quyet dinh hoach thi trinh luan annex article decision decree resolution plan circular step phase project".split()
)
"""Words behind which a number is a name ("Dự án 6", "thứ 7", "bước 2")."""
_NO_UNITS = frozenset(
    "phai dung khong ko k co duoc cua den la va hay hoac thi cho theo trong tai o moi hang tro vao voi ke cung de do tu from to of in and or the is for by each".split()
)
_AMOUNT_RE = re.compile(
    rf"(?:\b(?:(?P<most>{_MOST})|(?P<least>{_LEAST})|(?P<over>{_OVER})) )?"
    rf"(?:\b(?P<before>{_UNIT_BEFORE}) )?"
    rf"{_LABELS}(?<![\w.,/-])(?P<number>\d+(?:[.,]\d+)*|(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)(?= (?:lan|ngay|thang|nam|quy|ho|nguoi|lop|don vi|muc|gio|tuan|tru so)\b))(?![\d/])"
    r"(?: ?(?P<after>%|k\b|(?!den\b)[a-z]+))?"
)
_WORDS = {w: str(n) for n, w in enumerate("mot hai ba bon nam sau bay tam chin muoi".split(), 1)}
LEAST, OVER = -1, -2
"""Bounds of an amount that may be no less, and of one that is exceeded ("quá 3 tháng")."""
_TURN_RE = re.compile(r" ?[a-z]*(?:[ /][a-z]+){0,3}? tro (?P<way>len|xuong)\b")
_RANGE_RE = re.compile(r"(?<![\w/.-])(\d+(?:[.,]\d+)?) ?[-–] ?(?=\d)")
_ENGLISH = {
    "per": "%",
    "percent": "%",
    "phan": "%",
    "days": "ngay",
    "day": "ngay",
    "months": "thang",
    "month": "thang",
    "years": "nam",
    "times": "lan",
    "households": "ho",
    "people": "nguoi",
    "million": "trieu",
    "billion": "ty",
    "ti": "ty",
    "tieng": "gio",
    "hours": "gio",
    "tr": "trieu",
}
_FROM_RE = re.compile(
    r"\btu (?:khoang )?\d[\d.,]*(?: ?(?:%|(?!tro\b)[a-z]+)){0,4}? (?=(?:xuong|len|giam|tang)\b)"
)
"""From where something falls or rises ("từ 19 [xuống còn 8]"), which is not to be."""
_JOINED_RE = re.compile(r" ?%?[ ,]*(?:(?:va|hoac|den) )?(?:(?:ngay|thang|nam|quy) )?")
"""Between numbers of which one thing is told: "ngày 10 và ngày 25 hằng tháng"."""
_END_RE = re.compile(r"[;,.:()](?=\s|$)|\s(?:va|con|rieng)\s(?!(?:duoi |khong qua |khoang )?\d)")
_RIVAL_RE = re.compile(r"\d|\bthu (?:hai|ba|tu|nam|sau|bay)\b|\bchu nhat\b|\bhang (?:tuan|thang|quy|nam)\b")
"""Folded: where the words of one clause end, and from where on they are its own and not those of all clauses."""
YEAR_RE = re.compile(r"(?<![\d/.,-])((?:19|20)\d\d)(?![\d.,%])")
_TIMED_RE = re.compile(r"(?:^|\b(?:nam|het|den|toi|cuoi|dau|vao|truoc|sau|tu|trong)) ?$")
"""Folded: before a year, though a word stands behind it ("hết 2027 xã còn 8 kho")."""
_APART_RE = re.compile(r" ?(?:rieng|doi voi|truong hop)\b")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it counts; ``bound`` is 1 where it is the most that may be, below 0 the least (``OVER``: and more), 0 neither."""

    value: float
    unit: str
    bound: int = 0


@dataclass(frozen=True, slots=True)
class _Told:
    """An amount where it stands: the words behind it up to the next, and those of its whole clause."""

    amount: Amount
    behind: str
    clause: str


def amounts_in(text: str) -> tuple[Amount, ...]:
    """The numbers of a folded text that count something; years and dates are none.

    >>> amounts_in("moi nguoi phu trach khong qua 100 ho, tu 50% tro len")
    (Amount(value=100.0, unit='ho', bound=1), Amount(value=50.0, unit='%', bound=-1))
    >>> amounts_in("trong 15 ngay")[0].unit, amounts_in("truoc ngay 15 hang thang")[0].unit
    ('ngay', 'ngay thu')
    >>> [one.bound for one in amounts_in("khong duoc vuot qua 10%, khong kiem tra mot don vi qua 01 lan, 15 em tro xuong")]
    [1, 1, 1]
    >>> amounts_in("het 2033 xa con 8 kho")
    (Amount(value=8.0, unit='kho', bound=0),)
    >>> amounts_in("giam tu 19 xuong con 08 diem"), amounts_in("tu 3 den 5 ngay")
    ((Amount(value=8.0, unit='diem', bound=0),), (Amount(value=3.0, unit='', bound=-1), Amount(value=5.0, unit='ngay', bound=1)))
    """
    return tuple(told.amount for told in _told_in(text))


@lru_cache(maxsize=8192)
def _told_in(text: str) -> tuple[_Told, ...]:
    text = _FROM_RE.sub("", _RANGE_RE.sub(r"tu \1 den ", text))
    spots = list(_AMOUNT_RE.finditer(text))
    joined = [
        _JOINED_RE.fullmatch(text, one.end("number"), other.start("number"))
        for one, other in itertools.pairwise(spots)
    ]
    before, behind = [""] * len(spots), [""] * len(spots)
    for at, spot in enumerate(spots):
        ends = (end.end() for end in _END_RE.finditer(text) if end.end() <= spot.start("number"))
        own = text[max(ends, default=0) : spot.start("number")]
        before[at] = before[at - 1] if at and joined[at - 1] else own
    for at, spot in reversed(list(enumerate(spots))):
        stop = spots[at + 1].start() if at < len(joined) else len(text)
        own = _clause(text, spot.end("number"), stop)
        behind[at] = behind[at + 1] if at < len(joined) and joined[at] else own
    amounts = map(partial(_amount, text), spots)
    return tuple(
        _Told(amount, words, f"{first} {words}")
        for amount, first, words in zip(amounts, before, behind, strict=True)
        if amount is not None
    )


def _amount(text: str, spot: re.Match[str]) -> Amount | None:
    """The amount that stands at a spot; None where it is a year, or no number at all."""
    number, after = spot["number"], spot["after"] or ""
    unit = _ENGLISH.get(after, "" if after in _NO_UNITS else after)
    if before := spot["before"]:
        unit = f"{before} thu"  # "ngày 15" is one of the days, which "15 ngày" counts
    timed = _TIMED_RE.search(text, 0, spot.start("number")) and re.fullmatch(r"20[1-5]\d", number)
    if timed or (YEAR_RE.fullmatch(number) and unit in {"", "nam", "nam thu"}):
        return None
    value = _WORDS.get(number) or re.sub(r"\.(?=\d{3}(?!\d))", "", number).replace(",", ".")
    turn = _TURN_RE.match(text, spot.end("number"))
    most = spot["most"] if turn is None else turn["way"] == "xuong"
    bound = 1 if most else LEAST if spot["least"] or turn else OVER if spot["over"] else 0
    return Amount(float(value), unit, bound) if value.count(".") <= 1 else None


def _clause(text: str, start: int, stop: int) -> str:
    end = _END_RE.search(text, start, stop)
    return text[start : end.start() if end else stop]


def _pairs(text: str) -> set[tuple[str, str]]:
    """The pairs of words that stand next to each other, numbers aside."""
    return set(itertools.pairwise(re.findall(r"[a-z]+", text)))


def same_amounts(claimed: Sequence[Amount], asked: str, text: str) -> bool | None:
    """Whether a folded text tells the amounts that a folded question claims, others of the same thing (False), or neither.

    >>> told = "hinh thanh 100 doanh nghiep khoi nghiep, 50 doanh nghiep cong nghe"
    >>> asked = [f"co {n} doanh nghiep {what} dung khong" for n, what in ((100, "cong nghe"), (50, "cong nghe"), (50, "khoi nghiep"))]
    >>> [same_amounts(amounts_in(one), one, told) for one in asked]
    [False, True, False]
    """
    told = _told_in(_own_clause(asked, text))
    verdicts = [
        _held(amount, [one.amount for one in _of_its_noun(amount, asked, told)]) for amount in claimed
    ]
    if None in verdicts or not verdicts:
        return None
    if False in verdicts:
        return False
    return None if _of_another_clause(claimed, asked, text) else True


def _of_its_noun(claimed: Amount, asked: str, told: Sequence[_Told]) -> list[_Told]:
    """Of several numbers in one measure those whose own words the question says most of: first those behind, then the clause's."""
    same = [one for one in told if one.amount.unit == claimed.unit or "" in {one.amount.unit, claimed.unit}]
    pairs = _pairs(asked)
    for words in ([one.behind for one in same], [one.clause for one in same]):
        shares = [len(_pairs(said) & pairs) for said in words]
        if len(set(shares)) > 1:
            return [one for one, share in zip(same, shares, strict=True) if share == max(shares)]
    return same


def _of_another_clause(claimed: Sequence[Amount], asked: str, text: str) -> bool:
    """Whether what the question says behind its number is told beside another one, and not beside its own.

    >>> text = "tiep dan thu nam hang tuan tai tru so chinh; ngay 15 hang thang tai tru so so 2"
    >>> [_of_another_clause(amounts_in(q), q, text) for q in ("tiep dan ngay 15 o tru so chinh", "tiep dan ngay 15 o tru so so 2")]
    [True, False]
    """
    clauses = text.split(";")
    behind = set[tuple[str, str]]().union(*(_pairs(one.behind) for one in _told_in(asked)))
    own = [
        at
        for at, clause in enumerate(clauses)
        if {a.value for a in amounts_in(clause)} & {a.value for a in claimed}
    ]
    said = set[tuple[str, str]]().union(*(_pairs(clauses[at]) for at in own))
    others = (
        clause[rival.start() :]
        for at, clause in enumerate(clauses)
        if at not in own and (rival := _RIVAL_RE.search(clause))
    )
    return bool(own) and any(behind & _pairs(other) - said for other in others)


def _own_clause(asked: str, folded: str) -> str:
    """Of a text that makes an exception for some ("riêng các xã vùng cao ..."), that part where the question is of them."""
    clauses = re.split(r";|,(?= rieng )", folded)
    said = set(re.findall(r"[a-z]{2,}", asked))
    for at, clause in enumerate(clauses):
        others = set(re.findall(r"[a-z]+", " ".join(clauses[:at] + clauses[at + 1 :])))
        if _APART_RE.match(clause) and len(said & (set(re.findall(r"[a-z]+", clause)) - others)) > 1:
            return clause
    return folded


def _held(claimed: Amount, told: Iterable[Amount]) -> bool | None:
    same = [one for one in told if one.unit == claimed.unit or "" in {one.unit, claimed.unit}]
    if claimed.bound == OVER:
        return _exceeded(claimed, same)
    if any(one.value == claimed.value and one.bound * claimed.bound >= 0 for one in same):
        return True
    same = [one for one in same if one.unit and claimed.unit]
    if not same:
        return None
    for one in same:
        if one.value == claimed.value:
            continue  # "từ 200 trở lên" and "dưới 200" part all that there is
        # Below the most and above the least that may be, nothing is said of the very number.
        if (one.bound == 1 and claimed.value <= one.value) or (one.bound < 0 and claimed.value >= one.value):
            return None
    return False


def leaves_out(told: Amount, case: Amount) -> bool:
    """Whether a bound leaves a case out: "dưới 50 học viên" is not for 55.

    >>> leaves_out(Amount(50, "hoc", 1), Amount(55, "hoc")), leaves_out(Amount(60, "hoc", 1), Amount(55, "hoc"))
    (True, False)
    """
    return (told.bound == 1 and told.value < case.value) or (told.bound < 0 and told.value > case.value)


def _exceeded(claimed: Amount, told: Iterable[Amount]) -> bool | None:
    """Whether more than an amount may be: a ceiling up to it denies that, only a higher least bears it out.

    >>> [_exceeded(Amount(3, "thang", OVER), amounts_in(text)) for text in ("toi da 3 thang", "trong 3 thang")]
    [False, None]
    """
    if any(one.bound < 0 and (one.value, -one.bound) > (claimed.value, -LEAST) for one in told):
        return True
    return False if any(one.bound == 1 and one.value <= claimed.value for one in told) else None
