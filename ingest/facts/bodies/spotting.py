"""Agencies in a question, however it is typed: short forms, no capitals, no marks ("so noi vu", "snv").

In: a question. Out: mentions with offsets, found by the known names of ``ingest/data``, the longest first; a
word of level after the name ("tỉnh", "huyện ủy") belongs to it. For plans' own text use ``find_agencies``.
"""

from __future__ import annotations

import re
from functools import cache

from ingest.facts.bodies.agencies import Agency
from ingest.facts.language.lexicon import read_list, read_table
from ingest.spelling import match_key, undiacritise

__all__ = ["spot_agencies"]

_WORD_RE = re.compile(r"[^\W_]+")
_LEVELS = (
    "tinh uy",
    "huyen uy",
    "thanh uy",
    "dang uy",
    "thanh pho",
    "thi xa",
    "dac khu",
    "trung uong",
    "tinh",
    "huyen",
    "xa",
    "phuong",
    "so",
)
_LONGEST_NAME = 12
"""Words in the longest known name."""


def _fold(words: str) -> str:
    return " ".join(undiacritise(match_key(word)) for word in _WORD_RE.findall(words))


@cache
def _names() -> dict[str, str]:
    """Folded name -> how it is spelled."""
    names = {_fold(cell): cell for row in read_table("agencies.tsv") if row[2] != "level" for cell in row[:2]}
    for short, long, kind, *_ in read_table("agencies.tsv"):
        if kind == "union" and not long.startswith(("Hội", "Liên đoàn", "Liên minh", "Đoàn")):
            names |= {_fold(f"Hội {cell}"): f"Hội {cell}" for cell in (short, long)}
    for field in read_list("agency_fields.txt"):
        names.update({_fold(f"{head} {field}"): f"{head} {field}" for head in ("Sở", "Phòng", "Bộ")})
    names.update(
        {
            _fold(name): name
            for name in (
                "Công an",
                "Thanh tra",
                "Văn phòng UBND",
                "Hội Nông dân",
                "Huyện đoàn",
                "Tỉnh đoàn",
                "Đoàn Thanh niên",
            )
        }
    )
    return names


def _known(words: list[str], spelled: list[str]) -> bool:
    """Tell whether these words are a known name; two letters count only as spelled in the list."""
    name = _names().get(" ".join(words))
    return name is not None and (len(words) > 1 or len(words[0]) > 2 or spelled[0] == name)


def spot_agencies(question: str) -> tuple[Agency, ...]:
    """Find the agencies that a question names, with or without marks and capitals.

    >>> [a.name for a in spot_agencies("so noi vu phoi hop voi ai?")], [a.name for a in spot_agencies("SNV, thanh tra tinh")]
    (['so noi vu'], ['SNV', 'thanh tra tinh'])
    >>> [a.name for a in spot_agencies("hội ccb huyện làm gì")]
    ['hội ccb huyện']
    """
    tokens = list(_WORD_RE.finditer(question))
    spelled = [token[0] for token in tokens]
    words = [undiacritise(match_key(word)) for word in spelled]
    found: list[Agency] = []
    at = 0
    while at < len(words):
        length = next(
            (
                n
                for n in range(min(_LONGEST_NAME, len(words) - at), 0, -1)
                if _known(words[at : at + n], spelled[at:])
            ),
            0,
        )
        if not length:
            at += 1
            continue
        end = at + length
        for level in _LEVELS:
            size = len(level.split())
            if " ".join(words[end : end + size]) == level:
                end += size
                break
        found.append(
            Agency(
                question[tokens[at].start() : tokens[end - 1].end()],
                tokens[at].start(),
                tokens[end - 1].end(),
            )
        )
        at = end
    return tuple(found)
