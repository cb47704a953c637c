"""What a document replaces or repeals: its own sentence that says so.

In: a question "quyết định này thay thế văn bản nào", "which circular lapses". Out: number and date of the replaced documents,
then the sentence. What replaces the document itself only the new document's sentence tells, and no sentence of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence.units import by_plan, sentence_of
from assistant.answer.kinds.quoted import quote
from assistant.answer.wording import plan_label
from assistant.knowledge import Knowledge, Unit
from assistant.question.documents import DOC
from assistant.question.naming import fold
from assistant.question.replacing import asks_successor
from assistant.question.understand import Need
from ingest.facts.cited.references import Mention, find_mentions

__all__ = ["answer_replaced", "answer_successor", "only_replaces"]

_REPLACING_RE = re.compile(
    rf"\bnay\b[^;]*?\b(?:thay the|thay cho|bai bo)\b|^(?:\d+\. ?)?(?:thay the|bai bo) (?=(?:{DOC}) so )"
)
"""Folded: the document itself ("này") is what replaces; an article may leave it out."""
_LAPSING_RE = re.compile(
    rf"\bhet hieu luc\b[^;]*\b(?:ngay|khi) (?:{DOC}) nay\b|\bnay co hieu luc[^;]*\bhet hieu luc\b"
)
"""Folded: the other document lapses when this one begins."""
_AMENDED_RE = re.compile(r"\b(?:da )?(?:duoc )?sua doi\b")


def only_replaces(asked: str, units: Sequence[Unit], knowledge: Knowledge) -> bool:
    """Whether it is asked (folded) what replaces a document, and these places say only what that document itself replaces."""
    if not asks_successor(asked):
        return False
    whole = (sentence_of(unit, knowledge) or unit for unit in units)
    told = [said[found.end() :] for one in whole if (found := _REPLACING_RE.search(said := fold(one.text)))]
    return bool(told) and not any(re.search(rf"\b0*{n}\b", said) for said in told for n in _numbers(asked))


def _numbers(asked: str) -> list[str]:
    return [number.lstrip("0") for number in re.findall(r"\d{2,}", asked)]


def answer_successor(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """The plans that replace a document of the number asked about, with their sentences; [] where none does."""
    numbers, statements = _numbers(fold(need.question)), []
    for name in plans:
        for unit, documents in _replaced(name, knowledge):
            if any(re.match(rf"0*{n}\b", one.number or "") for one in documents for n in numbers):
                label = plan_label(knowledge.plans[name])
                statements += [Statement(f"**{label}**", (unit,)), quote(unit, need, knowledge)]
    return statements


def answer_replaced(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """The documents that the one plan among these replaces which says so; [] where none does, or several do."""
    told = {name: found for name in plans if (found := list(_replaced(name, knowledge)))}
    if len(told) != 1:
        return []
    (found,) = told.values()
    names = dict.fromkeys(
        unit.text[slice(*one.core)].strip() for unit, documents in found for one in documents
    )
    units = tuple(unit for unit, _ in found)
    head = Statement("; ".join(f"**{name}**" for name in names), units)
    return [head, *(quote(unit, need, knowledge) for unit in units)]


def _replaced(name: str, knowledge: Knowledge) -> Iterator[tuple[Unit, list[Mention]]]:
    """The sentences of a plan that say what it replaces, each with those documents."""
    for unit in by_plan(knowledge).get(("sentence", name), ()):
        folded = fold(unit.text)
        replacing, lapsing = _REPLACING_RE.search(folded), _LAPSING_RE.search(folded)
        if not (replacing or lapsing):
            continue
        begin, end = (replacing.end(), len(folded)) if replacing else (0, folded.index("het hieu luc"))
        if amended := _AMENDED_RE.search(folded, begin, end):
            end = amended.start()
        cited = [one for one in find_mentions(unit.text) if one.number]
        if meant := [one for one in cited if begin <= folded.find(fold(one.number)) < end]:
            yield unit, meant
