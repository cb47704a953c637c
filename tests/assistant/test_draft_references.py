"""The parent's own places, said so that they are found from the child."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.draft.child.references import Called, find_places
from ingest.plan import Range, Section, Span

RULES = Called("Quyết định số 5/QĐ-UBND", "Quyết định", "Quy chế", articles=True)
WHOLE = "Quy chế ban hành kèm theo Quyết định số 5/QĐ-UBND"
PLAN = Called("Kế hoạch số 5/KH-UBND")
_ONE = Section("Điều 7.", "7", "heading", "", 1, Range(0, 90), Range(0, 7), Span(0, 90))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("theo Điều 5 và Điều 6 của Quy chế này", f"theo Điều 5 và Điều 6 {WHOLE}"),
        ("hồ sơ nêu tại khoản 5, Điều 5", f"hồ sơ nêu tại khoản 5, Điều 5 {WHOLE}"),
        ("trong Điều 10 này", f"trong Điều 10 {WHOLE}"),
        ("Bí thư (khoản 1, 2 Điều 3)", f"Bí thư (khoản 1, 2 Điều 3 {WHOLE})"),
        ("Điều 12 Luật Đất đai và Điều 3 Nghị định số 5", None),
        ("Luật Lưu trữ quy định (tại Điều 12)", None),
        ("theo Phụ lục I ban hành kèm theo Quy chế này", "theo Phụ lục I ban hành kèm theo Quyết định số 5/QĐ-UBND"),
        ("theo biểu mẫu kèm theo Công văn số 5/SNV", None),
        ("theo khoản 1 Điều 11 NĐ số 45/2021/NĐ-CP", None),
        ("theo Điều 8 TT 07/2023/TT-BTC", None),
        ("quy định ở Điều 6 (Luật Giá)", None),
        ("quy định ở Điều 6 Hợp đồng đã ký", None),
        ("theo Điều 6 hợp đồng thuê đất", None),
        ("thực hiện Thông báo số 8/TB-UBND, nhất là Điều 4", None),
        ("xử lý theo Điều 6 và báo cáo", f"xử lý theo Điều 6 {WHOLE} và báo cáo"),
        ("căn cứ Quy chế này, mở sổ", f"căn cứ {WHOLE}, mở sổ"),
        ("thi hành Quyết định này", "thi hành Quyết định số 5/QĐ-UBND"),
    ],
)  # fmt: skip
def test_articles_say_whose_they_are(said: str, found: str | None) -> None:
    assert find_places(said, RULES) == (found or said)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("việc tại mục II ở trên", "việc tại mục II Kế hoạch số 5/KH-UBND"),
        ("theo Phụ lục 02 đính kèm", "theo Phụ lục 02 kèm theo Kế hoạch số 5/KH-UBND"),
        ("việc tại mục 1 nêu trên", "việc tại mục 1 Kế hoạch số 5/KH-UBND"),
        ("theo Điều 5", None),
        ("thực hiện Kế hoạch này", None),
        ("việc tại mục III, báo cáo Sở", "việc tại mục III Kế hoạch số 5/KH-UBND, báo cáo Sở"),
        ("việc tại mục III Kế hoạch số 5/KH-UBND", None),
        ("những việc nêu tại Mục 3 Phần II Thông báo số 7/TB-UBND", None),
        ("theo phần I Báo cáo số 31/BC-UBND", None),
        ("theo Phụ lục 2 Công văn số 210/STC", None),
        ("theo Phụ lục 03 của Bộ Tài chính", None),
        ("theo Phụ lục II của Thông báo kết luận số 15", None),
        ("theo Phụ lục II.", "theo Phụ lục II kèm theo Kế hoạch số 5/KH-UBND."),
        ("lập biểu kèm theo hồ sơ thiết kế", None),
        ("gửi danh mục kèm theo tờ khai về Sở", None),
        ("mẫu đính kèm đơn xin việc", None),
        ("lập danh mục kèm theo, gửi Sở", "lập danh mục kèm theo Kế hoạch số 5/KH-UBND, gửi Sở"),
        ("theo mẫu kèm theo Kế hoạch này", "theo mẫu kèm theo Kế hoạch số 5/KH-UBND"),
        ("Phát sóng chuyên mục 5 phút/tuần", None),
        ("Chuyên mục 2 trên đài", None),
        ("giao đầu mục 3 công việc", None),
        ("bố trí theo đề mục 1", None),
        ("mở mục 2 kỳ/tháng", None),
        ("thực hiện mục 1, 2 theo lộ trình", "thực hiện mục 1, 2 Kế hoạch số 5/KH-UBND theo lộ trình"),
        ("chi tiết tại tiểu mục 2, Mục C, Phần V Quyết định số 9/QĐ-TTg", None),
    ],
)
def test_places_of_a_plan(said: str, found: str | None) -> None:
    assert find_places(said, PLAN) == (found or said)


def test_this_article_is_told_by_its_number() -> None:
    below = replace(_ONE, label="2.", path="7.2", level=2)
    said = find_places("hồ sơ tại khoản 1 Điều này và khoản này", RULES, (_ONE, below))
    assert said == f"hồ sơ tại khoản 1 Điều 7 {WHOLE} và khoản 2 Điều 7 {WHOLE}"
    assert find_places("theo khoản này", RULES) == "theo khoản này"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("nêu tại mục (IV) (5) của Kế hoạch.", "nêu tại mục (IV) (5) Kế hoạch số 5/KH-UBND."),
        ("theo mục (IV)(3.4)(a); báo cáo", "theo mục (IV)(3.4)(a) Kế hoạch số 5/KH-UBND; báo cáo"),
        (
            "tại mục (IV) (4.1) (4.2) và Phụ lục của Kế hoạch.",
            "tại mục (IV) (4.1) (4.2) và Phụ lục của Kế hoạch số 5/KH-UBND.",
        ),
        (
            "tại mục III. Phát triển chợ của Kế hoạch này, báo cáo",
            "tại mục III. Phát triển chợ của Kế hoạch số 5/KH-UBND, báo cáo",
        ),
        ("tại các mục II, III và V của Kế hoạch này", "tại các mục II, III và V Kế hoạch số 5/KH-UBND"),
        ("tại mục II.3, III.4.a của Kế hoạch này", "tại mục II.3, III.4.a Kế hoạch số 5/KH-UBND"),
        ("tại Phần II, mục 3 của Kế hoạch này", "tại Phần II, mục 3 Kế hoạch số 5/KH-UBND"),
        ("tại mục 1 chương II Kế hoạch này", "tại mục 1 chương II Kế hoạch số 5/KH-UBND"),
        (
            "theo mục III Kế hoạch, các đơn vị rà soát",
            "theo mục III Kế hoạch số 5/KH-UBND, các đơn vị rà soát",
        ),
        ("theo Kế hoạch số 9/KH-UBND, mục III của Kế hoạch.", None),
        ("đạt mục tiêu, yêu cầu của Kế hoạch này", None),
    ],
)
def test_places_of_the_plan_itself_are_those_of_the_parent(said: str, found: str | None) -> None:
    assert find_places(said, PLAN) == (found or said)
