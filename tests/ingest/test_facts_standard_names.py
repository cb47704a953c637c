"""Names of rooms, wards, centres and boards are read whole wherever they stand, and no further."""

import pytest

from ingest.facts.bodies.agencies import find_agencies

WHOLE = (
    "Phòng Giáo dục phổ thông",
    "Phòng Tổ chức, biên chế",
    "Phòng Xây dựng, kiểm tra và theo dõi thi hành pháp luật",
    "Phòng Cảnh sát quản lý hành chính về trật tự xã hội",
    "Phòng Nghiệp vụ 2",
    "Khoa Kiểm soát nhiễm khuẩn",
    "Khoa Răng - Hàm - Mặt",
    "Chi cục Quản lý thị trường",
    "Trung tâm Trợ giúp pháp lý nhà nước",
    "Trung tâm Công nghệ thông tin và Truyền thông",
    "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên",
    "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông",
    "Đội Cảnh sát giao thông - trật tự",
    "Hội Nạn nhân chất độc da cam/dioxin tỉnh",
    # In no list:
    "Phòng Quan hệ quốc tế",
    "Phòng Phát triển sản phẩm số",
    "Phòng Xử lý kỷ luật đảng",
    "Khoa Lão học",
    "Đội Trật tự giao thông",
    "Trung tâm Dữ liệu số",
    "Bệnh viện Sức khỏe tâm thần",
)
PLACES = (
    "{} chủ trì, phối hợp với Văn phòng Sở lập kế hoạch",
    "Giao {} tổng hợp, báo cáo Giám đốc Sở",
    "1. {}: cơ quan đầu mối",
    "Văn phòng chủ trì, phối hợp {} và UBND các xã tổ chức hội nghị",
    "gửi về {} trước ngày 15/3/2026",
    "{} rà soát danh sách",
)


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("place", PLACES)
def test_a_units_name_is_read_whole(name: str, place: str) -> None:
    assert name in [agency.name for agency in find_agencies(place.format(name))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Khoa Dược giám sát kháng sinh", "Khoa Dược"),
        ("Phòng Nghiệp vụ Y tổng hợp", "Phòng Nghiệp vụ Y"),
        ("Ban Quản lý chợ Tân Hòa vận động tiểu thương", "Ban Quản lý chợ Tân Hòa"),
        ("Phòng Tham mưu - Công an tỉnh", "Phòng Tham mưu"),
        ("Phòng Tư vấn vào chiều thứ Ba", "Phòng Tư vấn"),
        ("Trường Mầm non Hoa Ban sau khi sửa chữa", "Trường Mầm non Hoa Ban"),
    ],
)
def test_and_no_further(text: str, name: str) -> None:
    assert find_agencies(text)[0].name == name
