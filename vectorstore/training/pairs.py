"""Training pairs: a question-like text and the passage that it belongs to.

Of the law: titles, sentences cut out of their passage (inverse cloze), neighbouring passages, bags of
rare words; of the sentence pairs and the lexicon: both languages, both ways. Questions are varied as
officers write: in templates, with words left out, without marks, mistyped, mixed with English.
"""

from __future__ import annotations

import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from tokenizers import Tokenizer

from ingest.spelling import undiacritise
from vectorstore.training.align import align
from vectorstore.training.corpus import Article, Corpus
from vectorstore.training.duties import duty_questions
from vectorstore.training.vocabulary import MARK

__all__ = ["LAW", "PARALLEL", "Pairs", "Translator", "make_pairs"]

LAW, PARALLEL = 0, 1
"""Batches are of one sort only: law passages are no negatives for short translations."""

_ASKED_VI = (
    "{} được quy định như thế nào?|{} là gì?|quy định về {}|cơ quan nào {}|ai chịu trách nhiệm {}?|{} bao gồm những gì?"
    "|khi nào {}|thời hạn {} là bao lâu?|{} ra sao|cho tôi biết {}|bao nhiêu {}|{} cần điều kiện gì?|đơn vị nào chủ trì {}"
    "|trước ngày nào phải {}|tóm tắt {}|ai lo {}|sở nào phụ trách {}?|phối hợp với ai để {}|chỉ tiêu {} là bao nhiêu"
    "|hạn nộp báo cáo {}|{} gửi về đâu?|kế hoạch {} giao ai chủ trì|{} căn cứ văn bản nào?"
).split("|")
_ASKED_EN = (
    "what is {}|who is responsible for {}?|which agency {}|when {}|how many {}|how is {} regulated?|deadline for {}|list {}"
    "|what are the requirements for {}?|in {} who leads|tell me about {}|which {} and by when?|who leads {}?"
    "|which department coordinates {}?|what is the target for {}?|where are reports on {} sent?"
).split("|")
_FUNCTION_EN = frozenset(
    "the a an of to in is are and or for on by with that this be as it at from can you your not if".split()
)
_SENTENCE_RE = re.compile(r"(?<=[.;:])\s+|\n+")
_WORD_RE = re.compile(r"\w+")
MIXED, PSEUDO, TEMPLATE, DROPPED, UNMARKED, MISTYPED = 0.16, 0.16, 0.35, 0.3, 0.27, 0.05
"""Shares of questions varied in each way."""
HEADED = 0.6
"""Share of cut passages that stand under the line that names their document, as a plan's passages do."""


def _words(text: str) -> list[str]:
    return _WORD_RE.findall(text.lower())


@dataclass(slots=True)
class Pairs:
    """Questions, the number of each one's passage, its sort, and the passages."""

    passages: list[str]
    questions: list[str] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    sorts: list[int] = field(default_factory=list)

    def add(self, question: str, passage: int, sort: int) -> None:
        """One more pair."""
        self.questions.append(question)
        self.answers.append(passage)
        self.sorts.append(sort)

    def keep(self, passage: str) -> int:
        """A passage of its own; its number."""
        self.passages.append(passage)
        return len(self.passages) - 1


class Translator:
    """Vietnamese words into English, by the lexicon first and the alignment after."""

    def __init__(self, corpus: Corpus, tokenizer: Tokenizer) -> None:
        self._terms: dict[str, list[str]] = defaultdict(list)
        for vietnamese, english in corpus.terms:
            self._terms[" ".join(_words(vietnamese))].append(" ".join(_words(english)))
        encoded = tokenizer.encode_batch([vi for _, vi in corpus.parallel])
        segmented = [
            [
                token.strip(MARK).replace(MARK, " ")
                for token in line.tokens
                if token.startswith(MARK) and len(token) > 2
            ]
            for line in encoded
        ]
        for found in align([(en, words) for (en, _), words in zip(corpus.parallel, segmented, strict=True)]):
            sure = found.score > 0.06 and found.given_vietnamese > 0.2 and found.given_english > 0.08
            known = self._terms[found.vietnamese]
            if sure and found.english not in _FUNCTION_EN and len(known) < 3 and found.english not in known:
                known.append(found.english)
        self._longest = min(7, max(key.count(" ") + 1 for key in self._terms))

    def mix(self, text: str, share: float, rng: random.Random, *, drop: bool = False) -> tuple[str, float]:
        """Put ``share`` of the known words into English; with ``drop`` most others go. And how much was known."""
        words, out, known, at = _words(text), list[str](), 0, 0
        while at < len(words):
            for length in range(min(self._longest, len(words) - at), 0, -1):
                english = self._terms.get(" ".join(words[at : at + length]))
                if english:
                    chosen = rng.random() < share
                    out += [rng.choice(english)] if chosen else words[at : at + length]
                    known += length if chosen else 0
                    at += length
                    break
            else:
                if not drop or words[at].isdigit() or rng.random() > 0.6:
                    out.append(words[at])
                at += 1
        return " ".join(out), known / max(1, len(words))


def _mistyped(text: str, rng: random.Random) -> str:
    """One letter lost, doubled or swapped."""
    if len(text) < 6:
        return text
    at = rng.randrange(1, len(text) - 2)
    return rng.choice(
        (
            text[:at] + text[at + 1 :],
            text[:at] + text[at] + text[at:],
            text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        )
    )


class _Writer:
    """Varies questions."""

    def __init__(self, translator: Translator, rng: random.Random) -> None:
        self._translator = translator
        self._rng = rng

    def vary(self, question: str, *, templates: bool = True) -> str:
        rng, draw = self._rng, self._rng.random()
        if draw < MIXED:
            mixed, known = self._translator.mix(question, 0.6, rng)
            if known > 0.15:
                return rng.choice((*_ASKED_EN, *_ASKED_VI)).format(mixed) if rng.random() < 0.4 else mixed
        elif draw < MIXED + PSEUDO:
            mixed, known = self._translator.mix(question, 1.0, rng, drop=True)
            if known > 0.4:
                return rng.choice(_ASKED_EN).format(mixed) if rng.random() < 0.5 else mixed
        if templates and rng.random() < TEMPLATE:
            question = rng.choice(_ASKED_VI).format(question[:1].lower() + question[1:])
        if rng.random() < DROPPED:
            kept = [word for word in question.split() if rng.random() > 0.25]
            question = " ".join(kept) if len(kept) > 1 else question
        if rng.random() < MISTYPED:
            question = _mistyped(question, rng)
        return undiacritise(question) if rng.random() < UNMARKED else question


def _titles(pairs: Pairs, articles: Sequence[Article], writer: _Writer, rng: random.Random) -> None:
    for article in articles:
        named = [article.title] * 4 if not article.common else []
        if article.title:
            named += [f"{article.title} {article.law}"] * (2 if article.law else 0)
            named += [f"{article.title} {article.subject}"] * 2 + [f"{article.title} {article.number}"]
        for at, chunk in enumerate(article.chunks[:3]):
            for _ in range((2 if at == 0 else 1) if named else 0):
                pairs.add(writer.vary(rng.choice(named)), chunk, LAW)


def _neighbours(pairs: Pairs, articles: Sequence[Article], rng: random.Random) -> None:
    by_id = {article.id: article for article in articles}
    for article in articles:
        for chunk in article.chunks[:-1]:
            if rng.random() < 0.35:
                text = pairs.passages[chunk]
                pairs.add(text[-300:] if rng.random() < 0.5 else text[:300], chunk + 1, LAW)
        for other in filter(None, map(by_id.get, article.related[:2])):
            if other.chunks and article.chunks:
                own = not other.common and rng.random() < 0.5
                pairs.add(
                    other.title if own else pairs.passages[other.chunks[0]][:300], article.chunks[0], LAW
                )


def _duties(pairs: Pairs, chunks: int, writer: _Writer, rng: random.Random) -> None:
    for chunk in range(chunks):
        for question in duty_questions(pairs.passages[chunk], rng):
            pairs.add(writer.vary(question, templates=False), chunk, LAW)


def _headings(articles: Sequence[Article]) -> dict[int, str]:
    """The line that stands over a passage, as over the passages of a plan: what document, what heading."""
    return {
        chunk: " > ".join(filter(None, (article.law or article.subject, article.title)))
        for article in articles
        for chunk in article.chunks
    }


def _clozes(pairs: Pairs, chunks: int, headings: dict[int, str], writer: _Writer, rng: random.Random) -> None:
    """A sentence, or some words of it, asks for the passage that it was cut out of."""
    for chunk in range(chunks):
        text = pairs.passages[chunk]
        sentences = [part.strip() for part in _SENTENCE_RE.split(text) if len(part.strip()) > 25]
        if len(sentences) < 2:
            continue
        whole = sentences[0] if rng.random() < 0.3 else rng.choice(sentences)
        asked = whole
        if len(whole) > 160 and rng.random() < 0.7:
            words = whole.split()
            length = rng.randint(8, 22)
            start = rng.randrange(max(1, len(words) - length))
            asked = " ".join(words[start : start + length])
        heading = headings.get(chunk, "") if rng.random() < HEADED else ""
        if rng.random() < 0.6:
            rest = text.replace(whole, " ")
            answer = pairs.keep(f"{heading}\n{rest}" if heading else rest)
            if heading and rng.random() < 0.5:
                named = heading.split()
                start = rng.randrange(len(named))
                asked = f"{asked[:200]} {' '.join(named[start : start + 6])}"
        else:
            answer = chunk
        pairs.add(writer.vary(asked[:250]), answer, LAW)


def _keywords(pairs: Pairs, chunks: int, writer: _Writer, rng: random.Random) -> None:
    seen: Counter[str] = Counter()
    sample = rng.sample(range(chunks), min(chunks, 20000))
    for chunk in sample:
        seen.update(set(_words(pairs.passages[chunk])))
    rarity = {word: math.log(len(sample) / count) for word, count in seen.items()}
    unseen = math.log(len(sample))
    for chunk in range(chunks):
        words = _words(pairs.passages[chunk])
        if rng.random() < 0.5 or len(words) < 25:
            continue
        picked: list[str] = []
        for _ in range(rng.randint(1, 4)):
            length = rng.randint(1, 4)
            starts = [rng.randrange(len(words) - length) for _ in range(3)]
            best = max(starts, key=lambda at: sum(rarity.get(w, unseen) for w in words[at : at + length]))
            picked += words[best : best + length]
        pairs.add(writer.vary(" ".join(picked)), chunk, LAW)


def _translations(pairs: Pairs, corpus: Corpus, translator: Translator, rng: random.Random) -> None:
    for english, vietnamese in corpus.parallel:
        to_vi, to_en = pairs.keep(vietnamese), pairs.keep(english)
        pairs.add(english, to_vi, PARALLEL)
        pairs.add(vietnamese if rng.random() < 0.65 else undiacritise(vietnamese), to_en, PARALLEL)
        if rng.random() < 0.3:
            mixed = (
                undiacritise(vietnamese) if rng.random() < 0.6 else translator.mix(vietnamese, 0.5, rng)[0]
            )
            pairs.add(mixed, to_vi, PARALLEL)


def _lexicon(pairs: Pairs, corpus: Corpus, rng: random.Random, times: int) -> None:
    def maybe_unmarked(text: str, share: float) -> str:
        return undiacritise(text) if rng.random() < share else text

    for _ in range(times):
        for vietnamese, english in corpus.terms:
            asked = rng.choice(_ASKED_EN).format(english) if rng.random() < 0.4 else english
            pairs.add(asked, pairs.keep(maybe_unmarked(vietnamese, 0.3)), PARALLEL)
            pairs.add(maybe_unmarked(vietnamese, 0.4), pairs.keep(english), PARALLEL)
        for one, other in corpus.synonyms:
            pairs.add(maybe_unmarked(one, 0.3), pairs.keep(other), PARALLEL)


def make_pairs(corpus: Corpus, translator: Translator, seed: int = 11, lexicon_times: int = 2) -> Pairs:
    """All training pairs; the same corpus and seed give the same pairs."""
    rng = random.Random(seed)
    writer = _Writer(translator, rng)
    pairs = Pairs(list(corpus.chunks))
    chunks = len(corpus.chunks)
    _titles(pairs, corpus.articles, writer, rng)
    _neighbours(pairs, corpus.articles, rng)
    _clozes(pairs, chunks, _headings(corpus.articles), writer, rng)
    _duties(pairs, chunks, writer, rng)
    _keywords(pairs, chunks, writer, rng)
    _translations(pairs, corpus, translator, rng)
    _lexicon(pairs, corpus, rng, lexicon_times)
    return pairs
