"""Whether the text after a label is a heading, a run-in heading, or a whole paragraph."""

from __future__ import annotations

import re

from ingest.parse.article_titles import title_end
from ingest.parse.lines import is_upper
from ingest.parse.numbering import UPPER_STYLES, Style
from ingest.parse.quoting import QUOTED_PART_RE
from ingest.parse.run_on import run_on
from ingest.spelling import spaced_re

__all__ = ["heading_length"]

# Words that make a predicate: what contains one says what is to be done, and is no bare name.
_VERB_RE = re.compile(
    r"(?<!\w)(?:chủ trì|phối hợp|chịu trách nhiệm|có trách nhiệm|tham mưu|báo cáo|hướng dẫn|chỉ đạo|tổ chức|thực hiện"
    r"|triển khai|xây dựng|ban hành|đề xuất|bố trí|rà soát|theo dõi|đôn đốc|tăng cường|đẩy mạnh|căn cứ|là|được|phải|cần|đảm bảo|bảo đảm)(?!\w)",
    re.IGNORECASE,
)
_ACTOR_RE = re.compile(
    r"(?:Giao |Đề nghị |Yêu cầu )?(?:Các |Đối với )?(?:các )?(?:sở|ban|phòng|cục|chi cục|ủy ban|uỷ ban|ubnd|hđnd|hội|đoàn|công an|bộ|văn phòng"
    r"|thanh tra|trung tâm|trường|báo|đài|ngân hàng|kho bạc|thuế|tòa án|viện|liên đoàn|mặt trận|công chức|cơ quan|đơn vị|bí thư"
    r"|thủ trưởng|trưởng|chánh|giám đốc|chủ tịch|cổng|bảo hiểm|đảng ủy|huyện ủy|tỉnh ủy|thành ủy|khối|tổ|thôn)(?!\w)",
    re.IGNORECASE,
)
# "Tại điểm đ khoản 3 Điều 16: ...", "Bổ sung khoản 1a: ...": what is changed where, no title.
_CHANGES_RE = re.compile(
    r"(?:Tại|Theo) (?:điểm|khoản|Điều|mục|đoạn|tiêu đề|trang|dòng)|(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Thay cụm)(?!\w)"
)
# "Giám đốc các Sở: Nội vụ, Tài chính": the colon opens the names.
_LISTS_RE = spaced_re(
    r"(?:[Cc]ác|[Gg]iám đốc|[Tt]rưởng) (?:[Ss]ở|[Bb]an|[Pp]hòng|[Bb]ộ|[Cc]ơ quan|[Đđ]ơn vị)$|,\s*[Ss]ở$"
)
_INTRO_RE = re.compile(
    r"(?:như sau|sau đây|dưới đây|sau|gồm|cụ thể|là|trong đó|như|có quyền(?: hạn)?|có nghĩa vụ|có chức năng|phải (?:bảo đảm|đảm bảo)|dùng để|này thay thế|quy định về"
    r"|gồm (?:có )?\S+ \S+|(?:trong|đối với|thuộc) (?:một trong )?(?:các|những) trường hợp|(?:có|chịu) trách nhiệm(?: \S+){1,4}"
    r"|(?:này|hạng|mức|định) (?:được )?áp dụng (?:đối với|cho)(?: \S+){0,3})\s*:\s*$",
    re.IGNORECASE,
)
# A head that tells to do something and goes on in small letters is a sentence with a list: "Xây dựng nền tảng: từ ...".
_DOING_RE = re.compile(
    r"(?:tiếp tục |chủ động |tập trung |từng bước )?(?:xây dựng|phát triển|triển khai|thực hiện|tổ chức|ứng dụng|hỗ trợ|nâng cao|đẩy mạnh|tăng cường"
    r"|hoàn thiện|bảo đảm|đảm bảo|rà soát|ban hành|hình thành|thúc đẩy|khuyến khích|ưu tiên|bố trí|chỉ đạo|hướng dẫn|quản lý|kết nối|huy động)(?!\w)",
    re.IGNORECASE,
)
# "Ngoài ra, ... sẽ được ...": words that open or carry a sentence, not a title.
# So do the predicates of a legal sentence, and the words with which its conditions begin.
_SENTENCE_RE = re.compile(
    r"(?:Trên cơ sở|Căn cứ|Theo|Trong|Hằng năm|Hàng năm|Định kỳ|Tại|Ngay sau|Trước|Để)\s[^.;]*,\s|(?:Ngoài ra|Đồng thời|Bên cạnh đó|Trường hợp|Trong đó|Riêng|Là|Khi|Sau khi|Kể từ|Hết|Trong thời hạn|Không)(?!\w)"
    r"|.*\s(?:sẽ|thì|phải|có hiệu lực|có trách nhiệm|chịu trách nhiệm|thực hiện theo|được (?:thực hiện|áp dụng|quy định|tính|hiểu))\s"
)
# "Bổ sung khoản 6a vào sau khoản 6:" commands what stands below; "Hiệu trưởng quyết định ... khi:" goes on there.
_COMMANDS_RE = re.compile(
    r"(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Thay)(?:,| và)? .*(?<!\w)(?:khoản|điểm|Điều|Chương|Mục|Phụ lục|Mẫu|cụm từ|đoạn)(?!\w)|Kể từ "
)
_GOES_ON_RE = re.compile(r"\s(?:khi|nếu|để|cho|với|do|và|hoặc|tại|từ)\s*:$")
_CHARGES_RE = re.compile(r"(?:có|chịu) (?:trách nhiệm|nhiệm vụ)(?: (?:sau|chính|cụ thể))?$")
_TELLS_RE = re.compile(r"\s(?:bao gồm|gồm|phải|sẽ|thì|không quá|không được|là)(?::|\s)")
# By when something is done, or a deed that no body is called by: with its full stop a line that says so is a sentence.
_DUE_RE = re.compile(
    r"\s(?:trước (?:ngày )?\d|chậm nhất|(?:gửi|nộp|cử|treo|dọn|ký|ghi|mở (?:lớp|đợt|hội nghị)|lập (?:kế hoạch|danh sách|hồ sơ|dự toán)) )"
)
_LONG_TITLE = 110
"""Letters from which on a line that holds a predicate is a sentence whose end was lost, and no title."""
_MOST_TITLE_WORDS = 13
"""Words in the title of a point (a, b) or of an article's item that ends as a sentence does; more are a clause."""
_RUN_IN_RE = re.compile(r"(?P<head>[^:;.?!]{3,110}?)\s*:\s+(?=\S)")
_AMENDS_RE = re.compile(
    r"(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay thế)(?:, (?:bổ sung|thay thế|bãi bỏ))* (?:một số|các) "
)
_LONGEST_AMENDING = 900
_LONGEST_TITLE = 250


def heading_length(words: str, style: Style, *, has_body: bool, in_article: bool = False) -> int:
    """How many letters of ``words`` (the line after its label) are heading; 0 for a full paragraph.

    >>> heading_length("Mục tiêu chung: Hỗ trợ nâng cao năng lực.", "arabic", has_body=False)
    14
    >>> heading_length("Sở Nội vụ chủ trì theo dõi, đôn đốc thực hiện Kế hoạch.", "arabic", has_body=False)
    0
    >>> heading_length("Sở Nội vụ", "arabic", has_body=True)
    9
    >>> heading_length("Các trường gửi danh sách về Sở trước ngày 25 hằng tháng.", "arabic", has_body=True)
    0
    """
    text = words.rstrip(" *")
    if not text:
        return 0
    if style == "article":
        # A sentence ends with a mark: what ends with none over its own items is a title throughout.
        open_end = has_body and text[-1] not in ".;:," and len(text) <= _LONGEST_TITLE
        whole = open_end and not QUOTED_PART_RE.search(text)
        ends = [end for end in (run_on(text), _article_heading(text, has_body)) if end and not whole]
        return min(ends, default=len(text) if whole else 0)
    if is_upper(text):
        return len(text)
    if match := _RUN_IN_RE.match(text):
        if _DOING_RE.match(text) and text[match.end()].islower() and style not in UPPER_STYLES:
            return 0
        if _is_title(match["head"]):
            return match.end("head")
    # "b) Xây dựng tài liệu Hướng dẫn sử dụng; hỗ trợ ...;" is an item of a list of tasks, no title with its text.
    listed = text.endswith(";") and _DOING_RE.match(text) is not None
    clause = style == "letter" or in_article
    return (0 if listed else run_on(text)) or _whole_line(text, style, has_body, clause)


def _article_heading(text: str, has_body: bool) -> int:
    # "Điều 5. Sửa đổi, bổ sung Điều 8 “Điều 8. Trách nhiệm": the quoted title is another document's.
    if (quoted := QUOTED_PART_RE.search(text)) and 0 < quoted.start() < 250:
        return len(text[: quoted.start()].rstrip(" :"))
    if titled := title_end(text):
        return titled
    # "Sửa đổi, bổ sung một số điều của Thông tư số ... hướng dẫn ..." is a title however long.
    longest = _LONGEST_AMENDING if _AMENDS_RE.match(text) else 250
    if has_body and len(text) < longest and text[-1] not in ".;:,":
        return len(text)
    return 0


def _is_title(head: str) -> bool:
    """Whether the words before a colon are a title and not the start of a sentence."""
    if len(head.split()) > 14 or head.count(",") > 2 or head.count("(") > head.count(")"):
        return False
    if head.endswith((" là", " là tập hợp")) or re.search(r"\slà\s(?:việc|tập hợp|những|các)\s?", head):
        return False
    if _CHANGES_RE.match(head) or _INTRO_RE.search(f"{head}:") or _LISTS_RE.search(head):
        return False
    return bool(_ACTOR_RE.match(head)) is False or not _VERB_RE.search(head)


def _whole_line(text: str, style: Style, has_body: bool, clause: bool) -> int:
    last = text[-1]
    bare = text.rstrip(" .:;,")
    actor = bool(_ACTOR_RE.match(text)) and not _VERB_RE.search(text) and len(text) < 200
    if last == ":":
        if _CHARGES_RE.search(bare):
            return 0  # "1. Bộ Tài chính có trách nhiệm:" is a sentence that its list goes on with
        goes_on = _INTRO_RE.search(text) or _COMMANDS_RE.match(text) or _GOES_ON_RE.search(text)
        short = len(text) <= 160 and not goes_on and (actor or len(text) <= 110)
        return len(bare) if short and has_body else 0
    if last in ".;":
        # "2. Sở Nội vụ." and "3. Công tác tiếp công dân;" are titles; a sentence is not.
        due = _DUE_RE.search(bare) is not None
        acts = _ACTOR_RE.match(bare) is not None and (due or _VERB_RE.search(bare) is not None)
        told = acts or _SENTENCE_RE.match(bare) or re.search(r"\s(?:bao )?gồm:? ", bare)
        longest = 170 if last == "." else 90
        whole = clause and len(bare.split()) > _MOST_TITLE_WORDS
        title = (actor and not due) or (len(bare) <= longest and not re.search(r"[.;]\s", bare) and not told)
        return len(bare) if has_body and title and not whole else 0
    if has_body:
        runs = len(text) > _LONG_TITLE and _TELLS_RE.search(text) is not None
        return len(text) if len(text) <= 400 and not runs else 0
    if style in UPPER_STYLES:
        return len(text) if len(text) <= 250 else 0
    return len(text) if actor or (len(text) <= 60 and not _VERB_RE.search(text)) else 0
