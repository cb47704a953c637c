"""Broken lines become whole blocks again: one heading, paragraph, bullet or table row a line.

Each pair of neighbouring lines is judged by language first (labels, formulas, words that cannot stand at
an end, small letters) and by the file's layout second (typeset.py). The Markdown marks still stand here:
an emphasised passage that runs over a line end says that the lines belong together.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.repair.labels import (
    BULLET_RE,
    DOC_TYPE_RE,
    FORMULA_RE,
    HEADED_RE,
    LABEL_RE,
    cites_article,
    cites_on,
    counts_on,
    is_closed,
    is_finished,
    is_low,
    is_upper,
    leaves_open,
    splits_compound,
    starts_sentence,
)
from ingest.repair.offsets import Edit, MappedText
from ingest.repair.typeset import Layout, infer_layout
from ingest.repair.visual import VisualLine, read_lines

__all__ = ["join_lines", "join_note", "splits_name"]

# A name of state bodies that the letterhead breaks over two lines (Decree 30/2020, annex I, part II).
_NAME_BEGUN_RE = re.compile(
    r"(?:NHÂN DÂN|UBND|HĐND|XÃ HỘI|CỘNG SẢN|CHẤP HÀNH|TỔ QUỐC|ĐẢNG BỘ|CHỦ NGHĨA|CỘNG HÒA|CỘNG HOÀ|THANH NIÊN)$"
)
_NAME_GOES_ON_RE = re.compile(
    r"(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG|ĐẶC KHU|CHỦ NGHĨA|VIỆT NAM|TRUNG ƯƠNG|ĐẢNG BỘ)\b"
)


def splits_name(tail: str, head: str) -> bool:
    """Tell whether a name in the letterhead goes on from one line to the next.

    >>> splits_name("ỦY BAN NHÂN DÂN", "TỈNH SƠN HÀ"), splits_name("ĐẢNG BỘ TỈNH SƠN HÀ", "BAN DÂN VẬN")
    (True, False)
    """
    if is_upper(tail) and is_upper(head) and (head.startswith("VÀ ") or tail.endswith((" VÀ", ","))):
        return True
    return bool(_NAME_BEGUN_RE.search(tail) and _NAME_GOES_ON_RE.match(head))


_HEAD_LINES = 16
_TAIL = 24
_SIGNED_RE = re.compile(
    r"(?:TM|T\.M|KT|TL|TUQ|Q)\. |(?:T/M|K/T|T/L)\b|(?:QUYỀN |PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ|TRƯỞNG \w+)$"
)
# Under the title of a decision stands who decides (Decree 30/2020, annex III, form 1.2).
_AUTHORITY_RE = re.compile(
    r"(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|TRƯỞNG BAN|THỦ TƯỚNG|CHÍNH PHỦ"
    r"|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|BAN BÍ THƯ|BỘ CHÍNH TRỊ|QUỐC HỘI)\b"
)
# A basis begins a paragraph, also behind a title that has no end mark ("... năm 2024 / Căn cứ Luật ...").
_BASIS_RE = re.compile(
    r"Căn cứ (?:Luật|Bộ luật|Hiến pháp|Nghị|Quyết|Thông|Chỉ|Kế|Kết|Chương|Quy|Pháp lệnh|Công văn|Đề án|Hướng dẫn) "
)
# Under an annex's title: "(Kèm theo Kế hoạch số ...)" (Decree 30/2020, annex I, part III).
_ANNEX_NOTE_RE = re.compile(r"\((?:[Kk]èm theo|[Bb]an hành|[Đđ]ính kèm)")
_SIGN_RE = re.compile(r"\W*(?:đã ký|đã kí|ký tên|ký, đóng dấu|ký và đóng dấu)\W*", re.IGNORECASE)
_RECIPIENTS_RE = re.compile(r"Nơi nh[ậâ]n\s*:?")
_TITLED_RE = re.compile(r"(?:Điều|ĐIỀU) \d{1,3}[a-zđ]?[.:] \S")
_FIRST_RE = re.compile(r"1\. (?=\w)(?![a-zà-ỹđ])")
_CITED_RE = re.compile(r"Điều \d+[a-z]?[;,. ]")
_AMOUNT_RE = re.compile(r"\d[\d.]*(?:,\d+)?\s*(?:%|(?:đồng|triệu|tỷ|nghìn|USD)(?!\w))")
# "... sau sắp xếp. Thực hiện:" before the bodies: a label inside a paragraph wants its value.
_LABELLED_RE = re.compile(
    r"[.;]\s+(?:(?:cơ quan|đơn vị)\s+)?(?:chủ trì|phối hợp|thực hiện|thời gian|thời hạn|sản phẩm|hoàn thành)(?:\s+thực hiện)?\s*:$",
    re.IGNORECASE,
)
_NO_SPACE_RE = re.compile(r"[^\s\-–][-/]$")
_COMMA_PARAGRAPH = 80
_TITLE_LINE = 90
_LEAD_IN = 40
"""A short line that ends with a colon ("Trọng tâm:") is a block of its own."""
_FULL = 0.965
"""A line is full from this share of the usual width on (fonts differ a little from the metrics)."""
_FULL_BOLD = 0.945
"""The same for a heading: bold letters are about a twentieth wider."""
_NEARLY_FULL = 0.8
"""The same where the language speaks for going on: the sentence is not over."""


@dataclass(slots=True)
class _Place:
    """Where in the document, and in which block, the reading stands."""

    zone: str = "head"
    seen: int = 0
    first: VisualLine | None = None
    """The first line of the block that is being read."""
    upper: bool = False
    """Whether the block is all capitals so far."""
    tail: str = ""
    """The last words of the block so far."""


def join_lines(text: MappedText) -> MappedText:
    r"""Join the lines that belong together; every block then stands on one line.

    >>> join_lines(MappedText.identity("Các sở, ban,\nngành báo cáo theo Chương trình số 10-\nCTr/TU.")).text
    'Các sở, ban, ngành báo cáo theo Chương trình số 10-CTr/TU.'
    """
    lines = read_lines(text.text)
    if not lines:
        return text.replace([Edit(0, len(text.text), "")])
    edits = [Edit(0, lines[0].start, "")]
    for one, two, joined in _judged(lines):
        seam = ("" if _NO_SPACE_RE.search(one.words) else " ") if joined else "\n"
        edits.append(Edit(one.end, two.start, seam))
    edits.append(Edit(lines[-1].end, len(text.text), ""))
    return text.replace(edits)


def join_note(text: MappedText) -> MappedText:
    r"""Join all lines of one footnote: it is one paragraph.

    >>> join_note(MappedText.identity("1 Kế hoạch số 33-\nKH/TU ngày\n19/5/2023.")).text
    '1 Kế hoạch số 33-KH/TU ngày 19/5/2023.'
    """
    lines = read_lines(text.text)
    return text.replace(
        Edit(one.end, two.start, "" if _NO_SPACE_RE.search(one.words) else " ")
        for one, two in itertools.pairwise(lines)
    )


def _judged(lines: Sequence[VisualLine]) -> Iterator[tuple[VisualLine, VisualLine, bool]]:
    layout = infer_layout(lines)
    place = _Place(first=lines[0], upper=is_upper(lines[0].words), tail=lines[0].words[-_TAIL:])
    _enter(place, lines[0])
    for at in range(len(lines) - 1):
        one, two = lines[at], lines[at + 1]
        three = lines[at + 2] if at + 2 < len(lines) else None
        joined = _continues(one, two, three, layout, place)
        if joined:
            place.upper = place.upper and not any(letter.islower() for letter in two.words)
            place.tail = f"{place.tail} {two.words}"[-_TAIL:]
        else:
            place.first, place.upper, place.tail = two, is_upper(two.words), two.words[-_TAIL:]
            _enter(place, two)
        yield one, two, joined


def _enter(place: _Place, line: VisualLine) -> None:
    """Take note of the zone in which a new block stands: head, kind, title, body or foot."""
    place.seen += 1
    words = line.words
    if DOC_TYPE_RE.fullmatch(words) and is_upper(words):
        place.zone = "type"
    elif place.zone == "type":
        place.zone = "title"
    elif _RECIPIENTS_RE.match(words) or (_SIGNED_RE.match(words) and is_upper(words)):
        place.zone = "foot"
    elif place.zone == "title" or _leaves_zone(place, words):
        place.zone = "body"


def _leaves_zone(place: _Place, words: str) -> bool:
    """Tell whether a block is too long, too finished or too numbered for the head or foot that it follows."""
    if LABEL_RE.match(words):
        return place.zone != "foot" or not BULLET_RE.match(words)
    prose = len(words) > _COMMA_PARAGRAPH or FORMULA_RE.match(words) or is_closed(words)
    return place.zone == "head" and (place.seen > _HEAD_LINES or bool(prose))


def _continues(
    one: VisualLine, two: VisualLine, three: VisualLine | None, layout: Layout, place: _Place
) -> bool:
    """Decide whether ``two`` goes on with the block that ``one`` belongs to."""
    if one.row or two.row or _SIGN_RE.fullmatch(two.words):
        return False
    if _breaks_at_dash(one, two):
        return True
    if LABEL_RE.match(two.words):
        return _false_label(one, two, layout, place)
    if _numbered_on(one, two):
        return True
    if _stands_alone(one, two, place):
        return False
    if two.tied and not two.broken:
        return True
    if is_low(two.words):
        return _goes_on_low(one, two, layout, place)
    if place.zone != "body":
        return _outside_body(one, two, layout, place)
    if FORMULA_RE.match(two.words) and (is_finished(one.words) or _short(one, two, layout, place)):
        return False
    if layout.width is None:
        return _one_line_a_paragraph(one, two, listed=_is_headed(place))
    if layout.spaced:
        return _by_width(one, two, three, layout, place)
    return _by_blank_lines(one, two, layout, place)


def _numbered_on(one: VisualLine, two: VisualLine) -> bool:
    """The line broke before a number that its last word wants: "tháng | 7", "khoản 3 | Điều 10; ..."."""
    cited = _CITED_RE.match(two.words) is not None and cites_article(one.words)
    amount = (
        _AMOUNT_RE.match(two.words) is not None and not is_finished(one.words) and one.words[-1].islower()
    )
    return (
        cited
        or amount
        or _LABELLED_RE.search(one.words) is not None
        or (two.words[0].isdigit() and counts_on(one.words))
    )


def _stands_alone(one: VisualLine, two: VisualLine, place: _Place) -> bool:
    """The document's kind above the title, and the note below an annex's title, keep their own line."""
    kind = one is place.first and is_upper(one.words) and bool(DOC_TYPE_RE.fullmatch(one.words))
    if is_upper(two.words) and DOC_TYPE_RE.fullmatch(two.words) and not _is_headed(place):
        return not leaves_open(one.words) and not one.words.endswith("BAN HÀNH")
    if _BASIS_RE.match(two.words) and not leaves_open(one.words):
        return True
    under_title = place.upper or place.zone == "title"
    return kind or (under_title and bool(_ANNEX_NOTE_RE.match(two.words)))


def _breaks_at_dash(one: VisualLine, two: VisualLine) -> bool:
    """The line broke after or before a dash inside an expression ("kinh tế -", "10-", "- 2030")."""
    if two.words[0] in "-–":
        return not is_finished(one.words) and splits_compound(one.words, two.words)
    last = one.words[-2:]
    return len(one.words) > 2 and last[1] in "-–" and last[0] != last[1] and not is_upper(two.words)


def _short(one: VisualLine, two: VisualLine, layout: Layout, place: _Place, share: float = _FULL) -> bool:
    """Tell whether the line ends early, so that its block ends there."""
    return layout.filled(one, two, opens=one is place.first) < share


def _false_label(one: VisualLine, two: VisualLine, layout: Layout, place: _Place) -> bool:
    """A number or a dash that stands at the line's start only because the line broke there."""
    label = LABEL_RE.match(two.words)
    if label is None or two.gap > layout.gap + 1 or is_closed(one.words):
        return False
    rest = two.words[label.end() :].lstrip()
    if label["bullet"]:
        full = layout.width is not None and not _short(one, two, layout, place)
        return full and two.gap <= layout.gap and not is_finished(one.words) and rest[:1].islower()
    if label["bracketed"]:
        if layout.width is None or two.gap > layout.gap or one.words[-1] == ":" or _is_bracketed(place.first):
            return False
        inside = cites_on(one.words, rest, letter=True) or leaves_open(one.words)
        return inside or not _short(one, two, layout, place)
    if label["structural"] or label["annex"]:
        return cites_article(one.words)
    if _TITLED_RE.match(one.words) and _FIRST_RE.match(two.words):
        return False  # "Điều 2. Áp dụng Mẫu và Phụ lục" over "1. Mẫu hồ sơ ..."
    if label["capital"]:
        return False
    # "... các địa bàn cấp độ | 1. Cấp ngay ...": a full line whose last word wants a number.
    full = layout.width is not None and two.gap <= layout.gap and not _short(one, two, layout, place)
    counted = full and not label["letter"] and two.words[0].isdigit() and counts_on(one.words)
    return counted or cites_on(one.words, rest, letter=bool(label["letter"]))


def _is_headed(place: _Place) -> bool:
    """The block begins with a label that may head a section."""
    return place.first is not None and bool(HEADED_RE.match(place.first.words))


def _is_bracketed(first: VisualLine | None) -> bool:
    """The block itself bears "(1)": the next "(2)" is its neighbour."""
    label = LABEL_RE.match(first.words) if first else None
    return bool(label and label["bracketed"])


def _goes_on_low(one: VisualLine, two: VisualLine, layout: Layout, place: _Place) -> bool:
    """``two`` begins in small letters without a label."""
    if not is_finished(one.words):
        return True
    if two.gap > layout.gap:
        return False
    if layout.width is None:
        # One line a paragraph, and yet small letters behind a semicolon: the conversion broke the line there.
        return one.words[-1] == ";" and not BULLET_RE.match(one.words)
    return not layout.spaced or one.words[-1] not in ";:" or not _short(one, two, layout, place, _NEARLY_FULL)


def _outside_body(one: VisualLine, two: VisualLine, layout: Layout, place: _Place) -> bool:
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
    return layout.width is not None and not _short(one, two, layout, place)


def _title_goes_on(one: VisualLine, two: VisualLine, layout: Layout, place: _Place) -> bool:
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


def _one_line_a_paragraph(one: VisualLine, two: VisualLine, *, listed: bool) -> bool:
    """A paragraph is cut only by a page: in the middle of what cannot end there."""
    if is_finished(one.words) or is_upper(one.words) or is_upper(two.words) or two.bold:
        return False
    if FORMULA_RE.match(two.words):
        return False
    long = len(one.words) > _COMMA_PARAGRAPH
    open_comma = long or listed or one.words[-1] != ","
    return (leaves_open(one.words) and open_comma) or (long and two.page)


def _by_blank_lines(one: VisualLine, two: VisualLine, layout: Layout, place: _Place) -> bool:
    """Paragraphs are parted by blank lines and broken inside."""
    if two.gap:
        return leaves_open(one.words) and not is_upper(one.words) and not _short(one, two, layout, place)
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
    return one is place.first or not (is_closed(one.words) and _short(one, two, layout, place))


def _by_width(
    one: VisualLine, two: VisualLine, three: VisualLine | None, layout: Layout, place: _Place
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
        headed = _is_headed(place) and not (place.upper and is_upper(two.words))
        full = not _short(one, two, layout, place, _FULL_BOLD if headed else _NEARLY_FULL)
        return leaves_open(one.words) or (full and not (headed and begins))
    if _short(one, two, layout, place):
        return False
    if one.words.count("(") > one.words.count(")"):
        return True
    if begins is None and (one.words[-1] == ":" or (two.words[-1] == ":" and len(two.words) < _LEAD_IN)):
        return False
    return not begins
