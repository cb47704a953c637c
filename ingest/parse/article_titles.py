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
    r"|Việc|Khi|Trong|Trên cơ sở|Đối với|Theo|Căn cứ|Từ|Kể từ|Hằng năm|Hàng năm|Định kỳ|Ngoài|Sau khi|Trước khi|Nếu|Để"
    r"|Tham mưu|Chủ trì|Phối hợp|Hướng dẫn|Kiểm tra|Chỉ đạo|Thực hiện|Xây dựng|Triển khai|Quản lý|Tổng hợp|Chịu trách nhiệm"
    r"|Các [^\W\d_]|Những|Mọi|Mỗi|Người|Doanh nghiệp|Đơn vị|Cá nhân)(?!\w)"
)
# A body that does something: "... thực hiện các cam kết Bộ Công an phối hợp với Bộ Ngoại giao theo dõi".
_ACTS_RE = re.compile(
    r"(?:Bộ|Sở|Ủy ban|Cục|Ban|Hội đồng|Cơ quan|Chính phủ|Thủ trưởng|Văn phòng) [^,;.:]{0,80}?(?:chủ trì|phối hợp với|có trách nhiệm|chịu trách nhiệm|xây dựng|tổng hợp|tổ chức|quyết định)(?!\w)"
)
# After these a name goes on ("của Cơ quan", "một số điều của Luật"), and after a capital.
_GOVERNING = frozenset(
    "của cho tại do với và về các theo trong ở bởi từ đến giữa là hoặc thuộc gồm những một mỗi mọi".split()
)


def title_end(text: str) -> int:
    """How many letters of an article's line are its title; 0 where nothing tells title and text apart.

    >>> lines = ["Trách nhiệm của Bộ Tài chính Chủ trì, phối hợp với các bộ.", "Phí thẩm định Phí thẩm định do bên mua trả."]
    >>> [line[: title_end(line)] for line in lines]
    ['Trách nhiệm của Bộ Tài chính', 'Phí thẩm định']
    >>> title_end("Ban hành kèm theo Quyết định này Kế hoạch của Ủy ban nhân dân tỉnh Sơn Hà.")
    0
    """
    first = _words(text, 2)
    for seam in _SEAM_RE.finditer(text, 0, _LONGEST):
        title, rest = text[: seam.start()], text[seam.end() :]
        words = title.split()
        if len(rest.split()) < _SHORTEST_TEXT or len(words) < 2 or words[-1] in _GOVERNING:
            continue
        if _words(rest, 2) == first or _repeats(title, rest) or _starts(title, rest):
            return seam.start()
    return 0


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


def _starts(title: str, rest: str) -> bool:
    words = title.split()
    if not words[-1][0].islower():
        return False
    acts = (
        len(words) > 2
        and words[-1] not in ("trình", "giao", "nghị", "lập")
        and _ACTS_RE.match(rest) is not None
        and _STARTER_RE.match(title) is None
    )
    return acts or _STARTER_RE.match(rest) is not None
