"""The document's own short names: "(sau đây gọi tắt là Chương trình)", "(viết tắt là BCĐ)", "quy chế dân chủ (QCDC)"."""

from __future__ import annotations

import re

from ingest.parse.letters import compile_pattern
from ingest.spelling import undiacritise

__all__ = ["find_abbreviations"]

_CALLED_RE = re.compile(
    r"\(\s*(?:(?:sau đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt|chung|chung tắt)\s*(?:là|:)|sau đây (?:được )?gọi là)"
    r"\s*[:“\"]?\s*(?P<short>[^()“”\"\n]{2,60}?)[”\"]?\s*\)",
    re.IGNORECASE,
)
_CLAUSE_END_RE = re.compile(r"[.;:()\n]")
_NUMBER_RE = re.compile(r"\d+(?:/\d{4})?[/-][A-ZĐ]\S*")
_LETTERS_RE = re.compile(r"\((?P<short>[A-ZĐ][A-ZĐ&-]{1,11}(?:[a-z]{1,2}[A-ZĐ]*)?)\)")
_CLAUSE_RE = compile_pattern(r",\s+|(?<!\w)(?:của|thuộc|tại|cho|về|là|và)\s+(?=[\p{Lu}])")
_SMALL_WORDS = {"và", "của", "các", "về", "với", "cho", "trong", "-", "–", "ở", "có"}


def find_abbreviations(text: str) -> tuple[tuple[str, str], ...]:
    """(short form, long form) pairs in reading order, each short form once.

    >>> find_abbreviations("Xây dựng và thực hiện quy chế dân chủ (QCDC) ở cơ sở.")
    (('QCDC', 'quy chế dân chủ'),)
    >>> find_abbreviations("Chương trình phát triển đô thị (sau đây gọi tắt là Chương trình) gồm hai phần.")
    (('Chương trình', 'Chương trình phát triển đô thị'),)
    """
    found: dict[str, tuple[int, str]] = {}
    for match in _CALLED_RE.finditer(text):
        # A document's own number is said once in its full name, which may be long.
        reach = 600 if _NUMBER_RE.search(match["short"]) else 220
        before = _CLAUSE_END_RE.split(text[max(0, match.start() - reach) : match.start()])[-1]
        long = _tail(before, match["short"])
        if long and match["short"] not in found:
            found[match["short"].strip()] = (match.start(), long)
    for match in _LETTERS_RE.finditer(text):
        long = _spelt_out(text[max(0, match.start() - 160) : match.start()], match["short"])
        if long and match["short"] not in found:
            found[match["short"]] = (match.start(), long)
    return tuple((short, long) for short, (_, long) in sorted(found.items(), key=lambda item: item[1][0]))


def _spelt_out(before: str, short: str) -> str | None:
    """The words before "(QCDC)" whose first letters it is; short words may be left out of it."""
    letters = [undiacritise(letter).lower() for letter in short if letter.isalpha()]
    words = list(re.finditer(r"[^\s,;:()]+", before))
    at = len(letters) - 1
    for n in range(len(words) - 1, -1, -1):
        word = words[n][0]
        first = undiacritise(word[0]).lower()
        if first == letters[at]:
            at -= 1
            if at < 0:
                return before[words[n].start() :].strip(' ,“"')
        elif word.lower() not in _SMALL_WORDS:
            return None
    return None


def _tail(before: str, short: str) -> str | None:
    """The long form: the words back to where a name of the same start begins, else the last clause."""
    words = before.strip(' ,“"')
    if short.isupper():
        return _spelt_out(words, short) or _last_clause(words)
    first = short.split()[0]
    number = re.search(r"\d\S*", short)
    starts = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(first)}(?!\w)", words, re.IGNORECASE)]
    for start in reversed(starts):
        # "Đợt thi đua" names the last clause that begins as it does, not a later chance word.
        other = _NUMBER_RE.search(words, start)
        if number and other and not other[0].startswith(number[0]):
            continue  # "sửa đổi Quyết định số 5": not the document that bears the short form's number
        if words[start:].lower().startswith(short.lower()[: len(first) + 3].strip()):
            return words[start:]
    return None


def _last_clause(words: str) -> str | None:
    clause = _CLAUSE_RE.split(words)[-1].strip()
    return clause if 3 < len(clause) < 160 else None
