"""One body under its many names, where a question meets a plan.

``ingest.facts.bodies.agencies`` tells names apart as a clerk would who must not mix up two bodies. An officer who asks
is looser: "cấp xã", "các xã, phường" and "Ủy ban nhân dân các xã, phường, đặc khu" are the same addressees, and
so are "các sở, ngành" and "các sở, ban, ngành tỉnh". In: names as written. Out: keys under which these meet.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.facts.bodies.agencies import agency_key, elsewhere, same_agency

__all__ = ["body_key", "same_body"]

_COMMUNE = r"(?:xa|phuong|thi tran|dac khu)"
_DISTRICT = r"(?:huyen|thi xa|quan|thanh pho)"
_OF_ALL = r"(?:tat ca |cac |tung |moi )*"
_OF_THE_PROVINCE = r"(?: (?:tren dia ban|trong|cua|thuoc))?(?: (?:toan )?(?:tinh|thanh pho))?"
_LEVEL = r"(?: (?P<level>trung uong|tinh|thanh pho|huyen|xa|phuong|cac cap)(?P<place>(?: [a-z]+){1,4})?)?"
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    # Local governments in the plural or by their level; since 2025 communes are the only lower level.
    (
        "uy ban nhan dan cap xa",
        re.compile(
            rf"(?:(?:uy ban nhan dan|chinh quyen) )?{_OF_ALL}(?:cap xa|{_COMMUNE}(?: {_COMMUNE})+){_OF_THE_PROVINCE}"
            rf"|(?:uy ban nhan dan|chinh quyen) {_OF_ALL}{_COMMUNE}"
        ),
    ),
    (
        "uy ban nhan dan cap huyen",
        re.compile(
            rf"(?:(?:uy ban nhan dan|chinh quyen) )?{_OF_ALL}(?:cap huyen|huyen(?: {_DISTRICT})+){_OF_THE_PROVINCE}"
            rf"|(?:uy ban nhan dan|chinh quyen) {_OF_ALL}huyen"
        ),
    ),
    (
        "chu tich uy ban nhan dan cap xa",
        re.compile(rf"chu tich (?:uy ban nhan dan )?{_OF_ALL}(?:cap xa|{_COMMUNE}(?: {_COMMUNE})*)"),
    ),
    (
        "so nganh",
        re.compile(r"so(?: ban)? nganh(?: doan the)?(?: cap)?(?: tinh| thanh pho)?(?: co)?(?: lien quan)?"),
    ),
    (
        "mat tran to quoc",
        re.compile(
            rf"(?:uy ban )?mat tran to quoc(?: viet nam)?(?: cac doan the(?: chinh tri xa hoi)?)?{_LEVEL}"
        ),
    ),
    ("hoi cuu chien binh", re.compile(rf"hoi cuu chien binh(?: viet nam)?{_LEVEL}")),
    ("hoi nong dan", re.compile(rf"hoi (?:nong dan|nd)(?: viet nam)?{_LEVEL}")),
    ("hoi lien hiep phu nu", re.compile(rf"hoi (?:lien hiep )?phu nu(?: viet nam)?{_LEVEL}")),
    ("doan thanh nien", re.compile(rf"doan thanh nien(?: cong san ho chi minh)?{_LEVEL}")),
    ("doan thanh nien", re.compile(r"(?P<level>tinh|thanh|huyen|xa) doan(?P<place>(?: [a-z]+){1,4})?")),
)
_BRANCH_RE = re.compile(r"\b(?:chi nhanh )?(?:khu vuc|kv) (?=[\divx])")
"""A regional branch of a central body, with and without the word ("NHNN khu vực 14")."""
_LEVEL_RE = re.compile(r"\bcap (?=(?:trung uong|tinh|huyen|xa)$)")
"""The word of a body's level, said or left out ("Công an cấp xã")."""
_LEVELS = {"thanh pho": "tinh", "thanh": "tinh", "phuong": "xa", "cac cap": ""}
"""A city's and a ward's bodies stand at the level of a province's and a commune's."""


@lru_cache(maxsize=100_000)
def _parted(name: str) -> tuple[str, str]:
    """The body's kind or key, and its level and place where the kind is one that has levels."""
    key = _BRANCH_RE.sub("khu vuc ", agency_key(name))
    for kind, pattern in _KINDS:
        if match := pattern.fullmatch(key):
            found = match.groupdict()
            level = found.get("level") or ""
            return kind, _LEVELS.get(level, level) + (found.get("place") or "")
    return _LEVEL_RE.sub("", key), ""


def body_key(name: str) -> str:
    """The key under which all names of a body meet.

    >>> body_key("các xã, phường") == body_key("UBND cấp xã") == body_key("Ủy ban nhân dân các xã, phường, đặc khu")
    True
    >>> body_key("NHNN KV 14") == body_key("Ngân hàng Nhà nước Chi nhánh Khu vực 14")
    True
    >>> body_key("Công an cấp xã") == body_key("Công an xã"), body_key("UBND cấp tỉnh") == body_key("UBND tỉnh")
    (True, True)
    >>> body_key("MTTQ tỉnh") == body_key("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"), body_key("Sở Nội vụ")
    (True, 'so noi vu')
    """
    return " ".join(part for part in _parted(name) if part)


@lru_cache(maxsize=100_000)
def same_body(one: str, other: str) -> bool:
    """Whether two names can mean one body: equal keys, or one only adds whose it is.

    >>> same_body("Mặt trận Tổ quốc", "Ủy ban MTTQ Việt Nam tỉnh"), same_body("MTTQ huyện", "MTTQ tỉnh")
    (True, False)
    >>> same_body("MTTQ tỉnh Đắk Lắk", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"), same_body("MTTQ tỉnh A", "MTTQ tỉnh B")
    (True, False)
    """
    if elsewhere(one, other):
        return False
    (kind, level), (other_kind, other_level) = _parted(one), _parted(other)
    if kind == other_kind:
        short, long = sorted((level, other_level), key=len)
        return not short or short == long or long.startswith(f"{short} ")
    return same_agency(one, other)
