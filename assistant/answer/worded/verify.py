"""What a language model wrote, sentence by sentence, against the passages that it cites. Pure.

A sentence is kept only if it cites passages that exist and these bear it out: every number, date, document
symbol, agency and other name in it stands there, it turns nothing round (no to yes, "trên" to "dưới",
one task's date to another's), and most of its words are theirs. English sentences about Vietnamese text
cannot be held to the words; they are held to all the rest. When in doubt a sentence is dropped: the
extracted answer stands without it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.evidence.claims import plain, read_claims
from assistant.answer.worded.checks import CHECKS, Evidence, Fault
from assistant.answer.worded.words import speaks
from assistant.model import Language
from ingest.facts.bodies.agencies import Agency
from ingest.facts.language.sentences import split_sentences, strip_label

__all__ = ["Evidence", "Fault", "Verdict", "cited_numbers", "split_answer", "verify"]

_MARK_RE = re.compile(r"\[\s*(\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\s*\]")
_MARKS_AFTER_RE = re.compile(r"([.!?…])[^\S\n]*((?:\[[\d,;\s]{1,20}\][^\S\n]*)+)")
_LINK_RE = re.compile(r"https?:|www\.|\]\s*\(|<\s*\w|!\[|data:|javascript:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A sentence, the passages that it cites, and what is wrong with it (None: it may be shown)."""

    sentence: str
    cited: tuple[int, ...]
    fault: Fault | None = None


def split_answer(text: str) -> tuple[str, ...]:
    """Cut a model's answer into sentences, each with its marks inside, without bullets and headings.

    >>> split_answer("Sở Nội vụ chủ trì. [1] Hạn là 15.5.2024, theo văn bản số 12/KH-UBND. [2]")
    ('Sở Nội vụ chủ trì [1].', 'Hạn là 15.5.2024, theo văn bản số 12/KH-UBND [2].')
    """
    found: list[str] = []
    for raw in text.replace("\r", "\n").split("\n"):
        line = _MARKS_AFTER_RE.sub(lambda m: f" {m[2].strip()}{m[1]} ", raw.strip()).strip()
        line = re.sub(r"^#{1,6}\s+|^>\s+", "", line)
        line = line[strip_label(line) :].strip()
        found += [line[place.start : place.end] for place in split_sentences(line)]
    return tuple(sentence for sentence in found if re.search(r"\w", sentence))


def cited_numbers(sentence: str) -> tuple[int, ...]:
    """The numbers in a sentence's marks, in order, each once.

    >>> cited_numbers("Theo kế hoạch [2][1, 2].")
    (2, 1)
    """
    numbers = [int(number) for marks in _MARK_RE.findall(sentence) for number in re.findall(r"\d+", marks)]
    return tuple(dict.fromkeys(numbers))


def verify(sentence: str, evidence: Sequence[Evidence], language: Language) -> Verdict:
    """Judge one sentence of an answer in ``language``.

    >>> passage = Evidence(1, "Chủ trì tổng hợp báo cáo, gửi trước ngày 15/5/2031.", "Thanh tra tỉnh")
    >>> verify("Thanh tra tỉnh chủ trì tổng hợp báo cáo [1].", [passage], "vi").fault
    >>> verify("Sở Nội vụ chủ trì tổng hợp báo cáo [1].", [passage], "vi").fault
    'agency'
    """
    numbers = cited_numbers(sentence)
    if not numbers:
        return Verdict(sentence, (), "no_citation")
    known = {passage.number: passage for passage in evidence}
    if any(number not in known for number in numbers):
        return Verdict(sentence, numbers, "out_of_range")
    if _LINK_RE.search(_MARK_RE.sub("", sentence)):
        return Verdict(sentence, numbers, "link")
    cited = [known[number] for number in numbers]
    bare = _without_places(_MARK_RE.sub("", plain(sentence)), cited)
    claims = read_claims(bare)
    if not speaks(_without_names(bare, claims.agencies), language):
        return Verdict(sentence, numbers, "language")
    return Verdict(
        sentence, numbers, next((f for f, wrong in CHECKS if wrong(bare, claims, cited, language)), None)
    )


def _without_places(sentence: str, cited: Sequence[Evidence]) -> str:
    """Take out "mục IV.3" where a cited passage stands there: it is no number of the text."""
    for path in sorted({passage.path for passage in cited if passage.path}, key=len, reverse=True):
        names = [path, path.rsplit("row ", 1)[-1]] if "row " in path else [path]
        for name in names:
            shape = rf"(?i)(?:mục|section|điểm|khoản|phần|điều|dòng|row)\s+(?:số\s+)?{re.escape(name)}(?![\w.]*\w)"
            sentence = re.sub(shape, " ", sentence)
    return sentence


def _without_names(sentence: str, agencies: Sequence[Agency]) -> str:
    for agency in agencies:
        sentence = sentence.replace(agency.name, " ")
    return sentence
