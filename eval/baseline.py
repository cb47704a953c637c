"""The stock recipe to beat: LangChain splitter 1000/200, Chroma, the same embedder, the top 4 passages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

from assistant.model import Answer, Citation, Turn

__all__ = ["StockLangChain"]

TOP = 4
CHUNK, OVERLAP = 1000, 200


class StockLangChain:
    """A vector store over raw text; it answers with its passages and never refuses."""

    def __init__(self, texts: dict[str, str], model: Path | str) -> None:
        from langchain_chroma import Chroma
        from langchain_core.documents import Document
        from langchain_huggingface import HuggingFaceEmbeddings
        from langchain_text_splitters import RecursiveCharacterTextSplitter

        splitter = RecursiveCharacterTextSplitter(
            chunk_size=CHUNK, chunk_overlap=OVERLAP, add_start_index=True
        )
        documents: list[Any] = splitter.split_documents(
            [Document(page_content=text, metadata={"plan": name}) for name, text in texts.items()]
        )
        # Chroma's in-memory collections are shared by the whole process: each run needs a name of its own.
        self._store = Chroma.from_documents(
            documents, HuggingFaceEmbeddings(model_name=str(model)), collection_name=f"stock-{uuid4().hex}"
        )

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Return the top passages as the answer, each cited."""
        found = self._store.similarity_search(question, k=TOP)
        cited = tuple(
            Citation(
                plan=document.metadata["plan"],
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
