"""Times as the cells of a table have them: a quarter, a month, days, years, "thường xuyên"."""

from __future__ import annotations

from ingest.facts.language.lexicon import LOWER
from ingest.spelling import spaced, spaced_re

__all__ = ["CELL_TIME_RE"]

_YEARS = r"20\d\d(?:\s*[-–]\s*20\d\d)?"
_DAY = rf"\d{{1,2}}/\d{{1,2}}(?:/20\d\d)?(?!\d|\s+(?!đến|và|h[ằà]ng)[{LOWER}])"
# Days of a cell: "Từ 10/3 đến 15/4", "02 - 28/3", "Xong trước 30/4", "19 giờ 30 ngày 16/5", "11/3 15/3" of two columns.
_DAYS = spaced(
    rf"(?:(?:Xong trước|Trước|Từ|Đến|Ngày|Sáng|Chiều|Tối|Chậm nhất|Hết) (?:ngày )?)?(?:\d{{1,2}}\s*(?:giờ|h)\s*(?:\d\d)?\s*,?\s*(?:ngày )?)?"
    rf"(?:\d{{1,2}}(?:/\d{{1,2}}(?:/20\d\d)?)?\s*(?:-|–|đến|và)\s*(?:hết )?(?:ngày )?{_DAY}|{_DAY}(?: {_DAY})?)(?: h[ằà]ng năm)?"
)
CELL_TIME_RE = spaced_re(
    rf"(?:Quý (?:I{{1,3}}|IV|[1-4])(?!\w)(?:\s*(?:[-–,]|và)\s*(?:Quý )?(?:I{{1,3}}|IV|[1-4])(?!\w))*(?:\s*(?:/|năm|-|–)\s*20\d\d)?|Tháng \d{{1,2}}(?:\s*(?:,|và)\s*(?:tháng )?\d{{1,2}}(?!\d|/))*(?:\s*(?:/|năm|-)\s*20\d\d)?|(?:Giai đoạn |Năm )?{_YEARS}"
    rf"|{_DAYS}|Từ tháng \d{{1,2}}(?:/20\d\d)? đến (?:hết )?tháng \d{{1,2}}(?:/20\d\d)?|(?:Xong )?(?:[Tt]rong|[Tt]rước) tháng \d{{1,2}}(?:/20\d\d)?"
    r"|(?:Trước|Trong|Từ|Đến|Hoàn thành|Chậm nhất|Sau) (?:[^\s.;]+ ){0,5}?(?:[\d/]*20\d\d)(?:\s*[-–]\s*20\d\d)?|Kỳ họp (?:[^\s.;\d]+ ){0,6}?(?:năm 20\d\d"
    r"|HĐND(?: tỉnh| thành phố)?|Quốc hội)|Tuần \d tháng \d{1,2}|(?:Thực hiện|Nhiệm vụ) thường xuyên|Thường xuyên(?:\s*,\s*h[ằà]ng (?:năm"
    r"|quý|tháng))?|Mỗi (?:năm|quý|tháng)(?: \d{1,2} \w+)?|Trước ngày \d{1,2}(?: (?:của )?tháng (?:cuối|đầu)(?: (?:của )?(?:mỗi )?quý)?| h[ằà]ng (?:tháng"
    r"|quý))|H[ằà]ng (?:năm|quý|tháng)(?: và từng giai đoạn)?|Định kỳ h[ằà]ng (?:năm|quý|tháng))(?![\w/])"
)
"""A cell that tells when; it begins with a capital or a number, as cells do."""
