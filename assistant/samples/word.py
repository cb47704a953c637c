"""A sample becomes a .docx as an office would make it: Decree 30/2020 layout, footnotes, automatic numbering."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from assistant.samples.markup import Block, Sample

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

__all__ = ["write_docx"]

FIXED = datetime(2026, 1, 1)
CENTER, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
TYPED_MARK_RE = re.compile(r"^(?:[IVX]+\.|\d+\.|[a-zđ]\)) ")
LEVELS = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "-"))


def _run(paragraph: Paragraph, text: str, size: float = 14, bold: bool = False, italic: bool = False) -> None:
    for index, piece in enumerate(re.split(r"\[\^(\d+)\]", text)):
        run = paragraph.add_run() if index % 2 else paragraph.add_run(piece)
        run.font.size, run.bold, run.italic = Pt(size), bold, italic
        if index % 2:
            run.font.superscript = True
            run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{int(piece) + 1}"/>'))


def _line(paragraph: Paragraph, indent_mm: float) -> None:
    """The short rule that the decree asks for under a name: an empty paragraph's top border."""
    border = f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    paragraph._p.get_or_add_pPr().insert(0, parse_xml(border))
    shape = paragraph.paragraph_format
    shape.left_indent = shape.right_indent = Mm(indent_mm)
    shape.line_spacing, shape.space_before = Pt(6), Pt(2)
    shape.space_after = Pt(0)


def _cell_line(
    cell: _Cell,
    text: str,
    size: float = 14,
    bold: bool = False,
    italic: bool = False,
    align: WD_ALIGN_PARAGRAPH = CENTER,
) -> None:
    """One paragraph in a cell; a fresh cell's empty first paragraph is used up before another is added."""
    first = len(cell.paragraphs) == 1 and not cell.paragraphs[0].runs
    paragraph = cell.paragraphs[0] if first else cell.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(0)
    _run(paragraph, text, size, bold, italic)


def _grid(document: WordFile, widths: tuple[float, ...], rows: int = 1, style: str | None = None) -> Table:
    table: Table = document.add_table(rows=rows, cols=len(widths), style=style)
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    return table


def _letterhead(document: WordFile, sample: Sample) -> None:
    grid = _grid(document, (66, 106), 2)
    left, right = grid.rows[0].cells
    parent = sample.fields.get("parent", "")
    if parent:
        _cell_line(left, parent, size=13)
    for issuer in sample.lists["issuer"]:
        _cell_line(left, issuer, size=13, bold=True)
    _line(left.add_paragraph(), 24)
    _cell_line(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True)
    _cell_line(right, "Độc lập - Tự do - Hạnh phúc", size=13.5, bold=True)
    _line(right.add_paragraph(), 19)
    left, right = grid.rows[1].cells
    _cell_line(left, sample.fields["number"], size=13)
    _cell_line(right, sample.fields["date"], size=13.5, italic=True)


def _title(document: WordFile, sample: Sample) -> None:
    for index, text in enumerate((sample.fields["title"], *sample.lists["subject"])):
        paragraph = document.add_paragraph()
        paragraph.alignment = CENTER
        paragraph.paragraph_format.space_before = Pt(0 if index else 14)
        paragraph.paragraph_format.space_after = Pt(0)
        _run(paragraph, text, bold=True)
    _line(document.add_paragraph(), 62)


def _numbering(document: WordFile) -> int:
    """One outline list (I. / 1. / a) / -) as Word's own numbering; gives back its id."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f'<w:suff w:val="space"/><w:lvlJc w:val="left"/></w:lvl>'
        for level, (kind, text) in enumerate(LEVELS)
    )
    root = document.part.numbering_part.element
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    root.insert(0, parse_xml(abstract))
    number = f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'
    root.append(parse_xml(number))
    return 90


def _paragraph(document: WordFile, block: Block, list_id: int | None) -> None:
    level = {"heading": 0, "subheading": 1, "bullet": 3}.get(block.kind)
    if level is None and TYPED_MARK_RE.match(block.text):
        level = 2
    text = block.text
    paragraph = document.add_paragraph()
    paragraph.alignment = JUSTIFY
    shape = paragraph.paragraph_format
    shape.first_line_indent, shape.space_after, shape.line_spacing = Mm(12.7), Pt(6), 1.0
    shape.keep_with_next = block.kind in ("heading", "subheading")
    if list_id is None:
        text = f"- {text}" if block.kind == "bullet" else text
    elif level is not None:
        text = TYPED_MARK_RE.sub("", text)
        number = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        number.get_or_add_ilvl().val, number.get_or_add_numId().val = level, list_id
    bold = block.kind in ("heading", "subheading")
    _run(paragraph, text, bold=bold)
    if bold and list_id is not None:
        mark = parse_xml(f"<w:rPr {nsdecls('w')}><w:b/></w:rPr>")
        paragraph._p.get_or_add_pPr().append(mark)


def _table(document: WordFile, block: Block) -> None:
    table = _grid(document, block.widths, len(block.rows), "Table Grid")
    for number, (cells, row) in enumerate(zip(block.rows, table.rows, strict=True)):
        if number == 0:
            row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
        for column, (text, cell) in enumerate(zip(cells, row.cells, strict=True)):
            align = CENTER if number == 0 or column == 0 else WD_ALIGN_PARAGRAPH.LEFT
            _cell_line(cell, text, size=12, bold=number == 0, align=align)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _closing(document: WordFile, sample: Sample) -> None:
    left, right = _grid(document, (85, 85)).rows[0].cells
    _cell_line(left, "Nơi nhận:", size=12, bold=True, italic=True, align=WD_ALIGN_PARAGRAPH.LEFT)
    for block in sample.part("recipients"):
        _cell_line(left, block.text, size=11, align=WD_ALIGN_PARAGRAPH.LEFT)
    for post in sample.lists["sign"]:
        _cell_line(right, post, bold=True)
    for _ in range(4):
        _cell_line(right, "")
    _cell_line(right, sample.fields["name"], bold=True)


def _footnotes(document: WordFile, sample: Sample) -> None:
    """python-docx has no footnotes, so the part is written here; ids 0 and 1 are Word's separators."""
    notes = [
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>',
        '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>',
    ]
    for mark, text in sample.footnotes().items():
        notes.append(
            f'<w:footnote w:id="{int(mark) + 1}"><w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:sz w:val="20"/>'
            f'<w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
        )
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>{"".join(notes)}</w:footnotes>'
    part = Part(
        PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), document.part.package
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _page(document: WordFile) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = CENTER
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>')
    paragraph._p.append(field)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")


def write_docx(sample: Sample, path: Path) -> None:
    """Write the sample to `path`, byte for byte the same each time."""
    document = Document()
    _page(document)
    _letterhead(document, sample)
    _title(document, sample)
    list_id = _numbering(document) if sample.fields["numbering"] == "automatic" else None
    for block in sample.part("body"):
        _table(document, block) if block.kind == "table" else _paragraph(document, block, list_id)
    # A signature never stands alone on a page: the last paragraph goes with it.
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    _closing(document, sample)
    if sample.footnotes():
        _footnotes(document, sample)
    core = document.core_properties
    core.author, core.title, core.comments = "", " ".join(sample.lists["subject"]), ""
    core.created = core.modified = FIXED
    buffer = BytesIO()
    document.save(buffer)
    _repack(buffer, path)


def _repack(buffer: BytesIO, path: Path) -> None:
    """Give every member of the archive one date, so that the same text gives the same file."""
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, FIXED.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, source.read(name))
