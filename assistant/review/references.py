"""Cited documents that contradict themselves: symbol, type, issuer and date of one citation.

Numbers come back every year (state), every term (Party) and in every province; none of that is a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.review.model import Case, Cited, Document, Finding
from assistant.review.symbols import body_class, symbol_class, symbol_fault, unique_for_ever
from ingest.facts.language.patterns import DATE_RE, NUMBER_RE, code_type, iso_date, normal_number

__all__ = [
    "find_impossible_dates",
    "find_spaced_symbols",
    "find_symbol_faults",
    "find_type_mismatches",
    "shown_date",
]

# A scheme or programme is often called by the decision that approved it ("Chương trình số 1719/QĐ-TTg").
_APPROVED = (
    "Đề án",
    "Chương trình",
    "Chiến lược",
    "Quy hoạch",
    "Dự án",
    "Kế hoạch",
    "Quy chế",
    "Quy định",
    "Điều lệ",
)
_ANY = {"Văn bản", "Lệnh", None}


def shown_date(day: str | None) -> str:
    """An ISO date as offices write it."""
    return "/".join(reversed(day.split("-"))) if day else ""


def _numbered(document: Document) -> Iterator[tuple[Cited, str]]:
    for cited in document.cited:
        if cited.mention.number:
            yield cited, cited.mention.number


def _same_type(named: str, coded: str) -> bool:
    if named == coded or named in _ANY or named.startswith(coded) or coded.startswith(named):
        return True
    if coded == "Quyết định":
        return named in _APPROVED
    return (named, coded) in {
        ("Chương trình hành động", "Kế hoạch"),
        ("Quy chế", "Quy định"),
        ("Đề án", "Chương trình"),
    }


def find_type_mismatches(case: Case) -> Iterator[Finding]:
    """VB03: "Chỉ thị số 33/TT-TTg": the word and the symbol name two types of document."""
    for document in case.documents:
        for cited, number in _numbered(document):
            coded = code_type(number)
            named = cited.mention.type
            if coded is None or named is None or coded == "Công văn" or _same_type(named, coded):
                continue
            yield Finding.of(
                "VB03",
                f"Tên loại “{named}” không khớp với ký hiệu “{number}” (ký hiệu của {coded.lower()}).",
                "Ký hiệu gồm chữ viết tắt tên loại văn bản (Nghị định 30/2020/NĐ-CP, Phụ lục III; Hướng dẫn 36-HD/VPTW).",
                "Đối chiếu với bản gốc, sửa tên loại hoặc ký hiệu.",
                [document.quote(*cited.core, cited.block.path)],
                0.92,
            )


def find_symbol_faults(case: Case) -> Iterator[Finding]:
    """VB04: a symbol that cannot be, or that belongs to another body than the one named as issuer."""
    for document in case.documents:
        for cited, number in _numbered(document):
            fault = symbol_fault(number)
            of_symbol, of_name = symbol_class(number), body_class(cited.mention.issuer or "")
            differ = of_symbol and of_name and of_name not in ("bcđ", of_symbol)
            # A city's committee may be called Thành ủy with the symbol of a district (TU, ThU); both stay.
            if differ and {of_symbol, of_name} <= {"tu", "hu", "đu"}:
                differ = False
            if not fault and not differ:
                continue
            yield Finding.of(
                "VB04",
                f"Ký hiệu “{number}” không hợp lệ: {fault}."
                if fault
                else f"Ký hiệu “{number}” không phải của cơ quan được nêu ({cited.mention.issuer}).",
                "Chữ cuối của ký hiệu là chữ viết tắt cơ quan ban hành; văn bản của Đảng và của Nhà nước có hai cách viết.",
                "Đối chiếu với bản gốc, sửa ký hiệu hoặc tên cơ quan ban hành.",
                [document.quote(*cited.core, cited.block.path)],
                0.93,
            )


def find_impossible_dates(case: Case) -> Iterator[Finding]:
    """VB08: no such day; a year unlike the number's own; a document cited before it was issued."""
    why = "Ngày của văn bản viện dẫn phải có thật, khớp với năm trong số hiệu và không sau ngày ban hành kế hoạch."
    for document in case.documents:
        for line in document.lines:
            for found in DATE_RE.finditer(line.text):
                # "66.2/2025" is a number, not a day.
                if iso_date(found) is None and not ("." in found[0] and "/" in found[0]):
                    yield Finding.of(
                        "VB08", f"Không có ngày “{found[0]}”.", why, "Sửa lại ngày, tháng.",
                        [document.quote(line.start + found.start(), line.start + found.end(), line.path)], 0.97,
                    )  # fmt: skip
        head = document.plan.letterhead
        later = {
            n for cited, n in _numbered(document) if head.date and (cited.mention.date or "") > head.date
        }
        for cited, number in _numbered(document):
            day = cited.mention.date
            message = _wrong_day(document, number, day, len(later)) if day else None
            if message:
                yield Finding.of(
                    "VB08", message, why, "Đối chiếu với bản gốc, sửa số hiệu hoặc ngày.",
                    [document.quote(*cited.core, cited.block.path)], 0.9,
                )  # fmt: skip


_MANY = 3
"""So many cited documents later than the date line make the date line doubtful: a text as amended since."""


def _wrong_day(document: Document, number: str, day: str, later: int) -> str | None:
    head = document.plan.letterhead
    if unique_for_ever(number) and (year := normal_number(number).split("/")[1]) != day[:4]:
        # A law passed late in December may be promulgated in January; its number keeps the year.
        return f"“{number}” là số của năm {year} nhưng ghi ngày {shown_date(day)}."
    if head.date and day > head.date and later < _MANY:
        return f"Văn bản “{number}” ghi ngày {shown_date(day)}, sau ngày ban hành kế hoạch ({shown_date(head.date)})."
    return None


def find_spaced_symbols(case: Case) -> Iterator[Finding]:
    """VB09: blanks or long dashes inside a symbol, or a word stuck to it."""
    for document in case.documents:
        for line in document.lines:
            for found in NUMBER_RE.finditer(line.text):
                if not re.search(r"\s|–", found[0]):
                    continue
                yield Finding.of(
                    "VB09", f"Ký hiệu “{found[0]}” có dấu cách hoặc gạch ngang dài.",
                    "Giữa các nhóm chữ viết tắt của ký hiệu là dấu gạch nối không cách chữ (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3).",
                    f"Viết “{normal_number(found[0])}”.",
                    [document.quote(line.start + found.start(), line.start + found.end(), line.path)], 0.95,
                )  # fmt: skip
