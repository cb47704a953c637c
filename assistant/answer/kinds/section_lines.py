"""What a section says, as a list: one line for each paragraph, one step in for each part that it stands below.

In: a section of a plan. Out: its lines in reading order, each with the sentences that bear it out; a list that one
sentence holds behind a colon ("Hồ sơ gồm: đơn; bản sao; ảnh") is told member by member.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.answer.cite import Statement
from assistant.answer.evidence.cells import words_of
from assistant.answer.evidence.units import coverage
from assistant.answer.wording import clip, plan_label
from assistant.grams import gram_set
from assistant.knowledge import Knowledge, Unit
from assistant.question.naming import fold
from assistant.question.understand import Need
from assistant.question.wanted import Wanted
from assistant.sentences import parts_of
from ingest.plan import Plan, Range, Section

__all__ = [
    "LONGEST_LINE",
    "called_by_label",
    "first_words",
    "listed_in",
    "long_lead_in",
    "members_of",
    "named_in_line",
    "on_the_rest",
    "section_lines",
    "shown_words",
    "tell_opening",
    "told_of",
    "words_within",
]

LONGEST_LINE = 420
LONGEST_BOLD = 160
"""Letters up to which a lead-in stands in bold beside its heading."""
SAID, LONGEST_SAID = 0.5, 6000
"""Share of what else a question asks that a part must say, and letters of it in which that is looked for."""
FEWEST = 3
"""Members of such a list; what announces one ("gồm:") may have two."""
_LEAD_RE = re.compile(r"[^:]{3,160}?:(?=\s)")
"""What stands before the colon of a list within one sentence."""
_MEMBERS = r"(?::| ?\()\s*(?P<members>[^.;:()…]+, [^.;:()…]+)"
"""Folded: names behind a colon or in brackets, parted by commas."""
_CELL_RE = re.compile(r"[\t\u2028]")
"""What parts the cells of a table and the lines in a cell."""
_ANNOUNCES_RE = re.compile(r"(?i)(?:gồm(?: có)?|như sau|sau đây|sau):$")
_WORD_RE = re.compile(r"[^\W\d_]{2,}")


def listed_in(text: str) -> tuple[str, ...]:
    """The lead-in and the members of a list within one sentence; () where a text holds none.

    >>> listed_in("Hồ sơ gồm: đơn (bản chính; bản sao); ảnh 4x6.")
    ('Hồ sơ gồm:', 'đơn (bản chính; bản sao)', 'ảnh 4x6')
    >>> listed_in("Thời gian: trong năm 2031; kinh phí theo quy định.")
    ()
    """
    lead = _LEAD_RE.match(text)
    if lead is None or "(" in lead[0] or _CELL_RE.search(text):
        return ()
    members = [member.strip(" ;.,") for member in _parted(text[lead.end() :])]
    members = [member for member in members if member]
    enough = 2 if _ANNOUNCES_RE.search(lead[0]) else FEWEST
    return (lead[0], *members) if len(members) >= enough else ()


def named_in_line(text: str, wanted: Wanted | None) -> str | None:
    """The members that a sentence names behind the noun asked for; None where it names no set of them.

    >>> named_in_line("Xã có 2.318 hộ; gồm 03 thôn: Pá Hán, Tà Lừ và Nậm Lành; có 01 chợ.", Wanted((("thon",),), counted=False))
    'Pá Hán, Tà Lừ và Nậm Lành'
    >>> named_in_line("Các thôn báo cáo: kết quả, khó khăn.", Wanted((("thon",),), counted=False))
    """
    folded = fold(text)
    for form in wanted.forms if wanted and wanted.sure and not wanted.measures else ():
        if not all(word in folded for word in form):
            continue
        noun = r"\s+".join(map(re.escape, form))
        if found := re.search(rf"\b{noun}\b(?:/[a-z ]+)?(?: (?:sau|gom(?: co)?|nhu|la))*{_MEMBERS}", folded):
            return text[slice(*found.span("members"))].strip()
    return None


def _parted(text: str) -> Iterator[str]:
    """The stretches between the semicolons that stand in no bracket."""
    depth, at = 0, 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter == ";" and depth <= 0:
            yield text[at:place]
            at = place + 1
    yield text[at:]


@lru_cache(maxsize=4)
def told_of(knowledge: Knowledge) -> dict[str, list[Unit]]:
    """The sentences and rows of each plan, in reading order."""
    found: dict[str, list[Unit]] = {name: [] for name in knowledge.plans}
    for at in knowledge.of("sentence", "row"):
        found[knowledge.units[at].plan].append(knowledge.units[at])
    return {name: sorted(units, key=lambda unit: unit.span) for name, units in found.items()}


def words_within(unit: Unit, knowledge: Knowledge) -> str:
    """What a unit says by itself: a sentence or row; of a fact what it stands in; of a section how it begins."""
    if unit.kind in {"sentence", "row"}:
        return words_of(unit, knowledge)
    told = told_of(knowledge)[unit.plan]
    if unit.at >= 0:
        held = [u for u in told if u.span.start < unit.span.end and unit.span.start < u.span.end]
        return " ".join(words_of(u, knowledge) for u in held) or unit.text
    first = next((u for u in told if unit.span.start <= u.span.start < unit.span.end), None)
    said = words_of(first, knowledge) if first else ""
    return said if not unit.text or unit.text in said else f"{unit.text}: {said}".rstrip(" :")


def first_words(section: Section, name: str, knowledge: Knowledge) -> str:
    """The heading and what stands between it and the first part, without the label."""
    text = knowledge.plans[name].text(Range(section.range.start, _first_part(section))).strip()
    return clip(text.removeprefix(section.label), LONGEST_LINE)


def shown_words(section: Section, name: str, knowledge: Knowledge) -> str:
    """The same as an answer shows it: what follows the heading is parted from it by a colon."""
    lead = _lead_in(section, knowledge.plans[name])
    if not section.heading:
        return first_words(section, name, knowledge)
    return clip(f"{section.heading}: {lead}" if lead else section.heading, LONGEST_LINE)


def _lead_in(section: Section, plan: Plan) -> str:
    """What stands between the heading and the first part."""
    behind = max(section.range.start, section.heading_range.end)
    between = plan.text(Range(behind, _first_part(section))).lstrip(" :")
    return clip(between, LONGEST_LINE) if section.heading else ""


def called_by_label(section: Section, words: str = "") -> str:
    """A part's heading (or ``words``) as a line of a list: behind its number, but without the mark of a list's member."""
    label = "" if section.label.endswith(")") or not section.label[:1].isalnum() else section.label
    return f"{label} {words or section.heading}".strip()


def _first_part(section: Section) -> int:
    return section.children[0].range.start if section.children else section.range.end


def members_of(section: Section, name: str, knowledge: Knowledge) -> tuple[str, list[str]]:
    """The words that head the list which a section is, and the first words of its members; ("", []) for one that is none.

    It is one by its parts, by the list that its sentence holds, or as a heading without a number of the paragraphs below.
    """
    plan = knowledge.plans[name]
    if section.children:
        return first_words(section, name, knowledge), [
            first_words(part, name, knowledge) for part in section.children
        ]
    behind = max(section.range.start, section.heading_range.end)
    text = plan.text(Range(behind, section.range.end)).strip().removeprefix(section.label).strip(" :\n")
    said = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    listed = listed_in(said[0]) if said else ()
    if listed and (len(said) == 1 or _ANNOUNCES_RE.search(listed[0])):
        return f"{section.heading} {listed[0].rstrip(':')}".strip(), list(listed[1:])
    return (section.heading, said) if section.heading and section.kind in {"bullet", "item"} else ("", [])


def tell_opening(section: Section, name: str, knowledge: Knowledge) -> Statement:
    """What heads the list, in bold with its plan: the heading, and the lead-in beside it where that is short."""
    plan = knowledge.plans[name]
    own = members_of(section, name, knowledge)[0] or first_words(section, name, knowledge)
    if section.heading and (not section.children or long_lead_in(section, plan)):
        called = section.heading
    else:
        called = shown_words(section, name, knowledge) if section.heading else own
    label = section.label if section.label[:1].isalnum() else ""
    whole = Unit(name, "section", own, "", section.path, section.heading, section.span)
    return Statement(f"**{f'{label} {called}'.strip()}** – {plan_label(plan)}", (whole,))


def long_lead_in(section: Section, plan: Plan) -> str:
    """What stands between a heading and the first part, where it is too long to stand in bold and so is told below."""
    lead = _lead_in(section, plan)
    return lead if len(lead) > LONGEST_BOLD - len(section.heading) else ""


def section_lines(
    section: Section, name: str, knowledge: Knowledge, *, opened: bool = False
) -> list[Statement]:
    """The lines below a section's heading; of one with parts those from its first part on, behind a long lead-in.

    Where the list ``opened`` with the words before the colon of its one sentence, these are not said again.
    """
    units = [u for u in told_of(knowledge)[name] if section.span.start <= u.span.start < section.span.end]
    below = not section.children or long_lead_in(section, knowledge.plans[name]) != ""
    begin = section.heading_range.end if below else _first_part(section)
    told = list(_Teller(name, knowledge, units).below(section, max(begin, section.range.start), 0, 0))
    of_sentence = len(told) > 1 and told[1].text.startswith("  ") and not section.children
    if opened and of_sentence and not section.heading:
        return [replace(line, text=line.text.removeprefix("  ")) for line in told[1:]]
    return told


class _Teller:
    """The lines of one section, whose sentences and rows are ``units``."""

    def __init__(self, name: str, knowledge: Knowledge, units: Sequence[Unit]) -> None:
        self.name, self.knowledge, self.units = name, knowledge, units
        self.plan: Plan = knowledge.plans[name]

    def below(self, section: Section, begin: int, first: int, then: int) -> Iterator[Statement]:
        """Its own paragraphs from ``begin`` on and its parts; the first paragraph ``first`` steps in, the others ``then``."""
        at, step = begin, first
        parts = parts_of(self.plan, section)
        for part in (*parts, None):
            end = part.range.start if part else section.range.end
            for paragraph in self.paragraphs(at, end):
                label = section.label if paragraph.start == section.range.start else ""
                if told := list(self.told(paragraph, label, section, step)):
                    yield from told
                    step = then
            if part:
                yield from self.part(part, then)
                at = part.range.end

    def part(self, part: Section, step: int) -> Iterator[Statement]:
        if not part.heading:
            yield from self.below(part, part.range.start, step, step + 1)
            return
        own = self.plan.source.clean[part.heading_range.end : part.range.end]
        body = own.strip(" :")
        called = called_by_label(part)
        if not part.children and body and "\n" not in body and not own.lstrip(" :").startswith("\n"):
            paragraph = Range(part.heading_range.end, part.range.end)
            yield from self.told(paragraph, "", part, step, before=f"{called}: ")
            return
        unit = Unit(self.name, "section", part.heading, "", part.path, part.heading, part.span)
        yield Statement(f"{'  ' * step}- {called}", (unit,))
        yield from self.below(part, part.heading_range.end, step + 1, step + 1)

    def paragraphs(self, start: int, end: int) -> Iterator[Range]:
        """The lines of a stretch of the clean text that say something."""
        at = start
        for line in self.plan.source.clean[start:end].split("\n"):
            if line.strip():
                yield Range(at, at + len(line))
            at += len(line) + 1

    def told(
        self, paragraph: Range, label: str, section: Section, step: int, *, before: str = ""
    ) -> Iterator[Statement]:
        """The lines of one paragraph: one, or one for each row, for each member of its list, for so many sentences as fit."""
        span = self.plan.source.span(*paragraph)
        units = [u for u in self.units if span.start <= u.span.start < span.end]
        text = self.plan.text(paragraph).strip().removeprefix(label).strip(" :") if label else ""
        text = text or self.plan.text(paragraph).strip(" :\n").lstrip("-+ ")
        lead = "  " * step + "- "
        rows = [unit for unit in units if unit.kind == "row"]
        if rows:
            for row in rows:
                yield Statement(f"{lead}{clip(words_of(row, self.knowledge), LONGEST_LINE)}", (row,))
            return
        if self.names_columns(paragraph, text):
            return
        if not units:
            # Too short to be a sentence, but a member all the same ("- Giấy khen.").
            if _WORD_RE.search(text):
                short = Unit(self.name, "section", text, "", section.path, section.heading, span)
                yield Statement(f"{lead}{before}{clip(text)}", (short,))
            return
        if listed := listed_in(before + text):
            yield Statement(lead + listed[0], tuple(units[:1]))
            for member in listed[1:]:
                yield Statement(
                    f"  {lead}{clip(member, LONGEST_LINE)}", self.bearing(member, paragraph, units, section)
                )
            return
        if len(before + text) <= LONGEST_LINE:
            yield Statement(f"{lead}{before}{clip(text, LONGEST_LINE)}", tuple(units))
            return
        for unit in units:
            yield Statement(f"{lead}{before}{clip(words_of(unit, self.knowledge), LONGEST_LINE)}", (unit,))
            before = ""

    def names_columns(self, paragraph: Range, text: str) -> bool:
        """Whether a line is of the head of a table, whose words each row says; not so a group's name ("I. Kinh tế số")."""
        at = self.plan.source.span(*paragraph).start
        table = next((t for t in self.plan.tables if t.span.start <= at < t.span.end), None)
        if table is None or not table.rows:
            return False
        first = table.rows[0]
        words = (set(re.findall(r"\w+", said)) for said in (text, first.group))
        return paragraph.start < first.range.start and not next(words) <= next(words)

    def bearing(
        self, member: str, paragraph: Range, units: Sequence[Unit], section: Section
    ) -> tuple[Unit, ...]:
        """The sentences that a member is, or its own words within one."""
        if found := tuple(unit for unit in units if unit.text.strip(" ;.,") in member):
            return found
        at = self.plan.source.clean.find(member, *paragraph)
        span = self.plan.source.span(at, at + len(member)) if at >= 0 else units[0].span
        return (Unit(self.name, "section", member, "", section.path, units[0].heading, span),)


def on_the_rest(need: Need, section: Section, name: str, knowledge: Knowledge) -> bool:
    """Whether the plan's title or the section says most of what a question asks besides the section's heading."""
    heading = gram_set(section.heading)
    rest = [term for term in need.terms if coverage([term], heading) < SAID]
    plan = knowledge.plans[name]
    said = knowledge.titles[name] | gram_set(plan.text(section.range)[:LONGEST_SAID])
    return not rest or coverage(rest, said) >= SAID
