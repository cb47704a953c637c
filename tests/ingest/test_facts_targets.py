"""Targets: number, comparator, unit, subject, condition."""

from __future__ import annotations

import pytest

from ingest.facts.amounts.targets import read_targets
from ingest.pipeline import plan_from_text
from ingest.plan import RawText
from tests.ingest.facts_document import BASIS, HEAD, facts_of

CASES = [
    (
        "Tỷ lệ hài lòng ≥ 95%; thời gian chờ ≤ 90 phút.",
        [
            ("≥ 95%", ">=", 95, None, "%", "Tỷ lệ hài lòng", None),
            ("≤ 90", "<=", 90, None, "phút", "thời gian chờ", None),
        ],
    ),
    ("Tỷ suất tử vong dưới 2‰.", [("dưới 2‰", "<", 2, None, "‰", "Tỷ suất tử vong", None)]),
    ("100% cơ quan xây dựng kế hoạch.", [("100%", "=", 100, None, "%", "cơ quan xây dựng kế hoạch", None)]),
    ("Trên 85% cán bộ được tập huấn.", [("Trên 85%", ">", 85, None, "%", "cán bộ được tập huấn", None)]),
    (
        "95% trở lên các xã đăng ký mô hình.",
        [("95% trở lên", ">=", 95, None, "%", "các xã đăng ký mô hình", None)],
    ),
    (
        "Số ca mắc mới dưới 6 người/100.000 dân.",
        [("dưới 6", "<", 6, None, None, "Số ca mắc mới", None)],
    ),
    ("17/17 khoa thực hiện ký số.", [("17/17", "=", None, None, None, "khoa thực hiện ký số", None)]),
    ("Không để xảy ra vụ cháy lớn trên 30 người bị thương.", []),
    (
        "Mỗi đơn vị có từ 01 - 02 điển hình.",
        [("từ 01 - 02", "range", 1, 2, "điển hình", "điển hình", "Mỗi đơn vị")],
    ),
    (
        "Đăng ký tối thiểu 01 mô hình dân vận khéo.",
        [("tối thiểu 01", ">=", 1, None, "mô hình", "mô hình dân vận khéo", None)],
    ),
    (
        "Lớp có từ 5% đến dưới 10% học viên khuyết tật.",
        [("từ 5% đến dưới 10%", "range", 5, 10, "%", "học viên khuyết tật", None)],
    ),
    (
        "Tỷ lệ xã có chợ năm 2031 đạt 60%; đến năm 2035 đạt 75%.",
        [
            ("60%", "=", 60, None, "%", "Tỷ lệ xã có chợ năm 2031", None),
            ("75%", "=", 75, None, "%", "Tỷ lệ xã có chợ", "đến năm 2035"),
        ],
    ),
    # shares that describe whom or what
    ("Doanh nghiệp do Nhà nước nắm giữ từ 50% vốn điều lệ trở lên.", []),
    ("Người suy giảm khả năng lao động từ 51% trở lên.", []),
    ("Nghị quyết được thông qua khi có trên 50% tổng số thành viên.", []),
    ("Mức hưởng một tháng là 8.000.000 đồng x 75%.", []),
    ("Trường hợp giải ngân dưới 50% kế hoạch thì thu hồi vốn.", []),
    (
        "Tỷ lệ hồ sơ đúng hạn đạt trên 98%.",
        [("đạt trên 98%", ">", 98, None, "%", "Tỷ lệ hồ sơ đúng hạn", None)],
    ),
    (
        "Đến năm 2030, trên 70% hộ dùng nước sạch.",
        [("trên 70%", ">", 70, None, "%", "hộ dùng nước sạch", "Đến năm 2030")],
    ),
    (
        "Trên 60% xã đạt chuẩn; 100% thôn có nhà văn hóa.",
        [
            ("Trên 60%", ">", 60, None, "%", "xã đạt chuẩn", None),
            ("100%", "=", 100, None, "%", "thôn có nhà văn hóa", None),
        ],
    ),
    (
        "Tổng giá trị xuất khẩu đạt trên 48,3 triệu USD.",
        [("đạt trên 48,3 triệu", ">", 48.3, None, "triệu USD", "Tổng giá trị xuất khẩu", None)],
    ),
    # a list says its verb once
    (
        "Hình thành ít nhất 100 doanh nghiệp khởi nghiệp, 50 doanh nghiệp công nghệ.",
        [
            ("ít nhất 100", ">=", 100, None, "doanh nghiệp", "doanh nghiệp khởi nghiệp", None),
            ("50", "=", 50, None, "doanh nghiệp", "doanh nghiệp công nghệ", None),
        ],
    ),
    # under goals also what no list of units knows is counted
    (
        "Có tối thiểu 05 kịch bản ứng dụng dữ liệu.",
        [("tối thiểu 05", ">=", 5, None, None, "kịch bản ứng dụng dữ liệu", None)],
    ),
    (
        "Giảm tỷ lệ hộ nghèo không quá 3%.",
        [("không quá 3%", "<=", 3, None, "%", "Giảm tỷ lệ hộ nghèo", None)],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tối thiểu 80% trường học và 100% bệnh viện thu phí không dùng tiền mặt.",
            [
                ("Tối thiểu 80%", "trường học thu phí không dùng tiền mặt"),
                ("100%", "bệnh viện thu phí không dùng tiền mặt"),
            ],
        ),
        (
            "Đến năm 2030, 80% hộ gia đình, trên 90% trường học có nhà vệ sinh; 100% trạm y tế có bác sĩ.",
            [
                ("80%", "hộ gia đình có nhà vệ sinh"),
                ("trên 90%", "trường học có nhà vệ sinh"),
                ("100%", "trạm y tế có bác sĩ"),
            ],
        ),
        ("80% xã có điện và 90% thôn có đường.", [("80%", "xã có điện"), ("90%", "thôn có đường")]),
        ("Tập huấn cho 80% thôn và 90% xã có rừng.", [("80%", "Tập huấn cho"), ("90%", "xã có rừng")]),
    ],
)
def test_shares_side_by_side_have_one_predicate(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(t.value, t.subject) for t in read_targets(text, 0, True)] == expected


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_targets_of_a_goal(text: str, expected: list[tuple[object, ...]]) -> None:
    found = [
        (t.value, t.comparator, t.number, t.upper, t.unit, t.subject, t.condition)
        for t in read_targets(text, 0, True)
    ]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Kế hoạch số 235/KH-UBND ngày 15/01/2025.",
        "Kỷ niệm 20 năm chia tách, thành lập tỉnh.",
        "Thực hiện 3 Chương trình mục tiêu quốc gia giai đoạn 2021-2025.",
        "Theo khoản 2 Điều 15 của Luật.",
        "Trẻ em từ 06 tháng đến 36 tháng tuổi được chăm sóc.",
        "Đường dây nóng 0213.3876.543.",
        "Tổng kết 10 năm thực hiện Quyết định số 217-QĐ/TW.",
    ],
)
def test_what_is_no_target(text: str) -> None:
    assert read_targets(text, 0, True) == ()


TASKS = [
    ("Thành lập 05 tổ liên gia tại các thôn.", [("05", "tổ liên gia tại các thôn")]),
    ("Tổ chức tập huấn cho 120 cán bộ, 30 cộng tác viên.", [("120", "cán bộ"), ("30", "cộng tác viên")]),
    ("Duy trì 03 chốt trực và 12 camera.", [("03", "chốt trực"), ("12", "camera")]),
    ("6/6 thôn duy trì tổ tự quản.", [("6/6", "thôn duy trì tổ tự quản")]),
    ("Kiểm tra ít nhất 2/3 số hộ kinh doanh.", [("ít nhất 2/3", "số hộ kinh doanh")]),
    ("Bố trí 04 người trực, không quá 02 ca/ngày.", [("04", "người trực"), ("không quá 02", "ca/ngày")]),
    ("Dạy bơi cho ít nhất 200 em, trồng 1.500 cây.", [("ít nhất 200", "em"), ("1.500", "cây")]),
    ("Phấn đấu phục vụ 300 lượt/năm trở lên.", [("300 lượt/năm trở lên", "lượt/năm")]),
    ("Thay 120 bóng đèn tại 12 phòng.", [("120", "bóng đèn tại 12 phòng")]),
    ("Khám mắt cho 560 người cao tuổi.", [("560", "người cao tuổi")]),
    ("Vận động ít nhất 50 DN tham gia sàn.", [("ít nhất 50", "DN tham gia sàn")]),
    ("Mật độ lăng quăng phải dưới 15.", [("dưới 15", "Mật độ lăng quăng phải")]),
    ("Mỗi thôn dựng 1 bảng tin.", [("1", "bảng tin")]),
    (
        "Hội Nông dân trồng 40 cây, Đoàn Thanh niên 60 cây.",
        [("40", "cây"), ("60", "Đoàn Thanh niên")],
    ),
    ("Mở 10 lớp (may, mộc) cho 500 hội viên.", [("10", "lớp"), ("500", "hội viên")]),
    # a comrade is no sum
    ("Công an xã cử 01 đồng chí trực chốt.", [("01", "đồng chí trực chốt")]),
]


@pytest.mark.parametrize(("text", "expected"), TASKS)
def test_what_a_task_counts(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(t.value, t.subject) for t in read_targets(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2025 đã thành lập 05 tổ, tập huấn 120 cán bộ.",
        "Hiện có 03 chốt trực.",
        "Tuần rừng 04 lượt/tháng trong mùa khô.",
        "Nộp 01 bộ hồ sơ đề nghị cấp phép.",
        "Ưu tiên 40 xã đã công bố dịch.",
        "Trước ngày 02/9 hoàn thành việc rà soát; trực 24/24 giờ.",
        "Nếu thiếu thì bố trí 02 người trực thay.",
        "Hỗ trợ 500.000 đồng từ dự toán.",
        "Tổ chức 02 nhiệm vụ theo 5/12 xã.",
    ],
)
def test_what_a_task_does_not_count(text: str) -> None:
    assert read_targets(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trường hợp độc thân thì có thu nhập hằng tháng không quá 25 triệu đồng tính theo bảng lương.",
            [("không quá 25 triệu", "triệu đồng", "thu nhập hằng tháng", "Trường hợp độc thân")],
        ),
        (
            "Hỗ trợ tối đa 50% tổng mức đầu tư và không quá 05 tỷ đồng/dự án.",
            [
                ("tối đa 50%", "%", "tổng mức đầu tư", None),
                ("không quá 05 tỷ", "tỷ đồng/dự án", "tổng mức đầu tư", None),
            ],
        ),
        (
            "Thực hành có thời lượng tối thiểu chiếm 35% thời lượng khóa học.",
            [("tối thiểu chiếm 35%", "%", "Thực hành có thời lượng", "thời lượng khóa học")],
        ),
        (
            "“1. Diện tích sàn nhà ở không quá 70 m2.",
            [("không quá 70", "m2", "1. Diện tích sàn nhà ở", None)],
        ),
        (
            "Quỹ dự phòng không được vượt quá 17% quỹ lương; giá không cao hơn 50.000 đồng/suất.",
            [
                ("không được vượt quá 17%", "%", "Quỹ dự phòng", "quỹ lương"),
                ("không cao hơn 50.000", "đồng/suất", "giá", None),
            ],
        ),
        ("Nếu doanh thu vượt quá 200 tỷ đồng thì nộp báo cáo.", []),
        ("Đơn vị tự bảo đảm dưới 70% chi thường xuyên báo cáo cơ quan quản lý.", []),
        ("Hợp kim có chứa nhôm trên 97% tính theo khối lượng.", []),
        ("Ngày 05/02/2025: lãi suất phát hành 3,00%/năm.", []),
    ],
)
def test_limits_that_a_rule_sets(text: str, expected: list[tuple[object, ...]]) -> None:
    targets = read_targets(text, 0, False)
    assert [(t.value, t.unit, t.subject, t.condition) for t in targets] == expected
    assert all(t.comparator == "<=" for t in targets if "không" in t.value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Lớp có từ 70% học viên trở lên là người khuyết tật được hưởng mức 40%.", ["40%"]),
        ("Doanh nghiệp có vốn từ 10 tỷ đồng trở lên nộp hồ sơ tại Sở Tài chính.", []),
        ("Dự án có diện tích dưới 50 m2 được miễn thẩm định.", []),
        ("Số học viên mỗi lớp phải đạt từ 25 người trở lên.", ["đạt từ 25 người trở lên"]),
        ("Hội đồng có từ 05 đến 11 thành viên.", ["từ 05 đến 11"]),
        ("Lý thuyết chiếm từ 25% - 45% thời lượng.", ["từ 25% - 45%"]),
        ("Mức vốn góp không quá 10% vốn đầu tư.", ["không quá 10%"]),
        ("Lãi suất vay bằng 50% lãi suất theo quy định.", ["50%"]),
        ("Khi doanh thu tăng trên 3% so với năm trước thì phải loại trừ phần doanh thu tăng.", []),
        ("Ngày 15/01/2025: lãi suất phát hành 2,1%/năm.", []),
        ("Nộp số tiền bằng 0,03%/ngày tính trên số tiền chậm đóng.", ["0,03%/ngày"]),
    ],
)
def test_a_bound_of_an_article_says_which_cases_are_meant(text: str, values: list[str]) -> None:
    assert [target.value for target in read_targets(text, norm=True)] == values


@pytest.mark.parametrize("doc_type", ["NGHỊ QUYẾT", "QUYẾT ĐỊNH"])
@pytest.mark.parametrize(
    "heading",
    [
        "Thông qua Kế hoạch phát triển kinh tế - xã hội năm 2026 với các mục tiêu, chỉ tiêu chủ yếu như sau:",
        "Ban hành các chỉ tiêu của năm 2026 sau đây:",
        "Phê duyệt Chương trình giảm nghèo",
    ],
)
def test_an_article_that_passes_a_plan_tells_its_targets(doc_type: str, heading: str) -> None:
    goals = "- Tỷ lệ hộ nghèo đa chiều dưới 3%\n- Trên 95% dân số tham gia BHYT\n- Tỷ lệ che phủ rừng từ 42% trở lên"
    text = HEAD.replace("KẾ HOẠCH", doc_type).replace("I. MỤC TIÊU", f"Điều 1. {heading}")
    plan = plan_from_text(RawText("mau.txt", text.format(basis=BASIS, goals=goals, tasks="1. Chung")))
    assert [target.value for target in plan.facts.targets] == ["dưới 3%", "Trên 95%", "từ 42% trở lên"]


@pytest.mark.parametrize(
    ("heading", "count"),
    [
        ("Một số chỉ tiêu chủ yếu", 1),
        ("Nội dung chỉ tiêu thống kê ngành", 0),
        ("Phương pháp tính các chỉ tiêu thống kê như sau:", 0),
        ("Giải thích từ ngữ", 0),
    ],
)
def test_an_indicator_of_statistics_is_no_aim(heading: str, count: int) -> None:
    facts, _ = facts_of(f"1. {heading}\n- Sản lượng lương thực 320.000 tấn.")
    assert len(facts.targets) == count


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Tổ chức do Nhà nước nắm giữ 100% vốn.", []),
        ("Máy bơm nước công suất ≥ 0,75 kW, bình dung tích 5 lít.", []),
        ("Hỗ trợ mua thẻ từ nguồn kết dư 20% được sử dụng tại địa phương.", []),
        ("Thời lượng thực hành tối thiểu 30% tổng thời lượng.", ["tối thiểu 30%"]),
        ("Mỗi lớp không quá 35 học viên.", ["không quá 35"]),
    ],
)
def test_an_annex_of_a_normative_text_sets_limits_only(text: str, values: list[str]) -> None:
    assert [target.value for target in read_targets(text, sheet=True)] == values


def test_a_photo_has_a_size_and_no_target() -> None:
    assert read_targets("Nộp 02 ảnh khổ 4 cm x 6 cm.", goals=True)[1:] == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mức chi tối đa là 6.000.000 đồng/mộ.", [("tối đa là 6.000.000", "đồng/mộ", "Mức chi")]),
        (
            "Mức hỗ trợ: 1.000.000 đồng/người/tháng.",
            [("1.000.000", "đồng/người/tháng", "Mức hỗ trợ")],
        ),
        (
            "Mức hỗ trợ tối đa 500.000 đồng/ 01 người/01 lượt điều dưỡng.",
            [("tối đa 500.000", "đồng/ 01 người/01 lượt", "Mức hỗ trợ")],
        ),
        ("Mức giảm trừ là 15,5 triệu đồng/tháng.", [("15,5 triệu", "triệu đồng/tháng", "Mức giảm trừ")]),
        ("Hỗ trợ tiền ăn mức 72.000 đồng/người/ngày.", [("72.000", "đồng/người/ngày", "Hỗ trợ tiền ăn mức")]),
        ("Mức trợ cấp hằng tháng bằng 360.000 đồng.", [("360.000", "đồng", "Mức trợ cấp hằng tháng")]),
        (
            "Tiền bồi dưỡng bằng 0,2 lần mức lương cơ sở/người/ngày.",
            [("0,2", "lần", "Tiền bồi dưỡng")],
        ),
        (
            "Mức chi tối đa cho mẫu thứ nhất là 14.102.000 đồng/đối tượng, cho mẫu thứ hai là 3.480.000 đồng/mẫu.",
            [
                ("14.102.000", "đồng/đối tượng", "Mức chi tối đa cho mẫu thứ nhất"),
                ("3.480.000", "đồng/mẫu", "cho mẫu thứ hai"),
            ],
        ),
        (
            "Trường được cấp kinh phí để vận hành máy móc với mức 100.000 đồng/1 học sinh/tháng.",
            [
                (
                    "100.000",
                    "đồng/1 học sinh/tháng",
                    "Trường được cấp kinh phí để vận hành máy móc với mức",
                )
            ],
        ),
        ("Mức chi lấy mẫu 50.000 đồng/01 mẫu thử.", [("50.000", "đồng/01 mẫu thử", "Mức chi lấy mẫu")]),
        (
            "Xã hỗ trợ tối đa 15 tỷ đồng đối với chợ xã; 10 tỷ đồng đối với chợ thôn.",
            [
                ("tối đa 15 tỷ", "tỷ đồng", "Xã hỗ trợ"),
                ("10 tỷ", "tỷ đồng", "đối với chợ thôn"),
            ],
        ),
        (
            "Phạt tiền từ 5.000.000 đồng đến 10.000.000 đồng đối với hành vi xả rác xuống suối.",
            [("từ 5.000.000 đồng đến 10.000.000", "đồng", "Phạt tiền")],
        ),
        ("Phạt tiền từ 500 nghìn đồng đến 1 triệu đồng.", []),
        # an example, a formula, a sum that nobody sets
        ("Mức hưởng là 2.500.000 đồng + 3 x 800.000 đồng/năm.", []),
        ("Tiền lương của bà N là 8.000.000 đồng.", []),
        ("Ngân sách đã cấp 360.000 đồng.", []),
        ("Kinh phí năm 2026 của các đoàn là 1.120 triệu đồng.", []),
    ],
)
def test_the_rate_of_an_article(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(target.value, target.unit, target.subject) for target in read_targets(text, rates=True)]
    assert found == expected


def test_a_heading_on_its_line_names_what_is_paid() -> None:
    lines = "1. Mức hỗ trợ: 500.000 đồng/người/tháng.\n2. Thời gian hỗ trợ: 9 tháng/năm học.\n3. Mức vay: Tối đa 20 triệu đồng/hộ."
    text = HEAD.replace("KẾ HOẠCH", "QUYẾT ĐỊNH").replace("I. MỤC TIÊU", "Điều 1. Hỗ trợ tiền ăn")
    plan = plan_from_text(RawText("mau.txt", text.format(basis=BASIS, goals=lines, tasks="1. Chung")))
    found = [(target.path, target.value, target.subject) for target in plan.facts.targets]
    assert found == [("Điều 1.1", "500.000", "Mức hỗ trợ"), ("Điều 1.3", "Tối đa 20 triệu", "Mức vay")]


def test_a_plan_that_spends_money_sets_no_rate() -> None:
    assert read_targets("Kinh phí hỗ trợ: 1.000.000 đồng/người.") == ()


def test_each_sum_of_a_list_has_its_own_matter() -> None:
    text = "Mức hỗ trợ tối thiểu 30 triệu đồng/nhà xây mới, 15 triệu đồng/nhà sửa chữa."
    found = [(target.value, target.subject) for target in read_targets(text, goals=True)]
    assert found == [("tối thiểu 30 triệu", "Mức hỗ trợ"), ("15 triệu", "sửa chữa")]


def test_foreign_money_is_a_unit_with_what_it_is_paid_for() -> None:
    text = "Doanh thu xuất khẩu đạt tối thiểu 55 tỷ USD/năm, tốc độ tăng trưởng bình quân đạt 30%/năm."
    found = [(target.value, target.unit, target.subject) for target in read_targets(text, goals=True)]
    assert found == [
        ("đạt tối thiểu 55 tỷ", "tỷ USD/năm", "Doanh thu xuất khẩu"),
        ("30%/năm", "%/năm", "tốc độ tăng trưởng bình quân"),
    ]


def test_a_norm_counts_no_things() -> None:
    text = (
        "Cấp hiệu có ngôi sao 5 cánh; bố trí ít nhất 02 người, trong đó có ít nhất 30% số thành viên là nữ."
    )
    assert [target.value for target in read_targets(text, norm=True)] == ["ít nhất 02", "ít nhất 30%"]
    text = "Mỗi học sinh được hỗ trợ mỗi tháng 8 kg gạo; bố trí 03 người/phiên trực."
    assert [target.value for target in read_targets(text, norm=True)] == ["8", "03"]
