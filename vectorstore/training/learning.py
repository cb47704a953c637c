"""The training loop: a table of word vectors such that a question lies near its passage.

A text is the mean of its rows. In-batch contrastive loss both ways (each question among the batch's
passages, each passage among its questions), at full length and at cut lengths (Matryoshka, Kusupati et
al., 2022); beside it, both sides of a sentence pair are drawn to a learned map of the teacher's vector.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import scipy.sparse as sparse
import torch
from torch import Tensor
from torch.nn.functional import cross_entropy, embedding_bag, linear, normalize
from tqdm import tqdm

from vectorstore.training.batches import Bags, Batches, TokenPairs
from vectorstore.training.pairs import PARALLEL
from vectorstore.training.teacher import Teaching

__all__ = ["Recipe", "learn"]

Floats = npt.NDArray[np.float32]
NEVER = -1e4
WARM_UP = 30
SLOWEST = 0.02
BACKWARD_SHARE = 0.5
"""Weight of finding the question from the passage, beside finding the passage from the question."""
MAP_RATE = 2e-3


@dataclass(frozen=True, slots=True)
class Recipe:
    """What decides the weights, beside the data."""

    dimensions: int = 320
    cuts: tuple[int, ...] = (256,)
    """Shorter lengths at which the vectors must do as well."""
    kept: int = 256
    """The length that is exported: as good as the whole on what was set aside, and a fifth smaller."""
    batch: int = 2048
    steps: int = 700
    rate: float = 0.014
    scale: float = 20.0
    law_share: float = 0.75
    block_share: float = 0.0
    teacher: float = 0.3
    rarity: float = 0.5
    """Power of the rarity weight a / (a + p) that the first length of a row has."""
    seed: int = 0


class _Shared(torch.autograd.Function):
    """Multiply by the fixed sparse matrix, by its transpose on the way back; scipy does it faster than torch."""

    @staticmethod
    def forward(
        ctx: torch.autograd.function.FunctionCtx, free: Tensor, by: sparse.csr_matrix, back: sparse.csr_matrix
    ) -> Tensor:
        ctx.back = back  # type: ignore[attr-defined]
        return torch.from_numpy(by @ free.detach().numpy())

    @staticmethod
    def backward(ctx: torch.autograd.function.FunctionCtx, *grads: Tensor) -> tuple[Tensor, None, None]:
        return torch.from_numpy(ctx.back @ grads[0].numpy()), None, None  # type: ignore[attr-defined]


def _first_rows(recipe: Recipe, pairs: TokenPairs, size: int, teaching: Teaching) -> Tensor:
    generator = torch.Generator().manual_seed(recipe.seed)
    rows = torch.randn(size, recipe.dimensions, generator=generator) / math.sqrt(recipe.dimensions)
    for at, direction in teaching.rows.items():
        cut = torch.from_numpy(direction[: recipe.dimensions])
        rows[at, : len(cut)] = normalize(cut, dim=0)
        rows[at, len(cut) :] = 0
    counts = np.bincount(pairs.questions.tokens, minlength=size) + np.bincount(
        pairs.passages.tokens, minlength=size
    )
    rarity = (1e-3 / (1e-3 + counts / counts.sum())) ** recipe.rarity
    return rows * torch.from_numpy(rarity.astype(np.float32))[:, None]


def _bag(rows: Tensor, bags: Bags, numbers: npt.NDArray[np.int64]) -> Tensor:
    tokens, offsets = bags.pick(numbers)
    return embedding_bag(torch.from_numpy(tokens), rows, torch.from_numpy(offsets), mode="mean")


def _repeats(keys: npt.NDArray[np.int64]) -> Tensor:
    same = torch.from_numpy(keys[:, None] == keys[None, :])
    return same.fill_diagonal_(False)


def _contrast(left: Tensor, right: Tensor, repeats: Tensor, scale: float, back: float) -> Tensor:
    scores = (normalize(left, dim=1) @ normalize(right, dim=1).T * scale).masked_fill(repeats, NEVER)
    right_ones = torch.arange(len(scores))
    loss = cross_entropy(scores, right_ones)
    return (loss + back * cross_entropy(scores.T, right_ones)) / (1 + back) if back else loss


def learn(
    recipe: Recipe,
    pairs: TokenPairs,
    sharing: sparse.csr_matrix,
    teaching: Teaching,
    taught: npt.NDArray[np.int64],
) -> Floats:
    """Train, and return the effective rows; ``taught`` is each pair's sentence of the teacher, or -1."""
    free = _first_rows(recipe, pairs, sharing.shape[0], teaching).requires_grad_()
    transposed = sharing.T.tocsr()
    sentences = torch.from_numpy(teaching.vectors)
    generator = torch.Generator().manual_seed(recipe.seed + 1)
    mapped = (
        torch.randn(recipe.dimensions, sentences.shape[1], generator=generator)
        / math.sqrt(sentences.shape[1])
    ).requires_grad_()
    optimizer = torch.optim.AdamW(
        [{"params": [free], "lr": recipe.rate}, {"params": [mapped], "lr": MAP_RATE}],
        weight_decay=0.0,
        fused=True,
    )
    rates = [group["lr"] for group in optimizer.param_groups]
    batches = Batches(pairs, recipe.batch, recipe.law_share, recipe.block_share, recipe.seed)
    with tqdm(range(recipe.steps), desc="training", unit=" batches") as steps:
        for step in steps:
            now = min(1.0, (step + 1) / WARM_UP) * max(SLOWEST, 1 - step / recipe.steps)
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * now
            sort, drawn = batches.draw()
            answers = pairs.answers[drawn]
            rows: Tensor = _Shared.apply(free, sharing, transposed)  # type: ignore[no-untyped-call]
            asked, found = _bag(rows, pairs.questions, drawn), _bag(rows, pairs.passages, answers)
            repeats = _repeats(pairs.same[answers])
            lengths = (recipe.dimensions, *recipe.cuts)
            loss = torch.stack(
                [
                    _contrast(asked[:, :cut], found[:, :cut], repeats, recipe.scale, BACKWARD_SHARE)
                    for cut in lengths
                ]
            ).mean()
            if sort == PARALLEL and recipe.teacher:
                numbers = taught[drawn]
                known = torch.from_numpy(numbers >= 0)
                numbers = numbers[numbers >= 0]
                target = linear(sentences[torch.from_numpy(numbers)], mapped)
                for side in (asked, found):
                    pulled = _contrast(side[known], target, _repeats(numbers), recipe.scale, 0)
                    loss = loss + recipe.teacher / 2 * pulled
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            if step % 20 == 0:
                steps.set_postfix(loss=f"{loss.item():.3f}")
    return np.asarray(sharing @ free.detach().numpy(), dtype=np.float32)
