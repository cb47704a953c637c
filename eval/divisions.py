"""Which division of the unit gets each task of a draft, held against a head of office's choice and beside word overlap.

In: data/divisions_dev.yaml and divisions_test.yaml. Out: rates of right, wrong and needless slots, pair by pair and in all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import yaml

from assistant.draft.draft import draft_plan
from assistant.draft.model import SLOT
from assistant.draft.unit.profile import UnitProfile
from eval.drafts import read_parent, read_unit
from eval.reading_gold import DATA
from ingest.spelling import match_key

__all__ = ["overlap", "run"]


def overlap(task: str, profile: UnitProfile) -> str:
    """The baseline: the division whose duties and name share the most words with the task; a slot where none leads.

    >>> from assistant.draft.unit.profile import Division
    >>> rooms = (Division("Phòng Kinh tế", ("đất đai",)), Division("Phòng Văn hóa", ("lễ hội",)))
    >>> overlap("Đo đạc đất đai tại xã Suối Bạc", UnitProfile("UBND xã Suối Bạc", "commune", divisions=rooms))
    'Phòng Kinh tế'
    """
    said = set(re.findall(r"\w+", match_key(task)))
    ranked = Counter(
        {
            division.name: len(
                said & set(re.findall(r"\w+", match_key(f"{division.name} {division.duties}")))
            )
            for division in profile.divisions
        }
    ).most_common(2)
    if not ranked:
        return SLOT
    (name, most), others = ranked[0], [count for _, count in ranked[1:]]
    return name if most and most not in others else SLOT


def _verdict(chosen: str, owners: str) -> str:
    """How a choice stands to the owners that will do.

    >>> _verdict("Phòng A", "Phòng A | […]"), _verdict("[…]", "Phòng A"), _verdict("Phòng B", "Phòng A")
    ('right', 'slot', 'wrong')
    """
    if chosen in owners.split(" | "):
        return "right"
    return "slot" if chosen == SLOT else "wrong"


def _choices(pair: dict[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """The words of each task, who will do, who was chosen, whom the baseline chooses; a task that the draft lost is a slot."""
    plan, profile = read_parent(pair["parent"]), read_unit(pair["unit"])
    tasks = draft_plan(plan, profile).tasks if plan else ()
    for owners, fragments in pair["tasks"].items() if plan else ():
        for words in fragments:
            task = next((task for task in tasks if words in task.content), None)
            chosen, plain = (task.lead, overlap(task.content, profile)) if task else (SLOT, SLOT)
            yield words, owners, chosen, plain


def _told(verdicts: Counter[str]) -> str:
    whole = sum(verdicts.values())
    return ", ".join(
        f"{label} {verdicts[key]}/{whole} = {verdicts[key] / whole:.0%}"
        for key, label in (("right", "đúng"), ("wrong", "sai"), ("slot", "bỏ ngỏ thừa"))
    )


def run(*, show: bool = False, split: str = "dev") -> bool:
    """Draft every pair of a half and print who got the tasks; True when fewer are wrong than with word overlap."""
    ours: Counter[str] = Counter()
    plain: Counter[str] = Counter()
    for pair in yaml.safe_load((DATA / f"divisions_{split}.yaml").read_text(encoding="utf-8")):
        choices = list(_choices(pair))
        if not choices:
            continue
        own = Counter(_verdict(chosen, owners) for _, owners, chosen, _ in choices)
        ours += own
        plain += Counter(_verdict(guess, owners) for _, owners, _, guess in choices)
        print(f"{_told(own)}  {pair['parent'].partition(':')[2][:24]} -> {pair['unit']['name']}")
        for words, owners, chosen, _ in choices if show else ():
            if (verdict := _verdict(chosen, owners)) != "right":
                print(f"    {verdict}: {words} -> {chosen} (đúng: {owners})")
    if ours:
        print(f"Tổng {split}: {_told(ours)}\nSo từ đơn thuần: {_told(plain)}")
    return ours["wrong"] <= plain["wrong"]
