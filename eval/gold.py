"""Gold questions: a JSONL file becomes frozen questions. The format is told in eval/data/README.md."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.model import Turn, Verdict

__all__ = ["Evidence", "GoldError", "GoldQuestion", "read_gold"]

KINDS = frozenset({
    "advise", "annex_row", "blank", "compare", "conflict", "coordinate", "count", "deadline", "duties", "follow_up",
    "lead", "letterhead", "list", "recipient_of_report", "recipients", "reference", "section", "signer", "target",
    "unanswerable", "yesno",
})  # fmt: skip
LANGUAGES = frozenset({"vi", "nodia", "en", "mixed"})
SPLITS = frozenset({"dev", "test"})


class GoldError(ValueError):
    """A line of a gold file that does not follow the format; the message names the line and what to mend."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a plan that a right citation overlaps."""

    plan: str
    quote: str


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """One question with what counts as right: one string of every group of `accept` must occur."""

    id: str
    question: str
    history: tuple[Turn, ...]
    language: str
    kind: str
    collection: str
    status: str
    accept: tuple[tuple[str, ...], ...]
    reject: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    split: str
    writer: str
    verdict: Verdict | None = None
    """What a yes-or-no question must be answered, where it is answered yes or no at all."""


def _check(item: GoldQuestion, where: str) -> None:
    for name, value, allowed in (
        ("kind", item.kind, KINDS),
        ("language", item.language, LANGUAGES),
        ("split", item.split, SPLITS),
        ("status", item.status, {"answered", "not_found"}),
    ):
        if value not in allowed:
            raise GoldError(f"{where}: {name} is {value!r}, expected one of {', '.join(sorted(allowed))}")
    if not item.question.strip():
        raise GoldError(f"{where}: the question is empty")
    answerable = item.status == "answered"
    if answerable and not (item.accept and all(item.accept) and item.evidence):
        raise GoldError(f"{where}: an answerable question needs accepted answers and evidence")
    if not answerable and (item.accept or item.evidence):
        raise GoldError(f"{where}: a question without an answer takes neither accepted answers nor evidence")
    if item.verdict and (item.verdict not in {"yes", "no"} or not answerable):
        raise GoldError(f"{where}: a verdict is yes or no, of a question that has an answer")
    if item.kind == "follow_up" and not item.history:
        raise GoldError(f"{where}: a follow-up needs a history")


def _question(record: dict[str, Any], where: str) -> GoldQuestion:
    try:
        item = GoldQuestion(
            id=record["id"],
            question=record["question"],
            history=tuple(Turn(turn["role"], turn["content"]) for turn in record.get("history", ())),
            language=record["language"],
            kind=record["kind"],
            collection=record.get("collection", ""),
            status=record.get("status", "answered"),
            accept=tuple(tuple(group) for group in record.get("accept", ())),
            reject=tuple(record.get("reject", ())),
            evidence=tuple(Evidence(piece["plan"], piece["quote"]) for piece in record.get("evidence", ())),
            split=record.get("split", "test"),
            writer=record.get("writer", ""),
            verdict=record.get("verdict"),
        )
    except KeyError as error:
        raise GoldError(f"{where}: the field {error} is missing") from error
    _check(item, where)
    return item


def read_gold(path: Path) -> tuple[GoldQuestion, ...]:
    """Read a gold file, one JSON object a line; GoldError names the first line that is wrong."""
    items: list[GoldQuestion] = []
    seen: set[str] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        where = f"{path.name}, line {number}"
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise GoldError(f"{where}: not JSON ({error.msg})") from error
        item = _question(record, where)
        if item.id in seen:
            raise GoldError(f"{where}: the id {item.id!r} occurs twice")
        seen.add(item.id)
        items.append(item)
    return tuple(items)
