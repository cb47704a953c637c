"""How Vietnamese agency names are built, as anchored regular expressions.

A name is a head ("Sở", "Ban", "UBND"), its field ("Nội vụ", "Văn hóa, Thể thao và Du lịch") and a tail that
says whose it is ("tỉnh", "Huyện ủy", "xã Phong Sơn"). A collective is a list of common nouns in the plural
("các cơ quan, đơn vị, địa phương") with one tail for all. Names follow Decree 45/2025/NĐ-CP (departments),
Decree 150/2025/NĐ-CP (units of communes) and the Party's own statutes.
"""

from __future__ import annotations

import re
from itertools import starmap

from ingest.facts.bodies.standard_names import STANDARD
from ingest.facts.language.lexicon import LOWER, UPPER, alternatives, either_tone, read_list, read_table
from ingest.spelling import spaced, spaced_re

__all__ = [
    "COLLECTIVE_RE",
    "FIELD_RE",
    "OFFICIAL_RE",
    "PLACED_RE",
    "PLURAL_HEAD_RE",
    "SPECIFIC_RE",
]


def _stopping(syllable: str, before: str = "", behind: str = "") -> str:
    r"""A syllable that ends a name, but not behind and before those with which it is another word.

    >>> _stopping("giao", "", "thông"), _stopping("cấp", "trung")
    ('giao(?!\\s+(?:thông))', '(?<!(?i:trung)\\s)cấp')
    """
    first = "".join(rf"(?<!(?i:{other})\s)" for other in before.split())
    return first + syllable + (rf"(?!\s+(?:{'|'.join(behind.split())}))" if behind else "")


_SP = r"[^\S\t\u2028]+"
_WORD = rf"[{UPPER}][{LOWER}]+"
# A task's verb may be capitalised after a lost line break ("Thanh tra tỉnh Chủ trì"): no place is named so.
_VERBS = alternatives(list(read_list("task_verbs.txt")))
_VERB = rf"(?!(?i:{_VERBS})(?![{LOWER}{UPPER}]))"
# Nor is a place named like the head of the next body ("UBND xã Sở Tài chính", a lost separator).
_NO_HEAD = spaced(
    r"(?!(?:Sở|Ban (?:Dân|Tổ|Tuyên|Quản|Chỉ|Thường|Chấp)|Hội\s|Phòng\s|Công an|Văn phòng|Báo\s|Đài\s|Các\s|Trung tâm|Thanh tra|Liên đoàn|Mặt trận|Ủy ban|Chi cục|Cục\s|Bộ|UBND|Uỷ ban|Ngân hàng|Viện\s|Công ty|Cơ quan|Đơn vị|Bảo hiểm|Tập đoàn|Thông tấn|Quyết định|Nghị định|Thông tư|Kết luận|Kế hoạch|Chương trình|Nghị quyết|Chỉ thị|Về\s|Quy chế|Đề án|Luật\s|Căn\s)\b)"
)
# "xã Tân Lập": of one syllable the second half of a place's name may read as a verb.
_VERBS_OF_MORE = alternatives([verb for verb in read_list("task_verbs.txt") if " " in verb])
_SECOND = rf"(?!(?i:{_VERBS_OF_MORE})(?![{LOWER}{UPPER}])){_NO_HEAD}{_WORD}"
_PROPER = rf"{_VERB}{_NO_HEAD}{_WORD}(?:{_SP}(?:-{_SP})?{_SECOND}(?:{_SP}(?:-{_SP})?{_VERB}{_NO_HEAD}{_WORD}){{0,2}})?"
_LEVEL = spaced(
    r"(?:(?i:tỉnh|thành phố|TP\.?|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu|khu vực|vùng)(?! (?:ủy|uỷ|đoàn|hội)))"
)
_COMMITTEE = r"(?:Tỉnh|Thành|Huyện|Thị|Quận|Đảng)\s+(?:ủy|uỷ|Ủy|Uỷ)"
_PLACE = spaced(
    r"(?:xã|phường|thị trấn|huyện|thị xã|thành phố|quận|tỉnh|đặc khu|địa phương|cơ sở|thôn|bản|cấp)"
)
_PLACES = rf"(?:(?:các|cấp|từng|mỗi|những|hai|02|2){_SP}(?:các{_SP})?{_PLACE}(?:\s*(?:,|và|/)\s*(?:các{_SP}|cấp{_SP})?{_PLACE})*|{_PLACE}(?:\s*,\s*{_PLACE})+(?:\s+và\s+{_PLACE})?)"
_OWNER = spaced(
    rf"(?:{_COMMITTEE}(?:{_SP}(?:xã|phường|các{_SP}cấp|Chính phủ|Quốc hội|{_PROPER}))?"
    rf"|(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|UBMTTQ|Đảng bộ)"
    rf"(?:{_SP}(?:{_PLACES}|{_LEVEL}(?:{_SP}{_PROPER})?))?"
    r"|(?:tỉnh|thành|huyện|thị) (?:ủy|uỷ)(?:\s*,\s*(?:tỉnh|thành|huyện|thị|đảng) (?:ủy|uỷ))*|Trung ương(?: Đảng)?|Chủ tịch nước|Việt Nam|Chính phủ|Quốc hội|Nhà nước)"
)
_TAIL = spaced(
    rf"(?:{_SP}(?:{_PLACES}\b|(?:cấp{_SP})?{_LEVEL}\b(?:{_SP}(?:{_PROPER}|(?<!tỉnh\s)(?<!xã\s)(?!0)\d+\b|[IVX]+\b))?|(?<!liên\squan\s){_OWNER}|Sở\b"
    rf"|(?:của|thuộc|trực thuộc){_SP}(?:Sở\b|{_LEVEL}\b(?:{_SP}{_PROPER})?|{_OWNER})"
    rf"|(?:nơi)?{_SP}trên địa bàn(?:{_SP}(?:toàn{_SP})?{_LEVEL}\b(?:{_SP}{_PROPER})?)?"
    rf"|trên địa bàn(?:{_SP}(?:toàn{_SP})?{_LEVEL}\b(?:{_SP}{_PROPER})?)?"
    rf"|trực{_SP}thuộc{_SP}trung{_SP}ương|(?:có )?liên quan(?: (?:khác|ở \w+))?|cùng cấp|cấp (?:trên|dưới)(?: trực tiếp)?(?!\w| \d)))"
)

_FIELDS = alternatives(list(read_list("agency_fields.txt")))
_FIELD = rf"(?:(?i:{_FIELDS})(?![{LOWER}{UPPER}]))"
# An unknown field: a capitalised word, at most one small word after it, and the like joined on.
_STOP = rf"(?!(?:{'|'.join(starmap(_stopping, read_table('name_stops.tsv')))})\b)"
_FREE = rf"{_WORD}(?:{_SP}{_STOP}[{LOWER}]+)?(?:{_SP}(?:-|–|và){_SP}(?!(?:Sở|Ban|Hội|Phòng|Công an|Văn phòng|Báo|Đài|UBND|Ủy ban|Trung tâm|Thanh tra|Chi cục|Cục|Đoàn)\b){_WORD}(?:{_SP}{_STOP}[{LOWER}]+)?)*"
_PLAINS = alternatives(list(read_list("subject_verbs.txt")))
# A name ends before a plain verb of two words, or one that is never part of a name ("Hội đồng Thi đua | xét ...").
_TWO_VERBS = alternatives([verb for verb in read_list("subject_verbs.txt") if " " in verb])
_NO_VERB = rf"(?!(?:{_TWO_VERBS}|{alternatives(read_list('no_name_verbs.txt'))})(?!\w))"


def _long_name(no_verb: str, no_head: str) -> str:
    """Up to eight words of a name's field; ``no_verb`` and ``no_head`` say before what it ends."""
    small = rf"{_STOP}{no_verb}[{LOWER}]+"
    capital = rf"{_WORD}(?:{_SP}{small})?"
    return rf"(?:Y{_SP}tế|{capital})(?:{_SP}(?:(?:-|–){_SP})?(?:{small}|{no_head}{capital})){{0,6}}"


_LONG = _long_name(_NO_VERB, r"(?!(?:Sở|Hội|Phòng|UBND)\b)")

# A room, ward or team is named by its work: neither a verb of a task nor another body goes on with its name.
_TASKS = alternatives(
    [verb for verb in (*read_list("task_verbs.txt"), *read_list("subject_verbs.txt")) if " " in verb]
)
_ROOM = _long_name(
    rf"(?!(?:{_TASKS}|trả|ghi|chốt|lấy|đưa|mua|giữ|nhắc|dán|duyệt|không|chưa)(?!\w)){_NO_VERB}", _NO_HEAD
)

_LONG_TAIL = rf"{_STOP}{_NO_VERB}[{LOWER}]+(?:{_SP}{_STOP}{_NO_VERB}[{LOWER}]+){{0,6}}(?:{_SP}tại{_SP}doanh{_SP}nghiệp)?"
# "Sở Giao dịch Chứng khoán", "Tổng công ty Lưu ký và Bù trừ chứng khoán": bodies of the securities market.
_MARKET = rf"Sở{_SP}[gG]iao{_SP}dịch{_SP}(?:[cC]hứng{_SP}khoán|[hH]àng{_SP}hóa)|Tổng{_SP}công{_SP}ty{_SP}[lL]ưu{_SP}ký{_SP}và{_SP}[bB]ù{_SP}trừ{_SP}chứng{_SP}khoán"

# "Chi cục Trồng trọt [và Bảo vệ thực vật]": the second half of what one body manages.
_JOINED = rf"(?:{_SP}và{_SP}(?:Bảo{_SP}vệ{_SP}(?:thực{_SP}vật|môi{_SP}trường)|Phòng,?{_SP}chống{_SP}thiên{_SP}tai|Thú{_SP}y|Thủy{_SP}lợi|Thủy{_SP}sản|Phát{_SP}triển{_SP}nông{_SP}thôn|Kiểm{_SP}ngư|Kế{_SP}hoạch{_SP}hóa{_SP}gia{_SP}đình)(?!\w))?"

# "Cục Kế hoạch và Tài chính": a second field in capitals that begins no other body's name ("Cục Đường bộ | và Thanh niên xung phong").
_AND_FIELD = rf"(?:{_SP}và{_SP}{_NO_HEAD}(?!(?:Kho|Kiểm|Tòa|Toà|Vụ|Trường|Bệnh|Học|Chính|Quốc|Chủ|Giám|Thủ|Trưởng|Tổng|Bưu|Hải|Thuế|Đoàn|Quân|Thống|Người|Cảnh|Hiệp|Liên|Tạp|Nhà|Cổng|Tổ(?!\s+chức)|Đội|Đài|Đại|Đồn|Trạm|Hạt|Biên|Thanh\s+niên|Lực|Tỉnh|Thành|Huyện|Xã|Phường)(?!\w)){_WORD}(?:{_SP}{_STOP}{_NO_VERB}[{LOWER}]+){{0,3}}(?!\w))?"

_UNIONS = r"(?:Hội (?:Nông dân|Liên hiệp [pP]hụ nữ|LHPN|Cựu chiến binh|Chữ thập đỏ)|(?:Tỉnh|Thành|Xã) [đĐ]oàn|Liên đoàn Lao động|Công đoàn)"
_PARTY_BOARDS = spaced(
    rf"Ban (?:Thường trực(?: (?:Ủy|Uỷ) ban (?:MTTQ|Mặt trận Tổ quốc)(?: Việt Nam)?)?|(?:Thường vụ|Chấp hành)(?: {_UNIONS})?|Bí thư|Cán sự [đĐ]ảng|cán sự [đĐ]ảng|[Dd]ân vận|[tT]uyên giáo và [dD]ân vận"
    r"|[tT]uyên giáo|Tổ chức|Nội chính|Kinh tế|Đối ngoại|Xây dựng [đĐ]ảng|Dân tộc|Pháp chế|Văn hóa\s*-\s*[xX]ã hội"
    r"|Kinh tế\s*-\s*[nN]gân sách|Thi đua\s*[-,–]\s*Khen thưởng|Tôn giáo|Tiếp công dân|An toàn giao thông"
    r"|Thanh tra [nN]hân dân|Giám sát đầu tư (?:của )?cộng đồng|Giám đốc|Giám hiệu|Bảo vệ,? [cC]hăm sóc sức khỏe cán bộ"
    r"|Công tác [mM]ặt trận)"
)
_FRONT = spaced(
    r"(?:(?:Ủy|Uỷ) ban (?:[tT]rung ương )?|UB\s*)?(?:Mặt trận Tổ quốc|MTTQ)(?:\s*(?:Việt Nam|VN))?|UB\s?MTTQ\s?(?:VN|Việt Nam)?"
)
_UNIONS = spaced(
    r"(?:Tỉnh|Thành|Huyện|Thị|Quận|Xã) [đĐ]oàn|Đoàn [lL]uật sư|Đoàn (?:Thanh niên|TNCS|TN)(?: [cC]ộng sản)?(?: Hồ Chí Minh| HCM)?"
    r"|Trung ương (?:Đoàn(?: Thanh niên [cC]ộng sản(?: Hồ Chí Minh)?)?|Hội (?:Liên hiệp [pP]hụ nữ|Nông dân|Cựu chiến binh|Chữ thập đỏ)(?: Việt Nam)?)|(?:Tổng )?[lL]iên đoàn (?:Lao động|Thương mại và Công nghiệp)|LĐLĐ|Công đoàn(?: các [kK]hu (?:kinh tế|công nghiệp)| [vV]iên chức| ngành \w+ \w+)?"
    rf"|Hội (?:Nông dân|(?:Liên hiệp )?Phụ nữ|LHPN|Cựu chiến binh|CCB|Chữ thập đỏ|Người cao tuổi|Khuyến học|Luật gia|Nhà báo"
    r"|Người khuyết tật|Cựu [tT]hanh niên [xX]ung phong|Liên hiệp Thanh niên|Sinh viên|Doanh nghiệp|Bảo vệ [nN]gười tiêu dùng"
    rf"|Văn học\s*[-,]?\s*Nghệ thuật|Đông y|Làm vườn|Kiến trúc sư|Cựu giáo chức|(?!nghị|đồng){_FREE})(?: Việt Nam)?"
    r"|Liên minh Hợp tác xã|Liên hiệp các (?:Hội|hội|tổ chức) [\w\s]{5,40}?(?= (?:tỉnh|thành)|[,;.])|Hiệp hội "
    rf"{_LONG}"
)
_FORCES = spaced(
    r"Quân (?:ủy|uỷ)|Quân khu(?: (?:\d+\b|Thủ đô))?|Bộ [Cc]hỉ huy (?:Quân sự|quân sự|[bB]ộ đội [bB]iên phòng|BĐBP|QS)|Ban [Cc]hỉ huy (?:Quân sự|quân sự|phòng thủ khu vực|PTKV)|Ban CHQS|Bộ CHQS|BCH [qQ]uân sự"
    r"|Bộ đội [bB]iên phòng|BĐBP|Bộ Tư lệnh(?: [\w]+){0,2}|Công an(?: (?:các )?đơn vị\s*,\s*(?:Công an )?địa phương)?|Cảnh sát (?:[bB]iển|phòng cháy \w+)(?: [vV]ùng \d+)?|Đồn [bB]iên phòng|Hạt [kK]iểm lâm"
)
_COURTS = spaced(
    r"(?:Tòa|Toà) án(?: nhân dân| ND)?(?: tối cao)?|TAND|Viện [kK]iểm sát(?: nhân dân| ND)?(?: tối cao)?|VKSND|(?:Cục |Chi cục |Phòng )?Thi hành án [dD]ân sự"
    r"|Kho bạc(?: Nhà nước)?|KBNN|Ngân hàng (?:Nhà nước|Chính sách [xX]ã hội|NN|CSXH)(?: Việt Nam)?(?:\s*-?\s*(?:Chi nhánh|chi nhánh)(?: (?:tỉnh|thành phố|[kK]hu vực))?(?: \d+)?)?"
    r"|Bảo hiểm (?:[xX]ã hội|tiền gửi)|BHXH|Kiểm toán [nN]hà nước(?: [kK]hu vực \w+)?|Thuế(?= (?:tỉnh|thành phố|cơ sở))|[tT]hống kê(?= (?:tỉnh|thành phố|cơ sở)(?!\w))|Hải quan(?= (?:tỉnh|khu vực))|Bưu điện(?= (?:tỉnh|thành|huyện))"
)
_PRESS = spaced(
    rf"Báo (?:(?:Nhân|Đại biểu|Quân đội|Công an) [nN]hân dân|Nhân [dD]ân|và (?:Đài )?(?:PT\s*-?\s*TH|[pP]hát thanh(?:\s*(?:,|-|và)\s*| )[tT]ruyền hình)(?: {_PROPER})?|(?!cáo){_PROPER})"
    rf"|Báo(?= tỉnh)|Đài (?:PT\s*-?\s*TH|PTTH|[pP]hát thanh(?:\s*(?:,|-|–|và)\s*| )[tT]ruyền hình|[tT]ruyền hình(?: Việt Nam)?|[tT]iếng nói Việt Nam|[tT]ruyền thanh)(?: {_PROPER})?"
    rf"|(?:Cổng|Trang) (?:[tT]hông tin [đĐ]iện tử|TTĐT|TTTĐ|thành phần)|Thông tấn xã Việt Nam|(?:Tạp chí|Nhà xuất bản) {_LONG}"
)
_OFFICES = spaced(
    rf"(?:Chi nhánh )?Văn phòng(?: (?:[đĐ]iều phối(?: (?:[nN]ông thôn mới|NTM|[\w]+ [\w]+))?|[đĐ]ăng ký [đĐ]ất đai|Đoàn [đĐ]ại biểu Quốc hội(?:\s*(?:,|và)\s*(?:HĐND|Hội đồng nhân dân)(?:\s*(?:,|và)\s*UBND)?)?|Đoàn ĐBQH(?:\s*(?:,|và)\s*HĐND)?|HĐND(?:\s*(?:,|và)\s*UBND)|Hội đồng nhân dân và Ủy ban nhân dân|Sở|(?={_OWNER})))?"
    rf"|VP\s?UBND|VPUB|Thanh tra Bộ {_FIELD}|Thanh tra(?= (?:Sở|{_LEVEL}\b|Chính phủ|Bộ|nhà nước))|Thanh tra Chính phủ|TTr(?= tỉnh)|Khối [dD]ân vận(?: {_COMMITTEE})?|Tổ dân vận"
)
_COUNCILS = spaced(
    rf"(?:Ủy|Uỷ) ban [nN]hân dân|UBND|HĐND|Hội đồng [nN]hân dân|Thường trực (?:HĐND|Hội đồng nhân dân|(?:Tỉnh|Thành|Huyện|Đảng) (?:ủy|uỷ)|cấp ủy|UBND|{_UNIONS})|TT\.?\s*(?:HĐND|UBND|Tỉnh ủy|Huyện ủy|Đảng ủy)|Đoàn (?:[đĐ]ại biểu Quốc hội|ĐBQH)"
    rf"|{_COMMITTEE}|(?:Ủy|Uỷ) ban [kK]iểm tra|UBKT|(?:Ủy|Uỷ) ban [cC]ông tác (?:về (?:các )?)?(?:tổ chức )?(?:phi chính phủ nước ngoài|PCPNN)|(?:Ủy|Uỷ) ban (?:Quản lý (?=[{LOWER}]){_LONG_TAIL}|{_FREE}(?:{_SP}về{_SP}(?!(?:việc|công tác|nội dung)(?!\w)){_LONG_TAIL})?)|Quốc hội|(?:Ủy|Uỷ) ban [tT]hường vụ Quốc hội|(?:Phó )?Thủ tướng(?: thường trực)? Chính phủ(?: phụ trách(?: lĩnh vực)?)?|Chính phủ|Bộ Chính trị|Đảng bộ"
    rf"|Tổ (?:công tác|giúp việc|chuyên gia)(?: (?:(?:triển khai|thực hiện) )?(?:các )?{_LONG}(?:{_SP}\d+)?)?|Tổ [cC]ông nghệ số cộng đồng|Hội đồng (?:phối hợp (?:công tác )?phổ biến,? giáo dục pháp luật|(?:nghĩa vụ quân sự|giáo dục quốc phòng(?: và an ninh)?|thi đua\s*[-,–]?\s*khen thưởng|trường)(?!\w)|{_LONG})"
)
_BOARDS = spaced(
    rf"(?:Thường trực )?(?:Ban [cC]hỉ đạo|BCĐ)(?: (?:(?:xây dựng và )?thực hiện|phòng,? chống|phát triển|chuyển đổi|cải cách|các chương trình|công tác|về){_SP}[\w\s]{{3,60}}?(?=\s*[,;.(:]| (?:{_LEVEL}\b|các cấp|chủ (?:trì|động)|có trách|tham mưu|phối hợp)|$)|{_SP}(?:\d+|QCDC|CCHC|{_WORD}){_STOP}(?:{_SP}{_STOP}[{LOWER}{UPPER}]+){{0,6}})?"
    rf"|(?:Ban [qQ]uản lý|BQL) (?:rừng (?:phòng hộ|đặc dụng)|dự án [^,;:.()]{{3,60}}?(?= (?:{_LEVEL}\b|chủ (?:trì|động)|có trách|phối hợp|đẩy\s|khẩn\s|tập\s|tham mưu|tổ chức|thực hiện|báo cáo|hoàn thành))|(?:(?:các|rừng|dự án|khu) )?(?:{_LONG}|[kK]hu (?:kinh tế|Kinh tế|[cC]ông nghiệp|chế xuất)(?:\s*(?:,|và)\s*(?:khu )?(?:kinh tế|công nghiệp|chế xuất|công nghệ cao))*(?:{_SP}{_PROPER})?))"
    rf"|Trung tâm {_WORD}{_SP}[{LOWER}]+(?:,{_SP}{_NO_HEAD}{_WORD}{_SP}[{LOWER}]+){{1,2}}{_SP}và{_SP}{_NO_HEAD}{_WORD}(?:{_SP}{_STOP}{_NO_VERB}[{LOWER}]+)?"
    rf"|Trung tâm (?:Dịch vụ tổng hợp|{_LONG}{_AND_FIELD})|Trạm [yY] tế|TTPVHCC|(?:Vườn quốc gia|Khu bảo tồn(?: thiên nhiên)?|Cảng (?:hàng không|biển)(?: quốc tế)?|Điện lực) {_PROPER}|Làng trẻ em SOS(?: {_PROPER})?|Cụm thi đua số \d+|Nhà hát {_LONG}|(?:Khoa|Đội) {_ROOM}{_AND_FIELD}|(?:Trường|Bệnh viện) {_LONG}{_AND_FIELD}|(?:Học viện|Viện(?! [kK]iểm)) {_LONG}{_AND_FIELD}"
    rf"|Chi cục (?:An toàn (?:vệ sinh )?thực phẩm|{_LONG}{_JOINED}{_AND_FIELD})|(?:Tổng )?[cC]ục (?:Quản lý Khám, chữa bệnh|Phòng,? chống{_SP}{_LONG_TAIL}"
    rf"|Quản lý{_SP}(?:{_TWO_VERBS})(?!\w)|Quản lý, giám sát{_SP}[{LOWER}]+{_SP}[{LOWER}]+(?:{_SP}{_STOP}{_NO_VERB}[{LOWER}]+){{0,3}}(?:,{_SP}(?!giám){_STOP}{_NO_VERB}[{LOWER}]+(?:{_SP}{_STOP}{_NO_VERB}[{LOWER}]+)*)*(?:{_SP}và{_SP}{_STOP}{_NO_VERB}[{LOWER}]+(?:{_SP}{_STOP}{_NO_VERB}[{LOWER}]+)?)?|(?=[{UPPER}]){_LONG}{_AND_FIELD})"
    rf"|Đảng ủy (?:(?:Bộ|Sở) {_FIELD}|các cơ quan [đĐ]ảng|UBND|Ủy ban nhân dân|Công an|Quân sự|[kK]hối \w+|Mặt trận Tổ quốc(?: Việt Nam)?(?:\s*,\s*các đoàn thể Trung ương)?)|Quỹ {_LONG}|Vụ {_LONG}{_AND_FIELD}|Tập đoàn {_LONG}|(?:Tổng )?[cC]ông ty (?:(?i:cổ phần|CP|TNHH|trách nhiệm hữu hạn|một thành viên|MTV|nhà nước) )*(?=[{UPPER}]){_LONG}|Công ty Điện lực|Điện lực(?= tỉnh)|Bưu điện|VNPT|Viettel|VTV|VOV|TTXVN"
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
_DEPARTMENT = spaced(
    rf"(?:Sở|sở) {_BUILDS}(?:{_FIELD}|GD\s?[&-]?\s?ĐT|GDĐT|VH,?\s?TT\s?(?:&|và)?\s?DL|VHTTDL|NN\s?&?\s?MT|NN\s?&?\s?PTNT|TN\s?&?\s?MT|TT\s?&?\s?TT|KH\s?&?\s?CN|KHĐT|KH\s?&\s?ĐT|LĐ-?TB\s?&?\s?XH|GTVT|NV|TP|TC|XD|YT|CT|DT\s?&?\s?TG|{_FREE})"
    rf"|(?:Phòng|phòng) (?:{_FIELD}|{_ROOM}{_AND_FIELD})|Bộ (?:phận (?:[mM]ột cửa|[tT]iếp nhận và [tT]rả kết quả)|{_FIELD}|GDĐT|GD&ĐT|{_FREE})|Ban (?:{_FIELD}|Cơ yếu|(?={_WORD}{_SP}\w){_ROOM})"
)
_CIVIL = spaced(
    rf"[cC](?:ông chức|án bộ) (?:[tT]ư pháp\s*(?:-|–)?\s*[hH]ộ tịch|[vV]ăn phòng\s*(?:-|–)?\s*[tT]hống kê|[vV]ăn hóa\s*(?:-|–)?\s*[xX]ã hội|[tT]ài chính\s*(?:-|–)?\s*[kK]ế toán|[đĐ]ịa chính[\w\s–-]{{0,45}}?(?=[,;.:(]| (?:xã|phường|chủ|phối|có|tham)\b| (?:{_PLAINS}|{_VERBS})(?!\w)|$)|(?=[{UPPER}]){_FREE})"
    r"|[gG]iáo viên (?:chủ nhiệm|trực ban|bộ môn)|[nN]hân viên (?:y tế|bảo vệ)|[tT]ổ trưởng (?:chuyên môn|tổ dân phố|dân phố)|[nN]hà trường(?= [a-zà-ỹđ])|Tổ (?:bảo vệ|Tư vấn tâm lý(?: học đường)?)|Đoàn trường|Công đoàn trường|Ban [gG]iám hiệu|Ban đại diện cha mẹ học sinh|(?:(?:[cC]ác|[mM]ỗi) )?Hội cơ sở|[cC]hỉ huy trưởng [\w\s]{3,30}?(?= (?:xã|phường|tỉnh)|[,;.])|Trưởng Công an"
)

# A school's own people and small units. "kế toán", "bảo vệ", "giáo viên" are persons only where a verb, a list or a
# colon follows; else they are a trade or a verb.
_ACTS = rf"(?=\s+(?:{_VERBS}|{_PLAINS}|và|cùng|phải|cần|có\s+trách)(?!\w)|\s*[,:])"
_SCHOOL = spaced(
    rf"(?:[đĐ]ội|[tT]ổ) (?:cờ đỏ|[tT]ư vấn(?: (?:học đường|học sinh|tâm lý))*|[vV]ăn phòng|[cC]huyên môn|[tT]ự quản|[xX]ung kích|[tT]uyên truyền măng non)(?!\w)"
    rf"|[tT]ổng phụ trách(?: Đội)?|[gG]iáo viên(?: (?:phụ trách|dạy|tổng phụ trách) [\w\s]{{2,30}}?| [tT]hể dục| Tin học)?{_ACTS}"
    rf"|(?:[pP]hó )?[hH]iệu trưởng(?: (?:phụ trách [\w\s]{{2,30}}?|nhà trường))?{_ACTS}|(?:(?<!chính,\s)[kK]ế toán(?: trưởng)?|[tT]hủ quỹ|[vV]ăn thư|[tT]hủ thư|[nN]hân viên (?:thư viện|thiết bị|văn thư|kế toán|phục vụ|nuôi dưỡng|cấp dưỡng)|(?:[đĐ]ồng chí )?(?:[pP]hó )?[bB]í thư (?:[cC]hi [đĐ]oàn|[cC]hi bộ)|[cC]hi ủy viên|[tT]hôn đội trưởng|[lL]ớp trưởng){_ACTS}"
)

# One capital word before a small one that is no verb begins another word: "Bộ Y tế | Thủ tướng", not "Sở Y tế Huế chủ trì".
_WHOLE_PLACE = spaced(
    rf"(?!{_WORD}{_SP}(?!(?:{_VERBS}|{_PLAINS}|phải|chủ động|tích cực|kịp thời|thường xuyên|tiếp tục|tập trung|đã|sẽ|đang|cần|có|là|và|được|để|theo|trong|cùng|với|về|tại|do)(?!\w))[{LOWER}])"
)

SPECIFIC_RE = re.compile(
    either_tone(
        rf"(?<!\w)(?:{'|'.join((STANDARD, _MARKET, _PARTY_BOARDS, _FRONT, _FORCES, _COURTS, _PRESS, _OFFICES, _UNIONS, _BOARDS, _DEPARTMENT, _COUNCILS, _CIVIL, _SCHOOL, _GENERIC, _SHORT))})"
        rf"(?!\w)(?:(?<=khu\svực){_SP}(?:[IVX]+|\d+)\b)?{_TAIL}{{0,3}}(?:(?:(?<=thành\sphố)|(?<=các\stỉnh)|(?<=các\sxã)|(?<=các\sphường)){_SP}{_PROPER}(?:\s*,\s*{_PROPER}(?!\w)){{1,12}}(?:\s+và\s+{_PROPER}(?!\w))?|{_SP}{_WHOLE_PLACE}{_PROPER}(?!\w))?"
    )
)
"""One body by its own name, with its tail."""

PLACED_RE = re.compile(rf"(?P<level>{_LEVEL}){_SP}(?:{_PROPER}|(?!0)\d+)(?!\w)")
"""A place of one level by its own name: "xã Bãi Dừa", "phường 2"."""

# "sở" of "các sở, ngành", not of "Sở Tài chính" (the lists are matched in either case).
_BARE = rf"(?-i:(?!\s+[{UPPER}][{LOWER}]))"
_COMMON = spaced(
    rf"(?:cộng đồng(?: (?:dân cư|doanh nghiệp))?|cơ quan(?: (?:ngang [bB]ộ|thuộc Chính phủ|có thẩm quyền|đăng ký (?:đầu tư|kinh doanh|đất đai)|nhà nước|hành chính(?: nhà nước)?|chuyên môn|tư pháp|báo chí|thông tấn(?:(?:,| và) báo chí)?|thuế|tài chính|hải quan|kiểm lâm|thi hành án|thông tin(?: (?:đại chúng|truyền thông))?|truyền thông|chức năng|đảng|quản lý(?: nhà nước)?|tham mưu(?:,? giúp việc)?|thành viên|đại diện Việt Nam (?:ở|tại) nước ngoài|ngành dọc|công an|quân sự|trực thuộc|thường trực|chủ (?:quản|chương trình|đề án|dự án)|(?<!ngang\s[bB]ộ\s)(?<!Chính\sphủ\s)chủ trì|[tT]rung ương(?: đóng)?))*"
    rf"|đơn vị(?: (?:sự nghiệp(?: công(?: lập)?)?|trực thuộc|lực lượng vũ trang|hành chính|chuyên môn|chức năng|vận hành|tài trợ))*"
    rf"|địa phương|cá nhân|tổ chức(?! (?:thực|triển|quán|tuyên|hội nghị|kiểm|sơ|tổng|tốt|lớp|tập|các|công|học|bồi|rà|xây|đánh|phát|cho|và|thành công|hoạt|ký|lễ|đối thoại|tiếp|có(?! liên quan)|thi|nghiên|cuộc|giám|điều|phổ|đợt|giải|chương))(?: (?:(?:cơ sở )?đảng|chính trị(?:\s*-\s*xã hội)?(?:\s*-\s*nghề nghiệp)?|đoàn thể|nhân dân|phi chính phủ(?: (?:trong nước|nước ngoài))?|thành viên|hội|xã hội(?:\s*-?\s*nghề nghiệp)?|tín dụng|tôn giáo|đoàn|kinh tế))*"
    rf"|hội(?! (?:đồng|nghị|thảo|thi)(?!\w))(?: quần chúng| đoàn thể)?{_BARE}|sở(?: ngành)?{_BARE}|ban(?: ngành| xây dựng đảng| đảng| Đảng| quản lý| chuyên môn)?{_BARE}|Ban [đĐ]ảng|ngành(?: địa phương)?|đoàn thể(?: chính trị(?:\s*-\s*xã hội)?| nhân dân| quần chúng)?|phòng(?: chuyên môn| ban)?{_BARE}"
    rf"|cấp [uủ][ỷyủ]?(?: (?:đảng|cơ sở|trực thuộc))?|(?-i:(?:tỉnh|thành|huyện|thị|đảng) (?:ủy|uỷ))(?: (?:cơ sở|trực thuộc))?|(?-i:trung tâm(?: (?:chính trị|y tế))?){_BARE}|chính quyền(?: (?:địa phương|cơ sở))?|cấp(?: chính quyền)?|bộ(?: chủ (?:quản|chương trình|đề án|dự án))?{_BARE}|doanh nghiệp(?: (?:viễn thông|bưu chính|nhà nước))?|nhà mạng(?: viễn thông)?|hợp tác xã|hiệp hội|tập đoàn(?: kinh tế)?{_BARE}|tổng công ty(?: nhà nước)?{_BARE}|công ty{_BARE}|quỹ tín dụng(?: nhân dân)?|ngân hàng(?: thương mại)?{_BARE}"
    rf"|(?:cơ sở )?(?:giáo dục(?: mầm non)?|khám chữa bệnh|y tế)|viện(?: nghiên cứu| trường)?(?! (?:trợ|phí|kiểm))|nhà (?:khoa học|trường|tài trợ)|trường(?! hợp)(?: (?:học|đại học|cao đẳng|mầm non|phổ thông|tiểu học|trung học(?: cơ sở| phổ thông)?|công lập|ngoài công lập|trung cấp))*|bệnh viện|tỉnh(?=\s*,\s*thành phố)|xã(?! hội)|phường|thị trấn|huyện|thị xã|thành phố|quận|đặc khu|thôn|bản|ấp|khu phố|khu dân cư|tổ dân phố"
    r"|chi bộ|đảng bộ(?: (?:cơ sở|trực thuộc))?|chi(?=\s*(?:,|và)\s*đảng)|[lL]ực lượng (?:vũ trang|chức năng|công an)|(?:Mặt trận(?: Tổ quốc(?: Việt Nam)?)?"
    r"|(?:UB\s?)?MTTQ(?: Việt Nam)?)(?! (?:Tổ quốc|(?:Việt Nam )?(?:tỉnh|thành phố|huyện|xã|phường|thị xã|quận))(?!\w))|(?:HĐND|UBND|Hội đồng nhân dân"
    r"|Ủy ban nhân dân)(?=\s*(?:,|và|-)\s*(?:UBND|Ủy ban|MTTQ|Mặt)| các cấp)|thành viên|công chức(?: chuyên môn)?|cán bộ|viên chức|người lao động"
    r"|đảng viên|(?:đoàn )?đại biểu (?:Quốc hội|Hội đồng nhân dân|HĐND)|ủy ban(?= (?:khác )?của Quốc hội)|chủ đầu tư|nhà đầu tư|chủ rừng|chủ sở hữu|gia đình|hộ gia đình|báo(?! (?:cáo|hiểm|đảm|vệ))|đài|lĩnh vực)(?!\w)"
)
_COMMON_TAIL = spaced(
    rf"(?:(?:(?<=thuộc)|{_SP}(?:trực )?thuộc){_SP}(?:Sở|Bộ|Phòng){_SP}{_FIELD}|{_TAIL}|{_SP}(?:cấp{_SP}(?:trung ương|tỉnh|huyện|xã|cơ sở)(?:\s*(?:,|và)\s*(?:cấp{_SP})?(?:huyện|xã))?|(?:các|hai|02|2){_SP}cấp|ở{_SP}(?:cơ sở|địa phương|[tT]rung{_SP}ương|{_LEVEL})"
    rf"|từ{_SP}(?:tỉnh|huyện|xã){_SP}đến{_SP}(?:cơ sở|xã|thôn)|(?:đóng{_SP})?trên địa bàn|trong{_SP}(?:toàn{_SP})?(?:tỉnh|huyện|xã|hệ thống chính trị)|toàn{_SP}(?:tỉnh|huyện|xã)|chính trị\s*-\s*xã hội"
    rf"|(?:trực )?thuộc(?:{_SP}và{_SP}trực thuộc)?(?:{_SP}(?:{_OWNER}|Sở|{_LEVEL}|phạm vi quản lý|thẩm quyền quản lý))?|(?:của|ngành){_SP}(?:{_LEVEL}|Sở)|được (?:phân công|giao)(?: nhiệm vụ| chủ trì)?|Ban [cC]hỉ đạo|khối{_SP}(?:UBND|đảng|Đảng|chính quyền)|khác|nêu trên))(?!\w)"
)
_MANY = spaced(r"(?:(?:[tT]ất cả )?(?:[cC]ác|[nN]hững)|[tT]ừng|[mM]ỗi|[tT]oàn thể|[tT]oàn bộ)")
COLLECTIVE_RE = re.compile(
    either_tone(
        spaced(
            rf"(?<!\w)(?P<many>{_MANY}{_SP})?(?i:{_COMMON})(?:(?:\s*[,/]\s*(?:và )?| và |\s*-\s*)(?:(?:các|những|cấp) )?(?i:{_COMMON}))*(?:{_COMMON_TAIL})*(?:(?:(?<=ác\sxã)|(?<=ác\sphường)|(?<=ác\sthôn)){_SP}{_PROPER}(?!\w)(?:\s*(?:,|và) {_PROPER}(?!\w))*)?"
        )
    )
)
"""A list of common nouns with one tail; accepted when it is plural in form (``many``) or in number."""

_OF_BOTH = r"(?: (?:HĐND|Hội đồng nhân dân|Đoàn (?:ĐBQH|[đĐ]ại biểu Quốc hội))(?:, (?:HĐND|Hội đồng nhân dân))? và(?= (?:HĐND|UBND|Hội đồng|Ủy ban|Uỷ ban)))?"
"""One office serves two bodies: "Chánh Văn phòng HĐND và UBND xã"."""
OFFICIAL_RE = spaced_re(
    r"(?<!\w)(?:(?:Đồng chí |đồng chí |Các đồng chí )?(?:[tT]hủ trưởng|(?:(?:Phó )?[tT]ổng )?[gG]iám đốc|(?:Phó )?[cC]hủ tịch(?: [tT]hường trực)?"
    rf"|[cC]ác (?:Phó )?[cC]hủ tịch|Chánh [vV]ăn phòng{_OF_BOTH}|Chánh [tT]hanh tra|Chánh án|Viện trưởng|[nN]gười đứng đầu|[lL]ãnh đạo|(?:Phó )?Bí thư(?: [tT]hường trực)?"
    rf"|[hH]iệu trưởng|[tT]rưởng [pP]hòng (?:{_FIELD}|Kinh tế)(?: (?:xã|phường|đặc khu))?|[tT]rưởng(?! Công an)(?: (?:ban|phòng))?|Chi cục trưởng"
    r"|Cục trưởng|(?:[cC]ác )?Bộ trưởng|Tổng Biên tập|Chỉ huy trưởng|Cấp trưởng))(?!\w)"
)
"""A post; the body that it heads follows."""

PLURAL_HEAD_RE = spaced_re(
    r"(?<!\w)(?:[cC]ác )?(?P<post>(?:[gG]iám đốc|[tT]rưởng|[tT]hủ trưởng|Bộ trưởng) )?[cC]ác (?P<head>[sS]ở|[pP]hòng|[bB]ộ|[bB]an)\s*:?\s*(?=[A-ZĐÂÔƠƯÊ])"
    r"|(?<!\w)(?P<post2>)(?P<head2>Sở)\s*:\s*(?=[A-ZĐÂÔƠƯÊ])"
)
"""Opens a distributed list: "các Sở: Nội vụ, Tài chính"."""

FIELD_RE = re.compile(rf"{_FIELD}|{_FREE}")
