"""Broken lines become whole blocks again."""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.repair.markup import plain
from ingest.repair.offsets import Edit, MappedText

__all__ = ["join_lines"]

_LABEL_RE = re.compile(
    r"""(?: [IVXLC]{1,6}\s?[.)\-–]\s*(?=\S) | \d{1,2}(?:\.\d{1,2}){0,4}\s?[.)]\s*(?=\D) | \d{1,2}(?:\.\d{1,2}){1,4}\s+(?=\D)
    | \d{1,2}\s?[-–]\s+(?=[A-ZĐÀ-Ỹ]) | [a-zđ]{1,2}\d?[.)]\s*(?=\S) | \(\d{1,2}\)\s | \[\d{1,3}\]\s? | [A-ZĐ]\.\s+
    | (?:Điều|ĐIỀU|Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC|Phụ\ lục|PHỤ\ LỤC|Phụ\ biểu|PHỤ\ BIỂU|Mẫu\ biểu|MẪU\ BIỂU)\b\s*[\dIVXLC]*
    | [-+•–*●▪]\s*(?=\S) )""",
    re.VERBOSE,
)
_BULLET_RE = re.compile(r"[-+•–*●▪]\s*(?=\S)")
_FORMULA_RE = re.compile(
    r"(?:Nơi nhận|Trên đây là|TM\.|T/M|KT\.|K/T|TL\.|T/L|TUQ\.|Kính gửi|Căn cứ|Thực hiện|Theo đề nghị|Xét đề nghị"
    r"|CHỦ TỊCH|PHÓ CHỦ TỊCH|\(Kèm theo|\(Ban hành kèm|KẾ HOẠCH$|QUYẾT ĐỊNH|CHỈ THỊ$)"
)
_FINISHED_RE = re.compile(r"[.;:!?…][”\"’')\]]*$|\./\.?$")


class Line(NamedTuple):
    """A line that is not blank: where it is, what one reads, how many blank lines stand before it."""

    start: int
    end: int
    words: str
    gap: int
    row: bool


class Layout(NamedTuple):
    """How the file breaks its lines, inferred from the file itself."""

    width: int | None
    """The usual full line, or None where a paragraph is one line."""
    spaced: bool
    """Every line is followed by a blank one, so blank lines say nothing."""


def _lines(text: str) -> list[Line]:
    found: list[Line] = []
    at = gap = 0
    for line in text.split("\n"):
        words = plain(line)
        if words:
            found.append(Line(at, at + len(line), words, gap, "\t" in line))
            gap = 0
        else:
            gap += 1
        at += len(line) + 1
    return found


def _layout(lines: list[Line]) -> Layout:
    lengths = sorted(len(line.words) for line in lines if not line.row)
    if not lengths:
        return Layout(None, spaced=False)
    long = sum(1 for length in lengths if length > 140)
    width = lengths[int(len(lengths) * 0.9)]
    if long > 0.08 * len(lengths):
        return Layout(None, spaced=False)
    unfinished = [
        (one, two)
        for one, two in zip(lines, lines[1:], strict=False)
        if not _FINISHED_RE.search(one.words) and two.words[0].islower()
    ]
    spaced = sum(1 for _, two in unfinished if two.gap) > 0.5 * len(unfinished) > 2
    return Layout(width, spaced)


def _continues(one: Line, two: Line, layout: Layout) -> bool:
    if one.row or two.row:
        return False
    finished = bool(_FINISHED_RE.search(one.words))
    if two.words[0].islower() and not _LABEL_RE.match(two.words):
        return not finished or one.words[-1] == ";" or not two.gap
    if _LABEL_RE.match(two.words):
        bullet = _BULLET_RE.match(two.words)
        rest = two.words[bullet.end() :] if bullet else ""
        return (
            bool(bullet)
            and not finished
            and (rest[0].islower() or rest[0].isdigit() and layout.width is not None)
        )
    if _FORMULA_RE.match(two.words):
        return False
    if layout.width is None:
        return False
    short = len(one.words) + 1 + len(two.words.split()[0]) < layout.width * 0.93
    if layout.spaced:
        return not short and not (one.words.isupper() and not two.words.isupper())
    if two.gap:
        return False
    return not (finished and short) and not (one.words.isupper() and not two.words.isupper())


def join_lines(text: MappedText) -> MappedText:
    """Join the lines that belong together; every block then stands on one line.

    >>> join_lines(MappedText.identity("Các sở, ban,\\nngành báo cáo.")).text
    'Các sở, ban, ngành báo cáo.'
    """
    lines = _lines(text.text)
    layout = _layout(lines)
    edits = [Edit(0, lines[0].start, "")] if lines else [Edit(0, len(text.text), "")]
    for one, two in zip(lines, lines[1:], strict=False):
        seam = "\n"
        if _continues(one, two, layout):
            seam = "" if re.search(r"\w[-/]$", one.words) else " "
        edits.append(Edit(one.end, two.start, seam))
    if lines:
        edits.append(Edit(lines[-1].end, len(text.text), ""))
    return text.replace(edits)
