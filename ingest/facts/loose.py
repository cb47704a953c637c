"""Subjects outside the grammar of agencies: whoever stands before "chủ trì" or "có trách nhiệm".

In: a clause and a place in it. Out: who is charged and where the predicate begins. These two words of charge are
said of bodies only, so the words before them are a name even when no list knows it ("Quân ủy Trung ương chủ trì, chỉ
đạo ..."); "cơ quan chủ trì" by itself is a noun.
"""

from __future__ import annotations

import re

from ingest.facts.agencies import Agency, split_names
from ingest.facts.verbs import PREDICATE_RE, starts_predicate

__all__ = ["BODY_WORD_RE", "charged_subject", "common_subject", "means_whoever", "own_name"]

BODY_WORD_RE = re.compile(
    r"(?i)(?:các\s+(?:sở|công\s+chức|cán\s+bộ|thành\s+viên|cơ\s+quan|cơ\s+sở|đơn\s+vị|tổ\s+chức|hội|ban|doanh\s+nghiệp|trường|bệnh\s+viện|công\s+ty|ngân\s+hàng|chủ|viện|trung\s+tâm|hộ|nhà|đồng\s+chí)|sở|ban|ủy\s+ban|uỷ\s+ban|ubnd|hđnd|văn\s+phòng|phòng|công\s+an|thanh\s+tra|hội|đoàn|liên\s+đoàn|liên\s+minh|liên\s+hiệp|viện|trung\s+tâm|trường|bệnh\s+viện|chi\s+cục|cục|tổng\s+cục|"
    r"công\s+ty|tập\s+đoàn|bộ|đài|báo|cổng|ngân\s+hàng|kho\s+bạc|bưu\s+điện|bảo\s+hiểm|tòa\s+án|toà\s+án|viện\s+kiểm|mặt\s+trận|đảng\s+ủy|đảng\s+uỷ|doanh\s+nghiệp|hiệp\s+hội|chủ\s+đầu\s+tư|nhà\s+đầu\s+tư|nhà\s+thầu|tổ|hợp\s+tác\s+xã|cơ\s+quan|cơ\s+sở|đơn\s+vị|vnpt|viettel|thủ\s+trưởng|giám\s+đốc|chủ\s+tịch|công\s+chức|cán\s+bộ|quân\s+ủy|người\s+đứng\s+đầu)(?!\w)"
)
"""The word that a body's name begins with."""
_LISTED_RE = re.compile(r"(?:ngành|địa\s+phương|đoàn\s+thể|tổ\s+chức|cá\s+nhân|xã|phường|đặc\s+khu)(?!\w)")
_WORDS = 22
"""Words in the longest description of a body."""
_NAME = r"(?P<name>[^\s,;:.()“”\"][^;:.()“”\"]{1,200}?)\s+"
# "X quyết định và chịu trách nhiệm": behind "và" the charge is the second thing that X does, and no name ends there.
_CHARGED_RE = re.compile(
    rf"{_NAME}(?<!\svà\s)(?<!\shoặc\s)(?=(?:(?:phải|cần|cùng|còn|hoàn\s+toàn|trực\s+tiếp)\s+){{0,2}}(?:có|chịu)\s+(?:trách\s+nhiệm|nhiệm\s+vụ|nghĩa\s+vụ)(?!\s+của|\s+cá\s+nhân)(?!\w))"
)
_LEADS_RE = re.compile(rf"{_NAME}(?=(?:đồng\s+)?chủ\s+trì(?!\w))")
# What follows "chủ trì" where it is a verb with its own subject: "chủ trì, phối hợp ...", "chủ trì tổng hợp ...".
_LEAD_VERB_RE = re.compile(
    r"(?:đồng\s+)?chủ\s+trì\s*(?:,|;|và|cùng)?\s*(?:\(|với\s|phối\s+hợp|việc\s)|(?:đồng\s+)?chủ\s+trì\s*,?\s+"
)
_GENERIC_RE = re.compile(
    r"(?i)(?:.*\s)?(?:(?:các\s+)?(?:cơ\s+quan|đơn\s+vị|tổ\s+chức|cá\s+nhân|cấp|ngành|bộ|người|phòng|vai\s+trò|trò|cán\s+bộ|nhiệm\s+vụ|giao|được|tự|theo)(?:\s*,\s*|\s+và\s+|\s*$))+"
)
_NO_NAME_RE = re.compile(
    r"(?i)(?:^|\s)(?:để|nhằm|thì|khi|nếu|do|bởi|đã|sẽ|mà|này|rằng|vì|không|(?<!được\s)giao|chỉ\s+đạo|hướng\s+dẫn|đôn\s+đốc|yêu\s+cầu|đề\s+nghị|phải|(?<!cơ\squan\s)(?<!đơn\svị\s)chủ\s+trì|trường\s+hợp|đối\s+với|trách\s+nhiệm|gồm|như)(?:\s|$)"
)


# "Sở Nội vụ trong thời gian 05 ngày có trách nhiệm", "Người lao động tự chịu trách nhiệm": no part of the name.
_ASIDE_RE = re.compile(
    r",?\s+(?:trong\s+(?:thời\s+(?:gian|hạn)|phạm\s+vi)|chậm\s+nhất|kể\s+từ|theo\s+(?:chức\s+năng|thẩm\s+quyền|nhiệm\s+vụ)|căn\s+cứ)(?!\w)|\s+(?:tự|đều|cũng|trực\s+tiếp)$"
)
_PERSON_RE = re.compile(r"(?:[đĐ]ồng\s+chí|[đĐ]/c|[ÔôBb](?:ng|à))\s+[A-ZĐÀ-Ỹ]")


def charged_subject(
    text: str, place: int, end: int, *, inside: bool = False
) -> tuple[tuple[Agency, ...], int] | None:
    """Read who is charged at ``place``: (the bodies, where the predicate begins); ``inside``: after a lead-in's comma.

    >>> text = "Quân ủy Trung ương chủ trì, chỉ đạo các cơ quan"
    >>> found = charged_subject(text, 0, len(text))
    >>> [body.name for body in found[0]], text[found[1] :]
    (['Quân ủy Trung ương'], 'chủ trì, chỉ đạo các cơ quan')
    >>> charged_subject("Cơ quan chủ trì tổ chức cuộc họp", 0, 32) is None
    True
    """
    charged = _CHARGED_RE.match(text, place, end)
    leads = _LEADS_RE.match(text, place, end)
    if leads and (
        _GENERIC_RE.fullmatch(leads["name"])
        or not _LEAD_VERB_RE.match(text, leads.end(), end)
        or not _acts(text, leads.end(), end)
    ):
        leads = None
    found = min((m for m in (charged, leads) if m), key=lambda m: m.end(), default=None)
    if found is None or not _names_body(found["name"], inside):
        return None
    name = own_name(found["name"])
    person = _PERSON_RE.match(name) is not None
    bodies = (
        (Agency(name, place, place + len(name)),) if person else split_names(text[: place + len(name)], place)
    )
    return bodies, found.end()


def own_name(words: str) -> str:
    """The words before a charge without the time, field or ground that stands between the name and it.

    >>> own_name("Sở Nội vụ trong thời gian 05 ngày")
    'Sở Nội vụ'
    """
    aside = _ASIDE_RE.search(words)
    return words[: aside.start()] if aside and aside.start() else words


def _acts(text: str, at: int, end: int) -> bool:
    """Whether a verb or partners follow "chủ trì"; without them it ends a noun phrase."""
    lead = _LEAD_VERB_RE.match(text, at, end)
    return lead is not None and (
        re.search(r"[,(]|với|phối|việc", lead[0]) is not None
        or PREDICATE_RE.match(text, lead.end(), end) is not None
    )


def _names_body(name: str, inside: bool) -> bool:
    if len(name.split()) > _WORDS or _NO_NAME_RE.search(name) or starts_predicate(name) or name == "Tự":
        return False
    if not _PERSON_RE.match(name) and any(
        not (BODY_WORD_RE.match(piece) or _LISTED_RE.match(piece))
        for piece in re.split(r",\s*(?:và\s+)?", name)[1:]
    ):
        return False
    if _PERSON_RE.match(name):
        return True
    if inside or "," in name:
        return BODY_WORD_RE.match(name) is not None
    return name[0].isupper() and not name.startswith("Có ")


_COMMON_RE = re.compile(
    r"(?:Các\s+|Mỗi\s+)?(?i:doanh\s+nghiệp|hợp\s+tác\s+xã|cơ\s+sở(?=\s+(?:đào|giáo|sản|kinh|y|khám|nghiên))|hiệp\s+hội|nhà\s+đầu\s+tư|chủ\s+đầu\s+tư|nhà\s+thầu|trường(?!\s+hợp)|chủ\s+(?:rừng|hộ|cơ\s+sở))(?!\w)"
)


def common_subject(text: str, place: int, end: int) -> tuple[tuple[Agency, ...], int] | None:
    """Read a kind of body named by common nouns at the head of a clause, up to its verb.

    >>> text = "Doanh nghiệp viễn thông, bưu chính ưu tiên đầu tư hạ tầng số"
    >>> found = common_subject(text, 0, len(text))
    >>> [body.name for body in found[0]], text[found[1] :]
    (['Doanh nghiệp viễn thông, bưu chính'], 'ưu tiên đầu tư hạ tầng số')
    """
    head = _COMMON_RE.match(text, place, end)
    if head is None or not text[place].isupper():
        return None
    stop = re.compile(r"[;:.(]").search(text, head.end(), end)
    for word in re.compile(r"(?<=\s)(?=\w)").finditer(text, head.end() + 1, stop.start() if stop else end):
        name = text[place : word.start()].rstrip(" ,")
        if len(name.split()) > 12 or name.endswith((" là", " gồm")):
            return None
        if PREDICATE_RE.match(text, word.start(), end):
            return (Agency(name, place, place + len(name), collective=True),), word.start()
    return None


_WHOEVER_RE = re.compile(
    r"(?i)(?:từng\s+)?(?:bộ|cơ\s+quan|đơn\s+vị|tổ\s+chức|cá\s+nhân)(?:(?:\s*,\s*|\s+và\s+|\s+hoặc\s+)(?:cơ\s+quan|đơn\s+vị|tổ\s+chức|cá\s+nhân))*(?:\s+(?:trực\s+thuộc|có\s+liên\s+quan|liên\s+quan|trung\s+ương))?"
)


def means_whoever(actors: tuple[Agency, ...]) -> bool:
    """Whether "đơn vị trực thuộc (chủ trì thực hiện dự án)" means whoever leads it: then "chủ trì" describes the body.

    >>> means_whoever((Agency("cơ quan, đơn vị trực thuộc", 0, 26),)), means_whoever((Agency("Sở Y tế", 0, 7),))
    (True, False)
    """
    return all(_WHOEVER_RE.fullmatch(actor.name) for actor in actors)
