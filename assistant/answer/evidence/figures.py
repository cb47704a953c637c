"""Numbers as Vietnamese tables and sentences write them: read into exact ones, reckoned with, and written again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

__all__ = ["DIGITS_RE", "read_column", "read_figure", "show_figure"]

DIGITS_RE = re.compile(r"\d+(?:[.,]\d+)*")
"""The digits of a number, whatever parts them."""
_FIGURE = r"-?(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
"""Dots part thousands, a comma the decimals."""
_CELL_RE = re.compile(rf"({_FIGURE})(?:\s*(%)|\s+([^\W\d]\D{{0,19}}))?")
_POINT_RE = re.compile(r"\d+\.(?:\d{1,2}|\d{4,})")
"""A decimal point, of a writer who does not write numbers so."""


def read_figure(cell: str) -> Decimal | None:
    """The number that a cell holds by itself; None where it holds none, a span ("10 - 15") or a bound ("trên 30").

    >>> read_figure("1.110.000"), read_figure("36,49%"), read_figure("36 tiết")
    (Decimal('1110000'), Decimal('36.49'), Decimal('36'))
    >>> read_figure("-"), read_figure("10 - 15"), read_figure("12.5")
    (None, None, None)
    """
    match = _CELL_RE.fullmatch(" ".join(cell.split()))
    return Decimal(match[1].replace(".", "").replace(",", ".")) if match else None


def read_column(cells: Sequence[str]) -> tuple[list[Decimal | None], str] | None:
    """The numbers of a column, None for each cell left blank, and the measure that all of them bear.

    None where a cell says something else than a number, or they differ in measure or in how they are written.
    >>> read_column(["36 tiết", "-", "42 tiết"])
    ([Decimal('36'), None, Decimal('42')], 'tiết')
    >>> read_column(["12.5", "1.250"]), read_column(["36 tiết", "5 buổi"]), read_column(["40", "theo nhu cầu"])
    (None, None, None)
    """
    bare = [" ".join(cell.split()) for cell in cells]
    pointed = any(map(_POINT_RE.fullmatch, bare))
    if pointed and any("," in cell or re.search(r"\.\d{3}\b", cell) for cell in bare):
        return None
    parts = [part for cell in bare for part in re.findall(r",(\d+)", cell)]
    if parts and all(len(part) == 3 for part in parts):
        return None  # each comma may part thousands: "1,250"
    bare = [cell.replace(".", ",") for cell in bare] if pointed else bare
    figures = [read_figure(cell) for cell in bare]
    filled = [cell for cell in bare if re.search(r"\w", cell)]
    measures = {match[2] or match[3] or "" for cell in filled if (match := _CELL_RE.fullmatch(cell))}
    if len(measures) != 1 or any(
        one is None for one, cell in zip(figures, bare, strict=True) if cell in filled
    ):
        return None
    return figures, measures.pop()


def show_figure(value: Decimal) -> str:
    """A number as a Vietnamese text writes it.

    >>> show_figure(Decimal("1110000.50")), show_figure(Decimal("-0.5"))
    ('1.110.000,5', '-0,5')
    """
    whole, _, part = f"{abs(value):f}".partition(".")
    part = part.rstrip("0")
    return ("-" if value < 0 else "") + f"{int(whole):,}".replace(",", ".") + (f",{part}" if part else "")
