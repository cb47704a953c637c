"""Eight texts of which the first fits: what a title names, what is left of a sentence, what an English sentence says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from tokenizers import Tokenizer

from vectorstore.reader import arrange
from vectorstore.training.reader.lessons import Rows
from vectorstore.training.reader.texts import Texts

__all__ = ["draws", "numbers"]

Words = list[int]
OTHERS = 7
NEAR = 25
"""Articles before and after, of the same law mostly, from which wrong texts are taken."""


def numbers(tokenizer: Tokenizer, texts: Sequence[str]) -> list[Words]:
    """The word numbers of each text."""
    return [found.ids for found in tokenizer.encode_batch(list(texts), add_special_tokens=False)]


class _Articles:
    def __init__(self, tokenizer: Tokenizer, texts: Texts, luck: np.random.Generator) -> None:
        self.titles = numbers(tokenizer, [title for title, _ in texts.articles.values()])
        self.texts = numbers(tokenizer, [text for _, text in texts.articles.values()])
        self.stops = {tokenizer.token_to_id(mark) for mark in ".;:"}
        self.luck = luck

    def any(self) -> int:
        return int(self.luck.integers(len(self.titles)))

    def near(self, at: int) -> int:
        other = at + int(self.luck.integers(1, NEAR + 1)) * (1 if self.luck.random() < 0.5 else -1)
        return other if 0 <= other < len(self.titles) else self.any()

    def window(self, at: int, least: int = 16, most: int = 56) -> Words:
        words = self.texts[at] or [0]
        starts = [0, *(n + 1 for n, word in enumerate(words[:-6]) if word in self.stops)]
        first = starts[int(self.luck.integers(len(starts)))]
        return words[first : first + int(self.luck.integers(least, most))]


def draws(tokenizer: Tokenizer, texts: Texts, luck: np.random.Generator) -> Iterator[Rows]:
    """Draw without end: a quarter sentence pairs, nearly half titles, the rest sentences with words left out."""
    articles = _Articles(tokenizer, texts, luck)
    english = numbers(tokenizer, [one for one, _ in texts.pairs])
    vietnamese = numbers(tokenizer, [other for _, other in texts.pairs])
    while True:
        sort = luck.random()
        if sort < 0.25 and english:
            yield _pair(english, vietnamese, luck)
            continue
        at = articles.any()
        if sort < 0.7:
            asked = [word for word in articles.titles[at] if luck.random() > 0.1]
            others = [articles.near(at) if luck.random() < 0.75 else articles.any() for _ in range(OTHERS)]
            yield [arrange(asked, [], articles.window(one)) for one in (at, *others)]
        else:
            said = articles.window(at, 14, 48)
            left_out = luck.uniform(0.3, 0.75)
            asked = [word for word in said if luck.random() > left_out]
            others = [at if luck.random() < 0.5 else articles.near(at) for _ in range(OTHERS)]
            wrong = [(one, articles.window(one)) for one in others]
            wrong = [(one, text) if text[:4] != said[:4] else (articles.near(one), []) for one, text in wrong]
            rows = [(at, said), *((one, text or articles.window(one)) for one, text in wrong)]
            yield [arrange(asked, articles.titles[one], text) for one, text in rows]


def _pair(english: Sequence[Words], vietnamese: Sequence[Words], luck: np.random.Generator) -> Rows:
    at = int(luck.integers(len(english)))
    shifts = [
        int(luck.integers(1, 31)) if luck.random() < 0.7 else int(luck.integers(1, len(english)))
        for _ in range(OTHERS)
    ]
    return [arrange(english[at], [], vietnamese[(at + shift) % len(english)]) for shift in (0, *shifts)]
