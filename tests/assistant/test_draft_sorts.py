"""Whose a clause is that tells a sort of bodies: each commune of one sort, a class of another level, bodies of a trade."""

from __future__ import annotations

import pytest

from assistant.draft.child.title import title_of
from assistant.draft.draft import draft_plan
from assistant.draft.unit.profile import UnitProfile
from ingest.pipeline import plan_from_text
from ingest.plan import RawText
from tests.assistant.draft_texts import inner, parent_of

COMMUNE = UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", year=2026)
WARD = UnitProfile("UBND phường Bến Thượng", "commune", place="phường Bến Thượng", year=2026)
SCHOOL = UnitProfile("Trường THPT Suối Bạc", "school", place="Sơn Hà", year=2026)
HOSPITAL = UnitProfile("Bệnh viện Đa khoa tỉnh Sơn Hà", "hospital", place="Sơn Hà", year=2026)
DEPARTMENT = UnitProfile("Sở Y tế", "department", place="Sơn Hà", year=2026)

REST = "2. Các cơ quan, đơn vị, địa phương treo cờ tại trụ sở."


def drafted(unit: UnitProfile, body: str, part: str = "NHIỆM VỤ") -> str:
    return inner(draft_plan(parent_of(f"I. {part}\n{body}", "Về phân loại rác năm 2026"), unit))


@pytest.mark.parametrize(
    ("unit", "line", "there", "gone"),
    [
        (HOSPITAL, "Hỗ trợ mỗi xã 150 triệu đồng xây điểm tập kết rác.", "treo cờ", "150 triệu"),
        (SCHOOL, "Mỗi xã được hỗ trợ 02 xe gom rác.", "treo cờ", "02 xe"),
        (WARD, "Mỗi xã được hỗ trợ 02 xe gom rác.", "treo cờ", "02 xe"),
        (COMMUNE, "Mỗi xã được hỗ trợ 02 xe gom rác.", "Xã được hỗ trợ 02 xe", "mỗi xã"),
        (WARD, "Mỗi xã có 02 mô hình; mỗi phường có 03 mô hình.", "phường có 03 mô hình", "phường có 02"),
        (DEPARTMENT, "Mỗi xã được hỗ trợ 02 xe gom rác.", "Mỗi xã được hỗ trợ 02 xe", "Sở được hỗ trợ"),
    ],
)
def test_each_commune_of_a_sort_is_only_one_of_that_sort(
    unit: UnitProfile, line: str, there: str, gone: str
) -> None:
    text = drafted(unit, f"1. {line}\n{REST}")
    assert there in text and gone not in text


@pytest.mark.parametrize(
    ("unit", "issuer", "title", "said"),
    [
        (
            WARD,
            "UBND TỈNH SƠN HÀ",
            "Quản lý rác thải năm 2026, định hướng đến năm 2030",
            "Quản lý rác thải năm 2026, định hướng đến năm 2030 trên địa bàn phường Bến Thượng",
        ),
        (
            DEPARTMENT,
            "SỞ NỘI VỤ",
            "Phòng, chống lãng phí của Sở Nội vụ năm 2026",
            "Phòng, chống lãng phí năm 2026 của Sở Y tế",
        ),
    ],
)
def test_a_year_within_the_subject_stays_and_the_issuer_goes(
    unit: UnitProfile, issuer: str, title: str, said: str
) -> None:
    head = f"{issuer}\nSố: 45/KH-UBND\nSơn Hà, ngày 05 tháng 01 năm 2026\n\nKẾ HOẠCH\n{title}\n\n"
    plan = plan_from_text(RawText("kh.txt", f"{head}I. NHIỆM VỤ\n1. Các đơn vị treo cờ.\n"))
    assert title_of(plan, unit) == said


@pytest.mark.parametrize(
    ("unit", "heading", "task"),
    [
        (HOSPITAL, "Các đơn vị vận tải", "Niêm yết giá cước tại bến."),
        (DEPARTMENT, "Các đơn vị thi công, tư vấn giám sát", "Bảo đảm vệ sinh công trường."),
        (SCHOOL, "Công ty Cổ phần Môi trường Sơn Hà và các đơn vị thu gom", "Thu gom theo hợp đồng."),
        (HOSPITAL, "Sở Y tế các tỉnh, thành phố", "Kiểm tra các cơ sở trực thuộc."),
        (HOSPITAL, "Các bệnh viện trực thuộc Bộ", "Cử cán bộ luân phiên xuống tuyến dưới."),
        (HOSPITAL, "Trạm y tế các xã", "Lập danh sách trẻ em cần tiêm bổ sung."),
    ],
)
def test_a_class_of_a_trade_or_another_level_is_not_the_units(
    unit: UnitProfile, heading: str, task: str
) -> None:
    text = drafted(unit, f"1. {heading}\n{task}\n{REST}", "TỔ CHỨC THỰC HIỆN")
    assert task not in text and "treo cờ" in text


@pytest.mark.parametrize(
    ("unit", "heading", "task"),
    [
        (HOSPITAL, "Các bệnh viện, trung tâm y tế", "Niêm yết giá dịch vụ."),
        (SCHOOL, "Các sở, ban, ngành và các đơn vị sự nghiệp", "Niêm yết số điện thoại."),
        (DEPARTMENT, "Các sở, ban, ngành", "Cử công chức làm đầu mối."),
    ],
)
def test_the_units_own_class_stays(unit: UnitProfile, heading: str, task: str) -> None:
    assert task in drafted(unit, f"1. {heading}\n{task}\n{REST}", "TỔ CHỨC THỰC HIỆN")


@pytest.mark.parametrize(
    ("line", "there", "gone"),
    [
        (
            "Công an tỉnh, UBND các xã, phường xử phạt hành vi đổ rác.",
            "UBND xã xử phạt",
            "thôn thuộc xã xử phạt",
        ),
        (
            "Sở Tài chính, Sở Xây dựng, UBND các xã, phường rà soát trụ sở dôi dư.",
            "UBND xã rà soát",
            "thuộc xã rà soát",
        ),
        (
            "Các cơ quan, đơn vị, UBND các xã, phường tuyên truyền về phân loại rác.",
            "thôn thuộc xã tuyên truyền",
            "UBND xã tuyên",
        ),
    ],
)
def test_beside_bodies_that_are_none_of_its_parts_a_commune_is_charged_itself(
    line: str, there: str, gone: str
) -> None:
    text = drafted(COMMUNE, f"1. {line}\n{REST}")
    assert there in text and gone not in text


@pytest.mark.parametrize(
    "line",
    [
        "Rà soát, sửa đổi Thông tư về khám bệnh, chữa bệnh.",
        "Xây dựng bộ chỉ số hài lòng áp dụng thống nhất toàn quốc.",
        "Trình Chính phủ ban hành Nghị định về giá dịch vụ.",
    ],
)
@pytest.mark.parametrize("unit", [COMMUNE, HOSPITAL, DEPARTMENT])
def test_what_only_the_centre_decides_is_no_task_below(line: str, unit: UnitProfile) -> None:
    text = drafted(unit, f"1. {line}\n{REST}\n3. Góp ý dự thảo Thông tư, kiến nghị sửa đổi Nghị định.")
    assert line not in text and "Góp ý dự thảo Thông tư" in text


def test_council_and_front_of_the_communes_are_those_of_the_unit() -> None:
    body = "1. UBND các xã, phường trình Hội đồng nhân dân xã, phường; phối hợp với Ủy ban MTTQ Việt Nam xã, phường tuyên truyền."
    text = drafted(COMMUNE, f"{body}\n{REST}")
    assert "trình HĐND xã" in text and "phối hợp với Ủy ban MTTQ Việt Nam xã tuyên truyền" in text


def test_a_council_hands_its_task_to_the_government() -> None:
    province = UnitProfile("UBND tỉnh Sơn Hà", "province", place="tỉnh Sơn Hà", year=2026)
    task = "xây dựng đề án phân loại rác"
    text = drafted(province, f"1. Hội đồng nhân dân tỉnh giao Ủy ban nhân dân tỉnh {task}.\n{REST}")
    assert task in text and "Hội đồng nhân dân tỉnh" not in text


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("Các đơn vị thu gom rác ký hợp đồng.", ""),
        ("Các đơn vị cung cấp dịch vụ viễn thông lắp trạm.", ""),
        ("Các đơn vị cung cấp số liệu cho Sở Tài chính.", "Các phòng, đơn vị thuộc Sở cung cấp số liệu"),
        ("Các sở, ngành và các cơ quan liên quan cung cấp hồ sơ.", "Các phòng, đơn vị thuộc Sở cung cấp hồ sơ"),
        ("UBND các xã, phường và các đơn vị có liên quan trồng cây.", "Phối hợp với UBND các xã, phường"),
    ],
)  # fmt: skip
def test_those_of_a_trade_and_those_related_are_others(told: str, said: str) -> None:
    unit = UnitProfile("Sở Nội vụ", "department", year=2026)
    text = inner(draft_plan(parent_of(f"I. NHIỆM VỤ\n1. {told}\n2. Tiết kiệm điện.", "Về môi trường"), unit))
    assert said in text, text
    assert told.rstrip(".") not in text, text


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("Bệnh viện, trường học công khai quy trình.", "Nhà trường công khai quy trình"),
        ("Các bệnh viện, trung tâm y tế cập nhật số liệu.", "Bệnh viện cập nhật số liệu"),
        ("Các doanh nghiệp, trường học lắp thùng rác.", "Nhà trường lắp thùng rác"),
        ("Các cơ quan, đơn vị, trường học phân loại rác.", "Các tổ, bộ phận của Nhà trường phân loại rác"),
    ],
)
def test_an_establishment_told_among_sorts_of_them(told: str, said: str) -> None:
    school = UnitProfile("Trường THPT A", "school", year=2026)
    unit = school if "trường" in told else UnitProfile("Bệnh viện Đa khoa A", "hospital", year=2026)
    text = inner(draft_plan(parent_of(f"I. NHIỆM VỤ\n1. {told}", "Về môi trường"), unit))
    assert said in text, text


CELL = UnitProfile("Đảng ủy phường Bến Thượng", "party_committee", place="Bến Thượng", year=2026)
VILLAGE = UnitProfile("Đảng ủy xã Suối Bạc", "party_committee", place="xã Suối Bạc", year=2026)
TOWNS = "2. UBND các phường lắp camera tại điểm tập kết."
CELLS = "2. Các đảng ủy phường phân công đảng viên giữ tuyến phố."


@pytest.mark.parametrize(
    ("unit", "body", "there", "gone"),
    [
        # A parent that addresses the towns apart means only villages by "các xã"; one that does not means all of the level.
        (WARD, f"1. UBND các xã trồng rừng phòng hộ.\n{TOWNS}", "lắp camera", "trồng rừng"),
        (WARD, "1. UBND các xã trồng rừng phòng hộ.", "trồng rừng", "UBND các xã"),
        (WARD, f"1. UBND các xã, phường trồng rừng.\n{TOWNS}", "trồng rừng", "các xã, phường"),
        (WARD, f"1. UBND các xã biên giới tuần tra đường biên.\n{TOWNS}", "lắp camera", "tuần tra"),
        (COMMUNE, f"1. UBND các xã trồng rừng phòng hộ.\n{TOWNS}", "trồng rừng", "lắp camera"),
        (CELL, f"1. Các đảng ủy xã xây dựng đội gom rác lưu động.\n{CELLS}", "giữ tuyến phố", "đội gom rác"),
        (CELL, f"1. Đối với các đảng bộ xã: ít nhất 75% chi bộ thôn dọn rác.\n{CELLS}", "giữ tuyến", "75%"),
        (VILLAGE, f"1. Các đảng ủy xã xây dựng đội gom rác lưu động.\n{CELLS}", "đội gom rác", "giữ tuyến"),
        # Many of the class are no single body: with whom they work stays who helps.
        (CELL, "1. Các đảng ủy phường phối hợp với Đảng ủy Sở Y tế phát động ngày thứ Bảy xanh.", "phối hợp với Đảng ủy Sở Y tế", "các đảng ủy phường"),
        (CELL, f"1. Đảng ủy các cơ quan Đảng tỉnh xây dựng 05 chi bộ kiểu mẫu.\n{CELLS}", "giữ tuyến", "kiểu mẫu"),
        (CELL, "1. Các đảng ủy phường:\n- Lãnh đạo Mặt trận Tổ quốc và các tổ chức chính trị - xã hội cùng cấp vận động hội viên phân loại rác.", "Lãnh đạo Mặt trận Tổ quốc", "Các đảng ủy"),
    ],
)  # fmt: skip
def test_towns_and_villages_that_a_parent_tells_apart(
    unit: UnitProfile, body: str, there: str, gone: str
) -> None:
    text = drafted(unit, body)
    assert there in text and gone not in text


@pytest.mark.parametrize(
    ("unit", "body", "there", "gone"),
    [
        # The head of the unit acts beneath its heading; who grants papers, inspects a share of others or holds a province's event is no school.
        (SCHOOL, "1. Các cơ sở giáo dục:\n- Hiệu trưởng phân công 01 phó hiệu trưởng phụ trách phân loại rác.", "Hiệu trưởng phân công", "Các cơ sở"),
        (HOSPITAL, "1. Các bệnh viện:\n- Giám đốc phê duyệt quy trình thu gom rác y tế.", "phê duyệt quy trình", "Các bệnh viện"),
        (SCHOOL, f"1. Rà soát, cấp, thu hồi giấy chứng nhận cơ sở thu gom.\n{REST}", "treo cờ", "giấy chứng nhận"),
        (DEPARTMENT, f"1. Rà soát, cấp, thu hồi giấy chứng nhận cơ sở thu gom.\n{REST}", "giấy chứng nhận", "xã A"),
        (SCHOOL, f"1. Phấn đấu được cấp giấy chứng nhận trường học xanh.\n{REST}", "được cấp giấy chứng nhận", "xã A"),
        (HOSPITAL, f"1. Kiểm tra ít nhất 25% số cơ sở thu gom.\n{REST}", "treo cờ", "25%"),
        (HOSPITAL, f"1. Xây dựng kịch bản, tổ chức 02 cuộc diễn tập cấp tỉnh về sự cố bãi rác.\n{REST}", "treo cờ", "cấp tỉnh"),
        (SCHOOL, f"1. Xây dựng 12 phóng sự, 04 tọa đàm truyền hình về rác.\n{REST}", "treo cờ", "phóng sự"),
        (SCHOOL, "1. Các trường phổ thông: ngoài các nhiệm vụ tại mục 10, trồng cây tại trường.", "rồng cây tại trường", "mục 10"),
    ],
)  # fmt: skip
def test_what_a_school_or_hospital_is_told_by_its_level(
    unit: UnitProfile, body: str, there: str, gone: str
) -> None:
    text = drafted(unit, body)
    assert there in text and gone not in text


@pytest.mark.parametrize(
    ("unit", "target"),
    [
        (SCHOOL, "Giảm ít nhất 15% số vụ ngộ độc so với năm 2025."),
        (HOSPITAL, "Tỷ lệ mắc dưới 05 người/100.000 dân."),
        (SCHOOL, "Ít nhất 70% bếp ăn của doanh nghiệp phân loại rác."),
    ],
)
def test_what_is_counted_over_a_territory_is_no_target_of_an_establishment(
    unit: UnitProfile, target: str
) -> None:
    text = drafted(unit, f"1. {target}\n2. 100% cơ quan, đơn vị phân loại rác.", "CHỈ TIÊU")
    assert "phân loại rác" in text and target[:20] not in text


def test_a_point_that_titles_targets_of_others_goes_with_them() -> None:
    body = "1. Mục tiêu\n- Thủy sản\nTrên 70% diện tích nuôi thủy sản áp dụng công nghệ mới.\n- Y tế\n100% trạm y tế có tủ rác."
    text = drafted(DEPARTMENT, body, "CHỈ TIÊU")
    assert "Y tế" in text and "tủ rác" in text and "Thủy sản" not in text
