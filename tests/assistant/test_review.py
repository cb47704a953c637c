"""The rules of the review: each finds its fault in a short invented plan, and leaves what is right alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.review import review_plans
from assistant.review.check import UnknownFinding, accept_findings, read_accepted
from assistant.review.rules import RULES
from assistant.review.table import write_table
from ingest.pipeline import plan_from_text
from ingest.plan import Plan, RawText

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 12/KH-UBND
Sơn Hà, ngày 09 tháng 01 năm 2026
KẾ HOẠCH
Công tác dân vận năm 2026

"""


def plan(body: str, name: str = "kh.txt", head: str = HEAD) -> Plan:
    return plan_from_text(
        RawText(name, f"{head}I. MỤC ĐÍCH\n{body}\n\nII. TỔ CHỨC THỰC HIỆN\nCác cơ quan, đơn vị thực hiện.")
    )


FAULTS = [
    ("VB03", "Thực hiện Chỉ thị số 33/TT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ về công tác dân vận."),
    ("VB04", "Thực hiện Kết luận số 114-KL/TU ngày 14/7/2015 của Ban Bí thư về công tác dân vận."),
    ("VB04", "Thực hiện Nghị quyết số 60/NQ-TW ngày 12/4/2025 của Ban Chấp hành Trung ương."),
    ("VB08", "Thực hiện Nghị định số 59/2023/NĐ-CP ngày 14/8/2022 của Chính phủ."),
    ("VB08", "Thực hiện Chỉ thị số 33/CT-TTg ngày 31/02/2021 của Thủ tướng Chính phủ."),
    ("VB08", "Thực hiện Chỉ thị số 33/CT-TTg ngày 05/02/2027 của Thủ tướng Chính phủ."),
    ("VB09", "Thực hiện Quy chế số 06- QC/TU ngày 04/4/2019 của Tỉnh ủy."),
    ("VB01", "Thực hiện Đề án số 15-ĐA/TU ngày 18/8/2022 của Ban Thường vụ Tỉnh ủy.\nTổng kết Đề án số 15-ĐA/TU ngày 18/8/2024 của Ban Thường vụ Tỉnh ủy."),
    ("ND02", "Sở Nội vụ báo cáo UBND tỉnh trước ngày 15/3/2025."),
    ("ND03", "Các đơn vị gửi báo cáo 6 tháng trước ngày 20/12/2026, báo cáo năm trước ngày 15/11/2026."),
    ("ND09", "Chào mừng kỷ niệm 90 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2026)."),
    ("ND11", "Thực hiện các nội dung tại mục 8, phần V của Kế hoạch này."),
    ("CT01", "Tích cực triển khai các phong trào thi đua thi đua yêu nước."),
    ("CT02", "Tuyên truyền các văn bản của Tỉnh ủy về tác dân vận."),
    ("CT02", "Ủy ban nhân tỉnh ban hành kế hoạch."),
    ("CT03", "Triển khai phong trào “Dân vận khéo trong toàn tỉnh."),
    ("CT05", "Đẩy mạnh chuyển đối số trong cơ quan."),
    ("CT06", "Học tập tư tưởng Hồ chí Minh."),
    ("CT09", "Các cơ quan,. đơn vị thực hiện."),
    ("CT10", "Phát triển kinh tế xã hội của tỉnh."),
    ("CT08", "Các cơ quan đẩy mạnh công tác CCHC theo kế hoạch."),
    ("CT10", "Bảo đảm quốc phòng an ninh trên địa bàn."),
    ("CT11", "Tuyên truyền qua loa phát thanh di đ ộng."),
    ("ND10", "- Chủ trì, phối hợp với các cơ quan liên quan kiểm tra, đánh giá kết quả thực hiện các mô hình."),
    ("TC01", "Sở Giao thông vận tải chủ trì, phối hợp với các cơ quan thực hiện."),
]  # fmt: skip

FINE = [
    # A motto and real reduplications are no doubled words.
    "Thực hiện phương châm “Dân biết, dân bàn, dân làm, dân kiểm tra” ngày ngày, người người, luôn luôn.",
    # Numbers come back in another year.
    "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ; Chỉ thị số 33/CT-TTg ngày 05/02/2024 của Thủ tướng Chính phủ.",
    # The name of a former body inside a citation is history.
    "Thực hiện Chương trình số 10-CTr/BDVTU ngày 17/01/2022 của Ban Dân vận Tỉnh ủy về công tác phối hợp.",
    # A programme may be called by the decision that approved it; the anniversary adds up.
    "Thực hiện Chương trình số 1719/QĐ-TTg ngày 14/10/2021 của Thủ tướng Chính phủ; kỷ niệm 96 năm (03/02/1930 - 03/02/2026).",
    # A quotation may run over paragraphs; a heading and its sentence begin alike; a word may end one phrase and begin the next.
    "Sửa đổi khoản 2 như sau:\n“2. Các cơ quan báo cáo định kỳ.\n3. Các đơn vị thực hiện.”",
    "Kết quả được xác định trên cơ sở cơ sở đào tạo tham gia.",
    # No deadlines: what is past, and another report's period after its date.
    "Viên chức đã có chứng chỉ trước ngày 30/6/2025 được tính.",
    "Báo cáo Tỉnh ủy trước ngày 15/6/2026 đối với báo cáo 6 tháng và trước ngày 25/11/2026 đối với báo cáo năm.\nCác đơn vị gửi báo cáo năm trước ngày 10/11/2026.",
    # Two sentences that count times a year; two halves of one whole.
    "100% xã, phường đối thoại với Nhân dân ít nhất 02 lần trong năm.\n100% công chức được tập huấn ít nhất 01 lần trong năm.",
    # The last syllable belongs to the next word.
    "Hỗ trợ người lao động khi chuyển đổi sở hữu, số liệu của Ủy ban dân tộc; kế hoạch so với năm trước.",
    "Cán bộ, công chức, viên chức thực hiện công tác truyền thông, công tác vận động, bảo trợ xã hội.",
]


@pytest.mark.parametrize(("code", "body"), FAULTS)
def test_a_fault_is_found_and_quoted(code: str, body: str) -> None:
    reviewed = plan(body)
    found = [finding for finding in review_plans([reviewed]) if finding.code == code]
    assert found, [finding.code for finding in review_plans([reviewed])]
    for quote in found[0].quotes:
        assert reviewed.source.original[quote.span.start : quote.span.end] == quote.text


@pytest.mark.parametrize("body", FINE)
def test_what_is_right_is_left_alone(body: str) -> None:
    assert [f for f in review_plans([plan(body)]) if f.severity != "low"] == []


@pytest.mark.parametrize(
    ("body", "mended"),
    [
        ("Ủy ban nhân tỉnh ban hành kế hoạch.", "Ủy ban nhân dân tỉnh"),
        ("Tuyên truyền các văn bản của Tỉnh ủy về tác dân vận.", "công tác dân vận"),
    ],
)
def test_missing_words_are_put_into_the_words_as_written(body: str, mended: str) -> None:
    found = [finding for finding in review_plans([plan(body)]) if finding.code == "CT02"]
    assert [finding.suggestion for finding in found] == [f"Sửa thành “{mended}”."]


def test_numbers_of_two_provinces_are_two_documents() -> None:
    here = plan("Thực hiện Quyết định số 310-QĐ/TU ngày 03/12/2021 của Ban Thường vụ Tỉnh ủy.", "a.txt")
    there = plan(
        "Thực hiện Quyết định số 310-QĐ/TU ngày 05/10/2021 của Ban Thường vụ Tỉnh ủy.", "b.txt", HEAD.replace("SƠN HÀ", "HƯƠNG GIANG").replace("Sơn Hà", "Hương Giang")
    )  # fmt: skip
    assert not [f for f in review_plans([here, there]) if f.code == "VB01"]


def test_plans_before_the_reorganisation_keep_their_bodies() -> None:
    old = plan("Sở Giao thông vận tải chủ trì thực hiện.", head=HEAD.replace("năm 2026", "năm 2024"))
    assert not [f for f in review_plans([old]) if f.code == "TC01"]


def test_a_child_may_not_loosen_its_parent() -> None:
    target = "- Phấn đấu {}% cơ quan, đơn vị xây dựng kế hoạch công tác dân vận chính quyền."
    parent = plan(target.format(95), "parent.txt")
    child = plan(f"Thực hiện Kế hoạch số 12/KH-UBND ngày 08/01/2026 của UBND tỉnh Sơn Hà.\n{target.format(80)}", "child.txt", HEAD.replace("12/KH-UBND", "08/KH-SNV"))  # fmt: skip
    codes = {f.code for f in review_plans([child], parent=parent)}
    assert {"CC02", "CC04"} <= codes


def test_a_child_cites_what_its_parent_cites() -> None:
    parent = plan("Thực hiện Đề án số 15-ĐA/TU ngày 18/8/2022 của Ban Thường vụ Tỉnh ủy.", "parent.txt")
    child = plan("Thực hiện Đề án số 15-ĐA/TU ngày 18/8/2024 của Ban Thường vụ Tỉnh ủy.", "child.txt")
    assert "VB01" in {f.code for f in review_plans([child], parent=parent)}


def test_a_doubtful_place_is_low_whatever_its_rule() -> None:
    found = [f for f in review_plans([plan("Bảng Tiền mặt Tiền mặt đầu kỳ của đơn vị.")]) if f.code == "CT01"]
    assert [f.severity for f in found] == ["low"]


def test_a_plan_may_name_the_year_of_a_law() -> None:
    head = HEAD.replace("Công tác dân vận năm 2026", "Triển khai thi hành Luật Đất đai năm 2024")
    assert not [f for f in review_plans([plan("Các cơ quan thực hiện.", head=head)]) if f.code == "ND01"]


def test_rules_are_listed_once_and_can_be_switched_off() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
    doubled = plan("Triển khai các phong trào thi đua thi đua yêu nước.")
    assert "CT01" not in {f.code for f in review_plans([doubled], off={"CT01"})}


def test_an_accepted_finding_stays_accepted_while_the_text_moves(tmp_path: Path) -> None:
    first = review_plans([plan("Triển khai các phong trào thi đua thi đua yêu nước.")])
    accept_findings(tmp_path, first)
    moved = plan("Nâng cao nhận thức.\nTriển khai các phong trào thi đua thi đua yêu nước.")
    assert not [f for f in review_plans([moved], accepted=read_accepted(tmp_path)) if f.code == "CT01"]
    assert issubclass(UnknownFinding, Exception)


def test_the_table_holds_every_finding(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    findings = review_plans([plan("=Triển khai các phong trào thi đua thi đua yêu nước.")])
    write_table(findings, tmp_path / "a.xlsx")
    rows = list(load_workbook(tmp_path / "a.xlsx").worksheets[0].values)
    assert len(rows) == len(findings) + 1
