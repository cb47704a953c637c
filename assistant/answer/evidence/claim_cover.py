"""How much of what a yes-or-no question claims one single place says: features of the judge, and of a list's names.

A long list has the words of many claims somewhere; what is claimed is told only where actor, deed, amount and time stand
together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from assistant.answer.evidence.cells import MARK_RE
from assistant.answer.evidence.claimed import compare, denies, read_claim
from assistant.answer.evidence.units import Meeting, coverage, weigh_for
from assistant.grams import gram_set
from assistant.knowledge import Floats, Knowledge, Unit
from assistant.question.naming import fold
from assistant.question.understand import Need

__all__ = ["WHOLLY", "claim_cover", "lacking_member", "lead_of", "said_by_member"]

_MONEY_ASKED_RE = re.compile(
    r"\b(?:tien(?! (?:do|trinh|hanh|bo|si|su|te))|kinh phi|hoc bong|phu cap|tro cap|money|cash|paid|fees?|le phi|hoc phi)\b|\d (?:trieu|ty|dong)\b"
)
_MONEY_RE = re.compile(
    r"\b(?:tien(?! (?:do|trinh|hanh|bo|si|su))|kinh phi|chi phi|hoc bong|phu cap|tro cap|luong|le phi|phi|ngan sach|von|mien|vay)\b|\d ?(?:%|trieu|ty|dong)"
)
_LISTED_RE = re.compile(
    r"(?:(?:^co phai |^)(?P<member>.+?)(?: (?:co|phai|duoc|nam|dung|ten|mat|o))* )?\b(?:trong|thuoc) (?:(?:cac|nhom|dien) )?(?:danh (?:muc|sach)|phu luc|bang|bieu|doi tuong)\b"
)
"""Folded: what may stand in a list, or be one of those meant."""
READ = 30
"""Units of a candidate that are looked at."""
MET = 0.5
WHOLLY, LONGEST_NAME = 0.85, 12
"""Share of a claim that a sentence must say to bear it out; words of a list's member that is but a name."""
HEAVY = 8.0


def claim_cover(need: Need, meeting: Meeting, weights: Floats, units: Sequence[Unit]) -> dict[str, float]:
    """Features of one candidate for a yes-or-no question; {} for others."""
    if not need.yesno or not units:
        return {}
    claim = read_claim(need.question, "\n".join(need.scope.taken))
    total = max(float(weights.sum()), 1e-6)
    met = [_met(need, meeting, unit) for unit in units[:READ]]
    best = max(range(len(met)), key=lambda at: float(weights @ met[at]))
    missed = weights[met[best] < MET]
    right = compare(claim, units[best].text) if claim.amounts else None
    told = " ".join(f"{unit.text} {unit.context}" for unit in units[:READ])
    return {
        "claim_together": float(weights @ met[best]) / total,
        "claim_missed_most": float(missed.max()) / HEAVY if len(missed) else 0.0,
        "claim_missed": min(float(missed.sum()) / 20, 2.0),
        "claim_amount_said": float(right is True),
        "claim_amount_other": float(right is False),
        "claim_amount_lacking": float(right is None and any(amount.unit for amount in claim.amounts)),
        "claim_denied": float(denies(claim, units[best].text)),
        "claim_year_lacking": float(any(year not in told for year in claim.years)),
        "claim_money_lacking": float(
            bool(_MONEY_ASKED_RE.search(claim.folded)) and not _MONEY_RE.search(fold(told))
        ),
    }


def _met(need: Need, meeting: Meeting, unit: Unit) -> Floats:
    if unit.at >= 0:
        return np.asarray(meeting.whole[:, unit.at])
    grams = gram_set(f"{unit.heading} {unit.text}")
    return np.array([coverage([term], grams) for term in need.terms], np.float32)


def said_by_member(unit: Unit, need: Need, knowledge: Knowledge) -> float:
    """Share of a claim that a name of a list says together with the line above the list, or a footnote with its line.

    0 for others: what a whole sentence says under some heading may be another thing.
    """
    lead, terms = lead_of(unit), weigh_for(need.terms, knowledge.titles[unit.plan])
    line = gram_set(lead)
    if not lead or coverage(terms, line) >= WHOLLY or (unit.kind == "row" and not _listed(need)):
        return 0.0
    return coverage(terms, gram_set(unit.text) | line)


def _listed(need: Need) -> bool:
    """Whether it is asked if a list or a table holds something."""
    return _LISTED_RE.search(fold(need.question)) is not None


def lacking_member(need: Need, listed: str) -> str:
    """What it is asked if a list holds, in the officer's words, where the list does not say it; "" for other questions.

    The first word only says what sort of thing it is: "xã", "hộ", "tuyến".
    """
    asked = _LISTED_RE.search(fold(need.original)) if need.yesno and need.language == "vi" else None
    if asked is None or not asked["member"]:
        return ""
    name = need.original[slice(*asked.span("member"))]
    words, said = asked["member"].split(), set(re.findall(r"\w+", fold(listed)))
    return "" if said.issuperset(words[1:] or words) else name


def lead_of(unit: Unit) -> str:
    """The line above the list in which a unit is but a name, or a table's title, or the line of a footnote; "" for others."""
    above, _, noted = unit.context.partition("\n")
    named = unit.kind == "row" or (
        MARK_RE.match(unit.text) is not None and len(unit.text.split()) <= LONGEST_NAME
    )
    return (
        (noted or above.rpartition(" > ")[2]) if unit.kind in {"sentence", "row"} and (named or noted) else ""
    )
