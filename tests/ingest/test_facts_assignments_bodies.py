"""Assignments of bodies that the grammar of names does not know, or that stand in lists, brackets and orders."""

from __future__ import annotations

import pytest

from ingest.pipeline import plan_from_text
from ingest.plan import RawText
from tests.ingest.facts_document import facts_of

LEAD, COORDINATE, ADVISE, SUPPORT, RESPONSIBLE = "lead", "coordinate", "advise", "support", "responsible"
UNITS = "các cơ quan, đơn vị, địa phương"

CASES = [
    # names that go on behind "và", with a verb or in small letters
    (
        "1. Bộ Nội vụ, Bộ Y tế và Viện Hàn lâm Khoa học và Công nghệ Việt Nam tổng hợp kinh phí.",
        [
            ("Bộ Nội vụ", RESPONSIBLE, "tổng hợp kinh phí"),
            ("Bộ Y tế", RESPONSIBLE, "tổng hợp kinh phí"),
            ("Viện Hàn lâm Khoa học và Công nghệ Việt Nam", RESPONSIBLE, "tổng hợp kinh phí"),
        ],
    ),
    (
        "1. Cục Quản lý đấu thầu thẩm định hồ sơ.",
        [("Cục Quản lý đấu thầu", RESPONSIBLE, "thẩm định hồ sơ")],
    ),
    (
        "1. Sở Văn hóa chủ trì, phối hợp với các cơ quan thông tấn, báo chí tuyên truyền Đề án.",
        [
            ("Sở Văn hóa", LEAD, "tuyên truyền Đề án"),
            ("các cơ quan thông tấn, báo chí", COORDINATE, "tuyên truyền Đề án"),
        ],
    ),
    (
        "1. Đề nghị Ủy ban trung ương Mặt trận Tổ quốc Việt Nam, Hội Nông dân tham gia giám sát.",
        [
            ("Ủy ban trung ương Mặt trận Tổ quốc Việt Nam", RESPONSIBLE, "tham gia giám sát"),
            ("Hội Nông dân", RESPONSIBLE, "tham gia giám sát"),
        ],
    ),
    # a dash within a name, and verbs that are half of one
    (
        "1. Giao phòng Vật tư - Thiết bị y tế chủ trì lập hồ sơ mời thầu.",
        [("phòng Vật tư - Thiết bị y tế", LEAD, "lập hồ sơ mời thầu")],
    ),
    (
        "1. Tổ Công nghệ thông tin sao lưu dữ liệu.",
        [("Tổ Công nghệ thông tin", RESPONSIBLE, "sao lưu dữ liệu")],
    ),
    (
        "1. Phó Giám đốc phụ trách hậu cần chỉ đạo hạ tầng.",
        [("Phó Giám đốc phụ trách hậu cần", RESPONSIBLE, "chỉ đạo hạ tầng")],
    ),
    ("1. Khoa Nội tổng hợp, Nhi, Ngoại tổng hợp bỏ hẳn bệnh án giấy.", []),
    # "ban hành" is no board; a fund of wages is a sum
    (
        "1. Trường ban hành và áp dụng quy trình cấp phát vật liệu.",
        [("Trường", RESPONSIBLE, "ban hành và áp dụng quy trình cấp phát vật liệu")],
    ),
    ("1. Quỹ tiền lương thực hiện được xác định theo số lao động bình quân.", []),
    (
        "1. Giám đốc Sở Tư pháp thành lập Hội đồng, Ban giám sát và ban hành Kế hoạch thi tuyển.",
        [
            (
                "Giám đốc Sở Tư pháp",
                RESPONSIBLE,
                "thành lập Hội đồng, Ban giám sát và ban hành Kế hoạch thi tuyển",
            )
        ],
    ),
    # the comma behind a lead-in ends it, also where bodies stand on both sides
    (
        "1. Trong thời hạn 10 ngày kể từ ngày nhận được đề nghị của người lao động, cơ quan bảo hiểm xã hội chi trả tiền hỗ trợ.",
        [("cơ quan bảo hiểm xã hội", RESPONSIBLE, "chi trả tiền hỗ trợ")],
    ),
    # the field in which a body acts stands before the whole task
    (
        "1. Giao Sở Y tế theo chức năng, nhiệm vụ, thẩm quyền hướng dẫn các xã quản lý, sử dụng kinh phí.",
        [("Sở Y tế", RESPONSIBLE, "hướng dẫn các xã quản lý, sử dụng kinh phí")],
    ),
    (
        "1. Các sở, ngành theo thẩm quyền, chức năng và nhiệm vụ được giao chỉ đạo, kiểm tra việc thực hiện.",
        [("Các sở, ngành", RESPONSIBLE, "chỉ đạo, kiểm tra việc thực hiện")],
    ),
    (
        "1. Sở Nội vụ trong phạm vi chức năng, nhiệm vụ, quyền hạn của mình kiểm tra, đôn đốc các xã.",
        [("Sở Nội vụ", RESPONSIBLE, "kiểm tra, đôn đốc các xã")],
    ),
    # a list that began inside the lead-in is not the subject's
    (
        "1. Trên cơ sở đề xuất của các sở, ngành, Ủy ban nhân dân các xã, Sở Tài chính trình phương án.",
        [("Sở Tài chính", RESPONSIBLE, "trình phương án")],
    ),
    (
        "1. Các thành viên Ban Chỉ đạo theo lĩnh vực phụ trách kiểm tra, đôn đốc.",
        [("Các thành viên Ban Chỉ đạo", RESPONSIBLE, "kiểm tra, đôn đốc")],
    ),
    (
        "1. Yêu cầu Giám đốc các sở; Chủ tịch Ủy ban nhân dân các xã thực hiện nghiêm Kế hoạch.",
        [
            ("Giám đốc các sở", RESPONSIBLE, "thực hiện nghiêm Kế hoạch"),
            ("Chủ tịch Ủy ban nhân dân các xã", RESPONSIBLE, "thực hiện nghiêm Kế hoạch"),
        ],
    ),
    (
        "1. Thống nhất giao Sở Tài chính chủ trì xây dựng phương án.",
        [("Sở Tài chính", LEAD, "xây dựng phương án")],
    ),
    # a heading that breaks off in a list of bodies goes on in the next line
    (
        "1. Trách nhiệm của các sở, ban, ngành;\nỦy ban nhân dân các xã, phường:\na) Rà soát dữ liệu.",
        [
            ("các sở, ban, ngành", RESPONSIBLE, "Rà soát dữ liệu"),
            ("Ủy ban nhân dân các xã, phường", RESPONSIBLE, "Rà soát dữ liệu"),
        ],
    ),
    # "quá trình" is no verb
    (
        "1. Sở Y tế phối hợp chặt chẽ với Công an tỉnh trong quá trình kiểm tra.",
        [
            ("Sở Y tế", COORDINATE, "trong quá trình kiểm tra"),
            ("Công an tỉnh", COORDINATE, "trong quá trình kiểm tra"),
        ],
    ),
    (
        "1. Ủy ban nhân dân các tỉnh, thành phố Hà Nội, Cần Thơ và các địa phương liên quan bàn giao đất.",
        [
            ("Ủy ban nhân dân các tỉnh, thành phố Hà Nội, Cần Thơ", RESPONSIBLE, "bàn giao đất"),
            ("các địa phương liên quan", RESPONSIBLE, "bàn giao đất"),
        ],
    ),
    # the colon of "các Sở: ..." opens names, it heads nothing
    (
        "1. Chánh Văn phòng, Giám đốc các Sở: Nội vụ, Tài chính; Thủ trưởng các cơ quan liên quan thi hành Kế hoạch.",
        [
            ("Chánh Văn phòng", RESPONSIBLE, "thi hành Kế hoạch"),
            ("Giám đốc Sở Nội vụ", RESPONSIBLE, "thi hành Kế hoạch"),
            ("Giám đốc Sở Tài chính", RESPONSIBLE, "thi hành Kế hoạch"),
            ("Thủ trưởng các cơ quan liên quan", RESPONSIBLE, "thi hành Kế hoạch"),
        ],
    ),
    # partners in brackets, after "và", or before a time
    (
        "1. Sở Nội vụ chủ trì (phối hợp với Sở Tư pháp) hướng dẫn nghiệp vụ.",
        [("Sở Nội vụ", LEAD, "hướng dẫn nghiệp vụ"), ("Sở Tư pháp", COORDINATE, "hướng dẫn nghiệp vụ")],
    ),
    (
        "1. Xây dựng dữ liệu dùng chung; Sở Khoa học và Công nghệ chủ trì, Công an tỉnh phối hợp, hoàn thành trong năm 2026.",
        [
            ("Sở Khoa học và Công nghệ", LEAD, "Xây dựng dữ liệu dùng chung"),
            ("Công an tỉnh", COORDINATE, "Xây dựng dữ liệu dùng chung"),
        ],
    ),
    (
        "1. Đề xuất chính sách hỗ trợ: Giao Sở Tài chính chủ trì, hoàn thành trong tháng 6 năm 2026.",
        [("Sở Tài chính", LEAD, "Đề xuất chính sách hỗ trợ")],
    ),
    # "số liệu" is no number of a document
    ("1. Cục Thống kê tỉnh cung cấp số liệu.", [("Cục Thống kê tỉnh", RESPONSIBLE, "cung cấp số liệu")]),
    # one who is given the lead of something else does not lead this
    (
        "1. Các đơn vị được phân công chủ trì (theo Phụ lục) gửi báo cáo về Sở Nội vụ.",
        [("Các đơn vị được phân công chủ trì", RESPONSIBLE, "gửi báo cáo về Sở Nội vụ")],
    ),
    # the Party's committees, its press, a person with a post
    (
        "1. Các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương xây dựng kế hoạch.",
        [("Các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương", RESPONSIBLE, "xây dựng kế hoạch")],
    ),
    (
        "1. Ban tuyên giáo tỉnh ủy, thành ủy; các trung tâm chính trị xã, phường; Báo Nhân dân tổ chức tuyên truyền.",
        [
            ("Ban tuyên giáo tỉnh ủy, thành ủy", RESPONSIBLE, "tổ chức tuyên truyền"),
            ("các trung tâm chính trị xã, phường", RESPONSIBLE, "tổ chức tuyên truyền"),
            ("Báo Nhân dân", RESPONSIBLE, "tổ chức tuyên truyền"),
        ],
    ),
    (
        "1. Đồng chí Trần Văn Mẫu, Phó Bí thư Tỉnh ủy chỉ đạo thực hiện.",
        [("Đồng chí Trần Văn Mẫu, Phó Bí thư Tỉnh ủy", RESPONSIBLE, "chỉ đạo thực hiện")],
    ),
    # a sentence run on behind its heading
    (
        "1. Trách nhiệm của Sở Nội vụ Phối hợp với Công an tỉnh và các đơn vị liên quan quản lý hồ sơ cán bộ.",
        [
            ("Sở Nội vụ", COORDINATE, "quản lý hồ sơ cán bộ"),
            ("Công an tỉnh", COORDINATE, "quản lý hồ sơ cán bộ"),
            ("các đơn vị liên quan", COORDINATE, "quản lý hồ sơ cán bộ"),
        ],
    ),
    # bodies named by what they manage; a kind of body inside a list
    (
        "1. Cơ quan có chức năng quản lý đất đai cấp xã cung cấp thông tin.",
        [("Cơ quan có chức năng quản lý đất đai cấp xã", RESPONSIBLE, "cung cấp thông tin")],
    ),
    (
        "1. Các Bộ trưởng, Chủ tịch, Tổng Giám đốc các tập đoàn kinh tế:\na) Rà soát quy định.",
        [
            ("Các Bộ trưởng", RESPONSIBLE, "Rà soát quy định"),
            ("Chủ tịch", RESPONSIBLE, "Rà soát quy định"),
            ("Tổng Giám đốc các tập đoàn kinh tế", RESPONSIBLE, "Rà soát quy định"),
        ],
    ),
    # "đơn vị trực thuộc chủ trì thực hiện dự án" says which body is meant, not who leads
    ("1. Cơ quan, đơn vị trực thuộc chủ trì thực hiện dự án ký hợp đồng với bên nhận.", []),
    (
        "1. Các sở: Xây dựng, Y tế theo chức năng, nhiệm vụ:\n- Giải quyết kiến nghị của doanh nghiệp.",
        [
            ("Sở Xây dựng", RESPONSIBLE, "Giải quyết kiến nghị của doanh nghiệp"),
            ("Sở Y tế", RESPONSIBLE, "Giải quyết kiến nghị của doanh nghiệp"),
        ],
    ),
    # whom a later sentence names does not hold the lines below
    (
        "1. Phát triển thị trường. Sở Công Thương hỗ trợ doanh nghiệp.\n- Xây dựng nhãn hiệu.",
        [
            (None, RESPONSIBLE, "Phát triển thị trường"),
            ("Sở Công Thương", RESPONSIBLE, "hỗ trợ doanh nghiệp"),
            (None, RESPONSIBLE, "Xây dựng nhãn hiệu"),
        ],
    ),
    # bodies outside the grammar stand before "chủ trì" or "có trách nhiệm"
    (
        "1. Quân ủy Trung ương chủ trì, chỉ đạo bảo vệ hệ thống.\n2. Giáo vụ có trách nhiệm công bố điểm.",
        [
            ("Quân ủy Trung ương", LEAD, "chỉ đạo bảo vệ hệ thống"),
            ("Giáo vụ", RESPONSIBLE, "có trách nhiệm công bố điểm"),
        ],
    ),
    (
        "1. Trường hợp hồ sơ thiếu, cơ quan tiếp nhận có trách nhiệm trả lại hồ sơ.",
        [("cơ quan tiếp nhận", RESPONSIBLE, "có trách nhiệm trả lại hồ sơ")],
    ),
    (
        "1. Các cơ quan được phân công tại Phụ lục kèm theo có trách nhiệm tổ chức thực hiện.",
        [
            (
                "Các cơ quan được phân công tại Phụ lục kèm theo",
                RESPONSIBLE,
                "có trách nhiệm tổ chức thực hiện",
            )
        ],
    ),
    (
        "1. Các đơn vị cấp nước sạch có trách nhiệm\na) Tiếp tục mở rộng mạng lưới.",
        [("Các đơn vị cấp nước sạch", RESPONSIBLE, "Tiếp tục mở rộng mạng lưới")],
    ),
    (
        "1. Doanh nghiệp viễn thông, bưu chính ưu tiên đầu tư hạ tầng số.",
        [("Doanh nghiệp viễn thông, bưu chính", RESPONSIBLE, "ưu tiên đầu tư hạ tầng số")],
    ),
    # bodies listed after "phối hợp với" are partners, no subject
    (
        "1. Sở Y tế\n- Trên cơ sở đề xuất của các sở, chủ trì tổng hợp và phối hợp với Công an tỉnh, Sở Nội vụ bố trí kinh phí.",
        [
            ("Sở Y tế", LEAD, "tổng hợp và phối hợp với Công an tỉnh, Sở Nội vụ bố trí kinh phí"),
            ("Công an tỉnh", COORDINATE, "tổng hợp và phối hợp với Công an tỉnh, Sở Nội vụ bố trí kinh phí"),
            ("Sở Nội vụ", COORDINATE, "tổng hợp và phối hợp với Công an tỉnh, Sở Nội vụ bố trí kinh phí"),
        ],
    ),
    (
        "1. Bộ Ngoại giao đồng chủ trì với Bộ Công Thương, phối hợp với các cơ quan liên quan đẩy mạnh xuất khẩu.",
        [
            ("Bộ Ngoại giao", LEAD, "đẩy mạnh xuất khẩu"),
            ("Bộ Công Thương", LEAD, "đẩy mạnh xuất khẩu"),
            ("các cơ quan liên quan", COORDINATE, "đẩy mạnh xuất khẩu"),
        ],
    ),
    (
        "1. Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Chủ tịch UBND các tỉnh, thành phố trực thuộc trung ương chịu trách nhiệm thi hành.",
        [
            ("Bộ trưởng", RESPONSIBLE, "chịu trách nhiệm thi hành"),
            ("Thủ trưởng cơ quan ngang bộ", RESPONSIBLE, "chịu trách nhiệm thi hành"),
            (
                "Chủ tịch UBND các tỉnh, thành phố trực thuộc trung ương",
                RESPONSIBLE,
                "chịu trách nhiệm thi hành",
            ),
        ],
    ),
    # words about the body itself, roles in brackets, an occasion before the role
    ("1. Sở Y tế là đơn vị đầu mối, chủ trì tổng hợp.", [("Sở Y tế", LEAD, "tổng hợp")]),
    ("1. Sở Y tế - cơ quan thường trực Ban Chỉ đạo chủ trì tổng hợp.", [("Sở Y tế", LEAD, "tổng hợp")]),
    ("1. Sở Y tế căn cứ tình hình thực tế, chủ trì rà soát.", [("Sở Y tế", LEAD, "rà soát")]),
    ("1. Sở Y tế chịu trách nhiệm chính, chủ trì rà soát.", [("Sở Y tế", LEAD, "rà soát")]),
    (
        "1. Sở Y tế (chủ trì) phối hợp với Sở Nội vụ tổ chức hội nghị.",
        [("Sở Y tế", LEAD, "tổ chức hội nghị"), ("Sở Nội vụ", COORDINATE, "tổ chức hội nghị")],
    ),
    (
        "1. Đồng chí Nguyễn Văn A, Phó Chủ tịch UBND xã chủ trì kiểm tra.",
        [("Đồng chí Nguyễn Văn A, Phó Chủ tịch UBND xã", LEAD, "kiểm tra")],
    ),
    (
        "1. Sở Y tế, Sở Xây dựng theo lĩnh vực phụ trách chủ trì hướng dẫn.",
        [("Sở Y tế", LEAD, "hướng dẫn"), ("Sở Xây dựng", LEAD, "hướng dẫn")],
    ),
    (
        "1. Giao trách nhiệm Sở Y tế chủ trì, cùng với Sở Tài chính tham mưu.",
        [("Sở Y tế", LEAD, "tham mưu"), ("Sở Tài chính", COORDINATE, "tham mưu")],
    ),
    ("1. Tổ chức lễ ra quân: Sở Y tế chủ trì.", [("Sở Y tế", LEAD, "Tổ chức lễ ra quân")]),
    ("1. Xây dựng phần mềm, giao Sở Y tế là cơ quan chủ trì.", [("Sở Y tế", LEAD, "Xây dựng phần mềm")]),
    (
        "1. Đối với Sở Y tế: chủ trì tổ chức lễ ra quân; phối hợp với Công an tỉnh bảo đảm trật tự.",
        [
            ("Sở Y tế", LEAD, "tổ chức lễ ra quân"),
            ("Sở Y tế", COORDINATE, "bảo đảm trật tự"),
            ("Công an tỉnh", COORDINATE, "bảo đảm trật tự"),
        ],
    ),
    # whoever is ordered to order others is the actor
    (
        "1. Giao Ban Quản lý các khu chế xuất và công nghiệp chỉ đạo các đơn vị có trách nhiệm:\n- Vận động doanh nghiệp.",
        [("Ban Quản lý các khu chế xuất và công nghiệp", RESPONSIBLE, "Vận động doanh nghiệp")],
    ),
    # either placement of a tone
    (
        "1. Sở Văn hoá, Thể thao và Du lịch chủ trì thẩm định.",
        [("Sở Văn hoá, Thể thao và Du lịch", LEAD, "thẩm định")],
    ),
    # how bodies are judged is no task
    ("1. Tiêu chí thi đua\na) Đối với các sở, ngành\n- Hoàn thành vượt mức chỉ tiêu.", []),
    # clauses that only tell of whom the rule speaks
    ("1. Cơ quan, tổ chức khai thác vi phạm quy định thì bị xử lý theo pháp luật.", []),
]


@pytest.mark.parametrize(("tasks", "expected"), CASES)
def test_assignments_of_a_paragraph(tasks: str, expected: list[tuple[str | None, str, str]]) -> None:
    facts, _ = facts_of(tasks)
    assert [(a.actor, a.role, a.task) for a in facts.assignments] == expected


def test_a_name_goes_on_behind_its_comma() -> None:
    facts, _ = facts_of("1. Cục Quản lý, giám sát bảo hiểm lập báo cáo gửi Sở Tài chính.")
    assert [one.actor for one in facts.assignments] == ["Cục Quản lý, giám sát bảo hiểm"]


def test_a_standard_of_training_charges_nobody() -> None:
    text = (
        "BỘ GIÁO DỤC\nSố: 7/2026/TT-BGD\nHà Nội, ngày 3 tháng 2 năm 2026\nTHÔNG TƯ\nQuy định về giảng viên\n"
        "Điều 5. Giảng viên chính\n1. Nhiệm vụ:\na) Giảng viên biên soạn giáo trình.\n"
        "2. Tiêu chuẩn về trình độ đào tạo, bồi dưỡng:\na) Giảng viên dạy lý thuyết có bằng tiến sĩ."
    )
    found = plan_from_text(RawText("tt.txt", text)).facts.assignments
    assert [one.path for one in found] == ["Điều 5.1.a"]
