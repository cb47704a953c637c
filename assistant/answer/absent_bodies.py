"""Bodies that a question names and the plans it means never name: what one department must do answers for no other.

All other words of a question may fit, for departments report, lead and coordinate alike. In: the question as understood
and the library. Out: those bodies, as the question writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from assistant.knowledge import Knowledge
from assistant.question.naming import fold
from assistant.question.understand import Need
from assistant.word_lists import read_rows
from ingest.facts.bodies.agencies import Agency, agency_key, find_agencies
from ingest.facts.bodies.spotting import spot_agencies
from ingest.facts.language.lexicon import read_list
from ingest.parse.provinces import province_names

__all__ = ["absent_bodies", "has_field", "tells_of_field"]

_HEAD_RE = re.compile(
    r"(?P<head>so|bo|tong cuc|chi cuc|cuc|phong|hoi|trung tam|ban|truong|benh vien|vien) (?P<field>(?!(?:thuong vu|chap hanh|can su|bi thu|chi dao)\b)\w.*)"
)
"""A body that is called by its field, folded; committees and governments are told apart by their level and place."""
_IDLE = frozenset("va cac cua tinh huyen xa phuong thanh pho viet nam nha nuoc cap khu vuc".split())
"""Words of a body's name that do not tell it from another with its head."""
_COMPOUND_RE = re.compile(r"\b(?:co|can|noi|toan|tien|bien|quoc|du) $")
"""Before "sở", "bộ", "phòng" that end another word ("cơ sở y tế", "cán bộ nội vụ", "biên phòng"), folded."""
_CHIEF_RE = re.compile(r"(?i)trưởng\b")
"""Who heads a body ("trưởng Cục ..."), which without marks is a school."""
_KIND_RE = re.compile(r" (?:nào|nao)\b")
"""Behind a name of many ("trung tâm y tế nào")."""
_Body = tuple[str, frozenset[str]]
"""A body's head and the words of its field."""


def absent_bodies(need: Need, knowledge: Knowledge) -> list[str]:
    """The departments, divisions and associations of a question that stand in none of the plans that it means.

    None of a yes-or-no question, which may be denied, nor of one in English, which has no names as plans write them.
    """
    if need.yesno or need.spelling == "en":
        return []
    asked = need.asked
    named = [one for one in find_agencies(asked) if not one.collective and _is_name(one)]
    named += [
        one
        for one in spot_agencies(asked)
        if _spotted(one, asked) and not any(_overlap(one, o) for o in named)
    ]
    # "Kế hoạch của xã" alone may be told of in the department's plan; a place or a number means that one plan.
    firm = need.scope.placed or any(re.search(r"\d", words) for words in need.scope.taken)
    plans = need.scope.tiers[0] if need.scope.named and firm else tuple(knowledge.plans)
    known = _bodies_of(knowledge)
    there = _ended().union(*(known[plan] for plan in (*plans, *need.scope.above)))
    asked_of = [(one.name, _body(one.name)) for one in named if not _KIND_RE.match(asked, one.end)]
    return [name for name, body in asked_of if body and not _stands(body, there)]


def _is_name(one: Agency) -> bool:
    """Whether a name goes on with a capital: "sở phối hợp" is a department that does."""
    found = re.match(r"\S+(?: cục| tâm| viện)? (\w)", one.name)
    return found is not None and found[1].isupper()


def _spotted(one: Agency, asked: str) -> bool:
    """Whether words typed without capitals are a body's name: not in "cán bộ dân vận", "lãnh đạo sở kiểm tra"."""
    return " " in one.name and not _COMPOUND_RE.search(fold(asked[: one.start]))


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    return frozenset(map(fold, read_list("task_verbs.txt")))


def _overlap(one: Agency, other: Agency) -> bool:
    return one.start < other.end and other.start < one.end


def _stands(body: _Body, there: Iterable[_Body]) -> bool:
    head, field = body
    return any(head == other and (field <= words or words <= field) for other, words in there)


def has_field(name: str) -> bool:
    """Whether a body is called by its field of work, and so by no other name than that.

    >>> has_field("Sở Nội vụ"), has_field("Tỉnh ủy Sơn Hà")
    (True, False)
    """
    return _body(name) is not None


def tells_of_field(text: str, name: str) -> bool:
    """Whether a text names a body, or one called by fewer words or more of the same field.

    >>> tells_of_field("TTYT khu vực Sông Mây: 60 lít", "TTYT Sông Mây"), tells_of_field("Sở Y tế báo cáo", "Sở Nội vụ")
    (True, False)
    """
    there = {body for one in find_agencies(text) if (body := _body(one.name))}
    return (body := _body(name)) is not None and _stands(body, there)


@lru_cache(maxsize=2)
def _bodies_of(knowledge: Knowledge) -> Mapping[str, frozenset[_Body]]:
    """The bodies that each plan names, in its text, its letterhead and its list of short forms."""
    return {
        name: frozenset(
            body
            for one in find_agencies(f"{plan.letterhead.issuer or ''}\n{plan.source.clean}")
            if (body := _body(one.name))
        )
        for name, plan in knowledge.plans.items()
    }


@lru_cache(maxsize=1)
def _ended() -> frozenset[_Body]:
    """Bodies that the reorganisation of 2025 ended: who asks for one by its old name may mean its successor."""
    return frozenset(body for row in read_rows("reorganisation_2025.tsv") if (body := _body(row[0])))


@lru_cache(maxsize=16_384)
def _body(name: str) -> _Body | None:
    """A body's head and the words of its field; None where a name has none of its own, or initials that nobody knows.

    >>> _body("SNV") == _body("Sở Nội vụ tỉnh Sơn Hà") == ("so", frozenset({"noi", "vu"})), _body("UBND xã"), _body("Bộ GDX")
    (True, None, None)
    """
    key = fold(agency_key(name))
    match = _HEAD_RE.fullmatch(key)
    words = match["field"].split() if match else []
    field = frozenset(words) - _IDLE
    if match is None or not field or " ".join(words) in _provinces() or _CHIEF_RE.match(name):
        return None
    own = name.partition(" ")[2]
    if own[:1].islower() and fold(own) in _verbs():  # "Sở tổ chức" is the department that organises
        return None
    short = (fold(word) for word in re.findall(r"\w{2,}", name) if word.isupper())
    return None if any(word in field for word in short) else (match["head"], field)


@lru_cache(maxsize=1)
def _provinces() -> frozenset[str]:
    return frozenset(map(fold, province_names()))
