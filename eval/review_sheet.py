"""The blind reading: what the review shows on real plans, as a sheet for a reader who did not write the rules.

``write_sheet`` writes the high and medium findings, one JSON object a line: the claim, the quotes with the words
around them, and an empty verdict. Neither rule nor severity nor confidence is told, and the order is shuffled.
The reader's verdicts (``data/review_judged.jsonl``: ``key``, ``real``, ``reader``) hold no words of the plans;
``print_judged`` joins them to the findings of today and prints the share that is real.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from assistant.review import Finding, Quote, review_plans
from ingest.plan import Plan

__all__ = ["print_judged", "shown_findings", "write_sheet"]

_AROUND = 400
"""Letters of context on each side of a quote."""
_JUDGED = "data/review_judged.jsonl"


def shown_findings(plans: Sequence[Plan]) -> list[Finding]:
    """Return the high and medium findings over plans, reviewed as one library and each alone; each once."""
    found = {finding.id: finding for finding in review_plans(plans)}
    for plan in plans:
        for finding in review_plans([plan]):
            found.setdefault(finding.id, finding)
    return [finding for finding in found.values() if finding.severity != "low"]


def _row(finding: Finding, texts: dict[str, str]) -> dict[str, Any]:
    def shown(quote: Quote) -> dict[str, str]:
        text, span = texts[quote.plan], quote.span
        return {
            "plan": quote.plan,
            "section": quote.path,
            "before": text[max(0, span.start - _AROUND) : span.start],
            "quote": quote.text,
            "after": text[span.end : span.end + _AROUND],
        }

    return {
        "key": finding.id,
        "claim": finding.message,
        "suggestion": finding.suggestion,
        "quotes": [shown(quote) for quote in finding.quotes],
        "real": None,
        "note": "",
    }


def write_sheet(plans: Sequence[Plan], path: Path) -> int:
    """Write the sheet and return how many findings it holds.

    The reader fills ``real`` with true where a careful officer would mend the text, false where it is right as it
    stands or the fault is the conversion's, and says why in ``note``.
    """
    texts = {plan.source.name: plan.source.original for plan in plans}
    rows = [_row(finding, texts) for finding in sorted(shown_findings(plans), key=lambda f: f.id)]
    random.Random(0).shuffle(rows)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return len(rows)


def _judged() -> dict[str, tuple[bool, str]]:
    source = files("eval").joinpath(_JUDGED)
    if not source.is_file():
        return {}
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
    return {row["key"]: (row["real"], row["reader"]) for row in rows if row["real"] is not None}


def print_judged(plans: Sequence[Plan], say: Callable[[str], None]) -> None:
    """Print what share of the shown findings is real by the reader's verdicts, by severity and by rule."""
    judged = _judged()
    if not judged:
        say("(chưa có bản đọc độc lập eval/data/review_judged.jsonl: kehoach eval review --sheet TỆP)")
        return
    shown = shown_findings(plans)
    known = [finding for finding in shown if finding.id in judged]
    readers = ", ".join(sorted({reader for _, reader in judged.values()}))
    say(f"Đọc độc lập ({readers}): {len(known)}/{len(shown)} phát hiện cao, vừa đã được xét")
    say(f"  đúng: {_share(known, judged)}")
    say(f"  theo mức: {_grouped(known, [finding.severity for finding in known], judged)}")
    say(f"  theo quy tắc: {_grouped(known, [finding.code for finding in known], judged)}")


def _grouped(findings: Sequence[Finding], names: Sequence[str], judged: dict[str, tuple[bool, str]]) -> str:
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding, name in zip(findings, names, strict=True):
        groups[name].append(finding)
    return "; ".join(f"{name} {_share(groups[name], judged)}" for name in sorted(groups))


def _share(findings: Iterable[Finding], judged: dict[str, tuple[bool, str]]) -> str:
    verdicts = [judged[finding.id][0] for finding in findings]
    return f"{sum(verdicts)}/{len(verdicts)} = {sum(verdicts) / max(1, len(verdicts)):.0%}"
