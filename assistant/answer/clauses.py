"""Whether the very clause of a short answer is of what is asked: its year, its verb, a time that only names the plan.

The words of a question may all stand in a sentence that tells of two years, or of two bodies that do different
things: features of the judge, told only where the question says such a thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.answer.affinity import clause_of
from assistant.knowledge import Knowledge, Unit
from assistant.question.cues import WHICH_BODY, cue_text
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.plan import TableRow

__all__ = ["asked_verb", "clause_features"]

_YEAR_RE = re.compile(r"\b20\d\d\b")
_VERB_RE = re.compile(
    rf"(?:\bai|{WHICH_BODY}) (?:(?:se|da|phai|can|co|la|thi|nguoi|co quan|don vi|trach nhiem|tham quyen|nhiem vu|quyen|chiu|duoc|dung ra) )*(?P<verb>[a-z]+(?: [a-z]+)?)"
)
_COMMON = frozenset(
    "lam lo chu phu thuc chiu phoi tham giu dam day cam trien to la nao khi trong o ve cho voi va gi theo".split()
)
"""First syllables of verbs that say only that somebody acts, or of no verb."""


@lru_cache(maxsize=512)
def asked_verb(folded: str) -> str:
    """What it is asked who does, folded, two syllables at most; "" where the question says no such verb.

    >>> asked_verb("ai phe duyet phuong an"), asked_verb("so nao chu tri tap huan")
    ('phe duyet', '')
    """
    found = _VERB_RE.search(folded)
    verb = found["verb"] if found else ""
    return "" if verb.split(" ")[0] in _COMMON else verb


def clause_features(
    need: Need, sort: str, units: Sequence[Unit], bold: str, knowledge: Knowledge
) -> dict[str, float]:
    """The features of one candidate; ``bold`` is its short answer."""
    row: dict[str, float] = {}
    text = units[0].text
    if sort == "who" and need.spelling != "en" and (verb := asked_verb(cue_text(need.asked))):
        said = [fold(unit.text) for unit in units[:3]]
        first = verb.split(" ")[0]
        row["verb_met"] = max(
            1.0 if re.search(rf"\b{verb}\b", one) else 0.4 if re.search(rf"\b{first}\b", one) else 0.0
            for one in said
        )
        row["verb_lacking"] = float(row["verb_met"] == 0.0)
    if not bold or isinstance(units[0].fact, TableRow):
        return row
    asked = set(_YEAR_RE.findall(need.asked))
    if asked and sort == "number":
        told = set(_YEAR_RE.findall(clause_of(text, bold)))
        row["clause_of_year"] = float(bool(asked & told))
        row["clause_of_other_year"] = float(bool(told) and not asked & told)
    if sort == "when":
        title = fold(knowledge.plans[units[0].plan].letterhead.title or "")
        row["only_in_title"] = float(bool(title) and fold(bold) in title)
    return row
