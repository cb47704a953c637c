"""The retrieval tasks: passages, questions, and which passages answer which question."""

from __future__ import annotations

import csv
import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from eval.gold import GoldQuestion
from eval.scoring import squeeze
from ingest.plan import Chunk, Span
from ingest.spelling import undiacritise

__all__ = [
    "SMALL_POOL",
    "Asked",
    "Task",
    "bitext_tasks",
    "holds",
    "passage",
    "plan_tasks",
    "xquad_tasks",
    "zalo_tasks",
]

Key = tuple[int, int]
SMALL_POOL = 1200
"""Articles beside the right ones in the small law pool, for systems that are too slow for all."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the passages that answer it."""

    text: str
    relevant: frozenset[Key]


@dataclass(frozen=True, slots=True)
class Task:
    """Questions over one pool of passages; tasks over the same passages name the same pool."""

    name: str
    pool: str
    passages: tuple[tuple[Key, Chunk], ...]
    questions: tuple[Asked, ...]

    def sampled(self, most: int) -> Task:
        """At most this many questions, the same ones each time."""
        if len(self.questions) <= most:
            return self
        return replace(self, questions=tuple(random.Random(0).sample(self.questions, most)))


def passage(ordinal: int, text: str, title_line: str = "") -> tuple[Key, Chunk]:
    """A passage of a pool that is no plan."""
    return (1, ordinal), Chunk(ordinal, "", "", title_line, text, Span(0, 0))


def _without_marks(task: Task, name: str) -> Task:
    questions = (replace(asked, text=undiacritise(asked.text)) for asked in task.questions)
    return replace(task, name=name, questions=tuple(questions))


def _json_lines(path: Path) -> Iterator[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def xquad_tasks(data: Path) -> list[Task]:
    """XQuAD: 1,190 questions over 240 paragraphs, in Vietnamese, without marks, and from English."""
    rows = list(_json_lines(data / "xquad" / "xquad_envi.jsonl"))
    paragraphs = {row["pid"]: row["ctx_vi"] for row in rows}
    passages = tuple(passage(pid, text) for pid, text in sorted(paragraphs.items()))

    def task(name: str, field: str) -> Task:
        asked = (Asked(row[field], frozenset({(1, row["pid"])})) for row in rows)
        return Task(name, "xquad", passages, tuple(asked))

    vietnamese = task("XQuAD vi", "q_vi")
    return [vietnamese, _without_marks(vietnamese, "XQuAD no marks"), task("XQuAD en", "q_en")]


def zalo_tasks(data: Path, half: str = "test") -> list[Task]:
    """Users' legal questions with known passages, over all articles and over a small pool."""
    articles = list(_json_lines(data / "legal-articles" / "articles.jsonl.gz"))
    place = {article["id"]: at for at, article in enumerate(articles)}
    rows = [row for row in _json_lines(data / "zalo-legal" / f"{half}.jsonl.gz") if row["passages"]]
    asked = tuple(
        Asked(row["question"], frozenset((1, place[p["phapdien_id"]]) for p in row["passages"]))
        for row in rows
    )
    passages = tuple(
        passage(at, article["text"], article["title"] or "") for at, article in enumerate(articles)
    )
    large = Task("Zalo 64k vi", "zalo", passages, asked)
    gold = {key for question in asked for key in question.relevant}
    others = random.Random(0).sample([key for key, _ in passages if key not in gold], SMALL_POOL)
    chosen = gold | set(others)
    small = replace(
        large, name="Zalo 1.5k vi", pool="zalo small", passages=tuple(p for p in passages if p[0] in chosen)
    )
    return [large, _without_marks(large, "Zalo 64k no marks"), small]


def bitext_tasks(data: Path) -> list[Task]:
    """Find the translation of a sentence among all, both ways."""
    tasks = []
    for name, file in (("FLORES", "flores200-devtest.tsv"), ("Tatoeba", "tatoeba-1000.tsv")):
        with (data / "bitext-eval" / file).open(encoding="utf-8", newline="") as lines:
            rows = [
                row[:2] for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if len(row) > 1
            ]
        rows = rows[1:] if rows[0] == ["en", "vi"] else rows
        for source, target, way in ((0, 1, "en>vi"), (1, 0, "vi>en")):
            texts = list(dict.fromkeys(row[target] for row in rows))
            place = {text: at for at, text in enumerate(texts)}
            asked = tuple(Asked(row[source], frozenset({(1, place[row[target]])})) for row in rows)
            passages = tuple(passage(at, text) for at, text in enumerate(texts))
            tasks.append(Task(f"{name} {way}", f"{name} {way}", passages, asked))
    return tasks


def holds(text: str, quote: str) -> bool:
    """Whether a passage holds a quote, or the greater part of one that the passages' borders cut.

    >>> holds("Sở Nội vụ chủ trì, tổng hợp báo cáo.", "tổng hợp  báo cáo")
    True
    """
    there, wanted = squeeze(text), squeeze(quote)
    if wanted in there:
        return True
    words = wanted.split()
    half = max(4, len(words) // 2 + 1)
    return any(" ".join(words[at : at + half]) in there for at in range(len(words) - half + 1))


def plan_tasks(
    questions: Sequence[GoldQuestion], passages: Sequence[tuple[Key, Chunk]], plan_ids: dict[str, int]
) -> list[Task]:
    """The gold questions that a passage can answer, by language and half; evidence tells which passage."""
    texts = [(key, squeeze(chunk.text)) for key, chunk in passages]
    groups: dict[tuple[str, str], list[Asked]] = {}
    for question in questions:
        if question.status != "answered" or question.history:
            continue
        relevant = frozenset(
            key
            for evidence in question.evidence
            for key, text in texts
            if plan_ids.get(evidence.plan) == key[0] and holds(text, evidence.quote)
        )
        if relevant:
            groups.setdefault((question.split, question.language), []).append(
                Asked(question.question, relevant)
            )
    return [
        Task(f"plans {half} {language}", "plans", tuple(passages), tuple(asked))
        for (half, language), asked in sorted(groups.items())
    ]
