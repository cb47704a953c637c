"""What decrees and circulars say in other ways than plans: force, values of a lead-in, passive agents, divisions."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer.cite import compose
from assistant.model import Turn
from assistant.weighing import Desk, weigh_question
from tests.assistant.answer_desk import TEXTS, open_desk

CIRCULAR = "thong-tu-phu-cap.txt"
CIRCULAR_TEXT = """BỘ NỘI VỤ
Số: 41/2033/TT-BNV
Hà Nội, ngày 05 tháng 3 năm 2033

THÔNG TƯ
Quy định phụ cấp đối với nhân viên trạm quan trắc

Điều 1. Mức phụ cấp
1. Mức phụ cấp 15% áp dụng đối với các trường hợp sau:
a) Nhân viên trạm quan trắc vùng cao;
b) Nhân viên trạm quan trắc hải đảo.
2. Mức phụ cấp 25% áp dụng đối với các trường hợp sau đây:
a) Trưởng trạm quan trắc biên giới;
b) Kỹ thuật viên trực đêm.
3. Nhân viên phải có ít nhất 02 chứng chỉ nghề đáp ứng các điều kiện sau:
a) Do trường công lập cấp;
b) Còn nguyên vẹn;
c) Có dấu nổi.
Điều 2. Thẩm quyền
1. Việc công nhận trạm quan trắc kiểu mẫu thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân cấp tỉnh.
2. Đường dây nóng của trạm (số 1799) hoạt động suốt ngày.
Điều 3. Tổ chức thực hiện
1. Vụ Tiền lương tổng hợp dự toán phụ cấp, trình Bộ trưởng phê duyệt.
2. Các mức phụ cấp được trả kể từ ngày 01 tháng 9 năm 2033; hằng tháng trạm lập bảng lương.
Điều 4. Hiệu lực thi hành
1. Thông tư này có hiệu lực thi hành kể từ ngày 20 tháng 4 năm 2033.
2. Thông tư số 08/2029/TT-BNV hết hiệu lực kể từ ngày Thông tư này có hiệu lực thi hành.

BỘ TRƯỞNG

Vàng Thị Súa
"""


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({**TEXTS, CIRCULAR: CIRCULAR_TEXT}) as desk:
        yield desk


CASES = [
    # source (any where none is named), question, all that one candidate of it says
    ("titled", "thông tư về phụ cấp trạm quan trắc có hiệu lực từ khi nào", ("20 tháng 4 năm 2033",)),
    ("titled", "thong tu phu cap tram quan trac bao gio co hieu luc", ("20 tháng 4 năm 2033",)),
    ("titled", "when does circular 41/2033/TT-BNV take effect", ("20 tháng 4 năm 2033",)),
    ("", "kỹ thuật viên trực đêm được phụ cấp bao nhiêu phần trăm", ("**25%**", "trực đêm")),
    ("", "nhan vien tram hai dao huong phu cap may phan tram", ("**15%**", "hải đảo")),
    ("", "ai công nhận trạm quan trắc kiểu mẫu", ("**Chủ tịch Ủy ban nhân dân cấp tỉnh**",)),
    ("", "đường dây nóng của trạm quan trắc số mấy", ("**1799**",)),
    ("", "mức phụ cấp được trả từ khi nào", ("**kể từ ngày 01 tháng 9 năm 2033**",)),
    ("", "Vụ Tiền lương Bộ Nội vụ có nhiệm vụ gì", ("dự toán phụ cấp",)),
]


@pytest.mark.parametrize(("source", "question", "said"), CASES, ids=[case[1] for case in CASES])
def test_a_candidate_tells_all(desk: Desk, source: str, question: str, said: tuple[str, ...]) -> None:
    weighed = weigh_question(desk, question)
    plans = desk.context().knowledge.plans
    told = [compose(c.need, plans, c.statements).text for c in weighed.candidates if source in {"", c.source}]
    assert any(all(word in text for word in said) for text in told), told


def test_what_ends_the_force_of_another_document_is_not_its_own(desk: Desk) -> None:
    weighed = weigh_question(desk, "Thông tư 08/2029 hết hiệu lực khi nào")
    assert not [c for c in weighed.candidates if c.source == "titled"]


def test_a_list_of_other_things_is_not_counted(desk: Desk) -> None:
    weighed = weigh_question(desk, "nhân viên phải có ít nhất bao nhiêu chứng chỉ nghề")
    assert "**3**" not in {c.statements[0].text for c in weighed.candidates}


def test_a_follow_up_is_not_held_to_the_value_of_the_question_before(desk: Desk) -> None:
    history = (Turn("user", "trưởng trạm phải bao nhiêu tuổi?"), Turn("assistant", "Không tìm thấy."))
    assert weigh_question(desk, "còn phụ cấp thì mấy phần trăm?", history).candidates
