"""Which language a question is in, and how its Vietnamese is spelt.

Officers write Vietnamese with marks, Vietnamese without, English, and all of it in one line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from assistant.question.english import without_lookalikes
from ingest.spelling import has_diacritics

__all__ = ["Tongue", "tongue_of"]

Spelling = Literal["vi", "nodia", "en", "mixed"]

# Words that are English and no Vietnamese syllable even without marks: they decide.
# ("to", "the", "in", "on", "an", "do", "so", "can", "me", "no" can be either, and decide nothing.)
_ENGLISH = frozenset(
    """who whom whose what which when where how why does did is are was were has have must should will would could
    shall and of for from by with about into under between according within before after during until
    there any all each every other this that these those it its they them their she he her his you your
    report reports deadline deadlines due date plan plans leads lead leading leader responsible charge tell show list
    agency agencies department departments office province provincial commune district number many much
    task tasks duty duties target targets percent percentage signed signer sign recipients send sent submit submitted
    complaint complaints legal basis issued section annex say says said mention mentions compare difference
    coordinate coordinates coordinating advise advises committee party people please give find summary summarize
    quarterly monthly annual yearly year month quarter working days weeks months hours document documents decision directive resolution""".split()
)
_EITHER = frozenset("to the in on an do so can me no be he at a i may that then than ma".split())
"""Words of both languages: beside several English ones they are English."""
_FRAME_EN = frozenset(
    "who whom what which when where how why does did is are was were of by from for and please".split()
)
_FRAME_VI = frozenset(
    """ai gì nào đâu sao mấy bao khi hạn của là ở tại theo cho và với phải có không cần những các thì về trong
    gi nao dau may han cua la o tai phai khong can nhung cac thi ve trong""".split()
)
_WORD_RE = re.compile(r"[^\W\d_]+")
MOSTLY = 2
"""So many words with marks for each English one make a question Vietnamese, whatever its frame ("lập hồ sơ xong trình who?")."""


class Tongue(NamedTuple):
    """``spelling`` routes the search; ``answer`` is the language to answer in."""

    spelling: Spelling
    answer: Literal["vi", "en"]


def tongue_of(question: str, is_vietnamese: Callable[[str], bool]) -> Tongue:
    """Decide by the words that can only be one of the two.

    ``is_vietnamese`` tells whether a word without marks is known as a Vietnamese syllable. The frame of
    the sentence ("who ... the", "ai ... của") decides the language of the answer.

    >>> known = {"han", "nop", "bao", "cao", "quy"}.__contains__
    >>> tongue_of("who chủ trì the complaint reports?", known)
    Tongue(spelling='mixed', answer='en')
    >>> tongue_of("han nop bao cao quy", known), tongue_of("deadline báo cáo quý của Hà Giang?", known).answer
    (Tongue(spelling='nodia', answer='vi'), 'vi')
    >>> tongue_of("lập hồ sơ đất xong trình who?", known).answer
    'vi'
    """
    words = [word.lower() for word in _WORD_RE.findall(without_lookalikes(question))]
    english = [word for word in words if word in _ENGLISH]
    marked = [word for word in words if has_diacritics(word)]
    if english:
        # Beside a word that is surely English, others that Vietnamese does not know are English too.
        english += [
            w for w in words if w.isascii() and len(w) > 3 and w not in _ENGLISH and not is_vietnamese(w)
        ]
    spent = _ENGLISH | (_EITHER if len(english) > 2 and not marked else frozenset())
    plain = [word for word in words if not has_diacritics(word) and word not in spent and is_vietnamese(word)]
    frame = sum(word in _FRAME_EN for word in words) - sum(word in _FRAME_VI for word in words)
    if english and (marked or (len(plain) > len(words) / 3 and frame <= 0)):
        few = len(marked) > MOSTLY * len(english)
        return Tongue(
            "mixed",
            "en" if not few and (frame > 0 or (frame == 0 and len(english) > len(marked))) else "vi",
        )
    if english and len(english) >= len(words) / 5 and len(english) + frame > len(plain) / 2:
        return Tongue("en", "en")
    if marked:
        return Tongue("vi", "vi")
    return Tongue("nodia", "vi") if plain or not words else Tongue("en", "en")
