"""Those who act by a plain verb and are named by common nouns, and words that look like them."""

from __future__ import annotations

import pytest

from ingest.facts import extract_facts
from ingest.parse import parse_structure
from ingest.plan import RawText
from ingest.repair import repair_text
from tests.ingest.facts_document import BASIS, HEAD

CASES = [
    (
        "Trạm Thú y xã tiêm phòng đàn chó; trưởng ấp dẫn đường và ghi sổ từng hộ.",
        ["Trạm Thú y xã", "trưởng ấp"],
    ),
    (
        "Cô Nguyễn Thị Lành dạy múa; thầy Trần Văn Thạo phụ trách sân khấu.",
        ["Cô Nguyễn Thị Lành", "thầy Trần Văn Thạo"],
    ),
    (
        "Trưởng đoàn kiểm tra công bố quyết định; thành viên đoàn lập biên bản.",
        ["Trưởng đoàn kiểm tra", "thành viên đoàn"],
    ),
    ("Đơn vị được kiểm tra gửi báo cáo tự đánh giá trước 05 ngày.", ["Đơn vị được kiểm tra"]),
    # which body is meant, or of what its verb has for an object "phải" speaks
    ("Doanh nghiệp phát hành phải công bố bản cáo bạch.", ["Doanh nghiệp phát hành"]),
    ("Cơ quan thống kê số tủ sách phải thay mới.", ["Cơ quan"]),
    (
        "Xã có chợ đầu mối bố trí điểm rửa xe; xã giáp ranh dựng rào chắn.",
        ["Xã có chợ đầu mối", "xã giáp ranh"],
    ),
    ("Các cơ quan không dùng hoa tươi trong hội nghị.", ["Các cơ quan"]),
    ("Tổ cấp nước lưu động phát nước cho hộ neo đơn.", ["Tổ cấp nước lưu động"]),
    ("Tổ tư vấn (07 người) trực giờ ra chơi.", ["Tổ tư vấn"]),
    ("Nơi chưa có cán bộ thú y, trạm khuyến nông liên xã cử người giúp.", ["trạm khuyến nông liên xã"]),
    # a number each behind a verb said once
    ("Sở Nội vụ mở 03 lớp, Sở Tư pháp 02 lớp.", ["Sở Nội vụ", "Sở Tư pháp"]),
    ("Ấp Tân Thuận đăng ký 20 hộ, ấp Tân Hòa 15 hộ.", ["Ấp Tân Thuận", "ấp Tân Hòa"]),
    ("Cán bộ địa chính đo lại ranh; chủ sử dụng đất ký giáp ranh.", ["Cán bộ địa chính", "chủ sử dụng đất"]),
    ("Trưởng ban Quản lý chợ ký hợp đồng; tiểu thương nộp phí.", ["Trưởng ban Quản lý chợ", "tiểu thương"]),
    # the passive
    ("Danh sách tàu cá do Chi cục Thủy sản lập, gửi Đồn Biên phòng.", ["Chi cục Thủy sản"]),
    (
        "Hồ sơ do bộ phận Văn phòng tiếp nhận, Hội đồng Thi đua xét trong 05 ngày.",
        ["bộ phận Văn phòng", "Hội đồng Thi đua"],
    ),
    # partners
    (
        "Sở Du lịch chủ trì, phối hợp Sở Xây dựng, Hiệp hội Du lịch tỉnh.",
        ["Sở Du lịch", "Sở Xây dựng", "Hiệp hội Du lịch tỉnh"],
    ),
    (
        "Đoàn liên ngành do Thanh tra tỉnh chủ trì, Thuế tỉnh, Công an tỉnh tham gia, kiểm tra 15 cây xăng.",
        ["Thanh tra tỉnh", "Thuế tỉnh", "Công an tỉnh"],
    ),
    # behind what is said of a thing, a dash, "thì", "riêng"
    ("Câu lạc bộ Tiếng Anh sinh hoạt chiều thứ Tư, thầy Lâm Quốc Bảo hướng dẫn.", ["thầy Lâm Quốc Bảo"]),
    ("Lập danh sách hộ nuôi cá lồng (cả hộ tạm trú) - trưởng ấp lập, nộp Văn phòng.", ["trưởng ấp"]),
    ("Lớp dưới 14 điểm thì giáo viên chủ nhiệm trình biện pháp khắc phục.", ["giáo viên chủ nhiệm"]),
    ("Các đơn vị báo cáo hằng quý; riêng Ban Quản lý bến xe ghi hình.", ["Các đơn vị", "Ban Quản lý bến xe"]),
    # nobody who is asked for anything
    ("Trường có 24 lớp, 3 dãy phòng học và một nhà đa năng.", []),
    ("Tổ tuần tra đêm hoạt động từ 22 giờ đến 4 giờ.", []),
    ("Văn bản do cấp huyện ban hành trước ngày sáp nhập tiếp tục có hiệu lực.", []),
    ("Danh mục sách do Nhà xuất bản Giáo dục phát hành đã được phê duyệt.", []),
    ("Năm 2025, các xã đã trồng 40 ha dừa, Hội Nông dân đã giải ngân 3 tỷ đồng.", []),
    ("Huy động lực lượng trí thức, tổ công nghệ số cộng đồng làm nòng cốt.", []),
    ("Phân công lãnh đạo phụ trách và chuyên viên theo dõi.", []),
]


@pytest.mark.parametrize(("line", "expected"), CASES)
def test_who_acts_in_a_section_of_tasks(line: str, expected: list[str]) -> None:
    plan = HEAD.replace("II. TỔ CHỨC THỰC HIỆN", "II. NHIỆM VỤ, GIẢI PHÁP")
    tasks = f"1. Các việc cần làm\n- {line}"
    source = repair_text(
        RawText("mau.txt", plan.format(basis=BASIS, goals="- Nâng cao nhận thức.", tasks=tasks))
    )
    facts, _ = extract_facts(source, parse_structure(source))
    assert [a.actor for a in facts.assignments if a.actor] == expected
