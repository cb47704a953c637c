"""The words by which a question sets two things against each other: one list for all that looks for them.

In: a folded question (see ``cues.cue_text``). A question may compare (two subjects, what is said of each), doubt (one
subject, of which two places say different things), or offer (two values, which of them holds).
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["COMPARES", "DOUBTS", "ELSE", "asks_two", "doubts_places", "offers_values", "wants_each"]

COMPARES = r"\bso sanh\b|\bkhac (?:nhau|gi|biet)\b|giong (?:nhau|va khac)|\bcompare[ds]?\b|\bdifferences?\b|\bdiffer\b|\bversus\b|\bvs\b"
"""Cues that alone make a question a comparison."""
DOUBTS = (
    r"mau thuan|\bnhat quan\b[^?]{0,8}\b(?:khong|ko|k)\b|(?:cho|noi|muc) khac (?:thi )?(?:ghi|noi|neu)|cho (?:thi )?ghi [^?]* cho (?:thi )?ghi|khong (?:thong nhat|khop)"
    r"|(?:ghi|thay|neu)\b[^?]*\bkhac nhau|(?:hai|2) (?:nam|ngay|so|cach|noi) khac|ghi (?:hai|2) |[\w]+-[\w]+ hay (?:la )?[\w]+-[\w]+"
    r"|\bcho nay [^?]*\bcho kia\b|\bmoi (?:cho|noi|muc|phan) (?:lai )?(?:ghi |noi |neu )?(?:mot|1) (?:con )?(?:so|kieu|phach|khac|ngay|han)\b"
    r"|\bluc (?:thi )?(?:ghi|noi|neu) [^?]*\bluc (?:thi )?(?:ghi|noi|neu)\b|\b(?:hai|2) (?:con so|so lieu|moc|thoi han|han)(?: \w+){0,2} khac\b"
    r"|\bconflicting\b|discrepan\w*|\bcontradict\w*|inconsisten\w*|two different|\btwo (?:deadlines|dates|numbers|figures)\b|lech (?:nam|ngay|so|nhau)"
)
"""Cues that alone make a question one about two places that disagree."""
_PLACES_RE = re.compile(
    r"mau thuan|khong khop|co khop|khop (?:nhau|khong)|khac nhau|lech|thong nhat|nhat quan|con (?:o )?(?:phu luc|bieu|mau|muc|phan|bang|cho|noi)\b"
    r"|(?:phu luc|bieu|muc|phan|bang) [^?]{0,20}(?:lai )?ghi|cho (?:thi )?ghi|\bhay\b|inconsisten|contradict|differ|agree|two "
)
ELSE = r"(?<!bao nhieu )(?<!may )\bcon\b(?! (?:bao nhieu|may)\b)"
"""The joint "còn", which is neither an animal counted ("bao nhiêu con") nor what is left ("còn bao nhiêu")."""
_EACH = (
    r"(?<!dau )\bmoi (?:ben|cai|thu|noi|nhom|don vi|loai|so|phong|ke hoach|bo)\b|\bvs\b|chenh (?:nhau|lech)|lan luot"
    r"|\brespectively\b|\beach\b(?! (?:day|week|month|quarter|year)\b)"
)
_EACH_RE = re.compile(rf"{_EACH}|\d\S* (?:hay|or|hoac) (?:la )?(?:ngay |nam )?\d")
_SIDES_RE = re.compile(
    rf"so voi|\bkhac\b|chenh|\bhon\b|giong|\bmoi (?:nguoi|dang|dua|ong|dot|kieu)\b|between|\bthan\b|{COMPARES}|{_EACH}"
    r"|(?<!phoi hop )(?<!hop )(?<!doi )(?<!cung )(?<!gan )\bvoi\b(?! (?:ai|bo|so|co quan|don vi) )"
    rf"|{ELSE}"
    r"|\b(?:hai|ba|bon|2|3|4|two|three) (?:giai doan|dot|nhom|loai|muc|nam|stages?|groups?)|\b20\d\d (?:va|and|voi|hay) 20\d\d"
)
_OFFERS_RE = re.compile(r"\bhay\b|\bor\b|\bhoac\b|cho (?:thi )?ghi|noi ghi|\bvs\b")


@lru_cache(maxsize=256)
def asks_two(folded: str) -> bool:
    """Whether two things may be asked about, so that a question is worth parting.

    >>> asks_two("dot 1 voi dot 2 dien ra khi nao"), asks_two("ai chu tri phoi hop voi so noi vu")
    (True, False)
    """
    return _SIDES_RE.search(folded) is not None


@lru_cache(maxsize=256)
def wants_each(folded: str) -> bool:
    """Whether something is certainly asked of each of two, or which of two values holds."""
    return _EACH_RE.search(folded) is not None


@lru_cache(maxsize=256)
def doubts_places(folded: str) -> bool:
    """Whether two parts of a document may be held against each other ("còn phụ lục ghi bao nhiêu")."""
    return _PLACES_RE.search(folded) is not None


@lru_cache(maxsize=256)
def offers_values(folded: str) -> bool:
    """Whether the question offers what may be the answer ("8,95 tỷ hay 2.800 triệu?")."""
    return _OFFERS_RE.search(folded) is not None
