"""The bundled model is a true sentence-transformers model, and nothing here needs a network."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from vectorstore.embedder import BUNDLED, SentenceEmbedder, StaticEmbedder, known_prompts, load_embedder
from vectorstore.hits import EmbedderUnavailable

TEXTS = [
    "Thanh tra tỉnh chủ trì tổng hợp báo cáo kết quả giải quyết đơn thư khiếu nại.",
    "so noi vu chu tri",
    "Who leads the complaint reports?",
    "x" * 5000,
    "",
]


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection and every look-up of a name beyond this machine."""

    def refuse(*arguments: object, **_: object) -> None:
        raise AssertionError(f"network used: {arguments}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("no_network")
def test_both_readers_of_the_bundled_model_agree() -> None:
    fast, true = load_embedder(), SentenceEmbedder(str(BUNDLED), offline=False)
    assert isinstance(fast, StaticEmbedder)
    assert fast.dimensions == true.dimensions
    one, two = fast.encode_passages(TEXTS), true.encode_passages(TEXTS)
    assert one.dtype == two.dtype == np.float32
    np.testing.assert_allclose(one, two, atol=1e-3)
    np.testing.assert_allclose(np.linalg.norm(one[:-1], axis=1), 1, atol=1e-5)
    assert not one[-1].any()
    np.testing.assert_allclose(fast.encode_query(TEXTS[0]), true.encode_query(TEXTS[0]), atol=1e-3)


def test_a_question_is_near_its_answer_across_languages() -> None:
    embedder = load_embedder()
    scores = embedder.encode_passages(
        [TEXTS[0], "Sở Giáo dục triển khai học bạ điện tử."]
    ) @ embedder.encode_query(TEXTS[2])
    assert scores[0] > scores[1]


@pytest.mark.usefixtures("no_network")
def test_missing_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(EmbedderUnavailable, match="bundled"):
        load_embedder("no-such/model-anywhere", offline=True)
    (tmp_path / "empty").mkdir()
    with pytest.raises(EmbedderUnavailable):
        load_embedder(str(tmp_path / "empty"))


@pytest.mark.parametrize(
    ("name", "own", "expected"),
    [
        ("intfloat/multilingual-e5-base", {}, ("query: ", "passage: ")),
        ("/models/multilingual-e5-small/", None, ("query: ", "passage: ")),
        ("BAAI/bge-m3", {}, ("", "")),
        ("intfloat/multilingual-e5-base", {"query": "hỏi: ", "document": "đoạn: "}, ("hỏi: ", "đoạn: ")),
        ("other/model", {"query": "", "document": ""}, ("", "")),
    ],
)
def test_prompts(name: str, own: dict[str, str] | None, expected: tuple[str, str]) -> None:
    assert known_prompts(name, own) == expected


def test_model_with_prompts_goes_through_sentence_transformers(tmp_path: Path) -> None:
    import shutil

    folder = tmp_path / "multilingual-e5-base"
    shutil.copytree(BUNDLED, folder)
    config = folder / "config_sentence_transformers.json"
    content = json.loads(config.read_text("utf-8"))
    content["prompts"] = {"query": "hỏi: ", "document": "đoạn: "}
    config.write_text(json.dumps(content), "utf-8")
    embedder, bundled = load_embedder(str(folder)), load_embedder()
    assert isinstance(embedder, SentenceEmbedder)
    np.testing.assert_allclose(
        embedder.encode_query("báo cáo"), bundled.encode_query("hỏi: báo cáo"), atol=1e-3
    )
    found = embedder.encode_passages(["báo cáo"])
    np.testing.assert_allclose(found, bundled.encode_passages(["đoạn: báo cáo"]), atol=1e-3)


def test_importing_and_opening_loads_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; import vectorstore; light = set(sys.modules)\n"
        "assert not {'sqlalchemy', 'numpy', 'torch'} & light, light\n"
        "with vectorstore.open_library(vectorstore.StoreSettings(Path(sys.argv[1]))) as library:\n"
        "    library.plans(); library.search('ai chu tri')\n"
        "heavy = {'torch', 'sentence_transformers', 'chromadb', 'underthesea', 'transformers'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True, cwd=Path(__file__).parents[2])
