"""Assignments in the articles of decrees and circulars: descriptions, rights, amendments and lists of things."""

from __future__ import annotations

import pytest

from tests.ingest.facts_document import facts_of

COORDINATE, LEAD, RESPONSIBLE = "coordinate", "lead", "responsible"

CASES = [
    # a verb right behind a bare noun says which body is meant; the next one is what it does
    (
        "1. Trong thời hạn 05 ngày làm việc, cơ quan tiếp nhận hồ sơ kiểm tra hồ sơ và thu lệ phí.",
        [("cơ quan tiếp nhận hồ sơ", "kiểm tra hồ sơ và thu lệ phí")],
    ),
    (
        "1. Người nuôi tôm, chủ sở hữu bè cá gắn liền với mặt nước nộp tờ khai tại Trạm Thủy sản.",
        [
            (
                "Người nuôi tôm, chủ sở hữu bè cá gắn liền với mặt nước",
                "nộp tờ khai tại Trạm Thủy sản",
            )
        ],
    ),
    (
        "1. Trường hợp mất giấy phép thì chủ tàu gửi đơn đề nghị cấp lại đến Chi cục Thủy sản.",
        [("chủ tàu", "gửi đơn đề nghị cấp lại đến Chi cục Thủy sản")],
    ),
    (
        "1. Doanh nghiệp đề nghị cấp phép phải nộp phí thẩm định.",
        [("Doanh nghiệp đề nghị cấp phép", "phải nộp phí thẩm định")],
    ),
    (
        "1. Cơ quan quản lý bến thuộc Sở Xây dựng gửi báo cáo đến Cục Hàng hải.",
        [("Cơ quan quản lý bến thuộc Sở Xây dựng", "gửi báo cáo đến Cục Hàng hải")],
    ),
    # rights ask nobody
    ("1. Doanh nghiệp đề nghị cấp phép có thể nộp hồ sơ qua mạng.", []),
    ("1. Ủy ban nhân dân cấp tỉnh được quyết định mức hỗ trợ cao hơn.", []),
    ("1. Giám đốc Sở Tài chính có quyền xử phạt như sau:\na) Áp dụng biện pháp khắc phục.", []),
    ("1. Người dự thi phải đáp ứng các điều kiện, tiêu chuẩn sau đây:\na) Có bằng đại học.", []),
    ("1. Nhà giáo giảng dạy người khuyết tật hưởng mức phụ cấp 40%.", []),
    ("1. Chúng tôi hoàn toàn chịu trách nhiệm về nội dung kê khai.", []),
    # nor do words about what is or who is meant
    ("1. Hội đồng quản lý gồm Chủ tịch và các thành viên.", []),
    ("1. Doanh nghiệp nhà nước là doanh nghiệp do Nhà nước nắm giữ vốn.", []),
    # half a word is no verb
    ("1. Cơ sở trợ giúp xã hội.", []),
    (
        "1. Người trực tiếp hướng dẫn có trách nhiệm ghi sổ.",
        [("Người trực tiếp hướng dẫn", "có trách nhiệm ghi sổ")],
    ),
    # what a document says of whom it is by
    ("1. Định mức chi cho văn bản do Sở Tư pháp chủ trì soạn thảo thực hiện theo Phụ lục I.", []),
    # a list of things holds no tasks, its head may be one
    (
        "1. Sở Y tế công khai kết quả trong các trường hợp sau đây:\na) Kiểm tra đột xuất.",
        [("Sở Y tế", "công khai kết quả trong các trường hợp sau đây")],
    ),
    ("1. Trách nhiệm của Sở Y tế bao gồm:\na) Tổng hợp số liệu.", [("Sở Y tế", "Tổng hợp số liệu")]),
    ("1. Chủ rừng có nghĩa vụ sau đây:\na) Trồng lại rừng.", [("Chủ rừng", "Trồng lại rừng")]),
    (
        "1. Cơ quan tiếp nhận hồ sơ và trả kết quả thực hiện:\na) Cấp giấy hẹn.",
        [("Cơ quan tiếp nhận hồ sơ và trả kết quả thực hiện", "Cấp giấy hẹn")],
    ),
    (
        "1. Trách nhiệm của Trạm Thú y:\na) Trường hợp có dịch thì gửi thông báo cho chủ trại.",
        [("Trạm Thú y", "Trường hợp có dịch thì gửi thông báo cho chủ trại")],
    ),
    (
        "1. Việc quản lý Quỹ Phòng, chống thiên tai do Sở Tài chính hướng dẫn.",
        [("Sở Tài chính", "Việc quản lý Quỹ Phòng, chống thiên tai")],
    ),
    # amendments change a text
    ("1. Bãi bỏ khoản 2 Điều 7 Quyết định số 5/2024/QĐ-UBND.", []),
    # names of more than their first words
    (
        "1. Sở Giao dịch Chứng khoán Việt Nam báo cáo Bộ Tài chính.",
        [("Sở Giao dịch Chứng khoán Việt Nam", "báo cáo Bộ Tài chính")],
    ),
    ("1. Cục Việc làm tiến hành thu thập số liệu.", [("Cục Việc làm", "tiến hành thu thập số liệu")]),
]


@pytest.mark.parametrize(("tasks", "expected"), CASES)
def test_assignments_of_an_article(tasks: str, expected: list[tuple[str | None, str]]) -> None:
    facts, _ = facts_of(f"Điều 5. Trình tự thực hiện\n{tasks}")
    found = [(a.actor, a.task) for a in facts.assignments]
    assert found == expected
