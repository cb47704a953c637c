"""Times as sentences say them: recurrences, days of events, quarters, terms that run from an event."""

from __future__ import annotations

import pytest

from ingest.facts.times.recurrences import find_recurrences
from tests.ingest.facts_document import facts_of


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Trạm Y tế xã kiểm tra chất lượng nước hằng tuần.", [("hằng tuần", "weekly")]),
        ("Kiểm tra kho thuốc, mỗi tháng ít nhất 03 kho.", [("mỗi tháng", "monthly")]),
        ("Gửi báo cáo tuần vào sáng thứ Hai.", [("báo cáo tuần vào sáng thứ Hai", "weekly")]),
        ("Hằng ngày trạm quan trắc đo độ mặn.", [("Hằng ngày", "daily")]),
        ("Tháng 5, tháng 11 khám mắt cho học sinh.", [("Tháng 5, tháng 11", "2024-05,2024-11")]),
        ("Khai mạc ngày 26/3.", [("ngày 26/3", "2024-03-26")]),
        (
            "Sơ kết hai lần: ngày 15/5 và ngày 15/10.",
            [("ngày 15/5", "2024-05-15"), ("ngày 15/10", "2024-10-15")],
        ),
        (
            "Báo cáo UBND tỉnh trước ngày 10/6, 10/9 và 10/12/2024.",
            [("trước ngày 10/6", "2024-06-10"), ("10/9", "2024-09-10"), ("10/12/2024", "2024-12-10")],
        ),
        (
            "Báo cáo Đảng ủy chậm nhất ngày 15/6 và 15/12 hằng năm.",
            [("chậm nhất ngày 15/6", "yearly:--06-15"), ("15/12 hằng năm", "yearly:--12-15")],
        ),
        ("Cập nhật vào ngày 05 các tháng còn lại.", [("vào ngày 05 các tháng còn lại", "monthly:day 5")]),
        ("Công ty xe buýt chạy thử tuyến mới từ ngày 15/9.", [("từ ngày 15/9", "2024-09-15")]),
        ("Từ ngày 02/5/2024 lập biên bản.", [("Từ ngày 02/5/2024", "2024-05-02")]),
        ("Trình Đảng ủy ký trước ngày 12/8/2024.", [("trước ngày 12/8/2024", "2024-08-12")]),
        ("Rà soát quyết định do cấp huyện ban hành trước ngày 01/7/2023.", []),
        ("Hỗ trợ trẻ sinh từ ngày 01/01/2020.", []),
        ("Rà soát hồ sơ nộp trước ngày 01/7/2023.", []),
        (
            "Chi phí được nộp trước ngày 01 tháng 4 hằng năm.",
            [("trước ngày 01 tháng 4 hằng năm", "yearly:--04-01")],
        ),
        (
            "Thời hạn nộp tối đa là 14 ngày kể từ ngày mở thầu.",
            [("tối đa là 14 ngày kể từ ngày mở thầu", None)],
        ),
        ("Học sinh nội trú được hỗ trợ mỗi tháng 15 kg gạo.", []),
        # a time that tells which cases are meant, or that was long ago, is none of something due
        ("Hỗ trợ lao động đang đóng bảo hiểm trước ngày 01/10/2024.", []),
        (
            "Rà soát hộ đang sinh sống ở vùng sạt lở, di dời trước ngày 30/9/2024.",
            [("trước ngày 30/9/2024", "2024-09-30")],
        ),
        (
            "Khắc phục các tồn tại đã nêu tại Kết luận thanh tra trước ngày 30/6/2024.",
            [("trước ngày 30/6/2024", "2024-06-30")],
        ),
        ("Gói thầu đã phát hành hồ sơ trước ngày 01/5/2024 thực hiện theo hồ sơ đó.", []),
        ("Hỗ trợ theo số lao động tại thời điểm ngày 30/9/2024.", []),
        ("Hỗ trợ người công tác tại Lào đến hết ngày 31/12/1988, nay đã nghỉ việc.", []),
        ("Xã trả lương theo tháng, bảo đảm đủ giờ làm việc.", []),
        ("Bãi bỏ quy định có hiệu lực kể từ ngày 15 tháng 11 năm 2024.", []),
        (
            "Các công trình đã khởi công phải hoàn thành trước ngày 30/6/2024.",
            [("trước ngày 30/6/2024", "2024-06-30")],
        ),
        (
            "Ngân hàng gửi danh sách chi nhánh (trừ chi nhánh đang đóng cửa) trước ngày 10/10/2024.",
            [("trước ngày 10/10/2024", "2024-10-10")],
        ),
        (
            "Các xã đã được giao vốn báo cáo trước ngày 15/12/2023.",
            [("trước ngày 15/12/2023", "2023-12-15")],
        ),
        ("Tổ bảo vệ mỗi sáng kiểm tra cổng trường.", [("mỗi sáng", "daily")]),
        ("Đài Truyền thanh phát 3 tin bài/tuần về chuyển đổi số.", [("3 tin bài/tuần", "weekly")]),
        ("Phòng Nội vụ rà soát danh sách 3 tháng một lần.", [("3 tháng một lần", "quarterly")]),
        ("Hội Nông dân họp mỗi tháng một lần.", [("mỗi tháng một lần", "monthly")]),
        ("Chi đoàn dọn vệ sinh chủ nhật đầu tiên của tháng.", [("chủ nhật đầu tiên của tháng", "monthly")]),
        ("Phòng Văn hóa mở lớp vào tuần thứ hai của tháng 9.", [("vào tuần thứ hai của tháng 9", "2024-09")]),
        ("Công an xã gửi báo cáo tháng về UBND xã trước ngày 20.", [("trước ngày 20", "monthly:day 20")]),
        ("Phòng Kinh tế triển khai từ quý III/2024 việc chi trả.", [("từ quý III/2024", "2024-Q3")]),
        ("Từ ngày 01/9/2024, Trung tâm Y tế nhận hồ sơ qua mạng.", [("Từ ngày 01/9/2024", "2024-09-01")]),
        ("Từ ngày 01/9/2024, mức thu học phí là 5%.", []),
        ("Phòng Lao động chi trả trợ cấp hằng tháng cho người có công.", []),
        ("Công ty Môi trường thu gom 20 tấn mỗi ngày.", []),
    ],
)
def test_a_recurrence_inside_a_sentence(words: str, expected: list[tuple[str, str]]) -> None:
    facts, _ = facts_of(f"1. {words}")
    assert [(d.when, d.normalised) for d in facts.deadlines] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Hội khỏe cấp tỉnh: khai mạc lúc 19 giờ 30 phút ngày 16/5/2024, bế mạc ngày 24/5.",
            [
                ("Hội khỏe cấp tỉnh: khai mạc", "lúc 19 giờ 30 phút ngày 16/5/2024", "2024-05-16"),
                ("bế mạc", "ngày 24/5", "2024-05-24"),
            ],
        ),
        (
            "Rà soát danh sách xong trước 20/02, cập nhật biến động vào ngày 05 hằng tháng.",
            [
                ("Rà soát danh sách", "xong trước 20/02", "2024-02-20"),
                ("cập nhật biến động", "vào ngày 05 hằng tháng", "monthly:day 5"),
            ],
        ),
        (
            "Diễn tập tại thôn Khe Cát ngày 06/6.",
            [("Diễn tập tại thôn Khe Cát", "ngày 06/6", "2024-06-06")],
        ),
        (
            "Trực chỉ huy từ 18 giờ ngày 05/9 đến 6 giờ ngày 07/9.",
            [("Trực chỉ huy", "từ 18 giờ ngày 05/9 đến 6 giờ ngày 07/9", "2024-09-05/2024-09-07")],
        ),
        (
            "Phát thưởng cho học sinh chiều 20/11; kết nạp đội viên vào dịp 15/5.",
            [
                ("Phát thưởng cho học sinh", "chiều 20/11", "2024-11-20"),
                ("kết nạp đội viên", "vào dịp 15/5", "2024-05-15"),
            ],
        ),
        (
            "Đội thi hoàn thành sân bãi vào nửa đầu tháng 4.",
            [("Đội thi hoàn thành sân bãi", "vào nửa đầu tháng 4", "2024-04")],
        ),
        (
            "Thanh toán tiền công trong vòng 15 ngày sau khi nghiệm thu.",
            [("Thanh toán tiền công", "trong vòng 15 ngày sau khi nghiệm thu", None)],
        ),
        ("Tuyên truyền kết quả Hội nghị ngày 15/3/2024 của Tỉnh ủy.", []),
        ("Hướng dẫn theo Công văn ngày 12/4/2024, rà soát lao động tuyển dụng ngày 01/7/2020.", []),
        ("Tổ chức mít tinh kỷ niệm Ngày Thầy thuốc Việt Nam 27/2.", []),
        ("Lần tổ chức trước (năm 2022) có 54 đoàn.", []),
        ("Luật Quản lý, sử dụng vốn nhà nước đầu tư vào sản xuất ngày 26 tháng 11 năm 2014;", []),
        ("Nghị quyết của Quốc hội về Kỳ họp thứ 7, khóa XV.", []),
        ("Tổ chức chào cờ sáng thứ Hai.", [("Tổ chức", "chào cờ sáng thứ Hai", "weekly")]),
    ],
)
def test_a_day_of_an_event_is_a_time_without_a_word_of_limit(
    words: str, expected: list[tuple[str, str, str | None]]
) -> None:
    facts, _ = facts_of(f"1. {words}")
    assert [(d.what, d.when, d.normalised) for d in facts.deadlines] == expected


@pytest.mark.parametrize(
    ("words", "normal"),
    [
        ("1. Sở Nội vụ chuyển đủ tiền chậm nhất vào ngày cuối cùng của tháng.", "monthly:last day"),
        ("1. Sở Nội vụ kết nối nền tảng chia sẻ dữ liệu (Quý III/2026).", "2026-Q3"),
        ("1. Năm 2026, phấn đấu bắt đầu xây dựng bệnh viện từ Quý I năm 2027.", "2027-Q1"),
        ("1. Hằng tháng, cùng thời điểm trả lương, Sở Nội vụ trích nộp quỹ.", "monthly"),
    ],
)
def test_times_of_decrees_and_programmes(words: str, normal: str) -> None:
    facts, _ = facts_of(words)
    assert [deadline.normalised for deadline in facts.deadlines] == [normal]


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        (
            "Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ theo quy định tại khoản 3 Điều này, Sở Y tế cấp giấy phép.",
            "Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ theo quy định tại khoản 3 Điều này",
        ),
        (
            "Trong thời hạn 03 ngày kể từ ngày có thông báo sửa đổi, bổ sung, cơ sở đề nghị nộp lại hồ sơ.",
            "Trong thời hạn 03 ngày kể từ ngày có thông báo sửa đổi, bổ sung",
        ),
        (
            "Sở Nội vụ công khai kết quả trong thời hạn 30 ngày kể từ ngày Báo cáo được trình Quốc hội để Nhân dân giám sát.",
            "trong thời hạn 30 ngày kể từ ngày Báo cáo được trình Quốc hội",
        ),
        (
            "Nếu sai thì trong vòng 30 ngày kể từ ngày nhận được báo cáo phải có văn bản yêu cầu sửa.",
            "trong vòng 30 ngày kể từ ngày nhận được báo cáo",
        ),
        (
            "Về dự toán: Trong 15 ngày, kể từ ngày nhận quyết định của Thủ tướng Chính phủ, Sở Y tế hoàn thành phân bổ.",
            "Trong 15 ngày, kể từ ngày nhận quyết định của Thủ tướng Chính phủ",
        ),
        (
            "Trong 15 ngày kể từ ngày kết thúc quý, người lao động nộp báo cáo, Giám đốc duyệt.",
            "Trong 15 ngày kể từ ngày kết thúc quý",
        ),
        (
            "Trong 10 ngày kể từ ngày nhận được hồ sơ, nếu không đủ điều kiện, Sở Y tế trả lời bằng văn bản.",
            "Trong 10 ngày kể từ ngày nhận được hồ sơ",
        ),
        (
            "Trong 10 ngày kể từ ngày nhận hồ sơ, có trách nhiệm thẩm định và trình, Chủ tịch Ủy ban nhân dân tỉnh quyết định.",
            "Trong 10 ngày kể từ ngày nhận hồ sơ",
        ),
        (
            "Trong 05 ngày kể từ ngày có thông báo sửa đổi, bổ sung, hộ gia đình nộp đơn, Ủy ban nhân dân xã xác nhận.",
            "Trong 05 ngày kể từ ngày có thông báo sửa đổi, bổ sung",
        ),
        (
            "Trong 03 ngày kể từ ngày nhận hồ sơ của người lao động, người sử dụng lao động, Sở Nội vụ trả lời.",
            "Trong 03 ngày kể từ ngày nhận hồ sơ của người lao động, người sử dụng lao động",
        ),
        (
            "Trong thời hạn 02 ngày kể từ khi phát hiện thẻ bị mất thì doanh nhân gửi đơn báo mất.",
            "Trong thời hạn 02 ngày kể từ khi phát hiện thẻ bị mất",
        ),
    ],
)
def test_a_term_holds_the_whole_event_it_runs_from(sentence: str, when: str) -> None:
    facts, _ = facts_of(f"1. Trình tự\n{sentence}")
    assert [deadline.when for deadline in facts.deadlines] == [when]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Sở Y tế chi trợ cấp, phụ cấp đầy đủ hằng tháng", ["hằng tháng"]),
        ("Sở Tài chính cấp hỗ trợ kinh phí hoạt động hằng quý", ["hằng quý"]),
        ("Rà soát người được cấp hỗ trợ kinh phí nuôi dưỡng hằng tháng", []),
    ],
)
def test_who_pays_a_benefit_out_does_so_then(text: str, when: list[str]) -> None:
    assert [text[slice(*one)] for one in find_recurrences(text)] == when
