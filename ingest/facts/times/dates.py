"""Times as plans write them, and their one normal form.

Out: an ISO date "2024-02-29"; months "2023-06,2023-12" ("--06" when no year is known); quarters "2026-Q1";
years "2025"; stretches "2026/2030"; recurrences "monthly", "quarterly:day 15 of last month"; None where the
words state no date ("theo văn bản chỉ đạo của tỉnh").
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from ingest.facts.language.patterns import DATE_RE, YEAR, iso_date
from ingest.facts.times.periods import QUARTERS, read_periods
from ingest.facts.times.stretches import full_day, read_days
from ingest.spelling import spaced, spaced_re

__all__ = ["EVERY", "normalise_time"]

_DAY_MONTH_RE = re.compile(
    rf"(?<![\d/])(?P<day>\d{{1,2}})\s*(?:/\s*(?P<month>\d{{1,2}})(?![\d/])|\s+tháng\s+(?P<month2>\d{{1,2}})(?!\s*(?:năm|/)\s*{YEAR}))"
)
_MONTHS_RE = re.compile(
    rf"(?i:tháng)\s*(?P<months>\d{{1,2}}(?!\s*/\s*\d{{1,2}}/)(?:\s*(?:,|và|;|&)\s*(?:tháng\s*)?\d{{1,2}}(?![\d/]))*)(?P<to>\s*(?:-|–|đến)\s*(?:tháng\s*)?(?P<last>\d{{1,2}})(?!\d))?(?:\s*(?:/|-|năm|,\s*năm)\s*(?P<year>{YEAR}))?"
)
_QUARTER_RE = re.compile(
    rf"(?i:quý)\s*(?P<quarters>(?:I{{1,3}}|IV|[1-4])(?:\s*(?:,|và|-)\s*(?:quý\s*)?(?:I{{1,3}}|IV|[1-4])(?!\w))*)(?!\w)(?:\s*(?:/|-|năm|,\s*năm)?\s*(?P<year>{YEAR}))?"
)
_YEARS_RE = re.compile(
    rf"(?<!\d)(?P<first>{YEAR})\s*(?:-|–|đến(?:\s+hết)?(?:\s+năm)?)\s*(?P<last>{YEAR})(?!\d)"
)
_YEAR_LIST_RE = re.compile(rf"(?i)năm\s+{YEAR}(?:\s*(?:,|;|và)\s*(?:năm\s+)?{YEAR}(?!\d))+")
_YEAR_RE = re.compile(rf"(?<![\d/])(?P<year>{YEAR})(?!\d)")
_LAST_MONTH_RE = spaced_re(
    r"(?i)ngày (?:mùng )?(?P<day>\d{1,2})\s*(?:,\s*)?(?:của )?tháng cuối (?:của |mỗi |hằng |hàng |các )?(?P<unit>quý|năm|kỳ)"
)
_NEXT_MONTH_RE = spaced_re(
    r"(?i)ngày (?P<day>\d{1,2})\s*(?:của )?tháng (?:đầu(?: tiên)? (?:của )?quý (?:sau|tiếp theo|kế tiếp)|(?P<month>sau|kế tiếp|tiếp theo|liền kề))"
)
_NEXT_YEAR_RE = spaced_re(r"(?i)năm (?:sau|kế tiếp|tiếp theo|liền kề)")
_DAYS_RE = re.compile(r"(?i)ngày\s+\d{1,2}(?:\s*(?:,|và|;)\s*(?:ngày\s+)?\d{1,2})+(?![\d/])")
_RELATIVE_RE = spaced_re(
    r"(?i)\d (?:ngày|giờ|tuần|tháng|năm)[^,;.]{0,20},?\s(?:kể|tính) từ (?:ngày|khi|thời điểm|lúc)?\s*(?!\d)"
)
# "trước ngày 05-6": the Party and the unions write days so.
_DASHED_DAY_RE = re.compile(r"(?i)(?<=ngày\s)(\d{1,2})-(\d{1,2})(?![\d-])")
_BARE_MONTH_RE = re.compile(rf"\s*(\d{{1,2}})\s*[/-]\s*({YEAR})\W*")
_HALF_RE = spaced_re(rf"(?i)0?6 tháng (?P<half>đầu|cuối) năm (?P<year>{YEAR})")
EVERY = r"(?:hằng|hàng|mỗi|từng)"
_OVER = spaced(r"(?<=\w)\s*(?:/\s*(?:0?1 |một )?|\s(?:trong )?(?:một|mỗi) )")
"""Between what is counted and the unit of time: "2 lần/tuần", "4 số một tháng"."""
_RECURRENCES = (
    ("daily", spaced_re(rf"(?i){EVERY} ngày|{_OVER}ngày|{EVERY} (?:buổi )?(?:sáng|chiều|tối)(?! (?:ngày )?(?:thứ|chủ))")),
    ("weekly", spaced_re(rf"(?i)(?:{EVERY}|theo(?: từng)?) tuần|thứ \w+ hằng tuần|(?:một|01|1) tuần|{_OVER}tuần|báo cáo tuần|(?:vào|trực|họp|chào cờ|giao ban|sinh hoạt) (?:buổi )?(?:sáng |chiều )?(?:ngày )?thứ \w+(?!.*tháng)|(?<!\w)tuần (?:một|hai|0?\d) lần|{EVERY} (?:(?:buổi )?(?:sáng|chiều|tối) )?(?:ngày )?(?:thứ|chủ) \w+(?!.*tháng)")),
    ("monthly", spaced_re(rf"(?i){EVERY} tháng|các tháng(?!\s*\d)|(?:báo cáo|định kỳ|,|\()\s*(?:theo )?tháng(?=\s*(?:,|\)|\.|;|$|và|/))|01 tháng/(?:01 )?lần|(?:một|(?<!\d)0?1) tháng\s*/?\s*(?:một|hai|0?\d)?\s*lần|(?:thứ|chủ) \w+.*\stháng(?!\s*\d)|theo (?:từng )?tháng|{_OVER}tháng")),
    ("quarterly", spaced_re(rf"(?i){EVERY} quý|(?:báo cáo|định kỳ|,|\()\s*(?:theo )?quý(?=\s*(?:,|\)|\.|;|:|$|và|/))|03 tháng/lần|(?:(?<!\d)0?3|ba) tháng\s*/?\s*(?:một|0?1)?\s*lần|(?:một|(?<!\d)0?1) quý\s*/?\s*(?:một|hai|0?\d)?\s*lần|theo (?:từng )?quý|{_OVER}quý")),
    ("half-yearly", spaced_re(r"(?i)(?:(?<!\d)0?6|sáu) tháng(?! tuổi)(?! đến)")),
    ("yearly", spaced_re(rf"(?i){EVERY} năm|(?:,|và|hoặc|định kỳ|báo cáo|/|một|01)\s*(?:0?1 )?năm(?=\s*(?:,|\)|\.|;|:|$|\(|một lần|/|báo cáo|trước|gửi|và))|lần\s*/\s*(?:0?1 )?năm|thường niên|cuối năm(?! (?:19|20)\d\d)")),
)  # fmt: skip


def _recurrence(text: str) -> str | None:
    last = _LAST_MONTH_RE.search(text)
    if last:
        period = {"quý": "quarterly", "năm": "yearly", "kỳ": "half-yearly"}[last["unit"].lower()]
        return f"{period}:day {int(last['day'])} of last month"
    following = _NEXT_MONTH_RE.search(text)
    if following:
        return f"{'monthly' if following['month'] else 'quarterly'}:day {int(following['day'])} of next {'month' if following['month'] else 'quarter'}"
    if _NEXT_YEAR_RE.search(text) and (next_year := _DAY_MONTH_RE.search(text)):
        return (
            f"yearly:{full_day(None, int(next_year['month'] or next_year['month2']), int(next_year['day']))}"
        )
    periods = [name for name, shape in _RECURRENCES if shape.search(text)]
    days = read_days(text, None)
    if days and (days.startswith("monthly") or ("yearly" in periods and days.startswith("--"))):
        return days if days.startswith("monthly") else f"yearly:{days}"
    if not periods:
        return None
    dated = DATE_RE.search(text)
    day_month = _DAY_MONTH_RE.search(text)
    if dated:
        return iso_date(dated)
    if day_month and "yearly" in periods:
        return (
            f"yearly:{full_day(None, int(day_month['month'] or day_month['month2']), int(day_month['day']))}"
        )
    if day_month:
        return None
    months = _MONTHS_RE.search(text)
    if months and periods == ["yearly"]:
        return f"yearly:{read_periods(text, None) or _months(months, None)}"
    if periods == ["yearly"] and _QUARTER_RE.search(text):
        return f"yearly:{read_periods(text, None) or _period(text, None)}"
    listed = _DAYS_RE.search(text)
    if listed and periods[0] == "monthly":
        numbers = [str(int(number)) for number in re.findall(r"\d+", listed[0])]
        return f"monthly:day {' and '.join(numbers)}"
    day = re.search(r"(?i)ngày\s+(\d{1,2})(?![\d/])", text)
    return f"{periods[0]}:day {int(day[1])}" if day and periods[0] == "monthly" else ",".join(periods)


def _months(match: re.Match[str], year: int | None) -> str | None:
    months = [int(word) for word in re.findall(r"\d+", match["months"])]
    if match["last"]:
        months = [months[0], int(match["last"])]
    if not all(1 <= month <= 12 for month in months):
        return None
    known = int(match["year"]) if match["year"] else year
    names = [f"{known}-{month:02d}" if known else f"--{month:02d}" for month in months]
    return ("/" if match["last"] else ",").join(names)


def _end_of(months: re.Match[str], year: int | None) -> str | None:
    """Take "hết tháng 12/2025", "ngày cuối cùng của tháng 12/2025" as the month's last day."""
    known = int(months["year"]) if months["year"] else year
    month = int(re.findall(r"\d+", months["months"])[0])
    if known is None or not 1 <= month <= 12:
        return _months(months, year)
    return date(known, month, monthrange(known, month)[1]).isoformat()


def _period(text: str, year: int | None) -> str | None:
    """Months, quarters and years."""
    ends = re.search(r"(?i)(?<!\w)hết\s|ngày\s+cuối\s+cùng\s", text) is not None
    months = _MONTHS_RE.search(text)
    if months:
        return _end_of(months, year) if ends and not months["to"] else _months(months, year)
    quarters = _QUARTER_RE.search(text)
    if quarters:
        known = int(quarters["year"]) if quarters["year"] else year
        numbers = [
            QUARTERS[word]
            for word in re.findall(r"I{1,3}V?|IV|[1-4]", quarters["quarters"])
            if word in QUARTERS
        ]
        return ",".join(f"{known}-Q{number}" if known else f"--Q{number}" for number in numbers) or None
    years = _YEARS_RE.search(text)
    if years:
        return f"{years['first']}/{years['last']}"
    listed = _YEAR_LIST_RE.search(text)
    if listed:
        return ",".join(re.findall(r"\d{4}", listed[0]))
    one = _YEAR_RE.search(text)
    if one:
        return f"{one['year']}-12-31" if ends or re.search(r"(?i)cuối\s+năm", text) else one["year"]
    return None


_LAST_DAY_RE = spaced_re(
    r"(?i)ngày (?:làm việc )?cuối cùng (?:của )?(?:(?:hằng|hàng|mỗi) )?(?P<unit>tháng|quý|năm)(?!\w|\s*\d| [IV]+(?!\w))"
)
_EVERY_UNIT = {"tháng": "monthly", "quý": "quarterly", "năm": "yearly"}


def normalise_time(text: str, year: int | None = None) -> str | None:
    """Bring a time to its normal form; ``year`` is the plan's own, where that is certain.

    >>> normalise_time("trước ngày 29/02/2024"), normalise_time("trước ngày 15 tháng cuối của quý")
    ('2024-02-29', 'quarterly:day 15 of last month')
    >>> normalise_time("Tháng 6, 12", 2023), normalise_time("Tháng 6, 12"), normalise_time("Hàng tháng")
    ('2023-06,2023-12', '--06,--12', 'monthly')
    >>> normalise_time("chậm nhất vào ngày cuối cùng của tháng")
    'monthly:last day'
    >>> normalise_time("quý I/2026"), normalise_time("đến hết năm 2025"), normalise_time("Theo văn bản chỉ đạo của tỉnh")
    ('2026-Q1', '2025-12-31', None)
    """
    if _RELATIVE_RE.search(text):
        return None
    last = _LAST_DAY_RE.search(text)
    if last:
        return f"{_EVERY_UNIT[last['unit'].lower()]}:last day"
    month = _BARE_MONTH_RE.fullmatch(text)
    if month and 1 <= int(month[1]) <= 12:
        return f"{month[2]}-{int(month[1]):02}"
    text = _DASHED_DAY_RE.sub(r"\1/\2", text)
    half = _HALF_RE.search(text)
    if half:
        return f"{half['year']}-{'01' if half['half'].lower() == 'đầu' else '07'}/{half['year']}-{'06' if half['half'].lower() == 'đầu' else '12'}"
    recurrent = _recurrence(text)
    if recurrent:
        return recurrent
    stretch = read_days(text, year) or read_periods(text, year)
    if stretch:
        return stretch
    dates = [iso_date(found) for found in DATE_RE.finditer(text)]
    if len(dates) == 2 and all(dates) and re.search(r"(?i)từ\s.*đến|-|–", text):
        return "/".join(day for day in dates if day)
    if dates:
        return ",".join(day for day in dates if day) or None
    day_month = _DAY_MONTH_RE.search(text)
    if day_month and re.search(r"(?i)ngày|trước|chậm|muộn|đến|xong|hạn|\d\s*/\s*\d", text):
        days = [
            full_day(year, int(m["month"] or m["month2"]), int(m["day"]))
            for m in _DAY_MONTH_RE.finditer(text)
        ]
        return ",".join(day for day in days if day) or None
    return _period(text, year)
