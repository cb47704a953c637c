"""Which part, which money, which column, on which document: asked plainly of one small plan."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.ask import answer_question
from assistant.weighing import Desk
from tests.assistant.answer_desk import open_desk

PLAN = """SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH
Số: 77/KH-SVHTTDL
Sơn Hà, ngày 02 tháng 3 năm 2031

KẾ HOẠCH
Tổ chức Lễ hội Hoa ban năm 2031

Căn cứ Quyết định số 812/QĐ-TTg ngày 05/6/2030 của Thủ tướng Chính phủ về phát triển lễ hội;
Thực hiện Kế hoạch số 215/KH-UBND ngày 20/12/2030 của UBND tỉnh Sơn Hà về du lịch,
Sở Văn hóa, Thể thao và Du lịch ban hành Kế hoạch tổ chức Lễ hội Hoa ban năm 2031 như sau:

I. MỤC ĐÍCH, YÊU CẦU
Quảng bá văn hóa vùng cao.

II. NỘI DUNG
1. Chợ phiên đêm
Chợ phiên đêm mở cửa từ 18 giờ đến 22 giờ 30 các ngày thứ Sáu và thứ Bảy, không quá 45 gian hàng.
2. Thi trang phục
Giải nhất mỗi đội 12 triệu đồng, tiền thuê sân khấu 85 triệu đồng.

III. CHẾ ĐỘ BÁO CÁO
Các phòng báo cáo kết quả về Phòng Quản lý di sản văn hóa trước ngày 25/3/2031.

GIÁM ĐỐC

Lò Văn Thủ

PHỤ LỤC
PHÂN CÔNG CÁC CỤM THI

| TT | Cụm | Xã làm cụm trưởng | Số đội |
|---|---|---|---|
| 1 | Suối Bạc | Xã Nà Lốc | 6 |
| 2 | Bản Mờ | Xã Pa Tếnh | 4 |
"""

PARTY = """ĐẢNG ỦY XÃ NÀ LỐC
Số: 12-KH/ĐU
Nà Lốc, ngày 10 tháng 2 năm 2031

KẾ HOẠCH
Phát triển đảng viên năm 2031

I. THỰC TRẠNG
Năm 2030, toàn xã kết nạp 37 đảng viên, trong đó 12 đảng viên nữ.

II. CHẾ ĐỘ BÁO CÁO
Các chi bộ thôn báo cáo kết quả về Đảng ủy trước ngày 20 hằng tháng.

III. MỤC TIÊU
Kết nạp từ 45 đảng viên trở lên trong năm.

T/M BAN THƯỜNG VỤ
BÍ THƯ

Quàng Thị Inh
"""


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with open_desk({"so-vhttdl-77.txt": PLAN, "dang-uy-na-loc-12.txt": PARTY}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Chế độ báo cáo của lễ hội hoa ban nằm ở mục nào?", "**III. CHẾ ĐỘ BÁO CÁO**"),
        ("che do bao cao trong ke hoach le hoi hoa ban nam o muc may", "III. CHẾ ĐỘ BÁO CÁO"),
        ("In which section is the reporting regime of the festival plan?", "**III. CHẾ ĐỘ BÁO CÁO**"),
        ("Cụm Suối Bạc xã nào làm cụm trưởng?", "Xã Nà Lốc"),
        ("Tiền thuê sân khấu hết bao nhiêu?", "**85 triệu đồng**"),
        ("Năm nay toàn xã phải kết nạp bao nhiêu đảng viên?", "45 đảng viên"),
        ("Sở VHTTDL tổ chức lễ hội hoa ban theo kế hoạch nào của tỉnh?", "215/KH-UBND"),
    ],
)
def test_told(desk: Desk, question: str, told: str) -> None:
    assert told in answer_question(desk, question).text


@pytest.mark.parametrize(
    ("question", "untold"),
    [
        ("Tiền thuê một gian hàng ở chợ phiên đêm bao nhiêu?", "30 các"),
        ("How much rent does a stall at the night market pay?", "45"),
        ("What daily allowance do the guides at the festival get?", "Recipients"),
        ("Năm nay toàn xã phải kết nạp bao nhiêu đảng viên?", "**37 đảng viên**"),
        ("Thôn nào phải nộp báo cáo nhiều nhất?", "Các chi bộ thôn"),
        ("Sở VHTTDL tổ chức lễ hội hoa ban theo kế hoạch nào của tỉnh?", "812/QĐ-TTg"),
    ],
)
def test_not_told(desk: Desk, question: str, untold: str) -> None:
    answer = answer_question(desk, question)
    assert answer.status == "not_found" or untold not in answer.text
