"""What a legal text allows or amends: words that look like a duty and ask nobody for anything.

"có quyền", "có thể" and "được" before a verb give a right; "Sửa đổi khoản 2 Điều 5", "Thay thế cụm từ ..." change another
text (Decree 78/2025/NĐ-CP); a line that ends in "có quyền:" or "bao gồm:" opens a list of rights or of things.
"""

from __future__ import annotations

import re

from ingest.facts.language.patterns import TYPE_PATTERN
from ingest.spelling import spaced, spaced_re

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
_AMENDS_RE = spaced_re(
    r"(?:Sửa đổi|Bổ sung|Bãi bỏ|Hủy bỏ|Thay(?: thế)?|Bỏ|Đính chính|Chỉnh sửa)(?:\s*(?:,|và)\s*(?:bổ sung|thay thế|bãi bỏ))* (?:(?:các|một số|toàn bộ|thêm|tên) )*"
    r"(?:(?:cụm )?từ(?= [“\"])|(?:khoản|Khoản|Điều|Chương|Mục|mục|Phụ lục|Mẫu|mẫu|tiết|gạch đầu dòng) (?:số )?[\dIVX]|(?:điểm|Điểm) [a-zđ](?!\w)|đoạn |cụm từ|quy định tại\s|nội dung tại\s|Điều(?!\w)|điều(?=,| của))"
)
# "Kể từ ngày Thông tư này có hiệu lực, Thông tư số 6/2021/TT-BYT ... hết hiệu lực thi hành."
_CEASES_RE = spaced_re(
    rf"(?:Kể từ\s[^,;]{{5,80}}, )?(?:{TYPE_PATTERN}) (?:số )?\d[^;]*\shết hiệu lực(?: thi hành)?(?=\s*(?:[.;,”]|$)| (?:kể )?từ)"
)
_POWER_RE = spaced_re(r"(?<!người)(?<!bên)\scó (?:thẩm )?quyền(?: (?:xử )?phạt(?!\w)|\s*:?\s*$)")
# "hoàn thành xuất sắc nhiệm vụ được khen thưởng", "do Bộ trưởng thành lập có thẩm quyền xử phạt": what they get or may do.
_FITS = spaced(
    r"(?:(?:trực tiếp|đang|đã) )?(?:hoàn thành|đạt|tham gia|có|nhận|đáp ứng|giữ|công tác|(?:giảng )?dạy|tốt nghiệp|đủ|chuyển|mắc|dự|tự nguyện|bồi dưỡng|nghỉ|sử dụng|áp dụng|đầu tư|hoạt động)(?!\w)"
)
_GETS_RE = spaced_re(
    rf"{_FITS}[^,;:.]{{2,160}}?(?<!người)(?<!tượng)(?<!hợp)(?<!hộ)(?<!nhân)(?<!chức)(?<!sở)(?<!vị)(?<!nghiệp)(?<!sinh)(?<!viên)(?<!em)(?<!động)(?<!dân)(?<!bệnh)(?<!lương)(?<!thưởng)(?<!tiền)\s(?:sẽ )?được (?:[^\s,;:.]+ ){{0,6}}?"
    r"(?:hưởng|khen thưởng|biểu dương|hướng dẫn|tập huấn|bồi (?:dưỡng|thường)|đào tạo|hỗ trợ|miễn|giảm|ưu tiên|cộng|(?:chi )?trả|thanh toán|hạch toán|nghỉ|xem xét|xét|lựa chọn)(?!\w)"
    rf"|{_FITS}[^;:.]{{2,240}}?\ssẽ (?:được|bị)\s|[^;:.]{{2,240}}?\s(?:thành lập|bổ nhiệm|quyết định|ủy quyền) có (?:thẩm )?quyền\s"
)
# "Giảng viên không hoàn thành nhiệm vụ, ...": whom a rule is about. "đề xuất (Ký tên, đóng dấu)": the foot of a form.
_FAULT_RE = spaced_re(
    r"không (?:hoàn thành|thực hiện|chấp hành|tuân thủ|đạt|đủ|đúng)(?!\w)|[^;:.(]{0,60}\((?:[Kk]ý|[Cc]hữ ký)(?!\w)"
)
# A step of a procedure, also in a list of what is told: "a) Chủ tàu gửi hồ sơ ...".
_STEP_RE = spaced_re(
    r"(?:phải )?(?:gửi|nộp|trình|lập|thông báo|tiếp nhận|thẩm định|xem xét|quyết định|công bố|báo cáo|ban hành|hoàn thiện|kiểm tra|trả kết quả)(?!\w)"
)
_CONDITION_RE = spaced_re(
    r"(?:(?:phải|cần) )?(?:đáp ứng|đạt|bảo đảm|đảm bảo|có) (?:đủ |đầy đủ )?(?:các |những |một trong các )?(?:điều kiện|tiêu chuẩn|tiêu chí|yêu cầu)(?!\w)"
)
# "có nhiệm vụ, quyền hạn sau đây:" opens duties as well.
_RIGHTS_RE = spaced_re(
    rf"(?i)\s{_RIGHT}(?: [^\s:,;.]+){{0,14}}\s*:$|(?:^|\s)(?<!vụ,\s)(?<!vụ\svà\s)(?<!nhiệm,\s)(?<!nhiệm\svà\s)quyền(?: (?:hạn|lợi))? (?:sau|sau đây|như sau)\s*:$"
)
_KIND = spaced(
    r"(?:thông tin|tài liệu|giấy tờ|hồ sơ|thành phần|tiêu chí|tiêu chuẩn|điều kiện|yêu cầu|đối tượng|(?:hình|phương|cách) thức|nguyên tắc|trường hợp|yếu tố|khoản(?! \d)|nguồn|loại|mức|căn cứ|hành vi|chức danh)"
)
_THINGS_RE = spaced_re(
    rf"(?i)(?:(?<!\w)(?:gồm(?: (?:có|các))?|bao gồm)(?: [^\s:,;.]+){{0,5}}|(?<!\w){_KIND}(?: [^\s:,;.]+){{0,4}} (?:sau|sau đây|như sau|dưới đây))\s*:$"
)
# "thu hồi trong các trường hợp sau:", "bằng một trong các phương thức sau:", whatever is done in them.
_CASES_RE = spaced_re(
    r"(?i)(?<!\w)(?:trường hợp|một trong (?:các|những) (?!(?:nhiệm|biện|giải|công|hoạt|trách|nội)(?!\w))[^\s:,;.]+(?: [^\s:,;.]+){0,2}) (?:sau|sau đây|như sau|dưới đây)(?: [^\s:,;.]+){0,12}\s*:$"
)
# "Trách nhiệm của Sở Y tế bao gồm:", "thực hiện các nhiệm vụ, gồm:": tasks all the same.
_TASKS_RE = spaced_re(
    r"(?i)(?<!\w)(?:nhiệm vụ|trách nhiệm|nghĩa vụ|công việc|giải pháp|biện pháp|hoạt động)(?!\w)[^:;.]{0,90}:$"
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
    told = _THINGS_RE.search(words) is not None and not _TASKS_RE.search(words)
    return told or _CASES_RE.search(words) is not None
