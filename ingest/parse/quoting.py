"""Text of another document inside quotation marks: "Điều 5 được sửa đổi như sau: “Điều 5. ...”".

An amending text (Decree 78/2025, on drafting amendments) quotes the new wording with its own articles and
points; they are parts of the amended document and head no section of this one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.lines import Line

__all__ = ["QUOTED_PART_RE", "quoted_part", "quoted_starts"]

_PART = r"(?:Điều|Chương|Mục|Phần|Khoản|Điểm|Phụ lục|Mẫu)\s|\d{1,3}[a-zđ]?(?:\.\d{1,2})*\s?[.)]|[a-zđ]\d?\s?\)|[IVX]{1,5}\s?[.-]|[-–+]\s"
# The quotation of a part opens at the start of a line, or behind the words that amend ("... khoản 2 Điều 6 “2. Số").
QUOTED_PART_RE = re.compile(rf"(?:^|\s)[“‟„«\"]\s*(?:{_PART})")
_STARTS_RE = re.compile(r"\s*[“‟„«\"]")
# A straight mark opens behind a space or a bracket, and closes behind a letter or a stop.
_OPENS_RE = re.compile(r"[“‟„«]|(?<![^\s(\[])\"(?=\S)")
_CLOSES_RE = re.compile(r"[”»]|(?<=[^\s(\[])\"")
_ARTICLE_RE = re.compile(r"Điều\s+\d+[a-zđ]\s*[.:]")
_COMMAND_RE = re.compile(
    r"(?:như sau|sau đây|sau)\s*:\s*$|(?:[Ss]ửa đổi|[Bb]ổ sung|[Tt]hay thế|[Bb]ãi bỏ)(?!\w)[^“‟„”«\"]{0,200}$"
)
_NUMBERED_RE = re.compile(r"[“‟„«\"\s]*Điều\s+(\d+)\s*[.:]")
_LONGEST = 600


def quoted_starts(lines: Sequence[Line]) -> frozenset[int]:
    """The starts of the lines that stand wholly inside a quotation of parts of another document.

    A quotation whose end is missing ends before the next amendment, and before the document's own next article (a footnote
    that quotes may go on at the foot of the next page); without either it holds its first line only.

    >>> words = ["1. Sửa đổi Điều 5 như sau:", "“Điều 5. Hồ sơ", "1. Đơn gồm “bản chính”.", "2. Ảnh.”.", "2. Bãi bỏ Điều 6."]
    >>> sorted(quoted_starts([Line(at, text) for at, text in enumerate(words)]))
    [1, 2, 3]
    """
    found: set[int] = set()
    at = last = own = 0
    while at < len(lines):
        text = lines[at].text
        own = _number(text, own) if not _STARTS_RE.match(text) else own
        opening = QUOTED_PART_RE.search(text)
        if opening is None:
            if last and _depth(text) < 0 and _ARTICLE_RE.match(lines[last].text):
                # A second article of the same quotation, whose opening mark was lost, ends here.
                found.update(line.start for line in lines[last : at + 1])
            last = 0 if _depth(text) else last
            at += 1
            continue
        inside = bool(_STARTS_RE.match(text))
        end = at + 1 if _depth(text[opening.start() :]) <= 0 else _end(lines, at, opening.start(), own)
        found.update(line.start for line in lines[at if inside else at + 1 : end])
        at = last = max(end, at + 1)
    return frozenset(found)


def quoted_part(line: str) -> int | None:
    """Where the quotation begins that a line opens behind the words that amend; None without one.

    >>> line = "2. Sửa đổi khoản 3 Điều 6 như sau: “3. Sở Y tế thẩm định.”"
    >>> line[quoted_part(line) :], quoted_part("Mục “1. Hồ sơ” của mẫu"), quoted_part("“1. Hồ sơ”")
    ('“3. Sở Y tế thẩm định.”', None, None)
    """
    opening = QUOTED_PART_RE.search(line)
    commands = opening is not None and _COMMAND_RE.search(line[: opening.start()].rstrip())
    return opening.start() + 1 if opening and commands else None


def _depth(text: str) -> int:
    return len(_OPENS_RE.findall(text)) - len(_CLOSES_RE.findall(text))


def _number(text: str, before: int) -> int:
    """The number of the article that a line begins, else that of the one ``before``."""
    article = _NUMBERED_RE.match(text)
    return int(article[1]) if article else before


def _end(lines: Sequence[Line], first: int, opening: int, own: int) -> int:
    """The index behind the last line of the quotation that opens in line ``first``; ``own`` is the document's last article."""
    depth = _depth(lines[first].text[opening:])
    quoted = _number(lines[first].text[opening:], 0)
    for at in range(first + 1, min(len(lines), first + _LONGEST)):
        text = lines[at].text
        if _STARTS_RE.match(text) and QUOTED_PART_RE.match(text) and _COMMAND_RE.search(lines[at - 1].text):
            # The mark that closes was lost: the line before commands the next amendment.
            return max(first + 1, at - 1)
        number = _number(text, quoted)
        if own and number != quoted and number == own + 1 != quoted + 1:
            return at
        quoted = number
        depth += _depth(text)
        if depth <= 0:
            return at + 1
    return first + 1
