"""Where an article's title ends and its text begins, when a conversion set both on one line and ``run_on`` does not tell.

"Điều 10. Trách nhiệm của Sở Nội vụ Tham mưu, giúp Ủy ban nhân dân ...": only the capital tells. It is believed where
the text says the title's words again, as legal texts do, or begins with a word that is no name.
"""

from __future__ import annotations

import re

from ingest.parse.letters import compile_pattern

__all__ = ["title_end"]

_LONGEST = 450
_SHORTEST_TEXT = 4
"""Words that a text has at least."""
_SEAM_RE = compile_pattern(r"(?<=[^\s.,;:“(/-])\s+(?=[\p{Lu}])")
_WORD_RE = re.compile(r"[^\s,;.:()]+")
# Words that begin a sentence or a task and are written small inside a title.
_STARTER_RE = re.compile(
    r"(?:Trường hợp|Trừ trường hợp|(?:Thông tư|Thông tư liên tịch|Nghị định|Nghị quyết|Luật|Quyết định|Quy chế|Quy định|Pháp lệnh|Chương trình) này"
    r"|Việc|Khi|Trong|Trên cơ sở|Đối với|Theo|Căn cứ|Từ|Kể từ|Hằng năm|Hàng năm|Định kỳ|Ngoài|Sau khi|Trước (?:khi|ngày)|Nếu|Để"
    r"|Tham mưu|Chủ trì|Phối hợp|Hướng dẫn|Kiểm tra|Chỉ đạo|Thực hiện|Xây dựng|Triển khai|Quản lý|Tổng hợp|Chịu trách nhiệm"
    r"|Các [^\W\d_]|Những|Mọi|Mỗi|Người|Doanh nghiệp|Đơn vị|Cá nhân|Tổ chức, cá nhân|Khuyến khích|Viên chức|Công chức|Cán bộ|Nhà giáo|Nhà nước (?:có|bảo đảm|khuyến khích|hỗ trợ|ưu tiên|thực hiện)|Bên [a-zà-ỹđ]+|Dự án (?:được|phải|có))(?!\w)"
)
# A body that does something: "... thực hiện các cam kết Bộ Công an phối hợp với Bộ Ngoại giao theo dõi".
_ACTS_RE = re.compile(
    r"(?:Bộ|Sở|Ủy ban|Cục|Ban|Hội đồng|Cơ quan|Chính phủ|Thủ trưởng|Văn phòng) [^;.:]{0,80}?(?:chủ trì|phối hợp với|có trách nhiệm|chịu trách nhiệm|có thẩm quyền|quy định|xây dựng|tổng hợp|tổ chức|quyết định)(?!\w)"
)
# After these a name goes on ("của Cơ quan", "một số điều của Luật"), and after a capital.
_GOVERNING = frozenset(
    "của nguồn cho tại do để với và về các theo trong ở bởi từ đến giữa là hoặc thuộc gồm những một mỗi mọi".split()
)
# What begins an article that has no title: what is enacted, or who is charged.
_ENACTS_RE = re.compile(
    r"(?:Ban hành|Phê duyệt|Công bố|Giao|Thành lập|Sửa đổi|Bổ sung|Bãi bỏ|Đính chính|Kéo dài|Thay thế|Điều chỉnh một|Quy định chi tiết|Quyết định|Thông qua|Phân công|Cho phép|Đồng ý|Công nhận|Giải thể)(?!\w)"
)
_SUBJECT_RE = re.compile(
    r"(?:Các\s+)?(?:[Bb]ộ|Sở|Ủy ban|Chủ tịch|Chánh|Thủ trưởng|Giám đốc|Bộ trưởng|Văn phòng|Cục|Vụ|Tổ chức, cá nhân|Cơ quan|Chính phủ|Hội đồng|Quỹ|Ngân hàng)(?!\w)"
)
_VERBAL_RE = re.compile(
    r"(?<!\w)(?:có hiệu lực|(?:có|chịu) trách nhiệm|phải(?! (?:thu|trả|nộp))|sẽ|này|sau đây|bao gồm)(?!\w)"
)
_SENTENCE_RE = re.compile(
    r"\S+\s+[^\s.;:]*[^\W\d_A-ZĐ],?(?:\s+[^\s.;:]+){0,40}?\s+(?:được|phải|là|bị|quy định|thực hiện|tiến hành|đăng tải|xây dựng|phối hợp|gồm|bao gồm|chịu|có trách nhiệm|có quyền|ban hành|áp dụng|không)(?!\w)"
)
# Names of papers and systems go on a title: "thu hồi Giấy chứng nhận", "khai thác Cơ sở dữ liệu".
_NAMES_RE = re.compile(
    r"(?:Giấy|Luật|Bộ luật|Pháp lệnh|Nghị|Thông tư|Quyết định|Chương trình|Đề án|Dự án|Kế hoạch|Hệ thống|Danh mục|Phụ lục|Mẫu|Cơ sở dữ liệu|Cổng|Nhà nước|Quốc gia|Điều|Khoản|Hiệp định|Công ước|Chứng chỉ|Việt Nam|Trung ương|Internet|Trung tâm|Hiến pháp|Đảng|Báo cáo|Sổ|Thẻ|Chiến lược|Quy hoạch)(?!\w)"
)
_PAPER_RE = re.compile(r"(?:Giấy|Thẻ|Sổ|Chứng chỉ)(?!\w)")
"""Papers that a text gives rules for: their two first words name them ("Thẻ đỏ")."""
_DOCUMENT_RE = re.compile(
    r"(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|Điều|Khoản|Điểm|Phụ lục|Mẫu|Chương|Mục)(?!\w)"
)
_TELLS_RE = re.compile(
    r"(?:[^\s.;:]+\s+){2,24}?(?:được|phải|là|bị|có|do|gồm|bao gồm|không|quy định|thực hiện|cấp|quyết định|trình|gửi)(?!\w)"
)
_NAME_HEADS = frozenset(
    "bộ sở ủy ban cục vụ phòng hội quỹ viện trường tỉnh phố huyện xã phường tịch trưởng đốc viên luật số".split()
)
_LONGEST_TITLE = 40


def title_end(text: str) -> int:
    """How many letters of an article's line are its title; 0 where nothing tells title and text apart.

    >>> lines = ["Trách nhiệm của Bộ Tài chính Chủ trì, phối hợp với các bộ.", "Phí thẩm định Phí thẩm định do bên mua trả."]
    >>> [line[: title_end(line)] for line in lines]
    ['Trách nhiệm của Bộ Tài chính', 'Phí thẩm định']
    >>> title_end("Ban hành kèm theo Quyết định này Kế hoạch của Ủy ban nhân dân tỉnh Sơn Hà.")
    0
    >>> "Cho thuê tài sản Doanh nghiệp nhà nước được cho thuê tài sản của mình."[: title_end("Cho thuê tài sản Doanh nghiệp nhà nước được cho thuê tài sản của mình.")]
    'Cho thuê tài sản'
    """
    first = _words(text, 2)
    for seam in _SEAM_RE.finditer(text, 0, _LONGEST):
        title, rest = text[: seam.start()], text[seam.end() :]
        words = title.split()
        if len(rest.split()) < _SHORTEST_TEXT or len(words) < 2 or words[-1] in _GOVERNING:
            continue
        if "có hiệu lực" in title:
            break  # "Quyết định này có hiệu lực ... và thay thế Quyết định số ..." has no title
        if _words(rest, 2) == first or _repeats(title, rest) or _starts(title, rest):
            return seam.start()
    for seam in _SEAM_RE.finditer(text, 0, _LONGEST):
        title, rest = text[: seam.start()], text[seam.end() :]
        if (
            2 <= len(title.split()) <= _LONGEST_TITLE
            and len(rest.split()) >= _SHORTEST_TEXT
            and title.split()[-1] not in _GOVERNING
            and (_says(title, rest) or _takes_up(title, rest))
        ):
            return seam.start()
    return 0


def _says(title: str, rest: str) -> bool:
    """Whether a title without a verb of its own stands before a whole sentence: "Cho thuê tài sản Doanh nghiệp được cho thuê ..."."""
    if _ENACTS_RE.match(title) or _VERBAL_RE.search(title) or _is_body(title):
        return False
    last = title.split()[-1]
    ends = (last[0].islower() and last.lower() not in _NAME_HEADS) or title.endswith("Việt Nam")
    return (
        ends
        and not rest.split()[0].isupper()
        and not _NAMES_RE.match(rest)
        and _SENTENCE_RE.match(rest) is not None
    )


def _is_body(title: str) -> bool:
    """Whether what stands before the seam is a body, the sentence's own subject."""
    return _SUBJECT_RE.match(title) is not None


def _words(text: str, count: int) -> list[str]:
    return [match[0].lower() for match, _ in zip(_WORD_RE.finditer(text), range(count), strict=False)]


def _repeats(title: str, rest: str) -> bool:
    """Whether the title's last words come again: "... của Hội đồng quản lý Hội đồng quản lý quyết định ..."."""
    last = [word.lower() for word in _WORD_RE.findall(title)]
    again = _words(rest, 24)
    again = (
        again[1:] if again[:1] and again[0] in ("các", "việc", "những") and last[-1:] != again[:1] else again
    )
    return any(
        last[-count:] == again[:count] or last == again[:count]
        for count in range(2, min(len(last), len(again)) + 1)
    )


def _takes_up(title: str, rest: str) -> bool:
    """Whether the text takes up words inside the title: "Thời hạn của thẻ đỏ cấp cho doanh nhân Thẻ đỏ có ..."."""
    last = title.split()[-1]
    if _ENACTS_RE.match(title) or _DOCUMENT_RE.match(rest) or not last[-1].islower():
        return False
    begins = " ".join(_words(rest, 3 if _NAMES_RE.match(rest) and not _PAPER_RE.match(rest) else 2))
    inside = " ".join(word.lower() for word in _WORD_RE.findall(title))
    told = _TELLS_RE.match(rest) is not None
    return told and f" {begins} " in f" {inside} "


def _starts(title: str, rest: str) -> bool:
    words = title.split()
    if not words[-1][0].islower():
        return False
    acts = (
        len(words) > 2
        and words[-1] not in ("trình", "giao", "nghị", "lập", "trưởng", "tướng", "tịch", "đốc", "viên")
        and _ACTS_RE.match(rest) is not None
        and _STARTER_RE.match(title) is None
        and _ENACTS_RE.match(title) is None
    )
    return acts or _STARTER_RE.match(rest) is not None
