"""A number in the text and the total of a table that ought to agree: what a question about both is answered by.

"Mua 1.200 lít trong kế hoạch, phụ lục cộng lại có đúng không": the sentence with its number, and beside it the total
row's cell of the column of that measure, or how many rows the table has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answer.cite import Statement
from assistant.answer.evidence import by_plan, score_units
from assistant.answer.wording import clip, place, plan_label, say
from assistant.knowledge import Floats, Knowledge, Unit
from assistant.question.cues import cue_text
from assistant.question.naming import fold
from assistant.question.two import doubts_places
from assistant.question.understand import Need
from ingest.plan import Table

__all__ = ["answer_total"]

ON_MATTER = 0.35
"""Share of the subject that the sentence with the number must say."""
LOOKED_AT, MOST = 10, 2
CLOSE = 0.3
"""Two numbers for one thing are mostly this near to each other, in parts of the greater."""
LONGEST = 400
_TABLE_RE = re.compile(
    r"phu luc|\bbang\b|\bbieu\b|danh (?:muc|sach)|\bcong\b|\btong\b|annex|appendix|table|\btotal"
)
_TOTAL_RE = re.compile(r"^(?:tong (?:cong|so)|tong|cong)\b")
_SUM_RE = re.compile(r"(?i)(?<!\w)tổng[^.;\d]{0,40}\d")
_LISTED_RE = re.compile(r"danh (?:muc|sach)|phu luc|annex|appendix|\blist")
_NUMBER_RE = re.compile(r"(?<![\w.,/-])\d+(?:[.,]\d+)*(?![\w/-]|[.,]\d)")
_UNIT_RE = re.compile(r"\(([^()]{1,24})\)\s*$")


@dataclass(frozen=True, slots=True)
class _Total:
    """What a table adds up to in one column (or by the number of its rows), and where it says so."""

    value: str
    name: str
    measure: str
    row: Unit
    rows: bool = False
    """Whether it is the number of rows."""


def answer_total(
    need: Need, knowledge: Knowledge, plans: Sequence[str], near: Floats
) -> list[list[Statement]]:
    """The likeliest pairs of a sentence and a total; [] where the question does not hold text and table together."""
    folded = cue_text(need.question)
    doubts = (
        need.kind == "conflict"
        or doubts_places(folded)
        or re.search(r"\bdu khong|\bdung khong|\bbang (?:so|nhau)\b", folded)
    )
    if not need.terms or not doubts or not _TABLE_RE.search(folded):
        return []
    asked = frozenset(re.findall(r"\w+", fold(need.question)))
    found: list[tuple[float, str, Unit, _Total]] = []
    for name in plans:
        totals = [one for table in knowledge.plans[name].tables for one in _totals(table, name, knowledge)]
        for unit, weight in _on_matter(need, knowledge, name, near).items() if totals else ():
            for number, behind in _numbers(knowledge.units[unit].text):
                for total in totals:
                    if fit := _fit(number, behind, knowledge.units[unit], total, asked):
                        found.append((weight + fit, number, knowledge.units[unit], total))
    found.sort(key=lambda one: -one[0])
    return [_tell(number, unit, total, need, knowledge) for _, number, unit, total in found[:MOST]]


def _on_matter(need: Need, knowledge: Knowledge, plan: str, near: Floats) -> dict[int, float]:
    """The sentences of a plan that say most of the subject or are nearest to it in meaning."""
    said = score_units(knowledge, knowledge.of("sentence"), need.terms, [plan], least=ON_MATTER)
    own = sorted(by_plan(knowledge).get(("sentence", plan), ()), key=lambda unit: -near[unit.at])
    sums = [unit for unit in own if _SUM_RE.search(unit.text)] if "tong" in fold(need.question) else []
    meant = {unit.at: float(near[unit.at]) for unit in (*own[:LOOKED_AT], *sums[:LOOKED_AT])}
    return meant | {scored.unit.at: scored.coverage for scored in said[:LOOKED_AT]}


def _totals(table: Table, plan: str, knowledge: Knowledge) -> Iterator[_Total]:
    rows = {u.span: u for u in by_plan(knowledge).get(("row", plan), ())}
    last = next((r for r in reversed(table.rows) if any(_TOTAL_RE.match(fold(c)) for c in r.cells[:2])), None)
    if last and last.span in rows:
        for title, cell in zip(table.header, last.cells, strict=False):
            if _NUMBER_RE.fullmatch(cell.strip()) and fold(title) not in {"tt", "stt", "so tt"}:
                unit = _UNIT_RE.search(title)
                name = " ".join(_UNIT_RE.sub("", title).split())
                yield _Total(cell.strip(), name, fold(unit[1]) if unit else "", rows[last.span])
    listed = [row for row in table.rows if row is not last]
    if len(listed) > 1 and listed[0].span in rows:
        yield _Total(str(len(listed)), table.title, "", rows[listed[0].span], rows=True)


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    """The numbers of a sentence, each with the words behind it (folded)."""
    for match in _NUMBER_RE.finditer(text):
        behind = fold(text[match.end() : match.end() + 40]).strip()
        if not re.search(r"(?:ngày|tháng|năm|quý|(?<!trong )số|mục|Điều|khoản)\s*$", text[: match.start()]):
            yield match[0], behind


def _fit(number: str, behind: str, sentence: Unit, total: _Total, asked: frozenset[str]) -> float:
    """How likely a number and a total are of one thing, 0 where nothing says so."""
    one, other = _value(number), _value(total.value)
    if not one or not other or one == other or abs(one - other) > CLOSE * max(one, other):
        return 0.0
    words = frozenset(re.findall(r"\w+", fold(total.name)))
    if total.rows:
        noun = frozenset(re.findall(r"\w+", behind)[:3]) & words
        listed = bool(_LISTED_RE.search(fold(sentence.text)) or asked & {"danh", "list"})
        return len(noun) / 3 + 1 - abs(one - other) / max(one, other) if noun and listed else 0.0
    said = asked | frozenset(re.findall(r"\w+", fold(f"{sentence.text} {sentence.heading}")))
    name = len(words & said) / max(len(words), 1)
    measure = bool(total.measure) and behind.startswith(total.measure)
    return name + measure + 1 - abs(one - other) / max(one, other) if measure or name >= 0.5 else 0.0


def _value(number: str) -> float:
    digits = re.sub(r"[.,](?=\d{3}(?!\d))", "", number).replace(",", ".")
    return float(digits) if digits.count(".") <= 1 else 0.0


def _tell(number: str, sentence: Unit, total: _Total, need: Need, knowledge: Knowledge) -> list[Statement]:
    plan = knowledge.plans[sentence.plan]
    here, there = (place(unit.path, plan, need.language) for unit in (sentence, total.row))
    return [
        Statement(f"{say('differ', need.language)} {plan_label(plan)}:"),
        Statement(f"- **{number}**: {clip(sentence.text, LONGEST)} ({here})", (sentence,)),
        Statement(
            f"- **{total.value}**: {clip(total.name)} – {clip(total.row.text, LONGEST)} ({there})",
            (total.row,),
        ),
    ]
