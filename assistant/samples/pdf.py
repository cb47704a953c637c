"""A sample becomes a .pdf with real pages: Party layout, page numbers from the second page, an annex of its own.

The font is found on the machine that builds (one with Vietnamese letters); only the letters used are embedded.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    KeepTogether,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from assistant.samples.markup import Sample

__all__ = ["write_pdf"]

FONT_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("/Library/Fonts"),
    Path("C:/Windows/Fonts"),
)
FONT_FILES = {
    "Plan": ("LiberationSerif-Regular.ttf", "DejaVuSerif.ttf", "times.ttf"),
    "Plan-Bold": ("LiberationSerif-Bold.ttf", "DejaVuSerif-Bold.ttf", "timesbd.ttf"),
    "Plan-Italic": ("LiberationSerif-Italic.ttf", "DejaVuSerif-Italic.ttf", "timesi.ttf"),
}


def _register_fonts() -> None:
    found = {path.name: path for folder in FONT_FOLDERS if folder.is_dir() for path in folder.rglob("*.ttf")}
    for name, files in FONT_FILES.items():
        path = next((found[file] for file in files if file in found), None)
        if path is None:
            raise FileNotFoundError(
                f"no font with Vietnamese letters found for the samples: {', '.join(files)}"
            )
        pdfmetrics.registerFont(TTFont(name, str(path)))


def _style(
    size: float = 14, weight: str = "", align: int = TA_JUSTIFY, indent: float = 0, after: float = 6
) -> ParagraphStyle:
    font = f"Plan-{weight}" if weight else "Plan"
    leading = size * 1.3
    return ParagraphStyle(
        f"{font}{size}{align}{indent}{after}", fontName=font, fontSize=size, leading=leading, alignment=align,
        firstLineIndent=indent * mm, spaceAfter=after, allowWidows=0, allowOrphans=0,
    )  # fmt: skip


def _centred(text: str, size: float = 14, weight: str = "") -> Paragraph:
    return Paragraph(escape(text), _style(size, weight, TA_CENTER, after=0))


def _two_columns(left: list[Flowable], right: list[Flowable], widths: tuple[float, float]) -> Table:
    table = Table([[left, right]], colWidths=[width * mm for width in widths])
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ]
        )
    )
    return table


def _letterhead(sample: Sample) -> list[Flowable]:
    left = [
        _centred(sample.fields["parent"], 14),
        *(_centred(text, 14, "Bold") for text in sample.lists["issuer"]),
    ]
    left += [_centred("*"), _centred(sample.fields["number"])]
    right = [
        Paragraph("<u>ĐẢNG CỘNG SẢN VIỆT NAM</u>", _style(15, "Bold", TA_CENTER, after=18)),
        _centred(sample.fields["date"], 14, "Italic"),
    ]
    title = [
        _centred(sample.fields["title"], 16, "Bold"),
        *(_centred(text, 14, "Bold") for text in sample.lists["subject"]),
    ]
    return [_two_columns(left, right, (85, 80)), Spacer(1, 14), *title, _centred("-----"), Spacer(1, 8)]


def _body(sample: Sample) -> list[Flowable]:
    story: list[Flowable] = []
    for block in sample.part("body"):
        bold = block.kind in ("heading", "subheading")
        style = _style(weight="Bold" if bold else "", indent=10)
        style.keepWithNext = bold
        story.append(Paragraph(escape(block.text), style))
    return story


def _closing(sample: Sample) -> Flowable:
    left = [Paragraph("<u>Nơi nhận:</u>", _style(14, after=2))]
    left += [Paragraph(escape(block.text), _style(12, after=0)) for block in sample.part("recipients")]
    first, *posts = sample.lists["sign"]
    right = [
        _centred(first, 14, "Bold"),
        *(_centred(post) for post in posts),
        Spacer(1, 70),
        _centred(sample.fields["name"], 14, "Bold"),
    ]
    return KeepTogether([Spacer(1, 8), _two_columns(left, right, (85, 80))])


def _annex(sample: Sample) -> list[Flowable]:
    story: list[Flowable] = [PageBreak(), _centred(sample.fields["annex"], 14, "Bold")]
    story += [_centred(text, 14, "Bold") for text in sample.lists["annex_subject"]]
    story += [_centred(sample.fields["annex_note"], 13, "Italic"), _centred("-----"), Spacer(1, 8)]
    for block in sample.part("annex"):
        rows = [
            [
                _centred(cell, 12, "" if number else "Bold")
                if not number or column in (0, 2)
                else Paragraph(escape(cell), _style(12, align=0, after=0))
                for column, cell in enumerate(row)
            ]
            for number, row in enumerate(block.rows)
        ]
        table = Table(rows, colWidths=[width * mm for width in block.widths], repeatRows=1)
        table.setStyle(
            TableStyle(
                [("GRID", (0, 0), (-1, -1), 0.6, colors.black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
            )
        )
        story.append(table)
    return story


def _page_number(canvas: Canvas, document: SimpleDocTemplate) -> None:
    canvas.setFont("Plan", 14)
    canvas.drawCentredString(A4[0] / 2, A4[1] - 13 * mm, str(document.page))


def write_pdf(sample: Sample, path: Path) -> None:
    """Write the sample to `path`, byte for byte the same each time; FileNotFoundError without a fitting font."""
    _register_fonts()
    document = SimpleDocTemplate(
        str(path), pagesize=A4, topMargin=20 * mm, bottomMargin=20 * mm, leftMargin=30 * mm, rightMargin=15 * mm,
        title=" ".join(sample.lists["subject"]), author="", invariant=1,
    )  # fmt: skip
    story = [*_letterhead(sample), *_body(sample), _closing(sample), *_annex(sample)]
    document.build(story, onLaterPages=_page_number, canvasmaker=partial(Canvas, invariant=1))
