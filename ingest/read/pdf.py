"""PDF files: the text layer page by page, tables in place; pages without one go through OCR."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import inf
from pathlib import Path
from statistics import median
from typing import Any, TypeAlias

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.errors import DamagedFile, EncryptedFile, MissingTool
from ingest.plan import RawText
from ingest.read.pdf_lines import PrintedLine, build_lines, join_paragraphs, reading_order
from ingest.read.pdf_page import Box, Glyph, Ruling, read_glyphs, read_rulings
from ingest.read.pdf_tables import Grid, find_grids, grid_lines
from ingest.read.scan import missing_ocr, ocr_pages

__all__ = ["read_pdf"]

Page: TypeAlias = Any  # pypdfium2 brings types, but its page and raw handles meet here

# A page is read by OCR when so large a share of its letters is painted but has no meaning (broken font).
MAX_LOST_SHARE = 0.02
# Fewer letters than this on a page that shows a picture: a stamp or a signature line over a scan.
MIN_PAGE_LETTERS = 40
OUTLYING = 15.0
MIN_TEXT_SHARE = 0.65
# Word draws two inches above footnotes; the repair knows the rule as a line of spaces.
SHORTEST_RULE, LONGEST_RULE = 36.0, 260.0
FOOTNOTE_RULE = " " * 24


@dataclass(frozen=True, slots=True)
class _PageText:
    text: str
    needs_ocr: bool
    letters: int


def read_pdf(path: Path) -> RawText:
    """Read a PDF with its pages.

    Raises EncryptedFile for a password, DamagedFile for a broken structure, MissingTool when no page has a
    text layer and Tesseract is absent. Pages that OCR read, or could not, are told in the notes.
    """
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            raise EncryptedFile(path.name, "tệp PDF đặt mật khẩu", "hãy bỏ mật khẩu rồi lưu lại") from error
        raise DamagedFile(
            path.name, "tệp PDF bị hỏng cấu trúc", "hãy xuất lại tệp PDF hoặc tải lại"
        ) from error
    with document:
        try:
            pages = [_read_page(document, at) for at in range(len(document))]
            texts, notes = _with_ocr(path, document, pages)
        except pypdfium2.PdfiumError as error:
            raise DamagedFile(
                path.name, "có trang PDF bị hỏng", "hãy xuất lại tệp PDF hoặc tải lại"
            ) from error
    starts: list[int] = []
    length = 0
    for text in texts:
        starts.append(length)
        length += len(text) + 1
    return RawText(path.name, "\n".join(texts) + "\n", pages=tuple(starts), notes=notes)


def _read_page(document: Page, at: int) -> _PageText:
    page = document[at]
    textpage = page.get_textpage()
    rotation = page.get_rotation()
    glyphs = read_glyphs(textpage.raw, rotation)
    letters = sum(1 for glyph in glyphs if glyph.text != " ")
    lost = sum(1 for glyph in glyphs if glyph.lost)
    bare = letters < MIN_PAGE_LETTERS and _shows_picture(page)
    text = ""
    if letters:
        text = _page_text(glyphs, read_rulings(page.raw, rotation), page.get_width())
    textpage.close()
    page.close()
    return _PageText(text, bare or lost > MAX_LOST_SHARE * max(letters, 1), letters)


def _shows_picture(page: Page) -> bool:
    return any(True for _ in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=3))


def _page_text(glyphs: Sequence[Glyph], rulings: Sequence[Ruling], width: float) -> str:
    """Text outside tables in paragraphs, tables as rows where their first letter is painted."""
    grids = find_grids(rulings)
    tables: dict[Grid, list[Glyph]] = {grid: [] for grid in grids}
    runs: list[list[Glyph]] = [[]]
    parts: list[Grid | list[Glyph]] = [runs[0]]
    here: Grid | None = None
    for glyph in glyphs:
        if grids and glyph.text != " ":
            here = next((grid for grid in grids if grid.holds(glyph.box)), None)
        if here is None:
            runs[-1].append(glyph)
            continue
        if not tables[here]:
            runs.append([])
            parts += [here, runs[-1]]
        tables[here].append(glyph)
    placed: list[PrintedLine | Grid] = []
    for part in parts:
        placed += [part] if isinstance(part, Grid) else build_lines(part)
    lines = [item for item in placed if isinstance(item, PrintedLine)]
    right = _right_edge([line.box for line in lines], width)
    notes = _notes_top(lines, rulings)
    written: list[str] = []
    for kind, group in groupby(
        reading_order(placed), key=lambda item: isinstance(item, PrintedLine) + (item.box.top > notes)
    ):
        members = list(group)
        if kind == 2 and FOOTNOTE_RULE not in written:
            written.append(FOOTNOTE_RULE)
        written += join_paragraphs([item for item in members if isinstance(item, PrintedLine)], right)
        for grid in members:
            written += ["", *grid_lines(grid, tables[grid]), ""] if isinstance(grid, Grid) else []
    return "\n".join(written).strip("\n")


def _notes_top(lines: Sequence[PrintedLine], rulings: Sequence[Ruling]) -> float:
    """Where the footnotes of a page begin: below a short rule at the left, in smaller letters than above it."""
    left = min((line.box.x0 for line in lines), default=0.0)
    for rule in sorted((rule for rule in rulings if rule.horizontal), key=lambda rule: -rule.box.top):
        above = [line.height for line in lines if line.box.bottom <= rule.box.top]
        below = [line for line in lines if line.box.top > rule.box.top and not line.text().isdigit()]
        short = (
            SHORTEST_RULE <= rule.box.x1 - rule.box.x0 <= LONGEST_RULE and rule.box.x0 <= left + SHORTEST_RULE
        )
        if short and above and below and max(line.height for line in below) < 0.95 * median(above):
            return rule.box.top
    return inf


def _right_edge(boxes: list[Box], width: float) -> float:
    """Where full lines end: the furthest end of a line, unless that one stands out alone.

    A page of short lines shows no edge; then it is taken from the width of the page (Decree 30/2020 leaves
    45 to 55 of 210 mm to the margins).
    """
    if not boxes:
        return 0.0
    ends = sorted((box.x1 for box in boxes), reverse=True)
    edge = ends[2] if len(ends) > 3 and ends[0] - ends[2] > OUTLYING else ends[0]
    return max(edge, min(box.x0 for box in boxes) + MIN_TEXT_SHARE * width)


def _with_ocr(path: Path, document: Page, pages: Sequence[_PageText]) -> tuple[list[str], tuple[str, ...]]:
    """Fill in what the text layer lacks; without Tesseract the user is told which pages are missing."""
    texts = [page.text for page in pages]
    wanted = [at for at, page in enumerate(pages) if page.needs_ocr]
    if not wanted:
        return texts, ()
    numbers = ", ".join(str(at + 1) for at in wanted)
    missing = missing_ocr()
    if missing is not None:
        if not any(page.letters for page in pages):
            raise MissingTool(path.name, "tệp PDF chỉ có ảnh quét, không có lớp chữ", missing)
        return texts, (
            f"{path.name}: trang {numbers} là ảnh quét hoặc hỏng phông chữ, chưa đọc được; {missing}.",
        )
    for at, text in zip(wanted, ocr_pages(path, document, wanted), strict=True):
        # A page that OCR cannot make out keeps whatever its text layer held.
        texts[at] = text if sum(map(str.isalpha, text)) >= sum(map(str.isalpha, texts[at])) / 2 else texts[at]
    return texts, (f"{path.name}: trang {numbers} được nhận dạng từ ảnh (OCR), có thể còn sai chữ.",)
