"""Names of units that are the same in every province, and may hold verbs and commas: "Phòng Xây dựng, kiểm tra văn bản".

In: ``ingest/data/unit_names.tsv`` (head, name). Out: one anchored pattern. The grammar of names (``agency_grammar``) ends a
name before a verb or a comma; of a name that is known as a whole it must not.
"""

from __future__ import annotations

from itertools import groupby

from ingest.facts.language.lexicon import UPPER, alternatives, read_table

__all__ = ["STANDARD"]

_TEAMS = frozenset({"Đội", "Tổ"})
"""Heads whose names are written small as often as not ("tổ hòa giải")."""


def _flexible(words: str) -> str:
    r"""A comma may be left out, a dash be long or without spaces.

    >>> import re
    >>> re.fullmatch(_flexible(alternatives(["Kế hoạch - Tài chính"])), "Kế hoạch – Tài chính") is not None
    True
    """
    return words.replace(",", ",?").replace(r"\s+\-\s+", r"\s*[-–]\s*")


def _pattern() -> str:
    """The names by their heads; none that only begins a longer name ("Phòng Nghiệp vụ | Y").

    >>> import re
    >>> re.match(_pattern(), "Trung tâm Trợ giúp pháp lý nhà nước tổ chức")[0]
    'Trung tâm Trợ giúp pháp lý nhà nước'
    """
    heads = []
    for head, rows in groupby(sorted(read_table("unit_names.tsv")), key=lambda row: row[0]):
        names = _flexible(alternatives([name for _, name in rows]))
        capital = "" if head in _TEAMS else f"(?=[{UPPER}])"
        heads.append(rf"(?i:{head[0]}){alternatives([head[1:]])}\s+{capital}(?i:{names})")
    return rf"(?:{'|'.join(heads)})(?:\s+(?:số\s+)?\d{{1,2}}(?![\w/.,]))?(?!\w|\s+[-–]\s+[{UPPER}]|\s+(?:Y|Dược)(?!\w))"


STANDARD = _pattern()
"""Anchored at the head; ends where the name does."""
