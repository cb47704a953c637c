"""Headings that are a time and nothing else: what is listed under "1. Quý I/2026" is due then.

In: the lines of a document with who holds their tasks. Out: one deadline for each task under such a heading (a bullet, or
a line of its own) that says no time itself. A stretch of years ("Giai đoạn 2026 - 2030") is a phase of a programme, no
deadline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.facts.due.deadlines import FoundDeadline
from ingest.facts.language.blocks import Block
from ingest.facts.language.patterns import YEAR
from ingest.facts.language.sentences import split_sentences
from ingest.facts.language.verbs import starts_predicate
from ingest.facts.tasks.held import Holding
from ingest.facts.times.dates import normalise_time
from ingest.facts.times.limits import find_times
from ingest.spelling import spaced, spaced_re

__all__ = ["heading_time", "read_timed_headings"]

_MONTH = rf"tháng\s+\d{{1,2}}(?:\s*(?:,|và|-|–|đến)\s*(?:tháng\s+)?\d{{1,2}})*(?:\s*(?:/|năm|-)\s*{YEAR})?"
_QUARTER = rf"quý\s+(?:I{{1,3}}|IV|[1-4])(?:\s*(?:,|và|-|–|đến)\s*(?:quý\s+)?(?:I{{1,3}}|IV|[1-4]))*(?:\s*(?:/|năm)?\s*{YEAR})?"
_DAY = spaced(rf"(?:ngày )?\d{{1,2}}(?:/\d{{1,2}}(?:/{YEAR})?| tháng \d{{1,2}}(?: năm {YEAR})?)")
_ONE = rf"(?:(?:đầu|giữa|cuối)\s+)?(?:{_DAY}|{_MONTH}|{_QUARTER})"
_TIME_RE = spaced_re(
    rf"(?:(?:thời (?:gian|hạn)(?: thực hiện)?\s*:?\s*)?(?:(?:trong|trước|từ|vào|đến(?: hết)?|chậm nhất) )*)?(?P<when>{_ONE}(?:\s*(?:-|–|đến)\s*{_ONE})?)(?!\w)", re.IGNORECASE
)  # fmt: skip
_PHASE_RE = re.compile(
    r"(?:giai\s+đoạn|đợt|bước)\s+(?:\d{1,2}|[IVX]{1,4})\s*[:(–-]\s*(?P<rest>[^)]*)\)?", re.IGNORECASE
)


def heading_time(words: str) -> str | None:
    """The time that a heading is, without its label and final mark; None where it says anything more.

    >>> heading_time("Quý I/2026"), heading_time("Đợt 1 (từ tháng 01 đến tháng 3/2026)"), heading_time("Tháng hành động năm 2026")
    ('Quý I/2026', 'từ tháng 01 đến tháng 3/2026', None)
    """
    bare = words.strip(" .:;*")
    phase = _PHASE_RE.fullmatch(bare)
    bare = phase["rest"].strip() if phase else bare
    return bare if _TIME_RE.fullmatch(bare) else None


def read_timed_headings(held: Sequence[Holding], year: int | None) -> tuple[FoundDeadline, ...]:
    """The deadlines of the tasks under headings that are a time."""
    times: dict[int, str] = {}
    found: list[FoundDeadline] = []
    for holding in held:
        block = holding.block
        if block.kind in {"preamble", "footnote"} or not block.chain:
            continue
        own = heading_time(block.text[block.body :]) if block.opens else None
        if own:
            times[block.chain[-1].range.start] = own
            continue
        when = next((times[s.range.start] for s in reversed(block.chain) if s.range.start in times), None)
        normal = normalise_time(when, year) if when else None
        if when and normal and block.speaks and _is_task(block) and not find_times(block.text, block.body):
            found.append(_due(holding, when, normal))
    return tuple(found)


def _is_task(block: Block) -> bool:
    text = block.text.rstrip()
    return len(text[block.body :].split()) > 2 and not text.endswith(":") and (
        block.opens or starts_predicate(text, block.body)
    )  # fmt: skip


def _due(holding: Holding, when: str, normal: str) -> FoundDeadline:
    block = holding.block
    first = split_sentences(block.text)[0]
    what = re.sub(r"\s+", " ", block.text[block.body : first.end]).strip(" .;:,")
    owners = [one.actor for one in holding.found if one.actor and one.role != "coordinate"]
    owners = owners or [holder.name for holder in holding.before if holder.role != "coordinate"]
    where = block.clean(block.body, len(block.text))
    return FoundDeadline(what, when, normal, block.path, where, "; ".join(dict.fromkeys(owners)) or None)
