"""What belongs to whom where no body is named plainly: things counted, lists of places, passives, who is charged beside the unit; invented text."""

from __future__ import annotations

from functools import partial

import pytest

from assistant.draft.draft import draft_plan
from assistant.draft.unit.profile import Division, UnitProfile
from tests.assistant.draft_texts import inner, parent_of

COMMUNE = UnitProfile("UBND xã Suối Bạc", "commune", place="xã Suối Bạc", year=2026)
SCHOOL = UnitProfile("Trường THCS Hòa Bình", "school", parent="UBND xã Suối Bạc", place="xã Suối Bạc")
VETERANS = UnitProfile(
    "Hội Cựu chiến binh xã Suối Bạc", "agency", parent="Ủy ban MTTQ xã Suối Bạc", place="xã Suối Bạc",
    divisions=(Division("Ban Phong trào", ("vận động, trồng cây",)),),
)  # fmt: skip
WOMEN = UnitProfile(
    "Hội Liên hiệp Phụ nữ phường Cồn Sim", "agency", parent="Hội LHPN tỉnh Sơn Hà", place="Cồn Sim"
)
OFFICE = UnitProfile("Sở Nội vụ", "department", parent="UBND tỉnh Sơn Hà", place="Sơn Hà", year=2026)
PARTY = UnitProfile("Đảng ủy xã Suối Bạc", "party_committee", place="xã Suối Bạc", year=2026)

parent = partial(parent_of, title="Nếp sống văn minh năm 2026")


@pytest.mark.parametrize(
    ("unit", "body", "there", "gone"),
    [
        # Only the unit's own of several places.
        (COMMUNE, "I. NHIỆM VỤ\n1. Mở điểm bán hàng tại 03 xã: Mường Lai, Suối Bạc và Nậm Pì; mỗi điểm trực 02 buổi/tuần.", "tại xã Suối Bạc; mỗi điểm trực", "Mường Lai"),
        # What is counted acts not.
        (COMMUNE, "I. MỤC TIÊU\n1. Mỗi khu dân cư có ít nhất 01 câu lạc bộ.", "mỗi khu dân cư có ít nhất 01 câu lạc bộ", "Chỉ tiêu của"),
        # A target for what the unit is in charge of by its own name.
        (VETERANS, "I. MỤC TIÊU\n1. Mỗi khu phố có 01 “Hàng cây biết ơn”.\nII. NHIỆM VỤ\n1. Hội Cựu chiến binh xã phụ trách “Hàng cây biết ơn”.", "Mỗi khu phố có 01 “Hàng cây biết ơn”", "Chỉ tiêu của"),
        # Who is charged beside the unit stays beside it.
        (VETERANS, "I. NHIỆM VỤ\n1. Hội Cựu chiến binh và Hội Nông dân xã vận động trồng cây.", "phối hợp với Hội Nông dân", "Hội Cựu chiến binh và"),
        # What is only done to someone goes with whom the rest of its line charges.
        (VETERANS, "I. NHIỆM VỤ\n1. Hộ đạt đủ điểm được gắn biển “Nhà sạch”. Tiêu chí do Phòng Kinh tế soạn thảo.\n2. Ra quân dọn đường.", "ra quân dọn đường", "Nhà sạch"),
        # All sorts of places in one list are nobody's parts.
        (SCHOOL, "I. MỤC TIÊU\n1. 100% cơ quan, đơn vị, chợ, cơ sở kinh doanh treo cờ.", "100% cơ quan, đơn vị, chợ", "tổ, bộ phận của Nhà trường, chợ"),
        # Whoever does something does the other.
        (COMMUNE, "I. NHIỆM VỤ\n1. Cơ quan nào chậm thì cơ quan đó giải trình trong 03 ngày.", "cơ quan đó giải trình", "Thuộc trách nhiệm"),
        # Groups and systems of the level above.
        (SCHOOL, "I. NHIỆM VỤ\n1. Kiện toàn Ban Chỉ đạo nếp sống văn minh xã trước ngày 15/02.\n2. Tổ chức tuần lễ đọc sách.", "tuần lễ đọc sách", "Ban Chỉ đạo"),
        (COMMUNE, "I. NHIỆM VỤ\n1. Nâng cấp cổng thông tin của tỉnh.\n2. Tổ chức ngày hội văn hóa.", "ngày hội văn hóa", "cổng thông tin"),
        (COMMUNE, "I. NHIỆM VỤ\n1. Kiện toàn Ban Chỉ đạo nếp sống văn minh xã trước ngày 15/02.", "Ban Chỉ đạo nếp sống văn minh", "Chỉ tiêu của"),
        # Another branch is another at every level.
        (PARTY, "I. NHIỆM VỤ\n1. Các cấp ủy quán triệt.\n2. HĐND các cấp quyết định những vấn đề quan trọng.", "Lãnh đạo, chỉ đạo HĐND xã quyết định", "trực thuộc quyết định"),
        (PARTY, "I. NHIỆM VỤ\n1. Các cấp ủy quán triệt.\n2. Ban Chỉ đạo công tác tôn giáo các cấp tham mưu cho cấp ủy.", "quán triệt", "tham mưu cho"),
        (COMMUNE, "I. NHIỆM VỤ\n1. HĐND và UBND các cấp công khai ngân sách.", "công khai ngân sách", "Thuộc trách nhiệm"),
        (COMMUNE, "I. NHIỆM VỤ\n1. Các xã triển khai nghị quyết về phát triển kinh tế - xã hội của Tỉnh ủy, HĐND tỉnh.", "của Tỉnh ủy, HĐND tỉnh", "xã ủy"),
        (PARTY, "I. NHIỆM VỤ\n1. Các cấp ủy quán triệt. Kiểm tra việc thực hiện tại 06 chi bộ.", "quán triệt", "06 chi bộ"),
        # Who is charged by its own name for the whole province keeps the whole; one of many does it within itself.
        (OFFICE, "I. NHIỆM VỤ\n1. Sở Nội vụ theo dõi, đôn đốc các cơ quan trên địa bàn tỉnh thực hiện.", "đôn đốc các cơ quan trên địa bàn tỉnh", "thuộc Sở thực hiện"),
        (OFFICE, "I. NHIỆM VỤ\n1. Sở Nội vụ quản lý đội ngũ công chức trên địa bàn toàn tỉnh.", "công chức trên địa bàn toàn tỉnh", "công chức của Sở"),
        (OFFICE, "I. NHIỆM VỤ\n1. Các sở, ban, ngành đánh giá công tác thi đua trên địa bàn tỉnh.", "công tác thi đua của Sở", "trên địa bàn tỉnh"),
        (OFFICE, "I. NHIỆM VỤ\n1. Sở Nội vụ đôn đốc các địa phương thực hiện Kế hoạch này.", "thực hiện Kế hoạch của UBND tỉnh Sơn Hà", "các địa phương thực hiện Kế hoạch này"),
        # A share of the communes is the province's to reach; a commune's own name stands alone.
        (COMMUNE, "I. MỤC TIÊU\n1. 100% UBND xã, phường trên địa bàn tỉnh đối thoại.\n2. Có 70% xã, phường trên địa bàn tỉnh tổ chức ngày hội đọc sách.", "UBND xã đối thoại", "đọc sách"),
        (COMMUNE, "I. MỤC TIÊU\n1. Tỷ lệ xã, phường đạt chuẩn nông thôn mới là 60%.\n2. Mỗi xã, phường trên địa bàn tỉnh xây dựng 01 mô hình.", "Xã xây dựng 01 mô hình", "60%"),
        (COMMUNE, "I. NHIỆM VỤ\n1. Tuyên truyền tại UBND các xã, phường trên địa bàn tỉnh.", "tại UBND xã.", "địa bàn tỉnh"),
        # A mass organisation's bodies of one level by its short name; who stands over it is another.
        (WOMEN, "I. NHIỆM VỤ\n1. Hội LHPN các xã, phường mở lớp học nghề.\n2. Thường trực Hội LHPN tỉnh thành lập đoàn kiểm tra.", "mở lớp học nghề", "thành lập đoàn"),
        (WOMEN, "I. NHIỆM VỤ\n1. Hội LHPN xã, phường: mỗi cơ sở giúp 05 phụ nữ khởi nghiệp; báo cáo năm trước ngày 20/11.", "báo cáo năm trước ngày 20/11", "trách nhiệm của mỗi cơ sở"),
        # "Cơ quan đầu mối" says what the body of the heading is.
        (SCHOOL, "I. NHIỆM VỤ\n1. Các trường học mở lớp dạy bơi.\nII. TỔ CHỨC THỰC HIỆN\n1. Phòng Giáo dục phổ thông: cơ quan đầu mối; tổ chức 03 lớp tập huấn.", "dạy bơi", "03 lớp tập huấn"),
        # A bare name of the unit's class whom a condition picks out.
        (SCHOOL, "I. NHIỆM VỤ\n1. Các trường học mở lớp dạy bơi.\n2. Trường chưa có bể bơi ký hợp đồng với Trung tâm Thi đấu thể thao tỉnh.", "Nhà trường (nếu chưa có bể bơi) ký hợp đồng", "Lĩnh vực"),
        (WOMEN, "I. NHIỆM VỤ\n1. Các cấp Hội tuyên truyền.\n2. Hội Nông dân các xã, phường trồng rừng.", "tuyên truyền", "trồng rừng"),
    ],
)  # fmt: skip
def test_whose(unit: UnitProfile, body: str, there: str, gone: str) -> None:
    text = inner(draft_plan(parent(body), unit))
    assert there.lower() in text.lower(), text
    assert gone.lower() not in text.lower(), text


def test_another_commune_is_another() -> None:
    body = "I. NHIỆM VỤ\n1. UBND xã Mường Lai xây bể nước.\n2. UBND xã Suối Bạc sửa đường."
    text = inner(draft_plan(parent(body), COMMUNE))
    assert "sửa đường" in text
    assert "bể nước" not in text


@pytest.mark.parametrize(
    "line",
    [
        # The unit by its own name, what it may be, a road: for whom words are does not make them another's.
        "Đối với xã Suối Bạc: sửa chữa đập tràn trước ngày 20/5/2026.",
        "Đối với xã Suối Bạc và xã Nậm Hin: sửa chữa đập tràn.",
        "Đối với xã có chợ tạm: di dời trước ngày 30/6/2026.",
        "Đối với xã đạt chuẩn nông thôn mới: duy trì các tiêu chí.",
        "Đối với tỉnh lộ 12: UBND các xã phát quang hành lang hằng quý.",
        "Đối với huyện lộ, đường liên xã: UBND các xã duy tu hằng năm.",
        "Đối với cấp tỉnh: UBND các xã phát quang hành lang hằng quý.",
        # A count of the whole, with what to do about it.
        "Tỉnh hiện có 15 hồ chứa xung yếu, UBND các xã rà soát, cắm biển cảnh báo trước ngày 15/5/2026.",
        "Cắm mốc các hồ (tỉnh hiện có 15 hồ chứa, hoàn thành cắm mốc trước ngày 20/6/2026).",
        "Cắm mốc các hồ (tỉnh hiện có 15 hồ chứa, xong trước ngày 20/6/2026).",
        # Names in brackets that are no places.
        "UBND các xã thông tin qua mạng xã hội (Facebook, Zalo) hằng tuần.",
        "UBND các xã có đồng bào dân tộc thiểu số (Mông, Dao) mở lớp xóa mù chữ.",
        "UBND các xã dạy tiếng dân tộc (Thái, Mông) cho cán bộ.",
        "UBND các xã trồng cây bản địa (Lát, Dổi) ven đường.",
        "UBND các xã tổ chức lễ hội truyền thống (Lồng Tồng, Xên Mường) an toàn.",
        # What somebody did with a thing that is still to be dealt with.
        "Các vụ việc được Công an tỉnh phát hiện, chuyển về xã phải xử lý trong 10 ngày.",
        "Các công trình được Sở Xây dựng thẩm định hoàn thành trước ngày 31/12/2026.",
        "Khoản kinh phí được Sở Tài chính thẩm định, cấp bổ sung phải giải ngân hết trong quý III.",
        "Các tồn tại được Thanh tra tỉnh chỉ ra phải khắc phục xong trước ngày 30/6/2026.",
        # Tasks that speak of difficulties.
        "Trong quá trình thực hiện, kịp thời nắm khó khăn, vướng mắc của người dân, phản ánh với cơ quan có thẩm quyền trước ngày 15 hằng tháng.",
        "Quá trình triển khai, tiếp nhận các khó khăn, vướng mắc của doanh nghiệp và liên hệ ngành chức năng để tháo gỡ.",
    ],
)  # fmt: skip
def test_what_only_looks_like_another_s_stays(line: str) -> None:
    text = inner(draft_plan(parent(f"II. NHIỆM VỤ\n1. Việc chung\n- {line}\n- Rà soát nội quy.\n"), COMMUNE))
    said = line.split(": ")[-1].split(", ")[-1].split(" (")[0]
    assert " ".join(said.rstrip(".").split()[-4:]) in text, text


def test_a_sub_department_is_of_its_departments_lists() -> None:
    unit = UnitProfile(
        "Chi cục Kiểm lâm",
        "agency",
        parent="Sở Nông nghiệp và Môi trường",
        year=2026,
        divisions=(Division("Các Hạt Kiểm lâm khu vực"),),
    )
    body = """I. TỔ CHỨC THỰC HIỆN
1. Các phòng chuyên môn, chi cục, trung tâm trực thuộc Sở
a) Xây dựng kế hoạch trước ngày 10/4/2026.
2. Các phòng, ban, chi cục, trung tâm thuộc Sở tiết kiệm điện.
3. Các Hạt Kiểm lâm kiểm tra lâm sản.
4. Các chi cục quản lý chuyên ngành kiểm tra cơ sở.
5. Toàn thể công chức, viên chức thuộc Sở học tập nghị quyết."""
    text = inner(draft_plan(parent_of(body, "Bảo vệ rừng năm 2026"), unit))
    assert "Xây dựng kế hoạch trước ngày 10/4/2026." in text
    assert "Các phòng, đơn vị trực thuộc tiết kiệm điện." in text
    assert "Các Hạt Kiểm lâm khu vực kiểm tra lâm sản." in text
    assert "Chi cục quản lý chuyên ngành kiểm tra cơ sở." in text
    assert "học tập nghị quyết" in text
