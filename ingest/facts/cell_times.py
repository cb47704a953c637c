"""Times as the cells of a table have them: a quarter, a month, days, years, "thường xuyên"."""

from __future__ import annotations

import re

from ingest.facts.lexicon import LOWER

__all__ = ["CELL_TIME_RE"]

_YEARS = r"20\d\d(?:\s*[-–]\s*20\d\d)?"
_DAY = rf"\d{{1,2}}/\d{{1,2}}(?:/20\d\d)?(?!\d|\s+(?!đến|và|h[ằà]ng)[{LOWER}])"
# Days of a cell: "Từ 10/3 đến 15/4", "02 - 28/3", "Xong trước 30/4", "19 giờ 30 ngày 16/5", "11/3 15/3" of two columns.
_DAYS = (
    rf"(?:(?:Xong\s+trước|Trước|Từ|Đến|Ngày|Sáng|Chiều|Tối|Chậm\s+nhất|Hết)\s+(?:ngày\s+)?)?(?:\d{{1,2}}\s*(?:giờ|h)\s*(?:\d\d)?\s*,?\s*(?:ngày\s+)?)?"
    rf"(?:\d{{1,2}}(?:/\d{{1,2}}(?:/20\d\d)?)?\s*(?:-|–|đến|và)\s*(?:hết\s+)?(?:ngày\s+)?{_DAY}|{_DAY}(?:\s+{_DAY})?)(?:\s+h[ằà]ng\s+năm)?"
)
CELL_TIME_RE = re.compile(
    rf"(?:Quý\s+(?:I{{1,3}}|IV|[1-4])(?!\w)(?:\s*(?:[-–,]|và)\s*(?:Quý\s+)?(?:I{{1,3}}|IV|[1-4])(?!\w))*(?:\s*(?:/|năm|-|–)\s*20\d\d)?|Tháng\s+\d{{1,2}}(?:\s*(?:,|và)\s*(?:tháng\s+)?\d{{1,2}}(?!\d|/))*(?:\s*(?:/|năm|-)\s*20\d\d)?|(?:Giai\s+đoạn\s+|Năm\s+)?{_YEARS}"
    rf"|{_DAYS}|Từ\s+tháng\s+\d{{1,2}}(?:/20\d\d)?\s+đến\s+(?:hết\s+)?tháng\s+\d{{1,2}}(?:/20\d\d)?|(?:Xong\s+)?(?:[Tt]rong|[Tt]rước)\s+tháng\s+\d{{1,2}}(?:/20\d\d)?"
    r"|(?:Trước|Trong|Từ|Đến|Hoàn\s+thành|Chậm\s+nhất|Sau)\s+(?:[^\s.;]+\s+){0,5}?(?:[\d/]*20\d\d)(?:\s*[-–]\s*20\d\d)?|Kỳ\s+họp\s+(?:[^\s.;\d]+\s+){0,6}?(?:năm\s+20\d\d|HĐND(?:\s+tỉnh|\s+thành\s+phố)?|Quốc\s+hội)|Tuần\s+\d\s+tháng\s+\d{1,2}|(?:Thực\s+hiện|Nhiệm\s+vụ)\s+thường\s+xuyên|Thường\s+xuyên(?:\s*,\s*h[ằà]ng\s+(?:năm|quý|tháng))?|Mỗi\s+(?:năm|quý|tháng)(?:\s+\d{1,2}\s+\w+)?|Trước\s+ngày\s+\d{1,2}(?:\s+(?:của\s+)?tháng\s+(?:cuối|đầu)(?:\s+(?:của\s+)?(?:mỗi\s+)?quý)?|\s+h[ằà]ng\s+(?:tháng|quý))|H[ằà]ng\s+(?:năm|quý|tháng)(?:\s+và\s+từng\s+giai\s+đoạn)?|Định\s+kỳ\s+h[ằà]ng\s+(?:năm|quý|tháng))(?![\w/])"
)
"""A cell that tells when; it begins with a capital or a number, as cells do."""
