"""The head of a consolidated text: its own number, date and body, or which document it gives, as amended, and by what.

Ordinance 01/2012/UBTVQH13 on consolidation: under the title stands "Thông tư số 32/2016/TT-BLĐTBXH ngày 25 tháng 10 năm
2016 của Bộ trưởng ..., có hiệu lực kể từ ngày ..., được sửa đổi, bổ sung bởi:". A conversion runs it on behind the title.
The text's own number stands at its end, with the body that attests it ("XÁC THỰC VĂN BẢN HỢP NHẤT"); it is cited by that.
The Official Gazette sets "VĂN BẢN HỢP NHẤT - BỘ Y TẾ" above: the name of its section, no head of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.lines import Line
from ingest.parse.issuers import Issuer
from ingest.parse.lines import CONSOLIDATED, is_upper
from ingest.parse.numbers import Found, PlaceDate, number_and_date
from ingest.parse.parts import is_motto
from ingest.plan import Range

__all__ = ["attested_head", "consolidated_issuer", "consolidated_number", "is_section_name"]

_SECTION_RE = re.compile(r"VĂN BẢN HỢP NHẤT\s*[-–]")
_CONSOLIDATED_RE = re.compile(CONSOLIDATED)
_BY_RE = re.compile(
    r"năm\s+\d{4}\s+của\s+(?:Bộ trưởng\s+)?(?P<body>Chính phủ|Quốc hội|Ủy ban Thường vụ Quốc hội|Thủ tướng Chính phủ|Bộ\s+[^\d:;]{3,60}?)(?=\s+(?:quy định|hướng dẫn|về|ban hành|thực hiện|sửa đổi|và Bộ)(?!\w)|,)"
)
_ATTESTED_RE = re.compile(r"\W*XÁC (?:THỰC|NHẬN) VĂN BẢN HỢP NHẤT\W*")
_NUMBER_LINE_RE = re.compile(r"\W*Số\s*:?\s*\d")
_MOST_ABOVE, _MOST_BELOW = 4, 2
"""Lines of the attesting body's name and the number above the attestation, of number and date below it."""
_NUMBER_AT_RE = re.compile(r"(?=số\s+\d{1,3}/\d{4}/)")


def is_section_name(lines: Sequence[Line], at: int) -> bool:
    """Tell whether line ``at`` names a section of the Gazette, above the head of the text itself.

    >>> head = [Line(0, "VĂN BẢN HỢP NHẤT - BỘ Y TẾ"), Line(30, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]
    >>> is_section_name(head, 0), is_section_name(head, 1)
    (True, False)
    """
    named = _SECTION_RE.match(lines[at].text) is not None
    return named and any(is_motto(line.text) for line in lines[at + 1 : at + 8])


def attested_head(lines: Sequence[Line]) -> Sequence[Line]:
    r"""The body, number and date of a consolidated text, where they are attested at its end; () where they are not.

    >>> end = "./.\nBỘ Y TẾ\nSố: 8/VBHN-BYT\nXÁC THỰC VĂN BẢN HỢP NHẤT\nHà Nội, ngày 3 tháng 2 năm 2026"
    >>> [line.text for line in attested_head([Line(0, words) for words in end.splitlines()])]
    ['BỘ Y TẾ', 'Số: 8/VBHN-BYT', 'Hà Nội, ngày 3 tháng 2 năm 2026']
    """
    at = next((at for at, line in enumerate(lines) if _ATTESTED_RE.fullmatch(line.text)), None)
    if at is None:
        return ()
    first = at
    while first and at - first < _MOST_ABOVE and _names_body(lines[first - 1]):
        first -= 1
    below = (line for line in lines[at + 1 : at + 1 + _MOST_BELOW] if not is_upper(line.text))
    return (*lines[first:at], *below)


def _names_body(line: Line) -> bool:
    return is_upper(line.text) or _NUMBER_LINE_RE.match(line.text) is not None


def consolidated_issuer(basis: Sequence[Line]) -> Issuer | None:
    """Who issued the document that a consolidated text gives, by the same sentence.

    >>> words = "Nghị định số 61/2015/NĐ-CP ngày 09 tháng 7 năm 2015 của Chính phủ quy định về việc làm, có hiệu lực từ ngày 01 tháng 9 năm 2015, được sửa đổi, bổ sung bởi:"
    >>> consolidated_issuer([Line(0, words)]).name
    'Chính phủ'
    """
    for line in basis[:1]:
        body = _BY_RE.search(line.text) if _CONSOLIDATED_RE.match(line.text) else None
        if body:
            return Issuer(body["body"], Range(line.start + body.start("body"), line.start + body.end("body")))
    return None


def consolidated_number(basis: Sequence[Line]) -> tuple[Found, PlaceDate | None] | None:
    """Number and date of the document that a consolidated text gives; None where no such sentence opens it.

    >>> words = "Thông tư số 32/2016/TT-BYT ngày 25 tháng 10 năm 2016 của Bộ trưởng Bộ Y tế, có hiệu lực từ ngày 01 tháng 12 năm 2016, được sửa đổi, bổ sung bởi:"
    >>> number, dated = consolidated_number([Line(0, words)])
    >>> number.value, dated.date
    ('32/2016/TT-BYT', '2016-10-25')
    """
    for line in basis[:1]:
        if _CONSOLIDATED_RE.match(line.text) and (at := _NUMBER_AT_RE.search(line.text, 0, 200)):
            return number_and_date(line, at.end())
    return None
