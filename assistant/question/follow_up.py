"""A follow-up says only what changes; the rest is taken from the question before it.

"còn Hà Giang?" keeps the subject and changes the plan; "hạn là khi nào?" keeps subject and plan and
changes what is asked. A question that stands on its own is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.model import Turn
from assistant.question.documents import DOC, SHORT_DOC
from ingest.facts.bodies.agencies import find_agencies
from ingest.spelling import has_diacritics, match_key, undiacritise

__all__ = [
    "asks_of_another",
    "last_answer",
    "last_bodies",
    "last_name",
    "last_question",
    "leans_on_the_last",
    "sets_apart",
    "told_bodies",
    "with_name",
]

_AND_RE = re.compile(
    r"^(?:(?:ok|oke|okay|roi|the|vay|thi),? )*con (?!lai)|^(?:the|vay) (?!nao)|^(?:and|what about|how about)\b|^(?:o|tai|cua) \S+(?: \S+){0,3}\?*$|\bthi sao(?: (?:a|vay|nhi))?\W*$"
)
_APART_RE = re.compile(rf"^(?!ngoai |(?:{DOC}|{SHORT_DOC})\b)(?:neu )?(?:[^\s,?]+ ){{1,6}}thi\b")
_POINTS_BACK = (
    r"này|đó|nữa|ấy|nó|vừa (?:rồi|nêu)|ngoài (?:sở|cơ quan|đơn vị)"
    r"|(?:nói|nêu|kể|việc|cơ quan|đơn vị|nội dung|nhiệm vụ|văn bản|kế hoạch|phần|mục|ở) trên(?! (?:địa bàn|toàn|cả|cơ sở|môi trường|mạng|\d))"
)
_BACK_RE = re.compile(rf"\b(?:{_POINTS_BACK})\b")
"""Read with its marks: "do ai ký", "nợ", "trên địa bàn" point at nothing before."""
_BY = r"do(?! (?:ai|so|bo|phong|ban|cuc|vu|co quan|don vi|nguoi|noi|cap|cong an|ubnd)\b)"
"""Without marks "do ai" (by whom) is no "đó"."""
_BACK_BARE_RE = re.compile(rf"\b(?:{undiacritise(_POINTS_BACK).replace('|do|', f'|{_BY}|')})\b")
_BACK_ENGLISH_RE = re.compile(r"\b(?:it|that|those|they|them|their|this one|its|that one)\b")
MAX_BACK_WORDS = 9
"""A question this short with a word that points back leans on the one before."""
_PRONOUN_RE = re.compile(r"^ho (?:con|phai|lam|co|se|duoc)\b|\b(?:it|they|them|that one|this one|those)\b")
MAX_PRONOUN_WORDS = 13
_BARE_RE = re.compile(
    r"^(?:(?:va|and|so|roi|the) )?(?:han(?: chot| nop)?(?: la)?(?: khi nao| bao gio)?|khi nao|bao gio|thoi han(?: the nao| la khi nao| la bao gio)?|"
    r"ai (?:chu tri|phoi hop|ky|tham muu|lo|lam|phu trach)|co quan nao(?: chu tri| phoi hop)?|phoi hop voi ai|gui (?:cho )?ai|gui ve dau|bao cao (?:cho )?ai|"
    r"qua (?:co quan nao|ai)|ngay nao|o muc nao|muc nao|so may|bao nhieu|tai sao|chi tiet(?: hon)?|cu the(?: la gi)?|when|who(?: leads| coordinates| signed)?|"
    r"(?:nop|gui|bao cao|trinh|dang ky)(?: (?:cho|voi|ve|len|qua))? (?:ai|dau)|to whom|through whom|deadline|what is the deadline|which section|how many)(?: vay| nhi| the| a| nua)?\s*\??$"
)


_THAT_AGENCY_RE = re.compile(
    r"\b(?:co quan|don vi|so|ban|ben|phong|noi) (?:do|nay|ay|tren)\b|\b(?:ho|they|them|that agency|that department)\b"
)
_ACTS = r"(?: (?:còn|phải|sẽ|cần|có|được|cũng))* (?:gửi|nộp|báo|trình|làm|phối hợp|chủ trì|lập|hoàn thành|xong|tổ chức)"
_NAMED_RE = re.compile(
    r"(?<!\w)(?:(?:cơ quan|đơn vị|(?:chi )?cục|sở|ban|bên|phòng|nơi|hội|trung tâm|bệnh viện|trường) (?:đó|này|ấy)"
    rf"|(?:that|this) (?:agency|department|office|body|unit|ministry)|(?P<loose>họ(?={_ACTS}(?!\w))|they(?= (?:must|have|should|need|send|report))))(?!\w)"
)
"""What stands for the body told of last, in a question with its marks; "họ" where it does something, which may be people as well."""
_OTHER_RE = re.compile(
    r"(?:^|\bcon |\bnua |, )ngoai\b(?! (?:tru|ngu|giao|khoa|hoi|thanh)\b)"
    r"|\b(?:ai|nao|who)\b[^?]*\b(?:nua|khac|else)\b|\b(?:other than|besides|apart from)\b"
)


def _fold(text: str) -> str:
    return undiacritise(match_key(text)).strip()


def leans_on_the_last(question: str) -> bool:
    """Whether a question cannot be understood without the one before it.

    >>> [leans_on_the_last(q) for q in ("còn Hà Giang?", "hạn là khi nào?", "trồng rừng thì sao?", "ai ký kế hoạch của Sở Nội vụ?")]
    [True, True, True, False]
    """
    folded = _fold(question)
    short = len(folded.split()) <= MAX_BACK_WORDS
    return bool(
        _AND_RE.search(folded)
        or _BARE_RE.search(folded)
        or (short and _points_back(question, folded))
        or (len(folded.split()) <= MAX_PRONOUN_WORDS and _PRONOUN_RE.search(folded))
    )


def sets_apart(question: str) -> bool:
    """Whether a question sets apart a thing by "thì", no document: with little else, it asks of it what was asked before.

    >>> [sets_apart(q) for q in ("Đắk Lắk thì ai ký?", "rớt thì cho làm lại mấy lần?", "Kế hoạch rác thì ai ký?")]
    [True, True, False]
    """
    return _APART_RE.search(_fold(question)) is not None


def _points_back(question: str, folded: str) -> bool:
    """Whether a word points at what was said before.

    >>> [_points_back(q, _fold(q)) for q in ("Kế hoạch do ai ký?", "việc đó hạn nào", "viec do han nao", "ke hoach do ai ky")]
    [False, True, True, False]
    """
    said = _BACK_RE.search(match_key(question)) if has_diacritics(question) else _BACK_BARE_RE.search(folded)
    return bool(said or _BACK_ENGLISH_RE.search(folded))


def last_question(history: Sequence[Turn]) -> tuple[str, tuple[Turn, ...]] | None:
    """The last thing the user asked, and the history before that; None at the start."""
    for at in range(len(history) - 1, -1, -1):
        if history[at].role == "user":
            return history[at].content, tuple(history[:at])
    return None


def last_answer(history: Sequence[Turn]) -> str:
    """What was answered last; "" at the start."""
    return next((turn.content for turn in reversed(history) if turn.role == "assistant"), "")


def last_bodies(history: Sequence[Turn]) -> list[str]:
    """The bodies that the last answer named, each once: what is asked next is mostly of the same place."""
    return list(dict.fromkeys(mention.name for mention in find_agencies(last_answer(history))))


def asks_of_another(question: str) -> bool:
    """Whether another body is asked for than the one told of: "ai nữa", "ngoài sở đó"; not "sở đó làm gì nữa".

    >>> [asks_of_another(q) for q in ("ai kiểm tra nữa ngoài sở đó", "còn ai khác", "sở đó còn làm gì nữa", "học ở nước ngoài")]
    [True, True, False, False]
    """
    return _OTHER_RE.search(_fold(question)) is not None


def with_name(question: str, name: str, *, of_who: bool) -> str:
    """A question with the name of the body told of last for what points back to it; as it is where nothing does.

    "Họ" is a body only where the question before asked ``of_who``.

    >>> with_name("Báo cáo tháng của sở đó nộp khi nào?", "Sở Công Thương", of_who=False)
    'Báo cáo tháng của Sở Công Thương nộp khi nào?'
    >>> [with_name("thế mỗi tối họ phải báo mấy giờ", "Sở Y tế", of_who=of_who) for of_who in (True, False)]
    ['thế mỗi tối Sở Y tế phải báo mấy giờ', 'thế mỗi tối họ phải báo mấy giờ']
    """
    found = _NAMED_RE.search(match_key(question))
    if found is None or (found["loose"] and not of_who):
        return question
    return f"{question[: found.start()]}{name}{question[found.end() :]}"


def told_bodies(history: Sequence[Turn]) -> list[str]:
    """The bodies that were told last: those in bold, or the first that the last answer names.

    >>> told_bodies([Turn("assistant", "**trước ngày 20/11**, gửi **Sở Nội vụ**")]), told_bodies([Turn("assistant", "40 hộ")])
    (['Sở Nội vụ'], [])
    """
    answer = last_answer(history)
    bolds: list[str] = re.findall(r"\*\*(.+?)\*\*", answer)
    named = find_agencies(" ; ".join(bolds)) or find_agencies(answer)[:1]
    return list(dict.fromkeys(body.name for body in named))


def last_name(question: str, history: Sequence[Turn]) -> str | None:
    """The body that "cơ quan đó", "they" mean, where a question points back to one.

    >>> last_name("nơi đó báo cáo ai?", [Turn("assistant", "**trước ngày 20/11**, gửi **Sở Nội vụ**")])
    'Sở Nội vụ'
    """
    return next(iter(told_bodies(history)), None) if _THAT_AGENCY_RE.search(_fold(question)) else None
