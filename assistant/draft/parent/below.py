"""Who leads and helps with a task, told beneath it or after it: "Chủ trì: Bộ Công an; thời gian: quý II", "Sở A chủ trì, Sở B phối hợp.".

In: lines of the parent. Out: the holders of the task above; a line or clause that says only this is no task by itself. What
stays of it in the draft: all where one of the unit's own divisions leads or the unit helps, with whom and when where it leads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from typing import Literal

from assistant.draft.cause import Cause, charged_to
from assistant.draft.parent.binding import is_plural, own_division, reach_of
from assistant.draft.parent.clause import Clause
from assistant.draft.unit.party import led_body
from assistant.draft.unit.profile import UnitProfile
from ingest.facts.bodies.agencies import Agency, find_agencies, read_agencies, split_names
from ingest.facts.bodies.loose import BODY_WORD_RE
from ingest.facts.language.blocks import Block
from ingest.facts.language.sentences import split_sentences
from ingest.facts.language.verbs import starts_predicate
from ingest.facts.tables.labels import Label, find_labels
from ingest.facts.tables.values import read_bodies
from ingest.facts.tasks.held import Holding
from ingest.facts.tasks.holders import Holder
from ingest.facts.tasks.roles import read_subject
from ingest.facts.tasks.trailing import is_bare
from ingest.plan import Range, Role, Section

__all__ = [
    "Shared",
    "beneath",
    "helped_by_us",
    "helps_only",
    "holders_after",
    "holders_below",
    "is_role_line",
    "joins",
    "names_only",
    "of_others",
    "only_leads",
    "only_roles",
    "parted_at",
    "role_clauses",
    "shared_out",
    "with_role_lines",
]

# A sentence, or a bracket at its end, that only shares out the task before it: "Sở Tài chính chủ trì, phối hợp Sở Xây dựng."
_SHARED_RE = re.compile(
    r"\s*(?:do\s+)?(?P<lead>[A-ZĐÂÔƠƯÊ][^.;:]{2,120}?)\s+chủ trì(?:\s*[,;]\s*(?:(?P<help>[^.;:]{2,200}?)\s+(?:cùng\s+)?phối hợp(?!\s+(?:với|cùng))"
    r"|phối hợp(?:\s+(?:với|cùng))?\s+(?P<beside>[^.;:]{2,200}?)(?:\s+(?:tham mưu|thực hiện|triển khai|tổ chức))?))?\s*(?=[.;)]|,\s*(?:hoàn thành|đánh giá|xong|thực hiện)|$)"
)
# "UBND các xã phối hợp thực hiện": a share without a task of its own; "..., phối hợp tổ chức khám": with one.
_HELPS_RE = re.compile(r"(?:cùng |tham gia )?phối hợp,?\s*(?=\W*$|(?!với|cùng|chặt|giữa)\w)")
_NO_TASK_RE = re.compile(
    r"(?i)(?:(?:cùng )?(?:tổ chức )?(?:thực hiện|triển khai|tham gia)(?: thực hiện)?)?\W*$"
)
_JOINS_RE = re.compile(r"(?:cùng |tham gia )?(?:phối hợp(?! chặt chẽ)(?! với| cùng)|tham gia)(?!\w)")
_SHARES_RE = re.compile(r"(?:cùng )?(?:chủ trì|phối hợp|thực hiện)(?: với)?(?!\w)")
_BRACKET_RE = re.compile(r".*\((?=[^()]*\)\W*$)")


def _role_labels(text: str) -> tuple[Label, ...]:
    """Where a line says by a label, or by bodies that close it, who holds its task.

    >>> text = "Rà soát quy chế. Cơ quan chủ trì: Sở A; thời gian: Quý II."
    >>> [text[label.start :] for label in _role_labels(text)]
    ['Cơ quan chủ trì: Sở A; thời gian: Quý II.']
    """
    return tuple(label for label in find_labels(text) if label.kind not in {"time", "product"})


def only_roles(text: str) -> bool:
    """Whether a line or clause only says who leads or helps.

    >>> only_roles("- Đơn vị chủ trì: Bộ Công an."), only_roles("Đơn vị chủ trì: các sở, xong trong tháng 01.")
    (True, False)
    """
    labels = _role_labels(text)
    alone = bool(labels) and not re.search(r"\w", text[: labels[0].start]) and not _adds(text, labels[-1])
    return alone and all(_names_bodies(text, label) for label in labels)


def is_role_line(text: str) -> bool:
    """Whether a line only says who leads and helps, until when and with what result.

    >>> is_role_line("Chủ trì: Sở Xây dựng. Phối hợp: Sở Y tế. Thời gian: quý II."), is_role_line("Chủ trì: Sở A; mở 02 lớp.")
    (True, False)
    """
    return only_roles(text) and _only_labels(text)


def _only_labels(text: str) -> bool:
    """Whether a line is labels with their values and no more ("Thời gian: quý II")."""
    labels = find_labels(text)
    ends = [0, *(label.value.end for label in labels)]
    starts = [*(label.start for label in labels), len(text)]
    between = (text[end:start] for end, start in zip(ends, starts, strict=True))
    return all(_names_bodies(text, label) for label in labels) and not any(
        re.search(r"\w", words) for words in between
    )


def _names_bodies(text: str, label: Label) -> bool:
    """Whether a label's value is bodies and no more; what is told of time and result may be anything but who acts.

    >>> said = ("Phối hợp: Sở Y tế, các xã.", "Phối hợp: mời Sở Y tế dự.", "Phụ trách: Sở Y tế; kinh phí do Sở chi.")
    >>> [_names_bodies(text, find_labels(text)[0]) for text in said]
    [True, False, False]
    """
    parts = re.split(r";\s*", text[slice(*label.value)])
    if label.kind in {"time", "product"}:
        return not any(read_subject(part, 0, len(part)) for part in parts[1:])
    return all(_body_alone(part) for part in parts if part)


def _body_alone(words: str) -> bool:
    """Whether words are bodies with no task behind them; who leads among them may be told."""
    rest = words
    for body in reversed(find_agencies(words)):
        rest = f"{rest[: body.start]} {rest[body.end :]}"
    more = re.search(r"\d", rest) is not None or _acts_on(_SHARES_RE.sub(" ", rest))
    return _opens_with_body(words) and not more


def _opens_with_body(words: str) -> bool:
    """Whether words open with a body, known or by its capital ("các TTYT khu vực", "Chi cục CN&TY")."""
    named = words[0].isupper() or words.startswith("các ") or BODY_WORD_RE.match(words) is not None
    return named or bool(read_agencies(words)[0])


def _adds(text: str, label: Label) -> bool:
    """Whether words go on behind a label's bodies: "Thực hiện: UBND các xã, xong trong tháng 01"."""
    return re.match(r"\s*,\s*\w", text[label.value.end :]) is not None


def only_leads(text: str, task: int, partners: tuple[Agency, ...]) -> bool:
    """Whether a clause says only that someone leads; its own task would begin at ``task``.

    >>> only_leads("Sở Y tế chủ trì.", 16, ()), only_leads("Sở Y tế chủ trì kiểm tra", 16, ())
    (True, False)
    """
    return not partners and "chủ trì" in text[:task] and is_bare(text, task, len(text))


def joins(text: str, predicate: int) -> bool:
    """Whether a clause tells who joins in the task before it ("Công an tỉnh phối hợp", "Sở A phối hợp dịch").

    >>> joins("Công an tỉnh phối hợp.", 13), joins("Sở A phối hợp với Sở B thẩm định", 5)
    (True, False)
    """
    return _JOINS_RE.match(text, predicate) is not None


def helped_by_us(clauses: Sequence[Clause]) -> list[Clause]:
    """Tell what others lead, and the unit's class only helps with, as what the unit works with them on.

    "Sở Công Thương chủ trì kiểm tra chợ; UBND các xã phối hợp thực hiện", "Sở Nội vụ chủ trì; các sở phối hợp, tổ chức kiểm tra".
    """
    found = list(clauses)
    for index, (first, second) in enumerate(pairwise(clauses)):
        helps = _HELPS_RE.match(second.text, second.predicate) if second.verdict == "bound" else None
        others = first.because({"others"}) and first.role == "lead" and first.sentence == second.sentence
        if helps is None or second.subject is None or not others:
            continue
        bare = _NO_TASK_RE.match(second.text, helps.end()) is not None
        if bare and not is_bare(first.text, first.task, len(first.text)):
            found[index] = replace(first, verdict="partner", cause=None)
            found[index + 1] = second.left_out(Cause("told_above"))
        elif not bare and is_bare(first.text, first.task, len(first.text)):
            found[index + 1] = replace(second, verdict="partner", leads=first.leads, task=helps.end())
    return found


def names_only(actors: Iterable[Agency], holders: Iterable[Holder]) -> bool:
    """Whether all who act are among some holders."""
    return {actor.name for actor in actors} <= {holder.name for holder in holders}


def parted_at(parts: list[Range], places: Iterable[int]) -> list[Range]:
    """Clauses, cut where words begin that only say who does them.

    >>> [tuple(part) for part in parted_at([Range(0, 9), Range(9, 20)], [15])]
    [(0, 9), (9, 15), (15, 20)]
    """
    told = tuple(places)
    cut = ([part.start, *(at for at in told if part.start < at < part.end), part.end] for part in parts)
    return [Range(start, end) for edges in cut for start, end in pairwise(edges)]


@dataclass(frozen=True, slots=True)
class Shared:
    """Who holds a line's task, as words behind it say: by labels (``told``), or in a sentence (``after``)."""

    told: tuple[Holder, ...] = ()
    after: tuple[Holder, ...] = ()
    left: tuple[int, ...] = ()
    """Where labels begin that are left out."""
    kept: tuple[int, ...] = ()
    """Where labels begin that stay."""
    times: tuple[int, ...] = ()
    """Where labels begin that tell when, or with what result."""


def _stays(holders: Iterable[Holder], profile: UnitProfile) -> Literal["all", "beside", "none"]:
    """What stays of the words that share a task out: all where an own division has it, with whom where the unit leads."""
    held = tuple(holders)
    if any(own_division(holder.name, profile) for holder in held):
        return "all"
    return "beside" if _reached(leads_among(held), profile) else "none"


def leads_among(holders: Iterable[Holder]) -> tuple[Holder, ...]:
    """Those of some holders who do not only help."""
    return tuple(holder for holder in holders if holder.role != "coordinate")


def _reached(holders: Iterable[Holder], profile: UnitProfile) -> bool:
    return any(reach_of(one.name, profile, collective=is_plural(one.name)) for one in holders)


def shared_out(text: str, profile: UnitProfile) -> Shared:
    """Who holds a line's task, as words behind it say, and what stays of them.

    Nobody where one of the unit's own divisions is named, and where a sentence says that the unit leads: with whom is
    said where it stands.

    >>> unit = UnitProfile("UBND xã A", "commune")
    >>> [one.name for one in shared_out("Duy trì 03 đội cơ động (Trung tâm Kiểm soát bệnh tật tỉnh).", unit).told]
    ['Trung tâm Kiểm soát bệnh tật tỉnh']
    """
    after, told = holders_after(text), holders_below([text])
    labels = [label for label in _role_labels(text) if not _adds(text, label) and _names_bodies(text, label)]
    times = tuple(label.start for label in find_labels(text) if label.kind in {"time", "product"})
    stays = _stays((*told, *after), profile)
    if stays == "all":
        worded = (label for label in labels if text[: label.value.start].rstrip().endswith(":"))
        return Shared(kept=tuple(label.start for label in worded), times=times)
    if stays == "beside" and not told:
        after = ()
    kept = [label.start for label in labels if stays == "beside" and label.kind == "coordinate"]
    if any(led_body(holder.name, profile.name) for holder in told):
        # "Thực hiện: UBND các xã, xong trong tháng 01": whom a committee leads is said with the task.
        kept += [label.start for label in _role_labels(text) if label not in labels]
    # "Mở lớp (chủ trì: Sở A; thời gian: quý II)": the bracket goes with the label that opens it.
    left = tuple(
        label.start - text[: label.start].endswith("(") for label in labels if label.start not in kept
    )
    return Shared(told, () if told else after, left, tuple(kept), times)


def with_role_lines(holdings: Iterable[Holding]) -> list[Holding]:
    """Let lines that only say who leads and helps, and when, be the end of the task that stands right above them.

    A heading above nothing but such lines is a task, too.
    """
    lines = list(holdings)
    found: list[Holding] = []
    while lines:
        first = lines.pop(0)
        count = _told_behind(first.block, [holding.block for holding in lines])
        for _ in range(count):
            block, last = lines.pop(0).block, first.block
            gap = " " * (block.start - last.start - len(last.text) + block.body)
            gap = gap if last.text.rstrip()[-1:] in ".;" else f".{gap[1:]}"
            text = f"{last.text}{gap}{block.text[block.body :]}"
            first = replace(first, block=replace(last, text=text, kind="text"))
        found.append(first)
    return found


def _told_behind(block: Block, following: Sequence[Block]) -> int:
    """How many of the lines behind a line only share out the task that it tells."""
    depth = len(block.chain)
    if not depth or block.kind not in {"text", "heading"} or block.text.rstrip().endswith(":"):
        return 0
    under = takewhile(lambda one: one.kind == "text" and one.chain[:depth] == block.chain, following)
    words = [one.text[one.body :] for one in under]
    if block.opens and words and all(map(_only_labels, words)) and any(map(is_role_line, words)):
        return len(words)
    beside = (
        bool(following) and following[0].chain == block.chain and block.kind == following[0].kind == "text"
    )
    return int(beside and is_role_line(words[0]) and not _only_labels(block.text[block.body :]))


def beneath(section: Section, mine: Mapping[tuple[int, int], Sequence[Holding]]) -> tuple[Holder, ...]:
    """Who holds a task, as a bracket of its heading or lines beneath it say ("- Đơn vị chủ trì: Bộ Công an."); nobody where several tasks have such lines."""
    own = [h.block for h in mine.get((section.range.start, section.level), ()) if not h.block.opens]
    points = (mine.get((child.range.start, child.level), ()) for child in section.children)
    blocks = [*own, *(holding.block for held in points for holding in held if holding.block.opens)]
    told = [words for block in blocks if only_roles(words := block.text[block.body :])]
    several = sum(bool(leads_among(holders_below([words]))) for words in told) > 1
    headed = _headed(section.heading) if section.kind == "heading" else ()
    return headed or (() if several else holders_below(told))


def _headed(heading: str) -> tuple[Holder, ...]:
    """Who holds a task, as a bracket of its heading says ("Kiểm đếm tàu cá (chủ trì: Sở Xây dựng)").

    >>> [_headed(f"Kiểm đếm tàu cá{told}") != () for told in (" (chủ trì: Sở Xây dựng)", " (Sở Xây dựng chủ trì)", "")]
    [True, True, False]
    """
    bracket = _BRACKET_RE.match(heading)
    return holders_after(heading) or (holders_below([heading[bracket.end() :]]) if bracket else ())


def of_others(holders: tuple[Holder, ...], profile: UnitProfile) -> Cause | None:
    """Why a task is others' whose leads and helpers, told beneath it, are all others."""
    ours = _reached(holders, profile) or any(own_division(one.name, profile) for one in holders)
    return charged_to([one.name for one in leads_among(holders) or holders]) if holders and not ours else None


def helps_only(holders: tuple[Holder, ...], profile: UnitProfile) -> bool:
    """Whether the unit is among those who help with a task, and nobody of its own leads."""
    return _stays(holders, profile) == "none" and _reached(holders, profile)


def role_clauses(
    block: Block, holders: tuple[Holder, ...], profile: UnitProfile, lost: Cause | None
) -> tuple[Clause, ...]:
    """The clauses of a line that only shares out the task above it among some holders."""
    labels = find_labels(block.text, block.body)
    stays = _stays(holders, profile)
    stays = "all" if helps_only(holders, profile) else stays
    found: list[Clause] = []
    for label, end in zip(labels, [*(one.start for one in labels[1:]), len(block.text)], strict=True):
        keep = stays == "all" or (stays == "beside" and label.kind in {"coordinate", "time", "product"})
        why = lost or (None if keep else Cause("told_above"))
        words = block.text[label.start : end]
        found.append(Clause(*block.clean(label.start, end), words, "dropped" if why else "general", why))
    return tuple(found)


def _acts_on(names: str) -> bool:
    """Whether a list of bodies runs on into a task ("Sở Tài chính tổ chức hội nghị")."""
    words = re.finditer(r"(?<=\s)\S", names)
    return any(word[0].islower() and starts_predicate(names, word.start()) for word in words)


def holders_after(text: str) -> tuple[Holder, ...]:
    """Who leads and helps with a task, as a sentence after it or a bracket shares it out; nobody where none does.

    >>> [(h.name, h.role) for h in holders_after("Phun thuốc tại chợ. Sở Y tế chủ trì, trạm y tế phối hợp.")]
    [('Sở Y tế', 'lead'), ('trạm y tế', 'coordinate')]
    >>> [h.name for h in holders_after("Kiện toàn Ban Chỉ đạo (Sở Y tế chủ trì, phối hợp với Sở Nội vụ tham mưu).")]
    ['Sở Y tế', 'Sở Nội vụ']
    >>> holders_after("Sở Y tế chủ trì, phối hợp với Sở Nội vụ rà soát biên chế.")
    ()
    """
    found: list[Holder] = []
    for index, sentence in enumerate(split_sentences(text)):
        bracket = _BRACKET_RE.match(text, sentence.start, sentence.end)
        at = bracket.end() if bracket else sentence.start
        shared = _SHARED_RE.match(text, at, sentence.end) if index or bracket else None
        leads = split_names(shared["lead"]) if shared else ()
        if shared is None or not leads or _acts_on(shared["beside"] or ""):
            continue
        helpers = split_names(shared["help"] or shared["beside"] or "")
        found += [Holder(agency.name, Range(0, 0), "lead") for agency in leads]
        found += [Holder(agency.name, Range(0, 0), "coordinate") for agency in helpers]
        break
    return tuple(found)


def holders_below(lines: Iterable[str]) -> tuple[Holder, ...]:
    """Who holds the task that stands above lines like these; the leads first.

    >>> [(h.name, h.role) for h in holders_below(["- Cơ quan phối hợp: Bộ Tài chính.", "- Cơ quan chủ trì: Bộ Y tế; Bộ Nội vụ."])]
    [('Bộ Y tế', 'lead'), ('Bộ Nội vụ', 'lead'), ('Bộ Tài chính', 'coordinate')]
    """
    found: list[Holder] = []
    for line in lines:
        for label in _role_labels(line):
            if not _opens_with_body(line[slice(*label.value)]):
                continue  # "Phối hợp: mời Hội Nông dân xã dự": what to do
            role: Role = "coordinate" if label.kind == "coordinate" else "lead"
            held = read_bodies(line, *label.value, role)
            found += [Holder(agency.name, Range(0, 0), told) for agency, told in held]
    return tuple(sorted(found, key=lambda holder: holder.role == "coordinate"))
