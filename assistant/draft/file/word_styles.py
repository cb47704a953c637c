"""The Word styles and the page of an official document, by the measures of ``layout``.

Real styles, based on Word's own headings, so that the officer's outline and table of contents work.
"""

# ruff: noqa: ANN401 (python-docx has no types of use)

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor

from assistant.draft.file.layout import Layout

__all__ = ["FONT", "make_styles", "number_pages", "set_page"]

FONT = "Times New Roman"
_CENTER, _JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


def _font(style: Any, size: int, *, bold: bool = False, italic: bool = False) -> None:
    style.font.name = FONT
    style.font.size = Pt(size)
    style.font.bold = bold
    style.font.italic = italic
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        if fonts.get(qn(name)) is not None:
            del fonts.attrib[qn(name)]


def _style(document: Any, name: str, base: str = "Normal") -> Any:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles[base]
    return style


def make_styles(document: Any, layout: Layout) -> None:
    """Add the styles of body, headings, head and foot to a document."""
    normal = document.styles["Normal"]
    _font(normal, layout.body_size)
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    for name in ("KH Nội dung", "KH Căn cứ"):
        style = _style(document, name)
        _font(style, layout.body_size, italic=name == "KH Căn cứ" and layout.basis_italic)
        form = style.paragraph_format
        form.alignment = _JUSTIFY
        form.first_line_indent = Cm(layout.first_line_cm)
        form.space_before, form.space_after = Pt(0), Pt(layout.gap)
        form.line_spacing = layout.line_spacing
    for name, level, bold in (("KH Mục", 1, True), ("KH Khoản", 2, True), ("KH Điểm", 3, False)):
        style = _style(document, name, f"Heading {level}")
        _font(style, layout.body_size, bold=bold)
        form = style.paragraph_format
        form.alignment = _JUSTIFY
        form.first_line_indent = Cm(layout.first_line_cm)
        form.space_before, form.space_after = Pt(layout.gap), Pt(layout.gap)
        form.line_spacing = layout.line_spacing
        form.keep_with_next = True
    for name, size, bold in (
        ("KH Đầu trang", layout.issuer_size, False),
        ("KH Tên loại", layout.title_size, True),
        ("KH Trích yếu", layout.subject_size, True),
        ("KH Ký", layout.signature_size, True),
    ):
        style = _style(document, name)
        _font(style, size, bold=bold)
        style.paragraph_format.alignment = _CENTER
    document.styles["KH Tên loại"].paragraph_format.space_before = Pt(18)
    receive = _style(document, "KH Nơi nhận")
    _font(receive, layout.recipients_size)
    table = _style(document, "KH Bảng")
    _font(table, 12)


def set_page(section: Any, layout: Layout) -> None:
    """Set A4 and the margins."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(layout.top), Mm(layout.bottom)
    section.left_margin, section.right_margin = Mm(layout.left), Mm(layout.right)
    section.header_distance = Mm(layout.page_number_from_top)
    section.footer_distance = Mm(10)


def number_pages(section: Any, layout: Layout) -> None:
    """Centred in the top margin, not on page 1."""
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.style = (
        section.header.part.document.styles["Normal"]
        if hasattr(section.header.part, "document")
        else paragraph.style
    )
    paragraph.alignment = _CENTER
    run = paragraph.add_run()
    run.font.size, run.font.name = Pt(layout.page_number_size), FONT
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.set(qn("xml:space"), "preserve")
            mark.text = text
        run._r.append(mark)
