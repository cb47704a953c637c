"""What a legal text allows or amends: words that look like a duty and ask nobody for anything.

"có quyền", "có thể" and "được" before a verb give a right; "Sửa đổi khoản 2 Điều 5", "Thay thế cụm từ ..." change another
text (Decree 78/2025/NĐ-CP); a line that ends in "có quyền:" or "bao gồm:" opens a list of rights or of things.
"""

from __future__ import annotations

import re

from ingest.facts.patterns import TYPE_PATTERN

__all__ = [
    "allows",
    "amends",
    "describes_only",
    "empowers",
    "lists_rights",
    "lists_things",
    "sets_condition",
    "takes_step",
]

_RIGHT = r"(?:có\s+(?:quyền|thể)|được\s+(?:quyền|phép))"
_ALLOWS_RE = re.compile(rf"(?i)(?<!\w){_RIGHT}(?!\s+(?:hạn|lợi))(?!\w)|\sđược\s+$")
_AMENDS_RE = re.compile(
    r"(?:Sửa\s+đổi|Bổ\s+sung|Bãi\s+bỏ|Hủy\s+bỏ|Thay(?:\s+thế)?|Bỏ|Đính\s+chính|Chỉnh\s+sửa)(?:\s*(?:,|và)\s*(?:bổ\s+sung|thay\s+thế|bãi\s+bỏ))*\s+(?:(?:các|một\s+số|toàn\s+bộ|thêm|tên)\s+)*"
    r"(?:(?:cụm\s+)?từ(?=\s+[“\"])|(?:khoản|Khoản|Điều|Chương|Mục|mục|Phụ\s+lục|Mẫu|mẫu|tiết|gạch\s+đầu\s+dòng)\s+(?:số\s+)?[\dIVX]|(?:điểm|Điểm)\s+[a-zđ](?!\w)|đoạn\s+|cụm\s+từ|quy\s+định\s+tại\s|nội\s+dung\s+tại\s|Điều(?!\w)|điều(?=,|\s+của))"
)
# "Kể từ ngày Thông tư này có hiệu lực, Thông tư số 6/2021/TT-BYT ... hết hiệu lực thi hành."
_CEASES_RE = re.compile(
    rf"(?:Kể\s+từ\s[^,;]{{5,80}},\s+)?(?:{TYPE_PATTERN})\s+(?:số\s+)?\d[^;]*\shết\s+hiệu\s+lực(?:\s+thi\s+hành)?(?=\s*(?:[.;,”]|$)|\s+(?:kể\s+)?từ)"
)
_POWER_RE = re.compile(r"(?<!người)(?<!bên)\scó\s+(?:thẩm\s+)?quyền(?:\s+(?:xử\s+)?phạt(?!\w)|\s*:?\s*$)")
# "hoàn thành xuất sắc nhiệm vụ được khen thưởng", "do Bộ trưởng thành lập có thẩm quyền xử phạt": what they get or may do.
_FITS = r"(?:(?:trực\s+tiếp|đang|đã)\s+)?(?:hoàn\s+thành|đạt|tham\s+gia|có|nhận|đáp\s+ứng|giữ|công\s+tác|(?:giảng\s+)?dạy|tốt\s+nghiệp|đủ|chuyển|mắc|dự|tự\s+nguyện|bồi\s+dưỡng|nghỉ|sử\s+dụng|áp\s+dụng|đầu\s+tư|hoạt\s+động)(?!\w)"
_GETS_RE = re.compile(
    rf"{_FITS}[^,;:.]{{2,160}}?(?<!người)(?<!tượng)(?<!hợp)(?<!hộ)(?<!nhân)(?<!chức)(?<!sở)(?<!vị)(?<!nghiệp)(?<!sinh)(?<!viên)(?<!em)(?<!động)(?<!dân)(?<!bệnh)(?<!lương)(?<!thưởng)(?<!tiền)\s(?:sẽ\s+)?được\s+(?:[^\s,;:.]+\s+){{0,6}}?"
    r"(?:hưởng|khen\s+thưởng|biểu\s+dương|hướng\s+dẫn|tập\s+huấn|bồi\s+(?:dưỡng|thường)|đào\s+tạo|hỗ\s+trợ|miễn|giảm|ưu\s+tiên|cộng|(?:chi\s+)?trả|thanh\s+toán|hạch\s+toán|nghỉ|xem\s+xét|xét|lựa\s+chọn)(?!\w)"
    rf"|{_FITS}[^;:.]{{2,240}}?\ssẽ\s+(?:được|bị)\s|[^;:.]{{2,240}}?\s(?:thành\s+lập|bổ\s+nhiệm|quyết\s+định|ủy\s+quyền)\s+có\s+(?:thẩm\s+)?quyền\s"
)
# "Giảng viên không hoàn thành nhiệm vụ, ...": whom a rule is about. "đề xuất (Ký tên, đóng dấu)": the foot of a form.
_FAULT_RE = re.compile(
    r"không\s+(?:hoàn\s+thành|thực\s+hiện|chấp\s+hành|tuân\s+thủ|đạt|đủ|đúng)(?!\w)|[^;:.(]{0,60}\((?:[Kk]ý|[Cc]hữ\s+ký)(?!\w)"
)
# A step of a procedure, also in a list of what is told: "a) Chủ tàu gửi hồ sơ ...".
_STEP_RE = re.compile(
    r"(?:phải\s+)?(?:gửi|nộp|trình|lập|thông\s+báo|tiếp\s+nhận|thẩm\s+định|xem\s+xét|quyết\s+định|công\s+bố|báo\s+cáo|ban\s+hành|hoàn\s+thiện|kiểm\s+tra|trả\s+kết\s+quả)(?!\w)"
)
_CONDITION_RE = re.compile(
    r"(?:(?:phải|cần)\s+)?(?:đáp\s+ứng|đạt|bảo\s+đảm|đảm\s+bảo)\s+(?:đủ\s+|đầy\s+đủ\s+)?(?:các\s+|những\s+|một\s+trong\s+các\s+)?(?:điều\s+kiện|tiêu\s+chuẩn|tiêu\s+chí|yêu\s+cầu)(?!\w)"
)
# "có nhiệm vụ, quyền hạn sau đây:" opens duties as well.
_RIGHTS_RE = re.compile(
    rf"(?i)\s{_RIGHT}(?:\s+[^\s:,;.]+){{0,14}}\s*:$|(?:^|\s)(?<!vụ,\s)(?<!vụ\svà\s)(?<!nhiệm,\s)(?<!nhiệm\svà\s)quyền(?:\s+(?:hạn|lợi))?\s+(?:sau|sau\s+đây|như\s+sau)\s*:$"
)
_KIND = r"(?:thông\s+tin|tài\s+liệu|giấy\s+tờ|hồ\s+sơ|thành\s+phần|tiêu\s+chí|tiêu\s+chuẩn|điều\s+kiện|yêu\s+cầu|đối\s+tượng|hình\s+thức|nguyên\s+tắc|trường\s+hợp|yếu\s+tố|khoản(?!\s+\d)|nguồn|loại|mức|căn\s+cứ|hành\s+vi|chức\s+danh)"
_THINGS_RE = re.compile(
    rf"(?i)(?:(?<!\w)(?:gồm(?:\s+(?:có|các))?|bao\s+gồm)(?:\s+[^\s:,;.]+){{0,5}}|(?<!\w){_KIND}(?:\s+[^\s:,;.]+){{0,4}}\s+(?:sau|sau\s+đây|như\s+sau|dưới\s+đây))\s*:$"
)
# "Trách nhiệm của Sở Y tế bao gồm:", "thực hiện các nhiệm vụ, gồm:": tasks all the same.
_TASKS_RE = re.compile(
    r"(?i)(?<!\w)(?:nhiệm\s+vụ|trách\s+nhiệm|nghĩa\s+vụ|công\s+việc|giải\s+pháp|biện\s+pháp|hoạt\s+động)(?!\w)[^:;.]{0,90}:$"
)


def allows(text: str, start: int, end: int) -> bool:
    """Tell whether the words between who acts and the verb give a right: "được | quyết định", "có thể | giao".

    >>> allows("Sở Y tế có thể giao", 0, 15), allows("Sở Y tế được giao", 0, 13), allows("Sở Y tế phải giao", 0, 13)
    (True, True, False)
    """
    return _ALLOWS_RE.search(text, start, end) is not None


def empowers(text: str, at: int, end: int) -> bool:
    """Tell whether a clause gives power behind words that go on with a name: "Trưởng đoàn | thanh tra cấp bộ có quyền phạt ...".

    >>> text = "thanh tra cấp bộ có quyền phạt cảnh cáo"
    >>> empowers(text, 0, len(text)), empowers("hướng dẫn người có quyền lợi liên quan", 0, 38)
    (True, False)
    """
    return _POWER_RE.search(text, at, end) is not None


def amends(text: str, at: int = 0) -> bool:
    """Tell whether a clause changes a part of a legal text, or ends one.

    >>> amends("Bãi bỏ khoản 2 Điều 7"), amends("Sửa đổi, bổ sung quy chế làm việc")
    (True, False)
    """
    return _AMENDS_RE.match(text, at) is not None or _CEASES_RE.match(text, at) is not None


def sets_condition(text: str, predicate: int) -> bool:
    """Tell whether a predicate says what somebody has to be, not to do: "phải đáp ứng các tiêu chuẩn ...".

    >>> sets_condition("phải đáp ứng đủ điều kiện", 0), sets_condition("phải nộp đơn", 0)
    (True, False)
    """
    return _CONDITION_RE.match(text, predicate) is not None


def describes_only(text: str, predicate: int, end: int) -> bool:
    """Tell whether a verb behind common nouns only says who is meant: they get, may do or fail to do something.

    >>> words = "hoàn thành tốt nhiệm vụ được khen thưởng"
    >>> describes_only(words, 0, len(words)), describes_only("nộp đơn để được xét", 0, 5)
    (True, False)
    """
    return any(shape.match(text, predicate, end) is not None for shape in (_GETS_RE, _FAULT_RE))


def takes_step(text: str, predicate: int) -> bool:
    """Tell whether a verb is a step of a procedure, which somebody takes even in a list of cases.

    >>> takes_step("gửi hồ sơ", 0), takes_step("cung cấp giấy tờ giả", 0)
    (True, False)
    """
    return _STEP_RE.match(text, predicate) is not None


def lists_rights(text: str) -> bool:
    """Tell whether a line opens a list of what somebody may do.

    >>> lists_rights("2. Chủ rừng có quyền:"), lists_rights("2. Chủ rừng có trách nhiệm:")
    (True, False)
    """
    return _RIGHTS_RE.search(text.rstrip()) is not None


def lists_things(text: str) -> bool:
    """Tell whether a line opens a list of things, not of what is to be done.

    >>> lists_things("Hồ sơ bao gồm:"), lists_things("trong các trường hợp sau đây:"), lists_things("thực hiện:")
    (True, True, False)
    """
    words = text.rstrip()
    return _THINGS_RE.search(words) is not None and not _TASKS_RE.search(words)
