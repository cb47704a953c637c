"""The paragraphs of a draft before they are numbered, and how clauses and paragraphs are put together."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.draft.edits import closed
from assistant.draft.model import Action, Source
from ingest.facts.bodies.agencies import find_agencies
from ingest.facts.tasks.roles import find_predicate

__all__ = [
    "Piece",
    "in_order",
    "join_clauses",
    "label_style",
    "lowered_first",
    "of_one_rank",
    "only_announces",
    "raised",
    "said_once",
    "side_by_side",
    "under_one_heading",
]

_BESIDES_RE = re.compile(
    r"Ngoài (?:việc thực hiện )?(?:các |những )?(?:nội dung|nhiệm vụ|công việc|trách nhiệm|yêu cầu)(?: chung)?(?: (?:nêu |ở |kể |nói |đã nêu |quy định |được giao )?(?:trên|tại (?:mục|khoản|điểm|phần|điều) [^,;.]{1,60}))?,\s+"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph before it is numbered; ``style`` is that of its label."""

    text: str
    action: Action
    sources: tuple[Source, ...] = ()
    slots: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    style: str = "none"
    heading: bool = False
    kind: str = "text"
    children: tuple[Piece, ...] = ()
    origin: str = ""
    """Path of the parent's section it comes from."""
    lead: str | None = None
    """The division that takes it, once assigned."""
    beside: str = ""
    """Who leads a task that the unit only helps with."""

    def walk(self) -> list[Piece]:
        """Return the piece and all below, in reading order."""
        return [self, *(below for child in self.children for below in child.walk())]


def in_order(lines: list[Piece], below: list[Piece]) -> tuple[Piece, ...]:
    """Lines and points as they follow one another in the parent: a line may stand between two points."""

    def place(piece: Piece) -> int:
        return min((source.start for one in piece.walk() for source in one.sources), default=-1)

    pieces = (*lines, *below)
    return pieces if any(place(piece) < 0 for piece in pieces) else tuple(sorted(pieces, key=place))


def said_once(pieces: list[Piece]) -> list[Piece]:
    """Sibling points of the same words are one, which holds the sources of all."""
    found: dict[str, Piece] = {}
    for index, piece in enumerate(pieces):
        alone = not piece.children and not piece.heading
        key = piece.text.casefold().rstrip(".;, ") if alone else f"\x00{index}"
        first = found.get(key)
        found[key] = replace(first, sources=first.sources + piece.sources) if first else piece
    return list(found.values())


def under_one_heading(pieces: list[Piece], headings: set[str]) -> list[Piece]:
    """Sibling parts of the unit's own tasks, told under several headings that are the same for it, are one part.

    >>> parts = [Piece("Nhiệm vụ của Sở", "kept", heading=True, children=(Piece(text, "kept"),)) for text in ("Đo gió.", "Đo mưa.")]
    >>> [piece.text for piece in under_one_heading(parts, {"Nhiệm vụ của Sở"})[0].walk()]
    ['Nhiệm vụ của Sở', 'Đo gió.', 'Đo mưa.']
    """
    found: dict[str, Piece] = {}
    for index, piece in enumerate(pieces):
        key = piece.text if piece.heading and piece.text in headings else f"\x00{index}"
        first = found.get(key)
        found[key] = (
            replace(
                first,
                sources=first.sources + piece.sources,
                children=tuple(said_once([*first.children, *_labelled_alike(piece, first)])),
            )
            if first
            else piece
        )
    return list(found.values())


def _labelled_alike(part: Piece, first: Piece) -> list[Piece]:
    """What stands in a part without labels, with those of the points of the part that it joins."""
    last = first.children[-1] if first.children else None
    if last is None or last.style == "none" or last.heading:
        return list(part.children)
    return [
        replace(one, style=last.style, kind=last.kind) if one.style == "none" and not one.heading else one
        for one in part.children
    ]


def raised(below: list[Piece], style: str) -> Piece | None:
    """What stays beneath a line of which nothing stays, in that line's place; None where nothing does.

    Points follow the first of them; parts with their own heading stand beneath a heading of the format, none lost.

    >>> part = Piece("Nhiệm vụ của Sở", "kept", heading=True, children=(Piece("Đo gió.", "kept"),))
    >>> [piece.text for piece in raised([part], "arabic").walk()]
    ['Nhiệm vụ của Sở', 'Đo gió.']
    """
    if not below:
        return None
    if len(below) == 1:
        return replace(below[0], style=style) if style != "none" else below[0]
    if any(piece.heading for piece in below):
        return Piece("Nhiệm vụ cụ thể", "new", style=style, heading=True, children=tuple(below))
    first = replace(below[0], children=(*below[0].children, *below[1:]))
    return replace(first, style=style) if style != "none" else first


def label_style(label: str) -> str:
    """The style of a label of the parent.

    >>> label_style("II."), label_style("2.1."), label_style("đ)"), label_style("")
    ('roman', 'decimal', 'letter', 'none')
    """
    label = label.strip()
    if re.match(r"(?i)phần", label):
        return "part"
    if re.match(r"(?i)chương", label):
        return "roman"
    if re.fullmatch(r"[IVXLC]+\s*[.)\-–]?|[A-HĐK]\s*[.)]", label):
        return "roman"
    if re.fullmatch(r"\d+(?:\.\d+)+\s*[.)\-–]?", label):
        return "decimal"
    if re.search(r"\d", label):
        return "arabic"
    if re.fullmatch(r"[a-zđ]\s*[.)]", label):
        return "letter"
    return "plus" if label == "+" else "dash" if label else "none"


def side_by_side(pieces: list[Piece]) -> list[Piece]:
    """Parts that the parent numbers by other signs of the same rank ("A. Hạ tầng", then "IV. Kinh phí" read beneath it) stand side by side.

    So do those of an annex beside the articles of the parent; a title of which nothing else is left goes.
    """
    found: list[Piece] = []
    for piece in pieces:
        below = side_by_side([child for child in piece.children if child.style == "roman" and child.heading])
        if piece.style not in {"roman", "arabic"} or not below:
            found.append(piece)
            continue
        rest = tuple(c for c in piece.children if not (c.style == "roman" and c.heading))
        found += [replace(piece, children=rest)] if rest or piece.style == "roman" else []
        found += below
    return found


def of_one_rank(pieces: list[Piece]) -> list[Piece]:
    """Parts of a plan are numbered alike: an article's ("Điều 2. Tổ chức thực hiện") beside "I.", an annex's "I." beside "1.".

    >>> parts = [Piece("NHIỆM VỤ", "kept", style="roman", heading=True), Piece("Kinh phí", "kept", style="arabic", heading=True)]
    >>> [(piece.style, piece.text) for piece in of_one_rank(parts)]
    [('roman', 'NHIỆM VỤ'), ('roman', 'KINH PHÍ')]
    """
    ranks = {"roman", "arabic"}
    first = next((piece for piece in pieces if piece.heading and piece.style in ranks), None)

    def ranked(piece: Piece) -> Piece:
        if first is None or not piece.heading or piece.style not in ranks - {first.style}:
            return piece
        text = piece.text.upper() if first.text.isupper() else piece.text
        return replace(piece, style=first.style, text=text)

    return [ranked(piece) for piece in pieces]


def join_clauses(parts: list[tuple[int, str]], whole: str) -> str:
    """Join kept clauses with the marks that stood between them, and close as the line closed."""
    text = ""
    for index, (sentence, part) in enumerate(parts):
        part = part.strip()
        if index and parts[index - 1][0] == sentence:
            text = f"{text.rstrip('.;')}; {part[:1].lower() + part[1:] if not re.match(r'[A-ZĐ]{2}|(?:Sở|Ban|UBND|Văn|Phòng|Luật|Nghị|Chỉ|Kế|Quyết|Chủ tịch|Bí thư|Giám đốc|Ủy ban|Công an|Đảng|Mặt trận|Hội|Đoàn|Trung tâm|Bộ|Cục|Chi cục|Thanh tra|Trưởng|Hiệu trưởng|Tổ|Khoa|Bộ phận|Trạm|Thường trực|UBMTTQ|MTTQ|Công ty|Nhà trường)', part) else part}"
        else:
            text = f"{text.rstrip(';,')}{'' if not text or text.rstrip()[-1:] in '.:!?…' else '.'} {part[:1].upper()}{part[1:]}".strip()
    last = whole.rstrip()[-1:]
    if last in ".;:" and text[-1:] not in ".:…":
        text = text.rstrip(";,") + ("." if last != ":" else ":")
    return closed(_without_pointer(text))


def _without_pointer(text: str) -> str:
    """A task without the words that add it to others of the parent; in the draft those stand by themselves.

    >>> _without_pointer("Ngoài các nhiệm vụ tại mục 10, tổ chức trực bếp"), _without_pointer("Ngoài giờ học, trực bếp")
    ('Tổ chức trực bếp', 'Ngoài giờ học, trực bếp')
    """
    rest = _BESIDES_RE.sub("", text)
    return text if rest == text else rest[:1].upper() + rest[1:]


_TITLE = 6
"""Words of the longest line that is only the title of the points below it."""


def only_announces(text: str) -> bool:
    """Whether a line says nothing without the points below it.

    >>> only_announces("Giá trị xuất khẩu:"), only_announces("Nguồn nhân lực"), only_announces("Rà soát chợ")
    (True, True, False)
    """
    bare = text.rstrip(" .")
    named = 0 < len(bare.split()) <= _TITLE and not any(letter.isdigit() for letter in bare)
    return text.endswith(":") or (named and find_predicate(bare, 0, len(bare)) is None)


def lowered_first(text: str) -> str:
    """Write words as they go on in a sentence; an acronym and the name of a body keep their capitals.

    >>> lowered_first("Rà soát đất đai"), lowered_first("UBND xã rà soát"), lowered_first("Sở Y tế rà soát")
    ('rà soát đất đai', 'UBND xã rà soát', 'Sở Y tế rà soát')
    """
    body = find_agencies(text[:80])[:1]
    named = bool(body) and body[0].start == 0 and not body[0].collective
    return text if named or (not text[1:2].islower() and text[1:2] != " ") else text[:1].lower() + text[1:]
