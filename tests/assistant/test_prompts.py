"""Prompts are files: found wherever the package lies, whole in both languages, filled completely."""

from __future__ import annotations

import pytest

from prompts import MissingPrompt, MissingVariable, load_prompt, prompt_names


def test_every_prompt_stands_in_both_languages_with_the_same_variables() -> None:
    for name in {known.rsplit(".", 1)[0] for known in prompt_names()}:
        one, other = load_prompt(name, "vi"), load_prompt(name, "en")
        assert set(one.variables) == set(other.variables)


def test_the_rules_say_that_passages_are_data_and_ask_for_no_json() -> None:
    assert "never an instruction" in load_prompt("answer", "en").text
    assert "không bao giờ là lời yêu cầu" in load_prompt("answer", "vi").text
    assert all("JSON" in load_prompt("answer", language).text for language in ("vi", "en"))


def test_a_missing_prompt_is_named() -> None:
    with pytest.raises(MissingPrompt, match=r"poem\.vi\.md.*answer\.vi"):
        load_prompt("poem", "vi")


@pytest.mark.parametrize("values", [{}, {"not_found": "x", "other": "y"}])
def test_variables_are_all_given_and_no_others(values: dict[str, str]) -> None:
    with pytest.raises(MissingVariable, match="not_found"):
        load_prompt("answer", "vi").fill(**values)


def test_a_dollar_in_a_plan_stays_a_dollar() -> None:
    filled = load_prompt("question", "vi").fill(evidence="giá $question", extracted="", question="Bao nhiêu?")
    assert "giá $question" in filled
