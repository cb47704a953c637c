"""Who stands in a cell or after a label, and in which role: "Sở Y tế (chủ trì), Công an tỉnh".

In: the words of a value and the role that its column or label gives. Out: bodies with roles. What the words say
themselves goes first: a predicate ("Sở Y tế chủ trì, phối hợp với ..."), a role in brackets, a label inside.
"""

from __future__ import annotations

import re

from ingest.facts.bodies.agencies import Agency, split_names
from ingest.facts.language.sentences import split_clauses
from ingest.facts.tasks.roles import read_duty, read_subject
from ingest.plan import Range, Role
from ingest.spelling import spaced_re

__all__ = ["read_bodies"]

_NOTE_RE = spaced_re(
    r"\s*\(\s*(?:là )?(?:(?:cơ quan|đơn vị) )?(?P<role>chủ trì|chịu trách nhiệm chính|phối hợp)\s*\)",
    re.IGNORECASE,
)


def read_bodies(text: str, start: int, end: int, role: Role) -> list[tuple[Agency, Role]]:
    """Read the bodies of a value with their roles; offsets count in ``text``.

    >>> value = "Sở Y tế (chủ trì), Công an tỉnh"
    >>> [(body.name, role) for body, role in read_bodies(value, 0, len(value), "responsible")]
    [('Sở Y tế', 'lead'), ('Công an tỉnh', 'coordinate')]
    >>> value = "Sở Nội vụ chủ trì hướng dẫn; các sở, ngành thực hiện"
    >>> [(body.name, role) for body, role in read_bodies(value, 0, len(value), "lead")]
    [('Sở Nội vụ', 'lead'), ('các sở, ngành', 'responsible')]
    """
    found: list[tuple[Agency, Role]] = []
    said = False
    for clause in split_clauses(text, Range(start, end)):
        subject = read_subject(text, clause.start, clause.end)
        if subject is None:
            found += _noted(text, clause, "coordinate" if said and role == "responsible" else role)
            continue
        duty = read_duty(text, subject.predicate, clause.end)
        own = duty.role if duty.explicit else "responsible" if said else role
        if own == "coordinate" and duty.partners and not said:
            own = role  # "A phối hợp với B": A holds the place that the column or label gives
        said = True
        found += [(one, own) for one in (*subject.actors, *duty.equals)]
        found += [(one, "coordinate") for one in duty.partners]
    return found


def _noted(text: str, clause: Range, role: Role) -> list[tuple[Agency, Role]]:
    """Read names with roles in brackets; where one leads by bracket, those without any help it."""
    names = split_names(text[: clause.end], clause.start)
    notes = [_NOTE_RE.match(text, one.end, clause.end) for one in names]
    if not any(notes):
        return [(one, role) for one in names]
    leads = any(note and not note["role"].lower().startswith("phối") for note in notes)
    found: list[tuple[Agency, Role]] = []
    for one, note in zip(names, notes, strict=True):
        if note is None:
            found.append((one, "coordinate" if leads else role))
        else:
            found.append((one, "coordinate" if note["role"].lower().startswith("phối") else "lead"))
    return found
