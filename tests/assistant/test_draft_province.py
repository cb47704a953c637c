"""The government of a province beneath a document of the state: what binds it, how it says it, who of its departments takes it; invented text."""

from __future__ import annotations

import pytest

from assistant.draft.child.assign import choose_division
from assistant.draft.draft import draft_plan
from assistant.draft.unit.profile import Division, UnitProfile
from assistant.draft.unit.profile_file import profile_from_yaml
from ingest.pipeline import plan_from_text
from ingest.plan import RawText
from tests.assistant.draft_texts import inner

PROVINCE = UnitProfile(
    "UBND tỉnh Sơn Hà",
    "province",
    parent="Chính phủ",
    place="Sơn Hà",
    year=2026,
    gatherer="Sở Tài chính",
    divisions=(
        Division("Sở Tài chính", ("tổng hợp báo cáo, ngân sách, đầu tư công",)),
        Division("Sở Y tế", ("y tế, khám bệnh, bảo hiểm y tế",)),
        Division("Sở Xây dựng", ("nhà ở, giao thông",)),
        Division("Sở Tư pháp", ("văn bản quy phạm pháp luật",)),
        Division("Sở Nội vụ", ("việc làm, cải cách hành chính",)),
        Division("Sở Văn hóa, Thể thao và Du lịch", ("du lịch, di sản",)),
        Division("Sở Giáo dục và Đào tạo", ("trường học",)),
        Division("Sở Công Thương", ("xuất khẩu, điện",)),
    ),
)


def drafted(body: str, unit: UnitProfile = PROVINCE) -> str:
    text = f"CHÍNH PHỦ\nSố: 88/NQ-CP\nNGHỊ QUYẾT\nVề phát triển nhà ở xã hội năm 2026\n\nChính phủ quyết nghị:\n\n{body}\n"
    return inner(draft_plan(plan_from_text(RawText("nq.txt", text)), unit))


@pytest.mark.parametrize(
    ("body", "there", "gone"),
    [
        (
            "I. NHIỆM VỤ\n1. Các bộ, ngành, địa phương rà soát quỹ đất trước ngày 30/6/2026.\n2. Bộ Xây dựng ban hành thông tư.",
            "Các sở, ban, ngành, UBND các xã, phường rà soát quỹ đất trước ngày 30/6/2026",
            "thông tư",
        ),
        (
            "I. NHIỆM VỤ\n1. Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương bố trí quỹ đất.\n2. Ủy ban nhân dân các xã rà soát hộ nghèo.",
            "bố trí quỹ đất",
            "hộ nghèo",
        ),
        (
            "I. NHIỆM VỤ\n1. Tuyên truyền chính sách nhà ở trên phạm vi cả nước.\n2. Nghị quyết này có hiệu lực thi hành kể từ ngày ký.",
            "trên địa bàn tỉnh Sơn Hà",
            "hiệu lực",
        ),
        (
            "I. NHIỆM VỤ\n1. Các địa phương công khai quy hoạch.\n2. Bộ trưởng, Chủ tịch Ủy ban nhân dân các tỉnh chịu trách nhiệm thi hành Nghị quyết này.",
            "công khai quy hoạch",
            "chịu trách nhiệm thi hành",
        ),
        (
            "I. MỤC TIÊU\n1. Việt Nam thuộc nhóm 50 nước dẫn đầu về nhà ở.\n2. Các tỉnh hoàn thành 95% chỉ tiêu được giao.",
            "95%",
            "50 nước",
        ),
        # What counts the nation: its rank, a sum that all its firms are to reach in a year.
        ("I. MỤC TIÊU\n1. Việt Nam trở thành trung tâm điện tử của khu vực.\n2. Bố trí nhà ở cho công nhân.", "bố trí nhà ở cho công nhân", "trung tâm điện tử"),
        ("I. MỤC TIÊU\n1. Doanh thu xuất khẩu của doanh nghiệp điện tử đạt tối thiểu 55 tỷ USD/năm.", "[…] tỷ USD/năm", "55"),
        # Zones and associations are charged apart.
        (
            "I. TỔ CHỨC THỰC HIỆN\n1. Ủy ban nhân dân các thành phố trực thuộc Trung ương\na) Bố trí quỹ đất.\n2. Các Khu công nghệ cao, hiệp hội, doanh nghiệp liên quan\na) Làm cầu nối với nhà đầu tư.",
            "bố trí quỹ đất",
            "cầu nối",
        ),
        # What only the centre decides.
        ("I. NHIỆM VỤ\n1. Rà soát, sửa đổi Thông tư quy định về nhà ở.\n2. Xây dựng bộ chỉ số áp dụng thống nhất toàn quốc.\n3. Rà soát quỹ đất.", "Rà soát quỹ đất", "Thông tư"),
        # Each department and commune has a budget of its own, and the office of a province is its own.
        ("I. NHIỆM VỤ\n1. Các bộ, ngành, địa phương lập dự toán kinh phí.\n2. Văn phòng UBND tỉnh công bố thủ tục.", "Các sở, ban, ngành, UBND các xã, phường lập dự toán", "UBND tỉnh lập dự toán"),
        # What an inferior has no power to do a province has.
        ("I. NHIỆM VỤ\n1. Thu hút nhà đầu tư xây dựng khu công nghiệp.", "Thu hút nhà đầu tư", "[…] nhà"),
    ],
)  # fmt: skip
def test_a_province(body: str, there: str, gone: str) -> None:
    said = drafted(body)
    assert there.lower() in said.lower(), said
    assert gone not in said


@pytest.mark.parametrize(
    ("task", "division"),
    [
        ("Tăng số lượt khách quốc tế đến tham quan", None),
        ("Khám bệnh cho người cao tuổi", "Sở Y tế"),
        ("Phát triển kinh tế tư nhân, kinh tế số", None),
        ("Rà soát văn bản quy phạm pháp luật về nhà ở", "Sở Tư pháp"),
    ],
)
def test_a_syllable_shared_by_chance_chooses_nobody(task: str, division: str | None) -> None:
    assert choose_division(task, PROVINCE) == division


def test_a_long_task_of_several_clauses_gives_a_row_for_each() -> None:
    """Each with its own time and division; none is lost behind the first semicolon."""
    text = (
        "Các địa phương rà soát, sắp xếp các nhà sinh hoạt ở các xã vùng cao còn thiếu quỹ đất, hoàn thành trước ngày 30/6/2026; "
        "rà soát văn bản quy phạm pháp luật về nhà ở do các cấp chính quyền ban hành trước khi sắp xếp đơn vị hành chính; "
        "tổ chức khám bệnh cho người cao tuổi ở các thôn xa trung tâm, hoàn thành trước ngày 15/11/2026."
    )
    body = f"CHÍNH PHỦ\nSố: 88/NQ-CP\nNGHỊ QUYẾT\nVề nhà ở năm 2026\n\nChính phủ quyết nghị:\n\nI. NHIỆM VỤ\n1. {text}\n"
    rows = draft_plan(plan_from_text(RawText("nq.txt", body)), PROVINCE).tasks
    assert [(row.lead, row.time) for row in rows][1:] == [
        ("Sở Tư pháp", ""),
        ("Sở Y tế", "trước ngày 15/11/2026"),
    ], rows


def test_what_its_council_resolves() -> None:
    """The government of a province carries out its council's resolution, its money too, and reports to a sitting of it."""
    text = (
        "HỘI ĐỒNG NHÂN DÂN TỈNH SƠN HÀ\nSố: 17/NQ-HĐND\nSơn Hà, ngày 28 tháng 4 năm 2026\n\nNGHỊ QUYẾT\nVề phát triển giáo dục năm 2026\n\n"
        "QUYẾT NGHỊ:\nĐiều 1. Mục tiêu\n1. Xây dựng mới 120 phòng học.\n2. Kinh phí thực hiện là 250 tỷ đồng, trong đó ngân sách tỉnh 200 tỷ đồng, ngân sách xã 50 tỷ đồng.\n"
        "Điều 2. Tổ chức thực hiện\n1. Hội đồng nhân dân tỉnh giao Ủy ban nhân dân tỉnh xây dựng kế hoạch sử dụng kinh phí; báo cáo kết quả tại kỳ họp thường lệ cuối năm.\n"
    )
    draft = draft_plan(plan_from_text(RawText("nq.txt", text)), PROVINCE)
    said = inner(draft)
    assert "250 tỷ đồng" in said and "báo cáo kết quả tại kỳ họp thường lệ cuối năm" in said, said
    assert "Phối hợp với Hội đồng nhân dân" not in said and "trước ngày […]" not in said, said
    assert not any("không nêu tên đơn vị" in warning for warning in draft.warnings)


def test_each_department_by_its_name_and_its_own_tasks_once() -> None:
    body = "I. TỔ CHỨC THỰC HIỆN\n1. Ủy ban nhân dân các tỉnh\nBố trí quỹ đất.\n2. Sở Xây dựng các tỉnh, thành phố\na) Lập danh mục dự án.\n3. Các địa phương\na) Công khai quy hoạch."
    said = drafted(body)
    assert "Nhiệm vụ của Sở Xây dựng\nLập danh mục dự án." in said, said
    assert said.count("Nhiệm vụ chung của UBND tỉnh") == 1, said


def test_a_city_with_departments_governs_as_a_province_does() -> None:
    """Only beneath a province's committee stand departments; its name alone may be that of a town."""
    unit = profile_from_yaml(
        "name: UBND thành phố Bạc Hà\nkind: agency\nplace: Bạc Hà\nyear: 2026\ndivisions: [{name: Sở Xây dựng, duties: [nhà ở]}]"
    )
    body = "I. NHIỆM VỤ\n1. Các bộ, ngành, địa phương rà soát quỹ đất.\n2. Ủy ban nhân dân các tỉnh xây nhà ở.\n3. Các bộ, ngành ban hành định mức."
    said = drafted(body, unit)
    assert "Các sở, ban, ngành, UBND các xã, phường rà soát quỹ đất" in said and "định mức" not in said, said


def test_parts_of_an_article_are_numbered_as_those_beside_them() -> None:
    text = (
        "CHÍNH PHỦ\nSố: 88/QĐ-TTg\nQUYẾT ĐỊNH\nPhê duyệt Đề án nhà ở\n\nTHỦ TƯỚNG CHÍNH PHỦ\nQUYẾT ĐỊNH:\n\n"
        "Điều 1. Phê duyệt Đề án nhà ở với những nội dung sau đây:\nI. QUAN ĐIỂM\n1. Nhà ở là quyền của người dân.\nII. NHIỆM VỤ\n1. Rà soát quỹ đất.\n"
        "Điều 2. Tổ chức thực hiện\n1. Ủy ban nhân dân các tỉnh bố trí quỹ đất.\nĐiều 3. Quyết định này có hiệu lực từ ngày ký.\n"
    )
    draft = draft_plan(plan_from_text(RawText("qd.txt", text)), PROVINCE)
    heads = [(p.label, p.text) for p in draft.paragraphs if p.kind == "heading" and p.level == 1]
    assert heads[-1] == ("III.", "TỔ CHỨC THỰC HIỆN"), heads
