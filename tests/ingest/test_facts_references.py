"""Cited documents: what a mention says, and how mentions fold."""

from __future__ import annotations

import pytest

from ingest.facts.cited.references import find_mentions, fold_mentions
from ingest.facts.language.patterns import NUMBER_RE, normal_number, number_system
from tests.ingest.facts_document import facts_of

NUMBERS = [
    "10/2022/QH15", "76/2025/UBTVQH15", "34/2007/PL-UBTVQH11", "04/2020/TT-BNV", "59/2023/NĐ-CP", "146/2025/NQ-HĐND",
    "66.25/2026/NQ-CP", "310-QĐ/TU", "11-QĐi/TW", "10-CTr/BDVTU-BCSĐUBND", "142 -KH/BDVTU-BCSĐUBND", "08 - KH/ĐU",
    "33/CT-TTg", "75/NQ-HĐND", "235/KH-UBND", "30c/NQ-CP", "1670/NQ-UBTVQH15", "01/QCPH/UBND-UBMTTQ", "4912/UBND-NC", "136/2025/TT- BTC", "12/2024/ QĐ-TTg", "18 /2026/TT-BXD", "2231/SNV-CCHC&PC",
]  # fmt: skip


@pytest.mark.parametrize("number", NUMBERS)
def test_every_real_form_of_a_number_is_known(number: str) -> None:
    assert NUMBER_RE.fullmatch(number)


@pytest.mark.parametrize(
    "words", ["31/01/2021", "2021-2025", "95/100", "TCVN 6909:2001", "0213.3876.543", "01/KH", "/KH-UBND"]
)
def test_what_is_no_number(words: str) -> None:
    assert NUMBER_RE.search(words) is None


MENTIONS = [
    (
        "Kết luận số 43-KL/TW, ngày 07/01/2019 của Ban Bí thư về tiếp tục đổi mới;",
        ("Kết luận", "43-KL/TW", "2019-01-07", "Ban Bí thư", "tiếp tục đổi mới"),
    ),
    (
        "Chương trình số 10-CTr/BDVTU-BCSĐUBND ngày 17/01/2022 của Ban Dân vận Tỉnh ủy và Ban cán sự đảng Ủy ban nhân dân tỉnh về phối hợp",
        (
            "Chương trình",
            "10-CTr/BDVTU-BCSĐUBND",
            "2022-01-17",
            "Ban Dân vận Tỉnh ủy và Ban cán sự đảng Ủy ban nhân dân tỉnh",
            "phối hợp",
        ),
    ),
    (
        "Quyết định số 217-QĐ/TW ngày 12 tháng 12 năm 2013 của Bộ Chính trị khóa XI ban hành Quy chế giám sát.",
        ("Quyết định", "217-QĐ/TW", "2013-12-12", "Bộ Chính trị", "ban hành Quy chế giám sát"),
    ),
    (
        "theo Luật Thực hiện dân chủ ở cơ sở ngày 10/11/2022.",
        ("Luật", None, "2022-11-10", None, "Thực hiện dân chủ ở cơ sở"),
    ),
    (
        "Luật Đất đai số 31/2024/QH15 ngày 18/01/2024;",
        ("Luật", "31/2024/QH15", "2024-01-18", None, "Đất đai"),
    ),
    (
        "Nghị quyết của Ban Chấp hành Đảng bộ tỉnh về xóa bỏ hủ tục;",
        ("Nghị quyết", None, None, "Ban Chấp hành Đảng bộ tỉnh", "xóa bỏ hủ tục"),
    ),
    (
        "Quy định 1859-QĐ/TU ngày 09/4/2019 của Ban Thường vụ Tỉnh ủy",
        ("Quy định", "1859-QĐ/TU", "2019-04-09", "Ban Thường vụ Tỉnh ủy", None),
    ),
]


@pytest.mark.parametrize(("text", "expected"), MENTIONS)
def test_a_mention_says(text: str, expected: tuple[str | None, ...]) -> None:
    mention = find_mentions(text)[0]
    assert (mention.type, mention.number, mention.date, mention.issuer, mention.title) == expected


def test_a_list_says_once_what_its_numbers_share() -> None:
    text = "Các Công điện: số 007/CĐ-UBND ngày 17/11/2025, số 008/CĐ-UBND và số 009/CĐ-UBND ngày 19/11/2025 của UBND tỉnh về ứng phó mưa lũ."
    found = [(m.number, m.date, m.issuer, m.title) for m in find_mentions(text)]
    assert found == [
        ("007/CĐ-UBND", "2025-11-17", "UBND tỉnh", "ứng phó mưa lũ"),
        ("008/CĐ-UBND", "2025-11-19", "UBND tỉnh", "ứng phó mưa lũ"),
        ("009/CĐ-UBND", "2025-11-19", "UBND tỉnh", "ứng phó mưa lũ"),
    ]


def test_a_proposal_is_of_the_body_that_proposes() -> None:
    text = "Theo đề nghị của Giám đốc Sở Công Thương tại Tờ trình số 298/TTr-SCT ngày 23/10/2025 và Công văn số 2679/SCT-QLTM."
    assert [(m.number, m.issuer) for m in find_mentions(text)] == [
        ("298/TTr-SCT", "Sở Công Thương"),
        ("2679/SCT-QLTM", "Sở Công Thương"),
    ]


def test_mentions_of_one_document_fold_and_complete_each_other() -> None:
    text = "Chỉ thị số 05-CT/TW của Bộ Chính trị; Chỉ thị số 05-CT/TW ngày 15/5/2016 về học tập; Chỉ thị 05 - CT/TW."
    ((main, parts),) = fold_mentions(find_mentions(text))
    assert len(parts) == 3
    assert (main.date, main.issuer, main.title) == ("2016-05-15", "Bộ Chính trị", "học tập")


def test_two_dates_for_one_number_stay_visible() -> None:
    text = "Đề án số 15-ĐA/TU ngày 18/8/2022 của Tỉnh ủy; Đề án số 15-ĐA/TU ngày 18/8/2024 của Tỉnh ủy."
    assert [main.date for main, _ in fold_mentions(find_mentions(text))] == ["2022-08-18", "2024-08-18"]


def test_a_law_by_name_is_the_law_by_number() -> None:
    text = "Căn cứ Luật Đất đai số 31/2024/QH15; theo quy định của Luật Đất đai."
    ((main, parts),) = fold_mentions(find_mentions(text))
    assert (main.number, len(parts)) == ("31/2024/QH15", 2)


def test_the_name_of_a_law_goes_on_to_its_number() -> None:
    text = "Luật Bảo vệ người làm chứng, người bị hại trong các vụ việc lớn số 11/2031/QH18; Luật Đất đai, Nghị quyết số 3/2031/QH18"
    assert [(m.type, m.title, m.number) for m in find_mentions(text)] == [
        ("Luật", "Bảo vệ người làm chứng, người bị hại trong các vụ việc lớn", "11/2031/QH18"),
        ("Luật", "Đất đai", None),
        ("Nghị quyết", None, "3/2031/QH18"),
    ]


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Luật Ngân sách nhà nước số 89/2025/QH15; theo Luật NSNN", "Ngân sách nhà nước"),
        (
            "Luật Quản lý rừng ngập mặn ven biển và cửa sông số 9/2031/QH18; Luật Quản lý rừng ngập mặn ven biển và cửa sông",
            "Quản lý rừng ngập mặn ven biển và cửa sông",
        ),
    ],
)
def test_one_law_by_its_number_its_initials_or_its_first_words(text: str, called: str) -> None:
    ((main, parts),) = fold_mentions(find_mentions(text))
    assert (main.title, len(parts)) == (called, 2)


def test_two_laws_of_which_one_name_begins_the_other() -> None:
    folded = fold_mentions(find_mentions("Luật Đầu tư số 61/2020/QH14; Luật Đầu tư công"))
    assert [main.title for main, _ in folded] == ["Đầu tư", "Đầu tư công"]


def test_what_the_title_and_the_last_lines_cite() -> None:
    facts, _ = facts_of(
        tasks="1. Sở Nội vụ chủ trì.\n\nKế hoạch này thay thế Kế hoạch số 7/KH-UBND ngày 09/01/2023./."
    )
    assert "7/KH-UBND" in [reference.number for reference in facts.references]


def test_number_systems() -> None:
    assert (number_system("12-KH/TU"), number_system("12/KH-UBND")) == ("party", "state")
    assert normal_number("08 – KH/TƯ") == "08-KH/TU"


def test_parents_are_what_the_basis_itself_names() -> None:
    _, parents = facts_of(
        basis="Căn cứ Kết luận số 43-KL/TW ngày 07/01/2019 của Ban Bí thư về tiếp tục thực hiện Nghị quyết số 25-NQ/TW "
        "ngày 03/6/2013 của Ban Chấp hành Trung ương; theo đề nghị của Sở Nội vụ tại Tờ trình số 15/TTr-SNV ngày 02/01/2024, "
        "UBND tỉnh ban hành Kế hoạch như sau:"
    )
    assert [parent.number for parent in parents] == ["43-KL/TW"]


TITLES = [
    (
        "Căn cứ Nghị định số 29/2025/NĐ-CP của Chính phủ quy định chức năng của Bộ Y tế được sửa đổi, bổ sung bởi Nghị định số 6/2025/NĐ-CP;",
        ["quy định chức năng của Bộ Y tế", None],
    ),
    (
        "tăng theo Nghị quyết của Quốc hội về Kế hoạch phát triển hằng năm thì được tính mức tăng.",
        ["Kế hoạch phát triển hằng năm"],
    ),
    (
        "theo Luật sửa đổi, bổ sung một số điều của Luật Thủy sản, bao gồm:",
        ["sửa đổi, bổ sung một số điều của Luật Thủy sản"],
    ),
    (
        "Quyết định số 5/QĐ-BYT ngày 03/4/2025 của Bộ Y tế phê duyệt Chương trình tiêm chủng (sau đây viết tắt là Chương trình), Ủy ban nhân dân xã ban hành Kế hoạch",
        ["phê duyệt Chương trình tiêm chủng"],
    ),
    (
        "Thực hiện Chương trình số 21-CTr/TU ngày 25/12/2025 của Tỉnh ủy Sơn Hà về công tác dân vận năm 2026, UBND tỉnh Sơn Hà ban hành Kế hoạch như sau:",
        ["công tác dân vận năm 2026"],
    ),
]


@pytest.mark.parametrize(("text", "titles"), TITLES)
def test_a_title_ends_where_something_is_said_of_the_document(text: str, titles: list[str | None]) -> None:
    assert [mention.title for mention in find_mentions(text)] == titles


def test_a_title_ends_where_another_sentence_ends_it() -> None:
    """What one sentence says behind a title is no part of it; a title that breaks off before a name is not believed."""
    title = "quy định chi tiết việc hỗ trợ người nuôi tôm"
    facts, _ = facts_of(
        tasks=f"1. Thực hiện Nghị định số 5/2024/NĐ-CP ngày 02/01/2024 của Chính phủ {title}.\n"
        f"2. Áp dụng Nghị định số 5/2024/NĐ-CP ngày 02/01/2024 của Chính phủ {title} hoặc quy định tại văn bản này trong trường hợp có lợi."
    )
    assert title in {one.title for one in facts.references}


def test_a_charter_is_a_cited_document() -> None:
    _, parents = facts_of(
        basis="Căn cứ Điều lệ Đảng; Quy định số 296-QĐ/TW ngày 30/5/2025 của Ban Chấp hành Trung ương về công tác kiểm tra;\n"
        "Điều lệ công ty, Điều lệ Đảng ủy không phải căn cứ; UBND tỉnh ban hành Kế hoạch như sau:"
    )
    assert [(one.type, one.title) for one in parents] == [
        ("Điều lệ", "Đảng"),
        ("Quy định", "công tác kiểm tra"),
    ]
