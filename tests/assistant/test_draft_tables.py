"""Tables of the parent: rounds with their times in the body, figures allotted in an annex; invented text."""

from __future__ import annotations

import pytest

from assistant.draft.child.schedule import cell_words
from assistant.draft.draft import draft_plan
from assistant.draft.model import Draft
from assistant.draft.unit.profile import UnitProfile
from ingest.pipeline import plan_from_text
from ingest.plan import CELL_BREAK, RawText
from tests.assistant.draft_texts import inner

COMMUNE = UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", year=2026)
SCHOOL = UnitProfile("Trường THPT Nguyễn Du", "school", parent="Sở Giáo dục và Đào tạo", year=2026)
UNION = UnitProfile("Công đoàn xã Suối Bạc", "agency", parent="Liên đoàn Lao động tỉnh", year=2026)

ROUNDS = """I. NỘI DUNG
1. Tổ chức ba vòng thi toàn tỉnh:

| Vòng | Thời gian | Địa điểm | Số câu |
| --- | --- | --- | --- |
| 1 | Từ 05/3 đến 20/3/2026 | Trực tuyến | 30 |
| 2 | Tuần cuối tháng 4 | Hội trường | 20 |
| | | Cộng | 50 |

2. Sở Văn hóa trao giải.
"""
SHARED = """I. NỘI DUNG
1. Các nhiệm vụ chính:

| TT | Nhiệm vụ | Thời gian | Đơn vị thực hiện |
| --- | --- | --- | --- |
| 1 | Lập danh sách hộ | Tháng 3 | UBND các xã, phường |
| 2 | In phiếu khảo sát | Tháng 2 | Sở Tài chính |
"""
ALLOTTED = """I. NỘI DUNG
1. Các địa phương nhận thùng rác.

PHỤ LỤC
PHÂN BỔ THÙNG RÁC NĂM 2026

| TT | Đơn vị | Thùng 120 lít (cái) | Thùng 240 lít (cái) | Xe đẩy (chiếc) |
| --- | --- | --- | --- | --- |
| 1 | UBND xã Suối Bạc | 45 | 12 | 3 |
| 2 | UBND xã Mường Lai | 60 | 18 | 4 |
| | Cộng | 105 | 30 | 7 |
"""


def drafted(body: str, unit: UnitProfile) -> Draft:
    text = (
        f"KẾ HOẠCH\nTìm hiểu môi trường năm 2026\n\nUBND tỉnh Sơn Hà ban hành Kế hoạch như sau:\n\n{body}\n"
    )
    return draft_plan(plan_from_text(RawText("kh.md", text)), unit)


@pytest.mark.parametrize("unit", [COMMUNE, SCHOOL, UNION], ids=lambda unit: unit.name)
def test_rounds_and_times_follow_the_line_that_announces_them(unit: UnitProfile) -> None:
    text = inner(drafted(ROUNDS, unit))
    assert "Vòng 1: thời gian: từ 05/3 đến 20/3/2026; địa điểm: Trực tuyến" in text, text
    assert "Vòng 2: thời gian: tuần cuối tháng 4" in text
    assert "Cộng" not in text
    assert "trao giải" not in text


def test_a_table_that_shares_work_out_gives_each_its_own() -> None:
    draft = drafted(SHARED, COMMUNE)
    contents = [task.content for task in draft.tasks]
    assert any("Lập danh sách hộ" in words for words in contents)
    assert not any("In phiếu khảo sát" in words for words in contents)


def test_allotted_figures_keep_their_heads_and_units() -> None:
    draft = drafted(ALLOTTED, COMMUNE)
    said = "Thùng 120 lít (cái): 45; Thùng 240 lít (cái): 12; Xe đẩy (chiếc): 3"
    assert any(said in task.content for task in draft.tasks), draft.tasks
    assert said in inner(draft)
    assert "18" not in inner(draft)


LISTED = """I. NỘI DUNG
1. Các nhiệm vụ chính:

| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |
| --- | --- | --- | --- | --- |
| 1 | - Xây dựng kế hoạch chợ. - Rà soát chợ: + Chợ nhỏ; + Chợ lớn. | Sở Tài chính | UBND các xã, phường | Tháng 3 |
| 2 | - Lập danh sách hộ<br>- In 300 phiếu khảo sát | UBND các xã, phường | Sở Tài chính | Tháng 2 |
| 3 | Phối hợp triển khai đề án chợ | Sở Tài chính | UBND các xã, phường | Tháng 5 |
"""


def test_points_of_a_cell_are_said_without_their_marks() -> None:
    draft = drafted(LISTED, COMMUNE)
    text = inner(draft)
    assert "Phối hợp với Sở Tài chính: Xây dựng kế hoạch chợ; rà soát chợ: chợ nhỏ; chợ lớn" in text, text
    assert "Lập danh sách hộ; in 300 phiếu khảo sát" in text
    assert "Phối hợp với Sở Tài chính: Triển khai đề án chợ" in text


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("- Rà soát chợ - Lập danh sách hộ", "Rà soát chợ; lập danh sách hộ"),
        ("- Chợ: + Chợ nhỏ + Chợ lớn", "Chợ: chợ nhỏ; chợ lớn"),
        # A dash in a name or a range marks no point.
        ("- Phòng Văn hóa - Xã hội", "Phòng Văn hóa - Xã hội"),
        ("- Tháng 3 - Tháng 5/2026", "Tháng 3 - Tháng 5/2026"),
        ("- Tuyến Suối Bạc - Mường Lai", "Tuyến Suối Bạc - Mường Lai"),
        ("- Lĩnh vực Văn hóa - Xã hội", "Lĩnh vực Văn hóa - Xã hội"),
        ("- 1. Rà soát<br>- 2. Lập", "1. Rà soát; 2. Lập"),
    ],
)
def test_a_cell_is_parted_at_its_points_only(cell: str, said: str) -> None:
    assert cell_words(cell.replace("<br>", CELL_BREAK)) == said


def test_rows_of_a_table_in_the_body_are_told_to_stand_in_the_annex() -> None:
    text = inner(drafted(LISTED, COMMUNE))
    assert "/row" not in text
    assert "thực hiện nhiệm vụ tại Phụ lục của Kế hoạch này" in text


def test_a_row_whose_cells_ran_together_names_no_unit_beside_itself() -> None:
    rows = (
        "TT Nội dung công việc Cơ quan chủ trì Cơ quan phối hợp Thời gian\n"
        "1 Lập danh sách hộ UBND cấp xã Sở Tài chính Quý I/2026\n2 Thu gom rác UBND cấp xã Sở Y tế Quý II/2026\n"
        "3 In phiếu khảo sát Sở Tài chính Sở Y tế Quý II/2026\n"
    )
    tasks = drafted(
        f"I. NỘI DUNG\n1. Các địa phương thực hiện.\n\nPHỤ LỤC\nPHÂN CÔNG\n\n{rows}", COMMUNE
    ).tasks
    assert [(t.content, t.partners) for t in tasks if "row" in t.path] == [
        ("Lập danh sách hộ", "Sở Tài chính"),
        ("Thu gom rác", "Sở Y tế"),
    ]


TWICE = """I. NHIỆM VỤ
1. UBND các xã, phường lập danh sách hộ khó khăn, hoàn thành trước ngày 15/3/2026.
2. UBND các xã, phường phát thùng rác cho 100% hộ gia đình.

PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ

| TT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian | Sản phẩm |
| --- | --- | --- | --- | --- | --- |
| 1 | Lập danh sách hộ khó khăn | UBND cấp xã | Sở Nội vụ | Trước ngày {day}/2026 | Danh sách |
| 2 | Phát thùng rác cho {share}% hộ gia đình | UBND cấp xã | Sở Y tế | Quý I/2026 | |
"""


def test_what_body_and_annex_say_alike_is_one_row() -> None:
    draft = drafted(TWICE.format(day="15/3", share=100), COMMUNE)
    assert [(t.partners, t.time, t.product) for t in draft.tasks] == [
        ("Sở Nội vụ", "trước ngày 15/3/2026", "Danh sách"),
        ("Sở Y tế", "Quý I/2026", ""),
    ]
    assert inner(draft).lower().count("lập danh sách hộ khó khăn") == 1


def test_what_body_and_annex_say_in_two_ways_is_quoted_and_warned_of() -> None:
    draft = drafted(TWICE.format(day="20/4", share=90), COMMUNE)
    assert draft.tasks[0].time == "trước ngày 15/3/2026; Phụ lục: Trước ngày 20/4/2026"
    told = [w for w in draft.warnings if "nói hai cách" in w]
    assert "ghi “trước ngày 15/3/2026”, phụ lục ghi “Trước ngày 20/4/2026”" in told[0]
    assert "100% hộ" in told[1] and "90% hộ" in told[1]


def test_a_time_behind_a_lost_empty_cell_is_its_rows_own() -> None:
    rows = (
        "| TT | Nhiệm vụ | Sản phẩm | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |\n| --- | --- | --- | --- | --- | --- |\n"
        "| 7 | Lập đề án chợ | Đề án | Sở Nội vụ | UBND cấp xã | Quý IV/2026 |\n"
        "| 8 | Lập kế hoạch chợ | Kế hoạch của Chủ tịch UBND tỉnh | UBND cấp xã | Trước 15/02/2026 |\n"
    )
    tasks = drafted(f"I. NỘI DUNG\n1. Tuyên truyền.\n\nPHỤ LỤC\nPHÂN CÔNG\n\n{rows}", COMMUNE).tasks
    plan = plan_from_text(
        RawText("kh.md", f"KẾ HOẠCH\nChợ\n\nI. NỘI DUNG\n1. Rà soát.\n\nPHỤ LỤC\nPHÂN CÔNG\n\n{rows}")
    )
    read = {(a.actor, a.task, a.time) for a in plan.facts.assignments if a.path == "annex/row 8"}
    assert read == {("UBND cấp xã", "Lập kế hoạch chợ", "Trước 15/02/2026")}
    assert not any(t.time == "Quý IV/2026" for t in tasks if "Lập kế hoạch chợ" in t.content)


def test_bodies_concerned_beside_a_body_above_are_no_communes() -> None:
    """Who helps a provincial organisation with its own anniversary are its neighbours; the communes are told by their name."""
    body = (
        "KẾ HOẠCH\nCông tác dân vận năm 2026\n\nUBND tỉnh Sơn Hà ban hành Kế hoạch như sau:\n\nI. NHIỆM VỤ\n1. Các nhiệm vụ chính:\n\n"
        "| TT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp |\n| --- | --- | --- | --- |\n"
        "| 1 | Tổng kết công tác cựu chiến binh | Hội Cựu chiến binh tỉnh | Các cơ quan, đơn vị liên quan |\n"
        "| 2 | Rà soát mô hình khéo | Sở Nội vụ | UBND các xã, phường |\n"
        "| 3 | Hỗ trợ vay vốn | Sở Công Thương | Doanh nghiệp, Sở, ban, ngành có liên quan |\n"
    )
    plan = plan_from_text(RawText("kh.txt", body))
    said = inner(draft_plan(plan, COMMUNE))
    assert "Rà soát mô hình khéo" in said and "cựu chiến binh" not in said, said
    # A department is one of its neighbours.
    department = inner(draft_plan(plan, UnitProfile("Sở Y tế", "department", year=2026)))
    assert "cựu chiến binh" in department and "vay vốn" in department, department
    assert "vay vốn" not in inner(draft_plan(plan, SCHOOL))


def test_a_row_that_names_the_unit_barely_among_others() -> None:
    ward = UnitProfile("Khoa Nội tổng hợp", "hospital", parent="Bệnh viện Đa khoa tỉnh Sơn Hà", year=2026)
    table = (
        "I. NỘI DUNG\n1. Các khoa, phòng dùng bệnh án điện tử.\nII. LỘ TRÌNH\n\n"
        "| Giai đoạn | Thời gian | Khoa thực hiện | Số khoa |\n| --- | --- | --- | --- |\n"
        "| 1 | Tháng 3 | Nội tổng hợp, Nhi | 2 |\n| 2 | Tháng 5 | Sản, Mắt | 2 |\n"
    )
    draft = draft_plan(plan_from_text(RawText("p.txt", table)), ward)
    assert "Khoa Nội tổng hợp: Giai đoạn: 1; Thời gian: Tháng 3." in inner(draft)
    assert "Sản, Mắt" not in inner(draft)


def test_what_comes_of_a_task_is_no_task() -> None:
    body = "I. KỶ LUẬT\n1. Đơn vị nào báo cáo chậm sẽ bị phê bình.\n2. Các địa phương công khai nơi bị phê bình.\n"
    draft = draft_plan(plan_from_text(RawText("p.txt", body)), COMMUNE)
    assert ["công khai" in task.content for task in draft.tasks] == [True]


BEHIND = """I. NỘI DUNG
1. Trồng cây xanh.

PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ

| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian |
| --- | --- | --- | --- | --- |
| I | Ươm cây | | | |
| 1 | Lập vườn ươm | Sở Xây dựng | | Tháng 1 |
| V | Việc khác | | 1 | Trồng cây đầu xuân | Sở Xây dựng | Các sở, UBND các xã | Tháng 2 |
| | | 2 | Thống kê cây chết | Các sở, UBND các xã | Sở Xây dựng | 6 tháng một lần |
"""


def test_rows_that_begin_behind_cells_of_their_group_are_read_under_their_heads() -> None:
    text = inner(drafted(BEHIND, COMMUNE))
    assert "Thống kê cây chết (thời hạn: 6 tháng một lần)" in text
    assert "Phối hợp với Sở Xây dựng: Trồng cây đầu xuân (thời hạn: Tháng 2)" in text


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Đảng bộ xã Suối Bạc", UnitProfile("Đảng ủy xã Suối Bạc", "party_committee", year=2026)),
        (
            "Hội Nông dân xã Suối Bạc",
            UnitProfile("Ban Chấp hành Hội Nông dân xã Suối Bạc", "agency", year=2026),
        ),
        ("THCS Suối Bạc", UnitProfile("Trường Trung học cơ sở Suối Bạc", "school", year=2026)),
        ("BVĐK khu vực Suối Bạc", UnitProfile("Bệnh viện Đa khoa khu vực Suối Bạc", "hospital", year=2026)),
        ("MTTQ xã Suối Bạc", UnitProfile("Ủy ban MTTQ Việt Nam xã Suối Bạc", "agency", year=2026)),
    ],
)
def test_the_row_of_the_unit_is_found_by_other_words_for_it(name: str, unit: UnitProfile) -> None:
    text = inner(drafted(ALLOTTED.replace("UBND xã Suối Bạc", name), unit))
    assert "45" in text
    assert "60" not in text
