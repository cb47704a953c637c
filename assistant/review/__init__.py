"""Review: what a careful clerk would flag, by rules over plans; no language model."""

from __future__ import annotations

from assistant.review.check import review_plans
from assistant.review.model import Finding, Quote

__all__ = ["Finding", "Quote", "review_plans"]
