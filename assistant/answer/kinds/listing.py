"""Whole lists: the section, item or bullet whose first words are the subject, told with all that stands below it.

"Lấy từ những nguồn nào" is answered by what follows "được bố trí từ các nguồn:", "mấy nội dung" by their number.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from assistant.answer.cite import Statement
from assistant.answer.evidence.calendar import period_asked
from assistant.answer.evidence.cells import words_of
from assistant.answer.evidence.grid import BRACKETED_RE
from assistant.answer.evidence.units import Scored, meets, score_units
from assistant.answer.kinds.due_in import rows_due
from assistant.answer.kinds.section_lines import (
    LONGEST_LINE,
    called_by_label,
    long_lead_in,
    members_of,
    section_lines,
    shown_words,
    tell_opening,
    told_of,
)
from assistant.answer.wording import clip, plan_label, say
from assistant.grams import tokens
from assistant.knowledge import Knowledge, Unit, index_units
from assistant.question.cues import cue_text
from assistant.question.filler import filler_positions
from assistant.question.naming import fold
from assistant.question.roles import asked_roles
from assistant.question.terms import Term
from assistant.question.understand import Need
from assistant.question.wanted import Wanted
from assistant.sentences import parts_of, walk_parts
from ingest.plan import Plan, Section, Table, TableRow
from ingest.spelling import undiacritise

__all__ = [
    "LEADS_IN_RE",
    "announces",
    "answer_listing",
    "bears_parts_of",
    "heading_words",
    "heads_of",
    "joined_heading",
    "of_another_time",
    "only_noun",
    "part_asked",
    "tell_whole",
]

ENOUGH, COUNTED_ENOUGH = 0.45, 0.38
"""Share of the subject that a head must say; one whose parts are surely what is to be counted."""
MOST, LOOKED_AT = 3, 10
ROW_NOUN = 0.5
"""Share of the noun that the title or columns of a table must say for its rows to be counted."""
ANNOUNCED = 0.35
"""What it speaks for a head that it says the noun of the members asked for."""
ENDING = 8
"""Words at the end of a lead-in in which the noun announces the members."""
LEADS_IN_RE = re.compile(r":\s*$|(?:sau day|sau|nhu sau|(?:bao )?gom|gom co)\s*[:.]?\s*$")
"""Folded: how a sentence ends that only announces what comes next."""
_OF_PLAN = frozenset("kế hoạch này".split())
_JOINS_RE = re.compile(r"(?i)[,;]| và ")
_ANNOUNCED_RE = re.compile(r".*\b(?:cac|nhung|mot trong cac|\d+) ((?:[a-z]+ ){1,4})(?:nhu )?sau(?: day)?$")
"""Folded: the end of a lead-in that names what comes ("phải đáp ứng các điều kiện sau")."""
_OF_TEXT_RE = re.compile(
    r"(?:nhom|dau|cong)? ?(?:noi dung|nhiem vu|giai phap|viec|nguyen tac|tieu chi|dieu kien|truong hop|hinh thuc|buoc|yeu cau"
    r"|muc tieu|muc dich|chi tieu|dieu|khoan|muc|phan|diem|chuong|phu luc|nhom|y|loai|dang|cach|quyen|nghia vu|trach nhiem|linh vuc)"
)
"""What texts are made of, folded: any list tells how many of them there are."""
_LISTS_RE = re.compile(r"\W*(?:danh (?:muc|sach)|cac|nhung) ((?:\w+ ?)+)")
"""Folded: a head that says itself of what its parts are ("Danh mục vị trí công tác ...")."""
_LABEL_RE = re.compile(
    r"^\W*(?:(?:[Đđ]iều|[Mm]ục|[Pp]hần|[Cc]hương)\s+)?(?:[\dIVX]+(?:\.\d+)*|[a-zđ])[.):]+\s*"
)
MOST_LINES = 40
LONGEST = 5000
"""Letters up to which a list is told whole; of a longer one only its parts' first words."""
_COLUMNS = (
    ("lead", r"chu tri|phu trach|chiu trach nhiem|thuc hien"),
    ("coordinate", r"phoi hop"),
    ("advise", r"tham muu"),
)
"""Folded headers of the columns in which the bodies of each role stand."""
_HOW_MANY_RE = re.compile(r"\bmay (?!gio|ngay|thang|nam\b|lan\b|%|phan tram)|bao nhieu|how many")


def answer_listing(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[list[Statement]]:
    """One answer for each of the best heads; with the number of its items first where a number is asked."""
    if not need.terms:
        return []
    heads = heads_of(knowledge)
    found = score_units(heads, heads.of("head", "rows"), need.terms, plans, most=LOOKED_AT)
    amount = need.wanted is not None and need.wanted.measures
    counts = not amount and _HOW_MANY_RE.search(cue_text(need.question)) is not None
    least = COUNTED_ENOUGH if counts else ENOUGH
    near = [scored for scored in found[:LOOKED_AT] if scored.coverage >= least]
    if (wanted := need.wanted) is not None:
        if counts and not near:
            near = _named_by_noun(need, wanted, heads, plans)
        near.sort(key=lambda one: -one.score - ANNOUNCED * announces(wanted, one.unit.text))
    answers = []
    for scored in near[:MOST]:
        if scored.unit.kind == "rows":
            if counts and not (wanted and _bears_rows(wanted, scored.unit)):
                continue
            answers.append(_tell_rows(scored.unit, need, knowledge, counts=counts))
            continue
        plan = knowledge.plans[scored.unit.plan]
        section = part_asked(_section_at(scored.unit, knowledge), frozenset(tokens(need.question)), plan)
        told = tell_list(section, scored.unit.plan, knowledge)
        parts = members_of(section, scored.unit.plan, knowledge)[1]
        if counts and (number := len(parts)) > 1:
            if (
                of_another_time(need, scored.unit.text)
                or wanted is None
                or not bears_parts_of(wanted, scored.unit.text, parts)
            ):
                continue
            told = [Statement(say("count", need.language, n=number), told[0].units), *told]
        answers.append(told)
    return answers


def only_noun(terms: Sequence[Term], wanted: Wanted, title: Collection[str]) -> bool:
    """Whether a question has no subject beside the noun of the set asked for and words of the plan's title, which say which plan.

    >>> asked = [Term("nhiệm vụ", (), 1.0), Term("kế hoạch", (("kế hoạch",),), 1.0)]
    >>> only_noun(asked, Wanted((("nhiem", "vu"),), counted=True), {"kế hoạch"})
    True
    """
    nouns = {word for form in wanted.forms for word in form}
    return all(set(fold(term.text).split()) <= nouns or meets(term, title) for term in terms)


def _named_by_noun(need: Need, wanted: Wanted, heads: Knowledge, plans: Sequence[str]) -> list[Scored]:
    """The lists whose head says the noun itself, where the question has no other subject ("Kế hoạch có bao nhiêu nhiệm vụ")."""
    meant = {plan for plan in plans if only_noun(need.terms, wanted, heads.titles[plan])}
    return [
        Scored(unit, 1.0, 1.0) for unit in heads.units if unit.plan in meant and wanted.share(unit.text) == 1
    ]


def _bears_rows(wanted: Wanted, rows: Unit) -> bool:
    """Whether a table's rows are what is counted: its title or a column says the noun, or that names what lists are made of.

    An amount ("nợ gốc phải trả bao nhiêu") is no number of rows.
    """
    heads = [form[:words] for form in wanted.forms for words in (1, 2) if len(form) >= words]
    # What a column counts ("Số công trình") is no noun of the rows, each of which is a commune.
    counted = "|".join(rf"{form[0]}(?: (?:{'|'.join(form)}))*" for form in wanted.forms if form)
    said = wanted.share(re.sub(rf"\bso (?:luong )?(?:{counted})\b", "", fold(f"{rows.text} {rows.context}")))
    return said >= ROW_NOUN or any(_OF_TEXT_RE.fullmatch(" ".join(one)) for one in heads)


def bears_parts_of(wanted: Wanted, head: str, parts: Sequence[str]) -> bool:
    """Whether the parts below a head are what is asked the number of: "Cơ sở được hỗ trợ gồm:", not "Xử lý đơn".

    So they are where the noun names what texts are made of ("mục", "nội dung"), whatever the head says, where the head
    begins with the noun or ends by announcing it, or where the parts begin with it themselves.
    >>> cases = Wanted((("don", "khieu", "nai"),), counted=True)
    >>> bears_parts_of(cases, "Tiếp nhận, xử lý đơn", ["Phân loại đơn", "Chuyển đơn"])
    False
    >>> bears_parts_of(cases, "Việc kiểm tra", ["Đơn khiếu nại lần đầu", "Đơn khiếu nại lần hai"])
    True
    """
    if announces_others(wanted, head):
        return False
    heads = [form[:words] for form in wanted.forms for words in (1, 2) if len(form) >= words]
    if any(_OF_TEXT_RE.fullmatch(" ".join(one)) for one in heads):
        return True
    firsts = {form[0] for form in wanted.forms if form}
    begin = [
        next(iter(re.findall(r"[a-z]\w+", fold(_LABEL_RE.sub("", text)))), "") for text in (head, *parts)
    ]
    if (listed := _LISTS_RE.match(fold(head))) and any(listed[1].startswith(" ".join(one)) for one in heads):
        return True
    announced = LEADS_IN_RE.search(fold(head)) is not None and wanted.share(head) > 0
    return announced or begin[0] in firsts or sum(word in firsts for word in begin[1:]) * 2 >= len(parts) > 0


def announces_others(wanted: Wanted, head: str) -> bool:
    """Whether a lead-in says itself that what follows is something else than what is asked for.

    >>> announces_others(Wanted((("chuyen", "gia"),), counted=True), "Có ít nhất 02 chuyên gia đáp ứng các điều kiện sau:")
    True
    >>> announces_others(Wanted((("dieu", "kien"),), counted=True), "Có ít nhất 02 chuyên gia đáp ứng các điều kiện sau:")
    False
    """
    said = _ANNOUNCED_RE.search(fold(head).rstrip(" :."))
    return said is not None and not wanted.share(said[1])


def announces(wanted: Wanted, head: str) -> float:
    """How nearly a list's head says the noun and nothing else, or ends with it ("phải có các nội dung sau"), 0..1.

    >>> announces(Wanted((("noi", "dung"),), counted=True), "Quy chế tiền thưởng phải có những nội dung sau")
    1.0
    """
    folded = fold(head)
    words = re.findall(r"\w+", folded)
    exact = (len(set(words) & set(form)) / len(set(words) | set(form)) for form in wanted.forms if form)
    last = wanted.share(" ".join(words[-ENDING:])) if LEADS_IN_RE.search(folded) else 0.0
    return max(max(exact, default=0.0), last)


@lru_cache(maxsize=4)
def heads_of(knowledge: Knowledge) -> Knowledge:
    """Every section that has parts, as a unit of the words that stand before them."""
    found = []
    for name, plan in knowledge.plans.items():
        above: dict[str, str] = {}
        for section in plan.sections:
            above |= {below.path: "" for below in section.walk()}
        for section in walk_parts(plan):
            own = members_of(section, name, knowledge)[0]
            for child in section.children:
                above[child.path] = f"{above.get(section.path, '')} > {own}"
            if own and section.kind not in {"preamble", "closing"}:
                context = above.get(section.path, "")
                found.append(Unit(name, "head", own, context, section.path, section.heading, section.span))
        for table in plan.tables:
            groups = dict.fromkeys(row.group for row in table.rows)
            names = [*groups, ""] if len(groups) > 1 else list(groups)
            for group in dict.fromkeys(names):
                text, beside = (group, table.title) if group else (table.title, "")
                context = f"{above.get(table.path, '')} {beside} {' '.join(table.header)}"
                found.append(Unit(name, "rows", text or context, context, table.path, group, table.span))
    return index_units(knowledge, found)


def _tell_rows(head: Unit, need: Need, knowledge: Knowledge, *, counts: bool) -> list[Statement]:
    """The rows of a table, or of the group that heads them, with their number where one is asked.

    Of a table with rows of the body, of the time or of the name in a cell that the question says, these alone.
    """
    plan = knowledge.plans[head.plan]
    table = next(t for t in plan.tables if (t.path, t.span) == (head.path, head.span))
    rows = [row for row in table.rows if not head.heading or row.group == head.heading]
    rows = [row for row in rows if _is_of_the_body(row, table, need)] or rows
    if counts and of_another_time(need, f"{head.text} {table.title}"):
        due = {unit.span for unit in rows_due(need, knowledge, [head.plan])}
        rows = [row for row in rows if row.span in due]
    if counts:
        rows = [row for row in rows if _says_a_cell(row, need)] or rows
    spans = {row.span for row in rows}
    units = [u for u in told_of(knowledge)[head.plan] if u.kind == "row" and u.span in spans]
    if not units:
        return []
    title, label = head.heading or clip(table.title, LONGEST_LINE), plan_label(plan)
    told = f"**{title}** – {label}" if title else f"**{label}**"
    number = [Statement(say("count", need.language, n=len(units)), tuple(units[:1]))] if counts else []
    lines = [
        Statement(f"- {clip(words_of(unit, knowledge), LONGEST_LINE)}", (unit,))
        for unit in units[:MOST_LINES]
    ]
    return [*number, Statement(f"{told} ({len(units)}):", tuple(units[:1])), *lines]


def _says_a_cell(row: TableRow, need: Need) -> bool:
    """Whether the question says what a cell of a row names, one beside the row's own name: "thôn Bản Vài có mấy tuyến"."""
    asked = f" {fold(need.question)} "
    named = [fold(cell) for cell in row.cells if re.match(r"[^\W\d]+ +[^\W\d]", cell)]
    return any(f" {cell} " in asked for cell in named[1:])


def of_another_time(need: Need, head: str) -> bool:
    """Whether a question counts what is of a time that a head does not say: not all that stands below it is."""
    period = period_asked(need.question)
    return period is not None and period.said not in fold(head)


def _is_of_the_body(row: TableRow, table: Table, need: Need) -> bool:
    """Whether a row names the body asked about: in the column of the role asked about, where there is one."""
    roles = asked_roles(need.question)
    column = next((re.compile(header) for role, header in _COLUMNS if roles and role in roles), None)
    named = [fold(header) for header in table.header]
    cells = list(zip(named, row.cells, strict=False))
    if column and any(column.search(header) for header in named):
        cells = [(header, cell) for header, cell in cells if column.search(header)]
    body = fold(need.agency)
    return bool(body) and any(body in fold(cell) for _, cell in cells)


def _section_at(head: Unit, knowledge: Knowledge) -> Section:
    """The section of a head, by way of the parts that hold it."""
    return next(
        section
        for section in walk_parts(knowledge.plans[head.plan])
        if (section.path, section.span) == (head.path, head.span)
    )


@lru_cache(maxsize=20_000)
def heading_words(heading: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words of a heading that name its subject: with marks, and without."""
    words = [word for word in tokens(BRACKETED_RE.sub(" ", heading)) if word not in {"và", "các", "của"}]
    return tuple(words), frozenset(map(undiacritise, words))


def joined_heading(need: Need, sections: Sequence[Section]) -> Section | None:
    """The first section that is headed by what is asked for and its neighbours: "MỤC ĐÍCH, YÊU CẦU" for the aim alone."""
    words = tokens(need.asked)
    fillers = filler_positions(words, english=False)
    subject = {word for at, word in enumerate(words) if at not in fillers} - _OF_PLAN
    return next((s for s in sections if subject and _is_joined(s.heading, words, subject)), None)


def _is_joined(heading: str, asked: Collection[str], subject: Collection[str]) -> bool:
    """Whether a heading names several things, one of them asked for, and says the whole ``subject`` of a question.

    >>> words = "các nhiệm vụ chủ yếu là gì".split()
    >>> [_is_joined(head, words, words[1:5]) for head in ("NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU", "Nhiệm vụ chủ yếu của Sở")]
    [True, False]
    """
    parts = _joined_parts(heading)
    one_asked = any(part and part.issubset(asked) for part in parts)
    return len(parts) > 1 and one_asked and frozenset().union(*parts).issuperset(subject)


@lru_cache(maxsize=20_000)
def _joined_parts(heading: str) -> tuple[frozenset[str], ...]:
    """The words of each of the things that a heading names."""
    return tuple(frozenset(heading_words(part)[0]) for part in _JOINS_RE.split(heading))


def part_asked(section: Section, asked: frozenset[str], plan: Plan) -> Section:
    """The one part of a section whose own heading the question says as well: the section's then only says where to look.

    So "mục tiêu cụ thể về nguồn nhân lực" asks for "Nguồn nhân lực" below "Mục tiêu cụ thể"; where parts beside each
    other are named, or one by words of the headings above it, the section is meant.
    """

    def named_in(above: Section, said: frozenset[str]) -> list[Section]:
        found = []
        for part in parts_of(plan, above):
            words = frozenset(heading_words(part.heading)[0])
            below = named_in(part, said | words)
            own = [part] if words and words <= asked and not words <= said else []
            found += below or own
        return found

    named = named_in(section, frozenset(heading_words(section.heading)[0]))
    return named[0] if len(named) == 1 else section


def tell_list(section: Section, name: str, knowledge: Knowledge) -> list[Statement]:
    """The first words of a section, then every sentence below it; of a long one the first words of its parts."""
    if told := tell_whole(section, name, knowledge):
        return told
    told = [tell_opening(section, name, knowledge)]
    if lead := long_lead_in(section, knowledge.plans[name]):
        told.append(Statement(f"- {lead}", told[0].units))
    for child in parts_of(knowledge.plans[name], section):
        words = shown_words(child, name, knowledge)
        unit = Unit(name, "section", words, "", child.path, child.heading, child.span)
        told.append(Statement(f"- {called_by_label(child, words)}", (unit,)))
    return told


def tell_whole(section: Section, name: str, knowledge: Knowledge) -> list[Statement]:
    """The first words of a section, then every sentence below it; [] for one that is too long for that."""
    first = section.children[0].span.start if section.children else section.span.start
    units = [u for u in told_of(knowledge)[name] if first <= u.span.start < section.span.end]
    if not units or len(units) > MOST_LINES or sum(len(unit.text) for unit in units) > LONGEST:
        return []
    lines = section_lines(section, name, knowledge, opened=True)
    return [tell_opening(section, name, knowledge), *lines]
