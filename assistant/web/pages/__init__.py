"""The pages of the window, one module each; the order here is the order of the tabs."""

from __future__ import annotations

from assistant.web.pages import chat, library

__all__ = ["PAGES"]

PAGES = (chat.add_page, library.add_page)
