"""Labels at the start of a line: what Decree 30/2020 (annex I, II.6.đ) and Party guidelines number with.

A label is only a candidate here: "i)" is the ninth letter or the Roman one, "C." a capital after "B." or
the Roman hundred. The tree (``sections``) decides by the labels that stand open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ingest.parse.letters import compile_pattern

__all__ = ["RANKS", "UPPER_STYLES", "Label", "Style", "read_labels"]

Style = Literal[
    "part", "chapter", "division", "capital", "roman", "article", "arabic", "decimal", "letter", "paren", "small", "bullet"
]  # fmt: skip

RANKS: dict[Style, int] = {
    "part": 0, "chapter": 10, "division": 20, "capital": 25, "roman": 30, "article": 35,
    "arabic": 40, "decimal": 40, "letter": 60, "paren": 60, "small": 65, "bullet": 80,
}  # fmt: skip

UPPER_STYLES: tuple[Style, ...] = ("part", "chapter", "division", "capital", "roman")
_ALPHABET = "abcdđefghijklmnopqrstuvwxyz"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ORDINALS = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"]

# After a dot a letter may follow at once ("1.Mục đích"), but a digit may not ("1.500 tỷ").
_STOP = (
    r"\s?(?:[.)](?=\s|[^\W\d_]|[“\"*\[]|$)|/(?=\s)|[-–](?=\s?[^\W\d_a-z])|(?<=\d)[-–](?=\s+\d+\s?%))\.?[\s*]*"
)
_WORD_RE = compile_pattern(
    r"(?P<word>(?i:phần|chương|mục|tiểu mục))\s+(?i:thứ\s+)?"
    r"(?P<number>[IVXL]{1,7}|\d{1,2}|(?i:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?!\w))"
    r"(?:\s*[.:\-–]\s*|\s*$|\s+(?=[\p{Lu}]{2}))"
)
# The number of a note may be glued to the stop in a consolidated text: "Điều 37.23 Thời hạn", "a)11 Chi", "2.9 Phương pháp".
_NOTE = r"(?:\d{1,3}(?=\s+\w))?"
_ARTICLE_RE = re.compile(rf"(?:Điều|ĐIỀU)\s+(?P<number>\d{{1,3}}[a-zđ]?)\s*(?:[.:]{_NOTE}\s*|[-–]\s+|$)")
_ROMAN_RE = re.compile(r"(?P<number>[IVXL]{1,7})" + _STOP)
_CAPITAL_RE = re.compile(r"(?P<number>[A-EGHĐ])\s?(?:[.)](?=\s|$)|[-–/](?=\s))\s*")
_DECIMAL_RE = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,4})(?:\.?\)|\.|\s?[-–])?(?=\s|[^\W\d_])\s*")
_ARABIC_RE = re.compile(r"(?P<number>\d{1,2})" + _STOP)
_PAREN_RE = re.compile(r"\(?(?P<number>\d{1,2})\)\s*")
_LETTER_RE = re.compile(
    rf"\(?(?P<number>[a-zđ])(?:\.\d{{1,2}})?\s?(?:\){_NOTE}\.?\s*|\.(?=\s)\s*|/(?=\s)\s*)"
)
_SMALL_RE = re.compile(r"\(?(?P<number>[ivx]{1,5})(?:\)\s*|\.(?=\s)\s*)")
_BULLET_RE = re.compile(
    r"(?P<number>[-–—\u2212\u2010\u2011+•*●▪■◦♦❖➢✓·o\uf0b7\uf02d])\.?(?:\s+|(?=[^\W\d_]|[\[“\"]))|(?P<close>[-–—\u2212+•●▪])(?=\d)"
)
_BARE_RE = compile_pattern(r"(?P<number>\d{1,2})(?:\[…\])?\s+(?=[\p{Lu}])")
_DASHES = str.maketrans("–—\u2212\u2010\u2011\uf02d•●▪■◦♦❖➢✓·\uf0b7", "------" + "*" * 11)


@dataclass(frozen=True, slots=True)
class Label:
    """A candidate: how it is written, its style, its place in its sequence, where the words begin."""

    text: str
    core: str
    """What a path shows: "IV", "3.1", "a", "Điều 5"."""
    style: Style
    value: tuple[int, ...]
    end: int
    mark: str = ""
    """What sets two lists of one style apart: the closing sign, or the bullet."""

    def without_note(self) -> Label | None:
        """A decimal read as a number with a note's number glued to it: "2.9" as "2."; None for any other label.

        >>> read_labels("2.9 Phương pháp phân bổ")[0].without_note().core, read_labels("2.1 Mục tiêu")[0].without_note()
        ('2', None)
        """
        if self.style != "decimal" or len(self.value) != 2 or self.value[1] < 2:
            return None
        return Label(self.text, str(self.value[0]), "arabic", self.value[:1], self.end)

    @property
    def rank(self) -> int:
        """Depth in the usual order of the two layouts of Decree 30."""
        return RANKS[self.style] + (len(self.value) if self.style == "decimal" else 0)


def _roman(text: str) -> int | None:
    total = 0
    digits = [_ROMAN[letter] for letter in text.lower()]
    for digit, after in zip(digits, [*digits[1:], 0], strict=True):
        total += -digit if digit < after else digit
    return total if _to_roman(total) == text.lower() else None


def _to_roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    units = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][ones]
    return ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"][tens % 10] + units


def _number(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    if text.lower() in _ORDINALS:
        return _ORDINALS.index(text.lower()) + 1
    return _roman(text)


_COUNT_RE = re.compile(r"\d+(?:[.,]\d+)?\s*(?:%|[^\W\d_]{2,})")
"""What a target begins with: "1.1. 100% trạm y tế ...", "2.1. 05 mô hình ..."."""


def _word_label(text: str) -> Label | None:
    match = _WORD_RE.match(text)
    if not match or not match["word"][0].isupper():
        return None
    value = _number(match["number"])
    word = match["word"].capitalize()
    styles: dict[str, Style] = {"Phần": "part", "Chương": "chapter"}
    if value is None:
        return None
    number = match["number"]
    core = f"{word} thứ {number.lower()}" if number.lower() in _ORDINALS else f"{word} {number}"
    return Label(text[: match.end()].strip(), core, styles.get(word, "division"), (value,), match.end(), word)


def _article_label(text: str) -> Label | None:
    if not (match := _ARTICLE_RE.match(text)):
        return None
    number = match["number"]
    digits = number.rstrip("abcdđeghik")
    suffix = (_ALPHABET.index(number[-1]) + 1,) if number != digits else ()
    return Label(
        text[: match.end()].strip(), f"Điều {number}", "article", (int(digits), *suffix), match.end()
    )


def _simple(match: re.Match[str], style: Style, value: int | None) -> list[Label]:
    if not value:
        return []
    text = match[0].strip()
    mark = "" if style == "roman" else text.rstrip("0123456789")[-1:]
    return [Label(text, match["number"], style, (value,), match.end(), mark)]


def _upper_labels(text: str) -> list[Label]:
    found: list[Label] = []
    if match := _ROMAN_RE.match(text):
        found += _simple(match, "roman", _roman(match["number"]))
    if match := _CAPITAL_RE.match(text):
        found += _simple(match, "capital", _ALPHABET.index(match["number"].lower()) + 1)
    return found


def _digit_labels(text: str) -> list[Label]:
    if match := _DECIMAL_RE.match(text):
        words = text[match.end() :]
        # "2.3 km" and "1.5 lần" are measures: what a decimal numbers starts with a capital, or with a count behind a stop.
        counts = match[0].rstrip().endswith(".") and _COUNT_RE.match(words) is not None
        if words[:1].islower() or (words[:1].isdigit() and not counts) or words[:1] == "%":
            return []
        value = tuple(int(part) for part in match["number"].split("."))
        return [Label(match[0].strip(), match["number"], "decimal", value, match.end())]
    if match := _PAREN_RE.match(text):
        return _simple(match, "paren", int(match["number"]))
    if match := _ARABIC_RE.match(text):
        found = _simple(match, "arabic", int(match["number"]))
        return [Label(x.text, str(x.value[0]), x.style, x.value, x.end) for x in found]
    return []


def _small_labels(text: str) -> list[Label]:
    found: list[Label] = []
    if match := _LETTER_RE.match(text):
        found += _simple(match, "letter", _ALPHABET.index(match["number"]) + 1)
    if match := _SMALL_RE.match(text):
        found += _simple(match, "small", _roman(match["number"]))
    return found


def _bullet_label(text: str) -> Label | None:
    match = _BULLET_RE.match(text)
    if not match or len(text) == match.end():
        return None
    mark = match[0].strip().rstrip(".").translate(_DASHES)
    return Label(match[0].strip(), mark, "bullet", (0,), match.end(), mark)


def read_labels(text: str, *, damaged: bool = False) -> tuple[Label, ...]:
    """The labels that the start of a line can be read as, most usual first; () for plain text.

    With ``damaged`` (letters were lost in this file) a bare number before a capital counts too; the tree
    takes it only as the exact next of its list.

    >>> [label.core for label in read_labels("IV. TỔ CHỨC THỰC HIỆN")]
    ['IV']
    >>> [(label.style, label.core) for label in read_labels("i) Báo cáo")]
    [('letter', 'i'), ('small', 'i')]
    >>> [read_labels(text) for text in ("1.500 tỷ đồng", "2.3 km đường", "15/11/2024 là hạn cuối")]
    [(), (), ()]
    """
    first = text[:1]
    if not first:
        return ()
    if first.isdigit() or (first == "(" and text[1:2].isdigit()):
        found = _digit_labels(text)
        if not found and damaged and (match := _BARE_RE.match(text)):
            found = [
                Label(
                    match[0].strip(), match["number"], "arabic", (int(match["number"]),), match.end(), "bare"
                )
            ]
        return tuple(found)
    label = (
        _article_label(text)
        or _word_label(text)
        or (None if first.isalpha() and first != "o" else _bullet_label(text))
    )
    if label:
        return (label,)
    found = _upper_labels(text) if first.isupper() else _small_labels(text)
    if not found and first == "o" and (bullet := _bullet_label(text)) and text[1:2].isspace():
        found = [bullet]
    return tuple(found)
