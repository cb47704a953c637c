"""The library of plans as HTML: the list, and what became of each uploaded file. Pure, no gradio."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.web.rendering import escape, inert
from assistant.web.source_rendering import vietnamese_date
from assistant.web.texts import Texts
from vectorstore.hits import PlanEntry

__all__ = ["Upload", "render_library", "render_notice", "render_uploads"]

_NOTABLE_DAMAGE = 0.005
"""Under half a percent of damaged words the score says nothing to an officer."""


@dataclass(frozen=True, slots=True)
class Upload:
    """What became of one uploaded file."""

    name: str
    outcome: Literal["reading", "added", "unchanged", "replaced", "failed"]
    message: str = ""
    """For a failure: file, fault and remedy."""


def _damage(corruption: float) -> str:
    if corruption < _NOTABLE_DAMAGE:
        return '<span class="ok">–</span>'
    return f'<span class="bad">{corruption:.0%}</span>'


def _row(plan: PlanEntry, confirming: bool, texts: Texts) -> str:
    name = escape(plan.name)
    title = escape(plan.title or texts.no_title)
    cells = "".join(
        f'<td data-label="{escape(label)}">{value}</td>'
        for label, value in (
            (texts.column_number, escape(plan.number or "–")),
            (texts.column_date, escape(vietnamese_date(plan.date) or "–")),
            (texts.column_issuer, escape(plan.issuer or "–")),
            (texts.column_damage, _damage(plan.corruption)),
        )
    )
    button = (
        f'<button type="button" class="remove" data-remove="{name}"'
        f' aria-label="{escape(texts.remove)}: {title}">{escape(texts.remove)}</button>'
    )
    row = (
        f'<tr><td class="plan"><strong>{title}</strong><span class="file">{name}</span></td>'
        f'{cells}<td class="act">{button}</td></tr>'
    )
    if not confirming:
        return row
    return row + (
        f'<tr class="confirm"><td colspan="6"><div role="alertdialog" aria-label="{escape(texts.remove_question)}">'
        f"<span>{escape(texts.remove_question)} <b>{name}</b></span>"
        f'<button type="button" class="danger" data-confirm="{name}">{escape(texts.remove_confirm)}</button>'
        f'<button type="button" class="keep" data-cancel>{escape(texts.remove_cancel)}</button>'
        "</div></td></tr>"
    )


def render_library(plans: Sequence[PlanEntry], texts: Texts, confirming: str = "") -> str:
    """Return the list of plans; the row of ``confirming`` asks whether to remove it."""
    title = f'<h2>{escape(texts.library_title)} <span class="count">{len(plans)}</span></h2>'
    if not plans:
        return inert(f'<div class="library">{title}<p class="none">{escape(texts.library_empty)}</p></div>')
    columns = (
        texts.column_plan,
        texts.column_number,
        texts.column_date,
        texts.column_issuer,
        texts.column_damage,
        "",
    )
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    rows = "".join(_row(plan, plan.name == confirming, texts) for plan in plans)
    return inert(
        f'<div class="library">{title}<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _render_upload(upload: Upload, texts: Texts) -> str:
    words = {
        "reading": "",
        "added": texts.upload_added,
        "unchanged": texts.upload_unchanged,
        "replaced": texts.upload_replaced,
        "failed": texts.upload_failed,
    }
    message = f'<p class="why">{escape(upload.message)}</p>' if upload.message else ""
    state = f' <span class="outcome">{escape(words[upload.outcome])}</span>' if words[upload.outcome] else ""
    return f'<li class="{upload.outcome}"><b>{escape(upload.name)}</b>{state}{message}</li>'


def render_uploads(uploads: Sequence[Upload], count: int, texts: Texts) -> str:
    """Return the report of an upload of ``count`` files, of which ``uploads`` were begun or finished."""
    if not uploads:
        return ""
    finished = [upload for upload in uploads if upload.outcome != "reading"]
    bad = sum(upload.outcome == "failed" for upload in finished)
    if len(finished) < count:
        status = texts.upload_reading.format(at=len(finished) + 1, count=count)
    else:
        status = texts.upload_done.format(good=count - bad, bad=bad)
    items = "".join(_render_upload(upload, texts) for upload in uploads)
    return inert(
        f'<div class="uploads" role="status"><p>{escape(status)}</p>'
        f'<progress max="{count}" value="{len(finished)}"></progress><ul>{items}</ul></div>'
    )


def render_notice(message: str) -> str:
    """Return one line about what was just done."""
    return inert(f'<p class="notice" role="status">{escape(message)}</p>') if message else ""
