"""Tables whose cells came as lines, whole or broken, become rows."""

from __future__ import annotations

import pytest

from ingest.repair.cell_lines import split_cell_lines
from ingest.repair.offsets import MappedText

HEADER = "STT\nNội dung công việc\nĐơn vị chủ\ntrì\nĐơn vị phối hợp\nThời gian hoàn\nthành\n"
CASES = [
    (
        "cells broken over lines, an empty cell",
        HEADER
        + "1\nRà soát hộ nghèo, hộ cận\nnghèo trên địa bàn\nPhòng Kinh tế, Hạ\ntầng và Đô thị\nCác khu phố\nTrước ngày\n15/11/2026\n"
        + "2\nSửa chữa cầu khu phố 3\nPhòng Kinh tế, Hạ\ntầng và Đô thị\nQuý II/2026\nIII. TỔ CHỨC THỰC HIỆN",
        [
            ["1", "Rà soát hộ nghèo, hộ cận nghèo trên địa bàn", "Phòng Kinh tế, Hạ tầng và Đô thị", "Các khu phố", "Trước ngày 15/11/2026"],
            ["2", "Sửa chữa cầu khu phố 3", "Phòng Kinh tế, Hạ tầng và Đô thị", "", "Quý II/2026"],
        ],
    ),
    (
        "a name that goes on with a capital where its column is full",
        "TT\nNhiệm vụ\nChủ trì\nThời hạn\n1\nNạo vét kênh nội đồng vụ đông xuân\nUBND các xã Vĩnh\nHòa, Mỹ Lợi\nTháng 3\n2\nGia cố đê\nSở Xây dựng\nTháng 9\n",
        [
            ["1", "Nạo vét kênh nội đồng vụ đông xuân", "UBND các xã Vĩnh Hòa, Mỹ Lợi", "Tháng 3"],
            ["2", "Gia cố đê", "Sở Xây dựng", "Tháng 9"],
        ],
    ),
    (
        "rows counted by months, one of them empty",
        "Tháng\nNội dung\nPhụ trách\n9/2026\nKhai giảng\nHiệu trưởng\n10/2026\nHội giảng cấp trường,\nthao giảng\nTổ chuyên môn\n02/2027\n3/2027\nNgày hội đọc sách\nThư viện\n",
        [["9/2026", "Khai giảng", "Hiệu trưởng"], ["10/2026", "Hội giảng cấp trường, thao giảng", "Tổ chuyên môn"], ["02/2027", "", ""], ["3/2027", "Ngày hội đọc sách", "Thư viện"]],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_broken_cells(text: str, rows: list[list[str]]) -> None:
    lines = split_cell_lines(MappedText.identity(text)).text.split("\n")
    assert [line.split("\t") for line in lines[1 : len(rows) + 1]] == rows


def test_goals_by_years_that_came_as_lines_are_rows() -> None:
    table = "Chỉ tiêu\n2026\n2027\nChi bộ dùng sổ tay điện\ntử (%)\n70\n85\nHồ sơ lập trên mạng (%)\n40\n-"
    rows = split_cell_lines(MappedText.identity(table)).text.splitlines()
    assert [row.split("\t") for row in rows] == [
        ["Chỉ tiêu", "2026", "2027"],
        ["Chi bộ dùng sổ tay điện tử (%)", "70", "85"],
        ["Hồ sơ lập trên mạng (%)", "40", "-"],
    ]
