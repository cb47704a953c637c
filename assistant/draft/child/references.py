"""What the parent says of itself and of its own places, said so that it can be found from the child.

In: words of the parent, how the child calls the parent, and the sections that the words stand in. Out: the words with
"Điều này", "khoản này", "Quy chế này", "Điều 5", "mục III nêu trên", "Phụ lục kèm theo" as places of the parent. What
names another document stays as it is; "Kế hoạch này" is the child, except where it is what charged or reached the unit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.draft.parent.attached import articles_of, attached_plan
from ingest.plan import Plan, Section

__all__ = ["Called", "call_parent", "find_places"]

_ISSUED = "Quy chế|Quy định|Nội quy|Chương trình|Đề án|Phương án|Điều lệ"
_ISSUED_RE = re.compile(
    rf"(?i)\W*(?:(?:về việc|về|v/v)\s+)?(?:(?:ban hành|phê duyệt)\s+)?(?P<kind>{_ISSUED})(?!\w)"
)
_DOCUMENT = rf"(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp|Nghị định|Nghị quyết|Thông tư|Quyết định|Chỉ thị|Kế hoạch|Kết luận|Hướng dẫn|Thông báo|Báo cáo|Công văn|Công điện|Tờ trình|Hiệp định|Công ước|Hiến chương|Hợp đồng|{_ISSUED})"
_GIVEN_RE = re.compile(r"(?:(?<=nhận )|(?<=giao tại )|(?<=giao theo )|(?<=giao trong ))Kế hoạch này")
_ABOVE = r"(?:\s+(?:đã )?(?:nêu|nói|kể) (?:trên|ở trên)|\s+(?:ở trên|trên đây)(?! địa bàn))"
_ROMAN = r"(?:[IVX]+|\([IVX]+\))(?:\.(?:\d+|[a-zđ](?!\w)))*(?:[ ,]*\((?:\d+(?:\.\d+)*|[a-zđ])\))*(?!\w)"
"""A part's number with those of its points, also as outlines in brackets write them ("(IV) (4.1)(a)")."""
_PART_RE = re.compile(
    r"(?:tại |nêu tại )?((?:điểm [a-zđ](?:, [a-zđ])* )?(?:khoản \d+(?:\.\d+)* )?(?:[mM]ục|[pP]hần) (?:\d+(?:\.\d+)*,? (?:[mM]ục |[pP]hần )?)?"
    rf"{_ROMAN}(?:(?:,| và|, và) (?:(?:[mM]ục|[pP]hần) )?{_ROMAN})*)(?:{_ABOVE})?"
)
_ITEM = r"(?:\(?(?:[IVX]+|[A-H]|\d+|[a-zđ])(?:\.(?:[IVX]+|\d+|[a-zđ]))*(?!\w)\)?|thứ (?:nhất|hai|ba|tư|năm)(?!\w))"
_PLACE = r"(?:[mM]ục|[pP]hần|[cC]hương|[đĐ]iểm|[kK]hoản|[tT]iết)"
_OF_THIS_RE = re.compile(
    rf"(?<!\w)(?P<place>{_PLACE} {_ITEM}(?:(?:[ ,]|, | và |, và )(?:{_PLACE} )?{_ITEM})*)(?P<title>\.? ?(?:“[^”]{{3,150}}”|(?<=\.)[^\W\d_][^.;:]{{3,150}}?|(?<=\. )[^\W\d_][^.;:]{{3,150}}?))?"
    r"(?P<annex> và (?:các )?[pP]hụ lục)?,? (?:của )?(?:Kế hoạch này(?!\w)|(?P<bare>Kế hoạch(?=\s*(?:[.,;:)]|$))))"
)
"""Places of the plan itself; what stands in the child is numbered anew, and may have been left out."""
_TOLD = "\N{WORD JOINER}"
"""Stands for the space in a place whose document is told already, while the others are looked for."""
_NUMBER = r"(?:\d+(?:\.\d+)*|[a-zđ])(?!\w)"
_COUNTED = "phút|giờ|ngày|tuần|tháng|năm|quý|kỳ|lần|lượt|buổi|bài|tin|trang|đồng|nghìn|triệu|tỷ|người|hộ|điểm|công việc|việc|nhiệm vụ|nội dung|chuyên đề"
"""What a number behind "mục" counts where it is no place's ("đầu mục 3 công việc")."""
_NUMBERED_RE = re.compile(
    rf"(?<!\w)(?:[mM]ục|[pP]hần|[kK]hoản|[đĐ]iểm) {_NUMBER}(?:(?:,| và|, và) {_NUMBER})*(?P<above>{_ABOVE})"
    r"|(?<!\w)(?<!(?i:hạng) )(?<!(?i:danh) )(?<!(?i:tiểu) )(?<!(?i:chuyên) )(?<!(?i:đầu) )(?<!(?i:đề) )[mM]ục \d+(?:\.\d+)*(?![\w/%])"
    rf"(?:(?:,| và|, và) \d+(?:\.\d+)*(?![\w/%]))*(?! (?:{_COUNTED})(?!\w))"
)
_SMALL = "bộ luật|luật|pháp lệnh|nghị định|nghị quyết|thông tư|hợp đồng|hiến chương|điều lệ|công ước|công văn|tờ trình|văn bản|tài liệu"
"""Kinds that are no other word when written small ("quyết định", "báo cáo" may be verbs)."""
_POINTS_ON_RE = re.compile(
    r"\s*[(\[]|\s+(?:của|thuộc|kèm|đính|ban hành|số)(?!\w)|\s*[,;]?\s*(?:(?:và|tại|trong|theo)\s+)?(?:(?:các|những)\s+)?"
    rf"(?:(?:{_DOCUMENT}|{_SMALL})(?!\w)(?! này)|(?:[mM]ục|[pP]hần|[cC]hương|[đĐ]iều|[pP]hụ lục)\s)"
)
"""What follows a place and tells whose it is, or goes on to another."""
_ONE = r"(?:(?:[đĐ]iểm|[kK]hoản|[tT]iết)\s+(?:\d+|[a-zđ]\)?)(?!\w)(?:(?:,|,? và|,? hoặc)\s+(?:\d+|[a-zđ]\)?)(?![\w)]))*,?\s+(?:và\s+)?)"
_ARTICLE_RE = re.compile(
    rf"(?:[Cc]ác\s+)?{_ONE}*(?<!\w)[đĐ]iều\s+\d+[a-zđ]?(?!\w)(?:(?:,|,? và|,? hoặc)\s+{_ONE}*(?:[đĐ]iều\s+)?\d+[a-zđ]?(?![\w/%.]|\s+(?:ngày|tháng|năm)))*"
)
"""A run of articles: "khoản 2 Điều 5 và Điều 6"."""
_OWN_RE = re.compile(
    rf",?\s+(?:của\s+)?(?:(?:bản\s+)?(?P<kind>{_DOCUMENT}|[vV]ăn bản) này(?!\w)|nêu trên)|{_ABOVE}|\s+này(?!\w)"
)
_CITED_BEFORE_RE = re.compile(
    rf"(?<!\w)(?:(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư)(?!\w)|{_DOCUMENT} số \S*\d)[^.;]*$"
)
_SEVERAL_RE = re.compile(rf"(?i)(?<!\w)(?:các|những)\s+(?:(?:{_DOCUMENT}|{_SMALL})(?:,|\s+và|,\s+và)\s+)*$")
"""What stands before the last of several documents ("các luật, nghị quyết này"): none of them is the parent."""
_THIS_RE = re.compile(
    rf"(?P<below>{_ONE}*)(?:(?:của\s+)?(?P<what>[đĐ]iều|[kK]hoản|[mM]ục|[pP]hần|[cC]hương|[pP]hụ lục) này)(?!\w)(?:\s+của\s+{_DOCUMENT} này)?"
)
_SHEET = r"(?:[pP]hụ lục|[bB]iểu mẫu|[mM]ẫu biểu|[bB]iểu|[dD]anh mục|[mM]ẫu)"
_SHEET_RE = re.compile(
    rf"(?<!\w)(?P<name>(?:các\s+)?{_SHEET}(?:\s+(?:số\s+)?(?:\d+|[IVX]+)(?:,\s*\d+|,\s*[IVX]+| và \d+| và [IVX]+)*)?)"
    rf"\s*,?\s*(?:ban hành\s+)?(?:kèm theo|đính kèm)(?:\s+{_DOCUMENT} này(?!\w)|(?=\s*(?:[.,;:)]|$)))"
    r"|(?<!\w)(?<! là )(?P<annex>[pP]hụ lục\s+(?:số\s+)?(?:\d+|[IVX]+))(?!\w)"
)
"""A sheet "kèm theo" and nothing more is the parent's; "danh mục kèm theo dự toán" is the estimate's."""


@dataclass(frozen=True, slots=True)
class Called:
    """How the child calls its parent."""

    short: str
    """By kind and number: "Quyết định số 5/QĐ-UBND"."""
    doc_type: str = "Kế hoạch"
    issued: str | None = None
    """The kind of what a decision issues: "Quy chế"."""
    articles: bool = False

    @property
    def whole(self) -> str:
        """What its own articles and annexes are of: "Quy chế ban hành kèm theo Quyết định số 5/QĐ-UBND"."""
        return f"{self.issued} ban hành kèm theo {self.short}" if self.issued else self.short


def call_parent(plan: Plan, short: str) -> Called:
    """How a parent of that short name is called: what it issues is told by what is attached, or by its title."""
    head = plan.letterhead
    attached = attached_plan(plan)
    issued = _ISSUED_RE.match((attached.heading if attached else head.title) or "")
    kind = (head.doc_type or "Kế hoạch").capitalize()
    told = issued["kind"].capitalize() if issued and kind in {"Quyết định", "Nghị quyết"} else None
    articles = (*articles_of(plan), *(attached.children if attached else ()))
    numbered = any(below.label.startswith("Điều") for s in articles for below in (s, *s.children))
    return Called(short, kind, told, numbered)


def _labels(chain: Sequence[Section]) -> dict[str, str]:
    """The number of the article, its clause, the part and the chapter that some words stand in."""
    found: dict[str, str] = {}
    for section in chain:
        label = section.label.strip(" .:)")
        if article := re.match(r"(?i)điều\s+(\d+\w?)", label):
            found["điều"] = article[1]
            found.pop("khoản", None)
        elif chapter := re.match(r"(?i)(chương|phần|mục|phụ lục)\s+(\w+)", label):
            found[chapter[1].lower()] = chapter[2]
        elif re.fullmatch(r"[IVXLC]+", label):
            found["mục"] = label
        elif "điều" in found and re.fullmatch(r"\d+", label):
            found["khoản"] = label
    return found


def _this_place(match: re.Match[str], at: dict[str, str], parent: Called) -> str:
    """Say "khoản 2 Điều này" by its number; as it was where the sections do not tell which it is."""
    what = match["what"].lower()
    if what not in at:
        return match[0]
    article = f" Điều {at['điều']}" if what == "khoản" else ""
    name = what.capitalize() if what in {"điều", "chương", "phụ lục"} else what
    return f"{match['below']}{name} {at[what]}{article} {parent.whole}"


def _of_another(text: str, place: re.Match[str], parent: Called) -> bool:
    """Whether the words around a place say, or may say, that another document holds it."""
    before = text[: place.start()].replace(parent.whole, "").replace(parent.short, "")
    after = text[place.end() :]
    named = after.lstrip()[:1].isupper() or _POINTS_ON_RE.match(after) is not None
    return named or _CITED_BEFORE_RE.search(before) is not None


def _articles(text: str, parent: Called) -> str:
    """Say after each run of articles that stands alone, or is told as "của Quy chế này", whose they are."""
    done, at = "", 0
    for match in _ARTICLE_RE.finditer(text):
        if match.start() == 0 and text[match.end() : match.end() + 1] in {".", ":"}:
            continue  # the label of an article itself
        own = _OWN_RE.match(text, match.end())
        mine = own is not None and (own["kind"] is None or own["kind"].lower() in _own_kinds(parent))
        if own is None:
            mine = parent.articles and not _of_another(text, match, parent)
        if mine:
            done += f"{text[at : match.end()]} {parent.whole}"
            at = own.end() if own else match.end()
    return done + text[at:]


def _own_kinds(parent: Called) -> frozenset[str]:
    """The kinds by which the parent, or what it issues, calls itself; a plan's "Kế hoạch này" is the child's, too."""
    return frozenset(
        kind.lower() for kind in (parent.doc_type, parent.issued, "văn bản") if kind and kind != "Kế hoạch"
    )


def _itself(text: str, parent: Called) -> str:
    """Call the parent, and what it issues, by name where it says "this"."""
    if parent.issued:
        text = re.sub(rf"(?i)(kèm theo (?:bản )?){parent.issued} này(?!\w)", rf"\1{parent.short}", text)
        text = re.sub(
            rf"(?i:{parent.issued})(?: hành động| tổng thể| công tác)? này(?!\w)", parent.whole, text
        )
    if parent.doc_type != "Kế hoạch":
        text = re.sub(
            rf"(?i:{re.escape(parent.doc_type)}) này(?!\w)",
            lambda found: found[0] if _SEVERAL_RE.search(text[: found.start()]) else parent.short,
            text,
        )
    return _GIVEN_RE.sub(parent.short, text)


def find_places(text: str, parent: Called, chain: Sequence[Section] = ()) -> str:
    """Say the parent's own places so that they are found from the child; ``chain``: the sections of the words.

    >>> rules = Called("Quyết định số 5/QĐ-UBND", "Quyết định", "Quy chế", articles=True)
    >>> find_places("thực hiện theo khoản 2 Điều 7 của Quy chế này", rules)
    'thực hiện theo khoản 2 Điều 7 Quy chế ban hành kèm theo Quyết định số 5/QĐ-UBND'
    >>> find_places("theo khoản 1 Điều 7 của Luật Đầu tư", rules)
    'theo khoản 1 Điều 7 của Luật Đầu tư'
    >>> plan = Called("Kế hoạch số 5/KH-UBND")
    >>> find_places("các nhiệm vụ tại mục III nêu trên; báo cáo theo Phụ lục đính kèm", plan)
    'các nhiệm vụ tại mục III Kế hoạch số 5/KH-UBND; báo cáo theo Phụ lục kèm theo Kế hoạch số 5/KH-UBND'
    >>> find_places("kinh phí mục 2 theo số hộ; nội dung tại điểm 1, 2 trên đây; mục 3 Công văn số 7/UBND", plan)
    'kinh phí mục 2 Kế hoạch số 5/KH-UBND theo số hộ; nội dung tại điểm 1, 2 Kế hoạch số 5/KH-UBND; mục 3 Công văn số 7/UBND'
    >>> [find_places(f"theo {told}", Called("Chỉ thị số 5/CT-TTg", "Chỉ thị")) for told in ("Chỉ thị này", "các kết luận, chỉ thị này")]
    ['theo Chỉ thị số 5/CT-TTg', 'theo các kết luận, chỉ thị này']
    """
    at = _labels(chain)
    text = _THIS_RE.sub(lambda match: _this_place(match, at, parent), text)
    text = _itself(_articles(text, parent), parent)

    def own(match: re.Match[str]) -> str:
        cited = _CITED_BEFORE_RE.search(match.string[: match.start()])
        if match["bare"] and (cited or parent.doc_type != "Kế hoạch"):
            return match[0]
        told = f"{match['place'].replace(' ', _TOLD, 1)}{match['title'] or ''}{match['annex'] or ''}"
        return f"{told}{' của' if match['title'] or match['annex'] else ''} {parent.short}"

    text = _OF_THIS_RE.sub(own, text)

    def part(match: re.Match[str]) -> str:
        words = re.sub(rf"{_ABOVE}$", "", match[0])
        # "tiểu mục XIII, Mục C, Phần V Quyết định số ...": it points into another document.
        alone = words == match[0] and _of_another(match.string, match, parent)
        return (
            words if alone or match.string[: match.start()].endswith("tiểu ") else f"{words} {parent.short}"
        )

    def sheet(match: re.Match[str]) -> str:
        if match["annex"] and _of_another(match.string, match, parent):
            return match[0]
        return f"{match['name'] or match['annex']} kèm theo {parent.short}"

    def numbered(match: re.Match[str]) -> str:
        if match["above"]:
            return f"{match[0].removesuffix(match['above'])} {parent.short}"
        return match[0] if _of_another(match.string, match, parent) else f"{match[0]} {parent.short}"

    text = _NUMBERED_RE.sub(numbered, _PART_RE.sub(part, text))
    return _SHEET_RE.sub(sheet, text).replace(_TOLD, " ")
