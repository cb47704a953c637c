"""Who is charged: however the text describes them, by a title, in a list of persons and posts."""

from __future__ import annotations

import pytest

from tests.ingest.facts_document import facts_of

CHARGED = [
    ("1. Đơn vị được giao nhiệm vụ thanh toán, quyết toán kinh phí có trách nhiệm kiểm tra chứng từ.",
     ["Đơn vị được giao nhiệm vụ thanh toán, quyết toán kinh phí"]),
    ("1. Trường hợp chủ đầu tư sửa đổi hồ sơ, bên mời thầu có trách nhiệm gửi quyết định cho nhà thầu.", ["bên mời thầu"]),
    ("1. Trường hợp không ký hợp đồng thì nhà thầu có trách nhiệm thông báo cho Trung tâm.", ["nhà thầu"]),
    ("1. Người sử dụng lao động và các cơ quan, tổ chức liên quan có trách nhiệm báo cáo Bộ Nội vụ.",
     ["Người sử dụng lao động", "các cơ quan, tổ chức liên quan"]),
    ("1. Bộ quản lý ngành, lĩnh vực rà soát nghề thuộc phạm vi quản lý.", ["Bộ quản lý ngành, lĩnh vực"]),
    ("1. Tổ chức, cá nhân có hành vi vi phạm nộp lại số lợi bất hợp pháp.", []),
    ("1. Phòng Quản lý vi phạm hành chính chủ trì tổng hợp số liệu.", ["Phòng Quản lý vi phạm hành chính"]),
    ("1. Hộ kinh doanh vi phạm nộp phạt theo quy định.", []),
    ("1. Trường trung học cơ sở thực hiện rà soát học sinh nghèo được hỗ trợ gạo.", ["Trường trung học cơ sở"]),
    ("1. Cục Trồng trọt và Tổ công tác kiểm tra giống lúa.", ["Cục Trồng trọt", "Tổ công tác"]),
    ("1. Cơ quan Lao động - Thương binh và Xã hội chủ trì, phối hợp với UBND xã theo dõi việc chi.",
     ["Cơ quan Lao động - Thương binh và Xã hội", "UBND xã"]),
    ("1. Cấp phó được ủy quyền phải chịu trách nhiệm trước cấp trưởng.", ["Cấp phó được ủy quyền"]),
    ("1. Căn cứ kế hoạch, Tổng giám đốc, Giám đốc tổ chức tuyển dụng lao động.", ["Tổng giám đốc", "Giám đốc"]),
    ("1. Người đứng đầu cơ quan, tổ chức ra quyết định bổ nhiệm.", ["Người đứng đầu cơ quan, tổ chức"]),
    ("1. Cơ quan đại diện chủ sở hữu trực tiếp chủ trì thực hiện quy trình.", ["Cơ quan đại diện chủ sở hữu"]),
    ("1. Tổ chức, cá nhân có nhu cầu xin cấp phép nộp hồ sơ tại Sở Y tế.", ["Tổ chức, cá nhân có nhu cầu xin cấp phép"]),
    ("1. Đề cao tinh thần tự chịu trách nhiệm của cán bộ.", [None]),
    ("1. Đề nghị UBND xã cắm biển cảnh báo tại 05 điểm và bố trí người trực.", ["UBND xã"]),
    ("1. Thanh tra Bộ Tài chính chủ trì kiểm tra việc thực hiện.", ["Thanh tra Bộ Tài chính"]),
]  # fmt: skip


@pytest.mark.parametrize(("item", "actors"), CHARGED)
def test_whom_a_sentence_charges(item: str, actors: list[str | None]) -> None:
    facts, _ = facts_of(f"III. TỔ CHỨC THỰC HIỆN\n{item}")
    assert [one.actor for one in facts.assignments] == actors


ARTICLE = [
    # what stands between the name and its charge says when, whatever the marks
    ("Sở Y tế trong thời gian 12 ngày kể từ ngày nhận đủ giấy tờ, có trách nhiệm thẩm định hồ sơ.", ["Sở Y tế"]),
    ("Ủy ban nhân dân cấp xã nơi chủ rừng thường trú trong thời gian 05 ngày kể từ ngày nhận đơn, có trách nhiệm kiểm tra.",
     ["Ủy ban nhân dân cấp xã nơi chủ rừng thường trú"]),
    ("Sở Y tế trong thời hạn 05 ngày kể từ ngày nhận đủ hồ sơ, thẩm định hồ sơ.", ["Sở Y tế"]),
    ("Chi cục Kiểm lâm, trong quá trình thực hiện nhiệm vụ, quyền hạn của mình, có trách nhiệm kiểm tra rừng.", ["Chi cục Kiểm lâm"]),
    # "hàng không" is a word, "mà không phải là" describes
    ("Tổ chức, cá nhân liên quan trực tiếp đến sự cố hàng không có trách nhiệm báo cáo.",
     ["Tổ chức, cá nhân liên quan trực tiếp đến sự cố hàng không"]),
    ("Người đứng đầu tổ chức mà không phải là đơn vị sự nghiệp chịu trách nhiệm thi hành Thông tư này.",
     ["Người đứng đầu tổ chức mà không phải là đơn vị sự nghiệp"]),
    # a body that no list knows, behind a condition
    ("Trường hợp quá cảnh thì hải quan cửa khẩu có trách nhiệm giám sát.", ["hải quan cửa khẩu"]),
    ("Trong thời hạn 03 ngày, hai bên có trách nhiệm thanh toán tiền thuê rừng.", ["hai bên"]),
    ("Việc nào liên quan nhiều ngành thì chỉ một cơ quan chịu trách nhiệm đến cùng.", []),
    # the case of a later part is not that of the first one
    ("Cấp có thẩm quyền xem xét hồ sơ trong 10 ngày; trường hợp cần thiết thì kéo dài không quá 15 ngày.", ["Cấp có thẩm quyền"]),
    ("Trong thời hạn 15 ngày, cơ quan quản lý rừng phải giải quyết; trường hợp không giải quyết thì phải trả lời bằng văn bản.",
     ["cơ quan quản lý rừng"]),
    ("Giống cũ được bảo tồn; trường hợp không còn giống thì chủ rừng phải bố trí giống khác.", ["chủ rừng"]),
    # what was done to them, and where they stand, only says who is meant
    ("Trong thời hạn 05 ngày, cơ quan được lấy ý kiến có văn bản trả lời.", ["cơ quan được lấy ý kiến"]),
    ("Trong thời hạn 05 ngày, các đơn vị tại điểm c khoản này có ý kiến tham gia bằng văn bản.",
     ["các đơn vị tại điểm c khoản này"]),
    ("Trong thời hạn 07 ngày, cơ quan được Chủ tịch Ủy ban nhân dân tỉnh giao giải quyết thủ tục hành chính thành lập Hội đồng đánh giá.",
     ["cơ quan được Chủ tịch Ủy ban nhân dân tỉnh giao giải quyết thủ tục hành chính"]),
    ("Trong thời hạn 05 ngày, Tổng cục trưởng Tổng cục Thủy sản quyết định công nhận.", ["Tổng cục trưởng Tổng cục Thủy sản"]),
    ("Hằng năm, Hội đồng thành viên hoặc Chủ tịch công ty chỉ đạo Tổng giám đốc đánh giá lao động.",
     ["Hội đồng thành viên hoặc Chủ tịch công ty"]),
    ("Đề nghị Tổng Liên đoàn Lao động Việt Nam và Hội Nông dân Việt Nam tham gia giám sát.",
     ["Tổng Liên đoàn Lao động Việt Nam", "Hội Nông dân Việt Nam"]),
    ("Cộng đồng dân cư tổ chức thực hiện dự án, báo cáo kết quả.", ["Cộng đồng dân cư"]),
    ("Không quá 15 ngày kể từ ngày nhận hồ sơ, Sở Tài chính phải có ý kiến bằng văn bản.", ["Sở Tài chính"]),
    ("Khả năng chủ trì tham mưu xây dựng nghị quyết.", []),
    ("Chậm nhất 30 phút, kể từ khi nhận giấy tờ, Cảng vụ cấp giấy phép rời cảng.", ["Cảng vụ"]),
    ("Cơ quan được thông báo kết quả theo quy định.", []),
    # who broke a rule is charged where the text says so; a label is not
    ("Cá nhân, tổ chức vi phạm hành chính có trách nhiệm cung cấp tài liệu.", ["Cá nhân, tổ chức vi phạm hành chính"]),
    ("Doanh nghiệp đã được cấp phép trước đây có trách nhiệm rà soát hồ sơ.", ["Doanh nghiệp đã được cấp phép trước đây"]),
    # a list goes on over its commas
    ("Hội đồng quản trị ban hành bảng lương đối với Chủ tịch, thành viên Hội đồng, Tổng giám đốc, Trưởng ban và thành viên Ban kiểm soát.",
     ["Hội đồng quản trị"]),
    ("Cục Kiểm lâm có văn bản lấy ý kiến Thanh tra Ngân hàng nhà nước, Sở Tư pháp thông tin liên quan.", ["Cục Kiểm lâm"]),
    ("Ban Chỉ đạo rà soát hộ nghèo chủ trì, phối hợp với Trạm Y tế lập danh sách.",
     ["Ban Chỉ đạo rà soát hộ nghèo", "Trạm Y tế"]),
]  # fmt: skip


@pytest.mark.parametrize(("item", "actors"), ARTICLE)
def test_whom_a_sentence_of_an_article_charges(item: str, actors: list[str | None]) -> None:
    facts, _ = facts_of(f"Điều 5. Trình tự, thủ tục\n1. {item}\n2. Nội dung khác.")
    assert [one.actor for one in facts.assignments] == actors


def test_a_charge_stands_also_among_aims_and_funds_but_not_as_a_label() -> None:
    facts, _ = facts_of(
        goals="1. Kinh phí\nChủ tàu có trách nhiệm truy thu.\nCơ quan chịu trách nhiệm thu thập: Sở Y tế."
    )
    assert [one.actor for one in facts.assignments] == ["Chủ tàu"]


def test_a_title_of_duties_holds_the_tasks_below_it() -> None:
    facts, _ = facts_of(
        "Điều 5. Trách nhiệm của bên mời thầu trong đấu thầu qua mạng\n1. Đăng tải thông tin đúng hạn.\n"
        "2. Kiểm tra việc đăng tải.\nĐiều 6. Nhiệm vụ và quyền hạn của giảng viên\n1. Nhiệm vụ\n"
        "a) Thực hiện kế hoạch giảng dạy.\n2. Quyền hạn\na) Tham gia nghiên cứu khoa học."
    )
    assert [(one.actor, one.task) for one in facts.assignments if one.actor] == [
        ("bên mời thầu", "Đăng tải thông tin đúng hạn"),
        ("bên mời thầu", "Kiểm tra việc đăng tải"),
        ("giảng viên", "Thực hiện kế hoạch giảng dạy"),
    ]


def test_whoever_stands_in_a_list_of_charges() -> None:
    facts, _ = facts_of(
        "D. PHÂN CÔNG\n1. Phó Hiệu trưởng (thầy Hiển): trực tiếp phụ trách nền nếp; tổng hợp báo cáo tháng.\n"
        "2. Tổ Thể dục - Quốc phòng: dạy kỹ năng an toàn nước."
    )
    assert [(one.actor, one.task) for one in facts.assignments] == [
        ("Phó Hiệu trưởng", "trực tiếp phụ trách nền nếp"),
        ("Phó Hiệu trưởng", "tổng hợp báo cáo tháng"),
        ("Tổ Thể dục - Quốc phòng", "dạy kỹ năng an toàn nước"),
    ]


def test_what_an_amendment_quotes_has_levels_of_its_own() -> None:
    facts, _ = facts_of(
        "Điều 8. Sửa đổi, bổ sung Điều 19 “1. Chi nhánh của quỹ bị chấm dứt hoạt động khi thuộc một trong các trường hợp sau:\n"
        "a) Có hồ sơ thành lập chi nhánh, văn phòng đại diện có thông tin sai sự thật dẫn đến đánh giá sai;\n"
        "2. Khi phát hiện vi phạm, Sở Tài chính có trách nhiệm:\na) Thông báo cho quỹ biết.\n3. Công bố quyết định.”.\n"
        "Điều 9. Sửa đổi, bổ sung Điều 22 “Điều 22. Trách nhiệm của Sở Tư pháp nơi quỹ đặt trụ sở\n"
        "1. Tiếp nhận hồ sơ.\n2. Trong thời hạn 05 ngày, Sở Tài chính phải trả lời bằng văn bản.\n3. Lưu trữ hồ sơ.”."
    )
    assert [(one.actor, one.task) for one in facts.assignments if one.actor] == [
        ("Sở Tài chính", "Thông báo cho quỹ biết"),
        ("Sở Tư pháp nơi quỹ đặt trụ sở", "Tiếp nhận hồ sơ"),
        ("Sở Tài chính", "phải trả lời bằng văn bản"),
        ("Sở Tư pháp nơi quỹ đặt trụ sở", "Lưu trữ hồ sơ"),
    ]


def test_a_condition_leaves_the_tasks_to_the_body_behind_it() -> None:
    facts, _ = facts_of(
        "Điều 8. Thủ tục\n1. Trường hợp hồ sơ đã đầy đủ, hợp lệ, cơ quan cấp giấy phép:\na) Kiểm tra thực tế;\nb) Có văn bản trả lời.\n"
        "2. Khi phát hiện vi phạm, Sở Y tế nơi đặt trụ sở bệnh viện, phòng khám của doanh nghiệp:\na) Thu hồi giấy phép.\n3. Khi nộp hồ sơ, thành phần gồm:\na) Kế hoạch kiểm tra."
    )
    assert [(one.actor, one.task) for one in facts.assignments if one.actor] == [
        ("cơ quan cấp giấy phép", "Kiểm tra thực tế"),
        ("cơ quan cấp giấy phép", "Có văn bản trả lời"),
        ("Sở Y tế nơi đặt trụ sở bệnh viện, phòng khám của doanh nghiệp", "Thu hồi giấy phép"),
    ]


def test_what_a_body_is_is_no_part_of_its_name() -> None:
    facts, _ = facts_of(
        "Điều 6. Trách nhiệm\n1. Sở Xây dựng là cơ quan tham mưu, giúp Ủy ban nhân dân tỉnh quản lý bến thủy, có nhiệm vụ:\n"
        "a) Xây dựng quy hoạch bến.\n2. Chủ bến là người đứng đầu bến, có trách nhiệm niêm yết giá vé."
    )
    assert [(one.actor, one.task) for one in facts.assignments] == [
        ("Sở Xây dựng", "Xây dựng quy hoạch bến"),
        ("Chủ bến", "có trách nhiệm niêm yết giá vé"),
    ]


def test_to_work_together_may_be_the_whole_task() -> None:
    facts, _ = facts_of("Điều 3. Nguyên tắc\n1. Sở Y tế có trách nhiệm phối hợp với Công an tỉnh.")
    assert [(one.actor, one.role, one.task) for one in facts.assignments] == [
        ("Sở Y tế", "coordinate", "có trách nhiệm phối hợp với Công an tỉnh"),
        ("Công an tỉnh", "coordinate", "có trách nhiệm phối hợp với Công an tỉnh"),
    ]


def test_a_line_over_a_list_of_mere_things_tells_its_task() -> None:
    facts, _ = facts_of(
        "Điều 8. Công bố\n1. Sở Công Thương có trách nhiệm công bố kết quả bằng một trong các phương thức sau:\na) Trực tiếp;\n"
        "b) Qua mạng.\n2. Sở Y tế gửi báo cáo đến các cơ quan sau đây:\na) Bộ Y tế;\n3. Sở Y tế có trách nhiệm:\na) Lập danh sách.\n"
        "4. Sở Tư pháp có trách nhiệm sau đây:\na) Trường hợp khác."
    )
    assert [(one.actor, one.task) for one in facts.assignments] == [
        ("Sở Công Thương", "có trách nhiệm công bố kết quả bằng một trong các phương thức sau"),
        ("Sở Y tế", "gửi báo cáo đến các cơ quan sau đây"),
        ("Sở Y tế", "Lập danh sách"),
    ]


@pytest.mark.parametrize(
    ("title", "actor"),
    [
        ("Trách nhiệm của Bộ trưởng Bộ Tài chính về bảo hiểm xã hội", "Bộ trưởng Bộ Tài chính"),
        ("Trách nhiệm củaTrung tâm Phục vụ hành chính công tỉnh", "Trung tâm Phục vụ hành chính công tỉnh"),
        ("Nhiệm vụ của nhà giáo trong trường trung cấp", "nhà giáo trong trường trung cấp"),
    ],
)
def test_where_the_name_in_a_title_ends(title: str, actor: str) -> None:
    facts, _ = facts_of(f"Điều 4. {title}\n1. Kiểm tra hồ sơ.")
    assert [one.actor for one in facts.assignments] == [actor]
