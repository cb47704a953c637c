"""Whether a body or collective of the parent includes the unit, and may such a unit have such a duty at all.

In: names as the parent writes them and the unit's profile. Out: "unit", "class" or None, and reasons.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.draft.profile import UnitProfile, kind_of
from assistant.draft.reorganisation import successor_of
from ingest.facts.agencies import Agency, find_agencies, same_agency
from ingest.facts.verbs import starts_predicate
from ingest.spelling import match_key

__all__ = ["Reach", "foreign_duty", "is_plural", "names_of", "picks_some", "reach_of", "read_rules"]

Reach = str | None
"""How a name reaches the unit: "unit" (itself), "class" (one of many), or None."""

_DATA = Path(__file__).resolve().parents[1] / "data"
_POST_RE = re.compile(
    r"^(?:các )?(?:thủ trưởng|người đứng đầu|lãnh đạo|giám đốc|trưởng|chủ tịch|bí thư|hiệu trưởng)(?: và .{2,20}?)?\s+(?:của )?"
)
_PLURAL_RE = re.compile(
    r"^(?:thủ trưởng |người đứng đầu |lãnh đạo |giám đốc |trưởng )?(?:các|những|mỗi|từng|toàn thể|tất cả|mọi)\s"
)


@cache
def read_rules(name: str) -> tuple[tuple[str, ...], ...]:
    """Read a table of data/: tab-separated, "#" opens a comment, empty cells kept."""
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#"))


@cache
def is_plural(name: str) -> bool:
    """Tell whether a name stands for many ("các sở, ban, ngành").

    >>> is_plural("các cơ quan, đơn vị"), is_plural("Sở Khoa học và Công nghệ")
    (True, False)
    """
    if _PLURAL_RE.search(match_key(name)):
        return True
    return any(agency.collective for agency in find_agencies(name)[:1])


def reach_of(name: str, profile: UnitProfile, *, collective: bool = True) -> Reach:
    """Tell how a name of the parent reaches the unit.

    >>> unit = UnitProfile("Sở Nội vụ", "department")
    >>> reach_of("SNV", unit), reach_of("Các cơ quan, đơn vị, địa phương", unit), reach_of("Thanh tra tỉnh", unit)
    ('unit', 'class', None)
    """
    own = (profile.name, *profile.aliases)
    new = successor_of(name)
    if any(same_agency(name, mine) for mine in own) or (new and any(same_agency(new, mine) for mine in own)):
        return "unit"
    kind = kind_of(profile)
    key = _POST_RE.sub("", match_key(name).strip(" .:;"))
    if re.search(kind.one_of_class, key) or re.search(kind.one_of_class, match_key(name)):
        return "class"
    if not (collective or is_plural(key)):
        return None
    # "các đơn vị lực lượng vũ trang": each part of the list is judged for itself.
    parts = re.split(r",\s*|;\s*|\s+và\s+", key)
    whole = any(re.search(word, key) for word in kind.binds)
    one = any(
        any(re.search(word, part) for word in kind.binds)
        and not any(re.search(word, part) for word in kind.apart)
        for part in parts
    )
    joined = "," in key and whole and not any(re.search(word, key) for word in kind.apart)
    return "class" if one or joined else None


@dataclass(frozen=True, slots=True)
class _LevelRule:
    kinds: frozenset[str]
    pattern: re.Pattern[str]
    reason: str


@cache
def _level_rules() -> tuple[_LevelRule, ...]:
    return tuple(
        _LevelRule(frozenset(row[0].split(",")), re.compile(row[1]), row[2])
        for row in read_rules("level_duties.tsv")
    )


def foreign_duty(text: str, profile: UnitProfile) -> str | None:
    """Return why no unit of this kind can have the duty, or None.

    >>> foreign_duty("Nâng cao hiệu quả hoạt động chất vấn tại kỳ họp HĐND", UnitProfile("Sở Nội vụ", "department"))
    'Nhiệm vụ của Hội đồng nhân dân, đại biểu dân cử; đơn vị không có thẩm quyền'
    """
    key = match_key(text)
    for rule in _level_rules():
        if profile.kind not in rule.kinds and rule.pattern.search(key):
            return rule.reason
    return None


# "các đơn vị cấp nước", "các huyện biên giới": what follows picks out some of the kind, which are not the unit's parts.
_SOME_RE = re.compile(
    r"\s+(?:cấp (?:nước|điện)|kinh doanh|sản xuất|cung ứng|tư vấn|thi công|vận tải|viễn thông|du lịch|biên giới|miền núi"
    r"|vùng (?:sâu|cao|xa)|ven (?:biển|sông)|trọng điểm|đặc biệt khó khăn|còn khó khăn|đạt chuẩn|mũi nhọn|chủ lực|ưu tiên"
    r"|có (?:tiềm năng|thế mạnh|lợi thế|nhu cầu))(?!\w)"
)
_BARE_RE = re.compile(r"(?i)(?:các|những) (?:đơn vị|cơ sở|tổ chức|ngành)")
_WORD_RE = re.compile(r"\s+([^\W\d_]\w*)")
_GOES_ON_RE = re.compile(
    r"(?:thuộc|trực|trên|trong|theo|căn|và|liên|có|khác|được|là|để|phải|cần|đã|đang|sẽ|chưa|không|nhằm|khi|về|đối|với|cho"
    r"|từ|đến|do|của|tại|ở|nhà|hành|cấp|địa|sự|chuyên|này|nêu|tự|cùng|hoặc|lập|nộp|gửi|nhất|qua|bằng|như|vào|ra|cũng|luôn)$"
)
_BODIES_RE = re.compile(r"(?i)(?:cơ quan|đơn vị), tổ chức$")


def picks_some(text: str, agency: Agency) -> bool:
    """Tell whether the words after a collective narrow it to some of its kind.

    >>> text = "các đơn vị cấp nước sạch"
    >>> picks_some(text, find_agencies(text)[0])
    True
    """
    if not agency.collective:
        return False
    if match_key(agency.name) == "các ngành":
        # Branches of the economy or of learning, unless they are to do something.
        gap = re.compile(r"\s*,?\s*").match(text, agency.end)
        return not starts_predicate(text, gap.end() if gap else agency.end)
    if _BARE_RE.fullmatch(agency.name):
        # "các đơn vị xuất khẩu": no verb follows, so a noun does, which says which.
        word = _WORD_RE.match(text, agency.end)
        if word and not _GOES_ON_RE.match(word[1]) and not starts_predicate(text, word.start(1)):
            return True
    # "phối hợp với cơ quan, tổ chức quản lý trạm": some bodies, whichever manage it.
    bodies = _BODIES_RE.match(agency.name) and not text[agency.end :].lstrip().startswith(("liên", "có liên"))
    return bool(bodies) or _SOME_RE.match(text, agency.end) is not None


def names_of(agencies: tuple[Agency, ...]) -> str:
    """The names of several bodies in one phrase, for reasons."""
    return ", ".join(dict.fromkeys(agency.name for agency in agencies))
