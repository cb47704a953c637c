"""The gold questions follow their format, and every quote stands in the plan it names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.model import Answer
from eval.check_gold import GOLD, count_gold, gold_problems, plan_texts
from eval.gazette import GAZETTE_LIBRARIES, write_gazette
from eval.gold import GoldError, read_gold
from eval.scoring import mark

NOWHERE = Path("no-such-folder")
SECOND = GOLD.with_name("answers_test2.jsonl")
THIRD = GOLD.with_name("answers_test3.jsonl")
DEVELOPMENT = GOLD.with_name("answers_dev2.jsonl")
DEVELOPMENT_3 = GOLD.with_name("answers_dev3.jsonl")
RIGHT = {
    "id": "a-1",
    "question": "ai ký?",
    "language": "vi",
    "kind": "signer",
    "status": "answered",
    "accept": [["Hoàng Thị Minh Sao"]],
    "evidence": [{"plan": "tinh-son-ha-12-kh-ubnd.docx", "quote": "Hoàng Thị Minh Sao"}],
    "split": "dev",
}


def _write(folder: Path, *records: dict[str, object]) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records), encoding="utf-8")
    return path


def test_questions_over_samples_quote_the_samples():
    items = tuple(item for item in read_gold(GOLD) if item.collection == "samples")
    assert gold_problems(items, plan_texts(NOWHERE)) == ()


def test_questions_over_real_plans_quote_the_plans(shared):
    assert gold_problems(read_gold(GOLD), plan_texts(shared)) == ()


def test_enough_questions_of_each_sort():
    items = read_gold(GOLD)
    counts = count_gold(items)
    assert len(items) >= 300
    assert counts["status"]["not_found"] >= 0.15 * len(items)
    assert sum(bool(item.history) for item in items) >= 0.10 * len(items)
    assert len(counts["kind"]) == 21
    assert set(counts["language"]) == {"vi", "nodia", "en", "mixed"}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "leader"}, "kind"),
        ({"language": "fr"}, "language"),
        ({"split": "train"}, "split"),
        ({"evidence": []}, "evidence"),
        ({"accept": [[]]}, "accepted answers"),
        ({"status": "not_found"}, "neither"),
        ({"kind": "follow_up"}, "history"),
        ({"verdict": "maybe"}, "verdict"),
    ],
)
def test_a_wrong_field_is_told_with_its_line(tmp_path, change, message):
    with pytest.raises(GoldError, match=rf"line 1: .*{message}"):
        read_gold(_write(tmp_path, RIGHT | change))


def test_an_id_used_twice_is_refused(tmp_path):
    with pytest.raises(GoldError, match=r"line 2: .*twice"):
        read_gold(_write(tmp_path, RIGHT, RIGHT))


def test_a_quote_that_is_not_there_is_found(tmp_path):
    wrong = RIGHT | {"evidence": [{"plan": "tinh-son-ha-12-kh-ubnd.docx", "quote": "Nguyễn Văn Không"}]}
    problems = gold_problems(read_gold(_write(tmp_path, wrong)), plan_texts(NOWHERE))
    assert any("Nguyễn Văn Không" in problem for problem in problems)


@pytest.mark.parametrize(
    ("path", "split"), [(SECOND, "test"), (THIRD, "test"), (DEVELOPMENT, "dev"), (DEVELOPMENT_3, "dev")]
)
def test_a_further_set_quotes_its_documents_and_repeats_no_question(shared, path, split):
    items = read_gold(path)
    assert gold_problems(items, plan_texts(shared)) == ()
    assert {item.split for item in items} == {split}
    first = {(item.question.casefold(), item.history) for item in read_gold(GOLD)}
    assert not [item.id for item in items if (item.question.casefold(), item.history) in first]


def test_no_gazette_document_is_in_two_libraries():
    names = [name for library in GAZETTE_LIBRARIES.values() for name in library]
    assert len(names) == len(set(names))


def test_no_gazette_where_the_shared_folder_is_absent(tmp_path):
    assert write_gazette(tmp_path, source=tmp_path / "gazette-docs.jsonl.gz") == []


@pytest.mark.parametrize(("told", "right"), [("yes", False), ("no", True), (None, True)])
def test_the_contrary_verdict_is_wrong_whatever_the_words(tmp_path, told, right):
    (gold,) = read_gold(_write(tmp_path, RIGHT | {"verdict": "no"}))
    answer = Answer("answered", RIGHT["accept"][0][0], "yesno", "vi", verdict=told)
    assert mark(gold, answer, str).right is right
