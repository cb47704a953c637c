"""Words that say when something is due, as plans write them.

Only with a word of limit ("trước", "chậm nhất", "hết"), a recurrence, or in brackets of their own: a bare date is
as often that of a cited document. Relative terms ("15 ngày kể từ ngày ...") and times that are left to another's
word ("Định kỳ") are found too; ``normalise_time`` gives them no date.
"""

from __future__ import annotations

import re

from ingest.facts.event_ends import event_end
from ingest.facts.events import find_event_days
from ingest.facts.lexicon import UPPER
from ingest.facts.patterns import YEAR
from ingest.facts.recurrences import find_recurrences, is_of_a_benefit
from ingest.facts.references import find_mentions
from ingest.facts.verbs import PREDICATE_RE, starts_plain
from ingest.plan import Range

__all__ = ["find_times"]

_DATE = rf"(?:\d{{1,2}}\s*[/.-]\s*\d{{1,2}}\s*[/.-]\s*{YEAR}|\d{{1,2}}\s+tháng\s+\d{{1,2}}\s*,?\s*năm\s+{YEAR}|\d{{1,2}}\s*/\s*\d{{1,2}}(?![\d/])|(?<=ngày\s)\d{{1,2}}-\d{{1,2}}(?![\d-])|\d{{1,2}}\s+tháng\s+\d{{1,2}}(?!\d))"
_FULL = (
    rf"(?:\d{{1,2}}\s*[/.-]\s*\d{{1,2}}\s*[/.-]\s*{YEAR}|\d{{1,2}}\s+tháng\s+\d{{1,2}}\s*,?\s*năm\s+{YEAR})"
)
_OF_YEAR = rf"(?:\s*(?:/|-|năm)\s*{YEAR})?"
_MONTH = rf"(?:(?:các\s+)?tháng\s+\d{{1,2}}(?:\s*(?:,|và|-|–)\s*(?:tháng\s+)?\d{{1,2}}(?![/\d]))*{_OF_YEAR}(?:\s*(?:,|và|-|–|đến(?:\s+hết)?)\s*tháng\s+\d{{1,2}}{_OF_YEAR})*(?![/\d]))"
_QUARTER = rf"(?:quý\s+(?:I{{1,3}}|IV|[1-4])(?!\w)(?:\s*(?:,|và|-|–)\s*(?:quý\s+)?(?:I{{1,3}}|IV|[1-4])(?!\w))*(?:\s*(?:/|năm)?\s*{YEAR})?(?:\s*(?:,|và|-|–|đến(?:\s+hết)?)\s*quý\s+(?:I{{1,3}}|IV|[1-4])(?!\w)(?:\s*(?:/|năm)?\s*{YEAR})?)*)"
_EVERY = r"(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)"
_PERIOD = r"(?:0?[369]\s+tháng(?:\s+(?:đầu|cuối)\s+năm)?|(?:một|0?1)\s+(?:năm|quý|tháng)|(?:hằng\s+|hàng\s+|cả\s+)?năm|(?:hằng\s+|hàng\s+)?(?:quý|tháng))"
_DAYS = r"(?:các\s+)?ngày\s+\d{1,2}(?:\s*(?:,|và|;)\s*(?:ngày\s+)?\d{1,2})+"
_WEEKDAY = r"(?:buổi\s+)?(?:sáng\s+|chiều\s+)?(?:ngày\s+)?thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])"
_TERM = r"(?:(?:trong(?:\s+(?:vòng|thời\s+(?:hạn|gian)))?|(?:chậm|muộn)\s+nhất(?:\s+(?:là|sau))?|không\s+quá|sau|tối\s+đa(?:\s+là)?)\s+){1,2}\d{1,3}\s+(?:ngày|giờ|tháng|tuần)(?:\s+làm\s+việc)?\s*,?\s*(?:(?:kể|tính)\s+từ\s+(?:ngày|khi|thời\s+điểm|lúc)|(?:kể\s+từ\s+)?sau\s+(?:khi|ngày))(?P<event>(?=\s+[^\s,;.()]))"
_UPPER = f"(?-i:[{UPPER}])"
_LEAD = r"(?:(?:xong\s+)?trước|(?:chậm|muộn)\s+nhất(?:\s+là)?(?:\s+(?:đến|vào|trước))?|(?:đến\s+)?hết|không\s+(?:quá|muộn\s+hơn)|hạn\s+cuối(?:\s+là)?|trong|vào)"
_TIME_RE = re.compile(
    r"(?<!\w)(?i:"
    rf"(?:vào\s+)?tuần\s+(?:đầu|cuối)\s+(?:của\s+)?{_EVERY}|{_EVERY}\s*,?\s*(?:\(\s*)?{_LEAD}\s+ngày\s+\d{{1,2}}\)?(?!\d|\s*/|\s*-|\s+(?:của\s+)?tháng)|"
    rf"(?:{_LEAD}\s+(?:thời\s+điểm\s+)?(?:\d{{1,2}}\s*(?:giờ|h)\s*(?:\d\d)?\s*,?\s*)?|(?<!đến\s)(?<!từ\s)(?=ngày))(?:ngày\s+|(?!0?[369]\s+tháng\s+(?:đầu|cuối)\s+năm))\d{{1,2}}\s*(?:,\s*)?(?:của\s+)?tháng\s+(?:cuối|đầu)(?:\s+tiên)?\s+(?:của\s+|mỗi\s+|hằng\s+|hàng\s+)?(?:quý|năm|kỳ)(?:\s+(?:sau|tiếp\s+theo|báo\s+cáo))?"
    rf"|(?:{_LEAD}\s+)?(?:ngày\s+)?{_DATE}\s*(?:,\s*)?(?:của\s+)?{_EVERY}"
    rf"|(?:{_LEAD}\s+)?(?:{_MONTH}|{_QUARTER})\s*(?:,\s*)?(?:của\s+)?(?:hằng|hàng|mỗi)\s+năm|(?:hằng|hàng|mỗi)\s+năm\s*,\s*{_LEAD}\s+(?:{_MONTH}|{_QUARTER})"
    rf"|(?:{_LEAD}\s+)?(?:ngày\s+)?(?:\d{{1,2}}\s+tháng\s+\d{{1,2}}|\d{{1,2}}\s*/\s*\d{{1,2}})\s+(?:của\s+)?năm\s+(?:sau|kế\s+tiếp|tiếp\s+theo|liền\s+kề)(?:\s+liền\s+kề)?"
    rf"|(?:{_LEAD}\s+)?ngày\s+\d{{1,2}}\s+(?:của\s+)?(?:tháng\s+(?:sau|kế\s+tiếp|tiếp\s+theo|liền\s+kề)|(?:của\s+)?(?:{_EVERY}))"
    rf"|(?:vào\s+)?{_DAYS}\s+(?:của\s+)?{_EVERY}|(?:{_LEAD}\s+)?(?:\d{{1,2}}\s*(?:giờ|h)\s*(?:\d\d)?\s*,?\s*)?{_WEEKDAY}(?:\s*(?:,|và)\s*{_WEEKDAY})*\s+(?:{_EVERY})"
    rf"|báo\s+cáo\s+tuần(?:\s+(?:vào|trước)\s+(?:\d{{1,2}}\s*(?:giờ|h)\s*(?:\d\d)?\s*)?{_WEEKDAY})?(?=\s*(?:[,;.]|$|vào|trước|gửi|chậm))|(?<!kỳ\s)(?:vào|trực|họp|chào\s+cờ|giao\s+ban|sinh\s+hoạt)\s+{_WEEKDAY}(?:\s*(?:,|và)\s*{_WEEKDAY})*(?!\s*,?\s*(?:ngày|{_EVERY}|tuần|đầu|cuối|của|\(|\d|tháng|này|tới|sau))"
    rf"|(?:{_LEAD}\s+)?ngày\s+\d{{1,2}}\s+(?:của\s+)?các\s+tháng(?:\s+(?:tiếp\s+theo|còn\s+lại|sau))?(?!\s*\d)|(?:đầu|cuối)\s+{_EVERY}|từ\s+(?:khi|ngày)\s+(?:ban\s+hành|ký|phê\s+duyệt)[^,;.]{{0,20}}?\s+đến(?:\s+hết)?\s+(?:ngày\s+)?{_DATE}"
    rf"|(?<=lần:\s)ngày\s+{_DATE}|(?<=đợt:\s)ngày\s+{_DATE}"
    rf"|từ\s+(?:ngày\s+)?(?:\d{{1,2}}|{_DATE})\s*(?:đến|tới|-|–)\s*(?:(?:trước|hết)\s+)?(?:ngày\s+)?{_DATE}|từ\s+ngày\s+\d{{1,2}}\s*(?:đến|-|–)\s*(?:hết\s+)?(?:ngày\s+)?\d{{1,2}}\s+(?:của\s+)?(?:hằng|hàng|mỗi)\s+tháng"
    rf"|{_LEAD}\s+ngày\s+(?:làm\s+việc\s+)?cuối\s+cùng\s+(?:của\s+)?(?:{_EVERY}|tháng|quý|năm)(?=\s*(?:[,;.:)]|$)|\s+phải\s)|{_TERM}"
    rf"|(?:{_LEAD}\s+)?\d{{1,2}}\s*(?:giờ|h)\s*(?:\d\d)?[’']?\s*(?:,\s*)?{_EVERY}"
    rf"|{_LEAD}\s+(?:\d{{1,2}}\s*(?:giờ|h|:)\s*(?:\d\d)?\s*(?:phút)?\s*,?\s*)?(?:ngày\s+)?{_DATE}"
    rf"|đến\s+(?:ngày\s+)?{_DATE}(?=\s*,?\s+(?:phải\s+|cơ\s+bản\s+)?hoàn\s+thành)|(?:vào|trước|trong|đến|hoàn\s+thành)\s+cuối\s+năm\s+{YEAR}"
    rf"|đến\s+(?:hết\s+)?(?:ngày\s+)?{_FULL}(?=\s*,\s[^.;]{{1,120}}hoàn\s+thành)|(?:hoàn\s+thành|xong)\s+(?:ngày\s+)?{_FULL}|trong\s+(?:tuần|nửa)\s+(?:đầu|cuối)(?:\s+của)?\s+{_MONTH}"
    rf"|(?P<weak>(?:hằng|hàng|mỗi)\s+(?:tháng|quý|tuần)(?=\s*(?:[.;)]|$))|(?<=\()năm\s+{YEAR}(?=\))|(?:(?<=kỳ\s\()|(?<=kết\s\()){YEAR}(?=\))|vào\s+(?:giữa\s+|đầu\s+)?năm\s+{YEAR}|(?<!\d\s)(?:từ\s+)?(?:{_MONTH}|{_QUARTER})(?<=20\d\d)(?=\s*(?:[.;)]|$)))"
    rf"|(?<=[-–+*.);]\s)(?:{_MONTH}|{_QUARTER})(?=\s*:)"
    rf"|{_LEAD}\s+(?:{_MONTH}|{_QUARTER}|0?6\s+tháng\s+(?:đầu|cuối)\s+năm\s+{YEAR})"
    rf"|(?:đến\s+)?hết\s+năm\s+{YEAR}|(?:hoàn\s+thành|xong|ban\s+hành)\s+trong\s+năm\s+{YEAR}|trong\s+năm\s+{YEAR}(?=\s*(?:[.;)]|$))|chậm\s+nhất\s+(?:là\s+)?(?:đến\s+|trong\s+)?năm\s+{YEAR}|trước\s+năm\s+{YEAR}"
    rf"|(?:hoàn\s+thành|xong|tổ\s+chức|thực\s+hiện)\s+(?:vào\s+)?(?:{_MONTH}|{_QUARTER})|(?<=\()(?:(?:từ|trong|khoảng)\s+)?(?:{_MONTH}|{_QUARTER})(?=\))|(?-i:H[ằà]ng|Mỗi)\s+(?:tuần|tháng|quý|năm)(?=\s*,\s+(?:các|đơn\s+vị|cơ\s+quan|tổ\s+chức|người|doanh\s+nghiệp|chi\s+bộ|trường|giám\s+đốc|thủ\s+trưởng|chủ\s+tịch|hội|ban|giảng\s+viên|giáo\s+viên|nhà\s+trường|cấp\s+ủy|cùng\s+thời\s+điểm|chậm\s+nhất|trên\s+cơ\s+sở|căn\s+cứ)\s)|(?<=[:)]\s)tháng\s+\d{{1,2}}(?=\s*\()|(?<=\),\s)tháng\s+\d{{1,2}}(?=\s*\()"
    rf"|(?:báo\s+cáo|giao\s+ban|họp|tổng\s+hợp)\s+(?:định\s+kỳ\s+)?\d{{1,2}}\s+lần\s*/\s*(?:0?1\s+)?(?:ngày|tuần|tháng|quý|năm)(?:\s*\(\s*(?:trước|vào|lúc)[^)]{{1,40}}\))?|{_PERIOD}(?=\s*\(\s*(?:xong\s+)?(?:trước|chậm|vào|hạn))"
    rf"|định\s+kỳ\s+(?:theo\s+|vào\s+)?(?:\(?(?:{_EVERY}|0?[36]\s+tháng|tháng|quý|năm|tuần)(?:\s*(?:,|và|/|hoặc)\s*(?:{_EVERY}|0?[369]\s+tháng|quý|năm|cả\s+năm|báo\s+cáo\s+năm\)?|tháng|một\s+năm|0?1\s+năm|cuối\s+năm))*(?:\s+(?:đầu\s+năm|một\s+lần|01\s+lần))?)(?!\w)"
    rf"|(?:báo\s+cáo|tổng\s+hợp|đánh\s+giá|sơ\s+kết|tổng\s+kết)\s+(?:kết\s+quả\s+)?{_EVERY}(?!\s*,?\s*(?:\(\s*)?{_LEAD}\s+ngày\s+\d)|0?[36]\s+tháng\s*/\s*(?:0?1\s+)?lần|mỗi\s+(?:ngày|tuần|tháng|quý)(?=\s+(?:ít\s+nhất\s+|tối\s+thiểu\s+)?\d{{1,2}}\s+(?!(?:kg|tấn|lít|triệu|nghìn|đồng)(?!\w))[a-zà-ỹđ])|{_EVERY}(?=\s*,\s+{_UPPER})|định\s+kỳ(?=\s*,?\s*(?:hoặc\s+đột\s+xuất\s*,?\s*)?(?:báo\s+cáo|tổng\s+hợp|sơ\s+kết|tổng\s+kết|đánh\s+giá)(?!\w))|{_EVERY}(?:\s*(?:,|và)\s*(?:quý|0?[69]\s+tháng|năm))*(?=\s*,?\s*(?:hoặc\s+đột\s+xuất\s*,?\s*)?(?:báo\s+cáo|tổng\s+hợp|tổ\s+chức|đánh\s+giá|sơ\s+kết|kiểm\s+tra|rà\s+soát|gửi|xây\s+dựng|tham\s+mưu|cập\s+nhật|phối\s+hợp|chủ\s+trì|triển\s+khai|thống\s+kê|hướng\s+dẫn|bố\s+trí|lập|căn\s+cứ))"
    r")(?!\w)"
)
"""Words that say when; only with a word of limit, a recurrence, or in brackets of their own."""
_MAY_TELL_RE = re.compile(r"(?i)\d|ngày|tuần|tháng|quý|năm|giờ|kỳ|sáng|chiều|tối|thứ|nhật")
"""Every time has one of these, and two sentences of three have none: they need no look at the long patterns."""
# A bare year in brackets or a bare month at a clause's end says when only of what is to be done by then.
_DONE_BY_RE = re.compile(
    r"(?i)(?:giữa\s+kỳ|cuối\s+kỳ|đầu\s+kỳ|sơ\s+kết|tổng\s+kết|hoàn\s+thành|ban\s+hành|trình(?!\s+(?:độ|tự|bày))|tổ\s+chức|báo\s+cáo|kiểm\s+tra|rà\s+soát|cập\s+nhật|họp|giao\s+ban|phát\s+hành|công\s+bố|thời\s+(?:gian|hạn))(?!\w)[^.;]{0,70}$"
)
# "Lần tổ chức trước (năm 2022)", "đã tổ chức 03 lớp (năm 2024)".
_LAST_TIME_RE = re.compile(
    r"(?i)(?<!\w)(?:đã|lần\s+(?:\w+\s+){0,3}trước|kỳ\s+trước|khóa\s+trước)(?!\w)[^.;]*$"
)
_NOT_DUE_RE = re.compile(
    r"(?i)(?:số\s+liệu(?:\s+(?:báo\s+cáo|được))?(?:\s+(?:tính|chốt|lấy))?|kỷ\s+niệm|thành\s+lập|(?<!bảo\sđảm\s)(?<!đảm\sbảo\s)có\s+hiệu\s+lực|hiệu\s+lực\s+thi\s+hành|(?:được|đã|văn\s+bản)\s+(?:\w+\s+\w+\s+)?ban\s+hành|(?<!để\s)(?<!trình\s)(?<!khi\s)(?<!đăng\s)ký|(?<!vệ\s)(?<!học\s)(?<!cứu\s)(?<!dân\s)(?<!thí\s)(?<!tuyển\s)sinh|tính|so\s+với|kể\s+từ|thời\s+điểm|(?<!sở\s)(?<!bộ\s)xây\s+dựng|hình\s+thành|nộp|cấp|tồn\s+tại|tuyển\s+dụng|từ\s+năm\s+(?:19|20)\d\d|xảy\s+ra)\s*$"
)


_RECURS_RE = re.compile(r"(?i)(?:hằng|hàng|mỗi)\s+(?:tháng|quý|năm)$")
# "trình Chủ tịch ký trước ngày ...": the signature is what is due.
_TO_SIGN_RE = re.compile(r"(?i)trình\s[^,;.]{2,60}\ský\s*$")
# "văn bản do cấp tỉnh ban hành trước ngày ...": which documents are meant.
_ISSUED_RE = re.compile(r"(?i)(?<!\w)do\s[^,;.]{2,60}\s(?:ban\s+hành|ký|cấp|phê\s+duyệt)\s*$")
# "Lao động đang đóng bảo hiểm trước ngày ...": which ones are meant; what must be done or told by then is due.
_TOLD_OF_RE = re.compile(r"(?i)(?:trước|đến\s+hết|hết)\s(?!.*(?:hằng|hàng|mỗi)\s)")
_DESCRIBED_RE = re.compile(
    r"(?<!\w)(?:đã|đang)\s(?!(?:được\s+)?giao)(?:(?!(?:phải|cần|hoàn\s+thành|xong|báo\s+cáo|gửi|trình|nộp|chậm|khẩn|thì)(?!\w))[^,.;:)])*$"
)
_GIVES_RE = re.compile(r"(?i)(?:hỗ\s+trợ|trợ\s+cấp|áp\s+dụng|chi\s+trả)\s")
"""Verbs of rules: what stands behind them says for whom, and the time whom that is."""
_NEXT_RE = re.compile(
    rf"\s*(?:\([^()\d]*(?:\d{{1,2}}\s+tháng)?[^()\d]*\)\s*)?(?:,|và)\s+(?P<time>ngày\s+{_DATE})(?!\w)"
)
"""One more day behind a time ("trước ngày 20/6 (đối với 6 tháng) và ngày 15/12")."""


def _tells_which(text: str, start: int, at: int) -> bool:
    """Whether a time only says which ones are meant: the words before it describe somebody, and no task stands before them.

    >>> text = "lao động đang đóng bảo hiểm trước ngày 01/10/2024"
    >>> _tells_which(text, 0, text.index("trước")), _tells_which("rà soát nhà đang ở trước ngày 1/10", 0, 19)
    (True, False)
    """
    described = _DESCRIBED_RE.search(text, start, at)
    if described is None:
        return False
    opens = max(text.rfind(mark, start, described.start()) for mark in ",.;:")
    clause = text[max(opens + 1, start) : described.start()].strip(" -+–")
    rule = _GIVES_RE.match(clause)
    words = re.finditer(r"(?<!\w)(?=\w)", clause)
    tasks = (word.start() for word in words if rule is None or word.start() >= rule.end())
    return not any(
        PREDICATE_RE.match(clause, spot) or starts_plain(clause, spot, len(clause)) for spot in tasks
    )


def find_times(text: str, start: int = 0, end: int | None = None) -> tuple[Range, ...]:
    """Find the words that say when something is due.

    >>> text = "Gửi UBND tỉnh trước ngày 29/02/2024 theo Kế hoạch số 5/KH-UBND ngày 03/01/2024"
    >>> [text[r.start : r.end] for r in find_times(text)]
    ['trước ngày 29/02/2024']
    """
    end = len(text) if end is None else end
    if not _MAY_TELL_RE.search(text, start, end):
        return ()
    cited = [m.core for m in find_mentions(text)]
    found: list[Range] = []
    for match in _TIME_RE.finditer(text, start, end):
        told = match["weak"] and _bracketed(text, match)
        if (
            match["weak"]
            and not told
            and not _DONE_BY_RE.search(text, max(start, match.start() - 90), match.start())
        ):
            continue
        if match[0][0] in "hm" and is_of_a_benefit(text, start, match.start()):
            continue
        if match["weak"] and _LAST_TIME_RE.search(text, max(start, match.start() - 90), match.start()):
            continue
        inside = any(core.start < match.end() and match.start() < core.end for core in cited)
        told = _TOLD_OF_RE.match(match[0]) and _tells_which(text, start, match.start())
        limits = match["event"] is not None or _RECURS_RE.search(match[0]) is not None
        if inside or told or _not_due(text, max(start, match.start() - 90), match.start(), limits):
            continue
        opens = not text[start : match.start()].strip(" -+–")
        counted = match["event"] is not None
        reached = event_end(text, match.end(), end, opens=opens) if counted else match.end()
        found.append(Range(match.start(), reached))
        found.extend(_listed_days(text, match))
    times = list(_joined(text, found))
    for time in (*find_recurrences(text, start, end), *find_event_days(text, start, end)):
        spoken = any(one.start < time.end and time.start < one.end for one in (*times, *cited))
        if not spoken and not _not_due(text, max(start, time.start - 90), time.start):
            times.append(time)
    return tuple(sorted(times))


def _bracketed(text: str, match: re.Match[str]) -> bool:
    """Whether a month or quarter is all that a bracket holds: "Kết nối nền tảng (Quý III/2025)"."""
    alone = text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] == ")"
    return alone and re.match(r"(?i)(?:từ\s+)?(?:quý|(?:các\s+)?tháng)\s", match[0]) is not None


def _not_due(text: str, start: int, at: int, limits: bool = False) -> bool:
    """Whether the words before a time make it the date of something else, unless it limits what recurs or is counted on."""
    if _ISSUED_RE.search(text, start, at):
        return True
    before = _NOT_DUE_RE.search(text, max(start, at - 25), at)
    if before and before[0].startswith("nộp") and limits:
        return False
    return before is not None and _TO_SIGN_RE.search(text, start, at) is None


def _listed_days(text: str, match: re.Match[str]) -> list[Range]:
    """The further days of "hai lần: ngày 15/5 và ngày 15/10"."""
    found: list[Range] = []
    at = match.end()
    while match[0].startswith("ngày") and (following := _NEXT_RE.match(text, at)):
        found.append(Range(*following.span("time")))
        at = following.end()
    return found


def _listed(text: str, joined: list[Range], time: Range) -> bool:
    """Two dated times side by side are two deadlines, not one said twice."""
    return bool(joined) and all(
        re.search(r"\d\s*/\s*\d|tháng\s+\d|ngày\s+\d", text[place.start : place.end])
        for place in (joined[-1], time)
    )


def _joined(text: str, times: list[Range]) -> tuple[Range, ...]:
    """Join "Định kỳ hằng năm (trước ngày 15 tháng 12)": one time, said twice as exactly."""
    joined: list[Range] = []
    for time in times:
        gap = text[joined[-1].end : time.start] if joined else "-"
        ended = joined and text[joined[-1].end - 1] == ")"
        if re.fullmatch(r"\s*\(?\s*" if ended or _listed(text, joined, time) else r"\s*[(,]?\s*", gap):
            closing = 1 if "(" in gap and text[time.end : time.end + 1] == ")" else 0
            joined[-1] = Range(joined[-1].start, time.end + closing)
        else:
            joined.append(time)
    return tuple(joined)
