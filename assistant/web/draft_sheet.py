"""HTML of a draft beside its parent: every paragraph editable, with what was done and where it comes from.

In: a draft, its coverage and faults, and the officer's rows. Escapes all it is given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from assistant.draft.child.slots import count_slots
from assistant.draft.coverage import Coverage, Kind, Status
from assistant.draft.model import SLOT, Draft, Paragraph
from assistant.draft.revise import Row
from assistant.model import Language
from assistant.path_words import path_words

__all__ = ["render_progress", "render_sheet"]

_KINDS: tuple[Kind, ...] = ("task", "target", "deadline", "reference")
_STATUS: tuple[tuple[Status, str], ...] = (
    ("covered", "covered"),
    ("changed", "changed"),
    ("others", "of_others"),
    ("form", "of_form"),
    ("review", "to_review"),
    ("missing", "lost"),
)


def _marked(text: str) -> str:
    return escape(text).replace(escape(SLOT), f"<mark>{escape(SLOT)}</mark>")


def _label(action: str, words: Mapping[str, str]) -> str:
    return words.get({"new": "new_text"}.get(action, action), action)


def render_progress(done: int, total: int, section: str, words: Mapping[str, str]) -> str:
    """One line with a bar while the language model works."""
    return (
        f'<div class="draft-progress" role="status"><p>{escape(words["wording"])} {min(done + 1, total)}/{total}'
        f'{": " + escape(section) if section else ""}</p><progress max="{max(total, 1)}" value="{done}"></progress></div>'
    )


def _coverage(coverage: Coverage, words: Mapping[str, str]) -> str:
    head = "".join(f"<th>{escape(words[key])}</th>" for _, key in _STATUS)
    rows = []
    for kind in _KINDS:
        cells = "".join(
            f'<td class="{status}{" bad" if status in {"missing", "review"} and count else ""}">{count}</td>'
            for status, _ in _STATUS
            for count in (coverage.count(status, kind),)
        )
        rows.append(f"<tr><th>{escape(words[kind])}</th><td>{coverage.count(kind=kind)}</td>{cells}</tr>")
    return (
        f"<table><thead><tr><th>{escape(words['coverage'])}</th><th>{escape(words['all'])}</th>{head}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def _lists(draft: Draft, faults: Sequence[str], words: Mapping[str, str]) -> str:
    language: Language = "en" if words["language"] == "en" else "vi"
    slots = [f"{slot.label} ({path_words(slot.path, language)})" for slot in draft.slots]
    parts = []
    for name, lines, count in (
        ("to_fill", slots, count_slots(draft)),
        ("warnings", draft.warnings, len(draft.warnings)),
        ("faults", faults, len(faults)),
    ):
        items = "".join(f"<li>{escape(line)}</li>" for line in lines)
        parts.append(
            f'<details class="{name}"><summary>{escape(words[name])}<b>{count}</b></summary><ul>{items}</ul></details>'
            if lines
            else ""
        )
    return f'<div class="lists">{"".join(parts)}</div>'


def _wording(paragraph: Paragraph, words: Mapping[str, str]) -> str:
    told = paragraph.wording
    if told is None:
        return ""
    if told.by == "model":
        return (
            f'<span class="tag model">{escape(words["by_model"])}</span>'
            f'<button type="button" data-use="{escape(told.other, quote=True)}">{escape(words["rule_words"])}</button>'
        )
    said = f"<q>{escape(told.other)}</q>" if told.other else ""
    return f'<details class="refused"><summary>{escape(words["refused"])}</summary><p>{escape(told.fault)}</p>{said}</details>'


def _paragraph(index: int, paragraph: Paragraph, row: Row, words: Mapping[str, str]) -> str:
    heading = "title" if paragraph.kind == "title" else f"h{min(paragraph.level, 3)}"
    kind = heading if paragraph.kind in {"heading", "title"} else paragraph.kind
    off = "" if row.keep else " off"
    parent = "".join(
        f"<p>{escape(' '.join(s.quote.replace('**', '').split()))}</p>" for s in paragraph.sources
    )
    changes = (
        f"<small>{escape('; '.join(dict.fromkeys(paragraph.changes)))}</small>" if paragraph.changes else ""
    )
    own = f'<p class="none">{escape(words["no_source"])}</p>'
    slots = "".join(f"<small class='ask'>{escape(label)}</small>" for label in paragraph.slots)
    drop = words["drop"] if row.keep else words["restore"]
    return (
        f'<article class="{kind}{off}" data-row="{index}"><div class="own"><span class="no">{escape(paragraph.label)}</span>'
        f'<div class="t" contenteditable="plaintext-only" role="textbox" aria-multiline="true" spellcheck="false">{_marked(row.text)}</div>'
        f'<div class="meta"><span class="tag {paragraph.action}">{escape(_label(paragraph.action, words))}</span>{changes}{slots}'
        f"{_wording(paragraph, words)}"
        f'<button type="button" data-keep data-drop="{escape(words["drop"], quote=True)}" data-restore="{escape(words["restore"], quote=True)}">{escape(drop)}</button></div></div>'
        f'<div class="theirs">{parent or own}</div></article>'
    )


def _left_out(index: int, row: Row, words: Mapping[str, str]) -> str:
    off = "" if row.keep else " off"
    drop = words["drop"] if row.keep else words["restore"]
    return (
        f'<article class="lost{off}" data-row="{index}"><div class="own"><span class="no">{escape(row.path)}</span>'
        f'<div class="t">{escape(row.text)}</div><div class="meta"><small>{escape(row.parent)}</small>'
        f'<button type="button" data-keep data-drop="{escape(words["drop"], quote=True)}" data-restore="{escape(words["restore"], quote=True)}">{escape(drop)}</button></div></div></article>'
    )


def render_sheet(
    draft: Draft,
    rows: Sequence[Row],
    coverage: Coverage,
    faults: Sequence[str],
    words: Mapping[str, str],
) -> str:
    """The whole review: coverage, what to fill in, then paragraph by paragraph."""
    count = len(draft.paragraphs)
    body = "".join(
        _paragraph(index, paragraph, rows[index], words) for index, paragraph in enumerate(draft.paragraphs)
    )
    lost = "".join(_left_out(index, rows[index], words) for index in range(count, len(rows)))
    took = words["seconds"].format(seconds=f"{draft.seconds:.1f}".replace(".", ","))
    return f"""<section class="draft-sheet"><header><h2>{escape(words["result"])} <em>{escape(took)}</em></h2>
<button type="button" class="primary" data-export>{escape(words["export"])}</button></header>
<div class="summary">{_coverage(coverage, words)}{_lists(draft, faults, words)}</div>
<div class="columns"><span>{escape(words["col_draft"])}</span><span>{escape(words["col_parent"])}</span></div>
{body}<details class="left-out"><summary>{escape(words["dropped"])}<b>{len(rows) - count}</b></summary>{lost}</details></section>"""
