"""Sentences and clauses of a block of clean text, with offsets.

A sentence ends at a full stop (or ! ? …) before a capital or at the end of the block; a clause ends at a
semicolon. Nothing is cut inside quotation marks or brackets, nor after usual short forms ("TT. Tỉnh ủy").
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.facts.language.lexicon import UPPER
from ingest.plan import Range
from ingest.spelling import spaced_re

__all__ = ["split_clauses", "split_sentences", "strip_label"]

_END_RE = re.compile(rf"(?:[.!?…]+|\.{{3}})[”\"’)]*(?=\s+[“\"‘(]?[{UPPER}\d])|[.!?…]+(?=\s*$)|[;:]?\u2028")
# A lone letter or a lone number of a list; but "đợt 1." ends a sentence.
_SHORT_RE = re.compile(
    r"(?<!\w)(?:TT|TM|KT|TL|TP|Tp|Th\.?S|TS|PGS|GS|tr|số|Số|St|Mr|v\.v|vv|No|(?<!/)(?<!\d\s)(?:[^\W\d]|(?<![^\W\d]\s)\d))\.$"
)
# "mục III. Phát triển chợ của Kế hoạch này": the title of a part behind its number is no new sentence.
_TITLED_RE = re.compile(
    r"(?<!\w)(?:[mM]ục|[pP]hần) [IVX]+(?P<stop>\.)\s+[^.;:]{3,150}?\s(?:của )?(?:Kế hoạch|Chương trình|Đề án|Quyết định|Chỉ thị|Nghị quyết) này(?!\w)"
)
_LABEL_RE = spaced_re(
    r"\s*[“\"]?(?:(?:Điều|Phần|Mục|Chương) (?:\d+[a-zđ]?|[IVXLC]+)\s*[.:]?\s*|[IVXLC]{1,6}\s*[.)\-–]\s*|\d{1,2}(?:\.\d{1,2}){0,3}\s*[.)\-–] |\d{1,2}(?:\.\d{1,2}){1,3} "
    r"|\d{1,2}(?:\.\d{1,2}){0,3}\s*\[…\]\s*|[a-zđ]\d?\s*[.)]\s*|\(\d{1,2}\)\s*|[-–+*•●▪o◦✓] |[-–+*•](?=\S))"
)


def strip_label(text: str) -> int:
    """Return how many letters the block's own label takes ("3. ", "a) ", "- "), also in what an amendment quotes ("“3. ").

    >>> strip_label("3. Thanh tra tỉnh chủ trì"), strip_label("- Chủ trì"), strip_label("100% cơ quan")
    (3, 2, 0)
    """
    match = _LABEL_RE.match(text)
    return match.end() if match else 0


@lru_cache(maxsize=256)
def _depths(text: str) -> list[bool]:
    """Tell for each letter whether it stands inside brackets or curly quotation marks."""
    inside: list[bool] = []
    depth = 0
    for at, letter in enumerate(text):
        # A mark that opens the line quotes what an amendment sets: whole sentences.
        if letter in "(“[" and at:
            depth += 1
        inside.append(depth > 0)
        if letter in ")”]":
            depth = max(0, depth - 1)
    # An opening mark that is never closed must not hide the rest.
    return inside if depth == 0 else [False] * len(text)


def _trim(text: str, start: int, end: int) -> Range:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Range(start, end)


@lru_cache(maxsize=256)
def split_sentences(text: str) -> tuple[Range, ...]:
    """Cut a block into sentences.

    >>> text = "Sở Nội vụ chủ trì. Định kỳ báo cáo UBND tỉnh (qua TT. Tỉnh ủy)."
    >>> [text[r.start : r.end] for r in split_sentences(text)]
    ['Sở Nội vụ chủ trì.', 'Định kỳ báo cáo UBND tỉnh (qua TT. Tỉnh ủy).']
    >>> len(split_sentences("Mở lớp trong tháng 6. Báo cáo UBND xã."))
    2
    >>> len(split_sentences("Căn cứ mục III. Phát triển chợ của Kế hoạch này, rà soát chợ."))
    1
    """
    inside = _depths(text)
    titled = {match.start("stop") for match in _TITLED_RE.finditer(text)}
    found: list[Range] = []
    start = 0
    for match in _END_RE.finditer(text):
        if (
            match.start() in titled
            or inside[match.start()]
            or _SHORT_RE.search(text, max(0, match.start() - 5), match.start() + 1)
        ):
            continue
        found.append(_trim(text, start, match.end()))
        start = match.end()
    found.append(_trim(text, start, len(text)))
    return tuple(sentence for sentence in found if sentence.end > sentence.start)


def split_clauses(text: str, sentence: Range) -> tuple[Range, ...]:
    """Cut a sentence at its semicolons."""
    inside = _depths(text[sentence.start : sentence.end])
    found: list[Range] = []
    start = sentence.start
    for at in range(sentence.start, sentence.end):
        if text[at] == ";" and not inside[at - sentence.start]:
            found.append(_trim(text, start, at))
            start = at + 1
    found.append(_trim(text, start, sentence.end))
    return tuple(clause for clause in found if clause.end > clause.start)
