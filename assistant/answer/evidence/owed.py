"""Whether a text frees from payment those of whom it is asked whether they pay.

In: a yes-or-no question, a sentence, and what stands above it. Out: whether it frees that party, of paying for that thing:
"hộ nghèo được miễn" of rubbish frees nobody of the price of water, nor any firm.
"""

from __future__ import annotations

import itertools
import re

from assistant.answer.evidence.persons import party_in
from assistant.question.naming import fold
from ingest.spelling import match_key

__all__ = ["frees"]

_MONEY = r"(?:tien|(?:le |hoc |chi |kinh )?phi|dong nao|\d+ ?(?:k|nghin|ngan|trieu|dong))"
_OWES_RE = re.compile(
    r"(?P<party>[^?]*?)\b(?:(?:co|con|phai|bi|can|duoc|khong|khoi) )+(?:tu )?"
    rf"(?:nop|dong|tra|chiu|ton|mat|tinh|thu|lay|chi)(?: tra| them| lay)? {_MONEY}\b(?P<thing>[^,?(]*)"
    r"|(?:do|does|must|will) (?P<payer>[^?]*?) (?:have to )?pay(?: (?:money|fees?))?(?: for)?(?P<paid>[^,?(]*)"
)
"""Folded, as all here: who is asked to pay, and what for."""
_FREES_RE = re.compile(
    rf"\b(?:mien(?: thu| nop)?(?: {_MONEY})?|khong (?:phai (?:nop|dong|tra|chiu)|thu)(?: them)?(?: {_MONEY})?|ho tro (?:100 ?%|toan bo) {_MONEY})\b"
    r"(?P<thing>[^,;.]*)"
)
_REST_RE = re.compile(
    r"\b(?:khong|ko|k|khi|cho|cua|o|tai|thi|theo|neu|trong|hang|moi|nua|dung|phai|a|ha|ho)\b.*"
)
"""What follows the name of a thing that is paid for."""


def frees(question: str, said: str, above: str = "") -> bool:
    """Whether a sentence, under the lines above it, frees from payment those whom the question asks of.

    >>> asked = "Hộ nghèo có phải nộp tiền rác không?"
    >>> frees(asked, "giá thu gom rác: 30 nghìn đồng/hộ; hộ nghèo, hộ cận nghèo được miễn")
    True
    >>> [frees(asked, said) for said in ("miễn tiền rác cho người cao tuổi", "hộ nghèo được miễn tiền điện")]
    [False, False]
    >>> frees(asked, "hộ nghèo, hộ cận nghèo được miễn"), frees(asked, "hộ nghèo được miễn", "V. Thu gom rác")
    (False, True)
    >>> frees("Lấy dữ liệu của sở khác có mất tiền không?", "Không thu phí dữ liệu dùng chung.")
    True
    """
    owes, text = _OWES_RE.search(fold(question)), fold(said)
    if owes is None:
        return False
    payer, paid = ("party", "thing") if owes["payer"] is None else ("payer", "paid")
    party = party_in(match_key(question)[slice(*owes.span(payer))].strip())
    if party and party not in match_key(f"{said} {above}"):
        return False
    pairs, name = _pairs((owes[payer] or owes[paid]).split()), _REST_RE.sub("", owes[paid]).split()
    for clause in re.split(r"[;.]", text):
        free = _FREES_RE.search(clause)
        if free and any(pair in clause for pair in pairs):
            told = _REST_RE.sub("", free["thing"]).strip()
            return not name or _says(name, told or f"{text} {fold(above)}")
    return False


def _says(name: list[str], text: str) -> bool:
    """Whether a text says two words of a thing's name together, or its only one."""
    return any(re.search(rf"\b{pair}\b", text) for pair in _pairs(name) or name)


def _pairs(words: list[str]) -> list[str]:
    return [f"{one} {other}" for one, other in itertools.pairwise(words)]
