"""What a reading of the question asks and names, and which of that a candidate's evidence has: features of the judge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from assistant.answer.cite import bold_words
from assistant.answer.evidence.claimed import asks_done, tells_done
from assistant.answer.evidence.figures import DIGITS_RE
from assistant.answer.evidence.strangers import named_places
from assistant.answer.evidence.units import Meeting, meet
from assistant.knowledge import Floats, Knowledge, Unit
from assistant.question.bodies import body_key
from assistant.question.cues import WITH_WHOM, cue_text
from assistant.question.naming import fold
from assistant.question.sort import asked_sort
from assistant.question.understand import Need
from ingest.facts.bodies.agencies import find_agencies

__all__ = ["Asked", "claims", "read_asked", "within"]

READ = 12
"""Units of a candidate that are looked at."""
LONGEST_READ = 4000
_LEADS_RE = re.compile(r"\bchu tri\b|\bleads?\b|chiu trach nhiem|phu trach|dau moi")
_HELPS_RE = re.compile(rf"\bphoi hop\b|coordinat|\b(?:with|alongside)\b|{WITH_WHOM}")
_SHARE_RE = re.compile(r"phan tram|ty le|ti le|%|per ?cent")
_CLAIMED = frozenset({"numbers_lacking", "agency"})
"""What a yes-or-no question claims need not be so, an answer that has another body or number may be right: weighed by itself."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What one reading of the question asks and names, read off it once for all its candidates."""

    sort: str
    leads: bool
    """Whether it asks who leads; ``helps`` who only helps; ``share`` for a share."""
    helps: bool
    share: bool
    full: Floats
    """Weights of its terms."""
    total: float
    numbers: tuple[str, ...]
    agency: str
    """The agency it names, folded."""
    how_many: bool
    done: bool
    """Whether it asks what is so by now; of a document's own head nothing else is asked."""
    unknown: float
    """Weight of the terms that no plan has."""
    places: tuple[str, ...]
    meeting: Meeting
    light: dict[str, Floats]
    """Weights of its terms beside the title of each plan; filled as plans are met."""


def read_asked(need: Need, knowledge: Knowledge) -> Asked:
    """Read a need once for all the candidates of its reading."""
    spent, folded = " ".join(need.scope.taken), cue_text(need.question)
    full = np.array([term.weight for term in need.terms], np.float32)
    unknown = [t for t in need.terms if not any(knowledge.known(g) for a in t.forms for g in a)]
    return Asked(
        asked_sort(need),
        _LEADS_RE.search(folded) is not None,
        _HELPS_RE.search(folded) is not None,
        _SHARE_RE.search(folded + need.question) is not None,
        full,
        float(full.sum()),
        tuple(n.lstrip("0") for n in DIGITS_RE.findall(need.question) if n not in spent),
        fold(need.agency),
        re.search(r"bao nhieu|\bmay\b|how (?:many|much)", folded) is not None,
        asks_done(need.question) and asked_sort(need) != "letterhead",
        sum(term.weight for term in unknown),
        tuple(map(fold, named_places(need.asked))),
        meet(knowledge, need.terms),
        {},
    )


@lru_cache(maxsize=8192)
def _numbers(text: str) -> frozenset[str]:
    return frozenset(number.lstrip("0") for number in DIGITS_RE.findall(text))


@lru_cache(maxsize=8192)
def _bodies(text: str) -> frozenset[str]:
    """Keys of the bodies that a text names."""
    return frozenset(body_key(agency.name) for agency in find_agencies(text[:LONGEST_READ]))


def within(texts: Iterable[str], most: int) -> Iterator[str]:
    """The texts as far as they have so many letters together; names are looked for in each, and so found but once.

    >>> list(within(["Sở Nội vụ", "Sở Y tế"], 12))
    ['Sở Nội vụ', 'Sở']
    """
    for text in texts:
        if most <= 0:
            return
        yield text[:most]
        most -= len(text) + 1


def _head(knowledge: Knowledge, plan: str) -> str:
    """What a plan's letterhead says."""
    head = knowledge.plans[plan].letterhead
    return f"{head.number or ''} {head.year or ''} {head.date or ''} {head.title or ''} {head.issuer or ''} {head.province or ''}"


def claims(
    need: Need, asked: Asked, knowledge: Knowledge, units: Sequence[Unit], said: Sequence[str]
) -> dict[str, float]:
    """Numbers, places and the agency of the question that the evidence has or lacks; ``said`` is what the answer says."""
    told = " ".join(said)
    texts = {text for unit in units[:READ] for text in (unit.context, unit.text, unit.near)}
    around = [*texts, *(_head(knowledge, name) for name in {unit.plan for unit in units})]
    there = [*around, told]
    have = frozenset().union(*map(_numbers, there)) if asked.numbers else frozenset()
    agency = 0.0
    if need.agency:
        named = any(asked.agency in fold(one) for one in there) or any(
            need.agency_key in _bodies(one) for one in (*around, *within(said, LONGEST_READ))
        )
        agency = 1.0 if named else -1.0
    bold = " ".join(bold_words(told[:400]))
    places = asked.places
    row = {
        "numbers_lacking": min(sum(n not in have for n in asked.numbers), 2) / 2,
        "agency": agency,
        "unknown": min(asked.unknown / 6, 2.0),
        "digits_asked_not_told": float(asked.how_many and not DIGITS_RE.search(bold or told)),
        "bold_has_number": float(bool(DIGITS_RE.search(bold))),
        "done_lacking": float(asked.done and not any(map(tells_done, (*texts, told)))),
        "place_lacking": float(any(all(name not in fold(one) for one in there) for name in places)),
    }
    return {
        f"claim_{name}" if need.yesno and name in _CLAIMED else name: value for name, value in row.items()
    }
