"""What the unit's own part is of a count or a sum that the parent makes over many units: nobody has told, so a slot stands there.

In: the words that a clause became, and the clause; the part on money. Out: the words with slots, and what to ask the officer.
"""

from __future__ import annotations

import re

from assistant.draft.child.figures import open_counts, open_shares
from assistant.draft.child.pieces import Piece
from assistant.draft.model import SLOT
from assistant.draft.parent.binding import reach_of
from assistant.draft.parent.clause import Clause
from assistant.draft.parent.elsewhere import tells_shares
from assistant.draft.parent.fields import speaks_of_own
from assistant.draft.parent.lowered import with_us
from assistant.draft.parent.outline import Line, Node
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.facts.bodies.agencies import find_agencies
from ingest.plan import Plan

__all__ = ["own_money", "own_share"]

_MONEY_HEAD_RE = re.compile(r"(?i)kinh phí|nguồn vốn")
_IN_COMMUNE_RE = re.compile(r"(?i)(?<!\w)(?:xã|phường|đặc khu)(?!\w)(?! hội)")


def own_share(
    clause: Clause, text: str, line: Line, profile: UnitProfile, plan: Plan
) -> tuple[str, tuple[str, ...]]:
    """Put a slot for the unit's share where a count of the whole stands; what is said of the unit by name keeps its count.

    "Cả tỉnh trồng 350 ha" becomes "trồng […] ha" for one of its communes; "xã Suối Bạc trồng 20 ha" stays.
    """
    if clause.verdict == "named" or tells_shares(clause.text, profile):
        return text, ()
    text, shares = open_shares(text, profile)
    if clause.verdict == "handed":
        return text, shares
    us = with_us(text, profile) if clause.verdict == "general" else None
    if us and plan.letterhead.issuer:
        # "Giao ban với 9 trung tâm y tế khu vực": whom the issuer meets is, for them, the issuer.
        text = f"{text[: us.start]} với {plan.letterhead.issuer}{text[us.end :]}"
    if _told_of_unit(clause, line, profile):
        return text, shares
    text, counts = open_counts(text, every=clause.verdict == "general")
    return text, (*shares, *counts)


def own_money(node: Node) -> list[Piece]:
    """What the part on money says where all of it was the superior's: the unit has its own."""
    clauses = (clause for one in node.walk() for line in one.lines for clause in line.clauses)
    if not _MONEY_HEAD_RE.search(node.section.heading) or not any(c.because({"money"}) for c in clauses):
        return []
    told = f"Kinh phí thực hiện Kế hoạch này: {SLOT}."
    return [Piece(told, "slot", slots=("Kinh phí của đơn vị (cấp trên chỉ nêu kinh phí của mình)",))]


def _told_of_unit(clause: Clause, line: Line, profile: UnitProfile) -> bool:
    """Whether the count is the unit's or theirs who are named beside it."""
    # "Vận động ít nhất 40 quán ...; Hội Phụ nữ và Đoàn Thanh niên chia tuyến": the count is theirs who are named.
    if any(c.verdict == "named" for c in line.clauses if c.sentence == clause.sentence):
        return True
    kind = kind_of(profile)
    # A provincial agency carries out itself what is counted in its own field.
    provincial = (
        kind.name == "agency" and kind.level == "province" and not _IN_COMMUNE_RE.search(profile.name)
    )
    if provincial and speaks_of_own(clause.text, profile):
        return True
    bodies = (body.name for body in find_agencies(clause.text))
    return any(reach_of(name, profile, collective=False) == "unit" for name in bodies)
