"""Lines of a cell become paragraphs, whatever height a font tells of its letters."""

from __future__ import annotations

import pytest

from ingest.read.pdf_lines import PrintedLine, join_paragraphs
from ingest.read.pdf_page import Box


def line(words: str, top: float, height: float, end: float, first: float) -> PrintedLine:
    made = PrintedLine(Box(0.0, top, end, top + height), parts=[words], first_word=first)
    made.height = height
    return made


@pytest.mark.parametrize("height", [9.0, 5.7])
def test_a_full_line_of_a_cell_goes_on_below_it(height: float) -> None:
    lines = [
        line("- Tuyển sinh lớp 6, biên", 0, height, 131, 4),
        line("chế 16 lớp.", 12.8, height, 62, 20),
        line("- Khai giảng.", 25.6, height, 70, 4),
    ]
    assert list(join_paragraphs(lines, 133)) == ["- Tuyển sinh lớp 6, biên chế 16 lớp.", "- Khai giảng."]
