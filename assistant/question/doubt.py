"""A question that doubts whether two places agree: what it asks, without the doubt.

"Số mẫu năm nay là bao nhiêu, trong kế hoạch có thống nhất không?" asks for the number of samples, which two places may
tell in two ways.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.question.cues import cue_text, find_kinds
from assistant.question.money import asks_money
from assistant.question.sides import inside_words
from ingest.spelling import undiacritise

__all__ = ["without_doubt"]

_OF_DOUBT = frozenset(
    (
        "ke hoach kh van ban phu luc pl bieu mau bang danh muc sach phan doan cho noi trong o ngoai than bai loi noi dung ten chi tieu nhiem vu phan cong bo dong cong "
        "tong so hai 2 ba nay kia no tren duoi mot moi tung cac nhung moc thoi gian han ngay con lieu kieu phach ghi neu noi viet thay doc xem toi em minh anh chi sao ma "
        "lai thi va voi hay la co khong ko k khg chua a nhi vay the nao gi duoc dung deu cung nhau giong khac khop lech chenh thong nhat mau thuan nguoc bang hinh nhu rot cuoc qua "
        "bao nhieu bn may cu the ty trieu dong % nhat quan trung viet giua "
        "plan document text table annex appendix section body page is are do does the a an of in at it they this two both all every everywhere place places same consistent agree "
        "match different differ figure figures number numbers date dates deadline deadlines and but or why i see saw that mismatch inconsistent conflicting throughout"
    ).split()
)
"""Folded words of which a clause is made that says nothing of its own but that places disagree."""
_PLACE = "ke hoach|kh|van ban|phu luc|bieu|bang|danh muc|danh sach|muc|phan|cho|noi"
_PART = r"(?:phu luc|(?:mau )?bieu|bang|danh muc|danh sach|phan|muc(?! tieu)|than (?:bai|van ban|ke hoach)|trong bai)"
_OTHER = rf"(?:{_PART}|muc tieu|chi tieu|nhiem vu|ke hoach)(?: \w+){{0,4}}?"
_NUMBERED = r"(?: (?:so )?(?:\d+|[ivx]+))?"
_PLACES_RE = re.compile(
    rf"(?:\b(?:o|trong|giua) )?\b(?:{_OTHER} (?:voi|va|so voi) (?:o |trong )?{_PART}{_NUMBERED}|{_PART}{_NUMBERED} (?:voi|va|so voi) (?:muc tieu|chi tieu|nhiem vu))\b"
    r"(?: (?:noi|ghi|neu|viet)\b)?"
)
"""Two parts of a document, folded, that are held against each other: "ở phần lời với mẫu biểu 01"."""
_DISAGREE_RE = re.compile(
    r"\b(?:co|khong|ko|sao|thay)\b.*\bkhop\b|\bkhop (?:nhau|khong|ko|k|chua|voi)\b|mau thuan|(?<!chenh )\blech\b(?!(?: nhau)? (?:may|bao nhieu))|\bbang so\b|mismatch|inconsisten|conflicting|\b(?:agree|match)\b"
    rf"|\b(?:giong|khac|trung|khop)(?: voi)?(?: o| trong)? {_PART}\b|\bkhong giong\b|\bnhat quan\b|\btrung (?:khong|ko|k)\b|\bco (?:hai|2) (?:con )?(?:so|so lieu|ngay|han|moc)$"
    rf"|\b(?:{_PLACE}|ghi|thay)\b.*(?:thong nhat|(?:khac|giong|bang|chenh) nhau|chenh lech|\bnguoc\b)|\b(?:{_PLACE})\b.*\bkhac$"
    rf"|\b(?:hai|2|mot|moi|tung) (?:con )?(?:so|so lieu|ngay|han|moc|nam|kieu|{_PLACE})\b.*\b(?:khac|ghi|mot|may|bao nhieu)\b"
    rf"|\b(?:{_PLACE})\b.*\bghi (?:bao nhieu|bn|the nao|may|sao|ngay nao)"
    r"|\b(?:same|consistent|differ|different)\b.*\b(?:place|places|everywhere|throughout|plan|document|text|annex|table|figures?|dates?|deadlines?)\b"
)
_CLAIMED_RE = re.compile(r"(?i)\s(?:ghi|là|la|nói|noi|nêu|neu) \d[\d.,]*(?: ?(?:%|tỷ|ty|triệu|trieu))?$")
_CLAUSE_RE = re.compile(r"[,.;:?!](?=\s|$)")
_WITHIN_RE = re.compile(r"(?i)\s(?:trong|ở|o|in)\s(?!.*\s(?:trong|ở|o|in)\s).*$")
_SAID_RE = re.compile(r"\b(?:ghi|noi|neu)\b")
_NUMERAL_RE = re.compile(r"\d{1,3}|[ivx]+")
_ASKS_RE = re.compile(
    r"\b(?:bao nhieu|bn|bao gio|bao lau|may|nao|ai|gi|dau|khi|how|when|what|which|who|where)\b"
)
_OF_DAYS_RE = re.compile(r"\b(?:ngay|han|thoi han|moc|lich|date|dates|deadlines?)\b")
_DAY_RE = re.compile(
    r"(?:ngay(?! cong)|han(?! (?:che|muc|ngach))|thoi (?:han|gian)|moc|lich|dates?|deadlines?)\b"
)
_OF_NUMBERS_RE = re.compile(r"\b(?:so(?! voi)|may|bao nhieu|bn|chenh|numbers?|figures?)\b|%")
_COUNTED_RE = re.compile(r"(?i)(?:t[oổ]ng )?s[oố] (?!\d)|.*: s[oố] (?!\d)")
_CALLED_RE = re.compile(
    r"\b(?:kh|ke hoach|qd|quyet dinh|nq|nghi quyet|ct|chi thi|tt|thong tu|nd|nghi dinh)(?: so)? \d+\b"
)
"""A document called by its number, folded."""
_NUMBER_KINDS = {"target", "count"}
_CITED_RE = re.compile(r"\d/[\da-z]*[a-z]|\d-[a-z]{2}/")
_OR_RE = re.compile(r"\b(?:hay|or|hoac)\b")


@lru_cache(maxsize=256)
def without_doubt(question: str) -> str | None:
    """What a question asks, without the words that only tell or ask of its places' disagreeing; None where there are none.

    What is left asks how much, or when, where it asks nothing; where neither is known to be meant, it is not asked so.

    >>> without_doubt("tỷ lệ hộ có hố xí là bao nhiêu, trong kế hoạch có thống nhất không")
    'tỷ lệ hộ có hố xí là bao nhiêu'
    >>> without_doubt("số hộ nghèo có hai số khác nhau")
    'số hộ nghèo bao nhiêu'
    >>> without_doubt("mức của xã và phường khác nhau thế nào")
    """
    folded = cue_text(question)
    if len(question) != len(folded) or _OR_RE.search(folded) or _CITED_RE.search(folded):
        return None
    question, folded = (_without_places(text, folded) for text in (question, folded))
    ends = [match.end() for match in _CLAUSE_RE.finditer(folded)]
    spans = zip([0, *ends], [*ends, len(folded)], strict=True)
    clauses = [span for span in spans if folded[slice(*span)].strip()]
    kept = [
        span
        for span in clauses
        if not _says_nothing(folded[slice(*span)])
        or (span is clauses[0] and _CALLED_RE.search(folded, *span))
    ]
    if not kept:
        return None
    start, end = kept[-1]
    begins = [start + match.start() for match in re.finditer(r"\S+", folded[start:end])]
    tails = (at for at in begins[1:] if _says_nothing(folded[at:end]) and _disagrees(folded[at:end]))
    called = {at for match in _CALLED_RE.finditer(folded) for at in range(match.start() + 1, match.end())}
    trimmed = next((at for at in tails if at not in inside_words(question) and at not in called), end)
    dropped = " ".join(folded[slice(*span)] for span in clauses if span not in kept)
    if trimmed == end and not _disagrees(dropped):
        return None
    kept[-1] = start, trimmed
    asked = "".join(question[slice(*span)] for span in kept).strip(" ,.;:?!")
    asked = re.sub(r"(?i)\s(?:and|but|or)$", "", asked)
    if _ASKS_RE.search("".join(folded[slice(*span)] for span in kept)):
        return asked
    asked, claimed = _CLAIMED_RE.subn("", asked)
    if (place := _WITHIN_RE.search(asked)) and _says_nothing(place[0]):
        asked = asked[: place.start()]
    if _SAID_RE.search(undiacritise(asked)):
        return None  # what one place is claimed to say is not known to be a number
    doubt = undiacritise(f"{folded[trimmed:end]} {dropped}")
    subject = cue_text(asked)
    if _OF_DAYS_RE.search(doubt) or _DAY_RE.match(undiacritise(subject)):
        return f"{asked} khi nào"
    if (
        claimed
        or _OF_NUMBERS_RE.search(doubt)
        or _COUNTED_RE.match(asked)
        or _NUMBER_KINDS & {*find_kinds(subject)}
        or asks_money(f"{subject} bao nhieu")
    ):
        return f"{asked} bao nhiêu{' %' if '%' in doubt else ''}"
    return None


def _without_places(question: str, folded: str) -> str:
    """A question without the two parts of a document that it holds against each other; what it asks may stand behind them.

    >>> _without_places("mục tiêu với phụ lục nói số xã có khớp không", "muc tieu voi phu luc noi so xa co khop khong")
    'số xã có khớp không'
    """
    places = _PLACES_RE.search(folded)
    rest = folded[places.end() :] if places else ""
    if places is None or not _disagrees(rest):
        return question
    instead = "phần" if _says_nothing(_CLAUSE_RE.split(rest)[0]) else ""
    parts = (question[: places.start()].strip(), instead, question[places.end() :].strip())
    return " ".join(filter(None, parts))


def _says_nothing(clause: str) -> bool:
    """Whether all words of a clause are such as tell of places and their disagreeing."""
    return all(word in _OF_DOUBT or _NUMERAL_RE.fullmatch(word) for word in _words(clause))


def _disagrees(clause: str) -> bool:
    return _DISAGREE_RE.search(" ".join(_words(clause))) is not None


def _words(clause: str) -> list[str]:
    return re.findall(r"[\w%]+(?:[.,]\d+)*", undiacritise(clause))
