"""Numbers and what bounds them: "không quá", "≥", "trở lên"."""

from __future__ import annotations

import re
from typing import Literal

from ingest.spelling import spaced

__all__ = ["AT_LEAST", "AT_MOST", "NOT_ABOVE", "Comparator", "comparator_of", "read_number", "unspelled"]

NOT_ABOVE = spaced(r"không (?:được )?vượt(?: quá)?")
"""The bound that is a verb of its own, so what stands before it is its subject."""
AT_MOST = spaced(rf"(?:{NOT_ABOVE}|không (?:được )?(?:quá|(?:lớn|cao|nhiều) hơn))")
AT_LEAST = spaced(r"không (?:được )?(?:dưới|(?:thấp|ít|nhỏ) hơn)")
Comparator = Literal["=", ">", ">=", "<", "<=", "range"]
_NUMERAL = r"(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|nghìn|ngàn|triệu|tỷ|tỉ|linh|lẻ|rưỡi|phẩy)"
_SPELLED_RE = re.compile(rf"(?i)(?<=[\dg%])\s?\({_NUMERAL}(?:\s+{_NUMERAL}|\s+(?:phần|đồng))*\)")


def read_number(text: str) -> float:
    """Read a Vietnamese number: dots group thousands, a comma is the decimal mark.

    >>> read_number("1.250"), read_number("95,5")
    (1250.0, 95.5)
    """
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        text = text.replace(".", "")
    return float(text.replace(",", "."))


def unspelled(text: str) -> str:
    """Leave off a number's words in brackets, every other letter at its place.

    >>> unspelled("nộp 70% (bảy mươi phần trăm) mức phí").split(), len(unspelled("02 (hai) lần"))
    (['nộp', '70%', 'mức', 'phí'], 12)
    """
    return _SPELLED_RE.sub(lambda words: " " * len(words[0]), text)


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
