"""One thing asked of two or more: the answers to the single questions side by side in a small table.

Told only where every question found an answer of its own; the judge learns how sure each of them is.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.candidates import Candidate
from assistant.answer.cite import Statement
from assistant.answer.evidence.difference import difference
from assistant.answer.further import LISTED, about, not_told, of_one_matter
from assistant.answer.judged.features import is_of_sort
from assistant.answer.judged.judge import load_judge
from assistant.answer.wording import clip, place, plan_label, say
from assistant.knowledge import Knowledge, Unit
from assistant.question.more import asked_of_each
from assistant.question.naming import fold
from assistant.question.sort import asked_sort
from assistant.question.understand import Need

__all__ = ["IN_TURN", "Half", "names_a_place", "of_its_sort", "tell_together", "tells_one"]

Half = Sequence[tuple[Candidate, float]]
"""The candidate answers to one of the single questions with their sureness, the surest first."""
LOOKED_AT = 12
LONGEST, LONGEST_BARE = 240, 480
"""Letters of a statement in the table; of one where no short answer stands in bold beside it."""
IN_TURN = 0.65
"""How alike the things count that are asked of one matter, one behind the other."""
UNNAMED = 0.15
"""What the sureness of an answer counts whose evidence does not say which of the things it is of."""
OF_NO_SORT = 0.3
"""What an answer counts that has nothing of the sort which its own question asks for (a sum where a document is asked)."""
UNLIKE, ALIKE = 0.6, 1.4
"""What two answers count that are of two sorts (a sum beside a sentence), and of one (two sums)."""
ONE_TABLE = 3.0
"""What two cells of one column count, each in the row of its own thing."""
MOST_LINES = 5
WIDE = 3
"""Lines up to which an answer fits a cell of the table well."""
TOO_WIDE = 0.6
"""What the sureness of an answer of more lines counts when the answers for the table are chosen."""
_TWO = frozenset({"each", "conflict"})
_LOOSE = frozenset(
    "cua o tai cho la va voi trong co duoc bi thi do cac nhung mot theo ve den tu nam the of in for to".split()
)
_PLACE_RE = re.compile(
    r"(?:Điều|Mục|Phần|Chương|Phụ lục|Section|Article|Annex) [\dIVX]|(?:\d+(?:\.\d+)*|[IVX]+|[a-zđ])[.)] \w"
)
"""A place of a plan, or a heading with its number."""
_NUMBER_RE = re.compile(r"\d+(?:[.,/]\d+)*")
READ, LONGEST_READ = 4, 3000
"""Units of a statement, and letters, in which the words of a thing are looked for."""


def tell_together(
    source: str,
    need: Need,
    things: Sequence[str],
    halves: Sequence[Half],
    alike: float,
    knowledge: Knowledge,
    *,
    in_turn: bool = False,
    of_one_plan: bool = False,
) -> list[Candidate]:
    """The surest answers that are not the same: in a table, or one behind the other.

    ``things`` are what the questions are about ("" where each is about its plan), ``alike`` how alike they are, 0..1.
    Those of clauses that ask of one matter ``in_turn`` are no two things to compare; ``of_one_plan`` where no clause names another.
    [] where one question has none.
    """
    own = [_own_words(things, at) if source == "both" else frozenset[str]() for at in range(len(things))]
    told = [
        [_weigh(c, sure, _named(c, own, at, knowledge)) for c, sure in half[:LOOKED_AT]]
        for at, half in enumerate(halves)
    ]
    # Which of two has more: a number stands beside a number only. Nor is a clause answered by what it does not ask for.
    if in_turn or asked_of_each(need.original):
        told = [[one for one in half if one.of_sort] for half in told]
    sets = [row for row in itertools.product(*told) if _differ(row)]
    if of_one_plan:  # what is asked on is of the plan that answered
        sets = [row for row in sets if _of_one_plan(row)]
    if not sets:
        return []
    best = max(
        sets, key=lambda row: math.prod((one.worth for one in row), start=_likeness(row) * _of_one_table(row))
    )
    lines = _one_by_one(things, best, need) if in_turn else _table(things, best, need, knowledge)
    if not lines:
        return []
    least = min(one.sure for one in best)
    # "Người độc thân" beside "người độc thân nuôi con" has no word of its own.
    unnamed = any(things) and not all(own)
    speaks = (
        ("both_least", least),
        ("both_alike", alike),
        ("both_named", min(one.named for one in best)),
        ("both_of_a_sort", _likeness(best)),
        *((("no_surer_than", least),) if in_turn or need.follows or unnamed else ()),
    )
    tier = max(one.candidate.tier for one in best)
    return [Candidate(source, need, tuple(lines), tier, first=False, speaks=speaks)]


@dataclass(frozen=True, slots=True)
class _Told:
    """A candidate for one cell of the table."""

    candidate: Candidate
    sure: float
    named: float
    """How far its evidence says its own thing."""
    of_sort: bool
    """Whether it has what its own question asks for."""
    worth: float
    said: str
    sort: str | None
    """What it puts in bold, its numbers aside; None for an answer with nothing in bold."""
    short: tuple[object, ...]
    """Its short answer, or else its first line, and where that stands."""
    first: frozenset[Unit]
    """The evidence of its first line."""
    plans: frozenset[str]


def _weigh(candidate: Candidate, sure: float, named: float) -> _Told:
    first = candidate.statements[0]
    fits = 1.0 if len(candidate.statements) <= WIDE else TOO_WIDE
    of_sort = of_its_sort(candidate)
    return _Told(
        candidate,
        sure,
        named,
        of_sort,
        sure * fits * (UNNAMED + (1 - UNNAMED) * named) * (1.0 if of_sort else OF_NO_SORT),
        "\n".join(statement.text for statement in candidate.statements),
        _NUMBER_RE.sub("#", fold(first.bolds[0])) if first.bolds else None,
        (first.bolds or first.text, *((unit.plan, unit.path) for unit in first.units)),
        frozenset(first.units),
        frozenset(unit.plan for statement in candidate.statements for unit in statement.units),
    )


def of_its_sort(candidate: Candidate) -> bool:
    """Whether an answer has what its own question asks for: somebody, a time, a number, a document."""
    sort = asked_sort(candidate.need)
    first = candidate.statements[0]
    told = " ".join(first.bolds) or " ".join(
        statement.text for statement in candidate.statements[:MOST_LINES]
    )
    return sort not in {"who", "when", "number", "document"} or is_of_sort(told, sort)


def _own_words(things: Sequence[str], at: int) -> frozenset[str]:
    """The words of one thing that no other has.

    >>> sorted(_own_words(["hs bán trú buổi trưa", "hs nội trú"], 1))
    ['noi']
    """
    said = [frozenset(re.findall(r"\w+", fold(thing))) for thing in things]
    return said[at].difference(*(words for other, words in enumerate(said) if other != at)) - _LOOSE


def _named(candidate: Candidate, own: Sequence[frozenset[str]], at: int, knowledge: Knowledge) -> float:
    """How far the evidence and its plan's head say its own thing and not the others, 0..1; 1 where the things have no words of their own."""
    if not own[at]:
        return 1.0
    units = [unit for s in candidate.statements for unit in s.units[:READ]]
    heads = (knowledge.plans[plan].letterhead for plan in dict.fromkeys(unit.plan for unit in units))
    text = " ".join(f"{head.issuer} {head.title}" for head in heads)
    text += "".join(f" {unit.heading} {unit.text}" for unit in units)
    said = frozenset(re.findall(r"\w+", fold(text[:LONGEST_READ])))
    others = max(
        (len(words & said) / len(words) for i, words in enumerate(own) if i != at and words), default=0
    )
    return max(len(own[at] & said) / len(own[at]) - others / 2, 0.0)


def _differ(told: Sequence[_Told]) -> bool:
    """Whether no two of the answers are one: the same words, or the same short answer from the same place.

    Nor a sentence and the short answer out of it.
    """
    if len({one.said for one in told}) < len(told) or len({one.short for one in told}) < len(told):
        return False
    return not any(
        one.first & other.first for one, other in itertools.permutations(told, 2) if one.sort is None
    )


def _of_one_plan(told: Sequence[_Told]) -> bool:
    return len(frozenset().union(*(one.plans for one in told))) == 1


def _likeness(told: Sequence[_Told]) -> float:
    """Whether the answers are of one sort: what they put in bold has the same words beside its numbers."""
    sorts = {one.sort for one in told}
    if len(sorts) > 1:
        return UNLIKE if None in sorts else 1.0
    return ALIKE if "#" in (told[0].sort or "") else 1.0


def _of_one_table(told: Sequence[_Told]) -> float:
    """How much more two answers count that are rows of one table: a sentence that names one of the things may be of more."""
    rows = {
        unit.path.partition("/row ")[0]
        for one in told
        for unit in one.candidate.statements[0].units
        if one.candidate.source == "grid" and "/row " in unit.path
    }
    return ONE_TABLE if len(rows) == 1 and all(one.candidate.source == "grid" for one in told) else 1.0


def tells_one(candidate: Candidate) -> bool:
    """Whether an answer tells something, and not two things side by side itself."""
    return candidate.source not in _TWO and not any(s.refuses for s in candidate.statements)


def names_a_place(candidate: Candidate) -> bool:
    """Whether a table tells of one of its things by a heading alone: whether that is what is asked is left to the reader.

    >>> heading, day = Statement("| sở | **Mục II.3** – Hạn nộp | mục II.3"), Statement("| xã | **15/11** – Hạn nộp | mục II.4")
    >>> [names_a_place(Candidate("both", None, (line,), 0, False)) for line in (heading, day)]
    [True, False]
    """
    rows = (s for s in candidate.statements if s.text.startswith("| ") and s.bolds)
    return any(_PLACE_RE.match(row.bolds[0]) for row in rows)


def _one_by_one(things: Sequence[str], told: Sequence[_Told], need: Need) -> list[Statement]:
    """What is told of each thing, one behind the other, each under the officer's own words; [] where one adds nothing."""
    lines = list(told[0].candidate.statements)
    for thing, one in zip(things[1:], told[1:], strict=True):
        new = not_told(one.candidate.statements, lines, whole=one.candidate.need.kind in LISTED)
        if not new:
            return []
        sure = one.sure > load_judge().sure and of_one_matter(new, lines)
        lines += [about(thing, need.language, sure=sure), *new]
    return lines


def _table(things: Sequence[str], told: Sequence[_Told], need: Need, knowledge: Knowledge) -> list[Statement]:
    lines = [
        Statement("| | Nội dung | Nơi ghi |" if need.language == "vi" else "| | What it says | Where |"),
        Statement("|---|---|---|"),
        *(_row(thing, one.candidate, need, knowledge) for thing, one in zip(things, told, strict=True)),
    ]
    values = [one.candidate.statements[0].bolds for one in told]
    if len(told) == 2 and all(len(value) == 1 for value in values):
        apart = difference(values[0][0], values[1][0], need.language)
        if apart:
            units = tuple(dict.fromkeys(unit for line in lines for unit in line.units))
            lines.append(Statement(f"{say('apart', need.language)} {apart}.", units))
    return lines


def _row(thing: str, candidate: Candidate, need: Need, knowledge: Knowledge) -> Statement:
    """One line of the table: the thing, what is said of it, where."""
    told = [s for s in candidate.statements if s.text.strip("|- ")][:MOST_LINES]
    units: dict[Unit, None] = dict.fromkeys(unit for statement in told for unit in statement.units)
    longest = LONGEST if candidate.statements[0].bolds else LONGEST_BARE
    first = next(iter(units), None)
    where = place(first.path, knowledge.plans[first.plan], need.language) if first else ""
    said = (s.text.replace(f" ({where})", "").replace("|", "/").removeprefix("- ") for s in told)
    text = " – ".join(clip(words, longest) for words in said)
    if first and not thing:
        thing = plan_label(knowledge.plans[first.plan])
    return Statement(f"| {clip(thing)} | {text} | {where}", tuple(units))
