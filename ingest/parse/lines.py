"""The clean text as lines that know where they stand.

A line is one logical block: a heading, a paragraph, a bullet, or one table row (cells parted by tabs).
"""

from __future__ import annotations

import re

from ingest.lines import Line, placed_lines
from ingest.plan import SourceText

__all__ = ["CONSOLIDATED", "is_upper", "split_lines"]

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


def split_lines(source: SourceText) -> tuple[Line, ...]:
    """The non-empty lines of the body (footnotes are not among them)."""
    found: list[Line] = []
    for line in placed_lines(source.clean[: source.body_end]):
        if not line.blank:
            # A row keeps its outer tabs: an empty first cell is a cell.
            found += [line] if line.is_row else _unglued(line.part(0, len(line.text)))
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
