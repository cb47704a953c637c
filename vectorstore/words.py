"""Text -> tokens of the lexical index. The only importer of underthesea.

Three spellings of the same text: ``words`` (compounds joined by "_"), ``syllables`` and ``plain``
(syllables without marks). Keys only: lower case, one tone placement, NFC; cited text is never touched.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import cast

from ingest.spelling import match_key, undiacritise

__all__ = ["VERSION", "longest_words", "plain", "syllables", "warm_words", "with_pairs", "words"]

VERSION = 2
"""Raised whenever the same text gives other tokens, so that indexes are rebuilt."""

# A document symbol ("235/KH-UBND", "30/2020/NĐ-CP", "38-CT/TW"), a date or a decimal number stays whole;
# everything else is a run of letters or digits.
_TOKEN_RE = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:[/\-\N{EN DASH}]\w+)+|\w+")
_PART_RE = re.compile(r"[^\W_]+")
LONGEST_WORD = 4
"""Syllables of the longest compound: "ủy ban nhân dân"."""
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
    return _tokens(undiacritise(_nfc(text)))


# Parts of underthesea that it can do without, and we do: its translator alone imports torch and
# transformers (seconds and 250 MB), which word segmentation does not need.
_UNUSED_PARTS = (
    "underthesea.address",
    "underthesea.agent",
    "underthesea.pipeline.classification",
    "underthesea.pipeline.dependency_parse",
    "underthesea.pipeline.lang_detect",
    "underthesea.pipeline.sentiment",
    "underthesea.pipeline.translate",
)


@cache
def _segmenter() -> Callable[[str], list[str]]:
    hidden = [name for name in _UNUSED_PARTS if name not in sys.modules]
    # None in sys.modules makes an import fail, which underthesea takes as "not installed".
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]
    try:
        from underthesea import word_tokenize
    finally:
        for name in hidden:
            sys.modules.pop(name, None)
    return cast("Callable[[str], list[str]]", word_tokenize)


@lru_cache(maxsize=512)
def _segment(line: str) -> tuple[str, ...]:
    """The words of a line; remembered, since a question's are asked for by several that read it."""
    with _load_lock:
        segmenter = _segmenter()
    return tuple(segmenter(line))


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


def with_pairs(tokens: Sequence[str]) -> list[str]:
    """Tokens and each two neighbours as one: word order without knowing the words.

    >>> with_pairs(["don", "thu", "khieu"])
    ['don', 'thu', 'khieu', 'don_thu', 'thu_khieu']
    """
    return [*tokens, *(f"{first}_{second}" for first, second in pairwise(tokens))]


def longest_words(tokens: Sequence[str], is_word: Callable[[str], bool]) -> list[str]:
    """Join a question's syllables into the longest compounds that the library itself knows.

    A question is too short for the segmenter to be sure of: this way it splits as the passages do
    (nDCG@10 on 400 XQuAD questions .959, against .944 with underthesea), and without loading it.

    >>> longest_words(["thanh", "tra", "tỉnh"], {"thanh_tra"}.__contains__)
    ['thanh_tra', 'tỉnh']
    """
    found: list[str] = []
    at = 0
    while at < len(tokens):
        lengths = range(min(LONGEST_WORD, len(tokens) - at), 1, -1)
        length = next((size for size in lengths if is_word("_".join(tokens[at : at + size]))), 1)
        found.append("_".join(tokens[at : at + length]))
        at += length
    return found


def warm_words() -> None:
    """Load the word segmenter now (about a second), so that the first upload need not wait."""
    words("Ủy ban nhân dân tỉnh")
    _log.debug("word segmenter loaded")
