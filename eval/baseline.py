"""The stock recipe to beat: LangChain splitter 1000/200, Chroma, an embedder, the top passages as they come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

from langchain_core.embeddings import Embeddings

from assistant.model import Answer, Citation, Turn

__all__ = ["StockIndex", "StockLangChain"]

TOP = 4
CHUNK, OVERLAP = 1000, 200


class StockIndex:
    """A Chroma collection of split texts, embedded as LangChain does it."""

    def __init__(self, texts: Mapping[str, str], embeddings: Embeddings) -> None:
        from langchain_chroma import Chroma
        from langchain_core.documents import Document
        from langchain_text_splitters import RecursiveCharacterTextSplitter

        splitter = RecursiveCharacterTextSplitter(
            chunk_size=CHUNK, chunk_overlap=OVERLAP, add_start_index=True
        )
        documents: list[Any] = splitter.split_documents(
            [Document(page_content=text, metadata={"of": name}) for name, text in texts.items()]
        )
        self.chunks = len(documents)
        # Chroma's in-memory collections are shared by the whole process: each run needs a name of its own.
        self._store = Chroma.from_documents(documents, embeddings, collection_name=f"stock-{uuid4().hex}")

    def search(self, question: str, limit: int) -> list[Any]:
        """The nearest chunks, LangChain documents whose ``metadata["of"]`` names their text."""
        found: list[Any] = self._store.similarity_search(question, k=min(limit, self.chunks))
        return found

    def names(self, question: str, limit: int) -> list[str]:
        """The texts of the nearest chunks, each once, by its best chunk."""
        return list(dict.fromkeys(found.metadata["of"] for found in self.search(question, limit)))


class StockLangChain:
    """A vector store over raw text; it answers with its passages and never refuses."""

    def __init__(self, texts: dict[str, str], model: Path | str) -> None:
        from langchain_huggingface import HuggingFaceEmbeddings

        self._index = StockIndex(texts, HuggingFaceEmbeddings(model_name=str(model)))

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Return the top passages as the answer, each cited."""
        found = self._index.search(question, TOP)
        cited = tuple(
            Citation(
                plan=document.metadata["of"],
                section="",
                heading="",
                page=None,
                quote=document.page_content,
                start=document.metadata["start_index"],
                end=document.metadata["start_index"] + len(document.page_content),
            )
            for document in found
        )
        text = "\n\n".join(f"{document.page_content} [{n}]" for n, document in enumerate(found, 1))
        return Answer("answered", text, "passage", "vi", cited)
