"""What a unit's own name tells of it: a mass organisation, a ministry, a company, a force, a vertical agency.

In: a unit's name. Out: which collectives of a parent include it beside those of its kind, which words do not set it
apart, which duties it may have, how it calls its parts (data/unit_natures.yaml); and the class that its name belongs
to ("Trung tâm chính trị phường Buôn Hồ" is one of "trung tâm chính trị xã, phường, đặc khu").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from assistant.draft.cause import Duty, Why, duty_named
from ingest.facts.bodies.short_forms import written_forms
from ingest.spelling import match_key

__all__ = ["HEADS", "Nature", "class_of_name", "debarred", "exempt", "head_word", "natures_of", "of_members"]

# What a body is called in short, and its head: by the first word of its name.
HEADS = {
    "Sở": "Giám đốc Sở",
    "Ban": "Trưởng Ban",
    "Thanh tra": "Chánh Thanh tra",
    "Văn phòng": "Chánh Văn phòng",
    "Chi cục": "Chi cục trưởng",
    "Tổng cục": "Tổng cục trưởng",
    "Cục": "Cục trưởng",
    "Bộ": "Bộ trưởng",
    "Hiệp hội": "Chủ tịch Hiệp hội",
    "Vụ": "Vụ trưởng",
    "Viện": "Viện trưởng",
    "Trung tâm": "Giám đốc Trung tâm",
    "Trường": "Hiệu trưởng",
    "Hội": "Chủ tịch Hội",
    "Liên đoàn": "Chủ tịch Liên đoàn",
    "Liên minh": "Chủ tịch Liên minh",
    "Đoàn": "Bí thư Đoàn",
    "Tỉnh đoàn": "Bí thư Tỉnh đoàn",
    "Thành đoàn": "Bí thư Thành đoàn",
    "Ủy ban": "Chủ tịch Ủy ban",
    "Tổng công ty": "Tổng Giám đốc Tổng công ty",
    "Tập đoàn": "Tổng Giám đốc Tập đoàn",
    "Công ty": "Giám đốc Công ty",
    "Doanh nghiệp": "Giám đốc Doanh nghiệp",
    "Hợp tác xã": "Giám đốc Hợp tác xã",
    "Ngân hàng": "Giám đốc Ngân hàng",
    "Bưu điện": "Giám đốc Bưu điện",
    "Kho bạc": "Giám đốc Kho bạc",
    "Bảo hiểm xã hội": "Giám đốc Bảo hiểm xã hội",
    "Thuế": "Trưởng Thuế",
    "Thống kê": "Trưởng Thống kê",
    "Công an": "Trưởng Công an",
    "Bộ Chỉ huy": "Chỉ huy trưởng",
    "Bộ Tư lệnh": "Tư lệnh",
    "Ban Chỉ huy": "Chỉ huy trưởng",
    "Tòa án": "Chánh án Tòa án",
    "Viện kiểm sát": "Viện trưởng Viện kiểm sát",
    "Báo": "Tổng Biên tập Báo",
    "Đài": "Giám đốc Đài",
    "Ban Quản lý": "Trưởng Ban Quản lý",
    "Trạm": "Trưởng Trạm",
    "Công đoàn": "Chủ tịch Công đoàn",
    "Học viện": "Giám đốc Học viện",
    "Bảo tàng": "Giám đốc Bảo tàng",
    "Thư viện": "Giám đốc Thư viện",
    "Nhà Văn hóa": "Giám đốc Nhà Văn hóa",
    "Nhà Thiếu nhi": "Giám đốc Nhà Thiếu nhi",
    "Quỹ": "Giám đốc Quỹ",
    "Vườn quốc gia": "Giám đốc Vườn quốc gia",
    "Hạt": "Hạt trưởng",
    "Đội": "Đội trưởng",
    "Khoa": "Trưởng khoa",
    "Phòng": "Trưởng phòng",
    "Tổ": "Tổ trưởng",
    "Bộ môn": "Trưởng bộ môn",
    "Phân xưởng": "Quản đốc phân xưởng",
    "Xí nghiệp": "Giám đốc Xí nghiệp",
    "Chi nhánh": "Giám đốc Chi nhánh",
    "Chi hội": "Chi hội trưởng",
    "Chi đoàn": "Bí thư Chi đoàn",
}
_DATA = Path(__file__).resolve().parents[2] / "data" / "unit_natures.yaml"
_WORDS = ("inner", "one_inner", "inner_heads", "leaders", "people", "head")
_LEVEL = r"(?:tỉnh|thành phố|thành|huyện|quận|thị xã|xã|phường|đặc khu|thị trấn|đảng)(?: (?:ủy|uỷ))?"
_LEVEL_RE = re.compile(rf"(?<!\w){_LEVEL}(?!\w)")
_MEMBERS = frozenset(
    {"socio_political", "association", "front", "union_of_a_workplace", "branch_of_an_organisation"}
)
_SERIES_RE = re.compile(r"(?P<head>\w+(?: \w+)+) (?P<which>khu vực|liên (?:huyện|xã)|số(?= \d)) ?\w.*")
"""One of several bodies told apart by area or number: "Hạt Kiểm lâm khu vực Tây", "Đội Quản lý thị trường số 3"."""
_OF_LEVEL = {
    "xã|phường|đặc khu|thị trấn": "xã|phường|đặc khu|thị trấn",
    "huyện|quận|thị xã": "huyện|quận|thị xã",
    "tỉnh|thành phố|thành|đảng": "tỉnh|thành phố|thành|tỉnh ủy|tỉnh uỷ|thành ủy|thành uỷ|đảng ủy",
}
"""What the classes of bodies of one level are called by."""


@dataclass(frozen=True, slots=True)
class Nature:
    """What one nature adds to a unit's kind."""

    name: str
    binds: tuple[str, ...]
    frees: tuple[str, ...]
    lacks: tuple[str, ...]
    duties: tuple[Duty, ...]
    fields: tuple[str, ...]
    one_of_class: str | None
    """Stands for the class of its kind where that is wider."""
    words: tuple[tuple[str, str], ...]
    """Its own words for its parts and leaders, by the field of ``Kind``."""
    noun: str = ""
    """What such parts of another body are called in lists of them; empty for a body that is no part."""
    which: str = ""
    """Words after the noun that leave the unit in."""
    apart: tuple[str, ...] = ()
    never: tuple[Duty, ...] = ()
    """Duties that its kind may have, but not such a body."""


@cache
def _natures() -> tuple[tuple[re.Pattern[str], Nature], ...]:
    table: dict[str, dict[str, Any]] = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
    return tuple(
        (
            re.compile(row["name"]),
            Nature(
                name,
                tuple(row.get("binds", ())),
                tuple(row.get("frees", ())),
                tuple(row.get("lacks", ())),
                tuple(duty_named(duty) for duty in row.get("duties", ())),
                tuple(row.get("fields", ())),
                row.get("class"),
                tuple((field, row[field]) for field in _WORDS if field in row),
                row.get("noun", ""),
                row.get("which", ""),
                tuple(row.get("apart", ())),
                tuple(duty_named(duty) for duty in row.get("never", ())),
            ),
        )
        for name, row in table.items()
    )


def head_word(name: str) -> str | None:
    """What a body calls itself: the longest known first words of its name.

    >>> head_word("Ban Quản lý các khu công nghiệp"), head_word("UBND xã A")
    ('Ban Quản lý', None)
    """
    found = (own for own in sorted(HEADS, key=len, reverse=True) if re.match(rf"(?i:{own})(?!\w)", name))
    return next(found, None)


@cache
def natures_of(name: str) -> tuple[Nature, ...]:
    """The natures that a unit's name tells.

    >>> [nature.name for nature in natures_of("Hội Nông dân tỉnh Sơn Hà")], natures_of("Sở Nội vụ")
    (['socio_political', 'association'], ())
    """
    key = match_key(name)
    return tuple(nature for shape, nature in _natures() if shape.search(key))


def exempt(name: str, *duties: Why) -> bool:
    """Whether one of some duties that only some bodies have may be this unit's.

    >>> exempt("Bộ Chỉ huy Quân sự tỉnh", "armed"), exempt("Báo Sơn Hà", "armed")
    (True, False)
    """
    return any(duty in nature.duties for nature in natures_of(name) for duty in duties)


def debarred(name: str, duty: Why) -> bool:
    """Whether a body of that name has not a duty that others of its kind may have.

    >>> debarred("Công ty Cấp nước Sơn Hà", "governing"), debarred("Thanh tra tỉnh", "governing")
    (True, False)
    """
    return any(duty in nature.never for nature in natures_of(name))


@cache
def class_of_name(name: str) -> str | None:
    """A pattern of the class that a unit's name belongs to: its name up to its level, before any levels.

    >>> shape = class_of_name("Trung tâm chính trị phường Buôn Hồ")
    >>> bool(re.search(shape, "trung tâm chính trị xã, phường, đặc khu")), class_of_name("Sở Nội vụ")
    (True, None)
    >>> re.search(class_of_name("Công an phường Bến Thượng"), "công an thành phố") is None
    True
    >>> unions = ("hội lhpn xã, phường", "hội phụ nữ các phường", "hội cơ sở", "hội nông dân các phường")
    >>> shape = class_of_name("Hội Liên hiệp Phụ nữ phường Bến Thượng")
    >>> [re.search(shape, union) is not None for union in unions]
    [True, True, True, False]
    >>> shape = class_of_name("Hạt Kiểm lâm khu vực Tây")
    >>> [re.search(shape, told) is not None for told in ("hạt kiểm lâm", "hạt kiểm lâm khu vực", "hạt kiểm lâm khu vực đông")]
    [True, True, False]
    """
    key = match_key(name)
    if series := _SERIES_RE.fullmatch(key):
        heads = "|".join(re.escape(form) for form in written_forms(series["head"]))
        return rf"^(?:các |mỗi |từng )?(?:{heads})(?: {series['which']})?$"
    levels = [m for m in _LEVEL_RE.finditer(key) if len(key[: m.start()].split()) >= 2]
    if not levels:
        return None
    head = key[: levels[-1].start()].strip(" -,")
    if re.match(r"(?:ủy ban nhân dân|ubnd|sở|hđnd|hội đồng nhân dân)(?!\w)", head) or len(head.split()) < 2:
        return None
    own = levels[-1][0].split()[0]
    level = next(
        words
        for names, words in _OF_LEVEL.items()
        if own in names.split("|") or levels[-1][0] in names.split("|")
    )
    each = rf"(?:(?:,? (?:và )?)?(?: ?(?:các|cấp|từng|mỗi) ?)*(?:{level}))+(?: trên địa bàn.{{0,30}})?"
    heads = "|".join(re.escape(form) for form in written_forms(head))
    shape = rf"^(?:các |mỗi |từng )?(?:{heads}) (?:{each}|các cấp|cơ sở)$"
    line = re.match(r"(?:hội|công đoàn|đoàn)(?!\w)", head)
    if not line or own not in {"xã", "phường", "đặc"}:
        return shape
    # In its own line a mass organisation of a commune is called "Hội cơ sở", "mỗi cơ sở (Hội)".
    return rf"{shape}|^(?:các )?{line[0]} (?:cơ sở|{each})$|^(?:các|mỗi|từng) cơ sở {line[0]}$|^(?:mỗi|từng) cơ sở$"


def of_members(name: str) -> bool:
    """Whether a body is an organisation of members, or a part of one.

    >>> of_members("Hội Nông dân xã A"), of_members("Sở Y tế")
    (True, False)
    """
    return any(nature.name in _MEMBERS for nature in natures_of(name))
