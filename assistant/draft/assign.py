"""Which division of the unit takes a task: the one whose duties share the most telling words with it."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from assistant.draft.profile import Division, UnitProfile
from ingest.spelling import match_key

__all__ = ["Chosen", "choose_division", "gatherer_of"]

_STOP = frozenset(
    "và các của về với cho theo tại trong trên được thực hiện triển khai công tác tổ chức nhiệm vụ việc đối đến từ là"
    " có không những một nâng cao tăng cường đẩy mạnh tiếp tục hiệu quả chất lượng quản lý nhà nước đơn vị cơ quan"
    " phối hợp chủ trì tham mưu hoạt động năm kế hoạch nội dung kết quả xây dựng sở xã phường tỉnh phòng ban".split()
)
_GATHER_RE = re.compile(r"(?i)tổng hợp|báo cáo|đầu mối|hành chính")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The division for a task; ``sure`` is False where no duty speaks of it and the gatherer stands in."""

    name: str | None
    sure: bool


def _terms(text: str) -> Counter[str]:
    """Pairs of neighbouring words weigh more than single ones: most Vietnamese words have two syllables."""
    words = re.findall(r"\w+", match_key(text))
    singles = Counter(word for word in words if word not in _STOP and len(word) > 1 and not word.isdigit())
    pairs = Counter(f"{one} {two}" for one, two in pairwise(words) if not (one in _STOP and two in _STOP))
    return Counter(dict.fromkeys(singles, 1)) + Counter(dict.fromkeys(pairs, 2))


def gatherer_of(profile: UnitProfile) -> str | None:
    """Who gathers reports: as the profile says, else the one division whose name or duties say so."""
    if profile.gatherer:
        return profile.gatherer
    offices = [d.name for d in profile.divisions if d.name.lower().startswith("văn phòng")]
    said = [d.name for d in profile.divisions if any(_GATHER_RE.search(duty) for duty in d.duties)]
    found = offices or said
    return found[0] if found else None


def _score(task: Counter[str], division: Division, spread: Counter[str], count: int) -> float:
    own = _terms(" ; ".join((*division.duties, division.name)))
    return sum(
        min(task[term], 3) * weight * math.log(1 + count / spread[term])
        for term, weight in own.items()
        if term in task
    )


def choose_division(task: str, profile: UnitProfile) -> Chosen:
    """Choose the division for a task.

    >>> unit = UnitProfile("Sở A", "department", divisions=(
    ...     Division("Văn phòng Sở", ("tổng hợp báo cáo", "cải cách hành chính")),
    ...     Division("Phòng Pháp chế", ("tiếp công dân", "khiếu nại, tố cáo"))))
    >>> choose_division("Thực hiện nghiêm quy định về tiếp công dân", unit).name
    'Phòng Pháp chế'
    """
    wanted = _terms(task)
    spread: Counter[str] = Counter()
    for division in profile.divisions:
        spread.update(set(_terms(" ; ".join((*division.duties, division.name)))))
    ranked = sorted(
        (
            (_score(wanted, d, spread, len(profile.divisions)), -index, d.name)
            for index, d in enumerate(profile.divisions)
        ),
        reverse=True,
    )
    # Below one telling pair of words the match is chance.
    if ranked and ranked[0][0] >= 2.0:
        return Chosen(ranked[0][2], True)
    return Chosen(gatherer_of(profile), False)
