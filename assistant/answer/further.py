"""What else was asked in one question, told behind the answer to the first thing: only what is new."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.cite import Statement
from assistant.answer.wording import say
from assistant.model import Language

__all__ = ["MOST", "about", "not_told"]

MOST = 4
"""Lines up to which the answer to a further thing is told: a longer list is an answer of its own."""


def about(part: str, language: Language, *, sure: bool) -> Statement:
    """The line above what is told of a further thing, in the officer's own words, with a warning where it is not certain.

    >>> about("báo cáo cho ai?", "vi", sure=True).text
    'Về “báo cáo cho ai”:'
    """
    return Statement(say("further" if sure else "further_unsure", language, part=bare(part)))


def bare(part: str) -> str:
    """A part of a question without the marks at its ends, to be quoted.

    >>> bare("báo cáo cho ai?")
    'báo cáo cho ai'
    """
    return part.strip(" ?.,;")


def not_told(found: Sequence[Statement], told: Sequence[Statement]) -> list[Statement]:
    """The statements of which something was not told; none of a refusal, of a long list, or whose short answer stands there already.

    >>> not_told([Statement("Hạn: **15/11**"), Statement("Nộp trước 15/11.")], [Statement("Nộp trước 15/11.")])
    [Statement(text='Hạn: **15/11**', units=(), refuses=False, left_open=False, verdict=None)]
    >>> not_told([Statement("Hạn: **15/11**")], [Statement("**15/11** nộp cho Sở Nội vụ")])
    []
    """
    if len(found) > MOST or any(one.refuses for one in found):
        return []
    shorts = _plain(" ".join(bold for one in told for bold in one.bolds))
    bolds = [bold for one in found for bold in one.bolds]
    if bolds and all(_plain(bold) in shorts for bold in bolds):
        return []
    said = _plain(" ".join(one.text for one in told))
    return [one for one in found if _plain(one.text) not in said]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w%]+", text.lower()))
