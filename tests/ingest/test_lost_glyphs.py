"""Lost glyphs: what comes back, what stays a gap, and what must never be touched."""

from __future__ import annotations

import random

import numpy as np
import pytest

from ingest.plan import VISIBLE_GAP
from ingest.repair.lost_glyphs import CERTAIN, restore_lost_glyphs
from ingest.repair.lost_glyphs_channel import ALPHABET, LETTER, Events, fit_channel
from ingest.repair.lost_glyphs_model import is_syllable, syllable_model
from ingest.repair.lost_glyphs_words import common_shares
from ingest.repair.offsets import MappedText

CLEAN = """Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh về cải cách hành chính, các cơ quan, đơn vị tập trung
triển khai các nhiệm vụ sau đây:
1. Tiếp tục đẩy mạnh công tác tuyên truyền, phổ biến pháp luật về thủ tục hành chính cho cán bộ, công chức
và nhân dân; nâng cao nhận thức, trách nhiệm của người đứng đầu cơ quan trong việc tiếp nhận và giải quyết
khiếu nại, tố cáo của công dân theo quy định của pháp luật.
2. Tăng cường kiểm tra, đánh giá chất lượng hoạt động của bộ phận tiếp nhận và trả kết quả; kịp thời chấn
chỉnh những hạn chế, thiếu sót trong quá trình thực hiện nhiệm vụ được giao.
3. Định kỳ báo cáo kết quả thực hiện về Sở Nội vụ để tổng hợp, trình Ủy ban nhân dân tỉnh xem xét, quyết định.
"""


def lose(text: str, glyphs: str) -> str:
    return "".join(" " if letter in glyphs else letter for letter in text)


def restore(text: str) -> str:
    return restore_lost_glyphs(MappedText.identity(text))[0].text


@pytest.mark.parametrize("glyphs", ["ếạậồ", "nạộ", "ôếh", "ảgư", "ệtiụ", "áểc"])
def test_words_come_back(glyphs: str) -> None:
    words, back = CLEAN.split(), restore(lose(CLEAN, glyphs)).split()
    assert len(words) == len(back)
    assert sum(one == two for one, two in zip(words, back, strict=True)) >= 0.97 * len(words)


@pytest.mark.parametrize(
    ("damaged", "expected"),
    [
        # The seat of each space counts: "Tăng cường" hides three letters before the real space.
        ("T    cường kiểm tra việc ti p  hậ ,  iải quy t đơ  t ư của   ười dâ ", "Tăng cường kiểm tra"),
        # A letter that vanished without a space.
        ("Ti p tục đẩy m nh công tác v n động nhân dân, phát trin kinh t  - xã hội", "phát triển kinh tế"),
        # Marks and case stay.
        (
            "Các chủ trương, pháp lu t của Nhà nước; K  ho ch phát triển kinh t  - xã hội.",
            "Kế hoạch phát triển",
        ),
    ],
)
def test_a_phrase_comes_back(damaged: str, expected: str) -> None:
    assert expected in restore(damaged)


@pytest.mark.parametrize(
    "text",
    [
        CLEAN,
        "The plan of the People's Committee is to be carried out by all departments in the province.",
        "K Ế  H O Ạ C H\nphát triển kinh tế - xã hội",
        "quy định tại các điểm a, b, c, đ và e khoản 3 Điều 12 của Luật này; điểm b khoản 1",
        "Diện tích 25 m, khối lượng 3 t, công suất 5 kW; tốc độ 60 km/h",
        "STT  \t Nội dung   \t Đơn vị    chủ trì\n1    Rà soát      Sở Nội vụ     Quý I",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        "Số:      /KH-UBND                     Sơn Hà, ngày     tháng     năm 2025",
        "C0ng tac nay dutrc thvc hien theo cjuy dinh",
        "",
    ],
)
def test_healthy_text_is_left_alone(text: str) -> None:
    mapped = MappedText.identity(text)
    assert restore_lost_glyphs(mapped) == (mapped, (), 0.0)


@pytest.mark.parametrize("name", ["Xuân Hòa", "Mường Nhạ", "Bản Lạng"])
def test_names_stay_gaps(name: str) -> None:
    damaged = lose(CLEAN + f"Ủy ban nhân dân xã {name} báo cáo kết quả thực hiện.", "ạậếòâả")
    line = restore(damaged).rstrip().splitlines()[-1]
    assert name not in line
    assert VISIBLE_GAP in line


def test_no_digit_is_invented() -> None:
    damaged = lose(
        CLEAN + "Thực hiện Kế hoạch số 125/KH-UBND ngày 15 tháng 3 năm 2024.\n" + CLEAN, "0123456789ạếnộ"
    )
    _, repairs, _ = restore_lost_glyphs(MappedText.identity(damaged))
    assert repairs
    assert not any(letter.isdigit() for repair in repairs for letter in repair.after)


def test_repairs_keep_their_original_span() -> None:
    damaged = lose(CLEAN, "ếạậồ")
    fixed, repairs, corruption = restore_lost_glyphs(MappedText.identity(damaged))
    assert 0.1 < corruption < 0.5
    for repair in repairs:
        assert damaged[repair.span.start : repair.span.end] == repair.before
        assert repair.kind == "lost_glyphs"
        assert 0 <= repair.confidence <= 1
    at = fixed.text.index("Tiếp tục")
    assert damaged[slice(*fixed.span(at, at + 8))] == "Ti p tục"
    sure = [repair for repair in repairs if repair.confidence >= CERTAIN]
    assert len(sure) > 0.9 * len(repairs)


def test_same_text_same_answer() -> None:
    damaged = MappedText.identity(lose(CLEAN, "nạộ"))
    assert restore_lost_glyphs(damaged) == restore_lost_glyphs(damaged)


def test_runs_are_told_apart() -> None:
    """Two runs that lose different letters in turn: each profile finds its own."""
    chance = random.Random(1)
    letters = "nhitgcabmou"
    glyphs, lost, units, positions = [], [], [], []
    for unit in range(400):
        run = unit // 50 % 2
        positions.append(10 * unit)
        for _ in range(8):
            letter = chance.choice(letters)
            glyphs.append(LETTER[letter])
            lost.append(float(letter in ("nh", "tu")[run]))
            units.append(unit)
    channel = fit_channel(
        Events(
            np.array(glyphs),
            np.array(lost),
            np.ones(len(glyphs)),
            np.array(units),
            np.array(positions),
            common_shares(),
        )
    )
    found = {
        "".join(sorted(ALPHABET[at] for at in np.flatnonzero(profile > 0.8))) for profile in channel.profiles
    }
    assert {"hn", "tu"} <= found


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("nghiêng", True),
        ("quyết", True),
        ("giếng", True),
        ("ở", True),
        ("kh", False),
        ("tôt", False),
        ("strong", False),
    ],
)
def test_syllables(word: str, expected: bool) -> None:
    assert is_syllable(word) is expected


def test_the_model_knows_the_language() -> None:
    model = syllable_model()
    row = model.row(model.index["kế"])
    assert row[model.index["hoạch"]] > row[model.index["hoạt"]] + 3
