"""Patterns that tell capital letters from small ones."""

from __future__ import annotations

import re

from ingest.spelling import CAPITALS

__all__ = ["compile_pattern"]


def compile_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""Compile a pattern in which ``\p{Lu}``, inside a class, stands for the capital letters (NFC).

    >>> compile_pattern(r"[\p{Lu}]").findall("Ủy ban Đảng, ủy viên")
    ['Ủ', 'Đ']
    """
    return re.compile(pattern.replace(r"\p{Lu}", CAPITALS), flags)
