"""What a yes-or-no question claims beside its subject: amounts with their units, years, "only", what is done.

In: the question, and the words of a place. Out: whether the place says the same, another thing, or neither. A verdict is
told only where the place covers the claim; else the officer reads the place and judges.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from assistant.question.cues import in_long
from assistant.question.naming import fold
from ingest.spelling import match_key

__all__ = [
    "Amount",
    "Claim",
    "amounts_in",
    "asks_done",
    "compare",
    "denied_above",
    "denies",
    "leaves_out",
    "narrows",
    "read_claim",
    "tells_done",
]

_UNIT_BEFORE = r"ngay|thang|nam|quy"
_OVER = r"(?<!khong )qua|vuot|hon|(?<!no )more than|over"
_LABELS = "".join(
    rf"(?<!\b{label} )"
    for label in "an luc khoan dieu bieu mau so buoc dot doan vung muc thu qd nq nd tt ct kh quyet dinh hoach thi trinh luan annex article decision decree resolution plan circular step phase project".split()
)
"""Words behind which a number is a name ("Dự án 6", "thứ 7", "bước 2")."""
_NO_UNITS = frozenset(
    "phai dung khong ko k co duoc cua den la va hay hoac thi cho theo trong tai o moi hang tro vao voi ke cung de do tu from to of in and or the is for by each".split()
)
_AMOUNT_RE = re.compile(
    rf"(?:\b(?P<bound>khong qua|toi da|nhieu nhat|duoi|at most|no more than|up to|toi thieu|it nhat|tu|tren|khong duoi|khong it hon|at least|tu du|den|{_OVER}) )?"
    rf"(?:\b(?P<before>{_UNIT_BEFORE}) )?"
    rf"{_LABELS}(?<![\w.,/-])(?P<number>\d+(?:[.,]\d+)*|(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)(?= (?:lan|ngay|thang|nam|quy|ho|nguoi|lop|don vi|muc|gio|tuan|tru so)\b))(?![\d/])"
    r"(?: ?(?P<after>%|k\b|(?!den\b)[a-z]+))?"
)
_WORDS = {w: str(n) for n, w in enumerate("mot hai ba bon nam sau bay tam chin muoi".split(), 1)}
LEAST, OVER = -1, -2
"""Bounds of an amount that may be no less, and of one that is exceeded ("quá 3 tháng")."""
_MOST = frozenset({"khong qua", "toi da", "nhieu nhat", "duoi", "at most", "no more than", "up to", "den"})
_RANGE_RE = re.compile(r"(?<![\w/.-])(\d+(?:[.,]\d+)?) ?[-–] ?(?=\d)")
_OPPOSITES = (("tăng", "giảm"), ("trên", "dưới"), ("thêm", "bớt"), ("cao hơn", "thấp hơn"), ("trước", "sau"))
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
_TIMES_RE = re.compile(r"\btwice\b|(?<=more than )once\b|(?<=at most )once\b|(?<=only )once\b")
"""How often, in English: "twice a day"."""
_YEAR_RE = re.compile(r"(?<![\d/.,-])((?:19|20)\d\d)(?![\d.,%])")
_NARROW = {
    fold(word): word
    for word in (
        "chỉ", "thôi", "hết", "toàn bộ", "hoàn toàn", "mọi người", "tất cả", "duy nhất", "luôn", "cả hai",
        "only", "all", "every", "fully", "entirely", "just", "both",
    )
}  # fmt: skip
_DONE_RE = re.compile(
    r"\bco(?: (?:duoc|phai|bi|can|bat buoc|dung|la|the))*((?: [a-z]+){1,4})|\b(?:duoc|phai|bi|can)((?: [a-z]+){1,3})"
)
_DENIAL_RE = re.compile(
    r"\b(?:không(?: được| phải| thể)?|chưa|nghiêm cấm|cấm)(?! (?:quá|ít|dưới|thấp|còn|những|chỉ|kể|phân|gian))((?: \w+){1,4})"
)
"""A denial and the words next to it, with their marks ("chữa" is no "chưa"); "không quá", "không chỉ" are none."""
_OWN_DENIAL_RE = re.compile(fold(_DENIAL_RE.pattern))
"""The same of a question, which may come without marks."""
_STOPS = r"cấm|dừng(?! (?:nghỉ|chân)\b)|(?<!, )(?<!và )(?<!những )(?<!số )hạn chế|bãi bỏ|(?<!phòng )(?<!diệt )(?<!bài )trừ"
_STOPS_RE = re.compile(rf"\b(?:{_STOPS})\b")
"""Words that deny what stands under them; results and shortcomings ("tồn tại, hạn chế") do not."""
_DENIED_ABOVE_RE = re.compile(
    rf"{_STOPS_RE.pattern}|\b(?<!hàng )không\b(?! (?:quá|ít|dưới|chỉ|những|gian|khí|dùng|phân)\b)"
)
_TAG_RE = re.compile(
    r"\b(?:phai|dung|duoc|chua) khong\b|\b(?:hay|co) khong\b|\bkhong(?: (?:a|vay|the|nhi|em|anh|nhe))*\s*[?.]*\s*$|\bhay chua\b|\bchua\s*[?.]*\s*$"
)
_EXCEPT_RE = re.compile(
    r"(?:\b(?:không bao gồm|không áp dụng|ngoại trừ)|[,(] ?trừ)(?: đối với| cho| các)? (\w+ \w+)"
)
_OWES_RE = re.compile(
    r"(?: co)? phai (?:[a-z]+ ){0,2}?(?:nop|dong|tra|chiu)\b|(?:do|does|must) (?P<party>[^?]*?) (?:have to )?pay\b"
)
"""Folded: who is asked about owes something, before it or as its ``party``."""
_EXEMPT_RE = re.compile(
    r"(?P<before>[^;.]*)\b(?:duoc (?:xet )?mien\b|khong phai (?:nop|dong|tra|chiu)\b|khong thu\b)|\bmien (?:thu |nop )?(?:le phi|hoc phi|phi|tien|gia)\b(?P<behind>[^;.]*)"
)
"""Folded: who owes nothing, before or behind the words that say so."""


_ASKS_DONE_RE = re.compile(
    r"^(?![^?]*(?<!\w)thì(?!\w))[^?]*(?<!\w)đã(?!\w)[^?]*(?<!\w)(?:chưa|bao nhiêu|mấy|nào|ai|những)(?!\w)"
    r"|(?<!\w)(?<!thực )(?<!phát )(?<!thể )(?<!biểu )(?<!xuất )hiện (?!đại|trạng|hành|vật|trường|hữu)(?:nay|có|đang|tại|giờ|trong|[^?]*(?:bao nhiêu|mấy))(?!\w)"
    r"|(?<!\w)(?:tính đến (?:nay|ngày|tháng|hết)|đến nay|tới (?:giờ|nay)|năm (?:ngoái|trước(?! (?:ngày|tháng|\d))))(?!\w)"
    r"|\b(?:so far|already|currently|today|right now|last year|to date)\b|^did\b|\bhow (?:many|much)\b[^?]*\b(?:were|was|have been|has been)\b"
)
_TELLS_DONE_RE = re.compile(
    r"(?i)(?<!\w)(?:đã|hiện|hiện nay|tính đến|đến nay|ước|kết quả|năm qua|thời gian qua|vừa qua|ghi nhận|xảy ra|thành lập từ)(?!\w)"
)


def asks_done(question: str) -> bool:
    """Whether a question, its marks restored, asks what is so by now: a plan's targets and tasks do not tell that.

    >>> asks_done("Đã phủ sóng 5G toàn tỉnh chưa?"), asks_done("xã đã đạt 100% thì được mấy điểm?")
    (True, False)
    """
    return _ASKS_DONE_RE.search(match_key(question)) is not None


def tells_done(text: str) -> bool:
    """Whether a text tells of what is so already.

    >>> tells_done("Tỷ lệ phủ sóng 5G đạt 100%"), tells_done("Đã phủ sóng 5G tại 20 xã")
    (False, True)
    """
    return _TELLS_DONE_RE.search(text) is not None


_APART_RE = re.compile(r" ?(?:rieng|doi voi|truong hop)\b")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it counts; ``bound`` is 1 where it is the most that may be, below 0 the least (``OVER``: and more), 0 neither."""

    value: float
    unit: str
    bound: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """What a yes-or-no question claims beside its subject."""

    amounts: tuple[Amount, ...]
    years: frozenset[str]
    narrow: frozenset[str]
    """Words that claim more than the bare fact ("chỉ", "hết")."""
    done: frozenset[str]
    """The first words behind "có (được, phải)": what is done."""
    denies: bool
    """Whether it denies itself ("không thu phí phải không")."""
    folded: str


@lru_cache(maxsize=8192)
def amounts_in(text: str) -> tuple[Amount, ...]:
    """The numbers of a folded text that count something; years and dates are none.

    >>> amounts_in(fold("mỗi người phụ trách không quá 100 hộ, từ 50% trở lên"))
    (Amount(value=100.0, unit='ho', bound=1), Amount(value=50.0, unit='%', bound=-1))
    >>> amounts_in(fold("trong 15 ngày"))[0].unit, amounts_in(fold("trước ngày 15 hằng tháng"))[0].unit
    ('ngay', 'ngay thu')
    """
    found = []
    for match in _AMOUNT_RE.finditer(_RANGE_RE.sub(r"tu \1 den ", text)):
        number, after = match["number"], match["after"] or ""
        unit = _ENGLISH.get(after, "" if after in _NO_UNITS else after)
        if before := match["before"]:
            unit = f"{before} thu"  # "ngày 15" is one of the days, which "15 ngày" counts
        if _YEAR_RE.fullmatch(number) and unit in {"", "nam", "nam thu"}:
            continue
        value = _WORDS.get(number) or re.sub(r"\.(?=\d{3}(?!\d))", "", number).replace(",", ".")
        said = match["bound"]
        bound = 0 if said is None else 1 if said in _MOST else OVER if re.fullmatch(_OVER, said) else LEAST
        if value.count(".") <= 1:
            found.append(Amount(float(value), unit, bound))
    return tuple(found)


@lru_cache(maxsize=256)
def read_claim(question: str, named: str = "") -> Claim:
    """Read off what a question claims; ``named`` are the words that only say which plan is meant."""
    folded = _TIMES_RE.sub(lambda m: f"{1 + (m[0] == 'twice')} lan", in_long(fold(question)))
    for words in filter(None, named.split("\n")):
        folded = re.sub(rf"(?<!\w){re.escape(fold(words))}(?!\w)", " ", folded)
    bare = _TAG_RE.sub(" ", folded)
    done = next((m for m in _DONE_RE.finditer(bare) if m[1] or m[2]), None)
    return Claim(
        amounts_in(folded),
        frozenset(_YEAR_RE.findall(folded)),
        frozenset(word for word in _NARROW if re.search(rf"\b{word}\b", bare)),
        frozenset((done[1] or done[2]).split()) if done else frozenset(),
        _OWN_DENIAL_RE.search(bare) is not None,
        folded,
    )


def compare(claim: Claim, text: str) -> bool | None:
    """Whether a text says the amounts that are claimed, others of the same thing (False), or neither (None).

    >>> claim = read_claim("mỗi cộng tác viên được giao 150 hộ phải không")
    >>> compare(claim, "phụ trách không quá 100 hộ"), compare(claim, "giao 150 hộ"), compare(claim, "giao 20 xã")
    (False, True, None)
    >>> compare(read_claim("may the day be put off more than once"), "hẹn lại không quá một lần")
    False
    >>> compare(read_claim("bếp ăn từ 200 suất do xã quản lý à"), "quản lý bếp ăn dưới 200 suất")
    False
    >>> compare(read_claim("xã vùng cao phải đạt 85% đúng không"), "đạt tối thiểu 85%; riêng các xã vùng cao đạt từ 60%")
    """
    said = match_key(text)
    for pair in _OPPOSITES:
        for one, other in (pair, pair[::-1]):
            if f" {fold(one)} " in f" {claim.folded} " and other in said and one not in said:
                return None
    told = amounts_in(_own_clause(claim, fold(text)))
    verdicts = [_held(amount, told) for amount in claim.amounts]
    if None in verdicts or not verdicts:
        return None
    return False not in verdicts


def _own_clause(claim: Claim, folded: str) -> str:
    """Of a text that makes an exception for some ("riêng các xã vùng cao ..."), that part where the question is of them."""
    clauses = re.split(r";|,(?= rieng )", folded)
    asked = set(re.findall(r"[a-z]{2,}", claim.folded))
    for at, clause in enumerate(clauses):
        others = set(re.findall(r"[a-z]+", " ".join(clauses[:at] + clauses[at + 1 :])))
        if _APART_RE.match(clause) and len(asked & (set(re.findall(r"[a-z]+", clause)) - others)) > 1:
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

    >>> [compare(read_claim("có được hỗ trợ quá 3 tháng không"), text) for text in ("tối đa 3 tháng", "trong 3 tháng")]
    [False, None]
    """
    if any(one.bound < 0 and (one.value, -one.bound) > (claimed.value, -LEAST) for one in told):
        return True
    return False if any(one.bound == 1 and one.value <= claimed.value for one in told) else None


_EXISTS_RE = re.compile(
    r"^\W*(?:\w+ ){0,8}?(?:co|con) ((?!(?:duoc|phai|the|can|quyen|nen)\b)[a-z]+ (?!nao\b)[a-z]+)"
)
"""Folded: a thing of which it is asked whether there is any."""


def denies(claim: Claim, text: str) -> bool:
    """Whether a text denies what the question asks without denying: "không thu phí" to "có phải thu phí không".

    >>> denies(read_claim("cơ quan có được tự trả lời dân không"), "phường không tự trả lời về đơn giá")
    True
    >>> denies(read_claim("có được hoãn chuyển đổi không"), "công chức không giữ chức vụ lãnh đạo")
    False
    >>> denies(read_claim("có được miễn phí khám bệnh không"), "được khám, chữa bệnh miễn phí, trụ sở tại xã")
    False
    >>> denies(read_claim("có ngoại lệ nào cho hộ không cam kết không"), "đình chỉ hộ không cam kết, không có ngoại lệ")
    True
    """
    thing = _EXISTS_RE.search(claim.folded)
    if thing and re.search(rf"\bkhong (?:co|con) (?:bat ky |bat cu )?{thing[1]}\b", fold(text)):
        return True
    if claim.denies:
        return False
    said = match_key(text)
    return (
        _exempts(claim, said)
        or any(claim.done & set(fold(denied[1]).split()) for denied in _DENIAL_RE.finditer(said))
        or any(f" {fold(left_out[1])} " in f" {claim.folded} " for left_out in _EXCEPT_RE.finditer(said))
    )


def _exempts(claim: Claim, said: str) -> bool:
    """Whether a text frees from payment those of whom the question asks whether they pay.

    >>> asked = read_claim("Hộ nghèo có phải nộp phí vệ sinh không?")
    >>> _exempts(asked, "phí vệ sinh: 30 nghìn đồng/hộ; hộ nghèo, hộ cận nghèo được miễn")
    True
    >>> _exempts(asked, "miễn phí vệ sinh cho người cao tuổi")
    False
    """
    owes = _OWES_RE.search(claim.folded)
    if owes is None:
        return False
    words = (owes["party"] or claim.folded[: owes.start()]).split()
    pairs = [f"{one} {other}" for one, other in itertools.pairwise(words)]
    freed = (match["before"] or match["behind"] or "" for match in _EXEMPT_RE.finditer(fold(said)))
    return any(pair in part for part in freed for pair in pairs)


def denied_above(claim: Claim, question: str, above: Iterable[str]) -> bool:
    """Whether the lines above a place deny what stands there, and the question asks without denying.

    >>> asked = "Học sinh trường tư có được miễn học phí không?"
    >>> [denied_above(read_claim(asked), asked, [above]) for above in ("3. Không miễn học phí", "2. Miễn học phí")]
    [True, False]
    """
    return (
        not claim.denies
        and not _STOPS_RE.search(match_key(question))
        and any(_DENIED_ABOVE_RE.search(match_key(line)) for line in above)
    )


def narrows(claim: Claim, text: str) -> bool:
    """Whether the question claims more than a text says: "chỉ", "hết", or an exception that the text makes.

    >>> narrows(read_claim("có được miễn hết lệ phí không"), "Miễn 50% lệ phí")
    True
    """
    said = match_key(text)
    if any(not re.search(rf"\b{_NARROW[word]}\b", said) for word in claim.narrow):
        return True
    return not claim.denies and (_DENIAL_RE.search(said) or _EXCEPT_RE.search(said)) is not None
