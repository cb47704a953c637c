"""The head of a consolidated text: which document it gives, as amended, and by what.

Ordinance 01/2012/UBTVQH13 on consolidation: under the title stands "Thông tư số 32/2016/TT-BLĐTBXH ngày 25 tháng 10 năm
2016 của Bộ trưởng ..., có hiệu lực kể từ ngày ..., được sửa đổi, bổ sung bởi:". A conversion runs it on behind the title.
The Official Gazette sets "VĂN BẢN HỢP NHẤT - BỘ Y TẾ" above: the name of its section, no head of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.lines import Line
from ingest.parse.issuers import Issuer
from ingest.parse.lines import CONSOLIDATED
from ingest.parse.numbers import Found, PlaceDate, number_and_date
from ingest.parse.parts import is_motto
from ingest.plan import Range

__all__ = ["consolidated_issuer", "consolidated_number", "is_section_name"]

_SECTION_RE = re.compile(r"VĂN BẢN HỢP NHẤT\s*[-–]")
_CONSOLIDATED_RE = re.compile(CONSOLIDATED)
_BY_RE = re.compile(
    r"năm\s+\d{4}\s+của\s+(?:Bộ trưởng\s+)?(?P<body>Chính phủ|Quốc hội|Ủy ban Thường vụ Quốc hội|Thủ tướng Chính phủ|Bộ\s+[^\d:;]{3,60}?)(?=\s+(?:quy định|hướng dẫn|về|ban hành|thực hiện|sửa đổi|và Bộ)(?!\w)|,)"
)
_NUMBER_AT_RE = re.compile(r"(?=số\s+\d{1,3}/\d{4}/)")


def is_section_name(lines: Sequence[Line], at: int) -> bool:
    """Tell whether line ``at`` names a section of the Gazette, above the head of the text itself.

    >>> head = [Line(0, "VĂN BẢN HỢP NHẤT - BỘ Y TẾ"), Line(30, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]
    >>> is_section_name(head, 0), is_section_name(head, 1)
    (True, False)
    """
    named = _SECTION_RE.match(lines[at].text) is not None
    return named and any(is_motto(line.text) for line in lines[at + 1 : at + 8])


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
