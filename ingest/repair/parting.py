"""Lines that a conversion ran together come apart: the opposite of ``lines.py``, and before it.

A text layer read without its layout sets the date behind the motto, the first heading behind an annex's
"(Kèm theo ...)" note, the next annex behind a signer's name (Decree 30/2020, annex I, part II says which
stand on lines of their own); rules drawn with underscores and the stamp of an electronic signature go.
"""

from __future__ import annotations

import re

from ingest.plan import CELL_SEPARATOR
from ingest.repair.labels import LABEL_RE
from ingest.repair.offsets import Edit, MappedText

__all__ = ["part_lines"]

_UP = "A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ"
# Annex I, part II, 6 of the Decree: a signed file shows who signed when; it is no word of the text.
_STAMP_RE = re.compile(
    r"[ ]*(?:Người ký:[ ]*C(?:ổng Thông tin điện tử|ỔNG THÔNG TIN ĐIỆN TỬ) C(?:hính phủ|HÍNH PHỦ)"
    r"|(?:Ngày|Thời gian|Giờ) ký:[ ]*\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?(?:[ ]*[+-]\d\d:\d\d)?)[ ]*"
)
_MOTTO_RE = re.compile(
    r"Độc lập[ ]*[-–][ ]*Tự do[ ]*[-–][ ]*Hạnh phúc(?:[ ]*_{3,})?(?P<gap>[ ]+)(?=[^\s|_*-])"
)
_RULE_RE = re.compile(r"^_{5,}[ ]+(?=\S)|(?<=[^\s:._])[ ]+_{5,}[ ]*$", re.MULTILINE)
_NOTE_RE = re.compile(
    r"(?P<before>[ ]*)\((?:Ban hành k|K|k)èm theo [^()\n]{0,200}?(?:số|ngày|Phụ lục|Quyết định|Kế hoạch|Nghị quyết)[^()\n]{0,200}\)"
    rf"(?P<after>[ ]*(?:_{{3,}}[ ]*)?(?=$)|[ ]+(?:_{{3,}}[ ]*)?(?=[\d{_UP}(]))",
    re.MULTILINE,
)
_ANNEX = r"(?:Phụ lục|PHỤ LỤC)(?:[ ]+(?:số[ ]+)?[IVXLC\d][IVXLC\d.-]*[a-z]?)?[ ]*$"
_SIGNED_RE = re.compile(
    rf"^(?:(?:[{_UP}][^\W\d_]*[ ]){{1,4}}[{_UP}][^\W\d_]*|[^\n]{{0,60}}\([^()\n]*(?:ký|dấu)[^()\n]*\))(?P<gap>[ ]+)(?={_ANNEX})",
    re.MULTILINE,
)


def part_lines(text: MappedText) -> MappedText:
    r"""Part what stands on lines of its own from what follows it.

    >>> part_lines(MappedText.identity("(Kèm theo Nghị quyết số 5/NQ-CP của Chính phủ) ____ I. MỤC TIÊU")).text
    '(Kèm theo Nghị quyết số 5/NQ-CP của Chính phủ)\nI. MỤC TIÊU'
    >>> part_lines(MappedText.identity("Trần Văn Mẫu Phụ lục I")).text
    'Trần Văn Mẫu\nPhụ lục I'
    """
    text = _stamps(text)
    text = text.replace(
        Edit(*found.span("gap"), "\n") for shape in (_MOTTO_RE,) for found in shape.finditer(text.text)
    )
    text = text.replace(Edit(*found.span(), "") for found in _RULE_RE.finditer(text.text))
    text = _notes(text)
    return text.replace(Edit(*found.span("gap"), "\n") for found in _SIGNED_RE.finditer(text.text))


def _stamps(text: MappedText) -> MappedText:
    edits: list[Edit] = []
    for found in _STAMP_RE.finditer(text.text):
        opens = text.text[found.start() - 1 : found.start()] in ("", "\n")
        closes = text.text[found.end() : found.end() + 1] in ("", "\n")
        edits.append(Edit(*found.span(), "" if opens or closes else "\n"))
    return text.replace(edits)


def _notes(text: MappedText) -> MappedText:
    edits: list[Edit] = []
    for found in _NOTE_RE.finditer(text.text):
        start = text.text.rfind("\n", 0, found.start()) + 1
        before = text.text[start : found.start()]
        if LABEL_RE.match(before.lstrip()) or CELL_SEPARATOR in before or "|" in before:
            continue
        titled = before.strip() and before.rstrip()[-1] not in ".;:,"
        if before.strip() and not titled:
            continue
        if titled:
            edits.append(Edit(*found.span("before"), "\n"))
        if found["after"]:
            ends = text.text[found.end() : found.end() + 1] in ("", "\n")
            edits.append(Edit(*found.span("after"), "" if ends else "\n"))
    return text.replace(edits)
