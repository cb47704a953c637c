"""Lists, second subjects, conditions, sums and rights in a parent: each row is a fault once seen in a draft."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.draft.child.assign import choose_division
from assistant.draft.child.figures import open_counts
from assistant.draft.draft import draft_plan
from assistant.draft.model import SLOT, Draft
from assistant.draft.unit.profile import Division, UnitProfile
from ingest.pipeline import plan_from_text
from ingest.plan import RawText

DEPARTMENT = UnitProfile(
    "Sở Nội vụ",
    "department",
    parent="UBND TỈNH SƠN HÀ",
    year=2026,
    gatherer="Văn phòng Sở",
    divisions=(
        Division("Văn phòng Sở", ("tổng hợp báo cáo", "tiếp công dân")),
        Division("Phòng Công chức", ("tuyển dụng, đào tạo công chức",)),
        Division("Phòng Lao động", ("an toàn lao động", "vi phạm pháp luật về lao động")),
    ),
)
COMMUNE = UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", year=2026)
SCHOOL = UnitProfile("Trường THCS Suối Bạc", "school", parent="UBND XÃ SUỐI BẠC", year=2026)


def draft(unit: UnitProfile, body: str, title: str = "Về an toàn phương tiện năm 2026") -> Draft:
    text = (
        f"ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ\n\nSố: 12/KH-UBND\nSơn Hà, ngày 05 tháng 01 năm 2026\n\nKẾ HOẠCH\n{title}\n\n"
        f"Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n\nI. NHIỆM VỤ\n{body}\nII. TỔ CHỨC THỰC HIỆN\n"
        "1. Các sở, ban, ngành, UBND các xã, phường, các trường tổ chức thực hiện.\n"
    )
    return draft_plan(plan_from_text(RawText("kh.txt", text)), unit)


@pytest.mark.parametrize(
    ("unit", "line", "there", "gone"),
    [
        # A condition that says who is bound stays.
        (DEPARTMENT, "Các đơn vị có xe phải đăng ký lịch.", "các phòng, đơn vị thuộc sở có xe phải", "[…]"),
        (COMMUNE, "UBND các xã, phường có chợ lập phương án.", "ubnd xã (nếu có chợ) lập", "các xã"),
        (COMMUNE, "UBND các xã chưa có bến đò bố trí đất.", "ubnd xã (nếu chưa có bến đò) bố trí", "các xã"),
        (COMMUNE, "UBND các xã bị ngập lụt thống kê nhà hỏng.", "xã (nếu bị ngập lụt) thống kê", "các xã"),
        (COMMUNE, "UBND các xã để xảy ra đuối nước kiểm điểm.", "(nếu để xảy ra đuối nước)", "các xã"),
        (COMMUNE, "UBND các xã đã gộp bàn giao hồ sơ.", "ubnd xã (nếu đã gộp) bàn giao", "các xã"),
        (COMMUNE, "UBND các xã, phường ven biển lắp phao.", "ubnd xã (nếu là xã ven biển) lắp", "các xã"),
        (COMMUNE, "UBND các xã thuộc vùng lũ tổ chức trực đò.", "xã (nếu thuộc vùng lũ) tổ chức", "các xã"),
        (COMMUNE, "UBND các xã thuộc tỉnh lập danh sách đò.", "ubnd xã lập danh sách", "(nếu"),
        (COMMUNE, "UBND các xã chủ động bố trí đò.", "ubnd xã chủ động bố trí", "(nếu"),
        (SCHOOL, "Các trường chưa đạt chuẩn lập lộ trình.", "(nếu chưa đạt chuẩn) lập", "các trường"),
        # Another level's act ends the unit's part.
        (SCHOOL, "Các trường mở lớp; các vụ, cục đi kiểm tra dạy học.", "mở lớp", "đi kiểm tra"),
        (COMMUNE, "UBND các xã lập danh sách, các sở thẩm định sau 05 ngày.", "lập danh sách", "thẩm định"),
        (COMMUNE, "UBND các xã đăng ký nhu cầu; tỉnh bố trí vốn.", "đăng ký nhu cầu", "bố trí vốn"),
        # One side of a relation, a field, a place, a payee are no parts of the unit.
        (
            DEPARTMENT,
            "Củng cố quan hệ giữa chính quyền các cấp với Nhân dân.",
            "với nhân dân",
            "giữa các phòng",
        ),
        (
            DEPARTMENT,
            "Rà soát xe theo từng ngành, địa phương.",
            "theo từng ngành, địa phương",
            "theo các phòng",
        ),
        (COMMUNE, "Giữ an toàn giao thông tại các địa phương.", "tại các địa phương", "tại các phòng"),
        # The superior's sum is asked for.
        (COMMUNE, "Tổng giá trị xuất khẩu đạt 400 triệu USD.", "đạt […] triệu usd", "400"),
    ],
)
def test_a_line_says_of_the_unit_no_more_than_the_parent(
    unit: UnitProfile, line: str, there: str, gone: str
) -> None:
    said = draft(unit, f"1. {line}").text().lower().partition("tổ chức thực hiện")[0]
    assert there in said
    assert gone.lower() not in said.partition("nhiệm vụ\n")[2]


def test_a_list_of_cases_stays_whole_with_its_lead_in_and_is_one_row() -> None:
    body = "1. Công khai việc tuyển dụng công chức trong các trường hợp sau:\na) Người trúng tuyển bỏ thi;\nb) Cơ quan tuyển dụng đổi chỉ tiêu trong 05 ngày;\nc) Kỳ thi bị hoãn."
    made = draft(DEPARTMENT, body)
    for words in (
        "Người trúng tuyển bỏ thi",
        "Cơ quan tuyển dụng đổi chỉ tiêu trong 05 ngày",
        "Kỳ thi bị hoãn",
    ):
        assert words in made.text()
        assert [task.lead for task in made.tasks if words in task.content] == ["Phòng Công chức"]


@pytest.mark.parametrize(
    "limit",
    [
        "Cơ sở có doanh thu trên 2 tỷ đồng/năm phải xuất hóa đơn",
        "Giá trị gói thầu dưới 100 triệu đồng được mua sắm trực tiếp",
        "Dự án có tổng mức đầu tư dưới 15 tỷ đồng do xã quyết định",
        "Hợp đồng có giá trị 30 triệu đồng phải công chứng",
        "Doanh thu đạt 3 tỷ đồng trở lên thì nộp thuế theo kê khai",
        "Tổng mức chi không quá 4 triệu đồng/người",
        "Tổng mức chi đạt 4 triệu đồng/người",
    ],
)
def test_a_limit_of_the_law_or_a_rate_is_no_share_of_the_unit(limit: str) -> None:
    assert open_counts(limit, every=True) == (limit, ())


@pytest.mark.parametrize(
    "line",
    [
        "Nhân dân được bảo vệ quyền lợi khi thu hồi đất.",
        "Lao động nữ được nghỉ 6 tháng.",
        "Không có hộ tái nghèo.",
        "Dữ liệu là tài nguyên quan trọng của tỉnh.",
    ],
)
def test_a_right_or_a_statement_is_no_row(line: str) -> None:
    assert not [task for task in draft(COMMUNE, f"1. {line}").tasks if task.content[:9] == line[:9]]


@pytest.mark.parametrize(
    "line",
    [
        "Cử tri được lấy ý kiến về quy hoạch bến đò trước khi phê duyệt.",
        "Trẻ em được tiêm đủ mũi vắc xin bại liệt trước khi vào lớp 1.",
        "Gia đình vùng sạt lở được di dời đến nơi an toàn.",
        "Hội viên hưởng ứng Tết trồng cây.",
        "Không có phao cứu sinh thì đình chỉ hoạt động của bến đò.",
        "Không có phao cứu sinh, đình chỉ hoạt động của bến đò.",
        "Không còn hạn đăng kiểm phải dừng chở khách.",
        "Tiền phạt được nộp vào ngân sách.",
    ],
)
def test_what_is_done_for_persons_or_follows_from_a_lack_is_a_row(line: str) -> None:
    assert [task for task in draft(COMMUNE, f"1. {line}").tasks if task.content[:9] == line[:9]]


@pytest.mark.parametrize(
    ("task", "division"),
    [
        ("Đào tạo công chức nhằm giảm tai nạn, bảo đảm an toàn lao động", "Phòng Công chức"),
        ("Rà soát văn bản quy phạm pháp luật", None),
        ("Sửa chữa nhà xe theo tiêu chuẩn an toàn lao động", None),
        ("Sơ kết 06 tháng thực hiện Kế hoạch", "Văn phòng Sở"),
        ("Chủ trì, phối hợp với các sở, ngành theo dõi, đôn đốc việc thực hiện Kế hoạch này", "Văn phòng Sở"),
        ("Báo cáo kết quả tuyển dụng, đào tạo công chức", "Văn phòng Sở"),
    ],
)
def test_the_main_verb_and_its_object_choose_the_division(task: str, division: str | None) -> None:
    assert choose_division(task, DEPARTMENT) == division


BUILDERS = UnitProfile(
    "UBND xã Suối Bạc",
    "commune",
    gatherer="Văn phòng HĐND và UBND",
    divisions=(
        Division("Văn phòng HĐND và UBND", ("tổng hợp báo cáo",)),
        Division("Phòng Kinh tế", ("công thương", "xây dựng, giao thông; đất đai")),
        Division("Phòng Văn hóa - Xã hội", ("khoa học, công nghệ", "giảm nghèo")),
    ),
)


@pytest.mark.parametrize(
    ("task", "division"),
    [
        ("Thu hồi giấy phép xây dựng", "Phòng Kinh tế"),
        ("Điều chỉnh quy hoạch xây dựng", "Phòng Kinh tế"),
        ("Quản lý trật tự xây dựng trên địa bàn", "Phòng Kinh tế"),
        ("Xây dựng bến đò Nà Ớt", "Phòng Kinh tế"),
        ("Xây dựng kè chống xói", "Phòng Kinh tế"),
        ("Đẩy mạnh công nghệ thông tin", "Phòng Văn hóa - Xã hội"),
        ("Thực hiện an sinh xã hội", "Phòng Văn hóa - Xã hội"),
        ("Xây dựng kịch bản diễn tập", "Văn phòng HĐND và UBND"),
        ("Xây dựng, ban hành quy chế", "Văn phòng HĐND và UBND"),
        ("Tham mưu xây dựng chính quyền vững mạnh", None),
    ],
)
def test_building_is_a_field_and_drawing_up_is_none(task: str, division: str | None) -> None:
    assert choose_division(task, BUILDERS) == division


def test_who_does_what_agrees_with_the_annex() -> None:
    made = draft(DEPARTMENT, "1. Kiểm tra an toàn lao động tại bến xe.\n2. Tiếp công dân hằng tuần.")
    told = {p.text.partition(":")[0]: p.text for p in made.paragraphs if "của Kế hoạch này" in p.text}
    leads = {task.lead for task in made.tasks}
    assert {name for name, words in told.items() if "chủ trì" in words} >= leads & {
        d.name for d in DEPARTMENT.divisions
    }


def test_a_period_keeps_its_years() -> None:
    unit = UnitProfile("Sở Nội vụ", "department", year=2027)
    said = draft(unit, "1. Tổng kết Kế hoạch 5 năm (2021 - 2026) và kế hoạch năm 2026.").text()
    assert "(2021 - 2026)" in said
    assert "kế hoạch năm 2027" in said


def test_what_others_do_is_no_content_of_a_list() -> None:
    body = (
        "1. UBND các xã, phường lập hồ sơ xếp hạng bến đò gồm các tài liệu sau:\na) Bản kê bến đò;\n"
        "b) Sở Xây dựng vẽ bản đồ luồng lạch, trình UBND tỉnh trước ngày 20/7/2026.\n"
        "2. Lập đoàn kiểm tra bến đò, thành phần gồm:\na) Đại diện đoàn thể;\nb) Công an tỉnh chủ trì giữ trật tự.\n"
        "3. Các cơ quan làm theo tiêu chí sau:\na) Sở Xây dựng chấm điểm bến đò;\nb) UBND các xã, phường tự chấm điểm.\n"
    )
    made = draft(COMMUNE, body, "Về an toàn bến đò năm 2026")
    said = made.text() + "".join(task.content + task.time for task in made.tasks)
    assert "Bản kê bến đò" in said and "Đại diện đoàn thể" in said and "tự chấm điểm" in said
    assert "20/7/2026" not in said and "Công an tỉnh" not in said and "Sở Xây dựng" not in said


def test_one_division_leads_each_part() -> None:
    body = "1. Thu hồi giấy phép xây dựng.\n" + "".join(f"{n}. Phát tờ rơi đợt {n}.\n" for n in range(2, 17))
    made = draft(BUILDERS, body)
    told = {p.text.partition(":")[0]: p.text for p in made.paragraphs if "của Kế hoạch này" in p.text}
    assert "tại mục I.1 của" in told["Phòng Kinh tế"]
    assert "I.2, I.3" in told["Phòng Văn hóa - Xã hội"]
    assert "mục I," not in told["Phòng Văn hóa - Xã hội"]


@pytest.mark.parametrize(
    ("task", "division"),
    [
        ("Diệt lăng quăng, bọ gậy tại các hộ", "Phòng Văn hóa - Xã hội"),
        ("Sửa 03 cống thủy lợi nội đồng", "Phòng Kinh tế"),
        ("Treo băng rôn tại 02 bến đò", "Phòng Văn hóa - Xã hội"),
        ("Lập dự toán mua áo phao", "Phòng Kinh tế"),
        ("Trang bị áo phao cho 04 bến", None),
    ],
)
def test_the_line_of_work_chooses_where_no_duty_says_the_words(task: str, division: str | None) -> None:
    """The rooms of a commune are charged by law; what is in no line of work is a slot, told in the text and in the list."""
    assert choose_division(task, BUILDERS) == division
    made = draft(BUILDERS, f"1. {task}.")
    leads = {row.content: row.lead for row in made.tasks}
    assert leads[task] == (division or SLOT)
    slots = [slot.label for slot in made.slots if slot.label.startswith("Bộ phận chủ trì của")]
    assert slots == ([] if division else ["Bộ phận chủ trì của 1 nhiệm vụ"])


def test_what_the_text_charges_all_parts_or_the_head_with_is_no_divisions_alone() -> None:
    made = draft(
        BUILDERS, "1. Các cơ quan, đơn vị rà soát áo phao.\n2. Chủ tịch UBND các xã kiểm tra bến đò."
    )
    assert [task.lead for task in made.tasks][:2] == ["Các phòng, đơn vị, thôn thuộc xã", "Chủ tịch UBND xã"]


def test_what_the_plan_is_about_chooses_the_division_of_tasks_that_say_it() -> None:
    unit = replace(
        BUILDERS, divisions=(*BUILDERS.divisions[:2], Division("Phòng Văn hóa - Xã hội", ("y tế, đò",)))
    )
    theme = "Quản lý đò ngang năm 2026"
    assert choose_division("Rà soát đò ngang", unit, theme=theme) == "Phòng Văn hóa - Xã hội"
    assert choose_division("Phát tờ rơi", unit, theme=theme) == "Phòng Văn hóa - Xã hội"
    assert (
        choose_division("Rà soát đò ngang", unit, theme="Về an toàn giao thông") == "Phòng Văn hóa - Xã hội"
    )


def test_what_nobodys_duties_speak_of_is_a_slot_with_the_likeliest_named() -> None:
    """The plan's theme gives no task to the division that has it; to plan and to sum up it does."""
    theme = "Về an toàn giao thông"
    assert choose_division("Rà soát áo phao", BUILDERS, theme=theme) is None
    assert choose_division("Sơ kết việc thực hiện Kế hoạch", BUILDERS, theme=theme) == "Phòng Kinh tế"
    assert choose_division(
        "Kiện toàn Ban Chỉ đạo", BUILDERS, theme="Công tác hè, xây dựng và thực hiện quy chế bến đò"
    ) == ("Văn phòng HĐND và UBND")
    made = draft(BUILDERS, "1. Rà soát áo phao.\n2. Thu hồi giấy phép xây dựng.", f"{theme} năm 2026")
    first, second = made.tasks[:2]
    assert (first.lead, first.likely) == (SLOT, ("Phòng Kinh tế", "Văn phòng HĐND và UBND"))
    assert (second.lead, second.likely) == ("Phòng Kinh tế", ())
    told = [slot.path for slot in made.slots if slot.label == "Bộ phận chủ trì của 1 nhiệm vụ"]
    assert told == ["Phụ lục, TT 1 (gần nhất: Phòng Kinh tế hoặc Văn phòng HĐND và UBND)"]


@pytest.mark.parametrize(("behind", "kept"), [(" trước ngày 30/6/2026", True), ("", False)])
def test_a_time_behind_what_those_above_do_next_is_kept(behind: str, kept: bool) -> None:
    line = "Sở Xây dựng phối hợp với UBND các xã, phường lập danh sách bến để Sở Xây dựng tổng hợp"
    made = draft(COMMUNE, f"{line}{behind}.")
    (text,) = (p.text for p in made.paragraphs if p.text.startswith("Phối hợp với Sở Xây dựng"))
    assert ("30/6/2026" in text, "tổng hợp" in text) == (kept, kept)


_COMMITTEE = UnitProfile("Đảng ủy xã Suối Bạc", "party_committee", place="xã Suối Bạc", year=2026)


@pytest.mark.parametrize(
    ("unit", "line", "there", "gone"),
    [
        # One head, one commune is no share of itself.
        (_COMMITTEE, "100% người đứng đầu cấp ủy, chính quyền các cấp tiếp dân.", "- Người đứng đầu Đảng ủy tiếp dân", "100%"),
        (SCHOOL, "100% người đứng đầu cấp ủy, chính quyền các cấp tiếp dân.", "- Người đứng đầu Nhà trường tiếp dân", "100%"),
        (COMMUNE, "100% xã, phường có tổ thu gom rác.", "- Xã có tổ thu gom rác", "100%"),
        # All of another level, or some of the unit's own, are not the unit.
        (COMMUNE, "100% phường có tuyến phố văn minh.", "100% phường có", "Xã có"),
        (COMMUNE, "Phổ biến rằng 100% xã nghèo có bể rác.", "100% xã nghèo", "rằng xã"),
        (COMMUNE, "Năm 2026, 100% xã biên giới có bể rác.", "100% khu vực biên giới", "2026, xã"),
        (COMMUNE, "100% hộ có thùng rác.", "100% hộ có thùng rác", "Hộ có"),
        # Nor does one of many reach a part of the share that counts it.
        # Nor is a share of the communes a number of them.
        (COMMUNE, "UBND các xã bảo đảm ít nhất 20% xã, phường không rác.", "", "xã, phường không rác"),
        (COMMUNE, "UBND các xã thu gom rác, bảo đảm ít nhất 20% xã, phường không rác.", "xã thu gom rác, bảo đảm ít nhất 20% xã, phường", "[…] xã"),
        (_COMMITTEE, "UBND các xã, phường bảo đảm ít nhất 20% xã, phường không rác.", "", "xã, phường không rác"),
        (_COMMITTEE, "Năm 2026, bảo đảm ít nhất 20% xã, phường không rác.", "", "xã, phường không rác"),
        (COMMUNE, "Trên 80% số trạm y tế cấp xã trên địa bàn tỉnh có bác sĩ.", "", "trạm y tế"),
        (SCHOOL, "Tăng thêm ít nhất 10% số trường có bếp ăn, 20% số lớp bán trú.", "nhất […] số trường có bếp ăn, 20% số lớp", "10%"),
        (SCHOOL, "Tăng thêm 12.5% số trường có bếp ăn.", "thêm […] số trường có bếp ăn", "12.5%"),
        (SCHOOL, "Giảm 10% trường hợp nghỉ học.", "Giảm 10% trường hợp nghỉ học", "[…] trường"),
        # A share that is said of the whole province is true of it.
        (COMMUNE, "UBND các xã góp phần đạt 50% xã, phường trên toàn tỉnh không rác.", "50% xã, phường trên toàn tỉnh", "[…] xã"),
    ],
)  # fmt: skip
def test_a_share_of_many_is_no_figure_of_one(unit: UnitProfile, line: str, there: str, gone: str) -> None:
    body = f"1. Chỉ tiêu\n- {line}\n- Các cơ quan, đơn vị niêm yết công khai."
    done = draft(unit, body)
    text = "\n".join(
        f"{p.label} {p.text}" for p in done.paragraphs if p.kind not in {"title", "basis", "closing"}
    )
    assert there in text and gone not in text, text
    if "[…]" in there:
        assert any(slot.label.startswith(f"Phần của đơn vị (cấp trên nêu: {gone} ") for slot in done.slots)
    if not there:
        told = line[:20]
        assert any(f"cần xác định mức của đơn vị (“{told}" in warning for warning in done.warnings)


@pytest.mark.parametrize("joined", [", ", " và "])
@pytest.mark.parametrize(
    "does", ["lập danh mục", "tuyên truyền trên loa", "bố trí cán bộ", "đăng ký mô hình"]
)
def test_a_list_of_all_bodies_acts_however_its_last_is_joined(joined: str, does: str) -> None:
    told = f"I. NHIỆM VỤ\n1. Các sở, ban, ngành{joined}UBND các xã, phường {does} trước ngày 31/5/2026."
    said = "\n".join(p.text for p in draft(DEPARTMENT, told).paragraphs)
    assert f"Các phòng, đơn vị thuộc Sở {does} trước ngày 31/5/2026" in said, said


def test_an_average_of_a_time_is_of_the_whole() -> None:
    """What the whole does in a quarter is no more the unit's than its sum; the mean of each household is."""
    text, slots = open_counts("Cắt giảm 120 tàu lưới kéo, bình quân mỗi quý giảm 30 tàu", every=True)
    assert text == "Cắt giảm […] tàu lưới kéo, bình quân mỗi quý giảm […] tàu"
    assert len(slots) == 2
    assert open_counts("Bình quân mỗi hộ trồng 300 cây", every=True)[1] == ()
