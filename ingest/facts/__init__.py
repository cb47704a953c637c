"""A document's facts: who does what, by when, how much, and on what ground, each with its exact words."""

from __future__ import annotations

from ingest.facts.assignments import find_assignments
from ingest.facts.blocks import list_blocks
from ingest.plan import Assignment, Facts, Reference, SourceText, Structure

__all__ = ["extract_facts"]


def extract_facts(source: SourceText, structure: Structure) -> tuple[Facts, tuple[Reference, ...]]:
    """Extract all facts of a document, and the documents that it says it carries out (its parents)."""
    blocks = list_blocks(source, structure)
    assignments = tuple(
        Assignment(
            actor=found.actor,
            role=found.role,
            task=found.task,
            path=found.path,
            span=source.span(*found.range),
            actor_span=source.span(*found.actor_range) if found.actor_range else None,
        )
        for found in find_assignments(blocks)
    )
    return Facts(assignments=assignments), ()
