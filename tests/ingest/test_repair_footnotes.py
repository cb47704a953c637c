"""Footnotes are lifted behind the body and tied to the word that bears their mark."""

from __future__ import annotations

import pytest

from ingest.plan import RawText, SourceText
from ingest.repair import repair_text

RULE = " " * 49


def repaired(text: str, pages: tuple[int, ...] = ()) -> SourceText:
    return repair_text(RawText("kh.txt", text, pages))


def notes(source: SourceText) -> list[tuple[str, str | None, str]]:
    """(mark, last word before the anchor, words) of each footnote."""
    return [
        (
            note.mark,
            None if note.anchor is None else source.clean[: note.anchor].split()[-1],
            source.clean[note.range.start : note.range.end],
        )
        for note in source.footnotes
    ]


PAGED = "\n\n".join(
    [
        "- Quán triệt các văn bản của Ủy ban nhân dân tỉnh Sơn Hà về công tác ",
        "dân vận1. Các đơn vị báo cáo theo quy định của Ủy ban nhân dân tỉnh và ",
        f"của cấp có thẩm quyền. \n\n{RULE}\n1 Kế hoạch số 26/KH-UBND về tiếp tục thực hiện Đề án số 06-ĐA/TU; Kế hoạch số ",
        "09/KH-UBND về \n - Gắn công tác tuyên truyền với việc học tập ở các cơ quan, đơn vị trên ",
        "địa bàn tỉnh, nhất là ở các xã vùng cao và các thôn, bản giáp ranh của ",
        f"tỉnh bạn. \n\n{RULE * 3}\ntăng cường công tác dân vận ở cơ sở. \n 2. Nội dung khác ",
        "của kế hoạch gồm các việc sau đây: ",
    ]
)


def test_a_footnote_cut_by_a_page_is_made_whole() -> None:
    source = repaired(PAGED)
    whole = "Kế hoạch số 26/KH-UBND về tiếp tục thực hiện Đề án số 06-ĐA/TU; Kế hoạch số 09/KH-UBND về tăng cường công tác dân vận ở cơ sở."
    assert notes(source) == [("1", "vận", whole)]
    assert (
        source.clean[: source.body_end]
        .split("\n")[0]
        .endswith(
            "dân vận. Các đơn vị báo cáo theo quy định của Ủy ban nhân dân tỉnh và của cấp có thẩm quyền."
        )
    )
    assert "Kế hoạch số 26" not in source.clean[: source.body_end]


def test_notes_behind_the_end() -> None:
    source = repaired(
        "Theo quy định hiện hành[1] và Nghị quyết[2].\n\nNơi nhận:\n- Lưu: VT.\n\n\n[1] Nghị định số 30\nnăm 2020.\n\n[2] Của Tỉnh ủy."
    )
    assert notes(source) == [("1", "hành", "Nghị định số 30 năm 2020."), ("2", "quyết", "Của Tỉnh ủy.")]
    assert source.clean.split("\n")[0] == "Theo quy định hiện hành và Nghị quyết."


def test_a_note_without_a_mark_in_the_text_has_no_anchor() -> None:
    source = repaired("Theo quy định[1] hiện hành.\n\n[1] Một.\n\n[2] Hai.")
    assert [note.anchor is None for note in source.footnotes] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "Diện tích 20 m2.\n\n2 Kế hoạch riêng",  # a unit, not a mark
        "Lưu: VT, TH1.\n\n1 Sở Nội vụ",  # an abbreviation with a number
        "Theo tài liệu [1], các đơn vị báo cáo.",  # a mark without a note
    ],
)
def test_what_is_no_footnote_stays(text: str) -> None:
    source = repaired(text)
    assert source.footnotes == ()
    assert source.body_end == len(source.clean)


CONSOLIDATED = """THÔNG TƯ
Quy định chi hỗ trợ cơ sở giữ trẻ Thông tư số 5/2020/TT-BXX ngày 02 tháng 3 năm 2020 của Bộ trưởng Bộ X, có hiệu lực từ ngày 01 tháng 5 năm 2020, được sửa đổi, bổ sung bởi:
Thông tư số 7/2022/TT-BXX ngày 04 tháng 6 năm 2022 của Bộ trưởng Bộ X, có hiệu lực từ ngày 01 tháng 8 năm 2022.
Bộ trưởng Bộ X ban hành Thông tư quy định chi hỗ trợ cơ sở giữ trẻ giai đoạn 2020 - 20251.
1 Thông tư số 7/2022/TT-BXX sửa đổi Thông tư số 5/2020/TT-BXX có căn cứ ban hành như sau:
“Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016;
Chương I
QUY ĐỊNH CHUNG
Điều 1. Mức chi2
1. Cơ sở giữ trẻ được hỗ trợ một lần.
Theo đề nghị của Vụ trưởng Vụ Y;
Bộ trưởng Bộ X ban hành Thông tư sửa đổi Thông tư số 5/2020/TT-BXX.”
2 Điều này được sửa đổi theo quy định tại khoản 1 Điều 1 của Thông tư số 7/2022/TT-BXX.
2.3 Cơ sở giữ trẻ lập dự toán của năm 3 Khoản này được bổ sung theo quy định tại khoản 2 Điều 1 của Thông tư số 7/2022/TT-BXX.
liền kề, gửi Phòng Z.
"""


def test_notes_on_amendments_leave_a_consolidated_text() -> None:
    source = repaired(CONSOLIDATED)
    assert source.clean[: source.body_end].split("\n")[-5:] == [
        "Chương I",
        "QUY ĐỊNH CHUNG",
        "Điều 1. Mức chi",
        "1. Cơ sở giữ trẻ được hỗ trợ một lần.",
        "2. Cơ sở giữ trẻ lập dự toán của năm liền kề, gửi Phòng Z.",
    ]
    assert [note[:2] for note in notes(source)] == [("1", "2025"), ("2", "chi"), ("3", "2.")]
    assert notes(source)[0][2].endswith("ban hành Thông tư sửa đổi Thông tư số 5/2020/TT-BXX.”")


def test_a_task_that_tells_of_an_amendment_is_no_note() -> None:
    source = repaired("Kế hoạch số 21 năm 2024\n1 Sở Nội vụ tham mưu sửa đổi, bổ sung quy chế tại cơ sở.")
    assert source.footnotes == ()
