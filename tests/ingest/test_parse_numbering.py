import pytest

from ingest.parse.numbering import read_labels

LABELS = [
    ("I. MỤC ĐÍCH", "roman", "I"),
    ("I- MỤC ĐÍCH", "roman", "I"),
    ("I . MỤC ĐÍCH", "roman", "I"),
    ("IV/ NỘI DUNG", "roman", "IV"),
    ("XIV. PHỤ TRÁCH", "roman", "XIV"),
    ("A. TÌNH HÌNH", "capital", "A"),
    ("B - NHIỆM VỤ", "capital", "B"),
    ("1. Mục đích", "arabic", "1"),
    ("1- Mục đích", "arabic", "1"),
    ("1.Mục đích", "arabic", "1"),
    ("2.* Sở Nội vụ", "arabic", "2"),
    ("1) Mục đích", "paren", "1"),
    ("(1) mục đích", "paren", "1"),
    ("3.1. Tăng cường", "decimal", "3.1"),
    ("3.1 Tăng cường", "decimal", "3.1"),
    ("3.1.2 Tăng cường", "decimal", "3.1.2"),
    ("1.1. 100% trạm y tế có bác sĩ", "decimal", "1.1"),
    ("a) rà soát", "letter", "a"),
    ("đ) rà soát", "letter", "đ"),
    ("a. Rà soát", "letter", "a"),
    ("Điều 5. Hiệu lực", "article", "Điều 5"),
    ("Điều 12a. Hiệu lực", "article", "Điều 12a"),
    ("Chương II", "chapter", "Chương II"),
    ("CHƯƠNG II: QUY ĐỊNH CHUNG", "chapter", "Chương II"),
    ("Mục 1", "division", "Mục 1"),
    ("Phần I", "part", "Phần I"),
    ("PHẦN THỨ NHẤT", "part", "Phần thứ nhất"),
    ("- Nâng cao", "bullet", "-"),
    ("-100% cơ quan", "bullet", "-"),
    ("– Nâng cao", "bullet", "-"),
    ("+ Nâng cao", "bullet", "+"),
    ("• Nâng cao", "bullet", "*"),
    ("\u2212 Nâng cao", "bullet", "-"),
    ("➢ Nâng cao", "bullet", "*"),
    ("-“Dân biết” ở thôn", "bullet", "-"),
    ("* Về tuyên truyền:", "bullet", "*"),
]
PLAIN = [
    "1.500 tỷ đồng từ ngân sách",
    "2.3 km đường liên thôn",
    "100% cơ quan, đơn vị",
    "15/11/2024 là hạn cuối",
    "01.5.2025 hoàn thành",
    "2025. Hết năm",
    "1-2 mô hình điểm",
    "3-4 lần mỗi năm",
    "24 tháng 5 năm 2024",
    "Điều 5 của Luật này",
    "Mục 1 phần II của Kế hoạch này",
    "Phần mềm quản lý văn bản",
    "Chương trình số 27-CTr/TU",
    "v.v... và các nội dung khác",
    "V/v triển khai kế hoạch",
    "Các cơ quan, đơn vị",
    "",
]


@pytest.mark.parametrize(("text", "style", "core"), LABELS)
def test_labels(text, style, core):
    first = read_labels(text)[0]
    assert (first.style, first.core) == (style, core)


@pytest.mark.parametrize("text", PLAIN)
def test_no_labels(text):
    assert read_labels(text) == ()


def test_ambiguous_letters_keep_both_readings():
    assert {label.style for label in read_labels("i) Báo cáo")} == {"letter", "small"}
    assert {label.style for label in read_labels("C. KINH PHÍ")} <= {"capital", "roman"}


def test_bare_number_only_in_a_damaged_file():
    assert read_labels("4 Công chức Tư pháp") == ()
    assert read_labels("4 Công chức Tư pháp", damaged=True)[0].core == "4"
