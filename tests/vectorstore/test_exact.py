"""Exact search and its sieve: large sets are read in part, and the nearest still come first."""

from __future__ import annotations

import numpy as np

from vectorstore.exact import LARGE, Matrix


def matrix(rows: int, dimensions: int) -> Matrix:
    """Unit vectors in clusters of many sizes, as texts have them."""
    random = np.random.default_rng(0)
    topics = random.standard_normal((200, dimensions)) * np.linspace(2, 0.1, dimensions)
    vectors = topics[random.integers(0, 200, rows)] + 0.7 * random.standard_normal(
        (rows, dimensions)
    ) * np.linspace(2, 0.1, dimensions)
    vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    keys = [(1, at) for at in range(rows)]
    return Matrix(keys, {key: at for at, key in enumerate(keys)}, vectors)


def test_small_sets_are_searched_wholly() -> None:
    found = matrix(50, 8)
    query = found.vectors[7]
    assert next(iter(found.best(query, 3))) == (1, 7)
    assert len(found.best(query, 80)) == 50
    assert found.best(query, 0) == {}


def test_the_sieve_keeps_the_nearest() -> None:
    large = matrix(LARGE, 256)
    for at in range(0, 500, 50):
        query = large.vectors[at]
        true = np.argsort(-(large.vectors @ query))[:20]
        found = list(large.best(query, 200))
        assert found[0] == (1, at)
        assert len({(1, int(row)) for row in true} & set(found)) >= 19
