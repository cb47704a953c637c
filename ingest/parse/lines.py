"""The clean text as lines that know where they stand.

A line is one logical block: a heading, a paragraph, a bullet, or one table row (cells parted by tabs).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.plan import CELL_BREAK, CELL_SEPARATOR, SourceText

__all__ = ["CONSOLIDATED", "Line", "is_upper", "split_lines"]

_EDGE = " \u00a0\u200b\ufeff\r"
_PIECE_RE = re.compile(f"[^{CELL_SEPARATOR}{CELL_BREAK}]+")
_LETTER_RE = re.compile(r"[^\W\d_]")

_GLUED_BASIS_RE = re.compile(
    r"(?<=[\w)”\"])\s(?=Căn cứ (?:Luật|Bộ luật|Hiến pháp|Nghị|Quyết|Thông|Chỉ|Kế|Kết|Chương|Quy|khoản|điểm|Điều|Pháp lệnh))"
)

# The sentence that opens a consolidated text, run on behind its title; see ``consolidated``.
CONSOLIDATED = r"(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư(?: liên tịch)?)\s(?:[^\n:]{0,160}\s)?(?:số\s)?\d{1,3}/\d{4}/[^\n:]{10,900}?có hiệu lực[^\n:]{3,160}?được sửa đổi,? bổ sung"
_GLUED_CONSOLIDATED_RE = re.compile(
    rf"(?<=[\w)”\"])(?<!của)(?<!tại)(?<!theo)(?<!và)(?<!bởi)(?<!với)\s(?={CONSOLIDATED})"
)
_BASIS_START_RE = re.compile(r"\W*(?:Căn cứ|Thực hiện|Theo|Xét|Trên cơ sở|\d|[a-zđ]\))")
_GLUED_TYPE_RE = re.compile(
    r"(?<=\d{4})\s(?=(?:KẾ HOẠCH|QUYẾT ĐỊNH|CHỈ THỊ|CHƯƠNG TRÌNH|NGHỊ QUYẾT|HƯỚNG DẪN|PHƯƠNG ÁN|ĐỀ ÁN|QUY CHẾ|QUY ĐỊNH"
    r"|KẾT LUẬN|BÁO CÁO|THÔNG BÁO|NGHỊ ĐỊNH|THÔNG TƯ)(?!\w))"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of the clean text without its outer blanks, and the offset at which it starts."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset just after the last letter."""
        return self.start + len(self.text)

    @property
    def is_row(self) -> bool:
        """Whether this is a table row."""
        return CELL_SEPARATOR in self.text

    def pieces(self) -> tuple[Line, ...]:
        r"""The paragraphs of all cells, in reading order; a plain line is its own only piece.

        >>> [piece.text for piece in Line(0, "UBND TỈNH SƠN HÀ\u2028SỞ NỘI VỤ\tSố: 5/KH-SNV").pieces()]
        ['UBND TỈNH SƠN HÀ', 'SỞ NỘI VỤ', 'Số: 5/KH-SNV']
        """
        return tuple(
            piece for match in _PIECE_RE.finditer(self.text) if (piece := self.part(*match.span())).text
        )

    def part(self, start: int, end: int) -> Line:
        """The stripped part ``[start, end)`` of this line, offsets within the line."""
        text = self.text[start:end]
        stripped = text.strip(_EDGE)
        return Line(self.start + start + (text.find(stripped) if stripped else 0), stripped)


def split_lines(source: SourceText) -> tuple[Line, ...]:
    """The non-empty lines of the body (footnotes are not among them)."""
    found: list[Line] = []
    at = 0
    for raw in source.clean[: source.body_end].split("\n"):
        line = Line(at, raw)
        if raw.strip():
            # A row keeps its outer tabs: an empty first cell is a cell.
            found += [line] if CELL_SEPARATOR in raw else _unglued(line.part(0, len(raw)))
        at += len(raw) + 1
    return tuple(found)


def _unglued(line: Line) -> list[Line]:
    """Part a title from the basis, or a date line from the title, that a converter ran together."""
    match = _GLUED_BASIS_RE.search(line.text)
    cut = match.start() if match and match.start() < 1500 and not _BASIS_START_RE.match(line.text) else None
    if cut is None and (given := _GLUED_CONSOLIDATED_RE.search(line.text, 0, 1500)):
        cut = given.start()
    if cut is None and (typed := _GLUED_TYPE_RE.search(line.text, 0, 200)):
        cut = typed.start()
    return [line] if cut is None else [line.part(0, cut), line.part(cut, len(line.text))]


def is_upper(text: str) -> bool:
    """Whether the words are written in capitals (a few small letters may have slipped in).

    >>> is_upper("MỤC ĐÍCH, YÊU CẦU"), is_upper("Mục đích"), is_upper("2024")
    (True, False, False)
    """
    letters = _LETTER_RE.findall(text)
    return len(letters) > 1 and sum(letter.isupper() for letter in letters) >= 0.85 * len(letters)
