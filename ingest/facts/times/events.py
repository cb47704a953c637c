"""Days without a word of limit: "khai mạc lúc 19 giờ 30 ngày 16/5", "diễn tập tại thôn Khe Cát ngày 06/6/2026".

In: clean text. Out: the words of each day that something is to be done on. A day with an hour or a part of the day is one
by itself; a bare day only in a part of a sentence that is a task or an event. The day of a document, an anniversary or
of what was done is none.
"""

from __future__ import annotations

import re

from ingest.facts.bodies.doers import starts_doing
from ingest.facts.language.patterns import TYPE_PATTERN, YEAR
from ingest.plan import Range
from ingest.spelling import spaced, spaced_re

__all__ = ["EVENT_RE", "find_event_days"]

_DATE = spaced(
    rf"(?:\d{{1,2}}\s*/\s*\d{{1,2}}(?:\s*/\s*{YEAR})?(?![\d/])|\d{{1,2}}\.\d{{1,2}}\.{YEAR}|\d{{1,2}}-\d{{1,2}}-{YEAR}|\d{{1,2}} tháng \d{{1,2}}(?!\d)(?:\s*,?\s*năm {YEAR})?)"
)
_CLOCK = r"(?:\d{1,2}\s*(?:giờ|h|g)\s*(?:\d\d(?!\d)\s*(?:phút|[’'])?)?|\d{1,2}:\d\d)"
_PART = r"(?:(?:buổi\s+)?(?:sáng|trưa|chiều|tối|đêm))"
_WEEKDAY = spaced(r"(?:(?:ngày )?(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật))")
_TO = r"\s*(?:đến|tới|-|–)\s*"
_ON = r"(?:(?:vào|bắt\s+đầu|từ|lúc|hồi)\s+){0,2}"
_SPAN = spaced(
    rf"(?:(?:các )?ngày \d{{1,2}}(?:\s*/\s*\d{{1,2}})?(?:\s*(?:,|và|-|–|đến)\s*(?:ngày )?\d{{1,2}}(?!\d))*?\s*(?:,|và|-|–|đến(?: hết)?)\s*(?:ngày )?{_DATE})"
)
_TIMED_RE = spaced_re(
    rf"(?<![\w/])(?i:{_ON}(?:{_CLOCK}(?:{_TO}{_CLOCK})?\s*,?\s*(?:\(?{_PART}\s*,?\s*)?(?:{_WEEKDAY}\s*,?\s*)?\(?(?:{_SPAN}|ngày {_DATE}(?:{_TO}{_CLOCK}\s*,?\s*ngày {_DATE})?)"
    rf"|{_PART} (?:{_WEEKDAY}\s*,?\s*\(?)?(?:ngày )?{_DATE}|{_WEEKDAY}\s*,?\s*\(?ngày {_DATE}))(?!\w)(?!\s*/\s*\d)"
)
_DAY_RE = spaced_re(
    rf"(?<![\w/])(?:(?i:vào|trong|từ) )?(?i:(?:dịp |các )?(?:{_SPAN}|ngày {_DATE})|dịp {_DATE})(?!\w)(?!\s*/\s*\d)"
)
_PART_MONTH_RE = spaced_re(
    rf"(?<!\w)(?i:(?:(?:vào|trong|từ) )?(?:(?:nửa )?(?:đầu|cuối)|giữa|(?:thượng|trung|hạ) tuần) (?:tháng \d{{1,2}}(?:\s*(?:/|năm)\s*{YEAR})?|quý (?:I{{1,3}}|IV|[1-4])(?!\w)(?:\s*(?:/|năm)?\s*{YEAR})?))(?![\w/])"
)
# Words of an event that begin no task by themselves.
EVENT_RE = spaced_re(
    r"(?<!\w)(?:tựu trường|(?:khai|bế) (?:giảng|mạc)|họp|hội (?:nghị|thảo|thi|thao|diễn|trại|khỏe)|ngày hội|lễ|đại hội|tổng duyệt|sơ duyệt|ra quân|phát động|mít tinh|diễn tập|tập huấn|thi(?: đấu)?|vòng|đợt|lượt|phiên"
    r"|(?:sơ|tổng) kết|tập trung|bắt đầu|kết thúc|khởi hành|(?:chung|bán) kết|khởi công|khánh thành|mở thầu|trao (?:giải|thưởng|quà)|tọa đàm|triển lãm|bốc thăm|nghiệm thu|bàn giao|công bố|diễn ra|khám|tiêm|xét|đón|gặp mặt|giao (?:nhận|lưu|quân)|bầu cử|thời (?:gian|điểm|hạn)|nghỉ|hạn(?: (?:nộp|cuối))?|lịch)(?!\w)",
    re.IGNORECASE,
)
_DOCUMENT_RE = spaced_re(
    rf"(?i)(?<!\w)(?:{TYPE_PATTERN}|kết luận|danh sách|biên bản|giấy mời|hợp đồng|tài liệu|mẫu|bản án)(?: số \S+| (?:này|trên))?(?:\s*,)?\s*$"
)
# "Căn cứ Luật Quản lý, sử dụng vốn nhà nước đầu tư vào sản xuất ngày 26 tháng 11 năm 2014": a title holds verbs of its own.
_TITLED_RE = spaced_re(
    rf"\W*(?:\d+[.)] )?(?:(?i:căn cứ(?: vào)?|theo|thực hiện) )?(?:{TYPE_PATTERN})\s(?!này)|.*(?<!\w)(?:Luật|Bộ luật|Pháp lệnh)\s"
)
_OTHER_RE = spaced_re(
    r"(?i)(?:kỷ niệm|chào mừng|hưởng ứng|nhân|nhân dịp|truyền thống|(?<!học\s)(?<!vệ\s)sinh|mất|ký|ban hành|thành lập|hiệu lực|tính(?: đến)?|kể từ|cấp|số|sau|trước|từ|kể|hết|quá|nhất|so với|phát sinh|xảy ra|tuyển dụng|thông qua|được \w+|tại|đến|về|sử dụng đến)\s*$"
)
_ANNIVERSARY_RE = spaced_re(
    r"(?i)(?<!\w)(?:kỷ niệm|chào mừng|hưởng ứng|nhân (?:dịp|ngày)|số liệu|dữ liệu (?:tính|chốt)|tuổi)(?!\w)[^,;:.]*$"
)
_PAST_RE = spaced_re(
    r"(?i)(?<!\w)(?:đã|vừa qua|năm (?:trước|ngoái)|lần trước|trước đây|nếu|trường hợp|đối với (?:các )?(?:hồ sơ|trường hợp|người))(?!\w)"
)
_AFTER_RE = re.compile(
    r"\s*(?:$|[.,;:)(\u2028]|(?:-|–)\s|(?i:tại|ở|do|với|cho|để|trên|và|có|theo|qua|bằng|nhằm|gồm|trong|trước|sau|thì|hoặc|hằng|hàng|vào|phải)(?!\w))"
)
_PART_RE = re.compile(r"[.;:\n\u2028](?=\s|$)")
_WORD_RE = re.compile(r"(?<!\w)\w")
_FAR = 160


def find_event_days(text: str, start: int = 0, end: int | None = None) -> tuple[Range, ...]:
    """Find the days of tasks and events that no word of limit stands before.

    >>> text = "Họp trưởng đoàn lúc 14 giờ 00 ngày 15/5/2026; diễn tập tại thôn Khe Cát ngày 06/6, theo Công văn ngày 03/4"
    >>> [text[r.start : r.end] for r in find_event_days(text)]
    ['lúc 14 giờ 00 ngày 15/5/2026', 'ngày 06/6']
    """
    end = len(text) if end is None else end
    found = [
        Range(*match.span())
        for match in _TIMED_RE.finditer(text, start, end)
        if not _elsewhere(text, start, match.start())
    ]
    for shape in (_DAY_RE, _PART_MONTH_RE):
        for match in shape.finditer(text, start, end):
            if any(one.start < match.end() and match.start() < one.end for one in found):
                continue
            if _AFTER_RE.match(text, match.end(), end) is None or _elsewhere(text, start, match.start()):
                continue
            if _is_event(text, start, match.start()):
                found.append(Range(*match.span()))
    return tuple(sorted(found))


def _part_start(text: str, start: int, at: int) -> int:
    """Where the part of the sentence begins: behind the last full stop, semicolon or colon, a label's colon left out."""
    begin = max(start, at - _FAR)
    ends = [match.end() for match in _PART_RE.finditer(text, begin, at)]
    for stop in reversed(ends):
        if text[stop - 1] != ":" or text[stop:at].strip():
            return stop
    return begin


def _elsewhere(text: str, start: int, at: int) -> bool:
    """Whether the day is a document's, an anniversary's, or of what was done or is only supposed."""
    begin = _part_start(text, start, at)
    words = text[begin:at]
    return bool(
        _OTHER_RE.search(words)
        or _TITLED_RE.match(words)
        or _DOCUMENT_RE.search(words)
        or _ANNIVERSARY_RE.search(words)
        or _PAST_RE.search(words)
    )


def _is_event(text: str, start: int, at: int) -> bool:
    """Whether the words before a bare day are those of a task or an event."""
    begin = _part_start(text, start, at)
    words = text[begin:at]
    if EVENT_RE.search(words):
        return True
    for word in _WORD_RE.finditer(words):
        lowered = words[word.start()].lower() + words[word.start() + 1 :] + "0"
        if starts_doing(lowered, 0, len(lowered)):
            return True
    return False
