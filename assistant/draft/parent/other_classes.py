"""Classes of bodies that hold a word of the unit's but are none of its: of a trade, another owner, another level.

In: a class name as a key and the profile. Out: whether the class leaves the unit out ("các đơn vị vận tải" for a hospital,
"các bệnh viện trực thuộc Bộ" for a province's).
"""

from __future__ import annotations

import re

from assistant.draft.unit.natures import natures_of
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.spelling import match_key

__all__ = ["TRADE", "of_other_class", "of_other_trade", "of_own_trade"]

TRADE = (
    r"cấp (?:nước|điện)|kinh doanh|sản xuất|cung ứng|cung cấp(?! (?:thông tin|số liệu|dữ liệu|hồ sơ|tài liệu|danh sách|đầy đủ|kịp thời))|tư vấn|giám sát thi công|thi công|xây lắp|vận tải|vận chuyển|thu gom|viễn thông|dịch vụ"
    r"|du lịch|lữ hành|lưu trú|phân phối|bán lẻ|nhập khẩu|xuất khẩu|chế biến|khai thác"
)
"""What those live by who are no office, school or hospital."""
_TRADE_RE = re.compile(rf"(?:các |những |mỗi |từng )?(?:đơn vị|cơ sở|tổ chức) (?P<trade>{TRADE})(?!\w)")
_ANY_BODY = {"cơ quan", "đơn vị"}
_ABOVE_RE = re.compile(r"(?<!\w)thuộc (?:bộ|trung ương)(?!\w)|tuyến (?:cuối|trung ương)|hạng đặc biệt")
_PRIVATE_RE = re.compile(r"(?<!\w)tư nhân|(?<!công lập, )(?<!công lập và )ngoài công lập|tư thục|dân lập")
_STATIONS_RE = re.compile(r"(?:các |mỗi |từng )?trạm y tế(?!\w)[^,;]*")


def of_own_trade(trade: str | None, profile: UnitProfile) -> bool:
    """Whether the unit's name or field says a trade ("Công ty Cấp nước A").

    >>> of_own_trade("cấp nước", UnitProfile("Công ty Cấp nước A", "agency"))
    True
    """
    return trade is not None and trade in match_key(" ; ".join((profile.name, *profile.field)))


def of_other_trade(key: str, profile: UnitProfile) -> str | None:
    """Name the class of another trade that words open with; None where they open with none.

    >>> unit = UnitProfile("Sở Nội vụ", "department")
    >>> of_other_trade("các đơn vị thu gom rác ký hợp đồng", unit), of_other_trade("các đơn vị cung cấp số liệu", unit)
    ('các đơn vị thu gom', None)
    """
    trade = _TRADE_RE.match(key)
    if trade is None or of_own_trade(trade["trade"], profile):
        return None
    binds = (word for word in kind_of(profile).binds if word not in _ANY_BODY)
    return None if any(re.search(word, key) for word in binds) else trade[0]


def of_other_class(key: str, profile: UnitProfile) -> bool:
    """Whether a class is of bodies of which the unit is none.

    >>> unit = UnitProfile("Bệnh viện Đa khoa tỉnh A", "hospital", parent="Sở Y tế tỉnh A")
    >>> names = "các đơn vị vận tải", "các bệnh viện trực thuộc bộ", "sở y tế các tỉnh", "trạm y tế các xã"
    >>> [of_other_class(name, unit) for name in names]
    [True, True, True, True]
    >>> [of_other_class(name, unit) for name in ("các đơn vị cung cấp dịch vụ y tế", "các bệnh viện", "các cơ sở y tế")]
    [False, False, False]
    """
    if of_other_trade(key, profile):
        return True
    if _TRADE_RE.match(key) or kind_of(profile).level != "unit":
        return False
    own = match_key(" ; ".join((profile.name, profile.parent or "", *profile.field)))
    if _ABOVE_RE.search(key):
        return re.search(r"(?:^|; )bộ ", own) is None
    if _PRIVATE_RE.search(key):
        return _PRIVATE_RE.search(own) is None
    if re.match(r"(?:các )?sở (?!giao dịch)", key) and "," not in key.split(" các tỉnh")[0]:
        return True
    station = any(nature.name == "health_station" for nature in natures_of(profile.name))
    return _STATIONS_RE.fullmatch(key) is not None and not station
