"""Task verbs: where a predicate begins.

"chủ động", "kịp thời" and the like are adverbs that may stand before any verb; the list of verbs is data.
"""

from __future__ import annotations

import re

from ingest.facts.language.lexicon import alternatives, either_tone, read_list, read_table
from ingest.spelling import spaced

__all__ = ["ADVERB_PATTERN", "PREDICATE_RE", "opens_task", "starts_plain", "starts_predicate"]

_ADVERBS = [
    "chủ động", "tích cực", "kịp thời", "thường xuyên", "định kỳ", "nghiêm túc", "tập trung", "khẩn trương", "tiếp tục",
    "trực tiếp", "phải", "cần", "cùng", "sẽ", "được giao", "có trách nhiệm", "chịu trách nhiệm", "chịu trách nhiệm chính", "có nhiệm vụ", "quyết liệt",
    "hằng năm", "hàng năm", "hằng tháng", "hàng tháng", "hằng quý", "hàng quý", "hằng tuần", "hàng tuần", "mỗi năm", "mỗi quý", "mỗi tháng", "mỗi tuần", "hằng ngày", "hàng ngày", "bám sát", "căn cứ chức năng, nhiệm vụ",
    "theo chức năng, nhiệm vụ", "theo chức năng, nhiệm vụ được giao", "theo chức năng", "theo chức năng, nhiệm vụ của đơn vị", "theo chức năng, nhiệm vụ của ngành", "theo chức năng, nhiệm vụ của mình",
    "theo thẩm quyền", "theo nhiệm vụ được giao", "phấn đấu", "quan tâm", "chú trọng", "tăng cường",
    "đồng thời", "từng bước", "nhanh chóng", "đẩy mạnh", "ngoài ra", "không", "không ngừng", "sớm", "luôn", "tự", "cũng", "vẫn", "đều", "chỉ", "tạm thời",
    "đột xuất", "hoặc đột xuất", "linh hoạt", "sáng tạo", "nghiêm", "và", "hay", "lại", "đã", "đang",
]  # fmt: skip
# "khởi nghiệp sáng tạo", "đổi mới sáng tạo", "chứng chỉ": a field or a thing, not how something is done.
ADVERB_PATTERN = rf"(?:(?i:{alternatives(_ADVERBS)})(?!\w)(?<!ghiệp sáng tạo)(?<!mới sáng tạo)(?<!ứng chỉ)(?<!đình chỉ)(?<!địa chỉ)\s*,?\s*)"
# "Quyết định số 310", "Báo cáo quý: ..." are names of documents, not verbs; "quy định tại Điều 5" tells which.
_NOUN = r"(?!\s+(?:này(?!\w)|của\s|nêu\s+trên|số\s*:?\s*(?:\d|[.…/])|\d+[/-]))(?!(?<=uy định)\s+(?:tại|ở|trong|như)(?!\w))(?!(?<=áo cáo)\s+viên(?!\w))(?!(?<=áo cáo)\s+(?:quý|năm|tháng|tuần|6\s+tháng|định\s+kỳ|đột\s+xuất|sơ\s+kết|tổng\s+kết)[^:;.]{0,40}:)"


def _whole(verbs: tuple[str, ...]) -> str:
    """Verbs as alternatives that match no second half of another word: "cấp", but not in "cung cấp"."""
    halves = {row[0]: row[1].split() for row in read_table("second_halves.txt")}
    alone = [verb for verb in verbs if verb in halves]
    guarded = [verb + "".join(rf"(?<!(?i:{first}\s{verb}))" for first in halves[verb]) for verb in alone]
    return "|".join(
        (alternatives([verb for verb in verbs if verb not in halves]), *map(either_tone, guarded))
    )


# "tổ chức chính trị - xã hội", "tổ chức và cá nhân có liên quan": a noun.
_BODY = spaced(
    r"(?!(?<=cấp) (?:trên|dưới|phòng)(?!\w| \d))(?!(?<=ban\shành) kèm theo(?!\w))(?!(?<=tổ\schức)(?:\s*,| (?:và|hoặc)) (?:các )?(?:cá nhân|đơn vị|doanh nghiệp|cơ quan)(?!\w))(?!(?<=tổ\schức) (?:chính trị|xã hội|đảng|đoàn thể|tín dụng|quốc tế|phi chính phủ|cá nhân|thuộc|(?:có )?liên quan|thành viên)(?!\w))(?!(?<=thi\shành) án(?!\w))(?!(?<=hợp\stác) xã(?!\w))(?!(?<=giáo\sdục) (?:nghề|thường xuyên|mầm|phổ|đại|quốc|thể chất)(?!\w))"
)
_VERBS = _whole(read_list("task_verbs.txt"))
PREDICATE_RE = re.compile(rf"(?P<adverbs>{ADVERB_PATTERN}{{0,4}})(?P<verb>(?i:{_VERBS})(?!\w){_NOUN}{_BODY})")
"""A predicate at a place: adverbs and a verb."""
# "trực thuộc", "chi bộ", "thu nhập", "phát biểu": the verb is half of another word.
_HALF = spaced(
    r"(?!(?<=trực) (?:thuộc|tiếp|tuyến)|(?<=cấp) (?:trên|dưới)(?!\w| \d)|(?<=chi) (?:bộ|hội|cục|đoàn|nhánh|phí)|(?<=thu) (?:nhập|chi)|(?<=kể) từ|(?<=làm) việc|(?<=điều) (?:kiện|lệ|khoản|chỉnh|tra)(?!\w)|(?<=đặt) (?:tại|ở|trên|trong)|(?<=nhận) được"
    r"|(?<=báo) (?:chí|động|hiệu|mạng|giấy|điện)|(?<=tính) (?:từ|đến|chất|theo|mạng)|(?<=tập) (?:thể|đoàn|quán|sự)|(?<=miễn) phí|(?<=lo) ngại|(?<=nghỉ) (?:hưu|phép|việc|chế)|(?<=dự) (?:kiến|án|thảo|phòng|bị)|(?<=ứng) cử|(?<=lưu) (?:động|trú|vực|thông|niệm)"
    r"|(?<=bắt) (?:buộc|đầu|nguồn|nhịp)|(?<=nêu) (?:trên|tại|ở)|(?<=kéo) theo|(?<=giảm) (?:nghèo|so)|(?<=tăng) (?:so|trưởng)|(?<=thử) thách|(?<=chịu) (?:sự|ảnh|tác|thiệt)|(?<=sản\sxuất) (?:kinh|nông|công)|(?<=kèm) theo|(?<=đáp\sứng) (?:đủ|yêu)|(?<=chốt) chặn|(?<=chặt) chẽ|(?<=giáo\sdục) (?:nghề|thường xuyên|mầm|phổ|đại|quốc|thể chất)(?!\w)|(?<=học\stập) (?:trực|từ))"
)
_PLAINS = read_list("subject_verbs.txt")
_PLAIN_RE = re.compile(
    rf"{ADVERB_PATTERN}{{0,4}}(?:(?:{_whole(_PLAINS)})(?!\w){_NOUN}{_HALF}(?=\s+\w)"
    rf"|(?:{alternatives([verb for verb in _PLAINS if ' ' in verb])})(?!\w)(?=\s*(?:[,;.]|$))|cho(?=\s+\d))"
)
_OPENING_RE = re.compile(
    rf"{ADVERB_PATTERN}{{0,4}}(?i:{alternatives(list(read_list('opening_verbs.txt')))})(?!\w){_NOUN}"
)


def opens_task(text: str, at: int = 0) -> bool:
    """Tell whether a line under its actor opens with a verb that elsewhere may be a noun.

    >>> opens_task("Ký kết quy chế phối hợp"), opens_task("Trường hợp cần thiết")
    (True, False)
    """
    return _OPENING_RE.match(text, at) is not None


def starts_plain(text: str, at: int, end: int) -> bool:
    """Tell whether a verb stands at ``at`` that makes a task only right behind who does it.

    >>> starts_plain("Phòng Kinh tế phát tài liệu", 14, 27), starts_plain("Ban trực thuộc tỉnh", 4, 19)
    (True, False)
    """
    return _PLAIN_RE.match(text, at, end) is not None


def starts_predicate(text: str, at: int = 0) -> bool:
    """Tell whether a task's predicate begins exactly at ``at``.

    >>> starts_predicate("Chủ động xây dựng kế hoạch"), starts_predicate("Luật Tiếp công dân")
    (True, False)
    """
    return PREDICATE_RE.match(text, at) is not None
