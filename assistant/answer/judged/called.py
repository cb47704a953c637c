"""Whether a plan is the document that a question names by its subject: "ai ký kế hoạch phòng chống dại của tỉnh X".

Who signed a plan, its number and its date are told from its head, whatever the question is about. So a plan of the same
place on another subject would answer as surely as the one asked about, which the library may not hold. People call a
plan by other words than its title too ("kế hoạch thu chi" is that of the budget), so such an answer is told, but not as certain.
"""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from assistant.answer.candidates import HEAD_ONLY, Candidate
from assistant.answer.evidence.units import coverage, meet
from assistant.knowledge import Knowledge
from assistant.question.documents import DOC, SHORT_DOC
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.spelling import match_key

__all__ = ["of_another_subject", "perhaps_another", "subjects_called"]

_DOC_RE = re.compile(
    rf"\b(?:{DOC}|chien luoc|{SHORT_DOC})\b (?:(?:hanh dong|tong the|ve|viec|cong tac) )*(?=[a-z])"
)
_END_RE = re.compile(
    rf"[,;:?.()\"“”/\d]|\b(?:{DOC}|{SHORT_DOC})\b|\b(?:số|năm|của|thì|là|có|phải|ghi|gồm|nói|ở|tại|trong|theo|do|này|đó|ấy|nào|gì|ai|không|chưa|đặt|được|bị|sẽ|đã|đang"
    r"|mà|với|từ|khi|nếu|mấy|bao|hết|giao|ban hành|ký|ra|yêu cầu|quy định|đưa|đến|cho|gửi|bắt đầu|kết thúc|hiệu lực|áp dụng|tên|và|tỉnh|thành phố|huyện|xã|phường"
    r"|vậy|thế|ạ|nhỉ|riêng|mới|cũ)\b"
)
"""Where the name of a subject ends, marks kept."""
MOST_WORDS = 8
HEAVY = 3.0
"""Weight from which the words of a subject say enough to tell it from another's."""
OFTEN = 0.02
"""Share of a plan's units from which it is about a thing that its title does not say."""
SAID = 0.3
"""Share of the subject that the plan called so must be about: of development's heads below it 8 of 9 were of another plan."""


def subjects_called(question: str) -> tuple[str, ...]:
    """What the documents that a question names are about, as it says it.

    >>> subjects_called("Ai ký kế hoạch phòng chống dại năm 2026 của tỉnh Sơn Hà?"), subjects_called("kế hoạch này số mấy")
    (('phòng chống dại',), ())
    """
    marked, folded = match_key(question), fold(question)
    if len(marked) != len(folded):
        return ()
    found = []
    for match in _DOC_RE.finditer(folded):
        rest = marked[match.end() :]
        end = _END_RE.search(rest)
        found.append(" ".join(rest[: end.start() if end else len(rest)].split()[:MOST_WORDS]))
    return tuple(subject for subject in found if subject)


def perhaps_another(candidate: Candidate, knowledge: Knowledge) -> bool:
    """Whether an answer from a plan's head may be of another plan than the question calls by its subject."""
    units = candidate.statements[0].units
    return (
        candidate.source in HEAD_ONLY
        and bool(units)
        and of_another_subject(candidate.need, units[0].plan, knowledge)
    )


def of_another_subject(need: Need, plan: str, knowledge: Knowledge) -> bool:
    """Whether the question names a document by its subject and neither this plan's title nor much of its text says it.

    What was typed without marks may have been given wrong ones, and is looked for in the title without any.
    """
    called = " . ".join(subjects_called(need.asked))
    terms = tuple(term for term in need.terms if term.weight >= 1 and term.text in called)
    total = sum(term.weight for term in terms)
    if total < HEAVY:
        return False
    title = fold(knowledge.plans[plan].letterhead.title)
    own, here = meet(knowledge, terms).own, _of_plan(knowledge, plan)
    often = (own[:, here] == 1.0).mean(axis=1) >= OFTEN
    said = sum(
        term.weight
        * max(coverage([term], knowledge.titles[plan]), float(much), float(fold(term.text) in title))
        for term, much in zip(terms, often, strict=True)
    )
    return said < SAID * total


@lru_cache(maxsize=256)
def _of_plan(knowledge: Knowledge, plan: str) -> npt.NDArray[np.bool_]:
    """Which units are this plan's."""
    return np.array([unit.plan == plan for unit in knowledge.units], bool)
