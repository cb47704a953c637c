"""Where the head of a document ends: letterhead lines, type, title; and which lines are which."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.lines import Line
from ingest.parse.consolidated import is_section_name
from ingest.parse.lines import is_upper
from ingest.parse.numbering import read_labels
from ingest.parse.numbers import find_number, find_place_date
from ingest.parse.parts import doc_type_of, is_motto
from ingest.parse.types import type_of_code

__all__ = ["Head", "find_head", "head_first"]

_BASIS_RE = re.compile(
    r"[-–\s]*(?:Căn cứ|Xét|Theo đề nghị|Kính gửi|Trên cơ sở|Để |Nhằm |Ngày \d|Ban hành kèm)", re.IGNORECASE
)
_RUN_IN_BASIS_RE = re.compile(
    r"(?:Thực hiện|Triển khai|Tiếp tục|Hưởng ứng).{0,160}?(?:số\s*\d|ngày\s*\d|/[A-ZĐ]{2}|;)", re.DOTALL
)
_NOISE_RE = re.compile(r"[\W_]*$")


@dataclass(frozen=True, slots=True)
class Head:
    """The letterhead's pieces, the type and title lines, and the index of the first line of the body."""

    letterhead: tuple[Line, ...]
    type_line: Line | None
    doc_type: str | None
    title: tuple[Line, ...]
    end: int


def head_first(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Set a letterhead that a conversion put below the title, or among the first articles, back above the type.

    It is the document's own where the type line stands first and the number below the motto bears that type.

    >>> words = ["THÔNG TƯ", "Quy định về chợ", "BỘ CÔNG THƯƠNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ...          "Độc lập - Tự do - Hạnh phúc Số: 5/2026/TT-BCT Hà Nội, ngày 06 tháng 4 năm 2026", "Điều 1. Phạm vi"]
    >>> [line.text[:8] for line in head_first(tuple(Line(at, text) for at, text in enumerate(words)))]
    ['BỘ CÔNG ', 'CỘNG HÒA', 'Độc lập ', 'THÔNG TƯ', 'Quy định', 'Điều 1. ']
    """
    name = doc_type_of(lines[0].text) if lines else None
    motto = next((at for at in range(1, min(len(lines), _DEEPEST)) if is_motto(lines[at].text)), None)
    if name is None or motto is None:
        return lines
    first, last = motto, motto + 1
    while (
        first > 1 and motto - first < 5 and (is_upper(lines[first - 1].text) or _numbered(lines[first - 1]))
    ):
        first -= 1
    while last < len(lines) and last - motto < 4 and (is_motto(lines[last].text) or _numbered(lines[last])):
        last += 1
    number = find_number(lines[first:last])[0]
    if number is None or type_of_code(number.value) != name:
        return lines
    return (*lines[first:last], *lines[:first], *lines[last:])


def _numbered(line: Line) -> bool:
    """Whether a line opens with the number or the place and date of a letterhead."""
    return _LETTERHEAD_RE.match(line.text) is not None and bool(
        find_number([line])[0] or find_place_date([line])
    )


def find_head(lines: tuple[Line, ...]) -> Head:
    """Find type and title among the first lines; a file may lack its letterhead, its type, or both."""
    limit = _first_label(lines)
    for at, line in enumerate(lines[:limit]):
        pieces = line.pieces()
        for n, piece in enumerate(pieces):
            name = None if is_section_name(lines, at) else doc_type_of(piece.text)
            if name and not _is_command(lines, at, piece):
                before = [p for earlier in lines[:at] for p in earlier.pieces()] + list(pieces[:n])
                title, end = _title(lines, at, piece, name, list(pieces[n + 1 :]), limit)
                title = _without_issuer(title, before, name)
                return Head(tuple(before), piece, name, title, end)
    return _untyped(lines, limit)


def _first_label(lines: tuple[Line, ...]) -> int:
    for at, line in enumerate(lines[:80]):
        if not line.is_row and (labels := read_labels(line.text)) and labels[0].style != "bullet":
            return at
    return min(len(lines), 40)


def _is_command(lines: tuple[Line, ...], at: int, piece: Line) -> bool:
    """Whether it is the enacting word after the basis ("QUYẾT ĐỊNH:"), not the type line."""
    return (
        piece.text.rstrip(" *").endswith(":")
        and at > 0
        and any(_BASIS_RE.match(line.text) for line in lines[:at])
    )


def _title(
    lines: tuple[Line, ...], at: int, piece: Line, name: str, rest: list[Line], limit: int
) -> tuple[tuple[Line, ...], int]:
    found: list[Line] = []
    run_on = piece.part(len(name), len(piece.text))
    if run_on.text.strip(" *:-0123456789"):
        found.append(run_on)
    found += [line for line in rest if _is_title_line(line, bool(found))]
    end = at + 1
    while end < limit and _is_title_line(lines[end], bool(found)):
        if not _NOISE_RE.match(lines[end].text):
            found.append(lines[end])
        end += 1
    return tuple(found), end


def _without_issuer(title: tuple[Line, ...], letterhead: list[Line], name: str) -> tuple[Line, ...]:
    """A decision repeats its issuer under the title; run on to it, the repetition is no title."""
    if not title or name not in ("Quyết định", "Nghị quyết"):
        return title
    if not is_upper(title[-1].text) and (run_on := _RUN_ON_ISSUER_RE.search(title[-1].text)):
        return (*title[:-1], title[-1].part(0, run_on.start()))
    issuer = " ".join(line.text for line in letterhead if is_upper(line.text) and not is_motto(line.text))
    match = re.search(
        r"(?<!CỦA)(?<!DO)(?<!VỚI)(?<!VÀ)(?<!,)\s+([ỦU][YỶ] BAN NHÂN DÂN [^,;]+|HỘI ĐỒNG NHÂN DÂN [^,;]+)$",
        title[-1].text,
    )
    if match and match[1].strip() in issuer:
        return (*title[:-1], title[-1].part(0, match.start()))
    return title


def _is_title_line(line: Line, begun: bool) -> bool:
    text = line.text.strip(" *")
    if _NOISE_RE.match(text):
        return True
    if line.is_row or _BASIS_RE.match(text) or len(text) > _LONGEST or text[-1] in ";:." or is_motto(text):
        return False
    if begun and is_upper(text) and _ISSUING_RE.match(text):
        return False
    if (begun or len(text) > 160) and not is_upper(text) and _RUN_IN_BASIS_RE.match(text):
        return False
    return not begun or len(text) <= 300


_DEEPEST = 60
"""Lines above which a letterhead that was put among the text is looked for."""
_LONGEST = 1500
"""The title of a text that amends others names them all; a paragraph that stands for a missing one ends as such."""
_ISSUERS = r"(?:CHỦ TỊCH|ỦY BAN THƯỜNG VỤ|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|BỘ TRƯỞNG|THỦ TƯỚNG|CHÍNH PHỦ|TRƯỞNG BAN|GIÁM ĐỐC|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|QUỐC HỘI|BAN BÍ THƯ|BỘ CHÍNH TRỊ)"
_ISSUING_RE = re.compile(_ISSUERS)
# "... kinh tế - xã hội ỦY BAN THƯỜNG VỤ QUỐC HỘI": who decides, behind a title in small letters.
_RUN_ON_ISSUER_RE = re.compile(rf"\s+{_ISSUERS}(?:[ ,-]*[A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ]+)*$")


def _untyped(lines: tuple[Line, ...], limit: int) -> Head:
    """No type line: letterhead lines as far as they go, then title lines up to the basis."""
    start = 0
    while start < limit and _is_letterhead_line(lines[start]):
        start += 1
    end = start
    while end < limit and _is_title_line(lines[end], begun=end > start):
        end += 1
    pieces = tuple(piece for line in lines[:end] for piece in line.pieces())
    return Head(pieces, None, None, lines[start:end], end)


def _is_letterhead_line(line: Line) -> bool:
    """Whether a line is of the letterhead: a layout row, the motto, a body's name, the number, the date."""
    text = line.text
    return line.is_row or is_motto(text) or bool(_LETTERHEAD_RE.match(text)) or bool(_NOISE_RE.match(text))


_LETTERHEAD_RE = re.compile(
    r"S[ốô]\s*[:.]?\s*[\d./…_-]|.{0,60}ngày[\s\d.…/_]*tháng[\s\d.…/_]*năm|(?:UBND|[ỦU][YỶ] BAN|SỞ|BỘ|TỈNH|HUYỆN|XÃ|THÀNH|ĐẢNG) "
)
