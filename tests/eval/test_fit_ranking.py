"""The fit finds the feature that tells right passages; whole plans are held out."""

from __future__ import annotations

from eval.fit_ranking import Ranked, cross_validate, fit
from eval.ranking import hit


def questions() -> list[Ranked]:
    """The second of three passages is right, and "told" says so; "fused" says the first."""
    rows = ({"fused": 1.0}, {"fused": 0.8, "told": 1.0}, {"fused": 0.6})
    return [Ranked("plans dev vi", f"plan {n % 10}", rows, (False, True, False), 1) for n in range(40)]


def test_fit() -> None:
    weights = fit(questions(), ["fused", "told"])
    assert weights["told"] > 1 > weights["fused"]


def test_cross_validation() -> None:
    assert all(hit(placed, 1) for placed in cross_validate(questions()))
