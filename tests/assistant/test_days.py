"""A day is asked for: what an adjective says ("đời sống hàng ngày"), or another date of the sentence, is none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.weighing import Desk, weigh_question
from tests.assistant.answer_desk import open_desk

TEXT = """UBND TỈNH SƠN HÀ
Số: 43/KH-UBND
Sơn Hà, ngày 05 tháng 01 năm 2032

KẾ HOẠCH
Mở thẻ thư viện năm 2032

I. NỘI DUNG
1. Tuyên truyền lợi ích của thẻ thư viện trong đời sống hàng ngày của người đọc.
2. Đợt vét mở thẻ thư viện làm từ ngày 08 đến ngày 10 tháng 12 năm 2032.
3. Tiếp tục Đề án số 15-ĐA/TU ngày 18/8/2030 của Tỉnh ủy về văn hóa đọc, định hướng đến năm 2040.
"""


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({"the.txt": TEXT}) as desk:
        yield desk


def _bolds(desk: Desk, question: str, kind: str) -> set[str]:
    return {
        bold
        for candidate in weigh_question(desk, question).candidates
        if candidate.need.kind == kind and candidate.source in {"passage", "single_typed"}
        for bold in candidate.statements[0].bolds
    }


def test_a_day_is_no_everyday(desk: Desk) -> None:
    told = _bolds(desk, "mở thẻ thư viện trong đời sống làm những ngày nào", "deadline")
    assert told
    assert not any("hàng ngày" in bold for bold in told)


def test_the_date_of_a_document_is_the_one_behind_its_number(desk: Desk) -> None:
    assert _bolds(desk, "Đề án 15-ĐA/TU về văn hóa đọc ghi ngày nào", "reference_date") == {"18/8/2030"}
