"""Agencies: mentions, lists, keys."""

from __future__ import annotations

import pytest

from ingest.facts.bodies.agencies import agency_key, find_agencies, read_agencies, same_agency, split_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sở Văn hóa, Thể thao và Du lịch chủ trì", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Sở Giáo dục và Đào tạo, Sở Tài chính rà soát", ["Sở Giáo dục và Đào tạo", "Sở Tài chính"]),
        ("Sở Thông tin và Truyền thông và Công an tỉnh", ["Sở Thông tin và Truyền thông", "Công an tỉnh"]),
        ("Cục Kế hoạch và Tài chính kiểm tra việc chi", ["Cục Kế hoạch và Tài chính"]),
        ("Quỹ Bảo trợ trẻ em chi cứu chữa", ["Quỹ Bảo trợ trẻ em"]),
        ("Ngân hàng Nhà nước chi nhánh tỉnh", ["Ngân hàng Nhà nước chi nhánh tỉnh"]),
        ("Cục Thuế và Kho bạc Nhà nước đối chiếu", ["Cục Thuế", "Kho bạc Nhà nước"]),
        ("Cục An toàn thực phẩm và Giám đốc Sở Y tế", ["Cục An toàn thực phẩm", "Giám đốc Sở Y tế"]),
        ("Cục Phòng, chống ma túy chủ trì", ["Cục Phòng, chống ma túy"]),
        ("Ủy ban Quốc gia về chuyển đổi số chỉ đạo", ["Ủy ban Quốc gia về chuyển đổi số"]),
        ("các tổ chức nhân dân, VTV, VOV đưa tin", ["các tổ chức nhân dân", "VTV", "VOV"]),
        ("các Sở: Nội vụ, Tài chính và Y tế", ["Sở Nội vụ", "Sở Tài chính", "Sở Y tế"]),
        ("các cơ quan, đơn vị, địa phương theo dõi", ["các cơ quan, đơn vị, địa phương"]),
        ("các sở, ban, ngành, UBND các xã, phường", ["các sở, ban, ngành", "UBND các xã, phường"]),
        ("Cấp ủy, chính quyền các cấp tăng cường", ["Cấp ủy, chính quyền các cấp"]),
        ("MTTQ và các đoàn thể huyện", ["MTTQ và các đoàn thể huyện"]),
        ("Thủ trưởng các cơ quan, đơn vị có trách nhiệm", ["Thủ trưởng các cơ quan, đơn vị"]),
        ("Giám đốc Sở Nội vụ; Chủ tịch UBND các xã", ["Giám đốc Sở Nội vụ", "Chủ tịch UBND các xã"]),
        ("Thanh tra tỉnh Chủ trì theo dõi", ["Thanh tra tỉnh"]),
        ("Giám đốc các Sở: Nội vụ, Tài chính", ["Giám đốc Sở Nội vụ", "Giám đốc Sở Tài chính"]),
        ("Ban Quản lý rừng phòng hộ Sơn Hà bảo vệ", ["Ban Quản lý rừng phòng hộ Sơn Hà"]),
        (
            "Vườn quốc gia Pha Lĩnh và Khu bảo tồn thiên nhiên Nậm Pì tuần tra",
            ["Vườn quốc gia Pha Lĩnh", "Khu bảo tồn thiên nhiên Nậm Pì"],
        ),
        (
            "Nhà hát Dân tộc tỉnh, Điện lực Sơn Hà, các nhà mạng bảo đảm",
            ["Nhà hát Dân tộc tỉnh", "Điện lực Sơn Hà", "các nhà mạng"],
        ),
        ("Luật Điện lực, diện tích vườn quốc gia", []),
        ("Ban Quản lý dự án giao thông tỉnh khẩn trương", ["Ban Quản lý dự án giao thông tỉnh"]),
        ("Ban Chấp hành Hội Nông dân tỉnh giám sát", ["Ban Chấp hành Hội Nông dân tỉnh"]),
        (
            "Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương",
            ["Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương"],
        ),
        ("Chi cục Hải quan khu vực V kiểm soát", ["Chi cục Hải quan khu vực V"]),
        ("Chi cục An toàn vệ sinh thực phẩm thẩm định", ["Chi cục An toàn vệ sinh thực phẩm"]),
        ("Trung tâm Dịch vụ tổng hợp xã chủ trì", ["Trung tâm Dịch vụ tổng hợp xã"]),
        ("Lãnh đạo Sở xây dựng kế hoạch", ["Lãnh đạo Sở"]),
        ("Công an tỉnh Sơn Hà, Bộ Chỉ huy Quân sự tỉnh", ["Công an tỉnh Sơn Hà", "Bộ Chỉ huy Quân sự tỉnh"]),
        (
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội",
            ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "các tổ chức chính trị - xã hội"],
        ),
        ("Trung tâm Phục vụ hành chính công tỉnh phối hợp", ["Trung tâm Phục vụ hành chính công tỉnh"]),
        (
            "Ban Dân vận Huyện ủy, Huyện đoàn, Hội Nông dân huyện",
            ["Ban Dân vận Huyện ủy", "Huyện đoàn", "Hội Nông dân huyện"],
        ),
    ],
)
def test_a_list_is_split_into_bodies_and_collectives_stay_whole(text: str, names: list[str]) -> None:
    assert [agency.name for agency in read_agencies(text)[0]] == names


@pytest.mark.parametrize(
    "text", ["xây dựng kế hoạch cụ thể", "Hội nghị sơ kết", "phòng, chống tham nhũng", "báo cáo kết quả"]
)
def test_what_is_no_body_is_not_found(text: str) -> None:
    assert find_agencies(text) == ()


def test_a_company_is_named_to_its_place_and_not_beyond() -> None:
    one, other = "Công ty Cổ phần Môi trường đô thị Sơn Hà", "Công ty TNHH Một thành viên Cấp nước Sơn Hà"
    found = find_agencies(f"{one} đầu tư bổ sung xe; {other} nâng cấp ống.")
    assert [agency.name for agency in found] == [one, other]


def test_offsets_point_to_the_name() -> None:
    text = "Giao Thanh tra tỉnh theo dõi, báo cáo về UBND tỉnh (qua Sở Nội vụ)."
    found = find_agencies(text)
    assert (
        [text[a.start : a.end] for a in found]
        == [a.name for a in found]
        == ["Thanh tra tỉnh", "UBND tỉnh", "Sở Nội vụ"]
    )


@pytest.mark.parametrize(
    "group",
    [
        ("SNV", "Sở NV", "Sở Nội vụ", "so noi vu", "Sở Nội vụ tỉnh Sơn Hà"),
        ("TTr tỉnh", "Thanh tra tỉnh", "thanh tra tinh", "TTT"),
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh", "Uỷ ban nhân dân tỉnh Sơn Hà", "ubnd tinh"),
        ("BDV Tỉnh ủy", "Ban Dân vận Tỉnh ủy", "BDVTU"),
        ("UBMTTQ tỉnh", "Ủy ban Mặt trận Tổ quốc tỉnh"),
        ("VPUB tỉnh", "Văn phòng UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"),
        ("Sở VHTT&DL", "Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL"),
        ("Đài PTTH tỉnh", "Đài Phát thanh - Truyền hình tỉnh", "Đài Phát thanh và Truyền hình tỉnh"),
    ],
)
def test_all_ways_to_write_a_name_meet_in_one_key(group: tuple[str, ...]) -> None:
    assert len({agency_key(name) for name in group}) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ban Dân vận", "Ban Dân vận Huyện ủy", True),
        ("Thanh tra Sở", "Thanh tra tỉnh", False),
        ("UBND xã", "UBND tỉnh", False),
        ("Sở Y tế", "Sở Tài chính", False),
    ],
)
def test_same_agency(one: str, other: str, same: bool) -> None:
    assert same_agency(one, other) is same


def test_unknown_names_of_a_cell_stay_as_written() -> None:
    assert [a.name for a in split_names("Hợp tác xã Hoa Ban; Sở Y tế")] == ["Hợp tác xã Hoa Ban", "Sở Y tế"]
