"""English forms of asking: what foreign partners and donors ask by, and English words that look like Vietnamese cues.

Patterns run on the folded question, as in ``cues``, and only say what Vietnamese ones there do not: "how long", "what
is the cap on", "whose signature". In: a question as typed, or folded. Out: cue patterns by kind; the question with
look-alikes made harmless.
"""

from __future__ import annotations

import re

from assistant.question.documents import EN_DOC
from ingest.spelling import has_diacritics

__all__ = [
    "BENEFIT",
    "ENGLISH_KINDS",
    "ENGLISH_YESNO",
    "EN_BODY",
    "artificial_intelligence",
    "is_english",
    "without_lookalikes",
]

EN_BODY = (
    "agenc(?:y|ies)|departments?|ministr(?:y|ies)|units?|offices?|bod(?:y|ies)|organi[sz]ations?|divisions?"
    "|authorit(?:y|ies)|committees?|institutions?|compan(?:y|ies)|associations?|unions?|officials?|leaders?|ministers?"
    "|councils?|courts?|inspectorates?|enterprises?"
)
"""Who or what may be asked for behind "which"."""
_ACT = "(?:directive|decision|resolution|conclusion|regulation|law|decree|circular|guideline|act|code|ordinance|rule)s?"
_ACT_ONE = "(?:directive|decision|resolution|conclusion|regulation|law|decree|circular|guideline|ordinance)"
_OLDER = "(?:earlier|previous|former|old|new|other|legal|government|provincial|ministerial|party|politburo|central|parent|joint|existing|original)"
BENEFIT = r"(?:apply|be|get|receive|claim|use|buy|take part|benefit|qualify|vote|sit|stand|join|enjoy)\b"
"""What persons, not bodies, may do: "who may apply" asks for no agency."""
ENGLISH_KINDS: tuple[tuple[str, str], ...] = (
    (
        "signer",
        r"\bputs? (?:his|her|their|its) (?:names?|signatures?)\b|\bwhose (?:name|signature)\b|\bsignatures? (?:is|are) on\b|\bsigned on behalf\b",
    ),
    (
        "recipients",
        rf"\bwho (?:is|was) (?:the|this) {EN_DOC} (?:sent|copied|addressed) to\b|\bwho (?:receives|gets) (?:a )?cop(?:y|ies)\b",
    ),
    (
        "report_to",
        rf"\bto which (?:[a-z]+ )?(?:{EN_BODY})\b[^?]*\b(?:report|send|submit|appl|file|go|hand|answer)|\bwhere (?:is|are|must|should|do|does|can|will|ma_)\b[^?]*\b(?:filed?|lodged?|submit(?:ted)?|sen[dt]|handed in|apply)\b|\bwho (?:receives|gets|collects) (?:the |these |those )?(?:[a-z]+ )?reports?\b",
    ),
    (
        "letterhead_date",
        r"\b(?:date of (?:issue|issuance|adoption|signature|signing|promulgation)|issue date)\b",
    ),
    (
        "letterhead_number",
        rf"\b(?:reference|serial|official|registration) number of (?:the|this) {EN_DOC}",
    ),
    (
        "deadline",
        r"\bhow long\b|\btime[- ]?limits?\b|\beffective (?:date|from)\b|\bcut-?off\b|\bexpir(?:e|es|ed|y)\b|\bfrom (?:what|which) date\b|(?:in|into|enters? into|come into) force\b|\buntil when\b|\b(?:last|latest|closing) (?:day|date|moment)\b|\bhow soon\b",
    ),
    (
        "issuer",
        rf"\bwhich (?:[a-z]+ )?(?:{EN_BODY}) (?:issued|adopted|promulgated|passed|enacted) (?:the|this|that|it)\b",
    ),
    (
        "target",
        r"\b(?:what|which|at least what) (?:share|proportion|fraction|percentage|portion)\b|\bhow (?:high|large|big|heavy|wide|tall|old)\b|\bwhat is the (?:[a-z]+ ){0,2}(?:minimum|maximum|cap|ceiling|fine|fee|rate|limit|amount)\b|\b(?:cap|ceiling|upper limit|lower limit) (?:on|for|of)\b",
    ),
    (
        "reference",
        rf"\bwhich (?:{_OLDER} ){{1,2}}{EN_DOC}|\bwhich {_ACT}\b|\bwhich (?:(?!the\b|a\b|an\b|this\b|its\b|their\b)[a-z]+ ){{1,5}}{_ACT_ONE}\b|\bwhat does (?:the|this) (?:[a-z]+ ){{0,2}}{_ACT} (?:repeal|replace|amend|supersede|abolish|correct)|\b(?:replaces?|repeals?|amends?|supersedes?|abolishes|corrects?) (?:which|what)\b",
    ),
    (
        "list",
        r"\bname (?:the|all|both|every|two|three|four|five)\b|\bwhat documents? (?:must|should|does|do|are|is|has|have|make)\b|\b(?:contain|include|comprise|consist of)s?\b|\b(?:on|under|in) (?:what|which) (?:grounds?|cases?|circumstances|conditions?|situations?)\b|\bwhat (?:conditions|criteria|requirements|rights|grounds|cases|documents|papers|forms|steps|principles|kinds|types|acts|methods|sanctions|penalties)\b|\bwhat are the (?:conditions|criteria|requirements|rights|grounds|cases|documents|papers|forms|steps|principles|kinds|types|methods)\b",
    ),
)
"""The kinds of ``cues`` with more cues, to be tried before the general ones there."""
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
    if question.isupper():
        return question
    return _SHORT_AI_RE.sub(lambda short: "a_" if english or short.start() else short[0], question)


def artificial_intelligence(question: str) -> set[int]:
    """Which words of a question are the short form AI, and not "ai" (who).

    >>> artificial_intelligence("Sở nào lo AI?"), artificial_intelligence("ai lo việc này?")
    ({3}, set())
    """
    words = re.findall(r"\w+", without_lookalikes(question))
    return {at for at, word in enumerate(words) if word == "a_"}
