"""The training code on a toy corpus: pairs are made, rows are learnt, the model is written and read back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from vectorstore.embedder import SentenceEmbedder, StaticEmbedder
from vectorstore.training.batches import tokenize_pairs
from vectorstore.training.corpus import Article, Corpus
from vectorstore.training.english import aligned_rows, write_table
from vectorstore.training.export import export
from vectorstore.training.grow import grow
from vectorstore.training.learning import Recipe, learn
from vectorstore.training.pairs import LAW, PARALLEL, Translator, make_pairs
from vectorstore.training.probe import embed, probe
from vectorstore.training.structure import folding, sharing, unmarked_rows
from vectorstore.training.teacher import Teaching
from vectorstore.training.vocabulary import build_tokenizer, count_words

TOPICS = {
    "thu gom rác thải": "waste collection",
    "tiêm phòng gia súc": "livestock vaccination",
    "cấp nước sạch": "clean water supply",
    "phòng cháy rừng": "forest fire prevention",
}


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    chunks = [
        f"1. Sở Nông nghiệp chủ trì, hướng dẫn các huyện thực hiện việc {topic} trên địa bàn tỉnh lần {turn}.\n"
        f"2. Ủy ban nhân dân xã báo cáo kết quả {topic} trước ngày {turn} hằng tháng; lập sổ theo dõi đầy đủ."
        for topic in TOPICS
        for turn in range(1, 9)
    ]
    articles = [
        Article(str(at), f"Trách nhiệm {topic}", "", "", "", (), range(at * 8, at * 8 + 8), common=False)
        for at, topic in enumerate(TOPICS)
    ]
    parallel = [(f"the {en} number {n}", f"việc {vi} số {n}") for vi, en in TOPICS.items() for n in range(15)]
    terms = list(TOPICS.items())
    return Corpus(
        chunks, articles, parallel, terms, [], [("Việc tiêm phòng gia súc", chunks[8])], parallel[::9]
    )


def test_learns_writes_and_reads_back(corpus: Corpus, tmp_path: Path) -> None:
    vocabulary = count_words(corpus)
    tokenizer = build_tokenizer(vocabulary, ["irrigation"])
    pairs = make_pairs(corpus, Translator(corpus, tokenizer), seed=3)
    assert make_pairs(corpus, Translator(corpus, tokenizer), seed=3) == pairs
    assert {LAW, PARALLEL} == set(pairs.sorts)
    shared = sharing(tokenizer, vocabulary)
    rng = np.random.default_rng(0)
    number = {en: at for at, (en, _) in enumerate(corpus.parallel)}
    english = {tokenizer.token_to_id(piece): 20 for piece in ("▁waste", "▁water", "▁forest", "▁number")}
    teaching = Teaching(
        number,
        rng.standard_normal((len(number), 8), np.float32),
        {at: rng.standard_normal(8, np.float32) for at in english},
        english,
    )
    recipe = Recipe(dimensions=16, cuts=(8,), batch=16, steps=60, block_share=0.0)
    rows = learn(recipe, tokenize_pairs(tokenizer, pairs), shared, teaching, teaching.taught(pairs))
    rows = np.asarray(folding(tokenizer, vocabulary) @ rows, dtype=np.float32)
    scores = probe(rows, tokenizer, corpus)
    assert scores["titles"] > 0.2
    asked, found = embed(rows, tokenizer, ["clean water supply"])[0], embed(rows, tokenizer, list(TOPICS))
    assert int(np.argmax(found @ asked)) == 2

    written = export(rows, tokenizer, tmp_path / "model")
    assert 0 < written < 2_000_000
    fast = StaticEmbedder(tmp_path / "model", "toy")
    true = SentenceEmbedder(str(tmp_path / "model"), offline=True)
    texts = ["Sở Nông nghiệp tiêm phòng gia súc", "cap nuoc sach", "forest"]
    np.testing.assert_allclose(fast.encode_passages(texts), embed(rows, tokenizer, texts), atol=2e-3)
    np.testing.assert_allclose(fast.encode_passages(texts), true.encode_passages(texts), atol=2e-3)
    assert not unmarked_rows(tokenizer, vocabulary) & set(english)


def test_rare_words_lean_on_the_teacher() -> None:
    rng = np.random.default_rng(1)
    directions, turn = (
        rng.standard_normal((60, 6)).astype(np.float32),
        rng.standard_normal((6, 6)).astype(np.float32),
    )
    rows = directions @ turn
    rows[59] = 0
    teaching = Teaching(
        {},
        np.zeros((0, 6), np.float32),
        dict(enumerate(directions)),
        {at: 50 if at < 50 else 4 for at in range(59)} | {59: 0},
    )
    grown = grow(rows, teaching, skip={0})
    true = directions[59] @ turn
    assert float(grown[59] @ true / np.linalg.norm(grown[59]) / np.linalg.norm(true)) > 0.9
    assert (grown[0] == rows[0]).all()


def test_aligned_rows_replace_only_the_aligned(tmp_path: Path) -> None:
    pairs = [(f"the {en} number {n}", f"việc {vi} số {n}") for vi, en in TOPICS.items() for n in range(15)]
    pairs += [(f"dataverse number {n}", f"dataverse số {n}") for n in range(15)]
    rows = aligned_rows(pairs)
    found = {stem: vi for stem, vi, _ in rows}
    assert found["number"].startswith("số:") and "tiêm" in found["vaccination"]
    assert "dataverse" not in "".join(found.values()), "what was left in English is no translation"
    table = tmp_path / "english.tsv"
    before = "en\tvi\tsource\nwaste\trác thải|lãng phí\tusage\nzebra\tngựa vằn:0.90\talignment\n"
    table.write_text(before, encoding="utf-8")
    write_table(rows, table, table)
    lines = table.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "en\tvi\tsource" and "waste\trác thải|lãng phí\tusage" in lines
    assert len(lines) == 2 + len(rows) and not any("zebra" in line for line in lines)
