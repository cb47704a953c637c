"""Things that officers ask of an agency or a person and that plans hardly ever hold: telephone, address, ...

Such a question overlaps with many sentences in its other words; without the thing itself none answers.
"""

from __future__ import annotations

import re

from assistant.question.cues import cue_text

__all__ = ["asked_attribute"]

_ATTRIBUTES: tuple[tuple[str, str], ...] = (
    # cue in the folded question, the words that a plan would have to hold
    (r"so (?:dien thoai|may ban|di dong)|\bsdt\b|\bhotline\b|(?:tele)?phone(?: number)?\b", "điện thoại"),
    (r"\be-?mail\b|thu dien tu", "email"),
    (r"\bfax\b", "fax"),
    (r"dia chi (?:cua|tru so|o dau|la)|tru so [^?]*o dau|\baddress\b", "địa chỉ"),
    (r"ngay sinh|sinh nam|bao nhieu tuoi|\bhow old\b|date of birth", "sinh năm"),
    (r"tien luong|muc luong|\bluong [^?]*bao nhieu|\bsalar(?:y|ies)\b", "tiền lương"),
    (r"so tai khoan|bank account", "tài khoản"),
)


def asked_attribute(question: str) -> str | None:
    """The words that the plans must hold for this question to have an answer; None for other questions.

    >>> asked_attribute("Số điện thoại của Sở Nội vụ?"), asked_attribute("Sở Nội vụ phải làm gì?")
    ('điện thoại', None)
    """
    folded = cue_text(question)
    return next((words for pattern, words in _ATTRIBUTES if re.search(pattern, folded)), None)
