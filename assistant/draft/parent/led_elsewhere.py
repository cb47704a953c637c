"""Tasks and targets without an actor that the parent gives to other bodies elsewhere, told by nearly the same words.

"Giải phóng mặt bằng 350 ha" among the contents, "Sở Nông nghiệp và Môi trường: chủ trì giải phóng mặt bằng" in the part that
says who does what; a target with its row in the annex. In: the parent and the profile; the clauses of a line. Out: what is
charged to whom; the clauses left out. A territory and a Party committee take part in every field; in its own field a unit
has its part of every task.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from assistant.draft.cause import Cause
from assistant.draft.parent.binding import is_plural, reach_of
from assistant.draft.parent.clause import Clause, leans, tells_when
from assistant.draft.parent.fields import every_office, speaks_of_own
from assistant.draft.parent.whose import no_body
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.facts.bodies.agencies import same_agency
from ingest.plan import Assignment, Plan
from ingest.spelling import match_key

__all__ = ["Charge", "charges_elsewhere", "without_charges_of_others"]

_HALF = 0.5
"""Of the pairs of neighbouring syllables of two tasks, what they share where they are one."""
_MOST = 0.7
"""The same of targets, whose form alone makes much of them alike."""
_LEAST = 4
"""Pairs of the shortest text that tells one task from others ("Tập huấn cho giáo viên" is said of many)."""
_DEMAND_RE = re.compile(r"(?i)\W*(?:việc\s[^;:.]*\sphải|lấy\s[^;:.]*\slàm?)\s")
"""How all are to work ("Việc sắp xếp phải ...", "Lấy người dân làm trung tâm"), whomever else it is told."""
_AMOUNT_RE = re.compile(r"(?<!\w)\d+(?:[.,]\d+)*\s+(?:(?:ha|km|m2|m|tấn|cây|con|lớp|cuộc|lượt|người)(?!\w))?")
"""How much is done ("khoanh nuôi 300 ha rừng"): a charge seldom says it again."""
_COUNT_RE = re.compile(r"(?i)\W*(?:tỷ lệ|tỉ lệ|tỷ trọng|số|ít nhất|tối thiểu|trên|đạt|\d)")


@dataclass(frozen=True, slots=True)
class _Words:
    """The syllables of a text, their neighbouring pairs, and whether it is a target."""

    key: str
    pairs: frozenset[tuple[str, str]]
    counts: bool


@dataclass(frozen=True, slots=True)
class Charge:
    """What the parent charges somebody with; ``leads`` are others, none where the unit takes part."""

    words: _Words
    leads: tuple[str, ...]


def _words(text: str) -> _Words:
    key, counts = match_key(text), _counts(text)
    words = re.findall(r"\w+", key if counts else _AMOUNT_RE.sub("", key))
    return _Words(" ".join(words), frozenset(pairwise(words)), counts)


def _counts(text: str) -> bool:
    return "%" in text or _COUNT_RE.match(text) is not None


def _same(one: _Words, other: _Words) -> bool:
    """Whether two texts say the same, but for some words, or one opens with all of the other's, whatever is done to it.

    >>> task = _words("giải phóng mặt bằng, giao đất")
    >>> _same(_words("Bồi thường, giải phóng mặt bằng 40 ha"), task), _same(_words("Rà soát quy hoạch mặt bằng"), task)
    (True, False)
    >>> _same(_words("Tỷ lệ người dân có định danh số đạt 80%"), _words("Tỷ lệ người dân có chữ ký số đạt 80%"))
    False
    >>> _same(_words("Khoanh nuôi 300 ha rừng sau nương rẫy"), _words("khoanh nuôi rừng sau nương rẫy, trồng mới"))
    True
    >>> title = _words("Trung tâm dữ liệu tỉnh")
    >>> _same(_words("Nâng cấp Trung tâm dữ liệu tỉnh đạt cấp độ an toàn 3, bổ sung 06 máy chủ và hệ thống sao lưu"), title)
    True
    """
    short, long = sorted((one, other), key=lambda words: len(words.key))
    opens = re.match(rf"(?:\w+ ){{0,2}}{short.key}(?!\w)", long.key)
    if len(short.pairs) >= _LEAST and not short.counts and opens:
        return True
    enough = _MOST if one.counts or other.counts else _HALF
    return 2 * len(one.pairs & other.pairs) >= enough * (len(one.pairs) + len(other.pairs)) > 0


def charges_elsewhere(plan: Plan, profile: UnitProfile) -> tuple[Charge, ...]:
    """What the parent charges by name: those in which the unit takes part first, then those of others alone."""
    kind = kind_of(profile)
    if kind.area or kind.system == "party":
        return ()
    told: dict[str, list[Assignment]] = {}
    for fact in plan.facts.assignments:
        if fact.actor and not no_body(fact.actor, profile):
            told.setdefault(fact.task, []).append(fact)
    charges = (Charge(_words(task), _others(facts, profile)) for task, facts in told.items())
    return tuple(sorted(charges, key=lambda charge: bool(charge.leads)))


def _others(facts: list[Assignment], profile: UnitProfile) -> tuple[str, ...]:
    """Who leads a task; none where the unit or its superior is among those charged, or only help is told."""
    names = tuple(dict.fromkeys(fact.actor for fact in facts if fact.actor))
    mine = any(reach_of(name, profile, collective=is_plural(name)) for name in names)
    above = profile.parent
    if mine or (above and any(same_agency(name, above) for name in names)):
        return ()
    helping = {fact.actor for fact in facts if fact.role == "coordinate"}
    return tuple(name for name in names if name not in helping)


def _of_many(text: str, profile: UnitProfile) -> bool:
    """Whether a task is the unit's, too, whoever else has it: of every office, of its own field, asked of all."""
    return every_office(text) or speaks_of_own(text, profile) or _DEMAND_RE.match(text) is not None


def without_charges_of_others(
    clauses: tuple[Clause, ...], charges: tuple[Charge, ...], profile: UnitProfile
) -> tuple[Clause, ...]:
    """Leave out what nobody is charged with here and only others are elsewhere."""

    def leads(clause: Clause) -> tuple[str, ...]:
        if clause.text.lstrip().startswith(("“", '"')):
            return ()  # a motto, which others may be told to spread
        words = _words(clause.text)
        if len(words.pairs) < _LEAST or (not words.counts and _of_many(clause.text, profile)):
            return ()
        return next((charge.leads for charge in charges if _same(words, charge.words)), ())

    found: list[Clause] = []
    for clause in clauses:
        others = leads(clause) if clause.verdict == "general" else ()
        who, last = ", ".join(others), found[-1] if found else None
        if not who and last and last.cause and last.because({"led_elsewhere"}) and _adds_to(last, clause):
            who = last.cause.told
        found.append(clause.left_out(Cause("led_elsewhere", who)) if who else clause)
    return tuple(found)


def _adds_to(last: Clause, clause: Clause) -> bool:
    """Whether a clause nobody is charged with only adds to the one before it ("...; ưu tiên các hộ nghèo", "Hoàn thành trong quý I.")."""
    adds = leans(clause.text) if clause.sentence == last.sentence else tells_when(clause.text)
    return clause.verdict == "general" and adds
