"""The findings as a table for a spreadsheet; the only importer of openpyxl in the assistant."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from assistant.path_words import path_words
from assistant.review.model import Finding

__all__ = ["SEVERITY_NAMES", "write_table"]

SEVERITY_NAMES = {"high": "Cao", "medium": "Vừa", "low": "Thấp"}
_HEADER = ("Mức", "Mã", "Kế hoạch", "Chỗ", "Nội dung", "Nguyên văn", "Đối chiếu với", "Vì sao", "Đề nghị", "Độ chắc", "Mã phát hiện")  # fmt: skip
_WIDTHS = (8, 8, 28, 10, 50, 50, 50, 40, 40, 9, 15)


def write_table(findings: Iterable[Finding], path: Path) -> None:
    """Write findings as an .xlsx table, one a row; words that look like formulas stay words."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Rà soát"
    sheet.append(_HEADER)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for finding in findings:
        first = finding.quotes[0] if finding.quotes else None
        others = "\n".join(
            f"{q.plan}, {path_words(q.path)}: {' '.join(q.text.split())}" for q in finding.quotes[1:]
        )
        row = (
            SEVERITY_NAMES[finding.severity], finding.code, first.plan if first else "", path_words(first.path) if first else "",
            finding.message, " ".join(first.text.split()) if first else "", others, finding.why, finding.suggestion,
            finding.confidence, finding.id,
        )  # fmt: skip
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(cell.value, str):
                cell.data_type = "s"
    for at, width in enumerate(_WIDTHS):
        sheet.column_dimensions[chr(ord("A") + at)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    book.save(path)
