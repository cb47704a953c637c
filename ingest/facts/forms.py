"""Forms to be filled in: annexes that tell nobody anything, whatever duties their printed words seem to lay down.

"Tôi cam kết chịu trách nhiệm ...", "Thời hạn hợp đồng: ... tháng" bind whoever signs the filled form, not those whom the
document charges. When it is due is told to all ("Ngày nhận báo cáo: 31/01 năm sau"). A form shows itself by its blanks (dots, lines, boxes, "[ghi tên nhà thầu]"), or by its name and one blank.
"""

from __future__ import annotations

import re

from ingest.plan import Range, Section, SourceText

__all__ = ["form_ranges", "outside"]

_BLANK_RE = re.compile(
    r"(?:…\s?\.?\s?){2,}|\.{5,}|_{4,}|[□☐]|[\[(]\s*(?i:ghi|nêu|điền)(?!\w)|(?:ngày|tháng|năm|[Ss]ố:?)\s*(?:…|\.{3})|:\s*(?:…|\.{3,})"
)
_NAME_RE = re.compile(r"(?i:biểu\s+mẫu|mẫu\s+biểu|mẫu)(?!\w)")
_FEWEST = 3
_PER_LETTERS = 1200
"""A form has at least one blank for so many letters."""


def form_ranges(source: SourceText, sections: tuple[Section, ...]) -> tuple[Range, ...]:
    """The clean ranges of the annexes that are forms."""
    annexes = (section for section in sections if section.kind == "annex")
    return tuple(one.range for one in annexes if _is_form(one, source.clean[slice(*one.range)]))


def _is_form(annex: Section, text: str) -> bool:
    blanks = len(_BLANK_RE.findall(text))
    named = _NAME_RE.match(annex.label) or _NAME_RE.match(annex.heading)
    return bool(named and blanks) or (blanks >= _FEWEST and blanks * _PER_LETTERS >= len(text))


def outside(at: int, forms: tuple[Range, ...]) -> bool:
    """Tell whether a clean offset stands in no form.

    >>> outside(5, (Range(0, 9),)), outside(9, (Range(0, 9),))
    (False, True)
    """
    return not any(form.start <= at < form.end for form in forms)
