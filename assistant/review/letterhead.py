"""The form of head and foot: blanks, own symbol, leading zeros, marks of authority (Decree 30/2020/NĐ-CP)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.review.model import Case, Document, Finding, Quote
from assistant.review.symbols import symbol_fault
from ingest.facts.language.patterns import code_type

__all__ = ["find_authority_faults", "find_blanks", "find_leading_zeros", "find_own_symbol_faults"]

_BLANKS = {"number": "số", "day": "ngày", "month": "tháng", "date": "ngày tháng"}


_OPEN_NUMBER_RE = re.compile(r"(?<!\w)Số\s*:?[ \t.…_]*[/-]\s?[A-ZĐ]{2,}")


def find_blanks(case: Case) -> Iterator[Finding]:
    """TH01: number or date of the plan itself left open."""
    for document in case.documents:
        clean = document.plan.source.clean
        blanks = document.plan.letterhead.blanks
        # The number may stand in an annex ("Kèm theo Kế hoạch số 12/KH-UBND") and be open at the head.
        if not blanks and _OPEN_NUMBER_RE.search(clean[:700]):
            blanks = ("number",)
        if blanks:
            at = re.search(r"(?m)^.*(?:Số\s*:?|ngày).*$", clean[:700])
            place = at.span() if at else (0, min(60, len(clean)))
            yield Finding.of(
                "TH01", f"Còn để trống: {', '.join(_BLANKS.get(b, b) for b in blanks)}.", "Văn bản phát hành phải có đủ số và ngày tháng.",
                "Điền khi phát hành.", [document.quote(*place)], 0.95,
            )  # fmt: skip


def find_own_symbol_faults(case: Case) -> Iterator[Finding]:
    """TH02: the plan's own symbol is spaced, impossible, or of another type than its heading."""
    for document in case.documents:
        head = document.plan.letterhead
        top = document.plan.source.clean[:700]
        spaced = re.search(
            r"(?m)Số\s*:?\s*\d*\s*(?:/\s?[A-ZĐ]{2,4}\s+-\s?[A-ZĐ]+|/[A-ZĐ]{2,4}\s?-\s+[A-ZĐ]+)", top
        )
        coded = code_type(head.number) if head.number else None
        fault = symbol_fault(head.number) if head.number else None
        if (
            head.number
            and coded
            and head.doc_type
            and coded != head.doc_type
            and coded not in {"Công văn", "Quyết định"}
        ):
            fault = f"ký hiệu của {coded.lower()} nhưng tên loại là {head.doc_type.lower()}"
        span = dict(head.spans).get("number")
        if not fault and not spaced:
            continue
        quote = (
            document.quote(*spaced.span())
            if spaced
            else document.quote_span(span)
            if span
            else document.quote(0, 40)
        )
        yield Finding.of(
            "TH02", f"Số, ký hiệu của chính kế hoạch chưa đúng: {fault or 'có dấu cách trong ký hiệu'}.",
            "Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3 và Phụ lục III.", "Sửa số, ký hiệu.", [quote], 0.85,
        )  # fmt: skip


def find_leading_zeros(case: Case) -> Iterator[Finding]:
    """TH03: a day under 10, or January and February, without 0 in the date line of a state document."""
    for document in case.documents:
        head = document.plan.letterhead
        span = dict(head.spans).get("date")
        if head.system != "state" or span is None:
            continue
        words = document.quote_span(span).text
        if re.search(r"ngày\s+[1-9]\s+tháng|tháng\s+[12]\s+năm", words):
            yield Finding.of(
                "TH03", f"Dòng ngày tháng thiếu số 0: “{' '.join(words.split())}”.",
                "Ngày dưới 10 và tháng 1, 2 phải thêm số 0 ở trước (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4).", "Thêm số 0.",
                [document.quote_span(span)], 0.95,
            )  # fmt: skip


def find_authority_faults(case: Case) -> Iterator[Finding]:
    """TH04: a committee signs without TM., or a department (one head) with it; Party marks in a state plan."""
    for document in case.documents:
        signer, head = document.plan.closing.signer, document.plan.letterhead
        if signer is None and head.doc_type == "Kế hoạch" and _COMMITTEE_RE.match(head.issuer or ""):
            yield from _bare_post(document)
        if (
            signer is None
            or signer.span is None
            or head.issuer is None
            or not (signer.authority or signer.title)
        ):
            continue
        marks = (signer.authority or "").upper()
        fault = None
        if _COMMITTEE_RE.match(head.issuer) and not re.search(r"TM\.?|T/M|TUQ|TL\.", marks):
            if head.doc_type == "Kế hoạch":
                fault = _WITHOUT_TM
        elif head.level == "department" and re.search(r"(?<!\w)TM\.", marks):
            fault = "“TM.” chỉ dùng cho tập thể; sở theo chế độ thủ trưởng"
        elif head.system == "state" and re.search(r"[TK]/[ML T]", marks):
            fault = "“T/M”, “K/T” là cách ghi của Đảng; văn bản nhà nước ghi “TM.”, “KT.”"
        if fault:
            yield _authority(fault, document.quote_span(signer.span))


_COMMITTEE_RE = re.compile(r"(?i)ubnd|[uủ][ỷy] ban nhân dân")
_WITHOUT_TM = "thiếu “TM. ỦY BAN NHÂN DÂN”: kế hoạch của Ủy ban nhân dân được ký thay mặt tập thể"


def _bare_post(document: Document) -> Iterator[Finding]:
    """A chair's post at the foot with no mark of authority before it."""
    clean = document.plan.source.clean
    found = [*re.finditer(r"(?<!\w)(?:PHÓ\s+)?CHỦ TỊCH(?!\w)", clean[: document.plan.source.body_end])]
    if found and not re.search(
        r"TM\.|T/M|KT\.|TUQ|TL\.", clean[max(0, found[-1].start() - 80) : found[-1].start()]
    ):
        yield _authority(_WITHOUT_TM, document.quote(*found[-1].span()))


def _authority(fault: str, quote: Quote) -> Finding:
    return Finding.of(
        "TH04", f"Quyền hạn người ký: {fault}.", "Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7.b.", "Sửa phần ký.",
        [quote], 0.75,
    )  # fmt: skip
