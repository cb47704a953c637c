"""A question that tells its case ("đạt 92% ...") is answered by the step of the scale that holds it, and by no other scale."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer.judged.judge import load_judge
from assistant.ask import answer_question
from assistant.weighing import Desk, weigh_question
from tests.assistant.answer_desk import open_desk

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 61/KH-UBND
Sơn Hà, ngày 02 tháng 3 năm 2031

KẾ HOẠCH
Thi đua thu gom rác thải năm 2031

I. NỘI DUNG
1. Các xã tổ chức thu gom, phân loại rác thải tại hộ gia đình.
2. Đơn vị đạt 100% hộ ký cam kết được cộng 05 điểm, không đạt 100% hộ thì không cộng điểm.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Thị Mến

PHỤ LỤC
THANG ĐIỂM THI ĐUA
TT\tNội dung\tĐiểm chuẩn\tHướng dẫn chấm điểm
1\tĐơn vị có tỷ lệ hộ gia đình nộp tiền thu gom rác từ 70% trở lên\t5\tTừ 70 - 80% cộng 02 điểm; từ 80 - 90% cộng 03 điểm; từ 90% trở lên cộng 05 điểm
2\tThành lập tổ tự quản\t10\tCó tổ tự quản được 10 điểm
"""


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({"son-ha-61.txt": PLAN}) as desk:
        yield desk


@pytest.mark.parametrize(
    ("question", "step"),
    [
        ("xã đạt 84% hộ gia đình nộp tiền thu gom rác thì được cộng mấy điểm?", "03 điểm"),
        ("xa co 93% ho gia dinh nop tien thu gom rac duoc cong bao nhieu diem", "05 điểm"),
    ],
)
def test_the_step_that_holds_the_case_is_told(desk: Desk, question: str, step: str) -> None:
    weighed = weigh_question(desk, question)
    best = weighed.candidates[load_judge().ranked(weighed.rows)[0][0]]
    assert (best.source, best.statements[0].bolds) == ("table", (step,))


def test_a_scale_of_something_else_tells_nothing(desk: Desk) -> None:
    weighed = weigh_question(desk, "trường đạt 84% học sinh biết bơi thì được cộng mấy điểm?")
    assert "table" not in {candidate.source for candidate in weighed.candidates}
    assert (
        "03 điểm"
        not in answer_question(desk, "trường đạt 84% học sinh biết bơi thì cộng mấy điểm?").text.split("[1]")[
            0
        ]
    )
