"""From statements with evidence to an answer with numbered, verbatim citations."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answer.wording import plan_label
from assistant.knowledge import Unit
from assistant.model import Answer, Citation, Status, Verdict
from assistant.question.understand import Need
from ingest.plan import Plan, Span

__all__ = ["Statement", "bold_words", "citation", "compose"]

_BOLD_RE = re.compile(r"\*\*(.+?)\*\*")


def bold_words(text: str) -> tuple[str, ...]:
    """What a text sets in bold.

    >>> bold_words("**Sở Nội vụ**; **Sở Y tế** cùng làm")
    ('Sở Nội vụ', 'Sở Y tế')
    """
    return tuple(_BOLD_RE.findall(text))


@dataclass(frozen=True, slots=True)
class Statement:
    """One line of an answer and the units that bear it out (none for a bare heading line)."""

    text: str
    units: tuple[Unit, ...] = ()
    refuses: bool = False
    """Whether it says that the plans do not tell, which makes the whole answer a refusal."""
    left_open: bool = False
    """Whether it says that the text leaves blank what is asked, which is an answer."""
    warns: bool = False
    """Whether it says of a part of what is asked that it is not certain or stays open: then the whole is not certain."""
    verdict: Verdict | None = None
    """Whether it bears out or denies what the question claims."""

    @property
    def bolds(self) -> tuple[str, ...]:
        """What it sets in bold, as a short answer to the question."""
        return bold_words(self.text)


def citation(unit: Unit, plan: Plan) -> Citation:
    """Cite a unit: the words of the file as they are, and the repaired reading where it differs."""
    repaired = None
    if any(
        repair.span.start < unit.span.end and unit.span.start < repair.span.end
        for repair in plan.source.repairs
    ):
        repaired = unit.text
    return Citation(
        plan=unit.plan,
        section=unit.path,
        heading=unit.heading,
        page=plan.source.page(unit.span),
        quote=plan.source.quote(unit.span),
        start=unit.span.start,
        end=unit.span.end,
        plan_title=_title(plan),
        plan_label=plan_label(plan),
        repaired=repaired,
    )


def _title(plan: Plan) -> str:
    """Type and title as a reader would say them."""
    kind, title = plan.letterhead.doc_type or "", plan.letterhead.title or ""
    return title if title.lower().startswith(kind.lower()) else f"{kind} {title}".strip()


def compose(
    need: Need,
    plans: Mapping[str, Plan],
    statements: Sequence[Statement],
    status: Status = "answered",
) -> Answer:
    """Number the evidence in order of first use and set the marks behind each statement."""
    numbers: dict[tuple[str, Span], int] = {}
    cited: list[Citation] = []
    lines: list[str] = []
    for statement in statements:
        marks = []
        for unit in statement.units:
            key = (unit.plan, unit.span)
            if key not in numbers:
                numbers[key] = len(numbers) + 1
                cited.append(citation(unit, plans[unit.plan]))
            if (mark := f"[{numbers[key]}]") not in marks:
                marks.append(mark)
        lines.append(f"{statement.text} {''.join(marks)}".rstrip())
    if any(statement.refuses for statement in statements):
        status = "not_found"
    understood = need.question if need.question != need.original else None
    return Answer(
        status=status,
        text=_join(lines),
        kind=need.kind,
        language=need.language,
        citations=tuple(cited),
        understood=understood,
        verdict=next((s.verdict for s in statements if s.verdict), None),
    )


def _join(lines: Sequence[str]) -> str:
    """Lists and tables keep to single line breaks, paragraphs get a blank line between them."""
    text = ""
    for before, line in zip(["", *lines], lines, strict=False):
        tight = line.lstrip().startswith(("- ", "|")) and before.lstrip().startswith(("- ", "|"))
        text += ("" if not text else "\n" if tight else "\n\n") + line
    return text
