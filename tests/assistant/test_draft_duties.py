"""What a draft keeps of the parent and what it must not spoil; each row is a class of fault once seen, on invented text."""

from __future__ import annotations

from functools import partial

import pytest

from assistant.draft.draft import draft_plan
from assistant.draft.edits import undouble
from assistant.draft.unit.profile import Division, UnitProfile
from tests.assistant.draft_texts import inner, parent_of

INTERIOR = UnitProfile(
    "Sở Nội vụ",
    "department",
    year=2026,
    field=("cán bộ, công chức",),
    gatherer="Văn phòng Sở",
    divisions=(Division("Văn phòng Sở", ("tổng hợp báo cáo",)),),
)


COMMUNE = UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", year=2026)
MINISTRY = UnitProfile("Bộ Xây dựng", "agency", year=2026, field=("xây dựng",))
HOSPITAL = UnitProfile("Bệnh viện Đa khoa Sơn Hà", "hospital", parent="Sở Y tế", year=2026)
SCHOOL = UnitProfile("Trường THCS Lê Lợi", "school", parent="UBND phường Bình Minh", year=2026)
WOMEN = UnitProfile("Hội Liên hiệp Phụ nữ tỉnh Sơn Hà", "agency", year=2026)
HEALTH_SECTION = (
    "I. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\na) Chỉ đạo các bệnh viện trực thuộc chuẩn bị thuốc, giường bệnh.\n"
    "b) Tổ chức khám bệnh cho người cao tuổi.\nc) Thanh tra việc khám bệnh, chữa bệnh."
)
CALLED = (
    "I. TỔ CHỨC THỰC HIỆN\n1. Các sở, ban, ngành; UBND các xã, phường (sau đây gọi tắt là địa phương) phổ biến Kế hoạch.\n"
    "2. Các địa phương niêm yết bộ thủ tục tại trụ sở."
)


parent = partial(parent_of, title="Cải cách hành chính năm 2026")


@pytest.mark.parametrize(
    "text",
    [
        "hiệp đồng, hợp tác tác chiến",
        "quản lý lý lịch tư pháp",
        "kêu gọi các nhà đầu tư đầu tư vào tỉnh",
        "các cơ quan, tổ chức tổ chức hội nghị",
        "hỗ trợ hợp tác hợp tác xã",
    ],
)
def test_two_words_that_share_a_syllable_stay(text: str) -> None:
    assert undouble(text) == text


def test_a_word_typed_twice_is_said_once() -> None:
    assert undouble("của các các sở thi đua thi đua yêu nước") == "của các sở thi đua yêu nước"


@pytest.mark.parametrize(
    ("unit", "body", "there", "gone"),
    [
        (
            INTERIOR,
            "I. NHIỆM VỤ\n1. Các sở, ban, ngành phối hợp với Sở Nội vụ rà soát vị trí việc làm.",
            "Phối hợp với các sở, ban, ngành rà soát vị trí việc làm",
            "với Sở Nội vụ",
        ),
        (
            INTERIOR,
            "I. NHIỆM VỤ\n1. Các cơ quan, đơn vị chủ trì, phối hợp với Sở Nội vụ, Sở Tài chính rà soát biên chế.",
            "rà soát biên chế",
            "với Sở Nội vụ",
        ),
        # A short name that the parent gives to a list with the unit's class in it binds the unit.
        (INTERIOR, CALLED, "Các phòng, đơn vị thuộc Sở niêm yết bộ thủ tục", "sau đây gọi tắt"),
        (COMMUNE, CALLED.replace("địa phương", "các sở"), "niêm yết bộ thủ tục", "thuộc xãCác"),
        # What the unit's own class must meet, or is asked for, is its duty; that of others is not.
        (
            COMMUNE,
            "I. NỘI DUNG\n1. Tiêu chí đối với UBND các xã, phường\na) Trả hồ sơ đúng hạn đạt 98%.\n2. Tiêu chí đối với các sở\na) Trả hồ sơ đúng hạn đạt 99%.",
            "98%",
            "99%",
        ),
        (
            COMMUNE,
            "I. TỔ CHỨC THỰC HIỆN\n1. Đề nghị UBND các xã, phường\na) Quan tâm bố trí trụ sở.\n2. Đề nghị Báo Sơn Hà\na) Mở chuyên mục.",
            "Quan tâm bố trí trụ sở",
            "Mở chuyên mục",
        ),
        (
            MINISTRY,
            "I. TỔ CHỨC THỰC HIỆN\n1. Bộ Xây dựng theo dõi, đôn đốc, kiểm tra các cơ quan, đơn vị, địa phương thực hiện.",
            "kiểm tra các cơ quan, đơn vị, địa phương",
            "kiểm tra các vụ",
        ),
        # A heading of several themes goes only where none of them can be the unit's.
        (
            SCHOOL,
            "I. NHIỆM VỤ\n1. Tăng cường kỷ luật, kỷ cương; nâng cao hiệu lực, hiệu quả quản lý nhà nước\na) Thực hiện văn hóa công sở.\n"
            "2. Nâng cao hiệu lực, hiệu quả quản lý nhà nước\na) Đổi mới lề lối làm việc.",
            "Thực hiện văn hóa công sở",
            "lề lối",
        ),
        # The land that households till, a rank of the province, the schemes of a government are no school's.
        (
            SCHOOL,
            "I. MỤC TIÊU\n1. Phấn đấu trên 70% diện tích nuôi cá an toàn.\n2. 100% học sinh biết bơi.",
            "biết bơi",
            "diện tích",
        ),
        (
            SCHOOL,
            "I. MỤC TIÊU\n1. Sơn Hà thuộc top 03 vùng Tây Bắc về công nghệ.\n2. 100% học sinh biết bơi.",
            "biết bơi",
            "top 03",
        ),
        (
            SCHOOL,
            "I. NHIỆM VỤ\n1. Xây dựng và triển khai cơ chế thử nghiệm.\n2. Phân loại rác tại trường.",
            "Phân loại rác",
            "cơ chế",
        ),
        (
            SCHOOL,
            "I. NHIỆM VỤ\n1. Phong trào được triển khai sâu rộng từ tỉnh đến cấp cơ sở.",
            "sâu rộng trong toàn Nhà trường",
            "từ tỉnh",
        ),
        # In the section of the unit's superior: what its establishments do is theirs, to govern and inspect is not.
        (HOSPITAL, HEALTH_SECTION, "Chuẩn bị thuốc, giường bệnh", "Chỉ đạo các bệnh viện"),
        (HOSPITAL, HEALTH_SECTION, "Tổ chức khám bệnh cho người cao tuổi", "Thanh tra việc"),
        (
            SCHOOL,
            "I. TỔ CHỨC THỰC HIỆN\n1. UBND các xã, phường chỉ đạo các trường học tổ chức ngày hội đọc sách; đầu tư trường học.",
            "Tổ chức ngày hội đọc sách",
            "đầu tư trường học",
        ),
        # A count of the whole province is no commune's; a share is. Targets of other fields are others'.
        (
            COMMUNE,
            "I. NHIỆM VỤ\n1. Các địa phương trồng mới 500.000 cây xanh trên địa bàn tỉnh.",
            "trồng mới […] cây xanh trên địa bàn xã Suối Bạc",
            "500.000 cây xanh",
        ),
        (
            COMMUNE,
            "I. MỤC TIÊU\n1. Sản lượng thủy sản đạt 12.000 tấn.\n2. Tỷ lệ hộ nghèo giảm 1,5%.",
            "đạt […] tấn",
            "12.000 tấn",
        ),
        (
            INTERIOR,
            "I. MỤC TIÊU\n1. Sản lượng thủy sản đạt 12.000 tấn.\n2. Tỷ lệ cán bộ, công chức đạt chuẩn 100%.",
            "100%",
            "12.000 tấn",
        ),
        # What others send to the unit its own parts send to who gathers reports.
        (
            INTERIOR,
            "I. NHIỆM VỤ\n1. Các sở, ban, ngành rà soát, gửi kết quả về Sở Nội vụ trước ngày 10/6/2026.",
            "Các phòng, đơn vị thuộc Sở rà soát, gửi kết quả về Văn phòng Sở trước ngày 10/6/2026",
            "về Sở Nội vụ",
        ),
        # A heading that names a body and runs on into its tasks holds them.
        (
            HOSPITAL,
            "I. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế: chủ trì, phối hợp với các sở tham mưu chính sách; chỉ đạo các bệnh viện chuẩn bị thuốc.",
            "Chuẩn bị thuốc",
            "tham mưu chính sách",
        ),
        (
            SCHOOL,
            "I. NỘI DUNG\n1. Đối với các trường tiểu học\na) Niêm yết lịch.\n2. Đối với trường THCS\na) Tổ chức thi.",
            "Tổ chức thi",
            "Niêm yết lịch",
        ),
        # The committees of communes stand below a committee of the province's bodies; they are not it.
        (
            UnitProfile("Đảng ủy UBND tỉnh Sơn Hà", "party_committee", year=2026),
            "I. NHIỆM VỤ\n1. Các cấp ủy, tổ chức đảng quán triệt Nghị quyết.\n2. Đảng ủy các xã, phường lãnh đạo dân vận.",
            "quán triệt Nghị quyết",
            "lãnh đạo dân vận",
        ),
    ],
)
def test_duties(unit: UnitProfile, body: str, there: str, gone: str) -> None:
    text = inner(draft_plan(parent(body), unit))
    assert there.lower() in text.lower(), text
    assert gone not in text, text


@pytest.mark.parametrize(
    ("name", "kind", "archive", "inner_words"),
    [
        ("Tỉnh ủy Sơn Hà", "party_committee", "Lưu Văn phòng Tỉnh ủy", "trực thuộc Tỉnh ủy"),
        (
            "Ban Tuyên giáo và Dân vận Tỉnh ủy",
            "party_committee",
            "Lưu Văn phòng Ban",
            "phòng, đơn vị thuộc Ban",
        ),
        (
            "Đảng ủy phường Bình Minh",
            "party_committee",
            "Lưu Văn phòng Đảng ủy",
            "chi bộ, đảng bộ trực thuộc",
        ),
        ("Sở Nội vụ", "department", "Lưu: VT", "phòng, đơn vị thuộc Sở"),
    ],
)
def test_a_committee_speaks_of_its_own_level(name: str, kind: str, archive: str, inner_words: str) -> None:
    unit = UnitProfile(name, kind, year=2026)
    draft = draft_plan(parent("I. NHIỆM VỤ\n1. Các cấp ủy, cơ quan, đơn vị tăng cường tuyên truyền."), unit)
    assert draft.recipients[-1] == archive
    assert inner_words in inner(draft)
    if inner_words != "chi bộ, đảng bộ trực thuộc":
        assert "chi bộ" not in inner(draft) and "Ban Thường vụ Đảng ủy" not in inner(draft)


def test_the_superior_is_written_as_in_a_sentence() -> None:
    unit = UnitProfile("Trường THCS Lê Lợi", "school", parent="UBND PHƯỜNG BÌNH MINH", year=2026)
    draft = draft_plan(parent("I. NHIỆM VỤ\n1. Các trường học tăng cường tuyên truyền."), unit)
    assert "UBND phường Bình Minh (b/c)" in draft.recipients
    assert "PHƯỜNG BÌNH MINH" not in inner(draft)


def test_the_channel_for_difficulties_is_kept() -> None:
    body = (
        "I. NHIỆM VỤ\n1. Các sở, ban, ngành rà soát vị trí việc làm.\nII. TỔ CHỨC THỰC HIỆN\n1. Các sở, ban, ngành báo cáo về UBND"
        " tỉnh (qua Sở Tư pháp) trước ngày 15/11/2026.\nTrong quá trình thực hiện, nếu có khó khăn, vướng mắc, các sở, ngành"
        " phản ánh về UBND tỉnh (qua Sở Tư pháp) để xem xét, giải quyết."
    )
    draft = draft_plan(parent(body), INTERIOR)
    assert "báo cáo về UBND tỉnh (qua Sở Tư pháp) trước ngày 15/11/2026" in inner(draft)
    assert "báo cáo UBND tỉnh (qua Sở Tư pháp) xem xét, giải quyết" in draft.paragraphs[-1].text


GOVERNS = "I. NHIỆM VỤ\n" + "\n".join(
    f"{number}. {task}."
    for number, task in enumerate(
        (
            "Tăng cường quản lý nhà nước về chợ",
            "Ban hành văn bản quy phạm pháp luật về chợ",
            "Rà soát, bổ sung, hoàn thiện hệ thống văn bản quy phạm pháp luật về phí",
            "Chỉ đạo các địa phương dẹp chợ tạm",
            "Đôn đốc các xã, phường thu phí",
            "Chỉ đạo chính quyền cơ sở sắp xếp gian hàng",
            "Tuyên truyền các văn bản quy phạm pháp luật về rác thải",
            "Phối hợp với cơ quan quản lý nhà nước kiểm tra vệ sinh",
        ),
        start=1,
    )
)


@pytest.mark.parametrize(
    "unit",
    [
        SCHOOL,
        HOSPITAL,
        UnitProfile("Công ty Cổ phần Chợ Sơn Hà", "agency", parent="UBND tỉnh Sơn Hà", year=2026),
    ],
    ids=lambda unit: unit.name,
)
def test_who_governs_nobody_is_not_told_to_govern(unit: UnitProfile) -> None:
    draft = draft_plan(parent(GOVERNS), unit)
    text = inner(draft)
    for gone in (
        "Tăng cường quản lý nhà nước",
        "Ban hành văn bản",
        "hoàn thiện hệ thống",
        "địa phương dẹp",
        "thu phí",
        "gian hàng",
    ):
        assert gone not in text, text
    assert "Tuyên truyền các văn bản quy phạm pháp luật về rác thải" in text
    assert "Phối hợp với cơ quan quản lý nhà nước kiểm tra vệ sinh" in text
    causes = {dropped.cause.why for dropped in draft.dropped}
    assert {"authority", "governing"} <= causes


@pytest.mark.parametrize("unit", [SCHOOL, HOSPITAL], ids=lambda unit: unit.name)
@pytest.mark.parametrize(
    ("task", "stays"),
    [
        ("Cân đối ngân sách địa phương cho chợ", False),
        ("Chi theo khả năng cân đối ngân sách", True),
        ("Phân bổ kinh phí cho các địa phương", False),
        ("Thành lập các đoàn kiểm tra liên ngành", False),
        ("Kiểm tra, xử lý các cơ sở kinh doanh vi phạm", False),
        ("Kiểm tra các cơ sở dịch vụ trong đơn vị", True),
        ("Ban hành danh mục nền tảng dùng chung của tỉnh", False),
        ("Xây dựng quy chế phục vụ kế hoạch của tỉnh", True),
        ("Tuyển dụng công chức cấp xã", False),
        ("Đưa kỹ năng số vào chương trình giáo dục, góp phần phát triển kinh tế số", True),
        ("Đưa phân loại rác vào giờ học góp phần phát triển kinh tế hộ", True),
        ("Lồng ghép chỉ tiêu vào quy hoạch, kế hoạch phát triển kinh tế - xã hội", False),
    ],
)
def test_what_only_a_government_does(unit: UnitProfile, task: str, stays: bool) -> None:
    text = inner(draft_plan(parent(f"I. NHIỆM VỤ\n1. {task}.\n2. Tuyên truyền về rác thải."), unit))
    assert (task[:18] in text) is stays, text


def test_what_is_the_province_s_is_made_by_no_commune() -> None:
    unit = UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", year=2026)
    body = (
        "I. NHIỆM VỤ\n1. Hằng năm, xây dựng danh mục chợ của tỉnh; tuyên truyền về chợ.\n"
        "2. Góp phần phát triển kinh tế - xã hội của tỉnh.\n3. Xây dựng chợ theo quy hoạch của tỉnh."
    )
    text = inner(draft_plan(parent(body), unit))
    assert "danh mục" not in text
    assert "tuyên truyền về chợ" in text.lower()
    assert "kinh tế - xã hội của xã" in text
    assert "theo quy hoạch của tỉnh" in text


@pytest.mark.parametrize(
    ("task", "stays"),
    [
        ("Xây dựng kế hoạch triển khai Đề án chuyển đổi số của tỉnh", True),
        ("Vận hành các hệ thống dùng chung của tỉnh tại bộ phận một cửa", True),
        ("Xây dựng kế hoạch của địa phương bám sát chỉ tiêu của tỉnh", True),
        ("Quản lý sạp hàng tại chợ đầu mối của tỉnh", True),
        ("Xây dựng, triển khai danh mục chợ của tỉnh", False),
    ],
)
def test_what_is_the_province_s_is_the_verb_s_own_object(task: str, stays: bool) -> None:
    text = inner(draft_plan(parent(f"I. NHIỆM VỤ\n1. {task}.\n2. Tuyên truyền về chợ."), COMMUNE))
    assert (task[:18] in text) is stays, text


def test_a_department_keeps_what_it_governs() -> None:
    text = inner(draft_plan(parent(GOVERNS), UnitProfile("Sở Công Thương", "department", year=2026)))
    assert "Tăng cường quản lý nhà nước về chợ" in text
    assert "Chỉ đạo các địa phương dẹp chợ tạm" in text


def test_a_mass_organisation_enacts_no_law() -> None:
    unit = UnitProfile("Hội Nông dân tỉnh Sơn Hà", "agency", year=2026)
    assert "Ban hành văn bản quy phạm" not in inner(draft_plan(parent(GOVERNS), unit))


def test_what_the_unit_helps_with_is_said_once() -> None:
    body = "I. NHIỆM VỤ\n1. Về chợ\na) Sở Công Thương chủ trì, phối hợp với Sở Nội vụ làm rõ hồ sơ.\n2. Về bến\na) Sở Công Thương chủ trì, phối hợp với Sở Nội vụ làm rõ hồ sơ."
    said = inner(draft_plan(parent(body), INTERIOR))
    assert said.count("Phối hợp với Sở Công Thương làm rõ hồ sơ") == 1, said


GOVERNMENT = """I. MỤC TIÊU
1. Trên 70% chó nuôi được tiêm phòng.
2. 90% hội viên cam kết nhốt chó.

II. NHIỆM VỤ
1. Lắp đặt lồng nhốt tại các chợ.
2. Vận động người dân đăng ký nuôi chó.
3. Kiến nghị Chính phủ cho cơ chế riêng.
4. Quy định việc trao đổi số liệu giữa các sở với UBND xã.
5. Mở rộng liên kết với các tỉnh giáp ranh.
6. Ký hợp đồng cho thuê bến thuyền.
"""


@pytest.mark.parametrize("unit", [COMMUNE, SCHOOL, WOMEN], ids=lambda unit: unit.name)
def test_what_a_government_does_is_no_task_of_an_organisation_of_members_nor_of_one_commune(
    unit: UnitProfile,
) -> None:
    text = inner(draft_plan(parent(GOVERNMENT), unit))
    for words in ("Kiến nghị", "Quy định", "tỉnh giáp ranh", "cho thuê"):
        assert words not in text
    assert ("lồng nhốt" in text) == ("70%" in text) == (unit is not WOMEN)
    assert "đăng ký nuôi chó" in text or unit is SCHOOL
    assert "90% hội viên" in text or unit is SCHOOL
