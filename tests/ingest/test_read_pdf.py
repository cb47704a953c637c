"""PDF files made on the spot with reportlab: text, order, tables, footnote marks, damage, passwords."""

from __future__ import annotations

import re
import subprocess
import time
from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from ingest.errors import DamagedFile, EncryptedFile
from ingest.read import read_file
from ingest.repair import repair_text

BODY = (
    "Tiếp tục nâng cao chất lượng, hiệu quả công tác dân vận trong các cơ quan hành chính nhà nước, chính quyền"
    " các cấp trên địa bàn tỉnh; tập trung chỉ đạo thực hiện 85% chỉ tiêu theo quy định của pháp luật."
)


def font_file() -> str | None:
    """A font with Vietnamese letters that this machine has: Liberation Serif or DejaVu Serif."""
    for name in ("Liberation Serif", "DejaVu Serif", "DejaVu Sans"):
        try:
            answer = subprocess.run(
                ["fc-match", "-f", "%{file}", name], capture_output=True, text=True, check=False
            )
        except FileNotFoundError:
            return None
        if re.search("Liberation|DejaVu", answer.stdout):
            return answer.stdout
    return None


@pytest.fixture(scope="session")
def font():
    path = font_file()
    if path is None:
        pytest.skip("no font with Vietnamese letters here (Debian: fonts-liberation2 or fonts-dejavu)")
    try:
        pdfmetrics.registerFont(TTFont("Viet", path))
    except TTFError:
        pytest.skip(f"reportlab cannot use {Path(path).name}")
    return "Viet"


def build(path, story, **settings):
    SimpleDocTemplate(str(path), pagesize=A4, leftMargin=85, rightMargin=57, **settings).build(story)
    return path


def style(font, **settings):
    return ParagraphStyle(
        "x", **{"fontName": font, "fontSize": 14, "leading": 18, "spaceAfter": 6, **settings}
    )


def lines_of(path):
    return read_file(path).text.strip("\n").split("\n")


def test_wrapped_lines_are_joined_and_paragraphs_kept_apart(tmp_path, font):
    texts = ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", BODY, BODY, "- Sở Nội vụ chủ trì.", "a) " + BODY]
    body = style(font, firstLineIndent=28, alignment=4)
    path = build(tmp_path / "kh.pdf", [Paragraph(text, body) for text in texts])
    assert lines_of(path) == texts


def test_centred_lines_and_hanging_bullets(tmp_path, font):
    title = style(font, alignment=1)
    note = "(kèm theo Kế hoạch số 05/KH-UBND ngày 12/3/2031 của Ủy ban nhân dân tỉnh Sơn Hà về dân vận)"
    story = [
        Paragraph(BODY, style(font, alignment=4)),
        Paragraph("DANH MỤC NHIỆM VỤ TRỌNG TÂM CÔNG TÁC DÂN VẬN", title),
        Paragraph(note, title),
        Paragraph("- " + BODY, style(font, leftIndent=20, firstLineIndent=-12)),
        Paragraph("Kết luận.", style(font)),
    ]
    assert lines_of(build(tmp_path / "kh.pdf", story)) == [
        BODY, "DANH MỤC NHIỆM VỤ TRỌNG TÂM CÔNG TÁC DÂN VẬN", note, "- " + BODY, "Kết luận.",
    ]  # fmt: skip


def test_pages_begin_at_their_offsets(tmp_path, font):
    story = []
    for number in range(1, 4):
        story += [Paragraph(f"Trang thứ {number} của kế hoạch", style(font)), PageBreak()]
    raw = read_file(build(tmp_path / "kh.pdf", story))
    assert len(raw.pages) == 3
    assert [raw.text[at:].split("\n")[0] for at in raw.pages] == [
        f"Trang thứ {n} của kế hoạch" for n in (1, 2, 3)
    ]


ROWS = [
    ["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Thời gian"],
    ["1", "Ban hành văn bản chỉ đạo, hướng dẫn thực hiện công tác dân vận", "Sở Nội vụ", "Quý I/2031"],
    ["2", "Kiểm tra", "- Thanh tra tỉnh<br/>- Sở Tài chính", "Trước ngày 15/11"],
    ["", "Tổng hợp, báo cáo", "", "Tháng 12"],
]


def table(font, spans=()):
    cells = [[Paragraph(cell, style(font, fontSize=12, leading=14)) for cell in row] for row in ROWS]
    grid = TableStyle(
        [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP"), *spans]
    )
    return Table(cells, colWidths=[30, 190, 130, 90], style=grid)


def test_ruled_table_becomes_rows_in_place(tmp_path, font):
    merged = [("SPAN", (0, 2), (0, 3)), ("SPAN", (2, 2), (2, 3))]
    story = [Paragraph("Trước bảng", style(font)), table(font, merged), Paragraph("Sau bảng", style(font))]
    assert lines_of(build(tmp_path / "kh.pdf", story)) == [
        "Trước bảng",
        "",
        "TT\tNội dung nhiệm vụ\tCơ quan chủ trì\tThời gian",
        "1\tBan hành văn bản chỉ đạo, hướng dẫn thực hiện công tác dân vận\tSở Nội vụ\tQuý I/2031",
        "2\tKiểm tra\t- Thanh tra tỉnh\u2028- Sở Tài chính\tTrước ngày 15/11",
        "\u2028\tTổng hợp, báo cáo\t\u2028\tTháng 12",
        "",
        "Sau bảng",
    ]


def test_footnote_marks_are_told_from_powers(tmp_path, font):
    story = [
        Paragraph(
            "Thực hiện Nghị quyết<super>1</super> của Tỉnh ủy trên 100 km<super>2</super> đất.", style(font)
        ),
        Spacer(1, 60),
        Paragraph("<super>1</super> Nghị quyết số 05-NQ/TU.", style(font, fontSize=10)),
    ]
    assert lines_of(build(tmp_path / "kh.pdf", story)) == [
        "Thực hiện Nghị quyết¹ của Tỉnh ủy trên 100 km2 đất.",
        "1 Nghị quyết số 05-NQ/TU.",
    ]


def test_rule_above_footnotes_is_kept_as_a_line_of_spaces(tmp_path, font):
    canvas = Canvas(str(tmp_path / "kh.pdf"), pagesize=A4)
    canvas.setFont(font, 14)
    canvas.drawString(60, 700, "Thực hiện kế hoạch đã ban hành.")
    canvas.line(60, 120, 204, 120)
    canvas.setFont(font, 10)
    canvas.drawString(60, 100, "của Tỉnh ủy, nối từ trang trước.")
    canvas.save()
    text = read_file(tmp_path / "kh.pdf").text
    assert re.fullmatch(
        r"Thực hiện kế hoạch đã ban hành\.\n {20,}\ncủa Tỉnh ủy, nối từ trang trước\.\n", text
    )


def draw(path, font, *lines, size=14, **settings):
    canvas = Canvas(str(path), **{"pagesize": A4, **settings})
    for x, y, text in lines:
        canvas.setFont(font, size)
        canvas.drawString(x, y, text)
    canvas.save()
    return path


def test_letterhead_is_read_cell_by_cell_and_late_page_number_comes_first(tmp_path, font):
    path = draw(
        tmp_path / "kh.pdf", font,
        (60, 780, "UBND TỈNH SƠN HÀ"), (60, 762, "SỞ NỘI VỤ"),
        (280, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), (330, 762, "Độc lập - Tự do - Hạnh phúc"),
        (250, 720, "KẾ HOẠCH"), (290, 815, "2"),
    )  # fmt: skip
    assert lines_of(path) == [
        "2", "UBND TỈNH SƠN HÀ", "SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "KẾ HOẠCH",
    ]  # fmt: skip


def test_rotated_page_reads_like_an_upright_one(tmp_path, font):
    canvas = Canvas(str(tmp_path / "kh.pdf"), pagesize=A4)
    canvas.setPageRotation(90)
    canvas.rotate(90)
    canvas.translate(0, -A4[0])
    canvas.setFont(font, 14)
    for at, text in enumerate(("PHỤ LỤC", "Danh mục nhiệm vụ năm 2031", "- Sở Nội vụ chủ trì")):
        canvas.drawString(60, 500 - 30 * at, text)
    canvas.save()
    assert lines_of(tmp_path / "kh.pdf") == ["PHỤ LỤC", "Danh mục nhiệm vụ năm 2031", "- Sở Nội vụ chủ trì"]


def test_landscape_annex(tmp_path, font):
    path = draw(
        tmp_path / "kh.pdf", font, (60, 500, "PHỤ LỤC"), (60, 470, "1. Nhiệm vụ"), pagesize=landscape(A4)
    )
    assert lines_of(path) == ["PHỤ LỤC", "1. Nhiệm vụ"]


def test_ligatures_and_drawn_soft_hyphens(tmp_path, font):
    path = draw(tmp_path / "kh.pdf", font, (60, 700, "ﬁle kinh tế \N{SOFT HYPHEN} xã hội"))
    assert lines_of(path)[0].startswith("file kinh tế")


def test_line_that_ends_in_a_hyphen_is_left_to_the_repair(tmp_path, font):
    path = draw(
        tmp_path / "kh.pdf",
        font,
        (60, 700, "Chương trình phối hợp số 10-"),
        (60, 682, "CTr/BDVTU của Ban"),
        (60, 600, "x" * 28),
    )
    assert lines_of(path)[:2] == ["Chương trình phối hợp số 10-", "CTr/BDVTU của Ban"]


def test_password(tmp_path, font):
    path = draw(
        tmp_path / "kh.pdf", font, (60, 700, "Kế hoạch"), encrypt=StandardEncryption("bi-mat", canPrint=0)
    )
    with pytest.raises(EncryptedFile, match="mật khẩu"):
        read_file(path)


def test_cut_file(tmp_path, font):
    path = build(tmp_path / "kh.pdf", [Paragraph(BODY, style(font))])
    path.write_bytes(b"%PDF-1.4\n" + path.read_bytes()[-200:-100])
    with pytest.raises(DamagedFile):
        read_file(path)


def test_thirty_pages_with_tables_read_in_under_a_second(tmp_path, font):
    story = []
    for number in range(1, 31):
        story += [Paragraph(f"{number}. Nhiệm vụ", style(font))] + [
            Paragraph(BODY, style(font, alignment=4))
        ] * 5
        story += [table(font) if number % 3 == 0 else Paragraph(BODY, style(font)), PageBreak()]
    path = build(tmp_path / "kh.pdf", story)
    read_file(path)
    start = time.perf_counter()
    raw = read_file(path)
    seconds = time.perf_counter() - start
    assert len(raw.pages) == 30
    # The aim is one second; a busy machine gets three.
    assert seconds < 3


def test_footnotes_of_pages_with_tables_are_lifted_by_the_repair(tmp_path, font):
    marked = "Thực hiện Nghị quyết<super>1</super> của Tỉnh ủy."
    note = Paragraph("<super>1</super> Nghị quyết số 05-NQ/TU.", style(font, fontSize=10))
    story = [Paragraph(marked, style(font)), table(font), Spacer(1, 60), note, PageBreak()]
    path = build(tmp_path / "kh.pdf", [*story, Paragraph(BODY, style(font)), table(font)])
    source = repair_text(read_file(path))
    assert [source.clean[note.range.start : note.range.end] for note in source.footnotes] == [
        "Nghị quyết số 05-NQ/TU."
    ]
    assert source.clean.startswith("Thực hiện Nghị quyết của Tỉnh ủy.\n")
    assert source.clean[: source.body_end].count("\nTT\tNội dung nhiệm vụ") == 2
