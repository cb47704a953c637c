"""Measure the review: errors planted by program into clean plans, and findings on plans that a person annotated.

Planted: each kind of error goes, with a seed, into the samples and (where they are there) the shared plans. One is
found when a finding of its rule that the unchanged plan did not have quotes the changed place; what else the
change brought up counts as wrongly flagged. Annotated: ``data/review.jsonl`` names faults of six real plans; of the
high and medium findings shown there, those that match a real fault are right, all others wrong until judged.
"""

from __future__ import annotations

import json
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

from assistant.review import Finding, review_plans
from assistant.samples import sample_paths
from eval.planting import PLANTS
from eval.planting_duties import DUTY_PLANTS
from eval.planting_form import FORM_PLANTS
from eval.planting_tools import Planted
from eval.review_sheet import print_judged, write_sheet
from ingest.pipeline import plan_from_text, read_plan
from ingest.plan import Plan, RawText

__all__ = ["run"]

_SHARED = Path("../shared")


def _shared(folder: str) -> list[Path]:
    root = _SHARED / folder
    return sorted(path for path in root.iterdir() if path.suffix in {".txt", ".md"}) if root.is_dir() else []


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _overlaps(one: str, other: str) -> bool:
    first, second = _words(one), _words(other)
    return bool(first and second) and (first in second or second in first)


def _fresh(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    known = {(f.code, f.id) for f in before}
    return [f for f in after if (f.code, f.id) not in known]


def _again(text: str) -> Plan:
    return plan_from_text(RawText("planted.txt", text))


def _hit(finding: Finding, planted: Planted) -> bool:
    return finding.code in planted.codes and any(
        not planted.words or _overlaps(quote.text, planted.words) for quote in finding.quotes
    )


def _plant_all(plans: list[Plan], seed: int) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Plant one error of each kind in each plan that can hold it: (tried, found, wrongly flagged by rule)."""
    tried: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for plan in plans:
        clean = _again(plan.source.clean)
        before = review_plans([clean])
        for kind, plant in {**PLANTS, **FORM_PLANTS, **DUTY_PLANTS}.items():
            planted = plant(clean, random.Random(f"{seed}:{kind}:{plan.source.name}"))
            if planted is None:
                continue
            above = _renamed(clean, planted.parent) if planted.child else None
            old = review_plans([clean], parent=_renamed(clean)) if planted.child else before
            after = review_plans([_again(planted.text)], parent=above)
            fresh = _fresh(old, after)
            tried[kind] += 1
            found[kind] += any(_hit(f, planted) for f in fresh)
            wrong.update(f.code for f in fresh if f.code not in planted.codes and f.severity != "low")
    return tried, found, wrong


def _renamed(plan: Plan, text: str = "") -> Plan:
    return plan_from_text(RawText("parent.txt", text or plan.source.clean))


def _annotated(say: Callable[[str], None]) -> None:
    text = files("eval").joinpath("data/review.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in text.splitlines() if line.strip()]
    plans = {path.name: read_plan(path) for folder in ("seeds", "plans") for path in _shared(folder)}
    if not plans:
        say("(không có ../shared: bỏ qua phần chú giải bằng tay)")
        return
    started = time.monotonic()
    everything = review_plans(plans.values())
    say(
        f"Toàn kho {len(plans)} kế hoạch: {len(everything)} phát hiện trong {time.monotonic() - started:.1f} giây (không kể đọc tệp)"
    )
    print_judged(list(plans.values()), say)
    for split in ("dev", "test"):
        mine = [row for row in rows if row["split"] == split]
        _score_split(split, mine, everything, say)


def _score_split(
    split: str, rows: list[dict[str, Any]], everything: tuple[Finding, ...], say: Callable[[str], None]
) -> None:
    names = {row["plan"] for row in rows}
    shown = [f for f in everything if f.quotes[0].plan in names]
    hits: dict[int, bool] = defaultdict(bool)
    right = Counter[str]()
    for finding in shown:
        matched = [
            at
            for at, row in enumerate(rows)
            if row["real"] and row["code"] == finding.code and row["plan"] == finding.quotes[0].plan
            and any(_overlaps(q.text, row["quote"]) for q in finding.quotes)
        ]  # fmt: skip
        for at in matched:
            hits[at] = True
        level = "low" if finding.severity == "low" else "high/medium"
        right[level] += bool(matched)
        if not matched and finding.severity != "low":
            say(f"  chưa xét: {finding.code} {finding.quotes[0].plan[:30]}: {finding.message[:90]}")
    for level in ("high/medium", "low"):
        total = sum((f.severity == "low") == (level == "low") for f in shown)
        say(f"{split} {level}: {right[level]}/{total} phát hiện trùng với lỗi người đọc đã ghi")
    real = [at for at, row in enumerate(rows) if row["real"]]
    say(f"{split}: tìm được {sum(hits[at] for at in real)}/{len(real)} lỗi người đọc đã ghi")
    missed = [f"{rows[at]['code']} “{rows[at]['quote']}”" for at in real if not hits[at]]
    say("  chưa tìm được: " + "; ".join(missed))


def run(seed: int = 7, *, limit: int | None = None, sheet: Path | None = None) -> bool:
    """Print found and wrongly flagged per kind, then the annotated plans; True when 90% of plants are found.

    With ``sheet`` only the sheet for a blind reading is written.
    """
    say = print  # eval prints
    if sheet is not None:
        real = [read_plan(path) for folder in ("seeds", "plans") for path in _shared(folder)]
        say(f"{sheet}: {write_sheet(real, sheet)} phát hiện cao, vừa trên {len(real)} văn bản")
        return True
    plans = [read_plan(path) for path in (*sample_paths(), *_shared("plans"))][:limit]
    tried, found, wrong = _plant_all(plans, seed)
    say(f"Lỗi cài vào {len(plans)} kế hoạch (seed {seed})")
    for kind in tried:
        say(f"  {kind:<34} {found[kind]:>3}/{tried[kind]}")
    share = sum(found.values()) / max(1, sum(tried.values()))
    say(
        f"Tìm được {sum(found.values())}/{sum(tried.values())} = {share:.1%}; báo nhầm (cao, vừa): {dict(wrong) or 'không'}"
    )
    _annotated(say)
    return share >= 0.9
