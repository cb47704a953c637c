"""A follow-up asked of the very place that the last answer came from, and of what stands beside it.

The place is found by the words of the last question and answer together. "Hạn khi nào?", "nộp cho ai?" are read
off it or its neighbours; "thế đợt 2?", "nếu trên 11 năm?" are looked for among its neighbours by their own words.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.cite import Statement
from assistant.answer.evidence.short import short_answer
from assistant.answer.evidence.units import by_plan, coverage
from assistant.answer.kinds.parts import column_label, tell_parts
from assistant.answer.kinds.quoted import quote
from assistant.answer.kinds.rest_of_item import plain_words
from assistant.answer.wording import clip
from assistant.grams import gram_set
from assistant.knowledge import Knowledge, Unit
from assistant.question.last_place import last_places
from assistant.question.parts import asked_parts
from assistant.question.turned import ENOUGH, content_words, table_of
from assistant.question.understand import Need
from assistant.question.whole import said_thing

__all__ = ["answer_followed"]

MOST = 3
AROUND = 12
"""Sentences and rows on either side that belong to the place."""
SAYS = 0.35
"""Share of the follow-up's own words from which a neighbour is about them."""


def answer_followed(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[list[Statement]]:
    """Answers from around the place of the last one; [] for a question that does not follow."""
    anchors = last_places(need.last, knowledge, plans) if need.follows and need.last else []
    if not anchors:
        return []
    anchor = anchors[0]
    around = _around(anchor, knowledge)
    answers = [told for place in anchors if (told := _same_column(place, need, knowledge))][:1]
    if need.said:
        share = {
            unit.at: coverage(need.said, knowledge.grams[unit.at], gram_set(unit.near)) for unit in around
        }
        said = sorted((u for u in around if share[u.at] >= SAYS), key=lambda unit: -share[unit.at])
        around = said or [anchor]  # "quý mấy phải xong" says nothing but what is asked
    parts = asked_parts(need.original) or asked_parts(need.question)
    for unit in around:
        told = _tell(unit, need, knowledge, parts)
        if told:
            answers.append(told)
        if len(answers) >= MOST:
            break
    return answers


def _tell(unit: Unit, need: Need, knowledge: Knowledge, parts: Sequence[str]) -> list[Statement]:
    """What this unit says of the parts asked; of no part, the unit itself where the follow-up names something."""
    if parts:
        told = tell_parts(unit, need, knowledge, parts, alone=True)
        # What the follow-up names is told where it stands: its neighbours tell of other things.
        if told and not (need.said and unit.kind == "sentence" and len(told[0].units) > 1):
            return told
    elif short := short_answer(unit, need, knowledge):
        return [Statement(f"**{clip(short)}**", (unit,)), quote(unit, need, knowledge)]
    return [quote(unit, need, knowledge)] if need.said and unit.kind in {"sentence", "row"} else []


def _same_column(anchor: Unit, need: Need, knowledge: Knowledge) -> list[Statement]:
    """What the one other row that the follow-up names tells in the column of the last answer; [] where it asks for another."""
    table, said = table_of(anchor, knowledge), said_thing(need.asked)
    words = content_words(said.thing)
    if table is None or not words or asked_parts(said.asks):
        return []
    own = next(row for row in table.rows if row.span == anchor.span)
    last = f" {plain_words(need.last)} "
    for at in range(len(own.cells)):
        shares = [
            len(words & content_words(row.cells[at])) / len(words) if row is not own else 0.0
            for row in table.rows
        ]
        if max(shares) < ENOUGH or shares.count(max(shares)) > 1 or words <= content_words(own.cells[at]):
            continue
        row = table.rows[shares.index(max(shares))]
        told = [c for c, cell in enumerate(own.cells) if c != at and f" {plain_words(cell)} " in last]
        column = max(told, key=lambda c: len(own.cells[c]), default=None)
        units = (unit for unit in by_plan(knowledge).get(("row", anchor.plan), ()) if unit.span == row.span)
        if column is not None and row.cells[column] and (unit := next(units, None)):
            head = f"{column_label(table.header[column], need.language)}: **{clip(row.cells[column])}**"
            return [Statement(head, (unit,)), quote(unit, need, knowledge)]
    return []


def _around(anchor: Unit, knowledge: Knowledge) -> list[Unit]:
    """The place itself, then what stands near it in the same plan, the nearest first."""
    near = range(max(0, anchor.at - AROUND), min(len(knowledge.units), anchor.at + AROUND + 1))
    units = [knowledge.units[at] for at in near]
    own = [u for u in units if u.plan == anchor.plan and u.kind == anchor.kind]
    return sorted(own, key=lambda unit: (unit.path != anchor.path, abs(unit.at - anchor.at)))
