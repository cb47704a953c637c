"""What kind of thing is asked for, told by the cue words of the question.

The cues stand in ``data/question_cues.txt``, Vietnamese and English side by side; they run on the folded question
(lower case, no marks), letter for letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from assistant.question.documents import DOC, DOC_BUT_PLAN, EN_DOC
from assistant.question.english import (
    BENEFIT,
    EN_BODY,
    ENGLISH_YESNO,
    without_lookalikes,
)
from assistant.question.two import COMPARES, DOUBTS
from ingest.spelling import match_key, undiacritise

__all__ = [
    "CLOCK",
    "WHICH_BODY",
    "WHICH_ONES",
    "WITH_WHOM",
    "Cue",
    "asks_who",
    "cue_text",
    "find_cue",
    "find_kinds",
    "in_long",
]


def _not_behind(words: Iterable[str], before: str = "") -> str:
    """Behind none of these words."""
    return "".join(rf"(?<!{before}{word} )" for word in words)


_NO_DEPARTMENT = _not_behind(("ho", "hoi", "te", "doi", "ky", "lieu", "nghe"), r"\b")
_LONG_BODY = f"co quan|don vi|{_NO_DEPARTMENT}so|(?<!van )ban|phong|to chuc|cap|ben|dau moi|bo phan|doan the|nganh|dia phuong|luc luong|doanh nghiep|cong ty|benh vien|chi cuc|trung tam|thanh vien|(?:dang|tinh|thanh|huyen) uy"
# "xã hội số nào", "chuyển đổi số nào" ask for no department ("sở"), nor "những nhiệm vụ nào" for one of a ministry ("vụ").
_SHORT_BODY = (
    f"bo|{_not_behind(('xa', 'co', 'dai', 'le'))}hoi|cuc|{_not_behind(('nhiem', 'dich', 'nghia', 'chuc', 'phuc'))}vu"
    f"|vien|uy ban|ubnd|huyen|xa|phuong|{_not_behind(('moi', 'thi'))}truong|nguoi|{_not_behind(('pham',))}vi"
)
"""Heads that mean something else with another word behind them ("trường hợp nào", "bộ luật nào")."""
_TIME = "khi|luc|ngay|tuan|thang|quy|nam|gio|hom|dip"
WHICH_BODY = rf"\b(?:(?:{_LONG_BODY})(?: (?!(?:{_TIME})\b)[a-z]+)?|{_SHORT_BODY}) nao\b"
"""Folded: a body is asked for ("sở nào", "cơ quan chuyên môn nào"; not "tổ chức khi nào")."""
_EN_WHO = rf"{_not_behind('people those persons children workers households families anyone anybody person teachers students employees officials'.split())}\bwho(?:m|se)?\b(?! (?:can|could|ma_|is|are) (?:entitled|eligible|exempt\w*|allowed|covered|{BENEFIT})| (?:qualif|benefit)\w+| (?:do|does|did) [^?]*\bappl(?:y|ies)\b)"
# "Ai đang hưởng 3,6 triệu thì được nâng tới mức nào?" says whoever does; what is asked stands behind.
_WHOEVER = r"(?! (?:(?!thi\b)[a-z\d.,]+ ){1,8}(?<!chi )(?<!do )(?<!thanh )thi\b[^?]*\b(?:bao nhieu|may|gi|dau|bao gio|(?:muc|khi|luc|ngay|the) nao)\b)"
_WHO = rf"(?:\bai\b{_WHOEVER}|{WHICH_BODY}|\bla (?:dau|don vi nao|co quan nao)\b|{_EN_WHO}|(?:which|what) (?:[a-z]+ )?(?:{EN_BODY})\b(?! {EN_DOC}))"
WITH_WHOM = rf"\b(?:voi|cung|chung) (?:cac |nhung |may )?{_WHO}"
"""Folded: partners are asked for ("làm cùng sở nào")."""
WHICH_ONES = r"\bmay (?!gio|tieng|ngay|tuan|thang|nam|lan\b|muc|dieu)[a-z]+(?: [a-z]+){0,2} nao\b"
"""Folded: "mấy tỉnh nào" asks which they are, not how many."""
CLOCK = (
    r"(?<!trong )(?<!vong )(?<!qua )(?<!toi da )(?<!cu )\bmay gio\b(?! chuan\b| (?:mot|1) (?:tuan|thang|quy|nam)\b)"
    r"|\bgio nao\b|\b(?:what|which) (?:time|hour)\b"
)
"""Folded: an hour of the clock is asked for, and not how many hours something takes."""
_NAMES = {
    "WHO": _WHO,
    "CLOCK": CLOCK,
    "WITH_WHOM": WITH_WHOM,
    "WHICH_ONES": WHICH_ONES,
    "DOC": DOC,
    "DOC_BUT_PLAN": DOC_BUT_PLAN,
    "EN_DOC": EN_DOC,
    "EN_BODY": EN_BODY,
    "COMPARES": COMPARES,
    "DOUBTS": DOUBTS,
    # Before "nào" that asks for a document and not for a time or a body ("từ ngày nào", "cơ quan nào", "thế nào").
    "NOT_WHEN": _not_behind(
        "khi ngay thang nam luc gio quy dip doan gian diem han nguoi ai so bo ban phong quan vi the".split(),
        r"\b",
    ),
    # Before "so": "kinh tế số" is no number of anything, "giao sở nào" typed without marks asks for a body.
    "NOT_DIGITAL": _not_behind(("kinh te", "doi", "xa hoi", "cong nghe", "chinh quyen", "ky nang")),
    # "Chương trình X sở nào tham mưu" asks for a body, "chương trình X số nào" for a number: a verb follows the body alone.
    "NUMBER_ENDS": r"nao(?=\W*$|\s*[,;?]| (?:va|cua|ngay|the|vay|a)\b)",
    "NO_BODY": _not_behind("giao cho do voi qua cua nhung cac".split()),
    "ACT": "(?:directive|decision|resolution|conclusion|regulation|law|decree|circular|guideline|act|code|ordinance|rule)s?",
    "ACT_ONE": "(?:directive|decision|resolution|conclusion|regulation|law|decree|circular|guideline|ordinance)",
    "OLDER": "(?:earlier|previous|former|old|new|other|legal|government|provincial|ministerial|party|politburo|central|parent|joint|existing|original)",
}
"""What the names in ``data/question_cues.txt`` stand for."""
# Cue words whose letters without marks are also common other words: only these forms are the cue.
_CUE_FORMS = {
    "dau": {"đâu"},
    "chua": {"chưa", "chửa"},
    "may": {"mấy"},
    "luong": {"lương"},
    "ai": {"ai"},
    "a": {"ạ"},
    "ha": {"hà", "hạ"},
    "han": {"hạn"},
    "ky": {"ký", "kỳ"},
    "gi": {"gì"},
    "nao": {"nào"},
    "sao": {"sao"},
    "lo": {"lo"},
    "muc": {"mục", "mức"},
    "phan": {"phần", "phản"},
    "dieu": {"điều"},
    "ben": {"bên"},
    "gom": {"gồm"},
    "con": {"còn"},
    "than": {"than"},
    "dl": {"dl"},
    "khac": {"khác"},
}
_WHO_RE = re.compile(_WHO)
_OTHER_PARTY_RE = re.compile(
    rf"\b(?:voi|cung|chung|cho|den|toi|ve|len|qua|gui|nop|trinh|bao|bao cao|to|with|through) (?:cac |nhung |may )?(?:{_WHO})"
)
"""Whom is asked for beside those who act: "phối hợp với ai", "gửi báo cáo cho sở nào"."""
_Cues = list[tuple[str, re.Pattern[str]]]
_ASKS = r"\b(?:bao nhieu|(?:khi|ngay|thang|quy|nam|luc|gio|the) nao|bao gio|gi|may)\b"
"""Words of an open question: "làm từ ngày nào, có trùng không" asks for more than yes or no."""
_EVER_RE = re.compile(r"^(?:lieu )?co (?:khi|luc) nao\b(?=[^?,]*\bkhong\W*$)")
"""Folded: whether it ever is so, which asks for no time ("có khi nào được gia hạn không")."""
_TAIL = r"(?:[ ,]+(?:a|vay|the|nhi|em|anh|chi|nhe|ha|hả|ban|ad))*(?: ?\([^()]*\))?\W*$"
"""Folded: how one ends a question politely, and in brackets of which place or plan it is."""
_TAGGED_RE = re.compile(rf"\b(?:phai|dung) khong{_TAIL}")
"""What is said before "phải không" is claimed, even where it has the words of an open question ("không rõ bên nào")."""
_YESNO_RE = re.compile(
    rf"^(?![^?]*{_ASKS})[^?]*\b(?:(?:khong|chua){_TAIL}|(?:à|hả|hử|(?:duoc|phai|dung|co) chu){_TAIL})|"
    r"co phai\b|phai khong\b|\bdung khong\b(?! (?:gian|khi|quan|phep)\b)|dung chu\b|\bco dung la\b|^(?:is|are|does|do|did|must|has|have|was|were|should|will|can) (?:the|a|an|it|there|this|that|every|each|all|any)\b|right\?$|correct\?$"
    rf"|{ENGLISH_YESNO}"
)


@cache
def _cues() -> tuple[_Cues, _Cues]:
    """The kinds with their cues, in their order: those that speak for a kind, and those that only perhaps do."""
    text = files("assistant").joinpath("data", "question_cues.txt").read_text(encoding="utf-8")
    sure: _Cues = []
    perhaps: _Cues = []
    for section in re.split(r"(?m)^\[", text)[1:]:
        head, *cues = section.split("\n")
        pattern = re.sub(r"<([A-Z_]+)>", lambda name: _NAMES[name[1]], "|".join(filter(None, cues)))
        kind = head.rstrip("]?")
        (perhaps if "?" in head else sure).append((kind, re.compile(pattern)))
    return sure, perhaps


@dataclass(frozen=True, slots=True)
class Cue:
    """The kind, and whether yes or no is expected."""

    kind: str
    yesno: bool


# The commonest short forms of plans, and English words that ask with a Vietnamese one; cue words are looked for in what they stand for.
_SHORT = {
    "kh": "ke hoach",
    "nv": "nhiem vu",
    "vb": "van ban",
    "qd": "quyet dinh",
    "nq": "nghi quyet",
    "cq": "co quan",
    "dv": "don vi",
    "bc": "bao cao",
    "dl": "deadline",
    "date nao": "ngay nao",
    "day nao": "ngay nao",
    "month nao": "thang nao",
    "year nao": "nam nao",
}
_SHORT_RE = re.compile(rf"(?<![\w/-])(?:{'|'.join(_SHORT)})(?![\w/-])")


@lru_cache(maxsize=1024)
def cue_text(question: str) -> str:
    """Fold a question for cue matching, but leave words that only without marks look like a cue.

    >>> cue_text("đầu tư máy móc ở đâu"), cue_text("hạn nộp là ngày mấy")
    ('đầu tu máy moc o dau', 'han nop la ngay may')
    """
    return re.sub(r"[^\W\d_]+", lambda match: _fold_cue(match[0]), match_key(without_lookalikes(question)))


def _fold_cue(word: str) -> str:
    plain = undiacritise(word)
    return plain if word == plain or word in _CUE_FORMS.get(plain, {word}) else word


def in_long(folded: str) -> str:
    """The commonest short forms of plans in full, and "ever" as what it means.

    >>> in_long("kh nay"), in_long("co khi nao duoc gia han khong"), in_long("hop date nao")
    ('ke hoach nay', 'co the duoc gia han khong', 'hop ngay nao')
    """
    return _SHORT_RE.sub(lambda match: _SHORT[match[0]], _EVER_RE.sub("co the", folded))


@lru_cache(maxsize=256)
def asks_who(folded: str) -> bool:
    """Whether somebody is asked for ("ai", "sở nào", "which agency")."""
    return _WHO_RE.search(folded) is not None


@lru_cache(maxsize=256)
def find_kinds(folded: str) -> tuple[str, ...]:
    """Every kind that some cue speaks for, the most specific first; () when no cue says anything.

    >>> find_kinds("so nao chu tri va han nop bao cao la khi nao")
    ('deadline', 'lead', 'list')
    >>> find_kinds("han tra ho so la ngay may"), "target" in find_kinds("tra may ho so")
    (('deadline',), True)
    """
    folded = in_long(folded)
    found = (*_met(folded), *(kind for kind, pattern in _cues()[1] if pattern.search(folded)))
    none = {"target"} if asks_who(folded) else set[str]()
    if {"coordinate", "report_to"} & {*found} and "lead" not in _met(_OTHER_PARTY_RE.sub(" ", folded)):
        none.add("lead")
    return tuple(kind for kind in dict.fromkeys(found) if kind not in none)


@lru_cache(maxsize=256)
def _met(folded: str) -> tuple[str, ...]:
    """The kinds whose cues a question has, the most specific first."""
    return tuple(kind for kind, pattern in _cues()[0] if pattern.search(folded))


@lru_cache(maxsize=256)
def find_cue(folded: str) -> Cue:
    """Tell what is asked for; "passage" when no cue says more.

    >>> find_cue("ai chu tri tong hop bao cao").kind, find_cue("han nop bao cao quy cua ha giang").kind
    ('lead', 'deadline')
    >>> find_cue("so noi vu phai lam gi").kind, find_cue("what must thanh tra tinh do?").kind
    ('duties', 'duties')
    >>> find_cue("co phai so noi vu chu tri khong").yesno
    True
    >>> find_cue("xa phai ban hanh ke hoach truoc ngay nao").kind
    'deadline'
    """
    folded = in_long(folded)
    who = asks_who(folded)
    yesno = (not who and _YESNO_RE.search(folded)) or _TAGGED_RE.search(folded)
    return Cue(next((k for k in _met(folded) if not (k == "target" and who)), "passage"), bool(yesno))
