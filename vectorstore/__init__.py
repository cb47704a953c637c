"""Plans are kept, and found again. Importing this loads neither a database nor a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vectorstore.hits import Added, Health, Hit, Outcome, PlanEntry, StoreSettings

if TYPE_CHECKING:
    from vectorstore.library import Library

__all__ = ["Added", "Health", "Hit", "Outcome", "PlanEntry", "StoreSettings", "open_library"]


def open_library(settings: StoreSettings) -> Library:
    """Open (or begin) the library in ``settings.folder``; use it as a context manager.

    Raises CatalogTooNew when a newer version of the program wrote it.
    """
    from vectorstore.library import Library

    return Library(settings)
