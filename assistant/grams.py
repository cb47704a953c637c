"""Words and pairs of words, by which questions and plans are matched.

A text's short forms count as what they stand for: "TỔNG THU NSNN" is found by "tổng thu ngân sách".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from ingest.spelling import match_key, undiacritise
from vectorstore.lexicon import load_lexicon

__all__ = ["gram_set", "ngrams", "tokens"]

Shorts = tuple[tuple[str, str], ...]
"""Short forms and what they stand for."""
_TOKEN_RE = re.compile(r"\w+")
_SHORT_RE = re.compile(r"(?<![\w/-])[A-ZĐ][A-ZĐ&]{1,9}(?![\w/-])")
"""Letters that are no part of a document's symbol ("235/KH-UBND")."""


def tokens(text: str) -> list[str]:
    """Split into lower-case words with one tone placement; symbols fall into their parts.

    >>> tokens("Kế hoạch số 235/KH-UBND")
    ['kế', 'hoạch', 'số', '235', 'kh', 'ubnd']
    """
    return _TOKEN_RE.findall(match_key(text))


def ngrams(words: Sequence[str]) -> list[str]:
    """Words and pairs of neighbours.

    >>> ngrams(["đơn", "thư"])
    ['đơn', 'thư', 'đơn thư']
    """
    return [*words, *(f"{a} {b}" for a, b in itertools.pairwise(words))]


@lru_cache(maxsize=8192)
def gram_set(text: str, own: Shorts = ()) -> frozenset[str]:
    """Words and pairs, with marks and without: a question may come either way.

    Short forms count as what they stand for too, by the document's ``own`` list or the lexicon where it knows one meaning.
    >>> "ngân sách" in gram_set("TỔNG THU NSNN"), "dân chủ" in gram_set("việc thực hiện QCDC")
    (True, False)
    >>> "dân chủ" in gram_set("việc thực hiện QCDC", (("QCDC", "quy chế dân chủ"),))
    True
    """
    found: set[str] = set()
    for spelt in {text, _spelt_out(text, own)}:
        words = tokens(spelt)
        found.update(ngrams(words), ngrams(undiacritise(" ".join(words)).split(" ")))
    return frozenset(found) - {""}


def _spelt_out(text: str, own: Shorts) -> str:
    """The text with its short forms written out; letters that may be a word in capitals are left alone.

    So are names: bodies are compared as such, and the words of "Ủy ban nhân dân" are in every line.
    """
    meanings = dict(own)

    def long(short: re.Match[str]) -> str:
        known = load_lexicon().spell_out(short[0].lower())
        meaning = meanings.get(short[0]) or (known[0] if len(known) == 1 else "")
        return meaning if meaning[:1].islower() else short[0]

    return _SHORT_RE.sub(long, text)
