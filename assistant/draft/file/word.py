"""The draft as a Word file: real styles, letterhead and signature as tables, page numbers from page 2.

Made with python-docx; measures from ``layout``. Slots are marked in yellow and explained in comments; so is what
a warning quotes.
"""

# ruff: noqa: ANN401 (python-docx has no types of use)

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from assistant.draft.child.slots import annex_words, likely_words, told_columns
from assistant.draft.file.layout import Layout, layout_of
from assistant.draft.file.name_lines import name_lines
from assistant.draft.file.word_styles import make_styles, number_pages, set_page
from assistant.draft.model import SLOT, Draft, Paragraph
from assistant.draft.unit.profile import UnitProfile, in_ordinary_spelling, kind_of, place_of, post_of
from assistant.path_words import path_words

__all__ = ["write_docx"]

_CENTER, _JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


def _line_below(paragraph: Any, left_mm: float, right_mm: float) -> None:
    """An empty paragraph with a border: the line under a name, of the length that the indents leave."""
    form = paragraph.paragraph_format
    form.left_indent, form.right_indent = Mm(left_mm), Mm(right_mm)
    form.space_before, form.line_spacing = Pt(3), Pt(4)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().append(borders)


def _layout_table(document: Any, widths_mm: tuple[float, float]) -> Any:
    table = document.add_table(rows=1, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for cell, width in zip(table.rows[0].cells, widths_mm, strict=True):
        cell.width = Mm(width)
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
    return table


def _cell_line(
    cell: Any,
    text: str,
    style: str,
    size: int,
    *,
    bold: bool = False,
    italic: bool = False,
    first: bool = False,
) -> Any:
    paragraph = cell.paragraphs[0] if first else cell.add_paragraph()
    paragraph.style = style
    for part in re.split(rf"({re.escape(SLOT)})", text):
        if part:
            run = paragraph.add_run(part)
            run.font.size, run.bold, run.italic = Pt(size), bold, italic
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW if part == SLOT else None
    return paragraph


_WIDTHS = {
    **dict.fromkeys(" .,'ilftj", 0.27),
    **dict.fromkeys("IÍÌỈĨỊ", 0.39),
    **dict.fromkeys("SP", 0.59),
    **dict.fromkeys("BEÉÈẺẼẸÊẾỀỂỄỆLT", 0.667),
    **dict.fromkeys("GHKOÓÒỎÕỌÔỐỒỔỖỘ", 0.78),
    "-": 0.33,
    "M": 0.94,
}
"""Letters of Times New Roman, bold, that are not as wide as most, in parts of the size."""


def _text_width_mm(text: str, size: int) -> float:
    """About how wide a line of Times New Roman is in bold; enough for the lines under and the breaks in names."""
    wide = sum(_WIDTHS.get(c, 0.722 if c.isupper() else 0.5) for c in text)
    return wide * size * 0.3528


def _issuer_lines(profile: UnitProfile, width_mm: float, size: int) -> tuple[list[str], list[str]]:
    """The body above (regular) and the issuer (bold), in capitals."""
    name = profile.name.upper()
    match = re.match(
        r"(?:UBND|ỦY BAN NHÂN DÂN)\s+((?:XÃ|PHƯỜNG|ĐẶC KHU|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ|TỈNH)\s.*)", name
    )
    if match:
        return [], ["ỦY BAN NHÂN DÂN", match[1]]
    above = (
        name_lines(profile.parent, lambda line: _text_width_mm(line, size) < width_mm)
        if profile.parent
        else [SLOT]
    )
    # "TỈNH ỦY NGHỆ AN" over "VĂN PHÒNG": a Party body's committee stands above it already.
    own = (
        re.sub(r" (?:Tỉnh|Thành|Huyện|Đảng) (?:ủy|uỷ)(?: .*)?$", "", profile.name)
        if profile.parent
        else profile.name
    )
    return above, name_lines(own, lambda line: _text_width_mm(line, size) < width_mm)


def _letterhead(document: Any, draft: Draft, profile: UnitProfile, layout: Layout) -> None:
    party = draft.system == "party"
    widths = (78.0, 92.0) if party else (68.0, 102.0)
    table = _layout_table(document, widths)
    left, right = table.rows[0].cells
    above, issuer = _issuer_lines(profile, widths[0] - 5, layout.issuer_size)
    first = True
    for text in above:
        _cell_line(left, text, "KH Đầu trang", layout.issuer_size, first=first)
        first = False
    for text in issuer:
        _cell_line(left, text, "KH Đầu trang", layout.issuer_size, bold=True, first=first)
        first = False
    if party:
        _cell_line(left, "*", "KH Đầu trang", layout.issuer_size)
    else:
        length = _text_width_mm(max(issuer, key=len), layout.issuer_size) * 0.4
        space = (widths[0] - 4 - length) / 2
        _line_below(_cell_line(left, "", "KH Đầu trang", 4), space, space)
    code = profile.code or SLOT
    number = f"Số      -KH/{code}" if party else f"Số:       /KH-{code}"
    _cell_line(left, number, "KH Đầu trang", layout.number_size)
    if party:
        _cell_line(right, "ĐẢNG CỘNG SẢN VIỆT NAM", "KH Đầu trang", layout.nation_size, bold=True, first=True)
        length = _text_width_mm("ĐẢNG CỘNG SẢN VIỆT NAM", layout.nation_size)
    else:
        _cell_line(
            right,
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "KH Đầu trang",
            layout.nation_size,
            bold=True,
            first=True,
        )
        _cell_line(right, "Độc lập - Tự do - Hạnh phúc", "KH Đầu trang", layout.motto_size, bold=True)
        length = _text_width_mm("Độc lập - Tự do - Hạnh phúc", layout.motto_size)
    space = max(0.0, (widths[1] - 4 - length) / 2)
    _line_below(_cell_line(right, "", "KH Đầu trang", 4), space, space)
    place = re.sub(
        r"(?i)^(?:xã|phường|huyện|tỉnh|thị xã|thành phố|đặc khu)\s+", "", place_of(profile) or SLOT
    )
    year = draft.year or SLOT
    lines = len(above) + len(issuer) + (1 if party else 0) - (1 if party else 2)
    for _ in range(max(0, lines)):
        _cell_line(right, "", "KH Đầu trang", layout.issuer_size)
    _cell_line(
        right, f"{place}, ngày      tháng      năm {year}", "KH Đầu trang", layout.date_size, italic=True
    )


def _add_text(paragraph: Any, text: str, *, bold: bool | None = None) -> list[Any]:
    """Add text; each slot is a run of its own, marked."""
    slots = []
    for part in re.split(rf"({re.escape(SLOT)})", text):
        if not part:
            continue
        run = paragraph.add_run(part)
        run.bold = bold
        if part == SLOT:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
            slots.append(run)
    return slots


def _comment(document: Any, run: Any, text: str) -> None:
    document.add_comment(run, text=text, author="Trợ lý Kế hoạch", initials="KH")


_QUOTED_RE = re.compile(r"“([^“”]+)”")
_HEADINGS = {1: "KH Mục", 2: "KH Khoản"}


def _flag(document: Any, paragraph: Any, text: str, warnings: list[str]) -> None:
    """Say beside the words that a warning quotes what the officer is to look at; each once, where it stands first."""
    for warning in [w for w in warnings if any(said in text for said in _QUOTED_RE.findall(w))]:
        warnings.remove(warning)
        _comment(document, paragraph.runs[0], warning)


def _body_paragraph(document: Any, item: Paragraph, warnings: list[str]) -> None:
    text = f"{item.label} {item.text}".strip()
    # "Căn cứ ...;" is a line of the basis; the sentence that issues the plan ("... như sau:") is body text.
    if item.kind == "basis" and not item.text.endswith(":"):
        paragraph = document.add_paragraph(style="KH Căn cứ")
    elif item.kind == "heading":
        paragraph = document.add_paragraph(style=_HEADINGS.get(item.level, "KH Điểm"))
    else:
        paragraph = document.add_paragraph(style="KH Nội dung")
    slots = _add_text(paragraph, text)
    for run, label in zip(slots, item.slots, strict=False):
        _comment(document, run, label)
    _flag(document, paragraph, item.text, warnings)


def _signature(document: Any, draft: Draft, profile: UnitProfile, layout: Layout) -> None:
    party = draft.system == "party"
    # Who signs and who receives stand on one page, never alone on it.
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    document.add_paragraph(style="Normal").paragraph_format.keep_with_next = True
    table = _layout_table(document, (85.0, 80.0))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    left, right = table.rows[0].cells
    head = _cell_line(
        left,
        "Nơi nhận:",
        "KH Nơi nhận",
        layout.recipients_head_size,
        bold=not party,
        italic=not party,
        first=True,
    )
    head.runs[0].underline = party
    for index, line in enumerate(draft.recipients):
        end = "." if index == len(draft.recipients) - 1 else ("," if party else ";")
        paragraph = left.add_paragraph(style="KH Nơi nhận")
        _add_text(paragraph, f"- {line.rstrip('.;,')}{end}")
    kind = kind_of(profile)
    authority = profile.authority or kind.authority
    rows = (
        [(text, True) for text in re.split(r"\s*/\s*|\n", authority)]
        if authority and not party
        else [(authority, True)]
        if authority
        else []
    )
    rows.append((post_of(profile) or SLOT, not party))
    for index, (text, bold) in enumerate(rows):
        _cell_line(
            right,
            str(text).upper() if text != SLOT else SLOT,
            "KH Ký",
            layout.signature_size,
            bold=bold,
            first=index == 0,
        )
    for _ in range(4):
        _cell_line(right, "", "KH Ký", layout.signature_size)
    _cell_line(right, profile.signer or SLOT, "KH Ký", layout.signature_size, bold=True)


def _grid(table: Any) -> None:
    table.style = "Table Grid"
    header = table.rows[0]._tr.get_or_add_trPr()
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    header.append(mark)


_ANNEX_WIDTHS = {"Phối hợp": 40.0, "Thời gian": 28.0, "Sản phẩm": 38.0}
"""Millimetres of the columns that the annex has where some row fills them."""


def _annex(document: Any, draft: Draft, profile: UnitProfile, layout: Layout) -> None:
    """The table of assignments on its own landscape pages, numbered by itself."""
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    set_page(section, layout)
    section.page_width, section.page_height = Mm(297), Mm(210)
    numbering = OxmlElement("w:pgNumType")
    numbering.set(qn("w:start"), "1")
    section._sectPr.append(numbering)
    document.add_paragraph("Phụ lục", style="KH Tên loại")
    document.add_paragraph("PHÂN CÔNG NHIỆM VỤ", style="KH Tên loại").paragraph_format.space_before = Pt(0)
    code = profile.code or SLOT
    year = draft.year or SLOT
    number = (
        f"Kế hoạch số      -KH/{code}, ngày   /   /{year}"
        if draft.system == "party"
        else f"Kế hoạch số      /KH-{code} ngày      tháng      năm {year}"
    )
    note = document.add_paragraph(style="KH Trích yếu")
    run = note.add_run(f"(Kèm theo {number} của {profile.name})")
    run.bold, run.italic = False, True
    note.paragraph_format.space_after = Pt(layout.gap)
    more = told_columns(draft.tasks)
    header = ("TT", "Nội dung", "Chủ trì", *(name for name, _ in more))
    beside = [_ANNEX_WIDTHS[name] for name, _ in more]
    widths = (12.0, 92.0 + sum(_ANNEX_WIDTHS.values()) - sum(beside), 42.0, *beside)
    table = document.add_table(rows=1, cols=len(header))
    _grid(table)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for task in (None, *draft.tasks):
        row = table.rows[0] if task is None else table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        cells = row.cells
        content = annex_words(task) if task else ""
        values = (
            header
            if task is None
            else (
                str(len(table.rows) - 1),
                f"{content} ({path_words(task.path)})" if "row" not in task.path else content,
                task.lead,
                *(read(task) for _, read in more),
            )
        )
        for cell, value, width in zip(cells, values, widths, strict=True):
            cell.width = Mm(width)
            paragraph = cell.paragraphs[0]
            paragraph.style = "KH Bảng"
            slots = _add_text(paragraph, value, bold=task is None or None)
            if task and slots and value == task.lead and task.likely:
                _comment(document, slots[0], f"Bộ phận chủ trì, {likely_words(task.likely)}")
            if task is None:
                paragraph.alignment = _CENTER


def write_docx(draft: Draft, profile: UnitProfile, path: Path, *, annex: bool = True) -> None:
    """Write the draft; with ``annex`` the table of assignments follows on landscape pages."""
    profile = in_ordinary_spelling(profile)
    layout = layout_of(draft.system)
    party = draft.system == "party"
    document = Document()
    # The property holds 255 letters; the name of a regulation may be longer.
    document.core_properties.title = f"Kế hoạch {draft.title}"[:255]
    document.core_properties.author = profile.name
    document.core_properties.language = "vi-VN"
    make_styles(document, layout)
    set_page(document.sections[0], layout)
    number_pages(document.sections[0], layout)
    _letterhead(document, draft, profile, layout)
    document.add_paragraph("KẾ HOẠCH", style="KH Tên loại")
    subject = draft.title[:1].lower() + draft.title[1:] if party else draft.title
    title = document.add_paragraph(style="KH Trích yếu")
    _add_text(title, subject)
    if party:
        document.add_paragraph("-----", style="KH Trích yếu")
    else:
        _line_below(document.add_paragraph(style="KH Trích yếu"), 62, 62)
    document.paragraphs[-1].paragraph_format.space_after = Pt(12)
    warnings = list(draft.warnings)
    for item in draft.paragraphs:
        if item.kind != "title":
            _body_paragraph(document, item, warnings)
    _signature(document, draft, profile, layout)
    if annex and draft.tasks:
        _annex(document, draft, profile, layout)
    document.save(str(path))
