"""Tables whose cells ran together: rows found again, or nothing said."""

from __future__ import annotations

from tests.ingest.facts_document import facts_of

HEADER = "STT Nhiệm vụ cụ thể Cơ quan chủ trì Cơ quan phối hợp Kết quả Thời gian hoàn thành"


def test_rows_of_running_text() -> None:
    facts, _ = facts_of(
        f"1. Danh mục {HEADER} I. Hoàn thiện thể chế\n1.\n"
        "Xây dựng Đề án truyền thông về bảo hiểm y tế.\nBộ Tài chính Bộ Y tế, cơ quan liên quan Quyết định ban hành Đề án Quý I/2027\n2.\n"
        f"Đưa chỉ tiêu vào kế hoạch hằng năm Ủy ban nhân dân các cấp Các cơ quan, đơn vị liên quan Kế hoạch Thường xuyên {HEADER}\n"
        "3.\nKiểm tra, giám sát liên ngành Bộ Khoa học và Công nghệ Bộ Công an, Bộ Tư pháp Báo cáo Tháng 6/2026"
    )
    assert [(a.actor, a.role, a.task) for a in facts.assignments] == [
        ("Bộ Tài chính", "lead", "Xây dựng Đề án truyền thông về bảo hiểm y tế"),
        ("Bộ Y tế", "coordinate", "Xây dựng Đề án truyền thông về bảo hiểm y tế"),
        ("cơ quan liên quan", "coordinate", "Xây dựng Đề án truyền thông về bảo hiểm y tế"),
        ("Ủy ban nhân dân các cấp", "lead", "Đưa chỉ tiêu vào kế hoạch hằng năm"),
        ("Các cơ quan, đơn vị liên quan", "coordinate", "Đưa chỉ tiêu vào kế hoạch hằng năm"),
        ("Bộ Khoa học và Công nghệ", "lead", "Kiểm tra, giám sát liên ngành"),
        ("Bộ Công an", "coordinate", "Kiểm tra, giám sát liên ngành"),
        ("Bộ Tư pháp", "coordinate", "Kiểm tra, giám sát liên ngành"),
    ]
    assert [(d.normalised, d.who) for d in facts.deadlines] == [
        ("2027-Q1", "Bộ Tài chính"),
        ("2026-06", "Bộ Khoa học và Công nghệ"),
    ]


def test_what_does_not_fit_says_nothing() -> None:
    facts, _ = facts_of(
        f"1. Danh mục {HEADER}\n1.\nXây dựng cơ sở dữ liệu dùng chung của các cơ quan.\nBộ Y tế"
    )
    assert facts.assignments == ()


def test_the_header_tells_the_order_of_the_cells() -> None:
    facts, _ = facts_of(
        "1. Danh mục TT NHIỆM VỤ THỜI HẠN HOÀN THÀNH CƠ QUAN CHỦ TRÌ CƠ QUAN PHỐI HỢP\n"
        "Tổng rà soát quy hoạch của Bộ Xây dựng Tháng 12/2026 Bộ Tư pháp chủ trì tổng hợp Các bộ, cơ quan theo chức năng quản lý "
        "Số hóa dữ liệu đất đai Quý II/2026\n1. Bộ Tài chính đầu mối tổng kết.\n2. Bộ Xây dựng, các địa phương rà soát Các tỉnh, thành phố"
    )
    assert [(a.actor, a.role, a.task, a.time) for a in facts.assignments] == [
        ("Bộ Tư pháp", "lead", "Tổng rà soát quy hoạch của Bộ Xây dựng", "Tháng 12/2026"),
        ("Các bộ, cơ quan", "coordinate", "Tổng rà soát quy hoạch của Bộ Xây dựng", "Tháng 12/2026"),
        ("Bộ Tài chính", "lead", "Số hóa dữ liệu đất đai", "Quý II/2026"),
        ("Bộ Xây dựng", "lead", "Số hóa dữ liệu đất đai", "Quý II/2026"),
        ("các địa phương", "lead", "Số hóa dữ liệu đất đai", "Quý II/2026"),
        ("Các tỉnh, thành phố", "coordinate", "Số hóa dữ liệu đất đai", "Quý II/2026"),
    ]
    assert [d.normalised for d in facts.deadlines] == ["2026-12", "2026-Q2"]


def test_a_column_of_goals_gives_targets() -> None:
    facts, _ = facts_of(
        "1. Danh mục TT CHỈ TIÊU MỤC TIÊU 2026 - 2030 CƠ QUAN CHỦ TRÌ, THEO DÕI CƠ QUAN PHỐI HỢP\n"
        "Tỉ lệ che phủ rừng (%) 42 - 43 Bộ Nông nghiệp và Môi trường Các đơn vị có liên quan "
        "Số khu thương mại tự do đến năm 2030 Bộ Tài chính Các bộ, cơ quan"
    )
    assert [(t.value, t.unit, t.subject) for t in facts.targets] == [
        ("42 - 43", "%", "Tỉ lệ che phủ rừng (%)")
    ]


def test_a_product_before_the_bodies_is_no_part_of_the_task() -> None:
    facts, _ = facts_of(
        "1. Danh mục\nTT Nhiệm vụ Sản phẩm Cơ quan chủ trì Cơ quan phối hợp Thời gian hoàn thành\n"
        "1 Cắm mốc sông hạng 3 và 50 điểm sạt lở Quyết định của UBND tỉnh Sở Xây dựng Sở Tư pháp; Công an tỉnh Trước 30/5/2026\n"
        "2 Biệt phái công chức về xã Kế hoạch của Chủ tịch UBND tỉnh Sở Nội vụ Văn phòng UBND tỉnh Kỳ họp giữa năm của HĐND tỉnh\n"
        "3 Trực hồ sơ đất đai lưu động Báo cáo quý Văn phòng Đăng ký đất đai Chi cục Phát triển nông thôn Hằng tháng"
    )
    assert [(a.actor, a.role, a.task, a.product) for a in facts.assignments] == [
        ("Sở Xây dựng", "lead", "Cắm mốc sông hạng 3 và 50 điểm sạt lở", "Quyết định của UBND tỉnh"),
        ("Sở Tư pháp", "coordinate", "Cắm mốc sông hạng 3 và 50 điểm sạt lở", "Quyết định của UBND tỉnh"),
        ("Công an tỉnh", "coordinate", "Cắm mốc sông hạng 3 và 50 điểm sạt lở", "Quyết định của UBND tỉnh"),
        ("Sở Nội vụ", "lead", "Biệt phái công chức về xã", "Kế hoạch của Chủ tịch UBND tỉnh"),
        ("Văn phòng UBND tỉnh", "coordinate", "Biệt phái công chức về xã", "Kế hoạch của Chủ tịch UBND tỉnh"),
        ("Văn phòng Đăng ký đất đai", "lead", "Trực hồ sơ đất đai lưu động", "Báo cáo quý"),
        ("Chi cục Phát triển nông thôn", "coordinate", "Trực hồ sơ đất đai lưu động", "Báo cáo quý"),
    ]
    assert [d.normalised for d in facts.deadlines] == ["2026-05-30", "monthly"]


def test_days_without_a_year_close_a_row_and_what_its_task_counts_is_a_target() -> None:
    facts, _ = facts_of(
        "1. Tiến độ:\nSTT Nội dung công việc Đơn vị thực hiện Thời gian\n1 Ban hành Điều lệ các môn Sở Nội vụ 06/3\n"
        "2 Thay 40 bục xuất phát ở bể bơi Sở Xây dựng Xong trước 30/4\n3 Thi đấu các môn Nhóm chuyên môn 17 - 23/5"
    )
    assert [(d.what, d.when, d.normalised, d.who) for d in facts.deadlines] == [
        ("Ban hành Điều lệ các môn", "06/3", "2024-03-06", "Sở Nội vụ"),
        ("Thay 40 bục xuất phát ở bể bơi", "Xong trước 30/4", "2024-04-30", "Sở Xây dựng"),
        ("Thi đấu các môn Nhóm chuyên môn", "17 - 23/5", "2024-05-17/2024-05-23", None),
    ]
    assert [(t.value, t.subject) for t in facts.targets] == [("40", "bục xuất phát ở bể bơi")]


def test_rows_that_name_only_who_leads_between_groups() -> None:
    facts, _ = facts_of(
        "1. Danh mục\nSTT Mã số Nhóm, tên chỉ tiêu Lộ trình thực hiện Cơ quan chủ trì Cơ quan phối hợp Nhóm 1: Rừng\n"
        "1.1 Tỷ lệ che phủ rừng A Bộ Xây dựng\n1.2 Diện tích rừng trồng mới A Bộ Công Thương II. Lĩnh vực biển\n"
        "2.1 Sản lượng cá của các tỉnh B Bộ Y tế Bộ Nội vụ, Bộ Tư pháp\n2.2 Chiều dài đê biển A Bộ Quốc phòng"
    )
    assert [(a.actor, a.role, a.task.split()[-2]) for a in facts.assignments] == [
        ("Bộ Xây dựng", "lead", "rừng"),
        ("Bộ Công Thương", "lead", "mới"),
        ("Bộ Y tế", "lead", "tỉnh"),
        ("Bộ Nội vụ", "coordinate", "tỉnh"),
        ("Bộ Tư pháp", "coordinate", "tỉnh"),
        ("Bộ Quốc phòng", "lead", "biển"),
    ]


def test_a_row_whose_time_is_blank_begins_with_its_bodies() -> None:
    facts, _ = facts_of(
        "1. Danh mục TT NHIỆM VỤ THỜI HẠN HOÀN THÀNH CƠ QUAN CHỦ TRÌ CƠ QUAN PHỐI HỢP\n"
        "Số hóa hồ sơ lưu trữ Tháng 9/2026 Sở Nội vụ Các sở, ngành "
        "Xây dựng đề án phát triển cây chè Sở Công Thương Các xã, phường Rà soát cấp nước sạch Quý II/2026 Sở Xây dựng Các xã, phường"
    )
    assert [(a.actor, a.role, a.task, a.time) for a in facts.assignments if a.role == "lead"] == [
        ("Sở Nội vụ", "lead", "Số hóa hồ sơ lưu trữ", "Tháng 9/2026"),
        ("Sở Công Thương", "lead", "Xây dựng đề án phát triển cây chè", None),
        ("Sở Xây dựng", "lead", "Rà soát cấp nước sạch", "Quý II/2026"),
    ]


def test_a_city_in_a_list_ends_before_the_next_cell() -> None:
    facts, _ = facts_of(
        "1. Danh mục TT NHIỆM VỤ CƠ QUAN CHỦ TRÌ CƠ QUAN PHỐI HỢP THỜI HẠN\n"
        "1 Mở tuyến tàu ven biển Bộ Xây dựng, thành phố Đà Nẵng Ngân hàng Nhà nước, các bộ, ngành 2026 - 2027\n"
        "Phát triển cảng cạn Bộ Tài chính Bộ Công an 2026 - 2028"
    )
    assert [(a.actor, a.role) for a in facts.assignments] == [
        ("Bộ Xây dựng", "lead"),
        ("thành phố Đà Nẵng", "lead"),
        ("Ngân hàng Nhà nước", "coordinate"),
        ("các bộ, ngành", "coordinate"),
        ("Bộ Tài chính", "lead"),
        ("Bộ Công an", "coordinate"),
    ]


def test_a_row_without_a_time_takes_none_from_the_row_below() -> None:
    facts, _ = facts_of(
        "1. Danh mục TT Nội dung Cơ quan chủ trì Cơ quan phối hợp Sản phẩm Thời gian hoàn thành\n"
        "1 Tuyên truyền phòng dịch Bộ Y tế Bộ Tài chính Tài liệu Quý I/2026\n"
        "2 Rà soát ổ dịch Bộ Y tế Bộ Tài chính Danh sách\n"
        "3 Lập kế hoạch tiêm chủng Bộ Y tế Bộ Tài chính Kế hoạch Tháng 3/2026\n"
    )
    times = {a.task: a.time for a in facts.assignments}
    assert times == {
        "Tuyên truyền phòng dịch": "Quý I/2026",
        "Rà soát ổ dịch": None,
        "Lập kế hoạch tiêm chủng": "Tháng 3/2026",
    }
