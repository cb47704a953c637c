"""What the parent tells of itself (counts, ranks, money, other levels) in a plan below it; invented text, each row a class of fault."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.draft.child.narrow import narrow_text
from assistant.draft.draft import draft_plan
from assistant.draft.unit.profile import Division, UnitProfile
from ingest.pipeline import plan_from_text
from ingest.plan import RawText
from tests.assistant.draft_texts import inner, parent_of

COMMUNE = UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", year=2026)
SCHOOL = UnitProfile("Trường THPT Nguyễn Du", "school", parent="Sở Giáo dục và Đào tạo", year=2026)
HOSPITAL = UnitProfile("Bệnh viện Phổi Sơn Hà", "hospital", parent="Sở Y tế", year=2026)
COMPANY = UnitProfile("Công ty Cổ phần Môi trường Sơn Hà", "agency", year=2026)
INTERIOR = UnitProfile("Sở Nội vụ", "department", year=2026, divisions=(Division("Văn phòng Sở"),))
YOUTH = UnitProfile(
    "Đoàn Thanh niên phường Bình Minh", "agency", parent="Ủy ban MTTQ phường Bình Minh", year=2026
)


def drafted(body: str, unit: UnitProfile, issuer: str = "UBND tỉnh Sơn Hà") -> str:
    text = f"KẾ HOẠCH\nPhát triển du lịch năm 2026\n\n{issuer} ban hành Kế hoạch như sau:\n\n{body}\n"
    return inner(draft_plan(plan_from_text(RawText("kh.txt", text)), unit))


@pytest.mark.parametrize(
    ("unit", "body", "there", "gone"),
    [
        # Counts of the whole: the unit's own is asked for; shares, rates, norms and times stay.
        (COMMUNE, "I. NHIỆM VỤ\n1. Tổ chức ít nhất 35 lớp tập huấn homestay.", "ít nhất […] lớp", "35 lớp"),
        (COMMUNE, "I. NHIỆM VỤ\n1. Mỗi xã đào tạo 12 hướng dẫn viên.", "12 hướng dẫn viên", "[…] hướng dẫn"),
        (COMMUNE, "I. NHIỆM VỤ\n1. Lập 45 đội hướng dẫn, mỗi đội 05 người.", "Lập […] đội hướng dẫn, mỗi đội 05 người", "45 đội"),
        (SCHOOL, "I. NHIỆM VỤ\n1. Trao 1.250 suất học bổng trong 30 ngày.", "[…] suất học bổng", "1.250"),
        (HOSPITAL, "I. MỤC TIÊU\n1. Khám sàng lọc cho 64.000 người; tỷ lệ điều trị khỏi trên 90%.", "trên 90%", "64.000"),
        (COMMUNE, "I. NHIỆM VỤ\n1. Trồng cây theo Đề án 12 của tỉnh tại khu phố 14.", "Đề án 12", "[…] của tỉnh"),
        (INTERIOR, "I. NHIỆM VỤ\n1. Mở 35 lớp bồi dưỡng công chức.", "35 lớp", "[…] lớp"),
        # All of its class is each of them.
        (COMMUNE, "I. MỤC TIÊU\n1. 54/54 xã, phường có điểm thông tin du lịch.", "Xã có điểm thông tin", "54/54"),
        # Ranks and indices.
        (COMMUNE, "I. MỤC TIÊU\n1. Chỉ số PAPI của tỉnh tăng 05 bậc.\n2. Hồ sơ đúng hạn đạt 95%.", "95%", "bậc"),
        (SCHOOL, "I. MỤC TIÊU\n1. Phấn đấu tỉnh nằm trong nhóm 10 địa phương dẫn đầu.\n2. Học sinh giỏi đạt 30%.", "30%", "dẫn đầu"),
        (COMPANY, "I. MỤC TIÊU\n1. Đứng thứ 3 toàn quốc về chuyển đổi số.\n2. Rác được thu gom đạt 95%.", "95%", "thứ 3"),
        # Money of the parent; what a part is told to do with money stays.
        (
            COMMUNE,
            "I. KINH PHÍ\n1. Tổng mức kinh phí 24,5 tỷ đồng, trong đó ngân sách tỉnh 20 tỷ đồng.\n2. Các địa phương lập dự toán trước ngày 20/7.",
            "ập dự toán trước ngày 20/7",
            "tỷ đồng",
        ),
        (replace(SCHOOL, divisions=(Division("Tổ Văn phòng"),)), "I. NHIỆM VỤ\n1. Tổ chức tham quan.\nII. KINH PHÍ\n1. Dự kiến 850.000.000 đồng.", "Kinh phí thực hiện Kế hoạch này: […].", "850"),
        (COMMUNE, "I. KINH PHÍ\n1. Hỗ trợ mỗi mô hình 30 triệu đồng.", "30 triệu đồng", "Kế hoạch này: […]"),
        # Figures told level by level.
        (COMMUNE, "I. MỤC TIÊU\n1. Hồ sơ trực tuyến đạt 90% ở cấp tỉnh, 70% ở cấp xã.", "70% ở cấp xã", "90%"),
        (COMMUNE, "I. MỤC TIÊU\n1. Chữ ký số: cấp tỉnh 100%; cấp xã 85%.", "cấp xã 85%", "100%"),
        (INTERIOR, "I. MỤC TIÊU\n1. Chữ ký số: cấp tỉnh 100%; cấp xã 85%.", "cấp tỉnh 100%", "85%"),
        # A part of the communes; any count of communes for an establishment.
        (COMMUNE, "I. MỤC TIÊU\n1. 30/54 xã, phường có thư viện.\n2. Hồ sơ đúng hạn đạt 95%.", "95%", "thư viện"),
        (HOSPITAL, "I. NHIỆM VỤ\n1. Phấn đấu 54/54 xã, phường có trạm đạt chuẩn.\n2. Đào tạo bác sĩ trẻ.", "bác sĩ trẻ", "54/54"),
        # Of the population and of enterprises, no target of an establishment.
        (SCHOOL, "I. MỤC TIÊU\n1. Tỷ lệ người dân có tài khoản định danh đạt 80%.\n2. Học sinh giỏi đạt 30%.", "30%", "định danh"),
        (HOSPITAL, "I. MỤC TIÊU\n1. Trên 60% doanh nghiệp dùng hóa đơn số.\n2. Người bệnh hài lòng đạt 90%.", "90%", "hóa đơn"),
        # The place itself acts; works and pages of the whole province; the ministries are those above's to work with.
        (HOSPITAL, "I. NHIỆM VỤ\n1. Sơn Hà chủ động xây dựng trung tâm dữ liệu.\n2. Rà soát quy trình khám bệnh.", "khám bệnh", "trung tâm dữ liệu"),
        (SCHOOL, "I. NHIỆM VỤ\n1. Thiết lập chuyên trang về du lịch trên cổng của tỉnh, cập nhật hằng tuần.\n2. Rà soát nội quy.", "nội quy", "chuyên trang"),
        (SCHOOL, "I. NHIỆM VỤ\n1. Tổ chức các hội nghị, triển lãm của tỉnh để quảng bá.\n2. Xây dựng kế hoạch thực hiện Đề án của tỉnh.", "thực hiện Đề án của tỉnh", "triển lãm"),
        (COMMUNE, "I. NHIỆM VỤ\n1. Phối hợp chặt chẽ với Bộ Công an rà soát dữ liệu.\n2. Phối hợp với bộ phận một cửa rà soát hồ sơ.", "bộ phận một cửa", "Bộ Công an"),
        # What forces do, what the law's makers do, what serves enterprises.
        (HOSPITAL, "I. NHIỆM VỤ\n1. Nâng cao năng lực của các lực lượng chuyên trách phòng, chống ma túy.\n2. Rà soát phác đồ điều trị.", "phác đồ", "chuyên trách"),
        (SCHOOL, "I. NHIỆM VỤ\n1. Rà soát, hoàn thiện chính sách phí dữ liệu.\n2. Rà soát nội quy.", "nội quy", "chính sách phí"),
        (HOSPITAL, "I. NHIỆM VỤ\n1. Thúc đẩy doanh nghiệp ứng dụng trí tuệ nhân tạo.\n2. Bảo đảm liên thông dữ liệu khám bệnh.", "liên thông dữ liệu", "doanh nghiệp"),
    ],
)  # fmt: skip
def test_of_the_superior(unit: UnitProfile, body: str, there: str, gone: str) -> None:
    text = drafted(body, unit)
    assert there.lower() in text.lower(), text
    assert gone.lower() not in text.lower(), text


def test_what_the_issuer_does_itself_is_no_task_of_those_below() -> None:
    body = "I. NHIỆM VỤ\n1. Vận động thanh niên dọn rác; phường hỗ trợ 40 bộ dụng cụ, ưu tiên khu phố 3."
    text = drafted(body, YOUTH, "UBND phường Bình Minh")
    assert "ận động thanh niên dọn rác" in text
    assert "bộ dụng cụ" not in text


def test_the_officer_is_told_the_superiors_count() -> None:
    draft = draft_plan(parent_of("I. NHIỆM VỤ\n1. Mở 35 lớp bồi dưỡng.", "Du lịch năm 2026"), COMMUNE)
    assert "Số của đơn vị (cấp trên nêu: 35 lớp bồi dưỡng)" in [slot.label for slot in draft.slots]


@pytest.mark.parametrize("symbol", ["/KH-SYT", "/KH - SYT"])
def test_an_open_number_keeps_its_symbol(symbol: str) -> None:
    text = f"UBND TỈNH SƠN HÀ\nSỞ Y TẾ\n\nSố:        {symbol}\n\nSơn Hà, ngày     tháng 3 năm 2026\n\nKẾ HOẠCH\nTiêm chủng năm 2026\n\nSở Y tế ban hành Kế hoạch như sau:\n\nI. NHIỆM VỤ\n1. Rà soát đối tượng.\n"
    draft = draft_plan(plan_from_text(RawText("kh.txt", text)), HOSPITAL)
    assert "số […]/KH-SYT ngày […] tháng 3 năm 2026" in draft.parent_citation


@pytest.mark.parametrize(
    ("unit", "body", "there", "gone"),
    [
        # Who stands at the head of a group, and whom the issuer meets.
        (HOSPITAL, "I. NHIỆM VỤ\n1. Kiện toàn Ban Chỉ đạo do 01 Phó Giám đốc Sở làm Trưởng ban.\n2. Rà soát thuốc.", "rà soát thuốc", "Trưởng ban"),
        (COMMUNE, "I. NHIỆM VỤ\n1. Lập Đoàn kiểm tra do Chủ tịch UBND tỉnh làm Trưởng đoàn.\n2. Rà soát hồ sơ.", "rà soát hồ sơ", "Trưởng đoàn"),
        # The parent's closing words are not said twice.
        (COMMUNE, "I. NHIỆM VỤ\n1. Việc chung\n- Rà soát hồ sơ.\n\nĐề nghị các địa phương triển khai; khó khăn, vướng mắc phản ánh về Sở Tư pháp (điện thoại: ......) để được hướng dẫn./.", "rà soát hồ sơ", "điện thoại"),
        # To settle accounts by a day is a task also in the part on money.
        (replace(SCHOOL, divisions=(Division("Tổ Văn phòng"),)), "I. NHIỆM VỤ\n1. Tổ chức tham quan.\nII. KINH PHÍ\n1. Các trường học quyết toán kinh phí trước ngày 10/12.", "I.1, II.1 của Kế hoạch này", "các trường học quyết toán"),
        # To whom the unit's share goes.
        (COMMUNE, "I. NHIỆM VỤ\n1. Thuế tỉnh chủ trì rà soát hộ kinh doanh; UBND cấp xã cung cấp danh sách trước ngày 15.", "Phối hợp với Thuế tỉnh rà soát hộ kinh doanh; UBND xã cung cấp danh sách", "chủ trì rà soát"),
        # Powers that only state bodies have.
        (YOUTH, "I. NHIỆM VỤ\n1. Từ ngày 01/5 xử phạt theo quy định.\n2. Ra quân dọn rác.", "ra quân dọn rác", "xử phạt"),
    ],
)  # fmt: skip
def test_deeds_of_the_superior(unit: UnitProfile, body: str, there: str, gone: str) -> None:
    text = drafted(body, unit)
    assert there.lower() in text.lower(), text
    assert gone.lower() not in text.lower(), text


@pytest.mark.parametrize(
    ("unit", "text", "said"),
    [
        # What is the whole's is not said of a part.
        (COMMUNE, "Tiếp nhận hồ sơ không phụ thuộc vào địa giới hành chính trong phạm vi toàn tỉnh.", "trong phạm vi toàn tỉnh"),
        (COMMUNE, "Cơ sở dữ liệu đất đai kết nối, liên thông trên phạm vi toàn tỉnh.", "trên phạm vi toàn tỉnh"),
        (HOSPITAL, "Chương trình được thực hiện trên phạm vi toàn thành phố.", "toàn thành phố"),
        (COMMUNE, "Chương trình được thực hiện trên phạm vi toàn thành phố.", "trên địa bàn xã Suối Bạc"),
        (COMMUNE, "Tuyên truyền sâu rộng trong phạm vi toàn tỉnh.", "trên địa bàn xã Suối Bạc"),
        (HOSPITAL, "Tuyên truyền sâu rộng trong phạm vi toàn tỉnh.", "tại Bệnh viện"),
    ],
)  # fmt: skip
def test_the_range_of_the_whole(unit: UnitProfile, text: str, said: str) -> None:
    assert said in narrow_text(text, unit, 2026).text


PSYCHIATRY = UnitProfile(
    "Bệnh viện Tâm thần Sơn Hà",
    "hospital",
    parent="Sở Y tế",
    place="Sơn Hà",
    year=2026,
    divisions=(Division("Khoa Dược", ("thuốc hướng tâm thần",)), Division("Khoa Nghiện chất", ("điều trị nghiện chất",))),
)  # fmt: skip
KINDERGARTEN = UnitProfile(
    "Trường Mầm non Hoa Ban",
    "school",
    parent="UBND xã Suối Bạc",
    year=2026,
    divisions=(Division("Tổ Nuôi dưỡng", ("bếp ăn bán trú",)),),
)
TOWN = UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", year=2026)
HEALTH = UnitProfile("Sở Y tế", "department", year=2026, field=("y tế",), divisions=(Division("Văn phòng Sở", ("chuyển đổi số, hạ tầng số",)),))  # fmt: skip


@pytest.mark.parametrize(
    ("unit", "body", "there", "gone"),
    [
        # What the superior watches over in the very work of the unit's division, the unit does; what it governs it keeps.
        (PSYCHIATRY, "1. Sở Y tế:\n- Kiểm tra việc thực hiện quy chế kê đơn thuốc hướng tâm thần.\n- Thanh tra việc bán thuốc hướng tâm thần.", "Thực hiện quy chế kê đơn thuốc hướng tâm thần", "bán thuốc"),
        (PSYCHIATRY, "1. Sở Y tế:\n- Tổ chức hướng dẫn thực hiện phác đồ điều trị nghiện chất.\n- Quy hoạch mạng lưới điều trị nghiện chất.", "Thực hiện phác đồ điều trị nghiện chất", "mạng lưới"),
        (PSYCHIATRY, "1. Sở Y tế:\n- Chủ trì triển khai, thực hiện Dự án 6 về khám bệnh, chữa bệnh theo chỉ đạo của Bộ Y tế.", "thực hiện Dự án 6", "Sở Y tế chủ trì"),
        # Whom another watches over does not help it.
        (TOWN, "1. Sở Xây dựng\na) Chủ trì, phối hợp với các sở, UBND các xã, phường:\n- Theo dõi, đôn đốc các sở, UBND các xã, phường thực hiện.\n2. UBND các xã, phường treo cờ.", "treo cờ", "Phối hợp với Sở Xây dựng theo dõi"),
        # By which way others report is no way to the unit's own superior.
        (PSYCHIATRY, "1. Các cơ sở y tế báo cáo UBND tỉnh về kết quả (qua Sở Nội vụ) trước ngày 15/12.", "Sở Y tế về kết quả trước ngày 15/12", "qua Sở Nội vụ"),
        (HEALTH, "1. Phấn đấu Sơn Hà trở thành trung tâm của vùng.\n2. Các cơ quan, đơn vị treo cờ.", "treo cờ", "trung tâm của vùng"),
        (TOWN, "1. Bảo đảm mỗi đơn vị hành chính cấp xã có một trạm y tế.", "đơn vị hành chính cấp xã", "UBND xã hành chính"),
        (TOWN, "1. UBND các xã, phường tuyên truyền qua loa phát thanh xã, phường, nhà văn hóa.", "loa phát thanh xã, nhà văn hóa", "xã, phường, nhà"),
        (TOWN, "1. Hoàn thiện chính sách, pháp luật về dữ liệu.\n2. Các cơ quan, đơn vị treo cờ.", "treo cờ", "pháp luật về dữ liệu"),
    ],
)  # fmt: skip
def test_what_is_the_superiors_and_what_is_handed_down(
    unit: UnitProfile, body: str, there: str, gone: str
) -> None:
    text = inner(draft_plan(parent_of(f"I. NHIỆM VỤ\n{body}", "Về chăm sóc sức khỏe năm 2026"), unit))
    assert there in text and gone not in text, text


def test_a_room_that_serves_all_of_a_department_gives_it_no_targets() -> None:
    body = "I. CHỈ TIÊU\n1. Hình thành 100 doanh nghiệp khởi nghiệp sáng tạo.\n2. 100% trạm y tế có bác sĩ."
    text = inner(draft_plan(parent_of(body, "Về đổi mới năm 2026"), HEALTH))
    assert "trạm y tế" in text and "khởi nghiệp" not in text


def test_a_system_is_no_body_whose_target_it_is() -> None:
    body = "I. CHỈ TIÊU\n1. 100% hộ nghèo được rà soát trên Hệ thống thông tin, cơ sở dữ liệu bảo trợ xã hội."
    assert "được rà soát" in inner(draft_plan(parent_of(body, "Về giảm nghèo năm 2026"), TOWN))


@pytest.mark.parametrize(
    ("unit", "line", "kept"),
    [
        (TOWN, "Nghiên cứu, đề xuất chính sách ưu đãi thuế thu nhập doanh nghiệp.", False),
        (HEALTH, "Rà soát, bổ sung nhiệm vụ cho các đại diện y tế của Việt Nam tại nước ngoài.", False),
        (TOWN, "Tuyên truyền chính sách ưu đãi thuế cho hộ kinh doanh.", True),
        (TOWN, "Rà soát, đề xuất miễn, giảm học phí cho học sinh nghèo.", True),
    ],
)
def test_taxes_and_missions_abroad_are_the_states(unit: UnitProfile, line: str, kept: bool) -> None:
    body = f"I. NHIỆM VỤ\n1. {line}\n2. Các cơ quan, đơn vị treo cờ."
    text = inner(draft_plan(parent_of(body, "Về phát triển năm 2026"), unit))
    assert "treo cờ" in text and (line[12:30] in text) is kept


def test_whoever_is_asked_to_help_is_the_unit_too() -> None:
    body = "I. NHIỆM VỤ\n1. Các sở, ban, ngành:\n- Cơ quan phối hợp có trách nhiệm trả lời bằng văn bản, đúng thời hạn."
    assert "trả lời bằng văn bản" in inner(draft_plan(parent_of(body, "Về phối hợp năm 2026"), HEALTH))


def test_rewards_stay_and_how_they_are_given_does_not() -> None:
    body = "I. TIÊU CHUẨN THI ĐUA VÀ KHEN THƯỞNG\n1. Hình thức khen thưởng\n- Bằng khen của Chủ tịch UBND tỉnh.\n- Giấy khen.\n2. Thang điểm\n- Mỗi sáng kiến được cộng 02 điểm.\nII. NHIỆM VỤ\n1. Các cơ quan, đơn vị treo cờ."
    for unit in (HEALTH, KINDERGARTEN, TOWN):
        text = inner(draft_plan(parent_of(body, "Về thi đua năm 2026"), unit))
        assert "Giấy khen" in text and "02 điểm" not in text, text


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("Trên 80% số trạm y tế cấp xã và 100% cơ sở cai nghiện đủ điều kiện.", False),
        ("100% diện tích trồng trái phép được phát hiện.", False),
        ("100% cơ sở hội có mô hình tự quản.", True),
        ("Trên 90% hội viên, 100% xã tham gia.", True),
    ],
)
def test_what_the_state_runs_is_no_target_of_an_organisation_of_members(target: str, kept: bool) -> None:
    union = UnitProfile("Hội Nông dân tỉnh Sơn Hà", "agency", year=2026)
    body = f"I. CHỈ TIÊU\n1. {target}\n2. 100% cơ quan, đơn vị có nội quy."
    text = inner(draft_plan(parent_of(body, "Về phòng, chống ma túy năm 2026"), union))
    assert "nội quy" in text and (target[:20] in text) is kept, text


def test_what_the_superior_builds_or_prints_is_its_own_and_its_way_up_stays() -> None:
    school = UnitProfile("Trường THCS Lê Lợi", "school", parent="Sở Giáo dục tỉnh Sơn Hà", year=2026)
    body = """I. NHIỆM VỤ
1. Sở Giáo dục xây dựng kho sách học đường.
2. Sở Giáo dục tổ chức in 25.000 tờ rơi về trường học.
3. Sở Giáo dục tổ chức dạy học hai buổi cho học sinh.
4. Các trường phản ánh về UBND tỉnh qua Sở Giáo dục."""
    text = inner(draft_plan(parent_of(body, "Về bữa ăn năm 2026"), school))
    assert "kho sách" not in text and "tờ rơi" not in text and "dạy học hai buổi" in text
    assert "phản ánh về UBND tỉnh qua Sở Giáo dục." in text


def test_sorts_of_bodies_and_branches_that_nobody_tells_to_act_are_not_the_units_parts() -> None:
    body = """I. NHIỆM VỤ
1. Sắp xếp, sáp nhập các đơn vị sự nghiệp công lập.
2. Phát triển các ngành sản xuất thuốc.
3. Các đơn vị sự nghiệp công lập treo cờ."""
    text = inner(draft_plan(parent_of(body, "Về phát triển năm 2026"), HEALTH))
    assert "sáp nhập các đơn vị sự nghiệp công lập" in text and "các ngành sản xuất thuốc" in text, text
    assert "Các phòng, đơn vị thuộc Sở treo cờ" in text, text


def test_works_events_and_visions_of_the_whole_are_no_small_units() -> None:
    union = UnitProfile("Hội Nông dân xã Khe Lau", "agency", place="Khe Lau", year=2026)
    body = """I. NHIỆM VỤ
1. Mở ngày hội nhà nông toàn tỉnh trong tháng 9; Hội Nông dân các xã gửi 03 sản phẩm trước ngày 20/8.
2. Xây 11 kho giống.
3. Động thổ Nhà truyền thống Nông dân tỉnh trong năm 2026.
4. Mở lớp nghề cho hội viên."""
    text = inner(draft_plan(parent_of(body, "Về chợ phiên năm 2026"), union))
    assert "Hội gửi 03 sản phẩm trước ngày 20/8 (ngày hội nhà nông toàn tỉnh trong tháng 9)." in text, text
    assert "Mở lớp nghề" in text and "kho giống" not in text and "Động thổ" not in text, text
    body = """I. MỤC TIÊU
1. Tầm nhìn 2040: nghề ong của tỉnh phát triển bền vững.
2. Đến năm 2030: nghề ong của xã phát triển bền vững.
3. Mục tiêu cụ thể đến năm 2035
a) 100% hộ nuôi ong được tập huấn.
II. NHIỆM VỤ
1. Khuyến khích 03 nhà máy tư nhân đóng chai mật.
2. Khuyến khích hộ dân nuôi ong."""
    text = inner(draft_plan(parent_of(body, "Về nghề ong năm 2026"), TOWN))
    assert "ong của tỉnh" not in text and "nhà máy" not in text, text
    assert "nghề ong của xã phát triển" in text and "hộ dân nuôi ong" in text, text
    assert "100% hộ nuôi ong được tập huấn" in text, text
