"""The words of a body's name with its short forms spelled out: "GĐ SNV" is "giám đốc Sở Nội vụ".

In: a name as written or typed. Out: its words without marks and in lower case, by which names are compared.
"""

from __future__ import annotations

import re
from functools import cache

from ingest.facts.language.lexicon import read_table
from ingest.spelling import match_key, undiacritise

__all__ = ["in_full", "written_forms"]


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


@cache
def written_forms(name: str) -> tuple[str, ...]:
    """The ways to write a name (a key, as is each of them) with its short and its long forms.

    >>> written_forms("hội liên hiệp phụ nữ")
    ('hội liên hiệp phụ nữ', 'hpn', 'hội phụ nữ', 'hội lhpn', 'hlhpn')
    >>> "hội liên hiệp phụ nữ" in written_forms("hội lhpn"), written_forms("trường mầm non")
    (True, ('trường mầm non',))
    """
    pairs = [(match_key(row[0]), match_key(row[1])) for row in read_table("agencies.tsv") if len(row) > 1]
    longest = sorted(pairs, key=lambda pair: -len(pair[0]))
    full = next((_instead(name, *pair) for pair in longest if _instead(name, *pair) != name), name)
    return tuple(dict.fromkeys((full, *(_instead(full, long, short) for short, long in pairs), name)))


def _instead(name: str, words: str, others: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", others, name)
