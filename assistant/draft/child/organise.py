"""The part "Tổ chức thực hiện" of the child: own tasks, cooperation, who does what, reports, money.

What the parent charges the unit with stands first; then each division with the parts it takes; then the
reports, to whom the parent names and before its dates. All of it from the parent, the profile or slots.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.draft.cause import Cause
from assistant.draft.child.adapt import Adapter
from assistant.draft.child.assign import choose_division, gatherer_of
from assistant.draft.child.cooperation import bodies_once, helped_rows
from assistant.draft.child.facets import Told, fold_facets, parted, said_times
from assistant.draft.child.pieces import Piece, said_once
from assistant.draft.child.reporting import with_reports
from assistant.draft.child.told_twice import task_key
from assistant.draft.model import SLOT, Action, Dropped, Paragraph, Source, Task
from assistant.draft.parent.attached import is_regulation
from assistant.draft.parent.binding import own_division
from assistant.draft.parent.listed import items_below, lists_contents
from assistant.draft.parent.statements import states_only, tells_right
from assistant.draft.unit.party import LEADS, led_body
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.facts.bodies.agencies import read_agencies
from ingest.facts.language.sentences import split_clauses, split_sentences
from ingest.facts.tasks.roles import find_predicate, read_subject
from ingest.plan import Plan, Range
from ingest.spelling import match_key

__all__ = ["ORGANISATION", "find_tasks", "organise"]

_LONG = 260
"""Letters from which a sentence of several tasks is told in a row for each."""
_MANY = 12
"""Parts of the plan that are named one by one."""
_ANNEX = "Phụ lục"
_TITLE = 4
"""Words of a line that only names the list beneath it ("Trọng tâm:")."""
_AS_FOLLOWS_RE = re.compile(r"(?i)(?:như sau|sau đây)\s*:$")
_NAMES_LIST_RE = re.compile(
    r"(?i)\W*(?:các |một số )?(?:nội dung|thành phần|trọng tâm|hồ sơ|đối tượng|nguyên tắc|hình thức|điều kiện|tiêu ch(?:í|uẩn)|yêu cầu|trường hợp|gồm|bao gồm|cụ thể|trong đó|lưu ý)(?!\w)"
)
ORGANISATION = "TỔ CHỨC THỰC HIỆN"
_NO_TASK_RE = re.compile(r"(?i)mục đích|yêu cầu|chỉ tiêu|mục tiêu|quan điểm|căn cứ|phạm vi|đối tượng")
# What the clauses behind these tell is part of the task before: "tạo điều kiện để Mặt trận tham gia ...; giám sát ...".
_LETS_RE = re.compile(r"(?i)tạo (?:mọi )?điều kiện(?: thuận lợi)? (?:để|cho) ")
# What is told of one thing apart from the rest ("; riêng kho cổ vật quét mối") may be another division's.
_APART_RE = re.compile(r"(?i)riêng (?!đối với|năm|tháng|quý|trong)\w")
_ALSO_RE = re.compile(r"(?i)(?:đồng thời|qua đó|từ đó|trong đó|theo đó)(?!\w)")
_FUNDING_RE = re.compile(r"(?i)kinh phí|nguồn vốn")
_DUE_RE = re.compile(
    r"(?i)(?:quyết toán|dự toán|nghiệm thu|giải ngân|công khai|báo cáo|đăng ký|thu nộp)[^.]{0,120}(?:trước|chậm nhất|trong (?:tháng|quý)|đến hết|hằng|định kỳ)(?!\w)"
)
_LEADS_IN_RE = re.compile(
    r"(?i)(?:nhiệm vụ|giải pháp|nội dung|công việc|trách nhiệm|việc)(?! làm)[^;.:]{0,45}(?:như sau|sau đây|(?<!\w)sau|cụ thể|gồm)\s*:$"
)
_HOME_RES = (
    re.compile(r"(?i)tổ chức (?:triển khai )?thực hiện"),
    re.compile(r"(?i)^(?:phân công|trách nhiệm)(?! phối hợp)|trách nhiệm (?:tổ chức )?thực hiện$"),
    re.compile(r"(?i)phân công"),
)
"""Headings of the part that says who does what, the surest first; "Các đơn vị ... có trách nhiệm" is none."""


def find_tasks(paragraphs: Iterable[Paragraph], plan: Plan, profile: UnitProfile) -> tuple[Task, ...]:
    """List the tasks of the numbered body with the division that takes each and the parent's time for it.

    What opens a list of tasks is none; what opens a list of cases or contents is one task with them.
    """
    told, known = fold_facets(tuple(paragraphs))
    tasks: list[Task] = []
    chain: list[Paragraph] = []
    said_above: set[int] = set()
    led_in: dict[int, str] = {}
    for place, paragraph in enumerate(told):
        while chain and chain[-1].level >= paragraph.level:
            chain.pop()
        above = " ; ".join((*(p.text for p in chain), *([led_in[place]] if place in led_in else ())))
        if paragraph.kind == "heading":
            chain.append(paragraph)
            continue
        items = items_below(told, place)
        contents = bool(items) and lists_contents(paragraph.text, [item.text for item in items])
        below = range(place + 1, place + 1 + len(items))
        if contents:
            said_above |= set(below)
        # What opens a list says what its tasks are about.
        led_in |= dict.fromkeys(below, paragraph.text.rstrip(" :"))
        if not paragraph.sources or _NO_TASK_RE.search(above) or place in said_above:
            continue
        if not contents and (items or _announces(paragraph.text)):
            # The points beneath it are the tasks, and what is said before the words that announce them.
            before = split_sentences(paragraph.text)[:-1] if items else []
            if not before:
                continue
            paragraph = replace(paragraph, text=paragraph.text[: before[-1].end])
        if _FUNDING_RE.search(above) and not _DUE_RE.search(paragraph.text):
            continue  # where the money comes from is no task; to settle accounts by a day is
        words, behind = parted(paragraph.text)
        paragraph = replace(paragraph, text=words)
        rows = (
            _listing(paragraph, items, above, plan, profile)
            if contents
            else _tasks_of(paragraph, above, plan, profile)
        )
        beneath = known.get(place, Told())
        tasks += (beneath.of(behind.of(row, profile), profile) for row in rows)
    return tuple(tasks)


def _announces(text: str) -> bool:
    """Whether a line only announces what stands beneath it, be it headings ("Trọng tâm:", "..., cụ thể như sau:").

    >>> _announces("Trọng tâm:"), _announces("Chia làm 02 đợt, cụ thể như sau:"), _announces("Họp: ngày 05.")
    (True, True, False)
    """
    title = text.rstrip().endswith(":") and len(text.split()) <= _TITLE
    return title or _LEADS_IN_RE.search(text) is not None or _AS_FOLLOWS_RE.search(text) is not None


def _listing(
    paragraph: Paragraph, items: list[Paragraph], above: str, plan: Plan, profile: UnitProfile
) -> list[Task]:
    """One row for a task and the list of its cases or contents; none where the line only names a list ("Trọng tâm:")."""
    text = paragraph.text.rstrip(" :")
    acts = find_predicate(text, 0, len(text)) is not None or read_subject(text, 0, len(text)) is not None
    if not acts and (len(text.split()) <= _TITLE or _NAMES_LIST_RE.match(text)):
        return []
    words = "; ".join(item.text.rstrip(" .;:") for item in items)
    chosen = _owner(text, profile) or choose_division(text, profile, above, plan.letterhead.title or "")
    sources = (*paragraph.sources, *(source for item in items for source in item.sources))
    content = f"{text}: {words}"
    time = said_times(sources, content, plan)
    return [Task(content, paragraph.path.split("/")[0], chosen or SLOT, time=time, sources=sources)]


def _tasks_of(paragraph: Paragraph, above: str, plan: Plan, profile: UnitProfile) -> list[Task]:
    """One row for each sentence of a paragraph that is a task; what only adds to a task stays in its row."""
    kind = kind_of(profile)
    every = kind.inner[:1].upper() + kind.inner[1:]
    text, theme = paragraph.text, plan.letterhead.title or ""
    who = gatherer_of(profile)
    said_rows = [row for sentence in _task_sentences(text) for row in _rows_of(sentence, who)]
    tasks = [row for row in said_rows if not (who and f"{who} tham mưu" in row)]
    told = "; ".join(tasks) if 0 < len(tasks) < len(said_rows) else text
    whole = _owner(told, profile) or choose_division(told, profile, above, theme)
    rows: list[Task] = []
    for words in (row for row in said_rows if not (states_only(row) or tells_right(row))):
        if not any(letter.isalpha() for letter in words):
            continue  # a slot or a mark alone
        one = any(words.startswith(division.name) for division in profile.divisions)
        if words.lower().startswith((kind.inner_heads.lower(), kind.inner.lower())) and not one:
            # What all parts or their heads must do is nobody's alone.
            lead: str | None = every
        elif words.startswith(kind.head):
            lead = kind.head
        else:
            chosen = choose_division(words, profile, above, theme) if rows else whole
            lead = _owner(words, profile) or chosen
        rows.append(
            Task(
                words,
                paragraph.path.split("/")[0],
                lead or SLOT,
                time=said_times(paragraph.sources, words, plan),
                sources=paragraph.sources,
            )
        )
    return rows


def _owner(text: str, profile: UnitProfile) -> str | None:
    """The division that the words charge first; also a province's department that the profile has not, and what a committee leads."""
    named = [d.name for d in profile.divisions if d.name in text]
    if named:
        return min(named, key=lambda name: (text.index(name), -len(name)))
    led, _ = read_agencies(text, len(LEADS) + 1 if text.startswith(f"{LEADS} ") else 0)
    if led and led_body(led[0].name, profile.name):
        return f"{led[0].name[:1].upper()}{led[0].name[1:]}"
    opening, _ = read_agencies(text)
    return own_division(opening[0].name, profile) if opening and kind_of(profile).name == "province" else None


def _task_sentences(text: str) -> list[str]:
    """The sentences of a paragraph, each that says no task joined to the one before it.

    >>> _task_sentences("Rà soát thủ tục. Thời gian: quý I năm 2026. Tổ chức tập huấn cho công chức.")
    ['Rà soát thủ tục. Thời gian: quý I năm 2026.', 'Tổ chức tập huấn cho công chức.']
    """
    found: list[str] = []
    for spot in split_sentences(text):
        words = text[spot.start : spot.end]
        task = find_predicate(text, spot.start, spot.end) is not None or read_subject(
            text, spot.start, spot.end
        )
        if found and not task:
            found[-1] = f"{found[-1]} {words}"
        else:
            found.append(words)
    return found


def _rows_of(words: str, gatherer: str | None = None) -> list[str]:
    """What a table says of a sentence: its words; where they are long, a row for each clause that is a task.

    What the gatherer does with a task of others has a row of its own.

    >>> _rows_of("Rà soát thủ tục; tổ chức tập huấn.")
    ['Rà soát thủ tục; tổ chức tập huấn']
    >>> long = "Phối hợp, tạo điều kiện để Mặt trận tham gia quản lý nhà nước; giám sát, phản biện xã hội" + " theo Quy chế" * 20
    >>> _rows_of(long) == [long]
    True
    >>> _rows_of("Vận động người dân không trồng cây có chứa chất ma túy,...")
    ['Vận động người dân không trồng cây có chứa chất ma túy']
    >>> _rows_of("Sắp xếp chợ; Văn phòng Sở tham mưu Lãnh đạo Sở báo cáo UBND tỉnh.", "Văn phòng Sở")
    ['Sắp xếp chợ', 'Văn phòng Sở tham mưu Lãnh đạo Sở báo cáo UBND tỉnh']
    >>> _rows_of("In vé; riêng kho gỗ quét mối.")
    ['In vé', 'Riêng kho gỗ quét mối']
    """
    long, found = len(words) > _LONG, list[str]()
    for spot in split_clauses(words, Range(0, len(words))):
        clause = words[spot.start : spot.end].strip(" ,.;:")
        reports = gatherer is not None and f"{gatherer} tham mưu" in clause
        goes_on = found and (_LETS_RE.search(found[-1]) or _ALSO_RE.match(clause))
        alone = long and not goes_on and find_predicate(clause, 0, len(clause)) is not None
        if found and not (reports or alone or _APART_RE.match(clause)):
            found[-1] = f"{found[-1]}; {clause}"
        else:
            found.append(f"{clause[:1].upper()}{clause[1:]}" if found or long else clause)
    return found


def _style_below(style: str) -> str:
    return {"part": "roman", "roman": "arabic", "arabic": "letter"}.get(style, "dash")


def _made_known(adapter: Adapter) -> list[Piece]:
    """A regulation binds as it stands: the unit makes it known and keeps it; its articles are not said again."""
    if not is_regulation(adapter.plan):
        return []
    kind, short = kind_of(adapter.profile), adapter.parent_short
    known = f"Tổ chức phổ biến, quán triệt {short} đến {kind.people}."
    kept = f"Thực hiện đúng các quy định tại {short} theo chức năng, nhiệm vụ được giao."
    pieces = tuple(Piece(text, "new", style="dash") for text in (known, kept))
    return [Piece("Phổ biến, quán triệt", "new", heading=True, children=pieces)]


def _said_already(piece: Piece, said: str, adapter: Adapter) -> bool:
    """Whether a task of an annex stands in the body in the same words; it is then told as left out."""
    words = " ".join(match_key(" ".join(source.quote for source in piece.sources)).split()).strip(" .;")
    flat = " ".join(said.split())
    again = words in flat
    if again:
        why = Cause("said_elsewhere")
        adapter.dropped += [Dropped(s.quote, why, piece.origin, s.start, s.end) for s in piece.sources]
    return again


def _own_tasks(adapter: Adapter, body: list[Piece]) -> list[Piece]:
    """What articles, annexes and others' sections charge the unit with; a row that the body says already is not said again."""
    own = kind_of(adapter.profile).self
    said = match_key("\n".join(piece.text for part in body for piece in part.walk()))
    keys = {task_key(piece.text, adapter.profile, counts=True) for part in body for piece in part.walk()}
    rows = [
        piece
        for piece, task in adapter.charged_rows
        if task_key(task.content, adapter.profile, counts=True) not in keys - {""}
        and (piece.changes[0].startswith("giao") or match_key(piece.text)[:80] not in said)
    ]
    own_pieces: list[Piece] = []
    for piece in adapter.own:
        if not _said_already(piece, said, adapter):
            own_pieces.append(piece)
            # An annex often says again what the articles before it say.
            said += "\n" + match_key(" ".join(source.quote for source in piece.sources))
    pieces = [replace(piece, style="dash", heading=False, children=()) for piece in (*own_pieces, *rows)]
    heading = f"Nhiệm vụ {own} được giao tại {adapter.parent_short}"
    return [Piece(heading, "new", heading=True, children=tuple(pieces))] if pieces else []


def _cooperation(adapter: Adapter) -> list[Piece]:
    # What one body leads stands together, in the order in which the parent first names it.
    first = {piece.beside: index for index, piece in reversed(list(enumerate(adapter.coordination)))}
    pieces = sorted(adapter.coordination, key=lambda piece: first[piece.beside])
    leads: dict[str, list[Source]] = {}
    for clause in adapter.related:
        source = adapter.source(clause.start, clause.end)
        leads.setdefault(", ".join(clause.leads), []).append(source)
    if leads:
        names = bodies_once(leads)
        text = f"Phối hợp với {names} thực hiện các nhiệm vụ có liên quan tại {adapter.parent_short} theo chức năng, nhiệm vụ được giao."
        narrowed = adapter.narrow(text.replace(adapter.parent_short, "\x00"))
        text = narrowed.text.replace("\x00", adapter.parent_short)
        sources = tuple(source for group in leads.values() for source in group)
        action: Action = "slot" if narrowed.slots else "assigned"
        pieces.append(
            Piece(text, action, sources, narrowed.slots, ("gộp các nhiệm vụ phối hợp chung",), "dash")
        )
    pieces += helped_rows(adapter)
    once = tuple(said_once(pieces))
    return [Piece("Công tác phối hợp", "new", heading=True, children=once)] if once else []


def _unsure(adapter: Adapter) -> list[Piece]:
    """What the parent asks of a role or a collective that may be the unit: named, for an officer to decide."""
    heading = "Nội dung cần xác định trách nhiệm của đơn vị"
    return [Piece(heading, "new", heading=True, children=tuple(adapter.unsure))] if adapter.unsure else []


def _divisions(tasks: Iterable[Task], profile: UnitProfile) -> list[Piece]:
    """One item for each division, naming the parts of the plan that it takes."""
    places: dict[str, list[str]] = {division.name: [] for division in profile.divisions}
    kind = kind_of(profile)
    beside = "cơ quan" if kind.name == "province" else "bộ phận"
    for task in tasks:
        all_parts = task.lead not in places and task.lead.lower() in {kind.inner.lower(), kind.head.lower()}
        if all_parts or "¶" in task.path:
            continue
        held = places.setdefault(task.lead, [])
        # A row of a table is told in the unit's own annex, wherever it stood in the parent.
        path = _ANNEX if task.path.startswith("annex") or "/" in task.path else task.path
        if path not in held:
            held.append(path)
    pieces = []
    if not (profile.divisions or _ANNEX in places.get(SLOT, ())):
        places.pop(SLOT, None)  # where no division is known, the list of slots asks for them all
    for name, paths in places.items():
        others = [path for other, held in places.items() if other != name for path in held]
        if name == SLOT:
            text = (
                f"{SLOT} chủ trì tham mưu thực hiện nhiệm vụ tại {_places(paths, others)} của Kế hoạch này."
            )
            pieces.append(Piece(text, "slot", slots=("Bộ phận chủ trì",), style="dash"))
        elif paths:
            text = f"{name}: chủ trì, phối hợp với các {beside} liên quan tham mưu, thực hiện nhiệm vụ tại {_places(paths, others)} của Kế hoạch này."
            pieces.append(Piece(text, "new", style="dash"))
        else:
            text = f"{name}: phối hợp thực hiện các nội dung của Kế hoạch này theo chức năng, nhiệm vụ được giao."
            pieces.append(Piece(text, "new", style="dash"))
    return [Piece(f"Phân công các {beside}", "new", heading=True, children=tuple(pieces))] if pieces else []


def _places(paths: list[str], others: Iterable[str] = ()) -> str:
    """Name the parts of the plan where a division's tasks stand; very many by the parts that hold no task of others.

    >>> _places(["II.1"]), _places(["II.1", "II.2.a", "Phụ lục"])
    ('mục II.1', 'các mục II.1, II.2.a và Phụ lục')
    >>> [_places([f"{part}.{n}" for part in ("I", "II") for n in range(1, 8)], held) for held in ((), ("II.9",))]
    ['các mục I, II', 'các mục I, II.1, II.2, II.3, II.4, II.5, II.6, II.7']
    """
    numbered = [path for path in paths if path != _ANNEX]
    for depth in (2, 1):
        if len(numbered) > _MANY:
            shared = {".".join(path.split(".")[:depth]) for path in others}
            parts = ((".".join(path.split(".")[:depth]), path) for path in numbered)
            numbered = list(dict.fromkeys(path if part in shared else part for part, path in parts))
    told = [("mục " if len(numbered) == 1 else "các mục ") + ", ".join(numbered)] if numbered else []
    return " và ".join((*told, *([_ANNEX] if _ANNEX in paths else ())))


def organise(body: list[Piece], tasks: tuple[Task, ...], adapter: Adapter) -> list[Piece]:
    """Return the body with its last organising part completed (made where the parent has none)."""
    body, reports = with_reports(body, adapter)
    style = next((piece.style for piece in body if piece.heading), "roman")
    last = range(len(body) - 1, -1, -1)
    place = next(
        (i for shape in _HOME_RES for i in last if body[i].heading and shape.search(body[i].text)), None
    )
    title = ORGANISATION if style in {"roman", "part"} else ORGANISATION.capitalize()
    home = body[place] if place is not None else Piece(title, "new", style=style, heading=True)
    added = [
        *_made_known(adapter),
        *_own_tasks(adapter, body),
        *_cooperation(adapter),
        *_unsure(adapter),
        *_divisions(tasks, adapter.profile),
        *reports,
    ]
    inner = next(
        (c.style for c in home.children if c.style in {"arabic", "decimal", "letter"}),
        _style_below(home.style),
    )
    filled = replace(home, children=(*home.children, *(replace(piece, style=inner) for piece in added)))
    if place is None:
        return [*body, filled]
    return [*body[:place], filled, *body[place + 1 :]]
