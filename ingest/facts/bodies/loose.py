"""Subjects outside the grammar of agencies: whoever stands before "chủ trì" or "có trách nhiệm".

In: a clause and a place in it. Out: who is charged and where the predicate begins. These two words of charge are
said of bodies only, so the words before them are a name even when no list knows it ("Quân ủy Trung ương chủ trì, chỉ
đạo ..."); "cơ quan chủ trì" by itself is a noun.
"""

from __future__ import annotations

import re

from ingest.facts.bodies.agencies import Agency, split_names
from ingest.facts.language.verbs import PREDICATE_RE, starts_predicate
from ingest.spelling import spaced_re

__all__ = ["BODY_WORD_RE", "charged_subject", "common_subject", "means_whoever", "own_name"]

BODY_WORD_RE = spaced_re(
    r"(?i)(?:các (?:sở|công chức|cán bộ|thành viên|cơ quan|cơ sở|đơn vị|tổ chức|hội|ban|doanh nghiệp|trường|bệnh viện|công ty|ngân hàng|chủ|viện|trung tâm|hộ|nhà|khu (?:công nghiệp|công nghệ|kinh tế|chế xuất)|đồng chí)|sở|ban|ủy ban|uỷ ban|ubnd|hđnd|văn phòng|phòng|công an|thanh tra|hội|đoàn|liên đoàn|liên minh|liên hiệp|viện|trung tâm|trường(?! hợp)|bệnh viện|chi cục|cục|tổng cục|"
    r"công ty|tập đoàn|bộ|đài|báo(?! cáo)|cổng|ngân hàng|kho bạc|bưu điện|bảo hiểm|tòa án|toà án|viện kiểm|mặt trận|đảng ủy|đảng uỷ|doanh nghiệp|hiệp hội|chủ đầu tư|nhà đầu tư|nhà thầu|tổ|hợp tác xã|cơ quan|cơ sở|đơn vị|vnpt|viettel|thủ trưởng|giám đốc|chủ tịch|công chức|cán bộ|quân ủy|người đứng đầu)(?!\w)"
)
"""The word that a body's name begins with."""
_LISTED_RE = spaced_re(r"(?:ngành|địa phương|đoàn thể|tổ chức|cá nhân|xã|phường|đặc khu)(?!\w)")
_WORDS = 22
"""Words in the longest description of a body."""
_NAME = r"(?P<name>[^\s,;:.()“”\"][^;:.()“”\"]{1,200}?)\s+"
# "X quyết định và chịu trách nhiệm": behind "và" the charge is the second thing that X does, and no name ends there.
_CHARGED_RE = spaced_re(
    rf"{_NAME}(?<!\svà\s)(?<!\shoặc\s)(?=(?:(?:phải|cần|cùng|còn|hoàn toàn|trực tiếp) ){{0,2}}(?:có|chịu) (?:(?:các|những) )?(?:trách nhiệm|nhiệm vụ|nghĩa vụ)(?! của| cá nhân)(?!\w))"
)
_LEADS_RE = re.compile(rf"{_NAME}(?=(?:đồng\s+)?chủ\s+trì(?!\w))")
# What follows "chủ trì" where it is a verb with its own subject: "chủ trì, phối hợp ...", "chủ trì tổng hợp ...".
_LEAD_VERB_RE = spaced_re(
    r"(?:đồng )?chủ trì\s*(?:,|;|và|cùng)?\s*(?:\(|với\s|phối hợp|việc\s)|(?:đồng )?chủ trì\s*,? "
)
_GENERIC_RE = spaced_re(
    r"(?i)(?:.*\s)?(?:(?:các )?(?:cơ quan|đơn vị|tổ chức|cá nhân|cấp|ngành|bộ|người|phòng|vai trò|trò|cán bộ|nhiệm vụ|giao|được|tự|theo)(?:\s*,\s*| và |\s*$))+"
)
_NO_NAME_RE = spaced_re(
    r"(?i)(?:^|\s)(?:để|nhằm|thì|khi|nếu|do|bởi|đã|sẽ|mà|này|rằng|vì|không|(?<!được\s)giao|chỉ đạo|hướng dẫn|đôn đốc|yêu cầu|đề nghị|phải|(?<!cơ\squan\s)(?<!đơn\svị\s)chủ trì|trường hợp|đối với|trách nhiệm|gồm|như)(?:\s|$)"
)


# "Sở Nội vụ trong thời gian 05 ngày có trách nhiệm", "Sở Y tế là cơ quan giúp việc có ...": no part of the name.
_ASIDE_RE = spaced_re(
    r",? (?:trong (?:quá trình|thời (?:gian|hạn)|phạm vi|vòng)|(?:trước|sau) khi|chậm nhất|kể từ|theo (?:chức năng|thẩm quyền|nhiệm vụ)|căn cứ)(?!\w)|(?<!phải)(?<!tắt)(?<!chung)(?<!động) là (?:các )?(?:cơ quan|đơn vị|người|đầu mối|tổ chức|đối tượng)(?!\w)| (?:tự|đều|cũng|vẫn|(?<!ình\s)(?<!ứng\s)(?<!ịa\s)chỉ|cùng|phải|(?<!lý\s)(?<!trên\s)trực tiếp|tạm thời|(?:phải )?hoàn toàn|chủ động|thì)\s*$"
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
    # "Khả năng chủ trì tham mưu": what a post asks of its holder.
    return name[0].isupper() and not name.startswith(("Có ", "Khả năng", "Kỹ năng", "Năng lực"))


_COMMON_RE = spaced_re(
    r"(?:Các |Mỗi )?(?i:doanh nghiệp|hợp tác xã|cơ sở(?= (?:đào|giáo|sản|kinh|y|khám|nghiên))|hiệp hội|nhà đầu tư|chủ đầu tư|nhà thầu|trường(?! hợp)|chủ (?:rừng|hộ|cơ sở))(?!\w)"
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


_WHOEVER_RE = spaced_re(
    r"(?i)(?:từng )?(?:bộ|cơ quan|đơn vị|tổ chức|cá nhân)(?:(?:\s*,\s*| và | hoặc )(?:cơ quan|đơn vị|tổ chức|cá nhân))*(?: (?:trực thuộc|có liên quan|liên quan|trung ương))?"
)


def means_whoever(actors: tuple[Agency, ...]) -> bool:
    """Whether "đơn vị trực thuộc (chủ trì thực hiện dự án)" means whoever leads it: then "chủ trì" describes the body.

    >>> means_whoever((Agency("cơ quan, đơn vị trực thuộc", 0, 26),)), means_whoever((Agency("Sở Y tế", 0, 7),))
    (True, False)
    """
    return all(_WHOEVER_RE.fullmatch(actor.name) for actor in actors)
