"""Short forms that the document never spells out ("CCHC" without "cải cách hành chính (CCHC)")."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from assistant.review.hygiene import MAX_CORRUPTION
from assistant.review.model import Case, Document, Finding, Quote
from assistant.word_lists import read_rows
from ingest.facts.language.lexicon import read_table
from ingest.facts.language.patterns import NUMBER_RE

__all__ = ["find_undefined_short_forms"]

_SHORT_RE = re.compile(r"(?<![\w/.&-])[A-ZĐ]{2,}(?:[-&][A-ZĐ]+)*(?![\w/&])")
_ROMAN_RE = re.compile(r"[IVXLC]+")


@cache
def _free() -> frozenset[str]:
    return frozenset(
        word for row in read_rows("review_short_forms.txt") for cell in row for word in cell.split()
    )


@cache
def _long_forms() -> dict[str, str]:
    return {row[0]: row[1] for row in reversed(read_table("abbreviations.tsv"))}


def _defined(document: Document) -> frozenset[str]:
    """What the document explains itself: "(CCHC)" after words, "CCHC (cải cách ...)", "CCHC: cải cách ..."."""
    clean = document.plan.source.clean
    found = {short for short, _ in document.plan.abbreviations}
    found |= set(re.findall(r"\w[”\"]?\s*\(\s*([A-ZĐ][A-ZĐ&-]+)\s*\)", clean))
    found |= set(re.findall(r"(?:gọi|viết)\s+tắt\s*(?:là|:)?\s*[“\"]?([A-ZĐ][A-ZĐ&-]+)", clean))
    found |= set(re.findall(r"(?<!\w)([A-ZĐ][A-ZĐ&-]+)\s*[(:=]\s*[a-zà-ỹđA-ZÀ-ỸĐ][a-zà-ỹ]", clean))
    return frozenset(found)


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Whether a neighbour is in capitals too: "GIÁM ĐỐC TRUNG TÂM" in a form is a title."""
    before, after = text[:start].rsplit(" ", 2)[-2:-1], text[end:].split(" ", 2)[1:2]
    return any(
        word.isupper() and len(word.strip("*.,:;()")) > 1 and not word.isascii() for word in (*before, *after)
    )


def find_undefined_short_forms(case: Case) -> Iterator[Finding]:
    """CT08: a short form that is nowhere spelled out; the first mention must (Decree 30/2020/NĐ-CP, annex I).

    Left alone: document numbers, headings in capitals, names of products, the state's own short forms.
    """
    for document in case.documents:
        if document.plan.source.corruption > MAX_CORRUPTION:
            continue
        known = _free() | _defined(document)
        places: dict[str, list[Quote]] = defaultdict(list)
        for line in document.lines:
            # A line in capitals is a heading: its words are no short forms.
            letters = [letter for letter in line.text if letter.isalpha()]
            if sum(letter.isupper() for letter in letters) > 0.5 * len(letters):
                continue
            numbers = [found.span() for found in NUMBER_RE.finditer(line.text)]
            for found in _SHORT_RE.finditer(line.text):
                short = found[0]
                if set(short.split("-")) <= known or short in known or _ROMAN_RE.fullmatch(short):
                    continue
                if any(a <= found.start() < b for a, b in numbers):
                    continue
                if _in_capitals(line.text, found.start(), found.end()):
                    continue
                start = line.start + found.start()
                places[short].append(document.quote(start, start + len(short), line.path))
        for short, quotes in places.items():
            long = _long_forms().get(short)
            yield Finding.of(
                "CT08", f"Chữ viết tắt “{short}” không được giải thích ({len(quotes)} chỗ).",
                "Lần đầu phải viết đủ, chữ viết tắt để trong ngoặc đơn (Nghị định 30/2020/NĐ-CP, Phụ lục I).",
                f"Viết đủ ở lần đầu: “{long} ({short})”." if long else "Viết đủ ở lần đầu, chữ viết tắt trong ngoặc đơn.",
                quotes[:5], 0.7 if long else 0.5,
            )  # fmt: skip
