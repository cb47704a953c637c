"""Who is asked by a body above is who acts; results beside tasks; what a meeting decided; annexes that charge a group."""

from __future__ import annotations

import pytest

from assistant.draft.draft import draft_plan
from assistant.draft.unit.profile import Division, UnitProfile
from ingest.pipeline import plan_from_text
from ingest.plan import RawText
from tests.assistant.draft_texts import inner

MINISTRY = UnitProfile(
    "Bộ Xây dựng", "agency", parent="Chính phủ", year=2026,
    divisions=(Division("Văn phòng Bộ", ("tổng hợp báo cáo",)), Division("Cục Đường bộ", ("cao tốc, đường bộ",))),
)  # fmt: skip
COMMUNE = UnitProfile(
    "UBND xã Suối Bạc", "commune", parent="UBND tỉnh Sơn Hà", place="xã Suối Bạc", year=2026
)
DEPARTMENT = UnitProfile("Sở Y tế", "department", parent="UBND tỉnh Sơn Hà", year=2026)
SCHOOL = UnitProfile("Trường THCS Suối Bạc", "school", parent="UBND xã Suối Bạc", year=2026)


def drafted(issuer: str, kind: str, title: str, body: str, unit: UnitProfile) -> str:
    text = f"{issuer}\nSố: 15/NQ-CP\nHà Nội, ngày 07 tháng 5 năm 2026\n\n{kind}\n{title}\n\n{body}\n"
    draft = draft_plan(plan_from_text(RawText("p.txt", text)), unit)
    return f"{draft.title}\n{inner(draft)}"


@pytest.mark.parametrize(
    ("unit", "body", "there", "gone"),
    [
        (MINISTRY, "I. NHIỆM VỤ\n1. Chính phủ yêu cầu các Bộ trưởng, Chủ tịch UBND các tỉnh, thành phố tập trung các nội dung sau:\na) Rà soát quy hoạch xong trước ngày 20/6.", "Rà soát quy hoạch xong trước ngày 20/6", "Chính phủ yêu cầu"),
        (COMMUNE, "1. Chủ tịch UBND tỉnh giao UBND các xã, phường khơi thông cống rãnh trước ngày 10/5.\n2. Chủ tịch UBND tỉnh giao Sở Xây dựng kiểm định cầu treo.", "khơi thông cống rãnh", "cầu treo"),
        (DEPARTMENT, "1. UBND tỉnh thống nhất giao Sở Y tế lập đề án nhân lực.", "lập đề án nhân lực", "UBND tỉnh thống nhất"),
        (COMMUNE, "1. UBND các xã, phường:\na) Phân công 01 công chức làm đầu mối; lập danh sách hộ.", "lập danh sách hộ", "Thuộc trách nhiệm"),
        (SCHOOL, "1. Sở Giáo dục và Đào tạo chỉ đạo các trường tiểu học, trung học cơ sở tổ chức ngoại khóa.", "ổ chức ngoại khóa", "Sở Giáo dục và Đào tạo chỉ đạo"),
        # Results under a heading that tells both.
        (MINISTRY, "I. Tình hình tháng 4; nhiệm vụ, giải pháp tháng 5\n1. Vận tải hàng hóa ước đạt 98 triệu tấn, tăng 7,5% so với cùng kỳ. Các bộ đã trình 06 nghị định.\n2. Các bộ, địa phương khẩn trương xử lý dự án tồn đọng.", "xử lý dự án tồn đọng", "98 triệu tấn"),
        (MINISTRY, "I. Tình hình kinh tế\n1. Trong quý I, giá cả nguyên vật liệu còn cao, một số dự án chậm tiến độ.\nPhương hướng, nhiệm vụ trọng tâm\nCác bộ, địa phương đẩy mạnh giải ngân.", "đẩy mạnh giải ngân", "nguyên vật liệu còn cao"),
    ],
)  # fmt: skip
def test_asked(unit: UnitProfile, body: str, there: str, gone: str) -> None:
    text = drafted("CHÍNH PHỦ", "NGHỊ QUYẾT", "Về phát triển hạ tầng", body, unit)
    assert there in text, text
    assert gone not in text, text


def test_what_a_meeting_decided_is_carried_out_under_the_documents_name() -> None:
    text = drafted(
        "CHÍNH PHỦ",
        "NGHỊ QUYẾT",
        "Phiên họp Chính phủ thường kỳ tháng 4 năm 2026",
        "1. Các bộ rà soát dự án.",
        MINISTRY,
    )
    assert text.startswith("Thực hiện Nghị quyết số 15/NQ-CP ngày 07 tháng 5 năm 2026 của Chính phủ\n")


def test_an_annex_that_charges_the_group() -> None:
    body = (
        "Điều 1. Các bộ thực hiện Nghị quyết này.\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\nNguyễn Văn A\n\nPhụ lục I\nNHIỆM VỤ CỦA CÁC BỘ, NGÀNH, ĐỊA PHƯƠNG\n"
        "I. NHIỆM VỤ CHUNG\n1. Rà soát, thống kê công trình dở dang (hoàn thành trong Quý IV/2026).\n2. Bố trí cán bộ đầu mối.\n"
    )
    text = drafted("CHÍNH PHỦ", "NGHỊ QUYẾT", "Về công trình dở dang", body, MINISTRY)
    assert "thống kê công trình dở dang (hoàn thành trong Quý IV/2026)" in text, text


BOARD = UnitProfile(
    "Ban Quản lý Khu kinh tế tỉnh Sơn Hà", "agency", parent="UBND tỉnh Sơn Hà", year=2026, field=("khu công nghiệp",)
)  # fmt: skip


@pytest.mark.parametrize(
    ("body", "there", "gone"),
    [
        # What one body leads elsewhere is its own where no actor is told.
        ("I. NHIỆM VỤ\n1. Bồi thường, giải phóng mặt bằng 40 ha.\n2. Rà soát quy hoạch khu công nghiệp.\nII. TỔ CHỨC THỰC HIỆN\n1. Sở Nông nghiệp và Môi trường: chủ trì giải phóng mặt bằng, giao đất.", "quy hoạch khu công nghiệp", "40 ha"),
        ("I. NHIỆM VỤ\n1. Đầu tư tuyến tránh Quốc lộ 6.\n2. Xây dựng trạm biến áp 110kV.\n3. Đối thoại doanh nghiệp trong khu công nghiệp mỗi quý 01 lần.", "mỗi quý 01 lần", "Quốc lộ"),
        ("1. Các sở, ban, ngành báo cáo kết quả trước ngày 05/6.", "05/6", "Ban Giám đốc"),
    ],
)  # fmt: skip
def test_a_zone_board_among_the_departments(body: str, there: str, gone: str) -> None:
    text = drafted(
        "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ", "CHƯƠNG TRÌNH", "Thu hút đầu tư vào khu công nghiệp", body, BOARD
    )
    assert there in text, text
    assert gone not in text, text
