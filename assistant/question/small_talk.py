"""Greetings, thanks and questions about the assistant itself: nothing to look up in the plans.

In: what was typed. Out: which of the three it is, or None. The whole line must be one: "chào em, hạn nộp là ngày nào?"
asks the plans.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from assistant.model import Language, Turn
from assistant.question.naming import fold
from ingest.spelling import match_key

__all__ = ["Talk", "small_talk", "talk_language", "without_small_talk"]

Talk = Literal["greeting", "thanks", "help"]
_YOU = r"(?:ban|em|anh|chi|ad|admin|bot|tro ly|tro li|chat ?bot|you|assistant)"
_ALL = r"(?:cac ban|moi nguoi|ca nha|there|all|everyone)"
_SOFT = r"(?:a|nhe|nha|nhieu|rat|lam|qua|oi|day|vay|the|voi|da|vang|xin|very|much|so|a lot|rat nhieu)"
_TAIL = rf"(?: (?:{_YOU}|{_ALL}|{_SOFT}|ke hoach))*"
_DOES = r"(?:lam|giup|tra loi|ho tro|biet)"
_SHAPES: tuple[tuple[Talk, str], ...] = (
    (
        "greeting",
        rf"(?:(?:xin |kinh )?chao|alo|hello|hi|hey|good (?:morning|afternoon|evening)|chao buoi (?:sang|chieu|toi)){_TAIL}",
    ),
    (
        "thanks",
        rf"(?:{_YOU} )?(?:{_SOFT} )*(?:(?:xin |da |rat )?cam on|thanks?(?: you)?|thank|ok(?:ay|e|ie)?|duoc roi|tot lam|tam biet|bye|goodbye){_TAIL}(?: (?:thanks?|cam on){_TAIL})?",
    ),
    (
        "help",
        rf"(?:help|tro giup|huong dan(?: (?:toi|minh))?(?: cach)?(?: su dung| dung)?|cach (?:su )?dung(?: tro ly)?|how (?:do i|to) use (?:it|this|you)|{_YOU}(?: nay)? la (?:ai|gi)|who are you|what are you|ten (?:ban )?la gi|{_YOU} ten (?:la )?gi"
        rf"|{_YOU}(?: co the| co)? {_DOES}(?: duoc)?(?: (?:toi|minh|em))?(?: duoc)? (?:nhung |cac )?(?:viec )?gi{_TAIL}|{_YOU}(?: co the)? {_DOES} (?:duoc )?nhung gi{_TAIL}"
        rf"|what (?:can|do) you (?:do|know|answer)|what can i ask(?: you)?|how can you help(?: me)?|(?:toi|minh) (?:co the )?hoi (?:duoc )?(?:nhung )?gi{_TAIL}){_TAIL}",
    ),
)
_COMPILED = tuple((talk, re.compile(shape)) for talk, shape in _SHAPES)
_BODY_RE = re.compile(r"(?<!\w)ban(?!\w)")
_ENGLISH_RE = re.compile(r"\b(?:hello|hi|hey|good|thanks?|thank|help|who|what|how|you|bye|goodbye)\b")


def small_talk(question: str) -> Talk | None:
    """Which sort of small talk a whole line is.

    >>> small_talk("Xin chào!"), small_talk("cam on ban nhieu nhe"), small_talk("Bạn làm được gì?")
    ('greeting', 'thanks', 'help')
    >>> small_talk("chào em, Sở Nội vụ phải làm gì?"), small_talk("ai làm việc gì?"), small_talk("what can you do?")
    (None, None, 'help')
    >>> small_talk("Ban làm những gì?"), small_talk("Mọi người làm gì?"), small_talk("ban lam duoc gi")
    (None, None, 'help')
    """
    if _BODY_RE.search(match_key(question)) and fold(question) != match_key(question):
        # With its marks written "Ban" is a body, and no "bạn".
        return None
    said = " ".join(re.findall(r"\w+", fold(question)))
    return next((talk for talk, shape in _COMPILED if shape.fullmatch(said)), None)


def talk_language(question: str) -> Language:
    """English where an English word is said; such lines are too short for more.

    >>> talk_language("thanks!"), talk_language("chào bạn")
    ('en', 'vi')
    """
    return "en" if _ENGLISH_RE.search(fold(question)) else "vi"


def without_small_talk(history: Sequence[Turn]) -> tuple[Turn, ...]:
    """The conversation without greetings and what was said to them: the subject is still the one before.

    >>> [turn.content for turn in without_small_talk([Turn("user", "hạn nộp?"), Turn("assistant", "15/11"), Turn("user", "cảm ơn")])]
    ['hạn nộp?', '15/11']
    """
    kept: list[Turn] = []
    idle = False
    for turn in history:
        if turn.role == "user":
            idle = small_talk(turn.content) is not None
        if not idle:
            kept.append(turn)
    return tuple(kept)
