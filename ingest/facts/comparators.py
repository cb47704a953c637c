"""Numbers and what bounds them: "không quá", "≥", "trở lên"."""

from __future__ import annotations

import re
from typing import Literal

__all__ = ["AT_LEAST", "AT_MOST", "NOT_ABOVE", "Comparator", "comparator_of", "read_number"]

NOT_ABOVE = r"không\s+(?:được\s+)?vượt(?:\s+quá)?"
"""The bound that is a verb of its own, so what stands before it is its subject."""
AT_MOST = rf"(?:{NOT_ABOVE}|không\s+(?:được\s+)?(?:quá|(?:lớn|cao|nhiều)\s+hơn))"
AT_LEAST = r"không\s+(?:được\s+)?(?:dưới|(?:thấp|ít|nhỏ)\s+hơn)"
Comparator = Literal["=", ">", ">=", "<", "<=", "range"]


def read_number(text: str) -> float:
    """Read a Vietnamese number: dots group thousands, a comma is the decimal mark.

    >>> read_number("1.250"), read_number("95,5")
    (1250.0, 95.5)
    """
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        text = text.replace(".", "")
    return float(text.replace(",", "."))


_SIGNS: dict[str, Comparator] = {"≥": ">=", "≤": "<=", ">": ">", "<": "<", ">=": ">=", "<=": "<="}


def comparator_of(before: str, after: str = "", upper: str | None = None) -> Comparator:
    """What the words or the sign before a number, and the words after it, make of it.

    >>> comparator_of("không được cao hơn"), comparator_of("≥ "), comparator_of("từ", "trở lên"), comparator_of("đạt")
    ('<=', '>=', '>=', '=')
    """
    words = re.sub(r"\s+", " ", before.lower())
    if upper:
        return "range"
    if sign := re.match(r"[≥≤<>]\s?=?", words):
        return _SIGNS[sign[0].replace(" ", "")]
    if "trở xuống" in after or re.search(rf"tối đa|{AT_MOST}", words):
        return "<="
    if "trở lên" in after or re.search(rf"ít nhất|tối thiểu|{AT_LEAST}", words):
        return ">="
    if re.search(r"trên|(?<!thấp )hơn", words):
        return ">"
    return "<" if re.search(r"dưới|thấp hơn", words) else "="
