"""Things of a task that are counted: "thành lập 05 tổ", "tập huấn 120 cán bộ", "3/3 thôn duy trì mô hình".

Outside a heading of goals a bare number is a target only as the object of a verb of setting up, handing out,
training, keeping; a number with a comparing word wherever a noun follows it. What was already done ("đã cấp 20
bộ"), what is there ("hiện có 03 chốt") and what is supposed ("nếu thiếu 02 người") are none.
"""

from __future__ import annotations

import re

from ingest.facts.bodies.agencies import read_agencies
from ingest.facts.bodies.doers import starts_doing
from ingest.facts.language.comparators import AT_LEAST, AT_MOST
from ingest.facts.language.lexicon import LOWER, UPPER
from ingest.facts.tasks.shares import read_sharer
from ingest.spelling import spaced, spaced_re

__all__ = [
    "asks_before",
    "counts_in_task",
    "cut_verb",
    "is_object",
    "is_part",
    "is_share_of_all",
    "share_start",
    "shares_verb",
    "tells_present",
]

_VERB = spaced(
    r"(?:giành|đoạt|thành lập(?: mới)?|kiện toàn|củng cố|duy trì|giữ vững|tập huấn|đào tạo|bồi dưỡng|huấn luyện|lắp(?: (?:đặt|thêm|mới|đặt thêm))?"
    r"|cấp(?: (?:phát|mới))?|phát(?! (?:hiện|sinh))(?: (?:hành|miễn phí|sóng))?|trao(?: tặng)?|tặng|trang bị|bố trí|mua(?: sắm| mới)?|in(?: ấn)?|treo|dựng|trồng(?: (?:mới|thêm|dặm))?"
    r"|xây(?: (?:mới|dựng(?: mới)?))?|mở(?: mới)?|tổ chức|hình thành|kết nạp|phát triển(?: mới)?|tuyển(?: dụng)?|nhân rộng|thành lập và duy trì|biên soạn|sản xuất|đăng(?: tải)?"
    r"|hỗ trợ|sửa chữa|nâng cấp|huy động|tiêm(?: phòng)?|khám(?: sàng lọc)?|diễn tập|ra quân|kiểm tra|giám sát|thanh tra|dự trữ|chuẩn bị|gửi|cử|chọn|lựa chọn|xóa|vận động|thu hút|giải quyết|hoàn thành|đăng ký|bảo đảm|đảm bảo|giảm|tăng)"
)
_ASKED_RE = spaced_re(rf"(?i)(?<!\w){_VERB}(?: (?:đủ|được|thêm|mới|cho|có|đạt|tổng số|đồng thời))? $")
_DONE_RE = spaced_re(
    r"(?i)(?<!\w)(?:đã|hiện (?:nay|có|đang|tại|còn)|hiện\s*,|trong năm qua|thời gian qua|vừa qua|năm trước|cùng kỳ|so với|nếu|trường hợp|thì|khi có"
    r"|gồm có|kết quả (?:là|đạt|đã)|kinh phí|dự toán|mức (?:phạt|chi|hưởng|thu)|thang điểm|(?<!máy\s)chấm|trừ|cộng|(?:lần|kỳ|khóa) (?:\w+ ){0,3}trước|giai đoạn trước)(?!\w)"
)
# Measures of time and money, parts of documents, and what only numbers things or points: no things to be reached.
_THING_RE = spaced_re(
    rf" (?!(?:năm|tháng|ngày|giờ|tuổi|tuần|quý|lần|phút|tiết|giây|mét|buổi (?:sáng|chiều)|đồng(?! (?:chí|bào))|bộ hồ sơ|hệ số|định hướng|đột phá|quan điểm|trọng tâm|nghìn|triệu|tỷ|tỉ|nội dung|nhóm(?= (?:nội|nhiệm|giải|vấn|mục|chỉ|tiêu|đối|công việc|lĩnh|yếu)|\s*(?:[.,;:)]|$))|nhiệm vụ|giải pháp|mục tiêu|chỉ tiêu|chương trình(?! (?:truyền|phát|nghệ|văn nghệ|giao lưu|tư vấn))|yếu tố|trụ cột"
    rf"|cấp|tỉnh|thành(?! viên)|bước|vấn đề|nguyên tắc|phương châm|luật|nghị|quyết|điểm(?! \w)|bản(?! (?:tin|cam|đồ|đăng))(?!\w)|bộ phận|mặt|khâu|bên|phần(?! (?:quà|mềm|ăn|việc|thưởng|cơm))|kỳ|giai|thời|thứ|và|hoặc|của|đến|là|trong|theo|so|được|có|không|trở|tại|cho|với)(?!\w))[{LOWER}]{{2,}}| m(?:²|³|2|3)? (?:nước )?[{LOWER}]{{2,}}|\s*%"
)
_LINK_RE = spaced_re(
    rf"(?i)(?:,|;|(?<!\w)và|(?<!\w)cùng) (?:{_VERB} )?$|, mỗi (?:\w+,? ){{1,3}}(?:có )?$|(?<!\w)cho $|, trong đó (?:có )?$"
)
# "thành lập Tổ thường trực gồm 05 người", "11 đội xung kích với tổng số 198 người": the size of what is set up.
_SIZE_RE = spaced_re(
    rf"(?i)(?<!\w){_VERB}\s[^;:]{{2,80}}?(?<!hợp)(?<!đồng)(?<!việc)(?<!kết)(?<!so)(?<!đối)\s\(?(?:gồm(?: có)?|với(?: tổng số)?|có tổng số) $"
    r"|(?<!\w)(?:kiểm tra|giám sát|thanh tra)\s[^;:]{2,80}?\sđối với $"
)
_NEXT_VERB_RE = spaced_re(rf"(?i)\s*(?:[,;]|(?<!\w)và) {_VERB}\s*$| cho (?=$)")
_STRICT_RE = spaced_re(rf"(?i)ít nhất|tối thiểu|tối đa|{AT_MOST}|{AT_LEAST}")
_ALL_RE = re.compile(
    rf"(?!24/24)(\d+)/(\d+)\s+(?!(?:năm|tháng|ngày|giờ|tuần|điểm)(?!\w))(?![^,;.]*\s(?:đã|(?<!thực\s)(?<!phát\s)(?<!thể\s)hiện)\s)[{LOWER}]{{2,}}"
)
_YEAR_RE = re.compile(r"(?:19|20)\d\d")
# With a comparing word also short forms and turns of work: "ít nhất 120 TTHC", "ít nhất 01 lần/năm".
_STRICT_THING_RE = spaced_re(rf" (?:[{UPPER}]{{2,}}|lần(?! thứ)|buổi|tiết|nội dung|nhóm)(?!\w)")
_EACH_RE = spaced_re(r"(?i)(?<!\w)mỗi (?:\w+ ){1,3}(?:có |là |từ )?$")
_LIMIT_RE = spaced_re(
    r"(?i)(?:phải|đạt|giữ|còn|xuống|ở mức|duy trì) (?:ở mức )?(?:dưới|trên|ít nhất|không quá) \d+(?:,\d+)?$"
)
# Where these stand between, the number counts something else than the verb's object.
_AWAY_RE = re.compile(
    r"(?i)(?:tại|ở|trong|của|từ|thuộc|với|theo(?!\s+dõi)|gồm|trên|đến|tới|bằng|qua|là|có|do|để|khi|sau|trước|giữa|về|số(?!\s+hóa)|khoản|điều|năm|tháng|ngày|quý|lần|kỳ|đợt|thứ|hơn|cách|rộng|dài|cao|sâu|kính)(?!\w)"
)
# Verbs that choose among what is there.
_NO_ASK_RE = spaced_re(
    r"(?i)(?:ưu tiên|phụ trách|căn cứ|quy định|đề nghị|yêu cầu|quán triệt|thực hiện)(?!\w)"
)
_SHARES_RE = re.compile(r"\s*[^,;:.()\d]{0,40},\s+(?:và\s+)?(?P<who>[^\W\d][^,;:.()\d]{2,60})\s")
_PAST_RE = spaced_re(r"(?i)(?<!\w)(?:đã|năm trước|vừa qua|thời gian qua|nếu|trường hợp)\s")
# "04 lượt/tháng" is a recurrence.
_RATE_RE = re.compile(r"\s+\w+(?:\s+\w+)?\s*/\s*(?:ngày|tuần|tháng|quý|lần)(?!\w)")
_WORD_RE = re.compile(r"(?<!\w)\w")
_WORDS, _FAR = 7, 60
"""Words between a verb and the number that is its object, and letters searched for the verb."""


def tells_present(text: str, start: int, at: int) -> bool:
    """Whether the words of a clause before ``at`` say what was done, what is there, or what is only supposed.

    >>> text = "Các xã đã thành lập 05 tổ."
    >>> tells_present(text, 0, text.index("05")), tells_present("Thành lập 05 tổ.", 0, 10)
    (True, False)
    """
    return _DONE_RE.search(text, start, at) is not None


def counts_in_task(
    text: str, start: int, number: tuple[int, int], before: str, end: int | None = None
) -> bool:
    """Whether the number at ``number`` counts what a task has to reach; ``before`` is its comparing word.

    ``start`` is where the clause begins, ``end`` where the number found before it ends (None: none was found).

    >>> text = "Thành lập 05 tổ liên gia, 02 đội xung kích; họp ngày 02 hằng tháng"
    >>> at = [text.index("05"), text.index("02"), text.rindex("02")]
    >>> [counts_in_task(text, 0, (n, n + 2), "", e) for n, e in zip(at, (None, at[0] + 2, None))]
    [True, True, False]
    """
    strict = _STRICT_RE.search(before) is not None
    thing = _THING_RE.match(text, number[1]) or (strict and _STRICT_THING_RE.match(text, number[1]))
    at = number[0] - len(before) if before.strip() else number[0]
    if _YEAR_RE.fullmatch(text[slice(*number)]) or _PAST_RE.search(text, start, at):
        return False
    if not strict and (
        tells_present(text, _part_start(text, start, at), at) or _RATE_RE.match(text, number[1])
    ):
        return False
    if not thing:
        return _is_limit(text, start, at, number[1])
    head = text[start:at]
    if (
        strict
        or _SIZE_RE.search(head)
        or _ASKED_RE.search(head)
        or _EACH_RE.search(head)
        or is_object(text, start, at)
    ):
        return True
    if end is not None and shares_verb(text, end, at):
        return True
    between = text[end : number[0]] if end is not None else ":"
    return ":" not in between and between.count("(") <= between.count(")") and bool(_LINK_RE.search(head))


def is_object(text: str, start: int, at: int) -> bool:
    """Whether a number is what a verb of doing has as its object: "thay 120 bóng đèn", "khám cho 560 người".

    >>> text = "Thay 120 bóng đèn tại 12 phòng"
    >>> is_object(text, 0, text.index("120")), is_object(text, 0, text.index("12 phòng"))
    (True, False)
    """
    begin = max(_part_start(text, start, at), at - _FAR)
    words = text[begin:at]
    for word in reversed(list(_WORD_RE.finditer(words))[-_WORDS:]):
        lowered = words[word.start()].lower() + words[word.start() + 1 :]
        if starts_doing(f"{lowered}0 a", 0, len(lowered) + 3):
            return _NO_ASK_RE.match(lowered) is None
        if words[word.start()].isdigit() or _AWAY_RE.match(words, word.start()):
            return False
    return False


def shares_verb(text: str, end: int, at: int) -> bool:
    """Whether a number belongs to another body that shares the verb said before: "trồng 40 cây, Đoàn Thanh niên 60 cây".

    >>> text = "Hội Nông dân trồng 40 cây, Đoàn Thanh niên 60 cây"
    >>> shares_verb(text, text.index(" cây"), text.index("60"))
    True
    """
    between = _SHARES_RE.fullmatch(text, end, at)
    return between is not None and read_sharer(text, between.start("who"), at + 1)[1] == at - 1


def share_start(text: str, end: int, at: int) -> int:
    """Where the comma before such a body stands; ``at`` where there is none."""
    return text.index(",", end, at) if shares_verb(text, end, at) else at


def _part_start(text: str, start: int, at: int) -> int:
    """Where the part of the clause begins that holds ``at``: behind the last comma, where a verb or a body follows it."""
    comma = max(text.rfind(mark, start, at) for mark in (", ", "; ", ": "))
    if comma < 0:
        return start
    verb = starts_doing(text, comma + 2, at)
    return comma + 2 if verb or read_agencies(text, comma + 2)[0] else start


def _is_limit(text: str, start: int, at: int, end: int) -> bool:
    """Whether a bound closes the clause: "mật độ lăng quăng phải dưới 15"."""
    closes = re.compile(r"\s*(?:[.;,)]|$)").match(text, end)
    return closes is not None and _LIMIT_RE.search(text, max(start, at - 30), end) is not None


def asks_before(words: str) -> bool:
    """Whether words end with a verb that asks for what follows.

    >>> asks_before("Năm 2026 kiểm tra "), asks_before("Tỷ lệ hộ nghèo ")
    (True, False)
    """
    return _ASKED_RE.search(words) is not None


def cut_verb(words: str) -> str:
    """Leave off the verb of the next number of a list.

    >>> cut_verb(" em biết bơi, trồng ")
    ' em biết bơi'
    """
    return _NEXT_VERB_RE.sub("", words)


def is_part(text: str, start: int, at: int, before: str) -> bool:
    """Whether "6/6 thôn" or "ít nhất 2/3 số hộ" is to be reached: all of them, or a share with a comparing word.

    >>> text = "Kiểm tra ít nhất 2/3 số hộ kinh doanh"
    >>> is_part(text, 0, text.index("2"), "ít nhất "), is_part("Tại 5/12 xã", 0, 4, "")
    (True, False)
    """
    whole = re.compile(r"(\d+)/(\d+)").match(text, at)
    if whole is None or tells_present(text, start, at):
        return False
    compared = re.search(r"(?i)nhất|thiểu|trên|hơn|dưới|vượt", before)
    return is_share_of_all(text, at) or (bool(compared) and int(whole[1]) < int(whole[2]))


def is_share_of_all(text: str, at: int) -> bool:
    """Whether "n/n things" stands at ``at``: all of them; 9/10 or a date is not.

    >>> is_share_of_all("6/6 thôn có tổ tự quản", 0), is_share_of_all("9/10 xã", 0), is_share_of_all("2/2 năm", 0)
    (True, False, False)
    """
    match = _ALL_RE.match(text, at)
    return match is not None and int(match[1]) == int(match[2]) > 1
