"""Plain questions that were answered beside the point: which plans cite a document, what level, a form's blanks, whose report."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.ask import answer_question
from assistant.weighing import Desk
from tests.assistant.answer_desk import open_desk

PROVINCE = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 61/KH-UBND
Sơn Hà, ngày 02 tháng 3 năm 2031

KẾ HOẠCH
Phát triển chợ phiên vùng cao năm 2031

Thực hiện Nghị quyết số 19-NQ/TU ngày 10/11/2030 của Tỉnh ủy về thương mại miền núi, UBND tỉnh ban hành Kế hoạch như sau:

I. MỤC TIÊU
- Tỷ lệ hộ kinh doanh có mã thanh toán đạt 65%.
- Tổng sản lượng mật ong bán ra đến năm 2031 đạt trên 400 tấn; tổng giá trị mật ong bán ra đạt 52 tỷ đồng.

II. TỔ CHỨC THỰC HIỆN
1. Sở Công Thương
Hoàn thành việc sắp xếp chợ, báo cáo UBND tỉnh (qua Công an tỉnh) trong tháng 9/2031.
2. Công an tỉnh
Tổng hợp tình hình trật tự chợ phiên, báo cáo Bộ Công an trước ngày 20/12/2031.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Sùng A Páo

PHỤ LỤC I
SỐ CHỢ PHIÊN CỦA CÁC XÃ

| TT | Xã | Số chợ phiên | Số quầy |
|---|---|---|---|
| 1 | Suối Bạc | 3 | 140 |
| 2 | Bản Mờ | 2 | 85 |

PHỤ LỤC II
MẪU PHIẾU KHẢO SÁT
Tên hộ kinh doanh: ................
Tổng số quầy hàng: ................
Diện tích quầy: ................ m2
"""
RULES = """ỦY BAN NHÂN DÂN
XÃ SUỐI BẠC
Số: 14/KH-UBND
Suối Bạc, ngày 15 tháng 3 năm 2031

KẾ HOẠCH
Hoạt động của Ban Quản lý chợ Suối Bạc năm 2031

Thực hiện Nghị quyết số 19-NQ/TU ngày 10/11/2030 của Tỉnh ủy, UBND xã ban hành Kế hoạch như sau:

I. NHIỆM VỤ
1. Ban Quản lý thực hiện chế độ cộng tác viên thu phí theo phiên chợ.
2. Ban Quản lý niêm yết giá dịch vụ tại cổng chợ.
"""
LETTER = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 705/UBND-KT
V/v giữ trật tự tại chợ phiên
Sơn Hà, ngày 20 tháng 4 năm 2031

Kính gửi:
- Các sở, ban, ngành tỉnh;
- UBND các xã, phường.

Xét đề nghị của Sở Công Thương, Chủ tịch UBND tỉnh có ý kiến chỉ đạo như sau:

1. Đóng cửa quầy hàng không bảo đảm an toàn điện, không có ngoại lệ.
2. Niêm yết số điện thoại của ban quản lý tại cổng chợ.

Nơi nhận:
- Như trên;
- Bộ Công Thương (b/c);
- Lưu: VT, KT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Sùng A Páo
"""


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({"tinh-son-ha.txt": PROVINCE, "xa-suoi-bac.txt": RULES, "cong-van.txt": LETTER}) as opened:
        yield opened


@pytest.mark.parametrize(
    "question, told, not_told",
    [
        ("những kế hoạch nào căn cứ Nghị quyết 19-NQ/TU?", ["61/KH-UBND", "14/KH-UBND"], []),
        ("có bao nhiêu kế hoạch dẫn Nghị quyết 19-NQ/TU", ["**2**"], []),
        ("hộ kinh doanh có mã thanh toán phải đạt mức nào", ["**65%**"], []),
        ("Ban Quản lý chợ Suối Bạc có cộng tác viên thu phí không?", ["Đúng", "cộng tác viên"], []),
        ("trị giá mật ong bán ra đến 2031 là bao nhiêu?", ["52 tỷ đồng"], ["**trên 400 tấn"]),
        ("mục II kế hoạch chợ phiên của tỉnh nói về gì?", ["**II. TỔ CHỨC THỰC HIỆN**"], []),
        ("kế hoạch số 61 có mấy phần?", ["Có **2**", "TỔ CHỨC THỰC HIỆN"], []),
        ("công an tỉnh làm gì trong kế hoạch ban quản lý chợ?", ["Không tìm thấy"], ["Bộ Công an"]),
        ("Công an tỉnh có phải niêm yết giá không?", [], ["**Không.**"]),
        ("có ngoại lệ nào cho quầy hàng không bảo đảm an toàn không?", ["**Không.**"], []),
        ("công văn 705 gửi cho ai?", ["UBND các xã, phường", "Bộ Công Thương", "(2)"], []),
        ("công văn 705 theo đề nghị của ai?", ["**Sở Công Thương**"], []),
        ("mục II kế hoạch 61/KH-UBND quy định gì?", ["TỔ CHỨC THỰC HIỆN"], []),
        ("xã Suối Bạc có mấy chợ phiên?", ["**3", "61/KH-UBND", "Chưa chắc chắn"], []),
        ("tổng số quầy hàng là bao nhiêu?", [], ["còn để trống"]),
    ],
)
def test_told(desk: Desk, question: str, told: list[str], not_told: list[str]) -> None:
    text = answer_question(desk, question).text
    assert all(words in text for words in told), text
    assert not any(words in text for words in not_told), text


def test_who_only_passes_a_report_on_is_not_its_sender_for_sure(desk: Desk) -> None:
    assert not answer_question(desk, "Công an tỉnh báo cáo kết quả sắp xếp chợ cho ai?").sure


@pytest.mark.parametrize(
    "question, told",
    [
        (
            "Sở Công Thương báo cáo khi nào, kế hoạch số mấy, ai ký?",
            ["tháng 9/2031", "61/KH-UBND", "Sùng A Páo"],
        ),
        (
            "Kế hoạch sắp xếp chợ phiên vùng cao số mấy, ngày nào, ai ký?",
            ["61/KH-UBND", "02/03/2031", "Sùng A Páo"],
        ),
        ("kế hoạch 61/KH-UBND mua mấy xe tải và ai ký?", ["chưa tìm được", "Sùng A Páo"]),
    ],
)
def test_the_head_is_told_beside_what_else_is_asked(desk: Desk, question: str, told: list[str]) -> None:
    text = answer_question(desk, question).text
    assert all(words in text for words in told), text
