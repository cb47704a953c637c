"""What a term means: the sentence of a document that defines it, "X là ..." in its article on words used.

Decrees and circulars say so in one fixed form (Decree 78/2025/NĐ-CP, article "Giải thích từ ngữ"): the term, "là", its
meaning. Other sentences that share the term's words tell of it, but do not say what it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.cite import Statement
from assistant.answer.evidence.units import by_plan
from assistant.answer.kinds.lead_ins import with_what_follows
from assistant.answer.kinds.quoted import quote
from assistant.knowledge import Knowledge
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.spelling import match_key

__all__ = ["answer_defined", "asked_term"]

_END = r"(?: vậy| thế| nhỉ| ạ| hả)?\W*$"
_ASKED_RE = re.compile(
    rf"(?:^|[,:] ?)(?P<term>[^,:?]{{2,80}}?) (?:nghĩa là gì|là gì|là sao|(?:được |phải )?hiểu (?:là gì|(?:như )?thế nào|ra sao)"
    rf"|(?:có )?nghĩa (?:là )?(?:gì|(?:như )?thế nào)|là (?:như )?thế nào){_END}"
    rf"|(?:thế nào (?:thì )?(?:là|được gọi là|được coi là)|định nghĩa(?: của)?|khái niệm|giải thích(?: từ ngữ)?) (?P<after>[^,:?]{{2,80}}?){_END}"
)
_LABEL_RE = re.compile(r"^\W*(?:(?:[a-zđ]|\d+(?:\.\d+)*)[.)]\s*)?[\"“]?")
MOST = 2


def asked_term(question: str) -> str:
    """The term whose meaning is asked for, folded; "" where none is.

    >>> asked_term("Theo thông tư 13 thì nhà ở xã hội là gì vậy?"), asked_term("thế nào là sự cố nghiêm trọng?")
    ('nha o xa hoi', 'su co nghiem trong')
    >>> asked_term("Sở Nội vụ làm gì?")
    ''
    """
    found = _ASKED_RE.search(match_key(question))
    said = (found["term"] or found["after"]).rpartition(" thì ")[2] if found else ""
    if quoted := re.search(r"[\"“]([^\"“”]+)[\"”]", said):
        said = quoted[1]
    return fold(said.strip(" \"“”'"))


def answer_defined(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[list[Statement]]:
    """One answer for each sentence that begins with the term and says what it is; [] where none does."""
    term = asked_term(need.asked)
    if not term:
        return []
    says = re.compile(rf"{re.escape(term)}(?: \([^()]*\))?[\"”]? (?:duoc hieu )?la (?!gi\b)")
    found = [
        unit
        for name in plans
        for unit in by_plan(knowledge).get(("sentence", name), ())
        if says.match(fold(_LABEL_RE.sub("", unit.text)))
    ]
    answers = [with_what_follows([quote(unit, need, knowledge)], knowledge) for unit in found[:MOST]]
    return [[_marked(first, term), *rest] for first, *rest in answers]


def _marked(statement: Statement, term: str) -> Statement:
    """The same with the term in bold, where it begins."""
    text = statement.text
    at = fold(text).find(term)
    if at < 0 or len(fold(text)) != len(text):
        return statement
    end = at + len(term)
    return replace(statement, text=f"{text[:at]}**{text[at:end]}**{text[end:]}")
