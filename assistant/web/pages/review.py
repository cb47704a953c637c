"""Wiring of the review: findings on the left, the quoted place in its plan on the right."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.review import Finding, review_plans
from assistant.review.check import accept_findings, read_accepted
from assistant.review.table import write_table
from assistant.web.frame import QUIET, Frame, static
from assistant.web.review_rendering import (
    quote_citation,
    render_findings,
    render_unopened,
    review_texts,
)
from assistant.web.source_rendering import render_source
from assistant.web.texts import texts_in
from assistant.weighing import Desk
from ingest.errors import KehoachError
from ingest.pipeline import read_plan
from ingest.plan import Plan

__all__ = ["add_page"]

_log = logging.getLogger(__name__)
_CRASHED = "Không rà soát được vì có lỗi bên trong; lỗi đã được ghi lại."


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What one session has on its page."""

    findings: tuple[Finding, ...] = ()
    plans: Mapping[str, Plan] = field(default_factory=dict)
    count: int = 0
    fault: str = ""


def review(desk: Desk, upload: str | None) -> Reviewed:
    """Review an uploaded file against the library, or with None the library itself."""
    try:
        library = [desk.library.plan(entry.name) for entry in desk.library.plans()]
        plans = [read_plan(Path(upload))] if upload else library
        kept = read_accepted(desk.settings.data)
        found = review_plans(plans, library if upload else (), accepted=kept)
    except KehoachError as error:
        return Reviewed(fault=str(error))
    except Exception:  # noqa: BLE001 (the web edge)
        _log.exception("could not review %s", upload)
        return Reviewed(fault=_CRASHED)
    return Reviewed(found, {plan.source.name: plan for plan in (*library, *plans)}, len(plans))


def accept(desk: Desk, reviewed: Reviewed, wanted: str) -> Reviewed:
    """Keep one finding as accepted and take it off the page."""
    chosen = [finding for finding in reviewed.findings if finding.id == wanted]
    if chosen:
        accept_findings(desk.settings.data, chosen)
    rest = tuple(finding for finding in reviewed.findings if finding.id != wanted)
    return Reviewed(rest, reviewed.plans, reviewed.count)


def _table(reviewed: Reviewed) -> str:
    path = Path(tempfile.mkdtemp(prefix="kehoach-")) / "ra-soat.xlsx"
    write_table(reviewed.findings, path)
    return str(path)


def _source(reviewed: Reviewed, clicked: Mapping[str, Any], language: str) -> str:
    texts = texts_in(language)
    found = next((f for f in reviewed.findings if f.id == clicked.get("finding")), None)
    at = str(clicked.get("quote") or "0")
    if found is None or not at.isdigit() or int(at) >= len(found.quotes):
        return render_unopened(review_texts(language))
    quote = found.quotes[int(at)]
    return render_source(quote_citation(quote), int(at) + 1, reviewed.plans.get(quote.plan), texts)


def add_page(frame: Frame) -> None:
    """Hang the review into the window."""
    gr, desk = frame.gr, frame.desk
    words = review_texts("vi")

    def show(reviewed: Reviewed, language: str) -> str:
        return render_findings(reviewed.findings, reviewed.count, review_texts(language), reviewed.fault)

    def run(upload: str | None, language: str) -> tuple[Reviewed, str, str, Any]:
        reviewed = review(desk, upload)
        table = (
            gr.update(value=_table(reviewed), interactive=True)
            if reviewed.findings
            else gr.update(interactive=False)
        )
        return reviewed, show(reviewed, language), render_unopened(review_texts(language)), table

    def act(clicked: Mapping[str, Any], reviewed: Reviewed, language: str) -> tuple[Reviewed, Any, str]:
        if wanted := clicked.get("accept"):
            reviewed = accept(desk, reviewed, str(wanted))
            return reviewed, show(reviewed, language), render_unopened(review_texts(language))
        return reviewed, gr.skip(), _source(reviewed, clicked, language)

    def rewrite(language: str, reviewed: Reviewed) -> tuple[Any, Any, Any, Any, str, str]:
        said = review_texts(language)
        labels = (gr.update(label=said.tab), *(gr.update(value=v) for v in (said.check_library,)))
        return (
            *labels,
            gr.update(label=said.check_file),
            gr.update(label=said.export),
            show(reviewed, language),
            render_unopened(review_texts(language)),
        )

    with gr.Tab(words.tab, id="review", elem_id="page-review") as tab:
        state = gr.State(Reviewed())
        with gr.Row(elem_id="review-actions"):
            everything = gr.Button(words.check_library, variant="primary", scale=0, elem_id="review-library")
            upload = gr.UploadButton(words.check_file, file_count="single", scale=0, elem_id="review-file")
            export = gr.DownloadButton(words.export, interactive=False, scale=0, elem_id="review-export")
        with gr.Row(elem_id="review-desk", equal_height=True):
            with gr.Column(scale=3, min_width=320, elem_id="review-column"):
                found = gr.HTML(
                    render_findings((), 0, words),
                    elem_id="findings",
                    js_on_load=static("review.js"),
                    apply_default_css=False,
                )
            with gr.Column(scale=2, min_width=320, elem_id="review-source-column"):
                source = gr.HTML(
                    render_unopened(words),
                    elem_id="review-source",
                    js_on_load=static("source.js"),
                    apply_default_css=False,
                )

    outputs = [state, found, source, export]
    everything.click(lambda language: run(None, language), [frame.language], outputs, **QUIET)
    upload.upload(run, [upload, frame.language], outputs, **QUIET)
    found.select(frame.with_data(act), [state, frame.language], [state, found, source], **QUIET)
    source.clear(
        lambda language: render_unopened(review_texts(language)), [frame.language], [source], **QUIET
    )
    shown = [tab, everything, upload, export, found, source]

    def resume(language: str, reviewed: Reviewed) -> object:
        return gr.skip() if language != "en" else rewrite(language, reviewed)

    frame.loaded.then(resume, [frame.language, state], shown, **QUIET)
    frame.on_language(rewrite, [state], shown)
