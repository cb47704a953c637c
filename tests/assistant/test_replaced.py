"""What a document replaces is told of its own sentence, and what replaces it of the new document's alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.ask import answer_question
from assistant.weighing import Desk
from tests.assistant.answer_desk import TEXTS, open_desk

DECISION, CIRCULAR = "quyet-dinh.txt", "thong-tu.txt"
DECISION_TEXT = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 88/QĐ-UBND
Sơn Hà, ngày 21 tháng 11 năm 2031

QUYẾT ĐỊNH
Ban hành Quy chế phối hợp đăng ký đất đai trên địa bàn tỉnh Sơn Hà

Căn cứ Quyết định số 40/QĐ-TTg ngày 05/3/2030 của Thủ tướng Chính phủ;

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Quy chế phối hợp đăng ký đất đai.

Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng 12 năm 2031 và thay thế Quyết định số 26/QĐ-UBND ngày 16 tháng 8 năm 2025 của Ủy ban nhân dân tỉnh.

Nơi nhận:
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Văn Thắng
"""
CIRCULAR_TEXT = """BỘ NỘI VỤ
Số: 36/2031/TT-BNV
Hà Nội, ngày 20 tháng 5 năm 2031

THÔNG TƯ
Quy định mức lương của chuyên gia tư vấn

Điều 1. Mức lương
Mức lương tối đa là 45 triệu đồng một tháng theo Thông tư số 11/2029/TT-BTC ngày 02/3/2029 của Bộ Tài chính.

Điều 2. Hiệu lực thi hành
1. Thông tư này có hiệu lực từ ngày 01 tháng 7 năm 2031.
2. Thông tư số 04/2025/TT-BNV ngày 07 tháng 5 năm 2025 (được sửa đổi tại Thông tư số 09/2027/TT-BNV) hết hiệu lực kể từ ngày Thông tư này có hiệu lực thi hành.
"""


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({**TEXTS, DECISION: DECISION_TEXT, CIRCULAR: CIRCULAR_TEXT}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        (
            "Quyết định về quy chế đăng ký đất đai của Sơn Hà thay cho văn bản nào trước đó?",
            "26/QĐ-UBND",
            "40/QĐ",
        ),
        ("quyet dinh 88 thay the quyet dinh nao", "26/QĐ-UBND", "40/QĐ"),
        ("thông tư lương chuyên gia tư vấn làm hết hiệu lực thông tư nào?", "04/2025/TT-BNV", "11/2029"),
        ("Which earlier circular does Circular 36 replace?", "04/2025/TT-BNV", "11/2029"),
        ("văn bản nào thay thế quyết định 26?", "88/QĐ-UBND", "40/QĐ"),
    ],
)
def test_what_is_replaced_is_told_surely(desk: Desk, question: str, told: str, not_told: str) -> None:
    answer = answer_question(desk, question)
    assert answer.sure and answer.status == "answered", answer.text
    head = answer.text.split("\n")[0]
    assert told in head and not_told not in head and "09/2027" not in head, answer.text


@pytest.mark.parametrize(
    "question", ["văn bản nào thay thế quyết định 88?", "Quyết định 88 bị thay bằng văn bản nào?"]
)
def test_what_a_document_replaces_does_not_replace_it(desk: Desk, question: str) -> None:
    answer = answer_question(desk, question)
    assert answer.status == "not_found", answer.text
