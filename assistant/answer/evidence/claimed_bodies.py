"""Whose doing a yes-or-no question claims a thing to be, held against a place: its bodies, their level, its plan's title.

In: the question's need, an evidence unit. Out: whether the place tells of the body claimed, or surely of another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.knowledge import Knowledge, Unit
from assistant.question.bodies import body_key, same_body
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.facts.bodies.agencies import find_agencies

__all__ = ["acting", "in_title_of", "is_another", "is_general", "names_body", "of_another_level", "told_of"]

_GENERAL_RE = re.compile(
    r"(?:cac |nhung |moi |mot )?(?:co quan|don vi|to chuc|dia phuong|noi|ben|can bo|cong chuc|vien chuc|dang vien|dong chi|giao vien)\b"
)
"""Folded: how a name begins that is no one body's."""
_NOT_ACTING_RE = re.compile(
    r"\b(?:cho|den|toi|ve|voi|qua|len|cua|o|tai|theo|trong|of|in|kh|ke hoach|qd|quyet dinh|chi thi|quy che|nq|nghi quyet)(?: (?:cac|nhung|ca|the|so \S+|\d\S*))* *$"
)
_BY_LEVEL_RE = re.compile(r"\b(?:do|thuoc)(?: (?:cac|cap|ubnd))* (tinh|huyen|xa|phuong)\b(?! hoi\b)")
"""Folded: by which level a thing is claimed to be done."""
_LEVELS = {"tinh": "province", "huyen": "district", "xa": "commune", "phuong": "commune"}


def names_body(unit: Unit, agency: str) -> bool:
    """Whether a name of those that a place lists is a body's, as recipients are listed."""
    return any(same_body(part.strip(" -.;"), agency) for part in re.split(r"[,;]", unit.text))


def acting(need: Need) -> list[str]:
    """The bodies that a question claims to act: not whose plan it is, nor who is given something."""
    asked = need.question
    return [
        body.name for body in find_agencies(asked) if not _NOT_ACTING_RE.search(fold(asked[: body.start]))
    ]


def of_another_level(need: Need, unit: Unit, knowledge: Knowledge) -> bool:
    """Whether a thing is claimed to be done by a level ("do xã quản lý") of which the place does not tell, nor its plan is."""
    claimed = _BY_LEVEL_RE.search(fold(need.question))
    if claimed is None or _LEVELS[claimed[1]] == knowledge.plans[unit.plan].letterhead.level:
        return False
    texts = fold(f"{unit.heading}\n{unit.context}\n{unit.text}")
    return re.search(rf"\b{claimed[1]}\b(?! hoi\b)", texts) is None


def told_of(body: str, unit: Unit) -> bool:
    """Whether a place tells of a body, itself or in the headings above it."""
    texts = f"{unit.heading}\n{unit.context}\n{unit.text}"
    return fold(body) in fold(texts) or any(same_body(other.name, body) for other in find_agencies(texts))


def in_title_of(body: str, unit: Unit, knowledge: Knowledge) -> bool:
    """Whether a place that names no other body is of a document on this one ("Quy chế ... của trung tâm chính trị")."""
    title = knowledge.plans[unit.plan].letterhead.title or ""
    return fold(body) in fold(title) and not any(
        not fold(body).startswith(fold(other.name)) for other in find_agencies(unit.text)
    )


def is_another(need: Need, told: Iterable[str | None]) -> bool:
    """Whether bodies are surely others than the one that the question names, so that they deny it.

    A general name ("cơ quan phối hợp") is of many, a name that the other holds may be the same body's ("Công ty Điện lực A").
    """
    asked = need.agency_key or ""
    keys = [body_key(name) for name in told if name]
    return not is_general(need.agency or "") and not any(
        f" {asked} " in f" {key} " or f" {key} " in f" {asked} " for key in keys
    )


def is_general(body: str) -> bool:
    """Whether a name is of many.

    >>> is_general("Mỗi cán bộ"), is_general("các cơ quan"), is_general("Sở Y tế")
    (True, True, False)
    """
    return _GENERAL_RE.match(fold(body)) is not None
