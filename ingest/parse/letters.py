"""Capital letters in patterns: Vietnamese capitals and small letters alternate in Unicode, no range parts them."""

from __future__ import annotations

import re

__all__ = ["compile_pattern"]

_CAPITALS = "A-ZĐĂÂÊÔƠƯÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ"


def compile_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""Compile a pattern in which ``\p{Lu}``, inside a class, stands for the capital letters (NFC).

    >>> compile_pattern(r"[\p{Lu}]").findall("Ủy ban Đảng, ủy viên")
    ['Ủ', 'Đ']
    """
    return re.compile(pattern.replace(r"\p{Lu}", _CAPITALS), flags)
