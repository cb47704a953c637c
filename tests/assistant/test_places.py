"""Places of a document that a question names by their numbers."""

from __future__ import annotations

import pytest

from assistant.ask import answer_question
from assistant.question.places import named_paths
from tests.assistant.answer_desk import PROVINCE_TEXT, open_desk

NAMED = [
    # question, the path looked for first ("" where no place is named)
    ("diem b khoan 3 dieu 12 thong tu nay noi gi", "Điều 12.3.b"),
    ("Điều 4 khoản 2 quy định những ai", "Điều 4.2"),
    ("khoản 2 của Điều 4", "Điều 4.2"),
    ("phần III mục 5 giao cho đơn vị nào", "III.5"),
    ("What does clause 3 of Article 7 say?", "Điều 7.3"),
    ("Chương IV gồm những điều nào", "Chương IV"),
    ("Điều 6 của Quy chế ban hành kèm theo", "annex/Điều 6"),
    ("mục tiêu đến năm 2030 là gì", ""),
    ("thang đo mức 4 nghĩa là gì", ""),
    ("điểm cộng 5 điểm cho xã nào", ""),
]


@pytest.mark.parametrize(("question", "path"), NAMED, ids=[case[0] for case in NAMED])
def test_a_place_is_read_in_any_order(question: str, path: str) -> None:
    assert (named_paths(question) or ("",))[0] == path


REGULATION = """HỘI ĐỒNG NHÂN DÂN
TỈNH SƠN HÀ
Số: 09/2031/NQ-HĐND
Sơn Hà, ngày 12 tháng 7 năm 2031

NGHỊ QUYẾT
Quy định chính sách hỗ trợ tiền ăn cho học sinh vùng cao

Điều 1. Đối tượng áp dụng
1. Học sinh vùng cao.
2. Cơ sở giáo dục công lập.
Điều 2. Mức hỗ trợ
1. Hỗ trợ tiền ăn 250.000 đồng/tháng.
2. Mỗi học sinh chỉ được hưởng một mức cao nhất.
"""


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("Khoản 2 Điều 2 Nghị quyết 09/2031 quy định gì?", "một mức cao nhất", "250.000"),
        ("Điều 2 nghị quyết 09/2031 nói gì?", "250.000", "công lập"),
        ("Điều 1 chính sách hỗ trợ tiền ăn cho học sinh vùng cao nói gì?", "công lập", "250.000"),
    ],
)
def test_a_numbered_part_is_told_alone(question: str, told: str, other: str) -> None:
    with open_desk({"nghi-quyet.txt": REGULATION, "ke-hoach.txt": PROVINCE_TEXT}) as desk:
        answer = answer_question(desk, question)
    assert told in answer.text and other not in answer.text, answer.text
