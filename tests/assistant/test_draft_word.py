"""The Word file read back: every measure within Decree 30/2020 (state) or the Party's guideline."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx import Document

from assistant.draft.draft import draft_plan
from assistant.draft.file.name_lines import name_lines
from assistant.draft.file.word import write_docx
from assistant.draft.unit.profile import kind_of
from assistant.draft.unit.profile_file import example_profiles, read_profile
from ingest.pipeline import read_plan

SAMPLES = Path(__file__).resolve().parents[2] / "assistant" / "samples"
UNITS = {path.stem: path for path in example_profiles()}


def _made(tmp_path: Path, unit: str) -> Any:
    plan, profile = read_plan(SAMPLES / "tinh-son-ha-12-kh-ubnd.docx"), read_profile(UNITS[unit])
    write_docx(draft_plan(plan, profile), profile, tmp_path / "d.docx")
    return Document(str(tmp_path / "d.docx"))


@pytest.mark.parametrize("unit", sorted(UNITS))
def test_page_and_body(tmp_path: Path, unit: str) -> None:
    document = _made(tmp_path, unit)
    first, annex = document.sections
    assert (round(first.page_width.mm), round(first.page_height.mm)) == (210, 297)
    assert (round(annex.page_width.mm), round(annex.page_height.mm)) == (297, 210)
    for section in (first, annex):
        assert 20 <= round(section.top_margin.mm) <= 25 and 20 <= round(section.bottom_margin.mm) <= 25
        assert 30 <= round(section.left_margin.mm) <= 35 and 15 <= round(section.right_margin.mm) <= 20
    assert first.different_first_page_header_footer
    assert "PAGE" in first.header._element.xml and "PAGE" not in first.first_page_header._element.xml
    assert first.header.paragraphs[0].alignment == 1
    body = document.styles["KH Nội dung"]
    assert body.font.name == "Times New Roman" and 13 <= body.font.size.pt <= 15
    assert body.paragraph_format.alignment == 3
    assert 1.0 <= round(body.paragraph_format.first_line_indent.cm, 2) <= 1.27
    assert body.paragraph_format.space_after.pt >= 6 and 1 <= body.paragraph_format.line_spacing <= 1.5
    for paragraph in document.paragraphs:
        if paragraph.text.strip():
            assert paragraph.style.name.startswith("KH ")


@pytest.mark.parametrize("unit", sorted(UNITS))
def test_the_basis_is_in_italics_but_not_in_papers_of_the_party(tmp_path: Path, unit: str) -> None:
    made = _made(tmp_path, unit)
    assert made.styles["KH Căn cứ"].font.italic is (kind_of(read_profile(UNITS[unit])).system == "state")
    issued = next(p for p in made.paragraphs if p.text.endswith("ban hành Kế hoạch thực hiện như sau:"))
    assert issued.style.name == "KH Nội dung"


def test_letterhead_and_signature_of_the_state(tmp_path: Path) -> None:
    document = _made(tmp_path, "so-nong-nghiep-va-moi-truong")
    left, right = document.tables[0].rows[0].cells
    lines = [p.text for p in left.paragraphs if p.text]
    assert lines[0] == "UBND TỈNH SƠN HÀ" and lines[-1].replace(" ", "") == "Số:/KH-SNNMT"
    assert [p.text for p in right.paragraphs][:2] == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]
    sizes = {run.text: run.font.size.pt for p in right.paragraphs for run in p.runs}
    assert sizes["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"] in {12, 13} and sizes[
        "Độc lập - Tự do - Hạnh phúc"
    ] in {13, 14}
    receivers, signature = document.tables[1].rows[0].cells
    assert receivers.paragraphs[0].runs[0].bold and receivers.paragraphs[0].runs[0].italic
    assert (
        receivers.paragraphs[0].runs[0].font.size.pt == 12
        and receivers.paragraphs[1].style.font.size.pt == 11
    )
    assert receivers.paragraphs[-1].text.startswith("- Lưu") and receivers.paragraphs[-1].text.endswith(".")
    assert [p.text for p in signature.paragraphs if p.text] == ["GIÁM ĐỐC", "Lò Văn Khởi"]
    texts = [p.text for p in document.paragraphs]
    assert any(text.endswith("./.") for text in texts)


def test_letterhead_and_signature_of_the_party(tmp_path: Path) -> None:
    document = _made(tmp_path, "dang-uy-xa-suoi-bac")
    left, right = document.tables[0].rows[0].cells
    assert "*" in [p.text for p in left.paragraphs]
    assert any(p.text.startswith("Số ") and p.text.endswith("-KH/ĐU") for p in left.paragraphs)
    assert (
        right.paragraphs[0].text == "ĐẢNG CỘNG SẢN VIỆT NAM"
        and right.paragraphs[0].runs[0].font.size.pt == 15
    )
    assert any(p.text == "I- MỤC ĐÍCH, YÊU CẦU" for p in document.paragraphs)
    assert document.tables[1].rows[0].cells[0].paragraphs[0].runs[0].underline


def test_annex_is_a_proper_table(tmp_path: Path) -> None:
    table = _made(tmp_path, "ubnd-xa-suoi-bac").tables[-1]
    header = [cell.text for cell in table.rows[0].cells]
    assert header[:3] == ["TT", "Nội dung", "Chủ trì"] and set(header[3:]) <= {
        "Phối hợp",
        "Thời gian",
        "Sản phẩm",
    }
    assert [row.cells[0].text for row in table.rows[1:4]] == ["1", "2", "3"]
    assert all(row.cells[2].text for row in table.rows)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Bảo hiểm xã hội tỉnh Lai Châu", ["BẢO HIỂM XÃ HỘI", "TỈNH LAI CHÂU"]),
        ("Công ty Điện lực Đắk Lắk", ["CÔNG TY", "ĐIỆN LỰC ĐẮK LẮK"]),
        ("Trung tâm Chính trị phường Buôn Hồ", ["TRUNG TÂM CHÍNH TRỊ", "PHƯỜNG BUÔN HỒ"]),
        ("Sở Khoa học và Công nghệ", ["SỞ KHOA HỌC", "VÀ CÔNG NGHỆ"]),
    ],
)
def test_a_name_is_broken_between_its_words(name: str, lines: list[str]) -> None:
    assert name_lines(name, lambda line: len(line) < 22) == lines
