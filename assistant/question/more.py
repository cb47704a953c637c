"""A question which of two has more of something, or the earlier day: it is answered by what each has.

In: "Suối Bạc và Bản Mờ, xã nào có nhiều thôn hơn?". Out: "Suối Bạc và Bản Mờ có bao nhiêu thôn", which tells both side by side.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.question.cues import cue_text

__all__ = ["asked_of_each"]

_WHICH = r"(?:xa|phuong|huyen|tinh|so|phong|ben|noi|don vi|dia phuong|ke hoach|truong|thon) nao"
_OF_WHICH = rf"(?:^|[,:;.] *|\bthi |\bgiua )?\b{_WHICH} "
_THING = r"(?P<thing>(?!nhieu|it\b|lon|cao|thap|nho|som|muon)\w+(?: \w+){0,5}?)"
_MORE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"{_OF_WHICH}(?:co )?(?:nhieu|it) {_THING} hon\b"), "có bao nhiêu {thing}"),
    (re.compile(rf"{_OF_WHICH}(?:co |dat )?{_THING} (?:la )?(?:lon|cao|nhieu|it|nho|thap) hon\b"), "{thing} bao nhiêu"),
    (re.compile(rf"(?:^|(?<=[,:;.]) *)(?P<thing>\w+(?: \w+){{0,6}}?) (?:cua |o )?(?:ai|{_WHICH}) (?:la )?(?:lon|cao|nhieu|it|nho|thap) hon\b"), "{thing} bao nhiêu"),
    (re.compile(rf"{_OF_WHICH}(?:co |phai )?{_THING} (?:som|muon|truoc|sau) hon\b"), "{thing} khi nào"),
)  # fmt: skip
"""Ways to ask it, folded, and how the same is asked of each."""
_JOINT_RE = re.compile(r"(?<!\w)(?:hay|hoặc|với|hay là)(?!\w)")
_TWO_RE = re.compile(r"\w\s+và\s+\w")


@lru_cache(maxsize=256)
def asked_of_each(question: str) -> str | None:
    """What is asked of each of the two that a question sets side by side; None for other questions.

    >>> asked_of_each("Suối Bạc và Bản Mờ, xã nào có nhiều thôn hơn?")
    'Suối Bạc và Bản Mờ có bao nhiêu thôn'
    >>> asked_of_each("Xã nào có kinh phí giảm nghèo lớn hơn, Suối Bạc hay Bản Mờ?")
    'Suối Bạc và Bản Mờ kinh phí giảm nghèo bao nhiêu'
    >>> asked_of_each("Suối Bạc với Bản Mờ xã nào nộp báo cáo năm sớm hơn")
    'Suối Bạc và Bản Mờ nộp báo cáo năm khi nào'
    >>> asked_of_each("Suối Bạc và Bản Mờ: tỷ lệ hộ nghèo của ai cao hơn?")
    'Suối Bạc và Bản Mờ tỷ lệ hộ nghèo bao nhiêu'
    >>> asked_of_each("Xã nào có nhiều thôn hơn?")
    """
    folded = cue_text(question)
    if len(folded) != len(question):
        return None
    for pattern, asked in _MORE:
        if match := pattern.search(folded):
            both = f"{question[: match.start()]} {question[match.end() :]}"
            both = " ".join(_JOINT_RE.sub("và", both.strip(" ,:;?.")).split())
            thing = question[slice(*match.span("thing"))]
            return f"{both} {asked.format(thing=thing)}" if _TWO_RE.search(both) else None
    return None
