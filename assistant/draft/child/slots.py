"""The one list of what an officer must fill in: of the form, in the text, in the annex; the same in Word, page, trace and coverage.

In: the form's slots, the paragraphs and the rows of assignments. Out: the slots in reading order, each with how often "[…]"
stands for it. Time and product of a task are the parent's or stay blank: a column that no row fills is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from assistant.draft.model import SLOT, Draft, Paragraph, Slot, Task

__all__ = ["annex_words", "count_slots", "form_slots", "likely_words", "slots_of", "told_columns"]

Column = tuple[str, Callable[[Task], str]]
_OPTIONAL: tuple[Column, ...] = (
    ("Phối hợp", lambda task: task.partners),
    ("Thời gian", lambda task: task.time),
    ("Sản phẩm", lambda task: task.product),
)
_ANNEX = "Phụ lục"


def annex_words(task: Task) -> str:
    """What the annex says of a task: who leads it has a column of its own and is not said again.

    >>> annex_words(Task("Giao Phòng Kinh tế rà soát chợ", "II.1", "Phòng Kinh tế"))
    'Rà soát chợ'
    >>> annex_words(Task("Phòng Kinh tế và Công an xã dẹp chợ tạm", "II.1", "Phòng Kinh tế"))
    'Phòng Kinh tế và Công an xã dẹp chợ tạm'
    """
    led = rf"(?i:(?:Giao )?{re.escape(task.lead)})\s+(?!(?:và|cùng|hoặc|tại|có(?! trách))\s)(?=[a-zà-ỹđ])"
    said = re.sub(f"^{led}", "", task.content)
    return said[:1].upper() + said[1:] if said != task.content else said


def told_columns(tasks: Iterable[Task]) -> tuple[Column, ...]:
    """The columns beside task and lead that some row fills, with how to read them.

    >>> task = Task("Rà soát quy trình", "II.1", "Văn phòng", time="quý II")
    >>> [name for name, _ in told_columns([task])]
    ['Thời gian']
    """
    rows = tuple(tasks)
    return tuple((name, read) for name, read in _OPTIONAL if any(read(task) for task in rows))


def _ranges(numbers: Sequence[int]) -> str:
    """Numbers in words of ranges.

    >>> _ranges([1, 2, 3, 7])
    '1-3, 7'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def likely_words(names: Sequence[str]) -> str:
    """What is said at a slot of who may take the task.

    >>> likely_words(("Văn phòng", "Phòng Kinh tế"))
    'gần nhất: Văn phòng hoặc Phòng Kinh tế'
    """
    return f"gần nhất: {' hoặc '.join(names)}"


def _of_annex(tasks: Sequence[Task]) -> list[Slot]:
    empty: dict[tuple[str, ...], list[int]] = {}
    for number, task in enumerate(tasks, start=1):
        if task.lead == SLOT:
            empty.setdefault(task.likely, []).append(number)
    where = (f"TT {_ranges(rows)}{f' ({likely_words(who)})' if who else ''}" for who, rows in empty.items())
    count = sum(map(len, empty.values()))
    label = f"Bộ phận chủ trì của {count} nhiệm vụ"
    found = [Slot(label, f"{_ANNEX}, {'; '.join(where)}", count)] if empty else []
    unled = [number for number, task in enumerate(tasks, start=1) if task.partners == SLOT]
    return found + [Slot("Cơ quan chủ trì mà đơn vị phối hợp", f"{_ANNEX}, TT {n}") for n in unled]


def slots_of(
    form: Iterable[Slot], paragraphs: Iterable[Paragraph], tasks: Sequence[Task]
) -> tuple[Slot, ...]:
    """All that is to be filled in; ``form``: what the format asks for and the profile does not tell."""
    told = (Slot(label, p.path) for p in paragraphs for label in p.slots)
    return (*form, *told, *_of_annex(tasks))


def form_slots(draft: Draft) -> tuple[Slot, ...]:
    """The slots of a draft that stand neither in its text nor in its annex."""
    told = {(p.path, label) for p in draft.paragraphs for label in p.slots}
    return tuple(s for s in draft.slots if (s.path, s.label) not in told and not s.path.startswith(_ANNEX))


def count_slots(draft: Draft) -> int:
    """How many places are to be filled in."""
    return sum(slot.count for slot in draft.slots)
