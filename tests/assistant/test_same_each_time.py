"""The same question is understood alike by every start of the program, though Python orders sets anew each time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_ASK = """
from assistant.question.scope import find_scope
from assistant.samples import sample_paths
from ingest.pipeline import read_plan
plans = {path.name: read_plan(path) for path in sample_paths()}
print(find_scope("UBND xã Suối Bạc Sở Nông nghiệp và Môi trường Sơn Hà làm gì", plans, ()))
"""
ROOT = Path(__file__).parents[2]


def test_the_plans_that_a_question_means_do_not_depend_on_the_order_of_a_set() -> None:
    seeds = ("1", "2", "3", "4")
    started = [
        subprocess.Popen(
            [sys.executable, "-c", _ASK],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in seeds
    ]
    told = [process.communicate(timeout=120)[0] for process in started]
    assert "suối bạc" in told[0]
    assert len(set(told)) == 1
