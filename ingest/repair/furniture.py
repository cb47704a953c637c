"""What belongs to the page and not to the text: page numbers, bare addresses, rules."""

from __future__ import annotations

import re

from ingest.repair.markup import plain
from ingest.repair.offsets import Edit, MappedText

__all__ = ["drop_furniture"]

_RULE_RE = re.compile(r"[-_=*~─—–.\s\\]{3,}|[-_=─—–*]{2,}|\*")
_URL_RE = re.compile(r"(?:https?://|www\.)\S+", re.I)
_PAGE_RE = re.compile(r"(?:[Tt]rang\s*)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*/\s*\d{1,4})?")


def drop_furniture(text: MappedText) -> MappedText:
    """Empty the lines that no reader would read aloud.

    >>> drop_furniture(MappedText.identity("TỈNH SƠN HÀ\\n-------\\nhttps://sonha.vn/a\\n- 12 -\\nxong")).text
    'TỈNH SƠN HÀ\\n\\n\\n\\nxong'
    """
    edits = []
    at = 0
    for line in text.text.split("\n"):
        words = plain(line)
        if (
            "\t" not in line
            and words
            and (_RULE_RE.fullmatch(words) or _URL_RE.fullmatch(words) or _PAGE_RE.fullmatch(words))
        ):
            edits.append(Edit(at, at + len(line), ""))
        at += len(line) + 1
    return text.replace(edits)
