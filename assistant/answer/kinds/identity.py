"""A plan's own number, date, issuer, signer, recipients and blanks: answered from head and foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.cite import Statement
from assistant.answer.wording import plan_label, say
from assistant.knowledge import Knowledge, Unit
from assistant.model import Verdict
from assistant.question.cues import cue_text
from assistant.question.naming import fold
from assistant.question.understand import Need
from ingest.facts.bodies.short_forms import in_full
from ingest.plan import Plan, Span

__all__ = ["IDENTITY_KINDS", "answer_identity", "post_holders"]

_FIELDS = {"letterhead_number": "number", "letterhead_date": "date", "issuer": "issuer"}
_NAMES = {
    "number": ("số, ký hiệu", "its number"),
    "date": ("ngày ban hành", "its date"),
    "issuer": ("cơ quan ban hành", "its issuer"),
    "signer": ("người ký", "its signer"),
    "day": ("ngày", "the day"),
    "month": ("tháng", "the month"),
    "recipients": ("nơi nhận", "its recipients"),
}
_OPEN_FORMS = {
    "number": re.compile(r"Số\s*:?[ \t.…_]*[-/][ \t]*[A-ZĐ][^\n|]{0,30}"),
    "date": re.compile(
        r"ngày[ \t.…_]{0,20}(?:\d{0,2})[ \t.…_]*tháng[ \t.…_]*(?:\d{0,2})[ \t.…_]*năm[^\n|]{0,8}"
    ),
}
_PURPOSES = (
    ("bao cao", r"\(.*(?:b/c|bao cao)"),
    ("phoi hop", r"\(.*(?:p/h|phoi hop)"),
    ("theo doi", r"\(.*(?:t/d|theo doi)"),
    ("thuc hien", r"\(.*(?:t/h|thuc hien)"),
)
"""For what a recipient gets the document, as the form writes it behind the name (Decree 30/2020, "Nơi nhận")."""
_NO_DAY = r"(?! (?:hon )?(?:\d|(?:ngay|thang|nam|quy|khi|mung|day|do|than)\b))"
"""Behind "trước", "sau": no time before which, or after which, something is asked for."""
_FIRST_RE = re.compile(
    rf"\b(?:(?<!nam )truoc|som|earlier)\b{_NO_DAY}|\b(?:đầu|dau) tien\b|\bcu (?:nhat|hon)\b|\b(?:first|earliest)\b"
)
_WHICH_FIRST_RE = re.compile(
    rf"{_FIRST_RE.pattern}|\bnao\b[^?]*\b(?:(?:sau|muon)\b{_NO_DAY}|moi hon\b|gan (?:day|nhat)\b|cuoi\b(?! (?:nam|thang|quy|ky)\b))|\bmoi nhat\b|\b(?:last|latest|newest|most recent)\b|\blater\b{_NO_DAY}"
)
"""Of several plans the first or the last one issued is asked for: they are told in that order."""
_KEPT_RE = re.compile(r"(?i)\W*lưu\b")
"""The office that keeps the document, last among the recipients and none of them (Decree 30/2020, Annex I.II.9)."""
_AS_ABOVE = ("nhu tren", "nhu kinh gui")
_ADDRESSED_RE = re.compile(r"(?i)Kính gửi\W.+?(?=\n\s*\n(?!\s*[-–+])|\Z)", re.DOTALL)
HEAD_LENGTH = 2500
"""Letters at a file's beginning within which its head stands."""
_SAME_DAY_RE = re.compile(r"\bcung (?:mot )?(?:ngay|hom|luc|thoi diem)\b|\bsame (?:day|date)\b")
MOST_PLANS = 6
"""A question that names no plan is answered for so many at the most."""
LONGEST_LINE = 200
NAMED = 4
"""So many first words of a recipient in a question name it ("kiểm toán nhà nước khu vực mấy")."""
_NOW = r"(?: (?:hien nay|hien tai|bay gio|nay|vay))?"
MOST_HOLDERS = 3


def _unit(name: str, text: str, span: Span, path: str = "preamble") -> Unit:
    return Unit(name, "identity", text, "", path, "", span)


def _line(plan: Plan, span: Span) -> Span:
    """The line of the file in which a field stands: "Số: 12/KH-UBND" says more than "12/KH-UBND"."""
    text = plan.source.original
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end
    if end - start > LONGEST_LINE:
        return span
    line = text[start:end]
    return Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))


def _name(field: str, need: Need) -> str:
    return _NAMES[field][need.language == "en"]


def answer_identity(need: Need, knowledge: Knowledge, plans: Sequence[str]) -> list[Statement]:
    """State the field asked for of each plan meant; a blank is called blank."""
    statements: list[Statement] = []
    asked = cue_text(need.question)
    if need.kind == "signer":
        plans = _signed_as(fold(need.question), knowledge, plans) or plans
    if need.kind == "letterhead_date" and _WHICH_FIRST_RE.search(asked):
        dated = [name for name in plans if knowledge.plans[name].letterhead.date]
        dated.sort(key=lambda name: knowledge.plans[name].letterhead.date or "")
        undated = [name for name in plans if name not in dated]
        plans = [*(dated if _FIRST_RE.search(asked) else dated[::-1]), *undated]
    for name in plans[:MOST_PLANS]:
        plan = knowledge.plans[name]
        own = _OF_KIND[need.kind](name, plan, need)
        label = plan_label(plan)
        if len(plans) > 1:
            own = [replace(s, text=f"- {label}: {s.text.removesuffix(f' – {label}.')}") for s in own]
        statements += own
    if len(plans) > MOST_PLANS:
        statements.append(Statement(f"- {say('more', need.language, n=len(plans) - MOST_PLANS)}"))
    return [*_compared(need, knowledge, plans, statements), *statements]


def _compared(
    need: Need, knowledge: Knowledge, plans: Sequence[str], told: Sequence[Statement]
) -> list[Statement]:
    """Whether plans are of one day, or which was issued first or last, where that is asked; ``plans`` in that order.

    With a plan that has no date none is called the first, and all are not of one day.
    """
    dates = [knowledge.plans[name].letterhead.date for name in plans]
    asked = cue_text(need.question)
    if need.kind != "letterhead_date" or len(plans) < 2:
        return []
    units = tuple(dict.fromkeys(unit for statement in told for unit in statement.units))
    apart = len({*filter(None, dates[:MOST_PLANS])}) > 1
    whole = all(dates) and len(plans) <= MOST_PLANS
    if _SAME_DAY_RE.search(asked) and (apart or whole):
        verdict: Verdict = "no" if apart else "yes"
        return [Statement(say(verdict, need.language), units, verdict=verdict)]
    if not _WHICH_FIRST_RE.search(asked) or not whole:
        return []
    if not apart:
        return [Statement(say("same_day", need.language), units)]
    which = say("earliest" if _FIRST_RE.search(asked) else "latest", need.language)
    return [Statement(f"{which} **{plan_label(knowledge.plans[plans[0]])}**.", units)]


def _signed_as(asked: str, knowledge: Knowledge, plans: Sequence[str]) -> list[str]:
    """The plans whose signer the question names, by name or by post, the longest it says ("phó chủ tịch"); [] for none."""
    found: dict[str, list[str]] = {}
    for name in plans:
        signer = knowledge.plans[name].closing.signer
        for said in {fold(word) for word in (signer.name, signer.title) if word} if signer else ():
            if re.search(rf"\b{re.escape(said)}\b", asked):
                found.setdefault(said, []).append(name)
    return found[max(found, key=len)] if found else []


def post_holders(need: Need, knowledge: Knowledge) -> list[Statement]:
    """Who signed for a body with the very post whose holder is asked for, the last first, each as of the document's day."""
    asked = " ".join(in_full(need.asked))
    signed = sorted(
        ((name, knowledge.plans[name]) for tier in need.scope.tiers for name in tier),
        key=lambda one: one[1].letterhead.date or "",
        reverse=True,
    )
    found = {
        plan.closing.signer.name: (name, plan)
        for name, plan in reversed(signed)
        if plan.closing.signer and plan.closing.signer.name and _asks_for_post(asked, plan)
    }
    told = []
    for name, plan in list(found.values())[::-1][:MOST_HOLDERS] if not need.yesno else ():
        (signer,) = _signer(name, plan, need)
        date = plan.letterhead.date
        day = f", {_shown('date', date, need)}" if date else ""
        text = f"{signer.text.removesuffix('.')}{day}. {say('as_signed', need.language)}"
        told.append(replace(signer, text=text))
    return told


def _asks_for_post(asked: str, plan: Plan) -> bool:
    """Whether a question (folded, in full words) asks who holds the post with which a plan is signed, at its issuer.

    The issuer may be said without its place ("Giám đốc Sở Nội vụ"), or by its place alone ("Chủ tịch xã Bản Mờ").
    """
    signer, head = plan.closing.signer, plan.letterhead
    title = " ".join(in_full((signer and signer.title) or ""))
    if not title or title not in asked:
        return False
    post = rf"(?<!pho )\b{re.escape(title)}\b(?: cua)?(?P<body>(?: [^\s?,.;]+)+?)"
    who = re.search(rf"{post}{_NOW}(?: ten)? la (?:ai|gi|nguoi nao|ong nao|ba nao)\b", asked) or re.search(
        rf"\bai (?:hien |dang )?(?:la|lam|giu chuc(?: vu)?) {post}{_NOW}\W*$", asked
    )
    issuer = " ".join(in_full(head.issuer or ""))
    if not (issuer and who):
        return False
    body = who["body"].strip().removesuffix(f" tinh {fold(head.province)}")
    called = (body, f"uy ban nhan dan {body}", f"{title.split()[-1]} {body}")
    return any(f"{issuer} ".startswith(f"{name} ") for name in called)


def _letterhead(name: str, plan: Plan, need: Need) -> list[Statement]:
    field = _FIELDS[need.kind]
    head = plan.letterhead
    spans = dict(head.spans)
    value: str | None = getattr(head, field)
    if value:
        shown = _shown(field, value, need)
        span = spans.get(field) or spans.get("title") or Span(0, 0)
        others = [f for f in ("number", "date") if f != field and getattr(head, f)]
        beside = "".join(f", {_shown(f, getattr(head, f), need)}" for f in others)
        found = [
            _unit(name, value, _line(plan, s)) for s in (span, *(spans[f] for f in others if f in spans))
        ]
        return [Statement(f"**{shown}**{beside} – {plan_label(plan)}.", tuple(found))]
    return [_left_open(name, field, plan, need)]


def _left_open(name: str, field: str, plan: Plan, need: Need) -> Statement:
    """That a field is blank, or nowhere in the file, and with it the number or the date where that is so too."""
    spans = dict(plan.letterhead.spans)
    blank = _left_blank(field, plan)
    others = [
        f
        for f in ("number", "date")
        if field in ("number", "date")
        and f != field
        and not getattr(plan.letterhead, f)
        and _left_blank(f, plan) == blank
    ]
    places = [
        spans.get(f) or (_open_line(f, plan) if blank else spans.get("title")) or spans.get("doc_type")
        for f in (field, *others)
    ]
    lines = dict.fromkeys(_line(plan, near) for near in places if near)
    units = tuple(_unit(name, "", line) for line in lines)
    what = (" and " if need.language == "en" else " và ").join(_name(f, need) for f in (field, *others))
    if blank:
        return Statement(f"{say('blank', need.language, what=what)}.", units, left_open=True)
    return Statement(say("absent", need.language, what=what), units, left_open=True)


def _left_blank(field: str, plan: Plan) -> bool:
    blanks = set(plan.letterhead.blanks)
    return field in blanks or (field == "date" and bool({"day", "month"} & blanks))


def _open_line(field: str, plan: Plan) -> Span | None:
    """Where the form leaves the number or the date open ("Số:      /KH-UBND", "ngày    tháng 3 năm 2026")."""
    form = _OPEN_FORMS["number" if field == "number" else "date"]
    found = form.search(plan.source.original, 0, HEAD_LENGTH)
    return Span(*found.span()) if found else None


def _shown(field: str, value: str, need: Need) -> str:
    if field != "date":
        return value
    day = "/".join(reversed(value.split("-")))
    return say("on_day", need.language, day=day)


def _signer(name: str, plan: Plan, need: Need) -> list[Statement]:
    signer = plan.closing.signer
    if signer is None or not signer.name:
        return [_left_open(name, "signer", plan, need)]
    post = ", ".join(part for part in (signer.authority, signer.title) if part)
    units = (_unit(name, signer.name, signer.span, "closing"),) if signer.span else ()
    return [Statement(f"**{signer.name}**{f' ({post})' if post else ''} – {plan_label(plan)}.", units)]


def _recipients(name: str, plan: Plan, need: Need) -> list[Statement]:
    names = plan.closing.recipients
    if not names:
        return [_left_open(name, "recipients", plan, need)]
    units = tuple(
        _unit(name, text, span, "closing")
        for text, span in zip(names, plan.closing.recipient_spans, strict=True)
    )
    whole = _unit(name, "; ".join(names), Span(units[0].span.start, units[-1].span.end), "closing")
    number = next((at for at, text in enumerate(names) if _KEPT_RE.match(text)), len(names))
    every = Statement(f"{say('recipients', need.language, n=number)} {'; '.join(names)}.", (whole,))
    if fold(names[0]).startswith(_AS_ABOVE) and (addressed := _addressed(name, plan)):
        every = replace(every, text=f"{addressed.text}. {every.text}", units=(addressed, *every.units))
    asked = [unit for unit in units if _is_asked_for(unit.text, need)]
    if not 0 < len(asked) < len(units):
        return [every]
    return [Statement(f"**{'; '.join(unit.text for unit in asked)}**", tuple(asked)), every]


def _addressed(name: str, plan: Plan) -> Unit | None:
    """To whom a letter is addressed, which its list of recipients calls "Như trên"."""
    found = _ADDRESSED_RE.search(plan.source.original, 0, 2 * HEAD_LENGTH)
    return _unit(name, " ".join(found[0].split()).rstrip(" .;"), Span(*found.span())) if found else None


def _is_asked_for(recipient: str, need: Need) -> bool:
    """Whether a recipient is of the sort that the question names ("bộ nào"), said by it, or gets the plan for that purpose."""
    asked, folded = fold(need.question), fold(recipient)
    purposes = [mark for cue, mark in _PURPOSES if cue in asked]
    for_that = any(re.search(mark, folded) for mark in purposes)
    body = " ".join(in_full(re.sub(r"(?i)^các ", "", recipient)))
    of_sort = need.wanted is not None and need.wanted.begins(body)
    said = re.search(rf"\b{re.escape(' '.join(body.split()[:NAMED]))}\b", asked)
    return for_that or of_sort or (said is not None and len(body.split()) >= NAMED)


def _blanks(name: str, plan: Plan, need: Need) -> list[Statement]:
    head = plan.letterhead
    if not head.blanks:
        return []
    spans = dict(head.spans)
    what = ", ".join(_name(field, need) if field in _NAMES else field for field in head.blanks)
    span = _open_line(head.blanks[0], plan) or next(
        (spans[f] for f in (*head.blanks, "number", "date", "doc_type") if f in spans), None
    )
    units = (_unit(name, "", _line(plan, span)),) if span else ()
    return [
        Statement(f"{say('blank', need.language, what=what)} – {plan_label(plan)}.", units, left_open=True)
    ]


_OF_KIND = {
    "letterhead_number": _letterhead,
    "letterhead_date": _letterhead,
    "issuer": _letterhead,
    "signer": _signer,
    "recipients": _recipients,
    "blank": _blanks,
}
IDENTITY_KINDS = frozenset(_OF_KIND)
