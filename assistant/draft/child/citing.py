"""How the child cites its parent: the basis, the short form, and where reports go.

Number and date are the parent's own, else the profile's, else slots; higher documents are quoted from the
parent's opening letter by letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.draft.model import SLOT
from assistant.draft.parent.binding import is_plural, reach_of
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.facts.bodies.agencies import find_agencies, same_agency
from ingest.facts.language.lexicon import LOWER, UPPER
from ingest.plan import Plan
from ingest.spelling import match_key

__all__ = [
    "ParentCitation",
    "cite_parent",
    "closing_channel",
    "difficulty_channel",
    "focal_agency",
    "issuer_of",
    "own_superior",
    "reports_to",
    "sentence_case",
    "subject_of",
    "with_place",
]

_LOCAL_RE = re.compile(r"(?i)(?:UBND|ủy ban nhân dân|chủ tịch|đảng ủy|huyện ủy)\s")
"""Those below report on their own place; none of them gathers for the whole."""


_TROUBLE_RE = re.compile(
    r"(?:vướng mắc|khó khăn|phát sinh)[^.;]{0,160}?(?:phản ánh|báo cáo|trao đổi|thông tin|kiến nghị|gửi|liên hệ)(?: (?:phản ánh|báo cáo|kiến nghị|văn bản|ý kiến))?"
    r"(?: kịp thời| bằng văn bản| trực tiếp)?(?: về| với| đến| tới| cho| gửi)?\s+"
)
_IN_COURSE_RE = re.compile(
    r"(?i)(?:trong )?quá trình (?:tổ chức |triển khai |thực hiện )*[^.;]{0,30}(?:khó khăn|vướng mắc)[^.;]{0,240}"
)
# "báo cáo kết quả thực hiện", "định kỳ hằng quý báo cáo": on the work as a whole.
_ON_ALL_RE = re.compile(
    r"báo cáo(?: \w+){0,3} (?:kết quả|tình hình|tiến độ|việc (?:thực hiện|triển khai))(?!\w)|báo cáo (?:định kỳ|kết quả|tình hình|tiến độ)(?!\w)"
    r"|(?:định kỳ|hằng|hàng|6 tháng|kết quả|tình hình)(?!\w).*báo cáo|(?:tổ chức|triển khai|thực hiện)(?: thực hiện)?,? (?:và )?(?:tổng hợp,? )?báo cáo"
)
_THROUGH_RE = re.compile(
    r"\(?qua\s+((?:Sở|Ban|Bộ(?! phận)|Văn phòng|Thanh tra|Công an|Phòng)\s[^)(;,.]{2,50}?)(?=\s+(?:để\s+)?(?:tổng hợp|theo dõi)|\))"
)
_VIA_RE = re.compile(
    r"\s*\((?:thông )?qua\s+(?P<name>[^()]{4,80}?)(?:,? (?:để )?(?:tổng hợp|theo dõi)[^()]*)?\)"
)


_SYMBOL_RE = re.compile(
    rf"(?i:số)\s*:?[\s.…_*]*(?P<symbol>(?:/|-)\s?[{UPPER}][{UPPER}\d]*(?:\s?[-/&]\s?[{UPPER}][{UPPER}\d&]*(?![{LOWER}]))*)(?!\w)"
)


_GATHERS_RE = re.compile(
    r"(?:Sở|Ban|Bộ(?! phận)|Văn phòng|Thanh tra|Công an|Phòng|Ủy ban|Cục|Chi cục|Hội|Trung tâm|Liên đoàn|Đảng ủy|Ban Chỉ đạo)\s"
)
"""Bodies that gather for others; a post ("Thủ trưởng cơ quan ngang bộ") gathers for nobody."""
_SMALL = (
    r"(?i)(?:(?:UBND|ủy ban nhân dân|đảng ủy) (?:xã|phường|đặc khu)|bệnh viện|trường|trung tâm|công ty)(?!\w)"
)
"""Issuers below which no department of a province gathers reports."""


@dataclass(frozen=True, slots=True)
class ParentCitation:
    """The parent's name in full ("Kế hoạch số 12/KH-UBND ngày ... của ... về ...") and short."""

    full: str
    short: str
    slots: tuple[str, ...]
    named: str
    """Its number, day and issuer, without what it is about."""


def _is_short_form(word: str, body: str) -> bool:
    """Whether the body, too, writes a word in capitals within a sentence, and never otherwise.

    >>> _is_short_form("IUU", "chống khai thác IUU năm 2027"), _is_short_form("MA", "phòng, chống ma túy")
    (True, False)
    """
    capitals, small = (rf"(?<!\w){re.escape(form)}(?!\w)" for form in (word, word.lower()))
    amid = rf"(?<=[{LOWER}] ){capitals}|{capitals}(?= [{LOWER}])"
    return len(word) > 1 and word.isupper() and bool(re.search(amid, body)) and not re.search(small, body)


def sentence_case(title: str, body: str) -> str:
    """Write a title set in capitals as a sentence, each word in the case that the body gives it.

    >>> sentence_case("PHÒNG, CHỐNG MA TÚY TỈNH ĐỒNG NAI", "phòng, chống ma túy ở tỉnh Đồng Nai")
    'Phòng, chống ma túy tỉnh Đồng Nai'
    >>> sentence_case("CHỐNG KHAI THÁC BẤT HỢP PHÁP (IUU)", "kế hoạch chống khai thác IUU trong năm")
    'Chống khai thác bất hợp pháp (IUU)'
    """
    # A line of the letterhead that fell behind the title ("... kinh tế - xã hội ỦY BAN THƯỜNG VỤ QUỐC HỘI").
    tail = re.search(rf"(?<=[{LOWER}])((?:\s+[{UPPER}]{{2,}}){{3,}})$", title)
    title = title[: tail.start()] if tail else title
    letters = [letter for letter in title if letter.isalpha()]
    if not letters or sum(letter.isupper() for letter in letters) < 0.6 * len(letters):
        return title
    body = re.sub(r"\s+", " ", body)
    words = title.split(" ")
    done: list[str] = []
    while words:
        for count in range(min(6, len(words)), 0, -1):
            wanted = " ".join(words[:count])
            if count == 1:
                # A symbol is no word: "06/QĐ-TTG" keeps its capitals where the body never writes it.
                kept = re.search(r"\d/|/[A-ZĐ]", wanted) or _is_short_form(wanted.strip('()“”",;.'), body)
                done.append(wanted if kept else wanted.lower())
                break
            shape = re.compile(re.escape(wanted.strip('“”",;.')), re.IGNORECASE)
            seen = next((match for match in shape.finditer(body) if not match[0].isupper()), None)
            if seen:
                done.append(wanted.replace(wanted.strip('“”",;.'), seen[0]))
                break
        words = words[count:]
    text = " ".join(done)
    return text[:1].upper() + text[1:]


def with_place(title: str, place: str | None) -> str:
    """Give a place's name its capitals back.

    >>> with_place("trên địa bàn tỉnh sơn hà", "Sơn Hà")
    'trên địa bàn tỉnh Sơn Hà'
    """
    return re.sub(rf"(?i)(?<!\w){re.escape(place)}(?!\w)", place, title) if place else title


def subject_of(plan: Plan) -> str:
    r"""What the parent is about, without "Về" and the line of its heading that says whose it is.

    >>> from ingest.pipeline import plan_from_text
    >>> from ingest.plan import RawText
    >>> plan = plan_from_text(RawText("ct.txt", "CHỈ THỊ\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề tăng cường thực hành tiết kiệm\n\nI. NHIỆM VỤ\n"))
    >>> subject_of(plan)
    'tăng cường thực hành tiết kiệm'
    """
    title = re.sub(rf"^CỦA(?:\s+[{UPPER}]+)+\s+(?=\S*[{LOWER}])", "", plan.letterhead.title or "")
    title = with_place(sentence_case(title, plan.source.clean), plan.letterhead.province)
    return re.sub(r"(?i)^(?:của\s[^,;]{4,70}?\s(?=về\s))?(?:(?:về việc|về|v/v)\s+)?", "", title)


def _date(iso: str, party: bool) -> str:
    year, month, day = iso.split("-")
    if party:
        return f", ngày {day}/{month}/{year}"
    small = month if int(month) < 3 else str(int(month))
    return f" ngày {day} tháng {small} năm {year}"


def _as_written(plan: Plan, field: str) -> str | None:
    for name, span in plan.letterhead.spans:
        if name == field:
            return " ".join(plan.source.quote(span).split())
    return None


def _shortened(issuer: str) -> str:
    return re.sub(r"(?i)ủy ban nhân dân|uỷ ban nhân dân", "UBND", issuer)


def _symbol(plan: Plan) -> str | None:
    """The symbol that a head prints behind an open number ("Số:      /KH-SYT"); None where it has none."""
    head = plan.source.clean[
        : plan.source.clean.find("KẾ HOẠCH") if "KẾ HOẠCH" in plan.source.clean[:1500] else 800
    ]
    found = _SYMBOL_RE.search(head)
    return re.sub(r"\s", "", found["symbol"]) if found else None


def cite_parent(plan: Plan, profile: UnitProfile) -> ParentCitation:
    """Cite the parent as the child's first basis; what is unknown is a slot."""
    head = plan.letterhead
    party = head.system == "party"
    kind = head.kind or "Kế hoạch"
    kind = kind[:1].upper() + kind[1:].lower()
    number = head.number or profile.parent_number
    symbol = None if number else _symbol(plan)
    date = head.date or profile.parent_date
    slots: list[str] = []
    if number is None:
        slots.append("Số, ký hiệu của kế hoạch cấp trên")
    if date is None:
        slots.append("Ngày ban hành của kế hoạch cấp trên")
    written = _as_written(plan, "date")
    if date is None:
        month = re.search(r"tháng\s+\d{1,2}\s+năm\s+\d{4}$", written or "")
        when = (", " if party else " ") + f"ngày {SLOT}{f' {month[0]}' if month else ''}"
    elif head.date and written and "tháng" in written:
        found = re.search(r"ngày\s+\d+\s+tháng\s+\d+\s+năm\s+\d+", written)
        when = (", " if party else " ") + found[0] if found else _date(date, party)
    else:
        when = _date(date, party)
    issuer = _shortened(issuer_of(plan) or "") or SLOT
    if head.issuer is None:
        slots.append("Cơ quan ban hành kế hoạch cấp trên")
    title = subject_of(plan)
    about = f" về {title[:1].lower()}{title[1:]}" if title else ""
    short = f"{kind} số {number}" if number else f"{kind} của {issuer}"
    named = f"{kind} số {number or f'{SLOT}{symbol or str()}'}{when} của {issuer}"
    return ParentCitation(f"{named}{about}", short, tuple(slots), named)


def issuer_of(plan: Plan) -> str | None:
    """The issuer, with the level that a Party body's letterhead leaves to the line above it ("Ban Tổ chức" Trung ương)."""
    name = plan.letterhead.issuer
    if name is None or plan.letterhead.system != "party":
        return name
    if board := _board_of(plan, name):
        return board
    if not name.startswith("Ban "):
        return name
    words = " ".join(plan.source.clean.split())
    named = rf"(?i:{re.escape(name)}) (Trung ương|[Tt]ỉnh ủy|[Tt]hành ủy)(?!\w)"
    levels = {level[:1].upper() + level[1:] for level in re.findall(named, words)}
    # It may cite its namesake of another level; the symbol ("/BTCTU", "/BTGDVTW") tells its own.
    for symbol, others in (("TW", {"Tỉnh ủy", "Thành ủy"}), ("TU", {"Trung ương"})):
        if (plan.letterhead.number or "").endswith(symbol):
            levels -= others
    return f"{name} {levels.pop()}" if len(levels) == 1 else name


def _board_of(plan: Plan, name: str) -> str | None:
    """The standing board that signs for the organ over a Party document: it is who issues; None where none does."""
    signer = plan.closing.signer
    signs = re.match(
        r"(?i)t/m\s+(ban thường vụ|ban bí thư|bộ chính trị)", (signer.authority if signer else None) or ""
    )
    if signs is None or name.lower().startswith(("ban thường vụ", "ban bí thư", "bộ chính trị")):
        return None
    board = signs[1][:1].upper() + signs[1][1:].lower()
    central = {"ban bí thư": "Ban Bí thư", "bộ chính trị": "Bộ Chính trị"}.get(board.lower())
    return central or (f"Ban Thường vụ {name}" if re.search(r"(?i)(?:ủy|uỷ)(?!\w)", name) else None)


def own_superior(plan: Plan, profile: UnitProfile) -> str | None:
    """The body that a school, a hospital or a commune reports to where a plan from further above names nobody for it.

    No commune or district reports to the centre. None where the plan's own issuer is that body, or none is known.
    """
    kind = kind_of(profile)
    far = kind.name in {"commune", "district"} and plan.letterhead.level == "central"
    if not (kind.level == "unit" or far) or not profile.parent:
        return None
    issuer = plan.letterhead.issuer
    return None if issuer and same_agency(issuer, profile.parent) else profile.parent


def reports_to(plan: Plan, profile: UnitProfile) -> tuple[str, ...]:
    r"""Whom the unit's plan and reports go to: the body above it, else the issuer, and who gathers for the issuer.

    Below the province nobody reports to a central organ over the head of the body above, nor to a council that gave
    the task to its government.

    >>> from ingest.pipeline import plan_from_text
    >>> from ingest.plan import RawText
    >>> head = "HỘI ĐỒNG NHÂN DÂN TỈNH SƠN HÀ\nSố: 12/NQ-HĐND\n\nNGHỊ QUYẾT\nVề phát triển giáo dục\n\nĐiều 1. Mục tiêu\n"
    >>> plan = plan_from_text(RawText("nq.txt", head))
    >>> reports_to(plan, UnitProfile("Sở Nội vụ", "department"))
    ('UBND tỉnh Sơn Hà',)
    """
    if above := own_superior(plan, profile):
        return (above,)
    issuer = _shortened(issuer_of(plan) or SLOT)
    if kind_of(profile).level != plan.letterhead.level or not kind_of(profile).area:
        issuer = re.sub(r"(?i)^(?:hội đồng nhân dân|HĐND) ", "UBND ", issuer)
    focal = focal_agency(plan, profile)
    gathers = (focal,) if focal and not same_agency(focal, issuer) else ()
    kind = kind_of(profile)
    above = _committee_of(profile.parent or ("UBND cấp tỉnh" if kind.name == "commune" else ""))
    if plan.letterhead.level == "central" and above and (kind.name == "commune" or not kind.area):
        central = re.search(r"(?i)trung ương|chính phủ", above) or same_agency(above, issuer)
        return (issuer if central else above, *gathers)
    return (issuer, *gathers)


def _committee_of(name: str) -> str:
    """The committee of a Party organisation: "Đảng bộ tỉnh Sơn Hà" is led by "Tỉnh ủy Sơn Hà"."""
    for shape, committee in ((r"tỉnh", "Tỉnh ủy"), (r"thành phố", "Thành ủy"), (r"", "Đảng ủy")):
        if found := re.match(rf"(?i)đảng bộ {shape}(?!\w)\s*", f"{name}"):
            return f"{committee} {name[found.end() :]}"
    return name


def _told_focal(plan: Plan, profile: UnitProfile) -> str | None:
    """Whom the parent names to gather reports; None where nobody is, or where it is the unit itself."""
    through = [d for d in plan.facts.deadlines if d.via and "báo cáo" in match_key(d.what)]
    others = {d.via for d in through if _of_others(d.who, profile)}
    # "lập danh mục, báo cáo UBND tỉnh (qua Sở Tài chính)": the way of that one thing only.
    for deadline in through:
        if deadline.via and deadline.via not in others and _ON_ALL_RE.search(match_key(deadline.what)):
            return None if reach_of(deadline.via, profile, collective=False) == "unit" else deadline.via
    once = {d.via for d in through}
    issuer = plan.letterhead.issuer or ""
    for deadline in plan.facts.deadlines:
        to = deadline.to if "báo cáo" in match_key(deadline.what) and is_plural(deadline.who or "") else None
        gathers = to and _GATHERS_RE.match(to) and not same_agency(to, issuer)
        if to and gathers and reach_of(to, profile, collective=False) != "unit":
            return to
    for way in _THROUGH_RE.finditer(plan.source.clean):
        name = " ".join(way[1].split())
        if name not in once:
            return None if reach_of(name, profile, collective=False) == "unit" else name
    via = re.search(
        r"(?:phản ánh|thông tin|báo cáo|gửi)[^.;:]{0,40}?\s(?:về|cho|đến|tới|với)\s+((?:Sở|Ban|Bộ(?! phận)|Văn phòng|Thanh tra|Công an)\s[^)(;,.]{2,50}?)"
        r"\s+(?:để\s+)?tổng hợp",
        plan.source.clean,
    )
    if via:
        name = " ".join(via[1].split())
        return None if reach_of(name, profile, collective=False) == "unit" else name
    for assignment in plan.facts.assignments:
        actor = assignment.actor
        if not actor or not _GATHERS_RE.match(actor) or is_plural(actor) or _LOCAL_RE.match(actor):
            continue
        task = match_key(assignment.task)
        if assignment.role != "coordinate" and "tổng hợp" in task and "báo cáo" in task:
            return None if reach_of(actor, profile, collective=False) == "unit" else actor
    last = next((d.via for d in through if d.via not in others), None) or _asked_of(plan, profile)
    return None if last and reach_of(last, profile, collective=False) == "unit" else last


def closing_channel(plan: Plan, profile: UnitProfile) -> str | None:
    """Whom the parent's closing names for difficulties."""
    clean = plan.source.clean
    words = " ".join(clean[s.range.start : s.range.end] for s in plan.sections if s.kind == "closing")
    # Some parents tell it in their last lines, or above their annexes, with no closing of its own.
    tail = clean[max(0, plan.source.body_end - 2000) : plan.source.body_end]
    told = (found[0] for found in _IN_COURSE_RE.finditer(" ".join(clean.split())))
    return next(filter(None, (difficulty_channel(text, profile) for text in (words, tail, *told))), None)


def _asked_of(plan: Plan, profile: UnitProfile) -> str | None:
    """Whom the parent names for difficulties, where that is a body beside the issuer ("báo cáo về Sở Y tế")."""
    channel = closing_channel(plan, profile) or ""
    name = re.sub(r"^.*\(qua (.+)\)$", r"\1", channel)
    beside = _GATHERS_RE.match(name) and not same_agency(name, plan.letterhead.issuer or "")
    return name if beside else None


def _of_others(who: str | None, profile: UnitProfile) -> bool:
    """Whether a report is told of bodies by name none of which is the unit."""
    names = [name for name in (who or "").split("; ") if name]
    return bool(names) and not any(is_plural(name) or reach_of(name, profile) for name in names)


def focal_agency(plan: Plan, profile: UnitProfile) -> str | None:
    """Whom the parent names to gather reports from bodies like the unit; None where it is the way of its own report up.

    "UBND xã báo cáo UBND tỉnh (qua Sở Y tế)" is no way for a school of the commune.
    """
    focal = _told_focal(plan, profile)
    small = re.match(_SMALL, plan.letterhead.issuer or "") is not None
    return (
        None
        if focal and small and re.match(r"(?:Sở|Bộ|Tỉnh|UBND tỉnh|Văn phòng UBND tỉnh)(?!\w)", focal)
        else focal
    )


def difficulty_channel(text: str, profile: UnitProfile) -> str | None:
    """Whom the closing words of the parent name for difficulties, with the body they go through; None where nobody.

    >>> unit = UnitProfile("Sở Nội vụ", "department")
    >>> difficulty_channel("Nếu có vướng mắc, kịp thời phản ánh về UBND tỉnh (qua Sở Tư pháp) để xem xét.", unit)
    'UBND tỉnh (qua Sở Tư pháp)'
    """
    text = " ".join(text.split())
    for found in _TROUBLE_RE.finditer(text):
        rest = text[found.end() :]
        to = next((a for a in find_agencies(rest) if a.start == 0 and not is_plural(a.name)), None)
        if to is None or reach_of(to.name, profile, collective=False) == "unit":
            continue
        via = _VIA_RE.search(re.split(r"[.;](?:\s|$)", rest)[0], to.end)
        if via and reach_of(via["name"], profile, collective=False) != "unit":
            return f"{to.name} (qua {via['name']})"
        return to.name
    return None
