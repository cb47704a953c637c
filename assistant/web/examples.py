"""Questions that the empty page offers; they are about the sample plans."""

from __future__ import annotations

__all__ = ["EXAMPLES"]

EXAMPLES: tuple[str, ...] = ()
