"""What sort of thing a question asks for, by its own words alone: the judge holds answers against it."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.question.cues import WHICH_ONES, asks_who, cue_text, find_cue, in_long
from assistant.question.documents import DOC
from assistant.question.two import wants_each
from assistant.question.understand import Need

__all__ = ["asked_sort", "asked_words", "asks_day"]

_MEASURE = r"toc do tang|ty tr.ng|san l..ng|dien tich|kim ngach|thu nhap binh quan|nang suat|doanh thu|chi so|tong (?:so|gia tri|thu|chi|von|kinh phi|du no)"
_BARE = rf"^(?![^?]*\b(?:nao|gi|dau|sao|bao gio|ai|khong|giai phap|nhiem vu|chinh sach|bien phap)\b)(?:\S+ ){{0,3}}?(?:{_MEASURE})\b"
"""What is measured, named without more ("Sơn La diện tích chè năm 2030?")."""
_BARE_ENGLISH = r"\bwhat (?:is|was|are|were|will be) [^?]*\b(?:value|area|revenue|quantity|volume|amount|number of(?! (?:the|this|a)\b))\b|^(?:\S+ ){0,2}(?:value|area|quantity|volume|amount|number) of\b(?! (?:the|this|a)\b)"
_ASKED: tuple[tuple[str, str], ...] = (
    ("list", rf"liet ke|\blist\b|nhung [^?]*(?:nao|gi)\b|gom (?:nhung )?(?:gi|ai)|{WHICH_ONES}"),
    ("document", rf"\b{DOC}\b[^?,]{{0,30}}? so (?:may|bao nhieu|nao)\b"),
    (
        "number",
        r"bao nhieu|(?<!\bdieu )(?<!\bkhoan )(?<!\bchuong )(?<!\bmuc )(?<!\bphan )(?<!\bluc )\bmay\b|how (?:many|much)|phan tram|\bty le\b|per ?cent|what (?:share|proportion|fraction|portion)|how (?:high|large|big|heavy|old)\b|what is the (?:minimum|maximum|cap|ceiling|fine|fee)\b"
        rf"|{_BARE}|{_BARE_ENGLISH}",
    ),
    (
        "when",
        r"khi nao|bao gio|\bhan\b|(?:ngay|hom|bua) nao|thang nao|(?<!phu )(?<!nang )(?<!nguon )luc nao|\bwhen\b|deadline|bao lau|nam nao|by what|\bhow (?:long|soon|quickly|fast)\b|time[- ]?limit|effective date|cut-?off|\bexpir|(?:last|latest|closing) (?:day|date)",
    ),
    (
        "document",
        r"can cu|van ban (?:nao|gi)|(?:quyet dinh|nghi quyet|chi thi|ke hoach|nghi dinh|luat) (?:nao|so may)|legal bas",
    ),
)
_ASKED_RE = tuple((sort, re.compile(cue)) for sort, cue in _ASKED)
_SORT_OF_KIND = {
    "compare": "several",
    "conflict": "several",
    "signer": "letterhead",
    "recipients": "letterhead",
    "issuer": "letterhead",
    "letterhead_date": "letterhead",
    "letterhead_number": "letterhead",
}
"""Kinds that their cues alone make sure of: two answers side by side, or what a plan's head and foot say."""
_HOW_OFTEN_RE = re.compile(
    r"(?:ngay|thang|quy|tuan|(?<!phu )(?<!nang )(?<!nguon )luc) (?:may|bao nhieu|nao)|giai doan nao|thoi (?:diem|gian|han) nao|(?:last|which|what) (?:day|date|time|month|quarter|year)\b|(?:may|bao nhieu) (?:gio|tieng|ngay|tuan|thang)\b|how (?:often|many (?:working )?(?:days|hours|weeks|months))"
)


_ASKS_RE = re.compile(r"(?<!the )\bnao\b|\b(?:gi|dau|why|where)\b")
"""A follow-up that asks something itself wants what it asks ("thì thu theo đâu?"), not what was asked before."""
_DAY_RE = re.compile(
    r"ngay (?:nao|may|bao nhieu|cu the|thang)|cu the (?:ngay|khi) nao|(?:what|which) (?:day|date)"
)


def asks_day(folded: str) -> bool:
    """Whether a day of the calendar is asked for, which "hằng quý" or "định kỳ" do not tell.

    >>> asks_day("bao cao gui truoc ngay nao"), asks_day("bao gio lam xong")
    (True, False)
    """
    return _DAY_RE.search(folded) is not None


def asked_sort(need: Need) -> str:
    """What sort of thing would answer: who, when, a number, a document, a list, yes or no, words, and so on.

    It looks at the question alone, whatever the reading; of a follow-up at what it asks itself, if that tells.
    >>> _sort_said("bao cao quy han ngay nao"), _sort_said("hai du an moi cai so nao chu tri")
    ('when', 'several')
    >>> _sort_said("dien tich nuong ray bao cao bao gio"), _sort_said("dien tich nuong ray nam nay")
    ('when', 'number')

    The sorts: yesno, several, letterhead, when, who, list, number, document, words.
    """
    return "yesno" if need.yesno else _sort_said(asked_words(need))


def asked_words(need: Need) -> str:
    """The words (folded) that tell what is asked: a follow-up's own, with the question before where it asks nothing itself."""
    asked = cue_text(need.asked)
    inherits = need.follows and _sort_said(asked) == "words" and not _ASKS_RE.search(asked)
    return cue_text(need.question) if inherits else asked


@lru_cache(maxsize=256)
def _sort_said(folded: str) -> str:
    if wants_each(folded):
        return "several"
    folded = in_long(folded)
    if (kind := find_cue(folded).kind) in _SORT_OF_KIND:
        return _SORT_OF_KIND[kind]
    if _HOW_OFTEN_RE.search(folded):
        return "when"
    if asks_who(folded):
        return "who"
    return next((sort for sort, cue in _ASKED_RE if cue.search(folded)), "words")
