"""The cell that a question points at: its row by the subject, its column by the column's own name.

"Máy phun cấp cho trạm X bao nhiêu cái" means the row of trạm X and the column "Máy phun (cái)"; "tháng 2 làm chuyên
đề gì" the column "Chuyên đề". Where that cell is empty though other rows fill the column, the form is left blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer.cite import Statement
from assistant.answer.evidence.cells import EMPTY_RE, IS_NUMBER_RE, words_of
from assistant.answer.evidence.grid import BRACKETED_RE
from assistant.answer.evidence.units import by_plan, coverage, score_units
from assistant.answer.kinds.parts import column_label, column_of_part
from assistant.answer.wording import clip, place, say
from assistant.grams import gram_set, tokens
from assistant.knowledge import Floats, Knowledge, Unit, is_nobody
from assistant.question.naming import fold
from assistant.question.terms import Term
from assistant.question.understand import Need
from ingest.plan import Table

__all__ = ["answer_cell"]

ENOUGH = 0.45
"""Share of the subject (without the column's name) that a row must say."""
ONLY_SAID = 0.8
"""Share of what a row says of the subject from which the cell that says it only repeats the question."""
ALIKE = 0.25
"""Cosine from which a row is on the subject whatever its words."""
MOST, MOST_TOLD = 2, 3
LONGEST = 600
_ORDINALS = frozenset("stt|tt|so tt|so thu tu|ghi chu|".split("|"))
_VAGUE = frozenset("noi dung|nhiem vu|don vi|ten|muc|co quan|nam|thang|so|tong|ket qua".split("|"))
"""Names of columns that a question says for other reasons too: only right before or behind the asking word."""
_ASKING = r"(?:nao|gi|may|bao nhieu|ra sao|the nao|ai|dau|what|which|who)"
_ASKING_RE = re.compile(rf" {_ASKING}(?= )")


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that the question means, and the words that said so (folded)."""

    at: int
    name: str
    said: str
    asked: bool = False
    """Whether it stands right beside an asking word ("nội dung nào"), so that its cell may say the subject itself."""


def answer_cell(
    need: Need, knowledge: Knowledge, plans: Sequence[str], parts: Sequence[str], near: Floats
) -> list[list[Statement]]:
    """One answer for each of the best rows of the tables that have such a column, filled or left blank."""
    if not need.terms:
        return []
    found: list[tuple[float, Unit, _Column]] = []
    for name in plans:
        for table in knowledge.plans[name].tables:
            for column in _columns(table, need, parts):
                rows = _rows(table, name, column, need, knowledge, near)
                told = [one for one in rows if not _only_said(one[1], column, need.terms)]
                found += told
                if told or not rows:
                    break
    found.sort(key=lambda one: -one[0])
    cells = list(dict.fromkeys((unit.at, column) for _, unit, column in found))
    return [_tell(knowledge.units[at], column, need, knowledge) for at, column in cells[:MOST_TOLD]]


def _rows(
    table: Table, name: str, column: _Column, need: Need, knowledge: Knowledge, near: Floats
) -> list[tuple[float, Unit, _Column]]:
    """The rows of a table that are on the subject, where its column is filled: those that say it, that nearest in meaning."""
    if not _filled(table, column.at):
        return []
    terms = _without(need.terms, column.said)
    rows = {row.span for row in table.rows}
    scored = score_units(knowledge, knowledge.of("row"), terms, [name], least=ENOUGH) if terms else []
    found = [(one.score, one.unit, column) for one in scored if one.unit.span in rows][:MOST]
    own = [u for u in by_plan(knowledge).get(("row", name), ()) if u.span in rows]
    if own and (meant := max(own, key=lambda unit: near[unit.at])) and near[meant.at] >= ALIKE:
        found.append((float(near[meant.at]), meant, column))
    return found


def _columns(table: Table, need: Need, parts: Sequence[str]) -> Iterator[_Column]:
    """The columns that the question means, those that it names with the most words first."""
    asked = fold(need.question)
    asked = f"{asked} | {_ASKING_RE.sub('', asked)}"  # "trường nào làm cụm trưởng" names the column "Trường làm cụm trưởng"
    forms = {_whole(one) for term in need.terms for one in term.forms if one}
    named = []
    for at, title in enumerate(table.header):
        said = _said(title, asked, forms)
        if said:
            named.append(_Column(at, title, said, _beside_asking(said, asked)))
    yield from sorted(named, key=lambda column: -len(column.said.split()))
    for part in parts:
        for at, title in enumerate(table.header):
            if column_of_part(title, part):
                yield _Column(at, title, "")


def _said(title: str, asked: str, forms: set[str]) -> str:
    """The words of a column's name that a question says; "" where it does not name the column.

    >>> _said("Máy phun ULV đeo vai (cái)", "so may phun cap cho tram y te la bao nhieu", set())
    'may phun'
    >>> _said("Nội dung", "noi dung nao do phong kinh te lam", set()), _said("Nội dung", "co noi dung ve rac", set())
    ('noi dung', '')
    """
    words = _words(title)
    core = " ".join(words)
    if core in _ORDINALS:
        return ""
    if core in _VAGUE:
        return core if _beside_asking(core, asked) else ""
    for length in range(len(words), 0 if len(words) == 1 else 1, -1):
        said = " ".join(words[:length])
        if said in asked and said not in _VAGUE and re.search(rf"\b{re.escape(said)}\b", asked):
            return said
    return core if core in forms else ""


def _beside_asking(said: str, asked: str) -> bool:
    name = re.escape(said)
    return re.search(rf"\b(?:{name} {_ASKING}|{_ASKING} {name})\b", asked) is not None


def _only_said(unit: Unit, column: _Column, terms: Sequence[Term]) -> bool:
    """Whether a cell is that by which its row was found, and no answer: "ai giữ dữ liệu A" is not told "Dữ liệu: A"."""
    texts = (" ".join(getattr(unit.fact, "cells", ())), _cell(unit, column))
    row, cell = (coverage(_without(terms, column.said), gram_set(text)) for text in texts)
    return not column.asked and row > 0 and cell >= ONLY_SAID * row


@lru_cache(maxsize=1024)
def _words(title: str) -> tuple[str, ...]:
    """The words of a column's name, folded, without what stands in brackets."""
    return tuple(fold(BRACKETED_RE.sub(" ", title)).split())


def _whole(grams: Sequence[str]) -> str:
    """A phrase, folded, from the pairs of which it is made.

    >>> _whole(("giá trị", "trị xuất", "xuất khẩu"))
    'gia tri xuat khau'
    """
    return fold(" ".join((grams[0], *(gram.split()[-1] for gram in grams[1:]))))


def _filled(table: Table, column: int) -> bool:
    """Whether most rows of a table fill this column."""
    cells = [row.cells[column] for row in table.rows if column < len(row.cells)]
    return 2 * sum(EMPTY_RE.fullmatch(cell) is None for cell in cells) > len(cells)


def _without(terms: Sequence[Term], said: str) -> tuple[Term, ...]:
    """The terms that are no part of the column's name."""
    words = set(said.split())
    return tuple(term for term in terms if not set(map(fold, tokens(term.text))) <= words)


def _cell(unit: Unit, column: _Column) -> str:
    return " ".join(getattr(unit.fact, "cells", ())[column.at].split())


def _tell(unit: Unit, column: _Column, need: Need, knowledge: Knowledge) -> list[Statement]:
    cell = _cell(unit, column)
    of_body = any(column_of_part(column.name, part) for part in ("lead", "coordinate"))
    empty = EMPTY_RE.fullmatch(cell) is not None or (
        of_body and is_nobody(cell) and not IS_NUMBER_RE.fullmatch(cell)  # "Số người tham gia" is of no body
    )
    told = say("left_open", need.language) if empty else clip(cell)
    where = place(unit.path, knowledge.plans[unit.plan], need.language)
    return [
        Statement(f"{column_label(column.name, need.language)}: **{told}**", (unit,), left_open=empty),
        Statement(f"{clip(words_of(unit, knowledge), LONGEST)} ({where}).", (unit,)),
    ]
