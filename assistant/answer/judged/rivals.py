"""How a candidate stands to the others of its question where a definite thing is asked: features of the judge.

Which place a question is about and what that place tells of it are two things. A place that meets the question best
and leaves out what is asked (who, when, how many) is told of best by the reading that says so; the bare passage of
the same place says nothing, and a value from a place that meets the question less answers another question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.candidates import Candidate
from assistant.knowledge import Unit
from assistant.question.cues import cue_text
from assistant.question.sort import asked_sort, asks_day
from ingest.facts.bodies.agencies import find_agencies
from ingest.facts.language.patterns import DATE_RE

__all__ = ["rivalry"]

Row = dict[str, float]
_OF_TOLD = (
    "asked_not_told misfit share_and_is counts_the_noun other_noun digits_asked_not_told "
    "fits bold_has_number value_lacking"
).split()
"""Features of what stands in bold, which say nothing of an answer that says that nothing stands there."""
FEW = 4
"""Units up to which a candidate stands on one place; more meet a question by their number."""
_SLOTS = frozenset({"who", "when", "number"})


def rivalry(candidates: Sequence[Candidate], rows: Sequence[Row]) -> list[Row]:
    """For each candidate (its other features in ``rows``) how far it is before or behind its rivals.

    ``open`` candidates say that the place leaves the asked thing out. Of them it is told how far their place meets the
    question beyond the best place that tells a fitting value, or behind it; of those that tell none, whether their
    place is one that is known to leave the thing out.
    """
    sorts = [asked_sort(candidate.need) for candidate in candidates]
    opens = [_is_open(candidate) for candidate in candidates]
    nearness = [(row.get("soft_own", 0.0) + row.get("soft_whole", 0.0)) / 2 for row in rows]
    tells = [
        not left and _few(candidate) and _tells(candidate, row, sort)
        for candidate, row, left, sort in zip(candidates, rows, opens, sorts, strict=True)
    ]
    told = [near for near, one in zip(nearness, tells, strict=True) if one]
    left = [near for near, one in zip(nearness, opens, strict=True) if one]
    hints = [one and _hinted(c, sort) for c, one, sort in zip(candidates, opens, sorts, strict=True)]
    bare: dict[tuple[str, int, int], float] = {}
    for candidate, one, hinted in zip(candidates, opens, hints, strict=True):
        for place in _places(candidate) if one else ():
            bare[place] = max(bare.get(place, 0.0), 0.5 if hinted else 1.0)
    found: list[Row] = []
    for candidate, before, near, one, telling, likely in zip(
        candidates, rows, nearness, opens, tells, hints, strict=True
    ):
        row: Row = {}
        if one:
            ahead = near - max(told, default=0.0)
            gap = "**" in candidate.statements[0].text
            hinted = likely and not gap
            row = {name: 0.0 for name in _OF_TOLD if name in before} | {
                "open_behind": max(-ahead, 0.0),
                "open_after_open": max(left) - near,
                "open_but_hinted": float(hinted),
                "open_ahead_unhinted": 0.0 if hinted else max(ahead, 0.0),
                "open_best_unhinted": float(not hinted and ahead >= 0),
                "open_gap": float(gap),
            }
        elif left and not telling:
            known = max((bare.get(place, 0.0) for place in _places(candidate)), default=0.0)
            row = {
                "bare_of_open": float(_few(candidate) and known > 0),
                "bare_of_unhinted": float(_few(candidate) and known > 0.5),
            }
        found.append(row)
    return found


def _is_open(candidate: Candidate) -> bool:
    """Whether it says that its place leaves the asked thing out; the form's head and foot are no place on a subject."""
    first = candidate.statements[0]
    left_open = first.left_open and candidate.source != "identity"
    return candidate.source == "untold" or first.refuses or left_open


def _tells(candidate: Candidate, row: Row, sort: str) -> bool:
    """Whether a value of the sort asked for is told; any in bold where no certain sort is asked for."""
    return row["fits"] > 0 if sort in _SLOTS else "**" in candidate.statements[0].text


def _few(candidate: Candidate) -> bool:
    return len(_places(candidate)) <= FEW


def _places(candidate: Candidate) -> set[tuple[str, int, int]]:
    return {(u.plan, u.span.start, u.span.end) for s in candidate.statements for u in s.units}


def _place(candidate: Candidate) -> Unit:
    return next(unit for statement in candidate.statements for unit in statement.units)


_DAY_RE = re.compile(r"\d{1,2}/\d|(?i:ngày) \d|\d{1,2} tháng \d")
_TIME_RE = re.compile(
    r"(?i)\d{1,2}/\d|\d ?(?:phút|h|giờ|ngày|tuần|tháng|năm)(?!\w)|(?<!\w)(?:tháng|quý|tuần|ngày|hằng|hàng|định kỳ|thường xuyên|thời gian|thời hạn|giai đoạn|năm \d)(?!\w)"
)
_AMOUNT_RE = re.compile(r"\d|(?<!\w)(?:[IVX]+|(?i:một|hai|ba|bốn|sáu|bảy|tám|chín|mười))(?!\w)")
_LABEL_RE = re.compile(r"^\W*(?:\d+(?:\.\d+)*|[a-zđ])[.)]")


def _hinted(candidate: Candidate, sort: str) -> bool:
    """Whether its place has something of the sort asked for after all: then it may be told in words not understood."""
    unit = _place(candidate)
    text = unit.text
    if sort == "who":
        known = candidate.need.agency_key
        return any(agency.key != known for agency in find_agencies(f"{unit.heading}. {text}"))
    if sort == "when" and asks_day(cue_text(candidate.need.question)):
        return _DAY_RE.search(text) is not None
    if sort == "when":
        return _TIME_RE.search(DATE_RE.sub(" ", text)) is not None or DATE_RE.search(text) is not None
    return _AMOUNT_RE.search(_LABEL_RE.sub(" ", DATE_RE.sub(" ", text))) is not None
