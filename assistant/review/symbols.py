"""Which body a symbol belongs to and which body is named, so that the two can be compared.

Sources: Decree 30/2020/NĐ-CP, annex III (state symbols); 36-HD/VPTW and 05-HD/VPTW (Party symbols).
"""

from __future__ import annotations

import re

from ingest.facts.language.patterns import normal_number, number_system
from ingest.spelling import match_key

__all__ = ["body_class", "day_term", "is_central", "symbol_class", "symbol_fault", "unique_for_ever"]

_CODES = (
    ("tw", re.compile(r"(?:BCĐ|VP|BTC|BTG|BDV|BTGDV|BNC|UBKT|BCH)?TW|TWĐ")),
    ("tu", re.compile(r"(?:VP|BTC|BTG|BDV|BTGDV|BNC|UBKT)?TU")),
    ("hu", re.compile(r"(?:HU|ThU|QU)")),
    ("đu", re.compile(r"ĐU")),
    ("ttg", re.compile(r"TTg")),
    ("cp", re.compile(r"CP")),
    ("hđnd", re.compile(r"HĐND\d*")),
    ("ubnd", re.compile(r"UBND")),
)
_PARTY = {"tw", "tu", "hu", "đu"}
_BODIES = (
    ("bcđ", re.compile(r"ban chỉ đạo|hội đồng thi đua|liên|mặt trận|mttq")),
    ("ttg", re.compile(r"thủ tướng(?: chính phủ)?$")),
    ("cp", re.compile(r"chính phủ$")),
    ("tw", re.compile(r"(?:bộ chính trị|ban bí thư|ban chấp hành trung ương|bch trung ương|trung ương đảng|trung ương$)")),
    ("tu", re.compile(r"(?:(?:ban thường vụ|thường trực|ban chấp hành|btv|bch)\s+)?(?:tỉnh ủy|thành ủy|đảng bộ tỉnh|đảng bộ thành phố)")),
    ("hu", re.compile(r"(?:(?:ban thường vụ|thường trực|ban chấp hành|btv)\s+)?(?:huyện ủy|thị ủy|quận ủy|đảng bộ huyện)")),
    ("đu", re.compile(r"(?:(?:ban thường vụ|thường trực|btv)\s+)?đảng ủy")),
    ("hđnd", re.compile(r"(?:thường trực )?(?:hđnd|hội đồng nhân dân)")),
    ("ubnd", re.compile(r"(?:chủ tịch )?(?:ubnd|ủy ban nhân dân)")),
    ("sở", re.compile(r"(?:giám đốc )?sở\s")),
    ("bộ", re.compile(r"(?:bộ trưởng )?bộ\s(?!chính trị)")),
)  # fmt: skip
# What the head of government and the government issue (Law 64/2025/QH15 on legal documents, article 4; Decree 30).
_ALLOWED = {
    "ttg": {"QĐ", "CT", "CĐ", "TB", "CTR", "KH", "TTR", "BC"},
    "cp": {"NĐ", "NQ", "NQLT", "TTR", "BC", "CTR", "KH"},
}
_FORBIDDEN = {"ubnd": {"NĐ", "NQ", "KL", "TT", "PL"}, "hđnd": {"NĐ", "CT", "TT", "PL"}}

# Party numbers run through a committee's term; a boundary is a congress (XIII of the Party: 25/01-01/02/2021;
# provincial congresses ended by the Octobers of 2010, 2015, 2020 and 2025).
_TERMS = {
    "tw": ("2001-04-22", "2006-04-25", "2011-01-19", "2016-01-28", "2021-02-01", "2026-01-23"),
    "tu": ("2005-12-31", "2010-10-31", "2015-10-31", "2020-10-31", "2025-09-30"),
}


def symbol_class(number: str) -> str | None:
    """The class of body that a symbol names, None where the table does not know it.

    >>> symbol_class("33/CT-TTg"), symbol_class("114-KL/TU"), symbol_class("10-CTr/BDVTU-BCSĐUBND")
    ('ttg', 'tu', None)
    """
    tail = re.split(r"[/-]", normal_number(number))[-1]
    if normal_number(number).count("-") + normal_number(number).count("/") > 3:
        return None
    if number_system(number) == "party" and "-" in normal_number(number).split("/")[-1]:
        return None
    return next((name for name, shape in _CODES if shape.fullmatch(tail)), None)


def body_class(issuer: str) -> str | None:
    """The class of a body that is named in words.

    >>> body_class("Ban Bí thư"), body_class("Ban Thường vụ Tỉnh uỷ"), body_class("UBND tỉnh Sơn Hà")
    ('tw', 'tu', 'ubnd')
    """
    key = match_key(issuer).strip()
    return next((name for name, shape in _BODIES if shape.match(key)), None)


def is_central(number: str) -> bool:
    """Whether a number is one for the whole country: of the Party's centre, the Government, a law."""
    tight = normal_number(number)
    return symbol_class(number) in {"tw", "ttg", "cp"} or bool(
        re.search(r"/(?:QH|UBTVQH)\d|-VPCP$|-UBTVQH\d+$|TT-B[A-ZĐ]+$|TTLT-", tight)
    )


def unique_for_ever(number: str) -> bool:
    """Whether the number carries its year: it never returns.

    >>> unique_for_ever("59/2023/NĐ-CP"), unique_for_ever("33/CT-TTg")
    (True, False)
    """
    return re.match(r"[\d.]+[a-d]?/(?:19|20)\d\d/", normal_number(number)) is not None


def day_term(number: str, day: str) -> str:
    """Within what a number can occur once: a year for the state, a committee's term for the Party."""
    if unique_for_ever(number):
        return "ever"
    if number_system(number) == "state":
        return day[:4]
    bounds = _TERMS["tw" if symbol_class(number) == "tw" else "tu"]
    return str(sum(day >= bound for bound in bounds))


def symbol_fault(number: str) -> str | None:
    """Say what is impossible in a symbol by itself; None for a possible one.

    >>> symbol_fault("33/TT-TTg"), symbol_fault("60/NQ-TW")
    ('không có ký hiệu “TT-TTg”, vì cơ quan này không ban hành loại văn bản đó', 'ký hiệu của Đảng phải viết “60-NQ/TW”')
    >>> symbol_fault("33/CT-TTg"), symbol_fault("12-KH/UBND")
    (None, 'ký hiệu của cơ quan nhà nước phải viết “12/KH-UBND”')
    """
    tight = normal_number(number)
    body = symbol_class(number)
    shape = re.fullmatch(
        r"(?P<n>[\d.]+[a-d]?)(?P<a>[/-])(?P<type>[^/\-\d]+)(?P<b>[/-])(?P<who>[^/\-]+)", tight
    )
    if body is None or shape is None:
        return None
    parts = (shape["n"], shape["type"], shape["who"])
    if body in _PARTY and shape["a"] == "/":
        return "ký hiệu của Đảng phải viết “{}-{}/{}”".format(*parts)
    if body not in _PARTY and shape["a"] == "-":
        return "ký hiệu của cơ quan nhà nước phải viết “{}/{}-{}”".format(*parts)
    code = shape["type"].upper()
    wrong = code not in _ALLOWED[body] if body in _ALLOWED else code in _FORBIDDEN.get(body, ())
    return (
        f"không có ký hiệu “{shape['type']}-{shape['who']}”, vì cơ quan này không ban hành loại văn bản đó"
        if wrong
        else None
    )
