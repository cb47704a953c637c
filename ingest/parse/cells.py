"""One table row as cells with their places, and the header of a table, which may take two rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.lines import Line
from ingest.plan import CELL_BREAK, CELL_SEPARATOR, Range
from ingest.spelling import match_key, spaced_re

__all__ = ["Cell", "Row", "is_ordinal", "read_row", "split_header"]

_ORDINAL_RE = re.compile(r"(?:[IVXLC]{1,6}|\d{1,3}(?:\.\d{1,2}){0,3}|[A-Za-zĐđ])[.)]?")
_COUNT_RE = re.compile(r"\(?(?:\d{1,2}|[A-Z]|[IVX]+)\)?(?:\s*=.*)?|")
_STT_RE = re.compile(r"(?:số\s+)?s?tt\.?|số thứ tự|stt|№|no\.?", re.IGNORECASE)
_SPANNING = {
    r"chủ trì|phối hợp": r"cơ quan|đơn vị(?! tính)|phân công|trách nhiệm|thực hiện",
    r"kế hoạch|ước|dự toán": r"hiện hành|năm 20",
    r"quý|tháng|bắt đầu|kết thúc|hoàn thành": r"thời gian|tiến độ",
    r"20\d\d": r"giai đoạn|dự kiến|trong đó|kế hoạch|chia",
}


_COLUMN_RE = spaced_re(
    r"(?:(?:thời|không) gian|thời (?:hạn|điểm)|ngày|giờ|buổi|thứ|tháng|tuần|đợt|nội dung|nhiệm vụ|công việc|hoạt động|(?:địa|điểm) \w+|nơi\s|đơn vị|cơ quan|bộ phận|người\s|(?:lãnh đạo|cán bộ) phụ|phụ trách|chủ trì|phối hợp|thành phần|đối tượng|số lượng|số \w+|môn|hạng mục|ghi chú|kinh phí|sản phẩm|kết quả|họ (?:và )?tên|chức vụ|tiến độ|đvt|chỉ tiêu)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell and where they stand in the clean text."""

    text: str
    range: Range
    merged: bool = False
    """Whether it is one cell with that of the row above."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row line and its cells."""

    line: Line
    cells: tuple[Cell, ...]

    @property
    def filled(self) -> list[int]:
        """The positions of the cells that hold words."""
        return [i for i, cell in enumerate(self.cells) if cell.text]

    def texts(self) -> list[str]:
        """The words of all cells."""
        return [cell.text for cell in self.cells]


def read_row(line: Line) -> Row:
    """Part a row line into cells; paragraphs inside a cell stay parted by line ends (letter for letter)."""
    cells = []
    at = 0
    for raw in line.text.split(CELL_SEPARATOR):
        part = line.part(at, at + len(raw))
        merged = part.text == CELL_BREAK
        words = "" if merged else part.text.replace(CELL_BREAK, "\n")
        cells.append(Cell(words, Range(part.start, part.end), merged))
        at += len(raw) + 1
    return Row(line, tuple(cells))


def is_ordinal(text: str) -> bool:
    """Whether a cell holds a row's number: "15", "II", "1.2", "a)".

    >>> is_ordinal("II"), is_ordinal("1.2"), is_ordinal("Sở Nội vụ"), is_ordinal("")
    (True, True, False, False)
    """
    return bool(_ORDINAL_RE.fullmatch(text))


def split_header(rows: Sequence[Row], width: int) -> tuple[tuple[str, ...], int]:
    """The header names of a table ``width`` columns wide, and how many of its rows they take; ((), 0) for none."""
    if not rows or not _is_header(rows[0], rows[1] if len(rows) > 1 else None):
        return (), 0
    names, used = [_flat(text) for text in rows[0].texts()], 1
    if len(rows) > 1 and _is_second(rows[0], rows[1], width):
        names, used = _join(names, [_flat(text) for text in rows[1].texts()], width), 2
    while used < len(rows) and _is_count_row(rows[used]):
        used += 1
    names += [""] * (width - len(names))
    return tuple(names[:width]), used


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" *")


# A figure is no name of a column; a year is, over what is counted for it ("2026" over "70", not over "2027" or "Quý II").
_FIGURE_RE, _YEAR_RE = re.compile(r"[\d.,%\s]+"), re.compile(r"20\d\d")
_AMOUNT_RE = re.compile(r"(?:(?!.*20\d\d)[\d≥≤<>xX–-].*)?")


def _is_value(text: str, below: str) -> bool:
    if _YEAR_RE.fullmatch(text):
        return _AMOUNT_RE.fullmatch(below) is None
    return is_ordinal(text) or _FIGURE_RE.fullmatch(text) is not None


def _is_header(row: Row, after: Row | None) -> bool:
    texts = row.texts()
    if _STT_RE.fullmatch(texts[0].strip()):
        return True
    if after is None or len(after.cells) < len(row.cells) or len(row.filled) < 2:
        return False
    values = after.texts()
    if any(map(_is_value, texts, values)):
        return False
    if any(
        len(text) > 90 or text.rstrip().endswith((".", ";")) or text.startswith(("-", "+")) for text in texts
    ):
        return False
    if _names_columns(texts):
        return True
    wholly_named = all(texts) and (
        not all(values) or any(letter.isdigit() for text in values for letter in text)
    )
    return is_ordinal(values[0]) or wholly_named or sum(map(len, values)) >= sum(map(len, texts))


def _goes_on(first: Row, second: Row) -> bool:
    """Whether a row holds the rest of broken names only: "Nội | Đơn" over "dung công việc | vị thực hiện"."""
    texts = second.texts()
    return (
        len(texts) == len(first.cells)
        and not texts[0]
        and all(texts[i][:1].islower() and bool(first.cells[i].text) for i in second.filled)
        and not any(letter.isdigit() for text in texts for letter in text)
    )


def _names_columns(texts: Sequence[str]) -> bool:
    """Whether all cells with words are names that columns of plans bear, three at the least."""
    filled = [_flat(text) for text in texts if text]
    return len(filled) >= 3 and sum(bool(_COLUMN_RE.match(text)) for text in filled) >= len(filled) - 1


def _is_second(first: Row, second: Row, width: int) -> bool:
    """Whether the second row names the columns under a spanning cell."""
    texts = second.texts()
    if _is_count_row(second) or not second.filled or any(len(text) > 60 for text in texts):
        return False
    if _goes_on(first, second):
        return True
    if len(texts) >= width and len(first.cells) >= width:
        over_first = (
            bool(first.cells[0].text) and len(first.cells) > 1 and not first.cells[1].text and texts[1]
        )
        lead = not texts[0] or texts[0] == first.cells[0].text or bool(over_first)
        spanning = any(
            texts[i] and (not first.cells[i].text or first.cells[i].text in first.texts()[:i])
            for i in range(1, min(len(texts), width))
        )
        return lead and spanning and not any(re.fullmatch(r"[\d.,%]+", text) for text in texts if text)
    return len(first.cells) < width and not is_ordinal(texts[0]) and len(first.cells) + len(texts) > width


def _join(top: list[str], sub: list[str], width: int) -> list[str]:
    if len(top) >= width and len(sub) >= width:
        names, over = [], ""
        for above, below in zip(top[:width], sub[:width], strict=True):
            over = above or over
            seam = " " if above and below[:1].islower() else " - "
            names.append(over if not below or below == over else f"{over}{seam}{below}" if over else below)
        return names
    spans = len(top) + len(sub) - width
    places = _spanning_places(top, sub, spans)
    names = []
    left = list(sub)
    for i, above in enumerate(top):
        if i not in places:
            names.append(above)
            continue
        share = len(left) if i == places[-1] else len(sub) // spans
        names += [f"{above} - {below}" for below in left[:share]]
        left = left[share:]
    return names


def _spanning_places(top: list[str], sub: list[str], spans: int) -> list[int]:
    """Which cells of the upper header row span those of the lower: by what both say, else the last."""
    notes = [i for i, name in enumerate(top) if re.match(r"ghi chú", name, re.IGNORECASE)]
    free = [i for i in range(len(top)) if i not in notes and i > 0]
    if spans != 1:
        return free[-spans:] if spans > 0 else []
    below = match_key(" ".join(sub))
    for pattern, over in _SPANNING.items():
        if re.search(pattern, below):
            fitting = [i for i in free if re.search(over, match_key(top[i]))]
            if fitting:
                return fitting[:1] if "hiện hành" in over else fitting[-1:]
    return free[-1:]


def _is_count_row(row: Row) -> bool:
    """Whether a row holds the numbers of the columns under the header: "(1) (2) (3)", "A B 1 2"."""
    texts = row.texts()
    filled = [text for text in texts if text]
    numbers = [int(text.strip("()")) for text in filled if text.strip("()").isdigit()]
    return (
        len(filled) >= max(2, len(texts) - 2)
        and all(_COUNT_RE.fullmatch(text) for text in texts)
        and len(numbers) >= 2
        and numbers == sorted(numbers)
        and numbers[-1] <= len(texts) + 1
    )


def pad(row: Row, width: int, above: Row | None) -> Row:
    """Bring a row to the width of its table: a number that spans rows is taken from the row above.

    What lacks at the end stays blank: a cell left empty looks the same as one merged with that above, and another row's
    time or body is no guess to make.
    """
    missing = width - len(row.cells)
    if missing <= 0:
        return replace(row, cells=row.cells[:width])
    lead_missing = above is not None and not is_ordinal(row.cells[0].text) and is_ordinal(above.cells[0].text)
    if lead_missing and above is not None:
        return replace(row, cells=above.cells[:missing] + row.cells)
    blank = Cell("", Range(row.line.end, row.line.end))
    return replace(row, cells=row.cells + (blank,) * missing)
