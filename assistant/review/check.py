"""All rules over a case: findings with their severity, repeated ones folded, the worst first."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from assistant.review.document import open_document
from assistant.review.model import Case, Finding
from assistant.review.rules import RULES
from ingest.errors import KehoachError
from ingest.plan import Plan

__all__ = [
    "UnknownFinding",
    "accept_findings",
    "finding_to_json",
    "read_accepted",
    "review_plans",
    "run_rules",
]

_RANK = {"high": 0, "medium": 1, "low": 2}
_FILE = "review_accepted.json"
MAX_QUOTES = 8
"""A fault that comes again and again is shown so many times."""


class UnknownFinding(KehoachError):
    """A finding was to be accepted that the review does not report."""


def run_rules(case: Case, off: Collection[str] = ()) -> tuple[Finding, ...]:
    """Run every rule that is not switched off; the worst and surest findings come first."""
    folded: dict[tuple[str, str], Finding] = {}
    for rule in RULES:
        if rule.code in off:
            continue
        for found in rule.check(case):
            finding = replace(found, severity="low" if found.doubtful else rule.severity)
            key = (rule.code, finding.id)
            if (old := folded.get(key)) is None:
                folded[key] = finding
            else:
                more = tuple(q for q in finding.quotes if q not in old.quotes)
                worse = min(old.severity, finding.severity, key=_RANK.__getitem__)
                folded[key] = replace(old, severity=worse, quotes=(*old.quotes, *more)[:MAX_QUOTES])
    order = {document.name: at for at, document in enumerate(case.documents)}
    return tuple(
        sorted(
            folded.values(),
            key=lambda f: (
                _RANK[f.severity],
                order.get(f.quotes[0].plan, 0) if f.quotes else 0,
                -f.confidence,
                f.code,
            ),
        )
    )


def review_plans(
    plans: Iterable[Plan],
    library: Iterable[Plan] = (),
    parent: Plan | None = None,
    off: Collection[str] = (),
    accepted: Collection[str] = (),
) -> tuple[Finding, ...]:
    r"""Review plans; ``library`` is what they are compared with, ``parent`` the plan that they carry out.

    Findings whose id is in ``accepted`` are left out.

    >>> from ingest.pipeline import plan_from_text
    >>> from ingest.plan import RawText
    >>> text = "KẾ HOẠCH\nCông tác dân vận năm 2024\n\nI. MỤC ĐÍCH\nNâng cao các phong trào thi đua thi đua yêu nước."
    >>> [finding.code for finding in review_plans([plan_from_text(RawText("kh.txt", text))])]
    ['CT01']
    """
    documents = tuple(open_document(plan) for plan in plans)
    own = {document.name for document in documents}
    others = tuple(open_document(plan) for plan in library if plan.source.name not in own)
    above = open_document(parent) if parent else None
    if above and above.name not in own | {document.name for document in others}:
        # What the plan cites must be cited as its parent cites it.
        others = (*others, above)
    case = Case(documents, others, above)
    return tuple(finding for finding in run_rules(case, off) if finding.id not in accepted)


def finding_to_json(finding: Finding) -> dict[str, Any]:
    """The shape of a finding in ``kehoach check --json``."""
    return {
        "id": finding.id,
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "why": finding.why,
        "suggestion": finding.suggestion,
        "confidence": finding.confidence,
        "quotes": [
            {"plan": q.plan, "section": q.path, "quote": q.text, "start": q.span.start, "end": q.span.end}
            for q in finding.quotes
        ],
    }


def read_accepted(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """Return the findings accepted before, by id; nothing where the folder has no such file."""
    path = folder / _FILE
    if not path.exists():
        return {}
    try:
        kept: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as exc:
        raise KehoachError(
            f"{path.name}: tệp phát hiện đã chấp nhận bị hỏng; hãy sửa hoặc xoá tệp này."
        ) from exc
    return kept


def accept_findings(folder: Path, findings: Iterable[Finding]) -> None:
    """Keep findings as accepted, beside the library; they are not reported again."""
    kept = dict(read_accepted(folder))
    for finding in findings:
        quote = " ".join(finding.quotes[0].text.split()) if finding.quotes else ""
        plan = finding.quotes[0].plan if finding.quotes else ""
        kept[finding.id] = {"code": finding.code, "plan": plan, "quote": quote, "message": finding.message}
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / f"{_FILE}.part"
    fresh.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")
    fresh.replace(folder / _FILE)
