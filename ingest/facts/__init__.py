"""A document's facts: who does what, by when, how much, and on what ground, each with its exact words."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.facts.amounts.targets import FoundTarget, find_targets
from ingest.facts.cited.citations import cite_documents
from ingest.facts.due.deadlines import FoundDeadline, find_deadlines
from ingest.facts.due.owed import owe_tasks
from ingest.facts.due.timed_headings import read_timed_headings
from ingest.facts.language.blocks import list_blocks
from ingest.facts.language.forms import form_ranges, outside, without_examples
from ingest.facts.tables.flat_tables import read_flat_tables
from ingest.facts.tables.labels import read_labelled
from ingest.facts.tables.rows import read_rows
from ingest.facts.tasks.held import FoundAssignment
from ingest.facts.tasks.terms import defined_bodies, list_like, widen_actors
from ingest.facts.tasks.walk import walk_assignments
from ingest.facts.times.periods import in_school_year, is_long_past
from ingest.plan import Assignment, Deadline, Facts, Letterhead, Reference, SourceText, Structure, Target

__all__ = ["extract_facts"]


def extract_facts(source: SourceText, structure: Structure) -> tuple[Facts, tuple[Reference, ...]]:
    """Extract all facts of a document, and the documents that it says it carries out (its parents)."""
    blocks = list_blocks(source, structure)
    references, parents = cite_documents(source, structure, blocks)
    year = certain_year(structure.letterhead)
    flat = read_flat_tables(source, without_examples(blocks), year)
    blocks, label_assignments, label_deadlines = read_labelled(flat.blocks, year)
    names = (*list_like(source.clean), *defined_bodies(source.clean))
    held = tuple(
        replace(holding, found=widen_actors(holding.found, source.clean, names))
        for holding in walk_assignments(blocks)
    )
    row_assignments, row_deadlines, row_targets = read_rows(structure.tables, year)
    led = [(found.path, found.task) for found in label_assignments]
    said = [
        f
        for holding in held
        for f in holding.found
        if f.actor or not any(f.path == path and f.task in task for path, task in led)
    ]
    told = (*said, *label_assignments)
    in_lines = owe_tasks(
        (*find_deadlines(held, year), *read_timed_headings(held, year), *label_deadlines), told
    )
    title = structure.letterhead.title or ""
    # A consolidated text gives the days of a document that was signed long before it.
    given = "/VBHN-" in (structure.letterhead.number or "")
    signed = None if given else structure.letterhead.date
    due = [
        replace(found, normalised=in_school_year(found.normalised, title))
        for found in (*in_lines, *row_deadlines, *flat.deadlines)
        if "hiệu lực" in found.what or not is_long_past(found.normalised, signed)
    ]
    deadlines = [place_deadline(source, found) for found in due]
    charges = (*told, *row_assignments, *flat.assignments)
    days = [found.range.start for found in due if (found.normalised or "").startswith("20")]
    forms = form_ranges(source, structure.sections, [found.range for found in charges], days)
    charged = [f for f in charges if outside(f.range.start, forms)]
    aims = [
        f
        for f in (*find_targets(blocks, structure.letterhead.doc_type), *row_targets, *flat.targets)
        if outside(f.range.start, forms)
    ]
    return (
        Facts(
            assignments=tuple(
                sorted((place_assignment(source, f) for f in charged), key=lambda fact: fact.span)
            ),
            deadlines=tuple(sorted(deadlines, key=lambda fact: fact.span)),
            targets=tuple(sorted((place_target(source, f) for f in aims), key=lambda fact: fact.span)),
            references=references,
        ),
        parents,
    )


def certain_year(head: Letterhead) -> int | None:
    """The plan's year, when its title names that one year and no stretch of years."""
    # "giai đoạn 2026 - 2030, năm 2026": the stretch is the programme's, the year the plan's.
    title = re.sub(
        r"(?i)giai\s+đoạn\s+(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d(?=.*năm\s+20\d\d)", "", head.title or ""
    )
    years = set(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", title))
    one = len(years) == 1 and not re.search(r"(?i)giai\s+đoạn|đến\s+năm", title)
    return int(years.pop()) if one else None


def place_assignment(source: SourceText, found: FoundAssignment) -> Assignment:
    """Move an assignment from clean offsets to the original's."""
    return Assignment(
        actor=found.actor,
        role=found.role,
        task=found.task,
        path=found.path,
        span=source.span(*found.range),
        actor_span=source.span(*found.actor_range) if found.actor_range else None,
        time=found.time,
        product=found.product,
    )


def place_deadline(source: SourceText, found: FoundDeadline) -> Deadline:
    """Move a deadline from clean offsets to the original's."""
    return Deadline(
        what=found.what,
        when=found.when,
        normalised=found.normalised,
        path=found.path,
        span=source.span(*found.range),
        who=found.who,
        to=found.to,
        via=found.via,
    )


def place_target(source: SourceText, found: FoundTarget) -> Target:
    """Move a target from clean offsets to the original's."""
    return Target(
        value=found.value,
        subject=found.subject,
        path=found.path,
        span=source.span(*found.range),
        comparator=found.comparator,
        number=found.number,
        upper=found.upper,
        unit=found.unit,
        condition=found.condition,
    )
