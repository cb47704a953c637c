"""Word documents made on the spot: numbers as Word shows them, tables, boxes, notes, tracked changes."""

from __future__ import annotations

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.read import read_file
from ingest.read.numbering import format_number


def paragraph(inner, properties=""):
    return parse_xml(f"<w:p {nsdecls('w')}><w:pPr>{properties}</w:pPr>{inner}</w:p>")


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def read(tmp_path, *blocks, document=None):
    document = document or Document()
    body = document.element.body
    for block in blocks:
        body.insert(len(body) - 1, block)
    path = tmp_path / "kh.docx"
    document.save(path)
    return read_file(path).text.strip("\n").split("\n")


def numbered(text, number=1, level=0):
    return paragraph(run(text), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def with_lists(abstracts, instances):
    document = Document()
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    for number, levels in abstracts.items():
        xml = "".join(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{extra}<w:lvlText w:val="{text}"/></w:lvl>'
            for at, (kind, text, extra) in enumerate(levels)
        )
        root.append(
            parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{xml}</w:abstractNum>')
        )
    for number, (abstract, override) in instances.items():
        root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'
            )
        )
    return document


OUTLINE = [
    ("upperRoman", "%1.", ""),
    ("decimal", "%2.", ""),
    ("decimal", "%2.%3.", ""),
    ("lowerLetter", "%4)", ""),
    ("bullet", "\uf0b7", ""),
]


def test_outline_is_numbered_as_word_shows_it(tmp_path):
    document = with_lists({0: OUTLINE}, {1: (0, "")})
    levels = [0, 1, 2, 2, 1, 2, 3, 3, 4, 0, 1]
    lines = read(
        tmp_path, *(numbered(f"Mục {i}", level=level) for i, level in enumerate(levels)), document=document
    )
    labels = [line.split(" Mục")[0] for line in lines]
    assert labels == ["I.", "1.", "1.1.", "1.2.", "2.", "2.1.", "a)", "b)", "-", "II.", "1."]


def test_two_instances_of_one_list_count_on_unless_restarted(tmp_path):
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    document = with_lists({0: OUTLINE}, {1: (0, ""), 2: (0, ""), 3: (0, restart)})
    lines = read(
        tmp_path, numbered("a", 1), numbered("b", 2), numbered("c", 3), numbered("d", 3), document=document
    )
    assert lines == ["I. a", "II. b", "I. c", "II. d"]


def test_legal_numbering_and_level_that_never_restarts(tmp_path):
    levels = [
        ("upperRoman", "Chương %1.", ""),
        ("decimal", "Điều %2.", '<w:lvlRestart w:val="0"/>'),
        ("decimal", "%1.%2.%3.", "<w:isLgl/>"),
    ]
    document = with_lists({0: levels}, {1: (0, "")})
    lines = read(tmp_path, *(numbered("x", level=level) for level in (0, 1, 1, 0, 1, 2)), document=document)
    assert [line.removesuffix(" x") for line in lines] == [
        "Chương I.", "Điều 1.", "Điều 2.", "Chương II.", "Điều 3.", "2.3.1.",
    ]  # fmt: skip


def test_list_from_a_style_and_empty_paragraphs_do_not_count(tmp_path):
    document = Document()
    for text in ("Một", "", "Hai"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("Gạch", style="List Bullet")
    assert read(tmp_path, document=document) == ["1. Một", "", "2. Hai", "- Gạch"]


@pytest.mark.parametrize(
    ("number", "kind", "shown"),
    [(1, "upperRoman", "I"), (49, "upperRoman", "XLIX"), (27, "lowerLetter", "aa"), (3, "upperLetter", "C"),
     (7, "decimalZero", "07"), (12, "decimal", "12"), (2, "vietnameseCounting", "hai"), (5, "none", "")],
)  # fmt: skip
def test_numbers_are_written_as_word_does(number, kind, shown):
    assert format_number(number, kind) == shown


def test_tables_stand_in_place_with_merged_and_nested_cells(tmp_path):
    document = Document()
    document.add_paragraph("Trước")
    table = document.add_table(3, 3)
    table.cell(0, 0).text = "TT"
    table.cell(0, 1).text = "Nội dung"
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 0).text = "1"
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(1, 1).text = "Sở Nội vụ\nSở Tài chính"
    inner = table.cell(2, 2).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Quý I", "85%"
    document.add_paragraph("Sau")
    assert read(tmp_path, document=document) == [
        "Trước", "", "TT\tNội dung\t", "1\tSở Nội vụ\u2028Sở Tài chính\t", "\u2028\t\tQuý I | 85%", "", "Sau",
    ]  # fmt: skip


def test_a_frame_of_one_column_is_ordinary_text(tmp_path):
    document = Document()
    document.add_table(1, 1).cell(0, 0).text = "I. MỤC ĐÍCH\nNâng cao chất lượng."
    assert read(tmp_path, document=document) == ["I. MỤC ĐÍCH", "Nâng cao chất lượng."]


def test_tracked_changes_hidden_text_and_codes(tmp_path):
    lines = read(
        tmp_path,
        paragraph(
            run("Sở ")
            + f"<w:ins>{run('Nội vụ')}</w:ins><w:del><w:r><w:delText>Tài chính</w:delText></w:r></w:del>"
            + run(" chủ trì")
            + run(" ẩn", "<w:vanish/>")
            + "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:noBreakHyphen/></w:r>"
            + f"<w:hyperlink>{run('tổng hợp')}</w:hyperlink>"
        ),
        paragraph(run("Đoạn một "), "<w:rPr><w:del/></w:rPr>"),
        paragraph(run("nối liền.")),
        paragraph(run("kế hoạch", "<w:caps/>")),
    )
    assert lines == ["Sở Nội vụ chủ trì-tổng hợp", "Đoạn một nối liền.", "KẾ HOẠCH"]


def test_tabs_are_gaps_not_cells(tmp_path):
    tab = "<w:r><w:tab/></w:r>"
    lines = read(
        tmp_path,
        paragraph(run("1.") + tab + run("Mục đích")),
        paragraph(run("UBND TỈNH SƠN HÀ") + tab + run("CỘNG HÒA")),
    )
    assert lines == ["1. Mục đích", "UBND TỈNH SƠN HÀ    CỘNG HÒA"]


def test_text_box_is_read_once_before_its_paragraph(tmp_path):
    box = f"<w:txbxContent><w:p>{run('UBND TỈNH SƠN HÀ')}</w:p></w:txbxContent>"
    block = parse_xml(
        f"""<w:p {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
            xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
            xmlns:v="urn:schemas-microsoft-com:vml">
            <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>
            <mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>
            {run("KẾ HOẠCH")}</w:p>"""
    )
    assert read(tmp_path, block) == ["UBND TỈNH SƠN HÀ", "KẾ HOẠCH"]


def test_footnotes_follow_at_the_end_and_page_heads_stay_out(tmp_path):
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Đầu trang"
    notes = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:id='0' w:type='separator'><w:p/></w:footnote>"
        f"<w:footnote w:id='2'><w:p>{run('Nghị quyết số 05-NQ/TU.')}</w:p></w:footnote></w:footnotes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    block = paragraph(
        run("Thực hiện Nghị quyết") + "<w:r><w:footnoteReference w:id='2'/></w:r>" + run(" của Tỉnh ủy.")
    )
    assert read(tmp_path, block, paragraph(run("Hết.")), document=document) == [
        "Thực hiện Nghị quyết[1] của Tỉnh ủy.", "Hết.", "[1] Nghị quyết số 05-NQ/TU.",
    ]  # fmt: skip


def test_content_controls_are_opened(tmp_path):
    block = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p>{run('Số: 05/KH-UBND')}</w:p></w:sdtContent></w:sdt>"
    )
    assert read(tmp_path, block) == ["Số: 05/KH-UBND"]
