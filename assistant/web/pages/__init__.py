"""The pages of the window, one module each; the order here is the order of the tabs."""

from __future__ import annotations

from assistant.web.pages import chat, draft, library, review

__all__ = ["PAGES"]

PAGES = (chat.add_page, library.add_page, draft.add_page, review.add_page)
