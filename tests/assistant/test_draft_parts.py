"""Units that are parts of another body, or the base of an organisation: a hospital's department, a school's group, a cell, a union."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.draft.draft import draft_plan
from assistant.draft.unit.profile import Division, UnitProfile
from ingest.pipeline import read_plan
from tests.assistant.draft_texts import inner, parent_of

WARD = UnitProfile(
    "Khoa Nhi tổng hợp",
    "hospital",
    parent="Bệnh viện Đa khoa Sơn Hà",
    year=2026,
    divisions=(
        Division("Tổ điều dưỡng", ("tổng hợp báo cáo, dụng cụ",)),
        Division("Tổ bác sĩ", ("hồ sơ, phẫu thuật",)),
    ),
)
OFFICE = UnitProfile("Phòng Tổ chức cán bộ", "agency", parent="Bệnh viện Đa khoa Sơn Hà", year=2026)
GROUP = UnitProfile("Tổ Ngoại ngữ", "school", parent="Trường THPT Sơn Hà", year=2026)
CELL = UnitProfile(
    "Chi bộ Trường Tiểu học Bản Mây", "party_committee", parent="Đảng ủy xã Bản Mây", year=2026
)
UNION = UnitProfile(
    "Công đoàn cơ sở Công ty Điện lực Sơn Hà", "agency", parent="Liên đoàn Lao động tỉnh Sơn Hà", year=2026
)

SCHOOL = UnitProfile("Trường Tiểu học Bản Mây", "school", parent="UBND xã Bản Mây", year=2026)

CASES = [
    # unit, a line of the parent, what must be there, what must not
    (WARD, "Khối lâm sàng, cận lâm sàng kiểm tra chéo 10 bệnh án. Bác sĩ điều trị ký số y lệnh.", "ký số y lệnh", "Thuộc trách nhiệm"),
    (WARD, "Khối lâm sàng, cận lâm sàng kiểm tra chéo 10 bệnh án.", "kiểm tra chéo 10 bệnh án", ""),
    (SCHOOL, "Ra quân tổng vệ sinh tại cơ quan, trường học, ấp.", "Ra quân tổng vệ sinh tại", ""),
    (WARD, "Bố trí thêm 04 bàn khám; rà soát bảng giá.", "à soát bảng giá", "bàn khám"),
    (WARD, "Riêng các khoa Cấp cứu, Nhi tổng hợp, Sản đạt từ 95% trở lên.", "Riêng Khoa đạt từ 95% trở lên", "các khoa"),
    (UNION, "Sửa chữa nhà thi đấu. Hỗ trợ xây 02 nhà Mái ấm Công đoàn.", "Mái ấm Công đoàn", "nhà thi đấu"),
    (WARD, "Mỗi khoa cử 02 nhân viên dự tập huấn.", "Khoa cử 02 nhân viên dự tập huấn", "Các bộ phận của Khoa cử|Các bộ phận của Khoa bàn"),
    (WARD, "Các khoa, phòng bàn giao rác thải trước 15 giờ hằng ngày.", "Khoa bàn giao rác thải trước 15 giờ", "Các bộ phận của Khoa cử|Các bộ phận của Khoa bàn"),
    (WARD, "Khoa Nhi tổng hợp, Khoa Cấp cứu lập sổ theo dõi phản vệ.", "lập sổ theo dõi phản vệ", "Khoa Cấp cứu lập"),
    (WARD, "Khoa Dược chủ trì, phối hợp với các khoa lâm sàng kiểm kê tủ trực.", "Phối hợp với Khoa Dược kiểm kê tủ trực", ""),
    (WARD, "Các khoa cận lâm sàng trả kết quả trong 02 giờ. Các khoa lâm sàng rà soát hồ sơ.", "rà soát hồ sơ", "02 giờ"),
    (WARD, "Khoa Kiểm soát nhiễm khuẩn tổ chức hấp sấy dụng cụ. Các khoa ký nhận dụng cụ.", "ký nhận dụng cụ", "hấp sấy"),
    (WARD, "Điều dưỡng trưởng các khoa chấm điểm vệ sinh tay.", "chấm điểm vệ sinh tay", ""),
    (OFFICE, "Các khoa lâm sàng kiểm thảo tử vong. Các phòng chức năng trực hành chính.", "trực hành chính", "tử vong"),
    (GROUP, "Các tổ chuyên môn thống nhất ma trận đề; toàn trường tổ chức 03 kỳ thi thử.", "ma trận đề", "03 kỳ thi thử"),
    (GROUP, "Tổ trưởng chuyên môn duyệt giáo án vào thứ Hai.", "duyệt giáo án", ""),
    (CELL, "Chi bộ thôn bàn việc làm đường. Chi bộ trường học bàn việc chống bạo lực.", "chống bạo lực", "làm đường"),
    (CELL, "Các chi bộ trực thuộc nộp báo cáo trước ngày 10/6.", "10/6", "Đảng ủy nộp"),
    (UNION, "100% công đoàn cơ sở tổ chức đối thoại. Công đoàn xã, phường tổ chức hội diễn.", "đối thoại", "hội diễn"),
    (UNION, "Công đoàn cơ sở thăm hỏi đoàn viên bị tai nạn.", "thăm hỏi đoàn viên bị tai nạn", ""),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "body", "there", "gone"), CASES)
def test_parts(unit: UnitProfile, body: str, there: str, gone: str, tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    text = f"{unit.parent}\nSố: 12/KH-SH\n\nKẾ HOẠCH\nThực hiện nhiệm vụ năm 2026\n\nI. NHIỆM VỤ\n1. Nội dung\n- {body}\n"
    path.write_text(text, encoding="utf-8")
    draft = draft_plan(read_plan(path), unit)
    said = inner(draft)
    assert there in said
    assert not any(words in said for words in gone.split("|") if words)


@pytest.mark.parametrize(
    ("unit", "leaders"),
    [
        (WARD, "Lãnh đạo khoa"),
        (OFFICE, "Lãnh đạo phòng"),
        (CELL, "Chi ủy"),
        (UNION, "Ban Chấp hành Công đoàn"),
    ],
)
def test_a_part_speaks_of_its_own_leaders(unit: UnitProfile, leaders: str, tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    path.write_text("KẾ HOẠCH\nThực hiện nhiệm vụ\n\nI. NHIỆM VỤ\n1. Rà soát hồ sơ.\n", encoding="utf-8")
    draft = draft_plan(read_plan(path), unit)
    said = " ".join((*(p.text for p in draft.paragraphs), *draft.recipients))
    assert leaders in said
    assert "Giám đốc" not in said


def test_households_are_no_target_of_a_school_and_no_department_of_the_province_gathers_for_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "p.txt"
    body = "I. MỤC TIÊU\n1. 95% hộ gia đình phân loại rác; 100% trường học không có lăng quăng.\nII. TỔ CHỨC THỰC HIỆN\n1. Phòng Văn hóa - Xã hội: tổng hợp, báo cáo UBND tỉnh (qua Sở Y tế) trước ngày 20/6.\n"
    path.write_text(
        f"ỦY BAN NHÂN DÂN\nXÃ BẢN MÂY\nSố: 4/KH-UBND\n\nKẾ HOẠCH\nVệ sinh môi trường năm 2026\n\nThực hiện Quyết định số 05/QĐ-UBND ngày 05 tháng 01 năm 2026 của UBND xã ban hành Quy chế làm việc; UBND xã ban hành Kế hoạch như sau:\n{body}",
        encoding="utf-8",
    )
    draft = draft_plan(read_plan(path), SCHOOL)
    said = " ".join(p.text for p in draft.paragraphs)
    assert "100% trường học không có lăng quăng" in said
    assert not any(words in said for words in ("95% hộ", "qua Sở Y tế", "Quy chế làm việc"))


@pytest.mark.parametrize(
    ("unit", "told", "said"),
    [
        (UnitProfile("Sở Nội vụ", "department"), "Các sở, ban, ngành chủ động bố trí kinh phí trong dự toán được giao.", "Sở chủ động bố trí kinh phí"),
        (UnitProfile("Bệnh viện Đa khoa A", "hospital"), "Các cơ quan, đơn vị cân đối kinh phí.", "Bệnh viện cân đối kinh phí"),
        (UnitProfile("Sở Nội vụ", "department"), "Các cơ quan, đơn vị sử dụng ngân sách tiết kiệm điện.", "tiết kiệm điện"),
        (UnitProfile("Trạm Y tế xã A", "hospital"), "Các cơ quan, đơn vị phân loại rác.", "Các bộ phận của Trạm phân loại rác"),
        (UnitProfile("Hội Nông dân xã A", "agency"), "Các cơ quan, đơn vị phân loại rác.", "Các chi hội phân loại rác"),
    ],
)  # fmt: skip
def test_money_is_the_unit_s_and_its_parts_have_their_names(unit: UnitProfile, told: str, said: str) -> None:
    assert said in inner(draft_plan(parent_of(f"I. NHIỆM VỤ\n1. {told}", "Bảo vệ môi trường năm 2026"), unit))


@pytest.mark.parametrize(
    "whose",
    [
        "các cơ quan, đơn vị, địa phương",
        "các sở, ban, ngành, UBND các xã, phường",
        "Sở và các đơn vị trực thuộc",
    ],
)
def test_a_budget_is_the_unit_s(whose: str) -> None:
    unit = UnitProfile("Bệnh viện Đa khoa A", "hospital", year=2026)
    body = f"I. KINH PHÍ\n1. Bố trí trong dự toán chi thường xuyên của {whose} năm 2026."
    said = inner(draft_plan(parent_of(body, "Bảo vệ môi trường năm 2026"), unit))
    assert "dự toán chi thường xuyên của Bệnh viện năm 2026." in said, said
