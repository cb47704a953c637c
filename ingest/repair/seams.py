"""Whether a line goes on in the next, told by how the file is set: letterhead, title, foot and body each in their way.

In: two lines, the file's layout (typeset.py) and the place where the reading stands. Asked only where the language alone
(lines.py) does not tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.repair.labels import (
    BULLET_RE,
    DOC_TYPE_RE,
    FORMULA_RE,
    HEADED_RE,
    is_closed,
    is_finished,
    is_upper,
    leaves_open,
    starts_sentence,
)
from ingest.repair.typeset import Layout
from ingest.repair.visual import VisualLine

__all__ = [
    "COMMA_PARAGRAPH",
    "NEARLY_FULL",
    "Place",
    "by_blank_lines",
    "by_width",
    "ends_early",
    "is_headed",
    "one_line_a_paragraph",
    "outside_body",
    "splits_name",
]

# Under the title of a decision stands who decides (Decree 30/2020, annex III, form 1.2).
_AUTHORITY_RE = re.compile(
    r"(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|TRƯỞNG BAN|THỦ TƯỚNG|CHÍNH PHỦ"
    r"|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|BAN BÍ THƯ|BỘ CHÍNH TRỊ|QUỐC HỘI)\b"
)
COMMA_PARAGRAPH = 80
_TITLE_LINE = 90
_LEAD_IN = 40
"""A short line that ends with a colon ("Trọng tâm:") is a block of its own."""
_FULL = 0.965
"""A line is full from this share of the usual width on (fonts differ a little from the metrics)."""
_FULL_BOLD = 0.945
"""The same for a heading: bold letters are about a twentieth wider."""
NEARLY_FULL = 0.8
"""The same where the language speaks for going on: the sentence is not over."""
# A name of state bodies that the letterhead breaks over two lines (Decree 30/2020, annex I, part II).
_NAME_BEGUN_RE = re.compile(
    r"(?:NHÂN DÂN|UBND|HĐND|XÃ HỘI|CỘNG SẢN|CHẤP HÀNH|TỔ QUỐC|ĐẢNG BỘ|CHỦ NGHĨA|CỘNG HÒA|CỘNG HOÀ|THANH NIÊN)$"
)
_NAME_GOES_ON_RE = re.compile(
    r"(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG|ĐẶC KHU|CHỦ NGHĨA|VIỆT NAM|TRUNG ƯƠNG|ĐẢNG BỘ)\b"
)


@dataclass(slots=True)
class Place:
    """Where in the document, and in which block, the reading stands."""

    zone: str = "head"
    seen: int = 0
    first: VisualLine | None = None
    """The first line of the block that is being read."""
    upper: bool = False
    """Whether the block is all capitals so far."""
    tail: str = ""
    """The last words of the block so far."""


def splits_name(tail: str, head: str) -> bool:
    """Tell whether a name in the letterhead goes on from one line to the next.

    >>> splits_name("ỦY BAN NHÂN DÂN", "TỈNH SƠN HÀ"), splits_name("ĐẢNG BỘ TỈNH SƠN HÀ", "BAN DÂN VẬN")
    (True, False)
    """
    if is_upper(tail) and is_upper(head) and (head.startswith("VÀ ") or tail.endswith((" VÀ", ","))):
        return True
    return bool(_NAME_BEGUN_RE.search(tail) and _NAME_GOES_ON_RE.match(head))


def ends_early(one: VisualLine, two: VisualLine, layout: Layout, place: Place, share: float = _FULL) -> bool:
    """Tell whether the line ends early, so that its block ends there."""
    return layout.filled(one, two, opens=one is place.first) < share


def is_headed(place: Place) -> bool:
    """The block begins with a label that may head a section."""
    return place.first is not None and bool(HEADED_RE.match(place.first.words))


def outside_body(one: VisualLine, two: VisualLine, layout: Layout, place: Place) -> bool:
    """Letterhead, title and foot are set line by line; only a name or a title may go over lines."""
    if splits_name(place.tail, two.words):
        return True
    if two.gap <= layout.gap and one.words.count("(") > one.words.count(")"):
        return True
    if place.zone == "title":
        return _title_goes_on(one, two, layout, place)
    if place.zone == "foot":
        listed = place.first is not None and bool(BULLET_RE.match(place.first.words))
        if not listed or is_finished(one.words) or is_upper(two.words):
            return False
        return leaves_open(one.words) or (two.gap <= layout.gap and two.words[-1] in ";,.")
    if is_upper(one.words) or two.gap > layout.gap or is_finished(one.words):
        return False
    return layout.width is not None and not ends_early(one, two, layout, place)


def _title_goes_on(one: VisualLine, two: VisualLine, layout: Layout, place: Place) -> bool:
    if two.gap > layout.gap or is_finished(one.words) or two.broken:
        return False
    if DOC_TYPE_RE.fullmatch(two.words) and is_upper(two.words):
        return leaves_open(one.words)
    if place.upper and _AUTHORITY_RE.match(two.words) and not leaves_open(one.words):
        return False
    if place.upper:
        return not any(letter.islower() for letter in two.words) and not FORMULA_RE.match(two.words)
    if is_upper(two.words) or FORMULA_RE.match(two.words):
        return False
    # A title in small letters is centred on short lines; a basis or a paragraph follows it.
    if layout.width is not None:
        return layout.spaced or two.gap == 0
    return len(one.words) < _TITLE_LINE and len(two.words) < _TITLE_LINE and not is_finished(two.words)


def one_line_a_paragraph(one: VisualLine, two: VisualLine, *, listed: bool) -> bool:
    """A paragraph is cut only by a page: in the middle of what cannot end there."""
    if is_finished(one.words) or is_upper(one.words) or is_upper(two.words) or two.bold:
        return False
    if FORMULA_RE.match(two.words):
        return False
    long = len(one.words) > COMMA_PARAGRAPH
    open_comma = long or listed or one.words[-1] != ","
    return (leaves_open(one.words) and open_comma) or (long and two.page)


def by_blank_lines(one: VisualLine, two: VisualLine, layout: Layout, place: Place) -> bool:
    """Paragraphs are parted by blank lines and broken inside."""
    if two.gap:
        return leaves_open(one.words) and not is_upper(one.words) and not ends_early(one, two, layout, place)
    if two.broken or (
        place.upper and any(letter.islower() for letter in two.words) and not leaves_open(one.words)
    ):
        return False
    if (
        place.first is not None
        and HEADED_RE.match(place.first.words)
        and starts_sentence(one.words, two.words)
    ):
        return is_finished(one.words)
    return one is place.first or not (is_closed(one.words) and ends_early(one, two, layout, place))


def by_width(
    one: VisualLine, two: VisualLine, three: VisualLine | None, layout: Layout, place: Place
) -> bool:
    """Blank lines say nothing: a line that ends early ends its block."""
    if two.gap > layout.gap + 1:
        return False
    if place.upper != is_upper(two.words) and (place.upper or len(two.words) > 12):
        return leaves_open(one.words) and not is_finished(one.words)
    begins = layout.begins(two, three)
    if not is_finished(one.words):
        if starts_sentence(one.words, two.words):
            return False
        headed = is_headed(place) and not (place.upper and is_upper(two.words))
        full = not ends_early(one, two, layout, place, _FULL_BOLD if headed else NEARLY_FULL)
        return leaves_open(one.words) or (full and not (headed and begins))
    if ends_early(one, two, layout, place):
        return False
    if one.words.count("(") > one.words.count(")"):
        return True
    if begins is None and (one.words[-1] == ":" or (two.words[-1] == ":" and len(two.words) < _LEAD_IN)):
        return False
    return not begins
