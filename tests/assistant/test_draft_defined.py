"""Branches that charge a collective and say themselves who that is, with general and particular duties; invented text."""

from __future__ import annotations

import pytest

from assistant.draft.draft import draft_plan
from assistant.draft.unit.profile import Division, UnitProfile
from ingest.pipeline import plan_from_text
from ingest.plan import RawText

FINANCE = UnitProfile("Sở Tài chính", "department", year=2026, divisions=(Division("Văn phòng Sở"),))
COMMUNE = UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", year=2026)
SCHOOL = UnitProfile("Trường THCS Lê Lợi", "school", parent="UBND phường Bình Minh", year=2026)
OWN = {
    FINANCE.name: "hẩm định giá tài sản",
    COMMUNE.name: "à soát nhà, đất công",
    SCHOOL.name: "iểm kê thiết bị",
}
HEADS = (
    "1. Tập thể: là các cơ quan, đơn vị, địa phương được giao quản lý tài sản, chịu trách nhiệm về các nội dung sau:",
    "1. Tập thể: Là những tập thể có tham gia quản lý tài sản, chịu trách nhiệm thực hiện các nội dung sau:",
    "1. Tập thể\nLà các cơ quan, đơn vị, địa phương quản lý tài sản, chịu trách nhiệm thực hiện các nhiệm vụ:",
    "1. Trách nhiệm của tập thể\nTập thể là các cơ quan, đơn vị, địa phương quản lý tài sản, chịu trách nhiệm về:",
    "1. Tập thể\nBao gồm các cơ quan, đơn vị, địa phương quản lý tài sản. Tập thể có nhiệm vụ:",
)
BRANCH = """
1.1. Trách nhiệm chung
a) Phổ biến quy định về sử dụng tài sản công.
b) Thực hiện các việc sau:
- Lập sổ theo dõi tài sản công.
1.2. Trách nhiệm cụ thể
1.2.1. Sở Tài chính
a) Thẩm định giá tài sản.
- Tổng hợp số liệu kiểm kê.
1.2.2. UBND các xã, phường
a) Rà soát nhà, đất công trên địa bàn.
- Sắp xếp trụ sở dôi dư.
1.2.3. Các trường học, bệnh viện
a) Kiểm kê thiết bị hằng năm.
- Sửa chữa thiết bị hỏng."""


def drafted(body: str, unit: UnitProfile) -> list[str]:
    text = f"KẾ HOẠCH\nQuản lý tài sản công năm 2026\n\nUBND tỉnh Sơn Hà ban hành Kế hoạch như sau:\n\nI. TRÁCH NHIỆM\n{body}\n"
    draft = draft_plan(plan_from_text(RawText("kh.txt", text)), unit)
    return [p.text for p in draft.paragraphs if p.kind not in {"title", "basis", "closing"}]


@pytest.mark.parametrize("unit", [FINANCE, COMMUNE, SCHOOL], ids=lambda unit: unit.name)
@pytest.mark.parametrize("head", HEADS)
def test_a_collective_with_the_unit_in_it_is_the_units(head: str, unit: UnitProfile) -> None:
    lines = drafted(head + BRANCH, unit)
    text = "\n".join(lines)
    assert "Phổ biến quy định về sử dụng tài sản công" in text
    assert "Lập sổ theo dõi tài sản công" in text
    assert {name for name, words in OWN.items() if words in text} == {unit.name}
    assert "chịu trách nhiệm" not in text
    assert "Nhiệm vụ chung của" not in text


def test_a_collective_of_others_stays_theirs() -> None:
    body = (
        "1. Tập thể: là các doanh nghiệp viễn thông, chịu trách nhiệm về các nội dung sau:\n"
        "- Lắp đặt trạm phát sóng.\n2. Sở Tài chính\n- Thẩm định giá tài sản."
    )
    text = "\n".join(drafted(body, FINANCE))
    assert "trạm phát sóng" not in text
    assert "hẩm định giá tài sản" in text


def test_what_lies_in_a_commune_is_counted_there() -> None:
    body = "1. Chỉ tiêu\n- 80% các trường học có sổ.\n- Mỗi thôn trồng ít nhất 50 cây.\n- 80% các sở có sổ riêng."
    text = "\n".join(drafted(body, COMMUNE))
    assert "80% các trường học" in text
    assert "Mỗi thôn trồng ít nhất 50 cây" in text
    assert "sổ riêng" not in text


def test_communes_told_by_their_bare_class_keep_their_clause() -> None:
    body = "1. Nhiệm vụ\n- Sở Xây dựng hướng dẫn kỹ thuật; xã, phường kiểm tra hiện trường trong 7 ngày; Sở Y tế phun thuốc."
    text = "\n".join(drafted(body, COMMUNE))
    assert "iểm tra hiện trường trong 7 ngày" in text
    assert "hướng dẫn kỹ thuật" not in text
    assert "phun thuốc" not in text


def test_the_units_share_after_a_comma_stays() -> None:
    body = "1. Nhiệm vụ\n- Sở Xây dựng chủ trì khảo sát tuyến đường mới, UBND các xã, phường bố trí người dẫn đường."
    text = "\n".join(drafted(body, COMMUNE))
    assert "ố trí người dẫn đường" in text
    assert "Sở Xây dựng chủ trì" not in text
