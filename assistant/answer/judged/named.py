"""Whether an answer names the members that a question wants by name: "12 xã thí điểm là những xã nào".

That a plan says their number, or what they must do, names none of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.answer.evidence.strangers import UPPER
from assistant.knowledge import Unit
from assistant.question.cues import cue_text
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.facts.bodies.agencies import find_agencies

__all__ = ["names_lacking"]

_NOUN = (
    r"(?:thon|xa|phuong|huyen|tinh|to dan pho|khu pho|ap|doanh nghiep|cong ty|truong(?! hop)|benh vien|hoi co so|quoc gia"
    r"|ngan hang|cang|khu cong nghiep|dia phuong|thi truong|countries|communes|wards|companies|villages|provinces|markets)"
)
_ASKED_RE = re.compile(
    rf"\b\d{{1,3}} {_NOUN}\b[^?]*\b(?:nao|list|ke ra)\b"
    rf"|\b(?:list|liet ke|ke ten|ke ra|neu ten|ten(?: cua)?|nhung|which)\b[^?]{{0,20}}\b\d{{1,3}} {_NOUN}\b"
    rf"|\bten (?:cua )?(?:cac|nhung) {_NOUN}\b|\bnhung {_NOUN} nao\b(?: (?:nam \d+|vay|a|the))*\W*$|\bwhich {_NOUN}\b"
)
"""Members of a set, places and firms, which bear names; folded."""
_WHICH_RE = re.compile(
    rf"^(?:[^,:?]*[:,] ?)?(?:{_NOUN}) nao\b(?! (?:phai|can|co trach nhiem|duoc giao|se|chiu|chu tri|thuc hien))"
)
"""One of them, where it is not asked whose task something is."""
_MOST_RE = re.compile(
    rf"\b{_NOUN}(?: \w+){{0,2}} nao\b[^?]*\b(?:nhieu|it|cao|thap|lon|nho|dong|nhanh|cham|som|muon|dai|ngan|gan) nhat\b"
)
"""The one that has most or least of something: no sentence on all of them, or on who acts, tells it."""
_NAME_RE = re.compile(rf"(?<=[\w,;:(/] ){UPPER}[\w-]*(?:\s+{UPPER}\w*)*|(?<=\(){UPPER}\w*")
"""Words with capitals that do not begin a sentence."""
_ALL_RE = re.compile(r"\btoan bo|\btat ca|\bcac (?:xa|phuong|huyen)[^.;]{0,30} con lai")
FEWEST = 2
LONGEST_READ = 6000


def names_lacking(need: Need, units: Sequence[Unit], told: str) -> bool:
    """Whether places or firms are asked for by name and the evidence has hardly any name beside those asked about.

    Names of bodies that act are none, nor is what the question says itself. ``told`` is all that the answer says.
    """
    asked = cue_text(need.asked)
    most = _MOST_RE.search(asked) is not None and all(
        unit.kind != "row" for unit in units
    )  # a row begins with its name
    fewest = 1 if most else _fewest(asked)
    if need.yesno or not fewest:
        return False
    text = "\n".join(unit.text for unit in units)[:LONGEST_READ]
    return not _ALL_RE.search(fold(told)) and len(_names(text) - _names(need.asked)) < fewest


@lru_cache(maxsize=64)
def _fewest(asked: str) -> int:
    """How many names a question (folded) wants at least; 0 where it wants none."""
    if re.search(r"\bbao nhieu\b|\bmay\b|how many", asked):
        return 0
    return FEWEST if _ASKED_RE.search(asked) else int(_WHICH_RE.search(asked) is not None)


@lru_cache(maxsize=1024)
def _names(text: str) -> frozenset[str]:
    """Names in capitals inside sentences, folded.

    >>> sorted(_names("Sở Công Thương chọn các xã: Khuổi Mạ, Nà Pheo; UBND xã bố trí vị trí"))
    ['khuoi ma', 'na pheo']
    """
    plain = text.replace("\n", " . ")
    for body in sorted(find_agencies(plain), key=lambda one: -one.start):
        plain = f"{plain[: body.start]} . {plain[body.end :]}"
    return frozenset(fold(name) for name in _NAME_RE.findall(plain) if not name.isupper())
