"""The most likely reading of a damaged stretch: a lattice of syllables, read forward and backward.

Every reading must agree with each letter that survived; a space is a real space or one lost letter; a
letter may, seldom, have vanished without one. Nodes are offsets at which a word may begin, arcs are words
(or gaps, numbers and marks), scored by the syllable model, by the document's own word pairs and by the
losses of the font run that rules there. Sums over all readings give each word its confidence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ingest.repair.lost_glyphs_case import capital_chance, is_upper_line, write
from ingest.repair.lost_glyphs_follow import MARGIN, Follow, cuts_of
from ingest.repair.lost_glyphs_model import BITS, MARK, NUMBER, Floats, Ints
from ingest.repair.lost_glyphs_words import Candidates, Stretch, common_losses, word_arcs

__all__ = ["Reading", "decode"]

_BEAM = 20
_LAYOUT_INSIDE = -8.0
_LAYOUT_EDGE = -1.0
"""Log chance that two or more spaces are mere layout: inside a line, and at its start or end."""


class Reading(NamedTuple):
    """One word of the best reading of ``text[start:end]``; ``word`` is its number in the model."""

    start: int
    end: int
    word: int
    new: str
    confidence: float


@dataclass(slots=True)
class _Arcs:
    """Arcs that arrive at one node from one node."""

    source: int
    state: Ints
    edge: Ints
    first: Ints
    second: Ints
    cost: Floats


@dataclass(slots=True)
class _Node:
    first: Ints
    second: Ints
    alpha: NDArray[np.floating]
    best: NDArray[np.floating]
    back: tuple[Ints, Ints, Ints] | None = None
    """Per state: source node, source state, edge number of the best arc that leads here."""
    arriving: list[tuple[_Arcs, Ints]] = field(default_factory=list)
    """Arcs kept, each with the state of this node that it leads to."""


def _targets(text: str, at: int, end: int, *, mark: bool) -> list[tuple[int, float]]:
    """Where the next word may begin after one that ends at ``at``, and the log cost of each choice."""
    if at >= end or text[at] != " ":
        return [(at, 0.0)]
    run = at
    while run < end and text[run] == " ":
        run += 1
    found = [(at + 1, 0.0)]
    if run > at + 1:
        found.append(
            (run, _LAYOUT_EDGE if run >= end or text[run] in "\n\t\N{LINE SEPARATOR}" else _LAYOUT_INSIDE)
        )
    if mark:
        # After "(" or "/" the space may itself be the first lost letter of the word.
        found.append((at, 0.0))
    return found


def _line_break(text: str, at: int, end: int) -> list[tuple[int, float]]:
    """After a line break: the next word begins at once, or after the indent."""
    run = at
    while run < end and text[run].isspace():
        run += 1
    last = max(text.rfind(mark, at, run) for mark in "\n\t\N{LINE SEPARATOR}\r\f\v") + 1
    return [(last, 0.0)] if last == run else [(last, _LAYOUT_EDGE), (run, _LAYOUT_EDGE)]


def _settle(arcs: list[_Arcs], nodes: dict[int, _Node]) -> _Node:
    """Merge the arcs that arrive at a node into its states; keep the likeliest."""
    if len(arcs) == 1 and len(arcs[0].state) == 1:
        only = arcs[0]
        source, state = nodes[only.source], int(only.state[0])
        node = _Node(
            only.first, only.second, source.alpha[[state]] + only.cost, source.best[[state]] + only.cost
        )
        node.back = (np.array([only.source]), only.state, only.edge)
        node.arriving = [(only, np.zeros(1, np.int64))]
        return node
    key = np.concatenate([(group.first << BITS) | group.second for group in arcs])
    score = np.concatenate([nodes[group.source].alpha[group.state] + group.cost for group in arcs])
    best = np.concatenate([nodes[group.source].best[group.state] + group.cost for group in arcs])
    # Sorted by state, the best arc of each last; hopeless arcs are left out first.
    order = np.flatnonzero(score > score.max() - MARGIN)
    order = order[np.lexsort((best[order], key[order]))]
    cuts = cuts_of(key[order])
    shift = score.max()
    alpha = np.log(np.add.reduceat(np.exp(score[order] - shift), cuts[:-1])) + shift
    keep = np.arange(len(alpha))
    if len(keep) > _BEAM:
        keep = keep[np.argsort(-alpha[keep], kind="stable")[:_BEAM]]
    winner = order[cuts[1:][keep] - 1]
    place = np.full(len(alpha), -1)
    place[keep] = np.arange(len(keep))
    state_of = np.full(len(key), -1)
    state_of[order] = np.repeat(place, cuts[1:] - cuts[:-1])
    node = _Node(key[winner] >> BITS, key[winner] & ((1 << BITS) - 1), alpha[keep], best[winner])
    sizes = [len(group.state) for group in arcs]
    node.back = (
        np.repeat([group.source for group in arcs], sizes)[winner],
        np.concatenate([group.state for group in arcs])[winner],
        np.concatenate([group.edge for group in arcs])[winner],
    )
    low = 0
    for group, size in zip(arcs, sizes, strict=True):
        node.arriving.append((group, state_of[low : low + size]))
        low += size
    return node


class _Lattice:
    """The working state of one decoding."""

    def __init__(self, stretch: Stretch, losses: Floats, follow: Follow) -> None:
        self.stretch, self.losses, self.follow = stretch, losses, follow
        self.waiting: dict[int, list[_Arcs]] = {}
        self.nodes: dict[int, _Node] = {}
        self.anything = common_losses(losses)
        self.made: list[tuple[int, Candidates]] = []
        self.count = 0
        """Edges are numbered through ``made``: the node that they leave, and the words that they are."""

    def forward(self) -> bool:
        """Fill the nodes from left to right; tell whether the end was reached."""
        begin, end = self.stretch.start, self.stretch.end
        first, second = self.stretch.before
        origin = _Node(np.array([first]), np.array([second]), np.zeros(1), np.zeros(1))
        self.nodes[begin] = origin
        self._leave(begin)
        for at in range(begin + 1, end + 1):
            if at in self.waiting:
                self.nodes[at] = _settle(self.waiting.pop(at), self.nodes)
                if at < end:
                    self._leave(at)
        return end in self.nodes

    def _leave(self, at: int) -> None:
        text, end = self.stretch.text, self.stretch.end
        letter = text[at]
        if letter in "\n\t\r\f\v\N{LINE SEPARATOR}":
            self._pass(at, _line_break(text, at, end))
        elif letter.isalpha() or letter == " ":
            self._words(at)
        elif letter.isdigit():
            stop = at
            while stop < end and text[stop].isdigit():
                stop += 1
            self._token(at, stop, NUMBER)
        else:
            stop = at + 1
            while stop < end and not (text[stop].isalnum() or text[stop].isspace()):
                stop += 1
            self._token(at, stop, MARK)

    def _pass(self, at: int, targets: list[tuple[int, float]]) -> None:
        """Move on without a word."""
        node = self.nodes[at]
        states = np.arange(len(node.alpha))
        edge = np.full(len(states), -1)
        for target, cost in targets:
            costs = np.full(len(states), cost, dtype=np.float32)
            arcs = _Arcs(at, states, edge, node.first, node.second, costs)
            self.waiting.setdefault(target, []).append(arcs)

    def _token(self, at: int, stop: int, word: int) -> None:
        found = Candidates(np.array([word]), np.array([stop]), np.zeros(1, np.float32), np.ones(1, bool))
        self._add(at, found, mark=True)

    def _words(self, at: int) -> None:
        found = word_arcs(at, self.stretch, self.losses, self.anything)
        if len(found.words):
            self._add(at, found, mark=False)

    def _add(self, at: int, found: Candidates, *, mark: bool) -> None:
        node, text, end = self.nodes[at], self.stretch.text, self.stretch.end
        rows, columns, logp = self.follow.arcs((node.first, node.second), node.alpha, found)
        edges = columns + self.count
        self.made.append((at, found))
        self.count += len(found.words)
        second, words, stops = node.second[rows], found.words[columns], found.stops[columns]
        cuts = cuts_of(stops).tolist() if len(found.words) > 1 else [0, len(stops)]
        for low, high in pairwise(cuts):
            for target, cost in _targets(text, int(stops[low]), end, mark=mark):
                arcs = _Arcs(
                    at,
                    rows[low:high],
                    edges[low:high],
                    second[low:high],
                    words[low:high],
                    logp[low:high] + np.float32(cost),
                )
                self.waiting.setdefault(target, []).append(arcs)

    def posteriors(self) -> NDArray[np.float64]:
        """Share of all readings that go through each edge."""
        share = np.zeros(self.count + 1)
        betas = {at: np.full(len(node.alpha), -np.inf) for at, node in self.nodes.items()}
        end = self.stretch.end
        betas[end][:] = 0.0
        total = np.logaddexp.reduce(self.nodes[end].alpha)
        for at in sorted(self.nodes, reverse=True):
            beta = betas[at]
            for arcs, place in self.nodes[at].arriving:
                kept = place >= 0
                if not kept.any():
                    continue
                state, edge = arcs.state[kept], arcs.edge[kept]
                onward = arcs.cost[kept] + beta[place[kept]]
                np.logaddexp.at(betas[arcs.source], state, onward)
                through = np.exp(self.nodes[arcs.source].alpha[state] + onward - total)
                np.add.at(share, edge, through)
        return share

    def best(self) -> list[int]:
        """Edge numbers of the best path, left to right."""
        at, state = self.stretch.end, int(np.argmax(self.nodes[self.stretch.end].best))
        path: list[int] = []
        while (back := self.nodes[at].back) is not None:
            edge = int(back[2][state])
            at, state = int(back[0][state]), int(back[1][state])
            if edge >= 0:
                path.append(edge)
        return path[::-1]

    def readings(self) -> list[Reading]:
        """The best path as words, each with the share of all readings that agree with it."""
        share, found = self.posteriors(), []
        bounds = np.cumsum([0, *(len(made.words) for _, made in self.made)])
        for edge in self.best():
            group = int(np.searchsorted(bounds, edge, side="right")) - 1
            at, made = self.made[group]
            if at >= self.stretch.core:
                break
            inside = edge - bounds[group]
            stop, word = int(made.stops[inside]), int(made.words[inside])
            confidence = self._support(share, bounds, group, stop, word)
            found.append(
                Reading(
                    at, stop, word, self._text(at, stop, word, bool(made.kept[inside])), min(1.0, confidence)
                )
            )
        return found

    def _support(
        self, share: NDArray[np.float64], bounds: NDArray[np.int64], group: int, stop: int, word: int
    ) -> float:
        """Share of the readings with this word here, give or take one offset (a vanished letter)."""
        at, total = self.made[group][0], 0.0
        for near in range(max(0, group - 2), min(len(self.made), group + 3)):
            start, made = self.made[near]
            if abs(start - at) <= 1:
                same = (made.words == word) & (np.abs(made.stops - stop) <= 1)
                total += float(share[bounds[near] : bounds[near + 1]][same].sum())
        return total

    def _text(self, at: int, stop: int, word: int, kept: bool) -> str:
        text, base = self.stretch.text, self.stretch.start
        if kept:
            return text[at:stop]
        losses = self.losses[at - base : stop - base]
        upper, starts = is_upper_line(text, at), capital_chance(text, at)
        return write(text[at:stop], word, losses, self.follow.model, upper_line=upper, starts=starts)


def decode(stretch: Stretch, losses: Floats, follow: Follow) -> list[Reading]:
    """Read a stretch: the words of the best path, each with the share of all readings that agree.

    ``losses`` holds, per position of the stretch and glyph, the log chance that the glyph was lost there.
    Returns nothing where no path leads through.
    """
    lattice = _Lattice(stretch, losses, follow)
    return lattice.readings() if lattice.forward() else []
