"""Things of a task that are counted: "thành lập 05 tổ", "tập huấn 120 cán bộ", "3/3 thôn duy trì mô hình".

Outside a heading of goals a bare number is a target only as the object of a verb of setting up, handing out,
training, keeping; a number with a comparing word wherever a noun follows it. What was already done ("đã cấp 20
bộ"), what is there ("hiện có 03 chốt") and what is supposed ("nếu thiếu 02 người") are none.
"""

from __future__ import annotations

import re

from ingest.facts.lexicon import LOWER

__all__ = ["asks_before", "counts_in_task", "cut_verb", "is_part", "is_share_of_all", "tells_present"]

_VERB = (
    r"(?:thành\s+lập(?:\s+mới)?|kiện\s+toàn|củng\s+cố|duy\s+trì|giữ\s+vững|tập\s+huấn|đào\s+tạo|bồi\s+dưỡng|huấn\s+luyện|lắp(?:\s+(?:đặt|thêm|mới|đặt\s+thêm))?"
    r"|cấp(?:\s+(?:phát|mới))?|phát(?!\s+(?:hiện|sinh))(?:\s+(?:hành|miễn\s+phí|sóng))?|trao(?:\s+tặng)?|tặng|trang\s+bị|bố\s+trí|mua(?:\s+sắm|\s+mới)?|in(?:\s+ấn)?|treo|dựng|trồng(?:\s+(?:mới|thêm|dặm))?"
    r"|xây(?:\s+(?:mới|dựng(?:\s+mới)?))?|mở(?:\s+mới)?|tổ\s+chức|hình\s+thành|kết\s+nạp|phát\s+triển(?:\s+mới)?|tuyển(?:\s+dụng)?|nhân\s+rộng|thành\s+lập\s+và\s+duy\s+trì|biên\s+soạn|sản\s+xuất|đăng(?:\s+tải)?"
    r"|hỗ\s+trợ|sửa\s+chữa|nâng\s+cấp|huy\s+động|tiêm(?:\s+phòng)?|khám(?:\s+sàng\s+lọc)?|diễn\s+tập|ra\s+quân|kiểm\s+tra|giám\s+sát|thanh\s+tra|dự\s+trữ|chuẩn\s+bị|gửi|cử|chọn|lựa\s+chọn|xóa|vận\s+động|thu\s+hút|giải\s+quyết|hoàn\s+thành|đăng\s+ký|bảo\s+đảm|đảm\s+bảo|giảm|tăng)"
)
_ASKED_RE = re.compile(
    rf"(?i)(?<!\w){_VERB}(?:\s+(?:đủ|được|thêm|mới|cho|có|đạt|tổng\s+số|đồng\s+thời))?\s+$"
)
_DONE_RE = re.compile(
    r"(?i)(?<!\w)(?:đã|hiện\s+(?:nay|có|đang|tại|còn)|hiện\s*,|trong\s+năm\s+qua|thời\s+gian\s+qua|vừa\s+qua|năm\s+trước|cùng\s+kỳ|so\s+với|nếu|trường\s+hợp|thì|khi\s+có"
    r"|gồm\s+có|kết\s+quả\s+(?:là|đạt|đã)|kinh\s+phí|dự\s+toán|mức\s+(?:phạt|chi|hưởng|thu)|thang\s+điểm|chấm|trừ|cộng)(?!\w)"
)
# Measures of time and money, parts of documents, and what only numbers things or points: no things to be reached.
_THING_RE = re.compile(
    rf"\s+(?!(?:năm|tháng|ngày|giờ|tuổi|tuần|quý|lần|phút|buổi\s+(?:sáng|chiều)|đồng|nghìn|triệu|tỷ|tỉ|nội\s+dung|nhóm|nhiệm\s+vụ|giải\s+pháp|mục\s+tiêu|chỉ\s+tiêu|chương\s+trình|yếu\s+tố|trụ\s+cột"
    rf"|cấp|tỉnh|thành|bước|vấn\s+đề|nguyên\s+tắc|phương\s+châm|luật|nghị|quyết|điểm(?!\s+\w)|bản(?!\w)|bộ\s+phận|mặt|khâu|bên|phần|kỳ|giai|thời|thứ|và|hoặc|của|đến|là|trong|theo|so|được|có|không|trở|tại|cho|với)(?!\w))[{LOWER}]{{2,}}|\s*%"
)
_LINK_RE = re.compile(
    rf"(?i)(?:,|;|(?<!\w)và|(?<!\w)cùng)\s+(?:{_VERB}\s+)?$|,\s+mỗi\s+(?:\w+,?\s+){{1,3}}(?:có\s+)?$|(?<!\w)cho\s+$"
)
_NEXT_VERB_RE = re.compile(rf"(?i)\s*(?:[,;]|(?<!\w)và)\s+{_VERB}\s*$|\s+cho\s+(?=$)")
_STRICT_RE = re.compile(
    r"(?i)ít\s+nhất|tối\s+thiểu|tối\s+đa|không\s+(?:dưới|thấp\s+hơn|ít\s+hơn|quá|vượt\s+quá|lớn\s+hơn)"
)
_ALL_RE = re.compile(
    rf"(\d+)/(\d+)\s+(?!(?:năm|tháng|ngày|giờ|tuần|điểm)(?!\w))(?![^,;.]*\s(?:đã|hiện)\s)[{LOWER}]{{2,}}"
)
_YEAR_RE = re.compile(r"(?:19|20)\d\d")


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
    if not _THING_RE.match(text, number[1]) or tells_present(text, start, number[0]):
        return False
    if _YEAR_RE.fullmatch(text[slice(*number)]):
        return False
    head = text[start : number[0] - len(before)] if before.strip() else text[start : number[0]]
    if _STRICT_RE.search(before) or _ASKED_RE.search(head):
        return True
    between = text[end : number[0]] if end is not None else ":"
    return ":" not in between and between.count("(") <= between.count(")") and bool(_LINK_RE.search(head))


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
