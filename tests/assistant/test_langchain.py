"""The LangChain parts give what the library and the assistant give."""

from __future__ import annotations

from pathlib import Path

from assistant.langchain import PlanRetriever, as_runnable
from assistant.settings import Settings
from assistant.weighing import Desk
from vectorstore import StoreSettings, open_library

PLAN = "KẾ HOẠCH\nTiếp công dân năm 2026\n\nI. TỔ CHỨC THỰC HIỆN\n1. Thanh tra tỉnh chủ trì lập lịch tiếp công dân.\n"


def test_retriever_and_runnable(tmp_path: Path) -> None:
    (tmp_path / "kh.txt").write_text(PLAN, encoding="utf-8")
    with open_library(StoreSettings(tmp_path / "library")) as library:
        library.add(tmp_path / "kh.txt")
        desk = Desk(Settings(data=tmp_path), library)
        found = PlanRetriever(desk=desk, limit=2).invoke("lịch tiếp công dân")
        place = found[0].metadata
        assert place["plan"] == "kh.txt" and "Thanh tra tỉnh" in PLAN[place["start"] : place["end"]]
        answers = as_runnable(desk).batch(["ai chủ trì lập lịch tiếp công dân?"])
        assert "**Thanh tra tỉnh**" in answers[0].text
