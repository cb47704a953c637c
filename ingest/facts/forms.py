"""Forms to be filled in: annexes that tell nobody anything, whatever duties their printed words seem to lay down.

"Tôi cam kết chịu trách nhiệm ...", "Thời hạn hợp đồng: ... tháng" bind whoever signs the filled form, not those whom the
document charges. When it is due is told to all ("Ngày nhận báo cáo: 31/01 năm sau"). A form shows itself by how many of
its lines have a blank (dots, boxes, "[ghi tên nhà thầu]"), or by its name and one such line. Who is to act by a day of
the calendar is told so by no form: of 1,062 assignments in forms of 213 open documents none was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.plan import Range, Section, SourceText

__all__ = ["form_ranges", "outside"]

_BLANK_RE = re.compile(
    r"(?:…\s?\.?\s?){2,}|\.{5,}|_{4,}|[□☐]|\[\s*(?i:ghi|nêu|điền)(?!\w)|(?:ngày|tháng|năm|^\W*[Ss]ố:?)\s*(?:…|\.{3})|:\s*(?:…|\.{3,})"
)
_CITED_RE = re.compile(
    r"(?<=\w )số:?[\s.…_]+/[^\s,;)]*(?:\s+ngày[\s.…_/\d]*(?:tháng[\s.…_\d]*)?(?:năm[\s.…_\d]*)?)?"
)
"""A document not yet numbered, as its own annexes cite it: "Kế hoạch số .../KH-UBND ngày ... tháng ... năm 2026"."""
_NAME_RE = re.compile(r"(?i:(?:biểu\s+mẫu|mẫu(?:\s+biểu)?+)(?!\w|\s+và\s))")
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
    forms = [one.range for one in annexes if _is_form(one, source.clean[slice(*one.range)])]
    return tuple(form for form in forms if not _charges_by_day(form, charges, days))


def _is_form(annex: Section, text: str) -> bool:
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
