"""A provincial Party committee beneath a decision of the centre: what its own bodies are told, what those below are; invented text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.draft.child.figures import of_own_level
from assistant.draft.draft import draft_plan
from assistant.draft.parent.clause import Clause, Verdict, closes
from assistant.draft.unit.profile import Division, UnitProfile
from ingest.pipeline import plan_from_text
from ingest.plan import Range, RawText
from tests.assistant.draft_texts import inner, parent_of

COMMITTEE = UnitProfile(
    "Tỉnh ủy Sơn Hà",
    "party_committee",
    parent="Ban Chấp hành Trung ương",
    place="Sơn Hà",
    year=2026,
    gatherer="Văn phòng Tỉnh ủy",
    divisions=(
        Division("Văn phòng Tỉnh ủy", ("tổng hợp báo cáo",)),
        Division("Ban Tổ chức Tỉnh ủy", ("cán bộ, đảng viên",)),
        Division("Ủy ban Kiểm tra Tỉnh ủy", ("kiểm tra, giám sát",)),
    ),
)
OFFICE = UnitProfile(
    "Ban Tổ chức Tỉnh ủy Sơn Hà", "party_committee", parent="Tỉnh ủy Sơn Hà", place="Sơn Hà", year=2026
)
WARD = UnitProfile(
    "Đảng ủy xã Suối Bạc", "party_committee", parent="Tỉnh ủy Sơn Hà", place="xã Suối Bạc", year=2026
)


def drafted(body: str, unit: UnitProfile) -> str:
    text = f"BAN BÍ THƯ\nSố 61-QĐ/TW\nQUY ĐỊNH\nvề học tập nghị quyết trong Đảng\n\n{body}\n"
    return inner(draft_plan(plan_from_text(RawText("qd.txt", text)), unit))


@pytest.mark.parametrize(
    ("unit", "body", "there", "gone"),
    [
        (COMMITTEE, "Điều 4. Trách nhiệm\n1. Ban thường vụ cấp ủy cấp tỉnh chỉ đạo biên soạn tài liệu.", "Ban Thường vụ Tỉnh ủy chỉ đạo biên soạn", "đảng ủy trực thuộc Tỉnh ủy chỉ đạo"),
        (COMMITTEE, "Điều 4. Trách nhiệm\n1. Ban thường vụ tỉnh ủy, thành ủy làm việc với cấp ủy cấp xã mỗi năm hai lần.", "Ban thường vụ Tỉnh ủy làm việc", "thành ủy"),
        (COMMITTEE, "Điều 4. Trách nhiệm\n1. Chậm nhất sau 30 ngày, cấp ủy cấp tỉnh phải hoàn thành việc học tập.", "Tỉnh ủy phải hoàn thành", "trực thuộc Tỉnh ủy phải"),
        (COMMITTEE, "Điều 4. Trách nhiệm của các cơ quan tham mưu\n1. Ban tổ chức tỉnh ủy, thành ủy theo dõi việc học tập.\n2. Ủy ban kiểm tra các cấp tham mưu cấp ủy giám sát.", "Ban Tổ chức Tỉnh ủy theo dõi", "thành ủy"),
        # Those of communes and their cells are not the province's; nor is what befalls who breaks the rules a task.
        (COMMITTEE, "Điều 4. Trách nhiệm\n1. Các tổ chức cơ sở đảng, chi bộ thôn cử đảng viên dự học.\n2. Các tỉnh ủy, thành ủy báo cáo hằng năm.", "báo cáo hằng năm", "cử đảng viên"),
        (COMMITTEE, "Điều 4. Trách nhiệm\n1. Các tỉnh ủy, thành ủy mở lớp.\n2. Tổ chức đảng, đảng viên vi phạm Quy định thì bị xử lý kỷ luật.", "mở lớp", "vi phạm"),
        (OFFICE, "Điều 4. Trách nhiệm\n1. Các cơ quan tham mưu, giúp việc đảng ủy cấp xã cử đảng viên dự học.\n2. Các ban, cơ quan đảng lập danh sách.", "lập danh sách", "cử đảng viên"),
        (WARD, "Điều 4. Trách nhiệm\n1. Các đảng ủy xã, phường, đảng ủy trực thuộc Tỉnh ủy lập danh mục; mỗi đảng ủy cấp xã kiểm tra ít nhất 02 chi bộ.", "Đảng ủy lập danh mục; Đảng ủy kiểm tra ít nhất 02", "mỗi Đảng ủy"),
        (WARD, "Điều 4. Trách nhiệm\n1. Các đảng ủy trực thuộc Tỉnh ủy mở lớp.\n2. Mỗi đảng bộ cấp xã xây dựng 01 mô hình.\n3. Người đứng đầu cấp ủy tiếp dân.\n4. Các cấp ủy, chính quyền bố trí cán bộ.", "Đảng ủy mở lớp.\nĐảng ủy xây dựng 01 mô hình.\nBí thư Đảng ủy tiếp dân.\nĐảng ủy, chính quyền xã bố trí cán bộ", "trực thuộc mở lớp"),
        (WARD, "Điều 4. Trách nhiệm\n1. Cấp ủy cấp xã mở lớp theo hướng dẫn của các tỉnh ủy, thành ủy.", "các tỉnh ủy, thành ủy", "hướng dẫn của Đảng ủy"),
    ],
)  # fmt: skip
def test_a_provincial_committee(unit: UnitProfile, body: str, there: str, gone: str) -> None:
    said = drafted(body, unit)
    assert there.lower() in said.lower(), said
    assert gone not in said, said


def test_an_office_serves_its_committee_and_is_not_it() -> None:
    body = "1. Văn phòng tỉnh ủy, thành ủy thu thập tài liệu của tỉnh ủy, thành ủy.\n2. Các tỉnh ủy, thành ủy chỉ đạo."
    unit = UnitProfile("Văn phòng Tỉnh ủy Sơn Hà", "party_body", parent="Tỉnh ủy Sơn Hà", year=2026)
    text = inner(draft_plan(parent_of(f"I. NHIỆM VỤ\n{body}", "Lưu trữ tài liệu năm 2026"), unit))
    assert "thu thập tài liệu của Tỉnh ủy" in text
    assert "Văn phòng Văn phòng" not in text


def test_the_office_of_another_level_and_one_named_alone_are_not_the_unit() -> None:
    body = "1. Văn phòng Tỉnh ủy chủ trì lập danh mục tài liệu.\n2. Văn phòng các đảng ủy xã, phường thu thập tài liệu."
    unit = UnitProfile("Văn phòng Đảng ủy xã Suối Bạc", "party_body", parent="Đảng ủy xã Suối Bạc", year=2026)
    text = inner(draft_plan(parent_of(f"I. NHIỆM VỤ\n{body}", "Lưu trữ tài liệu năm 2026"), unit))
    assert "thu thập tài liệu" in text and "lập danh mục" not in text


@pytest.mark.parametrize(
    ("body", "there", "gone"),
    [
        ("Bảo đảm quốc phòng, an ninh trên địa bàn huyện.", "an ninh trên địa bàn xã Suối Bạc", "huyện"),
        ("Tuyên truyền trong toàn huyện Mường Sơn về an toàn đò.", "trên địa bàn xã Suối Bạc về an toàn", "Mường Sơn"),
        ("Góp phần phát triển kinh tế - xã hội của huyện.", "kinh tế - xã hội của xã Suối Bạc", "huyện"),
        ("Đẩy mạnh công tác dân vận trên địa bàn tỉnh.", "dân vận trên địa bàn xã Suối Bạc", "của Đảng ủy"),
        ("Nêu mô hình hay để nhân rộng toàn tỉnh.", "nhân rộng toàn tỉnh", "nhân rộng trên địa bàn xã"),
    ],
)  # fmt: skip
def test_a_communes_committee_leads_its_commune(body: str, there: str, gone: str) -> None:
    text = f"HUYỆN ỦY MƯỜNG SƠN\nSố 61-KH/HU\nKẾ HOẠCH\nCông tác dân vận năm 2026\n\nI. NHIỆM VỤ\n- {body}\n- Các cấp ủy tổ chức quán triệt.\n"
    done = draft_plan(plan_from_text(RawText("kh.txt", text)), WARD)
    said = "\n".join(f"{p.label} {p.text}" for p in done.paragraphs if p.kind == "bullet")
    assert there in said and gone not in said, said


def test_a_committee_of_a_commune_is_not_the_commune() -> None:
    assert of_own_level("100% xã, phường có tổ hòa giải", WARD) == "Xã có tổ hòa giải"


def test_the_province_and_its_bodies_keep_their_range() -> None:
    body = "I. NHIỆM VỤ\n- Bảo đảm an ninh trên địa bàn tỉnh."
    assert "trên địa bàn tỉnh" in inner(draft_plan(parent_of(body, "Công tác dân vận năm 2026"), COMMITTEE))


LED = """I. NHIỆM VỤ
1. Các cấp ủy, tổ chức đảng quán triệt Chỉ thị này.
2. UBND các cấp rà soát nguồn nước chữa cháy; bố trí kinh phí mua phương tiện.
3. Mặt trận Tổ quốc, các đoàn thể vận động Nhân dân trang bị bình chữa cháy.
4. Đảng ủy UBND tỉnh chỉ đạo ban hành kế hoạch.
5. UBND các xã, phường
- Lập danh sách cơ sở nguy hiểm về cháy, nổ.
6. Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội tỉnh giám sát việc cấp phép.
7. Các cấp ủy, tổ chức đảng, UBND các xã, phường kiểm tra các chợ.
8. Hội Nông dân xã, UBND các xã, phường vận động hội viên phát quang bờ rào.
9. Sở Công Thương, UBND các xã, phường sắp xếp điểm bán gas.
"""


def test_a_commune_s_committee_leads_its_government_the_front_and_the_unions() -> None:
    unit = UnitProfile("Đảng ủy xã Suối Bạc", "party_committee", parent="Tỉnh ủy Sơn Hà", year=2026)
    draft = draft_plan(parent_of(LED, "Tăng cường phòng cháy năm 2026"), unit)
    text = inner(draft)
    government = "Lãnh đạo, chỉ đạo UBND xã rà soát nguồn nước chữa cháy; bố trí kinh phí mua phương tiện."
    assert government in text
    assert "Lãnh đạo, chỉ đạo Mặt trận Tổ quốc, các đoàn thể xã vận động Nhân dân" in text
    assert "Lãnh đạo, chỉ đạo UBND xã lập danh sách cơ sở nguy hiểm" in text
    assert "Lãnh đạo, chỉ đạo UBND xã sắp xếp điểm bán gas" in text
    assert "UBND xã vận động hội viên" not in text  # another body of the commune is told it first
    assert any("Hội Nông dân xã" in slot.label for slot in draft.slots)
    assert "cấp phép" not in text
    assert "ban hành kế hoạch." not in text
    assert "Các chi bộ, đảng bộ trực thuộc kiểm tra các chợ" in text
    leads = {task.lead for task in draft.tasks if task.content.startswith("Lãnh đạo, chỉ đạo")}
    assert leads == {"UBND xã", "Mặt trận Tổ quốc, các đoàn thể xã"}


ROWS = """II. NHIỆM VỤ
1. Ủy ban nhân dân các xã, phường rà soát hộ nghèo. Tuyên truyền đến người dân.
2. UBND cấp xã
- Tổ chức mở tài khoản cho người dân.
- Thời gian, địa điểm do hai bên thỏa thuận.

PHỤ LỤC

| TT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |
|---|---|---|---|---|
| 1 | Tổ chức đối thoại với Nhân dân | UBND cấp xã | Sở Nội vụ | Quý II |
| 2 | Thẩm định kế hoạch | Sở Nội vụ | UBND cấp xã | Quý III |
"""


def test_who_is_led_has_one_name_and_its_rows_of_the_annex() -> None:
    unit = UnitProfile("Đảng ủy xã Suối Bạc", "party_committee", parent="Tỉnh ủy Sơn Hà", year=2026)
    draft = draft_plan(parent_of(ROWS, "Giảm nghèo năm 2026"), unit)
    text = inner(draft)
    assert "chỉ đạo UBND xã rà soát hộ nghèo. UBND xã tuyên truyền đến người dân" in text
    assert "Lãnh đạo, chỉ đạo UBND xã tổ chức đối thoại với Nhân dân (thời hạn: Quý II)" in text
    assert "\nThời gian, địa điểm do hai bên thỏa thuận" in text
    assert "Ủy ban nhân dân xã" not in text
    assert "Thẩm định" not in text
    row = next(task for task in draft.tasks if "đối thoại" in task.content)
    assert (row.lead, row.partners, row.time) == ("UBND xã", "Sở Nội vụ", "Quý II")


@pytest.mark.parametrize("verdict", ["bound", "handed", "led"])
def test_a_part_ends_where_others_are_told_to_act(verdict: Verdict) -> None:
    ours = Clause(0, 9, "rà soát chợ", "bound")
    theirs = Clause(9, 18, "UBND xã dọn chợ", verdict, subject=Range(0, 7))
    assert closes((ours, theirs, Clause(18, 27, "bố trí kinh phí", "general")))


def test_what_the_mass_organisations_are_to_reach_is_the_committees_target() -> None:
    """It leads them; what departments are to reach is theirs."""
    body = "I. MỤC TIÊU\n1. Tập hợp trên 85% quần chúng vào các tổ chức đoàn thể.\n2. 90% các sở có bếp ăn đạt chuẩn."
    said = inner(draft_plan(parent_of(body, "Công tác dân vận năm 2026"), WARD))
    assert "Tập hợp trên 85% quần chúng" in said and "bếp ăn" not in said, said


def test_a_committees_cells_are_called_as_its_profile_calls_them() -> None:
    """What all cells are told is a task of the division that they are."""
    cells = replace(WARD, divisions=(Division("Văn phòng Đảng ủy"), Division("Các chi bộ trực thuộc")))
    body = "I. NHIỆM VỤ\n1. Các cấp ủy, tổ chức đảng học tập nghị quyết."
    said = inner(draft_plan(parent_of(body, "Học tập nghị quyết năm 2026"), cells))
    assert "Các chi bộ trực thuộc học tập nghị quyết" in said and "đảng bộ trực thuộc" not in said, said
    assert "Các chi bộ trực thuộc: chủ trì" in said, said
