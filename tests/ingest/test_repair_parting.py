"""Lines that a conversion ran together."""

from __future__ import annotations

import pytest

from ingest.repair.offsets import MappedText
from ingest.repair.parting import part_lines

CASES = [
    # the place and date stand under the motto
    (
        "Độc lập - Tự do - Hạnh phúc ______ Hà Nội, ngày 16 tháng 4 năm 2026",
        "Độc lập - Tự do - Hạnh phúc\nHà Nội, ngày 16 tháng 4 năm 2026",
    ),
    ("__________ Số: 109/NQ-CP", "Số: 109/NQ-CP"),
    ("Về kế hoạch trung hạn ___________\nCHÍNH PHỦ", "Về kế hoạch trung hạn\nCHÍNH PHỦ"),
    # a blank to be filled in is no rule
    ("Tổng mức đầu tư của dự án:______", "Tổng mức đầu tư của dự án:______"),
    # the stamp of an electronic signature
    ("Trần Văn Mẫu Ngày ký: 2026-04-22 16:16:54 +07:00\nCHÍNH PHỦ", "Trần Văn Mẫu\nCHÍNH PHỦ"),
    (
        "với các nội dung như sau:\nNgười ký: Cổng Thông tin điện tử Chính phủ I. QUAN ĐIỂM",
        "với các nội dung như sau:\nI. QUAN ĐIỂM",
    ),
    # the note under an annex's title, and the first heading behind it
    (
        "thực hiện Chỉ thị số 49-CT/TW (Kèm theo Nghị quyết số 100/NQ-CP của Chính phủ) I. MỤC TIÊU",
        "thực hiện Chỉ thị số 49-CT/TW\n(Kèm theo Nghị quyết số 100/NQ-CP của Chính phủ)\nI. MỤC TIÊU",
    ),
    # inside a sentence it stays
    ("1. Gửi báo cáo (kèm theo Phụ lục số 2) về Sở.", "1. Gửi báo cáo (kèm theo Phụ lục số 2) về Sở."),
    ("Gửi báo cáo (kèm theo Phụ lục số 2) về Sở.", "Gửi báo cáo (kèm theo Phụ lục số 2) về Sở."),
    # the next annex behind the signer's name
    ("Trần Lưu Mẫu Phụ lục I\nNHIỆM VỤ", "Trần Lưu Mẫu\nPhụ lục I\nNHIỆM VỤ"),
    ("Theo quy định tại Phụ lục I", "Theo quy định tại Phụ lục I"),
    (
        "THỨ TRƯỞNG\nTrần Lưu Mẫu Phụ lục 01: Mẫu định dạng",
        "THỨ TRƯỞNG\nTrần Lưu Mẫu\nPhụ lục 01: Mẫu định dạng",
    ),
    ("THỨ TRƯỞNG\nTrần Lưu Mẫu Tổng thu nhập", "THỨ TRƯỞNG\nTrần Lưu Mẫu\nTổng thu nhập"),
    ("PHÓ THỦ TƯỚNG\ny]Trần Lưu Mẫu Phụ lục I HỒ SƠ", "PHÓ THỦ TƯỚNG\nTrần Lưu Mẫu\nPhụ lục I HỒ SƠ"),
    # the next signature behind the signer's name
    ("PHÓ CHÁNH ÁN\nTrần Lưu Mẫu KT. VIỆN TRƯỞNG", "PHÓ CHÁNH ÁN\nTrần Lưu Mẫu\nKT. VIỆN TRƯỞNG"),
    ("PHÓ THỦ TƯỚNG\n[daky] Trần Lưu Mẫu", "PHÓ THỦ TƯỚNG\nTrần Lưu Mẫu"),
    ("BỘ TRƯỞNG\nĐại tướng Trần Lưu Mẫu\nPHỤ LỤC", "BỘ TRƯỞNG\nĐại tướng Trần Lưu Mẫu\nPHỤ LỤC"),
    # the Gazette's running head, and a stamp inside a name
    ("Trần Lưu Mẫu 30 CÔNG BÁO/Số 347 + 348/Ngày 25-02-2025 Phụ lục", "Trần Lưu Mẫu\nPhụ lục"),
    (
        "một số điều của Luật Ngày ký: 2026-05-15 08:04:53 +07:00 Phòng bệnh",
        "một số điều của Luật Phòng bệnh",
    ),
]


@pytest.mark.parametrize(("run_together", "parted"), CASES)
def test_what_stands_alone_is_parted(run_together: str, parted: str) -> None:
    assert part_lines(MappedText.identity(run_together)).text == parted
