"""The numbered place of a document that a question names: "điểm a khoản 1 Điều 9", "mục 8 phần II", "mục III.2".

In: the question. Out: the paths that such a place may have in a plan (see ``Section.path``), the likeliest first; ()
where it names none. How parts are called and nested is that of Decree 30/2020/NĐ-CP: phần, chương, mục, điều, khoản, điểm.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.question.cues import cue_text
from ingest.spelling import match_key

__all__ = ["level_asked", "named_paths"]

_LEVELS = {
    "phan": 0, "part": 0, "chuong": 0, "chapter": 0, "muc": 1, "section": 1, "tieu muc": 2, "dieu": 3, "article": 3, "khoan": 4, "clause": 4,
    "diem": 5, "point": 5,
}  # fmt: skip
_MARKED = {word: word for word in _LEVELS} | {
    "phan": "phần", "chuong": "chương", "muc": "mục", "tieu muc": "tiểu mục", "dieu": "điều", "khoan": "khoản", "diem": "điểm",
}  # fmt: skip
_PLACE_RE = re.compile(
    rf"\b({'|'.join(sorted(_LEVELS, key=len, reverse=True))})\s+(?:so\s+|thu\s+)?\(?"
    r"([ivx]+(?:\.\d+)*(?:\.[a-z])?|\d+(?:\.\d+)*(?:\.[a-z])?|[a-zđ])\b\)?(?!,\d|\s*(?:%|phan tram|nam|trieu|ty|dong))"
)
_JOINT_RE = re.compile(r"\s*(?:,|cua|tai|thuoc|trong|o|of|in|-)?\s*")
_ATTACHED_RE = re.compile(
    r"\bquy (?:che|trinh)\b|\bphu luc\b|\b(?:ban hanh )?kem theo\b|\bannex\b|\bregulations?\b"
)
"""Folded: what is asked about is attached to the document and numbers its parts anew."""
_LETTERED = frozenset({5})
"""Levels of which a letter is the number; elsewhere a letter is a word."""
_LEVEL_ASKED_RE = re.compile(r"\b(muc|dieu|chuong|phan|phu luc) (?:so )?may\b")


def named_paths(question: str) -> tuple[str, ...]:
    """The paths of the first place named, parts that stand side by side being one place.

    >>> named_paths("điểm a khoản 1 Điều 9 quy định gì")[0], named_paths("Điều 9, khoản 1 nói gì")[0]
    ('Điều 9.1.a', 'Điều 9.1')
    >>> named_paths("mục 8 phần II dựa theo quyết định nào"), named_paths("muc iii.2 giao ai")[0]
    (('II.8', 'annex/II.8'), 'III.2')
    >>> named_paths("phần lớn các xã, mức 4"), named_paths("điểm đ khoản 2 Điều 3 của Quy chế")[0]
    ((), 'annex/Điều 3.2.đ')
    """
    folded, marked = cue_text(question), match_key(question)
    if len(folded) != len(marked):
        marked = folded
    run: list[tuple[int, str]] = []
    chapter, end = False, -1
    for match in _PLACE_RE.finditer(folded):
        if marked[slice(*match.span(1))] not in {match[1], _MARKED[match[1]]}:
            continue  # "mức 4" is no "mục 4"
        level, number = _LEVELS[match[1]], marked[slice(*match.span(2))]
        if len(number) == 1 and not number.isdigit() and number not in "ivx" and level not in _LETTERED:
            continue
        if run and not _JOINT_RE.fullmatch(folded, end, match.start()):
            break
        run.append((level, number))
        chapter, end = chapter or match[1] in {"chuong", "chapter"}, match.end()
    own = _paths(sorted(run), chapter=chapter)
    attached = tuple(f"annex/{path}" for path in own)
    return (*attached, *own) if _ATTACHED_RE.search(folded) else (*own, *attached)


def _paths(run: Sequence[tuple[int, str]], *, chapter: bool) -> tuple[str, ...]:
    if not run or run[0][0] in _LETTERED:
        return ()
    if chapter and len(run) == 1:
        return (f"Chương {run[0][1].upper()}",)
    joined = ".".join(number.upper() if re.fullmatch(r"[ivx]+", number) else number for _, number in run)
    head, dot, rest = joined.partition(".")
    joined = f"{head.upper()}{dot}{rest}"
    articles = [at for at, (level, _) in enumerate(run) if level == _LEVELS["dieu"]]
    if articles:
        own = ".".join(number for _, number in run[articles[0] :])
        return (f"Điều {own}", own)
    return (joined,)


def level_asked(question: str) -> str:
    """The level, folded, of the part whose number is asked for; "" where none is.

    >>> level_asked("Điều mấy nói về kinh phí?"), level_asked("Kinh phí bao nhiêu?")
    ('dieu', '')
    """
    match = _LEVEL_ASKED_RE.search(cue_text(question))
    return match[1] if match else ""
