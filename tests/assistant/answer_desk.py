"""Three small invented plans of tỉnh Sơn Hà and a desk over them, for tables of questions and answers."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from assistant.settings import Settings
from assistant.weighing import Desk
from vectorstore import StoreSettings, open_library

PROVINCE, COMMUNE = "tinh-son-ha.txt", "xa-ban-mo.txt"
PROVINCE_TEXT = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 31/KH-UBND
Sơn Hà, ngày 12 tháng 01 năm 2031

KẾ HOẠCH
Phát triển cây dược liệu năm 2031

Thực hiện Nghị quyết số 07-NQ/TU ngày 05/6/2030 của Tỉnh ủy về phát triển dược liệu, UBND tỉnh ban hành Kế hoạch như sau:

I. MỤC TIÊU
- Trồng mới 350 ha cây dược liệu.
- Tập huấn cho 1.200 lượt hộ nông dân.
- Tỷ lệ sản phẩm được cấp mã số vùng trồng đạt từ 85% trở lên.

II. NHIỆM VỤ
1. Khảo sát vùng trồng
a) Lập bản đồ thổ nhưỡng vùng trồng sâm. Thời gian thực hiện theo hướng dẫn của Viện Thổ nhưỡng.
b) Hội thảo giới thiệu giống mới tổ chức trong tháng 4 và tháng 9.

III. TỔ CHỨC THỰC HIỆN
1. Sở Nông nghiệp và Môi trường
Chủ trì, phối hợp với Sở Khoa học và Công nghệ xây dựng vườn ươm giống.
Tham mưu UBND tỉnh ban hành chính sách hỗ trợ giống.
2. Sở Công Thương
Chủ trì xúc tiến tiêu thụ sản phẩm dược liệu.
3. Các sở, ban, ngành báo cáo kết quả về Sở Nông nghiệp và Môi trường: báo cáo 6 tháng trước ngày 10/6/2031; báo cáo năm trước ngày 05/12/2031.

Nơi nhận:
- Bộ Y tế;
- Sở Công Thương;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Văn Thắng
"""
COMMUNE_TEXT = """ỦY BAN NHÂN DÂN
XÃ BẢN MỜ
Số:      /KH-UBND
Bản Mờ, ngày      tháng 02 năm 2031

KẾ HOẠCH
Phát triển cây dược liệu trên địa bàn xã Bản Mờ năm 2031

Thực hiện Kế hoạch số 31/KH-UBND ngày 12/01/2031 của UBND tỉnh Sơn Hà, UBND xã Bản Mờ ban hành Kế hoạch như sau:

I. MỤC TIÊU
- Trồng mới 20 ha cây dược liệu.

II. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế
Chủ trì tổng hợp báo cáo kết quả gửi Sở Nông nghiệp và Môi trường trước ngày 01/12/2031.
2. Phòng Văn hóa - Xã hội
Tuyên truyền về kỹ thuật trồng sâm.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Vàng A Páo
"""
PARTY_TEXT = """TỈNH ỦY SƠN HÀ
BAN TUYÊN GIÁO VÀ DÂN VẬN
*
Số 15-KH/BTGDVTU
ĐẢNG CỘNG SẢN VIỆT NAM
Sơn Hà, ngày 20 tháng 01 năm 2031

KẾ HOẠCH
công tác dân vận năm 2031

Căn cứ Chương trình số 40-CTr/TU, ngày 10/12/2030 của Tỉnh ủy Sơn Hà, Ban Tuyên giáo và Dân vận Tỉnh ủy xây dựng Kế hoạch như sau:

I. NHIỆM VỤ
1. Xây dựng ít nhất 12 mô hình "Dân vận khéo" cấp tỉnh.
II. TỔ CHỨC THỰC HIỆN
1. Phòng Đoàn thể và các Hội: chủ trì tham mưu tổ chức đối thoại.
2. Đề nghị Ủy ban MTTQ Việt Nam tỉnh gửi kết quả giám sát về Ban Tuyên giáo và Dân vận Tỉnh ủy trước ngày 20 của tháng cuối quý.

Nơi nhận:
- Thường trực Tỉnh ủy,
- Lưu Ban.
K/T TRƯỞNG BAN
PHÓ TRƯỞNG BAN

Nguyễn Thị Sen

PHỤ LỤC
DANH MỤC CÔNG VIỆC
TT\tNội dung công việc\tThời gian\tChủ trì\tPhối hợp
1\tTập huấn cán bộ dân vận xã\tTháng 3\tPhòng Dân vận\tTrường Chính trị tỉnh
2\tKhảo sát đời sống công nhân\tTháng 3\tPhòng Đoàn thể và các Hội\tLiên đoàn Lao động tỉnh
3\tThi cán bộ dân vận khéo\tQuý III\tPhòng Dân vận\tSở Nội vụ
"""
PARTY = "ban-tuyen-giao.txt"
TEXTS = {PROVINCE: PROVINCE_TEXT, COMMUNE: COMMUNE_TEXT, PARTY: PARTY_TEXT}


@contextmanager
def open_desk(texts: Mapping[str, str] = TEXTS) -> Iterator[Desk]:
    """A desk over the invented plans, in a library of its own that goes when it is closed."""
    with tempfile.TemporaryDirectory() as folder:
        plans, data = Path(folder, "plans"), Path(folder, "data")
        plans.mkdir()
        for name, text in texts.items():
            Path(plans, name).write_text(text, encoding="utf-8")
        with open_library(StoreSettings(data)) as library:
            assert all(outcome.error is None for outcome in library.add_all(sorted(plans.iterdir())))
            yield Desk(Settings(data=data), library)
