"""Which part in a task a question asks about: who leads, who helps, who advises."""

from __future__ import annotations

import re

from assistant.question.naming import fold
from ingest.plan import Role

__all__ = ["asked_roles"]

_ROLE_CUES: tuple[tuple[str, tuple[Role, ...]], ...] = (
    (r"\bchu tri\b|\bleads?\b|\bleading\b|in charge", ("lead", "support")),
    (r"phoi hop|coordinat", ("coordinate",)),
    (r"tham muu|\badvis", ("advise",)),
)


def asked_roles(question: str) -> tuple[Role, ...] | None:
    """The roles that the question asks about; None for any.

    >>> asked_roles("Sở Nội vụ phối hợp những việc gì"), asked_roles("Sở Nội vụ phải làm gì")
    (('coordinate',), None)
    """
    folded = fold(question)
    return next((roles for pattern, roles in _ROLE_CUES if re.search(pattern, folded)), None)
