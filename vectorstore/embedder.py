"""Text -> vectors. The only importer of sentence-transformers, and the protocol any other model fits.

A static sentence-transformers model (a table of word vectors, averaged), as the bundled one is, is read
without torch: the same vectors (a test compares them) without the seconds that importing torch takes.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping, Sequence
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from vectorstore.hits import EmbedderUnavailable

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = [
    "BUNDLED",
    "Embedder",
    "SentenceEmbedder",
    "StaticEmbedder",
    "Vectors",
    "load_embedder",
    "load_static",
]

Vectors = npt.NDArray[np.float32]

BUNDLED = Path(__file__).parent / "model"
PASSAGES_A_BATCH = 256
_log = logging.getLogger(__name__)


class Embedder(Protocol):
    """Turns passages and questions into unit vectors of one space."""

    @property
    def name(self) -> str:
        """Names the space: vectors of another name must not be compared with these."""

    @property
    def dimensions(self) -> int:
        """The length of a vector."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Embed passages: float32 (n, dimensions), rows of length one."""

    def encode_query(self, text: str) -> Vectors:
        """Embed one question: float32 (dimensions,), of length one."""


class Prompts(NamedTuple):
    """What a model wants to read in front of a text."""

    query: str = ""
    passage: str = ""


# As their model cards ask; a model that carries prompts of its own needs no row here.
KNOWN_PROMPTS = {
    "multilingual-e5-small": Prompts("query: ", "passage: "),
    "multilingual-e5-base": Prompts("query: ", "passage: "),
    "multilingual-e5-large": Prompts("query: ", "passage: "),
    "e5-small-v2": Prompts("query: ", "passage: "),
    "e5-base-v2": Prompts("query: ", "passage: "),
    "e5-large-v2": Prompts("query: ", "passage: "),
    "bge-m3": Prompts(),
}


def known_prompts(name: str, own: Mapping[str, str | None] | None = None) -> Prompts:
    """Say which prefixes a model needs: its own prompts first, then what its card asks for.

    >>> known_prompts("intfloat/multilingual-e5-base").passage
    'passage: '
    >>> known_prompts("BAAI/bge-m3")
    Prompts(query='', passage='')
    """
    own = own or {}
    passage = own.get("document") or own.get("passage") or ""
    if own.get("query") or passage:
        return Prompts(own.get("query") or "", passage)
    return KNOWN_PROMPTS.get(name.rstrip("/").rsplit("/", 1)[-1].lower(), Prompts())


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-12), dtype=np.float32)


def _fingerprint(folder: Path) -> str:
    """Twelve letters that change with the weights or the tokenizer, so that a retrained model re-embeds."""
    digest = hashlib.blake2b(digest_size=6)
    for path in sorted(folder.rglob("*")):
        if path.name == "tokenizer.json" or path.suffix in {".safetensors", ".bin"}:
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "blake2b").digest())
    return digest.hexdigest()


def _is_static(folder: Path) -> bool:
    """Tell whether the folder holds a table of word vectors (plus normalisation) without prompts."""
    modules, config = folder / "modules.json", folder / "config_sentence_transformers.json"
    if not (
        modules.is_file()
        and (folder / "model.safetensors").is_file()
        and (folder / "tokenizer.json").is_file()
    ):
        return False
    kinds = [module["type"].rsplit(".", 1)[-1] for module in json.loads(modules.read_text("utf-8"))]
    prompts = json.loads(config.read_text("utf-8")).get("prompts", {}) if config.is_file() else {}
    return kinds in (["StaticEmbedding"], ["StaticEmbedding", "Normalize"]) and not any(prompts.values())


class StaticEmbedder:
    """A static sentence-transformers model, read with tokenizers and numpy alone."""

    def __init__(self, folder: Path, label: str) -> None:
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        self._tokenizer: Tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.rows: npt.NDArray[Any] = load_file(folder / "model.safetensors")["embedding.weight"]
        self.name = f"{label}:{_fingerprint(folder)}"
        self.dimensions = int(self.rows.shape[1])

    def tokenize(self, texts: Sequence[str]) -> list[list[int]]:
        """The tokens of each text, as places in ``rows``."""
        found = self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        return [encoding.ids for encoding in found]

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Average the rows of each text's tokens; a text without tokens gets the zero vector."""
        out = np.zeros((len(texts), self.dimensions), np.float32)
        for start in range(0, len(texts), PASSAGES_A_BATCH):
            for at, ids in enumerate(self.tokenize(texts[start : start + PASSAGES_A_BATCH]), start):
                if ids:
                    out[at] = self.rows[ids].mean(axis=0, dtype=np.float32)
        return _unit(out)

    def encode_query(self, text: str) -> Vectors:
        """Embed one question; remembered, since the search and the weighing of the answers ask for the same."""
        return _question_vector(self, text)


@lru_cache(maxsize=64)
def _question_vector(embedder: StaticEmbedder, text: str) -> Vectors:
    vector: Vectors = embedder.encode_passages([text])[0]
    return vector


class SentenceEmbedder:
    """Any sentence-transformers model, by folder or by name."""

    def __init__(self, model: str, *, offline: bool) -> None:
        folder = Path(model)
        local = folder.is_dir()
        try:
            from sentence_transformers import SentenceTransformer

            self._model = SentenceTransformer(model, device="cpu", local_files_only=local or offline)
        except (OSError, ValueError, ImportError, RuntimeError) as fault:
            raise EmbedderUnavailable(
                f"Không nạp được mô hình nhúng “{model}”: {fault}. "
                "Hãy kiểm tra tên hoặc thư mục mô hình, hay dùng mô hình kèm sẵn “bundled”."
            ) from fault
        # Half-precision weights are for the disk: in half precision an empty text has no length to divide by.
        self._model = self._model.float()
        self._prompts = known_prompts(model, self._model.prompts or {})
        self.name = f"{folder.name}:{_fingerprint(folder)}" if local else model

    @cached_property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(self._model.get_embedding_dimension() or 0)

    def _encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        vectors = self._model.encode(
            list(texts), prompt=prompt or None, batch_size=32, convert_to_numpy=True, show_progress_bar=False
        )
        return _unit(np.asarray(vectors, dtype=np.float32).reshape(len(texts), -1))

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Embed passages with the prefix that the model asks for."""
        if not texts:
            return np.zeros((0, self.dimensions), np.float32)
        return self._encode(texts, self._prompts.passage)

    def encode_query(self, text: str) -> Vectors:
        """Embed one question with the prefix that the model asks for."""
        vector: Vectors = self._encode([text], self._prompts.query)[0]
        return vector


@cache
def load_static() -> StaticEmbedder:
    """The bundled model, read once; raises EmbedderUnavailable when its folder is missing."""
    if not BUNDLED.is_dir():
        raise EmbedderUnavailable(
            "Thiếu mô hình nhúng kèm sẵn (vectorstore/model); hãy cài đặt lại chương trình."
        )
    return StaticEmbedder(BUNDLED, "bundled")


def load_embedder(name: str = "bundled", *, offline: bool = False) -> Embedder:
    """Load "bundled", a folder, or a model by its Hugging Face name.

    Folders are read without any network; ``offline`` forbids it for names too.
    Raises EmbedderUnavailable when it cannot be loaded.
    """
    if name == "bundled":
        return load_static()
    folder = Path(name).expanduser()
    if folder.is_dir() and _is_static(folder):
        return StaticEmbedder(folder, folder.name)
    return SentenceEmbedder(str(folder) if folder.is_dir() else name, offline=offline)
