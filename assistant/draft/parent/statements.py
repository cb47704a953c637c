"""What stands in a plan or a regulation and is no task: a right that someone has, what a thing is, a state to be reached.

In: a clause. Out: whether it only tells so. "Nhà giáo được hưởng phụ cấp" is a right of the teachers, "Học sinh được tiêm
vắc xin" is to be done; "Dữ liệu là tài nguyên" is said of data; "Không có hộ tái nghèo" is how it shall be; rewards and sanctions are what comes of a task.
"""

from __future__ import annotations

import re

from ingest.facts.bodies.agencies import find_agencies
from ingest.facts.language.verbs import starts_predicate

__all__ = ["opens_with_person", "states_only", "tells_right"]

# Kinds of persons are told by their last syllable ("giáo viên", "học sinh", "nhà giáo") or by a noun of people.
_PERSON_RE = re.compile(
    r"(?i)\W*(?:(?:các|mỗi|những|từng|mọi|toàn thể|\d+)\s+)*"
    r"(?:(?:[^\W\d_]+\s){1,2}(?:viên|sinh|sĩ|sỹ|nhân|binh|dân)(?!\w)(?<!công viên)(?<!động viên)(?<!vệ sinh)(?<!nguyên nhân)(?<!phát sinh)(?<!cơ sinh)"
    r"|nhà (?:giáo|khoa học|báo|văn|đầu tư)|nhân (?:dân|viên|sĩ|sỹ)|(?:người|dân|bà con|đồng bào|cử tri|lao động (?:nữ|nam|là)|phụ nữ|trẻ em|trẻ|thanh niên|thiếu nhi|cán bộ|cá nhân|tổ chức|doanh nghiệp|hộ|gia đình|thân nhân|con|thầy|cô|vợ|chồng"
    r"|hợp tác xã|cộng đồng|đối tượng|chủ (?:hộ|rừng|cơ sở|xe|tàu|đầu tư|sử dụng|phương tiện))(?!\w))"
)
# A deed may be done to things; what one gets is a right whoever or whatever stands before it.
_GETS_RE = re.compile(
    r"(?i)[^.;:]{2,160}?\s(?:được|không phải)\s(?:(?:quyền|trực tiếp|xem xét|ưu tiên)\s+)*(?:hưởng|nghỉ|miễn|giảm (?:trừ|giá|tiền|lệ phí|phí|học phí|\d)|hoàn (?:trả|thuế|phí)|(?<=không phải )(?:nộp|đóng))(?!\w)"
)
# "Học sinh được tiêm vắc xin" is to be done for them; only a passive of giving or of keeping what is theirs is a right.
_RIGHT_RE = re.compile(
    r"(?i)[^.;:]{2,160}?\s(?:có quyền|được quyền|hưởng(?! (?:lợi|ứng))|được (?:bảo vệ|tôn trọng) (?:\w+ ){0,3}(?:quyền|lợi ích))(?!\w)"
)
# What the unit must see to, whoever gets it.
_ASKS_RE = re.compile(
    r"(?i)(?<!\w)(?<!không )(?:phải|không được|có trách nhiệm|có nghĩa vụ|chủ trì|bảo đảm|đảm bảo|tối thiểu|ít nhất|tối đa|không quá|chậm nhất|trước ngày|\d+\s*%)(?!\w)|\d\s*%"
)
# "Trường hợp được miễn tiền thuê thì hướng dẫn nộp giấy tờ": a right is only supposed.
_SUPPOSES_RE = re.compile(r"(?i)\W*(?:trường hợp|đối với|nếu|khi|căn cứ|theo|việc|.{3,160}\sthì)(?!\w)")
# "Không có giấy phép thì không cho thi công", "..., đình chỉ thi công": what lacks is only supposed.
_STATE_RE = re.compile(
    r"(?i)\W*không (?:có|còn)\s(?:(?!(?<!\w)(?:thì|phải|được|bị|sẽ)(?!\w)|,(?!\s(?:và )?không (?:có|còn)\s)).)*$"
)
_COPULA_RE = re.compile(
    r"(?i)[^,;:.]{3,100}?(?<!nhất)(?<!biệt)(?<!tâm)(?<!hết)(?<!yếu)(?<!gọi)(?<!tức)(?<!mà)(?<!khác)(?<!được coi)(?<!phải)(?<!tháng)(?<!đa)\slà\s(?!\d|(?:cơ quan|đơn vị)\s(?:đầu mối|thường trực|chủ trì|chủ quản))"
)
_CALLED_RE = re.compile(
    r"(?i)\W*(?!lấy|xác định|coi|xem)[^;:.]{3,120}?(?<!,)\slà\s(?:một |những )?(?:quá trình|yếu tố|điều kiện|nền tảng|động lực|khâu|trụ cột|chìa khóa|tiền đề|thước đo|lực đẩy)(?!\w)"
)

# "Đơn vị nào báo cáo chậm sẽ bị phê bình", "Khoa chậm quá 15 ngày không xét danh hiệu": what comes of it, not what to do.
_MEETS_RE = re.compile(
    r"(?i)\W*(?:(?:nếu|trường hợp|khi)\s)?(?:(?:các|những|mọi|mỗi|tập thể|người đứng đầu)\s)*(?:cơ quan|đơn vị|địa phương|tập thể|cá nhân|khoa|phòng|trường|cơ sở|chi bộ|chi hội|xã|thôn|nơi|người)"
    r"\s(?:nào|để|không(?! để| được)|chưa|chậm|vi phạm|thiếu|có(?! trách nhiệm| nhiệm vụ)|hoàn thành|đạt|xếp loại)(?!\w)[^.;]{0,120}?\s"
    r"(?:bị (?:phê bình|kiểm điểm|nhắc nhở|xử lý|xử phạt|kỷ luật|khiển trách|hạ (?:bậc|xếp loại|mức)|trừ điểm|cắt|xem xét)|(?:không|chưa) (?:được )?(?:xét|bình xét|xem xét)|được (?:khen )?thưởng)(?!\w)"
    r"(?!.*\s(?:phải|có trách nhiệm)(?!\w))"
)

_ACTOR = 120
"""Letters in which a body that acts stands."""


def opens_with_person(text: str) -> bool:
    """Whether persons, not a body or a thing, stand first.

    >>> [opens_with_person(words) for words in ("Nhà giáo công tác ở xã", "Lao động nữ", "Học viên", "Công viên", "Xe công")]
    [True, True, True, False, False]
    """
    return _PERSON_RE.match(text) is not None


def tells_right(text: str) -> bool:
    """Whether a clause tells what someone gets or may do.

    >>> rights = ("Nhân dân được bảo vệ quyền lợi", "Lệ phí được miễn cho con liệt sĩ", "Nhà giáo có quyền từ chối")
    >>> [tells_right(words) for words in rights]
    [True, True, True]
    >>> [tells_right(words) for words in ("Xe được rửa sau mỗi chuyến", "Trẻ em được tiêm chủng", "Hội viên hưởng ứng Tết trồng cây")]
    [False, False, False]
    """
    if _ASKS_RE.search(text) or _SUPPOSES_RE.match(text) or starts_predicate(text, 0):
        return False
    actor = next(iter(find_agencies(text[:_ACTOR])), None)
    if _GETS_RE.match(text) and (actor is None or actor.start > 0):
        return True
    return opens_with_person(text) and _RIGHT_RE.match(text) is not None


def states_only(text: str) -> bool:
    """Whether a sentence says what something is or shall be, and asks nothing of anybody.

    >>> [states_only(words) for words in ("Dữ liệu là tài nguyên của tỉnh.", "Không có hộ tái nghèo.")]
    [True, True]
    >>> [states_only(words) for words in ("Đơn vị nào báo cáo chậm sẽ bị phê bình", "Phòng công khai nơi bị phê bình")]
    [True, False]
    >>> [states_only(words) for words in ("Xác định dữ liệu là tài nguyên", "Không để xảy ra cháy", "Rà soát, nhất là ở chợ")]
    [False, False, False]
    """
    if _STATE_RE.match(text) or _CALLED_RE.match(text) or _MEETS_RE.match(text):
        return True
    told = None if _SUPPOSES_RE.match(text) else _COPULA_RE.match(text)
    # "Đột phá là hình thành doanh nghiệp số": what it is, is to be done.
    return told is not None and not starts_predicate(text, 0) and not starts_predicate(text, told.end())
