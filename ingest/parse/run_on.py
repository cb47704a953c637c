"""Headings that a conversion ran on into their sentence, with no mark between.

"2. Đối tượng áp dụng Tổ chức, cá nhân có liên quan ...": the text layer of the Official Gazette keeps no line ends
inside an item. Where the heading ends is told by the titles that the Law on the Promulgation of Legal Documents and
Decree 30/2020 repeat, by a capital that can only begin a sentence, or by the sentence taking up the heading's words.
"""

from __future__ import annotations

import re

from ingest.repair.labels import leaves_open
from ingest.spelling import CAPITALS

__all__ = ["run_on"]

_TITLES = (
    r"Phạm vi(?: điều chỉnh)?(?: và đối tượng áp dụng|, đối tượng áp dụng)?|Đối tượng(?: áp dụng| thụ hưởng| thực hiện)?|Hiệu lực(?: thi hành)?|(?:Trách nhiệm )?[Tt]ổ chức (?:thực hiện|thi hành)"
    r"|Trách nhiệm (?:thi hành|thực hiện)|Điều khoản (?:thi hành|chuyển tiếp|tham chiếu)|Quy định chuyển tiếp|(?:Nguồn )?[Kk]inh phí(?: thực hiện)?|Nguồn vốn|Thời gian(?: thực hiện)?|Địa điểm"
    r"|Mục tiêu(?: chung| cụ thể| tổng quát)?|Quan điểm(?: chỉ đạo)?|Mục đích(?:, yêu cầu)?|Giải thích từ ngữ|Nguyên tắc(?: chung| áp dụng| thực hiện)?|Vị trí(?: và chức năng|, vai trò)?|Tầm nhìn"
)
# "Tổ chức thực hiện Kế hoạch", "Kinh phí thực hiện Đề án" are no titles: a document follows.
_DOCUMENTS = r"(?:Kế hoạch|Đề án|Chương trình|Dự án|Tiểu dự án|Nghị quyết|Quyết định|Chỉ thị|Luật|Bộ luật|Nghị định|Thông tư|Quy chế|Quy định|Chiến lược|Kết luận|Hiệp định|Phong trào|Cuộc vận động|Đề tài|Quỹ|Hợp đồng)"
_RULES = r"này (?:quy định|hướng dẫn|áp dụng|có hiệu lực|thay thế|điều chỉnh|sửa đổi|bãi bỏ|bao gồm)"
_TITLED_RE = re.compile(
    rf"(?:{_TITLES})(?=\s+(?:{_DOCUMENTS} {_RULES}|(?!{_DOCUMENTS}(?!\w))[{CAPITALS}])[^\n]{{25,}})"
)
# Words that begin a sentence: a verb, a subject of rules, a circumstance.
_STARTS = (
    r"Các(?= Bộ| Sở| Ban| [a-zà-ỹđ])|Đối với|Tiếp tục|Triển khai|Tăng cường|Chủ trì|Chủ động|Thực hiện|Nâng cao|Đẩy mạnh|Phối hợp|Xây dựng|Căn cứ|Tham mưu|Hướng dẫn|Theo dõi|Kiểm tra|Rà soát"
    r"|Quán triệt|Tuyên truyền|Phát huy|Phát triển|Tập trung|Bảo đảm|Đảm bảo|Hoàn thiện|Hình thành|Chuyển đổi|Đổi mới|Ứng dụng|Huy động|Thúc đẩy|Nghiên cứu|Khuyến khích|Đến năm|Việc|Khi"
    r"|Trong (?:thời gian|thời hạn|quá trình)|Trường hợp|Hằng năm|Hàng năm|Định kỳ|Trên cơ sở|Tổ chức, cá nhân|Cơ quan, (?:tổ chức|đơn vị)"
    rf"|(?:Thông tư|Nghị định|Nghị quyết|Quyết định|Luật|Quy chế|Quy định|Pháp lệnh) (?={_RULES})"
)
_START_RE = re.compile(rf"(?<=[^\W\d_A-ZĐ])[”\"]?\s+(?=(?:{_STARTS})[\s,][^\n]{{25,}})")
_CAPITAL_RE = re.compile(rf"(?<=[^\W\d_A-ZĐ])\s+(?=[{CAPITALS}])")
# After these a capital is part of a name: "Văn phòng Điều phối", "Chương trình Phát triển", "Bộ Xây dựng".
_NAME_HEAD_RE = re.compile(
    rf"(?:^|\s)(?:tâm|phòng|ban|(?<!xã )hội|đoàn|cục|án|trình|hoạch|lược|tác|khối|tổ|sở|bộ|viện|quỹ|luật|(?<=vận )động|trào|đề|định|quyết|số|quy|chế|tên|khu|đầu|đến|người|ngày|điểm|ngang|hợp|trưởng|tướng|tịch|đốc|thuộc|viên|nhánh|nơi|vực|phó|quỹ [{CAPITALS}]\w+(?: \w+)?)$",
    re.IGNORECASE,
)
# A sentence, and no title: it says who does what; a body may be named in it twice.
_TELLS_RE = re.compile(
    r"(?:chịu|có) trách nhiệm|chủ trì|(?<!\w)là \d|phối hợp (?:với|cùng)|(?<!\w)(?<!và )(?:giao|đề nghị) "
)
_BODY_RE = re.compile(
    r"(?:Các )?(?:Chủ tịch|Phó|Bộ|Sở|Ủy ban|Uỷ ban|UBND|Hội|Ban|Thủ tướng|Chính phủ|Giám đốc|Thủ trưởng|Trưởng|Cục|Chi cục|Công an|Phòng|Đảng|Tỉnh|Thành|Văn phòng|Chi nhánh|Trung tâm|Viện|Trường|Đài|Báo|Cơ quan|Đơn vị|Công ty|Thanh tra|Ngân hàng|Kho bạc|Bảo hiểm)(?!\w)"
)
# "Thông tư này thay thế Thông tư 57/2019/TT-BCA": a sentence about documents names their kind again.
_ABOUT_RE = re.compile(rf"{_DOCUMENTS} (?:này|số)(?!\w)")
_SHORTEST, _LONGEST = 12, 260


def run_on(text: str) -> int:
    """How many letters of ``text`` are a heading that its sentence follows with no mark; 0 for none.

    >>> text = "Đào tạo, bồi dưỡng nhân lực Xây dựng và thực hiện kế hoạch đào tạo."
    >>> text[: run_on(text)]
    'Đào tạo, bồi dưỡng nhân lực'
    >>> text = "Hiệu lực thi hành Nghị quyết này có hiệu lực từ ngày 01 tháng 7 năm 2025."
    >>> text[: run_on(text)]
    'Hiệu lực thi hành'
    >>> run_on("Giao Văn phòng Điều phối nông thôn mới tỉnh chủ trì theo dõi việc thực hiện.")
    0
    """
    titled = _TITLED_RE.match(text)
    if titled:
        return titled.end()
    places = [found.start() for found in _START_RE.finditer(text, _SHORTEST, _LONGEST)]
    again = _taken_up(text)
    for place in sorted([*places, again] if again else places):
        head = text[:place].rstrip('”" ')
        if re.search(r"[:;.?!]", head) or _TELLS_RE.search(head) or head.count("(") != head.count(")"):
            return 0
        if not _NAME_HEAD_RE.search(head) and not leaves_open(head):
            return place
    return 0


def _taken_up(text: str) -> int:
    """Where the sentence takes up the heading's first two words: "Mức thuế của xăng, dầu Mức thuế của ..."."""
    words = text.split(maxsplit=2)
    if len(words) < 3 or "," in words[0] + words[1] or _BODY_RE.match(text) or _ABOUT_RE.match(text):
        return 0
    again = f"{words[0]} {words[1]} "
    for found in _CAPITAL_RE.finditer(text, _SHORTEST, _LONGEST):
        if text.startswith(again, found.end()):
            return found.start()
    return 0
