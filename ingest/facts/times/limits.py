"""Words that say when something is due, as plans write them.

Only with a word of limit ("trước", "chậm nhất", "hết"), a recurrence, or in brackets of their own: a bare date is
as often that of a cited document. Relative terms ("15 ngày kể từ ngày ...") and times that are left to another's
word ("Định kỳ") are found too; ``normalise_time`` gives them no date.
"""

from __future__ import annotations

import re

from ingest.facts.cited.references import find_mentions
from ingest.facts.language.lexicon import UPPER
from ingest.facts.language.patterns import YEAR
from ingest.facts.language.verbs import PREDICATE_RE, starts_plain
from ingest.facts.times.event_ends import event_end
from ingest.facts.times.events import find_event_days
from ingest.facts.times.recurrences import find_recurrences, is_of_a_benefit
from ingest.plan import Range
from ingest.spelling import spaced, spaced_re

__all__ = ["find_times"]

_DATE = spaced(
    rf"(?:\d{{1,2}}\s*[/.-]\s*\d{{1,2}}\s*[/.-]\s*{YEAR}|\d{{1,2}} tháng \d{{1,2}}\s*,?\s*năm {YEAR}|\d{{1,2}}\s*/\s*\d{{1,2}}(?![\d/])|(?<=ngày\s)\d{{1,2}}-\d{{1,2}}(?![\d-])|\d{{1,2}} tháng \d{{1,2}}(?!\d))"
)
_FULL = spaced(
    rf"(?:\d{{1,2}}\s*[/.-]\s*\d{{1,2}}\s*[/.-]\s*{YEAR}|\d{{1,2}} tháng \d{{1,2}}\s*,?\s*năm {YEAR})"
)
_OF_YEAR = rf"(?:\s*(?:/|-|năm)\s*{YEAR})?"
_MONTH = spaced(
    rf"(?:(?:các )?tháng \d{{1,2}}(?:\s*(?:,|và|-|–)\s*(?:tháng )?\d{{1,2}}(?![/\d]))*{_OF_YEAR}(?:\s*(?:,|và|-|–|đến(?: hết)?)\s*tháng \d{{1,2}}{_OF_YEAR})*(?![/\d]))"
)
_QUARTER = spaced(
    rf"(?:quý (?:I{{1,3}}|IV|[1-4])(?!\w)(?:\s*(?:,|và|-|–)\s*(?:quý )?(?:I{{1,3}}|IV|[1-4])(?!\w))*(?:\s*(?:/|năm)?\s*{YEAR})?(?:\s*(?:,|và|-|–|đến(?: hết)?)\s*quý (?:I{{1,3}}|IV|[1-4])(?!\w)(?:\s*(?:/|năm)?\s*{YEAR})?)*)"
)
_EVERY = r"(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)"
_PERIOD = spaced(
    r"(?:0?[369] tháng(?: (?:đầu|cuối) năm)?|(?:một|0?1) (?:năm|quý|tháng)|(?:hằng |hàng |cả )?năm|(?:hằng |hàng )?(?:quý|tháng))"
)
_DAYS = spaced(r"(?:các )?ngày \d{1,2}(?:\s*(?:,|và|;)\s*(?:ngày )?\d{1,2})+")
_WEEKDAY = spaced(r"(?:buổi )?(?:sáng |chiều )?(?:ngày )?thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])")
_TERM = spaced(
    r"(?:(?:trong(?: (?:vòng|thời (?:hạn|gian)))?|(?:chậm|muộn) nhất(?: (?:là|sau))?|không quá|sau|tối đa(?: là)?) ){1,2}\d{1,3} (?:ngày|giờ|tháng|tuần)(?: làm việc)?\s*,?\s*(?:(?:kể|tính) từ (?:ngày|khi|thời điểm|lúc)|(?:kể từ )?sau (?:khi|ngày))(?P<event>(?= [^\s,;.()]))"
)
_UPPER = f"(?-i:[{UPPER}])"
_LEAD = spaced(
    r"(?:(?:xong )?trước|(?:chậm|muộn) nhất(?: là)?(?: (?:đến|vào|trước))?|(?:đến )?hết|không (?:quá|muộn hơn)|hạn cuối(?: là)?|trong|vào)"
)
_TIME_RE = spaced_re(
    r"(?<!\w)(?i:"
    rf"(?:vào )?tuần (?:đầu|cuối) (?:của )?{_EVERY}|{_EVERY}\s*,?\s*(?:\(\s*)?{_LEAD} ngày \d{{1,2}}\)?(?!\d|\s*/|\s*-| (?:của )?tháng)|"
    rf"(?:{_LEAD} (?:thời điểm )?(?:\d{{1,2}}\s*(?:giờ|h)\s*(?:\d\d)?\s*,?\s*)?|(?<!đến\s)(?<!từ\s)(?=ngày))(?:ngày |(?!0?[369] tháng (?:đầu|cuối) năm))\d{{1,2}}\s*(?:,\s*)?(?:của )?tháng (?:cuối|đầu)(?: tiên)? (?:của |mỗi |hằng |hàng )?(?:quý|năm|kỳ)(?: (?:sau|tiếp theo|báo cáo))?"
    rf"|(?:{_LEAD} )?(?:ngày )?{_DATE}\s*(?:,\s*)?(?:của )?{_EVERY}"
    rf"|(?:{_LEAD} )?(?:{_MONTH}|{_QUARTER})\s*(?:,\s*)?(?:của )?(?:hằng|hàng|mỗi) năm|(?:hằng|hàng|mỗi) năm\s*,\s*{_LEAD} (?:{_MONTH}|{_QUARTER})"
    rf"|(?:{_LEAD} )?(?:ngày )?(?:\d{{1,2}} tháng \d{{1,2}}|\d{{1,2}}\s*/\s*\d{{1,2}}) (?:của )?năm (?:sau|kế tiếp|tiếp theo|liền kề)(?: liền kề)?"
    rf"|(?:{_LEAD} )?ngày \d{{1,2}} (?:của )?(?:tháng (?:sau|kế tiếp|tiếp theo|liền kề)|(?:của )?(?:{_EVERY}))"
    rf"|(?:vào )?{_DAYS} (?:của )?{_EVERY}|(?:{_LEAD} )?(?:\d{{1,2}}\s*(?:giờ|h)\s*(?:\d\d)?\s*,?\s*)?{_WEEKDAY}(?:\s*(?:,|và)\s*{_WEEKDAY})* (?:{_EVERY})"
    rf"|báo cáo tuần(?: (?:vào|trước) (?:\d{{1,2}}\s*(?:giờ|h)\s*(?:\d\d)?\s*)?{_WEEKDAY})?(?=\s*(?:[,;.]|$|vào|trước|gửi|chậm))|(?<!kỳ\s)(?:vào|trực|họp|chào cờ|giao ban|sinh hoạt) {_WEEKDAY}(?:\s*(?:,|và)\s*{_WEEKDAY})*(?!\s*,?\s*(?:ngày|{_EVERY}|tuần|đầu|cuối|của|\(|\d|tháng|này|tới|sau))"
    rf"|(?:{_LEAD} )?ngày \d{{1,2}} (?:của )?các tháng(?: (?:tiếp theo|còn lại|sau))?(?!\s*\d)|(?:đầu|cuối) {_EVERY}|từ (?:khi|ngày) (?:ban hành|ký|phê duyệt)[^,;.]{{0,20}}? đến(?: hết)? (?:ngày )?{_DATE}"
    rf"|(?<=lần:\s)ngày {_DATE}|(?<=đợt:\s)ngày {_DATE}"
    rf"|từ (?:ngày )?(?:\d{{1,2}}|{_DATE})\s*(?:đến|tới|-|–)\s*(?:(?:trước|hết) )?(?:ngày )?{_DATE}|từ ngày \d{{1,2}}\s*(?:đến|-|–)\s*(?:hết )?(?:ngày )?\d{{1,2}} (?:của )?(?:hằng|hàng|mỗi) tháng"
    rf"|{_LEAD} ngày (?:làm việc )?cuối cùng (?:của )?(?:{_EVERY}|tháng|quý|năm)(?=\s*(?:[,;.:)]|$)| phải\s)|{_TERM}"
    rf"|(?:{_LEAD} )?\d{{1,2}}\s*(?:giờ|h)\s*(?:\d\d)?[’']?\s*(?:,\s*)?{_EVERY}"
    rf"|{_LEAD} (?:\d{{1,2}}\s*(?:giờ|h|:)\s*(?:\d\d)?\s*(?:phút)?\s*,?\s*)?(?:ngày )?{_DATE}"
    rf"|đến (?:ngày )?{_DATE}(?=\s*,? (?:phải |cơ bản )?hoàn thành)|(?:vào|trước|trong|đến|hoàn thành) cuối năm {YEAR}"
    rf"|đến (?:hết )?(?:ngày )?{_FULL}(?=\s*,\s[^.;]{{1,120}}hoàn thành)|(?:hoàn thành|xong) (?:ngày )?{_FULL}|trong (?:tuần|nửa) (?:đầu|cuối)(?: của)? {_MONTH}"
    rf"|(?P<weak>(?:hằng|hàng|mỗi) (?:tháng|quý|tuần)(?=\s*(?:[.;)]|$))|(?<=\()năm {YEAR}(?=\))|(?:(?<=kỳ\s\()|(?<=kết\s\()){YEAR}(?=\))|vào (?:giữa |đầu )?năm {YEAR}|(?<!\d\s)(?:từ )?(?:{_MONTH}|{_QUARTER})(?<=20\d\d)(?=\s*(?:[.;)]|$)))"
    rf"|(?<=[-–+*.);]\s)(?:{_MONTH}|{_QUARTER})(?=\s*:)"
    rf"|{_LEAD} (?:{_MONTH}|{_QUARTER}|0?6 tháng (?:đầu|cuối) năm {YEAR})"
    rf"|(?:đến )?hết năm {YEAR}|(?:hoàn thành|xong|ban hành) trong năm {YEAR}|trong năm {YEAR}(?=\s*(?:[.;)]|$))|chậm nhất (?:là )?(?:đến |trong )?năm {YEAR}|trước năm {YEAR}"
    rf"|(?:hoàn thành|xong|tổ chức|thực hiện) (?:vào )?(?:{_MONTH}|{_QUARTER})|(?<=\()(?:(?:từ|trong|khoảng) )?(?:{_MONTH}|{_QUARTER})(?=\))|(?-i:H[ằà]ng|Mỗi) (?:tuần|tháng|quý|năm)(?=\s*, (?!(?:tỷ lệ|tỉ lệ|số|giảm|tăng|phấn đấu|có|đạt|thu|bình quân|ít nhất|tối thiểu|trên|kéo giảm|\d\S*)\s))|(?<=,\s)(?:hằng|hàng) (?:tuần|tháng|quý|năm)(?=\s*, (?:các|đơn vị|cơ quan|tổ chức|người|doanh nghiệp)\s)|0?[369] tháng\s*(?:,|và)\s*(?:hằng|hàng) năm|(?<=[:)]\s)tháng \d{{1,2}}(?=\s*\()|(?<=\),\s)tháng \d{{1,2}}(?=\s*\()"
    rf"|(?:báo cáo|giao ban|họp|tổng hợp) (?:định kỳ )?\d{{1,2}} lần\s*/\s*(?:0?1 )?(?:ngày|tuần|tháng|quý|năm)(?:\s*\(\s*(?:trước|vào|lúc)[^)]{{1,40}}\))?|{_PERIOD}(?=\s*\(\s*(?:xong )?(?:trước|chậm|vào|hạn))"
    rf"|định kỳ (?:theo |vào )?(?:\(?(?:{_EVERY}|0?[36] tháng|tháng|quý|năm|tuần)(?:\s*(?:,|và|/|hoặc)\s*(?:{_EVERY}|0?[369] tháng|quý|năm|cả năm|báo cáo năm\)?|tháng|một năm|0?1 năm|cuối năm))*(?: (?:đầu năm|một lần|01 lần))?)(?!\w)"
    rf"|(?:báo cáo|tổng hợp|(?<!kết\squả\stheo\sdõi,\s)(?<!kết\squả\s)đánh giá|sơ kết|tổng kết) (?:kết quả )?{_EVERY}(?!\s*,?\s*(?:\(\s*)?{_LEAD} ngày \d)|0?[36] tháng\s*/\s*(?:0?1 )?lần"
    rf"|mỗi (?:ngày|tuần|tháng|quý)(?= (?:ít nhất |tối thiểu )?\d{{1,2}} (?!(?:kg|tấn|lít|triệu|nghìn|đồng)(?!\w))[a-zà-ỹđ])|{_EVERY}(?=\s*, {_UPPER})"
    rf"|định kỳ(?=\s*,?\s*(?:hoặc đột xuất\s*,?\s*)?(?:báo cáo|tổng hợp|sơ kết|tổng kết|đánh giá)(?!\w))|{_EVERY}(?:\s*(?:,|và)\s*(?:quý|0?[69] tháng"
    r"|năm))*(?=\s*,?\s*(?:hoặc đột xuất\s*,?\s*)?(?:báo cáo|tổng hợp|tổ chức|đánh giá|sơ kết|kiểm tra|rà soát|gửi|xây dựng|tham mưu|cập nhật"
    r"|phối hợp|chủ trì|triển khai|thống kê|hướng dẫn|bố trí|lập|căn cứ|thực hiện (?:việc|kiểm toán|kiểm tra|rà soát|đánh giá|báo cáo|thống kê|tổng hợp)))"
    r")(?!\w)"
)
"""Words that say when; only with a word of limit, a recurrence, or in brackets of their own."""
_MAY_TELL_RE = re.compile(r"(?i)\d|ngày|tuần|tháng|quý|năm|giờ|kỳ|sáng|chiều|tối|thứ|nhật")
"""Every time has one of these, and two sentences of three have none: they need no look at the long patterns."""
# A bare year in brackets or a bare month at a clause's end says when only of what is to be done by then.
_DONE_BY_RE = spaced_re(
    r"(?i)(?:giữa kỳ|cuối kỳ|đầu kỳ|sơ kết|tổng kết|hoàn thành|ban hành|trình(?! (?:độ|tự|bày))|tổ chức|báo cáo|kiểm tra|rà soát|cập nhật|họp|giao ban|phát hành|công bố|thời (?:gian|hạn))(?!\w)[^.;]{0,70}$"
)
# "Lần tổ chức trước (năm 2022)", "đã tổ chức 03 lớp (năm 2024)".
_LAST_TIME_RE = spaced_re(r"(?i)(?<!\w)(?:đã|lần (?:\w+ ){0,3}trước|kỳ trước|khóa trước)(?!\w)[^.;]*$")
_NOT_DUE_RE = spaced_re(
    r"(?i)(?:số liệu(?: (?:báo cáo|được))?(?: (?:tính|chốt|lấy))?|kỷ niệm|thành lập|(?<!bảo\sđảm\s)(?<!đảm\sbảo\s)có hiệu lực|hiệu lực thi hành|(?:được|đã|văn bản) (?:\w+ \w+ )?ban hành|(?<!để\s)(?<!trình\s)(?<!khi\s)(?<!đăng\s)ký|(?<!vệ\s)(?<!học\s)(?<!cứu\s)(?<!dân\s)(?<!thí\s)(?<!tuyển\s)sinh|tính|so với|kể từ|thời điểm|(?<!sở\s)(?<!bộ\s)xây dựng|hình thành|nộp|cấp|tồn tại|tuyển dụng|từ năm (?:19|20)\d\d|xảy ra)\s*$"
)


_RECURS_RE = re.compile(r"(?i)(?:hằng|hàng|mỗi)\s+(?:tháng|quý|năm)$")
# "trình Chủ tịch ký trước ngày ...": the signature is what is due.
_TO_SIGN_RE = re.compile(r"(?i)trình\s[^,;.]{2,60}\ský\s*$")
# "văn bản do cấp tỉnh ban hành trước ngày ...": which documents are meant.
_ISSUED_RE = re.compile(r"(?i)(?<!\w)do\s[^,;.]{2,60}\s(?:ban\s+hành|ký|cấp|phê\s+duyệt)\s*$")
# "Lao động đang đóng bảo hiểm trước ngày ...": which ones are meant; what must be done or told by then is due.
_TOLD_OF_RE = re.compile(r"(?i)(?:trước|đến\s+hết|hết)\s(?!.*(?:hằng|hàng|mỗi)\s)")
_DESCRIBED_RE = spaced_re(
    r"(?<!\w)(?:đã|đang)\s(?!(?:được )?giao)(?:(?!(?:phải|cần|hoàn thành|xong|báo cáo|gửi|trình|nộp|chậm|khẩn|thì)(?!\w))[^,.;:)])*$"
)
_GIVES_RE = spaced_re(r"(?i)(?:hỗ trợ|trợ cấp|áp dụng|chi trả)\s")
"""Verbs of rules: what stands behind them says for whom, and the time whom that is."""
_NEXT_RE = spaced_re(
    rf"\s*(?:\([^()\d]*(?:\d{{1,2}} tháng)?[^()\d]*\)\s*)?(?:,|và) (?P<time>ngày {_DATE}(?!\w)|{_DATE}(?= (?:và|của|về|gửi|cho|(?:hằng|hàng|mỗi) năm)(?!\w)|\s*(?:[,.;()]|$)))"
)
"""One more day behind a time ("trước ngày 10/6 và 10/12", "trước ngày 20/6 (đối với 6 tháng) và ngày 15/12")."""
_ENDS_DATED_RE = re.compile(rf"{_DATE}$")


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
        if found and found[-1].start == match.start():
            found.pop()  # "ngày 15/5 và 15/10 hằng năm": the last of the days, with what is said of it
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
    """The further days of "trước ngày 15/5 và 15/10"."""
    found: list[Range] = []
    at = match.end()
    while _ENDS_DATED_RE.search(match[0]) and (following := _NEXT_RE.match(text, at)):
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
