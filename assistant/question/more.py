"""A question which of two has more of something, or the earlier day: it is answered by what each has.

In: "Suối Bạc và Bản Mờ, xã nào có nhiều thôn hơn?". Out: "có bao nhiêu thôn: Suối Bạc và Bản Mờ", which tells both side by side.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.question.cues import cue_text
from ingest.spelling import undiacritise

__all__ = ["asked_of_each"]

_WHICH = r"(?:(?:ke hoach|dia phuong|don vi|chuong trinh|du an)|(?!(?:the|khi|luc|ngay|thang|han) )\w+) nao"
_OF_WHICH = rf"(?:^|[,:;.] *|\bthi |\bgiua )?\b{_WHICH} "
_THING = r"(?P<thing>(?!nhieu|it\b|lon|cao|thap|nho|som|muon)\w+(?: \w+){0,5}?)"
_MONEY = r"(?:tien|chi phi|kinh phi|ngan sach|von|budget)"
_COSTS = rf"(?P<thing>(?:ton|het|chi|tieu|xai)(?: nhieu| it)?(?: {_MONEY})?(?: nhieu| it)?|(?:(?:can|co|dung) )?(?:nhieu |it )?{_MONEY}(?: lon| cao| nhieu| it)?)"
_IN_ALL = "tổng kinh phí bao nhiêu"
_MORE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"{_OF_WHICH}(?:phai |thi |se )?{_COSTS} hon\b"), _IN_ALL),
    (re.compile(r"\bwhich (?:\w+ )?(?P<thing>costs|spends|needs) (?:more|less)(?: money)?\b"), "what is the total budget"),
    (re.compile(rf"^(?:so sanh|so) (?P<thing>tong {_MONEY}) (?:(?:cua|giua) )?"), _IN_ALL),
    (re.compile(rf"{_OF_WHICH}(?:co )?(?:nhieu|it) {_THING} hon\b"), "có bao nhiêu {thing}"),
    (re.compile(rf"{_OF_WHICH}(?:co |dat )?{_THING} (?:la )?(?:lon|cao|nhieu|it|nho|thap) hon\b"), "{thing} bao nhiêu"),
    (re.compile(rf"(?:^|(?<=[,:;.]) *)(?P<thing>\w+(?: \w+){{0,6}}?) (?:cua |o )?(?:ai|{_WHICH}) (?:la )?(?:lon|cao|nhieu|it|nho|thap) hon\b"), "{thing} bao nhiêu"),
    (re.compile(rf"{_OF_WHICH}(?:co |phai )?{_THING} (?:som|muon|truoc|sau) hon\b"), "{thing} khi nào"),
)  # fmt: skip
"""Ways to ask it, folded, and how the same is asked of each."""
_OF_EACH_RE = re.compile(r",? (?:and )?(?:(?:va )?(?:moi|tung) \w+|how (?:much|many)[^?]* each)\b[^?,]*\??$")
"""That each of the two is to be told, behind the question."""
_JOINT_RE = re.compile(r"\b(?:hay la|hay|hoac|voi|and|or)\b")
_COMPARE_RE = re.compile(r"^(?:so sanh|so|compare) ")
_PLAN_RE = re.compile(r"\b(ke hoach|chuong trinh|du an|de an) nao\b")
"""Of what sort the two are, which are called by their topics alone ("bệnh dại với lưu trữ, kế hoạch nào ...")."""
_BETWEEN_RE = re.compile(r" (?:với|voi) | (?:và|va) ")
_TWO_RE = re.compile(r"\w (?:và|va|với|voi) \w")


@lru_cache(maxsize=256)
def asked_of_each(question: str) -> str | None:
    """What is asked of each of the two that a question sets side by side; None for other questions.

    >>> asked_of_each("Suối Bạc và Bản Mờ, xã nào có nhiều thôn hơn, mỗi xã mấy thôn?")
    'có bao nhiêu thôn: Suối Bạc và Bản Mờ'
    >>> asked_of_each("Xã nào có kinh phí giảm nghèo lớn hơn, Suối Bạc hay Bản Mờ?")
    'kinh phí giảm nghèo bao nhiêu: Suối Bạc với Bản Mờ'
    >>> asked_of_each("Suối Bạc với Bản Mờ xã nào nộp báo cáo năm sớm hơn")
    'nộp báo cáo năm khi nào: Suối Bạc với Bản Mờ'
    >>> asked_of_each("Suối Bạc và Bản Mờ: tỷ lệ hộ nghèo của ai cao hơn?")
    'tỷ lệ hộ nghèo bao nhiêu: Suối Bạc và Bản Mờ'
    >>> asked_of_each("Kế hoạch rác với kế hoạch nước sạch, cái nào tốn tiền hơn?")
    'tổng kinh phí bao nhiêu: Kế hoạch rác với kế hoạch nước sạch'
    >>> asked_of_each("Xã nào có nhiều thôn hơn?")
    """
    folded = cue_text(question)
    if len(folded) != len(question):
        return None
    if behind := _OF_EACH_RE.search(folded):
        question, folded = question[: behind.start()], folded[: behind.start()]
    for pattern, asked in _MORE:
        if match := pattern.search(folded):
            both = f"{question[: match.start()]} {question[match.end() :]}"
            both = _set_apart(" ".join(both.strip(" ,:;?.").split()), "voi" if question.isascii() else "với")
            thing = question[slice(*match.span("thing"))]
            asked = undiacritise(asked) if question.isascii() else asked
            if called := _PLAN_RE.search(match[0]):
                both = _called(both, question[match.start() :][slice(*called.span(1))])
            return f"{asked.format(thing=thing)}: {both}" if _TWO_RE.search(both) else None
    return None


def _called(both: str, sort: str) -> str:
    """The two things, each called by the sort of document that it is.

    >>> _called("Bệnh dại với kế hoạch lưu trữ", "kế hoạch")
    'kế hoạch Bệnh dại với kế hoạch lưu trữ'
    """
    joints = list(_BETWEEN_RE.finditer(both))
    joint = next(
        (one for one in joints if "với" in one[0] or "voi" in one[0]), joints[0] if len(joints) == 1 else None
    )
    if joint is None:
        return both
    things = (both[: joint.start()], both[joint.end() :])
    named = (
        thing if cue_text(thing).startswith((cue_text(sort), "kh ")) else f"{sort} {thing}"
        for thing in things
    )
    return joint[0].join(named)


def _set_apart(both: str, joint: str) -> str:
    """The two things joined by a word that sets them apart, without the word that compares them.

    >>> _set_apart("So Suối Bạc với Bản Mờ", "với"), _set_apart("suoi bac hay ban mo", "voi")
    ('Suối Bạc với Bản Mờ', 'suoi bac voi ban mo')
    """
    both = both[end.end() :] if (end := _COMPARE_RE.match(cue_text(both))) else both
    for found in reversed(list(_JOINT_RE.finditer(cue_text(both)))):
        both = f"{both[: found.start()]}{joint}{both[found.end() :]}"
    return both
