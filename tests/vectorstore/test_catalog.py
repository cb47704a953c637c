"""The catalog is plain SQL for others, and survives a change of its own shape."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from vectorstore import StoreSettings, open_library
from vectorstore.hits import CatalogTooNew
from vectorstore.library import Library

LEAD = "Ai chủ trì tổng hợp báo cáo giải quyết đơn thư khiếu nại?"


def run_sql(settings: StoreSettings, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(settings.folder / "catalog.db")) as connection, connection:
        return connection.execute(statement).fetchall()


def test_facts_can_be_asked_by_sql(library: Library, settings: StoreSettings) -> None:
    rows = run_sql(
        settings,
        'SELECT o.name, f.actor, substr(o.text, f.start + 1, f."end" - f.start) FROM facts f'
        " JOIN originals o ON o.id = f.plan_id WHERE f.role = 'lead' AND f.actor LIKE 'Thanh tra%'",
    )
    assert len(rows) == 1
    assert str(rows[0][2]).startswith("Thanh tra tỉnh chủ trì tổng hợp")


def test_older_catalog_is_read_again(library: Library, settings: StoreSettings) -> None:
    found = [hit.chunk for hit in library.search(LEAD)]
    library.close()
    run_sql(settings, "UPDATE state SET value = '0' WHERE key = 'schema'")
    run_sql(settings, "DROP TABLE chunks")
    run_sql(settings, "CREATE TABLE chunks (plan_id INTEGER, old_column TEXT)")
    with open_library(settings) as again:
        assert [hit.chunk for hit in again.search(LEAD)] == found
        assert [entry.name for entry in again.plans()] == ["khieu-nai.txt", "truong-hoc.txt"]
        assert {entry.revision for entry in again.plans()} == {1}


def test_reading_again_may_be_cut_off(library: Library, settings: StoreSettings) -> None:
    library.close()
    run_sql(settings, "DELETE FROM plans WHERE title LIKE '%khiếu nại%'")
    with open_library(settings) as again:
        assert len(again.plans()) == 2
        assert again.search(LEAD)[0].chunk.text.startswith("Thanh tra tỉnh")


def test_newer_catalog_is_refused(library: Library, settings: StoreSettings) -> None:
    library.close()
    run_sql(settings, "UPDATE state SET value = '999' WHERE key = 'schema'")
    with pytest.raises(CatalogTooNew, match="phiên bản mới hơn"):
        open_library(settings)


def test_removal_leaves_no_row(library: Library, settings: StoreSettings) -> None:
    for name in ("khieu-nai.txt", "truong-hoc.txt"):
        library.remove(name)
    for table in ("originals", "plans", "chunks", "facts", "sections"):
        assert run_sql(settings, f"SELECT count(*) FROM {table}") == [(0,)]


def test_rebuild_by_hand_changes_no_answer(library: Library) -> None:
    found = [hit.chunk for hit in library.search(LEAD)]
    library.rebuild()
    assert [hit.chunk for hit in library.search(LEAD)] == found
    library.rebuild(reread=True)
    assert [hit.chunk for hit in library.search(LEAD)] == found


def test_database_by_url(settings: StoreSettings, tmp_path, files) -> None:
    from dataclasses import replace

    elsewhere = replace(settings, database_url=f"sqlite:///{tmp_path / 'elsewhere.db'}")
    with open_library(elsewhere) as library:
        library.add(files / "khieu-nai.txt")
        assert library.search(LEAD)
    assert (tmp_path / "elsewhere.db").is_file()
    assert not (settings.folder / "catalog.db").exists()
