"""Laws cited by name, with or without a number ("Luật Tiếp công dân", "Luật Đất đai số 31/2024/QH15")."""

from __future__ import annotations

import re

from ingest.facts.cited.mention import Mention, one_line, type_name
from ingest.facts.language.lexicon import LOWER, UPPER, alternatives, read_list
from ingest.facts.language.patterns import DATE_RE, iso_date, normal_number
from ingest.plan import Range
from ingest.spelling import spaced, spaced_re

__all__ = ["LAW_TYPES", "find_laws"]

LAW_TYPES = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "Điều lệ"})
_LAWS = alternatives(list(read_list("laws.txt")))
_OTHER = spaced(
    r"(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư|Chỉ thị|Kế hoạch|Kết luận)"
)
# What stands between "Luật" and its number is its name, whatever words it is made of.
_NUMBERED = (
    rf"[{UPPER}](?:(?!\s{_OTHER}\s)[^;.()\n]){{2,150}}?(?=\s+số\s+\d{{1,4}}/(?:19|20)\d\d/(?:QH|UBTVQH))"
)
# A law by name: before its number, from the list, or a capitalised name that ends before punctuation or a function word.
_LAW_RE = spaced_re(
    rf"(?<!\w)(?P<type>Bộ luật|Luật|Pháp lệnh|Hiến pháp)(?: (?P<name>{_NUMBERED}|(?i:{_LAWS})(?!\w)|[{UPPER}]{{2,6}}(?!\w)|(?!(?:này|trên|số)\b)[{UPPER}][{LOWER}]+(?: (?!(?:năm|ngày|số|và|của|được|có|đến|cho|trong|theo|trên|tại|là|để|do|khi|với|các|quy|sửa|thì|đã|này|về|gắn|bằng)\b)[{LOWER}]+){{1,7}}))?"
    rf"(?P<amends> sửa đổi,? bổ sung[^;.]{{0,120}}?)?(?=\W|$)(?:\s*(?:số )?(?P<number>\d{{1,4}}/(?:19|20)\d\d/(?:QH|UBTVQH|PL-UBTVQH)\d{{1,2}}))?(?:\s*,?\s*(?:ban hành )?(?:năm (?P<year>(?:19|20)\d\d)|(?=\d{{4}}\b)(?P<year2>(?:19|20)\d\d)))?"
)
_AMENDING_RE = spaced_re(
    r"(?<!\w)(?P<type>Bộ luật|Luật|Pháp lệnh) (?P<name>[sS]ửa đổi,? bổ sung (?:một số điều )?(?:của )?(?:các )?[^;.:\n]{3,400}?)(?=\s*(?:[;.:\n]|$)|\s*,? (?:bao )?gồm\s*:| (?:số \d|ngày \d|\(|năm \d))"
    r"(?:\s*(?:số )(?P<number>\d{1,4}/(?:19|20)\d\d/(?:QH|UBTVQH)\d{1,2}))?"
)
# The charter of the Party, of the Front and the unions: documents known by name alone.
_CHARTER_RE = spaced_re(
    rf"(?<!\w)(?P<type>Điều lệ) (?P<number>)(?P<name>Đảng(?: Cộng sản Việt Nam)?(?! (?:ủy|uỷ|bộ|viên)(?!\w))|(?:Công đoàn|Mặt trận Tổ quốc|Đoàn [tT]hanh niên|Đoàn TNCS|Hội [{UPPER}][{LOWER}]+)(?: [^\s,;:.()]+){{0,4}}? (?:Việt Nam|Hồ Chí Minh))(?!\w)"
)
_DAY_RE = re.compile(r"\s*,?\s*ngày\s+(?=\d)")


def find_laws(text: str) -> list[Mention]:
    """Laws by name; a law inside the name of the law that amends it is not cited for itself.

    >>> [(law.title, law.date) for law in find_laws("Luật Thú y; Luật sửa đổi, bổ sung Luật Thú y ngày 02/6/2025")]
    [('sửa đổi, bổ sung Luật Thú y', '2025-06-02'), ('Thú y', None)]
    """
    amending = [_mention(text, match) for match in _AMENDING_RE.finditer(text)]
    plain = [_mention(text, match) for match in _CHARTER_RE.finditer(text)]
    plain += [
        _mention(text, match)
        for match in _LAW_RE.finditer(text)
        if match["name"] or (match["type"].startswith("Hiến") and (match["year"] or match["year2"]))
    ]
    return amending + [
        law
        for law in plain
        if not any(other.range.start <= law.range.start < other.range.end for other in amending)
    ]


def _mention(text: str, match: re.Match[str]) -> Mention:
    lead = _DAY_RE.match(text, match.end())
    dated = DATE_RE.match(text, lead.end()) if lead else None
    return Mention(
        type_name(match["type"]),
        normal_number(match["number"]) if match["number"] else None,
        iso_date(dated) if dated else None,
        None,
        one_line(match["name"]) if match["name"] else None,
        Range(match.start(), dated.end() if dated else match.end()),
    )
