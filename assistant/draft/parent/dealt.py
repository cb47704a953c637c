"""A sentence that deals out figures by kinds of bodies: "Số hóa hiện vật: Bảo tàng tỉnh trên 60%; các nhà truyền thống trên 30%".

In: the sentence and the profile. Out: what of it is the unit's, and where the others' figures stand, each with its label.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.draft.parent.binding import is_plural, reach_of
from assistant.draft.unit.natures import natures_of
from assistant.draft.unit.profile import UnitProfile
from ingest.facts.bodies.agencies import find_agencies
from ingest.facts.bodies.loose import BODY_WORD_RE
from ingest.facts.language.verbs import starts_predicate
from ingest.plan import Range

__all__ = ["Dealt", "deal_out", "is_body"]

_BOUND = r"(?:tối thiểu|ít nhất|trên|dưới|từ|đạt|khoảng|không thấp hơn|không dưới|không quá|bằng|là|phấn đấu)"
# "các phường trên 90%", "chi hội: kết nạp 5 hội viên"; a day is no figure.
_SHARE_RE = re.compile(
    rf"(?:[Đđ]ối với )?(?P<label>[^\d\s:;.,%][^\d:;.%]{{2,60}}?)(?::\s+(?=[^:]*\d)|\s+(?=(?:{_BOUND}\s+)*\d(?!\d?/)))"
)
_HEAD_RE = re.compile(r"[^:;]*\w:\s+")
_CHUNK_RE = re.compile(r"[^,;]*(?:(?<=\d),(?=\d)[^,;]*)*[,;]?")
_OF_LEVEL_RE = re.compile(r"\s(?:tỉnh|thành phố|trung ương)$")
_DONE_RE = re.compile(r"\s(?:được|bị)(?!\w)")


@dataclass(frozen=True, slots=True)
class Dealt:
    """What is the unit's of a sentence that deals out figures."""

    own: str
    """Its head and the unit's figures, without the label."""
    others: tuple[tuple[Range, str], ...]
    """Where others' figures stand in the text, each with its label."""


@dataclass(slots=True)
class _Share:
    start: int
    label: str
    said: int
    """Where the figure's own words begin."""
    end: int


def is_body(label: str, *, opens: bool) -> bool:
    """Whether a label names a body or a kind of bodies, not what is counted; ``opens``: it opens the sentence.

    >>> [is_body(label, opens=False) for label in ("trạm y tế", "các phường", "Bảo tàng tỉnh", "tỷ lệ hộ nghèo", "các xã rà soát")]
    [True, True, True, False, False]
    """
    acts = any(starts_predicate(label, word.start()) for word in re.finditer(r"(?<=\s)[^\W\dA-ZĐ]", label))
    if acts or _DONE_RE.search(label):
        return False
    named = not opens and label[:1].isupper()
    told = is_plural(label) or BODY_WORD_RE.match(label) or _OF_LEVEL_RE.search(label) or natures_of(label)
    return named or bool(told) or any(not a.start for a in find_agencies(label))


def _share_at(text: str, at: int, end: int, first: int) -> tuple[str, re.Match[str]] | None:
    """A figure with its label at a place, and what stands before both; ``first``: where the sentence begins."""
    told = _HEAD_RE.match(text, at, end) if at == first else None
    for head in ("", told[0]) if told else ("",):
        share = _SHARE_RE.match(text, at + len(head), end)
        if share and is_body(share["label"], opens=share.start() == first):
            return head, share
    return None


def _shares(text: str, spot: Range) -> tuple[str, list[_Share]]:
    """The head of a sentence and the figures that it deals out up to its end; none where another thing stands between."""
    head, found, start = "", list[_Share](), spot.start
    for chunk in _CHUNK_RE.finditer(text, spot.start, spot.end):
        if told := _share_at(text, start, chunk.end(), spot.start):
            head = head or told[0]
            found.append(_Share(told[1].start(), told[1]["label"], told[1].end(), chunk.end()))
        elif found and re.search(r"\w", chunk[0]):
            if text[found[-1].end - 1] == ";":
                return "", []
            found[-1].end = chunk.end()
        elif not found and chunk.end() < spot.end:
            continue
        start = chunk.end() + len(text[chunk.end() :]) - len(text[chunk.end() :].lstrip())
    return head, found


def deal_out(text: str, spot: Range, profile: UnitProfile) -> Dealt | None:
    """Part a sentence that gives figures to several kinds of bodies, of which the unit is of one; None where it does not.

    >>> told = "Số hóa hiện vật: các bảo tàng trên 60%; các trường học trên 30%, tăng 5% so với năm trước."
    >>> dealt = deal_out(told, Range(0, len(told)), UnitProfile("Trường THCS A", "school"))
    >>> dealt.own, [label for _, label in dealt.others]
    ('Số hóa hiện vật: trên 30%, tăng 5% so với năm trước', ['các bảo tàng'])
    """
    head, shares = _shares(text, spot)
    mine = [s for s in shares if reach_of(s.label, profile, collective=is_plural(s.label))]
    # "Mỗi xã trồng 5 ha quế": without a head the words before the figure may hold a verb.
    told = (
        head or text[: spot.start].rstrip().endswith(":") or all(":" in text[s.start : s.said] for s in mine)
    )
    if not (told and 0 < len(mine) < len(shares)):
        return None
    own = head + "; ".join(text[s.said : s.end].strip(" ,;.") for s in mine)
    others = tuple((Range(s.start, s.end), s.label) for s in shares if s not in mine)
    return Dealt(own[:1].upper() + own[1:], others)
