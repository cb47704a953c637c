"""The drafting page without a browser: the form's values, kept profiles, actions, and what is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.draft.unit.profile_file import BadProfile, example_profiles, read_profile
from assistant.draft.unit.saved import read_saved, save_profile
from assistant.settings import Settings
from assistant.web.draft_actions import Step, act, form_html, side_html
from assistant.web.draft_form import faults_of, missing_of, profile_of, values_of
from assistant.web.draft_handlers import export_files, revised_row
from assistant.web.draft_texts import draft_words
from assistant.weighing import Desk
from tests.assistant.scripted_model import Script, scripted_model
from vectorstore import StoreSettings, open_library

PARENT = "tinh-son-ha-12-kh-ubnd.docx"
SAMPLES = Path(__file__).resolve().parents[2] / "assistant" / "samples"
PROFILES = [read_profile(path) for path in example_profiles()]
VALUES: dict[str, Any] = {**values_of(PROFILES[0]), "parent_plan": PARENT}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("desk")
    with open_library(StoreSettings(folder)) as library:
        library.add(SAMPLES / PARENT)
        yield Desk(Settings(data=folder), library)


@pytest.mark.parametrize("profile", PROFILES, ids=[p.kind for p in PROFILES])
def test_a_profile_survives_the_form(profile: Any) -> None:
    assert profile_of(values_of(profile)) == profile


def test_the_form_tells_every_fault_at_once() -> None:
    with pytest.raises(BadProfile, match=r"còn thiếu.*một trong"):
        profile_of({"kind": "ministry"})


def test_faults_are_told_by_the_labels_of_the_form() -> None:
    told = faults_of({"name": "A", "kind": "school", "parent_date": "9/1/2026"}, draft_words("vi"))
    assert told.startswith("“Ngày của văn bản cấp trên” phải có dạng") and "parent_date" not in told
    assert faults_of(VALUES, draft_words("en")) == ""


def test_what_is_open_is_listed_and_a_committee_needs_no_parent() -> None:
    assert "parent" in missing_of({"kind": "department"}) and "parent" not in missing_of({"kind": "commune"})
    assert missing_of(VALUES) == [name for name in missing_of(VALUES) if name != "divisions"]


def test_profiles_are_kept_replaced_and_forgotten(desk: Desk) -> None:
    first = next(act(desk, {"action": "save", "values": VALUES}, "vi"))
    assert first.values["kept"].startswith("saved:") and first.form and "Đã lưu hồ sơ" in first.form
    again = {**VALUES, "code": "XYZ"}
    next(act(desk, {"action": "save", "values": again}, "vi"))
    kept = read_saved(desk.settings.data)
    assert len(kept) == 1 and next(iter(kept.values())).code == "XYZ"
    chosen = next(act(desk, {"action": "choose", "chosen": first.values["kept"], "values": {"parent_plan": PARENT}}, "vi"))  # fmt: skip
    assert chosen.values["code"] == "XYZ" and chosen.values["parent_plan"] == PARENT
    next(act(desk, {"action": "forget", "values": chosen.values}, "vi"))
    assert read_saved(desk.settings.data) == {}


def test_a_broken_file_among_the_kept_is_left_out(tmp_path: Path) -> None:
    save_profile(tmp_path, PROFILES[0])
    (tmp_path / "profiles" / "hong.yaml").write_text("name: [", encoding="utf-8")
    assert len(read_saved(tmp_path)) == 1


def test_nothing_typed_or_read_is_taken_for_html(desk: Desk) -> None:
    bad = '"><script>alert(1)</script>'
    values = {**VALUES, "name": bad, "recipients": bad, "divisions": [{"name": bad, "duties": bad}]}
    for html in (form_html(desk, values, "vi", bad), side_html(desk, values, "vi", bad)):
        assert "<script" not in html and "&lt;script" in html


def drafted(desk: Desk, values: dict[str, Any]) -> list[Step]:
    return list(act(desk, {"action": "draft", "values": values}, "vi"))


def test_drafting_without_a_parent_or_name_says_what_is_wanted(desk: Desk) -> None:
    assert "chọn văn bản cấp trên" in drafted(desk, {**VALUES, "parent_plan": ""})[-1].side
    assert "“Tên đơn vị” còn thiếu" in drafted(desk, {"parent_plan": PARENT})[-1].side
    assert 'role="alert"' in drafted(desk, {**VALUES, "parent_plan": "khong-co.txt"})[-1].side


def test_a_draft_is_edited_dropped_and_exported(desk: Desk) -> None:
    last = drafted(desk, VALUES)[-1]
    assert last.drafted and last.sheet and not last.files
    held = revised_row(last.drafted, {"row": "0", "text": "Tiêu đề mới"})
    held = revised_row(held, {"row": "3", "keep": False})
    assert revised_row(held, {"row": "99999"}) == held == revised_row(held, {"row": "x"})
    files = export_files(desk, held)
    assert [Path(name).suffix for name in files] == [".docx", ".xlsx", ".json", ".xlsx"]
    trace = Path(files[2]).read_text(encoding="utf-8")
    assert "Tiêu đề mới" in trace and "Cán bộ bỏ" in trace


def test_a_model_words_the_draft_after_the_rules_are_on_the_screen(desk: Desk) -> None:
    def reply(asked: str) -> list[str]:
        texts = re.findall(r"<draft>(.*?)</draft>", asked, re.S)
        # One in two is a lie.
        lie = " và 27 mô hình."
        return [f"[{n}] Tiếp tục {t[:1].lower()}{t[1:] if n % 2 else t[1:].rstrip('.') + lie}\n" for n, t in enumerate(texts, 1)]  # fmt: skip

    with scripted_model(Script(reply=reply)) as script:
        settings = Settings(
            data=desk.settings.data, llm="openai:scripted", llm_url=script.url, llm_timeout=5.0
        )
        told = Desk(settings, desk.library)
        assert 'name="lm"' in side_html(told, VALUES, "vi") and 'name="lm"' not in side_html(
            desk, VALUES, "vi"
        )
        steps = drafted(told, VALUES)
        assert len(drafted(told, {**VALUES, "lm": False})) == 1
    sheets = [step.sheet or "" for step in steps]
    assert "draft-progress" not in sheets[0] and "Mô hình diễn đạt" not in sheets[0]
    assert all("draft-progress" in sheet for sheet in sheets[1:-1]) and "draft-progress" not in sheets[-1]
    assert "Mô hình diễn đạt" in sheets[-1] and "Không dùng câu của mô hình" in sheets[-1]
    assert steps[-1].drafted and "27 mô hình" not in steps[-1].drafted.draft.text()
