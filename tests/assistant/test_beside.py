"""Evidence of a thing beside the one asked about is not told; the thing itself still is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer.cite import compose
from assistant.answer.judged.beside import beside_the_thing
from assistant.answer.judged.judge import barred
from assistant.question.understand import understand
from assistant.weighing import Desk, weigh_question
from tests.assistant.answer_desk import TEXTS, open_desk

PLAN = "ke-hoach-ben-thuyen.txt"
PLAN_TEXT = """ỦY BAN NHÂN DÂN
TỈNH TRÀ GIANG
Số: 77/KH-UBND
Trà Giang, ngày 12 tháng 01 năm 2033

KẾ HOẠCH
Phát triển vận tải đường sông năm 2033

I. MỤC TIÊU
1. Phấn đấu 85% bến thuyền tư nhân lắp phao báo hiệu.
2. Lượng gạo xuất khẩu qua cảng Trà Giang đạt 12.000 tấn.
3. Phấn đấu 70% trường mầm non ven sông có áo phao.
4. Phủ sóng 5G đạt 90% số bến.
5. Nâng cấp 08 bến đò ngang; giá trị gạo đạt 9 triệu USD.
6. Thí điểm bến xanh tại 12 xã ven sông.
7. Lắp đặt 04 cầu phao.
8. Tử vong do đuối nước: ≤ 02 vụ.
9. Cơ quan thuế trả lời chủ bến trong 06 ngày làm việc.
II. NHIỆM VỤ
1. Sở Xây dựng chủ trì thực hiện Dự án 1 về nạo vét luồng lạch.
2. Sở Công Thương chủ trì thực hiện Tiểu dự án 2 thuộc Dự án 4 về chợ nổi.
3. Sở Xây dựng báo cáo hằng quý trước ngày 25 của tháng cuối quý.
4. Thả 300 con lợn giống cho 15 hộ ven sông; hộ nghèo được ưu tiên.
III. HIỆU LỰC
Kế hoạch này có hiệu lực kể từ ngày 15 tháng 02 năm 2033.

CHỦ TỊCH

Lò Văn Pánh
"""


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({**TEXTS, PLAN: PLAN_TEXT}) as desk:
        yield desk


PAIRS = [
    # what is told, of the thing itself, of its neighbour
    ("85%", "bao nhiêu phần trăm bến thuyền lắp phao báo hiệu", "bao nhiêu phần trăm ghe chài lắp phao báo hiệu"),
    ("12.000", "gạo xuất khẩu qua cảng Trà Giang bao nhiêu tấn", "gạo nhập khẩu qua cảng Trà Giang bao nhiêu tấn"),
    ("12.000", "luong gao xuat khau qua cang tra giang bao nhieu tan", "luong gao nhap khau qua cang tra giang bao nhieu tan"),
    ("70%", "bao nhiêu % trường mầm non có áo phao", "bao nhiêu % trường tiểu học có áo phao"),
    ("90%", "tỷ lệ phủ sóng 5G ở các bến là bao nhiêu", "tỷ lệ phủ sóng 4G ở các bến là bao nhiêu"),
    ("Sở Xây dựng", "Dự án 1 đường sông ai chủ trì", "Dự án 3 đường sông ai chủ trì"),
    ("Sở Công Thương", "Tiểu dự án 2 thuộc Dự án 4 do sở nào chủ trì", "Tiểu dự án 5 thuộc Dự án 4 do sở nào chủ trì"),
    ("ngày 25", "báo cáo hằng quý trước ngày nào", "báo cáo hằng tháng trước ngày nào"),
    ("08 bến", "có bao nhiêu bến đò ngang được nâng cấp", "có bao nhiêu bến phà biển được nâng cấp"),
    ("04 cầu phao", "tỉnh Trà Giang có lắp đặt cầu phao không", "tỉnh Trà Giang có lắp đặt cáp treo không"),
    ("06 ngày", "cơ quan thuế trả lời chủ bến trong mấy ngày", "cơ quan công an trả lời chủ bến trong mấy ngày"),
    ("300 con", "hộ ven sông được thả bao nhiêu con heo giống", "hộ ven sông được thả bao nhiêu con dê giống"),
    ("15 tháng 02", "kế hoạch 77/KH-UBND có hiệu lực từ ngày nào", "kế hoạch 77/KH-UBND hết hiệu lực từ ngày nào"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "own", "other"), PAIRS)
def test_only_the_thing_itself_is_told(desk: Desk, value: str, own: str, other: str) -> None:
    assert any(value in text for text in _tellable(desk, own))
    assert not any(f"**{value}" in text for text in _tellable(desk, other))


@pytest.mark.parametrize(("noun", "beside"), [("khách sạn", True), ("cầu phao", False), ("người lớn", False)])
def test_nothing_counts_what_no_plan_mentions(desk: Desk, noun: str, *, beside: bool) -> None:
    context = desk.context()
    need = understand(f"có bao nhiêu {noun} ven sông", context)
    assert beside_the_thing(need, context.knowledge.units, "", context.knowledge) is beside


def test_a_number_of_places_names_none_of_them(desk: Desk) -> None:
    assert not any("12 xã" in text for text in _tellable(desk, "12 xã thí điểm bến xanh là những xã nào"))
    assert any("12 xã" in text for text in _tellable(desk, "thí điểm bến xanh tại bao nhiêu xã"))


def test_a_sign_says_what_is_the_most(desk: Desk) -> None:
    assert any("**≤ 02 vụ" in text for text in _tellable(desk, "số vụ đuối nước tối đa là mấy vụ"))


def _tellable(desk: Desk, question: str) -> list[str]:
    weighed = weigh_question(desk, question)
    plans = desk.context().knowledge.plans
    return [
        compose(c.need, plans, c.statements).text
        for c, row in zip(weighed.candidates, weighed.rows, strict=True)
        if not barred(row) and c.source not in {"identity", "untold"}
    ]
