"""The door to the model, over a real connection: pieces come out, or one fault with its reason."""

from __future__ import annotations

import time

import pytest

from assistant.answer.worded.llm import ModelFault, stream_text
from assistant.settings import BadSetting, Settings
from tests.assistant.scripted_model import Script, scripted_model


def hear(script: Script, timeout: float = 2.0) -> str:
    with scripted_model(script):
        settings = Settings(llm="openai:scripted", llm_url=script.url, llm_timeout=timeout)
        return "".join(stream_text(settings, [("system", "quy tắc"), ("human", "câu hỏi")]))


def test_pieces_come_through_and_thoughts_do_not() -> None:
    script = Script(pieces=["<th", "ink>Ừm, để xem</think>\n", "Thanh tra tỉnh", " [1]."])
    assert hear(script) == "Thanh tra tỉnh [1]."
    assert [message["role"] for message in script.seen[0]["messages"]] == ["system", "user"]  # type: ignore[attr-defined]
    assert script.seen[0]["stream"] is True and len(script.seen) == 1


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (Script(status=401), "refused"),
        (Script(status=403), "refused"),
        (Script(status=404), "unknown_model"),
        (Script(status=500), "server"),
        (Script(pieces=["Thanh tra", "<break>"]), "cut_off"),
        (Script(pieces=["Thanh tra " * 20] * 100), "endless"),
    ],
    ids=["401", "403", "404", "500", "breaks off", "endless"],
)
def test_a_fault_has_its_reason_and_nothing_is_tried_twice(script: Script, reason: str) -> None:
    with pytest.raises(ModelFault) as fault:
        hear(script)
    assert fault.value.reason == reason and len(script.seen) == 1


def test_a_stall_in_the_middle_ends_after_the_wait_for_one_piece() -> None:
    begin = time.monotonic()
    with pytest.raises(ModelFault) as fault:
        hear(Script(pieces=["Thanh tra", 4.0, " tỉnh"]), timeout=0.8)
    assert fault.value.reason == "timeout" and time.monotonic() - begin < 3


def test_a_trickle_ends_at_the_cap_of_the_whole() -> None:
    begin = time.monotonic()
    with pytest.raises(ModelFault) as fault:
        hear(Script(pieces=[word for _ in range(40) for word in ("a ", 0.2)]), timeout=0.5)
    assert fault.value.reason == "timeout" and time.monotonic() - begin < 4


def test_nobody_at_the_address_is_unreachable() -> None:
    settings = Settings(llm="openai:gone", llm_url="http://127.0.0.1:9/v1", llm_timeout=2.0)
    with pytest.raises(ModelFault) as fault:
        list(stream_text(settings, [("human", "?")]))
    assert fault.value.reason == "unreachable"


@pytest.mark.parametrize(
    ("llm", "told"), [("khongco:abc", "KEHOACH_LLM"), ("anthropic:abc", "pip install langchain-anthropic")]
)
def test_a_model_that_cannot_be_had_is_a_bad_setting(llm: str, told: str) -> None:
    with pytest.raises(BadSetting, match=told):
        list(stream_text(Settings(llm=llm, llm_key="khoa-bi-mat"), [("human", "?")]))
