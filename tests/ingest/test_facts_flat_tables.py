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
