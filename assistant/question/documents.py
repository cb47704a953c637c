"""The kinds of documents, as questions call them: the one list that all patterns of questions are made of.

After Annex III of Decree 30/2020 and the Party's table, folded (lower case without marks).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.spelling import match_key, undiacritise

__all__ = [
    "DOC",
    "DOC_BUT_PLAN",
    "EN_DOC",
    "KIND_OF",
    "NUMBERED_RE",
    "SHORT_DOC",
    "asks_date_of",
    "in_symbol",
    "is_document",
]

_KINDS: tuple[tuple[str, str, str], ...] = (
    # name, its short form, in English
    ("ke hoach", "kh", "plan"),
    ("quyet dinh", "qd", "decision"),
    ("chi thi", "ct", "directive"),
    ("nghi quyet", "nq", "resolution"),
    ("quy dinh", "", "regulation"),
    ("chuong trinh", "ctr", "programme|program"),
    ("huong dan", "hd", "guideline|guidance"),
    ("thong bao", "tb", "notice"),
    ("cong van", "cv", "official letter"),
    ("ket luan", "kl", "conclusion"),
    ("de an", "da", "project"),
    ("thong tu", "tt", "circular"),
    ("thong tu lien tich", "ttlt", "joint circular"),
    ("cong dien", "cd", ""),
    ("quy che", "qc", ""),
    ("luat", "", "law"),
    ("phap lenh", "", "ordinance"),
    ("nghi dinh", "nd", "decree"),
    ("bao cao", "bc", ""),
    ("phuong an", "pa", ""),
    ("to trinh", "ttr", ""),
)
_ALSO_WORDS = frozenset({"bao cao", "thong bao", "cong dien", "phuong an", "to trinh", "notice", "guidance"})
"""Names that questions say of other things too ("báo cáo cho ai")."""
KIND_OF = {
    said: name for name, short, english in _KINDS for said in (name, short, *english.split("|")) if said
}
"""Every way to call a kind -> its name."""


def _any(names: list[str]) -> str:
    """A pattern for these names, the longest first.

    >>> _any(["luat", "nghi dinh"])
    '(?:nghi dinh|luat)'
    """
    return f"(?:{'|'.join(sorted(names, key=lambda name: (-len(name), name)))})"


_NAMES = [name for name, _, _ in _KINDS if name not in _ALSO_WORDS]
DOC = _any(["van ban", *_NAMES])
"""A document called by its kind."""
DOC_BUT_PLAN = _any(["van ban", *(name for name in _NAMES if name != "ke hoach")])
SHORT_DOC = "(?:kh|nd|nq|qd|tt)"
"""The short forms that are said alone ("theo NQ nào")."""
EN_DOC = (
    _any(["document", *(e for *_, each in _KINDS for e in each.split("|") if e and e not in _ALSO_WORDS)])
    + "s?"
)
NUMBERED_RE = re.compile(
    rf"\b({_any(list(KIND_OF))})(?: hanh dong)?(?: so| no\.?)? (0*)(\d{{1,4}})(?:/((?:19|20)\d\d))?(?![\w/-])"
)
"""A document called by kind and number alone, folded ("nđ 30", "chương trình hành động 109"): kind, zeros, number, year."""
_IN_SYMBOL = {
    "luat": "qh",
    "phap lenh": "ubtvqh",
    "quy dinh": "qd",
    "quy che": "qd",
    "chuong trinh": "ctr|ct|cthd",
}
"""How kinds that have no short form of their own, or others too, stand in a symbol."""


def is_document(name: str) -> bool:
    """Whether a name of a kind is said of documents alone.

    >>> is_document("nghi quyet"), is_document("bao cao"), is_document("project")
    (True, False, False)
    """
    return name not in _ALSO_WORDS and KIND_OF[name] not in _ALSO_WORDS and name != "project"


def in_symbol(kind: str) -> str:
    """A pattern for a kind as symbols have it behind the number ("30/2020/NĐ-CP"); "" where they have none.

    >>> in_symbol("nghi dinh"), in_symbol("luat")
    ('nd', 'qh')
    """
    return _IN_SYMBOL.get(kind) or next((short for name, short, _ in _KINDS if name == kind), "")


_DATE_ASKED_RE = re.compile(
    rf"\b(?:{DOC}|{SHORT_DOC}) (?:so )?(?P<number>\d+)[\w/-]*(?P<between>(?: [^\W\d_]+)*?)(?: (?:duoc )?(?:ky|ban hanh|ra|de))?"
    r"(?: vao| la)? (?:ngay (?:nao|may|bao nhieu|thang nam nao)|hom nao|nam nao)\W*$"
    rf"|\bdate of (?:the )?{EN_DOC} (?:no\.? )?(?P<english>\d+)"
)


def asks_date_of(folded: str, symbol: str | None, named: Iterable[str]) -> bool:
    """Whether a question (folded) calls a document by its number and the words that ``named`` it, and asks nothing but its date.

    >>> asks_date_of("quy dinh 384 cua ban bi thu ngay bao nhieu", "384-QĐ/TW", ["Ban Bí thư"])
    True
    >>> asks_date_of("ke hoach 157 xong ngay nao", "157/KH-UBND", [])
    False
    """
    asked, own = _DATE_ASKED_RE.search(folded), re.match(r"0*(\d+)", symbol or "")
    if asked is None or own is None or (asked["number"] or asked["english"]).lstrip("0") != own[1]:
        return False
    spent = {"cua", "o", "tai", *undiacritise(match_key(" ".join(named))).split()}
    return {*(asked["between"] or "").split()} <= spent
