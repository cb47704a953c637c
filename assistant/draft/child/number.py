"""Numbering the child anew, without a gap, by layout b of Decree 30/2020 (Phần > I. > 1. > a) > -).

Party documents write "I-" and "1-". The alphabet of points has đ and no f, j, w, z.
"""

from __future__ import annotations

from collections.abc import Iterable

from assistant.draft.child.pieces import Piece
from assistant.draft.model import Paragraph, ParagraphKind

__all__ = ["POINTS", "label_of", "number_pieces", "roman"]

POINTS = "abcdđeghiklmnopqrstuvxy"
_STEPS = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """Write a Roman number.

    >>> roman(4), roman(14)
    ('IV', 'XIV')
    """
    text = ""
    for value, letters in _STEPS:
        while number >= value:
            text, number = text + letters, number - value
    return text


def label_of(style: str, ordinal: int, above: str, party: bool) -> tuple[str, str]:
    """The label as printed and the part of the path that it makes."""
    end = "-" if party else "."
    if style == "part":
        return f"Phần {roman(ordinal)}", f"Phần {roman(ordinal)}"
    if style == "roman":
        return f"{roman(ordinal)}{end}", roman(ordinal)
    if style == "arabic":
        return f"{ordinal}{end}", str(ordinal)
    if style == "decimal":
        stem = ".".join(part for part in above.split(".") if part.isdigit())
        label = f"{stem}.{ordinal}." if stem else f"{ordinal}."
        return label, str(ordinal)
    if style == "letter":
        point = POINTS[ordinal - 1] if ordinal <= len(POINTS) else POINTS[-1] + str(ordinal)
        return f"{point})", point
    return ("+", f"+{ordinal}") if style == "plus" else ("-", f"-{ordinal}")


_LOWER = {"arabic": "letter", "letter": "dash"}
"""Where a point stands under one of its own style (clauses of an article), it goes one style down."""


def number_pieces(
    pieces: Iterable[Piece], *, party: bool = False, above: str = "", level: int = 1, over: str = ""
) -> list[Paragraph]:
    """Number a tree of pieces; siblings of one style count from 1, ``over`` is the style of what holds them.

    >>> [p.path for p in number_pieces([Piece("A", "kept", style="roman"), Piece("B", "kept", style="roman")])]
    ['I', 'II']
    """
    counts: dict[str, int] = {}
    numbered: list[Paragraph] = []
    loose = 0
    for piece in pieces:
        style = _LOWER.get(piece.style, piece.style) if piece.style == over else piece.style
        if style == "none":
            loose += 1
            label, path = "", f"{above}/¶{loose}" if above else f"¶{loose}"
        else:
            counts[style] = counts.get(style, 0) + 1
            label, own = label_of(style, counts[style], above, party)
            joint = "/" if own[0] in "-+" else "."
            path = f"{above}{joint if above else ''}{own}"
        kind: ParagraphKind = (
            "heading" if piece.heading else "bullet" if label in {"-", "+"} else "item" if label else "text"
        )
        numbered.append(
            Paragraph(
                path, piece.text, piece.action, piece.sources, piece.slots, kind, label, level, piece.changes
            )
        )
        numbered += number_pieces(
            piece.children,
            party=party,
            above=path if label else above,
            level=level + 1,
            over=style if label else over,
        )
    return numbered
