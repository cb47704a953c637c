"""Tables set in columns of spaces."""

from __future__ import annotations

from ingest.repair.aligned import split_aligned
from ingest.repair.offsets import MappedText
from tests.ingest.facts_document import facts_of

TABLE = """ STT            Nội dung              Cơ quan           Cơ quan          Thời gian
                                      chủ trì           phối hợp         hoàn thành

  I    Công tác tuyên truyền
  1    Tuyên truyền trên báo,       Sở Văn hóa, Thể     Báo Sơn Hà;       Quý I/2026
       đài                          thao và Du lịch     các sở, ngành
  2    Tổ chức hội nghị             Sở Nội vụ           Sở Tài chính      Tháng 6/2026
                               5
 STT            Nội dung              Cơ quan           Cơ quan          Thời gian
                                      chủ trì           phối hợp         hoàn thành
  II   Công tác kiểm tra
  1    Kiểm tra liên ngành          Thanh tra tỉnh      Công an tỉnh      Trước 30/9/2026
"""


def test_columns_are_parted_by_the_gaps_of_every_line() -> None:
    rows = split_aligned(MappedText.identity(TABLE)).text.splitlines()
    assert rows[0] == "STT\tNội dung\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian hoàn thành"
    assert rows[2] == (
        "1\tTuyên truyền trên báo, đài\tSở Văn hóa, Thể thao và Du lịch\tBáo Sơn Hà; các sở, ngành\tQuý I/2026"
    )


def test_rows_of_both_pages_name_who_leads_and_when() -> None:
    facts, _ = facts_of(f"1. Phân công\n{TABLE}\n2. Sở Y tế chủ trì theo dõi.")
    assert {a.actor for a in facts.assignments if a.role == "lead"} == {
        "Sở Văn hóa, Thể thao và Du lịch",
        "Sở Nội vụ",
        "Thanh tra tỉnh",
        "Sở Y tế",
    }
    assert [d.normalised for d in facts.deadlines] == ["2026-Q1", "2026-06", "2026-09-30"]


def test_a_sentence_about_tt_is_no_table() -> None:
    text = "TT   Bảo vệ và các đơn vị   phối hợp thực hiện.\nNội dung sau đây được áp dụng."
    assert split_aligned(MappedText.identity(text)).text == text


def test_numbers_in_the_middle_of_their_rows() -> None:
    table = (
        "TT    Nhiệm vụ                     Chủ trì            Thời hạn\n"
        "      Vận động Nhân dân bảo vệ\n"
        "1     rừng, ký cam kết phòng       Hạt Kiểm lâm       Tháng 3\n"
        "      cháy\n"
        "      Xây dựng mô hình thu gom\n"
        "2     vỏ bao bì thuốc bảo vệ       Chi cục Thủy lợi   Tháng 5\n"
        "      thực vật\n"
    )
    rows = [
        line.split("\t") for line in split_aligned(MappedText.identity(table)).text.strip("\n").split("\n")
    ]
    assert rows[1:] == [
        ["1", "Vận động Nhân dân bảo vệ rừng, ký cam kết phòng cháy", "Hạt Kiểm lâm", "Tháng 3"],
        ["2", "Xây dựng mô hình thu gom vỏ bao bì thuốc bảo vệ thực vật", "Chi cục Thủy lợi", "Tháng 5"],
    ]


def test_a_heading_behind_a_blank_line_ends_the_table() -> None:
    text = (
        "    TT   Nhiệm vụ            Chủ trì          Thời gian\n    1    Tập huấn            Sở Nội vụ        Quý I\n         cho cơ sở\n"
        "    2    Kiểm tra            Thanh tra tỉnh   Quý II\n\n      VII. CHẾ ĐỘ BÁO CÁO\n      1. Các xã báo cáo hằng tháng.\n"
    )
    lines = split_aligned(MappedText.identity(text)).text.split("\n")
    assert lines[2] == "2\tKiểm tra\tThanh tra tỉnh\tQuý II"
    assert "      VII. CHẾ ĐỘ BÁO CÁO" in lines


def test_a_line_whose_cells_came_too_near_is_parted_too() -> None:
    text = (
        "STT    Nội dung             Đơn vị thực hiện    Thời gian\n1      Thành lập Ban        Sở Nội vụ           Trước 10/3\n"
        "       Tổ chức\n2      Tập huấn trọng       Trung tâm Huấn luyện Từ 10/3\n3      Tổng duyệt           Sở Y tế             15/5\n"
    )
    lines = split_aligned(MappedText.identity(text)).text.split("\n")
    assert lines[1:4] == [
        "1\tThành lập Ban Tổ chức\tSở Nội vụ\tTrước 10/3",
        "2\tTập huấn trọng\tTrung tâm Huấn luyện\tTừ 10/3",
        "3\tTổng duyệt\tSở Y tế\t15/5",
    ]
