"""Broken lines become whole blocks again: one heading, paragraph, bullet or table row a line.

Each pair of neighbouring lines is judged by language first (labels, formulas, words that cannot stand at
an end, small letters) and by the file's layout second (seams.py). The Markdown marks still stand here:
an emphasised passage that runs over a line end says that the lines belong together.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from ingest.repair.labels import (
    BULLET_RE,
    DOC_TYPE_RE,
    FORMULA_RE,
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
)
from ingest.repair.offsets import Edit, MappedText
from ingest.repair.seams import (
    COMMA_PARAGRAPH,
    NEARLY_FULL,
    Place,
    by_blank_lines,
    by_width,
    ends_early,
    is_headed,
    one_line_a_paragraph,
    outside_body,
)
from ingest.repair.typeset import Layout, infer_layout
from ingest.repair.visual import VisualLine, read_lines

__all__ = ["join_lines", "join_note"]

_HEAD_LINES = 16
_TAIL = 80
_SIGNED_RE = re.compile(
    r"(?:TM|T\.M|KT|TL|TUQ|Q)\. |(?:T/M|K/T|T/L)\b|(?:QUYỀN |PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ|TRƯỞNG \w+)$"
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
    place = Place(first=lines[0], upper=is_upper(lines[0].words), tail=lines[0].words[-_TAIL:])
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


def _enter(place: Place, line: VisualLine) -> None:
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


def _leaves_zone(place: Place, words: str) -> bool:
    """Tell whether a block is too long, too finished or too numbered for the head or foot that it follows."""
    if LABEL_RE.match(words):
        return place.zone != "foot" or not BULLET_RE.match(words)
    prose = len(words) > COMMA_PARAGRAPH or FORMULA_RE.match(words) or is_closed(words)
    return place.zone == "head" and (place.seen > _HEAD_LINES or bool(prose))


def _continues(
    one: VisualLine, two: VisualLine, three: VisualLine | None, layout: Layout, place: Place
) -> bool:
    """Decide whether ``two`` goes on with the block that ``one`` belongs to."""
    if one.row or two.row or _SIGN_RE.fullmatch(two.words):
        return False
    if _breaks_at_dash(one, two):
        return True
    if LABEL_RE.match(two.words):
        return _false_label(one, two, layout, place)
    if _numbered_on(one, two) or (two.gap <= layout.gap and _closes_bracket(place.tail, two.words)):
        return True
    if _stands_alone(one, two, place):
        return False
    if two.tied and not two.broken:
        return True
    if is_low(two.words):
        return _goes_on_low(one, two, layout, place)
    if place.zone != "body":
        return outside_body(one, two, layout, place)
    if FORMULA_RE.match(two.words) and (is_finished(one.words) or ends_early(one, two, layout, place)):
        return False
    if layout.width is None:
        return one_line_a_paragraph(one, two, listed=is_headed(place))
    if layout.spaced:
        return by_width(one, two, three, layout, place)
    return by_blank_lines(one, two, layout, place)


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


def _closes_bracket(tail: str, words: str) -> bool:
    """Whether a line closes the bracket that its block has left open ("(bệnh viện tỉnh: | 15; bệnh viện khu vực: 10)").

    >>> _closes_bracket("Cử 25 bác sĩ (bệnh viện tỉnh:", "15; khu vực: 10)."), _closes_bracket("Cử (25) bác sĩ:", "15)")
    (True, False)
    """
    first = re.search(r"[()]", words)
    return tail.rfind("(") > tail.rfind(")") and first is not None and first[0] == ")"


def _stands_alone(one: VisualLine, two: VisualLine, place: Place) -> bool:
    """The document's kind above the title, and the note below an annex's title, keep their own line."""
    kind = one is place.first and is_upper(one.words) and bool(DOC_TYPE_RE.fullmatch(one.words))
    if is_upper(two.words) and DOC_TYPE_RE.fullmatch(two.words) and not is_headed(place):
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


def _false_label(one: VisualLine, two: VisualLine, layout: Layout, place: Place) -> bool:
    """A number or a dash that stands at the line's start only because the line broke there."""
    label = LABEL_RE.match(two.words)
    if label is None or two.gap > layout.gap + 1 or is_closed(one.words):
        return False
    rest = two.words[label.end() :].lstrip()
    if label["bullet"]:
        full = layout.width is not None and not ends_early(one, two, layout, place)
        return full and two.gap <= layout.gap and not is_finished(one.words) and rest[:1].islower()
    if label["bracketed"]:
        if layout.width is None or two.gap > layout.gap or one.words[-1] == ":" or _is_bracketed(place.first):
            return False
        inside = cites_on(one.words, rest, letter=True) or leaves_open(one.words)
        return inside or not ends_early(one, two, layout, place)
    if label["structural"] or label["annex"]:
        return cites_article(one.words)
    if _TITLED_RE.match(one.words) and _FIRST_RE.match(two.words):
        return False  # "Điều 2. Áp dụng Mẫu và Phụ lục" over "1. Mẫu hồ sơ ..."
    if label["capital"]:
        return False
    # "... các địa bàn cấp độ | 1. Cấp ngay ...": a full line whose last word wants a number.
    full = layout.width is not None and two.gap <= layout.gap and not ends_early(one, two, layout, place)
    counted = full and not label["letter"] and two.words[0].isdigit() and counts_on(one.words)
    return counted or cites_on(one.words, rest, letter=bool(label["letter"]))


def _is_bracketed(first: VisualLine | None) -> bool:
    """The block itself bears "(1)": the next "(2)" is its neighbour."""
    label = LABEL_RE.match(first.words) if first else None
    return bool(label and label["bracketed"])


def _goes_on_low(one: VisualLine, two: VisualLine, layout: Layout, place: Place) -> bool:
    """``two`` begins in small letters without a label."""
    if not is_finished(one.words):
        return True
    if two.gap > layout.gap:
        return False
    if layout.width is None:
        # One line a paragraph, and yet small letters behind a semicolon: the conversion broke the line there.
        return one.words[-1] == ";" and not BULLET_RE.match(one.words)
    return (
        not layout.spaced or one.words[-1] not in ";:" or not ends_early(one, two, layout, place, NEARLY_FULL)
    )
