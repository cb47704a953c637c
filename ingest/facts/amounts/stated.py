"""Numbers that a plan states without a verb of aiming: its own scale, an indicator with its value, and what was reached.

"Quy mô mẫu: 2.880 hộ ở 96 địa bàn" and "Cơ cấu giải thưởng: 101 giải nhất" say how much there is to do; under a heading of
goals "Sản lượng lương thực 320.000 tấn" is an indicator with its value. "Năm 2024 tỷ lệ trả lời đã đạt 93,4%" tells what was.
An article sets rates: a sum for somebody or something, or a multiple of another sum ("Mức hỗ trợ: 1.000.000 đồng/người/tháng",
"bằng 0,2 lần mức lương cơ sở"), and how long something may last; in a plan sums of money are what the work costs.
"""

from __future__ import annotations

import re

from ingest.facts.amounts.percentages import is_formula
from ingest.facts.language.lexicon import LOWER
from ingest.facts.tasks.cases import is_condition
from ingest.plan import Range
from ingest.spelling import spaced, spaced_re

__all__ = [
    "counts_time",
    "goes_on",
    "heads_rate",
    "heads_scale",
    "is_indicator",
    "is_rate",
    "limits_time",
    "names_rate",
    "names_scale",
    "sets_measure",
    "was_reached",
]

_MORE = r"(?:\s+(?!năm\s)[^\W\d_]+){0,5}"
_SCALE = spaced(
    rf"(?:quy mô{_MORE}|cỡ mẫu{_MORE}|số lượng{_MORE}|khối lượng{_MORE}|cơ cấu giải(?: thưởng)?|(?:các )?giải thưởng|tổng số{_MORE}|dự kiến(?: có)?)"
)
_LABEL_RE = re.compile(rf"(?i)\s*{_SCALE}\s*(?:\([^)]*\)\s*)?(?::|(?<=kiến)(?=\s\d)|(?<=có)(?=\s\d))")
_HEADING_RE = re.compile(rf"(?i)(?:^|/\s)\s*{_SCALE}\s*(?::|$|/)")
_REACHED_RE = spaced_re(
    r"(?i)(?<!\w)(?P<now>hiện (?:nay|có|tại|đạt|mới)|đến nay|tính đến(?! (?:cuối|hết) năm)|cùng kỳ|năm (?:học )?trước|giai đoạn trước|(?:lần|kỳ|khóa) (?:\w+ ){0,3}trước)(?!\w)|(?<!\w)đã\s(?!được)"
)
_AIM_RE = spaced_re(
    r"(?i)(?<!\w)(?:phấn đấu|mục tiêu|chỉ tiêu|sẽ|lên|xuống|tăng|giảm|để|nhằm|bảo đảm|đảm bảo|duy trì|nâng|yêu cầu|phải|cần|hoàn thành|ít nhất|tối thiểu)(?!\w)"
)
# "Giảm từ 4% trở lên so với năm 2025 (năm 2025: 33,6%)": the year compared with, told again in brackets.
_COMPARED_RE = spaced_re(r"(?i)so với năm (\d{4})[^();.]{0,40}\((?:[^();:]{0,20} )?năm \1(?: là| đạt)?:? $")
_NAME_RE = spaced_re(r"(?:^|[,;:]\s|\svà\s)\s*(?P<name>[^\W\d_][^,;:()\d]{5,90}?) (?:là |đạt |ước )?$")
_NO_NAME_RE = re.compile(
    r"(?i)(?:tại|ở|trong|của|từ|với|theo|cho|trên|đến|qua|và|hoặc|bằng|hơn|sau|trước|khoảng|mỗi|cùng|số|lần|thứ|mức)$"
)
_CLOSES_RE = re.compile(rf"\s*(?:[.,;(]|$|(?:/|một)\s*[{LOWER}]|và\s)")

# What is paid, told right before the sum or as the name of what stands before its verb or colon.
_PAID_RE = spaced_re(
    r"(?i)(?<!\w)(?:mức|hỗ trợ|trợ (?:cấp|giúp)|phụ cấp|bồi dưỡng|(?<!kinh\s)phí|thù lao|tiền công|định mức|tặng|thưởng|phạt tiền)(?!\w)(?:(?:[^;.]|(?<=\d)\.(?=\d))*?(?:(?<!\w)(?:là|bằng|mức|thêm|tiền|được|hưởng|trợ|cấp|dưỡng|phí|thưởng|(?:một|01) lần)|:))? $"
)
# The same with up to so many words between where the sum is one for each: "mức chi lấy mẫu 50.000 đồng/01 mộ".
_PAID_EACH_RE = spaced_re(
    r"(?i)(?<!\w)(?:mức|hỗ trợ|trợ cấp|phụ cấp|bồi dưỡng|thù lao|tiền công|trị giá|tặng|thưởng)(?: [^\s,;:.()]+){0,12}? $"
)
_HEADS_RATE_RE = spaced_re(r"(?i)[^:]*(?<!\w)mức(?!\w)[^:]*: (?:tối đa |tối thiểu )?\d[^:]*đồng(?!\w)")
_TIMES_RE = re.compile(r"\s*(?:mức|tiền|lương|định\s+mức)(?!\w)")
# Words that make a stretch of time the limit of a task: "trong thời hạn không quá 05 ngày", "... ngày kể từ khi".
_TIME_UNIT_RE = re.compile(r"\s+(?:năm|tháng|tuần|ngày|giờ|phút|tuổi)(?!\w)")
_DUE_RE = spaced_re(
    r"(?i)(?:trong(?: (?:thời (?:hạn|gian)|vòng|khoảng))?|chậm nhất|sau|trước|đủ) $|trước (?:khi|ngày|thời điểm)\s[^,;.]{0,60}$"
)
_FROM_RE = spaced_re(
    r" \w+(?: làm việc)?\s*,? (?:(?:kể|tính) )?(?:từ|sau|trước|đến|khi|để)(?!\w)| ngày làm việc(?!\w)"
)
# "10 tỷ đồng đối với công trình cấp huyện", "đối với tổ hợp tác: 40 triệu đồng/tổ hợp tác".
_FURTHER_RE = spaced_re(
    r"\s*(?:\d[\d.,]* (?:(?:nghìn|triệu|tỷ) )?đồng(?:/\w| (?:đối với|cho)\s)|(?:đối với|cho|riêng) [^;:.\d]{2,80}: \d[\d.,]* (?:(?:nghìn|triệu|tỷ) )?đồng)"
)
_NAMES_RATE_RE = spaced_re(r"(?i)(?<!\w)mức(?! độ)(?!\w)[^/]*$")
# "Thời hạn của giấy phép là 10 năm", "Số thành viên là 07 người": what an article measures, and its value.
_MEASURED_RE = spaced_re(
    r"(?i)(?:^|[\s,])(?:số(?: lượng)?|thời (?:hạn|gian|lượng)|hệ số|chiều (?:dài|rộng|cao)|diện tích|khoảng cách|công suất|tốc độ|(?:trọng|khối) lượng|định mức|tổng (?:số|mức|nguồn vốn))(?!\w)[^,;:.\d]{0,80}? (?:là|bằng|có thời hạn) $|(?<!\w)có (?:thời hạn|giá trị|hiệu lực)(?: trong)? $"
)
# "Thời gian đào tạo | từ 03 tháng đến 06 tháng"; "hợp đồng có thời hạn từ 12 đến 36 tháng" says which.
_RANGED_RE = spaced_re(r"(?i)(?:^|,)\s*(?:thời (?:hạn|gian|lượng)|nhiệm kỳ)(?!\w)[^,;:.\d]{0,80}? $")
_EQUALS_RE = re.compile(r"(?<!\w)(?:bằng|là|mức)\s+$")


def names_scale(words: str) -> bool:
    """Tell whether a line opens with a label of the plan's own size.

    >>> names_scale("Quy mô mẫu: 2.880 hộ"), names_scale("Quy mô dân số tăng nhanh")
    (True, False)
    """
    return _LABEL_RE.match(words) is not None


def heads_scale(headings: str) -> bool:
    """Tell whether a heading above is such a label and nothing else."""
    return _HEADING_RE.search(headings) is not None


def heads_rate(line: str) -> bool:
    """Tell whether a heading runs on into the sum that it names.

    >>> heads_rate("1. Mức hỗ trợ: 500.000 đồng/tháng"), heads_rate("2. Thời gian: 09 tháng")
    (True, False)
    """
    return _HEADS_RATE_RE.match(line) is not None


def names_rate(headings: str) -> bool:
    """Tell whether the innermost heading names a rate, whose lines only say for whom it is.

    >>> names_rate("Chính sách / Mức chi tiền ăn"), names_rate("Mức hỗ trợ / Hồ sơ")
    (True, False)
    """
    return _NAMES_RATE_RE.search(headings) is not None


def was_reached(text: str, start: int, at: int, goals: bool) -> bool:
    """Tell whether the clause before a share says that it is or was so.

    >>> text = "Năm 2024 đã điều tra 2.600 hộ, tỷ lệ trả lời 93,4%"
    >>> was_reached(text, 0, text.index("93,4"), False), was_reached("Phấn đấu 95%", 0, 9, False)
    (True, False)
    >>> text = "giảm hộ nghèo từ 4% trở lên so với năm 2025 (năm 2025: 33,6%)"
    >>> was_reached(text, 0, text.index("33,6"), True), was_reached("so với năm 2025 (năm 2026: 40", 0, 27, True)
    (True, False)
    """
    if _COMPARED_RE.search(text, start, at):
        return True
    told = list(_REACHED_RE.finditer(text, start, at))
    if goals:
        told = [one for one in told if one["now"]]
    return bool(told) and _AIM_RE.search(text, start, at) is None


def is_indicator(text: str, start: int, at: int, end: int) -> bool:
    """Tell whether a number with its unit is the value of an indicator right before it.

    >>> text = "Sản lượng lương thực 320.000 tấn; diện tích tại 12 xã"
    >>> is_indicator(text, 0, 21, 32), is_indicator(text, 34, 48, 53)
    (True, False)
    """
    name = _NAME_RE.search(text[start:at])
    if name is None or len(name["name"].split()) < 2 or _NO_NAME_RE.search(name["name"]):
        return False
    return _CLOSES_RE.match(text, end) is not None


def is_rate(text: str, clause: Range, match: re.Match[str], named: bool) -> bool:
    """Tell whether an article sets the number ``match`` as a rate; its groups are those of a target.

    ``named``: whether the heading above names the rate, so that its line says only whom it is for.

    >>> from ingest.facts.amounts.targets import read_targets
    >>> [target.value for target in read_targets("Mức hỗ trợ: 500.000 đồng/người/tháng", rates=True)]
    ['500.000']
    """
    before, unit = text[clause.start : match.start()], (match["unit"] or "").lower()
    if is_formula(text, match.start(), match.end()):
        return False
    if unit in {"lần", ""} and _TIMES_RE.match(text, match.end()):
        return _EQUALS_RE.search(before) is not None
    if not unit.endswith(("đồng", "usd")):
        return False
    if named and (match["per"] or before.rstrip().endswith(":")) and not match["before"]:
        return True
    each = match["per"] and _PAID_EACH_RE.search(before)
    return bool(each or _PAID_RE.search(before))


def limits_time(text: str, clause: Range, match: re.Match[str]) -> bool:
    """Tell whether a bound of years, days or hours says how long or how old something is; a time limit of a task is none.

    >>> from ingest.facts.amounts.targets import read_targets
    >>> lines = ("Thời hạn vay tối đa là 15 năm;", "Sở Y tế trả lời không quá 05 ngày kể từ ngày nhận đơn.")
    >>> [[target.value for target in read_targets(line, norm=True)] for line in lines]
    [['tối đa là 15'], []]
    """
    last = "upper" if match["upper"] else "number"
    due = _DUE_RE.search(text, clause.start, match.start()) or _FROM_RE.match(
        text, match.end(last), clause.end
    )
    return not (due or is_condition(text, clause, match.span()))


def sets_measure(text: str, clause: Range, match: re.Match[str]) -> bool:
    """Tell whether an article says how much of something there is: its number, its term, its size.

    >>> from ingest.facts.amounts.targets import read_targets
    >>> lines = ("Thời hạn của giấy phép là 10 năm.", "Thời gian giải quyết là 05 ngày làm việc.")
    >>> [[target.value for target in read_targets(line, norm=True)] for line in lines]
    [['10'], []]
    """
    if not (match["unit"] or match["rest"]) or re.match(
        r"\s+(?:ngày|giờ|phút)(?!\w)", text[match.end("number") :]
    ):
        return False
    ranged = match["upper"] and counts_time(text, match)
    return (_RANGED_RE if ranged else _MEASURED_RE).search(text[clause.start : match.start()]) is not None


def counts_time(text: str, match: re.Match[str]) -> bool:
    """Tell whether the number ``match`` of a target counts years, days or hours."""
    return _TIME_UNIT_RE.match(text, match.end("upper" if match["upper"] else "number")) is not None


def goes_on(text: str, clause: Range) -> bool:
    """Tell whether a clause gives only a further sum: "hỗ trợ 15 tỷ đồng ...; 10 tỷ đồng đối với công trình cấp huyện".

    >>> goes_on("10 tỷ đồng đối với công trình cấp huyện", Range(0, 39)), goes_on("10 tỷ đồng vốn", Range(0, 14))
    (True, False)
    """
    return _FURTHER_RE.match(text, clause.start, clause.end) is not None
