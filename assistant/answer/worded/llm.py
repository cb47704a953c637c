"""The language model behind one function: messages in, pieces of its answer out.

Any provider of LangChain's ``init_chat_model`` does ("openai:qwen3" with KEHOACH_LLM_URL reaches Ollama,
vLLM and every other OpenAI-compatible server). Whatever goes wrong comes out as one ``ModelFault`` with a
reason, or as ``BadSetting`` when no model of that name can be had at all.
"""

from __future__ import annotations

import logging
import queue
import re
import threading
import time
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from assistant.settings import BadSetting, Settings
from ingest.errors import KehoachError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

__all__ = ["Message", "ModelFault", "Reason", "open_model", "stream_text", "without_thinking"]

Message = tuple[Literal["system", "human"], str]
Reason = Literal["unreachable", "refused", "unknown_model", "server", "timeout", "cut_off", "endless"]

TOTAL_SHARE = 4
"""The whole answer may take this many times the wait for one piece of it."""
MAX_LETTERS = 8_000
"""An answer of a few sentences; a model that writes more than this has lost itself."""
MAX_THOUGHT = 60_000
_MISSING_PACKAGE_RE = re.compile(r"\blangchain[-_][\w-]+")
_OPENAI_LIKE = {"openai", "azure_openai", "deepseek", "groq", "xai", "mistralai", "together", "fireworks"}
_log = logging.getLogger(__name__)


class ModelFault(KehoachError):
    """The model gave no whole answer; ``reason`` tells why, the text is for the log."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"mô hình ngôn ngữ: {reason} {detail}".rstrip())
        self.reason: Reason = reason


@lru_cache(maxsize=4)
def open_model(settings: Settings) -> BaseChatModel:
    """Return the model that KEHOACH_LLM names. Raises BadSetting when it cannot be had.

    Nothing is sent yet. One request is one request: no silent retries behind the officer's back.
    """
    from langchain.chat_models import init_chat_model

    provider = (settings.llm or "").partition(":")[0]
    options: dict[str, Any] = {"timeout": settings.llm_timeout, "max_retries": 0, "temperature": 0}
    if settings.llm_url:
        options["base_url"] = settings.llm_url
    if settings.llm_key:
        options["api_key"] = settings.llm_key
    elif settings.llm_url and provider == "openai":
        # A local server asks for no key, and the provider's own must not go to another address.
        options["api_key"] = "none"
    try:
        model: BaseChatModel = init_chat_model(str(settings.llm), **options)
        return model
    except ImportError as exc:
        package = _MISSING_PACKAGE_RE.search(str(exc))
        name = package[0].replace("_", "-") if package else f"langchain-{provider}"
        raise BadSetting(
            f'KEHOACH_LLM="{settings.llm}": chưa cài gói {name}; hãy cài bằng "pip install {name}", '
            'hoặc dùng máy chủ tương thích OpenAI: KEHOACH_LLM="openai:<mô hình>" và KEHOACH_LLM_URL.'
        ) from exc
    except Exception as exc:  # the edge to foreign code: each provider has errors of its own
        _log.warning("cannot open the language model %s: %s", settings.llm, exc)
        raise BadSetting(
            f'KEHOACH_LLM="{settings.llm}": không mở được mô hình; hãy kiểm tra tên nhà cung cấp '
            '(ví dụ "openai:qwen3"), KEHOACH_LLM_URL và KEHOACH_LLM_KEY.'
        ) from exc


def stream_text(settings: Settings, messages: Sequence[Message]) -> Iterator[str]:
    """Yield the model's answer piece by piece, without what it thought aloud.

    Raises ModelFault: when no piece comes for KEHOACH_LLM_TIMEOUT seconds, when the whole takes four
    times as long, and for every fault of server or stream. Raises BadSetting before anything is sent.
    The request runs in a thread of its own, so that the wait is ours to end whatever the provider does.
    """
    model = open_model(settings)
    pieces: queue.Queue[str | ModelFault | None] = queue.Queue()
    stop = threading.Event()
    openai_like = (settings.llm or "").partition(":")[0] in _OPENAI_LIKE
    threading.Thread(
        target=_read, args=(model, list(messages), pieces, stop, openai_like), name="llm", daemon=True
    ).start()
    try:
        yield from without_thinking(_limited(pieces, settings.llm_timeout))
    finally:
        stop.set()


def _limited(pieces: queue.Queue[str | ModelFault | None], timeout: float) -> Iterator[str]:
    """Pieces as they come, within the limits of time and length."""
    end = time.monotonic() + TOTAL_SHARE * timeout
    letters = 0
    while True:
        wait = min(timeout, end - time.monotonic())
        if wait <= 0:
            raise ModelFault("timeout", "whole")
        try:
            piece = pieces.get(timeout=wait)
        except queue.Empty:
            raise ModelFault("timeout", "piece") from None
        if piece is None:
            return
        if isinstance(piece, ModelFault):
            raise piece
        letters += len(piece)
        if letters > MAX_THOUGHT:
            raise ModelFault("endless")
        yield piece


def _read(
    model: BaseChatModel,
    messages: list[Message],
    pieces: queue.Queue[str | ModelFault | None],
    stop: threading.Event,
    openai_like: bool,
) -> None:
    """Read the stream to its end, its fault, or until nobody listens."""
    ending = ""
    try:
        for chunk in model.stream(messages):
            if stop.is_set():
                return
            # Empty pieces count too: a model that thinks is alive.
            pieces.put(str(chunk.text))
            told = chunk.response_metadata
            ending = told.get("finish_reason") or told.get("stop_reason") or told.get("done_reason") or ending
    except Exception as exc:  # noqa: BLE001 (the edge to foreign code: each provider has errors of its own)
        _log.warning("the language model failed: %s: %s", type(exc).__name__, exc)
        pieces.put(_fault(exc))
        return
    # A connection closed early looks like an end; only the reason for ending tells them apart.
    if str(ending).lower() in {"length", "max_tokens", "content_filter"} or (openai_like and not ending):
        pieces.put(ModelFault("cut_off", str(ending)))
    pieces.put(None)


def _fault(exc: BaseException) -> ModelFault:
    """Sort a provider's error by its status and by the names of the errors beneath it."""
    names, status = "", None
    below: BaseException | None = exc
    while below is not None:
        names += f" {type(below).__name__}"
        status = status or getattr(below, "status_code", None)
        below = below.__cause__ or below.__context__
    reason: Reason = "cut_off"
    if status in {401, 403}:
        reason = "refused"
    elif status == 404:
        reason = "unknown_model"
    elif status:
        reason = "server"
    elif "Timeout" in names:
        reason = "timeout"
    elif re.search(r"Connect(?:ion)?(?:Error|Refused)|UnsupportedProtocol|InvalidURL|gaierror", names):
        reason = "cut_off" if "RemoteProtocol" in names or "ReadError" in names else "unreachable"
    return ModelFault(reason, f"{type(exc).__name__} {status or ''}")


def without_thinking(pieces: Iterator[str]) -> Iterator[str]:
    """Drop what stands between ``<think>`` and ``</think>``; raise ModelFault on an endless answer.

    >>> list(without_thinking(iter(["<thi", "nk>Ừm</think>", "Sở Nội vụ", " [1]."])))
    ['Sở Nội vụ', ' [1].']
    """
    held, thinking, letters = "", False, 0
    for piece in pieces:
        held += piece
        if not thinking and letters == 0:
            start = held.lstrip()
            if start and "<think>".startswith(start[:7]) and len(start) < 7:
                continue
            thinking = start.startswith("<think>")
        if thinking:
            _, closed, after = held.partition("</think>")
            if not closed:
                continue
            held, thinking = after.lstrip(), False
        if held:
            letters += len(held)
            if letters > MAX_LETTERS:
                raise ModelFault("endless")
            yield held
            held = ""
    if held and not thinking:
        yield held
