"""English questions: whom they may ask for, which want yes or no, and English words that look like Vietnamese cues.

In: a question as typed. Out: whether it is English; the question with look-alikes made harmless.
"""

from __future__ import annotations

import re

from ingest.spelling import has_diacritics

__all__ = [
    "BENEFIT",
    "ENGLISH_YESNO",
    "EN_BODY",
    "artificial_intelligence",
    "is_english",
    "without_circumstance",
    "without_lookalikes",
]

EN_BODY = (
    "agenc(?:y|ies)|departments?|ministr(?:y|ies)|units?|offices?|bod(?:y|ies)|organi[sz]ations?|divisions?"
    "|authorit(?:y|ies)|committees?|institutions?|compan(?:y|ies)|associations?|unions?|officials?|leaders?|ministers?"
    "|councils?|courts?|inspectorates?|enterprises?"
)
"""Who or what may be asked for behind "which"."""
BENEFIT = r"(?:apply|be|get|receive|claim|use|buy|take part|benefit|qualify|vote|sit|stand|join|enjoy)\b"
"""What persons, not bodies, may do: "who may apply" asks for no agency."""
ENGLISH_YESNO = (
    r"^(?:is|are|does|did|must|has|was|were|should|will|would|could|shall) (?!there (?:a|any) [a-z ]*\b(?:who|when)\b)[a-z]"
    r"|, (?:is|are|does|do|did|must|has|have|was|were|should|will|can|ma_) (?:the|a|an|any|it|they|there)\b"
    r"|^(?:do|can|ma_|have) (?:a|any|every|all|both|they|we|it|you|foreign\w*)\b|^(?:do|can|ma_|have) (?=[^?]*\b(?:of|by|with|from|for|without|under|have|their|must)\b)[a-z]+ "
)
"""A sentence that begins with its verb."""
_FUNCTION_RE = re.compile(
    r"\b(?:of|which|what|who|whom|whose|how|when|where|does|did|is|are|was|were|must|should|will|for|from|with|under|by|been)\b"
)
"""Words that no Vietnamese one looks like."""
_SHORT_AI_RE = re.compile(r"(?<![\w-])AI(?![\w])")
_MODAL_RE = re.compile(r"(?i)\bmay\b")
_CIRCUMSTANCE_RE = re.compile(
    r"(?i)(?:(?<=\()|^)when(?= (?!is |are |was |were |do |does |did |must |should |will |can |has |have )[^?,]+, (?:what|which|who|whom|whose|how|where)\b)"
)
"""A clause before the question that only says in what case: "When a plan ends, who reports?" asks for no time."""


def is_english(question: str) -> bool:
    """Whether a question is surely English: it has words that Vietnamese has in no spelling, and only names have marks.

    >>> is_english("Who may sign the report?"), is_english("may chi tieu nam 2026"), is_english("Sở nào lead?")
    (True, False, False)
    """
    marked = [word for word in re.findall(r"\w+", question) if has_diacritics(word)]
    names = all(word[0].isupper() for word in marked)
    return names and len(_FUNCTION_RE.findall(question.lower())) > bool(marked)


def without_lookalikes(question: str) -> str:
    """The question, letter for letter, without English words and short forms that look like Vietnamese cues.

    >>> without_lookalikes("On what grounds may a licence be revoked?"), without_lookalikes("Ứng dụng AI do ai lo?")
    ('On what grounds ma_ a licence be revoked?', 'Ứng dụng a_ do ai lo?')
    """
    english = is_english(question)
    if english:
        question = _MODAL_RE.sub("ma_", question)
        question = without_circumstance(question)
    if question.isupper():
        return question
    return _SHORT_AI_RE.sub(lambda short: "a_" if english or short.start() else short[0], question)


def without_circumstance(question: str) -> str:
    """The question, letter for letter, without the "when" of a clause before it.

    >>> without_circumstance("When a plan ends, what is reported?"), without_circumstance("When is it due, who signs?")
    ('whe_ a plan ends, what is reported?', 'When is it due, who signs?')
    """
    return _CIRCUMSTANCE_RE.sub("whe_", question)


def artificial_intelligence(question: str) -> set[int]:
    """Which words of a question are the short form AI, and not "ai" (who).

    >>> artificial_intelligence("Sở nào lo AI?"), artificial_intelligence("ai lo việc này?")
    ({3}, set())
    """
    words = re.findall(r"\w+", without_lookalikes(question))
    return {at for at, word in enumerate(words) if word == "a_"}
