"""How much of what a yes-or-no question claims one single place says: features of the judge.

A long list has the words of many claims somewhere; what is claimed is told only where actor, deed, amount and time stand
together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from assistant.answer.claimed import compare, denies, read_claim
from assistant.answer.evidence import Meeting, coverage
from assistant.grams import gram_set
from assistant.knowledge import Floats, Unit
from assistant.question.naming import fold
from assistant.question.understand import Need

__all__ = ["claim_cover"]

_MONEY_ASKED_RE = re.compile(
    r"\b(?:tien(?! (?:do|trinh|hanh|bo|si|su|te))|kinh phi|hoc bong|phu cap|tro cap|money|cash|paid|fees?|le phi|hoc phi)\b|\d (?:trieu|ty|dong)\b"
)
_MONEY_RE = re.compile(
    r"\b(?:tien(?! (?:do|trinh|hanh|bo|si|su))|kinh phi|chi phi|hoc bong|phu cap|tro cap|luong|le phi|phi|ngan sach|von|mien|vay)\b|\d ?(?:%|trieu|ty|dong)"
)
READ = 30
"""Units of a candidate that are looked at."""
MET = 0.5
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
