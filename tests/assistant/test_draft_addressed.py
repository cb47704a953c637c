"""By what a parent addresses a unit that it does not name: its nature, its class, its role; each row is a class of fault once seen, on invented text."""

from __future__ import annotations

import pytest

from assistant.draft.draft import draft_plan
from assistant.draft.model import Draft
from assistant.draft.profile import UnitProfile
from ingest.pipeline import plan_from_text
from ingest.plan import Plan, RawText

WOMEN = UnitProfile("Hội Liên hiệp Phụ nữ tỉnh Sơn Hà", "agency", parent="Ủy ban MTTQ tỉnh", year=2026)
WATER = UnitProfile("Công ty TNHH MTV Cấp nước Sơn Hà", "agency", year=2026)
ARMY = UnitProfile("Bộ Chỉ huy Quân sự tỉnh Sơn Hà", "agency", year=2026)
CENTRE = UnitProfile("Trung tâm chính trị phường Bình Minh", "school", parent="Đảng ủy phường Bình Minh")
POST = UnitProfile("Bưu điện tỉnh Sơn Hà", "agency", roles=("tổ chức cung cấp dịch vụ chi trả",), year=2026)
UNIVERSITY = UnitProfile("Trường Đại học Sơn Hà", "school", year=2026)


def parent(body: str, title: str = "Chuyển đổi số năm 2026") -> Plan:
    text = f"KẾ HOẠCH\n{title}\n\nUBND tỉnh Sơn Hà ban hành Kế hoạch như sau:\n\n{body}\n"
    return plan_from_text(RawText("kh.txt", text))


def inner(draft: Draft) -> str:
    return "\n".join(p.text for p in draft.paragraphs if p.kind not in {"title", "basis", "closing"})


@pytest.mark.parametrize(
    ("unit", "body", "there", "gone"),
    [
        (
            WOMEN,
            "I. TỔ CHỨC THỰC HIỆN\n1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội\n"
            "a) Vận động hội viên mở tài khoản.\n2. Sở Tài chính\na) Bố trí kinh phí.",
            "Vận động hội viên mở tài khoản",
            "Bố trí kinh phí",
        ),
        (
            WATER,
            "I. TỔ CHỨC THỰC HIỆN\n1. Các doanh nghiệp trên địa bàn tỉnh\na) Ứng dụng công nghệ số.\n"
            "2. Các doanh nghiệp viễn thông\na) Phủ sóng 5G.",
            "Ứng dụng công nghệ số",
            "Phủ sóng 5G",
        ),
        (
            ARMY,
            "I. NHIỆM VỤ\n1. Các lực lượng vũ trang tổ chức diễn tập.\n2. Sở Y tế tổ chức tiêm chủng.",
            "tổ chức diễn tập",
            "tiêm chủng",
        ),
        # A class of bodies whose name the unit's own name belongs to.
        (
            CENTRE,
            "I. NHIỆM VỤ\n1. Trung tâm chính trị xã, phường xây dựng kế hoạch bồi dưỡng.\n2. Sở Y tế tổ chức tiêm chủng.",
            "xây dựng kế hoạch bồi dưỡng",
            "Nhà trường",
        ),
        # A short name that the parent gives to that class.
        (
            CENTRE,
            "I. NHIỆM VỤ\n1. Kế hoạch áp dụng với trung tâm chính trị xã, phường (sau đây gọi tắt là Trung tâm).\n"
            "2. Hằng năm, Trung tâm báo cáo kết quả bồi dưỡng.\n3. Sở Y tế tổ chức tiêm chủng.",
            "Trung tâm báo cáo kết quả bồi dưỡng",
            "tiêm chủng",
        ),
        # A role that the profile lists, as who acts and as whom another works with.
        (
            POST,
            "I. NHIỆM VỤ\n1. Các tổ chức cung cấp dịch vụ chi trả bố trí nhân lực.\n2. Các tổ chức tín dụng mở tài khoản.",
            "Bưu điện bố trí nhân lực",
            "mở tài khoản",
        ),
        (
            POST,
            "I. NHIỆM VỤ\n1. UBND xã, phường chủ trì, phối hợp với các tổ chức cung cấp dịch vụ chi trả lập danh sách.",
            "Phối hợp với UBND xã, phường lập danh sách",
            "Phối hợp với Bưu điện",
        ),
        # A role that the parent gives to the unit, and one that it gives to another.
        (
            WOMEN,
            "I. NHIỆM VỤ\n1. Hội Liên hiệp Phụ nữ tỉnh là cơ quan thường trực Ban Vận động.\n"
            "2. Cơ quan thường trực Ban Vận động tổng hợp kết quả.",
            "tổng hợp kết quả",
            "Sở Nội vụ",
        ),
        (
            UNIVERSITY,
            "I. TỔ CHỨC THỰC HIỆN\n1. Các cơ sở đào tạo đại học, cao đẳng\na) Mở chuyên ngành mới.\n2. Các trường tiểu học\na) Dạy bơi.",
            "Mở chuyên ngành mới",
            "Dạy bơi",
        ),
    ],
)
def test_addressed(unit: UnitProfile, body: str, there: str, gone: str) -> None:
    text = inner(draft_plan(parent(body), unit))
    assert there.lower() in text.lower(), text
    assert gone not in text, text
