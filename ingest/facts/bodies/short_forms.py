"""The words of a body's name with its short forms spelled out: "GĐ SNV" is "giám đốc Sở Nội vụ".

In: a name as written or typed. Out: its words without marks and in lower case, by which names are compared.
"""

from __future__ import annotations

import re
from functools import cache

from ingest.facts.language.lexicon import read_table
from ingest.spelling import match_key, undiacritise

__all__ = ["in_full"]


@cache
def _short_forms() -> dict[str, tuple[str, str]]:
    """Short form (undiacritised, lower case) -> how it is spelled, long form (undiacritised, lower case)."""
    return {_fold(row[0]): (row[0], _fold(row[1])) for row in read_table("agencies.tsv") if len(row) > 1}


def _fold(name: str) -> str:
    """Lower case without marks; connectors and punctuation are no part of a name's identity."""
    words = re.sub(r"[^\w]+", " ", undiacritise(match_key(name))).split()
    return " ".join(word for word in words if word != "va")


def in_full(name: str) -> list[str]:
    """The words (undiacritised, lower case) with short forms spelled out, the longest stretch first.

    Two letters count only as spelled in the list: "TU" is Tỉnh ủy, but "tư" is a word.
    >>> " ".join(in_full("Giám đốc SNV; tư vấn"))
    'giam doc so noi vu tu van'
    """
    spelled = [word for word in re.sub(r"[^\w]+", " ", name).split() if undiacritise(word.lower()) != "va"]
    words = [undiacritise(match_key(word)) for word in spelled]
    out: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(6, len(words) - at), 0, -1):
            short = _short_forms().get(" ".join(words[at : at + length]))
            if short and (length > 1 or len(words[at]) > 2 or spelled[at] == short[0]):
                out.extend(short[1].split())
                at += length
                break
        else:
            out.append(words[at])
            at += 1
    return out
