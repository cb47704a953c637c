"""The source panel as HTML: a plan's section with the cited words marked. Pure, no gradio.

Damaged lines show what stands in the file first; the repaired reading stands beside it and is named so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from assistant.model import Citation
from assistant.web.passage import Line, Passage, find_passage, within
from assistant.web.rendering import escape, inert, render_place
from assistant.web.texts import Texts
from ingest.plan import CELL_BREAK, CELL_SEPARATOR, Plan, Range

__all__ = ["mark", "render_no_source", "render_source"]

_BULLET_RE = re.compile(r"[-+–•*]\s")


def mark(text: str, cited: Iterable[Range], restored: Iterable[Range] = ()) -> str:
    """Return escaped ``text`` with the cited ranges in ``<mark>`` and the restored ones in ``<u>``.

    >>> mark("Sở <Nội> vụ chủ trì", (Range(3, 8),))
    'Sở <mark>&lt;Nội&gt;</mark> vụ chủ trì'
    """
    cited, restored = tuple(cited), tuple(restored)
    cuts = sorted(
        {0, len(text), *(cut for part in (*cited, *restored) for cut in part if 0 < cut < len(text))}
    )
    pieces: list[str] = []
    was = (False, False)
    for start, end in pairwise(cuts):
        now = (_covers(cited, start), _covers(restored, start))
        if now != was:
            pieces.append(_closing(was) + _opening(now))
            was = now
        pieces.append(escape(text[start:end]).replace(CELL_BREAK, "<br>"))
    return "".join([*pieces, _closing(was)])


def _covers(ranges: tuple[Range, ...], at: int) -> bool:
    return any(part.start <= at < part.end for part in ranges)


def _opening(state: tuple[bool, bool]) -> str:
    return ("<mark>" if state[0] else "") + ("<u>" if state[1] else "")


def _closing(state: tuple[bool, bool]) -> str:
    return ("</u>" if state[1] else "") + ("</mark>" if state[0] else "")


def _cells(line: Line) -> str:
    cells: list[str] = []
    tag = "th" if line.kind == "header" else "td"
    at = 0
    for cell in line.text.split(CELL_SEPARATOR):
        end = at + len(cell)
        restored = within((part for part, _ in line.repairs), at, end)
        cells.append(f"<{tag}>{mark(cell, within(line.cited, at, end), restored)}</{tag}>")
        at = end + 1
    return f"<tr{' class=cited' if line.cited else ''}>{''.join(cells)}</tr>"


def _original(line: Line, texts: Texts) -> str:
    return (
        f'<p class="as-in-file"><span class="tag">{escape(texts.original)}</span> '
        f"{mark(line.original, line.original_cited)}</p>"
    )


def _paragraph(line: Line, texts: Texts) -> str:
    restored = tuple(part for part, _ in line.repairs)
    if line.repairs:
        reading = mark(line.text, (), restored)
        return (
            f'<div class="damaged{" cited" if line.cited else ""}">{_original(line, texts)}'
            f'<p class="restored"><span class="tag">{escape(texts.restored)}</span> {reading}</p></div>'
        )
    if line.kind == "heading":
        return f"<h4>{mark(line.text, line.cited)}</h4>"
    bullet = ' class="bullet"' if _BULLET_RE.match(line.text) else ""
    return f"<p{bullet}>{mark(line.text, line.cited)}</p>"


def _table(rows: list[Line], header: tuple[str, ...], texts: Texts) -> str:
    layout = all(row.kind == "layout" for row in rows)
    head = "".join(f"<th>{escape(cell)}</th>" for cell in header)
    head = f"<thead><tr>{head}</tr></thead>" if head else ""
    body = "".join(_cells(row) for row in rows)
    damaged = [row for row in rows if row.repairs]
    note = f'<p class="tag-line"><span class="tag">{escape(texts.restored)}</span></p>' if damaged else ""
    originals = "".join(_original(row, texts) for row in damaged)
    return (
        f'{note}<div class="scroll"><table{" class=layout" if layout else ""}>{head}'
        f"<tbody>{body}</tbody></table></div>{originals}"
    )


def _render_lines(passage: Passage, texts: Texts) -> str:
    parts: list[str] = []
    rows: list[Line] = []
    header = passage.header

    def close_table() -> None:
        nonlocal header
        if rows:
            parts.append(_table(rows, header, texts))
            header = ()
            rows.clear()

    for line in passage.lines:
        if line.kind in ("header", "row", "layout"):
            rows.append(line)
        else:
            close_table()
            parts.append(_paragraph(line, texts))
    close_table()
    if any(line.repairs for line in passage.lines):
        parts.insert(0, f'<p class="warning">{escape(texts.restored_note)}</p>')
    if passage.cut_before:
        parts.insert(0, f'<p class="cut">{escape(texts.cut_before)}</p>')
    if passage.cut_after:
        parts.append(f'<p class="cut">{escape(texts.cut_after)}</p>')
    return "".join(parts)


def _facts(citation: Citation, plan: Plan | None, texts: Texts) -> str:
    head = plan.letterhead if plan else None
    pairs = [
        (texts.number, head.number if head else None),
        (texts.date, vietnamese_date(head.date) if head else None),
        (texts.column_issuer, head.issuer if head else None),
        (texts.file, citation.plan),
    ]
    return "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in pairs if value
    )


def vietnamese_date(date: str | None) -> str | None:
    """Return an ISO date as Vietnamese offices write it.

    >>> vietnamese_date("2024-03-15")
    '15/03/2024'
    """
    return "/".join(reversed(date.split("-"))) if date else None


def _fallback(citation: Citation, reason: str, texts: Texts) -> str:
    restored = (
        f'<p class="restored"><span class="tag">{escape(texts.restored)}</span> {escape(citation.repaired)}</p>'
        if citation.repaired
        else ""
    )
    return (
        f'<p class="warning">{escape(reason)}</p>'
        f'<div class="text"><p><mark>{escape(citation.quote)}</mark></p>{restored}</div>'
    )


def render_source(citation: Citation, number: int, plan: Plan | None, texts: Texts) -> str:
    """Return the source panel for citation ``number``; ``plan`` is None when the library lost it."""
    passage = find_passage(plan, citation) if plan else None
    trail = passage.trail if passage else tuple(part for part in (citation.section, citation.heading) if part)
    if passage is not None:
        body = f'<div class="text">{_render_lines(passage, texts)}</div>'
    else:
        body = _fallback(citation, texts.passage_gone if plan else texts.plan_gone, texts)
    title = citation.plan_title or (plan.letterhead.title if plan else None) or citation.plan
    crumbs = "".join(f"<li>{escape(step)}</li>" for step in trail)
    where = f'<span class="where">{escape(render_place(citation, texts))}</span>'
    damage = ""
    if plan and plan.source.corruption >= 0.005:
        share = f"{plan.source.corruption:.0%}"
        damage = f'<p class="damage">{escape(texts.damage.format(percent=share))}</p>'
    verbatim = (
        f"<details><summary>{escape(texts.verbatim)} ({citation.start}–{citation.end})</summary>"
        f"<pre>{escape(citation.quote)}</pre></details>"
    )
    return inert(
        f'<aside class="source open" aria-label="{escape(texts.source_label.format(number=number))}">'
        f'<header><div class="line"><span class="chip-number">{number}</span>{where}'
        f'<button type="button" class="close" data-close aria-label="{escape(texts.close)}"'
        f' title="{escape(texts.close)}">✕</button></div>'
        f'<h3 title="{escape(title)}">{escape(title)}</h3><dl>{_facts(citation, plan, texts)}</dl>{damage}'
        f'<ol class="trail">{crumbs}</ol></header>{body}<footer>{verbatim}</footer></aside>'
    )


def render_no_source(texts: Texts, hint: str = "") -> str:
    """Return the panel while nothing is open: what will appear there (``hint``; of an answer's citation by default)."""
    return inert(
        '<aside class="source empty"><svg viewBox="0 0 48 48" aria-hidden="true">'
        '<path d="M12 5h18l8 8v30H12z"/><path d="M30 5v8h8M18 22h14M18 28h14M18 34h9"/></svg>'
        f"<h3>{escape(texts.source_empty_title)}</h3><p>{escape(hint or texts.source_empty)}</p></aside>"
    )
