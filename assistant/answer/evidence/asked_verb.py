"""Whether evidence says the verb of a question: who "thẩm định" a thing is not who "ban hành" it.

The words of a question may all stand in a sentence that tells of bodies which do different things: a feature of the
judge, told only where the question says such a verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.knowledge import Unit
from assistant.question.cues import WHICH_BODY, cue_text
from assistant.question.documents import DOC
from assistant.question.naming import fold
from assistant.question.understand import Need

__all__ = ["VERB", "asked_verb", "verb_features"]

VERB = "verb_met"
"""Feature of an answer to who does a thing: how far its evidence says that this is done."""

_VERB_RE = re.compile(
    rf"(?:\bai|{WHICH_BODY}) (?:(?:se|da|phai|can|co|la|thi|nguoi|co quan|don vi|trach nhiem|tham quyen|nhiem vu|quyen|chiu|duoc|dung ra|(?:lam )?(?:đầu|dau) moi) )*(?P<verb>[a-z]+(?: [a-z]+)?)"
)
_COMMON = frozenset(
    (
        *"lam lo chu phu thuc chiu phoi giu dam day cam trien to la nao khi trong o ve cho voi va gi theo cua giup".split(),
        "tham gia",
        "tham muu",
    )
)
"""Verbs, or their first syllables, that say only that somebody acts, or of no verb."""


@lru_cache(maxsize=512)
def asked_verb(folded: str) -> str:
    """What it is asked who does, folded, two syllables at most; "" where the question says no such verb.

    >>> asked_verb("ai phe duyet phuong an"), asked_verb("so nao chu tri tap huan")
    ('phe duyet', '')
    >>> asked_verb("co quan nao tham dinh"), asked_verb("ai tham gia")
    ('tham dinh', '')
    >>> asked_verb("do ai de nghi ban hanh")
    'de nghi'
    >>> asked_verb("co quan nao la dau moi tong hop bao cao")
    'tong hop'
    >>> asked_verb("don vi nao lam phan mem"), asked_verb("co quan nao la dau moi cua chuong trinh")
    ('', '')
    """
    found = _VERB_RE.search(folded)
    verb = found["verb"] if found else ""
    return "" if _COMMON & {verb, verb.split(" ")[0]} else verb


def verb_features(need: Need, sort: str, units: Sequence[Unit]) -> dict[str, float]:
    """How far the evidence of one candidate says the verb, 1 for both syllables; {} where the question has none.

    Said of a document of a kind that the question does not say ("phê duyệt Đề án") it is another deed.
    """
    asked = cue_text(need.asked)
    if sort != "who" or need.spelling == "en" or not (verb := asked_verb(asked)):
        return {}
    another = re.compile(rf"\b{verb} (?P<what>{DOC})\b")
    said = [another.sub(lambda m: m[0] if m["what"] in asked else "", fold(unit.text)) for unit in units[:3]]
    first = verb.split(" ")[0]
    shares = (
        1.0 if re.search(rf"\b{verb}\b", one) else 0.4 if re.search(rf"\b{first}\b", one) else 0.0
        for one in said
    )
    return {VERB: max(shares)}
