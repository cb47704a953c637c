"""Which division of the unit takes a task: the one whose duties share the most telling words with it."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from assistant.draft.profile import Division, UnitProfile, kind_of
from ingest.facts.sentences import split_sentences
from ingest.spelling import match_key

__all__ = ["Chosen", "choose_division", "gatherer_of"]

_STOP = frozenset(
    "và các của về với cho theo tại trong trên được thực hiện triển khai công tác tổ chức nhiệm vụ việc đối đến từ là"
    " có không những một nâng cao tăng cường đẩy mạnh tiếp tục hiệu quả chất lượng quản lý nhà nước đơn vị cơ quan"
    " phối hợp chủ trì tham mưu hoạt động năm kế hoạch nội dung kết quả xây dựng sở xã phường tỉnh phòng ban".split()
)
ENOUGH = 1.8
"""Of the weight of a syllable that one division alone has: a pair of words has two, a syllable by chance one."""
_GATHER_RE = re.compile(r"(?i)tổng hợp|báo cáo|đầu mối")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The division for a task; ``sure`` is False where no duty speaks of it and the gatherer stands in."""

    name: str | None
    sure: bool


@lru_cache(maxsize=8192)
def _terms(text: str) -> Counter[str]:
    """Pairs of neighbouring words weigh more than single ones: most Vietnamese words have two syllables."""
    runs = [re.findall(r"\w+", run) for run in re.split(r"[;:.,()]", match_key(text))]
    words = [word for run in runs for word in run]
    singles = Counter(word for word in words if word not in _STOP and len(word) > 1 and not word.isdigit())
    pairs = Counter(
        f"{one} {two}" for run in runs for one, two in pairwise(run) if not (one in _STOP and two in _STOP)
    )
    return Counter(dict.fromkeys(singles, 1)) + Counter(dict.fromkeys(pairs, 2))


def gatherer_of(profile: UnitProfile) -> str | None:
    """Who gathers reports: as the profile says, else the one division whose duties say so; None where none does."""
    if profile.gatherer:
        return profile.gatherer
    said = [d.name for d in profile.divisions if any(_GATHER_RE.search(duty) for duty in d.duties)]
    return said[0] if said else None


@cache
def _weights(divisions: tuple[Division, ...]) -> tuple[dict[str, float], ...]:
    """What each term of each division's duties counts for: less where several divisions share it."""
    own = [_terms(" ; ".join((*division.duties, division.name))) for division in divisions]
    spread = Counter(term for terms in own for term in terms)
    count = len(divisions)
    return tuple(
        {term: weight * math.log(1 + count / spread[term]) for term, weight in terms.items()} for terms in own
    )


@cache
def _whole_duties(divisions: tuple[Division, ...]) -> tuple[tuple[re.Pattern[str], ...], ...]:
    """The things that each division's duties list, of two words and more."""
    listed = (re.split("[,;]", match_key(" ; ".join(division.duties))) for division in divisions)
    return tuple(
        tuple(
            re.compile(rf"(?<!\w){re.escape(one.strip())}(?!\w)")
            for one in own
            if " " in one.strip() and not _GATHER_RE.search(one)
        )
        for own in listed
    )


def _said_whole(clause: str, profile: UnitProfile, theme: str) -> str | None:
    """The one division that lists a thing which the clause says whole; None where none or several do.

    It tells more than words from here and there, and than the headings above; what all of the plan is about, and
    "tổng hợp báo cáo", which ends many a task, tell nothing.
    """
    key, common = match_key(clause), match_key(theme)
    saying = [
        division.name
        for division, own in zip(profile.divisions, _whole_duties(profile.divisions), strict=True)
        if any(one.search(key) and not one.search(common) for one in own)
    ]
    return saying[0] if len(saying) == 1 else None


def _best(wanted: Counter[str], profile: UnitProfile) -> str | None:
    """The division whose duties share the most telling words; None where what they share is chance."""
    scores = (
        sum(
            min(wanted[term], 3 if " " in term else 1) * weight
            for term, weight in terms.items()
            if term in wanted
        )
        for terms in _weights(profile.divisions)
    )
    ranked = sorted(
        ((score, -index, profile.divisions[index].name) for index, score in enumerate(scores)), reverse=True
    )
    # Below one telling pair of words the match is chance ("y tế" is not "quốc tế").
    enough = ENOUGH * math.log(1 + len(profile.divisions))
    return ranked[0][2] if ranked and ranked[0][0] >= enough else None


def choose_division(task: str, profile: UnitProfile, heading: str = "", theme: str = "") -> Chosen:
    """Choose the division for a task under a heading of a plan about ``theme``.

    The heading and the first sentence say what a task is about; later sentences decide only where these are
    silent, and the words of the plan's own theme, which all its tasks share, only where all else is.

    >>> unit = UnitProfile("Sở A", "department", divisions=(
    ...     Division("Văn phòng Sở", ("tổng hợp báo cáo", "cải cách hành chính")),
    ...     Division("Phòng Pháp chế", ("tiếp công dân", "khiếu nại, tố cáo"))))
    >>> choose_division("Thực hiện nghiêm quy định về tiếp công dân", unit).name
    'Phòng Pháp chế'
    """
    common = _terms(f"{theme} ; {profile.name} ; UBND {kind_of(profile).self}")
    spots = split_sentences(task)
    first = task[: spots[0].end] if spots else task
    clause = first.partition(";")[0]
    if name := _said_whole(clause, profile, theme):
        return Chosen(name, True)
    for text in (f"{heading} ; {clause}", f"{heading} ; {first}", task):
        wanted = Counter({term: n for term, n in _terms(text).items() if term not in common})
        name = _best(wanted, profile)
        if name:
            return Chosen(name, True)
    own = _terms(f"{profile.name} ; {kind_of(profile).self}")
    wanted = Counter({term: n for term, n in _terms(f"{heading} ; {task}").items() if term not in own})
    name = _best(wanted, profile)
    return Chosen(name, True) if name else Chosen(gatherer_of(profile), False)
