"""A question as it would be written with care: chat's short forms in full, and what was pasted twice said once.

In: a question as typed. Out: the same question for all that reads it; spelling is restored later.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from assistant.question.english import is_english
from assistant.word_lists import read_rows
from ingest.spelling import has_diacritics, undiacritise

__all__ = ["as_meant"]

_TWICE_RE = re.compile(r"(?is)^\s*(?P<said>\S.{7,}?)[\s.?!,;]+(?P=said)[\s.?!,;]*$")


def as_meant(question: str, is_plans: Callable[[str], bool]) -> str:
    """The question said once and in full; a short form stays that plans use (``is_plans``), and marks are only put where some are typed.

    >>> as_meant("Mức chi trc đây bn? Mức chi trc đây bn?", set().__contains__)
    'Mức chi trước đây bao nhiêu?'
    >>> as_meant("so bn mac sxh", {"bn"}.__contains__), as_meant("can bn tien vs ai", set().__contains__)
    ('so bn mac sxh', 'can bao nhieu tien voi ai')
    """
    if twice := _TWICE_RE.match(question):
        question = question[: twice.end("said")] + ("?" if question.rstrip().endswith("?") else "")
    if is_english(question):
        return question
    marked = has_diacritics(question)

    def full(found: re.Match[str]) -> str:
        short = found[0]
        if (len(short) > 1 and is_plans(short)) or (short == "vs" and _of_a_kind(found)):
            return short
        return _forms()[short] if marked else undiacritise(_forms()[short])

    return _forms_re().sub(full, question)


def _of_a_kind(versus: re.Match[str]) -> bool:
    """Whether "vs" stands between two things of a kind, that are held against each other: its next word was said before, or numbers.

    >>> as_meant("% tăng thu vs % tăng chi?", set().__contains__), as_meant("đối thoại vs dân", set().__contains__)
    ('% tăng thu vs % tăng chi?', 'đối thoại với dân')
    """
    before, behind = versus.string[: versus.start()].split(), versus.string[versus.end() :].split()
    if not before or not behind:
        return False
    return behind[0] in before or (before[-1][0].isdigit() and behind[0][0].isdigit())


@cache
def _forms() -> dict[str, str]:
    return {row[0]: row[1] for row in read_rows("chat_forms.tsv")}


@cache
def _forms_re() -> re.Pattern[str]:
    """Where a short form stands alone; the one letter not in "điểm k", nor in "5 k"."""
    alone = {"k": r"(?<!điểm )(?<!diem )(?<!\d )k"}
    shorts = (alone.get(one, re.escape(one)) for one in sorted(_forms(), key=len, reverse=True))
    return re.compile(rf"(?<![\w/.-])(?:{'|'.join(shorts)})(?![\w/-]|\.\w|\))")
