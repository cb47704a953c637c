"""Whether a question is what a document replaces or repeals, or what replaces it; for all that answer such questions.

In: a folded question (see ``cues.cue_text``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.question.documents import DOC, EN_DOC

__all__ = ["asks_replaced", "asks_successor"]

_REPLACES = r"(?:thay the|thay cho|thay|bai bo|huy bo|replaces?|repeals?|supersedes?)"
_WHICH = r"(?:nao|gi|so may|so nao|cu nao)"
_ASKED_RE = re.compile(
    rf"\b{_REPLACES} (?:cho )?(?:nhung |cac )?(?:{DOC}|cai)(?: [a-z]+){{0,2}}? {_WHICH}\b"
    rf"|\b(?:{DOC})\b(?:[^?]{{0,40}} cu)? {_WHICH}\b[^?]{{0,4}}? (?:da )?(?:bi (?:thay|bai bo)|duoc thay|het hieu luc|mat hieu luc)"
    rf"|\bhet hieu luc (?:nhung |cac )?(?:{DOC}) {_WHICH}\b"
    rf"|\bwhich (?:[a-z]+ ){{0,2}}{EN_DOC}\b[^?]{{0,40}}? (?:lapses?|expires?|is (?:replaced|repealed|superseded)|ceases)\b"
    rf"|\b(?:which|what) (?:[a-z]+ ){{0,3}}?{EN_DOC}\b[^?]*\b(?:do|does|did)\b[^?]*\b(?:replace|repeal|supersede)\b"
    rf"|\bwhat (?:is|does) [^?]*\b(?:replac(?:e|ing)|repeal(?:ing)?|supersed(?:e|ing))\b"
)
_SUCCESSOR_RE = re.compile(
    rf"\b(?:{DOC}) (?:nao|gi|so may) (?:moi )?(?:da |se |dang )?(?:thay the|thay cho|thay|bai bo)\b"
    rf"|\b(?:bi|duoc) (?:thay the|thay|bai bo) (?:boi|bang)\b|\bwhich {EN_DOC} (?:has |have |will )?(?:replace|supersede|repeal)[sd]?(?:ed)?\b(?! by)"
    r"|\b(?:replaced|superseded|repealed) by (?:which|what)\b"
)
"""Folded: what replaces a document is asked."""


def asks_replaced(folded: str) -> bool:
    """Whether a question (folded) is what a document replaces, and not what replaces it.

    >>> asks_replaced("quyet dinh 88 thay cho quyet dinh nao cu"), asks_replaced("which older circular lapses with it")
    (True, True)
    >>> asks_replaced("van ban nao thay the quyet dinh 88"), asks_replaced("khi thong tu co hieu luc thi thong tu nao het hieu luc")
    (False, True)
    """
    return _ASKED_RE.search(folded) is not None


@lru_cache(maxsize=256)
def asks_successor(folded: str) -> bool:
    """Whether a question (folded) is what replaces a document.

    >>> asks_successor("van ban nao thay the quyet dinh 88"), asks_successor("quyet dinh 88 thay the van ban nao")
    (True, False)
    """
    return _SUCCESSOR_RE.search(folded) is not None
