"""Text -> tokens of the lexical index. The only importer of underthesea.

Three spellings of the same text: ``words`` (compounds joined by "_"), ``syllables`` and ``plain``
(syllables without marks). Keys only: lower case, one tone placement, NFC; cited text is never touched.
"""

from __future__ import annotations

import logging
import re
import threading
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import cast

from ingest.spelling import match_key, undiacritise

__all__ = ["VERSION", "plain", "question_words", "syllables", "warm_words", "words"]

VERSION = 1
"""Raised whenever the same text gives other tokens, so that indexes are rebuilt."""

# A document symbol ("235/KH-UBND", "30/2020/NĐ-CP", "38-CT/TW"), a date or a decimal number stays whole;
# everything else is a run of letters or digits.
_TOKEN_RE = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:[/\-\N{EN DASH}]\w+)+|\w+")
_PART_RE = re.compile(r"[^\W_]+")
_load_lock = threading.Lock()
_log = logging.getLogger(__name__)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _is_symbol(token: str) -> bool:
    """A token with inner marks that readers also search as a whole: it has a digit, a slash or is all capitals."""
    return "/" in token or token.isupper() or any(letter.isdigit() for letter in token)


def _tokens(text: str) -> list[str]:
    found: list[str] = []
    for token in _TOKEN_RE.findall(text):
        parts = _PART_RE.findall(token)
        if len(parts) > 1 and _is_symbol(token):
            found.append(match_key(token).replace("\N{EN DASH}", "-"))
        found.extend(match_key(part) for part in parts)
    return found


def syllables(text: str) -> list[str]:
    """Split into syllables and numbers; document symbols are kept whole and in parts.

    >>> syllables("Kế hoạch 235/KH-UBND về hoà giải")
    ['kế', 'hoạch', '235/kh-ubnd', '235', 'kh', 'ubnd', 'về', 'hòa', 'giải']
    """
    return _tokens(_nfc(text))


def plain(text: str) -> list[str]:
    """The syllables without any Vietnamese mark.

    >>> plain("Đôn đốc báo cáo")
    ['don', 'doc', 'bao', 'cao']
    """
    return [undiacritise(token) for token in syllables(text)]


@cache
def _segmenter() -> Callable[[str], list[str]]:
    from underthesea import word_tokenize

    return cast("Callable[[str], list[str]]", word_tokenize)


def _segment(line: str) -> list[str]:
    with _load_lock:
        segmenter = _segmenter()
    return segmenter(line)


def _stretches(line: str) -> Iterator[tuple[str, bool]]:
    """Part a line into document symbols (True) and the words between them, which alone are segmented."""
    at = 0
    for match in _TOKEN_RE.finditer(line):
        if len(_PART_RE.findall(match[0])) > 1 and _is_symbol(match[0]):
            yield line[at : match.start()], False
            yield match[0], True
            at = match.end()
    yield line[at:], False


def words(text: str) -> list[str]:
    """Split into Vietnamese words, compounds joined by "_"; document symbols as ``syllables`` gives them.

    >>> words("Thanh tra tỉnh chủ trì giải quyết khiếu nại")
    ['thanh_tra', 'tỉnh', 'chủ_trì', 'giải_quyết', 'khiếu_nại']
    """
    found: list[str] = []
    for line in _nfc(text).splitlines():
        for stretch, is_symbol in _stretches(line):
            for word in [stretch] if is_symbol else _segment(stretch) if stretch.strip() else ():
                tokens = _tokens(word)
                compound = " " in word and len(tokens) > 1 and all(token.isalpha() for token in tokens)
                found.extend(["_".join(tokens)] if compound else tokens)
    return found


@lru_cache(maxsize=2048)
def question_words(question: str) -> tuple[str, ...]:
    """``words`` of a question, remembered: the same question is often asked again."""
    return tuple(words(question))


def warm_words() -> None:
    """Load the word segmenter now (about a second), so that the first question need not wait."""
    words("Ủy ban nhân dân tỉnh")
    _log.debug("word segmenter loaded")
