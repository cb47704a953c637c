"""Which things one question asks for at once: "do ai làm, giai đoạn nào" asks who and when.

In: the question. Out: its parts in the order in which they are asked, each a kind that evidence can be read for.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.grams import tokens
from assistant.knowledge import Knowledge
from assistant.question.cues import WHICH_BODY, cue_text, in_long
from assistant.question.filler import asking_phrases, filler_positions, positions_of
from assistant.question.naming import fold
from assistant.question.terms import Term, phrase_term
from ingest.spelling import undiacritise

__all__ = ["asked_apart", "asked_parts", "asks_several", "first_asked", "of_funding", "only_asks", "topic_of"]

_PARTS: tuple[tuple[str, str], ...] = (
    ("coordinate", rf"phoi hop(?: (?:voi|cung|la|gom))? (?:ai|nhung ai|{WHICH_BODY}|nhung)|\bcung (?:voi )?(?:ai|{WHICH_BODY})|(?:\bai|{WHICH_BODY}) (?:cung )?phoi hop|who coordinates|with whom"),
    ("report_to", rf"(?:\bbao(?: cho)?|(?:gui|nop|trinh|bao cao)(?: (?!do\b)[a-z]+){{0,6}}?(?: cho| ve| den| len| qua)?) (?:ai|dau|{WHICH_BODY})\b(?! (?:phu trach|chu tri|lam|lo|thuc hien|tong hop)\b)|to whom|where to"),
    ("reference", r"(?:van ban|bao cao|chi thi|quyet dinh|nghi quyet|ket luan|ke hoach|thong bao|to trinh|cong van|huong dan) (?:la )?so (?:may|bao nhieu|nao)\b|(?:document|decision|report|directive|resolution) (?:number|no\.?) is"),
    ("place", r"\b(?:o|tai) (?:dau|(?:tinh|huyen|xa|phuong|thanh pho|thon|noi|dia phuong|khu vuc|cho) nao)\b|dia diem (?:nao|o dau|la gi)|\bwhere (?:is|are|will|does|do)\b"),
    ("lead", rf"(?<!cho )(?<!gui )(?<!voi )\bai\b(?! (?:phoi hop|cung))|{WHICH_BODY}(?! phoi hop)|co quan chu tri|\bchu tri la\b|\bwho\b|which (?:agency|department|ministry|body|office|unit)"),
    ("deadline", r"khi nao|bao gio|ngay (?:nao|may|bao nhieu)|(?:hom|bua) nao|thang (?:nao|may)|nam nao|quy (?:nao|may)|luc nao|giai doan nao|thoi gian nao|(?<!dung )(?<!qua )(?<!tre )(?<!truoc )\bhan\b|thoi han|tien do|bao lau|may (?:gio|thang|ngay)|\bxong\b|\bwhen\b|deadline|by what|(?:over|in|within|during|from|until|by|for) which (?:date|day|month|quarter|year|period)s?\b|how long"),
    ("product", r"san pham(?: la)?(?: gi| nao)?|ket qua (?:la )?(?:gi|nao)|dau ra|ra (?:cai )?gi|(?:what|which)(?: is| are)?(?: the)? (?:product|output|result|deliverable)s?\b"),
    ("source", r"(?:tu |lay |bang )(?:nguon|kinh phi|tien|ngan sach) (?:nao|dau|gi)|nguon (?:kinh phi|von|tien|nao)|(?:tien|kinh phi)[^?]* (?:tu )?dau\b|funding|funded"),
    ("target", r"(?<!ngay )(?<!thang )bao nhieu(?! (?:ngay|thang|gio))|\bmay (?!gio|ngay|thang|nam\b|lan\b)[a-z%]+|ty le|how (?:many|much)"),
)  # fmt: skip
_MONEY = frozenset(
    "lay tien nguon dau kinh phi chi von money fund funds funding budget comes come paid".split()
)
_FUNDING = ("kinh phí thực hiện", "nguồn kinh phí", "kinh phí", "ngân sách", "nguồn vốn", "từ các nguồn")
_ASKING_RE = re.compile(
    r"\bbao nhieu\b|\bmay\b(?! (?:moc|tinh|in|bay|bom|phat|anh|chu|xuc|loc|chieu|tho|lanh|phun|cay|gat|keo)\b)|\b(?:the |bao |khi |luc |nhung |cac )?nao\b"
    r"|\bai\b|\bgi\b|\b(?:o|tu|di|lay|toi|den|ve|cho|gui|nop|bao|len|noi|do) dau\b(?! (?:tu|nam|ky|tien|vao|ra|mo|moi)\b)|(?<!ban )\bsao\b(?! (?:chep|luu|y)\b)|\bbao (?:gio|lau)\b"
    r"|(?<!chong )(?<!trung )(?<!dai )(?<!ngan )(?<!qua )(?<!dung )(?<!tre )(?<!truoc )(?<!gioi )(?<!quyen )(?<!vo )(?<!kho )\bhan\b(?! (?:che|han|muc|hep|dien)\b)"
    r"|\b(?:who|whom|when|where|which|what|how)\b|\bdeadline\b|\bhon hay (?:kem|it hon|thap hon)\b"
)
"""Words that ask, folded; "hạn" asks by itself ("gửi ai, hạn"), but not in "chống hạn", nor "sao" in "bản sao"."""
_JOINING = r"(?:va|and|con|roi)\s"
_BREAKS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[?;]\s+(?:{_JOINING})?",
        rf",\s+{_JOINING}",
        r",\s+(?!(?:thi|bi)\b)",
        rf"\s(?!roi){_JOINING}",
    )
)
"""Where the next thing may begin to be asked, the surest first; what follows a condition ("xã nào không nộp, bị …") is no other thing."""
_DUE_RE = re.compile(r"\b(?:han|deadline)$")
_COMPLETES_RE = re.compile(r"\b(?:la(?: ngay| thang| quy)?|khac nhau)(?: the| ra)? $")
"""Behind a time that is asked for by its noun, what only completes it: "hạn X và Y là ngày nào", "... khác nhau ra sao"."""
_PLAIN_KINDS = ("lead", "coordinate", "advise", "deadline")
"""Kinds that are asked for without a subject where another part of the question names it."""
_ATTRIBUTES = frozenset({"bao cao", "dia diem", "kinh phi", "san pham", "hoan thanh", "giai doan", "ket qua"})
"""Folded: what any task has, and is asked for of the subject named elsewhere."""
_ENGLISH_RE = re.compile(r"\b(?:who|whom|when|where|which|what|how)\b")
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _PARTS)


@lru_cache(maxsize=256)
def asked_parts(question: str) -> tuple[str, ...]:
    """The parts in the order in which they are asked; one or none for most questions.

    >>> asked_parts("việc số hóa hồ sơ do ai làm, giai đoạn nào?")
    ('lead', 'deadline')
    >>> asked_parts("Sở nào chủ trì và phối hợp với ai?"), asked_parts("chi bao nhiêu, từ nguồn nào")
    (('lead', 'coordinate'), ('target', 'source'))
    >>> asked_parts("Sở Nội vụ phải phối hợp làm gì"), asked_parts("hồ sơ đúng hạn phải đạt bao nhiêu %")
    ((), ('target',))
    """
    folded = in_long(cue_text(question))
    found: dict[str, int] = {}
    for kind, pattern in _COMPILED:
        if match := pattern.search(folded):
            found[kind] = match.start()
            # What is spent on one part is not asked again: "gửi cho sở nào" does not ask who does it.
            folded = folded[: match.start()] + "." * len(match[0]) + folded[match.end() :]
    return tuple(sorted(found, key=found.__getitem__))


@lru_cache(maxsize=256)
def asks_several(question: str) -> bool:
    """Whether a question asks for more than one thing.

    >>> asks_several("diễn tập ở đâu, tháng mấy?"), asks_several("tổng kinh phí bao nhiêu, tách theo nguồn thế nào")
    (True, True)
    >>> asks_several("sở nào chủ trì diễn tập?")
    False
    """
    folded = in_long(cue_text(question))
    return len(asked_parts(question)) > 1 or len(_ASKING_RE.findall(folded)) > 1


@lru_cache(maxsize=256)
def asked_apart(question: str) -> tuple[str, ...]:
    """The things asked one behind the other, each in its own words; one where there is no break between two that ask.

    What only asks ("Ai chủ trì và hạn khi nào cho việc số hóa?") is put behind the part that names the subject.

    >>> asked_apart("Tổng kinh phí bao nhiêu, tách theo nguồn thế nào?")
    ('Tổng kinh phí bao nhiêu', 'tách theo nguồn thế nào?')
    >>> asked_apart("Tập huấn ai lo, khi nào xong và báo cáo cho ai?")
    ('Tập huấn ai lo', 'khi nào xong', 'báo cáo cho ai?')
    >>> asked_apart("Ai chủ trì tập huấn, hội nghị?")
    ('Ai chủ trì tập huấn, hội nghị?',)
    >>> asked_apart("Chống hạn, phòng cháy rừng do ai chủ trì?")
    ('Chống hạn, phòng cháy rừng do ai chủ trì?',)
    >>> asked_apart("Ai chủ trì tập huấn, bồi dưỡng, còn kinh phí do đâu?")
    ('Ai chủ trì tập huấn, bồi dưỡng', 'kinh phí do đâu?')
    >>> asked_apart("Hạn nộp kế hoạch của Sơn Hà và Nậm Sơn khác nhau ra sao?")
    ('Hạn nộp kế hoạch của Sơn Hà và Nậm Sơn khác nhau ra sao?',)
    """
    folded = cue_text(question)
    if len(folded) != len(question):
        return (question,)
    parts, start = [], 0
    asking = [found.span() for found in _ASKING_RE.finditer(folded)]
    for (_, end), (begin, _) in itertools.pairwise(asking):
        if _COMPLETES_RE.search(folded, 0, begin) and _DUE_RE.search(folded, 0, end):
            continue
        breaks = ([*pattern.finditer(folded, end, begin)] for pattern in _BREAKS)
        if found := next(filter(None, breaks), None):
            parts.append(question[start : found[-1].start()].strip())
            start = found[-1].end()
    english = _ENGLISH_RE.search(folded) is not None
    return _subject_first([*parts, question[start:].strip()], english=english)


def _subject_first(parts: Sequence[str], *, english: bool = False) -> tuple[str, ...]:
    """The parts with the first that names a subject at their head: what only asks before it is asked of the same.

    >>> _subject_first(["Ai chủ trì", "hạn khi nào cho việc xây dựng bản đồ?"])
    ('hạn khi nào cho việc xây dựng bản đồ?', 'Ai chủ trì')
    """
    at = next((at for at, part in enumerate(parts) if not only_asks(part, english=english)), 0)
    return (parts[at], *parts[:at], *parts[at + 1 :])


def only_asks(part: str, *, english: bool) -> bool:
    """Whether a part of a question names no subject: it is asked of that of another part.

    >>> [only_asks(part, english=False) for part in ("bao giờ hoàn thành?", "phối hợp với ai", "ai lập bản đồ?")]
    [True, True, False]
    """
    words = tokens(part)
    gone = filler_positions(words, english=english)
    folded = [undiacritise(word) for word in words]
    for phrases in (_ATTRIBUTES, *map(asking_phrases, _PLAIN_KINDS)):
        gone |= positions_of(folded, phrases)
    return len(gone) == len(words)


def topic_of(question: str) -> str:
    """What a question opens with before a colon: all its parts are asked of that; "" where it opens otherwise.

    >>> topic_of("Đất đai cấp xã: bản điện tử có khi nào, bản giấy nộp ai?"), topic_of("Ai ký: A hay B?")
    ('Đất đai cấp xã:', '')
    """
    opening, colon, _ = question.partition(": ")
    return opening + ":" if colon and not _ASKING_RE.search(cue_text(opening)) else ""


def first_asked(question: str) -> str | None:
    """The first of several things asked one behind the other; None where there is one.

    >>> first_asked("Tổng kinh phí bao nhiêu, tách theo nguồn thế nào?"), first_asked("Ai chủ trì tập huấn?")
    ('Tổng kinh phí bao nhiêu', None)
    """
    first, *others = asked_apart(question)
    return first if others else None


def of_funding(terms: Sequence[Term], knowledge: Knowledge) -> tuple[Term, ...]:
    """The subject of a question for the source of money: what is paid for, and the plans' words for funding.

    The officer's "tiền lấy từ đâu" is "kinh phí thực hiện", "ngân sách" in a plan.
    """
    paid_for = [term for term in terms if not set(fold(term.text).split()) <= _MONEY]
    return (*paid_for, phrase_term("nguồn kinh phí", _FUNDING, knowledge, 1.0))
