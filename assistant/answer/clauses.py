"""Whether a short answer is of what is asked: the year and verb of its clause, a time or number that only names.

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
from assistant.question.documents import DOC, EN_DOC
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.facts.patterns import NUMBER_RE
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


_DOCUMENT_ASKED_RE = re.compile(
    rf"\b{DOC} (?:nao|gi)\b|\bso (?:may|bao nhieu|nao)\b|(?:which|what) (?:[a-z]+ ){{0,2}}{EN_DOC}"
)


def _first_part(number: str) -> str:
    return re.split(r"[-/]", number)[0].strip().lstrip("0")


def _figures(question: str) -> set[str]:
    return {figure.lstrip("0") for figure in re.findall(r"\d+", question)}


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
    if bold and _DOCUMENT_ASKED_RE.search(cue_text(need.asked)):
        told = {_first_part(number[0]) for number in NUMBER_RE.finditer(bold)}
        row["names_the_asked_document"] = float(bool(told) and told <= _figures(need.asked))
    if not bold or isinstance(units[0].fact, TableRow):
        return row
    asked = set(_YEAR_RE.findall(need.asked))
    if asked and sort == "number":
        years = set(_YEAR_RE.findall(clause_of(text, bold)))
        row["clause_of_year"] = float(bool(asked & years))
        row["clause_of_other_year"] = float(bool(years) and not asked & years)
    if sort == "when":
        title = fold(knowledge.plans[units[0].plan].letterhead.title or "")
        row["only_in_title"] = float(bool(title) and fold(bold) in title)
    return row
