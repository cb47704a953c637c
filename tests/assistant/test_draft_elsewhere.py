"""Whose a task or target is that names nobody, told by what the parent charges by name elsewhere; invented text."""

from __future__ import annotations

import pytest

from assistant.draft.draft import draft_plan
from assistant.draft.unit.profile import UnitProfile
from tests.assistant.draft_texts import inner, parent_of

KINDERGARTEN = UnitProfile("Trường Mầm non Hoa Mai", "school", parent="UBND xã Suối Bạc", year=2026)
POWER = UnitProfile("Công ty Điện lực Sơn Hà", "agency", year=2026)
PARTY = UnitProfile("Đảng ủy xã Suối Bạc", "party_committee", place="xã Suối Bạc", year=2026)
COLLEGE = UnitProfile("Trường THPT Suối Bạc", "school", parent="Sở Giáo dục và Đào tạo", year=2026)
OFFICE = UnitProfile("Sở Nội vụ", "department", parent="UBND tỉnh Sơn Hà", year=2026)
HOSPITAL = UnitProfile("Bệnh viện Đa khoa Sơn Hà", "hospital", parent="Sở Y tế", year=2026)
BOATS = UnitProfile("UBND xã Bến Trại", "commune", place="xã Bến Trại", year=2026)
COMMUNE = UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", year=2026)
BODY = """I. MỤC TIÊU
1. Chỉ tiêu
- Tỷ lệ hồ sơ dịch vụ công trực tuyến toàn trình đạt trên 80%.
- Tỷ lệ giao dịch không dùng tiền mặt đạt 80%.
- Tỷ lệ trạm biến áp giám sát từ xa đạt 95%.
- Tỷ lệ điểm giao dịch có mã QR đạt 70%.
- Phấn đấu 100% văn bản được ký số.

II. NHIỆM VỤ
1. Ưu tiên sử dụng dịch vụ công trực tuyến toàn trình, không nộp hồ sơ giấy.
2. Rà soát, kiểm tra an toàn thông tin hệ thống mạng nội bộ, khắc phục ngay điểm yếu.
3. Lắp đặt màn hình thông báo công cộng tại 12 bến xe.

III. TỔ CHỨC THỰC HIỆN
1. Sở Khoa học và Công nghệ: chủ trì vận hành Trung tâm giám sát an toàn thông tin hệ thống mạng của tỉnh.
2. Sở Xây dựng: chủ trì lắp đặt màn hình thông báo công cộng tại các bến xe.

PHỤ LỤC
CHỈ TIÊU

| TT | Chỉ tiêu | Chủ trì | Phối hợp |
| --- | --- | --- | --- |
| 1 | Tỷ lệ hồ sơ dịch vụ công trực tuyến toàn trình đạt 80% | Văn phòng UBND tỉnh | |
| 2 | Tỷ lệ giao dịch không dùng tiền mặt đạt 80% | Ngân hàng Nhà nước Khu vực XII | |
| 3 | Tỷ lệ trạm biến áp giám sát từ xa đạt 95% | Công ty Điện lực Sơn Hà | |
| 4 | Tỷ lệ điểm giao dịch có mã QR đạt 70% | Các ngân hàng thương mại | |
| 5 | Phấn đấu 100% văn bản được ký số | Sở Khoa học và Công nghệ | Các cơ quan, đơn vị |
"""


@pytest.mark.parametrize("unit", [KINDERGARTEN, POWER, OFFICE], ids=lambda unit: unit.name)
def test_a_target_with_its_row_under_others_is_theirs(unit: UnitProfile) -> None:
    text = inner(draft_plan(parent_of(BODY, "Phát triển kinh tế số năm 2026"), unit))
    assert "dịch vụ công trực tuyến toàn trình đạt" not in text
    assert "giao dịch không dùng tiền mặt" not in text
    assert "mã QR" not in text
    assert "màn hình thông báo" not in text
    assert ("trạm biến áp" in text) == (unit is POWER)


@pytest.mark.parametrize("unit", [KINDERGARTEN, POWER, OFFICE], ids=lambda unit: unit.name)
def test_a_general_duty_is_not_others_for_a_phrase_that_both_say(unit: UnitProfile) -> None:
    text = inner(draft_plan(parent_of(BODY, "Phát triển kinh tế số năm 2026"), unit))
    assert "Ưu tiên sử dụng dịch vụ công trực tuyến toàn trình" in text
    assert "an toàn thông tin hệ thống mạng nội bộ" in text
    assert "100% văn bản được ký số" in text  # the row says that the unit helps


def test_a_territory_takes_part_in_the_targets_of_every_field() -> None:
    text = inner(draft_plan(parent_of(BODY, "Phát triển kinh tế số năm 2026"), COMMUNE))
    assert "giao dịch không dùng tiền mặt" in text


TRADES = """I. CHỈ TIÊU
1. Trên 80% các cơ quan truyền thông trên địa bàn xây dựng chuyên mục; phấn đấu tuyên truyền cho người học tại 100% nhà trường.

II. TỔ CHỨC THỰC HIỆN
1. Các đơn vị cấp nước sạch trên địa bàn tỉnh có trách nhiệm
- Lập lộ trình thay thế nguồn nước dưới đất.
"""


def test_bodies_of_a_trade_are_the_company_of_that_trade_and_no_other() -> None:
    plan = parent_of(TRADES, "Bảo vệ nguồn nước năm 2026")
    water = UnitProfile("Công ty Cổ phần Cấp nước Sơn Hà", "agency", year=2026)
    assert "Lập lộ trình thay thế" in inner(draft_plan(plan, water))
    assert "Lập lộ trình thay thế" not in inner(draft_plan(plan, POWER))


def test_a_share_of_the_unit_s_class_is_its_target_beside_those_of_others() -> None:
    plan = parent_of(TRADES, "Bảo vệ nguồn nước năm 2026")
    assert "cho người học tại 100% nhà trường" in inner(draft_plan(plan, KINDERGARTEN))
    assert "cho người học" not in inner(draft_plan(plan, POWER))


ALIKE = """I. NHIỆM VỤ
1. Tổ chức tuyên truyền.
2. Tập huấn cho cán bộ.
3. Niêm yết giá vé.
4. Việc lắp đặt bảng hiệu phải bám sát nhu cầu của hành khách.
5. Lấy sự hài lòng của hành khách là thước đo chất lượng phục vụ.
6. Xây dựng bờ kè chống sạt lở dọc suối Bạc.

II. TỔ CHỨC THỰC HIỆN
1. Sở Xây dựng: tổ chức tuyên truyền về chợ.
2. Sở Tài chính: tập huấn cho cán bộ thuế; niêm yết giá vé xe.
3. Sở Công Thương:
- Việc lắp đặt bảng hiệu phải bám sát nhu cầu của hành khách.
- Lấy sự hài lòng của hành khách là thước đo chất lượng phục vụ.
- Xây dựng bờ kè chống sạt lở dọc suối Bạc.
"""


@pytest.mark.parametrize("unit", [KINDERGARTEN, OFFICE], ids=lambda unit: unit.name)
@pytest.mark.parametrize(
    ("words", "stays"),
    [
        ("Tổ chức tuyên truyền", True),
        ("Tập huấn cho cán bộ", True),
        ("Niêm yết giá vé", True),
        ("bám sát nhu cầu của hành khách", True),
        ("là thước đo chất lượng phục vụ", True),
        ("Xây dựng bờ kè", False),
    ],
)
def test_short_duties_of_every_office_and_demands_on_all_stay(
    unit: UnitProfile, words: str, stays: bool
) -> None:
    assert (words in inner(draft_plan(parent_of(ALIKE, "Đón khách năm 2026"), unit))) == stays


PIERS = """I. NHIỆM VỤ
1. Bến đò
a) Mở 11 điểm bán vé tại 04 xã: Bến Trại, Thượng Mạ, Yên Trạch và Cồn Sậy. UBND các xã nêu trên chủ trì.
b) UBND các xã: Bến Trại, Thượng Mạ lập phương án cứu hộ. Hoàn thành trước ngày 30/9/2026.
c) Đối với xã có bến lớn (Bến Trại, Cồn Sậy), bố trí 02 người trực.
d) Các xã Bến Trại, Thượng Mạ, Yên Trạch và Cồn Sậy bố trí nơi neo đậu.
đ) Mở quầy lưu động bằng ghe tại các ấp cồn thuộc 04 xã:
Bến Trại, Thượng Mạ, Yên Trạch và Cồn Sậy; mỗi quầy hoạt động 02 phiên/tháng.
2. UBND các xã, phường tuyên truyền về đi đò an toàn; riêng các xã vùng cao (Bến Trại, Cồn Sậy) tuyên truyền bằng loa.
"""


@pytest.mark.parametrize("words", ["điểm bán vé", "cứu hộ", "30/9", "người trực", "neo đậu", "quầy"])
def test_a_task_of_named_communes_is_theirs_alone(words: str) -> None:
    parent = parent_of(PIERS, "Đi đò an toàn năm 2026")
    assert words in inner(draft_plan(parent, BOATS))
    text = inner(draft_plan(parent, COMMUNE))
    assert words not in text and "tuyên truyền" in text


@pytest.mark.parametrize(
    ("unit", "body", "there", "gone"),
    [
        # What tells only when goes with its task, whoever or whatever takes that away.
        (OFFICE, "I. NHIỆM VỤ\n1. Bộ tiêu chí do Sở Y tế chủ trì soạn thảo. Hoàn thành trước 30/9/2026.", "Chế độ thông tin", "30/9"),
        (COMMUNE, "I. NHIỆM VỤ\n1. Nâng cấp trạm bơm đặt tại phường Tân Lãng. Chậm nhất ngày 15 tháng 12 năm 2026.", "Chế độ thông tin", "tháng 12"),
        (OFFICE, "I. NHIỆM VỤ\n1. Nâng cấp trung tâm dữ liệu tỉnh đạt cấp độ 3, bổ sung máy chủ và hệ thống sao lưu. Hoàn thành trong quý II/2026.\nII. TỔ CHỨC\n1. Sở Xây dựng: nâng cấp trung tâm dữ liệu tỉnh.", "Chế độ thông tin", "Hoàn thành"),
        (OFFICE, "I. NHIỆM VỤ\n1. Rà soát văn bản. Hoàn thành trước 30/9/2026.", "30/9", "Không còn"),
        # Who leads is told in the next sentence, with a task of its own.
        (OFFICE, "I. NHIỆM VỤ\n1. Trình kỳ họp chính sách hỗ trợ đội ngũ kỹ thuật. Sở Xây dựng chủ trì, phối hợp với Sở Tài chính xây dựng hồ sơ trước tháng 6.", "Chế độ thông tin", "kỳ họp"),
        # A sentence that says no task of its own goes with the one before it.
        (HOSPITAL, "I. NHIỆM VỤ\n1. Sở Công Thương lấy mẫu nước mắm do Sở Nội vụ gửi. Kết quả không đạt phải được thông báo trong 05 ngày.", "Chế độ thông tin", "05 ngày"),
        # Bodies of communes are none of a department; a market of wards is no room of a commune.
        (OFFICE, "I. NHIỆM VỤ\n1. Hoàn thiện cơ cấu các cơ quan chuyên môn thuộc UBND cấp xã.", "Chế độ thông tin", "cơ cấu các phòng"),
        (COMMUNE, "I. MỤC TIÊU\n1. 60% thịt tiêu thụ tại các phường và trung tâm xã được giết mổ tập trung.", "các phường và trung tâm xã", "tại các phòng"),
        (COMMUNE, "I. NHIỆM VỤ\n1. Các đảng ủy xã, phường\nHọc tập nghị quyết tại chi bộ.\n2. UBND các xã, phường\nTổ chức tập huấn.", "tập huấn", "nghị quyết tại chi bộ"),
        # A share without its subject is of those told before; what stands above a Party committee is not its own.
        (PARTY, "I. MỤC TIÊU\n1. 100% cán bộ các cơ quan báo chí đạt chuẩn; 50% sử dụng thành thạo trợ lý ảo.\n2. 90% đảng viên cài ứng dụng.", "cài ứng dụng", "trợ lý ảo"),
        (PARTY, "I. NHIỆM VỤ\n1. Kiện toàn Ban Chỉ đạo chuyển đổi số của Tỉnh ủy do đồng chí Phó Bí thư làm Trưởng ban.\n2. Các cấp ủy học tập nghị quyết.", "học tập", "Trưởng ban"),
        (PARTY, "I. YÊU CẦU\n1. Phù hợp với mô hình mới; toàn Đảng bộ tỉnh hiện có 67 đảng bộ trực thuộc.", "mô hình mới", "hiện có"),
        # Schools of another level; the state of the province is no task.
        (COLLEGE, "I. NHIỆM VỤ\n1. Bố trí đủ giáo viên mầm non tại khu công nghiệp.\n2. Dạy kỹ năng số cho học sinh.", "kỹ năng số", "mầm non"),
        (COLLEGE, "I. NHIỆM VỤ\n1. Dạy kỹ năng số cho học sinh trung học cơ sở và trung học phổ thông.", "kỹ năng số", "mầm non"),
        (OFFICE, "I. YÊU CẦU\n1. Lấy cơ sở làm địa bàn trọng điểm. Tỉnh hiện có 64 đơn vị hành chính cấp xã.", "trọng điểm", "64"),
        # Done or reached at every place like the unit.
        (HOSPITAL, "I. NHIỆM VỤ\n1. Sở Y tế chủ trì mở bệnh án điện tử tại 100% bệnh viện công lập.", "bệnh án điện tử", "phối hợp với Sở Y tế mở"),
        (HOSPITAL, "I. NHIỆM VỤ\n1. Sở Xây dựng lắp tủ cứu hỏa tại 100% bệnh viện.", "Phối hợp với Sở Xây dựng lắp tủ cứu hỏa", "Sở Xây dựng lắp tủ cứu hỏa tại 100% bệnh viện; "),
        (HOSPITAL, "I. NHIỆM VỤ\n1. Sở Xây dựng kiểm tra tủ cứu hỏa tại 100% bệnh viện.", "Chế độ thông tin", "tủ cứu hỏa"),
        # Counts of communes, of levels, of residents, whatever the unit's field.
        (HOSPITAL, "I. NHIỆM VỤ\n1. Kéo đường truyền tới 100% trụ sở UBND xã, phường.\n2. Dán quy trình tại nơi làm việc.", "quy trình", "đường truyền"),
        (HOSPITAL, "I. MỤC TIÊU\n1. Tỷ lệ số hóa kết quả: cấp tỉnh 90%, cấp xã 75%.\n2. 90% văn bản được ký số.", "ký số", "75%"),
        (HOSPITAL, "I. MỤC TIÊU\n1. Ít nhất 40% dân số trưởng thành có chữ ký số.\n2. 90% văn bản nội bộ được ký số.", "nội bộ", "40%"),
    ],
)  # fmt: skip
def test_whose(unit: UnitProfile, body: str, there: str, gone: str) -> None:
    text = inner(draft_plan(parent_of(body, "Chuyển đổi số năm 2026"), unit))
    assert there.lower() in text.lower() and gone.lower() not in text.lower(), text


ROWS = """I. NHIỆM VỤ
1. Các cơ quan rà soát văn bản.

PHỤ LỤC
NHIỆM VỤ

| TT | Nhiệm vụ | Chủ trì | Phối hợp |
| --- | --- | --- | --- |
| 1 | Bệnh án điện tử tại 100% bệnh viện công lập | Sở Y tế | Bảo hiểm xã hội tỉnh |
| 2 | Thẻ gửi xe tại 100% bệnh viện | Sở Xây dựng | Công an tỉnh |
| 3 | Học bạ số | Sở Giáo dục và Đào tạo | |
"""


def test_a_row_of_what_is_done_at_every_place_of_the_class_is_the_unit_s() -> None:
    tasks = [task.content for task in draft_plan(parent_of(ROWS, "Chuyển đổi số năm 2026"), HOSPITAL).tasks]
    assert "Bệnh án điện tử tại 100% bệnh viện công lập" in tasks
    assert any("Sở Xây dựng" in task and "Thẻ gửi xe" in task for task in tasks)
    assert not any("Học bạ" in task for task in tasks)


@pytest.mark.parametrize(
    ("words", "own", "other"),
    [
        ("Xã Bến Trại tổ chức lễ hội trước ngày 30/4/2026.", "tổ chức lễ hội", ""),
        ("Giao xã Bến Trại thí điểm mô hình chợ.", "thí điểm mô hình chợ", ""),
        ("UBND phường Tân Giang và xã Bến Trại chỉnh trang chợ.", "chỉnh trang chợ", ""),
        ("UBND các xã Thượng Mạ, Bến Trại và phường Tân Giang mở chợ phiên.", "mở chợ phiên", ""),
        ("UBND các xã: Thượng Mạ, Bến Trại lắp camera.", "UBND xã lắp camera", ""),
        ("UBND các xã, phường (trừ xã Bến Trại) rà soát chợ.", "", "UBND xã rà soát chợ."),
        (
            "UBND các xã, phường rà soát chợ trước ngày 30/9/2026. Riêng xã Bến Trại, xã Thượng Mạ trước ngày 31/10/2026.",
            "rà soát chợ trước ngày 31/10/2026.",
            "rà soát chợ trước ngày 30/9/2026.",
        ),
        (
            "Hoàn thành tại xã trong quý III/2026; riêng xã Bến Trại trong quý IV/2026.",
            "Hoàn thành tại xã trong quý IV/2026.",
            "Hoàn thành tại xã trong quý III/2026.",
        ),
    ],
)
def test_a_commune_is_told_by_its_bare_name_and_excepted_by_it(words: str, own: str, other: str) -> None:
    for unit, there in ((BOATS, own), (COMMUNE, other)):
        draft = draft_plan(parent_of(f"I. NHIỆM VỤ\n{words}", "Phát triển thương mại năm 2026"), unit)
        assert there in inner(draft)
        assert there or words in "".join(left.quote for left in draft.dropped)


@pytest.mark.parametrize(
    ("told", "own"),
    [
        ("Xóa 12 điểm rác trên địa bàn tỉnh, trong đó: phường Thượng Mạ 03 điểm, xã Bến Trại 09 điểm.", "Xóa 09 điểm rác trên địa bàn xã Bến Trại."),
        ("Trồng mới 500 ha rừng (xã Bến Trại 200 ha, xã Nậm Pì 300 ha).", "Trồng mới 200 ha rừng."),
        ("Xây dựng 20 nhà văn hóa: phường Thượng Mạ 05 nhà; xã Bến Trại 15 nhà.", "Xây dựng 15 nhà văn hóa."),
        ("Lắp đặt 30 camera, gồm: xã Bến Trại: 10 camera và phường Thượng Mạ: 20 camera.", "Lắp đặt 10 camera."),
    ],
)  # fmt: skip
def test_a_whole_told_by_places_is_for_each_its_own_part(told: str, own: str) -> None:
    parent = parent_of(f"I. MỤC TIÊU\n1. {told}\n2. Giữ gìn vệ sinh.", "Bảo vệ môi trường năm 2026")
    said = inner(draft_plan(parent, BOATS))
    assert own in said and "Thượng Mạ" not in said and "Nậm Pì" not in said, said
    verb = " ".join(told.split()[:2])
    assert verb not in inner(draft_plan(parent, HOSPITAL))
    assert verb in inner(draft_plan(parent, OFFICE))


ROADS = """I. NHIỆM VỤ
1. Thay thế 300 km cáp ngầm cũ.
2. Lập bản đồ số các cột mốc ven đường, hoàn thành trong quý III.
3. Tuyên truyền giữ gìn cột mốc.

II. TỔ CHỨC THỰC HIỆN
1. Sở Xây dựng: thay thế cáp ngầm cũ, lắp đặt trạm mới, kiểm tra cột đèn, dọn dẹp vỉa hè.
2. Sở Khoa học và Công nghệ: Bản đồ số các cột mốc ven đường.
"""


def test_a_task_of_others_is_known_without_its_amount_and_whatever_is_done_to_its_thing() -> None:
    text = inner(draft_plan(parent_of(ROADS, "Chỉnh trang đường năm 2026"), OFFICE))
    assert "Tuyên truyền giữ gìn cột mốc" in text
    assert "áp ngầm" not in text
    assert "ản đồ số" not in text
