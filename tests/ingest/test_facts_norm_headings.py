"""What stands above the lines of an article decides whom they charge: its title, its chapter, definitions, an annex."""

from __future__ import annotations

import pytest

from tests.ingest.facts_document import facts_of

LEAD = "lead"


@pytest.mark.parametrize(
    ("title", "actor"),
    [
        (
            "Trách nhiệm, phạm vi và cách thức giải quyết công việc của Phó Chủ tịch UBND xã",
            "Phó Chủ tịch UBND xã",
        ),
        ("Trách nhiệm của thành viên UBND là Trưởng phòng Kinh tế", "Trưởng phòng Kinh tế"),
        ("Trách nhiệm của Giám đốc Sở Y tế với tư cách người đứng đầu cơ quan", "Giám đốc Sở Y tế"),
        ("Nghĩa vụ của thành viên tổ hợp tác", "thành viên tổ hợp tác"),
        ("Trách nhiệm của tổ chức bảo hiểm", "tổ chức bảo hiểm"),
        ("Trách nhiệm của Kiểm soát viên", "Kiểm soát viên"),
        ("Trách nhiệm quản lý lao động của người sử dụng lao động", "người sử dụng lao động"),
    ],
)
def test_whose_duties_a_title_announces(title: str, actor: str) -> None:
    facts, _ = facts_of(
        f"Điều 6. {title}\n1. Tổ chức kiểm tra hồ sơ.\n2. Tham dự các cuộc họp do Chủ tịch UBND xã chủ trì."
    )
    assert {a.actor for a in facts.assignments} == {actor}


def test_a_body_that_definitions_name_keeps_its_name() -> None:
    facts, _ = facts_of(
        "Điều 3. Giải thích từ ngữ\n1. “Ngân hàng phục vụ” là ngân hàng được chọn.\n"
        "Điều 4. Giải ngân\n1. Ngân hàng phục vụ thực hiện giải ngân vốn vay.\n2. Ngân hàng phục vụ được lựa chọn theo quy định."
    )
    assert [(a.actor, a.task) for a in facts.assignments] == [
        ("Ngân hàng phục vụ", "thực hiện giải ngân vốn vay")
    ]


def test_what_words_mean_charges_nobody() -> None:
    facts, _ = facts_of(
        "Điều 3. Giải thích từ ngữ\n1. Đơn vị phối hợp là đơn vị tham gia giảng dạy và chịu trách nhiệm quản lý lớp học hằng năm, tổ chức thi.\n"
        "Điều 4. Phạm vi điều chỉnh\nQuy định này quy định việc lập chương trình kiểm tra hằng năm, xây dựng báo cáo."
    )
    assert facts.assignments == () and facts.deadlines == ()


def test_an_article_tells_for_itself_what_its_chapter_does_not() -> None:
    facts, _ = facts_of(
        "Chương IV\nNGUỒN KINH PHÍ VÀ QUY TRÌNH LẬP DỰ TOÁN\nĐiều 8. Quy trình lập dự toán\n"
        "1. Hằng năm, các trường phổ thông nội trú căn cứ số học sinh để lập dự toán.\n"
        "Điều 9. Nguồn kinh phí thực hiện\n1. Ngân sách tỉnh và nguồn xã hội hóa.\n2. Các trường gửi dự toán về Sở Tài chính.\n"
        "3. Sở Tài chính có nguồn thu từ phí.\n"
    )
    assert [(a.actor, a.path) for a in facts.assignments] == [
        ("các trường phổ thông nội trú", "Điều 8.1"),
        ("Các trường", "Điều 9.2"),
    ]


def test_points_that_begin_with_a_name_have_it() -> None:
    facts, _ = facts_of(
        "Điều 7. Trách nhiệm của các bộ phận\n"
        "- Tổ bảo vệ: tuần tra khuôn viên mỗi đêm.\n"
        "- Trách nhiệm của phụ huynh học sinh: ký cam kết an toàn.\n"
    )
    assert [(a.actor, a.task) for a in facts.assignments] == [
        ("Tổ bảo vệ", "tuần tra khuôn viên mỗi đêm"),
        ("phụ huynh học sinh", "ký cam kết an toàn"),
    ]


def test_a_collective_leads() -> None:
    facts, _ = facts_of("Điều 9. Tổ chức\n1. Các bộ, cơ quan ngang bộ chủ trì, hướng dẫn việc thực hiện.")
    assert [(a.actor, a.role) for a in facts.assignments] == [("Các bộ, cơ quan ngang bộ", LEAD)]


def test_a_line_of_an_annex_to_be_filled_in_tells_nothing() -> None:
    facts, _ = facts_of("PHỤ LỤC\nMẪU BÁO CÁO\n1. Tên đơn vị đề xuất dự án:..............................\n")
    assert facts.assignments == ()


def test_the_steps_of_an_annex_name_who_takes_them() -> None:
    facts, _ = facts_of(
        "Phụ lục I\nPHÂN CẤP THỦ TỤC\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2024)\n1. Trình tự, thủ tục thực hiện:\n"
        "a) Trong thời hạn 03 ngày, cơ quan được Chủ tịch Ủy ban nhân dân tỉnh giao giải quyết thủ tục hành chính tổ chức thẩm định."
    )
    assert [(one.actor, one.task) for one in facts.assignments] == [
        (
            "cơ quan được Chủ tịch Ủy ban nhân dân tỉnh giao giải quyết thủ tục hành chính",
            "tổ chức thẩm định",
        )
    ]


def test_an_article_with_a_letter_has_a_title_too() -> None:
    facts, _ = facts_of("Điều 7b. Trách nhiệm của Bộ Nội vụ\n1. Lập sổ quản lý.")
    assert [(one.actor, one.task) for one in facts.assignments] == [("Bộ Nội vụ", "Lập sổ quản lý")]
