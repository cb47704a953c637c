"""Why words of the parent are not in the child: a cause that code can ask about, and its Vietnamese words for people.

Rules give and compare causes; ``Cause.said`` is for what an officer reads (page, trace, coverage) and for nothing else.
The causes of duties that only some bodies can have are those of data/level_duties.tsv.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

__all__ = [
    "BY_WORDS",
    "CHARGED",
    "FORM",
    "REVIEW",
    "TARGETS",
    "Cause",
    "Duty",
    "Why",
    "charged_to",
    "duty_named",
    "no_text_of_plan",
]

_ANNEX_NOTE_RE = re.compile(r"(?i)\([^()]*phụ lục[^()]*\)\.?")

Duty = Literal[
    "council",
    "armed",
    "justice",
    "boundaries",
    "residents",
    "dialogue",
    "service_centre",
    "provincial_index",
    "border",
    "advice_to_council",
    "leaders_above",
    "inspections",
    "press",
    "whole_province",
    "persons",
    "companies",
    "enacting",
    "of_province",
    "procedures",
    "investigation",
    "customs",
    "governing",
    "authority",
    "provincial_economy",
    "advice",
    "tax",
    "debt",
    "penalties",
    "economy",
    "conferences",
    "policies",
    "treaties",
    "enterprises",
    "central",
]
"""A duty that only some levels or bodies can have."""
Form = Literal[
    "closing",
    "lead_in",
    "told_above",
    "emptied",
    "annex_pointer",
    "issuer_name",
    "said_elsewhere",
    "footnote",
    "article",
    "annex_title",
    "annexed",
    "signature",
    "self",
    "officer",
]
"""Words of the parent's form, or told in another place of the draft."""
Why = (
    Duty
    | Form
    | Literal[
        "others",
        "led_elsewhere",
        "pointed",
        "place",
        "field",
        "part_of_others",
        "school_level",
        "level",
        "asked_of_others",
        "judged",
        "ruled",
        "past",
        "target_of_others",
        "target_of_whole",
        "target_of_communes",
        "target_of_residents",
        "target_of_field",
        "rank",
        "gap",
        "money",
        "led_above",
        "system_above",
        "works",
        "vision",
        "figures_above",
        "slipped",
        "unread",
    ]
)

_RESIDENTS = "Nhiệm vụ gắn với địa bàn dân cư, do chính quyền địa phương thực hiện"
_SAID: dict[Why, str] = {
    "council": "Nhiệm vụ của Hội đồng nhân dân, đại biểu dân cử; đơn vị không có thẩm quyền",
    "armed": "Nhiệm vụ của lực lượng vũ trang",
    "justice": "Nhiệm vụ của cơ quan tư pháp, tòa án, viện kiểm sát",
    "boundaries": "Thẩm quyền của cấp trên về đơn vị hành chính",
    "residents": _RESIDENTS,
    "dialogue": "Chế độ đối thoại của người đứng đầu chính quyền địa phương",
    "service_centre": "Nhiệm vụ của Trung tâm Phục vụ hành chính công cấp xã",
    "provincial_index": "Chỉ số của cấp tỉnh",
    "border": "Nhiệm vụ gắn với địa bàn biên giới",
    "advice_to_council": "Nhiệm vụ tham mưu của cơ quan được giao chủ trì",
    "leaders_above": "Nhiệm vụ của lãnh đạo UBND cấp trên",
    "inspections": "Nhiệm vụ kiểm tra, thanh tra của cấp trên đối với nhiều đơn vị",
    "press": "Nhiệm vụ của cơ quan báo chí",
    "whole_province": "Chỉ tiêu, số liệu chung của toàn tỉnh, không giao riêng cho đơn vị",
    "persons": "Trách nhiệm của tổ chức, cá nhân; không phải nhiệm vụ của đơn vị",
    "companies": "Trách nhiệm của doanh nghiệp, đơn vị cung ứng dịch vụ",
    "enacting": "Quy định của văn bản cấp trên, không phải nhiệm vụ",
    "of_province": "Tiêu chí, nhiệm vụ của cấp tỉnh",
    "procedures": "Thủ tục do cơ quan hành chính giải quyết, đơn vị không có thẩm quyền",
    "investigation": "Nhiệm vụ của cơ quan điều tra, lực lượng Công an",
    "customs": "Nhiệm vụ của cơ quan xuất nhập cảnh, hải quan, biên phòng",
    "governing": "Nhiệm vụ quản lý nhà nước; đơn vị không có thẩm quyền",
    "authority": "Quản lý nhà nước, ban hành văn bản quy phạm pháp luật; đơn vị không có thẩm quyền",
    "provincial_economy": "Chỉ tiêu kinh tế chung của cấp tỉnh",
    "advice": "Nhiệm vụ tham mưu cho UBND tỉnh, thành phố",
    "tax": "Nhiệm vụ của cơ quan thuế",
    "debt": "Nhiệm vụ về vay, nợ của ngân sách cấp tỉnh",
    "penalties": "Thẩm quyền xử lý vi phạm của cơ quan nhà nước",
    "economy": "Lĩnh vực kinh tế, đầu tư; không thuộc chức năng của đơn vị",
    "conferences": "Hội nghị, hội thi chung của cấp trên",
    "policies": "Chính sách của cấp trên; đơn vị không có thẩm quyền",
    "treaties": "Cam kết quốc tế của Nhà nước; đơn vị không có thẩm quyền",
    "enterprises": "Hỗ trợ, phát triển doanh nghiệp; không thuộc chức năng của đơn vị",
    "central": "Thẩm quyền của Chính phủ, bộ, ngành Trung ương",
    "others": "Thuộc trách nhiệm của {told}",
    "led_elsewhere": "Thuộc trách nhiệm của {told} (giao ở mục khác)",
    "pointed": "Thuộc trách nhiệm của {told}",
    "place": "Nhiệm vụ, chỉ tiêu của địa bàn khác: {told}",
    "field": "Lĩnh vực {told}, không thuộc chức năng của đơn vị",
    "part_of_others": "Phần dành cho cơ quan, tổ chức khác: {told}",
    "school_level": "Phần của cấp học khác: {told}",
    "level": "Phần của cấp khác: {told}",
    "asked_of_others": "Đề nghị đối với cơ quan, tổ chức khác: {told}",
    "judged": "Tiêu chí, cách thức đánh giá, khen thưởng do cấp trên quy định; thực hiện theo văn bản gốc",
    "ruled": "Quy định áp dụng trực tiếp theo văn bản cấp trên; kế hoạch chỉ nêu việc đơn vị được giao",
    "past": "Phần đánh giá tình hình, kết quả của cấp trên; không phải nhiệm vụ",
    "target_of_others": "Chỉ tiêu của {told}",
    "target_of_whole": "Chỉ tiêu chung của cấp trên, không giao riêng cho đơn vị",
    "target_of_communes": "Chỉ tiêu tính trên số xã, phường của cấp trên: cần xác định mức của đơn vị",
    "target_of_residents": "Chỉ tiêu của dân cư, doanh nghiệp, đoàn thể trên địa bàn; không thuộc đơn vị",
    "target_of_field": "Chỉ tiêu thuộc lĩnh vực {told}, không thuộc chức năng của đơn vị",
    "rank": "Chỉ số, thứ hạng của cấp trên",
    "gap": "Mức cấp trên còn để trống",
    "money": "Kinh phí của cấp trên, không phân cho đơn vị",
    "led_above": "Tổ chức chỉ đạo, điều hành của cấp trên",
    "system_above": "Văn bản, hệ thống của cấp trên",
    "works": "Việc đầu tư, mua sắm, sửa chữa của cấp trên",
    "vision": "Tầm nhìn dài hạn của cấp trên",
    "figures_above": "Số liệu chung của cấp trên, thực hiện theo phụ lục gốc",
    "closing": "Lời kết của cấp trên, thay bằng lời kết của đơn vị",
    "lead_in": "Lời dẫn của cấp trên, thay bằng căn cứ của đơn vị",
    "told_above": "Phân công của cấp trên, đã xét ở nhiệm vụ nêu ngay trước",
    "emptied": "Không còn nội dung thuộc đơn vị",
    "annex_pointer": "Chỉ dẫn tới phụ lục của cấp trên",
    "issuer_name": "Tên cơ quan ban hành của cấp trên",
    "said_elsewhere": "Đã nêu ở mục khác của dự thảo",
    "footnote": "Chú thích của kế hoạch cấp trên, tra cứu tại văn bản gốc",
    "article": "Điều khoản ban hành văn bản của cấp trên",
    "annex_title": "Tiêu đề phụ lục của cấp trên",
    "annexed": "Nội dung phụ lục của cấp trên, không giao cho đơn vị; tra cứu tại văn bản gốc",
    "signature": "Nơi nhận và chữ ký của cấp trên",
    "self": "Đơn vị không phối hợp với chính mình",
    "officer": "Cán bộ bỏ",
    "slipped": "Hàng của phụ lục cấp trên bị lệch cột: cần xem lại ({told})",
    "unread": "Chưa xếp được vào mục nào của dự thảo: cần xem lại",
}

CHARGED: frozenset[Why] = frozenset({"others", "led_elsewhere", "pointed"})
"""Other bodies are charged with it by name."""
TARGETS: frozenset[Why] = frozenset(
    {
        "target_of_others",
        "target_of_whole",
        "target_of_communes",
        "target_of_residents",
        "target_of_field",
        "whole_province",
        "provincial_economy",
    }
)
"""A target, left out as a target."""
BY_WORDS: frozenset[Why] = frozenset(
    {
        "field",
        "economy",
        "governing",
        "authority",
        "works",
        "vision",
        "conferences",
        "policies",
        "enterprises",
        "treaties",
        "central",
        "system_above",
        "school_level",
    }
)
"""Told by a clause's own words, not by who acts: it says nothing of the clause that follows."""
FORM: frozenset[Why] = frozenset(get_args(Form))
"""Words of the parent's form, or told in another place of the draft: no one's task is lost by it."""
REVIEW: frozenset[Why] = frozenset({"slipped", "unread"})
"""An officer has to look at it."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Why words are left out; ``told``: the bodies, place, field or heading that the cause is about."""

    why: Why
    told: str = ""

    def said(self) -> str:
        """The cause in Vietnamese.

        >>> Cause("field", "y tế").said(), charged_to(["Sở Y tế", "Sở Y tế", "Sở Nội vụ"]).said()
        ('Lĩnh vực y tế, không thuộc chức năng của đơn vị', 'Thuộc trách nhiệm của Sở Y tế, Sở Nội vụ')
        """
        return _SAID[self.why].replace("{told}", self.told)


def charged_to(names: tuple[str, ...] | list[str]) -> Cause:
    """The cause of what other bodies are charged with."""
    return Cause("others", ", ".join(dict.fromkeys(names)))


def duty_named(name: str) -> Duty:
    """The duty that a row of data/level_duties.tsv names; ValueError where there is none such."""
    known: tuple[Duty, ...] = get_args(Duty)
    return known[known.index(name)]


def no_text_of_plan(text: str) -> Cause | None:
    """Why a line is no text of the plan: it points to an annex, or repeats the issuer's name in capitals.

    >>> no_text_of_plan("(Chi tiết tại Phụ lục kèm theo)."), no_text_of_plan("Rà soát hộ nghèo.")
    (Cause(why='annex_pointer', told=''), None)
    """
    if _ANNEX_NOTE_RE.fullmatch(text.strip(" *")):
        return Cause("annex_pointer")
    named = text.isupper() and re.match(r"ỦY BAN|UBND|SỞ |BAN |ĐẢNG ỦY|TM\.", text)
    return Cause("issuer_name") if named else None
