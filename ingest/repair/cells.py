"""Lines inside a table cell: which go on, and which begin a paragraph of their own."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from ingest.plan import CELL_BREAK
from ingest.repair.furniture import is_rule
from ingest.repair.labels import LABEL_RE, is_finished, is_low, is_upper, leaves_open, splits_compound
from ingest.repair.offsets import Edit, MappedText
from ingest.repair.seams import splits_name
from ingest.repair.visual import VisualLine, read_lines

__all__ = ["cell_edits", "is_layout_table", "rejoin_cells"]

# Words that stand in a letterhead or a signature block and in no table of tasks.
_LAYOUT_RE = re.compile(
    r"CỘNG H(?:ÒA|OÀ)\s+XÃ|ĐẢNG\s+CỘNG\s+SẢN|Độc\s+lập\s+-\s+Tự\s+do|Nơi\s+nhận|(?:^|[\s*])(?:TM|KT|TL|TUQ)\.\s*[*]*[A-ZĐ]|(?:^|[\s*])T/M\s"
)

_CELL_END_RE = re.compile(r"[\t\n\u2028]")


def is_layout_table(text: str) -> bool:
    """Tell a letterhead or signature table from a table of content.

    >>> is_layout_table("UBND TỈNH SƠN HÀ | CỘNG HÒA XÃ HỘI"), is_layout_table("TT | Nhiệm vụ")
    (True, False)
    """
    return bool(_LAYOUT_RE.search(text))


def cell_edits(text: str, start: int, end: int, *, layout: bool) -> Iterator[Edit]:
    """Edits that turn the line ends of the cell ``text[start:end]`` into spaces or U+2028.

    Rules ("-------") go. In a letterhead or signature cell every line keeps its own, except where a name
    or an emphasised passage goes on.
    """
    lines = [line for line in read_lines(text[start:end]) if not is_rule(line.words)]
    if not lines:
        yield Edit(start, end, "")
        return
    if lines[0].start:
        yield Edit(start, start + lines[0].start, "")
    tail = lines[0].words
    for one, two in itertools.pairwise(lines):
        joined = _continues(one, two, tail, layout=layout)
        tail = f"{tail} {two.words}" if joined else two.words
        yield Edit(start + one.end, start + two.start, " " if joined else CELL_BREAK)
    if start + lines[-1].end < end:
        yield Edit(start + lines[-1].end, end, "")


def _continues(one: VisualLine, two: VisualLine, tail: str, *, layout: bool) -> bool:
    if splits_compound(one.words, two.words) or one.words.endswith((" -", " –")):
        return True
    if LABEL_RE.match(two.words) or two.gap:
        return False
    if (two.tied and not two.broken) or (is_low(two.words) and not one.words.endswith((";", ":"))):
        return True
    if layout:
        return one.words in ("Số:", "Số") or splits_name(tail, two.words)
    return one.words.endswith(",") or (
        not is_finished(one.words) and (is_upper(one.words) == is_upper(two.words) or leaves_open(one.words))
    )


def rejoin_cells(text: MappedText) -> MappedText:
    r"""In rows that a reader has already made, join what only a line end has parted.

    >>> row = MappedText.identity("ỦY BAN NHÂN DÂN\u2028TỈNH SƠN HÀ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    >>> rejoin_cells(row).text.split("\t")[0]
    'ỦY BAN NHÂN DÂN TỈNH SƠN HÀ'
    """
    edits = []
    start = 0
    for found in _CELL_END_RE.finditer(text.text):
        one, start = text.text[start : found.start()].strip(), found.end()
        if found[0] != CELL_BREAK:
            continue
        end = _CELL_END_RE.search(text.text, start)
        two = text.text[start : end.start() if end else None].strip()
        if not one or not two or LABEL_RE.match(two):
            continue
        goes_on = is_low(two) and not is_finished(one) and not LABEL_RE.match(one)
        if goes_on or (is_upper(one) and splits_name(one, two)):
            edits.append(Edit(*found.span(), " "))
    return text.replace(edits)
