"""What the program read, and what a naive reader of regular expressions reads, as comparable facts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from eval.reading_match import Found, plain
from ingest.plan import Plan, Section

__all__ = ["Reading", "naive_reading", "plan_reading"]

NUMBERED = frozenset({"heading", "item", "annex"})
OUTSIDE = ("preamble", "closing")
_LABEL_RE = re.compile(r"^\s*(?:[IVXLC]+|\d+(?:\.\d+)*|[a-zđ])\s*[.)\-]\s*", re.IGNORECASE)
_NAIVE_HEADING_RE = re.compile(r"^[*_#\s]*(?:([IVX]+)\.|(\d+)\.|([a-zđ])\))\s*(.*)$")
_NAIVE_NUMBER_RE = re.compile(
    r"(Chỉ thị|Quyết định|Kết luận|Nghị quyết|Nghị định|Kế hoạch|Đề án|Luật|Quy chế|Quy định|Chương trình)"
    r" số\s+(\S+?)[,;.]?(?:\s+ngày\s+(\d+)/(\d+)/(\d{4}))?(?:\s+của\s+([^,;.]{3,60}?)\s+(?:về|ban hành))?(?=[\s,;.]|$)"
)
_AGAIN_RE = re.compile(r"\s\(\d+\)")
LONGEST_NAIVE_HEADING = 150


@dataclass(frozen=True, slots=True)
class Reading:
    """One reader's account of one document, by kind; ``head`` None where it reads no letterhead."""

    found: Mapping[str, list[Found]]
    head: dict[str, str | None] | None = None
    parents: tuple[str, ...] = ()
    bullets: Mapping[str, int] | None = None


def plan_reading(plan: Plan) -> Reading:
    """Turn a Plan into comparable facts; assignments without an actor and undated deadlines are left out."""
    facts, source = plan.facts, plan.source

    def words(span: tuple[int, int], *more: str | None) -> str:
        return " ¦ ".join([source.original[span[0] : span[1]], *(one for one in more if one)])

    assignments = [
        Found(one.path, words(one.span, one.task), {"role": one.role, "actor": one.actor})
        for one in facts.assignments
        if one.actor and not one.path.startswith(OUTSIDE)
    ]
    deadlines = [
        Found(one.path, words(one.span, one.when, one.what), {"normalised": one.normalised, "who": one.who})
        for one in facts.deadlines
        if one.normalised and not one.path.startswith(OUTSIDE)
    ]
    targets = [Found(one.path, words(one.span, one.subject), {"value": one.value}) for one in facts.targets]
    references = [
        Found(
            one.path,
            words(one.span, one.title),
            {"type": one.type, "number": one.number, "date": one.date, "issuer": one.issuer},
        )
        for one in facts.references
        if not one.number or plain(one.number) != plain(plan.letterhead.number)
    ]
    tree = plan.walk()
    sections = [_section(plan, one) for one in tree if one.kind in NUMBERED]
    # "II.1/-2" is a bullet of II.1, "annex/II.1/-2" one of the plan that a decision promulgates
    inside = [
        _AGAIN_RE.sub("", "/".join(one.path.split("/")[: 2 if one.path.startswith("annex") else 1]))
        for one in tree
        if one.kind == "bullet"
    ]
    bullets = Counter(path for path in inside if not path.startswith(OUTSIDE))
    leads = [one for one in assignments if one.fields["role"] == "lead"]
    found = {
        "sections": sections, "assignments": assignments, "leads": leads, "deadlines": deadlines,
        "targets": targets, "references": references,
    }  # fmt: skip
    parents = tuple(one.number for one in plan.parents if one.number)
    return Reading(found, _head(plan), parents, bullets)


def _section(plan: Plan, one: Section) -> Found:
    text = one.heading or _LABEL_RE.sub("", plan.text(one.range).lstrip())[:200]
    return Found(one.path, text, {"kind": one.kind, "heading": one.heading or None})


def _head(plan: Plan) -> dict[str, str | None]:
    head, foot = plan.letterhead, plan.closing
    signer = foot.signer
    recipients = foot.recipients
    return {
        "doc_type": head.doc_type,
        "number": head.number,
        "date": head.date,
        "issuer": head.issuer,
        "level": head.level,
        "system": head.system,
        "province": head.province,
        "year": str(head.year) if head.year else None,
        "title": head.title,
        "recipients": str(len(recipients)) if recipients else None,
        "recipient_first": recipients[0] if recipients else None,
        "recipient_last": recipients[-1] if recipients else None,
        "signer_authority": signer.authority if signer else None,
        "signer_title": signer.title if signer else None,
        "signer_name": signer.name if signer else None,
    }


def naive_reading(text: str) -> Reading:
    r"""Read as a first try would: numbered lines are sections, "chủ trì" leads, "<type> số <number>" cites.

    The leader is what stands before "chủ trì" in its line, or else the nearest heading.

    >>> naive_reading("I. TỔ CHỨC\n1. Sở Nội vụ\nChủ trì tổng hợp.").found["leads"][0].fields["actor"]
    'Sở Nội vụ'
    """
    sections: list[Found] = []
    leads: list[Found] = []
    part, number, path, heading = "", "", "", ""
    for line in text.splitlines():
        if match := _NAIVE_HEADING_RE.match(line):
            roman, digit, letter, rest = match.groups()
            part, number = (roman, "") if roman else (part, digit or number)
            path = ".".join(filter(None, [part, number, letter]))
            title = rest.strip(" *_") if len(rest) < LONGEST_NAIVE_HEADING else ""
            heading = title or heading
            sections.append(Found(path, rest, {"heading": title or None}))
        before, cue, _ = line.partition("chủ trì") if "chủ trì" in line else line.partition("Chủ trì")
        if cue:
            actor = _LABEL_RE.sub("", before).strip(" *_-") or heading
            leads.append(Found(path, line, {"role": "lead", "actor": actor}))
    references = {
        match[2]: Found(
            "", match[0], {"type": match[1], "number": match[2], "date": _iso(match), "issuer": match[6]}
        )
        for match in _NAIVE_NUMBER_RE.finditer(" ".join(text.split()))
    }
    return Reading({"sections": sections, "leads": leads, "references": list(references.values())})


def _iso(match: re.Match[str]) -> str | None:
    return f"{match[5]}-{int(match[4]):02}-{int(match[3]):02}" if match[3] else None
