"""What belongs to the page and not to the text: page numbers, running heads, bare addresses, rules.

Page starts are marked with a form feed first, from the reader's offsets or from the text itself, so that
every later step sees them in the text.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from ingest.lines import Line, placed_lines
from ingest.repair.labels import LABEL_RE, counts_on, is_closed
from ingest.repair.markup import plain
from ingest.repair.offsets import Edit, MappedText

__all__ = ["drop_furniture", "drop_page_count", "is_rule", "mark_pages"]

PAGE = "\f"
_RULE_RE = re.compile(r"[-_=*~─—–.+\s\\#]{3,}|[-_=─—–*]{2,}|[*#]|[-_=.…]*o0o[-_=.…]*", re.IGNORECASE)
_BLANK_RE = re.compile(r"[.…\s]{4,}|_{4,}")
_URL_RE = re.compile(r"<?(?:https?://|www\.)\S+>?", re.IGNORECASE)
_NUMBERED_RE = re.compile(
    r"[-–—]\s*\d{1,4}\s*[-–—]|(?:Trang|trang|Page)\s*:?\s*\d{1,4}(?:\s*(?:/|trên|of)\s*\d{1,4})?|\d{1,3}\s*/\s*\d{1,3}"
)
_NUMBER_RE = re.compile(r"\d{1,3}")
_PAGE_COUNT_RE = re.compile(r"^\d+\s*|\s*\d+$")
_IMPLICIT_PAGE_RE = re.compile(r"(?<=[^\s])[ ]*\n(?=[ ]\S)")
_SPACED_RE = re.compile(r"\S[ ]*\n[ ]*\n(?=\S)")
_LONE_NUMBER_RE = re.compile(r"(?<=\n\n)[ ]*(\d{1,3})[ ]*(?=\n\n)")
_REPEATED = 3
_EDGE = 2
_PAGE_LETTERS = 500
"""Fewer letters than on the emptiest page of an annex, more than in a table's row."""


def is_rule(words: str) -> bool:
    """Tell a drawn line ("-------", "*", "---o0o---") from words."""
    return bool(_RULE_RE.fullmatch(words))


def mark_pages(text: MappedText, pages: Sequence[int]) -> MappedText:
    """Put a form feed at every page start that is not marked yet.

    Texts taken from PDFs with a blank line after every line keep one trace of a page break: the last line
    of the page has no blank line after it, and the next page begins with a space.
    """
    starts = {at for at in pages if at}
    edits: list[Edit] = []
    if starts:
        place = {original: at for at, original in reversed(list(enumerate(text.starts)))}
        places = sorted({place[at] for at in starts if at in place})
        edits = [Edit(at, at, PAGE) for at in places if PAGE not in text.text[max(0, at - 1) : at + 1]]
    elif PAGE not in text.text and len(_SPACED_RE.findall(text.text)) > text.text.count("\n") / 4:
        edits = [Edit(found.end(), found.end(), PAGE) for found in _IMPLICIT_PAGE_RE.finditer(text.text)]
    return text.replace(edits)


def drop_page_count(text: MappedText) -> MappedText:
    r"""Empty the numbers that count the pages in a text whose lines follow each other: before tables are read of its lines.

    The official format leaves the first page without a number; numbers that begin with 1, or with less than a part of a
    page between them, count the rows of a table.

    >>> page = "Sở Y tế kiểm tra chợ tại xã Suối Bạc.\n" * 15
    >>> drop_page_count(MappedText.identity(f"{page}\n2\n\n{page}\n3\n\n{page}")).text == f"{page}\n\n\n{page}\n\n\n{page}"
    True
    >>> drop_page_count(MappedText.identity("Chủ trì\n\n2\n\nSở Y tế\nQuý I\n\n3\n\nSở Nội vụ\nQuý II\nHết")).text.count("\n2\n")
    1
    """
    found = list(_LONE_NUMBER_RE.finditer(text.text))
    counts = [int(one[1]) for one in found]
    on = len(counts) > 1 and counts[0] > 1 and counts == list(range(counts[0], counts[0] + len(counts)))
    ends = [0, *(one.end() for one in found)]
    on = on and all(one.start() - end > _PAGE_LETTERS for one, end in zip(found, ends, strict=False))
    spaced = len(_SPACED_RE.findall(text.text)) > text.text.count("\n") / 4
    return text.replace(Edit(*one.span(), "") for one in found) if on and not spaced else text


def drop_furniture(text: MappedText) -> MappedText:
    r"""Empty the lines that no reader would read aloud.

    >>> drop_furniture(MappedText.identity("TỈNH SƠN HÀ\n-------\nhttps://sonha.vn/a\n- 12 -\nxong")).text
    'TỈNH SƠN HÀ\n\n\n\nxong'
    >>> drop_furniture(MappedText.identity("Số điện thoại:\n..........\nxong")).text
    'Số điện thoại: ..........\nxong'
    """
    lines = [_read(line) for line in placed_lines(text.text)]
    drop = {at for at, (_, _, words, row) in enumerate(lines) if not row and _is_furniture(words)}
    drop |= _page_numbers(lines) | _running_heads(lines) | _repeated_headers(lines)
    blanks = _blanks(lines)
    edits = [Edit(lines[at - 1][1], lines[at][0], " ") for at in blanks]
    for at in sorted(drop - blanks):
        start, end = lines[at][:2]
        kept = PAGE * text.text.count(PAGE, start, end)
        edits.append(Edit(start, end, kept))
    return text.replace(sorted(edits, key=lambda edit: edit.start))


_Line = tuple[int, int, str, bool]


def _read(line: Line) -> _Line:
    words = plain(line.text.replace(PAGE, "")) + (PAGE if PAGE in line.text else "")
    return line.start, line.end, words, "\t" in line.text


def _is_furniture(words: str) -> bool:
    words = words.removesuffix(PAGE)
    return bool(words) and bool(
        _RULE_RE.fullmatch(words) or _URL_RE.fullmatch(words) or _NUMBERED_RE.fullmatch(words)
    )


def _blanks(lines: Sequence[_Line]) -> set[int]:
    """Lines of dots behind a label at the end of the line before, which they belong to: it is to be filled in."""
    return {
        at + 1
        for at, ((_, _, before, _), (_, _, words, _)) in enumerate(itertools.pairwise(lines))
        if before.endswith(":") and _BLANK_RE.fullmatch(words)
    }


def _page_numbers(lines: Sequence[_Line]) -> set[int]:
    """A lone number is a page number unless the words before it ask for one ("năm", "số")."""
    found: set[int] = set()
    before = ""
    for at, (_, _, words, row) in enumerate(lines):
        if not row and _NUMBER_RE.fullmatch(words.removesuffix(PAGE)) and not counts_on(before):
            found.add(at)
        elif words.strip(PAGE):
            before = words.strip(PAGE)
    return found


def _running_heads(lines: Sequence[_Line]) -> set[int]:
    """Lines that come back, but for a number at their edge, at the head or foot of three pages or more."""
    filled = [at for at, (_, _, words, row) in enumerate(lines) if words.strip(PAGE) and not row]
    starts = [place for place, at in enumerate(filled) if lines[at][2].endswith(PAGE)]
    edges = {place + shift for place in starts for shift in range(-_EDGE, _EDGE)} & set(range(len(filled)))
    words = {filled[place]: lines[filled[place]][2].strip(PAGE) for place in edges}
    keys = {
        at: _PAGE_COUNT_RE.sub("#", line)
        for at, line in words.items()
        if not LABEL_RE.match(line) and not is_closed(line)
    }
    counts = Counter(keys.values())
    return {at for at, key in keys.items() if counts[key] >= _REPEATED}


def _repeated_headers(lines: Sequence[_Line]) -> set[int]:
    """A table's header that is set again at the top of its next page."""
    found: set[int] = set()
    header: str | None = None
    page = False
    for at, (_, _, words, row) in enumerate(lines):
        page = page or words.endswith(PAGE)
        words = words.strip(PAGE)
        if row:
            if header is None:
                header = words
            elif page and words == header:
                found.add(at)
            page = False
        elif words and not _is_furniture(words) and not _NUMBER_RE.fullmatch(words):
            header = None
    return found
