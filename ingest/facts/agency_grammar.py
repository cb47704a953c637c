"""How Vietnamese agency names are built, as anchored regular expressions.

A name is a head ("Sở", "Ban", "UBND"), its field ("Nội vụ", "Văn hóa, Thể thao và Du lịch") and a tail that
says whose it is ("tỉnh", "Huyện ủy", "xã Phong Sơn"). A collective is a list of common nouns in the plural
("các cơ quan, đơn vị, địa phương") with one tail for all. Names follow Decree 45/2025/NĐ-CP (departments),
Decree 150/2025/NĐ-CP (units of communes) and the Party's own statutes.
"""

from __future__ import annotations

import re

from ingest.facts.lexicon import LOWER, UPPER, alternatives, either_tone, read_list, read_table

__all__ = [
    "COLLECTIVE_RE",
    "FIELD_RE",
    "OFFICIAL_RE",
    "PLURAL_HEAD_RE",
    "SPECIFIC_RE",
]

_SP = r"[^\S\t\u2028]+"
_WORD = rf"[{UPPER}][{LOWER}]+"
# A task's verb may be capitalised after a lost line break ("Thanh tra tỉnh Chủ trì"): no place is named so.
_VERBS = alternatives(list(read_list("task_verbs.txt")))
_VERB = rf"(?!(?i:{_VERBS})(?![{LOWER}{UPPER}]))"
# Nor is a place named like the head of the next body ("UBND xã Sở Tài chính", a lost separator).
_NO_HEAD = r"(?!(?:Sở|Ban\s+(?:Dân|Tổ|Tuyên|Quản|Chỉ|Thường|Chấp)|Hội\s|Phòng\s|Công\s+an|Văn\s+phòng|Báo\s|Đài\s|Các\s|Trung\s+tâm|Thanh\s+tra|Liên\s+đoàn|Mặt\s+trận|Ủy\s+ban|Chi\s+cục|Cục\s|Bộ|UBND|Uỷ\s+ban|Ngân\s+hàng|Viện\s|Công\s+ty|Cơ\s+quan|Đơn\s+vị|Bảo\s+hiểm|Tập\s+đoàn|Thông\s+tấn|Quyết\s+định|Nghị\s+định|Thông\s+tư|Kết\s+luận|Kế\s+hoạch|Chương\s+trình|Nghị\s+quyết|Chỉ\s+thị|Về\s|Quy\s+chế|Đề\s+án|Luật\s|Căn\s)\b)"
_PROPER = rf"{_VERB}{_NO_HEAD}{_WORD}(?:{_SP}(?:-{_SP})?{_VERB}{_NO_HEAD}{_WORD}){{0,3}}"
_LEVEL = r"(?:(?i:tỉnh|thành\s+phố|TP\.?|huyện|thị\s+xã|quận|xã|phường|thị\s+trấn|đặc\s+khu|khu\s+vực|vùng)(?!\s+(?:ủy|uỷ|đoàn|hội)))"
_COMMITTEE = r"(?:Tỉnh|Thành|Huyện|Thị|Quận|Đảng)\s+[uủ][ỷyỉ]".replace("[uủ][ỷyỉ]", "(?:ủy|uỷ|Ủy|Uỷ)")
_PLACE = r"(?:xã|phường|thị\s+trấn|huyện|thị\s+xã|thành\s+phố|quận|tỉnh|đặc\s+khu|địa\s+phương|cơ\s+sở|thôn|bản|cấp)"
_PLACES = rf"(?:(?:các|cấp|từng|mỗi|những|hai|02|2){_SP}(?:các{_SP})?{_PLACE}(?:\s*(?:,|và|/)\s*(?:các{_SP}|cấp{_SP})?{_PLACE})*|{_PLACE}(?:\s*,\s*{_PLACE})+(?:\s+và\s+{_PLACE})?)"
_OWNER = (
    rf"(?:{_COMMITTEE}(?:{_SP}(?:xã|phường|các{_SP}cấp|Chính\s+phủ|Quốc\s+hội|{_PROPER}))?"
    rf"|(?:UBND|HĐND|Ủy\s+ban\s+nhân\s+dân|Uỷ\s+ban\s+nhân\s+dân|Hội\s+đồng\s+nhân\s+dân|UBMTTQ|Đảng\s+bộ)"
    rf"(?:{_SP}(?:{_PLACES}|{_LEVEL}(?:{_SP}{_PROPER})?))?"
    r"|(?:tỉnh|thành|huyện|thị)\s+(?:ủy|uỷ)(?:\s*,\s*(?:tỉnh|thành|huyện|thị|đảng)\s+(?:ủy|uỷ))*|Trung\s+ương(?:\s+Đảng)?|Chủ\s+tịch\s+nước|Việt\s+Nam|Chính\s+phủ|Quốc\s+hội|Nhà\s+nước)"
)
_TAIL = (
    rf"(?:{_SP}(?:{_PLACES}\b|(?:cấp{_SP})?{_LEVEL}\b(?:{_SP}(?:{_PROPER}|(?<!tỉnh\s)(?<!xã\s)(?!0)\d+\b|[IVX]+\b))?|(?<!liên\squan\s){_OWNER}|Sở\b"
    rf"|(?:của|thuộc|trực\s+thuộc){_SP}(?:Sở\b|{_LEVEL}\b(?:{_SP}{_PROPER})?|{_OWNER})"
    rf"|(?:nơi)?{_SP}trên\s+địa\s+bàn(?:{_SP}(?:toàn{_SP})?{_LEVEL}\b(?:{_SP}{_PROPER})?)?"
    rf"|trên\s+địa\s+bàn(?:{_SP}(?:toàn{_SP})?{_LEVEL}\b(?:{_SP}{_PROPER})?)?"
    rf"|trực{_SP}thuộc{_SP}trung{_SP}ương|(?:có\s+)?liên\s+quan(?:\s+(?:khác|ở\s+\w+))?|cùng\s+cấp|cấp\s+(?:trên|dưới)(?:\s+trực\s+tiếp)?(?!\w|\s+\d)))"
)

_FIELDS = alternatives(list(read_list("agency_fields.txt")))
_FIELD = rf"(?:(?i:{_FIELDS})(?![{LOWER}{UPPER}]))"
# An unknown field: a capitalised word, at most one small word after it, and the like joined on.
_STOP = (
    r"(?!(?:chủ|phối|tham|có|và|thực(?!\s+(?:phẩm|vật))|(?<!hát\s)triển|tổ|là|về|trong|theo|các|tại|phải|đã|sẽ|để|với|chịu|báo|xây|giúp|(?<![vV]iệc\s)làm"
    r"|hướng|tiếp|căn|đề|tăng|kiểm|tổng|ban|của|từ|đến|được|cùng|rà|trình|đôn|nghiên|định|hằng|hàng|trên|cho"
    r"|tỉnh|thành|huyện|xã|phường|quận|thị|đặc|khẩn|kịp|giao|chỉ|đẩy|quán|nâng|tuyên|(?<!tư\s)phát|đảm|bảo|bố|lập|gửi"
    r"|thu|hỗ|thẩm|cung|bồi|thường|nghiêm|tích|tập|phụ|(?<!ưu\s)(?<!ăng\s)ký|quyết|quy|cấp|trực|thuộc|liên)\b)"
)
_FREE = rf"{_WORD}(?:{_SP}{_STOP}[{LOWER}]+)?(?:{_SP}(?:-|–|và){_SP}(?!(?:Sở|Ban|Hội|Phòng|Công an|Văn phòng|Báo|Đài|UBND|Ủy ban|Trung tâm|Thanh tra|Chi cục|Cục|Đoàn)\b){_WORD}(?:{_SP}{_STOP}[{LOWER}]+)?)*"
_PLAINS = alternatives(list(read_list("subject_verbs.txt")))
# A name ends before a plain verb of two words, or one that is never part of a name ("Hội đồng Thi đua | xét ...").
_TWO_VERBS = alternatives([verb for verb in read_list("subject_verbs.txt") if " " in verb])
_NO_VERB = rf"(?!(?:{_TWO_VERBS}|tiến\s+hành|thông\s+báo|xem\s+xét|sử\s+dụng|xác\s+(?:nhận|định|minh)|công\s+bố|phê\s+duyệt|trao\s+đổi|cập\s+nhật|yêu\s+cầu|gửi|xét|mời|mở|họp|cử|nộp|cắm|treo|phun|quét|dạy)(?!\w))"
_LONG = rf"(?:Y{_SP}tế|{_WORD}(?:{_SP}{_STOP}{_NO_VERB}[{LOWER}]+)?)(?:{_SP}(?:(?:-|–){_SP})?(?:{_STOP}{_NO_VERB}[{LOWER}]+|(?!(?:Sở|Hội|Phòng|UBND)\b){_WORD}(?:{_SP}{_STOP}{_NO_VERB}[{LOWER}]+)?)){{0,6}}"

_LONG_TAIL = rf"{_STOP}{_NO_VERB}[{LOWER}]+(?:{_SP}{_STOP}{_NO_VERB}[{LOWER}]+){{0,6}}(?:{_SP}tại{_SP}doanh{_SP}nghiệp)?"
# "Sở Giao dịch Chứng khoán", "Tổng công ty Lưu ký và Bù trừ chứng khoán": bodies of the securities market.
_MARKET = rf"Sở{_SP}[gG]iao{_SP}dịch{_SP}(?:[cC]hứng{_SP}khoán|[hH]àng{_SP}hóa)|Tổng{_SP}công{_SP}ty{_SP}[lL]ưu{_SP}ký{_SP}và{_SP}[bB]ù{_SP}trừ{_SP}chứng{_SP}khoán"

# "Chi cục Trồng trọt [và Bảo vệ thực vật]": the second half of what one body manages.
_JOINED = rf"(?:{_SP}và{_SP}(?:Bảo{_SP}vệ{_SP}(?:thực{_SP}vật|môi{_SP}trường)|Phòng,?{_SP}chống{_SP}thiên{_SP}tai|Thú{_SP}y|Thủy{_SP}lợi|Thủy{_SP}sản|Phát{_SP}triển{_SP}nông{_SP}thôn|Kiểm{_SP}ngư|Kế{_SP}hoạch{_SP}hóa{_SP}gia{_SP}đình)(?!\w))?"

# "Cục Kế hoạch và Tài chính": a second field in capitals that begins no other body's name ("Cục Đường bộ | và Thanh niên xung phong").
_AND_FIELD = rf"(?:{_SP}và{_SP}{_NO_HEAD}(?!(?:Kho|Kiểm|Tòa|Toà|Vụ|Trường|Bệnh|Học|Chính|Quốc|Chủ|Giám|Thủ|Trưởng|Tổng|Bưu|Hải|Thuế|Đoàn|Quân|Thống|Người|Cảnh|Hiệp|Liên|Tạp|Nhà|Cổng|Tổ(?!\s+chức)|Đội|Đài|Đại|Đồn|Trạm|Hạt|Biên|Thanh\s+niên|Lực|Tỉnh|Thành|Huyện|Xã|Phường)(?!\w)){_WORD}(?:{_SP}{_STOP}{_NO_VERB}[{LOWER}]+){{0,3}}(?!\w))?"

_PARTY_BOARDS = (
    r"Ban\s+(?:Thường\s+trực(?:\s+(?:Ủy|Uỷ)\s+ban\s+(?:MTTQ|Mặt\s+trận\s+Tổ\s+quốc)(?:\s+Việt\s+Nam)?)?|(?:Thường\s+vụ|Chấp\s+hành)(?:\s+(?:Hội\s+(?:Nông\s+dân|Liên\s+hiệp\s+[pP]hụ\s+nữ|LHPN|Cựu\s+chiến\s+binh|Chữ\s+thập\s+đỏ)|(?:Tỉnh|Thành|Xã)\s+[đĐ]oàn|Liên\s+đoàn\s+Lao\s+động|Công\s+đoàn))?|Bí\s+thư|Cán\s+sự\s+[đĐ]ảng|cán\s+sự\s+[đĐ]ảng|[Dd]ân\s+vận|[tT]uyên\s+giáo\s+và\s+[dD]ân\s+vận"
    r"|[tT]uyên\s+giáo|Tổ\s+chức|Nội\s+chính|Kinh\s+tế|Đối\s+ngoại|Xây\s+dựng\s+[đĐ]ảng|Dân\s+tộc|Pháp\s+chế|Văn\s+hóa\s*-\s*[xX]ã\s+hội"
    r"|Kinh\s+tế\s*-\s*[nN]gân\s+sách|Thi\s+đua\s*[-,–]\s*Khen\s+thưởng|Tôn\s+giáo|Tiếp\s+công\s+dân|An\s+toàn\s+giao\s+thông"
    r"|Thanh\s+tra\s+[nN]hân\s+dân|Giám\s+sát\s+đầu\s+tư\s+(?:của\s+)?cộng\s+đồng|Giám\s+đốc|Giám\s+hiệu|Bảo\s+vệ,?\s+[cC]hăm\s+sóc\s+sức\s+khỏe\s+cán\s+bộ"
    r"|Công\s+tác\s+[mM]ặt\s+trận)"
)
_FRONT = r"(?:(?:Ủy|Uỷ)\s+ban\s+(?:[tT]rung\s+ương\s+)?|UB\s*)?(?:Mặt\s+trận\s+Tổ\s+quốc|MTTQ)(?:\s*(?:Việt\s+Nam|VN))?|UB\s?MTTQ\s?(?:VN|Việt\s+Nam)?"
_UNIONS = (
    r"(?:Tỉnh|Thành|Huyện|Thị|Quận|Xã)\s+[đĐ]oàn|Đoàn\s+[lL]uật\s+sư|Đoàn\s+(?:Thanh\s+niên|TNCS|TN)(?:\s+[cC]ộng\s+sản)?(?:\s+Hồ\s+Chí\s+Minh|\s+HCM)?"
    r"|Trung\s+ương\s+(?:Đoàn(?:\s+Thanh\s+niên\s+[cC]ộng\s+sản(?:\s+Hồ\s+Chí\s+Minh)?)?|Hội\s+(?:Liên\s+hiệp\s+[pP]hụ\s+nữ|Nông\s+dân|Cựu\s+chiến\s+binh|Chữ\s+thập\s+đỏ)(?:\s+Việt\s+Nam)?)|Liên\s+đoàn\s+(?:Lao\s+động|Thương\s+mại\s+và\s+Công\s+nghiệp)|LĐLĐ|Công\s+đoàn(?:\s+các\s+[kK]hu\s+(?:kinh\s+tế|công\s+nghiệp)|\s+[vV]iên\s+chức|\s+ngành\s+\w+\s+\w+)?"
    rf"|Hội\s+(?:Nông\s+dân|(?:Liên\s+hiệp\s+)?Phụ\s+nữ|LHPN|Cựu\s+chiến\s+binh|CCB|Chữ\s+thập\s+đỏ|Người\s+cao\s+tuổi|Khuyến\s+học|Luật\s+gia|Nhà\s+báo"
    r"|Người\s+khuyết\s+tật|Cựu\s+[tT]hanh\s+niên\s+[xX]ung\s+phong|Liên\s+hiệp\s+Thanh\s+niên|Sinh\s+viên|Doanh\s+nghiệp|Bảo\s+vệ\s+[nN]gười\s+tiêu\s+dùng"
    rf"|Văn\s+học\s*[-,]?\s*Nghệ\s+thuật|Đông\s+y|Làm\s+vườn|Kiến\s+trúc\s+sư|Cựu\s+giáo\s+chức|(?!nghị|đồng){_FREE})(?:\s+Việt\s+Nam)?"
    r"|Liên\s+minh\s+Hợp\s+tác\s+xã|Liên\s+hiệp\s+các\s+(?:Hội|hội|tổ\s+chức)\s+[\w\s]{5,40}?(?=\s+(?:tỉnh|thành)|[,;.])|Hiệp\s+hội\s+"
    rf"{_LONG}"
)
_FORCES = (
    r"Quân\s+(?:ủy|uỷ)|Quân\s+khu(?:\s+(?:\d+\b|Thủ\s+đô))?|Bộ\s+[Cc]hỉ\s+huy\s+(?:Quân\s+sự|quân\s+sự|[bB]ộ\s+đội\s+[bB]iên\s+phòng|BĐBP|QS)|Ban\s+[Cc]hỉ\s+huy\s+(?:Quân\s+sự|quân\s+sự|phòng\s+thủ\s+khu\s+vực|PTKV)|Ban\s+CHQS|Bộ\s+CHQS|BCH\s+[qQ]uân\s+sự"
    r"|Bộ\s+đội\s+[bB]iên\s+phòng|BĐBP|Bộ\s+Tư\s+lệnh(?:\s+[\w]+){0,2}|Công\s+an(?:\s+(?:các\s+)?đơn\s+vị\s*,\s*(?:Công\s+an\s+)?địa\s+phương)?|Cảnh\s+sát\s+(?:[bB]iển|phòng\s+cháy\s+\w+)(?:\s+[vV]ùng\s+\d+)?|Đồn\s+[bB]iên\s+phòng|Hạt\s+[kK]iểm\s+lâm"
)
_COURTS = (
    r"(?:Tòa|Toà)\s+án(?:\s+nhân\s+dân|\s+ND)?(?:\s+tối\s+cao)?|TAND|Viện\s+[kK]iểm\s+sát(?:\s+nhân\s+dân|\s+ND)?(?:\s+tối\s+cao)?|VKSND|(?:Cục\s+|Chi\s+cục\s+|Phòng\s+)?Thi\s+hành\s+án\s+[dD]ân\s+sự"
    r"|Kho\s+bạc(?:\s+Nhà\s+nước)?|KBNN|Ngân\s+hàng\s+(?:Nhà\s+nước|Chính\s+sách\s+[xX]ã\s+hội|NN|CSXH)(?:\s+Việt\s+Nam)?(?:\s*-?\s*(?:Chi\s+nhánh|chi\s+nhánh)(?:\s+(?:tỉnh|thành\s+phố|[kK]hu\s+vực))?(?:\s+\d+)?)?"
    r"|Bảo\s+hiểm\s+(?:[xX]ã\s+hội|tiền\s+gửi)|BHXH|Kiểm\s+toán\s+[nN]hà\s+nước(?:\s+[kK]hu\s+vực\s+\w+)?|Thuế(?=\s+(?:tỉnh|thành\s+phố|cơ\s+sở))|Thống\s+kê(?=\s+(?:tỉnh|thành\s+phố|cơ\s+sở))|Hải\s+quan(?=\s+(?:tỉnh|khu\s+vực))|Bưu\s+điện(?=\s+(?:tỉnh|thành|huyện))"
)
_PRESS = (
    rf"Báo\s+(?:(?:Nhân|Đại\s+biểu|Quân\s+đội|Công\s+an)\s+[nN]hân\s+dân|Nhân\s+[dD]ân|và\s+(?:Đài\s+)?(?:PT\s*-?\s*TH|[pP]hát\s+thanh(?:\s*(?:,|-|và)\s*|\s+)[tT]ruyền\s+hình)(?:\s+{_PROPER})?|(?!cáo){_PROPER})"
    rf"|Báo(?=\s+tỉnh)|Đài\s+(?:PT\s*-?\s*TH|PTTH|[pP]hát\s+thanh(?:\s*(?:,|-|–|và)\s*|\s+)[tT]ruyền\s+hình|[tT]ruyền\s+hình(?:\s+Việt\s+Nam)?|[tT]iếng\s+nói\s+Việt\s+Nam|[tT]ruyền\s+thanh)(?:\s+{_PROPER})?"
    rf"|(?:Cổng|Trang)\s+(?:[tT]hông\s+tin\s+[đĐ]iện\s+tử|TTĐT|TTTĐ|thành\s+phần)|Thông\s+tấn\s+xã\s+Việt\s+Nam|(?:Tạp\s+chí|Nhà\s+xuất\s+bản)\s+{_LONG}"
)
_OFFICES = (
    rf"(?:Chi\s+nhánh\s+)?Văn\s+phòng(?:\s+(?:[đĐ]iều\s+phối(?:\s+(?:[nN]ông\s+thôn\s+mới|NTM|[\w]+\s+[\w]+))?|[đĐ]ăng\s+ký\s+[đĐ]ất\s+đai|Đoàn\s+[đĐ]ại\s+biểu\s+Quốc\s+hội(?:\s*(?:,|và)\s*(?:HĐND|Hội\s+đồng\s+nhân\s+dân)(?:\s*(?:,|và)\s*UBND)?)?|Đoàn\s+ĐBQH(?:\s*(?:,|và)\s*HĐND)?|HĐND(?:\s*(?:,|và)\s*UBND)|Hội\s+đồng\s+nhân\s+dân\s+và\s+Ủy\s+ban\s+nhân\s+dân|Sở|(?={_OWNER})))?"
    rf"|VP\s?UBND|VPUB|Thanh\s+tra\s+Bộ\s+{_FIELD}|Thanh\s+tra(?=\s+(?:Sở|{_LEVEL}\b|Chính\s+phủ|Bộ|nhà\s+nước))|Thanh\s+tra\s+Chính\s+phủ|TTr(?=\s+tỉnh)|Khối\s+[dD]ân\s+vận(?:\s+{_COMMITTEE})?|Tổ\s+dân\s+vận"
)
_COUNCILS = (
    r"(?:Ủy|Uỷ)\s+ban\s+[nN]hân\s+dân|UBND|HĐND|Hội\s+đồng\s+[nN]hân\s+dân|Thường\s+trực\s+(?:HĐND|Hội\s+đồng\s+nhân\s+dân|(?:Tỉnh|Thành|Huyện|Đảng)\s+(?:ủy|uỷ)|cấp\s+ủy|UBND)|TT\.?\s*(?:HĐND|UBND|Tỉnh\s+ủy|Huyện\s+ủy|Đảng\s+ủy)|Đoàn\s+(?:[đĐ]ại\s+biểu\s+Quốc\s+hội|ĐBQH)"
    rf"|{_COMMITTEE}|(?:Ủy|Uỷ)\s+ban\s+[kK]iểm\s+tra|UBKT|(?:Ủy|Uỷ)\s+ban\s+[cC]ông\s+tác\s+(?:về\s+(?:các\s+)?)?(?:tổ\s+chức\s+)?(?:phi\s+chính\s+phủ\s+nước\s+ngoài|PCPNN)|(?:Ủy|Uỷ)\s+ban\s+(?:Quản\s+lý\s+(?=[{LOWER}]){_LONG_TAIL}|{_FREE}(?:{_SP}về{_SP}(?!(?:việc|công\s+tác|nội\s+dung)(?!\w)){_LONG_TAIL})?)|Quốc\s+hội|(?:Ủy|Uỷ)\s+ban\s+[tT]hường\s+vụ\s+Quốc\s+hội|(?:Phó\s+)?Thủ\s+tướng(?:\s+thường\s+trực)?\s+Chính\s+phủ(?:\s+phụ\s+trách(?:\s+lĩnh\s+vực)?)?|Chính\s+phủ|Bộ\s+Chính\s+trị|Đảng\s+bộ"
    rf"|Tổ\s+(?:công\s+tác|giúp\s+việc|chuyên\s+gia)(?:\s+(?:(?:triển\s+khai|thực\s+hiện)\s+)?(?:các\s+)?{_LONG}(?:{_SP}\d+)?)?|Tổ\s+[cC]ông\s+nghệ\s+số\s+cộng\s+đồng|Hội\s+đồng\s+(?:phối\s+hợp\s+(?:công\s+tác\s+)?phổ\s+biến,?\s+giáo\s+dục\s+pháp\s+luật|(?:nghĩa\s+vụ\s+quân\s+sự|giáo\s+dục\s+quốc\s+phòng(?:\s+và\s+an\s+ninh)?|thi\s+đua\s*[-,–]?\s*khen\s+thưởng|trường)(?!\w)|{_LONG})"
)
_BOARDS = (
    rf"(?:Ban\s+[cC]hỉ\s+đạo|BCĐ)(?:\s+(?:(?:xây\s+dựng\s+và\s+)?thực\s+hiện|phòng,?\s+chống|phát\s+triển|chuyển\s+đổi|cải\s+cách|các\s+chương\s+trình|công\s+tác|về){_SP}[\w\s]{{3,60}}?(?=\s*[,;.(:]|\s+(?:{_LEVEL}\b|các\s+cấp|chủ\s+(?:trì|động)|có\s+trách|tham\s+mưu|phối\s+hợp)|$)|{_SP}(?:\d+|QCDC|CCHC|{_WORD}){_STOP}(?:{_SP}{_STOP}[{LOWER}{UPPER}]+){{0,6}})?"
    rf"|(?:Ban\s+[qQ]uản\s+lý|BQL)\s+(?:rừng\s+(?:phòng\s+hộ|đặc\s+dụng)|dự\s+án\s+[^,;:.()]{{3,60}}?(?=\s+(?:{_LEVEL}\b|chủ\s+(?:trì|động)|có\s+trách|phối\s+hợp|đẩy\s|khẩn\s|tập\s|tham\s+mưu|tổ\s+chức|thực\s+hiện|báo\s+cáo|hoàn\s+thành))|(?:(?:các|rừng|dự\s+án|khu)\s+)?(?:{_LONG}|[kK]hu\s+(?:kinh\s+tế|Kinh\s+tế|[cC]ông\s+nghiệp|chế\s+xuất)(?:\s*(?:,|và)\s*(?:khu\s+)?(?:kinh\s+tế|công\s+nghiệp|chế\s+xuất|công\s+nghệ\s+cao))*(?:{_SP}{_PROPER})?))"
    rf"|Trung\s+tâm\s+{_WORD}{_SP}[{LOWER}]+(?:,{_SP}{_NO_HEAD}{_WORD}{_SP}[{LOWER}]+){{1,2}}{_SP}và{_SP}{_NO_HEAD}{_WORD}(?:{_SP}{_STOP}{_NO_VERB}[{LOWER}]+)?|Trung\s+tâm\s+(?:Dịch\s+vụ\s+tổng\s+hợp|{_LONG})|Trạm\s+[yY]\s+tế|TTPVHCC|Trường\s+{_LONG}|Bệnh\s+viện\s+{_LONG}|(?:Học\s+viện|Viện(?!\s+[kK]iểm))\s+{_LONG}{_AND_FIELD}|Chi\s+cục\s+(?:An\s+toàn\s+(?:vệ\s+sinh\s+)?thực\s+phẩm|{_LONG}{_JOINED}{_AND_FIELD})|(?:Tổng\s+)?[cC]ục\s+(?:Quản\s+lý\s+Khám,\s+chữa\s+bệnh|Phòng,?\s+chống{_SP}{_LONG_TAIL}|Quản\s+lý{_SP}(?:{_TWO_VERBS})(?!\w)|Quản\s+lý,\s+giám\s+sát(?:{_SP}{_STOP}{_NO_VERB}[{LOWER}]+){{1,4}}(?:,{_SP}(?!giám){_STOP}{_NO_VERB}[{LOWER}]+(?:{_SP}{_STOP}{_NO_VERB}[{LOWER}]+)*)*(?:{_SP}và{_SP}{_STOP}{_NO_VERB}[{LOWER}]+(?:{_SP}{_STOP}{_NO_VERB}[{LOWER}]+)?)?|(?=[{UPPER}]){_LONG}{_AND_FIELD})"
    rf"|Đảng\s+ủy\s+(?:(?:Bộ|Sở)\s+{_FIELD}|các\s+cơ\s+quan\s+[đĐ]ảng|UBND|Ủy\s+ban\s+nhân\s+dân|Công\s+an|Quân\s+sự|[kK]hối\s+\w+|Mặt\s+trận\s+Tổ\s+quốc(?:\s+Việt\s+Nam)?(?:\s*,\s*các\s+đoàn\s+thể\s+Trung\s+ương)?)|Quỹ\s+{_LONG}|Vụ\s+{_LONG}{_AND_FIELD}|Tập\s+đoàn\s+{_LONG}|(?:Tổng\s+)?[cC]ông\s+ty\s+(?:(?:cổ\s+phần|TNHH|trách\s+nhiệm\s+hữu\s+hạn|một\s+thành\s+viên|MTV|Nhà\s+nước)\s+)*(?=[{UPPER}]){_LONG}|Công\s+ty\s+Điện\s+lực|Điện\s+lực(?=\s+tỉnh)|Bưu\s+điện|VNPT|Viettel|VTV|VOV|TTXVN"
)
# Bodies named by what they manage or do, as regulations name them; in either case, also without a place.
_MANAGES = rf"(?:về{_SP})?(?:(?!(?:cấp|tỉnh|xã|và|có|phối|chủ|thực|theo|tham|tổ|trong|trên|các|hướng|kiểm|rà|xác|tiếp)\b)[{LOWER}]+(?:{_SP}(?=\w))?){{1,5}}"
_GENERIC = (
    rf"[cC]ơ{_SP}quan{_SP}(?:(?:có{_SP})?chức{_SP}năng{_SP}quản{_SP}lý{_SP}(?:nhà{_SP}nước{_SP})?{_MANAGES}(?<!\s)|quản{_SP}lý{_SP}(?:nhà{_SP}nước{_SP}về{_SP})?(?:đất{_SP}đai|thuế|thị{_SP}trường|môi{_SP}trường|giáo{_SP}dục|xây{_SP}dựng|đầu{_SP}tư|lao{_SP}động|khu{_SP}công{_SP}nghiệp)"
    rf"|đăng{_SP}ký{_SP}(?:đầu{_SP}tư|kinh{_SP}doanh|đất{_SP}đai)|tổ{_SP}chức{_SP}cán{_SP}bộ|[tT]huế|[tT]ài{_SP}chính|[xX]ây{_SP}dựng|[cC]ông{_SP}an|[qQ]uân{_SP}sự|[hH]ải{_SP}quan|[kK]iểm{_SP}lâm|[bB]ảo{_SP}hiểm{_SP}xã{_SP}hội|(?=[{UPPER}]){_FIELD}|thi{_SP}hành{_SP}án{_SP}(?:dân|hình){_SP}sự)"
    rf"|(?:[cC]ác{_SP})?[bB]ộ{_SP}quản{_SP}lý{_SP}(?:chuyên{_SP})?ngành(?:,?{_SP}lĩnh{_SP}vực)?"
    rf"|[hH]ệ{_SP}thống{_SP}(?:loa{_SP}|đài{_SP})?(?:truyền{_SP}thanh|phát{_SP}thanh|thông{_SP}tin)(?:{_SP}cơ{_SP}sở)?"
    rf"|(?:các{_SP})?[tT]rưởng{_SP}(?:các{_SP})?(?:thôn|bản|ấp|khu{_SP}phố|khu{_SP}dân{_SP}cư|buôn|tổ{_SP}dân{_SP}phố)(?:\s*(?:,|và){_SP}(?:thôn|bản|ấp|khu{_SP}phố|buôn|tổ{_SP}dân{_SP}phố))*"
)
_UNFINISHED = frozenset({"UBND", "HĐND", "ĐBQH", "TTg", "BTV", "BCH"})
"""Short forms that name a body only with what follows ("UBND tỉnh")."""
_SHORT = (
    "(?:"
    + alternatives(
        [
            row[0]
            for row in read_table("agencies.tsv")
            if len(row[0]) > 2 and " " not in row[0] and row[2] != "level" and row[0] not in _UNFINISHED
        ]
    )
    + r")(?![\w/&-])"
)
# "tham mưu Lãnh đạo Sở xây dựng kế hoạch": the verb, not the department.
_BUILDS = r"(?!xây\s+dựng\s+(?:kế|chương|đề|văn|dự|phương|quy|báo|nội|hệ|các|cơ|mô|bộ|và)\b)"
_DEPARTMENT = (
    rf"(?:Sở|sở)\s+{_BUILDS}(?:{_FIELD}|GD\s?[&-]?\s?ĐT|GDĐT|VH,?\s?TT\s?(?:&|và)?\s?DL|VHTTDL|NN\s?&?\s?MT|NN\s?&?\s?PTNT|TN\s?&?\s?MT|TT\s?&?\s?TT|KH\s?&?\s?CN|KHĐT|KH\s?&\s?ĐT|LĐ-?TB\s?&?\s?XH|GTVT|NV|TP|TC|XD|YT|CT|DT\s?&?\s?TG|{_FREE})"
    rf"|(?:Phòng|phòng)\s+(?:{_FIELD}|(?!(?:chống)){_FREE})|Bộ\s+(?:phận\s+(?:[mM]ột\s+cửa|[tT]iếp\s+nhận\s+và\s+[tT]rả\s+kết\s+quả)[\w\s]{{0,0}}|{_FIELD}|GDĐT|GD&ĐT|{_FREE})|Ban\s+(?:{_FIELD}|Cơ\s+yếu)"
)
_CIVIL = (
    rf"[cC](?:ông\s+chức|án\s+bộ)\s+(?:[tT]ư\s+pháp\s*(?:-|–)?\s*[hH]ộ\s+tịch|[vV]ăn\s+phòng\s*(?:-|–)?\s*[tT]hống\s+kê|[vV]ăn\s+hóa\s*(?:-|–)?\s*[xX]ã\s+hội|[tT]ài\s+chính\s*(?:-|–)?\s*[kK]ế\s+toán|[đĐ]ịa\s+chính[\w\s–-]{{0,45}}?(?=[,;.:(]|\s+(?:xã|phường|chủ|phối|có|tham)\b|\s+(?:{_PLAINS}|{_VERBS})(?!\w)|$)|(?=[{UPPER}]){_FREE})"
    r"|[gG]iáo\s+viên\s+(?:chủ\s+nhiệm|trực\s+ban|bộ\s+môn)|[nN]hân\s+viên\s+(?:y\s+tế|bảo\s+vệ)|[tT]ổ\s+trưởng\s+(?:chuyên\s+môn|tổ\s+dân\s+phố|dân\s+phố)|[nN]hà\s+trường(?=\s+[a-zà-ỹđ])|Tổ\s+(?:bảo\s+vệ|Tư\s+vấn\s+tâm\s+lý(?:\s+học\s+đường)?)|Đoàn\s+trường|Công\s+đoàn\s+trường|Ban\s+[gG]iám\s+hiệu|Ban\s+đại\s+diện\s+cha\s+mẹ\s+học\s+sinh|(?:(?:[cC]ác|[mM]ỗi)\s+)?Hội\s+cơ\s+sở|[cC]hỉ\s+huy\s+trưởng\s+[\w\s]{3,30}?(?=\s+(?:xã|phường|tỉnh)|[,;.])|Trưởng\s+Công\s+an"
)

# A school's own people and small units. "kế toán", "bảo vệ", "giáo viên" are persons only where a verb, a list or a
# colon follows; else they are a trade or a verb.
_ACTS = rf"(?=\s+(?:{_VERBS}|{_PLAINS}|và|cùng|phải|cần|có\s+trách)(?!\w)|\s*[,:])"
_SCHOOL = (
    rf"(?:[đĐ]ội|[tT]ổ)\s+(?:cờ\s+đỏ|[tT]ư\s+vấn(?:\s+(?:học\s+đường|học\s+sinh|tâm\s+lý))*|[vV]ăn\s+phòng|[cC]huyên\s+môn|[tT]ự\s+quản|[xX]ung\s+kích|[tT]uyên\s+truyền\s+măng\s+non)(?!\w)"
    rf"|[tT]ổng\s+phụ\s+trách(?:\s+Đội)?|[gG]iáo\s+viên(?:\s+(?:phụ\s+trách|dạy|tổng\s+phụ\s+trách)\s+[\w\s]{{2,30}}?|\s+[tT]hể\s+dục|\s+Tin\s+học)?{_ACTS}"
    rf"|(?:[pP]hó\s+)?[hH]iệu\s+trưởng(?:\s+(?:phụ\s+trách\s+[\w\s]{{2,30}}?|nhà\s+trường))?{_ACTS}|(?:[kK]ế\s+toán(?:\s+trưởng)?|[tT]hủ\s+quỹ|[vV]ăn\s+thư|[tT]hủ\s+thư|[nN]hân\s+viên\s+(?:thư\s+viện|thiết\s+bị|văn\s+thư|kế\s+toán|phục\s+vụ|nuôi\s+dưỡng|cấp\s+dưỡng)|(?:[đĐ]ồng\s+chí\s+)?(?:[pP]hó\s+)?[bB]í\s+thư\s+(?:[cC]hi\s+[đĐ]oàn|[cC]hi\s+bộ)|[cC]hi\s+ủy\s+viên|[tT]hôn\s+đội\s+trưởng|[lL]ớp\s+trưởng){_ACTS}"
)

# One capital word before a small one that is no verb begins another word: "Bộ Y tế | Thủ tướng", not "Sở Y tế Huế chủ trì".
_WHOLE_PLACE = rf"(?!{_WORD}{_SP}(?!(?:{_VERBS}|{_PLAINS}|phải|chủ\s+động|tích\s+cực|kịp\s+thời|thường\s+xuyên|tiếp\s+tục|tập\s+trung|đã|sẽ|đang|cần|có|là|và|được|để|theo|trong|cùng|với|về|tại|do)(?!\w))[{LOWER}])"

SPECIFIC_RE = re.compile(
    either_tone(
        rf"(?<!\w)(?:{'|'.join((_MARKET, _PARTY_BOARDS, _FRONT, _FORCES, _COURTS, _PRESS, _OFFICES, _UNIONS, _BOARDS, _DEPARTMENT, _COUNCILS, _CIVIL, _SCHOOL, _GENERIC, _SHORT))})"
        rf"(?!\w)(?:(?<=khu\svực){_SP}(?:[IVX]+|\d+)\b)?{_TAIL}{{0,3}}(?:(?:(?<=thành\sphố)|(?<=các\stỉnh)|(?<=các\sxã)|(?<=các\sphường)){_SP}{_PROPER}(?:\s*,\s*{_PROPER}(?!\w)){{1,12}}(?:\s+và\s+{_PROPER}(?!\w))?|{_SP}{_WHOLE_PLACE}{_PROPER}(?!\w))?"
    )
)
"""One body by its own name, with its tail."""

# "sở" of "các sở, ngành", not of "Sở Tài chính" (the lists are matched in either case).
_BARE = rf"(?-i:(?!\s+[{UPPER}][{LOWER}]))"
_COMMON = (
    rf"(?:cộng\s+đồng(?:\s+(?:dân\s+cư|doanh\s+nghiệp))?|cơ\s+quan(?:\s+(?:ngang\s+[bB]ộ|thuộc\s+Chính\s+phủ|có\s+thẩm\s+quyền|đăng\s+ký\s+(?:đầu\s+tư|kinh\s+doanh|đất\s+đai)|nhà\s+nước|hành\s+chính(?:\s+nhà\s+nước)?|chuyên\s+môn|tư\s+pháp|báo\s+chí|thông\s+tấn(?:(?:,|\s+và)\s+báo\s+chí)?|thuế|tài\s+chính|hải\s+quan|kiểm\s+lâm|thi\s+hành\s+án|thông\s+tin(?:\s+(?:đại\s+chúng|truyền\s+thông))?|truyền\s+thông|chức\s+năng|đảng|quản\s+lý(?:\s+nhà\s+nước)?|tham\s+mưu(?:,?\s+giúp\s+việc)?|thành\s+viên|đại\s+diện\s+Việt\s+Nam\s+(?:ở|tại)\s+nước\s+ngoài|ngành\s+dọc|công\s+an|quân\s+sự|trực\s+thuộc|thường\s+trực|(?<!ngang\s[bB]ộ\s)(?<!Chính\sphủ\s)chủ\s+trì|[tT]rung\s+ương(?:\s+đóng)?))*"
    rf"|đơn\s+vị(?:\s+(?:sự\s+nghiệp(?:\s+công(?:\s+lập)?)?|trực\s+thuộc|lực\s+lượng\s+vũ\s+trang|hành\s+chính|chuyên\s+môn|chức\s+năng|vận\s+hành|tài\s+trợ))*"
    rf"|địa\s+phương|cá\s+nhân|tổ\s+chức(?!\s+(?:thực|triển|quán|tuyên|hội\s+nghị|kiểm|sơ|tổng|tốt|lớp|tập|các|công|học|bồi|rà|xây|đánh|phát|cho|và|thành\s+công|hoạt|ký|lễ|đối\s+thoại|tiếp|có|thi|nghiên|cuộc|giám|điều|phổ|đợt|giải|chương))(?:\s+(?:(?:cơ\s+sở\s+)?đảng|chính\s+trị(?:\s*-\s*xã\s+hội)?(?:\s*-\s*nghề\s+nghiệp)?|đoàn\s+thể|nhân\s+dân|phi\s+chính\s+phủ(?:\s+(?:trong\s+nước|nước\s+ngoài))?|thành\s+viên|hội|xã\s+hội(?:\s*-?\s*nghề\s+nghiệp)?|tín\s+dụng|tôn\s+giáo|đoàn|kinh\s+tế))*"
    rf"|hội(?:\s+quần\s+chúng|\s+đoàn\s+thể)?{_BARE}|sở(?:\s+ngành)?{_BARE}|ban(?:\s+ngành|\s+xây\s+dựng\s+đảng|\s+đảng|\s+Đảng|\s+quản\s+lý|\s+chuyên\s+môn)?{_BARE}|Ban\s+[đĐ]ảng|ngành(?:\s+địa\s+phương)?|đoàn\s+thể(?:\s+chính\s+trị(?:\s*-\s*xã\s+hội)?|\s+nhân\s+dân|\s+quần\s+chúng)?|phòng(?:\s+chuyên\s+môn|\s+ban)?{_BARE}"
    rf"|cấp\s+[uủ][ỷyủ]?(?:\s+(?:đảng|cơ\s+sở|trực\s+thuộc))?|(?-i:(?:tỉnh|thành|huyện|thị|đảng)\s+(?:ủy|uỷ))(?:\s+(?:cơ\s+sở|trực\s+thuộc))?|(?-i:trung\s+tâm(?:\s+(?:chính\s+trị|y\s+tế))?){_BARE}|chính\s+quyền(?:\s+(?:địa\s+phương|cơ\s+sở))?|cấp(?:\s+chính\s+quyền)?|bộ{_BARE}|doanh\s+nghiệp(?:\s+(?:viễn\s+thông|bưu\s+chính|nhà\s+nước))?|hợp\s+tác\s+xã|hiệp\s+hội|tập\s+đoàn(?:\s+kinh\s+tế)?{_BARE}|tổng\s+công\s+ty(?:\s+nhà\s+nước)?{_BARE}|công\s+ty{_BARE}|quỹ\s+tín\s+dụng(?:\s+nhân\s+dân)?|ngân\s+hàng(?:\s+thương\s+mại)?{_BARE}"
    rf"|(?:cơ\s+sở\s+)?(?:giáo\s+dục(?:\s+mầm\s+non)?|khám\s+chữa\s+bệnh|y\s+tế)|viện(?:\s+nghiên\s+cứu|\s+trường)?(?!\s+(?:trợ|phí|kiểm))|nhà\s+(?:khoa\s+học|trường|tài\s+trợ)|trường(?!\s+hợp)(?:\s+(?:học|đại\s+học|cao\s+đẳng|mầm\s+non|phổ\s+thông|tiểu\s+học|công\s+lập|ngoài\s+công\s+lập|trung\s+cấp))*|bệnh\s+viện|tỉnh(?=\s*,\s*thành\s+phố)|xã(?!\s+hội)|phường|thị\s+trấn|huyện|thị\s+xã|thành\s+phố|quận|đặc\s+khu|thôn|bản|ấp|khu\s+phố|khu\s+dân\s+cư|tổ\s+dân\s+phố"
    rf"|chi\s+bộ|đảng\s+bộ(?:\s+(?:cơ\s+sở|trực\s+thuộc))?|chi(?=\s*(?:,|và)\s*đảng)|[lL]ực\s+lượng\s+(?:vũ\s+trang|chức\s+năng|công\s+an)|(?:Mặt\s+trận(?:\s+Tổ\s+quốc(?:\s+Việt\s+Nam)?)?|(?:UB\s?)?MTTQ(?:\s+Việt\s+Nam)?)(?!\s+(?:Tổ\s+quốc|(?:Việt\s+Nam\s+)?(?:tỉnh|thành\s+phố|huyện|xã|phường|thị\s+xã|quận))(?!\w))|(?:HĐND|UBND|Hội\s+đồng\s+nhân\s+dân|Ủy\s+ban\s+nhân\s+dân)(?=\s*(?:,|và|-)\s*(?:UBND|Ủy\s+ban|MTTQ|Mặt)|\s+các\s+cấp)|thành\s+viên|công\s+chức(?:\s+chuyên\s+môn)?|cán\s+bộ|viên\s+chức|người\s+lao\s+động|đảng\s+viên|chủ\s+đầu\s+tư|nhà\s+đầu\s+tư|chủ\s+rừng|chủ\s+sở\s+hữu|gia\s+đình|hộ\s+gia\s+đình|báo(?!\s+(?:cáo|hiểm|đảm|vệ))|đài|lĩnh\s+vực)(?!\w)"
)
_COMMON_TAIL = (
    rf"(?:(?:(?<=thuộc)|{_SP}(?:trực\s+)?thuộc){_SP}(?:Sở|Bộ|Phòng){_SP}{_FIELD}|{_TAIL}|{_SP}(?:cấp{_SP}(?:trung\s+ương|tỉnh|huyện|xã|cơ\s+sở)(?:\s*(?:,|và)\s*(?:cấp{_SP})?(?:huyện|xã))?|(?:các|hai|02|2){_SP}cấp|ở{_SP}(?:cơ\s+sở|địa\s+phương|{_LEVEL})"
    rf"|từ{_SP}(?:tỉnh|huyện|xã){_SP}đến{_SP}(?:cơ\s+sở|xã|thôn)|(?:đóng{_SP})?trên\s+địa\s+bàn|trong{_SP}(?:toàn{_SP})?(?:tỉnh|huyện|xã|hệ\s+thống\s+chính\s+trị)|toàn{_SP}(?:tỉnh|huyện|xã)|chính\s+trị\s*-\s*xã\s+hội"
    rf"|(?:trực\s+)?thuộc(?:{_SP}và{_SP}trực\s+thuộc)?(?:{_SP}(?:{_OWNER}|Sở|{_LEVEL}|phạm\s+vi\s+quản\s+lý|thẩm\s+quyền\s+quản\s+lý))?|(?:của|ngành){_SP}(?:{_LEVEL}|Sở)|được\s+(?:phân\s+công|giao)(?:\s+nhiệm\s+vụ|\s+chủ\s+trì)?|Ban\s+[cC]hỉ\s+đạo|khối{_SP}(?:UBND|đảng|Đảng|chính\s+quyền)|khác|nêu\s+trên))(?!\w)"
)
_MANY = r"(?:(?:[tT]ất\s+cả\s+)?(?:[cC]ác|[nN]hững)|[tT]ừng|[mM]ỗi|[tT]oàn\s+thể|[tT]oàn\s+bộ)"
COLLECTIVE_RE = re.compile(
    either_tone(
        rf"(?<!\w)(?P<many>{_MANY}{_SP})?(?i:{_COMMON})(?:(?:\s*[,/]\s*(?:và\s+)?|\s+và\s+|\s*-\s*)(?:(?:các|những|cấp)\s+)?(?i:{_COMMON}))*(?:{_COMMON_TAIL})*(?:(?:(?<=ác\sxã)|(?<=ác\sphường)|(?<=ác\sthôn)){_SP}{_PROPER}(?!\w)(?:\s*(?:,|và)\s+{_PROPER}(?!\w))*)?"
    )
)
"""A list of common nouns with one tail; accepted when it is plural in form (``many``) or in number."""

OFFICIAL_RE = re.compile(
    rf"(?<!\w)(?:(?:Đồng\s+chí\s+|đồng\s+chí\s+|Các\s+đồng\s+chí\s+)?(?:[tT]hủ\s+trưởng|(?:(?:Phó\s+)?[tT]ổng\s+)?[gG]iám\s+đốc|(?:Phó\s+)?[cC]hủ\s+tịch(?:\s+[tT]hường\s+trực)?|[cC]ác\s+(?:Phó\s+)?[cC]hủ\s+tịch|Chánh\s+[vV]ăn\s+phòng|Chánh\s+[tT]hanh\s+tra|Chánh\s+án|Viện\s+trưởng|[nN]gười\s+đứng\s+đầu|[lL]ãnh\s+đạo|(?:Phó\s+)?Bí\s+thư(?:\s+[tT]hường\s+trực)?|[hH]iệu\s+trưởng|[tT]rưởng\s+[pP]hòng\s+(?:{_FIELD}|Kinh\s+tế)(?:\s+(?:xã|phường|đặc\s+khu))?|[tT]rưởng(?!\s+Công\s+an)(?:\s+(?:ban|phòng))?|Chi\s+cục\s+trưởng|Cục\s+trưởng|(?:[cC]ác\s+)?Bộ\s+trưởng|Tổng\s+Biên\s+tập|Chỉ\s+huy\s+trưởng|Cấp\s+trưởng))(?!\w)"
)
"""A post; the body that it heads follows."""

PLURAL_HEAD_RE = re.compile(
    r"(?<!\w)(?:[cC]ác\s+)?(?P<post>(?:[gG]iám\s+đốc|[tT]rưởng|[tT]hủ\s+trưởng|Bộ\s+trưởng)\s+)?[cC]ác\s+(?P<head>[sS]ở|[pP]hòng|[bB]ộ|[bB]an)\s*:?\s*(?=[A-ZĐÂÔƠƯÊ])"
    r"|(?<!\w)(?P<post2>)(?P<head2>Sở)\s*:\s*(?=[A-ZĐÂÔƠƯÊ])"
)
"""Opens a distributed list: "các Sở: Nội vụ, Tài chính"."""

FIELD_RE = re.compile(rf"{_FIELD}|{_FREE}")
