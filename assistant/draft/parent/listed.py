"""A list of cases or contents is one with the line that opens it: "Hồ sơ gồm: a) ... b) ...", "trong các trường hợp sau: ...".

In: the line that opens a list with the lines beneath it, and the numbered paragraphs of a draft. Out: whether the list is
of cases or contents, which stay or go whole; the paragraphs that are the items of a line. Such items are no tasks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.draft.model import Paragraph
from ingest.facts.language.permits import lists_things
from ingest.facts.tasks.roles import find_predicate, read_subject

__all__ = ["items_below", "lists_contents", "stays_whole"]

# What is told of a case says nothing of who acts, whatever bodies stand in it; a file or a team may be what bodies do.
_CASES_RE = re.compile(r"(?i)(?:trường hợp|điều kiện|hành vi)(?!\w)[^:;.]{0,20}:$")
_CHARGES_RE = re.compile(
    r"(?i)(?<!\w)(?:chủ trì|có trách nhiệm|chịu trách nhiệm|phối hợp|trước ngày|chậm nhất)(?!\w)"
)

_NAME = 25
"""Words of the longest item that only names something."""


def stays_whole(opening: str, items: Iterable[str]) -> bool:
    """Whether the items beneath a line are cases or contents that stay with it, whole.

    >>> stays_whole("Công khai trong các trường hợp sau:", ["Cơ quan tuyển dụng thay đổi chỉ tiêu"])
    True
    >>> stays_whole("Hồ sơ gồm:", ["Bản kê", "Sở Y tế lập bản đồ"]), stays_whole("Nhiệm vụ gồm:", ["Hồ sơ"])
    (False, False)
    """
    words, told = opening.rstrip(" *\n"), tuple(items)
    acting = [item for item in told if read_subject(item, 0, len(item))]
    if not lists_things(words) or any(_CHARGES_RE.search(item) for item in acting):
        return False
    return not acting or _CASES_RE.search(words) is not None


def lists_contents(opening: str, items: Iterable[str]) -> bool:
    """Whether none of a line's items is a task of its own, so that the line is the task and they are what it is about.

    >>> lists_contents("Kiểm tra:", ["Hồ sơ xe", "Bình chữa cháy"]), lists_contents("Trọng tâm:", ["Rà soát hộ nghèo"])
    (True, False)
    """
    told = [item for item in items if item]
    if stays_whole(opening, told):
        return True
    return all(
        len(item.split()) <= _NAME
        and find_predicate(item, 0, len(item)) is None
        and read_subject(item, 0, len(item)) is None
        for item in told
    )


def items_below(paragraphs: Sequence[Paragraph], place: int) -> list[Paragraph]:
    """The paragraphs that are the items of one ending in a colon; empty where it opens no list.

    They stand deeper; beneath a line without a number also beside it.
    """
    opening = paragraphs[place]
    if not opening.text.rstrip().endswith(":") or opening.kind == "heading":
        return []
    found: list[Paragraph] = []
    beside = not opening.label
    for one in paragraphs[place + 1 :]:
        deeper = one.level > opening.level
        if one.kind == "heading" or not (deeper or (beside and one.level == opening.level and one.label)):
            break
        found.append(one)
    return found
