"""Whether the number of a table's cell counts what a question asks the number of.

In: the nouns that are counted (folded, the longest first) and a cell or a row as it is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.knowledge import Unit
from assistant.question.naming import fold

__all__ = ["SHARE_RE", "counts_another", "counts_in_cell", "counts_in_row"]

SHARE_RE = re.compile(r"phan tram|ty le|ti le|%|per ?cent|\brate\b")
_MONEY = frozenset("nghin ngan trieu ty dong usd".split())
_MEASURES = _MONEY | frozenset("ha tan km m2 kg lit diem".split())
"""Measures that a table may tell once for all its rows."""
_COUNTS_RE = re.compile(
    r"– (?:tong )?so (?!(?:luong|lieu|voi|sanh|hoa|tien|von|kinh phi|du toan|nguoi|don vi|truong hop|luot|suat)\b)[a-z]+[^:*]*: \*\*[^*]*\*\*$"
)
"""A cell of a column that says itself what it counts ("Số thôn")."""


def counts_in_row(unit: Unit, cells: Sequence[tuple[str, str]], nouns: Sequence[str]) -> bool:
    """Whether the numbers of a row's ``cells`` (title, number) count what is asked: "bao nhiêu người" is not the share of them."""
    said = fold(" ".join((unit.text, *(part for cell in cells for part in cell))))
    if not nouns or SHARE_RE.search(nouns[-1]):
        return True
    if nouns[-1] == "tien":
        return not _MONEY.isdisjoint(said.split())
    if nouns[-1] in _MEASURES:
        return not any(measure in said.split() for measure in _MEASURES) or nouns[-1] in said.split()
    counted = any(re.search(rf"\b{re.escape(noun)}\b", said) for noun in nouns)
    return counted and not SHARE_RE.search(said)


def counts_in_cell(nouns: Sequence[str], told: str) -> tuple[bool, bool]:
    """Whether a cell ("row – column: **number**") counts what is asked, whether surely something else.

    The noun stands in the measure, or names row or column; then the measure is none of weight, area or money.
    >>> counts_in_cell(("tan",), "Xoài – Năm 2027: **7.800 nghìn USD**"), counts_in_cell(("giao vien",), "Số giáo viên – Năm 2027: **900 người**")
    ((False, True), (True, False))
    """
    folded = fold(told)
    measure = {
        word for value in re.findall(r"\*\*([^*]*)\*\*", folded) for word in re.findall(r"[a-z%]\w*|%", value)
    }
    if any(noun in " ".join(sorted(measure)) or noun in measure for noun in nouns):
        return True, False
    if any(set(noun.split()) & _MEASURES for noun in nouns):
        return not measure, bool(measure)
    before = r"(?:^|– |- )(?:(?:tong|so|luong|cac) )*" if measure else r"\b"
    named = any(re.search(rf"{before}{re.escape(noun)}\b", folded) for noun in nouns) and not measure & (
        _MEASURES | {"%"}
    )
    return named, bool(measure) and not named


def counts_another(nouns: Sequence[str], told: str) -> bool:
    """Whether a cell surely counts another thing: its column says so ("Số thôn"), or its measure is one of weight, area, money.

    >>> counts_another(("ho ngheo", "ho"), "Xã Suối Bạc – Số thôn: **7**"), counts_another(("ho",), "Xã Suối Bạc – Năm 2027: **7**")
    (True, False)
    """
    folded = fold(told)
    if not nouns or any(re.search(rf"\b{re.escape(noun)}\b", folded) for noun in nouns):
        return False
    measures = {
        word for value in re.findall(r"\*\*([^*]*)\*\*", folded) for word in value.split()
    } & _MEASURES
    return _COUNTS_RE.search(folded) is not None or bool(
        measures and not set(nouns[0].split()) & (_MEASURES | {"tien"})
    )
