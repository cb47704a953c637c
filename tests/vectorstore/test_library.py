"""What an officer can rely on: identity, replacement, removal, and being found in any spelling."""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.errors import PlanNotFound
from vectorstore import StoreSettings, open_library
from vectorstore.library import Library

LEAD = "Ai chủ trì tổng hợp báo cáo giải quyết đơn thư khiếu nại?"


def test_adding_twice_changes_nothing(library: Library, files: Path) -> None:
    before = library.health().revision
    assert library.add(files / "khieu-nai.txt").status == "unchanged"
    assert library.health().revision == before
    assert len(library.plans()) == 2


def test_same_content_under_another_path_is_unchanged(library: Library, files: Path) -> None:
    copy = files.parent / "copy.txt"
    copy.write_bytes((files / "khieu-nai.txt").read_bytes())
    added = library.add(copy)
    assert (added.name, added.status) == ("khieu-nai.txt", "unchanged")


def test_changed_file_replaces_its_old_revision(library: Library, files: Path) -> None:
    path = files / "khieu-nai.txt"
    path.write_text(path.read_text("utf-8").replace("Thanh tra tỉnh", "Văn phòng tỉnh"), "utf-8")
    assert library.add(path).status == "replaced"
    assert len(library.plans()) == 2
    assert [entry.revision for entry in library.plans() if entry.name == "khieu-nai.txt"] == [2]
    hits = library.search(LEAD, limit=50)
    assert hits[0].chunk.text.startswith("Văn phòng tỉnh")
    assert not any("Thanh tra" in hit.chunk.text for hit in hits)
    assert library.plan("khieu-nai.txt").facts.assignments[0].actor == "Văn phòng tỉnh"


def test_word_index_follows_without_being_made_anew(
    library: Library, settings: StoreSettings, files: Path, caplog: pytest.LogCaptureFixture
) -> None:
    generation = {path.name for path in (settings.folder / "lexical").iterdir() if path.is_dir()}
    path = files / "khieu-nai.txt"
    path.write_text(path.read_text("utf-8") + "Thêm một dòng.", "utf-8")
    library.add(path)
    library.remove("truong-hoc.txt")
    assert library.search(LEAD)
    assert {path.name for path in (settings.folder / "lexical").iterdir() if path.is_dir()} == generation
    assert not caplog.records


def test_source_that_takes_over_another_ones_content(library: Library, files: Path) -> None:
    (files / "truong-hoc.txt").write_bytes((files / "khieu-nai.txt").read_bytes())
    assert library.add(files / "truong-hoc.txt").name == "khieu-nai.txt"
    assert [entry.name for entry in library.plans()] == ["khieu-nai.txt"]


def test_upload_with_a_name_replaces_itself(library: Library, tmp_path: Path) -> None:
    for number, text in enumerate(("bản một", "bản hai")):
        path = tmp_path / f"tmp{number}"
        path.write_text(f"KẾ HOẠCH\n{text}", "utf-8")
        added = library.add(path, name="tải.txt")
    assert (added.name, added.status) == ("tải.txt", "replaced")
    assert library.plan("tải.txt").source.name == "tải.txt"


def test_same_file_name_from_two_folders_gives_two_plans(library: Library, tmp_path: Path) -> None:
    other = tmp_path / "xã Suối Mây"
    other.mkdir()
    (other / "khieu-nai.txt").write_text("KẾ HOẠCH của xã\nTrưởng thôn chủ trì họp dân.", "utf-8")
    assert library.add(other / "khieu-nai.txt").name == "xã Suối Mây/khieu-nai.txt"
    assert {entry.name for entry in library.plans()} >= {"khieu-nai.txt", "xã Suối Mây/khieu-nai.txt"}


def test_removed_plan_no_longer_answers(library: Library) -> None:
    library.remove("khieu-nai.txt")
    assert all(hit.plan == "truong-hoc.txt" for hit in library.search(LEAD))
    library.remove("truong-hoc.txt")
    assert library.search(LEAD) == ()


def test_unknown_name_says_what_is_near(library: Library) -> None:
    with pytest.raises(PlanNotFound, match=r"khieu-nai\.txt"):
        library.remove("khieu_nai.tx")


def test_one_bad_file_does_not_stop_the_others(settings: StoreSettings, files: Path) -> None:
    (files / "a-hong.txt").write_bytes(b"\xff\xfe\x00bad\xff")
    steps: list[tuple[int, int, str]] = []
    with open_library(settings) as library:
        outcomes = list(library.add_all(sorted(files.iterdir()), lambda *step: steps.append(step)))
        assert [outcome.added is not None for outcome in outcomes] == [False, True, True]
        assert "a-hong.txt" in str(outcomes[0].error)
        assert steps[-1][:2] == (3, 3)
        assert library.search(LEAD)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        (LEAD, "Thanh tra tỉnh"),
        ("ai chu tri tong hop bao cao don thu khieu nai", "Thanh tra tỉnh"),
        (unicodedata.normalize("NFD", LEAD), "Thanh tra tỉnh"),
        ("ke hoach so 235/kh-ubnd kinh phi", "Sở Tài chính"),
        ("235", "Sở Tài chính"),
        ("hạn 15/6/2024", "Các xã"),
        ("hoc ba dien tu", "Sở Giáo dục"),
        ("Which department leads the electronic school records?", "Sở Giáo dục"),
    ],
)
def test_found_in_any_spelling(tops: Callable[[str], str], question: str, begins: str) -> None:
    assert tops(question).startswith(begins)


def test_nfd_question_scores_as_nfc(library: Library) -> None:
    assert library.search(unicodedata.normalize("NFD", LEAD)) == library.search(LEAD)


def test_hits_carry_their_component_scores(library: Library) -> None:
    best = library.search(LEAD)[0]
    assert best.lexical == best.words > 0
    assert 0 < best.dense <= 1
    assert best.coverage > 0.5
    assert library.search("giá vàng thế giới hôm nay")[0].coverage < 0.2


def test_boosts_raise_and_only_restricts(library: Library) -> None:
    question = "ai chủ trì"
    raised = library.search(question, boosts={"truong-hoc.txt": 5.0, "không có": 2.0})
    assert raised[0].plan == "truong-hoc.txt"
    assert {hit.plan for hit in raised} == {"khieu-nai.txt", "truong-hoc.txt"}
    assert {hit.plan for hit in library.search(question, only=["khieu-nai.txt"])} == {"khieu-nai.txt"}
    assert library.search(question, only=[]) == ()


@pytest.mark.parametrize("question", ["", "   ", "?!", "…", "🙂"])
def test_questions_without_words_do_no_harm(library: Library, question: str) -> None:
    library.search(question)


def test_library_is_there_after_reopening(library: Library, settings: StoreSettings) -> None:
    found = library.search(LEAD)
    library.close()
    with open_library(settings) as again:
        assert again.search(LEAD) == found


def test_searching_while_another_thread_adds(library: Library, tmp_path: Path) -> None:
    for number in range(10):
        (tmp_path / f"thêm{number}.txt").write_text(
            f"KẾ HOẠCH số {number}\nXã {number} chủ trì việc {number}.", "utf-8"
        )
    adding = threading.Thread(target=lambda: list(library.add_all(sorted(tmp_path.glob("thêm*.txt")))))
    adding.start()
    while adding.is_alive():
        assert library.search(LEAD)[0].chunk.text.startswith("Thanh tra tỉnh")
    assert len(library.plans()) == 12


def test_other_embedder_embeds_again(library: Library, settings: StoreSettings, tmp_path: Path) -> None:
    import shutil

    from vectorstore.embedder import BUNDLED

    library.close()
    model = tmp_path / "other-model"
    shutil.copytree(BUNDLED, model)
    with open_library(replace(settings, embedder=str(model))) as other:
        assert other.search(LEAD)[0].dense > 0
        assert other.health().embedder.startswith("other-model:")
