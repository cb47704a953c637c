"""What every page gets: the desk it works at, the language switch, and gradio itself.

``app`` is the only importer of gradio; pages receive the module, so a new page is one new module with an
``add_page(frame)`` and one line in ``pages/__init__.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.weighing import Desk

__all__ = ["QUIET", "STATIC", "Frame", "static"]

QUIET: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
"""For every event: not part of any public interface, and no spinner over what is being read."""

STATIC = Path(__file__).parent / "static"


@dataclass(frozen=True, slots=True)
class Frame:
    """The window that pages are hung in. Components are gradio's, which has no types of use."""

    gr: Any
    desk: Desk
    language: Any
    """The language switch; its value is "vi" or "en"."""
    loaded: Any
    """Happens once a page is open and the language of this browser is known."""
    examples: Callable[[], Sequence[str]]
    """Questions that the empty page offers just now."""
    with_data: Callable[[Callable[..., Any]], Callable[..., Any]]
    """Make a handler whose first argument is the data of the browser's click."""

    def on_language(self, handler: Callable[..., Any], inputs: list[Any], outputs: list[Any]) -> None:
        """Write a page anew when the reader switches the language."""
        self.language.input(handler, [self.language, *inputs], outputs, **QUIET)


def static(name: str) -> str:
    """Return the text of one of the page's own files (style, script)."""
    return (STATIC / name).read_text(encoding="utf-8")
