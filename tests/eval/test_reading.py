"""The scores of reading, on toy documents worked by hand."""

from __future__ import annotations

import pytest

from eval.reading import FRESH
from eval.reading_found import naive_reading
from eval.reading_gold import FOLDER, GoldRow, ReadingGoldError, read_document, read_rows
from eval.reading_match import Found, path_fits, same_actor, same_time, value_key
from eval.reading_score import JUDGES, Outcome, compare, compare_counts, compare_head


def task(path: str, role: str, actor: str, words: str = "tổng hợp báo cáo") -> Found:
    return Found(path, words, {"role": role, "actor": actor})


def judged(kind: str, lines: str, *found: Found) -> tuple[int, int, int]:
    """(right, missed, false)."""
    outcome = compare(read_rows(kind, lines), found, *JUDGES[kind])
    return outcome.right, len(outcome.missed), len(outcome.false)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([task("IV.2", "lead", "Sở NV")], (1, 0, 0)),  # an alias meets the long form
        ([task("IV.3", "lead", "Sở Nội vụ")], (0, 1, 1)),  # wrong place
        ([task("IV.2", "coordinate", "Sở Nội vụ")], (0, 1, 1)),  # wrong role
        ([task("IV.2", "lead", "Sở Y tế")], (0, 1, 1)),  # wrong actor
        (
            [task("IV.2", "lead", "Sở Nội vụ", "việc khác")],
            (0, 1, 0),
        ),  # split finer, but not the task asked for
        (
            [task("IV.2", "lead", "Sở Nội vụ"), task("IV.2", "responsible", "Sở Nội vụ")],
            (1, 0, 0),
        ),  # a further clause
        ([task("IV.2", "lead", "Sở Nội vụ"), task("IV.2", "advise", "Sở Nội vụ")], (1, 0, 1)),
        (
            [task("IV.2", "lead", "Sở Nội vụ"), task("III.1.a", "responsible", "các cấp")],
            (1, 0, 0),
        ),  # optional place
        (
            [task("IV.2", "lead", "Sở Nội vụ"), task("III.1.a", "lead", "các cấp")],
            (1, 0, 1),
        ),  # soft is no lead
    ],
)
def test_assignments_are_judged_by_place_role_actor_and_task(
    found: list[Found], expected: tuple[int, int, int]
) -> None:
    lines = "IV.2 | lead | Sở Nội vụ | tổng hợp\n? III.* | soft | * |"
    assert judged("assignments", lines, *found) == expected


def test_pairs_are_as_many_as_can_be() -> None:
    # the first row fits both finds, the second only the first: a greedy pairing would lose one
    rows = "II | 100% | xã // huyện"
    both, one = Found("II", "xã và huyện", {"value": "100%"}), Found("II", "xã", {"value": "100%"})
    assert judged("targets", "II | 100% | xã\nII | 100% | huyện", both, one) == (2, 0, 0)
    assert len(read_rows("targets", rows)) == 1


@pytest.mark.parametrize(
    ("number", "date", "issuer", "expected"),
    [
        ("33 /CT-TTg", "2021-11-26", "Thủ tướng Chính phủ", (1, 0, 0)),
        ("33/CT-TTg", None, "Thủ tướng Chính phủ", (0, 1, 1)),
        ("33/CT-TTg", "2021-11-26", "Bộ Chính trị", (0, 1, 1)),
        ("34/CT-TTg", "2021-11-26", "Thủ tướng Chính phủ", (0, 1, 1)),
    ],
)
def test_references_need_number_date_and_issuer(
    number: str, date: str | None, issuer: str, expected: tuple[int, int, int]
) -> None:
    found = Found("", "", {"type": "Chỉ thị", "number": number, "date": date, "issuer": issuer})
    assert judged("references", "Chỉ thị | 33/CT-TTg | 2021-11-26 | Thủ tướng Chính phủ", found) == expected


def test_sections_need_path_kind_and_first_words() -> None:
    gold = "IV | h | TỔ CHỨC\nIV.1 | i |\nIV.2 | x | Phạm vi"
    heading = Found("IV", "Tổ chức thực hiện", {"heading": "Tổ chức thực hiện"})
    item = Found("IV.1", "Sở Nội vụ chủ trì.", {"heading": None})
    wrong = Found("IV.1", "Sở Nội vụ", {"heading": "Sở Nội vụ"})
    either = Found("IV.2", "Phạm vi: toàn tỉnh", {"heading": None})
    assert judged("sections", gold, heading, item, either) == (3, 0, 0)
    assert judged("sections", gold, heading, wrong, either) == (2, 1, 1)


def test_bullets_count_the_difference_and_skip_open_places() -> None:
    outcome = compare_counts(
        read_rows("bullets", "I | 3\nII | 2\nIII | ?"), {"I": 2, "II": 3, "III": 9, "V": 1, "annex/I": 5}
    )
    assert (outcome.right, len(outcome.missed), len(outcome.false)) == (4, 1, 2)


def test_letterhead_fields_blank_and_guessed() -> None:
    rows = read_rows(
        "letterhead",
        "number | -\ndate | 2025-03-05\nissuer | Sở Nội vụ\nparents | 1/KH-UBND, 2-CT/TU, ?3/TTr-SNV",
    )
    good = compare_head(
        rows, {"number": None, "date": "2025-03-05", "issuer": "Sở NV"}, ["1/KH-UBND", "2-CT/TU", "3/TTr-SNV"]
    )
    assert (good.right, good.missed, good.false) == (4, [], [])
    bad = compare_head(rows, {"number": "7/KH-SNV", "date": None, "issuer": "Sở Y tế"}, ["1/KH-UBND", "9/KH"])
    assert (bad.right, len(bad.missed), len(bad.false)) == (1, 3, 3)


def test_precision_recall_and_f1_by_hand() -> None:
    outcome = Outcome(6, ["a", "b"], ["c", "d", "e", "f"])
    assert (outcome.precision, outcome.recall) == (0.6, 0.75)
    assert outcome.f1 == pytest.approx(2 / 3)
    assert Outcome().f1 == 1.0


@pytest.mark.parametrize(
    ("accepted", "normalised", "same"),
    [
        ("2025-11", "2025-11-30", True),
        ("2023-06+2023-12,--06+--12", "2023-06,2023-12", True),
        ("2023-06+2023-12", "2023-06", False),
        ("quarterly", "quarterly:day 15 of last month", True),
        ("2025-11", None, False),
    ],
)
def test_times(accepted: str, normalised: str | None, same: bool) -> None:
    assert same_time(accepted, normalised) is same


def test_small_comparisons() -> None:
    assert path_fits("III.1,III.1.1", "III.1.(1)") and path_fits("IV.1", "IV (2).1")
    assert path_fits("annex/II.*", "annex/II.1") and not path_fits("annex/II.*", "annex/III.1")
    assert not path_fits("III.1", "III.10") and not path_fits("annex/row", "III.1")
    assert same_actor("các cơ quan, đơn vị, địa phương", "Các cơ quan, đơn vị và địa phương")
    assert not same_actor("Sở Nội vụ", None)
    assert value_key("tối thiểu 05") == value_key("ít nhất 5") != value_key("5")


def test_a_naive_reader_takes_the_nearest_heading() -> None:
    read = naive_reading("IV. TỔ CHỨC\n1. Sở Nội vụ chủ trì.\n2. Sở Y tế\nChủ trì, phối hợp.").found
    assert [(one.path, one.fields["actor"]) for one in read["leads"]] == [
        ("IV.1", "Sở Nội vụ"),
        ("IV.2", "Sở Y tế"),
    ]


def test_gold_files_follow_the_format() -> None:
    documents = [read_document(path) for path in sorted(FOLDER.glob("*.yaml"))]
    assert [one.split for one in documents].count("dev") >= 13
    assert {one.split for one in documents} <= {"dev"} | FRESH
    assert all(isinstance(row, GoldRow) for one in documents for rows in one.rows.values() for row in rows)
    with pytest.raises(ReadingGoldError):
        read_rows("bullets", "I | 2 | 3 | 4")
