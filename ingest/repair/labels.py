"""What the beginning or the end of a line tells: a label, a formula, a sentence that is not over.

The labels are those of Decree 30/2020, annex I (Phần, Chương, Mục, Điều, khoản "1.", điểm "a)"), of the
Party's guideline 36-HD/VPTW ("I-", "1-"), and of what officials write besides ("3.1.", "-", "+", "*").
"""

from __future__ import annotations

import re

from ingest.spelling import CAPITALS

__all__ = [
    "BULLET_RE",
    "DOC_TYPE_RE",
    "FORMULA_RE",
    "HEADED_RE",
    "LABEL_RE",
    "cites_article",
    "cites_on",
    "counts_on",
    "is_closed",
    "is_finished",
    "is_low",
    "is_upper",
    "leaves_open",
    "splits_compound",
    "starts_sentence",
]

LABEL_RE = re.compile(
    rf"""["“(]? (?:
      (?P<roman> [IVXLC]{{1,6}} (?: [ ]?[.)/] | [ ]?[-–](?=[ ]?[{CAPITALS}]) ) (?=\s*[^\s\d]) )
    | (?P<arabic> \d{{1,2}} (?: \.\d{{1,2}} ){{0,4}} (?: [ ]?[.)](?=\s*[^\s\d]) | /(?=\s) | [ ]?[-–](?=[ ]?[{CAPITALS}][^\s{CAPITALS}]) ) )
    | (?P<bare> \d{{1,2}} (?: \.\d{{1,2}} ){{1,4}} (?=\s+[{CAPITALS}]) )
    | (?P<letter> (?: [a-zđ]{{1,2}}(?:\.?\d{{1,2}})? \) | [a-zđ](?:\.?\d{{1,2}})? [./](?=\s) ) (?=\s*\S) )
    | (?P<capital> [A-ZĐ] (?: [./]\s | \)\s? | \s?[-–]\s ) (?=\S) )
    | (?P<bracketed> \( (?: \d{{1,2}} | [a-zđ] | [ivx]{{1,4}} ) \) (?=\s*\S) )
    | (?P<note> \[\^?\d{{1,3}}\] )
    | (?P<structural> (?: Điều|ĐIỀU|Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC|Tiểu[ ]mục ) \s+ (?: \d{{1,3}} | [IVXLC]{{1,6}} | thứ\s\w+ ) [a-z]? (?=[.:\s)]|$) )
    | (?P<annex> (?: Phụ[ ]lục|PHỤ[ ]LỤC|Phụ[ ]biểu|PHỤ[ ]BIỂU|Biểu[ ]mẫu|BIỂU[ ]MẪU|Mẫu[ ]biểu|MẪU[ ]BIỂU|Mẫu[ ]số|MẪU[ ]SỐ|Biểu[ ]số|BIỂU[ ]SỐ
        |Mẫu|Bước|Bảng|Nhóm|Giai[ ]đoạn|Đợt ) \s* (?: \d{{1,2}}(?:\.\d{{1,2}})* | [IVXLC]{{1,6}} | số\s\d+ ) (?=[.:\s)]|$) )
    | (?P<bullet> [-–—\u2212+•●▪■♦❖➢✓*·] (?=\s*[^\s\d]|\s+\d) )
    )""",
    re.VERBOSE,
)
BULLET_RE = re.compile(r"[-–—\u2212+•●▪■♦❖➢✓*·]\s*")
# A label that heads a section; its line may be a heading.
HEADED_RE = re.compile(
    rf"(?:[IVXLC]{{1,6}}\s?[.)/\-–]|\d{{1,2}}(?:\.\d{{1,2}}){{0,4}}\s?[.)/\-–]?\s|[A-ZĐ][./)]|[a-zđ]{{1,2}}[.)]|(?:Điều|Chương|Phần|Mục|CHƯƠNG|PHẦN|MỤC)\s)\s*[“\"]?[{CAPITALS}]"
)

# Document kinds (Decree 30/2020, art. 7; Party regulation 66-QĐ/TW): a line of its own above the title.
DOC_TYPE_RE = re.compile(
    r"(?:KẾ HOẠCH|QUYẾT ĐỊNH|CHỈ THỊ|NGHỊ QUYẾT|NGHỊ ĐỊNH|THÔNG TƯ|QUY CHẾ|QUY ĐỊNH|QUY TRÌNH|HƯỚNG DẪN|CHƯƠNG TRÌNH"
    r"|CHƯƠNG TRÌNH HÀNH ĐỘNG|CHƯƠNG TRÌNH PHỐI HỢP|CHƯƠNG TRÌNH CÔNG TÁC|ĐỀ ÁN|DỰ ÁN|PHƯƠNG ÁN|BÁO CÁO|TỜ TRÌNH|THÔNG BÁO|THÔNG CÁO|KẾT LUẬN"
    r"|CÔNG ĐIỆN|CÔNG VĂN|KẾ HOẠCH PHỐI HỢP|PHỤ LỤC|ĐIỀU LỆ|LUẬT|PHÁP LỆNH|DANH MỤC|LỊCH)"
    r"(?:\s+(?:SỐ\s+)?(?:\d{1,2}|[IVX]{1,5}))?\s*:?"
)

# These begin a block wherever the sentence before them is over.
FORMULA_RE = re.compile(
    r"(?:Nơi nh[ậâ]n|Trên đây là|Kính gửi|TM\.|T\.M|T/M\b|KT\.|K/T\b|TL\.|T/L\b|TUQ\.|T/U/Q|Q\. ?[A-ZĐ]{2}|Theo đề nghị|Xét đề nghị|Căn cứ\s|Để (?:triển khai|thực hiện|tiếp tục|kịp thời|tổ chức|đảm bảo|bảo đảm|tăng cường|góp phần)"
    r"|Thực hiện (?:Chỉ thị|Nghị quyết|Nghị định|Quyết định|Kế hoạch|Chương trình|Kết luận|Công văn|Thông tư|Hướng dẫn|Luật|Quy định|Quy chế|Đề án|Thông báo|sự chỉ đạo|ý kiến)"
    r"|\((?:Kèm theo|Ban hành kèm theo|Đính kèm)|(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Ban Thường vụ|Yêu cầu|Đề nghị) .{0,60}(?:ban hành|xây dựng) [Kk]ế hoạch)"
)

_FINISHED_RE = re.compile(r"(?:[.;:!?…]|\./\.?)[”\"’')\]]{0,2}$")
_ABBREVIATED_RE = re.compile(
    r"(?:^|[\s(/])(?:TP|TX|TT|Q|P|H|Tp|Tx|PGS|TS|ThS|GS|TM|KT|TL|Đ/c|đ/c|v\.v|st|Nxb|NXB|T\.Ư|[A-Z])\.$"
)

# Words that cannot end a sentence or a heading: what they govern is still to come.
_GOVERNING = (
    r"và|của|về|với|trong|các|theo|tại|hoặc|cho|để|từ|đến|do|bởi|là|được|những|ở|cùng|như|khi|mà|thì|vào|gồm|nhằm|giữa|bằng|nếu|vì|hay|phải|cần|đang|sẽ|đã|"
    r"Nghị|Quyết|Ủy|Uỷ|Ủy ban|Uỷ ban|Hội đồng|tổ chức chính|(?:quyết|định|thị|hoạch|luận|văn|tư|trình|án|dẫn|báo|lệnh|điện|luật|Luật) số"
)
_OPEN_END_RE = re.compile(rf"(?:,|[-–—/(“‘\[]|(?:^|\s)(?:{_GOVERNING}))$")
# Before these a "1." or "II." at the start of the next line is a number, not a label.
_COUNTED_END_RE = re.compile(
    r"(?:^|[\s(])(?:ngày|tháng|năm|(?<!tài )khoản|(?<!quan )(?<!địa )(?<!thời )(?<!đặc )điểm|[Đđ]iều|(?<!danh )(?<!chuyên )mục|Mục|(?<!thành )phần|Phần|[Cc]hương"
    r"|[Pp]hụ lục|[Pp]hụ biểu|biểu số|[Qq]uý|lần thứ|[Kk]hóa|[Kk]hoá|thế kỷ|tiểu mục|trang|giai đoạn|cấp độ|mức độ|nhóm|vùng|loại|hạng|(?:quyết|định|thị|hoạch|luận|văn|tư|án|dẫn|báo|lệnh|điện|luật|Luật) số)$"
)
# "tại điểm a, b," / "các mục I, II và" / "(1), (2),": the enumeration goes on.
_ENUMERATED_END_RE = re.compile(
    r"(?:điểm|khoản|mục|phần|Phần|Mục|Điều|điều) (?:(?:\d{1,2}|[a-zđ]|[IVX]{1,4})\)?(?:,| và| hoặc) ?)+$|\([\da-zđ]{1,2}\),$"
)
# "tại khoản 5" / "điểm a" before "Điều 4": the citation goes on.
_CITED_NUMBER = r"(?:\d{1,2}|[a-zđ]|[IVX]{1,4})\)?"
_CITING_END_RE = re.compile(
    rf"(?:khoản|điểm|mục|Mục|tiết) {_CITED_NUMBER}(?:(?:, | và | hoặc |; )(?:khoản |điểm )?{_CITED_NUMBER})*$"
)
_CITED_END_RE = re.compile(
    r"(?:tại|theo|của|và|các|trong|ở|hoặc|này,) (?:tiểu mục|khoản|điểm|[Đđ]iều|[Mm]ục|[Pp]hần|[Cc]hương|[Pp]hụ lục)$"
)
# Words that begin a sentence or a task, and are small inside one.
_STARTER_RE = re.compile(
    r"(?:Tiếp tục|Triển khai|Tăng cường|Chủ trì|Chủ động|Tổ chức|Thực hiện|Nâng cao|Đẩy mạnh|Phối hợp|Xây dựng|Các|Căn cứ|Tham mưu|Hướng dẫn|Theo dõi|Kiểm tra|Rà soát"
    r"|Quán triệt|Tuyên truyền|Phát huy|Chỉ đạo|Định kỳ|Trên cơ sở|Trong|Tập trung|Giao|Đề nghị|Yêu cầu|Khi|Để|Nhằm|Việc|Bảo đảm|Đảm bảo|Thường xuyên|Kịp thời|Hằng|Hàng"
    r"|Phấn đấu|Đến|Từ|Tạo|Khuyến khích|Huy động|Làm|Là|Có|Chịu|Báo cáo|Tổng hợp|Cung cấp|Đôn đốc|Lãnh đạo|Quan tâm|Chú trọng|Tích cực|Nghiêm túc|Mỗi|Mọi|Một số|Những|Cấp ủy"
    r"|Thông qua|Ngoài ra|Đồng thời|Riêng|Đối với|Trường hợp|Ưu tiên|Củng cố|Đổi mới|Hoàn thiện|Giải quyết|Xử lý|Lồng ghép|Vận động|Duy trì"
    r"|Khẩn trương|Bố trí|Cân đối|Kinh phí|Giám sát|Công khai|Công bố|Nắm|Niêm yết|Cử|Mở|Lập|Đăng|Tham gia|Bồi dưỡng|Thẩm định|Bảo vệ|Phát động"
    r"|Chuẩn bị|Ban hành|Đánh giá|Đào tạo|Kiện toàn|Kiểm soát|Lấy ý kiến|Nghiên cứu|Phân công|Phổ biến|Quản lý|Sơ kết|Thông tin|Thông báo"
    r"|Tiếp nhận|Tư vấn|Ứng dụng|Vận hành|Nhận|Trực|Dạy|Trước|Sau|Ngoài|Bên cạnh|Tuy nhiên|Theo|Qua|Nếu|Với|Mặt khác|Hiện nay|Nguyên nhân|Cụ thể)\b"
)
# "chính trị - xã hội" and its like: a dash between two words that one says in one breath.
_COMPOUND_RE = re.compile(
    r"(?:chính trị|kinh tế|văn ho[áa]|văn hóa|quốc phòng|khoa học|kỹ thuật|công nghiệp|nông nghiệp|tài chính|lịch sử|thể thao|thương mại|dịch vụ|xã hội|lao động"
    r"|giáo dục|y tế|dân số|truyền thanh|phát thanh|tư pháp|văn phòng|địa chính|kế hoạch|khoáng sản|thủy sản|ngoại giao|an ninh|du lịch|độc lập|tự do|hộ tịch|thi đua|thông tin|quân sự|ứng dụng|đào tạo|sản)"
    r"\s*[-–]\s*(xã hội|an ninh|kỹ thuật|công nghệ|xây dựng|thể thao|ngân sách|truyền hình|nghề nghiệp|văn ho[áa]|văn hóa|đối ngoại|du lịch|kinh tế|chính trị|dịch vụ|môi trường"
    r"|hành chính|hộ tịch|thống kê|kế toán|tài chính|đầu tư|thương binh|tự do|hạnh phúc|truyền thông|nông nghiệp|khen thưởng|quốc phòng|kỷ luật|pháp luật|kế hoạch|đô thị|tôn giáo|quản lý|bền vững|nhi(?!\w))",
    re.IGNORECASE,
)
_DATES_RE = re.compile(r"\d{1,2}/\d{4}\s*[-–]\s*\d{1,2}/\d")
_RANGE_RE = re.compile(r"(?<![\d/.,])(\d{1,4})\s*[-–]\s*(\d{1,4})(?![\d.,]\d|\d)")


def is_upper(words: str) -> bool:
    """Tell whether a line is set in capitals (figures count for nothing).

    >>> is_upper("I. MỤC ĐÍCH, YÊU CẦU"), is_upper("2026 - 2030"), is_upper("Số 1")
    (True, False, False)
    """
    return words.isupper()


def is_low(words: str) -> bool:
    """Tell whether a line goes on in small letters and bears no label.

    >>> is_low("vùng đồng bào"), is_low("a) Sở Nội vụ"), is_low("“dân biết, dân bàn”")
    (True, False, False)
    """
    return words.lstrip("(,;.)”").lstrip()[:1].islower() and not LABEL_RE.match(words)


def is_finished(words: str) -> bool:
    """Tell whether a line ends as a sentence, a list item or an opening clause ends.

    >>> is_finished("thực hiện./."), is_finished("các sở,"), is_finished("trên địa bàn TP.")
    (True, False, False)
    """
    return bool(_FINISHED_RE.search(words)) and not _ABBREVIATED_RE.search(words)


def is_closed(words: str) -> bool:
    """Tell whether a line ends a sentence for good (a semicolon or a colon does not).

    >>> is_closed("báo cáo."), is_closed("như sau:")
    (True, False)
    """
    return is_finished(words) and words.rstrip("”\"’')]")[-1:] in ".!?…"


def leaves_open(words: str) -> bool:
    """Tell whether a line cannot be the end of anything.

    >>> leaves_open("Sở Nội vụ chủ trì, phối hợp với"), leaves_open("Sở Nội vụ")
    (True, False)
    """
    return (
        bool(_OPEN_END_RE.search(words))
        or words.count("(") > words.count(")")
        or words.count("“") > words.count("”")
    )


def splits_compound(first: str, second: str) -> bool:
    """Tell whether a dash that begins ``second`` (or ends ``first``) stands inside an expression.

    >>> splits_compound("các tổ chức chính trị", "- xã hội"), splits_compound("giai đoạn 2021", "- 2030;")
    (True, True)
    >>> splits_compound("Nơi nhận", "- Sở Nội vụ")
    False
    """
    seam = f"{first[-24:]} {second[:24]}"
    place = len(first[-24:])
    # "kinh tế" and then a bullet "- Xã hội hóa ..." is no compound: both halves share their case.
    compounds = [
        found.span()
        for found in _COMPOUND_RE.finditer(seam)
        if found[0][0].isupper() == found[1][0].isupper()
    ]
    ranges = [found.span() for found in _DATES_RE.finditer(seam)]
    ranges += [found.span() for found in _RANGE_RE.finditer(seam) if int(found[1]) < int(found[2])]
    return any(start < place < end for start, end in compounds + ranges)


def starts_sentence(first: str, second: str) -> bool:
    """Tell whether a capital at the line's start begins a sentence, and is not that of a name.

    >>> starts_sentence("5. Công tác nắm tình hình ở cơ sở", "Triển khai Đề án số 26")
    True
    >>> starts_sentence("các văn bản về Luật", "Thực hiện dân chủ ở cơ sở")
    False
    """
    last = first.split()[-1:]
    named = bool(last) and last[0][:1].isupper() and not first.isupper()
    return bool(_STARTER_RE.match(second)) and not named and not leaves_open(first)


def cites_on(first: str, rest: str, *, letter: bool) -> bool:
    """Tell whether what looks like a label on the next line is the number of something cited.

    ``rest`` is what follows it: a label is followed by a capital, as headings and tasks begin with one.

    >>> cites_on("trường hợp tại điểm a, b,", "khoản 1 Điều này", letter=True)
    True
    >>> cites_on("Điều 1. Số giờ làm thêm trong 01 năm", "Trường hợp làm thêm", letter=False)
    False
    """
    if _ENUMERATED_END_RE.search(first) or _CITED_END_RE.search(first):
        return True
    return not letter and counts_on(first) and rest[:1].islower()


def cites_article(first: str) -> bool:
    """Tell whether "Điều 4" or "Phụ lục 1" at the next line's start is cited by this line.

    >>> [cites_article(line) for line in ("theo quy định tại khoản 5", "tại khoản 1, 2 và 3", "theo quy định hiện hành.")]
    [True, True, False]
    """
    return not is_finished(first) and (leaves_open(first) or bool(_CITING_END_RE.search(first)))


def counts_on(first: str) -> bool:
    """Tell whether the number that begins the next line belongs to this line's last word.

    >>> counts_on("theo quy định tại khoản"), counts_on("Sở Nội vụ")
    (True, False)
    """
    return bool(_COUNTED_END_RE.search(first))
