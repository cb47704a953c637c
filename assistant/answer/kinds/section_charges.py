"""Who is charged with a part of the document by its number: "Chủ trì triển khai các nhiệm vụ tại mục (IV) (4.3)".

Plans often tell what is done in one part and who does it in another, under each body's name. In: a sentence on the
subject. Out: the body whose duty names the part in which that sentence stands, the narrowest part first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.answer.cite import Statement
from assistant.answer.evidence.units import by_plan
from assistant.answer.kinds.quoted import quote
from assistant.answer.wording import clip
from assistant.knowledge import Knowledge, Unit
from assistant.question.places import named_paths
from assistant.question.understand import Need
from ingest.facts.bodies.agencies import find_agencies

__all__ = ["answer_section_charge", "parts_named"]

_REFERS_RE = re.compile(
    r"(?i)(?:nhiệm vụ|nội dung|giải pháp|chỉ tiêu|mục tiêu|công việc)[^.;:]{0,40}? (?:tại|ở|thuộc|theo|của|trong) (?:các )?"
    r"(?P<place>(?:mục|phần|điểm|khoản|tiểu mục)\s[^;:\n]{1,80})"
)
_LEADS_RE = re.compile(r"(?i)chủ trì|thực hiện|triển khai|phụ trách|chịu trách nhiệm")
_NO_LEAD_RE = re.compile(
    r"(?i)(?<!\w)(?:kết quả thực hiện|phối hợp|kiểm tra|giám sát|theo dõi|đôn đốc|tổng hợp|báo cáo|đánh giá|không)(?!\w)"
)
"""What a body does that helps or watches those who do the tasks, or what only comes of them."""
_IN_BRACKETS_RE = re.compile(r"(?i)mục \(([IVX]+)\)((?:[ ,;]*(?:và )?\(\d+(?:\.\d+)*\))+)")


class _Charge(NamedTuple):
    path: str
    actor: str
    unit: Unit


def parts_named(text: str) -> tuple[str, ...]:
    """The paths of the parts whose tasks a sentence refers to.

    >>> parts_named("Chủ trì triển khai các nhiệm vụ tại mục (IV) (4.1) (4.2) và Phụ lục của Kế hoạch.")
    ('IV.4.1', 'IV.4.2')
    >>> parts_named("Kiểm tra việc thực hiện các nhiệm vụ tại mục 3"), parts_named("Phối hợp thực hiện nội dung tại mục 3")
    ((), ())
    >>> parts_named("Trên cơ sở kết quả thực hiện các chỉ tiêu tại mục 3, giao Sở Y tế thành lập đoàn kiểm tra")
    ()
    >>> parts_named("thực hiện các nội dung tại mục 8, phần II của Kế hoạch này"), parts_named("Báo cáo kết quả")
    (('II.8',), ())
    """
    refers = _REFERS_RE.search(text)
    if refers is None or not _LEADS_RE.search(text):
        return ()
    clause = re.split(r"[.;:\n]|, (?=chủ trì)", text[: refers.start()])[-1]
    watches = _NO_LEAD_RE.search(clause)
    if watches and not _LEADS_RE.search(clause[: watches.start()]):
        return ()
    if bracketed := _IN_BRACKETS_RE.match(refers["place"]):
        return tuple(f"{bracketed[1].upper()}.{part}" for part in re.findall(r"\d+(?:\.\d+)*", bracketed[2]))
    return named_paths(refers["place"])[:1]


def answer_section_charge(
    need: Need, knowledge: Knowledge, on_subject: Sequence[Unit]
) -> Iterator[list[Statement]]:
    """Who leads, for each of these sentences: the body that is charged with its part, the sentence, and the charge."""
    for unit in on_subject:
        fitting = [
            charge
            for charge in _charges(knowledge).get(unit.plan, ())
            if f"{unit.path}.".startswith(f"{charge.path}.") and charge.unit.path != unit.path
        ]
        if fitting:
            best = max(fitting, key=lambda charge: len(charge.path))
            yield [
                Statement(f"**{clip(best.actor)}**", (best.unit, unit)),
                quote(unit, need, knowledge),
                quote(best.unit, need, knowledge),
            ]


@lru_cache(maxsize=2)
def _charges(knowledge: Knowledge) -> dict[str, tuple[_Charge, ...]]:
    """All such charges of each plan; the body is the one that heads the section, or that the sentence names first."""
    found: dict[str, list[_Charge]] = {}
    for (kind, name), units in by_plan(knowledge).items():
        for unit in units if kind == "sentence" else ():
            paths = parts_named(unit.text)
            bodies = find_agencies(unit.heading or "") or find_agencies(unit.text) if paths else ()
            for path in paths if bodies else ():
                found.setdefault(name, []).append(_Charge(path, bodies[0].name, unit))
    return {name: tuple(charges) for name, charges in found.items()}
