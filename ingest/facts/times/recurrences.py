"""Recurrences inside a sentence: "kiểm tra bể nước hằng tuần", "mỗi sáng quét sân", "3 tháng một lần", "2 bài/tuần".

In: clean text. Out: the words of each recurrence, and of the beginning of a duty ("từ quý III/2026, ..."). A recurrence
behind a noun that it describes ("trợ cấp hằng tháng", "20 tấn mỗi ngày") says not when something is to be done.
"""

from __future__ import annotations

import re

from ingest.facts.bodies.agencies import read_agencies
from ingest.facts.bodies.doers import read_doer, starts_doing
from ingest.facts.bodies.loose import BODY_WORD_RE
from ingest.facts.language.patterns import YEAR
from ingest.facts.language.sentences import strip_label
from ingest.facts.language.verbs import PREDICATE_RE
from ingest.facts.times.dates import EVERY
from ingest.plan import Range
from ingest.spelling import spaced, spaced_re

__all__ = ["find_recurrences", "is_of_a_benefit", "monthly_day"]

_UNIT = r"(?:ngày|tuần|tháng|quý)"
_NUMBER = r"(?:\d{1,2}|một|hai|ba|bốn|năm|sáu)"
_ORDINAL = spaced(r"(?:đầu(?: tiên)?|cuối(?: cùng)?|(?:thứ )?(?:nhất|hai|ba|tư|[1-4]))")
_DAY = spaced(r"(?:(?:buổi )?(?:sáng|chiều|tối) )?(?:ngày )?(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)")
# What is counted over a unit of time: turns of work, and things put out.
_COUNTED = r"(?:lần|lượt|buổi|số|kỳ|bài|tin(?:\s*,?\s*bài)?|chuyên\s+mục|cuộc|đợt|phiên)"
_SURE_RE = spaced_re(
    r"(?<!\w)(?i:"
    rf"(?<!nhất\s)(?<!thiểu\s)(?<!quá\s)(?<!trên\s)(?<!đa\s)(?<![-–]\s){_NUMBER}(?:\s*[-–]\s*\d{{1,2}})? {_COUNTED}\s*(?:/\s*(?:0?1 |một )?|(?:trong )?(?:mỗi|một) ){_UNIT}"
    rf"|(?:định kỳ )?(?:cứ |mỗi )?(?:{_NUMBER} )?(?:tuần|tháng|quý)\s*(?:/\s*(?:0?1 |một )?|\s(?:một|hai|0?[1-9]) )lần"
    rf"|{EVERY} (?:buổi )?(?:sáng|chiều|tối)(?: {_DAY})?|{EVERY} {_DAY}"
    rf"|(?:vào )?{_DAY}\s*(?:,\s*)?(?:của )?(?:(?:tuần )?(?:{_ORDINAL} )?(?:của |trong )?{EVERY} tháng|(?:tuần )?{_ORDINAL} (?:của |trong )?tháng(?!\s*\d))"
    rf"|(?:vào |trong )?tuần {_ORDINAL} (?:của |trong )?(?:{EVERY} tháng|tháng \d{{1,2}}(?:\s*(?:/|năm)\s*{YEAR})?)"
    r")(?!\w)(?!\s*/\s*\d)"
)
"""Words that can only be a recurrence or a week of a month; a count with a bound ("ít nhất 2 lần/tháng") is a target."""
_EVERY_RE = spaced_re(
    rf"(?<!\w)(?i:(?:{EVERY} {_UNIT}|theo (?:từng )?(?:tuần|tháng|quý))(?:\s*(?:,|và|/)\s*(?:{EVERY} )?(?:tuần|tháng|quý|năm)(?!\s*\d))*)(?!\w)(?! (?:tuổi|\d|[IV]+\b))"
)
_DAY_FROM = spaced(
    rf"(?:(?:ngày )?\d{{1,2}}\s*/\s*\d{{1,2}}(?:\s*/\s*{YEAR})?|ngày \d{{1,2}} tháng \d{{1,2}}(?:\s*,?\s*năm {YEAR})?)"
)
_SPAN_FROM = spaced(
    rf"(?:(?:đầu )?tháng \d{{1,2}}\s*(?:/|năm)\s*{YEAR}|quý (?:I{{1,3}}|IV|[1-4])\s*(?:/|năm)?\s*{YEAR})"
)
_FROM_RE = spaced_re(
    rf"(?:(?:^|(?<=[.;:]\s)|(?<=[-–+]\s))(?P<first>(?i:(?:bắt đầu )?(?:kể )?từ))|(?<!\w)(?i:thực hiện|áp dụng|triển khai|vận hành|bắt đầu|hoạt động) (?P<later>(?i:(?:kể )?từ)))(?i: (?:{_DAY_FROM}|{_SPAN_FROM}))(?![\w/])(?!\s*(?:[-–]|đến))"
)
# At the end of what is to be done: "mở cửa từ ngày 15/9".
_UNTIL_END_RE = re.compile(
    rf"(?<!\w)(?i:từ\s+(?:{_DAY_FROM}|{_SPAN_FROM}))(?![\w/])(?=\s*(?:[,.;)]|$))(?!\s*(?:[-–]|đến))"
)
_NO_START_RE = spaced_re(
    r"(?i)(?:ban hành|phát sinh|thành lập|(?<!học\s)sinh|hiệu lực(?: thi hành)?|tính|lập|cấp|ký|kể|hưởng|được \w+)\s*$"
)
_STARTS_RE = spaced_re(r"(?i)(?<!\w)(?:phấn đấu|bắt đầu|khởi công|đưa vào (?:sử dụng|khai thác|vận hành))\s")
# "Tháng 5, tháng 11 khám mắt ...": months at the head of what is to be done then.
_MONTHS_FIRST_RE = spaced_re(
    rf"(?:^|(?<=[.;:]\s)|(?<=[-–+]\s))(?i:(?:trong |vào )?tháng \d{{1,2}}(?:\s*/\s*{YEAR})?(?:\s*(?:,|và|-|–)\s*tháng \d{{1,2}}(?:\s*/\s*{YEAR})?)*)(?![\w/])"
)
_AT_LEAST_RE = spaced_re(r"(?i)(?:ít nhất|tối thiểu) \d{1,3} \S+ $")
# A noun that a recurrence describes, and verbs of what comes or costs by itself.
_DESCRIBED_RE = spaced_re(
    r"(?i)(?:kế hoạch|chương trình|dự toán|chỉ tiêu|nhiệm vụ|lịch|trợ cấp|phụ cấp|lương|tiền|phí|quỹ|mức|tỷ lệ|bình quân|trung bình|hưởng|thu nhập|chi tiêu|sản lượng|số liệu|nội dung|kết quả(?: theo dõi, đánh giá| đánh giá)?|công việc|phát sinh|cuộc sống|sinh hoạt phí|nghỉ|\d[\d.,]* \S+) $"
)
# What somebody gets, with the words that say what it is: "đang hưởng trợ cấp xã hội, hỗ trợ kinh phí nuôi dưỡng".
_GETS_RE = spaced_re(
    r"(?i)(?<!\w)(?:hưởng|trợ cấp|phụ cấp|(?:được|mức) hỗ trợ|hỗ trợ (?:kinh phí|tiền))(?:,? (?!(?:cho|với|theo|về|tại|gửi|trước|và|trong|của)(?!\w))[^\s,;:.]+){0,14},? $"
)
# Who pays it out does so then: "chi trợ cấp, phụ cấp đầy đủ hằng tháng".
_PAYS_RE = spaced_re(
    r"(?i)(?<!\w)(?<!được\s)(?<!trợ\s)(?<!phụ\s)(?:chi|cấp|trả|chuyển) (?:trợ cấp|phụ cấp|hỗ trợ)(?!\w)(?:(?!\shưởng\s)[^;:.])*$"
)
_AFTER_RE = re.compile(
    r"\s*(?:$|[.,;:)(]|(?i:về|cho|tại|đối\s+với|với|gửi|theo|và|để|nhằm|trên|bằng|qua|ở|thông\s+qua)(?!\w))"
)
_CLAUSE_RE = re.compile(r"[.;:\n\u2028](?=\s|$)")
_HAPPENED_RE = re.compile(r"(?i)(?<!\w)(?:đã|vẫn)\s")
_MONTHLY_RE = spaced_re(r"(?i)(?<!\w)(?:(?:hằng|hàng|mỗi) tháng|báo cáo tháng(?!\s*\d))(?!\w)")
_DAY_RE = spaced_re(
    r"(?<!\w)(?i:trước|chậm nhất(?: là)?|vào|không quá) ngày (?P<day>\d{1,2})(?!\d|\s*[/,.-]\s*\d| (?:của )?tháng|\s*(?:của )?(?:hằng|hàng|mỗi))"
)


def find_recurrences(text: str, start: int = 0, end: int | None = None) -> tuple[Range, ...]:
    """Find recurrences, weeks of a month, beginnings of duties, and days of a month that the clause says is every month.

    >>> text = "Tổ dân phố mỗi sáng quét sân, kiểm tra bể nước hằng tuần và chi trợ cấp hằng tháng"
    >>> [text[r.start : r.end] for r in find_recurrences(text)]
    ['mỗi sáng', 'hằng tuần']
    """
    end = len(text) if end is None else end
    found = [Range(*match.span()) for match in _SURE_RE.finditer(text, start, end) if not _past(text, match)]
    found += [
        Range(*match.span())
        for match in _EVERY_RE.finditer(text, start, end)
        if _says_when(text, match, start, end) and not _past(text, match)
    ]
    for match in _FROM_RE.finditer(text, start, end):
        if match["first"] and not _charges(text, match.end(), end):
            continue
        found.append(Range(match.start("first" if match["first"] else "later"), match.end()))
    found += [Range(*m.span()) for m in _UNTIL_END_RE.finditer(text, start, end) if _begins(text, m, start)]
    found += [
        Range(*m.span()) for m in _MONTHS_FIRST_RE.finditer(text, start, end) if _acts(text, m.end(), end)
    ]
    if _MONTHLY_RE.search(text, start, end):
        found.extend(Range(*match.span()) for match in _DAY_RE.finditer(text, start, end))
    return tuple(_apart(found))


def is_of_a_benefit(text: str, start: int, at: int) -> bool:
    """Tell whether a recurrence at ``at`` says what somebody gets, not when something is done.

    >>> text = "rà soát người hưởng trợ cấp xã hội, hỗ trợ kinh phí nuôi dưỡng hằng tháng"
    >>> is_of_a_benefit(text, 0, text.index("hằng")), is_of_a_benefit("chi trợ cấp cho hộ nghèo hằng tháng", 0, 25)
    (True, False)
    """
    clause = text[_clause_start(text, at, start) : at]
    return _GETS_RE.search(clause) is not None and _PAYS_RE.search(clause) is None


def monthly_day(when: str, clause: str) -> str | None:
    """The normal form of a day without a month where its clause says that it is every month's.

    >>> monthly_day("trước ngày 20", "Công an xã gửi báo cáo tháng trước ngày 20")
    'monthly:day 20'
    """
    match = _DAY_RE.fullmatch(when)
    return f"monthly:day {int(match['day'])}" if match and _MONTHLY_RE.search(clause) else None


def _charges(text: str, at: int, end: int) -> bool:
    """Tell whether a body or a verb follows "Từ ngày ..., "; a rule or a rate that holds from then is no duty."""
    gap = re.compile(r"\s*,\s*|\s+").match(text, at, end)
    if gap is None or re.compile(r"(?i)trình\s+tự").match(text, gap.end(), end):
        return False
    if "," not in gap[0]:
        return starts_doing(text, gap.end(), end)
    return BODY_WORD_RE.match(text, gap.end(), end) is not None or _acts(text, at, end)


def _acts(text: str, at: int, end: int) -> bool:
    """Tell whether a verb, or a body that acts, follows a time at the head of a clause."""
    gap = re.compile(r"\s*,?\s+").match(text, at, end)
    if gap is None:
        return False
    return starts_doing(text, gap.end(), end) or read_doer(text, gap.end(), end) is not None


def _begins(text: str, match: re.Match[str], start: int) -> bool:
    """Tell whether "từ ngày ..." at the end of a clause says when a task begins, not since when something is."""
    if _past(text, match) or _NO_START_RE.search(text, max(start, match.start() - 25), match.start()):
        return False
    begin = _clause_start(text, match.start(), start)
    if _STARTS_RE.search(text, begin, match.start()):
        return True
    return _does(text, begin + strip_label(text[begin : match.start()]), match.start())


def _does(text: str, at: int, end: int) -> bool:
    """Tell whether a clause is one of a task: it opens with a verb, or somebody acts."""
    words = text[at : at + 1].lower() + text[at + 1 : end]
    return starts_doing(words, 0, len(words)) or read_doer(text, at, end) is not None


def _clause_start(text: str, at: int, start: int) -> int:
    ends = [match.end() for match in _CLAUSE_RE.finditer(text, start, at)]
    return ends[-1] if ends else start


def _past(text: str, match: re.Match[str]) -> bool:
    begin = _clause_start(text, match.start(), max(0, match.start() - 200))
    return _HAPPENED_RE.search(text, begin, match.start()) is not None


def _says_when(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Tell whether "hằng tuần" stands before the verb, or behind it and not at a noun of its own."""
    gap = re.compile(r"\s*,?\s*").match(text, match.end(), end)
    at = gap.end() if gap else match.end()
    by = match[0].lower().startswith("theo")
    before = text[max(0, match.start() - 40) : match.start()]
    if by and before.endswith("lương "):
        return False  # "trả lương theo tháng": how it is counted
    if not by and is_of_a_benefit(text, start, match.start()):
        return False
    if not by and _DESCRIBED_RE.search(before) and not _AT_LEAST_RE.search(before):
        return False
    if not by and (PREDICATE_RE.match(text, at, end) or starts_doing(text, at, end)):
        return True
    begin = _clause_start(text, match.start(), start)
    subject = begin + strip_label(text[begin : match.start()])
    if not by and read_agencies(text, subject)[1] == match.start() - 1 and match.end() < end:
        return True
    if not by and subject == match.start() and _acts(text, match.end(), end):
        return True
    acts = _does(text, subject, match.start()) or any(
        PREDICATE_RE.match(text, word.start(), match.start())
        for word in re.compile(r"(?<!\w)\w").finditer(text, begin, match.start())
    )
    return acts and _AFTER_RE.match(text, match.end(), end) is not None


def _apart(found: list[Range]) -> list[Range]:
    """In reading order; of two that overlap the longer."""
    kept: list[Range] = []
    for one in sorted(found, key=lambda r: (r.start, -r.end)):
        if kept and one.start < kept[-1].end:
            if one.end - one.start > kept[-1].end - kept[-1].start:
                kept[-1] = one
            continue
        kept.append(one)
    return kept
