"""What the parent says twice, in its body and in its annex: one row for the unit, and where the two differ a warning.

In: the tasks of the body and those of the annex's rows. Out: the rows, and what contradicts, both sides quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.draft.child.slots import annex_words
from assistant.draft.model import SLOT, Paragraph, Task
from assistant.draft.unit.profile import UnitProfile, kind_of
from assistant.path_words import path_words
from ingest.facts.language.sentences import split_clauses, split_sentences
from ingest.facts.times.dates import normalise_time
from ingest.facts.times.limits import find_times
from ingest.plan import Range
from ingest.spelling import match_key

__all__ = ["share_warnings", "task_key", "told_once"]

_SHARE_RE = re.compile(r"\d+(?:[.,]\d+)?\s*%")
_NUMBER_RE = re.compile(r"\d+(?:[.,]\d+)*")
_COUNT_RE = re.compile(
    r"(?<!đợt )(?<!lần )(?<!kỳ )(?<!số )(?<!đoạn )(?<!vòng )(?<!khóa )(?<![\d.,])\d+(?:[.,]\d+)*"
)
"""A number that counts; "đợt 2" is another task than "đợt 1"."""
_DUE_RE = re.compile(r"(?i),?\s*(?:(?:phấn đấu )?(?:hoàn thành|xong)\s*)?$")
_LEAST = 4
"""Words of a task that two places can mean by chance no more."""


def task_key(words: str, profile: UnitProfile, *, counts: bool = False) -> str:
    """What a task is, without who does it, its times and how much: the same for two places that tell one task; "" for too few words.

    With ``counts`` how much is part of it.

    >>> unit = UnitProfile("UBND xã Suối Bạc", "commune")
    >>> task_key("UBND xã rà soát 12 chợ tạm của xã, hoàn thành trước ngày 15/3/2026", unit)
    'rà soát # chợ tạm của xã'
    >>> task_key("Rà soát 10 chợ tạm của xã", unit), task_key("Họp dân", unit)
    ('rà soát # chợ tạm của xã', '')
    >>> task_key("Kiểm tra vệ sinh các chợ đợt 2", unit), task_key("Rà soát 10 chợ tạm của xã", unit, counts=True)
    ('kiểm tra vệ sinh các chợ đợt 2', 'rà soát 10 chợ tạm của xã')
    """
    own = "|".join(re.escape(name) for name in (f"UBND {kind_of(profile).self}", kind_of(profile).self))
    words = match_key(_without_times(re.sub(rf"^(?:{own})\s+(?=[a-zà-ỹđ])", "", words)))
    key = " ".join(re.findall(r"[\w#%]+", words if counts else _COUNT_RE.sub("#", words)))
    return key if len(key.split()) >= _LEAST else ""


def _without_times(words: str) -> str:
    """Words without the days and months by which a thing is due."""
    for time in reversed(find_times(words)):
        head = _DUE_RE.sub("", words[: time.start])
        words = f"{head} {words[time.end :]}".strip()
    return words


def told_once(
    told: Iterable[Task], rows: Iterable[Task], profile: UnitProfile, year: int | None
) -> tuple[tuple[Task, ...], list[str]]:
    """The body's tasks and the annex's rows, each task once, and what is said of one task in two ways.

    The row gives what the body leaves open: with whom, by when, to what result. Where both tell a time and they differ, the
    row of the draft quotes both.
    """
    tasks, rows = list(told), list(rows)
    warnings: list[str] = []
    keys = [task_key(annex_words(task), profile) for task in tasks]
    of_rows = [task_key(annex_words(row), profile) for row in rows]
    for row, key in zip(rows, of_rows, strict=True):
        alike = [at for at, one in enumerate(keys) if one == key] if key else []
        if (
            len(alike) > 1 or of_rows.count(key) > 1
        ):  # done twice: only the time tells which of the two is meant
            due = normalise_time(row.time, year)
            alike = [at for at in alike if normalise_time(tasks[at].time, year) == due]
        if len(alike) != 1:
            tasks.append(row)
            continue
        at = alike[0]
        task = tasks[at]
        numbers = [_NUMBER_RE.findall(_without_times(one.content)) for one in (task, row)]
        if numbers[0] != numbers[1]:
            warnings.append(_differ(task, task.content, row.content))
            tasks.append(row)
            continue
        times = [normalise_time(one.time, year) for one in (task, row)]
        if all(times) and times[0] != times[1]:
            warnings.append(_differ(task, task.time, row.time))
            row = replace(row, time=f"{task.time}; Phụ lục: {row.time}")
            task = replace(task, time="")
        tasks[at] = replace(
            task,
            lead=row.lead if task.lead == SLOT else task.lead,
            partners=task.partners or row.partners,
            time=task.time or row.time,
            product=task.product or row.product,
            sources=(*task.sources, *row.sources),
        )
    return tuple(tasks), warnings


def _differ(task: Task, body: str, annex: str) -> str:
    what = " ".join(task.content.split()[:16])
    return (
        f"Cấp trên nói hai cách về một việc (“{what}”): {path_words(task.path)} ghi “{body}”, phụ lục ghi “{annex}”;"
        " đề nghị xác định."
    )


def share_warnings(paragraphs: Sequence[Paragraph]) -> list[str]:
    """Where two clauses of a draft say the same of the same thing at the same time with another share.

    >>> told = [Paragraph(path, f"Tỷ lệ chợ có nước sạch năm 2026 đạt {share}%.", "kept") for path, share in (("I.1", 80), ("II.2", 90))]
    >>> share_warnings(told)
    ['Chỉ tiêu “Tỷ lệ chợ có nước sạch năm 2026 đạt 90%” có hai mức: 80% (mục I.1) và 90% (mục II.2).']
    """
    warnings: list[str] = []
    seen: dict[str, tuple[tuple[str, ...], str]] = {}
    for paragraph in paragraphs:
        text = paragraph.text
        clauses = (c for sentence in split_sentences(text) for c in split_clauses(text, sentence))
        for clause in (_words(text, spot) for spot in clauses):
            shares = tuple(_SHARE_RE.findall(clause))
            # All but the shares must be the same: subject, period and place.
            key = _SHARE_RE.sub("%", match_key(clause))
            if not shares or len(key) < 20:
                continue
            before = seen.setdefault(key, (shares, paragraph.path))
            if before[0] != shares:
                levels = f"{', '.join(before[0])} ({path_words(before[1])}) và {', '.join(shares)} ({path_words(paragraph.path)})"
                warnings.append(f"Chỉ tiêu “{clause[:90]}” có hai mức: {levels}.")
    return warnings


def _words(text: str, spot: Range) -> str:
    return text[spot.start : spot.end].strip(" .;")
