"""Every question that the empty page offers is answered from the sample plans, with a citation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.ask import answer_question
from assistant.samples import sample_paths
from assistant.settings import Settings
from assistant.web.examples import EXAMPLES, examples_of
from assistant.web.handlers import find_plan
from assistant.web.passage import find_passage
from assistant.weighing import Desk
from vectorstore import StoreSettings, open_library


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("samples")
    with open_library(StoreSettings(folder, dense="exact")) as library:
        for path in sample_paths():
            library.add(path)
        yield Desk(Settings(data=folder), library)


@pytest.mark.parametrize("question", EXAMPLES)
def test_example_is_answered_and_its_citations_open(desk: Desk, question: str) -> None:
    answer = answer_question(desk, question)
    assert answer.status == "answered" and answer.citations
    for citation in answer.citations:
        plan = find_plan(desk, citation.plan)
        assert plan is not None
        passage = find_passage(plan, citation)
        assert passage is not None and any(line.cited for line in passage.lines)


def test_a_library_without_the_samples_is_asked_about_what_it_holds(tmp_path: Path) -> None:
    with open_library(StoreSettings(tmp_path, dense="exact")) as library:
        assert examples_of(library) == ()
        library.add(sample_paths()[0])
        desk = Desk(Settings(data=tmp_path), library)
        offered = examples_of(library)
        assert offered and all("12/KH-UBND" in question for question in offered)
        assert all(answer_question(desk, question).status == "answered" for question in offered)
