"""Whom a sentence charges: those whom a superior asks, whoever is described, bodies with a phrase between them and the verb."""

from __future__ import annotations

import pytest

from tests.ingest.facts_document import facts_of

CASES = [
    # who asks is not who acts, also where the task is left to the lines below
    (
        "1. Chính phủ yêu cầu các Bộ trưởng, Thủ trưởng cơ quan ngang bộ thực hiện:\na) Rà soát văn bản.",
        [("các Bộ trưởng", "Rà soát văn bản"), ("Thủ trưởng cơ quan ngang bộ", "Rà soát văn bản")],
    ),
    ("1. Đảng ủy giao Công an xã tuần tra.", [("Công an xã", "tuần tra")]),
    # one head for several places, whose names may end like a verb
    (
        "1. UBND xã Hòa An, xã Bãi Dừa rà soát hộ nghèo. UBND các xã Hòa An, Tân Lập rà soát hộ nghèo.",
        [
            ("UBND xã Hòa An", "rà soát hộ nghèo"),
            ("UBND xã Bãi Dừa", "rà soát hộ nghèo"),
            ("UBND các xã Hòa An, Tân Lập", "rà soát hộ nghèo"),
        ],
    ),
    # committees of an assembly, owners of programmes, the standing members of a board
    (
        "1. Hội đồng Dân tộc, các Ủy ban khác của Quốc hội giám sát việc thực hiện.",
        [
            ("Hội đồng Dân tộc", "giám sát việc thực hiện"),
            ("các Ủy ban khác của Quốc hội", "giám sát việc thực hiện"),
        ],
    ),
    ("1. Các bộ chủ chương trình hướng dẫn thực hiện.", [("Các bộ chủ chương trình", "hướng dẫn thực hiện")]),
    ("1. Thường trực Ban Chỉ đạo đôn đốc các xã.", [("Thường trực Ban Chỉ đạo", "đôn đốc các xã")]),
    # which body is meant: what it carries out or leads, and where
    (
        "1. Cơ quan, đơn vị thực hiện dự án thông báo kế hoạch lựa chọn.",
        [("Cơ quan, đơn vị thực hiện dự án", "thông báo kế hoạch lựa chọn")],
    ),
    (
        "1. Căn cứ dự án được Bộ trưởng, Thủ trưởng cơ quan trung ương phê duyệt, đơn vị thực hiện dự án lập dự toán.",
        [("đơn vị thực hiện dự án", "lập dự toán")],
    ),
    (
        "1. Đơn vị chủ trì liên kết phối hợp với chính quyền địa phương nơi tổ chức thực hiện dự án thông báo kết quả.",
        [
            ("Đơn vị chủ trì liên kết", "thông báo kết quả"),
            ("chính quyền địa phương nơi tổ chức thực hiện dự án", "thông báo kết quả"),
        ],
    ),
    # duties told in the plural, a case before "thì", a licence behind the name of a level
    (
        "1. Giảng viên có các nghĩa vụ sau đây:\na) Thực hiện đầy đủ các nhiệm vụ giảng dạy.",
        [("Giảng viên", "Thực hiện đầy đủ các nhiệm vụ giảng dạy")],
    ),
    (
        "1. Đối tượng thanh tra có báo cáo giải trình thì gửi Trưởng đoàn.",
        [("Đối tượng thanh tra", "gửi Trưởng đoàn")],
    ),
    (
        "1. Cơ quan chuyên môn về y tế thuộc Ủy ban nhân dân cấp tỉnh cấp Giấy chứng nhận tổ chức giám định.",
        [
            (
                "Cơ quan chuyên môn về y tế thuộc Ủy ban nhân dân cấp tỉnh",
                "cấp Giấy chứng nhận tổ chức giám định",
            )
        ],
    ),
    # a name ends in no adverb and no mark, and begins with no number of a footnote; "cơ sở giáo dục" holds no verb
    (
        "1. Tổ chức, cá nhân công bố tiêu chuẩn áp dụng phải hoàn toàn chịu trách nhiệm trước pháp luật.",
        [("Tổ chức, cá nhân công bố tiêu chuẩn áp dụng", "chịu trách nhiệm trước pháp luật")],
    ),
    ("1. Cô Mai Thị Sương: phụ trách bếp ăn.", [("Cô Mai Thị Sương", "phụ trách bếp ăn")]),
    (
        "1. Sở Y tế phối hợp với cơ sở giáo dục trong quản lý học viên.",
        [("Sở Y tế", "quản lý học viên"), ("cơ sở giáo dục", "quản lý học viên")],
    ),
    # a report is no body, nor is whoever a thing is sent to charged with it
    ("1. Báo cáo được gửi cho cơ quan có trách nhiệm lập dự toán.", []),
    # a right is no duty
    ("1. Đơn vị vận hành hệ thống điện được ưu tiên tiếp nhận các khoản viện trợ.", []),
    # a mere role over points, with no colon
    (
        "1. Bộ, cơ quan ngang bộ phối hợp với Bộ Tài chính\na) Kiểm tra việc thực hiện.",
        [("Bộ, cơ quan ngang bộ", "Kiểm tra việc thực hiện"), ("Bộ Tài chính", "Kiểm tra việc thực hiện")],
    ),
]


@pytest.mark.parametrize(("tasks", "wanted"), CASES)
def test_whom_a_sentence_charges(tasks: str, wanted: list[tuple[str, str]]) -> None:
    facts, _ = facts_of(tasks="Điều 4. Giải quyết hồ sơ\n" + tasks)
    assert [(one.actor, one.task) for one in facts.assignments if one.actor] == wanted
