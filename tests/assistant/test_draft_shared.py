"""Sentences that share a task out among several bodies, told by name, by class or in small letters; invented text."""

from __future__ import annotations

from functools import partial

import pytest

from assistant.draft.draft import draft_plan
from assistant.draft.unit.profile import Division, UnitProfile, in_ordinary_spelling
from tests.assistant.draft_texts import inner, parent_of

STATION = UnitProfile(
    "Trạm Y tế xã Suối Bạc", "hospital", parent="Trung tâm Y tế Sơn Hà", place="xã Suối Bạc"
)
CENTRE = UnitProfile("Trung tâm Y tế khu vực Đồng Cao", "hospital", parent="Sở Y tế", place="Đồng Cao")
FARMERS = UnitProfile(
    "Hội Nông dân xã Suối Bạc", "agency", parent="Ủy ban MTTQ xã Suối Bạc", place="xã Suối Bạc"
)
COMMUNE = UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", year=2026)
SCHOOL = UnitProfile("Trường Tiểu học Hòa Bình", "school", parent="UBND xã Suối Bạc", place="xã Suối Bạc")

parent = partial(parent_of, title="Nước sạch và vệ sinh năm 2026")


@pytest.mark.parametrize(
    ("unit", "body", "there", "gone"),
    [
        # The class in small letters, after another's clause or after a condition.
        (STATION, "I. NHIỆM VỤ\n1. Sở Xây dựng khảo sát nguồn nước; trạm y tế lấy mẫu hằng tháng; Sở Tài chính thẩm định giá.", "lấy mẫu hằng tháng", "thẩm định giá"),
        (CENTRE, "I. NHIỆM VỤ\n1. Sở Xây dựng\na) Khảo sát giếng khoan. Nơi có ca ngộ độc, trung tâm y tế khu vực cử người điều tra.", "cử người điều tra", "giếng khoan"),
        (FARMERS, "I. NHIỆM VỤ\n1. Sở Xây dựng khảo sát giếng khoan; hội nông dân vận động hội viên xây bể lọc.", "vận động hội viên xây bể lọc", "giếng khoan"),
        # Who leads and helps is told after the task.
        (CENTRE, "I. NHIỆM VỤ\n1. Xét nghiệm nước giếng tại chợ. Sở Xây dựng chủ trì, trung tâm y tế khu vực phối hợp.", "Phối hợp với Sở Xây dựng xét nghiệm nước giếng tại chợ", "chủ trì, trung tâm"),
        (COMMUNE, "I. NHIỆM VỤ\n1. Đo đạc bờ kè. Sở Xây dựng chủ trì; Công an tỉnh, UBND các xã, phường phối hợp.", "Phối hợp với Sở Xây dựng đo đạc bờ kè", "Công an tỉnh"),
        (COMMUNE, "I. NHIỆM VỤ\n1. Đo đạc bờ kè. Sở Xây dựng chủ trì, phối hợp Sở Tài chính.", "Chế độ thông tin", "đo đạc bờ kè"),
        # What another does with bodies like the unit; what is done at every place of its level.
        (STATION, "I. NHIỆM VỤ\n1. Bệnh viện Đa khoa tỉnh\na) Điều trị ngộ độc; hội chẩn với các trạm y tế khi cần.", "Phối hợp với Bệnh viện Đa khoa tỉnh hội chẩn khi cần", "điều trị ngộ độc"),
        (COMMUNE, "I. NHIỆM VỤ\n1. Văn phòng UBND tỉnh chủ trì lắp bảng điện tử tại toàn bộ trụ sở cấp xã từ ngày 01/4/2026.", "Phối hợp với Văn phòng UBND tỉnh lắp bảng điện tử", "Văn phòng UBND tỉnh chủ trì"),
        (COMMUNE, "I. NHIỆM VỤ\n1. Thanh tra tỉnh chủ trì kiểm tra tại toàn bộ trụ sở cấp xã.", "Chế độ thông tin", "Thanh tra tỉnh"),
        # A member of the Front has no part in what the Front leads itself.
        (FARMERS, "I. TỔ CHỨC THỰC HIỆN\n1. Đề nghị Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội\n- MTTQ: chủ trì phản biện.\n- Hội Nông dân: vận động xây bể lọc.", "vận động xây bể lọc", "phản biện"),
        (SCHOOL, "I. NHIỆM VỤ\n1. Xây bể nước. Phòng Kinh tế chủ trì, nhà trường phối hợp.", "Phối hợp với Phòng Kinh tế xây bể nước", "nhà trường phối hợp"),
    ],
)  # fmt: skip
def test_shared(unit: UnitProfile, body: str, there: str, gone: str) -> None:
    text = inner(draft_plan(parent(body), unit))
    assert there.lower() in text.lower(), text
    assert gone.lower() not in text.lower(), text


TOGETHER = """I. TỔ CHỨC THỰC HIỆN
1. Sở Y tế: chỉ đạo hệ thống y tế cơ sở phối hợp với các cơ sở giáo dục mầm non cân, đo trẻ hằng quý.
2. Hội Phụ nữ tỉnh: vận động hội viên cùng các trường mầm non làm sân chơi cho trẻ.
3. Sở Nội vụ: ban hành quy định đối với các cơ sở giáo dục mầm non.
4. Sở Tài chính: bàn giao hồ sơ tài sản giữa kho bạc với các trường mầm non.
5. Công an tỉnh: giải quyết vướng mắc với UBND các xã, phường, cơ quan thuế về hồ sơ cư trú.
"""


def test_what_others_do_with_the_unit_s_class_is_done_with_them() -> None:
    unit = UnitProfile("Trường Mầm non Hoa Mai", "school", parent="UBND xã Suối Bạc", year=2026)
    text = inner(draft_plan(parent_of(TOGETHER, "Chăm sóc trẻ em năm 2026"), unit))
    assert "Phối hợp với Sở Y tế cân, đo trẻ hằng quý." in text
    assert "Phối hợp với Hội Phụ nữ tỉnh vận động hội viên làm sân chơi cho trẻ." in text
    assert "ban hành quy định" not in text
    assert "bàn giao hồ sơ" not in text
    commune = UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", year=2026)
    assert "cư trú" not in inner(draft_plan(parent_of(TOGETHER, "Chăm sóc trẻ em năm 2026"), commune))


BESIDE = """I. TỔ CHỨC THỰC HIỆN
1. Sở Y tế: bố trí các đội y tế lưu động phối hợp UBND các xã, phường cấp phát thuốc tại điểm sơ tán.
2. Bộ Chỉ huy Quân sự tỉnh: phối hợp UBND các xã, phường dựng nhà bạt, bố trí điểm lưu trú tạm.
"""


def test_phoi_hop_without_voi_tells_with_whom_too() -> None:
    text = inner(draft_plan(parent_of(BESIDE, "Cứu trợ nhân dân năm 2026"), COMMUNE))
    assert "Phối hợp với Sở Y tế cấp phát thuốc tại điểm sơ tán." in text
    assert "Phối hợp với Bộ Chỉ huy Quân sự tỉnh dựng nhà bạt, bố trí điểm lưu trú tạm." in text


OFFICE = UnitProfile(
    "Sở Y tế",
    "department",
    year=2026,
    field=("y tế",),
    gatherer="Chi cục An toàn thực phẩm",
    divisions=(
        Division("Văn phòng Sở", ("thủ tục hành chính",)),
        Division("Chi cục An toàn thực phẩm", ("an toàn thực phẩm",)),
        Division("Trung tâm Kiểm soát bệnh tật tỉnh", ("điều tra ngộ độc",)),
    ),
)
PLACE = UnitProfile(
    "UBND xã Suối Bạc",
    "commune",
    place="xã Suối Bạc",
    year=2026,
    divisions=(Division("Phòng Kinh tế", ("chợ",)), Division("Trạm Y tế xã", ("y tế",))),
)


@pytest.mark.parametrize(
    ("task", "unit", "said", "lost"),
    [
        # bodies that close a task do all of it
        ("Duy trì 03 đội; dự trữ vật tư (Trung tâm Kiểm soát bệnh tật tỉnh).", PLACE, "", "đội"),
        ("Duy trì 03 đội; dự trữ vật tư (Trung tâm Kiểm soát bệnh tật tỉnh).", OFFICE, "dự trữ vật tư", ""),
        ("Hỗ trợ 05 chuỗi; hướng dẫn áp dụng. Thời gian: quý II. Giao Sở Công Thương.", PLACE, "", "chuỗi"),
        (
            "Kiện toàn Ban Chỉ đạo; ban hành quy chế (Sở Y tế chủ trì, phối hợp với Sở Nội vụ).",
            PLACE,
            "",
            "Kiện toàn",
        ),
        # who joins stays with what the unit leads, and a share of roles is said once
        (
            "Biên soạn 01 tài liệu - Sở Y tế; Sở Nội vụ phối hợp dịch nội dung.",
            OFFICE,
            "biên soạn 01 tài liệu; Sở Nội vụ phối hợp dịch nội dung",
            "- Sở Y tế",
        ),
        (
            "Tổ chức diễn tập trong tháng 7/2026. Sở Y tế chủ trì; Công an tỉnh phối hợp.",
            OFFICE,
            "diễn tập trong tháng 7/2026; Công an tỉnh phối hợp",
            "Sở Y tế chủ trì",
        ),
        (
            "Rà soát thủ tục hành chính. Cơ quan thực hiện: Sở Y tế, Sở Nội vụ; Văn phòng UBND tỉnh đôn đốc. Thời gian: Quý II/2026.",
            OFFICE,
            "Giao Văn phòng Sở rà soát thủ tục hành chính. Thời gian: Quý II/2026",
            "Cơ quan thực hiện",
        ),
        # whom others work with in a bracket tells no task
        (
            "Tuyên truyền ATTP (UBND các xã, phường chủ trì, phối hợp với Sở Y tế thực hiện).",
            OFFICE,
            "tuyên truyền ATTP",
            "phường thực hiện)",
        ),
        (
            "Khi có ca ngộ độc, trạm y tế xã, phường báo cáo ngay về Sở Y tế.",
            PLACE,
            "Trạm Y tế xã báo cáo",
            "",
        ),
    ],
)
def test_who_does_a_task_told_behind_it(task: str, unit: UnitProfile, said: str, lost: str) -> None:
    body = f"I. NHIỆM VỤ\n1. Nội dung\n1.1. {task}\n1.2. Các cơ quan, đơn vị tuyên truyền.\n"
    text = inner(draft_plan(parent_of(body, "An toàn thực phẩm năm 2026"), unit))
    assert said in text
    assert not lost or lost not in text


def test_a_short_form_of_the_parent_says_its_field_and_division() -> None:
    body = (
        "I. MỤC ĐÍCH\n1. Bảo đảm an toàn thực phẩm (ATTP) trong mùa lễ hội.\nII. NHIỆM VỤ\n1. Nội dung\n"
        "1.1. Giám sát mối nguy ATTP dịp lễ hội Xuân.\n1.2. Kiểm tra đột xuất khi có phản ánh của báo chí.\n"
    )
    draft = draft_plan(parent_of(body, "Phát triển kinh tế - xã hội năm 2026"), OFFICE)
    assert "mối nguy ATTP" in inner(draft)
    assert "Kiểm tra đột xuất" in inner(draft)
    assert draft.tasks[0].lead == "Chi cục An toàn thực phẩm"


def test_what_is_sent_to_the_unit_its_parts_send_to_who_gathers() -> None:
    body = (
        "I. NHIỆM VỤ\n1. Sở Y tế\n- Là cơ quan thường trực Ban Chỉ đạo an toàn thực phẩm tỉnh.\n2. Báo cáo\n"
        "2.1. Các sở, ban, ngành và UBND các xã, phường báo cáo kết quả về Sở Y tế (qua Chi cục An toàn thực phẩm) trước ngày 10/6/2026.\n"
        "2.2. Nếu có vướng mắc, các đơn vị phản ánh về Sở Y tế để theo dõi, báo cáo UBND tỉnh xem xét.\n"
    )
    text = inner(draft_plan(parent_of(body, "An toàn thực phẩm năm 2026"), OFFICE))
    assert (
        "Các phòng, đơn vị thuộc Sở báo cáo kết quả về Chi cục An toàn thực phẩm trước ngày 10/6/2026."
        in text
    )
    assert "các phòng, đơn vị thuộc Sở phản ánh về Chi cục An toàn thực phẩm để theo dõi" in text
    assert "Sở là cơ quan thường trực" in text


def test_a_next_step_without_a_thing_stays_with_the_thing() -> None:
    body = "I. NHIỆM VỤ\n1. Nội dung\n1.1. Xây dựng cơ sở dữ liệu của tỉnh; vận hành chính thức từ ngày 01/10/2026. Sở Khoa học và Công nghệ chủ trì, phối hợp với Sở Y tế.\n"
    text = inner(draft_plan(parent_of(body, "An toàn thực phẩm năm 2026"), OFFICE))
    assert "xây dựng cơ sở dữ liệu của tỉnh; vận hành chính thức từ ngày 01/10/2026" in text


def test_bodies_of_another_sort_of_commune_are_not_the_unit_s() -> None:
    body = (
        "I. MỤC TIÊU\n- 90% chợ đạt chuẩn.\n"
        "II. TỔ CHỨC THỰC HIỆN\n1. UBND các xã, phường\n- Giao Phòng Kinh tế (Phòng Kinh tế, Hạ tầng và Đô thị đối với phường) theo dõi chợ.\n"
    )
    text = inner(draft_plan(parent_of(body, "An toàn thực phẩm năm 2026"), PLACE))
    assert "90% chợ đạt chuẩn" in text
    assert "Phòng Kinh tế theo dõi chợ" in text


ROLE_LINES = """I. NHIỆM VỤ
1. Giống cây
a) Rà soát vườn cây đầu dòng.
- Thực hiện: UBND các xã, phường.
b) Mở lớp tập huấn cho nông dân.
Chủ trì: UBND các xã, phường; Phối hợp: Sở Xây dựng; Thời gian: quý III năm 2026.
c) Hình thành chuỗi tiêu thụ nhãn.
- Chủ trì: Sở Công Thương. Phối hợp: Sở Tài chính. Thời gian: 2026 - 2027.
d) Xây dựng bản đồ vùng trồng.
- Chủ trì: Sở Khoa học và Công nghệ. Phối hợp: Sở Tài chính, UBND các xã, phường. Thời gian: quý IV/2026.
2. Phòng trừ sâu bệnh
- Điều tra sâu bệnh theo định kỳ.
- Thu gom vỏ chai thuốc.
- Chủ trì: Chi cục Trồng trọt. Phối hợp: UBND các xã, phường.
"""


def test_a_line_that_only_shares_out_a_task_is_the_end_of_the_task() -> None:
    draft = draft_plan(parent_of(ROLE_LINES, "Phát triển cây ăn quả năm 2026"), PLACE)
    text = inner(draft)
    assert "Rà soát vườn cây đầu dòng.\n" in text
    assert "Mở lớp tập huấn cho nông dân. Phối hợp: Sở Xây dựng; thời gian: quý III năm 2026." in text
    assert "tiêu thụ nhãn" not in text
    helped = "Phối hợp với Sở Khoa học và Công nghệ xây dựng bản đồ vùng trồng; thời gian: quý IV/2026."
    assert helped in text
    tasks = {task.content: task for task in draft.tasks}
    assert not any(content.startswith(("Chủ trì", "Thực hiện", "Phối hợp:")) for content in tasks)
    course = tasks["Mở lớp tập huấn cho nông dân"]
    assert (course.partners, course.time) == ("Sở Xây dựng", "quý III năm 2026")
    assert tasks["Phối hợp với Chi cục Trồng trọt: Thu gom vỏ chai thuốc"].partners == "Chi cục Trồng trọt"


def test_a_short_name_of_another_class_is_not_the_unit_s() -> None:
    body = (
        "I. YÊU CẦU\n1. Xác định rõ trách nhiệm của từng sở, ngành, UBND các xã, phường (sau đây gọi chung là UBND cấp xã).\n"
        "II. NHIỆM VỤ\n1. UBND cấp xã lập danh sách hộ nuôi.\n2. Các sở, ngành kiểm tra việc thực hiện.\n"
    )
    text = inner(draft_plan(parent_of(body, "Chăn nuôi an toàn năm 2026"), OFFICE))
    assert "trách nhiệm của các phòng, đơn vị thuộc Sở." in text
    assert "lập danh sách" not in text


SORTS = """I. YÊU CẦU
1. Người đứng đầu các cơ quan, đơn vị, địa phương chịu trách nhiệm trước Chủ tịch UBND tỉnh nếu để tai nạn tăng. Tỉnh hiện có 64 xã, phường.
II. MỤC TIÊU
1. Năm 2026, số vụ tai nạn không quá 268 vụ; đàn vịt đạt 1,5 triệu con.
III. NHIỆM VỤ
1. Giải tỏa hành lang đường bộ: UBND các xã, phường thống kê công trình vi phạm trước ngày 30/6/2026; không để tái lấn chiếm.
2. UBND các xã có bến (Bến Trại, Thượng Mạ) ký cam kết với chủ bến.
3. UBND các xã có chợ (Suối Bạc, Thượng Mạ) rà soát chợ.
IV. TỔ CHỨC THỰC HIỆN
1. UBND các xã, phường
- Bố trí 150 triệu đồng/năm đối với xã, 300 triệu đồng/năm đối với phường để duy tu đường.
- Sửa đường thôn. Đối với các phường: bố trí điểm đỗ xe. Đối với xã: vận động chủ xe công nông.
- Phân công 01 Phó Chủ tịch UBND phụ trách; mỗi thôn lập 01 tổ tự quản trong quý II/2026.
"""


def test_what_is_told_for_another_sort_or_the_whole_is_not_the_commune_s() -> None:
    text = inner(draft_plan(parent_of(SORTS, "Bảo đảm an toàn giao thông năm 2026"), PLACE))
    assert "chịu trách nhiệm trước Chủ tịch UBND xã nếu để tai nạn tăng" in text
    assert "Tỉnh hiện có" not in text
    assert "số vụ tai nạn không quá […] vụ; đàn vịt đạt […] triệu con" in text
    assert "Giải tỏa hành lang đường bộ" in text
    assert "Nhiệm vụ chung của UBND xã\nUBND xã thống kê" not in text
    assert "ký cam kết" not in text
    assert "UBND xã rà soát chợ" in text
    assert "150 triệu đồng/năm đối với xã để duy tu đường" in text
    assert "điểm đỗ xe" not in text
    assert "vận động chủ xe công nông" in text
    assert "mỗi thôn lập 01 tổ tự quản" in text


def test_a_post_with_its_mark_of_authority_is_two_lines() -> None:
    unit = UnitProfile("UBND xã A", "commune", signer_title="TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH")
    said = in_ordinary_spelling(unit)
    assert (said.authority, said.signer_title) == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")


def test_who_has_the_matter_sends_it_and_what_others_do_with_a_thing_is_theirs() -> None:
    unit = UnitProfile(
        "UBND xã Suối Bạc",
        "commune",
        place="xã Suối Bạc",
        gatherer="Công an xã",
        divisions=(Division("Công an xã", ("an ninh",)), Division("Phòng Kinh tế", ("ngân sách, dự toán",))),
    )
    body = (
        "I. NHIỆM VỤ\n1. UBND các xã, phường lập dự toán ngân sách gửi Sở Tài chính trước ngày 15/7.\n"
        "2. UBND các xã, phường báo cáo kết quả về Công an tỉnh trước ngày 10/6.\n"
    )
    text = inner(draft_plan(parent_of(body, "An toàn giao thông năm 2026"), unit))
    assert "Phòng Kinh tế tham mưu Lãnh đạo UBND xã lập dự toán" in text
    assert "Công an xã tham mưu Lãnh đạo UBND xã báo cáo kết quả" in text


def test_the_division_that_the_annex_names_stands_in_the_text() -> None:
    body = (
        "I. NHIỆM VỤ\n1. Tham mưu UBND tỉnh ban hành Quyết định về an toàn thực phẩm. "
        "Giao Sở Y tế chủ trì, phối hợp với Sở Tư pháp lấy ý kiến trước ngày 31/5/2026.\n"
    )
    draft = draft_plan(parent_of(body, "Bảo vệ sức khỏe năm 2026"), OFFICE)
    assert "Chi cục An toàn thực phẩm chủ trì, phối hợp với Sở Tư pháp lấy ý kiến" in inner(draft)
    assert not any("Bộ phận được giao" in slot.label for slot in draft.slots)


@pytest.mark.parametrize(
    ("lines", "there"),
    [
        # Behind a role word stands more than bodies: what to do, where and when, with which money, who takes part.
        (("- Phun thuốc diệt muỗi. Thực hiện: UBND các xã tổ chức phun tại 12 thôn trong tháng 6/2026.",), "phun tại 12 thôn trong tháng 6/2026"),
        (("- Phun thuốc diệt muỗi.", "- Phụ trách: UBND các xã; kinh phí do ngân sách xã bảo đảm."), "kinh phí do ngân sách xã bảo đảm"),
        (("- Mở hội nghị; chủ trì: Chủ tịch UBND xã; thành phần: trưởng thôn.",), "thành phần: trưởng thôn"),
        (("- Phun thuốc tại chợ.", "- Phối hợp: mời Hội Nông dân xã tham gia tuyên truyền."), "mời Hội Nông dân xã tham gia"),
        # The unit's own duty stays, whoever leads the rest.
        (("- Nội dung: mở mô hình.", "- Chủ trì: Sở Y tế. Sản phẩm: 03 mô hình tại xã; UBND các xã đăng ký danh sách trước ngày 15/4/2026."), "đăng ký danh sách trước ngày 15/4/2026"),
    ],
)  # fmt: skip
def test_more_than_bodies_behind_a_role_word_stays(lines: tuple[str, ...], there: str) -> None:
    body = "\n".join(("II. NHIỆM VỤ", "1. Phòng dịch", *lines, "2. Khám bệnh cho người già.\n"))
    draft = draft_plan(parent_of(body, "Phòng bệnh năm 2026"), PLACE)
    assert there in inner(draft)
    assert not any("mời" in task.partners for task in draft.tasks)


def test_a_role_line_between_tasks_tells_of_those_before_it() -> None:
    unit = UnitProfile("UBND xã Suối Bạc", "commune", divisions=(Division("Phòng Kinh tế"),))
    body = (
        "II. NHIỆM VỤ\n1. Môi trường\n- Thu gom rác thải tại chợ.\n- Trồng cây ven đường.\n"
        "- Chủ trì: Phòng Kinh tế; phối hợp: Công an xã.\n- Sửa chữa cống thoát nước.\n"
    )
    tasks = draft_plan(parent_of(body, "Môi trường năm 2026"), unit).tasks
    assert {task.content: task.partners for task in tasks} == {
        "Thu gom rác thải tại chợ": "Công an xã",
        "Trồng cây ven đường": "Công an xã",
        "Sửa chữa cống thoát nước": "",
    }


def test_who_leads_and_helps_may_be_told_as_above() -> None:
    body = (
        "II. NHIỆM VỤ\nTT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian\n"
        "1 | Rà soát vị trí việc làm | Sở Nội vụ | Sở Tài chính | Quý I/2026\n"
        "2 | Đào tạo công chức | Như trên | -nt- | Như trên\n"
    )
    tasks = draft_plan(parent_of(body, "Cán bộ năm 2026"), UnitProfile("Sở Nội vụ", "department")).tasks
    assert [(t.content, t.partners, t.time) for t in tasks][1:] == [
        ("Đào tạo công chức", "Sở Tài chính", "Quý I/2026")
    ]


def test_what_goes_on_of_a_task_of_others_is_theirs() -> None:
    body = "II. NHIỆM VỤ\n1. Mở lớp khuyến nông.\n2. Kiểm đếm tàu cá (Chủ trì: Sở Xây dựng).\nCập nhật hằng tháng.\n"
    text = inner(draft_plan(parent_of(body, "Thủy sản năm 2026"), OFFICE))
    assert "Mở lớp khuyến nông" in text
    assert "Cập nhật hằng tháng" not in text


@pytest.mark.parametrize(
    ("unit", "body", "there"),
    [
        (COMMUNE, "Sở Văn hóa mở hội diễn “Tiếng hát đồng quê” trong tháng 8; các xã đưa 15 diễn viên lên dự.", "lên dự hội diễn “Tiếng hát đồng quê” do Sở Văn hóa mở trong tháng 8."),
        (CENTRE, "Sở Y tế tổ chức Hội thi điều dưỡng giỏi trong quý III/2026. Các trung tâm y tế khu vực cử 05 thí sinh dự thi.", "cử 05 thí sinh dự Hội thi điều dưỡng giỏi do Sở Y tế tổ chức trong quý III/2026."),
        (COMMUNE, "Sở Xây dựng chủ trì thành lập đoàn kiểm tra nhà trọ; UBND các xã cử 01 công chức tham gia.", "tham gia đoàn kiểm tra nhà trọ do Sở Xây dựng thành lập."),
        # What names what it joins needs nothing more.
        (COMMUNE, "Sở Y tế tổ chức hội thi; các xã cử 02 người tham gia Ban Giám khảo.", "UBND xã cử 02 người tham gia Ban Giám khảo."),
    ],
)  # fmt: skip
def test_what_is_joined_is_told(unit: UnitProfile, body: str, there: str) -> None:
    assert there in inner(draft_plan(parent(f"I. NHIỆM VỤ\n1. {body}"), unit))
