"""Whom a sentence names beside those who act: to whom they send, through whom, and with whom they work.

In: a sentence, and the body asked about, whose own sending or working together is meant where the sentence names it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.answer.evidence.asked_verb import asked_verb
from assistant.answer.evidence.units import coverage
from assistant.grams import gram_set
from assistant.knowledge import Unit
from assistant.question.bodies import same_body
from assistant.question.cues import cue_text
from assistant.question.documents import DOC
from assistant.question.naming import fold
from assistant.question.terms import Term
from assistant.question.understand import Need
from ingest.facts.bodies.agencies import Agency, find_agencies
from ingest.facts.tasks.partners import read_partners

__all__ = [
    "asks_of_others",
    "doers_asked",
    "does_by",
    "only_helps",
    "only_passes_on",
    "partners",
    "receivers",
    "sent_by_another",
]

_SENT = r"(?:gửi|nộp|bàn giao|(?<!vận )(?<!luân )(?<!di )chuyển(?= (?:hồ sơ|kết quả|văn bản|đơn|danh sách|tin))|(?<!quá )(?<!chương )(?<!quy )(?<!lộ )(?<!công )trình|báo cáo|phản ánh|đăng ký|phản hồi|thông báo(?= (?:[^;.]{0,60} )?(?:cho|đến|tới|với) ))"
_SENT_RE = re.compile(rf"(?i)(?<!\w)(?:{_SENT}|(?-i:(?<!thông )báo(?= (?:ngay |cho )*[A-ZĐ])))(?!\w)")
"""What sends something; "trong quá trình thực hiện" does not, "báo Hiệu trưởng" does."""
_SIGNS = (
    ("via", re.compile(r"(?i)(?<!\w)qua(?: đầu mối)?(?: là)?\s*:?\s*$")),
    ("to", re.compile(rf"(?i)(?<!\w)(?:{_SENT}(?: với)?|báo|về|đến|tới|cho|lên)\s*:?\s*$")),
    ("of", re.compile(r"(?i)(?<!\w)(?:của|do|bởi|theo|từ|tại|với|cùng|giữa)\s+$")),
)
"""What a body is to the sending, by the words before its name; "of" where it is no party to it."""
_BY_RE = re.compile(r"(?i)(?<!\w)(?:(?:do|bởi)|số \S+(?:,? ngày [^;,]{4,30})? của)\s+$")
"""Before the body that does a thing, or whose document it is."""
_ALSO_RE = re.compile(r"\s*(?:[,;]|và|hoặc|[,;] (?:và|đồng) |đồng )\s*(?:thời )?(?:gửi )?(?:về )?|\s*\(")
"""Between those that are alike to one thing sent; a bracket names the part of a body that is meant."""
_WITH_RE = re.compile(
    r"(?i)(?<!\w)phối hợp(?: chặt chẽ)?(?P<any> với| cùng(?: với)?|(?:(?! với )[^;.]){0,70}? (?P<both>giữa))?\s*:?\s+"
)
_FOR_IT_RE = re.compile(
    r"(?:\s*\([^()]*\)|\s*\))?,?(?:(?: (?!để )[^\s;:.()]+){0,8} để(?:,? [^\W\d]+){0,5}[, ]*|(?: (?:[^\W\d]+ ){1,2}[^\W\d]+,)*(?: và)? )"
)
"""Between the body that something is sent to and what it does with it ("trước ngày 15/11 để theo dõi, [tổng hợp]")."""
LEADS_RE = re.compile(r"\bchu tri\b|\bleads?\b")
"""Folded: that somebody leads."""
_HELPS_RE = re.compile(r"\bphoi hop\b")
_OFFER_RE = re.compile(r"\bhay\b|\bhoac\b|\bor\b")
_LISTS_RE = re.compile(r",| và ")
_AND_WITH_RE = re.compile(r"\s+(?:với|và)\s+")


def asks_of_others(need: Need) -> bool:
    """Whether the body that a question names is no answer to it: it is neither claimed nor offered as one."""
    return not need.yesno and not _OFFER_RE.search(fold(need.question))


def only_passes_on(need: Need, unit: Unit) -> bool:
    """Whether the body whose report is asked for is told of here only as the one through whom another sends its own."""
    if need.kind not in {"deadline", "report_to"} or need.agency is None:
        return False
    body, path = need.agency, unit.context.partition("\n")[0]
    above = find_agencies(f"{unit.heading}. {path}")
    through = any(same_body(name, body) for name in receivers(unit.text)[1])
    return through and not any(same_body(one.name, body) for one in above)


def sent_by_another(text: str, body: str) -> bool:
    """Whether a sentence names one body, no kind of them, as who sends the first thing sent, and ``body`` nowhere.

    >>> sent_by_another("UBND tỉnh Sơn Hà báo cáo Bộ Tài chính theo quy định", "Sở Tài chính")
    True
    >>> sent_by_another("Các sở báo cáo Bộ Tài chính", "Sở Tài chính")
    False
    """
    bodies = _bodies(text)
    sent = next(iter(_sendings(text, bodies)), None)
    if sent is None or any(same_body(one.name, body) for one in bodies):
        return False
    kind, named = next(
        (group for group in reversed(_groups(text, 0, bodies)) if group[1][-1].end <= sent), ("of", [])
    )
    return kind == "" and text[named[-1].end : sent].isspace() and not any(one.collective for one in named)


def _sendings(text: str, bodies: Sequence[Agency]) -> list[int]:
    """Where things are sent; no word in a body's name."""
    return [
        m.start() for m in _SENT_RE.finditer(text) if not any(b.start <= m.start() < b.end for b in bodies)
    ]


def only_helps(need: Need, unit: Unit) -> bool:
    """Whether it is asked who leads, and a place tells only of working together."""
    if (
        need.kind != "lead"
        or not LEADS_RE.search(fold(need.question))
        or getattr(unit.fact, "role", "") == "lead"
    ):
        return False
    return _HELPS_RE.search(fold(unit.text)) is not None and LEADS_RE.search(fold(unit.text)) is None


def receivers(text: str, asked: str | None = None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """To whom a sentence says that something is sent, and through whom; not to whom the receiver sends it on.

    >>> receivers("Các xã gửi báo cáo về UBND tỉnh (qua Sở Nội vụ) trước ngày 15/11")
    (('UBND tỉnh',), ('Sở Nội vụ',))
    >>> receivers("Các xã gửi Sở Nội vụ để tổng hợp, báo cáo UBND tỉnh")
    (('Sở Nội vụ',), ())
    >>> receivers("Các xã gửi Sở Nội vụ để tổng hợp, báo cáo UBND tỉnh", "Sở Nội vụ")
    (('UBND tỉnh',), ())
    """
    bodies = _bodies(text)
    sendings = _sendings(text, bodies)
    own = next((b.end for b in bodies if asked and same_body(b.name, asked)), 0)
    sent = next((at for at in sendings if at >= own), next(iter(sendings), None))
    if sent is None:
        return (), ()
    groups = _groups(text, sent, [body for body in bodies if body.start > sent])
    to = next((found for wanted in ("to", "") for kind, found in groups if kind == wanted), [])
    sent_on = next((at for at in sendings if to and at >= to[-1].end), len(text))
    via = [body for kind, found in groups if kind == "via" for body in found if body.start < sent_on]
    return tuple(body.name for body in to), tuple(body.name for body in via)


def doers_asked(text: str, need: Need) -> tuple[str, ...]:
    """Who does, by this sentence, what a question asks who does; () where it names nobody beside the verb, or none is asked for.

    What is asked is a verb of its own ("ai thẩm định", "có phải Sở A thẩm định"), or who leads where one alone does, not
    whom something is done to ("ai được hỗ trợ").
    """
    asked = cue_text(need.asked)
    if need.yesno and need.agency:
        asked = asked.replace(fold(need.agency), "co quan nao")
    verb = asked_verb(asked)
    if not verb and LEADS_RE.search(asked) and len(LEADS_RE.findall(fold(text))) == 1:
        verb = "chu tri"
    return does_by(text, verb, asked) if verb and f"duoc {verb}" not in asked else ()


def done_by_others(text: str, body: str, need: Need) -> bool:
    """Whether a sentence says that others than a body, or than the one whose office it is, do what a question asks who does."""
    doers = doers_asked(text, need)
    return bool(doers) and not any(same_body(name, body) or fold(name) in fold(body) for name in doers)


@lru_cache(maxsize=8192)
def does_by(text: str, verb: str, asked: str = "") -> tuple[str, ...]:
    """The bodies that stand right before ``verb`` (folded), or that something is sent to or through for them to do it.

    Who issues a document of a kind that ``asked``, the question folded, does not say has not done what is asked.

    >>> does_by("Các xã gửi báo cáo về UBND tỉnh (qua Sở Nội vụ tổng hợp) trước ngày 15/11", "tong hop")
    ('Sở Nội vụ',)
    >>> does_by("Các xã gửi Sở Nội vụ trước ngày 15/11 để tổng hợp, báo cáo UBND tỉnh", "tong hop")
    ('Sở Nội vụ',)
    >>> does_by("Các xã gửi kết quả về UBND tỉnh (qua Sở Nội vụ) trước ngày 15/11 để tổng hợp, báo cáo Bộ Nội vụ", "bao cao")
    ('UBND tỉnh',)
    >>> does_by("Các xã gửi báo cáo về Sở Công Thương để theo dõi, Sở Nội vụ tổng hợp", "tong hop")
    ('Sở Nội vụ',)
    >>> does_by("Các xã phối hợp với Sở Nội vụ tổng hợp", "tong hop")
    ()
    >>> does_by("Trạm Y tế lập phương án trình Chủ tịch UBND xã phê duyệt", "duyet")
    ('Chủ tịch UBND xã',)
    >>> does_by("Quyết định số 415/QĐ-TTg ngày 05/3/2030 của Thủ tướng Chính phủ phê duyệt Chương trình", "phe duyet")
    ('Thủ tướng Chính phủ',)
    """
    folded = fold(text)
    if verb not in folded:  # as in most texts: their bodies need not be looked for
        return ()
    groups, found = _groups(text, 0, _bodies(text)), dict[str, None]()
    for does in re.finditer(rf"\b(?:phe )?{re.escape(verb)}\b(?: (?P<what>{DOC})\b)?", folded):
        kind, named = next(
            (group for group in reversed(groups) if group[1][-1].end <= does.start()), ("of", [])
        )
        if not named or (kind == "of" and not _BY_RE.search(text, 0, named[0].start)):
            continue
        if asked and does["what"] and does["what"] not in asked:
            continue
        if text[named[-1].end : does.start()].isspace():
            found.update(dict.fromkeys(body.name for body in (named[-1:] if kind else named)))
        elif kind in {"via", "to"} and _FOR_IT_RE.fullmatch(text, named[-1].end, does.start()):
            sender = _sends_on(text, groups, does.start()) if kind == "via" else named
            found.update(dict.fromkeys(body.name for body in sender))
    return tuple(found)


def _sends_on(text: str, groups: Sequence[tuple[str, list[Agency]]], at: int) -> list[Agency]:
    """Who does what stands at ``at`` behind "báo cáo UBND tỉnh (qua Sở Y tế)": the receiver, where it is sent on to yet another."""
    before = [(kind, named) for kind, named in groups if named[-1].end <= at]
    to = next((named for kind, named in reversed(before) if kind == "to"), [])
    onward = next((named[0] for kind, named in groups if kind == "to" and named[0].start > at), None)
    another = onward and to and not any(same_body(onward.name, body.name) for body in to)
    return to if another else before[-1][1]


def _groups(text: str, start: int, bodies: Sequence[Agency]) -> list[tuple[str, list[Agency]]]:
    """Bodies that are named in one breath, with what they are to the sending; "" where nothing before them tells."""
    groups: list[tuple[str, list[Agency]]] = []
    for body in bodies:
        kind = next((kind for kind, sign in _SIGNS if sign.search(text, start, body.start)), "")
        before, named = groups[-1] if groups else ("", [])
        # "..., đồng thời gửi Sở Y tế" is a sign of its own, and still names whom the same thing is sent to.
        if named and kind in {"", before} and _ALSO_RE.fullmatch(text, named[-1].end, body.start):
            named.append(body)
        else:
            groups.append((kind, [body]))
    return groups


def partners(text: str, asked: str | None, terms: Sequence[Term]) -> tuple[str, ...]:
    """With whom a sentence says that work is done: those named behind "phối hợp với", as far as the duty begins.

    Of several such places the one that says most of the subject; where the body asked about is itself the partner,
    those who work with it.
    >>> partners("Sở Y tế phối hợp với Sở Nội vụ, Công an tỉnh rà soát theo Nghị định của Chính phủ", "Sở Y tế", ())
    ('Sở Nội vụ', 'Công an tỉnh')
    >>> partners("Công an tỉnh phối hợp với Sở Y tế rà soát", "Sở Y tế", ())
    ('Công an tỉnh',)
    """
    spots = list(_WITH_RE.finditer(text))
    ends = (*(spot.start() for spot in spots[1:]), len(text))
    best: tuple[float, tuple[str, ...]] | None = None
    for spot, end in zip(spots, ends, strict=False):
        names = _named_with(text, spot, end)
        if asked and names and all(same_body(name, asked) for name in names):
            names = tuple(body.name for body in _bodies(text) if body.end <= spot.start())
        share = coverage(terms, gram_set(text[spot.start() : end]))
        if names and (best is None or share > best[0]):
            best = (share, names)
    return best[1] if best else ()


def _named_with(text: str, spot: re.Match[str], end: int) -> tuple[str, ...]:
    """The bodies that are named behind "phối hợp"; parties that no rule knows only behind "với"."""
    whole = {body.start: body for body in _bodies(text)}
    if spot["any"] and not spot["both"]:
        return tuple(whole.get(b.start, b).name for b in read_partners(text, spot.end(), end)[0])
    at = spot.end()
    for body in whole.values():
        joins = _AND_WITH_RE if spot["both"] else _ALSO_RE
        if (
            body.start == at
            or joins.fullmatch(text, at, body.start)
            or _ALSO_RE.fullmatch(text, at, body.start)
        ):
            at = body.end
    _, begins = read_partners(text, at, end)
    names = tuple(body.name for body in whole.values() if spot.end() <= body.start < begins)
    several = len(names) > 1 or any(_LISTS_RE.search(name) for name in names)
    return names if several or not spot["both"] else ()


@lru_cache(maxsize=8192)
def _bodies(text: str) -> tuple[Agency, ...]:
    return tuple(find_agencies(text))
