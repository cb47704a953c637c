"""Marks: quotation marks that do not pair, commas and full stops that stand together.

Damaged text (lost glyphs) is left alone: what looks like a fault there is the file's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.review.hygiene import healthy
from assistant.review.model import Case, Document, Finding
from ingest.facts.language.blocks import Block
from ingest.repair.lost_glyphs_model import is_syllable

__all__ = ["find_broken_punctuation", "find_split_words", "find_unbalanced"]

_FAR = 20_000
"""Letters over which one quotation may run: a quoted article of a decree does, a slogan does not."""


def _mark(text: str, at: int) -> str:
    """Whether a mark opens or closes; straight ones by what stands next to them, "?" where that does not say."""
    if text[at] != '"':
        return "(" if text[at] == "“" else ")"
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    opens, closes = not before.strip() or before in "(*“", not after.strip() or after in ".,;:)*!?”…"
    return "?" if opens == closes else "(" if opens else ")"


def _single(document: Document) -> list[tuple[Block, int, str]]:
    """The marks that find no partner in their own paragraph, in reading order."""
    found: list[tuple[Block, int, str]] = []
    for line in sorted(document.lines, key=lambda line: line.start):
        stack: list[int] = []
        loose: list[tuple[int, str]] = []
        marks = [(m.start(), _mark(line.text, m.start())) for m in re.finditer(r"[“”\"]", line.text)]
        for at, way in marks:
            if way == "(" or (way == "?" and not stack):
                stack.append(at)
            elif stack:
                stack.pop()
            else:
                loose.append((at, ")"))
        loose += [(at, "(") for at in stack]
        # Straight marks in an even number are pairs, however they lean.
        if len(marks) % 2 == 0 and all(line.text[at] == '"' for at, _ in marks):
            continue
        found += [(line, at, way) for at, way in sorted(loose)]
    return found


def find_unbalanced(case: Case) -> Iterator[Finding]:
    """CT03: a quotation mark that opens and does not close, or closes what did not open.

    A quotation of several paragraphs ("như sau: “Điều 2. ...") closes in a later one.
    """
    for document in healthy(case):
        amends = any(
            _PROVISION_RE.match(line.text, at + 1) for line, at, way in _single(document) if way == "("
        )
        opened: list[tuple[Block, int]] = []
        wrong: list[tuple[Block, int]] = []
        for line, at, way in _single(document):
            if way == "(":
                opened.append((line, at))
                continue
            begun = [p for p in opened if line.start - p[0].start < _FAR and _runs_on(*p)]
            if begun:
                opened.remove(begun[-1])
            else:
                wrong.append((line, at))
        for line, at in sorted([*opened, *wrong], key=lambda place: place[0].start + place[1]):
            end = min(at + 60, len(line.text))
            yield Finding.of(
                "CT03", "Dấu ngoặc kép không đủ cặp.", "Trong đoạn này số dấu mở và số dấu đóng không bằng nhau.",
                "Thêm dấu còn thiếu hoặc bỏ dấu thừa.",
                [document.quote(line.start + at, line.start + end, line.path)], 0.85,
                # The cells of a flattened table are parts of sentences; a text that amends another quotes by the page.
                doubtful="row" in line.path or amends,
            )  # fmt: skip


def _runs_on(line: Block, at: int) -> bool:
    """Whether a quotation that opens here may go on in the next paragraphs: it begins one, or follows a colon."""
    before, said = line.text[:at], line.text[at + 1 :]
    begins = re.search(r"(?:^|:)[\s*\-+]*$", before) or re.match(r"\W*(?:\d[\d.]*|[a-zđ])[.)]\s*$", before)
    return bool(begins or _PROVISION_RE.match(said)) or not re.search(r"[.:;]\W*$", line.text)


# The beginning of a quoted article, clause or point.
_PROVISION_RE = re.compile(r"\s*(?:Điều|Mục|Chương|Phụ lục|Mẫu|Căn cứ|\d+[a-zđ]?\.|[a-zđ]\d?\))")


_PUNCTUATION_RE = re.compile(
    r"(?<=\w),\.{1,2}(?![.…])|(?<=\w),{2,}|\s\.(?=[^\W\d_]{2})|(?<=[^\W\d_])\s+[,;](?=\s)|(?<=\w)[“](?=\w)|;;"
)


def find_broken_punctuation(case: Case) -> Iterator[Finding]:
    """CT09: ",.", " .các", "năm 2024“Học": marks that stand together or lack their blank."""
    for document in healthy(case):
        for line in document.lines:
            for found in _PUNCTUATION_RE.finditer(line.text):
                start, end = max(0, found.start() - 12), min(len(line.text), found.end() + 12)
                yield Finding.of(
                    "CT09", f"Dấu câu hoặc dấu cách sai: “{' '.join(line.text[start:end].split())}”.",
                    "Dấu câu viết liền chữ trước, cách chữ sau một dấu cách; không đặt hai dấu liền nhau.", "Sửa dấu câu.",
                    [document.quote(line.start + start, line.start + end, line.path)], 0.8,
                )  # fmt: skip


_ONSETS = "ngh|ng|nh|gh|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx]"
_SPLIT_RE = re.compile(
    rf"(?<=[^\W\d] )(?P<onset>{_ONSETS}) (?P<rhyme>[aăâeêioôơuưyà-ỹ][^\W\d_]{{0,5}})(?!\w)"
)


def find_split_words(case: Case) -> Iterator[Finding]:
    """CT11: "di đ ộng": a consonant alone, and the rest of its syllable after a blank."""
    for document in healthy(case):
        for line, key in zip(document.lines, document.keys, strict=True):
            for found in _SPLIT_RE.finditer(key):
                whole = found["onset"] + found["rhyme"]
                if line.text[found.start()].isupper() or not is_syllable(whole):
                    continue
                start, end = line.start + found.start(), line.start + found.end()
                yield Finding.of(
                    "CT11", f"Có dấu cách trong một chữ: “{line.text[found.start() : found.end()]}”.",
                    "Một chữ không viết rời phụ âm đầu với phần còn lại.", f"Viết liền: “{whole}”.",
                    [document.quote(start, end, line.path)], 0.85,
                )  # fmt: skip
