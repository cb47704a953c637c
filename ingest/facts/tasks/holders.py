"""Who holds the tasks of the lines below: bare actors as headings, lines that end in a colon.

"2. Sở Nội vụ", "5. Đề nghị Công an tỉnh:", "Điều 7. Trách nhiệm của cơ quan thuế"; right under "Tổ chức thực
hiện" also a body outside the grammar, as long as the line says no task.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.facts.bodies.agencies import Agency, read_agencies, split_names
from ingest.facts.bodies.doers import begins_name
from ingest.facts.bodies.loose import BODY_WORD_RE, means_whoever, own_name
from ingest.facts.bodies.norms import norm_subject
from ingest.facts.language.blocks import Block
from ingest.facts.language.sentences import split_clauses, split_sentences
from ingest.facts.language.verbs import starts_predicate
from ingest.facts.tasks.headings import ARTICLE_RE, ORGANISATION_RE
from ingest.facts.tasks.roles import Subject, find_predicate, read_duty, read_subject
from ingest.plan import Range, Role
from ingest.spelling import spaced_re

__all__ = [
    "Holder",
    "Holders",
    "heading_holders",
    "holders_of",
    "lead_line_holders",
    "role_line_holders",
    "run_in_end",
]


@dataclass(frozen=True, slots=True)
class Holder:
    """An agency that holds the tasks that follow, and where its name stands (clean offsets)."""

    name: str
    range: Range
    role: Role = "responsible"
    joins: bool = False
    """The lines below name its partners: "b) Chủ trì, phối hợp" over "- Sở Tài chính tham mưu ..."."""


Holders = tuple[Holder, ...]

_HEAD_PREFIX_RE = spaced_re(
    r"(?:(?i:trách nhiệm) của(?=[A-ZĐ])|(?i:(?:trân trọng )?đề nghị|yêu cầu|giao(?: nhiệm vụ)?(?: cho)?|đối với|(?:trách nhiệm|nhiệm vụ)(?: (?:của|đối với))?|phân công)\s*:? )?"
)
_HEAD_SUFFIX_RE = spaced_re(
    r"\s*(?:\([^)]*\)\s*)?(?:,?\s*(?:căn cứ|theo|trong phạm vi) (?:chức năng|nhiệm vụ|thẩm quyền|lĩnh vực)(?:\s*,\s*nhiệm vụ)?(?: (?:được giao|phụ trách|quản lý|của mình))?\s*,?\s*)?(?:(?:có (?:trách nhiệm|nhiệm vụ|nghĩa vụ)|(?:thực hiện|triển khai)(?: (?:các|một số))? nhiệm vụ(?: sau)?|chịu trách nhiệm)\s*)?[.:;]*\s*"
)
_CHARGE_RE = spaced_re(
    r"(?i) (?:có|chịu) (?:(?:các|những) )?(?:trách nhiệm|nhiệm vụ|nghĩa vụ)(?: (?:sau|như sau|sau đây))?\s*$"
)
_TITLE_RE = spaced_re(
    r"(?:Trách nhiệm(?: (?!của|giao|đối)[^\s,;:.]+){0,6}|Nhiệm vụ|Nghĩa vụ)(?:(?:\s*,\s*| và )(?:quyền hạn|nhiệm vụ|thẩm quyền|quyền|trách nhiệm|phạm vi|(?:phạm vi )?(?:và )?(?:cách thức )?giải quyết công việc))* (?:của|giao(?: cho)?|đối với)(?: |(?<=của)(?=[A-ZĐ]))(?!(?:mình|việc|các nhiệm)(?!\w))(?:thành viên\s[^,]{2,40}\slà )?"
)
_RUN_IN_RE = spaced_re(r"(?P<of>(?:Trách nhiệm|Nhiệm vụ) của )?(?P<name>[^\s:;.()][^:;.()]*?)\s*: (?=\w)")
_LONGEST_RUN_IN = 12
"""Words of a name before a colon."""
# "4. Trách nhiệm của các tổ chức, cá nhân trong quản lý lớp học:" over bullets that begin with a name.
_CHARGES_RE = spaced_re(r"(?i)(?:trách nhiệm|nhiệm vụ|phân công)(?!\w)")
# What the duties are about stands behind the bodies: "trong quá trình tham dự thầu", "khi tham gia ...".
_ABOUT_RE = spaced_re(
    r" (?:trong(?= (?:quá|việc|công|tổ|thực|giải|quản|xây|hoạt|thời|phối|bảo|lĩnh|phạm|đấu|đánh|lập|kiểm))|về việc|khi|với tư cách|đối với|được quy định|quy định|theo quy)(?!\w)"
)
# "Trách nhiệm của Bộ trưởng Bộ Tài chính | về bảo hiểm xã hội", not "Cơ quan quản lý | về đất đai".
_FIELD_RE = spaced_re(r" về \w")
_OPENS_RE = spaced_re(r" (?:(?:bao )?gồm|như sau|sau đây)$")
# "Chính phủ ban hành Chương trình ... như sau:" tells who made what follows, not who does it.
_PROMULGATES_RE = spaced_re(
    r"(?is)ban hành (?:(?:kèm theo )?(?:bản )?)(?:chương trình|kế hoạch|đề án|quy chế|quy định|phương án|hướng dẫn|chỉ thị|nghị quyết)(?!\w).*(?:như sau|sau đây)\s*:$"
)
_LONGEST_TITLE = 45
"""Words in the longest list of bodies that a title charges."""
# "Giao Ban A chỉ đạo các đơn vị có trách nhiệm:" is a sentence, no name.
_ORDERS_RE = spaced_re(r"(?i)(?<!\w)(?:chỉ đạo|yêu cầu|hướng dẫn|đôn đốc|đề nghị)(?!\w)")
# "Đơn vị chủ trì liên kết phối hợp với UBND cấp huyện tổ chức thực hiện dự án" is a sentence too.
_SAYS_RE = spaced_re(r"(?i)phối hợp (?:với|cùng)|tổ chức thực hiện|có trách nhiệm \w")
_LONGEST_NAME, _LONGEST_NESTED = 30, 14
"""Words in a heading that is a body's name, right under "Tổ chức thực hiện" and deeper."""
_IF_RE = spaced_re(
    r"(?:Trường hợp|Khi|Nếu|Sau|Trong|Căn cứ|Chậm nhất|Kể từ) [^;:]{8,500}(?<!sau)(?<!đây)(?<!gồm)\s*:$"
)
_COMMA_RE = re.compile(r",\s+(?=\w)")
_OFFICE_RE = re.compile(r"(?:cơ\s+quan|đơn\s+vị)\s")
_CHARGES_EACH_RE = spaced_re(r"(?i)^\s*phân công(?! (?:thực hiện )?(?:chỉ tiêu|kinh phí))")
_THEME_RE = spaced_re(
    r"(?i)(?:nguồn|kinh phí|chế độ|thời gian|công tác|nội dung|khen|thi đua|nhiệm vụ|giải pháp|mục|yêu cầu|về|việc|lộ trình|tiến độ|điều kiện|cơ chế)(?!\w)"
)
_NOTE_RE = re.compile(r"\s*\([^()]*\)\s*$")
_HEAD_ROLE_RE = spaced_re(
    r"\s*\((?:là )?(?:cơ quan|đơn vị) (?P<role>chủ trì|phối hợp|đầu mối|thường trực)[^)]*\)",
    re.IGNORECASE,
)
_HEAD_ROLES: dict[str, Role] = {"chủ": "lead", "phối": "coordinate", "đầu": "support", "thường": "support"}


def heading_holders(block: Block) -> Holders:
    """The agencies that a line names and nothing else ("2. Sở Nội vụ", "5. Đề nghị Công an tỉnh:")."""
    prefix = _HEAD_PREFIX_RE.match(block.text, block.body)
    for at in dict.fromkeys((prefix.end() if prefix else block.body, block.body)):
        actors, end = read_agencies(block.text, at)
        suffix = _HEAD_SUFFIX_RE.fullmatch(block.text, end)
        if actors and (
            suffix or (block.opens and re.compile(r"\s*(?:\([^)]*\)\s*)?:\s+(?=\S)").match(block.text, end))
        ):
            role = _HEAD_ROLE_RE.match(block.text, end)
            named = holders_of(actors, block)
            return (
                tuple(replace(h, role=_HEAD_ROLES[role["role"].split()[0].lower()]) for h in named)
                if role
                else named
            )
    return (
        _charged_by_title(block)
        or _unknown_holders(block, prefix.end() if prefix else block.body)
        or _run_in_holders(block)
    )


def _run_in(block: Block) -> re.Match[str] | None:
    """The name before the colon of a bullet or point: "- Trách nhiệm của giáo vụ: giám sát ...", "- Ban cán sự lớp: ..."."""
    if block.kind == "heading" or not block.opens:
        return None
    found = _RUN_IN_RE.match(block.text, block.body)
    if found is None or len(found["name"].split()) > _LONGEST_RUN_IN or starts_predicate(found["name"]):
        return None
    if _ORDERS_RE.search(found["name"]) or _THEME_RE.match(found["name"]):
        return None
    charged = any(_CHARGES_RE.match(section.heading) for section in block.chain[:-1])
    named = charged and (begins_name(found["name"]) or BODY_WORD_RE.match(found["name"]))
    return found if found["of"] or named else None


def run_in_end(block: Block) -> int | None:
    """Where the tasks begin behind the name that a bullet or point gives before a colon; None without one."""
    found = _run_in(block)
    return found.end() if found else None


def _run_in_holders(block: Block) -> Holders:
    found = _run_in(block)
    return (
        holders_of(split_names(block.text[: found.end("name")], found.start("name")), block) if found else ()
    )


def _charged_by_title(block: Block) -> Holders:
    """Whose duties a title announces, known or not: "Điều 23. Trách nhiệm của bên mời thầu trong đấu thầu"."""
    titled = block.kind == "heading" or (block.opens and block.text.rstrip().endswith(":"))
    title = _TITLE_RE.match(block.text, block.body) if titled else None
    if title is None or block.text.isupper():
        return ()
    text = _OPENS_RE.sub("", block.text.rstrip(" .:;"))
    known = read_agencies(text, title.end())[1]
    about = _FIELD_RE.match(text, known) or _ABOUT_RE.search(text, title.end())
    name = text[title.end() : about.start() if about else len(text)].rstrip(" ,")
    if not name or len(name.split()) > _LONGEST_TITLE or _ORDERS_RE.search(name):
        return ()
    # Behind "của" stands a name, also one that begins like a verb: "tổ chức bảo hiểm", "Kiểm soát viên".
    if starts_predicate(name) and not title[0].rstrip().endswith("của"):
        return ()
    return holders_of(split_names(text[: title.end() + len(name)], title.end()), block)


def _unknown_holders(block: Block, at: int) -> Holders:
    """A heading under "Tổ chức thực hiện" that begins like a body but is outside the grammar."""
    end = len(block.text)
    if block.kind == "heading" and block.opens:
        end = min(end, max(at, block.chain[-1].heading_range.end - block.start))
    text = block.text[:end].rstrip(" .:;*")
    charge = _CHARGE_RE.search(text, at)
    if charge and _ORDERS_RE.search(text, at):
        return ()
    if charge and block.opens:
        # "... và có trách nhiệm": what the bodies do besides is no part of their name; nor is the sentence before.
        at = max(at, split_sentences(text)[-1].start)
        does = norm_subject(text, at, charge.start()) if text[: charge.start()].endswith(" và") else None
        if does or BODY_WORD_RE.match(text, at):
            named = text[: at + len(own_name(text[at : charge.start()]))].rstrip(" ,")
            return holders_of(does[0] if does else split_names(named, at), block)
    if block.kind != "heading" or not _may_name(block, text[at:]) or _SAYS_RE.search(text, at):
        return ()
    subject = read_subject(text, at, len(text))
    if starts_predicate(text, at) or (subject and read_duty(text, subject.predicate, len(text)).explicit):
        return ()
    note = _NOTE_RE.search(text, at)
    return holders_of(split_names(text[: note.start()] if note else text, at), block)


def _may_name(block: Block, words: str) -> bool:
    """Whether a heading stands where bodies are charged, and looks like one's name."""
    above = [section.heading for section in block.chain[:-1] if section.heading]
    under = bool(above) and ORGANISATION_RE.search(above[-1]) is not None
    below = under or any(ORGANISATION_RE.search(heading) for heading in above)
    count = len(words.split())
    if BODY_WORD_RE.match(words) or begins_name(words):
        return count <= (_LONGEST_NAME if under else _LONGEST_NESTED) and below
    # "D. PHÂN CÔNG" over "2. Phó Hiệu trưởng (thầy Hiển): ...": whoever stands there is charged.
    charged = bool(above) and _CHARGES_EACH_RE.search(above[-1]) is not None
    return charged and count <= _LONGEST_NESTED and words[:1].isupper() and not _THEME_RE.match(words)


def lead_line_holders(block: Block) -> Holders:
    """The agencies of a line that ends in a colon, or in a mere role, and leaves the tasks to the lines below it."""
    text = block.text.rstrip()
    open_end = block.opens and bool(block.chain[-1].children) and text[-1:].isalnum()
    if not text.endswith(":") and not open_end:
        return ()
    last = split_clauses(text, split_sentences(text)[-1])[-1]
    start = max(last.start, block.body)
    subject = read_subject(text, start, len(text))
    if subject is None and ARTICLE_RE.search(block.path):
        described = norm_subject(text, start, len(text))
        subject = Subject(*described) if described else None
    if subject is None:
        return _named_last(block, text, start) if ARTICLE_RE.search(block.path) else ()
    if _PROMULGATES_RE.match(text, subject.predicate):
        return ()
    duty = read_duty(text, subject.predicate, len(text))
    if duty.role == "lead" and not duty.partners and means_whoever(subject.actors):
        return ()
    if open_end and not (duty.partners and duty.task >= len(text)):
        return ()  # "2. Sở Y tế hướng dẫn quyết toán" is a title
    mine = [Holder(a.name, block.clean(a.start, a.end), duty.role) for a in subject.actors]
    theirs = [Holder(a.name, block.clean(a.start, a.end), "coordinate") for a in duty.partners]
    return tuple(mine + theirs)


def _named_last(block: Block, text: str, start: int) -> Holders:
    """The body that a condition leaves the tasks below to: "Khi hồ sơ đầy đủ, cơ quan cấp giấy phép:"."""
    if not _IF_RE.match(text, start):
        return ()
    for comma in _COMMA_RE.finditer(text, start):
        bodies, reached = read_agencies(text, comma.end())
        name = text[comma.end() :].rstrip(" :")
        known = bodies and not bodies[0].collective
        if not (known or _OFFICE_RE.match(name)) or len(name.split()) > _LONGEST_NAME:
            continue
        alone = (Agency(name, comma.end(), comma.end() + len(name)),)
        return holders_of(bodies if known and reached == comma.end() + len(name) else alone, block)
    return ()


def role_line_holders(block: Block, context: Holders) -> Holders:
    """Those who hold the tasks below a line that says only a role: "a) Chủ trì, phối hợp với các sở, ngành:".

    The line has no task and no subject; who leads is known from the headings above.
    """
    text = block.text.rstrip(" .:;*")
    predicate = find_predicate(text, block.body, len(text))
    if not context or predicate != block.body:
        return ()
    duty = read_duty(text, predicate, len(text))
    alone = duty.role == "lead" and re.fullmatch(
        r"(?i)\W*(?:phối\s+hợp(?:\s+(?:với|cùng))?)?\W*", text[duty.task :]
    )
    if not duty.explicit or duty.role not in {"lead", "coordinate"} or not (alone or duty.task >= len(text)):
        return ()
    joins = bool(alone) and not duty.partners and "phối" in text[duty.task :].lower()
    mine = tuple(
        replace(holder, role=duty.role, joins=joins) for holder in context if holder.role != "coordinate"
    )
    theirs = tuple(Holder(a.name, block.clean(a.start, a.end), "coordinate") for a in duty.partners)
    return mine + theirs


def holders_of(actors: tuple[Agency, ...], block: Block) -> Holders:
    """Agencies of a line as holders, with clean offsets."""
    return tuple(Holder(a.name, block.clean(a.start, a.end)) for a in actors)
