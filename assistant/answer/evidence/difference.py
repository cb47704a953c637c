"""How far two told values are apart, where both are plainly of one kind: two full dates, two numbers of one thing.

In: what is set in bold of each. Out: the difference in words; None wherever anything but the value differs.
"""

from __future__ import annotations

import re
from datetime import date

from assistant.answer.evidence.claims import read_claims
from assistant.answer.evidence.figures import DIGITS_RE, read_figure, show_figure
from assistant.model import Language
from assistant.question.naming import fold

__all__ = ["difference"]

_COMPARATOR_RE = re.compile(r"^(?:(?:it nhat|toi thieu|toi da|tren|tu|dat|khoang|duoi|den) )+")
_FULL_DATE = 10
_DAYS = ("{n} ngày", "{n} days")


def difference(one: str, other: str, language: Language) -> str | None:
    """The difference between two values in words.

    >>> difference("350 ha", "20 ha", "vi"), difference("trước ngày 03/6/2026", "trước ngày 10/6/2026", "vi")
    ('330 ha', '7 ngày')
    >>> difference("85%", "62,5%", "vi"), difference("350 ha", "20 xã", "vi")
    ('22,5 điểm phần trăm', None)
    """
    first, second = read_claims(one), read_claims(other)
    if len(first.dates) == len(second.dates) == 1 and not first.numbers | second.numbers:
        days = [next(iter(claims.dates)) for claims in (first, second)]
        if all(len(day) == _FULL_DATE and day[0].isdigit() for day in days):
            apart = abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days)
            return _DAYS[language == "en"].format(n=apart) if apart else None
        return None
    if first.dates | second.dates | first.symbols | second.symbols:
        return None
    return _of_numbers(one, other, language)


def _of_numbers(one: str, other: str, language: Language) -> str | None:
    found = [DIGITS_RE.findall(text) for text in (one, other)]
    if [len(numbers) for numbers in found] != [1, 1]:
        return None
    things = {
        _COMPARATOR_RE.sub("", " ".join(DIGITS_RE.sub(" ", fold(text)).split()) + " ")
        for text in (one, other)
    }
    first, second = (read_figure(numbers[0]) for numbers in found)
    if len(things) != 1 or first is None or second is None:
        return None
    apart = abs(first - second)
    thing = DIGITS_RE.split(one)[1].strip(" .;,")
    if not apart or not thing:
        return None
    share = "điểm phần trăm" if language == "vi" else "percentage points"
    shown = show_figure(apart)
    return f"{shown} {share}" if thing.startswith("%") else f"{shown} {thing}"
