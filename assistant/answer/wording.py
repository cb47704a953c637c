"""The sentences of an answer, Vietnamese and English side by side."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.model import Language
from assistant.path_words import path_words
from ingest.plan import Plan, Role

__all__ = ["ROLE_WORDS", "clip", "place", "plan_label", "rank", "say", "shorten"]

_TEXTS: dict[str, tuple[str, str]] = {
    "not_found": (
        "Không tìm thấy trong các kế hoạch.",
        "The plans do not tell (không tìm thấy trong các kế hoạch).",
    ),
    "no_plans": (
        "Kho chưa có kế hoạch nào. Hãy thêm tệp kế hoạch trước.",
        "The library holds no plan yet. Add plan files first.",
    ),
    "foreign": (
        "Không tìm thấy trong các kế hoạch: kho không có kế hoạch nào của {names}.",
        "The plans do not tell: the library holds no plan of {names}.",
    ),
    "absent_body": (
        "Không tìm thấy: các kế hoạch được hỏi không nhắc đến {names}.",
        "The plans do not tell: the plans asked about do not mention {names}.",
    ),
    "absent_year": (
        "Không tìm thấy trong các kế hoạch: kho không có kế hoạch năm {year} như câu hỏi nêu.",
        "The plans do not tell: the library holds no such plan for {year}.",
    ),
    "no_such_plan": (
        "Không tìm thấy: kho không có kế hoạch như câu hỏi nêu.",
        "The library holds no such plan (không tìm thấy trong các kế hoạch).",
    ),
    "only_cited": (
        "Không tìm thấy: kho không có văn bản này, chỉ có kế hoạch viện dẫn nó nên không cho biết người ký, nơi nhận.",
        "The library does not hold this document; plans only cite it and do not tell (không tìm thấy trong các kế hoạch).",
    ),
    "greeting": ("Xin chào.", "Hello."),
    "thanks": ("Không có gì.", "You are welcome."),
    "help": (
        "Tôi trả lời câu hỏi về các kế hoạch có trong kho, kèm trích dẫn nguyên văn: ai chủ trì, hạn khi nào, chỉ tiêu bao "
        "nhiêu, phải làm gì, theo văn bản nào. Kế hoạch không nêu thì tôi nói là không tìm thấy. Ví dụ: “{example}”",
        "I answer questions about the plans in the library and cite the passage: who leads, by when, how many, what must "
        "be done, under which document. What the plans do not tell, I say so. For example: “{example}”",
    ),
    "example": (
        "Hạn nộp báo cáo quý là ngày nào?",
        "When is the quarterly report due?",
    ),
    "nearest": (
        "Đoạn gần nhất (chưa chắc là câu trả lời):",
        "The nearest passage (not necessarily an answer):",
    ),
    "unsure": (
        "Chưa chắc chắn, hãy đối chiếu với đoạn được trích:",
        "Not certain, please check the passage cited (chưa chắc chắn):",
    ),
    "further": ("Về “{part}”:", "As to “{part}”:"),
    "part_open": (
        "Về “{part}”: chưa tìm được câu trả lời đủ chắc trong các kế hoạch.",
        "As to “{part}”: no answer sure enough was found in the plans.",
    ),
    "further_unsure": (
        "Về “{part}” (chưa chắc chắn, hãy đối chiếu):",
        "As to “{part}” (not certain, please check):",
    ),
    "unjudged": (
        "Chưa rút ra được câu trả lời dứt khoát, hãy đọc đoạn được trích:",
        "A plain verdict cannot be drawn, please read the passage cited (chưa rút ra được câu trả lời dứt khoát):",
    ),
    "none_due": (
        "Không tìm thấy trong các kế hoạch: không việc nào được nêu là phải làm vào thời gian này ({time}).",
        "The plans do not tell (không tìm thấy trong các kế hoạch): nothing is stated as due then ({time}).",
    ),
    "not_listed": (
        "Không thấy “{name}” trong danh sách được trích:",
        "“{name}” is not seen in the list cited (không thấy trong danh sách):",
    ),
    "model_reads": (
        "Mô hình ngôn ngữ đọc các đoạn được trích và trả lời như sau, hãy đối chiếu:",
        "The language model read the passages cited and says, please check (chưa chắc chắn):",
    ),
    "no_deadline": (
        "Không tìm thấy: đoạn gần nhất không nêu thời hạn cụ thể.",
        "Not found: the nearest passage does not state a specific deadline.",
    ),
    "no_actor": (
        "Không tìm thấy: đoạn gần nhất không nêu cơ quan thực hiện.",
        "Not found: the nearest passage does not name an agency for this.",
    ),
    "no_number": (
        "Không tìm thấy: đoạn gần nhất không nêu số liệu này.",
        "Not found: the nearest passage does not state this number.",
    ),
    "no_partner": (
        "Không tìm thấy: đoạn gần nhất không nêu cơ quan phối hợp.",
        "Not found: the nearest passage does not name who coordinates.",
    ),
    "no_source": (
        "Không tìm thấy: đoạn gần nhất không nêu nguồn kinh phí.",
        "Not found: the nearest passage does not state the source of money.",
    ),
    "no_product": (
        "Không tìm thấy: đoạn gần nhất không nêu sản phẩm, kết quả.",
        "Not found: the nearest passage does not state a product.",
    ),
    "no_place": (
        "Không tìm thấy: đoạn gần nhất không nêu địa điểm cụ thể.",
        "Not found: the nearest passage does not state a place.",
    ),
    "no_document": (
        "Không tìm thấy: đoạn gần nhất không nêu số văn bản này.",
        "Not found: the nearest passage does not state the document's number.",
    ),
    "gap": ("Chỗ này trong văn bản còn để trống.", "The document is left blank here."),
    "blank": ("**Để trống**: văn bản chưa ghi {what}", "**Left blank**: the document does not state {what}"),
    "left_open": ("để trống, văn bản không ghi", "left blank, not stated"),
    "absent": ("Văn bản không ghi {what}.", "The document does not state {what}."),
    "yes": ("**Đúng.**", "**Yes.**"),
    "no": ("**Không.**", "**No.**"),
    "according": ("Theo {place}", "According to {place}"),
    "more": ("và {n} mục khác.", "and {n} more."),
    "recipients": ("Nơi nhận ({n}):", "Recipients ({n}):"),
    "basis": ("Văn bản được triển khai, thực hiện:", "Documents that it carries out:"),
    "same_day": ("**Cùng một ngày**.", "**On the same day**."),
    "earliest": ("Ban hành trước:", "Issued first:"),
    "latest": ("Ban hành sau:", "Issued last:"),
    "apart": ("Chênh lệch:", "Difference:"),
    "count": ("Có **{n}**", "There are **{n}**"),
    "most_of": (
        "Xếp từ cao xuống thấp, tính từ {n} dòng của bảng",
        "Highest first, by the {n} rows of the table",
    ),
    "least_of": (
        "Xếp từ thấp lên cao, tính từ {n} dòng của bảng",
        "Lowest first, by the {n} rows of the table",
    ),
    "sum_of": (
        "Bảng không ghi tổng; tính từ {n} dòng của bảng",
        "No total is written; added up from the {n} rows of the table",
    ),
    "count_of": ("Đếm trong {n} dòng của bảng", "Counted among the {n} rows of the table"),
    "reckoned": ("tính từ các dòng được trích", "reckoned from the rows cited"),
    "rows_blank": ("{n} dòng để trống", "{n} rows are blank"),
    "differ": ("Hai nơi ghi khác nhau:", "Two places differ:"),
    "one_place": (
        "Chưa tìm thấy chỗ nào khác trong kế hoạch nói cùng điều này để so, hãy đối chiếu với đoạn được trích:",
        "No other place of the plan was found that tells the same, please check the passage cited (chưa tìm thấy chỗ nào khác):",
    ),
    "as_signed": (
        "Đó là lúc ký văn bản; nay còn giữ chức vụ ấy hay không, văn bản không cho biết.",
        "That is as of the signing; whether it still is so the document does not tell.",
    ),
    "on_day": ("ngày {day}", "{day}"),
    "via": ("qua {name}", "through {name}"),
}
ROLE_WORDS: dict[Role, tuple[str, str]] = {
    "lead": ("chủ trì", "takes the lead"),
    "coordinate": ("phối hợp", "coordinates"),
    "advise": ("tham mưu", "advises"),
    "support": ("làm đầu mối, giúp", "is the focal point"),
    "responsible": ("chịu trách nhiệm", "is responsible"),
}
MAX_TASK = 320
"""Letters of a task that an answer shows; the citation holds it whole."""
_BLANK_RE = re.compile(r"(?<=:) ?(?:\.{4,}|_{4,}|…{2,})[ .]*$")
"""What a form leaves open at its end, which is no mark that ends it."""
_END_RE = re.compile(r"(?:[. ]?/\.|\./|[ ;.,:])+$")
"""What ends a sentence, or a whole document ("./."); a blank number's slash ("số …/") is none of it."""


def say(key: str, language: Language, **parts: object) -> str:
    """Return the phrase in the language asked for.

    >>> say("count", "vi", n=3)
    'Có **3**'
    """
    return _TEXTS[key][language == "en"].format(**parts)


def plan_label(plan: Plan) -> str:
    """Name a plan as an officer would: type, number or year, issuer."""
    head = plan.letterhead
    kind = (head.kind or "Văn bản").capitalize()
    number = f" số {head.number}" if head.number else ""
    year = f" năm {head.year}" if head.year and not head.number else ""
    issuer = f" của {head.issuer}" if head.issuer else ""
    if not issuer and not number:
        issuer = f" ({plan.source.name})"
    return f"{kind}{number}{year}{issuer}"


_LEVELS = ("central", "province", "department", "district", "commune", "other", None)


def rank(plan: Plan) -> int:
    """Order in which plans are answered for: the higher level first."""
    return _LEVELS.index(plan.letterhead.level)


def place(path: str, plan: Plan, language: Language) -> str:
    """Where it stands, in words: "mục IV.3, Kế hoạch số 12/KH-UBND của UBND tỉnh Sơn Hà"."""
    return f"{path_words(path, language)}, {plan_label(plan)}"


@lru_cache(maxsize=8192)  # the same sentences are told under every reading of a question
def clip(text: str, limit: int = MAX_TASK) -> str:
    """Shorten words that a sentence of the answer takes up, without the mark that ends them.

    >>> clip("theo dõi, đôn đốc", 12), clip("tổ chức thực hiện./."), clip("Quyết định số …/")
    ('theo dõi…', 'tổ chức thực hiện', 'Quyết định số …/')
    >>> clip("cuối học kỳ I và cuối năm học ./")
    'cuối học kỳ I và cuối năm học'
    >>> clip("Số điện thoại: ..........")
    'Số điện thoại: …'
    """
    return shorten(_END_RE.sub("", _BLANK_RE.sub(" …", " ".join(text.split()))), limit)


def shorten(text: str, limit: int = MAX_TASK) -> str:
    """Shorten a quote at a word, with an ellipsis; joins the lines of a cell.

    >>> shorten("Theo dõi, đôn đốc.", 12), shorten("Theo dõi.")
    ('Theo dõi…', 'Theo dõi.')
    """
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    return text[: limit + 1].rsplit(" ", 1)[0].rstrip(" ;.,:") + "…"
