"""A name set in the capitals of a letterhead, broken where a reader would: never inside a word, a field or a place's name.

In: the name as a sentence writes it, and what fits. Out: its lines in capitals. A syllable in small letters goes on with
what stands before it ("Bảo hiểm xã hội"), except "và" and the word for a kind of place; two capital syllables side by
side are one name ("Lai Châu").
"""

from __future__ import annotations

import re
from collections.abc import Callable

__all__ = ["name_lines"]

_PLACE_RE = re.compile(
    r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã(?! hội)|phường|đặc khu|khu vực|miền|cấp(?= (?:tỉnh|huyện|xã|cơ sở|khu vực)))(?!\w)"
)
_AFTER_PLACE_RE = re.compile(r"(?:^|\s)(?:tỉnh|phố|huyện|quận|xã|phường|khu|vực|miền)$", re.IGNORECASE)
_TITLE_RE = re.compile(r"[^\W\d_a-zđ][^\W\d_A-ZĐ]+|Y|Ý|Ô")


def _breaks(words: list[str]) -> list[tuple[int, int]]:
    """Where a line may begin, each with how little it is wanted."""
    found = []
    for at in range(1, len(words)):
        before, word = words[at - 1], words[at]
        place = _PLACE_RE.match(" ".join(words[at:])) and not (
            before.lower() == "hợp" or before.endswith("tác")
        )
        if word[:1].isupper() and _AFTER_PLACE_RE.search(before):
            continue  # "PHƯỜNG | BẾN THƯỢNG"
        if place or word == "và" or before.endswith((",", "-", "–")):
            found.append((at, 0))
        elif word[:1].isupper() and before != "và":
            one_name = _TITLE_RE.fullmatch(before) and _TITLE_RE.fullmatch(word)
            found += [] if one_name else [(at, 1)]
    return found


def name_lines(name: str, fits: Callable[[str], bool]) -> list[str]:
    """The lines of a name; one where it fits, else as few and as even as its words allow.

    >>> name_lines("Bảo hiểm xã hội tỉnh Lai Châu", lambda line: len(line) < 20)
    ['BẢO HIỂM XÃ HỘI', 'TỈNH LAI CHÂU']
    >>> name_lines("Hội Liên hiệp Phụ nữ tỉnh Sơn Hà", lambda line: len(line) < 24)
    ['HỘI LIÊN HIỆP PHỤ NỮ', 'TỈNH SƠN HÀ']
    >>> name_lines("Trường Trung cấp Giao thông vận tải Lai Châu", lambda line: len(line) < 27)
    ['TRƯỜNG TRUNG CẤP', 'GIAO THÔNG VẬN TẢI', 'LAI CHÂU']
    >>> name_lines("Sở Nội vụ", lambda line: True)
    ['SỞ NỘI VỤ']
    """
    if fits(name.upper()):
        return [name.upper()]
    words = name.split()
    parts = [(" ".join(words[:at]), " ".join(words[at:]), cost) for at, cost in _breaks(words)]
    if not parts:
        return [name.upper()]
    first, rest, _ = min(
        parts,
        key=lambda part: (
            not (fits(part[0].upper()) and fits(part[1].upper())),
            part[2],
            abs(len(part[0]) - len(part[1])),
        ),
    )
    return [*name_lines(first, fits), *name_lines(rest, fits)]
