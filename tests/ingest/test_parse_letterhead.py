import pytest

from ingest.parse.provinces import find_province, province_named
from ingest.pipeline import plan_from_text
from ingest.plan import RawText
from tests.ingest.parsing import source_of, structure_of

STATE = (
    "UBND TỈNH SƠN HÀ\u2028SỞ NỘI VỤ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\u2028Độc lập - Tự do - Hạnh phúc\n"
)
BODY = "\nThực hiện Kế hoạch số 5/KH-UBND ngày 02/01/2024 của UBND tỉnh; Sở Nội vụ xây dựng Kế hoạch như sau:\nI. MỤC ĐÍCH\n1. Chung\nNâng cao."

CASES = [
    # a scan: both columns of the head read as one, the national name broken, a mark lost, the year on the next line
    (
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA\n\n, VIÊT NAM\nTỈNH SƠN HÀ\n\nĐọc lập - Tự do - Hạnh phúc\n\n"
        "Số: 14/KH-UBND Sơn Hà, ngay 09 tháng 11 năm\n2026\n\nKẾ HOẠCH\nPhòng, chống dịch năm 2027" + BODY,
        {"number": "14/KH-UBND", "date": "2026-11-09", "place": "Sơn Hà", "issuer": "Ủy ban nhân dân tỉnh Sơn Hà"},
    ),
    (
        STATE + "Số: 12/KH-SNV\tSơn Hà, ngày 05 tháng 02 năm 2024\nKẾ HOẠCH\nCông tác dân vận năm 2024" + BODY,
        {"doc_type": "Kế hoạch", "number": "12/KH-SNV", "date": "2024-02-05", "place": "Sơn Hà", "issuer": "Sở Nội vụ",
         "parent_issuer": "UBND tỉnh Sơn Hà", "level": "department", "system": "state", "province": "Sơn Hà", "year": 2024,
         "title": "Công tác dân vận năm 2024", "blanks": ()},
    ),
    (
        "Số: /KH - SGTVT Lai Châu, ngày tháng 02 năm 2025\nKẾ HOẠCH\nCông tác năm 2025\nSở Giao thông vận tải xây dựng kế hoạch như sau:\nI. MỤC ĐÍCH\nCao.",
        {"number": None, "date": None, "place": "Lai Châu", "blanks": ("number", "day"), "issuer": "Sở Giao thông vận tải",
         "level": "department", "system": "state", "province": "Lai Châu", "year": 2025},
    ),
    (
        "KẾ HOẠCH\nCông tác dân vận năm 2023\nBan Thường vụ Huyện ủy Suối Mây ban hành Kế hoạch như sau:\nI. MỤC ĐÍCH\nCao.\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nCao Văn Trọng\n(Kèm theo Kế hoạch số 159 -KH/HU, ngày 16/01/2023 của BTV Huyện ủy)\nStt\tNội dung\n1\tLàm",
        {"number": "159-KH/HU", "date": "2023-01-16", "issuer": "Ban Thường vụ Huyện ủy Suối Mây", "level": "district",
         "system": "party", "year": 2023, "blanks": ()},
    ),
    (
        "Thực hiện công tác dân vận chính quyền năm 2024 trên địa bàn tỉnh Sơn Hà\nCăn cứ Chỉ thị số 33/TT-TTg ngày 26/11/2021;\nỦy ban nhân dân tỉnh ban hành Kế hoạch thực hiện công tác dân vận năm 2024 như sau:\nI. MỤC ĐÍCH\nCao.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Đức An",
        {"doc_type": "Kế hoạch", "number": None, "issuer": "Ủy ban nhân dân tỉnh Sơn Hà", "level": "province",
         "province": "Sơn Hà", "year": 2024, "date": None, "system": "state"},
    ),
    (
        "TỈNH ỦY SƠN HÀ\u2028BAN DÂN VẬN\u2028*\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 07-CTr/BDVTU\tSơn Hà, ngày 10 tháng 3 năm 2024\nCHƯƠNG TRÌNH\ncông tác năm 2024\nI- MỤC ĐÍCH\nCao.",
        {"doc_type": "Chương trình", "number": "07-CTr/BDVTU", "issuer": "Ban Dân vận", "parent_issuer": "Tỉnh ủy Sơn Hà",
         "level": "department", "system": "party", "province": "Sơn Hà"},
    ),
    (
        "ỦY BAN NHÂN DÂN\u2028XÃ SUỐI BẠC\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: ....../KH-UBND\tSuối Bạc, ngày ... tháng ... năm 2026\nKẾ HOẠCH\nGiảm nghèo giai đoạn 2026 - 2030\nCăn cứ Luật A;\nI. MỤC ĐÍCH\nCao.",
        {"number": None, "date": None, "issuer": "Ủy ban nhân dân xã Suối Bạc", "level": "commune", "year": 2026,
         "blanks": ("number", "day", "month"), "place": "Suối Bạc"},
    ),
    (
        "BỘ NỘI VỤ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 88/KH-BNV\tHà Nội, ngày 1 tháng 6 năm 2024\nKẾ HOẠCH\nThực hiện Chiến lược đến năm 2030, tầm nhìn đến năm 2045\nCăn cứ Luật A;\nI. MỤC ĐÍCH\nCao.",
        {"issuer": "Bộ Nội vụ", "level": "central", "province": None, "year": 2024, "date": "2024-06-01"},
    ),
    (
        "ỦY BAN NHÂN DÂN\u2028THÀNH PHỐ CẦN THƠ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 153/KH-UBND\tCần Thơ, ngày 17 tháng 11 năm 2025\nKẾ HOẠCH\nPhòng, chống ma túy\nCăn cứ Luật A;\nI. MỤC ĐÍCH\nCao.",
        {"issuer": "Ủy ban nhân dân thành phố Cần Thơ", "level": "province", "province": "Cần Thơ"},
    ),
    (
        "UBND TỈNH SƠN HÀ SỞ Y TẾ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 3/KH-SYT\nKẾ HOẠCH\nPhòng dịch năm 2024\nI. MỤC ĐÍCH\nCao.",
        {"issuer": "Sở Y tế", "parent_issuer": "UBND tỉnh Sơn Hà", "level": "department"},
    ),
    (
        "ĐẢNG BỘ TỈNH SƠN HÀ\tĐẢNG CỘNG SẢN VIỆT NAM\nHUYỆN ỦY SUỐI MÂY\nSố 159-KH/HU Suối Mây, ngày 16 tháng 01 năm 2023 KẾ HOẠCH công tác năm 2023\nI- MỤC ĐÍCH\nCao.",
        {"doc_type": "Kế hoạch", "number": "159-KH/HU", "date": "2023-01-16", "place": "Suối Mây", "issuer": "Huyện ủy Suối Mây",
         "parent_issuer": "Đảng bộ tỉnh Sơn Hà", "level": "district", "system": "party", "title": "công tác năm 2023"},
    ),
    (
        "UBND TỈNH SƠN HÀ\nBAN CHỈ ĐẠO QUY CHẾ DÂN CHỦ\nSố: 07 /KH-BCĐ\nKẾ HOẠCH HOẠT ĐỘNG NĂM 2024\nCỦA BAN CHỈ ĐẠO\nI. MỤC TIÊU\nCao.",
        {"number": "07/KH-BCĐ", "parent_issuer": "UBND tỉnh Sơn Hà", "title": "HOẠT ĐỘNG NĂM 2024 CỦA BAN CHỈ ĐẠO", "year": 2024},
    ),
    (
        "ỦY BAN THƯỜNG VỤ QUỐC HỘI\nNghị quyết số: 7/2022/UBTVQH15\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nNGHỊ QUYẾT\nVề giờ làm thêm ỦY BAN THƯỜNG VỤ QUỐC HỘI Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\nQUYẾT NGHỊ:\nĐiều 1. Thời gian\n1. Một năm.\nNghị quyết này được Ủy ban Thường vụ Quốc hội thông qua ngày 23 tháng 3 năm 2022.\nCHỦ TỊCH\nTrần Văn An",
        {"title": "Về giờ làm thêm", "date": "2022-03-23", "issuer": "Ủy ban Thường vụ Quốc hội", "number": "7/2022/UBTVQH15"},
    ),
    (
        "CHÍNH PHỦ\nSố: 66.17/2026/NQ-CP\nNGHỊ QUYẾT\nSửa đổi ngành, nghề Căn cứ Luật Đầu tư số 143/2025/QH15;\nĐiều 1. Phạm vi\n1. Toàn quốc.",
        {"title": "Sửa đổi ngành, nghề", "number": "66.17/2026/NQ-CP"},
    ),
    (
        "BỘ LAO ĐỘNG - THƯƠNG BINH\nVÀ XÃ HỘI\nSố: 2/2023/TT-BLĐTBXH\nTHÔNG TƯ\nSửa đổi tiêu chuẩn;\nCăn cứ Luật A;\nĐiều 1. Phạm vi\n1. Toàn quốc.",
        {"level": "central", "issuer": "Bộ Lao động - Thương binh và Xã hội"},
    ),
    (
        "TRƯỜNG THPT SUỐI MÂY\nKẾ HOẠCH\nDân chủ năm học 2024 - 2025\nCăn cứ Kế hoạch A;\nI. MỤC TIÊU\nCao.\nHIỆU TRƯỞNG\nNguyễn Thị Lan",
        {"issuer": "Trường THPT Suối Mây", "level": "other", "number": None, "province": None, "year": 2024},
    ),
    (
        "KẾ HOẠCH\nDân vận năm 2024\nUBND xây dựng Kế hoạch như sau:\nI. MỤC TIÊU\n1. Công chức Văn phòng tham mưu cho UBND xã.\n2. Báo cáo UBND xã theo Chỉ thị của UBND tỉnh Thanh Hóa.",
        {"issuer": "UBND xã", "level": "commune", "province": "Thanh Hóa"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[str(i) for i in range(len(CASES))])
def test_letterhead(text, expected):
    head = structure_of(text).letterhead
    assert {field: getattr(head, field) for field in expected} == expected


def test_spans_point_to_the_words():
    text = (
        STATE + "Số: 12/KH-SNV\tSơn Hà, ngày 05 tháng 02 năm 2024\nKẾ HOẠCH\nCông tác dân vận năm 2024" + BODY
    )
    found = {field: source_of(text).quote(span) for field, span in structure_of(text).letterhead.spans}
    assert found == {
        "doc_type": "KẾ HOẠCH",
        "number": "12/KH-SNV",
        "date": "Sơn Hà, ngày 05 tháng 02 năm 2024",
        "issuer": "SỞ NỘI VỤ",
        "title": "Công tác dân vận năm 2024",
    }


TITLES = [
    ("NGHỊ ĐỊNH\nQuy định chi tiết Luật A (đã sửa đổi) Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;", "Quy định chi tiết Luật A (đã sửa đổi)"),
    ("QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch\ntrên địa bàn tỉnh\nỦY BAN NHÂN DÂN TỈNH SƠN HÀ\nCăn cứ Luật A;", "Về việc ban hành Kế hoạch trên địa bàn tỉnh"),
    ("KẾ HOẠCH\nPHÁT TRIỂN KINH TẾ SỐ\nGIAI ĐOẠN 2026 - 2030\nCăn cứ Luật A;", "PHÁT TRIỂN KINH TẾ SỐ GIAI ĐOẠN 2026 - 2030"),
    ("KẾ HOẠCH Công tác dân vận năm 2023\nThực hiện Chương trình số 27-CTr/TU, ngày 12/12/2022 của Ban Thường vụ.", "Công tác dân vận năm 2023"),
    ("KẾ HOẠCH\nNgân sách năm 2026\nKính gửi: Hội đồng nhân dân tỉnh", "Ngân sách năm 2026"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_titles(text, title):
    assert structure_of(f"{text}\nI. MỤC ĐÍCH\nCao.").letterhead.title == title


HEADS = [
    (
        "SỞ Y TẾ TỈNH SƠN HÀ\nBỆNH VIỆN ĐA KHOA BÌNH MINH\nSố: 31/KH-BVBM\nBình Minh, ngày 12 tháng 01 năm 2026",
        ("Bệnh viện Đa khoa Bình Minh", "Sở Y tế tỉnh Sơn Hà", "31/KH-BVBM", "2026-01-12", "Sơn Hà"),
    ),
    (
        "ĐẢNG CỘNG SẢN VIỆT NAM\nTỈNH ỦY SƠN HÀ\n*\nSơn Hà, ngày 10 tháng 02 năm 2026\nSố 45-KH/TU",
        ("Tỉnh ủy Sơn Hà", None, "45-KH/TU", "2026-02-10", "Sơn Hà"),
    ),
    (
        "ĐẢNG BỘ TỈNH SƠN HÀ\nĐẢNG UỶ XÃ SUỐI BẠC\n*\nSố 27-KH/ĐU\nSuối Bạc, ngày 12 tháng 3 năm 2026",
        ("Đảng ủy xã Suối Bạc", "Đảng bộ tỉnh Sơn Hà", "27-KH/ĐU", "2026-03-12", "Sơn Hà"),
    ),
    (
        "BCH ĐOÀN TỈNH SƠN HÀ\n***\nSố: 214-KH/TĐTN\nĐOÀN TNCS HỒ CHÍ MINH\nSơn Hà, ngày 11 tháng 5 năm 2026",
        ("BCH Đoàn tỉnh Sơn Hà", None, "214-KH/TĐTN", "2026-05-11", "Sơn Hà"),
    ),
    (
        "BỘ CÔNG AN\nCÔNG AN TỈNH SƠN HÀ\nSố: 88/KH-CAT\nSơn Hà, ngày 3 tháng 01 năm 2026",
        ("Công an tỉnh Sơn Hà", "Bộ Công an", "88/KH-CAT", "2026-01-03", "Sơn Hà"),
    ),
    (
        "TỈNH SƠN HÀ\nBAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ\nSố: 07/KH-BCĐ\nSơn Hà, ngày 4 tháng 02 năm 2026",
        ("Ban Chỉ đạo chuyển đổi số", None, "07/KH-BCĐ", "2026-02-04", "Sơn Hà"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), HEADS)
def test_heads_of_many_bodies(text, expected):
    head = structure_of(f"{text}\n\nKẾ HOẠCH\nCông tác năm 2026\n\nI. MỤC ĐÍCH\nCao.").letterhead
    assert (head.issuer, head.parent_issuer, head.number, head.date, head.province) == expected


def test_provinces():
    assert province_named("TP.HCM") == "Thành phố Hồ Chí Minh"
    assert province_named("Hoà Bình") == "Hòa Bình"
    assert province_named("Suối Mây") is None
    assert find_province([], None, "Chỉ thị của UBND tỉnh Thanh Hóa") == "Thanh Hóa"
    assert find_province([], None, "tỉnh Sơn La và tỉnh Lai Châu") is None
    assert find_province([], None, "học tập kinh nghiệm của Sơn La") is None


ABBREVIATIONS = [
    ("thực hiện quy chế dân chủ (QCDC) ở cơ sở", (("QCDC", "quy chế dân chủ"),)),
    ("Chương trình phát triển đô thị (sau đây gọi tắt là Chương trình) gồm", (("Chương trình", "Chương trình phát triển đô thị"),)),
    ("Ban Chỉ đạo chuyển đổi số (viết tắt là BCĐ) họp", (("BCĐ", "Ban Chỉ đạo chuyển đổi số"),)),
    ("giao Sở Nội vụ (TT) chủ trì", ()),
    (
        "Quyết định số 7/2020/QĐ-UBND sửa đổi Quyết định số 5/2019/QĐ-UBND về chợ (sau đây viết tắt là Quyết định số 7/2020/QĐ-UBND)",
        (("Quyết định số 7/2020/QĐ-UBND", "Quyết định số 7/2020/QĐ-UBND sửa đổi Quyết định số 5/2019/QĐ-UBND về chợ"),),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ABBREVIATIONS)
def test_abbreviations(text, expected):
    from ingest.parse.abbreviations import find_abbreviations

    assert find_abbreviations(text) == expected


def test_a_motto_broken_by_a_narrow_cell_is_no_part_of_the_issuer() -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ\nSố: 87/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA\nVIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Sơn Hà, ngày 12 tháng 02 năm 2026\nKẾ HOẠCH\nHội khỏe năm 2026\nỦy ban nhân dân tỉnh ban hành Kế hoạch như sau:\nI. MỤC ĐÍCH\nNâng cao."
    )
    head = plan_from_text(RawText("kh.txt", text)).letterhead
    assert (head.issuer, head.province) == ("Ủy ban nhân dân tỉnh Sơn Hà", "Sơn Hà")


def test_a_consolidated_text_has_its_own_number_or_that_of_the_document_it_gives() -> None:
    text = (
        "VĂN BẢN HỢP NHẤT - BỘ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nTHÔNG TƯ1\n"
        "Hướng dẫn tiêm chủng lưu động Thông tư số 32/2016/TT-BYT ngày 25 tháng 10 năm 2016 của Bộ trưởng Bộ Y tế hướng dẫn "
        "tiêm chủng lưu động, có hiệu lực kể từ ngày 10 tháng 12 năm 2016, được sửa đổi, bổ sung bởi:\n"
        "Thông tư số 12/2024/TT-BYT ngày 14 tháng 11 năm 2024 của Bộ trưởng Bộ Y tế sửa đổi Thông tư số 32/2016/TT-BYT.\n"
        "Căn cứ Luật Phòng bệnh;\nBộ trưởng Bộ Y tế ban hành Thông tư hướng dẫn tiêm chủng lưu động.\n"
        "Điều 1. Phạm vi\n1. Cả nước."
    )
    plan = plan_from_text(RawText("vbhn.txt", text))
    head = plan.letterhead
    assert (head.doc_type, head.number, head.date) == ("Thông tư", "32/2016/TT-BYT", "2016-10-25")
    assert (head.issuer, head.title) == ("Bộ Y tế", "Hướng dẫn tiêm chủng lưu động")
    assert [section.path for section in plan.sections] == ["preamble", "Điều 1"]
    assert not plan.facts.assignments
    attested = "\nBỘ Y TẾ\nSố: 8/VBHN-BYT\nXÁC THỰC VĂN BẢN HỢP NHẤT\nHà Nội, ngày 3 tháng 2 năm 2026 KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nLê Văn Mẫu"
    attested = "\nĐiều 2. Hiệu lực\n1. Mức chi được áp dụng từ ngày 01 tháng 01 năm 2017." + attested
    plan = plan_from_text(RawText("vbhn.txt", text + attested))
    assert [deadline.normalised for deadline in plan.facts.deadlines] == ["2017-01-01"]
    head = plan.letterhead
    assert (head.number, head.date, head.issuer) == ("8/VBHN-BYT", "2026-02-03", "Bộ Y tế")
    assert (head.doc_type, head.kind) == ("Thông tư", "Văn bản hợp nhất")


def test_an_office_names_the_body_that_it_is_of() -> None:
    text = "VĂN PHÒNG QUỐC HỘI\nSố: 8/KH-VPQH\nHà Nội, ngày 3 tháng 2 năm 2026\nKẾ HOẠCH\nLưu trữ\nI. MỤC ĐÍCH\n1. Lưu trữ tốt."
    assert plan_from_text(RawText("kh.txt", text)).letterhead.issuer == "Văn phòng Quốc hội"


def test_a_letterhead_that_a_conversion_put_among_the_articles_is_the_documents_own():
    text = (
        "THÔNG TƯ\nQuy định về bến cá\nCăn cứ Luật Thủy sản;\n"
        "Bộ trưởng Bộ Nông nghiệp ban hành Thông tư quy định về bến cá.\n"
        "Điều 1. Phạm vi\n1. Thông tư này áp dụng trên cả nước.\n"
        "BỘ NÔNG NGHIỆP\nSố: 32/2026/TT-BNN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc Hà Nội, ngày 11 tháng 6 năm 2026\n"
        "2. Bến tư nhân không thuộc phạm vi của Thông tư này.\nĐiều 2. Hiệu lực\n1. Từ ngày ký.\n"
        "BỘ TRƯỞNG\nTrần Văn Mẫu"
    )
    plan = plan_from_text(RawText("thong-tu.txt", text))
    head = plan.letterhead
    assert (head.doc_type, head.number, head.date) == ("Thông tư", "32/2026/TT-BNN", "2026-06-11")
    assert (head.issuer, head.title) == ("Bộ Nông nghiệp", "Quy định về bến cá")
    paths = [section.path for section in plan.walk()]
    assert paths == ["preamble", "Điều 1", "Điều 1.1", "Điều 1.2", "Điều 2", "Điều 2.1"]


def test_a_form_below_a_plan_without_letterhead_keeps_its_own():
    text = (
        "KẾ HOẠCH\nCông tác bến cá\nI. MỤC ĐÍCH\n1. Nâng cao nhận thức.\nCHỦ TỊCH\nTrần Văn Mẫu\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐƠN ĐỀ NGHỊ\n1. Họ và tên:"
    )
    plan = plan_from_text(RawText("ke-hoach.txt", text))
    assert plan.letterhead.issuer is None
    assert [section.path for section in plan.walk()][:3] == ["I", "I.1", "annex"]


@pytest.mark.parametrize(
    ("stretch", "year"), [("2018 - 2022", 2026), ("2026 - 2030", 2026), ("2025 - 2026", 2025)]
)
def test_a_stretch_that_has_ended_is_not_the_year_of_a_document(stretch, year):
    text = (
        "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH SƠN HÀ\tĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 12/KH-UBND\tSơn Hà, ngày 05 tháng 01 năm 2026\n\nKẾ HOẠCH\n"
        f"Thanh toán chi phí khám bệnh giai đoạn {stretch}\n\nI. MỤC ĐÍCH\n1. Chung."
    )
    assert plan_from_text(RawText("mau.txt", text)).letterhead.year == year
