"""Tokens of the index: keys only, alike for every way of writing the same word."""

from __future__ import annotations

import unicodedata

import pytest

from vectorstore import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Kế hoạch số 235/KH-UBND", ["kế", "hoạch", "số", "235/kh-ubnd", "235", "kh", "ubnd"]),
        ("Nghị định 30/2020/NĐ-CP", ["nghị", "định", "30/2020/nđ-cp", "30", "2020", "nđ", "cp"]),
        ("38-CT/TW", ["38-ct/tw", "38", "ct", "tw"]),
        ("15/6/2024", ["15/6/2024", "15", "6", "2024"]),
        ("tăng 8,5% (1.250 hộ)", ["tăng", "8,5", "8", "5", "1.250", "1", "250", "hộ"]),
        ("kinh tế-xã hội", ["kinh", "tế", "xã", "hội"]),
        ("giai đoạn 2021–2025", ["giai", "đoạn", "2021-2025", "2021", "2025"]),
        ("snake_case", ["snake", "case"]),
        ("uỷ ban, thuỷ lợi, hoà giải", ["ủy", "ban", "thủy", "lợi", "hòa", "giải"]),
    ],
)
def test_syllables(text: str, expected: list[str]) -> None:
    assert words.syllables(text) == expected


@pytest.mark.parametrize("spell", [words.syllables, words.plain, words.words])
def test_nfd_gives_the_tokens_of_nfc(spell) -> None:
    text = "Ủy ban nhân dân tỉnh chủ trì, đôn đốc thực hiện Nghị quyết số 11-NQ/TU"
    assert spell(unicodedata.normalize("NFD", text)) == spell(text)


def test_words_join_compounds_and_keep_symbols() -> None:
    found = words.words("Ủy ban nhân dân xã thực hiện Kế hoạch số 235/KH-UBND")
    assert "kế_hoạch" in found
    assert {"235/kh-ubnd", "235"} <= set(found)
    assert "".join(found).isascii() is False


def test_words_and_syllables_hold_the_same_letters() -> None:
    text = "Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan tham mưu"
    assert "_".join(words.words(text)).split("_") == words.syllables(text)
