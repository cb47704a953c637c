"""By what a parent addresses a unit that it does not name: its nature, its class, its role; each row is a class of fault once seen, on invented text."""

from __future__ import annotations

from functools import partial

import pytest

from assistant.draft.draft import draft_plan
from assistant.draft.unit.profile import Division, UnitProfile
from ingest.pipeline import plan_from_text
from ingest.plan import RawText
from tests.assistant.draft_texts import inner, parent_of

WOMEN = UnitProfile("Hội Liên hiệp Phụ nữ tỉnh Sơn Hà", "agency", parent="Ủy ban MTTQ tỉnh", year=2026)
WATER = UnitProfile("Công ty TNHH MTV Cấp nước Sơn Hà", "agency", year=2026)
ARMY = UnitProfile("Bộ Chỉ huy Quân sự tỉnh Sơn Hà", "agency", year=2026)
CENTRE = UnitProfile("Trung tâm chính trị phường Bình Minh", "school", parent="Đảng ủy phường Bình Minh")
POST = UnitProfile("Bưu điện tỉnh Sơn Hà", "agency", roles=("tổ chức cung cấp dịch vụ chi trả",), year=2026)
UNIVERSITY = UnitProfile("Trường Đại học Sơn Hà", "school", year=2026)


parent = partial(parent_of, title="Chuyển đổi số năm 2026")


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
        # Parts divided by whom they address, also where what stands above is others' (criteria).
        (
            WOMEN,
            "I. TIÊU CHÍ THI ĐUA\na) Đối với các sở, ngành\n- Cắt giảm thủ tục hành chính.\n"
            "b) Đối với các tổ chức chính trị - xã hội\n- Giám sát việc thực hiện.\nc) Đối với các doanh nghiệp\n- Tăng doanh thu.",
            "Giám sát việc thực hiện",
            "Tăng doanh thu",
        ),
        # A part that the parent gives to another body by pointing at it.
        (
            WATER,
            "I. NHIỆM VỤ\n1. Y tế\na) Hoàn thành sổ sức khỏe điện tử.\n2. Hạ tầng\na) Nâng cấp đường truyền.\n"
            "II. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\nChủ trì triển khai các nhiệm vụ tại mục I.1 của Kế hoạch.",
            "Nâng cấp đường truyền",
            "sổ sức khỏe điện tử",
        ),
        # Who is named with others of another level holds what stands below.
        (
            UnitProfile("Bộ Xây dựng", "agency", year=2026),
            "I. TỔ CHỨC THỰC HIỆN\n1. Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Chủ tịch Ủy ban nhân dân tỉnh, thành phố:\n"
            "a) Cập nhật chương trình hành động.\n2. Bộ Tài chính\na) Bố trí kinh phí.",
            "Cập nhật chương trình hành động",
            "Bố trí kinh phí",
        ),
        # Whom others tell to do a task, and professional work of a superior, through its establishments.
        (
            UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", year=2026),
            "I. TỔ CHỨC THỰC HIỆN\n1. Sở Xây dựng\na) Hướng dẫn UBND các xã, phường lựa chọn điểm tập kết bảo đảm an toàn.\n"
            "b) Thẩm định thiết kế điểm tập kết.",
            "Phối hợp với Sở Xây dựng lựa chọn điểm tập kết bảo đảm an toàn",
            "Thẩm định thiết kế",
        ),
        (
            UnitProfile("Bệnh viện Đa khoa Sơn Hà", "hospital", parent="Sở Y tế", year=2026),
            "I. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\na) Bố trí các đội y tế lưu động tại điểm sơ tán.\nb) Thanh tra cơ sở hành nghề tư nhân.",
            "Phối hợp với Sở Y tế bố trí các đội y tế lưu động tại điểm sơ tán",
            "Thanh tra cơ sở",
        ),
        # Another hospital's beds are no class of hospitals; another commune's trial is none of this one's.
        (
            UnitProfile("Bệnh viện Phổi Sơn Hà", "hospital", parent="Sở Y tế", year=2026),
            "I. NHIỆM VỤ\n1. Bệnh viện Đa khoa tỉnh dành tối thiểu 40 giường.\n2. Các bệnh viện thông tin ca bệnh trong ngày.",
            "thông tin ca bệnh trong ngày",
            "40 giường",
        ),
        (
            UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", year=2026),
            "I. NHIỆM VỤ\n1. Thí điểm nuôi cá lồng tại 20 hộ ở xã Yên Trạch.\n2. Nhân rộng mô hình nuôi cá lồng.",
            "Nhân rộng mô hình nuôi cá lồng",
            "Yên Trạch",
        ),
        # Who leads stands after the task, or beneath it.
        (
            UnitProfile("Sở Nội vụ", "department", year=2026),
            "I. NHIỆM VỤ\n1. Rà soát quy chế vận hành trung tâm dữ liệu. Cơ quan chủ trì: Sở Khoa học và Công nghệ; cơ quan phối hợp: Sở Nội vụ.",
            "Phối hợp với Sở Khoa học và Công nghệ rà soát quy chế vận hành trung tâm dữ liệu",
            "Cơ quan chủ trì",
        ),
        (
            UnitProfile("Bộ Xây dựng", "agency", year=2026),
            "I. NHIỆM VỤ\na) Hoàn thiện quy chuẩn kỹ thuật về nhà ở xã hội.\n- Đơn vị chủ trì: Bộ Xây dựng.\n- Thời gian thực hiện: Quý II năm 2026.\n"
            "b) Rà soát quy hoạch mạng lưới trường học.\n- Đơn vị chủ trì: Bộ Giáo dục và Đào tạo.\n- Thời gian thực hiện: Quý III năm 2026.",
            "Quý II năm 2026",
            "Quý III năm 2026",
        ),
        # Brackets that list the members close a group, above points and in a line.
        (
            UnitProfile("Sở Nội vụ", "department", year=2026),
            "I. TỔ CHỨC THỰC HIỆN\n1. Các cơ quan cấp biển xe (Sở Xây dựng, Công an tỉnh):\na) Cấp biển trong 03 ngày.\n"
            "2. Các cơ quan cấp phép (Sở Y tế, Sở Xây dựng, Ban Dân tộc) niêm yết giá trong 03 ngày.\n"
            "3. Các sở, ban (Sở Nội vụ, Sở Y tế) rà soát xe công.",
            "rà soát xe công",
            "trong 03 ngày",
        ),
        # A role or a collective too wide to tell is asked of the officer, never left out as another's.
        (
            UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", year=2026),
            "I. TỔ CHỨC THỰC HIỆN\n1. Các đơn vị được giao nhiệm vụ báo cáo kết quả trước ngày 15/6/2026.\n2. Sở Y tế tổ chức tiêm chủng.",
            "Nội dung cần xác định trách nhiệm của đơn vị\nCác đơn vị được giao nhiệm vụ báo cáo kết quả trước ngày 15/6/2026 ([…])",
            "tiêm chủng",
        ),
    ],
)
def test_addressed(unit: UnitProfile, body: str, there: str, gone: str) -> None:
    text = inner(draft_plan(parent(body), unit))
    assert there.lower() in text.lower(), text
    assert gone not in text, text


def test_rows_that_ran_together() -> None:
    body = (
        "I. MỤC TIÊU\n1. Nâng cao nhận thức.\n\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch) TT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Sản phẩm Thời hạn\n"
        "1.\nXây dựng đề án số hóa hồ sơ Bộ Xây dựng Bộ Tài chính, các bộ, ngành liên quan Đề án Năm 2026\n"
        "2.\nXây dựng quy định về mạng Bộ Công an Bộ Xây dựng, Bộ Quốc phòng Nghị định Năm 2027\n"
    )
    draft = draft_plan(parent(body), UnitProfile("Bộ Xây dựng", "agency", year=2026))
    rows = {task.content[:20]: task for task in draft.tasks}
    own, helped = rows["Xây dựng đề án số hó"], rows["Phối hợp với Bộ Công"]
    assert (own.product, own.time) == ("Đề án", "Năm 2026")
    assert (helped.content, helped.partners) == (
        "Phối hợp với Bộ Công an: Xây dựng quy định về mạng",
        "Bộ Công an",
    )
    assert "sản phẩm: Đề án; thời hạn: Năm 2026" in inner(draft)


def test_units_of_one_line_and_levels_apart() -> None:
    """The ward's police take part in the city's professional work; what is the city's to govern stays the city's."""
    ward = UnitProfile("Công an phường Bến Thượng", "agency", parent="Công an thành phố Sơn Hà", year=2026)
    body = (
        "I. TỔ CHỨC THỰC HIỆN\n1. Công an thành phố\na) Tổ chức tuần tra tại các địa bàn trọng điểm.\n"
        "b) Thẩm định dự án trang thiết bị.\n2. Công an các xã, phường\na) Rà soát người nghiện ma túy.\n"
    )
    text = inner(draft_plan(parent(body), ward))
    assert "Phối hợp với Công an thành phố tổ chức tuần tra tại các địa bàn trọng điểm" in text
    assert "Rà soát người nghiện ma túy" in text and "Thẩm định dự án" not in text


def test_what_a_committee_is_advised_to_do_is_its_own() -> None:
    committee = UnitProfile("Đảng ủy xã Suối Bạc", "party_committee", year=2026)
    body = "I. TỔ CHỨC THỰC HIỆN\n1. Ủy ban nhân dân các xã, phường\na) Tham mưu Đảng ủy xã, phường ban hành văn bản chỉ đạo phòng, chống ma túy."
    text = inner(draft_plan(parent(body), committee))
    assert "ban hành văn bản chỉ đạo phòng, chống ma túy" in text


def test_a_row_that_allots_figures_to_the_unit_is_its_own() -> None:
    body = (
        "I. NHIỆM VỤ\n1. Vận động hội viên giúp nhau giảm nghèo.\n\nPHỤ LỤC\nPHÂN BỔ CHỈ TIÊU\n\n| TT | Địa bàn | Số hộ nghèo | Chỉ tiêu giảm |\n|---|---|---|---|\n"
        "| 1 | Xã Yên Trạch | 61 | 15 |\n| 2 | Xã Suối Bạc | 37 | 8 |\n"
    )
    unit = UnitProfile("Hội Nông dân xã Suối Bạc", "agency", parent="Hội Nông dân tỉnh Sơn Hà", year=2026)
    text = inner(draft_plan(parent(body), unit))
    assert "Xã Suối Bạc: Số hộ nghèo: 37; Chỉ tiêu giảm: 8" in text and "Yên Trạch" not in text


def test_party_committees_in_a_regulation() -> None:
    """Who is charged by an article keeps what follows it; a division told by the unit's class acts by its own name."""
    body = (
        "Điều 1. Kiểm tra\n1. Ban tổ chức tỉnh ủy, thành ủy kiểm tra việc bồi dưỡng tại Trung tâm.\n"
        "2. Ban thường vụ cấp ủy cấp tỉnh chỉ đạo thực hiện Quy chế; chỉ đạo ban hành kế hoạch bồi dưỡng.\n"
        "3. Cấp ủy cấp xã lập danh sách học viên. Phối hợp với cấp ủy cấp xã lân cận bố trí phòng học.\n"
    )
    text = f"QUY CHẾ\nTổ chức bồi dưỡng\n\nBan Tuyên giáo Trung ương ban hành Quy chế như sau:\n\n{body}\n"
    plan = plan_from_text(RawText("qc.txt", text))
    divisions = (Division("Ban Tổ chức", ("bồi dưỡng",)),)
    province = UnitProfile("Tỉnh ủy Sơn Hà", "party_committee", divisions=divisions, year=2026)
    text = inner(draft_plan(plan, province))
    assert "Ban Tổ chức kiểm tra việc bồi dưỡng" in text and "chỉ đạo ban hành kế hoạch bồi dưỡng" in text
    ward = inner(draft_plan(plan, UnitProfile("Đảng ủy phường Bến Thượng", "party_committee", year=2026)))
    assert "lập danh sách học viên" in ward and "ban hành kế hoạch bồi dưỡng" not in ward
    assert "Phối hợp với cấp ủy cấp xã lân cận" in ward


def test_forecasts_are_no_tasks_and_a_duty_said_whole_decides() -> None:
    divisions = (
        Division("Văn phòng", ("tổng hợp báo cáo",)),
        Division("Phòng Dự toán", ("dự báo, dự toán, tiến độ thu, nguồn thu",)),
        Division("Phòng Kiểm tra", ("thanh tra, chống thất thu, hoàn thuế",)),
    )
    unit = UnitProfile("Thuế tỉnh Sơn Hà", "agency", divisions=divisions, year=2026)
    body = (
        "I. DỰ BÁO NHỮNG TÁC ĐỘNG ĐẾN NGUỒN THU VÀ GIẢI PHÁP THỰC HIỆN\n1. Dự báo những tác động đến thu, chi ngân sách\n"
        "- Nguồn thu từ đất chưa tương xứng với tiềm năng.\n2. Giải pháp về dự báo, tiến độ thu\n"
        "- Tăng cường quản lý hoàn thuế, đẩy nhanh tiến độ xử lý hồ sơ.\n- Theo dõi chặt chẽ tiến độ thu ngân sách.\n"
    )
    draft = draft_plan(parent(body, title="Tài chính - ngân sách năm 2026"), unit)
    assert "chưa tương xứng" not in inner(draft)
    leads = {task.content[:24]: task.lead for task in draft.tasks}
    assert leads == {
        "Tăng cường quản lý hoàn ": "Phòng Kiểm tra",
        "Theo dõi chặt chẽ tiến đ": "Phòng Dự toán",
    }


def test_a_line_between_points_keeps_its_place() -> None:
    unit = UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", year=2026)
    body = (
        "I. NHIỆM VỤ\n1. Thu ngân sách\n- Theo dõi tiến độ thu ngân sách.\n\nRà soát các khoản thu bị giảm.\n\n"
        "- Tuyên truyền chính sách thuế.\n"
    )
    text = inner(draft_plan(parent(body), unit))
    assert text.index("tiến độ thu") < text.index("Rà soát các khoản") < text.index("chính sách thuế")
