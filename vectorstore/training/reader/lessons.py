"""What the reader is taught, and how: hidden words, then which of eight texts, then which line answers a question."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from vectorstore.reader import PAD, arrange
from vectorstore.training.reader.network import Network

__all__ = ["Lesson", "Rows", "answer_lines", "guess_hidden", "pick_text", "score_all"]

Rows = list[tuple[list[int], list[int]]]
MASK, FIRST_WORD = 4, 6
HIDDEN = 0.25
"""Share of the words that are hidden."""
SPAN = 256
NEGATIVES = 9
"""Lines beside the right ones that are shown of a passage."""


@dataclass(slots=True)
class Lesson:
    """One question: a row for each line, which are right, and what a teacher thought of each (where there is one)."""

    rows: Rows
    right: list[bool]
    taught: list[float] = field(default_factory=list)


def _optimizer(network: nn.Module, rate: float, decay: float) -> torch.optim.Optimizer:
    groups = [
        {"params": [p for p in network.parameters() if p.ndim > 1], "weight_decay": decay},
        {"params": [p for p in network.parameters() if p.ndim <= 1], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98))


def _rate(optimizer: torch.optim.Optimizer, rate: float, done: float, warm: float) -> None:
    for group in optimizer.param_groups:
        group["lr"] = rate * min(1.0, done / warm + 1e-3) * max(0.02, 1 - done)


def _step(network: nn.Module, optimizer: torch.optim.Optimizer, loss: Tensor) -> None:
    optimizer.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    size = nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    if torch.isfinite(size):
        optimizer.step()


def _device(network: nn.Module) -> torch.device:
    return next(network.parameters()).device


def _timed(seconds: float) -> Iterator[float]:
    """The share of the time that has passed, until it has."""
    start = time.monotonic()
    while (done := (time.monotonic() - start) / seconds) < 1:
        yield done


def _half(network: nn.Module) -> torch.autocast:
    return torch.autocast(_device(network).type, dtype=torch.bfloat16)


def guess_hidden(network: Network, words: np.ndarray, seconds: float, rate: float, batch: int = 256) -> float:
    """Hide a quarter of the words of random stretches and guess them; the last loss."""
    device = _device(network)
    stream = torch.from_numpy(words.astype(np.int32)).to(device)
    optimizer, last = _optimizer(network, rate, 0.05), math.nan
    for done in _timed(seconds):
        starts = torch.randint(0, len(stream) - SPAN, (batch,), device=device)
        ids = stream[starts[:, None] + torch.arange(SPAN, device=device)].long()
        at = torch.randperm(batch * SPAN, device=device)[: int(batch * SPAN * HIDDEN)]
        gold = ids.reshape(-1)[at].clone()
        luck = torch.rand(len(at), device=device)
        other = torch.randint(FIRST_WORD, network.size.words, (len(at),), device=device)
        ids.view(-1)[at] = torch.where(luck < 0.8, MASK, torch.where(luck < 0.9, other, gold))
        _rate(optimizer, rate, done, 0.05)
        with _half(network):
            loss = network.hidden_loss(ids, at, gold)
        _step(network, optimizer, loss)
        last = float(loss.detach())
    return last


def _padded(rows: Rows, device: torch.device) -> tuple[Tensor, Tensor, Tensor]:
    longest = -(-max(len(ids) for ids, _ in rows) // 8) * 8
    both = np.zeros((2, len(rows), longest), np.int64)
    for at, (ids, parts) in enumerate(rows):
        both[0, at, : len(ids)], both[1, at, : len(parts)] = ids, parts
    ids, parts = torch.from_numpy(both).to(device)
    return ids, parts, (ids != PAD).long()


def pick_text(network: Network, draws: Iterator[Rows], seconds: float, rate: float) -> float:
    """Of each draw of eight rows the first is right; the share picked rightly near the end."""
    optimizer, right = _optimizer(network, rate, 0.01), 0.0
    for done in _timed(seconds):
        rows = [row for _ in range(64) for row in next(draws)]
        _rate(optimizer, rate, done, 0.1)
        with _half(network):
            scores = network(*_padded(rows, _device(network)))
        scores = scores.float().view(64, -1)
        _step(
            network,
            optimizer,
            functional.cross_entropy(scores, torch.zeros(64, dtype=torch.long, device=scores.device)),
        )
        right = 0.98 * right + 0.02 * float((scores.argmax(1) == 0).float().mean())
    return right


def _thin(lesson: Lesson, luck: random.Random) -> Lesson:
    """A long passage with some of its wrong lines only."""
    good = [at for at, right in enumerate(lesson.right) if right][:4]
    bad = [at for at, right in enumerate(lesson.right) if not right]
    if len(bad) > NEGATIVES:
        bad = luck.sample(bad, NEGATIVES)
    kept = [*good, *bad]
    taught = [lesson.taught[at] for at in kept] if lesson.taught else []
    return Lesson([lesson.rows[at] for at in kept], [lesson.right[at] for at in kept], taught)


def _with_silence(scores: Tensor, sizes: Sequence[int]) -> list[Tensor]:
    """Log probabilities of each question's lines and, last, of silence, whose score is 0."""
    nothing = scores.new_zeros(1)
    return [
        functional.log_softmax(torch.cat([part, nothing]), 0) for part in torch.split(scores, list(sizes))
    ]


def answer_lines(
    network: Network, lessons: Sequence[Lesson], rounds: int, rate: float, batch: int = 32
) -> None:
    """Which lines answer, or that none does; beside the right ones, what the teacher thought of all."""
    network.train()
    network.drop(0.1)
    optimizer, luck, steps = _optimizer(network, rate, 0.01), random.Random(1), 0
    total = rounds * math.ceil(len(lessons) / batch)
    for _ in range(rounds):
        order = luck.sample(range(len(lessons)), len(lessons))
        for first in range(0, len(order), batch):
            shown = [_thin(lessons[at], luck) for at in order[first : first + batch]]
            _rate(optimizer, rate, steps / total, 0.1)
            with _half(network):
                scores = network(
                    *_padded([row for one in shown for row in one.rows], _device(network))
                ).float()
            losses = []
            for one, found in zip(
                shown, _with_silence(scores, [len(one.rows) for one in shown]), strict=True
            ):
                right = torch.tensor([*one.right, not any(one.right)], device=found.device)
                loss = -torch.logsumexp(found[right], 0)
                if one.taught:
                    wise = functional.log_softmax(torch.tensor([*one.taught, 0.0], device=found.device), 0)
                    loss = 0.4 * loss + functional.kl_div(found, wise, reduction="sum", log_target=True)
                losses.append(loss)
            _step(network, optimizer, torch.stack(losses).mean())
            steps += 1
    network.drop(0.0)
    network.eval()


@torch.no_grad()
def score_all(network: Network, lessons: Sequence[Lesson]) -> list[list[float]]:
    """The scores of every lesson's rows."""
    found = []
    for lesson in lessons:
        with _half(network):
            found.append(network(*_padded(lesson.rows, _device(network))).float().tolist())
    return found


def rows_of(question: Sequence[int], texts: Sequence[tuple[Sequence[int], Sequence[int]]]) -> Rows:
    """A row for each (headings, text)."""
    return [arrange(question, above, text) for above, text in texts]
