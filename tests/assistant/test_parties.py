"""To whom something is sent and with whom work is done, as sentences of plans say it."""

from __future__ import annotations

import pytest

from assistant.answer.evidence.parties import handed_to, partners, receivers

SENT = [
    (
        "Các xã báo cáo UBND tỉnh Sơn Hà, Chủ tịch UBND tỉnh (thông qua Sở Tài chính) để xem xét",
        None,
        ("UBND tỉnh Sơn Hà", "Chủ tịch UBND tỉnh"),
        ("Sở Tài chính",),
    ),
    (
        "Định kỳ gửi báo cáo trước ngày 15/11 hằng năm về Sở Khoa học và Công nghệ để tổng hợp, tham mưu UBND tỉnh báo cáo Chính phủ",
        None,
        ("Sở Khoa học và Công nghệ",),
        (),
    ),
    (
        "Các đơn vị gửi Sở Nội vụ; Sở Nội vụ tổng hợp, báo cáo UBND tỉnh (qua Văn phòng UBND tỉnh)",
        "Sở Nội vụ",
        ("UBND tỉnh",),
        ("Văn phòng UBND tỉnh",),
    ),
    (
        "Đăng ký hỗ trợ thông qua đầu mối Ủy ban MTTQ Việt Nam tỉnh hoặc Sở Công Thương",
        None,
        (),
        ("Ủy ban MTTQ Việt Nam tỉnh", "Sở Công Thương"),
    ),
    ("Tiếp nhận hồ sơ tại Văn phòng đăng ký đất đai, Chi nhánh Văn phòng đăng ký đất đai", None, (), ()),
    ("Chỉ tiêu đăng ký theo Nghị quyết của Tỉnh ủy, HĐND tỉnh", None, (), ()),
    (
        "Đề nghị gửi phản ánh về Sở Nội vụ (Phòng Thi đua - Khen thưởng) để tổng hợp, báo cáo UBND tỉnh",
        None,
        ("Sở Nội vụ", "Phòng Thi đua - Khen thưởng"),
        (),
    ),
    (
        "Các xã gửi kết quả về UBND tỉnh, đồng thời gửi Sở Y tế để theo dõi, báo cáo Bộ Y tế",
        None,
        ("UBND tỉnh", "Sở Y tế"),
        (),
    ),
    ("Giáo viên báo Ban giám hiệu trong 30 phút; trường báo cáo UBND phường", None, ("Ban giám hiệu",), ()),
    ("Kịp thời phản ánh với cấp ủy, chính quyền những kiến nghị", None, ("cấp ủy, chính quyền",), ()),
]
TOGETHER = [
    (
        "Sở Y tế chủ trì, phối hợp với Sở Tài chính, Công an tỉnh rà soát chế độ theo Nghị định số 05/2030/NĐ-CP của Chính phủ",
        ("Sở Tài chính", "Công an tỉnh"),
    ),
    ("Phối hợp Công an tỉnh tham mưu UBND tỉnh khen thưởng các tập thể, cá nhân", ("Công an tỉnh",)),
    ("Công an xã Suối Bạc phối hợp với Sở Y tế tuyên truyền", ("Công an xã Suối Bạc",)),
    ("Tăng cường phối hợp thường xuyên giữa các sở, ngành với Mặt trận Tổ quốc trong giám sát", ("các sở, ngành", "Mặt trận Tổ quốc")),
    ("Phối hợp chặt chẽ lực lượng Công an và các đoàn thể thực hiện Kế hoạch", ("Công an", "các đoàn thể")),
    ("Phối hợp chặt chẽ, thực hiện hiệu quả các nội dung do UBND tỉnh giao", ()),
    ("Cơ quan phối hợp phải báo cáo rõ lý do với người đứng đầu đơn vị", ()),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "asked", "to", "via"), SENT)
def test_the_direct_receiver_is_told_and_through_whom(
    sentence: str, asked: str | None, to: tuple[str, ...], via: tuple[str, ...]
) -> None:
    assert receivers(sentence, asked) == (to, via)


@pytest.mark.parametrize(("sentence", "names"), TOGETHER)
def test_partners_end_where_the_duty_begins(sentence: str, names: tuple[str, ...]) -> None:
    assert partners(sentence, "Sở Y tế", ()) == names


@pytest.mark.parametrize(
    ("text", "gathers"),
    [
        ("Các xã báo cáo kết quả về UBND tỉnh (qua Sở Nội vụ tổng hợp) trước ngày 15/11", "Sở Nội vụ"),
        ("Báo cáo gửi về Văn phòng Sở trước ngày 20 hằng tháng để theo dõi, tổng hợp", "Văn phòng Sở"),
        ("Các đơn vị báo cáo thông qua Sở Tài chính tổng hợp, trình UBND tỉnh", "Sở Tài chính"),
        ("Báo cáo kết quả về UBND tỉnh (qua Công an tỉnh) để tổng hợp chung", "Công an tỉnh"),
        ("Vướng mắc gửi về Sở Nội vụ (Phòng Thi đua) để tổng hợp, báo cáo UBND tỉnh", "Sở Nội vụ"),
        ("Sở Nội vụ tổng hợp báo cáo của các xã, gửi UBND tỉnh", None),
        ("Các xã tổng hợp danh sách gửi Sở Y tế", None),
    ],
)
def test_who_gathers_is_whom_it_is_sent_to(text: str, gathers: str | None) -> None:
    assert handed_to(text, "tong hop") == gathers
