"""Bodies that the reorganisation of 2025 ended, where a later plan still gives them work or sends to them.

The table is data/reorganisation_2025.tsv (name, pattern, successor, kind, effective, legal act, source). Names
inside citations of documents already issued are history and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.review.model import Case, Document, Finding, Quote
from assistant.review.references import shown_date
from assistant.word_lists import read_rows
from ingest.spelling import spaced_re

__all__ = ["find_ended_bodies"]

# What looks back names bodies as they were; a plan on the reform itself speaks of the old ones.
_PAST_RE = spaced_re(
    r"(?i)\btrước (?:đây|ngày|khi s)|\(cũ\)|\bcũ\b|nguyên là|sau (?:khi )?(?:sáp nhập|sắp xếp|hợp nhất)|không (?:còn )?tổ chức|kết thúc hoạt động|giải thể|bàn giao|bãi bỏ|hết hiệu lực|thay thế"
)


@cache
def _table() -> tuple[tuple[re.Pattern[str], str, bool, str, str], ...]:
    found = []
    for row in read_rows("reorganisation_2025.tsv"):
        pattern = re.compile(rf"(?<!\w)(?:{row[1]})(?!\w)")
        found.append((pattern, row[2], row[3] in {"1:1", "one_to_one"}, row[4], row[5]))
    return tuple(found)


def _day(document: Document) -> str | None:
    """The day that the plan is of; without one, the last day of a year before its own is not enough."""
    head = document.plan.letterhead
    if head.date:
        return head.date
    return f"{head.year}-01-01" if head.year and head.year >= 2026 else None


def find_ended_bodies(case: Case) -> Iterator[Finding]:
    """TC01: a former body as actor, addressee or recipient of a plan dated after its end."""
    for document in case.documents:
        day = _day(document)
        if day is None:
            continue
        recipients = [
            (quote.text, quote, None)
            for quote in (
                document.quote_span(span, "Nơi nhận") for span in document.plan.closing.recipient_spans
            )
        ]
        lines = [(line.text, None, line) for line in document.lines]
        for text, whole, line in (*recipients, *lines):
            if _PAST_RE.search(text):
                continue
            for pattern, successor, single, effective, act in _table():
                if day < effective:
                    continue
                for found in pattern.finditer(text):
                    quote: Quote | None = whole
                    if line is not None:
                        start, end = line.start + found.start(), line.start + found.end()
                        if document.in_citation(start, end) or _of_symbol(text, found):
                            continue
                        quote = document.quote(start, end, line.path)
                    if quote is None:
                        continue
                    new = successor.format(**found.groupdict()) if "{" in successor else successor
                    yield Finding.of(
                        "TC01", f"“{found[0]}” không còn từ ngày {shown_date(effective)}.", f"Theo {act}.",
                        f"Thay bằng “{new}”." if single else f"Cần chọn cơ quan thay thế: {new}.", [quote], 0.9 if single else 0.85,
                    )  # fmt: skip


def _of_symbol(text: str, found: re.Match[str]) -> bool:
    """A former name in the words of a cited document: its issuer ("... của Huyện ủy"), whom it deals with."""
    before, after = text[: found.start()], text[found.end() :]
    return (
        re.search(r"(?:\d|-[A-ZĐ]+)\s+của\s+$", before) is not None
        or re.match(
            r"\s+(?:được\s+)?(?:quy\s+định|hưởng\s+[^.;]{0,40})\s+(?:tại|theo)\s+\w+\s+\w+\s+(?:số\s+)?\d",
            after,
        )
        is not None
    )
