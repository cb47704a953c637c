"""Rows whose number stands in their middle: Word centres short cells, and a page kept by spaces shows the number lines below the row's first.

In: the lines that bear numbers and what it costs that a row begins at a line. Out: where each row begins. A row of h lines has
its number on line (h - 1) // 2; rows that begin with their number are the other reading, and the one that costs less is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

__all__ = ["row_starts"]

_GAIN = 1.5
"""What the centred reading must save before it is believed."""


def row_starts(numbered: Sequence[int], lines: int, cost: Callable[[int], float]) -> list[int]:
    """The first line of each row; ``numbered`` are the lines with the header's number first, then the rows'.

    >>> low = {4, 6}  # lines whose task goes on in small letters
    >>> row_starts([0, 2, 5], 7, lambda line: 2.0 if line in low else 0.0)
    [0, 2, 5]
    >>> row_starts([0, 2, 5], 7, lambda line: 2.0 if line in {2, 3, 5, 6} else 0.0)
    [0, 1, 4]
    """
    top = list(numbered)
    best = _centred(numbered, lines, cost)
    if best is None or best[0] + _GAIN > sum(cost(line) for line in top[1:]):
        return top
    return best[1]


def _centred(
    numbered: Sequence[int], lines: int, cost: Callable[[int], float]
) -> tuple[float, list[int]] | None:
    """The cheapest reading with centred numbers; None where the lines do not add up to one."""
    # rest of the row's lines below its number -> (cost, starts of the rows so far)
    states: dict[int, tuple[float, list[int]]] = {rest: (0.0, [numbered[0]]) for rest in range(4)}
    for upper, lower in zip(numbered, [*numbered[1:], None], strict=True):
        gap = (lower if lower is not None else lines) - upper - 1
        after: dict[int, tuple[float, list[int]]] = {}
        for rest, (spent, starts) in states.items():
            above = gap - rest
            if lower is None:
                if above == 0 or len(states) == 1:
                    after.setdefault(0, (spent, starts))
                continue
            if above < 0:
                continue
            total = spent + cost(lower - above)
            for below in (above, above + 1):
                if below not in after or total < after[below][0]:
                    after[below] = (total, [*starts, lower - above])
        states = after
    return min(states.values(), default=None)
