"""The amount in a sentence or row that answers "how many": the one of the noun, or the clause, that is asked about.

In: an evidence unit that speaks of the subject. Out: the number with what it counts and its bound ("ít nhất 02 ngày"),
as words of the unit; None where it tells no such amount.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.answer.evidence.cells import number_cells
from assistant.answer.evidence.claimed_amounts import amounts_in, leaves_out
from assistant.answer.evidence.counted_cells import SHARE_RE, counts_in_row
from assistant.answer.evidence.counted_nouns import asked_unit, counted_noun
from assistant.answer.evidence.number_years import of_another_year, years_fit
from assistant.answer.evidence.shares import is_share
from assistant.answer.evidence.timing import asks_clock
from assistant.answer.evidence.units import coverage, said_before
from assistant.grams import ngrams, tokens
from assistant.knowledge import Knowledge, Unit
from assistant.question.cues import cue_text
from assistant.question.money import MONEY_NOUNS
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.facts.tasks.shares import shared_predicate
from ingest.plan import TableRow
from ingest.spelling import undiacritise
from vectorstore.words import words as segment

__all__ = [
    "SCALE",
    "how_many",
    "in_band",
    "left_open",
    "tells_sum",
]

_NUMBER = r"(?<![\d/.,-])(?<!\w\()(\d+(?:[.,]\d+)*)(?![\d/]|[.,]\d|-[^\W\d_])"
"""An amount; the mark of a footnote ("cam sành(1)") and the number of a document ("1859-QĐ/TU") are none."""
_OF_ALL = r"(?<![\d/.,-])\d+/\d+(?![\d/]|-[^\W\d_])"
"""So many of all ("06/11 thôn")."""
SCALE = r"(?:\s+(?:nghin|ngan|trieu|ty|ti))?"
"""Folded: between a number and what it counts ("8,1 triệu lượt khách")."""
_OPEN = r"(?:\.{3,}|…+|_{2,})[\s.]*"
_OPEN_RE = re.compile(_OPEN)
_NUMBER_WORD_RE = re.compile(r"(?i)(?<!\w)(?<!thứ )(?:hai|ba|bốn|sáu|bảy|tám|chín|mười) ")
_CURRENCY = "(?:đồng|USD|VNĐ|VND|đô la)"
_MONEY_RE = re.compile(
    rf"(?i)(?<![\d/.,-])\d+(?:[.,]\d+)*\s*(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s*)?{_CURRENCY}(?!\w)(?:/[^\W\d_]+)*|(?<![\d/.,-])\d+(?:[.,]\d+)*\s*(?:triệu|tỷ|tỉ)(?!\w)"
)
_RESULT_RE = re.compile(
    r"\bhien (?:co|nay|tai|dang|con)?\b|\bdang co\b|\bda (?:giai quyet|co|lam|hoan thanh|thuc hien|dat|xu ly)\b|ket qua [^?]*(?:dat|duoc) bao nhieu|\btinh den\b|\bden nay\b|\bcurrently\b|\bso far\b"
)
"""What is or was, not what shall be: a plan answers it only where it reports it."""
_BOUND_RE = re.compile(
    r"(?i)(?<!\w)(?:(?:không (?:quá|dưới|vượt quá|(?:ít|thấp|nhỏ|nhiều|cao) hơn)|tối đa|tối thiểu|ít nhất|nhiều nhất|trên|dưới|hơn|gần|khoảng)"
    r"(?: là)?) (?:đủ )?$|[≤≥<>]=? ?$"
)
_FROM_RE = re.compile(r"(?i)(?<!\w)từ (?:đủ )?$")
_BOUND_BEHIND_RE = re.compile(r" trở (?:lên|xuống)|(?<=ngày) làm việc(?: trở (?:lên|xuống))?")
_CLAUSE_END_RE = re.compile(r"[;,:.)](?=\s|$)|\s(?:và|còn|riêng)\s")
_CLAUSE_BEGIN_RE = re.compile(rf"\(|{_CLAUSE_END_RE.pattern}")
_BESIDE_RE = re.compile(
    r"(?i)(?!.*(?:trong đó|gồm|so với|thành|từ|đến|hoặc|hay|tăng|giảm|còn)(?!\w))[^;.:()\d]*(?:,| và) (?:(?:ít nhất|tối thiểu|trên|không quá) )?"
)
"""Between two amounts of one noun that are added up."""
_SPAN_BEFORE_RE = re.compile(
    rf"(?i)(?<!\w)(?:từ )?(?<![\d/.,-])\d+(?:[.,]\d+)*\s?%? ?[-–] ?$|(?<!\w)từ {_NUMBER}\s?%? đến $"
)
_SPAN_BEHIND_RE = re.compile(r"(?: ?[-–] ?| đến )\d+(?:[.,]\d+)*(?:\s*%|\s+[^\W\d_]+)")
"""The other end of an amount that is told as a span ("từ 01 - 02 điển hình", "từ 3 đến 5 ngày")."""
_SUM_BEHIND_RE = re.compile(
    rf"(?i)(?<=tỷ|tỉ)(?: \d{{1,3}}(?:,\d+)? (?:triệu|nghìn|ngàn))?(?: {_CURRENCY})?(?!\w)|(?:(?<=triệu)|(?<= nghìn)|(?<= ngàn)) {_CURRENCY}(?!\w)"
)
"""The rest of a sum whose first part was met ("21 tỷ [350 triệu đồng]")."""
_NO_NOUN = "các|những|và|với|để|của|thì|là|được|bị|do|tại|ở|trong|theo|trước|sau|khi|nếu"
"""Small words that are no noun which a number counts ("22 giờ 30 các ngày")."""
WORD = 20
"""Letters behind the first syllable of a word among which its others stand."""
_BY_NUMBER_RE = re.compile(
    r"(?i)(?:(?<!\w)(?:bảng|biểu|phụ lục|mẫu)|năm|giai đoạn|ngày|tháng|quý|số|điều|mục|khoản|giờ|[-/])\s*$"
)
"""What is called by a number; not what is measured by one ("mức 72.000 đồng" is no "mục")."""
_COST_ASKED_RE = re.compile(
    r"^(?![^?]*\b(?:ngan sach|nguon|xa hoi hoa|quy|phan|trong do|von)\b)[^?]*\b(?:ton|het|tong)\b[^?]*\b(?:tien|kinh phi|chi phi|dong|ty|trieu)\b"
)
_COST_TOLD_RE = re.compile(r"\W*(?:\w{1,3}[.)] )?tong\b")
"""The cost of a whole, asked for without a word of its parts, and told before them ("Tổng kinh phí ..., gồm ngân sách tỉnh ...")."""
_CALLED_RE = re.compile(r"\bso (?:may|bao nhieu)\b(?! [a-z]{2,})")
_CALLED_TOLD_RE = re.compile(r"(?i)(?<!\w)số\s*:?\s*(\d[\d.]*)(?![\d/-])")
"""A number by which something is called ("tổng đài số mấy"), not one of an amount."""

Reach = tuple[int, int]
"""Where words stand in a text."""


def tells_sum(nouns: Sequence[str], words: str) -> bool:
    """Whether money is what is counted ("bao nhiêu tiền") and these words are a sum of it.

    >>> tells_sum(("tien",), "4.500 tỷ đồng"), tells_sum(("nguoi",), "4.500 tỷ đồng")
    (True, False)
    """
    return bool(nouns) and nouns[-1] in MONEY_NOUNS and _MONEY_RE.search(words) is not None


def _counted(text: str, nouns: Sequence[str]) -> list[Reach]:
    """The numbers of the longest of these nouns that has one, in figures or in words ("giữa ba bên")."""
    text, folded = _in_one_line(text)
    for noun in nouns:
        if noun not in folded:
            continue
        figures = rf"(?:{_NUMBER}|{_OF_ALL}){SCALE}(?:\s*%(?: (?:tong )?so| cac)*|\s+[^\W\d]+)?\s+{re.escape(noun)}\b"
        if found := [match.span() for match in re.finditer(figures, folded)]:
            return found
        for word in _NUMBER_WORD_RE.finditer(text) if len(folded) == len(text) else ():
            if re.match(rf"{re.escape(noun)}\b", folded[word.end() :]):
                return [(word.start(), word.end() + len(noun))]
    return []


@lru_cache(maxsize=16_384)
def _has_number(text: str) -> bool:
    """Whether a text has any number, in figures or in words: most sentences have none, and so tell no amount."""
    return any(map(str.isdigit, text)) or _NUMBER_WORD_RE.search(text) is not None


@lru_cache(maxsize=16_384)
def _in_one_line(text: str) -> tuple[str, str]:
    """A text with single spaces, and that without marks."""
    text = " ".join(text.split())
    return text, undiacritise(text.lower())


def how_many(unit: Unit, need: Need, knowledge: Knowledge) -> str | None:
    """The amount that a unit tells of what is counted; None where it tells none."""
    (result, by_number, share), (text, _) = _asks(cue_text(need.question)), _in_one_line(unit.text)
    if not (_has_number(text) or isinstance(unit.fact, TableRow)):
        return None
    if result and not _RESULT_RE.search(fold(text)):
        return None
    if by_number and (called := _CALLED_TOLD_RE.search(text)):
        return called[1]
    hour = asked_unit(need)[-1:] == ("gio",) and asks_clock(cue_text(need.asked))
    if hour or is_share(unit, need):  # of an hour no number is told alone ("6 giờ 30 phút")
        return None
    if band := in_band(text, need):
        return band
    if isinstance(unit.fact, TableRow):
        cells = number_cells(unit, need, knowledge)
        if cells and counts_in_row(unit, cells, asked_unit(need)):
            return "; ".join(cell if len(cells) == 1 else f"{cell} ({title})" for title, cell in cells)
        found = _amounts(text, asked_unit(need), share=share) if share else _counted(text, asked_unit(need))
    else:
        found = _amounts(text, asked_unit(need), share=share)
        if not need.yesno:
            said = _numbers(need.question)  # what the question says is not what it asks for
            others = [one for one in found if said.isdisjoint(_numbers(text[slice(*one)]))]
            found = others or (found if asked_unit(need) else [])
        if not share and (noun := counted_noun(need)) != asked_unit(need):
            # Its number may stand without it ("số hộ nghèo: 320"), but no sum of money is one.
            found = _counted(text, noun) or [one for one in found if not _MONEY_RE.match(text, one[0])]
    gap, found = left_open(text, need), list(_of_the_case(found, text, need))
    meant = _of_the_clause(sorted([*found, gap]) if gap else found, text, need) if found else []
    if meant and _COST_ASKED_RE.search(cue_text(need.asked)) and _COST_TOLD_RE.match(fold(text)):
        meant = meant if meant[0] == gap else found[:1]  # the parts of a cost are of its sources
    meant = meant if asked_unit(need) else [_to_word_end(text, one) for one in meant]
    told = "; ".join(_with_bound(text, one) for one in meant if one != gap) or None
    another = told and not need.yesno and of_another_year(need, unit, told, knowledge)
    return None if another else told


@lru_cache(maxsize=4096)
def _numbers(text: str) -> frozenset[str]:
    """The numbers of a text without the zeros before them: "06 tuổi" is "6 tuổi"."""
    return frozenset(number.lstrip("0") for number in re.findall(_NUMBER, text))


def left_open(text: str, need: Need) -> Reach | None:
    """Where a form leaves open the number of what is counted ("gà 500 con, vịt ...... con")."""
    if not _OPEN_RE.search(text):
        return None
    folded = undiacritise(text.lower())
    gaps = (re.search(rf"{_OPEN}{re.escape(noun)}\b", folded) for noun in asked_unit(need))
    return next((gap.span() for gap in gaps if gap), None)


@lru_cache(maxsize=64)
def _asks(asked: str) -> tuple[bool, bool, bool]:
    """Whether a question (folded) asks for what is so by now, for a number by which something is called, for a share."""
    return bool(_RESULT_RE.search(asked)), bool(_CALLED_RE.search(asked)), bool(SHARE_RE.search(asked))


def _amounts(text: str, nouns: Sequence[str], *, share: bool) -> list[Reach]:
    """Where a sentence tells amounts of the sort asked for: of the noun, money, shares, or any where none is named."""
    if counted := _counted(text, nouns):
        return counted
    if nouns and nouns[-1] in MONEY_NOUNS:
        return [match.span() for match in _MONEY_RE.finditer(text)]
    if share:
        return [match.span() for match in re.finditer(rf"{_NUMBER}\s*%", text)]
    if nouns:
        return []
    return [
        match.span()
        for match in re.finditer(rf"{_NUMBER}(?:\s*%|\s+(?!(?:{_NO_NOUN})(?!\w))[^\W\d_]+[23²³]?)?", text)
        if not _is_year(match, text) and not _STRETCH_RE.search(fold(match[0]))
    ]


def _of_the_case(found: Sequence[Reach], text: str, need: Need) -> Sequence[Reach]:
    """Of a question that tells its case ("lớp 40 người được hỗ trợ bao nhiêu"), the amounts for that case, and not the case itself."""
    cases = [one for one in amounts_in(fold(need.asked)) if not one.bound and len(one.unit) > 1]
    if len(cases) != 1 or need.yesno or cases[0].unit in asked_unit(need):
        return found
    case, kept = cases[0], []
    for start, end in found:
        begin = max((m.end() for m in re.finditer(r"[;.](?=\s)", text[:start])), default=0)
        said = [one for one in amounts_in(fold(text[begin:start])) if one.unit == case.unit]
        own = re.match(
            r"\W*([^\W\d_]+)", fold(text[start:end]).lstrip("0123456789.,") + fold(text[end : end + 12])
        )
        if not (own and own[1] == case.unit) and not any(leaves_out(one, case) for one in said):
            kept.append((start, end))
    return kept or found


def in_band(text: str, need: Need) -> str | None:
    """The amount of the clause whose range holds the case of a question ("từ 90 - 95% cộng 03 điểm" for 92%); None where no scale is told."""
    cases = [one for one in amounts_in(fold(need.asked)) if not one.bound and one.unit]
    nouns = asked_unit(need)
    if len(cases) != 1 or need.yesno or not nouns or cases[0].unit in nouns:
        return None
    clauses = [match.span() for match in re.finditer(r"\S(?:(?![;.](?:\s|$)).)*", text)]
    told = {
        span: [one for one in amounts_in(fold(text[slice(*span)])) if one.unit in {cases[0].unit, ""}]
        for span in clauses
        if _counted(text[slice(*span)], nouns)
    }
    bands = {span: said for span, said in told.items() if any(one.unit for one in said)}
    held = [
        start
        for start, said in bands.items()
        if not any(
            leaves_out(one, cases[0]) or (not one.bound and one.value != cases[0].value) for one in said
        )
    ]
    if len(bands) < 2 or not held:
        return None
    begin, end = held[-1]  # "88 - 90%; 90 - 95%": a bound that two ranges share begins the higher
    start, stop = _counted(text[begin:end], nouns)[-1]
    return _with_bound(text, (begin + start, begin + stop))


def _of_the_clause(found: Sequence[Reach], text: str, need: Need) -> list[Reach]:
    """Of several amounts the one whose own words say most of the subject; what leads in is of all, the first on a tie.

    Those that are counted side by side are told together ("tại 06 chi bộ khối thôn và 02 chi bộ trường học").

    Its own words are those behind the clause of the amount before it ("không quá 10% tập thể, 5% cá nhân"), and the predicate
    that shares side by side have in common ("80% xã và 90% thôn có điện"); brackets are a clause of their own. The amount of
    another year than the one asked about is not meant ("95% (năm 2025 đạt 82,5%)").
    """
    lead, shares, subjects, start = text[: found[0][0]], [], [], 0
    opens = max((m.end() for m in _CLAUSE_BEGIN_RE.finditer(lead)), default=0)
    for (begin, end), (following, _) in zip(found, (*found[1:], (len(text), 0)), strict=True):
        stop = _CLAUSE_END_RE.search(text, end)
        behind = stop.start() if stop else len(text)
        if (bracket := text.find(" (", end, following)) >= 0 and ")" not in text[bracket:following]:
            behind = min(behind, bracket)
        own = text[start:behind]
        of_year = years_fit(need, text, begin, end)
        common = shared_predicate(text, begin, len(text))
        shared = text[common.start : common.end] if common else ""
        # A bound said once before the first amount is of all: "không quá 10% tập thể, 5% cá nhân".
        unbound = _BOUND_RE.sub("", text[max(start, opens) : begin]) + text[begin:behind]
        whole, alone = (_share(need, f"{words} {shared}") for words in (f"{lead} {own}", unbound))
        close = said_before(need.asked, text[start:begin]) == 1.0
        shares.append((of_year, close, whole, alone))
        subjects.append((of_year, whole))
        start = behind
    best = max(range(len(found)), key=lambda at: (shares[at], -at))
    meant = [found[best]]
    for at, (begin, after) in enumerate(found[best + 1 :], best + 1):
        beside = asked_unit(need) and _BESIDE_RE.fullmatch(text, found[at - 1][1], begin)
        if not beside or subjects[at] != subjects[best]:
            break
        meant.append((begin, after))
    return meant


def _share(need: Need, words: str) -> float:
    return round(coverage(need.terms, frozenset(ngrams(tokens(words)))), 2)


@lru_cache(maxsize=4096)
def _to_word_end(text: str, reach: Reach) -> Reach:
    """An amount with the whole word of what it counts, of which the first syllable was met.

    >>> text = "cấp tỉnh 60 đại biểu, cấp xã 90 đại biểu"
    >>> text[slice(*_to_word_end(text, (9, 15)))]
    '60 đại biểu'
    """
    start, end = reach
    first = text[start:end].rpartition(" ")[2]
    if not first.isalpha():  # a bare number counts nothing
        return reach
    joined = next((word for word in segment(text[start : end + WORD]) if word.startswith(f"{first}_")), first)
    whole = joined.replace("_", " ")
    return (start, end + len(whole) - len(first)) if text.startswith(whole, end - len(first)) else reach


def _with_bound(text: str, reach: Reach) -> str:
    """An amount with the words that bound it: "hơn 60%", "từ 82% trở lên" say another thing than "60%", "82%".

    >>> _with_bound("có từ 01 - 02 điển hình", (11, 23)), _with_bound("trong từ 3 đến 5 ngày", (9, 10))
    ('từ 01 - 02 điển hình', 'từ 3 đến 5 ngày')
    >>> _with_bound("bố trí ít nhất 02 cán bộ", (15, 24)), _with_bound("đạt từ 82% trở lên", (7, 10))
    ('ít nhất 02 cán bộ', 'từ 82% trở lên')
    >>> _with_bound("Tổng: 21 tỷ 350 triệu đồng, gồm", (6, 11)), _with_bound("đạt 10 triệu USD, tăng", (4, 12))
    ('21 tỷ 350 triệu đồng', '10 triệu USD')
    """
    start, end = reach
    if opens := _SPAN_BEFORE_RE.search(text, 0, start):
        return text[opens.start() : end]
    if span := _SPAN_BEHIND_RE.match(text, end):
        end = span.end()
    elif rest := _SUM_BEHIND_RE.match(text, end):
        end = rest.end()
    behind = _BOUND_BEHIND_RE.match(text, end)
    before = (_FROM_RE if behind or span else _BOUND_RE).search(text, 0, start)
    return text[before.start() if before else start : behind.end() if behind else end]


_STRETCH_RE = re.compile(r" (?:nam|thang|quy|tuan|ngay|gio)$")
"""A stretch of time is an amount only where one is asked for ("mấy ngày")."""


def _is_year(number: re.Match[str], text: str) -> bool:
    """A year, the number of a section or a table, or a date is no amount."""
    before = text[max(0, number.start() - 14) : number.start()]
    begins = number.start() == 0 and _MONEY_RE.match(text) is None
    return begins or _BY_NUMBER_RE.search(before) is not None
