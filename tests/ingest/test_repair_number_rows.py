"""Tables of amounts in running lines become rows."""

from __future__ import annotations

import pytest

from ingest.repair.number_rows import split_number_rows
from ingest.repair.offsets import MappedText

PARTED = [
    (
        "STT Đơn vị Số địa bàn Số hộ mẫu Số điều tra viên (người)\n1 Thống kê cơ sở Nà Lầu 18 540 18\n2 Thống kê cơ sở Bản\nRẹt 22 1.660 22\nTổng 40 2.200 40\nVII. BÁO CÁO",
        "STT\tĐơn vị\tSố địa bàn\tSố hộ mẫu\tSố điều tra viên (người)\n1\tThống kê cơ sở Nà Lầu\t18\t540\t18\n2\tThống kê cơ sở Bản Rẹt\t22\t1.660\t22\n\tTổng\t40\t2.200\t40\nVII. BÁO CÁO",
    ),
    # a header over two lines
    (
        "TT Tên xã Chỉ tiêu giao\n(người) Tỷ lệ (%)\n1. An Lạc 1.200 85,5\n2. Bình Hòa 800 90",
        "TT\tTên xã\tChỉ tiêu giao (người)\tTỷ lệ (%)\n1.\tAn Lạc\t1.200\t85,5\n2.\tBình Hòa\t800\t90",
    ),
]
KEPT = [
    # more amounts than columns, a text that counts, one row only
    "STT Đơn vị Số hộ\n1 Xã An Lạc 18 540\n2 Xã Bình Hòa 22 660",
    "TT Nội dung Thời gian\n1 Họp Ban Tổ chức 2 3\nlần 5",
    "STT Đơn vị Số thôn Số hộ\n1 Xã An Lạc 18 540",
]


@pytest.mark.parametrize(("text", "expected"), PARTED)
def test_rows_of_amounts_are_parted(text: str, expected: str) -> None:
    assert split_number_rows(MappedText.identity(text)).text == expected


@pytest.mark.parametrize("text", KEPT)
def test_what_does_not_fit_stays(text: str) -> None:
    assert split_number_rows(MappedText.identity(text)).text == text
