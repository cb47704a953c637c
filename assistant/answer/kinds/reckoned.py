"""What is reckoned over the rows of a table: the row with most or least, their total, how many keep to a bound, two held apart.

The table and the one column of numbers are those that say the subject of the question. Every row that was read is
told or cited, and what no row says itself is said to be reckoned. Nothing is reckoned over a column that is not all
numbers of one measure, over rows of several kinds at once, or where two columns could be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.answer.cite import Statement
from assistant.answer.evidence.cells import measured, words_of
from assistant.answer.evidence.figures import read_column, show_figure
from assistant.answer.evidence.grid import GridRow
from assistant.answer.kinds.crossing import (
    Crossing,
    called_grids,
    named_rows,
    named_together,
)
from assistant.answer.kinds.table_rows import MeantRows, meant_rows
from assistant.answer.wording import clip, place, say
from assistant.grams import tokens
from assistant.knowledge import Knowledge
from assistant.question.naming import fold
from assistant.question.reckoning import Reckoning, read_reckoning
from assistant.question.terms import Term
from assistant.question.understand import Need

__all__ = ["answer_reckoned"]

MOST, MOST_LINES = 2, 30
_TOTAL_OF_PLAN_RE = re.compile(r"\btong (?:muc |nhu cau )?(?:kinh phi|von)\b")
_OF_TABLE_RE = re.compile(r"\b(?:phu luc|bang|bieu|annex)\b")
_TOTAL_TOLD_RE = re.compile(
    r"\W*(?:\d+[.)] )?tong (?:muc |nhu cau )?(?:kinh phi|von)[^\d;.]{0,60}? (?P<sum>\d[\d.,]* (?:(?:nghin|trieu|ty) )*dong)\b"
)
"""Folded: the cost of a plan, asked for and told."""
_NOT_ADDED_RE = re.compile(
    r"%|\bty le\b|binh quan|\bdon gia\b|\bdinh muc\b|so voi|\bhe so\b|\bnang suat\b|\btoc do\b|\bnam (?:hoan thanh|xay dung|bat dau)\b|/nguoi"
)
"""Folded: columns whose numbers come to nothing together."""


def answer_reckoned(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Crossing]:
    """One answer for each of the tables that say most of the subject; [] where nothing is to be reckoned."""
    wanted = read_reckoning(need.asked)
    if wanted is None or need.yesno or not need.terms:
        return []
    if wanted.operation == "apart":
        return _apart(need, knowledge, plans)
    tell = {"most": _extreme, "least": _extreme, "total": _total, "count": _count}[wanted.operation]
    grids = called_grids(need, knowledge, plans)
    need = replace(need, terms=tuple(_named_by(need.terms, wanted)))
    found = [one for grid in grids if (one := meant_rows(grid, need, wanted, knowledge))]
    found.sort(key=lambda one: -sum(share for _, share in one.speaks))
    answers = [Crossing(told, one.speaks) for one in found if (told := tell(one, wanted, need, knowledge))]
    return answers[:MOST]


def _named_by(terms: Sequence[Term], wanted: Reckoning) -> Iterable[Term]:
    """What the terms name, without the noun of the rows and the words that only ask."""
    for term in terms:
        words = tokens(term.text)
        rest = tuple(word for word in words if wanted.names(word))
        if rest and not all(fold(word) in wanted.noun for word in rest):
            yield term if len(rest) == len(words) else _with_words(term, rest, len(words))


def _with_words(term: Term, words: tuple[str, ...], of: int) -> Term:
    """A term of which only some words are left."""
    weight = term.weight * len(words) / of
    return replace(term, text=" ".join(words), alternatives=(words,), others=(), weight=weight)


def _extreme(meant: MeantRows, wanted: Reckoning, need: Need, knowledge: Knowledge) -> list[Statement]:
    most = wanted.operation == "most"
    order = sorted(zip(meant.values, meant.rows, strict=True), key=lambda one: -one[0] if most else one[0])
    last = order[min(wanted.rows, len(order)) - 1][0]
    best = [row for value, row in order if (value >= last if most else value <= last)]
    if len(best) == len(order):
        return []  # they are all alike
    head = "; ".join(f"**{clip(meant.name(row))}**: **{meant.told(row)}**" for row in best)
    key = "most_of" if most else "least_of"
    return [
        Statement(f"{head} ({_title(meant)})", tuple(row.unit for row in best)),
        *_rows_told(meant, [row for _, row in order], key, need, knowledge),
    ]


def _total(meant: MeantRows, wanted: Reckoning, need: Need, knowledge: Knowledge) -> list[Statement]:
    """The row of the total where the table has one; else what all rows come to, if none is blank and they can be added."""
    if (row := meant.total) is not None and re.search(r"\d", row.cells[meant.at]):
        head = f"**{meant.told(row)}** ({clip(row.name)} – {_title(meant)})"
        where = place(row.unit.path, knowledge.plans[row.unit.plan], need.language)
        return [
            *_total_in_words(row, need, knowledge),
            Statement(head, (row.unit,)),
            Statement(f"{clip(words_of(row.unit, knowledge))} ({where}).", (row.unit,)),
        ]
    years = all(1900 < value < 2100 for value in meant.values) and not meant.rows[0].measure
    shares = _NOT_ADDED_RE.search(fold(f"{meant.grid.header[meant.at]} {meant.told(meant.rows[0])}"))
    if years or shares or meant.blank:
        return []
    head = f"**{meant.shown(sum(meant.values, Decimal()))}** ({_title(meant)})"
    units = tuple(row.unit for row in meant.rows)
    return [Statement(head, units), *_rows_told(meant, meant.rows, "sum_of", need, knowledge)]


def _total_in_words(row: GridRow, need: Need, knowledge: Knowledge) -> list[Statement]:
    """What the plan itself says that it costs, where its cost is asked for and not that of a table's own matter alone."""
    asked = fold(need.asked)
    if not _TOTAL_OF_PLAN_RE.search(asked) or _OF_TABLE_RE.search(asked):
        return []
    for at in knowledge.of("sentence"):
        unit = knowledge.units[at]
        said = _TOTAL_TOLD_RE.match(fold(unit.text)) if unit.plan == row.unit.plan else None
        if said and not unit.path.startswith("annex"):
            where = place(unit.path, knowledge.plans[unit.plan], need.language)
            told = unit.text[slice(*said.span("sum"))]
            return [
                Statement(f"**{told}**", (unit,)),
                Statement(f"{clip(words_of(unit, knowledge))} ({where}).", (unit,)),
            ]
    return []


def _count(meant: MeantRows, wanted: Reckoning, need: Need, knowledge: Knowledge) -> list[Statement]:
    if (bound := wanted.bound) is None:
        kept: Sequence[GridRow] = meant.rows
        told = [Statement(f"- {clip(words_of(row.unit, knowledge))}", (row.unit,)) for row in kept]
    else:
        measure = meant.told(meant.rows[0]).lstrip("-0123456789.,")
        keeps = [bound.keeps(value, measure.replace("%", " % ")) for value in meant.values]
        if None in keeps:
            return []
        kept = [row for row, keep in zip(meant.rows, keeps, strict=True) if keep]
        told = _rows_told(meant, meant.rows, "count_of", need, knowledge)
    names = "; ".join(f"**{clip(meant.name(row))}**" for row in kept)
    head = f"{say('count', need.language, n=len(kept))} ({_title(meant)}){': ' if kept else ''}{names}"
    return [Statement(head, tuple(row.unit for row in kept or meant.rows)), *told]


def _apart(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Crossing]:
    """Two rows of one column, or two columns of one row, with the difference of their numbers."""
    answers = []
    alone = [[one] for one in named_rows(need, knowledge, plans) if len(one.columns) == 2]
    for found in (*named_together(need, knowledge, plans), *alone):
        cells = [(one, at) for one in found for at in one.columns]
        if len(cells) != 2 or len({one.row.measure for one in found}) != 1:
            continue
        read = read_column([one.row.cells[at] for one, at in cells])
        figures = [figure for figure in read[0] if figure is not None] if read else []
        if len(figures) != 2:
            continue
        (lesser, other), (greater, one) = sorted(zip(figures, cells, strict=True), key=lambda pair: pair[0])
        told = [
            measured(cell.row.cells[at].strip(), cell.grid.header[at], cell.row.measure)
            for cell, at in (one, other)
        ]
        points = " điểm phần trăm" if need.language == "vi" else " percentage points"
        apart = show_figure(greater - lesser)
        measure = told[0].lstrip("-0123456789.,")
        apart += points if measure.startswith("%") else measure
        units = tuple(dict.fromkeys(cell.row.unit for cell, _ in cells))
        names = [clip(cell.row.name if len(found) > 1 else cell.grid.header[at]) for cell, at in (one, other)]
        head = f"**{names[0]}**: **{told[0]}**; {names[1]}: **{told[1]}**. {say('apart', need.language)} **{apart}** ({say('reckoned', need.language)})."
        lines = [
            Statement(
                f"- {clip(words_of(unit, knowledge))} ({place(unit.path, knowledge.plans[unit.plan], need.language)})",
                (unit,),
            )
            for unit in units
        ]
        named = min(cell.named for cell, _ in cells)
        speaks = (("table_said", found[0].said), ("table_column", 1.0), ("table_noun", named))
        answers.append(Crossing([Statement(head, units), *lines], speaks))
    return answers[:MOST]


def _title(meant: MeantRows) -> str:
    """The column, and what was said of the rows."""
    column = " ".join(meant.grid.header[meant.at].split()) if meant.at >= 0 else ""
    return "; ".join(part for part in (column, meant.where) if part)


def _rows_told(
    meant: MeantRows, rows: Sequence[GridRow], key: str, need: Need, knowledge: Knowledge
) -> list[Statement]:
    """How it was reckoned, and the rows: each in a line, or of a long table the first ones with all of them cited."""
    units = tuple(row.unit for row in rows)
    where = place(
        meant.grid.rows[0].unit.path.rpartition("/")[0], knowledge.plans[meant.grid.plan], need.language
    )
    lines = [
        Statement(f"- {clip(meant.name(row))}: {meant.told(row)}", (row.unit,)) for row in rows[:MOST_LINES]
    ]
    blank = f"; {say('rows_blank', need.language, n=meant.blank)}" if meant.blank else ""
    head = f"{say(key, need.language, n=len(rows))}{blank} ({where}):"
    return [Statement(head, units if len(rows) > MOST_LINES else ()), *lines]
