"""Short answers that decrees word in other ways than plans."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer.cite import compose
from assistant.weighing import Desk, weigh_question
from tests.assistant.answer_desk import TEXTS, open_desk

CIRCULAR = "thong-tu-do-tau.txt"
CIRCULAR_TEXT = """BỘ XÂY DỰNG
Số: 52/2033/TT-BXD
Hà Nội, ngày 07 tháng 6 năm 2033

THÔNG TƯ
Sửa đổi, bổ sung một số điều của Thông tư số 19/2030/TT-BXD ngày 02 tháng 5 năm 2030 về bến đò ngang

Căn cứ Luật Đường thủy số 12/2029/QH17;
Căn cứ Nghị định số 77/2031/NĐ-CP ngày 03 tháng 3 năm 2031 của Chính phủ;
Theo đề nghị của Cục trưởng Cục Hàng hải và Đường thủy Việt Nam;
Bộ trưởng Bộ Xây dựng ban hành Thông tư về bến đò ngang.

Điều 1. Lập phương án
1. Trước khi mở bến, chủ bến hoặc người lái đò phải lập phương án cứu hộ.
2. Sở Xây dựng phê duyệt phương án cứu hộ trong thời hạn 36 giờ kể từ khi nhận đủ hồ sơ.
3. Biên bản bàn giao bến được ký giữa ba bên.
4. Tổng thiệt hại của các bến ước trên 4.700 triệu đồng.
Điều 2. Hiệu lực thi hành
1. Thông tư này áp dụng kể từ ngày 21 tháng 7 năm 2033.
2. Các Thông tư sau hết hiệu lực kể từ ngày Thông tư này có hiệu lực:
a) Thông tư số 08/2026/TT-BGTVT ngày 04 tháng 4 năm 2026 về bến đò;
b) Thông tư số 31/2027/TT-BGTVT ngày 05 tháng 9 năm 2027 về cầu phao.
3. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan phản ánh về Bộ Xây dựng (qua Cục Hàng hải và Đường thủy Việt Nam) để xem xét.

BỘ TRƯỞNG

Vàng Thị Súa
"""
PLAN = "kh-thu-vien.txt"
PLAN_TEXT = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 88/KH-UBND
Sơn Hà, ngày 03 tháng 02 năm 2031

KẾ HOẠCH
Phát triển thư viện số năm 2031

Căn cứ Luật Thư viện số 46/2019/QH14;
Thực hiện Quyết định số 615/QĐ-TTg ngày 04/8/2030 của Thủ tướng Chính phủ về thư viện số; xét đề nghị của Sở Văn hóa, Thể thao và Du lịch tại Tờ trình số 40/TTr-SVHTTDL ngày 20/01/2031, UBND tỉnh ban hành Kế hoạch như sau:

I. TỔ CHỨC THỰC HIỆN
Máy chủ được sao lưu 03 lần/tuần, trước 17h00.
1. Sở Khoa học và Công nghệ
Chủ trì lắp đặt máy chủ của thư viện số.
2. Sở Văn hóa, Thể thao và Du lịch
Chủ trì, phối hợp với các sở, ngành theo dõi, đôn đốc việc triển khai thực hiện Kế hoạch này.
3. Thời gian thực hiện: Từ năm 2031 đến hết năm 2033.
4. Đến năm 2032 mở 12 phòng đọc; năm 2031 mở 05 phòng đọc.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Văn Thắng
"""


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({**TEXTS, CIRCULAR: CIRCULAR_TEXT, PLAN: PLAN_TEXT}) as desk:
        yield desk


CASES = [
    # source (any where none is named), question, what one candidate of it says
    ("", "thông tư 52/2033 do ai đề nghị ban hành?", ("Cục trưởng Cục Hàng hải và Đường thủy Việt Nam",)),
    ("", "who proposed the circular on ferry landings 52/2033/TT-BXD", ("Cục Hàng hải",)),
    ("", "thong tu ve ben do ngang sua thong tu nao", ("19/2030/TT-BXD",)),
    ("", "thực hiện thông tư bến đò ngang mà vướng mắc thì báo ai", ("Bộ Xây dựng", "Cục Hàng hải")),
    ("", "kế hoạch thư viện số thực hiện quyết định nào", ("**615/QĐ-TTg ngày 04/8/2030**",)),
    ("", "sở nào trình kế hoạch thư viện số", ("Sở Văn hóa, Thể thao và Du lịch tại Tờ trình số 40",)),
    ("", "kế hoạch thư viện số làm từ năm nào đến năm nào", ("Từ năm 2031 đến hết năm 2033",)),
    ("", "máy chủ được sao lưu bao nhiêu lần", ("**03 lần/tuần**",)),
    ("titled", "thông tư bến đò ngang áp dụng từ ngày nào", ("21 tháng 7 năm 2033",)),
    ("", "ai lập phương án cứu hộ bến đò", ("**chủ bến hoặc người lái đò**",)),
    ("", "duyệt phương án cứu hộ mất mấy tiếng", ("36 giờ",)),
    ("", "bàn giao bến phải có mấy bên ký", ("**ba bên**",)),
    ("", "các bến thiệt hại bao nhiêu tiền", ("**trên 4.700 triệu đồng**",)),
]  # fmt: skip


@pytest.mark.parametrize(("source", "question", "said"), CASES, ids=[case[1] for case in CASES])
def test_a_candidate_says_it(desk: Desk, source: str, question: str, said: tuple[str, ...]) -> None:
    weighed = weigh_question(desk, question)
    plans = desk.context().knowledge.plans
    told = [compose(c.need, plans, c.statements).text for c in weighed.candidates if source in {"", c.source}]
    assert any(all(word in text for word in said) for text in told), told


def test_who_reports_is_not_told_as_who_is_reported_to(desk: Desk) -> None:
    weighed = weigh_question(desk, "vướng mắc khi thực hiện thông tư bến đò ngang thì phản ánh về đâu")
    bolds = [bold for c in weighed.candidates for s in c.statements for bold in s.bolds]
    assert any("Bộ Xây dựng" in bold for bold in bolds)
    assert not any("các cơ quan" in bold for bold in bolds)
