"""What of the parent has no place in any child: notes, issuing articles, annex titles, recipients; told as left out.

Also whatever the outline did not reach, so that nothing is lost unseen.
"""

from __future__ import annotations

from bisect import bisect_left, insort

from assistant.draft.cause import Cause
from assistant.draft.child.adapt import Adapter
from assistant.draft.coverage import own_words, parent_items
from assistant.draft.model import Dropped, Paragraph, Task
from assistant.draft.parent.outline import Outline
from assistant.path_words import path_words
from ingest.plan import Plan

__all__ = ["drop_leftovers"]


def drop_leftovers(
    plan: Plan, outline: Outline, adapter: Adapter, paragraphs: list[Paragraph], tasks: tuple[Task, ...]
) -> None:
    """Tell of every part of the parent that is in no paragraph and no row, and why."""
    _footnotes_and_annexes(plan, outline, adapter)
    _drop_foot(plan, adapter)
    _drop_annexed(outline, adapter, paragraphs, tasks)
    _drop_unread(plan, adapter, paragraphs, tasks)


def _footnotes_and_annexes(plan: Plan, outline: Outline, adapter: Adapter) -> None:
    for note in outline.footnotes:
        adapter.drop(
            note.start,
            note.start + len(note.text),
            Cause("footnote"),
            note.path,
        )
    for article in outline.articles:
        adapter.drop(*article.range, Cause("article"), article.path)
    for section in plan.sections:
        if section.kind == "annex":
            start, end = section.heading_range
            if end > start:
                adapter.drop(start, end, Cause("annex_title"), section.path)


def _drop_foot(plan: Plan, adapter: Adapter) -> None:
    span = plan.closing.span
    if span:
        why = Cause("signature")
        adapter.dropped.append(Dropped(plan.source.quote(span), why, "closing", span.start, span.end))


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, those that meet as one, so that one look at the neighbours tells what meets another."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _meets(held: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the stretches shares a letter with this one.

    >>> _meets([(0, 4), (8, 9)], 4, 8), _meets([(0, 4), (8, 9)], 3, 5)
    (False, True)
    """
    index = bisect_left(held, (end, -1))
    return index > 0 and held[index - 1][1] > start


def _holds(held: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the stretches holds the whole of this one."""
    index = bisect_left(held, (start + 1, -1))
    return index > 0 and held[index - 1][1] >= end


def _held(adapter: Adapter, paragraphs: list[Paragraph], tasks: tuple[Task, ...]) -> list[tuple[int, int]]:
    """The stretches of the parent that the draft says or has told of as left out."""
    return _joined(
        [(s.start, s.end) for p in paragraphs for s in p.sources]
        + [(s.start, s.end) for t in tasks for s in t.sources]
        + [(d.start, d.end) for d in adapter.dropped]
    )


def _drop_annexed(
    outline: Outline, adapter: Adapter, paragraphs: list[Paragraph], tasks: tuple[Task, ...]
) -> None:
    """What an annex tells nobody is no task; where it tells a collective to act, an officer is to look at it."""
    held = _held(adapter, paragraphs, tasks)
    for line in outline.outside:
        for clause in line.clauses:
            source = adapter.source(clause.start, clause.end)
            told = clause.verdict == "general" or clause.cause is not None
            if told and not _meets(held, source.start, source.end):
                cause = clause.cause or Cause("annexed")
                adapter.dropped.append(
                    Dropped(source.quote, cause, line.block.path, source.start, source.end)
                )


def _drop_unread(plan: Plan, adapter: Adapter, paragraphs: list[Paragraph], tasks: tuple[Task, ...]) -> None:
    """What the outline did not reach (lines amid tables) is told as left out, never lost unseen."""
    held = _held(adapter, paragraphs, tasks)
    for whole in parent_items(plan):
        if _holds(held, whole.span.start, whole.span.end):
            continue
        span = own_words(whole, plan).span
        if _meets(held, span.start, span.end):
            continue
        insort(held, (span.start, span.end))
        why = Cause("unread")
        quote = plan.source.quote(span)
        adapter.dropped.append(Dropped(quote, why, whole.path, span.start, span.end))
        adapter.warnings.append(f"{why.said()} ({path_words(whole.path)}): {' '.join(quote.split())[:120]}")
