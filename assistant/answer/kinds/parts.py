"""Several things asked at once, answered together from one task: who, with whom, when, what comes of it, from what money.

A task is all that the facts say of it (a row of a table, told or flat), or one sentence with its neighbours.
A column that the other rows fill and this one leaves empty is told to be blank.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.answer.cite import Statement
from assistant.answer.evidence.cells import (
    EMPTY_RE,
    cell_by_header,
    header_of,
    number_cells,
    open_number,
    words_of,
)
from assistant.answer.evidence.short import short_answer
from assistant.answer.evidence.units import Scored, score_units
from assistant.answer.wording import clip, place, say
from assistant.knowledge import Knowledge, Unit, is_nobody
from assistant.model import Language
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.plan import Assignment, TableRow

__all__ = [
    "answer_parts",
    "column_label",
    "column_of_part",
    "part_of",
    "read_part",
    "tell_parts",
    "tells_part",
]

ENOUGH = 0.4
"""Share of the subject that a task must say."""
MOST = 3
LOOKED_AT = 24
NEAR_BY = 3
"""Sentences on either side in which a part may be told that the sentence itself leaves out."""
LONGEST = 600
_LABELS: dict[str, tuple[str, str]] = {
    "lead": ("thực hiện", "who"),
    "coordinate": ("phối hợp", "with"),
    "deadline": ("thời gian", "when"),
    "report_to": ("gửi", "to"),
    "product": ("sản phẩm", "product"),
    "source": ("nguồn kinh phí", "funds"),
    "target": ("số lượng", "number"),
    "place": ("địa điểm", "place"),
    "reference": ("văn bản", "document"),
}
_HEADERS = {
    "lead": re.compile(r"chu tri|chiu trach nhiem|thuc hien(?! trong)|phu trach|dau moi|co quan|don vi(?! tinh)"),
    "coordinate": re.compile(r"phoi hop|tham gia"),
    "deadline": re.compile(r"thoi gian|thang|tien do|thoi han|han hoan|hoan thanh|giai doan"),
    "product": re.compile(r"san pham|ket qua|dau ra"),
    "source": re.compile(r"kinh phi|nguon|ngan sach"),
}  # fmt: skip
_NOT_LEAD_RE = re.compile(r"phoi hop|tham gia|thoi gian|kinh phi|ket qua|san pham")
_SOURCE_RE = re.compile(
    r"(?i)(?<!khả năng)(?<!khả năng )(?:từ|bằng|do)?\s*(?:nguồn|ngân sách|kinh phí|vốn|quỹ)\s[^.;]{3,160}(?!\w)"
)
_TELLS_SOURCE_RE = re.compile(
    r"(?i)(?<!\w)(?:nguồn|ngân sách|quỹ|vốn|từ|do|bằng|thu|thường xuyên|sự nghiệp|tự chủ|hoạt động|đóng góp|tài trợ|xã hội h(?:óa|oá))(?!\w)"
)
"""Where money comes from; "bố trí kinh phí hỗ trợ hằng tháng" says only what it is for."""
_PLACE_RE = re.compile(
    r"(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Tt]hị xã|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hôn|[Bb]ản|[Ấấ]p|[Đđ]ặc khu|[Kk]hu công nghiệp) [A-ZĐÀ-Ỹ]\w+(?: [A-ZĐÀ-Ỹ]\w+)*"
    r"|(?<!\w)[Tt]ại (?:trụ sở|hội trường|địa chỉ|phòng|nhà) [^.;,]{3,80}(?!\w)"
)

Values = dict[str, str | None]
"""What a task tells of each part: None where it does not say, "" where the form leaves it empty."""


def answer_parts(
    need: Need, knowledge: Knowledge, plans: Sequence[str], parts: Sequence[str]
) -> list[list[Statement]]:
    """One answer for each of the tasks that say most of the subject; [] where none tells what is asked."""
    answers: list[list[Statement]] = []
    if not parts:
        return answers
    kinds = (
        ("assignment", "row", "sentence") if len(parts) > 1 or "source" in parts else ("assignment", "row")
    )
    for scored in _tasks(score_units(knowledge, knowledge.of(*kinds), need.terms, plans, most=LOOKED_AT)):
        told = tell_parts(scored.unit, need, knowledge, parts)
        if told:
            answers.append(told)
        if len(answers) >= MOST:
            break
    return answers


def tell_parts(
    unit: Unit, need: Need, knowledge: Knowledge, parts: Sequence[str], *, alone: bool = False
) -> list[Statement]:
    """What one task tells of the parts, each named and in bold; [] where it tells too few.

    A single part is told only ``alone``: other candidates tell it from its fact.
    """
    values, units = _values(unit, need, knowledge, parts)
    said = [part for part in parts if values.get(part)]
    blank = [part for part in parts if values.get(part) == ""]
    wanted = alone or len(parts) > 1 or bool({"product", "source"} & set(said))
    if not (blank or (said and wanted)) or len(said) + len(blank) < min(len(parts), 2):
        return []
    english = need.language == "en"
    lines = [
        f"{_LABELS[part][english]}: **{clip(values[part] or '') if part in said else say('left_open', need.language)}**"
        for part in parts
        if part in said or part in blank
    ]
    where = place(unit.path, knowledge.plans[unit.plan], need.language)
    head = "; ".join(lines)
    return [
        Statement(head[0].upper() + head[1:], units, left_open=bool(blank)),
        Statement(f"{clip(words_of(unit, knowledge), LONGEST)} ({where}).", (unit,)),
    ]


def tells_part(told: Statement, part: str, language: Language) -> bool:
    """Whether the line of a task tells this part of it.

    >>> tells_part(Statement("Thực hiện: **Sở Y tế**; thời gian: **Quý I**"), "deadline", "vi")
    True
    """
    return f"{_LABELS[part][language == 'en']}: **" in f"{told.text[:1].lower()}{told.text[1:]}"


def column_of_part(title: str, part: str) -> bool:
    """Whether a column's name is that of one part of a task ("Cơ quan phối hợp" of "coordinate").

    >>> column_of_part("Người chủ trì", "lead"), column_of_part("Cơ quan phối hợp", "lead")
    (True, False)
    """
    wanted, folded = _HEADERS.get(part), fold(title)
    return bool(wanted and wanted.search(folded)) and not (part == "lead" and _NOT_LEAD_RE.search(folded))


def column_label(title: str, language: Language) -> str:
    """How the column of a table is called in an answer: by its own name, for an English reader behind what it tells.

    >>> column_label("thời hạn hoàn thành", "vi"), column_label("Thời hạn", "en"), column_label("Tên dự án", "en")
    ('Thời hạn hoàn thành', 'When (Thời hạn)', '“Tên dự án”')
    """
    name = " ".join(title.split())
    if language == "vi":
        return f"{name[:1].upper()}{name[1:]}"
    part = next((_LABELS[part][1] for part in _HEADERS if column_of_part(name, part)), "")
    return f"{part.capitalize()} ({name})" if part else f"“{name}”"


def part_of(unit: Unit, need: Need, knowledge: Knowledge, part: str) -> str | None:
    """What a unit (or its neighbours) tells of one part: None where it does not, "" where the form is empty."""
    return _values(unit, need, knowledge, (part,))[0].get(part)


def _tasks(found: Sequence[Scored]) -> list[Scored]:
    """The best units on the subject, one of each task."""
    seen: set[tuple[str, str, str]] = set()
    kept = []
    for scored in found[:LOOKED_AT]:
        fact = scored.unit.fact
        own = fact.task if isinstance(fact, Assignment) and "/row" not in scored.unit.path else ""
        key = (scored.unit.plan, scored.unit.path, own or str("/row" in scored.unit.path or scored.unit.text))
        if scored.coverage >= ENOUGH and key not in seen:
            seen.add(key)
            kept.append(scored)
    return kept


@lru_cache(maxsize=4)
def _groups(knowledge: Knowledge) -> dict[tuple[str, str, str], tuple[Unit, ...]]:
    """The assignments of each task: those who lead it and those who help are told apart, its time once."""
    found: dict[tuple[str, str, str], list[Unit]] = defaultdict(list)
    for at in knowledge.of("assignment"):
        unit = knowledge.units[at]
        if isinstance(unit.fact, Assignment):
            found[unit.plan, unit.path, unit.fact.task].append(unit)
    return {key: tuple(units) for key, units in found.items()}


@lru_cache(maxsize=4)
def _columns(knowledge: Knowledge) -> frozenset[tuple[str, str, str]]:
    """Which columns the rows of each (flat) table fill: plan, table, part."""
    found = set()
    for (plan, path, _), units in _groups(knowledge).items():
        if "/row " in path:
            table = path.split("/row ")[0]
            for unit in units:
                fact = unit.fact
                assert isinstance(fact, Assignment)
                role = "coordinate" if fact.role == "coordinate" else "lead"
                filled = {role: True, "deadline": bool(fact.time), "product": bool(fact.product)}
                found |= {(plan, table, part) for part, there in filled.items() if there}
    return frozenset(found)


def _values(
    unit: Unit, need: Need, knowledge: Knowledge, parts: Sequence[str]
) -> tuple[Values, tuple[Unit, ...]]:
    if isinstance(unit.fact, TableRow):
        return {part: _of_row(unit, need, knowledge, part) for part in parts}, (unit,)
    if isinstance(unit.fact, Assignment):
        group = _groups(knowledge)[unit.plan, unit.path, unit.fact.task]
        return _of_group(group, need, knowledge, parts), group[:2]
    return _of_sentence(unit, need, knowledge, parts)


def _of_row(unit: Unit, need: Need, knowledge: Knowledge, part: str) -> str | None:
    if part == "target":
        cells = number_cells(unit, need, knowledge)
        told = "; ".join(f"{cell} ({title})" if len(cells) > 1 else cell for title, cell in cells)
        return told or ("" if open_number(unit, need, knowledge) else None)
    wanted = _HEADERS.get(part)
    if wanted is None:
        return None
    but = _NOT_LEAD_RE if part == "lead" else None
    if cell := cell_by_header(unit, knowledge, wanted, but):
        return "" if part in {"lead", "coordinate"} and is_nobody(cell) else cell
    assert isinstance(unit.fact, TableRow)
    empty = (
        not (but and but.search(fold(title))) and wanted.search(fold(title)) and EMPTY_RE.fullmatch(cell)
        for title, cell in zip(header_of(unit, knowledge), unit.fact.cells, strict=False)
    )
    return "" if any(empty) else None


def _of_group(group: Sequence[Unit], need: Need, knowledge: Knowledge, parts: Sequence[str]) -> Values:
    facts = [unit.fact for unit in group if isinstance(unit.fact, Assignment)]
    leads = dict.fromkeys(f.actor for f in facts if f.actor and f.role != "coordinate")
    helps = dict.fromkeys(f.actor for f in facts if f.actor and f.role == "coordinate")
    values: Values = {
        "lead": "; ".join(leads) or None,
        "coordinate": "; ".join(helps) or None,
        "deadline": next((f.time for f in facts if f.time), None),
        "product": next((f.product for f in facts if f.product), None),
    }
    if "/row " in (path := group[0].path):
        filled = _columns(knowledge)
        for part in values:
            if values[part] is None and (group[0].plan, path.split("/row ")[0], part) in filled:
                values[part] = ""
    for part in parts:
        if values.get(part) is None:
            values[part] = read_part(group[0], need, knowledge, part)
    return values


def _of_sentence(
    unit: Unit, need: Need, knowledge: Knowledge, parts: Sequence[str]
) -> tuple[Values, tuple[Unit, ...]]:
    values: Values = {}
    units = [unit]
    for part in parts:
        for near in (unit, *_around(unit, knowledge)):
            if value := read_part(near, need, knowledge, part):
                values[part] = value
                units += [near] if near not in units else []
                break
    return values, tuple(units)


def _around(unit: Unit, knowledge: Knowledge) -> list[Unit]:
    """The sentences next to this one in the same section, the nearest first."""
    near = range(max(0, unit.at - NEAR_BY), min(len(knowledge.units), unit.at + NEAR_BY + 1))
    others = [knowledge.units[at] for at in near if at != unit.at]
    own = [o for o in others if (o.plan, o.path, o.kind) == (unit.plan, unit.path, unit.kind)]
    return sorted(own, key=lambda other: abs(other.at - unit.at))


def read_part(unit: Unit, need: Need, knowledge: Knowledge, part: str) -> str | None:
    """What the unit's own words tell of one part; None where they do not."""
    if part == "place":
        there = _PLACE_RE.search(unit.text)
        return there[0].strip() if there else None
    if part == "source":
        return _source_in(unit.text)
    return None if part == "product" else short_answer(unit, replace(need, kind=part), knowledge)


def _source_in(text: str) -> str | None:
    """Where a text says that money comes from; None where it only says what money is for, or what can be afforded.

    >>> _source_in("Tiền công do ngân sách địa phương bảo đảm."), _source_in("Bố trí kinh phí hỗ trợ hằng tháng cho cô đỡ")
    ('do ngân sách địa phương bảo đảm', None)
    >>> _source_in("căn cứ khả năng ngân sách của địa phương")
    """
    found = _SOURCE_RE.search(text)
    return found[0].strip() if found and _TELLS_SOURCE_RE.search(found[0]) else None
