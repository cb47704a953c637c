"""A plan that a command names: a file, or a plan of the library by its number or its file's name."""

from __future__ import annotations

from pathlib import Path

from assistant.settings import Settings
from ingest.errors import KehoachError
from ingest.plan import Plan

__all__ = ["plan_named"]


def plan_named(named: str, data: Path | None = None) -> Plan:
    """Return the plan; raises KehoachError where neither a file nor one plan of the library is called so."""
    from ingest.pipeline import read_plan
    from vectorstore import open_library
    from vectorstore.hits import StoreSettings

    settings = Settings.read(data)
    if Path(named).exists():
        return read_plan(Path(named))
    if not settings.data.exists():
        raise _unknown(named)
    wanted = _key(named)
    with open_library(StoreSettings(settings.data, settings.database_url, settings.embedder)) as library:
        found = [
            entry.name
            for entry in library.plans()
            if wanted in {_key(entry.name), _key(Path(entry.name).stem), _key(entry.number or "")}
        ]
        if len(found) > 1:
            raise KehoachError(
                f"{named}: kho có {len(found)} kế hoạch như vậy ({', '.join(found)}); hãy nêu tên tệp."
            )
        if not found:
            raise _unknown(named)
        return library.plan(found[0])


def _unknown(named: str) -> KehoachError:
    return KehoachError(
        f"{named}: không có tệp nào ở đường dẫn này, cũng không có kế hoạch nào trong kho mang số hay tên ấy; "
        "hãy nêu tệp kế hoạch, hoặc số của một kế hoạch trong kho (xem: kehoach list)."
    )


def _key(name: str) -> str:
    return "".join(name.split()).casefold()
