"""The last touch: one space between words, none at edges, no empty line, no letters spaced out."""

from __future__ import annotations

import re

from ingest.repair.offsets import Edit, MappedText
from ingest.spelling import CAPITALS

__all__ = ["close_spaced_letters", "tidy_spaces"]

_EDGE_SPACE_RE = re.compile(
    r"^[ \f]+|[ \f]+$|(?<=[\t\u2028])[ \f]+|[ \f]+(?=[\t\u2028])|(?<= )[ \f]+|\f", re.MULTILINE
)
_EMPTY_LINE_RE = re.compile(r"\A\n+|\n{2,}|\n+\Z")
# "C Ộ N G   H Ò A": capitals, each alone; a wider gap parts two words. Small letters that stand alone are
# more often what a broken font has left of a word.
_SPACED_RE = re.compile(rf"(?<!\S)[{CAPITALS}](?:[ ]{{1,6}}[{CAPITALS}](?!\S)){{3,}}")
_GAP_RE = re.compile(r"[ ]+")


def tidy_spaces(text: MappedText) -> MappedText:
    r"""Leave one space between words and nothing at the edges of lines and cells.

    >>> tidy_spaces(MappedText.identity("  Sở   Nội vụ \n\n\nbáo cáo  ")).text
    'Sở Nội vụ\nbáo cáo'
    """
    text = text.replace(Edit(found.start(), found.end(), "") for found in _EDGE_SPACE_RE.finditer(text.text))
    whole = len(text.text)
    return text.replace(
        Edit(found.start(), found.end(), "\n" if found.start() > 0 and found.end() < whole else "")
        for found in _EMPTY_LINE_RE.finditer(text.text)
    )


def close_spaced_letters(text: MappedText) -> MappedText:
    r"""Close words whose letters stand apart for show; words are told by wider gaps.

    >>> close_spaced_letters(MappedText.identity("K Ế  H O Ạ C H\nnăm 2024")).text
    'KẾ HOẠCH\nnăm 2024'
    """
    edits = []
    for found in _SPACED_RE.finditer(text.text):
        for space in _GAP_RE.finditer(found[0]):
            start = found.start() + space.start()
            edits.append(Edit(start, start + len(space[0]), " " if len(space[0]) > 1 else ""))
    return text.replace(edits)
