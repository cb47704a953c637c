"""What a parent says of the unit beside others: it works with the others only, and what they send it goes to its gatherer.

In: a text of the parent, and the profile. Out: the text as the unit's own plan says it.
"""

from __future__ import annotations

import re

from assistant.draft.child.assign import gatherer_of
from assistant.draft.parent.binding import reach_of
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.facts.bodies.agencies import find_agencies, same_agency
from ingest.facts.language.verbs import starts_predicate
from ingest.spelling import spaced_re

__all__ = ["as_of_one", "not_with_self", "sent_to_gatherer", "to_own_gatherer", "without_self"]

_TOGETHER_RE = re.compile(
    r"(?i)(?:(?<=chủ trì), )?(?<!\w)(?:và )?(?:thường xuyên )?phối hợp(?: chặt chẽ| tốt)? (?:với|cùng) (?P<before>(?:[^.;:]{0,76}?(?:,|\svà)\s)?)$"
)
_LEAST = r"(?:ít nhất|tối thiểu|trên|từ|không quá|tối đa|khoảng|đạt)"
_NEXT_RE = spaced_re(r"\s*,\s*(?:và )?| và ")
_SENT_RE = re.compile(
    r"(?i)(?:gửi|báo cáo|phản ánh|đăng ký)(?: (?:(?!qua(?!\w))[^.;:,]){0,40}?)?(?: về| cho| đến| tới)?\s+$"
)


def without_self(text: str, profile: UnitProfile) -> str:
    """Drop "(qua Sở Nội vụ tổng hợp)", which says nothing in the plan of Sở Nội vụ."""

    def one(match: re.Match[str]) -> str:
        mine = any(same_agency(a.name, profile.name) for a in find_agencies(match[0]))
        return "" if mine else match[0]

    text = re.sub(r"\s*\(qua [^)]*\)", one, text)
    return to_own_gatherer(not_with_self(text, profile), profile)


def as_of_one(text: str, profile: UnitProfile) -> str:
    """Say what is told of each of many ("mỗi trường 01 tủ sách", "02 buổi/trường") as of the unit alone.

    >>> as_of_one("Các trường lập mỗi trường 01 câu lạc bộ, sinh hoạt 02 buổi/trường/tháng", UnitProfile("Trường THCS A", "school"))
    'Các trường lập 01 câu lạc bộ, sinh hoạt 02 buổi/tháng'
    """
    one = re.escape(kind_of(profile).self.removeprefix("Nhà ").removeprefix("nhà ").lower())
    text = re.sub(rf"(?<=\w) (?:mỗi|từng) {one}(?= (?:{_LEAST}\s+)?\d)", "", text)
    text = re.sub(
        rf"(?<=, )mỗi {one} (?=\w)", lambda m: "" if starts_predicate(text, m.end()) else m[0], text
    )
    return re.sub(rf"(?<!\d)(\d[\d.,]*(?:\s+[^\W\d]+){{1,3}})/{one}(?!\w)", r"\1", text)


def not_with_self(text: str, profile: UnitProfile) -> str:
    """Tell the unit to work with the others of a list only, never with itself.

    >>> unit = UnitProfile("Sở Nội vụ", "department")
    >>> not_with_self("Chủ trì, phối hợp với Sở Nội vụ, Sở Tài chính rà soát biên chế.", unit)
    'Chủ trì, phối hợp với Sở Tài chính rà soát biên chế.'
    >>> not_with_self("Chủ động phối hợp với Sở Nội vụ rà soát biên chế.", unit)
    'Chủ động rà soát biên chế.'
    >>> not_with_self("Phối hợp với ngân hàng mở tài khoản tại Sở Nội vụ hoặc tại nhà.", unit)
    'Phối hợp với ngân hàng mở tài khoản tại Sở Nội vụ hoặc tại nhà.'
    """
    for agency in reversed(find_agencies(text)):
        together = _TOGETHER_RE.search(text[: agency.start])
        if agency.collective or together is None or not same_agency(agency.name, profile.name):
            continue
        mark = _NEXT_RE.match(text, agency.end)
        if mark and any(a.start == 0 for a in find_agencies(text[mark.end() :])):
            text = text[: agency.start] + text[mark.end() :]
        elif together["before"].strip():
            # "với Sở Tài chính, Sở Nội vụ": only this one of the list falls out.
            before = re.sub(r"(?:\s*,|\s+và)\s*$", "", text[: agency.start])
            text = before + text[agency.end :]
        else:
            text = text[: together.start()] + text[agency.end :].lstrip(" ,")
    return text


def to_own_gatherer(text: str, profile: UnitProfile) -> str:
    """What others send to the unit its own parts send to who gathers reports.

    >>> unit = UnitProfile("Sở Nội vụ", "department", gatherer="Văn phòng Sở")
    >>> to_own_gatherer("Các sở, ngành gửi kết quả về Sở Nội vụ trước ngày 10/6.", unit)
    'Các sở, ngành gửi kết quả về Văn phòng Sở trước ngày 10/6.'
    >>> to_own_gatherer("Các sở, ngành gửi kết quả về Sở Nội vụ (qua Văn phòng Sở).", unit)
    'Các sở, ngành gửi kết quả về Văn phòng Sở.'
    """
    for agency in reversed(find_agencies(text)):
        mine = not agency.collective and reach_of(agency.name, profile, collective=False) == "unit"
        if mine and _SENT_RE.search(text[: agency.start]):
            who = gatherer_of(profile) or kind_of(profile).leaders
            # "về Sở Nội vụ (qua Văn phòng Sở)": who gathers is said once.
            through = re.compile(rf"\s*\(qua {re.escape(who)}\)").match(text, agency.end)
            text = text[: agency.start] + who + text[through.end() if through else agency.end :]
    return text


def sent_to_gatherer(text: str, profile: UnitProfile) -> bool:
    """Whether what is sent goes first to the unit's own gatherer, whoever hears of it later."""
    sent = (a.name for a in find_agencies(text) if not a.collective and _SENT_RE.search(text[: a.start]))
    return next(sent, None) == gatherer_of(profile) is not None
