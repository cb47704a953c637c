"""Bodies that the 2025 reorganisation ended: replaced or left open as future actors, never inside citations.

The table is data/reorganisation_2025.tsv, with legal acts, days of effect and sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from assistant.draft.edits import Edit, free
from assistant.draft.model import SLOT
from assistant.draft.unit.profile import UnitProfile
from assistant.word_lists import read_rows
from ingest.plan import Range

__all__ = ["Ended", "ended_bodies", "find_ended", "renew_names", "successor_of"]


@dataclass(frozen=True, slots=True)
class Ended:
    """One line of the table."""

    name: str
    pattern: re.Pattern[str]
    successor: str
    single: bool
    effective: str
    act: str


@cache
def ended_bodies() -> tuple[Ended, ...]:
    """The table."""
    return tuple(
        Ended(row[0], re.compile(rf"(?<!\w)(?:{row[1]})(?!\w)"), row[2], row[3] == "1:1", row[4], row[5])
        for row in read_rows("reorganisation_2025.tsv")
    )


def successor_of(name: str) -> str | None:
    """The one successor of an ended body; None where it lives on or has several.

    >>> successor_of("Sở Giao thông vận tải"), successor_of("Sở Nội vụ")
    ('Sở Xây dựng', None)
    """
    for body in ended_bodies():
        match = body.pattern.match(name)
        if body.single and match:
            return body.successor.format(**match.groupdict())
    return None


def _day(profile: UnitProfile) -> str | None:
    """The day by which bodies are judged: that of drafting, else the last of the plan's year."""
    return profile.date or (f"{profile.year}-12-31" if profile.year else None)


def find_ended(text: str, profile: UnitProfile, taken: Iterable[Range]) -> list[tuple[Ended, re.Match[str]]]:
    """Find former names that a text uses for the future; those in ``taken`` (citations) are history."""
    day = _day(profile)
    taken = tuple(taken)
    found: list[tuple[Ended, re.Match[str]]] = []
    for body in ended_bodies():
        if day is None or day < body.effective:
            continue
        for match in body.pattern.finditer(text):
            if free(*match.span(), taken) and free(*match.span(), [Range(*m.span()) for _, m in found]):
                found.append((body, match))
    return found


def renew_names(
    text: str, profile: UnitProfile, taken: Iterable[Range]
) -> tuple[list[Edit], list[str], list[str]]:
    """Return edits, slot labels and warnings for the former names in a text.

    >>> unit = UnitProfile("UBND xã Suối Bạc", "commune", year=2026)
    >>> renew_names("gửi Ban Dân vận Tỉnh ủy", unit, ())[0][0].new
    'Ban Tuyên giáo và Dân vận Tỉnh ủy'
    """
    edits: list[Edit] = []
    slots: list[str] = []
    warnings: list[str] = []
    for body, match in find_ended(text, profile, taken):
        since = "/".join(reversed(body.effective.split("-")))
        if body.single:
            new = body.successor.format(**match.groupdict())
            edits.append(Edit(*match.span(), new, f"“{match[0]}” nay là “{new}” (từ {since}, {body.act})"))
            warnings.append(f"Đã thay “{match[0]}” bằng “{new}” (từ {since}, {body.act}): đề nghị kiểm tra.")
        else:
            edits.append(Edit(*match.span(), SLOT, f"“{match[0]}” không còn từ {since} ({body.act})"))
            slots.append(f"Cơ quan thay “{match[0]}”: {body.successor}")
            warnings.append(f"“{match[0]}” không còn từ {since} ({body.act}); cần chọn: {body.successor}.")
    return edits, slots, warnings
