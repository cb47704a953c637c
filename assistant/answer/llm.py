"""A language model words the evidence; what it says is checked before anybody reads it.

The only importer of LangChain's model adapters, and only when a model is set. Whatever goes wrong
(refused, slow, broken off, nonsense), the extracted answer stands and a note says so.
"""

from __future__ import annotations

import queue
import re
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from assistant.answer.verify import MARK_RE, check_sentence, split_sentences
from assistant.model import Answer, Citation, Language
from assistant.settings import BadSetting, Settings
from prompts import load_prompt

__all__ = ["word_answer"]

LONGEST_CALL = 4
"""The whole call may take so many times the setting's seconds between two pieces."""
LONGEST_TEXT = 6000
"""Letters after which a model that does not stop is stopped."""
_BOLD_RE = re.compile(r"\*\*(.+?)\*\*")
_NOTES: dict[str, tuple[str, str]] = {
    "failed": (
        "Mô hình ngôn ngữ không trả lời được; đây là câu trả lời trích từ văn bản.",
        "The language model gave no answer; this is the answer extracted from the text.",
    ),
    "dropped": (
        "Đã bỏ {n} câu của mô hình không có trong đoạn trích.",
        "Dropped {n} sentence(s) of the model that the passages do not bear out.",
    ),
    "replaced": (
        "Câu trả lời của mô hình không khớp văn bản; đây là câu trả lời trích từ văn bản.",
        "The model's answer does not match the text; this is the answer extracted from it.",
    ),
}


class _Failed(Exception):
    """The model's service did not give a whole answer."""


def _note(key: str, language: Language, **parts: object) -> str:
    return _NOTES[key][language == "en"].format(**parts)


def _model(settings: Settings) -> Any:  # noqa: ANN401 - LangChain's own type is only known once it is imported
    from langchain.chat_models import init_chat_model

    provider, _, name = (settings.llm or "").partition(":")
    options: dict[str, object] = {"timeout": settings.llm_timeout, "max_retries": 0, "temperature": 0}
    if settings.llm_url:
        options["base_url"] = settings.llm_url
    if settings.llm_key or settings.llm_url:
        options["api_key"] = settings.llm_key or "none"
    try:
        return init_chat_model(name, model_provider=provider, **options)  # type: ignore[call-overload]
    except (ImportError, ValueError) as exc:
        raise BadSetting(
            f'KEHOACH_LLM="{settings.llm}": không dùng được nhà cung cấp này ({exc}); hãy kiểm tra tên hoặc cài gói LangChain của nó.'
        ) from exc


def _stream(settings: Settings, prompt: str) -> Iterator[str]:
    """Yield the model's pieces; raises _Failed when none comes in time, or the stream breaks."""
    model = _model(settings)
    pieces: queue.Queue[str | BaseException | None] = queue.Queue()

    def pull() -> None:
        try:
            for chunk in model.stream(prompt):
                pieces.put(str(chunk.text))
            pieces.put(None)
        except Exception as exc:  # noqa: BLE001 - the edge: every provider has its own errors
            pieces.put(exc)

    threading.Thread(target=pull, daemon=True, name="language model").start()
    end = time.monotonic() + LONGEST_CALL * settings.llm_timeout
    while time.monotonic() < end:
        try:
            piece = pieces.get(timeout=settings.llm_timeout)
        except queue.Empty as exc:
            raise _Failed("no piece in time") from exc
        if piece is None:
            return
        if isinstance(piece, BaseException):
            raise _Failed(type(piece).__name__) from piece
        yield piece
    raise _Failed("too long")


def _numbered(citations: Sequence[Citation]) -> str:
    lines = []
    for number, cited in enumerate(citations, 1):
        words = cited.repaired or " ".join(cited.quote.split())
        lines.append(f"[{number}] ({cited.plan_title}, {cited.section}) {words}")
    # The delimiters of the prompt must not be closed from inside a plan.
    return re.sub(r"</?(?:doan_trich|passages)>", "", "\n".join(lines))


def word_answer(settings: Settings, extracted: Answer, question: str) -> Iterator[Answer]:
    """Word an extracted answer, yielding ever fuller verified versions; the final one comes last.

    A refusal is never reworded: what the plans do not tell, the model is not asked to find.
    """
    if extracted.status != "answered" or not extracted.citations:
        return
    evidence = [f"{c.repaired or ''} {' '.join(c.quote.split())} {c.heading}" for c in extracted.citations]
    prompt = load_prompt("answer", extracted.language).fill(
        evidence=_numbered(extracted.citations), answer=extracted.text, question=question
    )
    kept: list[str] = []
    dropped = 0
    text = ""
    done = 0
    try:
        for piece in _stream(settings, prompt):
            text += piece
            sentences = split_sentences(text)
            # The last one may still be growing.
            for sentence in sentences[done:-1]:
                dropped += not _keep(sentence, evidence, extracted, kept)
                done += 1
                if kept:
                    yield _worded(extracted, kept, ())
            if len(text) > LONGEST_TEXT:
                break
        for sentence in split_sentences(text)[done:]:
            dropped += not _keep(sentence, evidence, extracted, kept)
    except _Failed:
        yield replace(extracted, notes=(*extracted.notes, _note("failed", extracted.language)))
        return
    if not _agrees(kept, extracted):
        yield replace(extracted, notes=(*extracted.notes, _note("replaced", extracted.language)))
        return
    notes = (_note("dropped", extracted.language, n=dropped),) if dropped else ()
    yield _worded(extracted, kept, notes)


def _keep(sentence: str, evidence: Sequence[str], extracted: Answer, kept: list[str]) -> bool:
    verdict = check_sentence(sentence, evidence, vietnamese=extracted.language == "vi")
    if verdict.kept:
        kept.append(sentence)
    return verdict.kept


def _agrees(kept: Sequence[str], extracted: Answer) -> bool:
    """Whether what is left says the short answer: every name, date or number that stands in bold."""
    said = " ".join(MARK_RE.sub("", sentence) for sentence in kept).replace("**", "").lower()
    wanted = _BOLD_RE.findall(extracted.text)
    return bool(kept) and all(word.lower() in said for word in wanted)


def _worded(extracted: Answer, kept: Sequence[str], notes: tuple[str, ...]) -> Answer:
    return replace(extracted, text="\n\n".join(kept), notes=(*extracted.notes, *notes))
