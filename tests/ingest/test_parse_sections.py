import pytest

from tests.ingest.parsing import paths, structure_of, walk

HEAD = "KẾ HOẠCH\nCông tác dân vận năm 2024\nThực hiện Chương trình số 5-CTr/TU; UBND tỉnh ban hành Kế hoạch như sau:\n"

TREES = {
    "decree layout b": (
        "I. MỤC ĐÍCH\n1. Mục đích\n- Nâng cao.\n- Đổi mới.\n2. Yêu cầu\nBảo đảm.\nII. NỘI DUNG\n1. Tuyên truyền\na) Quán triệt.\nb) Phổ biến.",
        ["preamble", "I", "I.1", "I.1/-1", "I.1/-2", "I.2", "II", "II.1", "II.1.a", "II.1.b"],
    ),
    "decimals under arabic": (
        "II. NỘI DUNG\n3. Nhiệm vụ\n3.1. Tăng cường\nCác cấp.\n3.1.1. Cấp tỉnh\nSở.\n3.2. Đẩy mạnh\nCác cấp.\n4. Khác\nHết.",
        ["preamble", "II", "II.3", "II.3.1", "II.3.1.1", "II.3.2", "II.4"],
    ),
    "decimals straight under roman": (
        "II. NỘI DUNG\n2.1. Tăng cường\nCác cấp.\n2.2. Đẩy mạnh\nCác cấp.",
        ["preamble", "II", "II.2.1", "II.2.2"],
    ),
    "numbers skipped and repeated": (
        "IV. TỔ CHỨC\n1. Sở Y tế\nLàm.\n3. Sở Nội vụ\nLàm.\n3. Sở Tư pháp\nLàm.\nIV. KINH PHÍ\n1. Nguồn\nNgân sách.",
        ["preamble", "IV", "IV.1", "IV.3", "IV.3 (2)", "IV (2)", "IV (2).1"],
    ),
    "letter i after h, roman i at the start": (
        "1. Nội dung\ng) Một.\nh) Hai.\ni) Ba.\nk) Bốn.\n2. Khác\ni) Một.\nii) Hai.",
        ["preamble", "1", "1.g", "1.h", "1.i", "1.k", "2", "2.i", "2.ii"],
    ),
    "capital C after B": (
        "A. TÌNH HÌNH\nI. KẾT QUẢ\nTốt.\nB. NHIỆM VỤ\nI. CHUNG\nLàm.\nC. TỔ CHỨC\n1. Sở Nội vụ\nLàm.",
        ["preamble", "A", "A.I", "B", "B.I", "C", "C.1"],
    ),
    "parts": (
        "Phần I\nĐÁNH GIÁ\nI. KẾT QUẢ\n1. Chung\nTốt.\nPhần II\nNHIỆM VỤ\nI. MỤC TIÊU\nCao.",
        ["preamble", "Phần I", "Phần I.I", "Phần I.I.1", "Phần II", "Phần II.I"],
    ),
    "articles keep their number across chapters": (
        "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Quy chế này.\n2. Áp dụng.\nChương II\nNỘI DUNG\nĐiều 2. Nguyên tắc\n1. Dân chủ.\na) Công khai.",
        ["preamble", "Chương I", "Điều 1", "Điều 1.1", "Điều 1.2", "Chương II", "Điều 2", "Điều 2.1", "Điều 2.1.a"],
    ),
    "party headings": (
        "I- MỤC ĐÍCH\n1- Mục đích\nNâng cao.\n2- Yêu cầu\nBảo đảm.\nII- NỘI DUNG\nLàm.",
        ["preamble", "I", "I.1", "I.2", "II"],
    ),
    "plus under dash": (
        "1. Nội dung\n- Một:\n+ Nhỏ.\n+ Nhỏ nữa.\n- Hai.\n2. Khác\nHết.",
        ["preamble", "1", "1/-1", "1/-1/+1", "1/-1/+2", "1/-2", "2"],
    ),
    "arabic list inside a letter": (
        "1. Nội dung\na) Gồm các việc:\n1) Một.\n2) Hai.\nb) Khác.\n2. Hết\nXong.",
        ["preamble", "1", "1.a", "1.a.1", "1.a.2", "1.b", "2"],
    ),
    "what an amendment quotes is another document's": (
        "Điều 1. Sửa đổi Nghị định số 5/2020/NĐ-CP\n1. Sửa đổi Điều 5 như sau:\n“Điều 5. Hồ sơ\n1. Đơn.\na) Bản “chính”.\nPHỤ LỤC\n2. Ảnh.”.\n"
        "2. Bổ sung Điều 6 như sau:\n‟6. Phí.\n7. Lệ phí.”\nĐiều 2. Bổ sung Điều 7a “Điều 7a. Rút đơn\n1. Rút.\n2. Nộp.”.\nĐiều 3. Hiệu lực\n1. Ngay.",
        ["preamble", "Điều 1", "Điều 1.1", "Điều 1.2", "Điều 2", "Điều 3", "Điều 3.1"],
    ),
    "a second article of a quotation whose opening mark was lost": (
        "Điều 1. Bổ sung Mục 2a “Mục 2a\nTẠM DỪNG\nĐiều 28a. Sự kiện\n1. Bão.\n2. Lũ.”.\nĐiều 28b. Quyết định\n1. Ban hành.\n2. Gửi.”.\nĐiều 2. Hiệu lực\n1. Ngay.",
        ["preamble", "Điều 1", "Điều 2", "Điều 2.1"],
    ),
    "a note's quotation that goes on at the next page does not hold the articles between": (
        "Điều 1. Phạm vi\n1. Cả nước.\n5 Điều 11 của Thông tư số 12/2024/TT-BCT quy định như sau:\n“Điều 11. Hiệu lực\n1. Từ ngày ký.\n"
        "Điều 2. Trách nhiệm\n1. Sở Công Thương theo dõi.\nkhoản 3 Điều 7 được áp dụng từ năm 2025.”",
        ["preamble", "Điều 1", "Điều 1.1", "Điều 2", "Điều 2.1"],
    ),
    "a quotation goes on with its own next article": (
        "Điều 1. Phạm vi\n1. Cả nước.\nĐiều 2. Bổ sung như sau:\n“Điều 2. Hồ sơ\n1. Đơn.\nĐiều 3. Phí\n1. Nộp.”.\nĐiều 3. Hiệu lực\n1. Ngay.",
        ["preamble", "Điều 1", "Điều 1.1", "Điều 2", "Điều 3", "Điều 3.1"],
    ),
    "straight marks quote as well": (
        'Điều 1. Sửa đổi Nghị định\n1. Sửa đổi Điều 5 như sau:\n"Điều 5. Hồ sơ\n1. Đơn "chính".\n2. Ảnh.".\n2. Bãi bỏ Điều 6.',
        ["preamble", "Điều 1", "Điều 1.1", "Điều 1.2"],
    ),
    "the number of a note glued to a label of a consolidated text": (
        "Điều 8. Chi phí\n1.8 Mức chi hằng năm.\na)9 Chi thù lao.\nb) Chi khác.\n2.10 (được bãi bỏ)\n3. Nguồn.\nĐiều 9.11 Hiệu lực\n1. Ngay.",
        ["preamble", "Điều 8", "Điều 8.1", "Điều 8.1.a", "Điều 8.1.b", "Điều 8.2", "Điều 8.3", "Điều 9", "Điều 9.1"],
    ),
    "commands of amendments are sentences": (
        "Điều 1. Sửa đổi Điều 7\n1. Bổ sung khoản 6a vào sau khoản 6:\n“6a. Phí.”.\n2. Bãi bỏ khoản 7.",
        ["preamble", "Điều 1", "Điều 1.1", "Điều 1.2"],
    ),
    "an article after the parts of an approved scheme": (
        "Điều 1. Phê duyệt Đề án như sau:\nI. MỤC TIÊU\n1. Cao.\nII. KINH PHÍ\n1. Ngân sách.\nĐiều 2. Tổ chức\n1. Bộ Công an chủ trì.",
        ["preamble", "Điều 1", "I", "I.1", "II", "II.1", "Điều 2", "Điều 2.1"],
    ),
    "a list that began inside a line": (
        "1. Dịch vụ\n- Thực hiện: (1) Cung cấp hạ tầng; (2) Bảo trì;\n(3) Mở dữ liệu.\n2. Khác\nHết.",
        ["preamble", "1", "1/-1", "2"],
    ),
    "a measure or date at a line start opens nothing": (
        "I. KINH PHÍ\n1. Nguồn vốn\n1.500 tỷ đồng từ ngân sách.\n15/11/2024 là hạn cuối.\n2. Thời gian\nNăm 2024.",
        ["preamble", "I", "I.1", "I.2"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TREES)
def test_trees(name):
    text, expected = TREES[name]
    assert paths(HEAD + text) == expected


HEADINGS = [
    ("1. Sở Nội vụ\nChủ trì theo dõi.", "Sở Nội vụ", "heading"),
    ("1. Sở Nội vụ:\n- Chủ trì theo dõi.", "Sở Nội vụ", "heading"),
    ("1. Công chức Tư pháp - Hộ tịch.\nĐẩy mạnh tuyên truyền.", "Công chức Tư pháp - Hộ tịch", "heading"),
    ("1. Mục tiêu chung: Hỗ trợ nâng cao năng lực.", "Mục tiêu chung", "heading"),
    ("1. Sở Nội vụ chủ trì, phối hợp theo dõi, đôn đốc việc thực hiện Kế hoạch này.", "", "item"),
    ("1. Giao Văn phòng Sở chủ trì, phối hợp với các phòng theo dõi việc triển khai.\n2. Khác.", "", "item"),
    # sentences with a list after a colon, or carried by "sẽ"
    (
        "1. Xây dựng các nền tảng y tế số: từ quản lý bệnh án đến tư vấn từ xa; kết nối liên thông.",
        "",
        "item",
    ),
    ("1. Hỗ trợ doanh nghiệp chuyển đổi số, trong đó: thúc đẩy ứng dụng AI.\n2. Khác.", "", "item"),
    ("1. Ngoài ra, địa phương có thành tích sẽ được cộng điểm.\nLưu ý khi bình xét.", "", "item"),
    ("I. TỔ CHỨC THỰC HIỆN\nCác đơn vị làm.", "TỔ CHỨC THỰC HIỆN", "heading"),
    (
        "1. Triển khai hiệu quả Chương trình cải cách hành chính; tăng cường kỷ luật, kỷ cương\nĐẩy mạnh.",
        "Triển khai hiệu quả Chương trình cải cách hành chính; tăng cường kỷ luật, kỷ cương",
        "heading",
    ),
    ("Điều 1. Ban hành kèm theo Quyết định này Kế hoạch công tác năm 2024.", "", "item"),
    (
        "Điều 1. Bổ sung Điều 7a vào sau Điều 7 “Điều 7a. Rút đơn\n1. Rút.”.",
        "Bổ sung Điều 7a vào sau Điều 7",
        "heading",
    ),
    (
        "Điều 9. Trách nhiệm của Sở Lao động - Thương binh và Xã hội Tham mưu, giúp Ủy ban nhân dân tỉnh:\n1. Một.",
        "Trách nhiệm của Sở Lao động - Thương binh và Xã hội",
        "heading",
    ),
    (
        "Điều 9. Trách nhiệm của nhà thầu, nhà đầu tư Nhà thầu, nhà đầu tư có trách nhiệm nộp phí.",
        "Trách nhiệm của nhà thầu, nhà đầu tư",
        "heading",
    ),
    (
        "Điều 9. Báo cáo thông tin thị trường Sở Nội vụ tổng hợp báo cáo theo Mẫu số 1.",
        "Báo cáo thông tin thị trường",
        "heading",
    ),
    (
        "Điều 9. Quyết định này là một phần của Thông tư này, nội dung tại Quyết định này có hiệu lực.",
        "",
        "item",
    ),
    # the text takes up words inside the title, or begins as no title goes on
    (
        "Điều 9. Thời hạn của thẻ vàng cấp cho tàu cá Thẻ vàng có giá trị 05 năm kể từ ngày cấp.",
        "Thời hạn của thẻ vàng cấp cho tàu cá",
        "heading",
    ),
    (
        "Điều 9. Hỗ trợ nghề cá ven bờ Nhà nước có chính sách hỗ trợ chuyển đổi nghề cho ngư dân.",
        "Hỗ trợ nghề cá ven bờ",
        "heading",
    ),
    # an amending article's title, however long
    (
        f"Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 5/2020/TT-BYT hướng dẫn {'quy trình khám, ' * 18}khử khuẩn\n1. Bãi bỏ Điều 5.",
        f"Sửa đổi, bổ sung một số điều của Thông tư số 5/2020/TT-BYT hướng dẫn {'quy trình khám, ' * 18}khử khuẩn",
        "heading",
    ),
    # no title ends in a word that goes on, nor tells what something is by its number
    (
        "Điều 9. Điều kiện để Bên vay nhận vốn Để được nhận vốn, Bên vay phải đáp ứng các điều kiện sau:\n1. Một.",
        "Điều kiện để Bên vay nhận vốn",
        "heading",
    ),
    (
        "Điều 9. Các thành viên Ủy ban nhân dân và các cơ quan liên quan chịu trách nhiệm thi hành.",
        "",
        "item",
    ),
    (
        "1. Phí phục vụ của ngân hàng là 0,1%/năm khi bên vay trả Phí phục vụ. Phí phục vụ do hai bên thỏa thuận.",
        "",
        "item",
    ),
    ("Điều 9. Giao Bộ Công an chủ trì, phối hợp với Bộ Tài chính theo dõi.", "", "item"),
    ("1. Hết thời hạn mà người đó không đến thì Trưởng Công an xã xác minh.\na) Một.", "", "item"),
    ("Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Một.", "QUY ĐỊNH CHUNG", "heading"),
]
ITEMS = [
    # a whole sentence over a paragraph of its own is no title of an article's item; a body's name is
    ("1. Hội đồng trường thông qua chiến lược phát triển của nhà trường và gửi Sở Giáo dục.", "item"),
    ("1. Sở Nội vụ.", "heading"),
]


@pytest.mark.parametrize(("text", "heading", "kind"), HEADINGS)
def test_headings(text, heading, kind):
    section = next(s for s in walk(structure_of(HEAD + text)) if s.kind not in ("preamble", "closing"))
    assert (section.heading, section.kind) == (heading, kind)


@pytest.mark.parametrize(("item", "kind"), ITEMS)
def test_the_item_of_an_article_that_is_a_sentence(item, kind):
    found = walk(structure_of(f"{HEAD}Điều 3. Chiến lược\n{item}\nSở Giáo dục lấy ý kiến các trường."))
    assert next(section.kind for section in found if section.path == "Điều 3.1") == kind


def test_run_in_heading_covers_only_the_title():
    text = HEAD + "1. Mục tiêu chung: Hỗ trợ nâng cao năng lực."
    section = walk(structure_of(text))[1]
    assert text[slice(*section.heading_range)] == "1. Mục tiêu chung"
    assert text[slice(*section.range)] == "1. Mục tiêu chung: Hỗ trợ nâng cao năng lực."


def test_closing_paragraph_is_not_part_of_the_last_item():
    text = (
        HEAD
        + "I. TỔ CHỨC\n1. Sở Nội vụ chủ trì.\nTrên đây là Kế hoạch công tác dân vận năm 2024./.\nNơi nhận:\n- Như trên;"
    )
    sections = walk(structure_of(text))
    assert [s.path for s in sections] == ["preamble", "I", "I.1", "closing"]
    assert text[slice(*sections[2].range)] == "1. Sở Nội vụ chủ trì."
    assert text[slice(*sections[3].range)].endswith("2024./.")


DECISION = """ỦY BAN NHÂN DÂN\u2028TỈNH SƠN HÀ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\u2028Độc lập - Tự do - Hạnh phúc
Số: 95/QĐ-UBND\tSơn Hà, ngày 20 tháng 11 năm 2024
QUYẾT ĐỊNH
Về việc ban hành Kế hoạch xuất khẩu
ỦY BAN NHÂN DÂN TỈNH SƠN HÀ
Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch xuất khẩu.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Nơi nhận:\u2028- Như Điều 2;\u2028- Lưu: VT.\tKT. CHỦ TỊCH\u2028PHÓ CHỦ TỊCH\u2028Nguyễn Văn An
KẾ HOẠCH
Xuất khẩu sản phẩm
(Kèm theo Quyết định số 95/QĐ-UBND ngày 20/11/2024 của UBND tỉnh)
I. MỤC TIÊU
1. Mục tiêu chung
Tăng trưởng.
II. TỔ CHỨC
1. Sở Công Thương
Chủ trì.
PHỤ LỤC I
DANH MỤC SẢN PHẨM
TT\tSản phẩm\tSố lượng
1\tChè\t5 tấn
2\tNhãn\t7 tấn"""


def test_attached_plan_and_annex_have_paths_of_their_own():
    found = structure_of(DECISION)
    assert [s.path for s in walk(found)] == [
        "preamble", "Điều 1", "Điều 2", "annex", "annex/I", "annex/I.1", "annex/II", "annex/II.1", "annex 2",
    ]  # fmt: skip
    assert found.sections[-1].label == "PHỤ LỤC I"
    assert found.sections[-1].heading == "DANH MỤC SẢN PHẨM"
    assert [row.path for row in found.tables[0].rows] == ["annex 2/row 1", "annex 2/row 2"]


def test_rows_of_a_table_that_ran_together_are_no_sections():
    text = (
        HEAD
        + "I. TỔ CHỨC\n1. Sở Nội vụ chủ trì.\nNơi nhận:\n- Lưu.\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ TT NHIỆM VỤ\n(Kèm theo Kế hoạch số 5/KH-UBND) TT\n"
        "1.\nXây dựng đề án\n- Sở Y tế\nII.\nTuyên truyền\n2. Tổ chức họp Sở Tư pháp\nII. LƯU Ý CHUNG\n1. Gửi báo cáo\nHằng năm."
    )
    annex = structure_of(text).sections[-1]
    assert annex.heading == "DANH MỤC NHIỆM VỤ"
    assert [(s.path, s.kind) for s in annex.walk()[1:]] == [
        ("annex/row 1", "row"), ("annex/row II", "row"), ("annex/row 2", "row"),
        ("annex/II", "heading"), ("annex/II.1", "heading"),
    ]  # fmt: skip


def test_what_follows_the_foot_of_a_form_is_its_legend():
    text = (
        HEAD
        + "I. TỔ CHỨC\n1. Sở Nội vụ chủ trì.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn An\nCHÍNH PHỦ\nMẫu số 01. Thông báo\nTÊN ĐƠN VỊ\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTHÔNG BÁO\n1. Nội dung\nHọp.\nNơi nhận:\n- Như trên;\n(1) Tên đơn vị.\n"
        "Mẫu số 02. Biên bản\nTÊN ĐƠN VỊ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n1. Có mặt\nÔng A."
    )
    found = structure_of(text)
    assert found.closing.signer.name == "Trần Văn An"
    assert [(s.path, s.label) for s in found.sections if s.kind == "annex"] == [
        ("annex", "Mẫu số 01"), ("annex 2", "Mẫu số 02"),
    ]  # fmt: skip


def test_bare_numbers_in_a_damaged_file_follow_the_sequence():
    text = (
        HEAD + "III. TỔ CHỨC\n1. Công chức Văn phòng\nLàm.\n2 Công chức Tư pháp\nLàm.\n7 Công chức khác làm."
    )
    assert paths(text, corruption=0.2) == ["preamble", "III", "III.1", "III.2"]


def test_every_path_is_unique_and_children_lie_inside(shared):
    from ingest.parse import parse_structure
    from ingest.plan import RawText
    from ingest.repair import repair_text

    for file in sorted((shared / "plans").glob("*.md")):
        found = parse_structure(repair_text(RawText(file.name, file.read_text(encoding="utf-8"))))
        sections = walk(found)
        assert len({s.path for s in sections}) == len(sections), file.name
        for section in sections:
            for child in section.children:
                assert section.range.start <= child.range.start <= child.range.end <= section.range.end


ANNEX_NAMES = [
    ("PHỤ LỤC\nDANH MỤC NHIỆM VỤ", "PHỤ LỤC", "DANH MỤC NHIỆM VỤ"),
    ("Phụ lục II: DANH SÁCH MÔ HÌNH", "Phụ lục II", "DANH SÁCH MÔ HÌNH"),
    (
        "Mẫu số 02. Đơn đề nghị\nTÊN CƠ QUAN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐƠN ĐỀ NGHỊ",
        "Mẫu số 02",
        "Đơn đề nghị",
    ),
    (
        "PHỤ LỤC III\n(Kèm theo Kế hoạch số 5/KH-UBND)\nSỞ NỘI VỤ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: .../BC\nBÁO CÁO",
        "PHỤ LỤC III",
        "BÁO CÁO",
    ),
    (
        "ỦY BAN NHÂN DÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nCHƯƠNG TRÌNH HÀNH ĐỘNG",
        "",
        "CHƯƠNG TRÌNH HÀNH ĐỘNG",
    ),
    ("Mẫu biểu số 02\nBIỂU TỔNG HỢP DỰ TOÁN", "Mẫu biểu số 02", "BIỂU TỔNG HỢP DỰ TOÁN"),
    ("(Kèm theo Kế hoạch số 5/KH-UBND ngày 02/01/2024)", "", ""),
]


@pytest.mark.parametrize(("lines", "label", "heading"), ANNEX_NAMES)
def test_annex_names(lines, label, heading):
    text = f"{HEAD}I. TỔ CHỨC\n1. Sở Nội vụ chủ trì.\nNơi nhận:\n- Lưu.\n{lines}\nTT\tNội dung\tChủ trì\n1\tHọp\tSở A"
    section = structure_of(text).sections[-1]
    assert (section.kind, section.path, section.label, section.heading) == ("annex", "annex", label, heading)
