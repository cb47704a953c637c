"""Headings that a conversion ran on into their sentence."""

from __future__ import annotations

import pytest

from ingest.parse.run_on import run_on

RUN_ON = [
    # titles that every law and decision repeats
    ("Đối tượng áp dụng", "Tổ chức, cá nhân có liên quan đến công tác bảo đảm."),
    ("Hiệu lực thi hành", "Nghị quyết này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025."),
    ("Tổ chức thực hiện", "Bộ Tài chính chủ trì, phối hợp với các bộ, ngành liên quan."),
    # a capital that only a sentence begins with
    ("Lập dự toán và phân bổ dự toán", "Việc lập dự toán và phân bổ kinh phí theo quy định."),
    ("Thúc đẩy liên kết, phát triển vùng", "Hình thành các cực tăng trưởng, các vùng kinh tế."),
    ("Phân bổ và giao dự toán cho các xã", "Căn cứ quyết định giao dự toán, các sở phân bổ dự toán."),
    # the sentence takes up the heading's words
    ("Thể thức phần ký xác nhận", "Thể thức phần ký xác nhận của sơ đồ thực hiện như sau."),
]
WHOLE = [
    "Tổ chức thực hiện Kế hoạch này trên địa bàn toàn tỉnh, bảo đảm tiến độ đề ra.",
    "Kinh phí thực hiện Đề án do ngân sách tỉnh bảo đảm theo quy định hiện hành.",
    "Yêu cầu Sở Y tế tổ chức kiểm tra các cơ sở khám chữa bệnh trên địa bàn.",
    "Giao Văn phòng Điều phối nông thôn mới tỉnh chủ trì theo dõi việc thực hiện.",
    "Chủ tịch Ủy ban nhân dân các xã chịu trách nhiệm trước Chủ tịch Ủy ban nhân dân tỉnh về kết quả.",
    "Văn phòng đăng ký đất đai, Chi nhánh Văn phòng đăng ký đất đai cung cấp thông tin, tài liệu.",
    "Chính phủ, Thủ tướng Chính phủ, các Bộ trưởng theo thẩm quyền quyết định việc này.",
    "Hồ sơ đã nộp trước ngày Thông tư này có hiệu lực thi hành thì tiếp tục giải quyết.",
    "Quyết định này có hiệu lực từ ngày ký và thay thế Quyết định số 12/2021/QĐ-UBND ngày 05 tháng 3 năm 2021.",
]


@pytest.mark.parametrize(("heading", "sentence"), RUN_ON)
def test_a_heading_is_parted_from_its_sentence(heading: str, sentence: str) -> None:
    text = f"{heading} {sentence}"
    assert text[: run_on(text)] == heading


@pytest.mark.parametrize("text", WHOLE)
def test_a_sentence_keeps_its_names(text: str) -> None:
    assert run_on(text) == 0
