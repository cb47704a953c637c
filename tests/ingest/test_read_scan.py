# ruff: noqa: F401, F811, RUF100 (the fixture "font" is imported and then asked for by name)
"""Scanned pages: made here as pictures without any text layer, and read back by Tesseract."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont
from rapidfuzz.distance import Levenshtein
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import MissingTool
from ingest.read import pdf, read_file, scan
from tests.ingest.test_read_pdf import draw, font, font_file

LINES = [
    "KẾ HOẠCH",
    "Công tác dân vận năm 2031 của tỉnh Sơn Hà",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Sở Nội vụ chủ trì, phối hợp với Văn phòng tổng hợp,",
    "báo cáo kết quả trước ngày 15/11/2031.",
]


@pytest.fixture
def tesseract():
    if scan.missing_ocr() is not None:
        pytest.skip(
            "Tesseract with Vietnamese data is not installed (Debian: tesseract-ocr tesseract-ocr-vie)"
        )


@pytest.fixture
def picture(tmp_path):
    path = font_file()
    if path is None:
        pytest.skip("no font with Vietnamese letters here (Debian: fonts-liberation2 or fonts-dejavu)")
    page = Image.new("L", (2480, 3508), 255)
    pen, letters = ImageDraw.Draw(page), ImageFont.truetype(path, 58)
    for at, line in enumerate(LINES):
        pen.text((300, 400 + 110 * at), line, font=letters, fill=0)
    page.save(tmp_path / "page.png", dpi=(300, 300))
    return tmp_path / "page.png"


def scanned(path, picture, *, first=None):
    canvas = Canvas(str(path), pagesize=A4)
    if first is not None:
        canvas.setFont(first, 14)
        for at in range(4):
            canvas.drawString(60, 700 - 20 * at, "Trang có lớp chữ, không cần nhận dạng")
        canvas.showPage()
    canvas.drawImage(str(picture), 0, 0, *A4)
    canvas.save()
    return path


def errors(text):
    words = re.sub(r"\s+", " ", text).strip()
    meant = " ".join(LINES)
    return Levenshtein.distance(words, meant) / len(meant)


@pytest.mark.ocr
def test_scanned_pdf_is_read(tmp_path, picture, tesseract):
    raw = read_file(scanned(tmp_path / "kh.pdf", picture))
    assert errors(raw.text) < 0.03
    assert raw.pages == (0,)
    assert "trang 1 được nhận dạng" in raw.notes[0]


@pytest.mark.ocr
def test_picture_of_a_page_is_read(picture, tesseract):
    assert errors(read_file(picture).text) < 0.03


@pytest.mark.ocr
def test_only_pages_without_text_are_recognised(tmp_path, picture, tesseract, font):
    raw = read_file(scanned(tmp_path / "kh.pdf", picture, first=font))
    assert len(raw.pages) == 2
    assert raw.text[: raw.pages[1]].split("\n")[0] == "Trang có lớp chữ, không cần nhận dạng"
    assert errors(raw.text[raw.pages[1] :]) < 0.03
    assert "trang 2 được" in raw.notes[0]


@pytest.mark.ocr
def test_page_whose_font_hides_letters_is_recognised(tmp_path, tesseract, font):
    """Like seed 004 before it was exported: the font says "space" for letters that it paints."""
    path = _with_hidden_letters(tmp_path, font)
    raw = read_file(path)
    assert "Kế hoạch công tác" in raw.text
    assert "trang 1 được nhận dạng" in raw.notes[0]


def test_hidden_letters_without_tesseract_keep_what_is_there(tmp_path, monkeypatch, font):
    path = _with_hidden_letters(tmp_path, font)
    monkeypatch.setattr(pdf, "missing_ocr", lambda: scan.REMEDY)
    raw = read_file(path)
    assert "công tác" in raw.text and "hoạch" not in raw.text
    assert "tesseract-ocr-vie" in raw.notes[0]


def _with_hidden_letters(tmp_path, font):
    path = tmp_path / "kh.pdf"
    draw(
        path,
        font,
        *((60, 700 - 24 * at, "Kế hoạch công tác dân vận của tỉnh") for at in range(3)),
        pageCompression=0,
    )
    data = path.read_bytes()
    # The font's table of meanings: "ạ" (1EA1) and "ế" (1EBF) become spaces, byte for byte.
    broken = data.replace(b"<1EA1>", b"<0020>").replace(b"<1EBF>", b"<0020>")
    assert broken != data
    path.write_bytes(broken)
    return path


def test_without_tesseract_the_packages_are_named(tmp_path, picture, monkeypatch):
    monkeypatch.setattr(scan.shutil, "which", lambda name: None)
    for path in (picture, scanned(tmp_path / "kh.pdf", picture)):
        with pytest.raises(MissingTool, match="tesseract-ocr tesseract-ocr-vie"):
            read_file(path)


def test_without_tesseract_the_other_pages_are_read_and_the_rest_is_told(
    tmp_path, picture, monkeypatch, font
):
    monkeypatch.setattr(scan.shutil, "which", lambda name: None)
    raw = read_file(scanned(tmp_path / "kh.pdf", picture, first=font))
    assert "lớp chữ" in raw.text
    assert "trang 2 là ảnh quét" in raw.notes[0] and "tesseract-ocr-vie" in raw.notes[0]


def test_a_text_page_is_never_rendered(tmp_path, monkeypatch, font):
    path = draw(tmp_path / "kh.pdf", font, (60, 700, "KẾ HOẠCH"))
    monkeypatch.setattr(pypdfium2.PdfPage, "render", lambda *_, **__: pytest.fail("rendered"))
    assert read_file(path).text == "KẾ HOẠCH\n"
