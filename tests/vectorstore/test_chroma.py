"""Chroma is a cache: whatever happens to it, questions are answered and it comes back by itself."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from vectorstore import StoreSettings, open_library
from vectorstore.dense import ChromaIndex
from vectorstore.library import Library

LEAD = "Ai chủ trì tổng hợp báo cáo giải quyết đơn thư khiếu nại?"


@pytest.fixture
def chroma(settings: StoreSettings, files: Path) -> StoreSettings:
    """Settings of a library with Chroma, filled and closed."""
    settings = replace(settings, dense="chroma")
    with open_library(settings) as library:
        list(library.add_all(sorted(files.iterdir())))
        assert library.health().dense == "chroma"
    return settings


def garble(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix != ".lock":
            path.write_bytes(b"\0garbled" * 50)


def lose_sqlite(folder: Path) -> None:
    next(folder.rglob("chroma.sqlite3")).unlink()


def tear_vectors(folder: Path) -> None:
    for path in folder.rglob("*.bin"):
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize("damage", [shutil.rmtree, garble, lose_sqlite, tear_vectors])
def test_damaged_folder_is_made_anew(chroma: StoreSettings, damage: Callable[[Path], None]) -> None:
    damage(chroma.folder / "dense")
    with open_library(chroma) as library:
        library.warm()
        assert library.health().dense == "chroma", library.health().notes
        assert library.search(LEAD)[0].chunk.text.startswith("Thanh tra tỉnh")


def test_chroma_and_exact_search_agree(chroma: StoreSettings) -> None:
    with open_library(chroma) as library:
        library.warm()
        by_chroma = library.search(LEAD, limit=20)
    with open_library(replace(chroma, dense="exact")) as library:
        exact = library.search(LEAD, limit=20)
    assert [hit.chunk for hit in by_chroma] == [hit.chunk for hit in exact]
    assert [hit.dense for hit in by_chroma] == pytest.approx([hit.dense for hit in exact], abs=1e-4)


def test_changes_reach_chroma(chroma: StoreSettings, files: Path) -> None:
    path = files / "khieu-nai.txt"
    with open_library(chroma) as library:
        library.warm()
        path.write_text(path.read_text("utf-8").replace("Thanh tra tỉnh", "Văn phòng tỉnh"), "utf-8")
        library.add(path)
        library.remove("truong-hoc.txt")
        assert library.health().dense == "chroma"
        hits = library.search("báo cáo", limit=20)
        assert {hit.plan for hit in hits} == {"khieu-nai.txt"}
        assert not any("Thanh tra" in hit.chunk.text for hit in hits)


def test_second_owner_searches_exactly(chroma: StoreSettings) -> None:
    with open_library(chroma) as first, open_library(chroma) as second:
        first.warm()
        second.warm()
        assert (first.health().dense, second.health().dense) == ("chroma", "exact")
        assert second.health().notes
        assert [hit.chunk for hit in second.search(LEAD)] == [hit.chunk for hit in first.search(LEAD)]


def test_hanging_chroma_does_not_stop_answers(chroma: StoreSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    class Hanging:
        def query(self, **_: object) -> object:
            time.sleep(60)
            return None

    monkeypatch.setattr("vectorstore.dense.QUERY_SECONDS", 0.2)
    with open_library(chroma) as library:
        library.warm()
        index = library._indexes.chroma
        assert isinstance(index, ChromaIndex)
        index._collection = Hanging()
        assert library.search(LEAD)[0].chunk.text.startswith("Thanh tra tỉnh")
        assert library.health().dense == "exact"
        assert library.health().notes


def test_probe_finds_vectors_that_chroma_lost(chroma: StoreSettings) -> None:
    with open_library(chroma) as library:
        library.warm()
        index = library._indexes.chroma
        assert isinstance(index, ChromaIndex)
        everything = index._collection.get(include=[])["ids"]
        index._collection.delete(ids=everything)
    with open_library(chroma) as library:
        library.warm()
        assert library.health().dense == "chroma"
        index = library._indexes.chroma
        assert isinstance(index, ChromaIndex)
        assert index._collection.count() == len(everything)


def test_no_text_goes_into_chroma(chroma: StoreSettings) -> None:
    stored = b"".join(path.read_bytes() for path in (chroma.folder / "dense").rglob("*") if path.is_file())
    assert "Thanh tra tỉnh".encode() not in stored


def test_broken_word_index_is_made_anew(library: Library, settings: StoreSettings) -> None:
    found = library.search(LEAD)
    library.close()
    for damage in (shutil.rmtree, garble):
        damage(settings.folder / "lexical")
        with open_library(settings) as again:
            assert again.search(LEAD) == found


def test_word_index_torn_while_open(library: Library, settings: StoreSettings) -> None:
    found = library.search(LEAD)
    for path in (settings.folder / "lexical").rglob("*"):
        if path.suffix in {".term", ".idx", ".fast"}:
            path.unlink()
    assert library.search(LEAD) == found


def test_catalog_made_anew_beside_old_caches(chroma: StoreSettings, files: Path) -> None:
    for path in chroma.folder.glob("catalog.db*"):
        path.unlink()
    with open_library(chroma) as library:
        assert library.search(LEAD) == ()
        library.add(files / "truong-hoc.txt")
        assert {hit.plan for hit in library.search(LEAD)} == {"truong-hoc.txt"}
