"""Bodies that a question names and the plans it means never name: what one department must do answers for no other.

All other words of a question may fit, for departments report, lead and coordinate alike. In: the question as understood
and the library. Out: those bodies, as the question writes them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from assistant.knowledge import Knowledge
from assistant.question.body_fields import BodyField, ended, field_of, stands_among
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.facts.bodies.agencies import Agency, find_agencies
from ingest.facts.bodies.spotting import spot_agencies

__all__ = ["absent_bodies"]

_COMPOUND_RE = re.compile(r"\b(?:co|can|noi|toan|tien|bien|quoc|du|dang|chi) $")
"""Before "sở", "bộ", "phòng" that end another word ("cơ sở y tế", "đảng bộ công an", "biên phòng"), folded."""
_KIND_RE = re.compile(r" (?:nào|nao)\b")
"""Behind a name of many ("trung tâm y tế nào")."""


def absent_bodies(need: Need, knowledge: Knowledge) -> list[str]:
    """The departments, divisions and associations of a question that stand in none of the plans that it means.

    None of a yes-or-no question, which may be denied, nor of one in English, which has no names as plans write them.
    """
    if need.yesno or need.spelling == "en":
        return []
    asked = need.asked
    named = [one for one in find_agencies(asked) if not one.collective and _is_name(one, asked)]
    named += [
        one
        for one in spot_agencies(asked)
        if _spotted(one, asked) and not any(_overlap(one, o) for o in named)
    ]
    # "Kế hoạch của xã" alone may be told of in the department's plan; a place or a number means that one plan.
    firm = need.scope.placed or any(re.search(r"\d", words) for words in need.scope.taken)
    plans = need.scope.tiers[0] if need.scope.named and firm else tuple(knowledge.plans)
    known = _bodies_of(knowledge)
    there = ended().union(*(known[plan] for plan in (*plans, *need.scope.above)))
    asked_of = [(one.name, field_of(one.name)) for one in named if not _KIND_RE.match(asked, one.end)]
    return [name for name, body in asked_of if body and not stands_among(body, there)]


def _is_name(one: Agency, asked: str) -> bool:
    """Whether a name goes on with a capital ("sở phối hợp" is a department that does), and ends no other word ("biên phòng Sơn Hà")."""
    found = re.match(r"\S+(?: cục| tâm| viện)? (\w)", one.name)
    return found is not None and found[1].isupper() and not _ends_a_word(one, asked)


def _ends_a_word(one: Agency, asked: str) -> bool:
    return one.name[0].islower() and _COMPOUND_RE.search(fold(asked[: one.start])) is not None


def _spotted(one: Agency, asked: str) -> bool:
    """Whether words typed without capitals are a body's name: not in "cán bộ dân vận", "lãnh đạo sở kiểm tra"."""
    return " " in one.name and not _COMPOUND_RE.search(fold(asked[: one.start]))


def _overlap(one: Agency, other: Agency) -> bool:
    return one.start < other.end and other.start < one.end


@lru_cache(maxsize=2)
def _bodies_of(knowledge: Knowledge) -> Mapping[str, frozenset[BodyField]]:
    """The bodies that each plan names, in its text, its letterhead and its list of short forms."""
    return {
        name: frozenset(
            body
            for one in find_agencies(f"{plan.letterhead.issuer or ''}\n{plan.source.clean}")
            if (body := field_of(one.name))
        )
        for name, plan in knowledge.plans.items()
    }
