"""Which numbers of a clause are to be reached: dates, document numbers, ages and statistics of the past are none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.facts.amounts.counted import counts_in_task, is_part, tells_present
from ingest.facts.amounts.percentages import describes_share
from ingest.facts.amounts.stated import (
    counts_time,
    is_indicator,
    is_rate,
    limits_time,
    sets_measure,
    was_reached,
)
from ingest.facts.amounts.subjects import MEASURES
from ingest.facts.bodies.doers import starts_doing
from ingest.facts.language.comparators import AT_LEAST, AT_MOST
from ingest.facts.language.lexicon import LOWER, alternatives, read_list
from ingest.facts.tasks.cases import (
    asks_for,
    in_title,
    is_condition,
    is_quoted,
    is_supposed,
    limits,
    names_class,
    tells_whom,
)
from ingest.plan import Range
from ingest.spelling import spaced, spaced_re

__all__ = ["Field", "accepted_numbers"]

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_BEFORE = spaced(
    rf"(?:đạt )?(?:ít nhất|tối thiểu|tối đa|{AT_MOST}|{AT_LEAST}|trên|hơn|dưới|từ|khoảng|thấp hơn|cao hơn)"
    r"(?: (?:từ|là|mức|đạt|bằng|chiếm))?"
)
_UNITS = alternatives(list(read_list("units.txt")))
_SELDOM_AIMS = frozenset("năm|tháng|tuổi|ngày|giờ|nội dung|nhóm|tổ|bộ|đồng".split("|"))
# What a sum is paid for: "3 triệu đồng/người/khóa học".
_PER = alternatives(
    [*read_list("units.txt"), *"tháng|khóa học|khóa|kg|tiết|lao động|trường hợp|giấy phép".split("|")]
)
_TARGET_RE = spaced_re(
    rf"(?<![\w/.,-])(?P<before>(?i:{_BEFORE}) |[≥≤<>]\s?=?\s?)?(?P<number>{_NUMBER})(?P<fraction>/\d{{1,4}}(?= [{LOWER}]))?(?P<percent1>\s?[%‰])?(?:(?P<sum> (?:(?:(?:nghìn|triệu|tỷ) )?đồng|năm|tháng|ngày|giờ|người|thành viên|ha|m2|m|km)(?= đến\s))?\s*(?:-|–|đến)\s*(?:(?i:dưới|không quá) )?(?P<upper>{_NUMBER})(?![\d/]))?(?P<percent>\s?[%‰](?:\s*/\s*(?:năm|tháng|ngày)(?!\w))?)?"
    rf"(?P<after> (?i:trở (?:lên|xuống)))?(?P<rest> (?:nghìn|triệu|tỷ)(?!\w)(?! lệ))?(?: (?!đồng (?:chí|bào)(?!\w))(?P<unit>(?i:{_UNITS}|tháng(?! \d)))(?!\w))?(?P<per>(?:(?<=đồng)|(?<=USD)|(?<=\sm2)|(?<=\sm²))(?:\s?/\s?(?:\d+ )?(?:{_PER}|[{LOWER}]+\s[{LOWER}]+(?=\s*[/.,;()]|\svà\s)|[{LOWER}]+)(?!\w))+)?(?P<after2>(?: [{LOWER}]+){{0,2}}(?:\s?/\s?[{LOWER}]+){{0,2}} (?i:trở (?:lên|xuống)))?(?!\d|/\d|(?<!đồng)(?<!USD)(?<!\sm2)/)"
)
_NOT_BEFORE_RE = spaced_re(
    r"(?i)(?<!\w)(?:năm|tháng|ngày|số|điều|khoản|(?<!dứt\s)điểm|mục|phần|chương|phụ lục|biểu|mẫu|quý|giai đoạn|lần thứ|thứ|khóa|kỷ niệm|cấp|mức độ|mức|loại|hạng|nhóm|hotline|điện thoại|tổng đài|đường dây nóng|(?:trực|trung tâm) cấp cứu|tổng kết|sơ kết|đợt|khu vực|lớp|tờ|trang|quốc lộ|"
    r"đề án|quyết định|kế hoạch|nghị quyết|chỉ thị|công văn|thông tư|nghị định|nhiệm kỳ|covid-?|top|g|chuẩn|tổ|trạm|đường|vùng|ngõ|tiểu dự án|nội dung|tuổi|từ đủ|dự án|chương trình|phiên bản|web|iso|tcvn)\s*$"
)
_PER_UNIT_RE = re.compile(r"(?:\s+[^\W\d]+)?\s*/\s*[^\W\d]")
_EACH_RE, _GIVES_RE = re.compile(r"(?i)(?<!\w)mỗi\s+\w+\s+$"), re.compile(r"(?i)(?<!\w)cấp\s+$")
_NOT_AFTER_RE = spaced_re(
    r"\s*(?:tháng tuổi|tháng(?!\s*/)|tuổi|năm (?:ngày|thực|thành|kỷ|tuổi|tới|qua|chia|thống|giải|một lần)|giờ sáng|[/.:]\d|%?\s*\)?\s*/\s*\d|\) \w|(?: \w+){1,4}? tương đương (?:với|là)(?!\w)|,\s*\d+\s*,|\s*cấp(?!\w)|\s*(?:[cmd]?m\s*)?[x×]\s*\d)"
)
# "3,85/5 điểm" is a mark out of five, no part of a number of things.
_POINTS_RE = re.compile(r"(?i)\s+điểm(?!\w)")
# "Thực hiện 3 Chương trình mục tiêu quốc gia": which ones, no number to be reached.
_CARRIES_RE = spaced_re(r"(?i)(?<!\w)(?:thực hiện|triển khai) (?:tốt )?$")
_CARRIED_RE = spaced_re(
    r"(?i) (?:chương trình|đề án|dự án|nghị quyết|kế hoạch|luật|tiêu chí|cuộc vận động|phong trào|chiến lược)(?!\w)"
)
# What follows a number that counts things; measures of time and parts of a document are counted for other ends.
_COUNTED_RE = spaced_re(
    rf" (?!(?:năm|tháng|ngày|giờ|tuổi|tuần|quý|lần|phút|của|và|hoặc|đến|là|nội dung|nhóm|nhiệm vụ|giải pháp|mục tiêu|chỉ tiêu|yếu tố|trụ cột|cấp|tỉnh|thành|trong|theo|so|được|có|điểm)(?!\w))[{LOWER}]{{2,}}"
)
_AIM_RE = spaced_re(
    r"(?i)(?:phấn đấu|đạt|có|gồm|tăng(?: thêm)?|giảm|duy trì|hoàn thành|thực hiện|giành|bảo đảm|đảm bảo|xây dựng|tổ chức|đăng ký|hình thành|phát triển|thành lập|đào tạo|bồi dưỡng|tập huấn|hỗ trợ|trồng(?: mới)?|thu hút|giải quyết|tạo|tạo việc làm cho|công nhận|đón|lên|là|xóa(?: xong)?|phát triển mới|thành lập mới|mở|khen thưởng|xây (?:mới|dựng mới)|lắp (?:đặt|thêm|mới)|kết nạp|nhân rộng|dành|mỗi \w+(?: \w+){0,5})\s*(?:được |từ )?$"
)
# "(hiện nay là 41%)": the present state; "Số doanh nghiệp đăng ký mới: 25": the number of what stands before the colon.
_PRESENT_RE = spaced_re(r"(?i)(?:hiện (?:nay|có|đạt|tại)|năm trước|cùng kỳ) (?:là |đạt |có )?$")
_TOLD_RE = re.compile(r"(?i)(?:^|\s)(?:tổng\s+)?số\s[^:;.]{2,60}:\s*$|[^\W\d_]{2}:\s+$")
# "Không để xảy ra vụ ngộ độc trên 30 người": which ones there are to be none of.
_NONE_RE = spaced_re(r"(?i)(?<!\w)không (?:để )?(?:xảy ra|phát sinh)\s[^,;:]*$")
_AND_RE = re.compile(r"\svà\s+(?!(?:gây|làm|kéo\s+dài)(?!\w))")
# "Giảm từ 1% xuống 0%": the first number is what was.
_FALLS_RE = re.compile(r"\s+(?:xuống|lên|còn)(?!\w)")
# "Tỷ lệ tiêm đủ | 8 loại vắc xin đạt 95%": a number between the rate and its share is of what the rate is of.
_RATE_RE = spaced_re(r"(?i)(?:^|[,;:] )\W*(?:tỷ|tỉ) lệ (?![^,;:.%]*(?:còn|giảm|xuống|đạt|là) $)[^,;:.%]*$")
_SHARE_RE = spaced_re(
    rf" [^,;:.%\d]+(?:\d+ tuổi )?[^,;:.%\d]*?(?:đạt|là|ở mức|{_BEFORE}) (?:{_BEFORE} )?\d[\d.,]*\s?%"
)


@dataclass(frozen=True, slots=True)
class Field:
    """Where numbers are looked for: one clause, whether it stands under goals, what must be left alone."""

    text: str
    clause: Range
    goals: bool
    taken: tuple[Range, ...]
    titles: tuple[Range, ...] = ()
    scale: bool = False
    """Whether the line states the plan's own size: every counted thing in it belongs to that."""
    norm: bool = False
    """Whether it is the rule of an article of a normative text: there a bound without a word of limit or aim says which cases are meant."""
    sheet: bool = False
    """Whether it stands in the annex of a normative text, which holds forms, standards and lists: only limits are set there."""
    rates: bool = False
    """Whether it is the rule of an article, which sets rates: "hỗ trợ 500.000 đồng/người/tháng"."""
    named: bool = False
    """Whether the heading above names a rate."""
    further: bool = False
    """Whether the clause gives a further sum behind one that was set."""


def _accept(field: Field, match: re.Match[str]) -> bool:
    text, start = field.text, field.clause.start
    before = text[max(start, match.start() - 40) : match.start()]
    percent = match["percent"] or match["percent1"]
    if field.norm and limits(match) and not (percent or match["fraction"]):
        timed = counts_time(text, match)
        bounds = limits_time(text, field.clause, match) if timed else not _barred(field, match, before)
        return bounds and not is_supposed(text, field.clause, match, norm=True)
    ranged = field.norm and match["upper"] and counts_time(text, match)
    if ranged and sets_measure(text, field.clause, match):
        return not is_supposed(text, field.clause, match, norm=True)
    if _barred(field, match, before):
        return False
    rate = field.rates and (field.further or is_rate(text, field.clause, match, field.named))
    if rate or (field.norm and sets_measure(text, field.clause, match)):
        return True
    if percent:
        if (match["before"] or "").lower().startswith("từ") and _FALLS_RE.match(text, match.end()):
            return False
        ruled = field.norm and limits(match)
        reached = not ruled and was_reached(text, start, match.start(), field.goals)
        share = Range(*match.span())
        return not reached and not describes_share(text, field.clause, share, before, ruled=ruled)
    if match["fraction"] and _POINTS_RE.match(text, match.end("fraction")):
        return bool(match["before"] or match["after2"]) and not match["upper"]
    if match["fraction"]:
        part = match["before"] or ("đạt trên" if field.goals else "")
        return not match["upper"] and is_part(text, start, match.start("number"), part)
    if not (match["unit"] or match["rest"]):
        return _counts_noun(field, match, before)
    return _counts_unit(field, match, before)


def _counts_unit(field: Field, match: re.Match[str], before: str) -> bool:
    """Whether a number with a unit of the list is to be reached: compared, or aimed at under goals."""
    text = field.text
    # "thu nhập không quá 25 triệu đồng", "diện tích tối đa 70 m2"
    bounds = limits(match) and (match["unit"] or "").lower() in MEASURES
    seldom = not match["rest"] and (match["unit"] or "").lower() in _SELDOM_AIMS
    year = re.fullmatch(r"(?:19|20)\d\d", match["number"]) and not match["rest"]
    if year or (seldom and not (match["before"] and (field.goals or bounds))):
        return False
    if not field.goals and is_supposed(text, field.clause, match, norm=field.norm):
        return False
    after = match["after"] or match["after2"]
    compared = match["before"] and (match["upper"] or not re.fullmatch(r"(?i)từ\s+", match["before"]))
    aimed = _AIM_RE.search(before) is not None
    if after or (compared and (field.goals or aimed or bounds)):
        return True
    if compared and re.search(r"(?i)nhất|thiểu|phấn", match["before"]):
        return True
    told = aimed or _TOLD_RE.search(before) or is_indicator(text, field.clause.start, *match.span())
    return field.goals and bool(told)


def _barred(field: Field, match: re.Match[str], before: str) -> bool:
    """Whether a number stands where none is a target: in a reference, a date, an age, a title, or told as the present."""
    if any(core.start < match.end() and match.start() < core.end for core in field.taken):
        return True
    rated = _RATE_RE.search(field.text[field.clause.start : match.start()])
    if rated and not match["before"] and _SHARE_RE.match(field.text, match.end("number")):
        return True
    percent = match["percent"] or match["percent1"]
    last = next(name for name in ("upper", "fraction", "number") if match[name])
    # "mỗi đợt không dưới 3.400 phiếu", "mỗi lớp 25 em", "cấp 20.000 liều" count; "lớp 3", "cấp 2" do not.
    counts = match["before"] or match["per"] or _EACH_RE.search(before)
    counts = counts or (len(match["number"]) > 1 and _GIVES_RE.search(before))
    told = None if counts else _NOT_BEFORE_RE.search(before)
    own = f"{match['rest'] or ''} {match['unit'] or ''}".split()
    if match["sum"] and match["sum"].split() != own:
        return True  # "từ 500 nghìn đồng đến 1 triệu đồng": two scales, of which one number would be told
    if not percent and (told or _NOT_AFTER_RE.match(field.text, match.end(last))):
        return True
    none = match["before"] and _NONE_RE.search(field.text, field.clause.start, match.start())
    if none and not any(starts_doing(none[0], one.end(), len(none[0])) for one in _AND_RE.finditer(none[0])):
        return True
    whom = tells_whom(match, before, field.goals) or (field.norm and names_class(match, before))
    if whom or is_condition(field.text, field.clause, match.span()):
        return True
    if field.sheet and not asks_for(f"{before}{match['before'] or ''}"):
        return True
    if _CARRIES_RE.search(before) and _CARRIED_RE.match(field.text, match.end(last)):
        return True
    return _PRESENT_RE.search(before) is not None or is_quoted(field.text, match.start())


def _is_counted(field: Field, match: re.Match[str], found: list[re.Match[str]]) -> bool:
    """Whether a task counts what it sets up, hands out, trains or keeps: "thành lập 05 tổ"."""
    before = field.text[max(field.clause.start, match.start() - 40) : match.start()]
    titled = not match["before"] and in_title(field.text, field.titles, match.start())
    if titled or match["fraction"] or match["percent"] or match["percent1"] or _barred(field, match, before):
        return False
    # A norm sets limits and rates; "ngôi sao 5 cánh", "gửi 01 bộ hồ sơ" only tell of a thing.
    rate = _EACH_RE.search(before) or _PER_UNIT_RE.match(field.text, match.end("number"))
    if field.norm and not (match["before"] or rate):
        return False
    if match["rest"] and not _COUNTED_RE.match(field.text, match.end("rest")):
        return re.search(r"(?i)(?<!\w)(?:đạt|phấn\s+đấu|thu)\s+$", before) is not None and not (
            tells_present(field.text, field.clause.start, match.start())
        )
    last = "rest" if match["rest"] else "upper" if match["upper"] else "number"
    number = (match.start("number"), match.end(last))
    # "25 hộ làm nhà nghỉ được tập huấn": the number that opens a goal.
    opens = field.goals and not field.text[field.clause.start : match.start()].strip(" -+*•\t")
    if opens and _COUNTED_RE.match(field.text, number[1]):
        return True
    if field.scale and _COUNTED_RE.match(field.text, number[1]):
        return not tells_present(field.text, field.clause.start, match.start())
    floor = found[-1].end() if found else None
    return counts_in_task(field.text, field.clause.start, number, match["before"] or "", floor)


def accepted_numbers(field: Field) -> list[re.Match[str]]:
    """The numbers of a clause that are targets; what is listed after one of them with its own unit is one too."""
    found: list[re.Match[str]] = []
    for match in _TARGET_RE.finditer(field.text, field.clause.start, field.clause.end):
        listed = (
            bool(found)
            and field.goals
            and (match["unit"] or match["rest"])
            and re.search(r"(?:,|\svà)\s+$", field.text[: match.start()]) is not None
            and not re.search(r"[:(]", field.text[found[-1].end() : match.start()])
        )
        taken = any(core.start < match.end() and match.start() < core.end for core in field.taken)
        if _accept(field, match) or (listed and not taken) or _is_counted(field, match, found):
            found.append(match)
    return found


def _counts_noun(field: Field, match: re.Match[str], before: str) -> bool:
    """Under a heading of goals also what no list of units knows is counted: "tối thiểu 05 kịch bản ứng dụng"."""
    noun = _COUNTED_RE.match(field.text, match.end("upper") if match["upper"] else match.end("number"))
    if not field.goals or noun is None or re.fullmatch(r"(?:19|20)\d\d", match["number"]):
        return False
    compared = match["before"] and not re.fullmatch(r"(?i)từ\s+|khoảng\s+", match["before"])
    return bool(compared) or _AIM_RE.search(before) is not None or _TOLD_RE.search(before) is not None
