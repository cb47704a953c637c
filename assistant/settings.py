"""What a user can set, in one frozen object; the only reader of the environment.

| variable              | meaning                                                        | default      |
|-----------------------|----------------------------------------------------------------|--------------|
| KEHOACH_DATA          | the library's folder                                           | ./.kehoach   |
| KEHOACH_DATABASE      | an SQLAlchemy address instead of the SQLite file in the folder | none         |
| KEHOACH_EMBEDDER      | "bundled", a sentence-transformers name, or a folder           | bundled      |
| KEHOACH_LLM           | "provider:model" of a language model                           | none         |
| KEHOACH_LLM_URL       | address of an OpenAI-compatible server (Ollama, vLLM)          | provider's   |
| KEHOACH_LLM_KEY       | its key                                                        | provider's   |
| KEHOACH_LLM_TIMEOUT   | seconds to wait for the next piece of its answer               | 30           |
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import KehoachError

__all__ = ["BadSetting", "Settings"]


class BadSetting(KehoachError):
    """A setting has a value that cannot be used; the message names it and says what would do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, validated."""

    data: Path = Path(".kehoach")
    database_url: str | None = None
    embedder: str = "bundled"
    llm: str | None = None
    llm_url: str | None = None
    llm_key: str | None = None
    llm_timeout: float = 30.0

    def __post_init__(self) -> None:
        if self.llm is not None and ":" not in self.llm:
            raise BadSetting(
                f'KEHOACH_LLM="{self.llm}": cần dạng "nhà cung cấp:mô hình", ví dụ "openai:qwen3".'
            )
        if self.llm_timeout <= 0:
            raise BadSetting(f"KEHOACH_LLM_TIMEOUT={self.llm_timeout}: cần một số giây lớn hơn 0.")

    @classmethod
    def read(cls, data: Path | None = None, environment: Mapping[str, str] = os.environ) -> Settings:
        """Assemble the settings from the environment; ``data`` (from the command line) wins.

        >>> Settings.read(environment={"KEHOACH_DATA": "/srv/kehoach"}).data.as_posix()
        '/srv/kehoach'
        """

        def text(name: str) -> str | None:
            return environment.get(f"KEHOACH_{name}", "").strip() or None

        seconds = text("LLM_TIMEOUT") or "30"
        try:
            timeout = float(seconds)
        except ValueError as exc:
            raise BadSetting(f"KEHOACH_LLM_TIMEOUT={seconds}: cần một số giây, ví dụ 30.") from exc
        return cls(
            data=data or Path(text("DATA") or ".kehoach"),
            database_url=text("DATABASE"),
            embedder=text("EMBEDDER") or "bundled",
            llm=text("LLM"),
            llm_url=text("LLM_URL"),
            llm_key=text("LLM_KEY"),
            llm_timeout=timeout,
        )
