import pytest

from tests.ingest.parsing import source_of, structure_of

HEAD = "KẾ HOẠCH\nCông tác năm 2024\nI. TỔ CHỨC\n1. Sở Nội vụ chủ trì.\nTrên đây là Kế hoạch năm 2024./.\n"

FEET = [
    (
        "a row for each recipient, the name beside the last, with title and degree",
        "Nơi nhận:\tGIÁM ĐỐC\n- Sở Y tế (b/c);\t\n- Các khoa, phòng;\t\n- Lưu: VT.\tBS.CKII Lê Thị Lan",
        ("Sở Y tế (b/c)", "Các khoa, phòng", "Lưu: VT"),
        (None, "GIÁM ĐỐC", "Lê Thị Lan"),
    ),
    (
        "degrees on a line of their own name",
        "Nơi nhận:\n- Sở Y tế;\n- Lưu: VT.\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Đã ký)\nPGS.TS. Trần Quốc Bảo",
        ("Sở Y tế", "Lưu: VT"),
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Quốc Bảo"),
    ),
    ("no recipients", "HIỆU TRƯỞNG\nNguyễn Thị Lan", (), (None, "HIỆU TRƯỞNG", "Nguyễn Thị Lan")),
    (
        "recipients beside the authority",
        "Nơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- Bộ Nội vụ;\tKT. CHỦ TỊCH\n- Lưu: VT.\tPHÓ CHỦ TỊCH\nTrần Đức Bình",
        ("Bộ Nội vụ", "Lưu: VT"),
        ("TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Đức Bình"),
    ),
    (
        "recipients and authority on one line",
        "Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Bộ Nội vụ; KT. CHỦ TỊCH\n- Lưu: VT. PHÓ CHỦ TỊCH\nTrần Đức Bình",
        ("Bộ Nội vụ", "Lưu: VT"),
        ("TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Đức Bình"),
    ),
    (
        "an office called like an authority",
        "Nơi nhận:\n- Như trên;\n- Lưu: VT, KT.\nCHỦ TỊCH\nLê Văn An",
        ("Như trên", "Lưu: VT, KT"),
        (None, "CHỦ TỊCH", "Lê Văn An"),
    ),
    (
        "lines",
        "Nơi nhận:\n- Bộ Nội vụ (b/c);\n- Các sở, ban, ngành;\n- Lưu: VT, TH4.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn An",
        ("Bộ Nội vụ (b/c)", "Các sở, ban, ngành", "Lưu: VT, TH4"),
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn An"),
    ),
    (
        "signer's column beside the recipients, one space between",
        "Nơi nhận: KT. GIÁM ĐỐC\n- Như trên; PHÓ GIÁM ĐỐC\n- UBND tỉnh (b/c); (Đã ký)\n- Thanh tra tỉnh; Trần Quốc Bảo\n- Lưu: VT, TCCB.",
        ("Như trên", "UBND tỉnh (b/c)", "Thanh tra tỉnh", "Lưu: VT, TCCB"),
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Quốc Bảo"),
    ),
    (
        "post and name on one line",
        "Nơi nhận: CHÁNH THANH TRA Trương Công Thuyền\n- Như Điều 5;\n- Lưu: VT.",
        ("Như Điều 5", "Lưu: VT"),
        (None, "CHÁNH THANH TRA", "Trương Công Thuyền"),
    ),
    (
        "layout row",
        "Nơi nhận:\u2028- Như trên;\u2028- Lưu: VT.\tTM. ỦY BAN NHÂN DÂN\u2028KT. CHỦ TỊCH\u2028PHÓ CHỦ TỊCH\u2028(Đã ký)\u2028Trần Thị Bình",
        ("Như trên", "Lưu: VT"),
        ("TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Bình"),
    ),
    (
        "party",
        "Nơi nhận\n- TT Tỉnh ủy,\n- TT Huyện ủy, HĐND; lãnh đạo UBND huyện,\n- Lưu.\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nCao Văn Trọng",
        ("TT Tỉnh ủy", "TT Huyện ủy, HĐND; lãnh đạo UBND huyện", "Lưu"),
        ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Cao Văn Trọng"),
    ),
    (
        "woven lines of a PDF",
        "Nơi nhận:\n- Thường trực Đảng ủy (B/c); CHỦ TỊCH\n- BPT 06 thôn;\n- Lưu: VT.\nTM ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nĐỗ Đức Tuấn",
        ("Thường trực Đảng ủy (B/c)", "BPT 06 thôn", "Lưu: VT"),
        ("TM ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Đỗ Đức Tuấn"),
    ),
    (
        "an authority over two lines, a rank, a second signature",
        "KT. VIỆN TRƯỞNG\nVIỆN KIỂM SÁT NHÂN DÂN\nPHÓ VIỆN TRƯỞNG\nĐại tá Trần Văn An\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nLê Thị Bình",
        (),
        ("KT. VIỆN TRƯỞNG VIỆN KIỂM SÁT NHÂN DÂN", "PHÓ VIỆN TRƯỞNG", "Đại tá Trần Văn An"),
    ),
    (
        "deputy on one line",
        "Nơi nhận:\n- Sở Nội vụ;\n- Lưu VT, VP.\nKT. GIÁM ĐỐC PHÓ GIÁM ĐỐC\nNguyễn Tâm Trình",
        ("Sở Nội vụ", "Lưu VT, VP"),
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Tâm Trình"),
    ),
    (
        "all of the signature in one cell",
        "Nơi nhận: - Như trên; - Lưu: VT.\tKT. GIÁM ĐỐC PHÓ GIÁM ĐỐC (Đã ký) Trần Thị Bình",
        ("Như trên", "Lưu: VT"),
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thị Bình"),
    ),
    (
        "a cell behind a bar, over two lines",
        "Nơi nhận:\n- Như trên;\n- Lưu: VT. | HIỆU TRƯỞNG\nTrần Thị Bình",
        ("Như trên", "Lưu: VT"),
        (None, "HIỆU TRƯỞNG", "Trần Thị Bình"),
    ),
    (
        "a name broken before an annex",
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nHIỆU TRƯỞNG\nTrần Thị\nBình\nPHỤ LỤC\nDANH MỤC\n1. Việc một",
        ("Như trên", "Lưu: VT"),
        (None, "HIỆU TRƯỞNG", "Trần Thị Bình"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("foot", "recipients", "signer"), [row[1:] for row in FEET], ids=[row[0] for row in FEET]
)
def test_feet(foot, recipients, signer):
    closing = structure_of(HEAD + foot).closing
    assert closing.recipients == recipients
    assert closing.signer is not None
    assert (closing.signer.authority, closing.signer.title, closing.signer.name) == signer


def test_recipient_spans_are_verbatim():
    text = HEAD + FEET[3][1]
    closing = structure_of(text).closing
    assert tuple(source_of(text).quote(span) for span in closing.recipient_spans) == closing.recipients


def test_no_foot():
    closing = structure_of("KẾ HOẠCH\nNăm 2024\nI. MỤC ĐÍCH\nCao.").closing
    assert closing.recipients == () and closing.signer is None and closing.span is None


def test_foot_is_no_section():
    text = HEAD + FEET[3][1]
    found = structure_of(text)
    assert [s.path for s in found.sections] == ["I", "closing"]
    assert "Nơi nhận" not in text[slice(*found.sections[-1].range)]
