"""The officer's hand on a draft: paragraphs edited, dropped or restored, then numbered anew.

In: a Draft and its rows as shown beside the parent. Out: a Draft again, ready for Word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.draft.cause import Cause
from assistant.draft.child.number import POINTS, label_of
from assistant.draft.child.slots import form_slots, slots_of
from assistant.draft.model import SLOT, Draft, Dropped, Paragraph, Source

__all__ = ["Row", "revise_draft", "rows_of"]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the side-by-side view."""

    keep: bool
    path: str
    text: str
    action: str
    parent: str


def rows_of(draft: Draft) -> list[Row]:
    """The draft's paragraphs with the parent's words beside them, then what was dropped, with the causes."""
    rows = [
        Row(True, p.path, p.text, p.action, " / ".join(" ".join(s.quote.split()) for s in p.sources))
        for p in draft.paragraphs
    ]
    return rows + [
        Row(False, d.path, " ".join(d.quote.split()), "dropped", d.cause.said())
        for d in draft.dropped
        if d.path != "closing"
    ]


def _style(paragraph: Paragraph) -> str:
    label = paragraph.label
    if label in {"-", "+"}:
        return "dash" if label == "-" else "plus"
    if label.startswith("Phần"):
        return "part"
    core = label.rstrip(".)-")
    if "." in core:
        return "decimal"
    if core.isdigit():
        return "arabic"
    return "letter" if core and core[0] in POINTS else "roman" if core else "none"


def _renumber(paragraphs: Iterable[Paragraph], party: bool) -> list[Paragraph]:
    done: list[Paragraph] = []
    chain: list[Paragraph] = []
    counts: dict[tuple[str, str], int] = {}
    for paragraph in paragraphs:
        style = _style(paragraph)
        if style == "none":
            done.append(paragraph)
            continue
        while chain and chain[-1].level >= paragraph.level:
            chain.pop()
        above = chain[-1].path if chain else ""
        counts[above, style] = counts.get((above, style), 0) + 1
        label, own = label_of(style, counts[above, style], above, party)
        joint = "/" if own[0] in "-+" else "."
        renewed = replace(paragraph, label=label, path=f"{above}{joint if above else ''}{own}")
        chain.append(renewed)
        done.append(renewed)
    return done


def _restored(dropped: Dropped, text: str) -> Paragraph:
    return Paragraph(
        dropped.path,
        text,
        "kept",
        (Source(dropped.start, dropped.end, dropped.quote),),
        level=9,
        changes=("khôi phục",),
    )


def revise_draft(draft: Draft, rows: Iterable[Row]) -> Draft:
    """Apply the officer's rows, which come in the order of ``rows_of``."""
    rows = list(rows)
    kept: list[Paragraph] = []
    dropped: list[Dropped] = []
    for paragraph, row in zip(draft.paragraphs, rows, strict=False):
        text = " ".join(row.text.split())
        if row.keep:
            slots = paragraph.slots if SLOT in text else ()
            kept.append(
                paragraph
                if text == paragraph.text
                else replace(paragraph, text=text, slots=slots, changes=(*paragraph.changes, "cán bộ sửa"))
            )
        else:
            dropped += [
                Dropped(s.quote, Cause("officer"), paragraph.path, s.start, s.end) for s in paragraph.sources
            ]
    shown = [d for d in draft.dropped if d.path != "closing"]
    for gone, row in zip(shown, rows[len(draft.paragraphs) :], strict=False):
        if not row.keep:
            dropped.append(gone)
            continue
        before = [
            i
            for i, p in enumerate(kept)
            if p.kind not in {"title", "basis", "closing"} and p.sources and p.sources[0].start <= gone.start
        ]
        place = max(before, key=lambda i: kept[i].sources[0].start, default=1) + 1
        kept.insert(place, _restored(gone, row.text))
    dropped += [d for d in draft.dropped if d.path == "closing"]
    title = next((p.text for p in kept if p.kind == "title"), draft.title)
    numbered = tuple(_renumber(kept, draft.system == "party"))
    moved = {old.path: new.path for old, new in zip(kept, numbered, strict=True)}
    tasks = tuple(
        replace(t, path=moved.get(t.path, t.path)) for t in draft.tasks if t.path in moved or "row" in t.path
    )
    renewed = tuple(replace(p, text=_pointed(p.text, moved)) for p in numbered)
    asked = slots_of(form_slots(draft), renewed, tasks)
    return replace(draft, title=title, paragraphs=renewed, dropped=tuple(dropped), slots=asked, tasks=tasks)


def _pointed(text: str, moved: dict[str, str]) -> str:
    """Point to the parts of the draft by their new numbers."""

    def one(match: re.Match[str]) -> str:
        places = [moved[place] for place in match[1].split(", ") if place in moved]
        return f"tại {'các ' if len(places) > 1 else ''}mục {', '.join(places) or SLOT} của Kế hoạch này"

    return re.sub(r"tại (?:các )?mục ([IVX][\w., ]*?) của Kế hoạch này", one, text)
