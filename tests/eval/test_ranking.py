"""Ranking measures against numbers worked by hand."""

from __future__ import annotations

import pytest

from eval.ranking import Interval, Placed, hit, interval, ndcg, place, recall


@pytest.mark.parametrize(
    ("places", "relevant", "expected"),
    [
        ((1,), 1, 1.0),
        ((2,), 1, 0.63093),  # 1 / log2 3
        ((10,), 1, 0.28906),  # 1 / log2 11
        ((11,), 1, 0.0),
        ((1, 2), 2, 1.0),
        ((1, 3), 2, 0.91972),  # (1 + 0.5) / (1 + 0.63093)
        ((2,), 2, 0.38685),  # 0.63093 / 1.63093
        ((), 3, 0.0),
        ((), 0, 0.0),
    ],
)
def test_ndcg(places: tuple[int, ...], relevant: int, expected: float) -> None:
    assert ndcg(Placed(places, relevant)) == pytest.approx(expected, abs=1e-5)


def test_more_relevant_passages_than_places_can_still_be_perfect() -> None:
    assert ndcg(Placed(tuple(range(1, 11)), 14)) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("places", "relevant", "depth", "expected"),
    [((1, 4, 12), 4, 10, 0.5), ((5,), 1, 5, 1.0), ((6,), 1, 5, 0.0)],
)
def test_recall(places: tuple[int, ...], relevant: int, depth: int, expected: float) -> None:
    assert recall(Placed(places, relevant), depth) == expected


@pytest.mark.parametrize(("places", "depth", "expected"), [((5, 7), 5, 1.0), ((6,), 5, 0.0), ((), 1, 0.0)])
def test_hit(places: tuple[int, ...], depth: int, expected: float) -> None:
    assert hit(Placed(places, 1), depth) == expected


def test_place_counts_what_was_not_found() -> None:
    assert place([3, 1, 2], {1, 9}) == Placed((2,), 2)


def test_interval_holds_the_mean_and_repeats() -> None:
    values = [0.0, 1.0] * 50
    found = interval(values)
    assert found == interval(values)
    assert found.low < found.mean == 0.5 < found.high
    assert found.high - found.low == pytest.approx(2 * 1.96 * 0.05, abs=0.02)  # normal approximation


def test_interval_of_nothing() -> None:
    assert interval([]) == Interval(0.0, 0.0, 0.0)
