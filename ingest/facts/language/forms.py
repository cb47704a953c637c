"""Forms to be filled in and worked examples tell nobody anything, whatever duties their words seem to lay down.

"Tôi cam kết chịu trách nhiệm ...", "Thời hạn hợp đồng: ... tháng" bind whoever signs the filled form, not those whom the
document charges. When it is due is told to all ("Ngày nhận báo cáo: 31/01 năm sau"). A form shows itself by how many of
its lines have a blank (dots, boxes, "[ghi tên nhà thầu]"), or by its name and one such line. Who is to act by a day of
the calendar is told so by no form: of 1,062 assignments in forms of 213 open documents none was.

"Ví dụ 9: Bà N nghỉ việc từ ngày 29/5/2021 ..." shows how a rule is reckoned: its numbers and days are made up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.facts.language.blocks import Block
from ingest.facts.language.lexicon import UPPER
from ingest.facts.language.sentences import split_sentences
from ingest.plan import Range, Section, SourceText
from ingest.spelling import spaced_re

__all__ = ["form_ranges", "is_form", "outside", "without_examples"]

_BLANK_RE = re.compile(
    r"(?:…\s?\.?\s?){2,}|\.{5,}|_{4,}|[□☐]|\[\s*(?i:ghi|nêu|điền)(?!\w)|(?:ngày|tháng|năm|^\W*[Ss]ố:?)\s*(?:…|\.{3})|:\s*(?:…|\.{3,})"
)
_CITED_RE = re.compile(
    r"(?<=\w )số:?[\s.…_]+/[^\s,;)]*(?:\s+ngày[\s.…_/\d]*(?:tháng[\s.…_\d]*)?(?:năm[\s.…_\d]*)?)?"
)
"""A document not yet numbered, as its own annexes cite it: "Kế hoạch số .../KH-UBND ngày ... tháng ... năm 2026"."""
_NAME_RE = spaced_re(r"(?i:(?:biểu mẫu|mẫu(?: biểu)?+)(?!\w| và\s))")
_EXAMPLE_RE = re.compile(
    r"(?<!\w)(?:Ví dụ|Giả sử|VD)(?!\w)(?P<counted>(?:\s+số)?(?P<number>\s+\d+\w?)?\s*(?::|[-–]\s))?"
)
_EXAMPLES_RE = re.compile(r"(?i)(?:(?:các|một số)\s+)?ví dụ(?!\w)")
# The person or firm that an example makes up ("Ông Trần Văn B", "công ty X"), its reckoning, and what follows from it.
_MADE_UP_RE = re.compile(
    r"(?<!\w)(?:(?i:ông|bà|anh|chị|em|cháu|công\s+ty|doanh\s+nghiệp|nhà\s+(?:thầu|đầu\s+tư)|lao\s+động|hộ|thôn|xã|huyện|tỉnh|trường)|"
    rf"[{UPPER}]\w+\s+[{UPPER}]\w+)\s+[A-ZĐ](?![\w./)-])|"
    r"\s=(?:\s|$)|^[-+*•]?\s*(?:Như vậy|Vậy|Do đó|Theo đó|Khi đó|Trong đó|Giả sử)(?!\w)"
)
_BULLET_RE = re.compile(r"\s*[-–+*•]\s")
_LETTERED_RE = re.compile(r"\s*[“\"]?(?:\d{1,2}[a-z]?|[a-zđ]\d?)[.)]\s")
_FEWEST = 3
_OF_LINES = 6
"""A form has a blank in at least one of so many lines."""


def form_ranges(
    source: SourceText, sections: tuple[Section, ...], charges: Sequence[Range], days: Sequence[int]
) -> tuple[Range, ...]:
    """The clean ranges of the annexes that are forms.

    Takes where bodies are charged and where days of the calendar are told, in the clean text.
    """
    annexes = (section for section in sections if section.kind == "annex")
    forms = [one.range for one in annexes if is_form(one, source.clean[slice(*one.range)])]
    return tuple(form for form in forms if not _charges_by_day(form, charges, days))


def is_form(annex: Section, text: str) -> bool:
    """Tell whether an annex with this clean text is to be filled in: by its name and one blank, or by many blanks."""
    lines = [line for line in text.split("\n") if line.strip()]
    blanks = sum(_has_blank(line) for line in lines)
    named = _NAME_RE.match(annex.label) or _NAME_RE.match(annex.heading)
    return bool(named and blanks) or (blanks >= _FEWEST and blanks * _OF_LINES >= len(lines))


def _has_blank(line: str) -> bool:
    """Tell whether a line has a place to be filled in by whom it is sent to.

    >>> _has_blank("Tên đơn vị: ..."), _has_blank("(Kèm theo Kế hoạch số ..../KH-UBND ngày ... tháng ... năm 2026)")
    (True, False)
    """
    return _BLANK_RE.search(_CITED_RE.sub("", line)) is not None


def _charges_by_day(form: Range, charges: Sequence[Range], days: Sequence[int]) -> bool:
    here = [day for day in days if form.start <= day < form.end]
    return any(charge.start <= day < charge.end for charge in charges for day in here)


def outside(at: int, forms: tuple[Range, ...]) -> bool:
    """Tell whether a clean offset stands in no form.

    >>> outside(5, (Range(0, 9),)), outside(9, (Range(0, 9),))
    (False, True)
    """
    return not any(form.start <= at < form.end for form in forms)


def without_examples(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    r"""Leave out the lines of worked examples, and in a line that says more the sentences of one.

    >>> from ingest.facts.language.blocks import list_blocks
    >>> from ingest.parse import parse_structure
    >>> from ingest.repair import repair_text
    >>> from ingest.plan import RawText
    >>> lines = "KẾ HOẠCH\nHỗ trợ\n1. Mức hỗ trợ 5%.\nVí dụ 1: Bà N được 5%:\n- Bà N nhận 5.000 đồng.\n2. Thời gian"
    >>> source = repair_text(RawText("kh.txt", lines))
    >>> [block.text for block in without_examples(list_blocks(source, parse_structure(source)))]
    ['1. Mức hỗ trợ 5%.', '2. Thời gian']
    """
    kept: list[Block] = []
    example = ""
    for block in blocks:
        if _EXAMPLES_RE.match(next((s.heading for s in block.chain if s.kind == "annex"), "")):
            continue
        if found := _find_example(block):
            if found.start > block.body:
                blank = " " * (found.end - found.start)
                rest = block.text[found.end :]
                kept.append(
                    replace(block, text=block.text[: found.start] + (blank + rest if rest.strip() else ""))
                )
            told = found.start == block.body or block.text[found.end - 1] in ":="
            example = block.text[: found.end] if told else ""
        elif example and _goes_on(block, example):
            example = block.text
        else:
            example = ""
            kept.append(block)
    return tuple(kept)


def _find_example(block: Block) -> Range | None:
    """Where an example stands: a sentence is one, or a conversion ran it on; "(Ví dụ: ...)" only explains a word."""
    text = block.text
    for found in _EXAMPLE_RE.finditer(text, block.body):
        before = text[block.body : found.start()].rstrip(" “*")
        if not before:
            return Range(block.body, len(text))
        if before[-1] in ".;:" or (found["counted"] and before[-1] != "("):
            return Range(found.start(), len(text) if found["number"] else _example_end(text, found.end()))
    return None


def _example_end(text: str, at: int) -> int:
    """Where the sentence of an example ends, with those that go on telling of who was made up in it."""
    end = at
    for sentence in split_sentences(text[at:]):
        said = text[at + sentence.start : at + sentence.end]
        if end > at and not (_EXAMPLE_RE.match(said) or _MADE_UP_RE.search(said)):
            break
        end = at + sentence.end
    return end


def _goes_on(block: Block, last: str) -> bool:
    """Whether a line belongs to the example of the line before it: no numbered item, and told, listed or reckoned there."""
    text = block.text
    numbered = block.opens and not _BULLET_RE.match(text)
    if numbered or block.kind != "text" or _LETTERED_RE.match(text):
        return False
    if last.rstrip().endswith((":", "=")) or (_BULLET_RE.match(text) and _BULLET_RE.match(last)):
        return True
    return text[:1].islower() or _MADE_UP_RE.search(text) is not None
