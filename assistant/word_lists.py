"""The tables and word lists of ``assistant/data``: an entry a line, cells parted by tabs, ``#`` for remarks."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["read_rows"]


@cache
def read_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``assistant/data/<name>``; cells as they are written, for a space may be part of a pattern.

    >>> ("trung ương",) in read_rows("review_capitals.txt"), len({len(row) for row in read_rows("narrowing.tsv")})
    (False, 1)
    """
    lines = files("assistant").joinpath("data", name).read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#"))
