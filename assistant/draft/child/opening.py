"""How the child opens: the documents it rests on, its parent, and who issues it.

In: the parent, its opening, and how it is cited. Out: one run-in paragraph ("Thực hiện ...; Sở ban hành Kế hoạch ..."),
or, where more than a few documents are cited, a line for each before it (mục II.6.a of the annex of decree 30/2020).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.draft.cause import Cause
from assistant.draft.child.adapt import Adapter
from assistant.draft.child.basis import read_basis
from assistant.draft.child.citing import ParentCitation
from assistant.draft.child.pieces import lowered_first
from assistant.draft.model import Action, Paragraph, Source
from assistant.draft.parent.outline import Outline
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.plan import Plan, Range
from ingest.spelling import match_key

__all__ = ["open_plan", "who_issues"]

_RUN_IN = 4
"""Documents, the parent among them, that one sentence cites at most."""
_SHORT_RE = re.compile(
    r"(?i)\s*\((?:sau đây |dưới đây )?(?:được )?(?:(?:viết|gọi)(?: tắt| chung)?(?: là)?|là):? (?P<name>[^()]+)\)"
)
"""Only what says that it names is a short name: "(Khóa XIII)", "(Luật số 31/2024/QH15)" tell which document it is."""


def who_issues(profile: UnitProfile) -> str:
    """Who issues the unit's plan: its standing board where that signs for a Party committee.

    >>> who_issues(UnitProfile("Đảng ủy xã Suối Bạc", "party_committee", authority="T/M BAN THƯỜNG VỤ"))
    'Ban Thường vụ Đảng ủy xã Suối Bạc'
    >>> who_issues(UnitProfile("Sở Nội vụ", "department"))
    'Sở Nội vụ'
    """
    board = re.fullmatch(
        r"(?i)t/m\s+(ban thường vụ)(?: .*)?", profile.authority or kind_of(profile).authority
    )
    return f"Ban Thường vụ {profile.name}" if board else profile.name


def _without_short_names(text: str, used: str) -> str:
    """Drop the short names that a citation gives and the plan does not use."""

    def one(match: re.Match[str]) -> str:
        name = match["name"].strip(' ."“”')
        return "" if text.count(name) > 1 or name not in used else match[0]

    return _SHORT_RE.sub(one, text)


def open_plan(
    plan: Plan, adapter: Adapter, outline: Outline, cited: ParentCitation, used: str
) -> list[Paragraph]:
    """The opening, the parent last; ``used``: the words of the plan itself, for the short names it needs."""
    profile = adapter.profile
    spots = [Range(block.start, block.start + len(block.text)) for block in outline.preamble]
    found = read_basis(plan, spots, area=kind_of(profile).area)
    # What the parent's own title cites in full is said with it.
    title = match_key(cited.full)
    found = tuple(b for b in found if not _said_in(match_key(b.text), title))
    _leave_rest(plan, adapter, spots, [item.range for item in found])
    texts = [_without_short_names(item.text, used) for item in found]
    issues = f"{who_issues(profile)} ban hành Kế hoạch thực hiện như sau:"
    head = tuple(_head_sources(plan))
    sources = [adapter.source(*item.range) for item in found]
    action: Action = "slot" if cited.slots else "narrowed"
    changes = ("căn cứ kế hoạch cấp trên",)
    if len(texts) < _RUN_IN:
        told = f"Thực hiện {'; '.join([cited.full, *texts])}; {issues}"
        return [Paragraph("preamble", told, action, (*sources, *head), cited.slots, "basis", changes=changes)]
    label = "-" if kind_of(profile).system == "party" else ""
    lines = [
        Paragraph(
            "preamble",
            f"Căn cứ {lowered_first(text) if text.startswith('Các ') else text};",
            "narrowed",
            (source,),
            kind="basis",
            label=label,
        )
        for text, source in zip(texts, sources, strict=True)
    ]
    told = f"Thực hiện {cited.full}, {issues}"
    return [*lines, Paragraph("preamble", told, action, head, cited.slots, "basis", changes=changes)]


def _said_in(basis: str, title: str) -> bool:
    """Whether the parent's title cites a document with its day ("Chỉ thị số 49-CT/TW ngày 28 tháng 6 năm 2025")."""
    told = re.match(r"\S+(?: \S+){0,2}? số \S+(?: ?/\w+)?,? ngày \d[\d/]*(?: tháng \d+ năm \d+)?", basis)
    return told is not None and told[0].replace(" /", "/") in title


def _leave_rest(plan: Plan, adapter: Adapter, spots: Iterable[Range], kept: list[Range]) -> None:
    """Account for what the parent's opening says beside the documents taken over."""
    reached = sorted((spot.start, spot.end) for spot in kept)
    for spot in spots:
        at = spot.start
        for start, end in [*(r for r in reached if spot.start <= r[0] < spot.end), (spot.end, spot.end)]:
            words = plan.source.clean[at:start].strip(" ,;.\n")
            if len(words.split()) > 2:
                adapter.drop(at, start, Cause("lead_in"), "preamble")
            at = max(at, end)


def _head_sources(plan: Plan) -> list[Source]:
    """The parts of the letterhead that the citation of the parent is made of."""
    return [
        Source(span.start, span.end, plan.source.quote(span))
        for name, span in plan.letterhead.spans
        if name in {"number", "date", "issuer", "title"}
    ]
