"""The library and the assistant as LangChain parts, for others to build on.

    from assistant.langchain import PlanRetriever, as_runnable
    documents = PlanRetriever(desk=desk, limit=4).invoke("ai chủ trì tiếp công dân?")
    answer = as_runnable(desk).invoke("ai chủ trì tiếp công dân?")

Only langchain-core is needed; importing this loads it.
"""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda

from assistant.ask import answer_question
from assistant.model import Answer
from assistant.weighing import Desk, find_passages

__all__ = ["PlanRetriever", "as_runnable"]


class PlanRetriever(BaseRetriever):
    """Passages of the plans that a question means, found as the assistant finds them.

    ``page_content`` is clean text, ``start:end`` its place in the file.
    """

    desk: Any
    """An ``assistant.weighing.Desk`` (pydantic would want to load its library's database to check it)."""
    limit: int = 8

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        return [
            Document(
                page_content=hit.chunk.text,
                metadata={
                    "plan": hit.plan,
                    "section": hit.chunk.path,
                    "heading": hit.chunk.heading,
                    "page": hit.chunk.page,
                    "start": hit.chunk.span.start,
                    "end": hit.chunk.span.end,
                    "score": hit.score,
                },
            )
            for hit in find_passages(self.desk, query, self.limit)
        ]


def as_runnable(desk: Desk) -> Runnable[str, Answer]:
    """The whole assistant as one runnable: a question in, an Answer with citations out."""

    def answer(question: str) -> Answer:
        return answer_question(desk, question)

    return RunnableLambda(answer).with_config(run_name="kehoach")
