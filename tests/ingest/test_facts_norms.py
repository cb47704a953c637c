"""Assignments in the articles of decrees and circulars: descriptions, rights, amendments and lists of things."""

from __future__ import annotations

import pytest

from tests.ingest.facts_document import facts_of

CASES = [
    # persons by a name of three words, a list of charged bodies, and what bodies do besides
    ("1. Kiểm định viên phải lập biên bản.", [("Kiểm định viên", "phải lập biên bản")]),
    (
        "1. Đại hội cổ đông, Chủ tịch công ty có trách nhiệm:\na) Phê duyệt phương án.",
        [("Đại hội cổ đông", "Phê duyệt phương án"), ("Chủ tịch công ty", "Phê duyệt phương án")],
    ),
    (
        "1. Tổ chức tư vấn hồ sơ thực hiện theo hợp đồng và có trách nhiệm như sau:\na) Rà soát hồ sơ.",
        [("Tổ chức tư vấn hồ sơ", "Rà soát hồ sơ")],
    ),
    (
        "1. Chủ rừng làm theo hợp đồng. Chủ rừng, hộ nhận khoán có trách nhiệm:\na) Tuần tra rừng.",
        [("Chủ rừng, hộ nhận khoán", "Tuần tra rừng")],
    ),
    (
        "1. Doanh nghiệp có trách nhiệm:\na) Thực hiện chế độ tài chính, kế toán, thống kê.",
        [("Doanh nghiệp", "Thực hiện chế độ tài chính, kế toán, thống kê")],
    ),
    ("1. Kiểm soát viên phải có tiêu chuẩn và điều kiện sau đây.", []),
    # what an amendment quotes charges bodies as any article does
    (
        "1. Sửa đổi khoản 3 Điều 6 như sau: “3. Thời hạn thẩm định không quá 20 ngày. Sở Y tế thẩm định hồ sơ, thông báo kết quả.”.",
        [("Sở Y tế", "thẩm định hồ sơ, thông báo kết quả")],
    ),
    (
        "2. Sửa đổi khoản 2 Điều 6 như sau:\n“2. Sở Tài chính có trách nhiệm:\na) Hướng dẫn lập dự toán;\nb) Công khai mức thu.”",
        [("Sở Tài chính", "Hướng dẫn lập dự toán"), ("Sở Tài chính", "Công khai mức thu")],
    ),
    # how somebody acts, when, and what a body makes are no part of its name; what it has is no verb
    (
        "1. Khi cần thiết, Kiểm soát viên trực tiếp lấy mẫu. Kiểm soát viên phối hợp kiểm tra hồ sơ.",
        [("Kiểm soát viên", "trực tiếp lấy mẫu"), ("Kiểm soát viên", "phối hợp kiểm tra hồ sơ")],
    ),
    (
        "1. Các hợp tác xã đều phải lập báo cáo. Nhà thầu chỉ kê khai một lần.",
        [("Các hợp tác xã", "đều phải lập báo cáo"), ("Nhà thầu", "chỉ kê khai một lần")],
    ),
    ("1. Giám đốc Sở Y tế ra quyết định thu hồi.", [("Giám đốc Sở Y tế", "ra quyết định thu hồi")]),
    (
        "1. Ủy ban nhân dân cấp xã trong thời gian 05 ngày làm việc có văn bản đề nghị Sở Nội vụ.",
        [("Ủy ban nhân dân cấp xã", "có văn bản đề nghị Sở Nội vụ")],
    ),
    ("1. Các trường học có phương án bảo đảm an toàn.", [("Các trường học", "có phương án bảo đảm an toàn")]),
    (
        "1. Trường hợp số tiền đóng góp của chủ rừng, cộng đồng dân cư thôn, tổ chức, cá nhân khác không đủ chi phí trồng lại rừng, "
        "nghiệm thu và bàn giao thì Quỹ Bảo vệ rừng tỉnh tiến hành thanh toán số còn thiếu.",
        [("Quỹ Bảo vệ rừng tỉnh", "tiến hành thanh toán số còn thiếu")],
    ),
    ("1. Cơ sở có sự thay đổi mức phí trên Giấy chứng nhận.", []),
    ("1. Chủ tàu có quyết định cử thuyền viên đi học.", []),
    # a verb right behind a bare noun says which body is meant; the next one is what it does
    (
        "1. Trong thời hạn 05 ngày làm việc, cơ quan tiếp nhận hồ sơ kiểm tra hồ sơ và thu lệ phí.",
        [("cơ quan tiếp nhận hồ sơ", "kiểm tra hồ sơ và thu lệ phí")],
    ),
    (
        "1. Người nuôi tôm, chủ sở hữu bè cá gắn liền với mặt nước nộp tờ khai tại Trạm Thủy sản.",
        [
            (
                "Người nuôi tôm, chủ sở hữu bè cá gắn liền với mặt nước",
                "nộp tờ khai tại Trạm Thủy sản",
            )
        ],
    ),
    (
        "1. Trong thời hạn 03 ngày, cơ quan được Chủ tịch Ủy ban nhân dân tỉnh giao thực hiện thủ tục hành chính thông báo kết quả.",
        [
            (
                "cơ quan được Chủ tịch Ủy ban nhân dân tỉnh giao thực hiện thủ tục hành chính",
                "thông báo kết quả",
            )
        ],
    ),
    (
        "1. Đơn vị lập báo cáo theo mẫu, chỉ tiêu nào không phát sinh thì bỏ trống.",
        [("Đơn vị", "lập báo cáo theo mẫu, chỉ tiêu nào không phát sinh thì bỏ trống")],
    ),
    (
        "1. Cấp có thẩm quyền ra quyết định bổ nhiệm.",
        [("Cấp có thẩm quyền", "ra quyết định bổ nhiệm")],
    ),
    (
        "1. Trường hợp mất giấy phép thì chủ tàu gửi đơn đề nghị cấp lại đến Chi cục Thủy sản.",
        [("chủ tàu", "gửi đơn đề nghị cấp lại đến Chi cục Thủy sản")],
    ),
    (
        "1. Doanh nghiệp đề nghị cấp phép phải nộp phí thẩm định.",
        [("Doanh nghiệp đề nghị cấp phép", "phải nộp phí thẩm định")],
    ),
    (
        "1. Cơ quan quản lý bến thuộc Sở Xây dựng gửi báo cáo đến Cục Hàng hải.",
        [("Cơ quan quản lý bến thuộc Sở Xây dựng", "gửi báo cáo đến Cục Hàng hải")],
    ),
    # what somebody was given to lead only says who is meant; time and field are no part of a name
    (
        "1. Người đứng đầu đơn vị được giao chủ trì xây dựng đề án quyết định mức chi.",
        [("Người đứng đầu đơn vị được giao chủ trì xây dựng đề án", "quyết định mức chi")],
    ),
    (
        "1. Sở Y tế trong thời gian 05 ngày làm việc có trách nhiệm cấp giấy chứng nhận.",
        [("Sở Y tế", "có trách nhiệm cấp giấy chứng nhận")],
    ),
    (
        "1. Trong thời hạn 05 ngày, doanh nghiệp phát hành gửi nội dung công bố thông tin.",
        [("doanh nghiệp phát hành", "gửi nội dung công bố thông tin")],
    ),
    (
        "1. Định kỳ hằng quý, các trạm phải hoàn thành việc kiểm kê, cụ thể như sau:\na) Mẫu số 02.",
        [("các trạm", "phải hoàn thành việc kiểm kê, cụ thể như sau")],
    ),
    (
        "1. Quy định này nói về trường học, trại trẻ (sau đây gọi chung là cơ sở, đơn vị nuôi dưỡng).\n2. Hằng tháng, cơ sở, đơn vị nuôi dưỡng kiểm tra bếp ăn.",
        [("cơ sở, đơn vị nuôi dưỡng", "kiểm tra bếp ăn")],
    ),
    (
        "1. Trong thời hạn 05 ngày làm việc, người sử dụng lao động công khai danh sách tại trụ sở.",
        [("người sử dụng lao động", "công khai danh sách tại trụ sở")],
    ),
    (
        "1. Người giải quyết tố cáo vẫn phải xem xét hồ sơ.",
        [("Người giải quyết tố cáo", "vẫn phải xem xét hồ sơ")],
    ),
    # halves of a name
    ("1. Tổ trưởng tổ hợp tác lập phương án.", [("Tổ trưởng tổ hợp tác", "lập phương án")]),
    ("1. Công đoàn cấp trên hướng dẫn việc thu chi.", [("Công đoàn cấp trên", "hướng dẫn việc thu chi")]),
    (
        "1. Người giữ chức danh trưởng trạm phải nộp báo cáo.",
        [("Người giữ chức danh trưởng trạm", "phải nộp báo cáo")],
    ),
    (
        "1. Doanh nghiệp nhỏ và vừa khởi nghiệp phải nộp báo cáo.",
        [("Doanh nghiệp nhỏ và vừa khởi nghiệp", "phải nộp báo cáo")],
    ),
    (
        "1. Doanh nghiệp khởi nghiệp sáng tạo gửi báo cáo về Sở Tài chính.",
        [("Doanh nghiệp khởi nghiệp sáng tạo", "gửi báo cáo về Sở Tài chính")],
    ),
    (
        "1. Quỹ đầu tư khởi nghiệp sáng tạo phải nộp báo cáo.",
        [("Quỹ đầu tư khởi nghiệp sáng tạo", "phải nộp báo cáo")],
    ),
    # who holds a post or a degree is described; a fund of rewards is a sum
    ("1. Người giữ chức danh trưởng trạm được xác định theo danh sách.", []),
    ("1. Giảng viên vừa dạy lý thuyết vừa dạy thực hành có bằng thạc sĩ trở lên.", []),
    ("1. Quỹ phúc lợi phải bảo đảm dân chủ, minh bạch.", []),
    ("1. Công ty làm dịch vụ công ích do xã đặt hàng thì quỹ lương được tính theo hợp đồng.", []),
    ("1. Người được cử sang giúp xã bạn được hưởng phụ cấp.", []),
    ("1. Tiền chậm nộp tính như sau:\nVí dụ: Sở Y tế có trách nhiệm nộp lệ phí.", []),
    ("1. Người cho phép sao chụp gồm:\n- Người đứng đầu đơn vị cấp phòng các đơn vị thuộc Bộ.", []),
    ("1. Chi khác liên quan trực tiếp đến hội thảo thực hiện theo quy định.", []),
    ("1. Các hình thức: đơn; đại diện thực hiện việc khiếu nại.", []),
    # what others do to somebody, and a board's field, are no duty
    ("1. Cán bộ, công chức được cấp có thẩm quyền đánh giá ở mức không hoàn thành nhiệm vụ.", []),
    ("1. Ban Chỉ đạo quốc gia về tìm kiếm, quy tập hài cốt liệt sĩ có các ủy viên.", []),
    # rights ask nobody
    ("1. Trưởng đoàn thanh tra chuyên ngành cấp Bộ có thẩm quyền xử phạt như sau:\na) Phạt cảnh cáo.", []),
    ("1. Đội trưởng Đội đặc nhiệm phòng chống buôn lậu có quyền phạt cảnh cáo.", []),
    ("1. Doanh nghiệp đề nghị cấp phép có thể nộp hồ sơ qua mạng.", []),
    ("1. Ủy ban nhân dân cấp tỉnh được quyết định mức hỗ trợ cao hơn.", []),
    ("1. Giám đốc Sở Tài chính có quyền xử phạt như sau:\na) Áp dụng biện pháp khắc phục.", []),
    ("1. Người dự thi phải đáp ứng các điều kiện, tiêu chuẩn sau đây:\na) Có bằng đại học.", []),
    ("1. Nhà giáo giảng dạy người khuyết tật hưởng mức phụ cấp 40%.", []),
    ("1. Chúng tôi hoàn toàn chịu trách nhiệm về nội dung kê khai.", []),
    # nor do words about what somebody gets, may do or fails to do
    ("1. Hộ gia đình tham gia mô hình được hỗ trợ giống và phân bón.", []),
    ("1. Giáo viên tham gia tập huấn sẽ được chi trả tiền ăn, tiền ở.", []),
    (
        "1. Doanh nghiệp tổ chức cho người lao động được đào tạo lại nghề.",
        [("Doanh nghiệp", "tổ chức cho người lao động được đào tạo lại nghề")],
    ),
    ("1. Đoàn kiểm tra do Giám đốc Sở thành lập có quyền tạm đình chỉ hoạt động.", []),
    ("1. Người có thẩm quyền xử phạt vi phạm hành chính quy định tại Nghị định này.", []),
    ("1. Hộ kinh doanh dưới 5 lao động thì không phải lập phương án chữa cháy.", []),
    ("1. Thu hồi giấy phép trong các trường hợp sau đây:\na) Chủ xe cung cấp giấy tờ giả.", []),
    ("1. Đơn vị báo cáo (Ký tên, đóng dấu)", []),
    ("1. Chủ tàu vi phạm nộp phạt tại kho bạc thì được giảm.", []),
    (
        "1. Hồ sơ gồm các trường hợp sau đây:\na) Chủ tàu gửi hồ sơ đến Chi cục Thủy sản.",
        [("Chủ tàu", "gửi hồ sơ đến Chi cục Thủy sản")],
    ),
    (
        "1. Khi có biến động, Thủ trưởng cơ quan quản lý kho thuộc Bộ Quốc phòng lập hồ sơ gửi Bộ Tài chính.",
        [("Thủ trưởng cơ quan quản lý kho thuộc Bộ Quốc phòng", "lập hồ sơ gửi Bộ Tài chính")],
    ),
    (
        "1. Trung tâm giáo dục thường xuyên bố trí lớp học.",
        [("Trung tâm giáo dục thường xuyên", "bố trí lớp học")],
    ),
    # several bodies, one of them by common nouns
    (
        "1. Đảng ủy xã nơi có di tích và ban quản lý di tích có trách nhiệm trông coi.",
        [
            ("Đảng ủy xã nơi có di tích", "có trách nhiệm trông coi"),
            ("ban quản lý di tích", "có trách nhiệm trông coi"),
        ],
    ),
    (
        "1. Bộ quản lý ngành, lĩnh vực ban hành định mức.",
        [("Bộ quản lý ngành, lĩnh vực", "ban hành định mức")],
    ),
    (
        "1. Công an các đơn vị, địa phương rà soát hồ sơ.",
        [("Công an các đơn vị, địa phương", "rà soát hồ sơ")],
    ),
    ("1. Trưởng đoàn thanh tra lập báo cáo.", [("Trưởng đoàn thanh tra", "lập báo cáo")]),
    ("1. Trung tâm tổ chức lấy ý kiến học viên.", [("Trung tâm", "tổ chức lấy ý kiến học viên")]),
    # nor do words about what is or who is meant
    ("1. Hội đồng quản lý gồm Chủ tịch và các thành viên.", []),
    ("1. Doanh nghiệp nhà nước là doanh nghiệp do Nhà nước nắm giữ vốn.", []),
    # half a word is no verb
    ("1. Cơ sở trợ giúp xã hội.", []),
    (
        "1. Người trực tiếp hướng dẫn có trách nhiệm ghi sổ.",
        [("Người trực tiếp hướng dẫn", "có trách nhiệm ghi sổ")],
    ),
    # what a document says of whom it is by
    ("1. Định mức chi cho văn bản do Sở Tư pháp chủ trì soạn thảo thực hiện theo Phụ lục I.", []),
    # a list of things holds no tasks, its head may be one
    (
        "1. Sở Y tế công khai kết quả trong các trường hợp sau đây:\na) Kiểm tra đột xuất.",
        [("Sở Y tế", "công khai kết quả trong các trường hợp sau đây")],
    ),
    ("1. Trách nhiệm của Sở Y tế bao gồm:\na) Tổng hợp số liệu.", [("Sở Y tế", "Tổng hợp số liệu")]),
    ("1. Chủ rừng có nghĩa vụ sau đây:\na) Trồng lại rừng.", [("Chủ rừng", "Trồng lại rừng")]),
    (
        "1. Cơ quan tiếp nhận hồ sơ và trả kết quả thực hiện:\na) Cấp giấy hẹn.",
        [("Cơ quan tiếp nhận hồ sơ và trả kết quả thực hiện", "Cấp giấy hẹn")],
    ),
    (
        "1. Trách nhiệm của Trạm Thú y:\na) Trường hợp có dịch thì gửi thông báo cho chủ trại.",
        [("Trạm Thú y", "Trường hợp có dịch thì gửi thông báo cho chủ trại")],
    ),
    (
        "1. Việc quản lý Quỹ Phòng, chống thiên tai do Sở Tài chính hướng dẫn.",
        [("Sở Tài chính", "Việc quản lý Quỹ Phòng, chống thiên tai")],
    ),
    # amendments change a text
    ("1. Bãi bỏ khoản 2 Điều 7 Quyết định số 5/2024/QĐ-UBND.", []),
    # names of more than their first words
    (
        "1. Sở Giao dịch Chứng khoán Việt Nam báo cáo Bộ Tài chính.",
        [("Sở Giao dịch Chứng khoán Việt Nam", "báo cáo Bộ Tài chính")],
    ),
    ("1. Cục Việc làm tiến hành thu thập số liệu.", [("Cục Việc làm", "tiến hành thu thập số liệu")]),
    # a charge behind "và" is the second thing that the body does
    (
        "1. Hội đồng quản lý quỹ quyết định và chịu trách nhiệm về cơ cấu đầu tư.",
        [("Hội đồng quản lý quỹ", "quyết định và chịu trách nhiệm về cơ cấu đầu tư")],
    ),
    (
        "1. Giám đốc Trung tâm quyết định mức chi và chịu trách nhiệm về quyết định của mình.",
        [("Giám đốc Trung tâm", "quyết định mức chi và chịu trách nhiệm về quyết định của mình")],
    ),
    (
        "1. Tổ chức bảo hiểm xã hội cấp lại sổ và phải thông báo cho người lao động.",
        [("Tổ chức bảo hiểm xã hội", "cấp lại sổ và phải thông báo cho người lao động")],
    ),
    # duties and powers: the points are duties
    (
        "1. Hội đồng thi tuyển giúp Giám đốc Sở và có nhiệm vụ, quyền hạn sau đây:\na) Thành lập Ban coi thi;",
        [("Hội đồng thi tuyển", "Thành lập Ban coi thi")],
    ),
    # "tổ chức và cá nhân" are bodies, no verb
    (
        "1. Các Sở, ngành, tổ chức và các cá nhân liên quan chịu trách nhiệm thi hành Quyết định này.",
        [
            ("Các Sở, ngành, tổ chức", "chịu trách nhiệm thi hành Quyết định này"),
            ("các cá nhân liên quan", "chịu trách nhiệm thi hành Quyết định này"),
        ],
    ),
    # who heads a body that leads something; commas do not end what it leads
    (
        "1. Trường hợp vượt mức, thủ trưởng đơn vị chủ trì biên soạn tài liệu quyết định mức chi.",
        [("thủ trưởng đơn vị chủ trì biên soạn tài liệu", "quyết định mức chi")],
    ),
    (
        "1. Người đứng đầu đơn vị được giao chủ trì biên soạn, thẩm định tài liệu tại Sở Y tế quyết định, điều chỉnh mức chi.",
        [
            (
                "Người đứng đầu đơn vị được giao chủ trì biên soạn, thẩm định tài liệu tại Sở Y tế",
                "quyết định, điều chỉnh mức chi",
            )
        ],
    ),
    (
        "1. Thủ trưởng cơ quan chủ trì phải trực tiếp trao đổi với Sở Tài chính, báo cáo cấp có thẩm quyền.",
        [
            (
                "Thủ trưởng cơ quan chủ trì",
                "phải trực tiếp trao đổi với Sở Tài chính, báo cáo cấp có thẩm quyền",
            )
        ],
    ),
    # a name goes on behind "và"; what a body has is no part of its name
    (
        "1. Hằng năm, Phòng Pháp chế và cải cách hành chính, tư pháp lập dự toán kinh phí.",
        [("Phòng Pháp chế và cải cách hành chính, tư pháp", "lập dự toán kinh phí")],
    ),
    (
        "1. Trong thời hạn 05 ngày, Sở Tài chính có công văn xin ý kiến của Sở Nội vụ.",
        [("Sở Tài chính", "có công văn xin ý kiến của Sở Nội vụ")],
    ),
    ("1. Bên vay không thực hiện bất kỳ điều khoản nào của thỏa thuận.", []),
    # those who sign are no further member of a list
    (
        "1. Trong 05 ngày kể từ ngày Sở Nội vụ, Sở Tài chính ký văn bản, Văn phòng UBND tỉnh gửi các xã.",
        [("Văn phòng UBND tỉnh", "gửi các xã")],
    ),
    # who only stands in a condition is charged with nothing, whoever stands behind "thì" is
    ("1. Trường hợp nhà thầu, nhà đầu tư nộp phí cho nhiều năm thì phí này được khấu trừ dần.", []),
    (
        "1. Trường hợp đến hết ngày 05/4, Phòng Giao dịch nộp không hết số tiền thì trước ngày 15/4, Phòng Kế toán trả số còn lại.",
        [("Phòng Kế toán", "trả số còn lại")],
    ),
    # another text that ends, and what somebody is able to do
    (
        "1. Kể từ ngày Quy định này có hiệu lực, Quyết định số 5/2020/QĐ-UBND về lựa chọn nhà thầu, nhà đầu tư, Báo Sơn Hà hết hiệu lực thi hành.",
        [],
    ),
    ("1. Có khả năng chủ trì, tổ chức hoạt động kiểm tra.", []),
    # what holds in a case is nobody's task
    ("1. Trường hợp các văn bản dẫn chiếu được sửa đổi, thay thế thì thực hiện theo văn bản mới.", []),
    ("1. Đối với gói thầu đã phê duyệt thì việc điều chỉnh do quy định này được thực hiện.", []),
]


@pytest.mark.parametrize(("tasks", "expected"), CASES)
def test_assignments_of_an_article(tasks: str, expected: list[tuple[str | None, str]]) -> None:
    facts, _ = facts_of(f"Điều 5. Trình tự thực hiện\n{tasks}")
    found = [(a.actor, a.task) for a in facts.assignments]
    assert found == expected
