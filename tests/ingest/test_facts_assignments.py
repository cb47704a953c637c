"""Assignments: who takes which role in which task."""

from __future__ import annotations

import pytest

from ingest.pipeline import plan_from_text
from ingest.plan import RawText
from tests.ingest.facts_document import facts_of

LEAD, COORDINATE, ADVISE, SUPPORT, RESPONSIBLE = "lead", "coordinate", "advise", "support", "responsible"
UNITS = "các cơ quan, đơn vị, địa phương"

CASES = [
    # "là" behind the verb tells of its object
    (
        "1. Công an xã lập danh sách các hộ là đối tượng bảo trợ xã hội.",
        [("Công an xã", RESPONSIBLE, "lập danh sách các hộ là đối tượng bảo trợ xã hội")],
    ),
    (
        "1. Thanh tra tỉnh kiểm tra các chủ đầu tư là doanh nghiệp nhà nước.",
        [("Thanh tra tỉnh", RESPONSIBLE, "kiểm tra các chủ đầu tư là doanh nghiệp nhà nước")],
    ),
    (
        "1. Trạm y tế xã quản lý bệnh nhân là người cao tuổi.",
        [("Trạm y tế xã", RESPONSIBLE, "quản lý bệnh nhân là người cao tuổi")],
    ),
    (
        "1. Sở Nội vụ chủ trì, phối hợp với các cơ quan, đơn vị, địa phương theo dõi việc thực hiện.",
        [("Sở Nội vụ", LEAD, "theo dõi việc thực hiện"), (UNITS, COORDINATE, "theo dõi việc thực hiện")],
    ),
    # the item's actor is kept by its next sentences; "qua Sở Nội vụ" is no actor
    (
        "1. Thanh tra tỉnh chủ trì tổng hợp kết quả tiếp công dân. Định kỳ báo cáo UBND tỉnh (qua Sở Nội vụ).",
        [
            ("Thanh tra tỉnh", LEAD, "tổng hợp kết quả tiếp công dân"),
            ("Thanh tra tỉnh", RESPONSIBLE, "Định kỳ báo cáo UBND tỉnh (qua Sở Nội vụ)"),
        ],
    ),
    # the heading's actor is carried to its bullets
    (
        "1. Sở Y tế\n- Chủ trì kiểm tra vệ sinh.\n- Làm đầu mối giúp UBND tỉnh theo dõi Kế hoạch.",
        [
            ("Sở Y tế", LEAD, "kiểm tra vệ sinh"),
            ("Sở Y tế", SUPPORT, "Làm đầu mối giúp UBND tỉnh theo dõi Kế hoạch"),
        ],
    ),
    ("1. Giao Thanh tra Sở chủ trì theo dõi.", [("Thanh tra Sở", LEAD, "theo dõi")]),
    (
        "1. Đề nghị Ban Dân vận Tỉnh ủy phối hợp với Sở Nội vụ kiểm tra cơ sở.",
        [("Ban Dân vận Tỉnh ủy", COORDINATE, "kiểm tra cơ sở"), ("Sở Nội vụ", COORDINATE, "kiểm tra cơ sở")],
    ),
    # several bodies before one verb, parted by commas and a semicolon
    (
        "1. Cổng Thông tin điện tử tỉnh; Báo Sơn Hà, Đài Phát thanh - Truyền hình tỉnh đăng tin về dân vận.",
        [
            ("Cổng Thông tin điện tử tỉnh", RESPONSIBLE, "đăng tin về dân vận"),
            ("Báo Sơn Hà", RESPONSIBLE, "đăng tin về dân vận"),
            ("Đài Phát thanh - Truyền hình tỉnh", RESPONSIBLE, "đăng tin về dân vận"),
        ],
    ),
    # tasks parted by semicolons, the second role explicit
    (
        "1. Văn phòng Sở chủ trì đôn đốc các phòng; tham mưu lãnh đạo Sở khen thưởng.",
        [
            ("Văn phòng Sở", LEAD, "đôn đốc các phòng"),
            ("Văn phòng Sở", ADVISE, "tham mưu lãnh đạo Sở khen thưởng"),
        ],
    ),
    # cited documents after a semicolon are no tasks of their own
    (
        "1. Sở Tư pháp tuyên truyền Chỉ thị số 33/CT-TTg; Quyết định số 310-QĐ/TU của Ban Thường vụ Tỉnh ủy.",
        [
            (
                "Sở Tư pháp",
                RESPONSIBLE,
                "tuyên truyền Chỉ thị số 33/CT-TTg; Quyết định số 310-QĐ/TU của Ban Thường vụ Tỉnh ủy",
            )
        ],
    ),
    # no actor: none, never the one of the paragraph before
    (
        "1. Sở Nội vụ chủ trì theo dõi.\n2. Tiếp nhận, xử lý đơn thư kịp thời.",
        [("Sở Nội vụ", LEAD, "theo dõi"), (None, RESPONSIBLE, "Tiếp nhận, xử lý đơn thư kịp thời")],
    ),
    (
        "1. Trên cơ sở đề xuất của các sở, ngành, Sở Tài chính chủ trì tổng hợp kinh phí.",
        [("Sở Tài chính", LEAD, "tổng hợp kinh phí")],
    ),
    (
        "1. Tổ chức hội thi tuyên truyền, do Sở Tư pháp chủ trì.",
        [("Sở Tư pháp", LEAD, "Tổ chức hội thi tuyên truyền")],
    ),
    (
        "1. Sở Y tế chủ trì, phối hợp Sở Tài chính rà soát định mức.",
        [("Sở Y tế", LEAD, "rà soát định mức"), ("Sở Tài chính", COORDINATE, "rà soát định mức")],
    ),
    # a sentence without a task of its own tells of the task before it
    (
        "1. Tổ chức họp thôn. Phòng Kinh tế chủ trì; Ủy ban MTTQ Việt Nam xã phối hợp vận động.",
        [
            ("Phòng Kinh tế", LEAD, "Tổ chức họp thôn"),
            ("Ủy ban MTTQ Việt Nam xã", COORDINATE, "Tổ chức họp thôn"),
        ],
    ),
    (
        "1. Gửi thư xin lỗi người dân; Văn phòng UBND tỉnh chủ trì, các phòng chuyên môn phối hợp.",
        [
            ("Văn phòng UBND tỉnh", LEAD, "Gửi thư xin lỗi người dân"),
            ("các phòng chuyên môn", COORDINATE, "Gửi thư xin lỗi người dân"),
        ],
    ),
    (
        "1. Kiện toàn Ban Thanh tra nhân dân. Ủy ban MTTQ Việt Nam xã chủ trì theo thẩm quyền, Phòng Kinh tế phối hợp.",
        [
            ("Ủy ban MTTQ Việt Nam xã", LEAD, "Kiện toàn Ban Thanh tra nhân dân"),
            ("Phòng Kinh tế", COORDINATE, "Kiện toàn Ban Thanh tra nhân dân"),
        ],
    ),
    (
        "1. Tuyên truyền pháp luật tại thôn. Phòng Văn hóa - Xã hội chủ trì, phối hợp với các trưởng thôn; hoàn thành trước ngày 30/6/2024.",
        [
            ("Phòng Văn hóa - Xã hội", LEAD, "Tuyên truyền pháp luật tại thôn"),
            ("các trưởng thôn", COORDINATE, "Tuyên truyền pháp luật tại thôn"),
        ],
    ),
    # a bullet that only names the actors tells of the item above
    (
        "1. Tập huấn nghiệp vụ\n- Sở Nội vụ chủ trì, Sở Tài chính phối hợp.",
        [
            ("Sở Nội vụ", LEAD, "Tập huấn nghiệp vụ"),
            ("Sở Tài chính", COORDINATE, "Tập huấn nghiệp vụ"),
        ],
    ),
    (
        "1. Sửa nhà văn hóa thôn, giao Phòng Kinh tế chủ trì thực hiện.",
        [("Phòng Kinh tế", LEAD, "Sửa nhà văn hóa thôn")],
    ),
    # agencies named after "do" hold no task
    (
        "1. Sở Y tế\n- Thực hiện niêm yết đối với hồ sơ do Sở Nội vụ, Công an tỉnh chuyển đến; lập biên bản.",
        [
            (
                "Sở Y tế",
                RESPONSIBLE,
                "Thực hiện niêm yết đối với hồ sơ do Sở Nội vụ, Công an tỉnh chuyển đến",
            ),
            ("Sở Y tế", RESPONSIBLE, "lập biên bản"),
        ],
    ),
    (
        "1. Sở Y tế\n- Phối hợp với cơ quan chủ trì giải quyết khó khăn.",
        [
            ("Sở Y tế", COORDINATE, "giải quyết khó khăn"),
            ("cơ quan chủ trì", COORDINATE, "giải quyết khó khăn"),
        ],
    ),
    (
        "1. Sở Y tế\n- Đồng thời, tổng hợp đề nghị của các xã, tham mưu khen thưởng.",
        [("Sở Y tế", RESPONSIBLE, "Đồng thời, tổng hợp đề nghị của các xã, tham mưu khen thưởng")],
    ),
    (
        "1. Sở Y tế\n- Theo chức năng, nhiệm vụ của đơn vị phối hợp chia sẻ kinh nghiệm.",
        [("Sở Y tế", COORDINATE, "Theo chức năng, nhiệm vụ của đơn vị phối hợp chia sẻ kinh nghiệm")],
    ),
    # what a verb of the list does not open is still a task under the actor's own heading
    (
        "1. Sở Y tế\n- Có các giải pháp hỗ trợ người dân.\n- Ký kết quy chế với các bệnh viện.\n- Đo lường mức độ hài lòng.",
        [
            ("Sở Y tế", RESPONSIBLE, "Có các giải pháp hỗ trợ người dân"),
            ("Sở Y tế", RESPONSIBLE, "Ký kết quy chế với các bệnh viện"),
            ("Sở Y tế", RESPONSIBLE, "Đo lường mức độ hài lòng"),
        ],
    ),
    # actors outside the grammar before a colon
    (
        "1. Doanh nghiệp, cộng đồng, tổ chức, cá nhân: Quan tâm, hỗ trợ người dân.",
        [("Doanh nghiệp, cộng đồng, tổ chức, cá nhân", RESPONSIBLE, "Quan tâm, hỗ trợ người dân")],
    ),
    (
        "1. Báo Sơn Hà, Cổng Thông tin điện tử tỉnh và hệ thống truyền thanh cơ sở\nTăng cường tuyên truyền.",
        [
            ("Báo Sơn Hà", RESPONSIBLE, "Tăng cường tuyên truyền"),
            ("Cổng Thông tin điện tử tỉnh", RESPONSIBLE, "Tăng cường tuyên truyền"),
            ("hệ thống truyền thanh cơ sở", RESPONSIBLE, "Tăng cường tuyên truyền"),
        ],
    ),
    (
        "1. Đề nghị Ủy ban MTTQ tỉnh và các tổ chức chính trị - xã hội tỉnh\n"
        "Chủ động phối hợp với các sở, ngành, địa phương thực hiện các nội dung tại mục 8.",
        [
            ("Ủy ban MTTQ tỉnh", COORDINATE, "thực hiện các nội dung tại mục 8"),
            ("các tổ chức chính trị - xã hội tỉnh", COORDINATE, "thực hiện các nội dung tại mục 8"),
            ("các sở, ngành, địa phương", COORDINATE, "thực hiện các nội dung tại mục 8"),
        ],
    ),
    # the head of an article lends the actor, also without a space; a body named by what it manages
    (
        "1. Trách nhiệm của cơ quan có chức năng quản lý đất đai cấp xã\n- Chuyển hồ sơ đã giải quyết.",
        [("cơ quan có chức năng quản lý đất đai cấp xã", RESPONSIBLE, "Chuyển hồ sơ đã giải quyết")],
    ),
    ("1. Trách nhiệm củaSở Y tế\na) Tiếp nhận hồ sơ.", [("Sở Y tế", RESPONSIBLE, "Tiếp nhận hồ sơ")]),
    (
        "1. Trách nhiệm của Sở Tư pháp hướng dẫn đăng ký giao dịch.",
        [("Sở Tư pháp", RESPONSIBLE, "hướng dẫn đăng ký giao dịch")],
    ),
    (
        "1. Yêu cầu 100% các cơ quan, đơn vị đăng ký xây dựng mô hình.",
        [("các cơ quan, đơn vị", RESPONSIBLE, "đăng ký xây dựng mô hình")],
    ),
    # a line that only says a role: the tasks below it are led by the heading's actor, with those partners
    (
        "1. Sở Công Thương\na) Chủ trì, phối hợp với các sở, ngành và cơ quan có liên quan\n- Tham mưu ban hành chính sách.\nb) Phối hợp với UBND xã, phường\n- Tuyên truyền.",
        [
            ("Sở Công Thương", LEAD, "Tham mưu ban hành chính sách"),
            ("các sở, ngành và cơ quan có liên quan", COORDINATE, "Tham mưu ban hành chính sách"),
            ("Sở Công Thương", COORDINATE, "Tuyên truyền"),
            ("UBND xã, phường", COORDINATE, "Tuyên truyền"),
        ],
    ),
    (
        "1. Công an tỉnh\na) Chủ trì, phối hợp\n- Sở Tài chính tham mưu UBND tỉnh cân đối ngân sách.\n- Sở Xây dựng, Sở Nội vụ tổ chức rà soát cơ sở vật chất.",
        [
            ("Công an tỉnh", LEAD, "tham mưu UBND tỉnh cân đối ngân sách"),
            ("Sở Tài chính", COORDINATE, "tham mưu UBND tỉnh cân đối ngân sách"),
            ("Công an tỉnh", LEAD, "tổ chức rà soát cơ sở vật chất"),
            ("Sở Xây dựng", COORDINATE, "tổ chức rà soát cơ sở vật chất"),
            ("Sở Nội vụ", COORDINATE, "tổ chức rà soát cơ sở vật chất"),
        ],
    ),
    ("1. Sở Tài chính (cơ quan chủ trì)\n- Lập kế hoạch.", [("Sở Tài chính", LEAD, "Lập kế hoạch")]),
    # partners parted by semicolons
    (
        "1. Giao Sở Y tế chủ trì, phối hợp với các sở, ngành của tỉnh; UBND các xã, phường; các cơ quan có liên quan triển khai Kế hoạch này.",
        [
            ("Sở Y tế", LEAD, "triển khai Kế hoạch này"),
            ("các sở, ngành của tỉnh", COORDINATE, "triển khai Kế hoạch này"),
            ("UBND các xã, phường", COORDINATE, "triển khai Kế hoạch này"),
            ("các cơ quan có liên quan", COORDINATE, "triển khai Kế hoạch này"),
        ],
    ),
    # a collective keeps the words that describe it, up to its verb
    (
        "1. Cơ quan, tổ chức khai thác nước trên địa bàn tỉnh có trách nhiệm báo cáo kết quả.",
        [
            (
                "Cơ quan, tổ chức khai thác nước trên địa bàn tỉnh",
                RESPONSIBLE,
                "có trách nhiệm báo cáo kết quả",
            )
        ],
    ),
    (
        "1. Các địa phương có tuyến đường đi qua phối hợp với chủ đầu tư giải phóng mặt bằng.",
        [
            ("Các địa phương có tuyến đường đi qua", COORDINATE, "giải phóng mặt bằng"),
            ("chủ đầu tư", COORDINATE, "giải phóng mặt bằng"),
        ],
    ),
    (
        "1. Các đơn vị sự nghiệp công lập trực thuộc Sở Y tế xây dựng kế hoạch.",
        [("Các đơn vị sự nghiệp công lập trực thuộc Sở Y tế", RESPONSIBLE, "xây dựng kế hoạch")],
    ),
    # two things done are no description
    (
        "1. Thủ trưởng các cơ quan, đơn vị trực tiếp chỉ đạo và chịu trách nhiệm về kết quả.",
        [
            (
                "Thủ trưởng các cơ quan, đơn vị",
                RESPONSIBLE,
                "trực tiếp chỉ đạo và chịu trách nhiệm về kết quả",
            )
        ],
    ),
]


@pytest.mark.parametrize(("tasks", "expected"), CASES)
def test_assignments_of_a_paragraph(tasks: str, expected: list[tuple[str | None, str, str]]) -> None:
    facts, _ = facts_of(tasks)
    assert [(a.actor, a.role, a.task) for a in facts.assignments] == expected


def test_the_path_is_that_of_the_numbered_section() -> None:
    facts, _ = facts_of("1. Sở Y tế\n- Chủ trì kiểm tra vệ sinh.")
    assert [a.path for a in facts.assignments] == ["II.1"]


def test_purposes_and_goals_are_no_assignments() -> None:
    facts, _ = facts_of(goals="- Các cơ quan, đơn vị nâng cao nhận thức về công tác dân vận.")
    assert facts.assignments == ()


PLAN = "KẾ HOẠCH\nCải cách năm 2026\nI. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ chủ trì tổng hợp.\nNơi nhận:\n- Lưu: VT.\n"
ISSUED = "(Kèm theo Kế hoạch số ..../KH-UBND ngày .... tháng .... năm 2026 của UBND tỉnh)"


@pytest.mark.parametrize(
    "form",
    [
        "PHỤ LỤC\nMẪU ĐƠN ĐỀ NGHỊ\nTên đơn vị: ..........\nSố: ........\n1. Nhà đầu tư chịu trách nhiệm về hồ sơ.\n2. Hạn trả lời: ............",
        f"PHỤ LỤC II\nĐƠN ĐĂNG KÝ\n{ISSUED}\nHọ và tên: .......\nĐịa chỉ: .......\nNgày sinh: ..../..../....\nHộ kinh doanh chịu trách nhiệm về nội dung đăng ký.",
    ],
)
def test_forms_of_an_annex_charge_nobody(form: str) -> None:
    told = plan_from_text(RawText("kh.txt", PLAN + form)).facts.assignments
    assert [one.actor for one in told] == ["Sở Nội vụ"]


@pytest.mark.parametrize(
    "annex",
    [
        f"PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n{ISSUED}\n1. Sở Xây dựng tổng hợp quy hoạch.\n2. Sở Y tế lập phương án phun thuốc, phấn đấu 80% bến xe có phương án.",
        "PHỤ LỤC I\nDANH MỤC NHIỆM VỤ\n(Kèm theo Quyết định số……./QĐ-UBND ngày……/……/2026 của UBND tỉnh)\n1. Sở Xây dựng tổng hợp quy hoạch.\n2. Sở Y tế kiểm tra 80% bếp ăn.",
        "PHỤ LỤC\nPHÂN CÔNG\n1. Sở Xây dựng kiểm tra 15 bến xe (nêu rõ từng bến).\n2. Sở Y tế kiểm tra (ghi biên bản) 80% bếp ăn (điền tên bếp).",
        "PHỤ LỤC I\nMẪU BIỂU VÀ PHÂN CÔNG NHIỆM VỤ\n1. Sở Xây dựng tổng hợp báo cáo.\n2. Sở Y tế kiểm tra 80% bếp ăn, ngày … tháng … năm 2026 báo cáo.",
        "PHỤ LỤC\nPHÂN CÔNG\n1. Sở Xây dựng thẩm định bến xe trước ngày 30/6/2026.\n2. Sở Y tế kiểm tra 80% bếp ăn.\n3. Bến xe: ……\n4. Bếp ăn: ……\n5. Chợ: ……",
    ],
)
def test_an_annex_of_duties_is_no_form_whatever_is_left_open_in_it(annex: str) -> None:
    facts = plan_from_text(RawText("kh.txt", PLAN + annex)).facts
    assert [one.actor for one in facts.assignments][:3] == ["Sở Nội vụ", "Sở Xây dựng", "Sở Y tế"]
    assert "80%" in [one.value for one in facts.targets]


UNUSUAL = (
    "I. NHIỆM VỤ\n1. Sở Y tế chủ trì, Sở Nội vụ và Sở Tài chính phối hợp tổ chức tập huấn cho cán bộ.\n"
    "2. Đảng ủy xã bố trí 01 phòng máy, 01 phòng họp trực tuyến; báo cáo hiện trạng.\n"
    "3. Giao Bệnh viện Sản\n- Nhi tỉnh khám sàng lọc cho phụ nữ.\n"
    "II. TỔ CHỨC THỰC HIỆN\n1. UBND các xã\n- Căn cứ đề nghị của Công an, các đơn vị liên quan, chủ trì cân đối kinh phí.\n- Quản lý đường xã. Đối với xã vùng cao: vận động chủ xe cam kết.\n- Trả kết quả xét nghiệm cho Công an."
)


def test_tasks_told_in_less_usual_forms() -> None:
    facts, _ = facts_of(UNUSUAL)
    assert [(one.actor, one.role, one.task) for one in facts.assignments] == [
        ("Sở Y tế", "lead", "tổ chức tập huấn cho cán bộ"),
        ("Sở Nội vụ", "coordinate", "phối hợp tổ chức tập huấn cho cán bộ"),
        ("Sở Tài chính", "coordinate", "phối hợp tổ chức tập huấn cho cán bộ"),
        ("Đảng ủy xã", "responsible", "bố trí 01 phòng máy, 01 phòng họp trực tuyến"),
        ("Đảng ủy xã", "responsible", "báo cáo hiện trạng"),
        ("Bệnh viện Sản - Nhi tỉnh", "responsible", "khám sàng lọc cho phụ nữ"),
        ("UBND các xã", "lead", "cân đối kinh phí"),
        ("UBND các xã", "responsible", "Quản lý đường xã"),
        ("UBND các xã", "responsible", "Đối với xã vùng cao: vận động chủ xe cam kết"),
        ("UBND các xã", "responsible", "Trả kết quả xét nghiệm cho Công an"),
    ]


@pytest.mark.parametrize(
    ("task", "actor"),
    [
        (
            "Căn cứ ý kiến của UBND tỉnh, Sở Xây dựng, trước ngày 15/6/2026, tổng hợp danh mục chợ.",
            "Sở Xây dựng",
        ),
        ("Theo yêu cầu của UBND tỉnh, UBND các xã, hằng quý, báo cáo tình hình dịch.", "UBND các xã"),
        ("Căn cứ đề nghị của các xã, Sở Tài chính, chủ trì cân đối nguồn vốn.", "Sở Tài chính"),
        ("Trên cơ sở báo cáo của UBND các xã, Sở Y tế, theo chức năng, tham mưu phương án.", "Sở Y tế"),
    ],
)
def test_who_acts_behind_a_basis(task: str, actor: str) -> None:
    facts, _ = facts_of(f"1. {task}")
    assert [one.actor for one in facts.assignments] == [actor]
