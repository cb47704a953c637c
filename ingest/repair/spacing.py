"""The last touch: one space between words, none at edges, no empty line, no letters spaced out."""

from __future__ import annotations

import re

from ingest.repair.offsets import Edit, MappedText

__all__ = ["close_spaced_letters", "tidy_spaces"]

_EDGE_SPACE_RE = re.compile(r"^[ \f]+|[ \f]+$|(?<=[\t\u2028])[ \f]+|[ \f]+(?=[\t\u2028])|(?<= )[ \f]+|\f", re.MULTILINE)
_EMPTY_LINE_RE = re.compile(r"\A\n+|\n{2,}|\n+\Z")
# "C Ộ N G   H Ò A": at least four letters, each alone, between single spaces; words are further apart.
_SPACED_RE = re.compile(r"(?<![^\s])(?:[^\W\d_]{1,2}[ ]){3,}[^\W\d_]{1,2}(?:[ ]{2,}(?:[^\W\d_][ ])+[^\W\d_])*(?![^\s])")


def tidy_spaces(text: MappedText) -> MappedText:
    """Leave one space between words and nothing at the edges of lines and cells.

    >>> tidy_spaces(MappedText.identity("  Sở   Nội vụ \\n\\n\\nbáo cáo  ")).text
    'Sở Nội vụ\\nbáo cáo'
    """
    text = text.replace(Edit(found.start(), found.end(), "") for found in _EDGE_SPACE_RE.finditer(text.text))
    whole = len(text.text)
    return text.replace(
        Edit(found.start(), found.end(), "\n" if 0 < found.start() and found.end() < whole else "")
        for found in _EMPTY_LINE_RE.finditer(text.text)
    )


def close_spaced_letters(text: MappedText) -> MappedText:
    """Close words whose letters stand apart for show; words are told by wider gaps.

    >>> close_spaced_letters(MappedText.identity("K Ế  H O Ạ C H\\nnăm 2024")).text
    'KẾ HOẠCH\\nnăm 2024'
    """
    edits = []
    for found in re.finditer(r"(?<!\S)[^\W\d_](?:[ ]{1,6}[^\W\d_](?!\S)){3,}", text.text):
        for space in re.finditer(r"[ ]+", found[0]):
            start = found.start() + space.start()
            edits.append(Edit(start, start + len(space[0]), " " if len(space[0]) > 1 else ""))
    return text.replace(edits)
