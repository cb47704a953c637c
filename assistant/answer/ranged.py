"""Numbers by steps: "đóng 6 năm được bao nhiêu" is answered by the step "từ đủ 60 tháng đến dưới 84 tháng".

In: a question with a number and its measure. Out: the sentences whose range holds it, years turned into months
where the steps are told in months.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer.cite import Statement
from assistant.answer.evidence import score_units
from assistant.answer.passages import quote
from assistant.answer.short import short_answer
from assistant.answer.wording import clip
from assistant.knowledge import Knowledge, Unit
from assistant.question.naming import fold
from assistant.question.understand import Need

__all__ = ["answer_ranged", "holds"]

ENOUGH = 0.08
"""Steps hardly repeat the subject; their heading does."""
MOST = 2
BY_STEPS = 400
BARE = 60
"""Letters up to which a step says only its range."""
_STEP_RE = re.compile(r"(?i)\d[^.;]*(?:trở lên|(?:đến|tới)[^.;]*\d)|(?:trên|dưới|hơn)\s+\d")
_MEASURES = (
    "thang",
    "nam",
    "ngay",
    "gio",
    "diem",
    "tuoi",
    "nguoi",
    "ho",
    "km",
    "ha",
    "m2",
    "trieu",
    "ty",
    "%",
)
_NUMBER = r"\d+(?:[.,]\d+)*"
_ASKED_RE = re.compile(
    rf"\b(?:diem (?P<score>{_NUMBER})|(?P<number>{_NUMBER}) ?(?P<measure>{'|'.join(_MEASURES)}))(?!\w)"
)
_RANGE_RE = re.compile(
    rf"(?:tu )(?:du )?(?P<low>{_NUMBER}) ?(?P<one>[a-z%]+ )?(?:(?:den|toi) )(?P<open>duoi |can )?(?P<high>{_NUMBER})(?: ?(?P<measure>[a-z%]+))?"
)
_OVER_RE = re.compile(
    rf"(?:tu )?(?:du )?(?P<low>{_NUMBER}) ?(?P<measure>[a-z%]+)? tro len|(?:tren|hon) (?P<over>{_NUMBER}) ?(?P<measure2>[a-z%]+)?"
)
_UNDER_RE = re.compile(rf"(?:duoi|it hon) (?P<high>{_NUMBER}) ?(?P<measure>[a-z%]+)?")


def answer_ranged(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[list[Statement]]:
    """One answer for each of the best steps that hold the number asked about; [] where none is asked about."""
    asked = list(_asked(fold(need.original if need.follows else need.question)))
    if not asked:
        return []
    terms = tuple(term for term in need.terms if not term.text.isdigit())
    answers = []
    for scored in score_units(knowledge, knowledge.of("sentence", "row"), terms, plans, most=BY_STEPS)[
        :BY_STEPS
    ]:
        step = _own_step(scored.unit) if scored.coverage >= ENOUGH else ""
        if step and any(holds(step, *one) for one in asked):
            answers.append(_tell(scored.unit, need, knowledge))
        if len(answers) >= MOST:
            break
    return answers


def _own_step(unit: Unit) -> str:
    """The unit's words, or its heading's, that tell a step; "" where neither does."""
    return next((text for text in (unit.text, unit.heading) if _STEP_RE.search(text)), "")


def _tell(unit: Unit, need: Need, knowledge: Knowledge) -> list[Statement]:
    short = short_answer(unit, need, knowledge)
    head = [Statement(f"**{clip(short)}**", (unit,))] if short else []
    line = quote(unit, need, knowledge)
    if _own_step(unit) != unit.text:
        line = replace(line, text=f"{clip(unit.heading)}: {line.text}")
    lines = [line]
    # "Điểm từ 7 đến cận 8:" is a step whose worth stands in the next sentence, or in the one before.
    for at in (unit.at + 1, unit.at - 1):
        beside = knowledge.units[at] if 0 <= at < len(knowledge.units) else unit
        if len(unit.text) <= BARE and (beside.plan, beside.path) == (unit.plan, unit.path) and beside != unit:
            lines.append(quote(beside, need, knowledge))
    return [*head, *lines]


def _asked(folded: str) -> Iterator[tuple[float, str]]:
    """The numbers of a question that may fall into a step, with their measures."""
    for match in _ASKED_RE.finditer(folded):
        if match["score"]:
            yield _value(match["score"]), "diem"
        elif not re.search(r"(?:thang|nam|ngay|so|dieu|quy) $", folded[: match.start()]):
            yield _value(match["number"]), match["measure"]


def holds(text: str, value: float, measure: str) -> bool:
    """Whether a sentence tells a range in which this value lies.

    >>> holds("Từ đủ 60 tháng đến dưới 84 tháng: 2.400.000 đồng", 6, "nam")
    True
    >>> holds("Từ đủ 132 tháng trở lên", 10, "nam"), holds("điểm từ 8 đến cận 9", 8.5, "diem")
    (False, True)
    """
    folded = fold(text)
    for match in _RANGE_RE.finditer(folded):
        high = _value(match["high"])
        point = _turned(value, measure, match["measure"] or match["one"], folded)
        if (
            point is not None
            and _value(match["low"]) <= point
            and (point < high or (point == high and not match["open"]))
        ):
            return True
    rest = _RANGE_RE.sub(" ; ", folded)
    for match in _OVER_RE.finditer(rest):
        point = _turned(value, measure, match["measure"] or match["measure2"], folded)
        low = match["low"] or match["over"]
        if point is not None and (point > _value(low) or (match["low"] and point == _value(low))):
            return True
    for match in _UNDER_RE.finditer(rest):
        point = _turned(value, measure, match["measure"], folded)
        if point is not None and point < _value(match["high"]):
            return True
    return False


def _turned(value: float, measure: str, told: str | None, text: str) -> float | None:
    """The value in the measure of the step; None where the two measure different things."""
    told = (told or "").strip()
    if told == measure or (measure == "diem" and (not told or told not in _MEASURES) and "diem" in text):
        return value
    return 12 * value if (measure, told) == ("nam", "thang") else None


def _value(written: str) -> float:
    """Read "7,5" as 7.5 and "1.000" as 1000."""
    whole = re.sub(r"[.,](?=\d{3}(?!\d))", "", written)
    return float(whole.replace(",", "."))
