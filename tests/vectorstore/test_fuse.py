"""Fusion against a reference of five lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vectorstore.fuse import WEIGHTS, Weights, fuse

NAMES = ("words", "syllables", "plain", "dense")
SCORE = st.floats(0, 50, allow_subnormal=False)


def reference(scores: dict[str, list[float]], weights: Weights) -> list[float]:
    total = [0.0] * len(scores["dense"])
    for name, column in scores.items():
        reach = max(column) - min(column)
        for at, score in enumerate(column):
            total[at] += getattr(weights, name) * ((score - min(column)) / reach if reach else 0)
    return total


@given(
    st.integers(1, 12).flatmap(
        lambda n: st.fixed_dictionaries({x: st.lists(SCORE, min_size=n, max_size=n) for x in NAMES})
    )
)
def test_fuse_is_the_reference(scores: dict[str, list[float]]) -> None:
    for weights in WEIGHTS.values():
        fused = fuse(scores, weights)
        assert fused == pytest.approx(reference(scores, weights))
        assert all(-1e-9 <= score <= 1 + 1e-9 for score in fused)


def test_missing_index_says_nothing() -> None:
    assert fuse({"plain": [2.0, 1.0]}, Weights(0.5, 0, 0.25, 0.25)) == [0.25, 0.0]
    assert fuse({}, WEIGHTS["marked"]) == []


def test_weights_must_sum_to_one() -> None:
    with pytest.raises(ValueError, match="sum to 1"):
        Weights(0.5, 0.5, 0.5, 0)
