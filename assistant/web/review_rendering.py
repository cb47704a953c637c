"""The findings of a review as HTML, and the words of that page. Pure, no gradio."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.model import Citation
from assistant.review import Finding, Quote
from assistant.web.rendering import escape, inert, render_place
from assistant.web.source_rendering import render_no_source
from assistant.web.texts import texts_in

__all__ = ["ReviewTexts", "quote_citation", "render_findings", "render_unopened", "review_texts"]


@dataclass(frozen=True, slots=True)
class ReviewTexts:
    """The words of the page in one language; findings themselves are Vietnamese, as the plans are."""

    language: str
    tab: str
    check_library: str
    check_file: str
    export: str
    idle: str
    none: str
    count: str
    accept: str
    unopened: str
    why: str
    suggestion: str
    sure: str
    severities: tuple[tuple[str, str], ...]


_VI = ReviewTexts(
    language="vi",
    tab="Rà soát",
    check_library="Rà soát cả kho",
    check_file="Rà soát một tệp",
    export="Tải bảng Excel",
    idle="Rà soát cả kho, hoặc chọn một tệp trước khi ký: văn bản viện dẫn, thời hạn, chỉ tiêu, câu chữ, tổ chức bộ máy.",
    none="Không có phát hiện nào.",
    count="{plans} kế hoạch, {findings} phát hiện",
    accept="Chấp nhận",
    unopened="Bấm vào một đoạn được dẫn trong phát hiện, nguyên văn của nó hiện ở đây.",
    why="Vì sao",
    suggestion="Đề nghị",
    sure="chắc {percent}",
    severities=(("high", "Cao"), ("medium", "Vừa"), ("low", "Thấp")),
)
_EN = ReviewTexts(
    language="en",
    tab="Review",
    check_library="Review the library",
    check_file="Review a file",
    export="Download as Excel",
    idle="Review the library, or a file before it is signed: cited documents, deadlines, targets, wording, bodies that ended.",
    none="Nothing was found.",
    count="{plans} plans, {findings} findings",
    accept="Accept",
    unopened="Click a quoted place of a finding and it appears here as it stands in the plan.",
    why="Why",
    suggestion="Suggestion",
    sure="{percent} sure",
    severities=(("high", "High"), ("medium", "Medium"), ("low", "Low")),
)


def review_texts(language: str) -> ReviewTexts:
    """Return the words of the page in ``language``; Vietnamese for any but "en"."""
    return _EN if language == "en" else _VI


def quote_citation(quote: Quote) -> Citation:
    """Make a quote openable in the source panel."""
    return Citation(quote.plan, quote.path, "", None, quote.text, quote.span.start, quote.span.end)


def _quote(finding: Finding, at: int, quote: Quote, texts: ReviewTexts) -> str:
    place = render_place(quote_citation(quote), texts_in(texts.language)) if quote.path else ""
    at_place = f"{quote.plan} · {place}" if place else quote.plan
    words = " ".join(quote.text.split())
    words = words if len(words) <= 220 else words[:220].rsplit(" ", 1)[0] + "…"
    return (
        f'<li><button type="button" class="quote" data-finding="{escape(finding.id)}" data-quote="{at}">'
        f'<span class="said">“{escape(words)}”</span> <span class="at">{escape(at_place)}</span></button></li>'
    )


def render_unopened(texts: ReviewTexts) -> str:
    """Return the source panel while no quoted place is open."""
    return render_no_source(texts_in(texts.language), texts.unopened)


def _finding(finding: Finding, names: dict[str, str], texts: ReviewTexts) -> str:
    quotes = "".join(_quote(finding, at, quote, texts) for at, quote in enumerate(finding.quotes))
    sure = texts.sure.format(percent=f"{finding.confidence:.0%}")
    return (
        f'<li class="finding {finding.severity}"><p class="what"><span class="level">{escape(names[finding.severity])}</span> '
        f'<span class="code">{escape(finding.code)}</span> <strong>{escape(finding.message)}</strong></p><ul>{quotes}</ul>'
        f'<p class="more"><b>{escape(texts.why)}:</b> {escape(finding.why)} <b>{escape(texts.suggestion)}:</b> {escape(finding.suggestion)}'
        f' <span class="sure">({escape(sure)})</span> <button type="button" class="accept" data-accept="{escape(finding.id)}">'
        f"{escape(texts.accept)}</button></p></li>"
    )


def render_findings(findings: Sequence[Finding], plans: int, texts: ReviewTexts, fault: str = "") -> str:
    """Return the list of findings; before the first review (no plans) what the page is for."""
    if fault:
        return inert(f'<div class="review"><p class="warning" role="alert">{escape(fault)}</p></div>')
    if not plans:
        return inert(f'<div class="review"><p class="none">{escape(texts.idle)}</p></div>')
    head = f'<h2 role="status">{escape(texts.count.format(plans=plans, findings=len(findings)))}</h2>'
    if not findings:
        return inert(f'<div class="review">{head}<p class="none">{escape(texts.none)}</p></div>')
    names = dict(texts.severities)
    return inert(
        f'<div class="review">{head}<ol>{"".join(_finding(f, names, texts) for f in findings)}</ol></div>'
    )
