"""Role labels written as lines: "Cơ quan chủ trì: Sở X; phối hợp: Sở Y; thời gian: quý II; sản phẩm: ...".

Plans that have no table often give each task its leader, partners, time and product as labelled lines or
clauses under it. The labels tell of the task above them: the words before the label on the same line, or the
line that opens the bullet, item or heading which holds the labels. What has no certain value says nothing.
Bodies that close a task with no word of what they do ("... tại 18 bể (Phòng Kinh tế).", "... - Trạm Y tế xã; ...", "... Giao
Sở Y tế.") are those who do it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Literal

from ingest.facts.bodies.agencies import Agency, find_agencies, read_agencies, split_names
from ingest.facts.due.deadlines import FoundDeadline
from ingest.facts.language.blocks import Block
from ingest.facts.language.sentences import split_clauses, split_sentences
from ingest.facts.language.verbs import starts_predicate
from ingest.facts.tables.values import read_bodies
from ingest.facts.tasks.held import FoundAssignment
from ingest.facts.tasks.trailing import is_bare
from ingest.facts.times.dates import normalise_time
from ingest.facts.times.limits import find_times
from ingest.plan import Range, Role
from ingest.spelling import spaced, spaced_re

__all__ = ["Label", "find_labels", "read_labelled"]

LabelKind = Literal["lead", "both", "coordinate", "responsible", "time", "product"]
_BODY = spaced(
    r"(?:(?:các )?(?:cơ quan|đơn vị|cá nhân|bộ phận|người|sở|ngành|tổ chức|phòng|ban)(?:\s*,\s*(?:cơ quan|đơn vị|cá nhân|bộ phận|địa phương|ngành|ban))* )"
)
_DOES = spaced(r"(?: (?:thực hiện|triển khai(?: thực hiện)?|tham mưu|xây dựng|soạn thảo|tổ chức|chính))?")
_SHAPES: tuple[tuple[LabelKind, str], ...] = (
    ("both", rf"{_BODY}?chủ\s+trì{_DOES}\s*(?:,|và|/)\s*(?:{_BODY})?phối\s+hợp{_DOES}"),
    ("lead", spaced(rf"(?:{_BODY}?chủ trì{_DOES}|{_BODY}(?:đầu mối|thường trực|chủ quản|soạn thảo|chuẩn bị))")),
    ("coordinate", rf"{_BODY}?phối\s+hợp{_DOES}"),
    (
        "responsible",
        spaced(rf"(?:{_BODY}(?:thực hiện|(?:chịu )?trách nhiệm(?: thực hiện)?|phụ trách|tham mưu|tổ chức(?: thực hiện)?|được (?:giao|phân công))|phân công(?: (?:thực hiện|nhiệm vụ|trách nhiệm))?|trách nhiệm thực hiện|thực hiện|phụ trách)"),
    ),
    (
        "time",
        spaced(r"(?:thời (?:gian|hạn|điểm)(?: (?:thực hiện|triển khai(?: thực hiện)?|hoàn thành|tổ chức|báo cáo|gửi báo cáo|ban hành|trình))?|tiến độ(?: (?:thực hiện|hoàn thành))?|lộ trình(?: thực hiện)?|hoàn thành)"),
    ),
    ("product", spaced(r"(?:sản phẩm(?: (?:đầu ra|hoàn thành|dự kiến|cụ thể))?|(?:kết quả )?đầu ra|kết quả(?: (?:dự kiến|hoàn thành))?(?:\s*[,/]\s*sản phẩm)?)"),),
)  # fmt: skip
_LABEL_RE = re.compile(
    "|".join(rf"(?P<{kind}>(?i:(?<!\w){shape})(?:\s*\([^)]{{0,40}}\))?\s*:\s*)" for kind, shape in _SHAPES)
)
# "Thời gian thực hiện theo văn bản chỉ đạo của tỉnh": a sentence of its own needs no colon.
_OPEN_TIME_RE = spaced_re(
    r"(?i)(?:thời (?:gian|hạn)(?: (?:thực hiện|triển khai|hoàn thành|tổ chức|báo cáo))?|tiến độ(?: thực hiện)?|hoàn thành) (?=(?:theo|tùy theo|căn cứ) (?!Luật|Nghị định|Thông tư))"
)
_BEFORE_RE = re.compile(r"(?:^|[.;,(\u2028–:-])\s*$")
# "Thực hiện: UBND các xã, xong trong tháng 01": the time behind the bodies is none of them.
_UNTIL_RE = spaced_re(r"(?i)\s*[,;]\s*(?=(?:xong|hoàn thành|trước|chậm nhất|trong (?:tháng|quý|năm))\s)")
_SILENT_RE = spaced_re(r"(?: \((?P<bracket>)| [-–] |(?<!\S)Giao (?:cho )?)(?=[A-ZĐÂÔƠƯÊ])")
# Behind these the body says whose the thing before it is: "theo hướng dẫn (Sở Y tế)", "phần mềm (Tập đoàn ...)".
_WHOSE_RE = spaced_re(
    r"(?i)(?<!\w)(?:theo|của|phần mềm|(?<!tổ\schức\s)hội thảo|(?<!tổ\schức\s)(?<!thành\slập\s)đoàn(?! (?:viên|kết|thể)))(?: [^\s,;:]+){0,6}$|/(?-i:[A-ZĐ])\S*$"
)
# Who stands above the province is told nothing by a plan without a word of what it does.
_ABOVE_RE = spaced_re(r"(?:Thủ tướng|Chính phủ|Bộ(?! (?:chỉ huy|Chỉ huy)))(?!\w)")
_BRACKET_ENDS_RE, _ENDS_RE = re.compile(r"\)\s*[.;]?\s*$"), re.compile(r"\s*(?:[.;]|$)")
_BARE_LABEL_RE = re.compile(r"(?i)(?:thực\s+hiện|phụ\s+trách)\s*:")
_EDGE = " \t\u2028.;,(–-"
_ROLES: dict[str, Role] = {"lead": "lead", "coordinate": "coordinate", "responsible": "responsible"}
_LONGEST_BODY = 110


@dataclass(frozen=True, slots=True)
class Label:
    """One label of a line: what it tells, where it begins, where its value stands (offsets in the line)."""

    kind: LabelKind
    start: int
    value: Range


@dataclass(slots=True)
class _Group:
    """The labels of one task, gathered over its lines."""

    topic: str
    labels: list[tuple[Block, Label]] = field(default_factory=list)


def _matches(text: str, sentence: Range) -> list[tuple[LabelKind, int, int]]:
    found: list[tuple[LabelKind, int, int]] = []
    for clause in split_clauses(text, sentence):
        open_time = _OPEN_TIME_RE.match(text, clause.start, clause.end)
        if open_time:
            return [("time", open_time.start(), open_time.end())]
    for match in _LABEL_RE.finditer(text, sentence.start, sentence.end):
        if match.start() == sentence.start or _BEFORE_RE.search(text[sentence.start : match.start()]):
            found.append((match.lastgroup, match.start(), match.end()))  # type: ignore[arg-type]
    return found


def _silent(text: str, sentence: Range, begin: int) -> Label | None:
    """The bodies that close a sentence, or a clause of it behind a dash, behind a task that begins at ``begin``."""
    if not starts_predicate(text, begin):
        return None
    for mark in _SILENT_RE.finditer(text, sentence.start, sentence.end):
        if _ABOVE_RE.match(text, mark.end()) or _WHOSE_RE.search(text[begin : mark.start()]):
            continue
        stop = text.find(";", mark.end(), sentence.end)
        bodies, end = read_agencies(text[: stop if stop > 0 else sentence.end], mark.end())
        closed = _BRACKET_ENDS_RE if mark["bracket"] is not None else _ENDS_RE
        if bodies and closed.match(text, end, sentence.end) and not _names_on(text, begin, mark):
            return Label("responsible", mark.start(), Range(mark.end(), end))
    return None


def _names_on(text: str, begin: int, mark: re.Match[str]) -> bool:
    """Whether a mark stands in a name or says of the one before it whose it is: "Phòng Giáo dục (Sở Giáo dục)"."""
    before = find_agencies(text[begin : mark.end() + 1])
    return any(begin + one.end >= mark.start() for one in before if begin + one.start < mark.start())


def find_labels(text: str, start: int = 0) -> tuple[Label, ...]:
    """Find the labels of a line and their values.

    >>> text = "Chủ trì: Sở Y tế; phối hợp: Công an tỉnh; thời gian: Quý II/2026."
    >>> [(label.kind, text[slice(*label.value)]) for label in find_labels(text)]
    [('lead', 'Sở Y tế'), ('coordinate', 'Công an tỉnh'), ('time', 'Quý II/2026')]
    """
    found: list[Label] = []
    for sentence in split_sentences(text):
        begin = max(sentence.start, start)
        marks = _matches(text, Range(begin, sentence.end)) if begin < sentence.end else []
        for index, (kind, at, value) in enumerate(marks):
            end = marks[index + 1][1] if index + 1 < len(marks) else sentence.end
            words = text[value:end]
            if words.count(")") > words.count("("):
                words = words[: words.rindex(")")]
            words = words.rstrip(_EDGE)
            if kind not in {"time", "product"} and (until := _UNTIL_RE.search(words)):
                words = words[: until.start()]
            if _speaks(kind, words, text[at:value]):
                found.append(Label(kind, at, Range(value, value + len(words))))
        silent = None if marks else _silent(text, Range(begin, sentence.end), start)
        found += [silent] if silent else []
    return tuple(found) if any(label.kind != "product" for label in found) else ()


def _speaks(kind: LabelKind, words: str, label: str) -> bool:
    """Whether a value fits its label: a body is no sentence, a time is short."""
    if not re.search(r"[^\W_]", words):
        return False
    if kind == "time":
        # Several reports with a time each are deadlines of their own, no value of one label.
        several = words.count("báo cáo") > 1 and len(find_times(words)) > 1
        return len(words.split()) <= 30 and not several
    if kind == "product":
        return len(words.split()) <= 60
    if _BARE_LABEL_RE.match(label) and not read_agencies(words)[0]:
        return False
    return not _acts(words) and (kind != "responsible" or len(words.split()) <= 60)


def _acts(words: str) -> bool:
    """Whether a value begins with a verb: "Thống kê tỉnh" is a body."""
    return starts_predicate(words) and not read_agencies(words)[0]


def _opening(block: Block) -> str:
    """The words of the line that opens a task, without its label and final mark."""
    text = block.text[block.body :]
    sentences = split_sentences(text)
    words = text[sentences[0].start : sentences[0].end] if sentences else text
    return re.sub(r"\s+", " ", words).strip(" .;:,")


@dataclass(slots=True)
class _Gatherer:
    """Walks the lines and gathers the labels of each task."""

    lines: dict[int, Block]
    """Section start -> the line that opens it."""
    repeated: Counter[int]
    """Scope -> how many of its lines name a leader; several mean a list of tasks."""
    last: dict[int, Block] = field(default_factory=dict)
    """Scope -> the last line in it that opens a task of its own."""
    groups: dict[int, _Group] = field(default_factory=dict)

    def topic(self, block: Block) -> Block | None:
        """The line whose task a label line tells of."""
        scope = _scope(block)
        above = self.lines.get(scope)
        before = self.last.get(scope)
        numbered = block.opens and block.chain[-1].kind != "bullet"
        several = self.repeated[scope] > 1 or (not numbered and (above is None or above.chain[-1].level <= 1))
        return before if before is not None and several else above or before

    def add(self, owner: Block, topic: str, block: Block, labels: tuple[Label, ...]) -> None:
        group = self.groups.setdefault(owner.start, _Group(topic))
        group.labels += [(block, label) for label in labels]


def _scope(block: Block) -> int:
    chain = block.chain[:-1] if block.opens else block.chain
    return chain[-1].range.start if chain else -1


def _label_line(block: Block, labels: tuple[Label, ...]) -> bool:
    return bool(labels) and not block.text[block.body : labels[0].start].strip(_EDGE)


def _without(block: Block, labels: tuple[Label, ...]) -> Block | None:
    """The line as the other readers see it: its labels are blanked, a line of labels only is gone."""
    start, end = labels[0].start, max(label.value.end for label in labels)
    rest = block.text[end:].strip(_EDGE + ")/")
    if _label_line(block, labels) and not rest:
        return None
    kept = block.text[:start].rstrip(_EDGE)
    return replace(block, text=kept + " " * (end - len(kept)) + block.text[end:] if rest else kept)


def read_labelled(
    blocks: tuple[Block, ...], year: int | None
) -> tuple[tuple[Block, ...], tuple[FoundAssignment, ...], tuple[FoundDeadline, ...]]:
    """Read all labelled lines: (the lines without them, assignments, deadlines)."""
    readable = [b for b in blocks if b.kind in {"text", "heading"}]
    found = {block.start: find_labels(block.text, block.body) for block in readable}
    gatherer = _Gatherer({}, Counter())
    for block in readable:
        if block.opens:
            gatherer.lines[block.start] = block
        if any(label.kind in {"lead", "both", "responsible"} for label in found[block.start]):
            gatherer.repeated[_scope(block)] += _label_line(block, found[block.start])
    rest: list[Block] = []
    for block in blocks:
        labels = found.get(block.start, ())
        if not labels:
            if block.opens:
                gatherer.last[_scope(block)] = block
            rest.append(block)
            continue
        kept = _gather(gatherer, block, labels)
        if kept is not None:
            rest.append(kept)
    assignments: list[FoundAssignment] = []
    deadlines: list[FoundDeadline] = []
    for group in gatherer.groups.values():
        said, due = _facts(group, year)
        assignments += said
        deadlines += due
    return tuple(rest), tuple(assignments), tuple(deadlines)


def _gather(gatherer: _Gatherer, block: Block, labels: tuple[Label, ...]) -> Block | None:
    if _label_line(block, labels):
        owner = gatherer.topic(block)
        if owner is None:
            return block
        gatherer.add(owner, _opening(owner), block, labels)
    else:
        words = block.text[block.body : labels[0].start]
        sentences = split_sentences(words)
        # "Thành lập tổ công tác. Hoàn thành trước ngày 15/4. Thực hiện: ...": the time is no task.
        tasks = [one for one in sentences if not is_bare(words, one.start, one.end)]
        sentence = (tasks or sentences)[-1]
        topic = re.sub(r"\s+", " ", words[sentence.start : sentence.end]).strip(_EDGE + ":")
        gatherer.add(block, topic, block, labels)
        if block.opens:
            gatherer.last[_scope(block)] = block
    return _without(block, labels)


def _value(found: tuple[Block, Label]) -> str:
    block, label = found
    return re.sub(r"\s+", " ", block.text[label.value.start : label.value.end]).strip()


def _bodies(block: Block, label: Label) -> list[tuple[str, Role, Range]]:
    """Who stands in a label's value; a value that is no list of bodies gives none."""
    if label.kind == "both":
        names = split_names(block.text[: label.value.end], label.value.start)
        bodies: list[tuple[Agency, Role]] = [
            (one, "coordinate" if index else "lead") for index, one in enumerate(names)
        ]
    else:
        bodies = read_bodies(block.text, label.value.start, label.value.end, _ROLES[label.kind])
    if any(len(a.name) > _LONGEST_BODY or _acts(a.name) for a, _ in bodies):
        return []
    return [(a.name, role, block.clean(a.start, a.end)) for a, role in bodies]


def _facts(group: _Group, year: int | None) -> tuple[list[FoundAssignment], list[FoundDeadline]]:
    """The assignments and deadlines of one task."""
    times = [found for found in group.labels if found[1].kind == "time"]
    products = [found for found in group.labels if found[1].kind == "product"]
    time = _value(times[0]) if times else None
    product = "; ".join(_value(found) for found in products) or None
    assignments: list[FoundAssignment] = []
    for block, label in group.labels:
        if label.kind in {"time", "product"}:
            continue
        where = block.clean(label.start, label.value.end)
        assignments += [
            FoundAssignment(name, role, group.topic, block.path, where, place, time, product)
            for name, role, place in _bodies(block, label)
        ]
    owners = dict.fromkeys(a.actor for a in assignments if a.actor and a.role != "coordinate")
    deadlines = [
        FoundDeadline(
            group.topic,
            _value(found),
            normalise_time(_value(found), year),
            found[0].path,
            found[0].clean(found[1].start, found[1].value.end),
            "; ".join(owners) or None,
        )
        for found in times
    ]
    return assignments, deadlines
