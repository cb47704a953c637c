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
from ingest.spelling import CAPITALS

__all__ = ["part_lines"]

# Annex I, part II, 6 of the Decree: a signed file shows who signed when; it is no word of the text.
_STAMP_RE = re.compile(
    r"[ ]*(?:Người ký:[ ]*C(?:ổng Thông tin điện tử|ỔNG THÔNG TIN ĐIỆN TỬ) C(?:hính phủ|HÍNH PHỦ)"
    r"|(?:Ngày|Thời gian|Giờ) ký:[ ]*\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?(?:[ ]*[+-]\d\d:\d\d)?"
    # The stamp of an office's own signature: who, whose address, for whom, when.
    r"|Người ký:[^\n]{0,120}\n?(?:Email:[^\n]{0,80}\n?)?(?:Cơ quan:[^\n]{0,160}\n?)?(?:Thời gian|Ngày|Giờ) ký:[ ]*\d{1,2}[./-]\d{1,2}[./-]\d{4}[ T]+\d{1,2}:\d\d(?::\d\d)?(?:[ ]*[+-]\d\d:?\d\d)?"
    r"|(?:Ký bởi|Được ký bởi|Digitally signed by):?[^\n]{0,120}\n?(?:Ngày ký|Thời gian ký|Date):[ ]*\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[ T]+\d{1,2}:\d\d(?::\d\d)?(?:[ ]*[+-]\d\d[:']?\d\d'?)?"
    r"|\[(?:da ?ky|đã ký)\]|^(?:da)?k?y\]"
    # The running head of the Official Gazette, its page number before or behind it.
    r"|(?:\d{1,4}[ ]+)?CÔNG BÁO/[ ]?Số[ ][\d+ ]{1,20}/[ ]?Ngày[ ]\d{1,2}-\d{1,2}-\d{4}(?:[ ]+\d{1,4}(?=[ ]|$))?)[ ]*",
    re.MULTILINE,
)
# After these a name goes on: "một số điều của Luật <stamp> Phòng, chống bệnh truyền nhiễm".
_NAMED_ON_RE = re.compile(r"(?:Luật|Bộ|Sở|tỉnh|thành phố)$")
_MOTTO_RE = re.compile(
    r"Độc lập[ ]*[-–][ ]*Tự do[ ]*[-–][ ]*Hạnh phúc(?:[ ]*_{3,})?(?P<gap>[ ]+)(?=[^\s|_*-])"
)
_RULE_RE = re.compile(r"^_{5,}[ ]+(?=\S)|(?<=[^\s:._])[ ]+_{5,}[ ]*$", re.MULTILINE)
_NOTE_RE = re.compile(
    r"(?P<before>[ ]*)\((?:Ban hành k|K|k)èm theo [^()\n]{0,200}?(?:số|ngày|Phụ lục|Quyết định|Kế hoạch|Nghị quyết)[^()\n]{0,200}\)"
    rf"(?P<after>[ ]*(?:_{{3,}}[ ]*)?(?=$)|[ ]+(?:_{{3,}}[ ]*)?(?=[\d{CAPITALS}(]))",
    re.MULTILINE,
)
# Behind a signer's name, under a post in capitals, stands the next annex, the next signature or a running head.
_NAME_WORD = rf"[{CAPITALS}](?:[^\W\d_{CAPITALS}]+)"
_SIGNED_RE = re.compile(
    rf"^(?:[^\n]*(?:TRƯỞNG|TƯỚNG|TỊCH|ĐỐC|THƯ|NHIỆM|ÁN|THƯỜNG TRỰC|KIỂM TOÁN NHÀ NƯỚC)[ ]*\n+(?:(?:Đại|Thượng|Trung|Thiếu)[ ](?:tướng|tá)[ ])?"
    rf"(?:{_NAME_WORD}[ ]){{1,4}}{_NAME_WORD}|[^\n]{{0,60}}\([^()\n]*(?:ký|dấu)[^()\n]*\))"
    rf"(?P<gap>[ ]+)(?=\d|[{CAPITALS}]{{2}}|{_NAME_WORD}[ ](?![{CAPITALS}])|[(“])",
    re.MULTILINE,
)
_ANNEXED_RE = re.compile(
    rf"^(?:[{CAPITALS}][^\W\d_]*[ ]){{1,4}}[{CAPITALS}][^\W\d_]*(?P<gap>[ ]+)"
    r"(?=(?:Phụ lục|PHỤ LỤC)(?:[ ]+(?:số[ ]+)?[IVXLC\d][IVXLC\d.-]*[a-z]?)?[ ]*$)",
    re.MULTILINE,
)
# The last cell of a table and the name of the next annex, whose title stands in capitals on the next line.
_NEXT_ANNEX_RE = re.compile(
    rf"(?:(?<=[^\W_{CAPITALS}])|(?<=[)%]))(?<!theo)(?<!tại)(?<!của)(?<!là)(?P<gap>[ ]+)(?=(?:Phụ lục|PHỤ LỤC)[ ]+(?:số[ ]+)?(?:[IVXLC]+|\d{{1,2}})[ ]*\n+[{CAPITALS}]{{2,}}[ ,][{CAPITALS}, ]{{6}})"
)
# The last row of a table, then the whole head of the next annex on its line: "... Năm 2027 Phụ lục II ĐỊNH HƯỚNG ...
# (Kèm theo ...) 1. ...". Capitals, or the note that it is attached, tell the head from a mere mention.
_RUN_IN_ANNEX_RE = re.compile(
    r"(?<=[^\s(“\"])(?<!theo)(?<!tại)(?<!của)(?<!là)(?<!và)(?<!với)(?<!trong)(?P<gap>[ ]+)"
    r"(?=(?P<name>(?:Phụ lục|PHỤ LỤC)[ ]+(?:số[ ]+)?(?:[IVXLC]+|\d{1,2})[.:]?)(?P<under>[ ]+)"
    rf"(?P<title>(?:[{CAPITALS}]{{2,}}[ ,]+){{2,}}[{CAPITALS} ,.–-]*[{CAPITALS}]{{2}},?|[{CAPITALS}][^\n.;:()|]{{10,160}}?(?=[ ]*\((?:Ban hành k|K|k)èm theo [{CAPITALS}]))"
    r"(?P<after>[ ]*)(?P<note>\((?:Ban hành k|K|k)èm theo [^()\n]{2,300}\))?(?P<rest>[ ]*))",
)


def part_lines(text: MappedText) -> MappedText:
    r"""Part what stands on lines of its own from what follows it.

    >>> part_lines(MappedText.identity("(Kèm theo Nghị quyết số 5/NQ-CP của Chính phủ) ____ I. MỤC TIÊU")).text
    '(Kèm theo Nghị quyết số 5/NQ-CP của Chính phủ)\nI. MỤC TIÊU'
    >>> part_lines(MappedText.identity("Trần Văn Mẫu Phụ lục I")).text
    'Trần Văn Mẫu\nPhụ lục I'
    >>> part_lines(MappedText.identity("Quyết định Thường xuyên (khi cần) Phụ lục II\nĐỊNH HƯỚNG SẮP XẾP")).text
    'Quyết định Thường xuyên (khi cần)\nPhụ lục II\nĐỊNH HƯỚNG SẮP XẾP'
    """
    text = _run_in_annexes(_stamps(text))
    text = text.replace(
        Edit(*found.span("gap"), "\n") for shape in (_MOTTO_RE,) for found in shape.finditer(text.text)
    )
    text = text.replace(Edit(*found.span(), "") for found in _RULE_RE.finditer(text.text))
    text = _notes(text)
    for shape in (_SIGNED_RE, _ANNEXED_RE, _NEXT_ANNEX_RE):
        text = text.replace(Edit(*found.span("gap"), "\n") for found in shape.finditer(text.text))
    return text


def _stamps(text: MappedText) -> MappedText:
    edits: list[Edit] = []
    for found in _STAMP_RE.finditer(text.text):
        opens = text.text[found.start() - 1 : found.start()] in ("", "\n")
        closes = text.text[found.end() : found.end() + 1] in ("", "\n")
        inside = _NAMED_ON_RE.search(text.text, max(0, found.start() - 12), found.start())
        edits.append(Edit(*found.span(), "" if opens or closes else " " if inside else "\n"))
    return text.replace(edits)


def _run_in_annexes(text: MappedText) -> MappedText:
    r"""Part the head of an annex that stands within a line: its name, title and note each on a line of its own.

    >>> _run_in_annexes(MappedText.identity("Nghị định Năm 2027 Phụ lục II LĨNH VỰC VĂN HÓA (Kèm theo Kế hoạch) 1. Chợ")).text
    'Nghị định Năm 2027\nPhụ lục II\nLĨNH VỰC VĂN HÓA\n(Kèm theo Kế hoạch)\n1. Chợ'
    """
    edits: list[Edit] = []
    for found in _RUN_IN_ANNEX_RE.finditer(text.text):
        edits += [Edit(*found.span("gap"), "\n"), Edit(*found.span("under"), "\n")]
        ends = text.text[found.end("rest") : found.end("rest") + 1] in ("", "\n")
        if found["note"]:
            edits.append(Edit(*found.span("after"), "\n"))
            edits.append(Edit(*found.span("rest"), "" if ends else "\n"))
        elif not ends:
            edits.append(Edit(found.end("title"), found.end("rest"), "\n"))
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
