"""A line of the parent becomes a paragraph of the child: clauses kept, narrowed, assigned or dropped.

Every clause ends either in the sources of a paragraph or among the dropped ones, so nothing is lost unseen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.draft.cause import Cause, charged_to, no_text_of_plan
from assistant.draft.child.chapters import as_part_of_plan, names_duties, own_heading
from assistant.draft.child.charge import say_clause
from assistant.draft.child.cooperation import help_with, said_beside
from assistant.draft.child.figures import of_own_level, open_blanks, open_counts
from assistant.draft.child.narrow import Narrowed, narrow_text
from assistant.draft.child.own_share import own_money, own_share
from assistant.draft.child.pieces import (
    Piece,
    in_order,
    join_clauses,
    label_style,
    lowered_first,
    only_announces,
    raised,
    said_once,
    under_one_heading,
)
from assistant.draft.child.references import Called, find_places
from assistant.draft.child.schedule import schedule_rows
from assistant.draft.child.years import own_year, past_periods
from assistant.draft.model import SLOT, Action, Dropped, Source, Task
from assistant.draft.parent.clause import KEPT, Clause, closes
from assistant.draft.parent.elsewhere import lists_places, of_own_place
from assistant.draft.parent.outline import Line, Node
from assistant.draft.parent.own_targets import shares_of_class
from assistant.draft.parent.superior import answers_to_own_head
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.facts.bodies.agencies import find_agencies
from ingest.plan import Plan, Section

__all__ = ["Adapter"]

_SHORT_FOR_RE = re.compile(r"Kế hoạch này")


@dataclass(slots=True)
class Adapter:
    """Works through a parent for one unit, gathering what is dropped, asked for and warned of."""

    plan: Plan
    profile: UnitProfile
    called: Called
    dropped: list[Dropped] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    coordination: list[Piece] = field(default_factory=list)
    related: list[Clause] = field(default_factory=list)
    own: list[Piece] = field(default_factory=list)
    upward: bool = False
    below: bool = False
    """The unit is one of many that the parent's counts are made of."""
    unsure: list[Piece] = field(default_factory=list)
    """What an officer must say is the unit's or not."""
    charged_rows: list[tuple[Piece, Task]] = field(default_factory=list)
    """Rows of annexes that charge the unit by its name, or a class that it is one of: as lines of the body, and as they are."""
    headed: set[str] = field(default_factory=set)
    """Headings of the unit's own tasks that stand in the draft: each is said once."""
    told_rows: set[str] = field(default_factory=set)
    """Rows of tables that stand in the body of the draft."""
    helped_rows: list[tuple[str, Task]] = field(default_factory=list)
    """Rows of annexes where the unit only helps, by who leads."""

    @property
    def parent_short(self) -> str:
        """The parent by kind and number."""
        return self.called.short

    @property
    def theme(self) -> str:
        """What the parent is about."""
        return self.plan.letterhead.title or ""

    def row(self, task: Task, *, named: bool, leads: tuple[str, ...] = (), led: bool = False) -> None:
        """Take over a row of an annex: the unit's own, or of whom it leads, as a task; others' as whom to work with."""
        if leads:
            self.helped_rows.append((", ".join(leads), task))
            return
        noted = [
            f"{label}: {words}"
            for label, words in (("sản phẩm", task.product), ("thời hạn", task.time))
            if words
        ]
        note = f" ({'; '.join(noted)})" if noted else ""
        words = task.content.rstrip(" .;")
        done = "giao bộ phận thực hiện" if named else "nhiệm vụ chung của các cơ quan"
        done = "cấp ủy lãnh đạo thực hiện" if led else done
        said = f"{words}{note}."
        piece = Piece(said, "assigned", task.sources, (), (done,), "dash", origin=task.path, lead=task.lead)
        self.charged_rows.append((piece, task))

    def source(self, start: int, end: int) -> Source:
        """The parent's original words of a clean stretch."""
        span = self.plan.source.span(start, end)
        return Source(span.start, span.end, self.plan.source.quote(span))

    def drop(self, start: int, end: int, cause: Cause, path: str) -> None:
        """Leave a stretch out, with the cause."""
        source = self.source(start, end)
        self.dropped.append(Dropped(source.quote, cause, path, source.start, source.end))

    def narrow(
        self, text: str, *, own: bool = True, whole: bool = False, chain: Sequence[Section] = ()
    ) -> Narrowed:
        """Narrow a text, and keep its warnings; ``own`` False: it tells others' work that the unit helps with.

        ``whole``: the unit is charged by its own name, for all whom the parent speaks to (a government: for its own
        territory). ``chain`` are the parent's sections that hold the text, for what it calls "Điều này".
        """
        head = self.plan.letterhead
        done = narrow_text(
            text, self.profile, head.year, own=own, annual=own_year(head) is not None, whole=whole
        )
        self.warnings += [w for w in done.warnings if w not in self.warnings]
        done = replace(done, text=answers_to_own_head(done.text, self.profile))
        pointed = find_places(done.text, self.called, chain)
        if pointed != done.text:
            done = replace(done, text=pointed, changes=(*done.changes, "ghi rõ mục của kế hoạch cấp trên"))
        return done

    def line(self, line: Line, style: str, heading: str) -> Piece | None:
        """Adapt one line; None where nothing of it stays."""
        path = line.block.path
        if why := no_text_of_plan(line.block.text):
            self.drop(line.block.start, line.block.start + len(line.block.text), why, path)
            return None
        parts: list[tuple[int, str]] = []
        sources: list[Source] = []
        action: Action = "kept"
        lead: str | None = None
        asked: tuple[str, ...] = ()
        lost = False
        for index, clause in enumerate(line.clauses):
            beside = said_beside(clause, line.clauses[index + 1 :])
            if beside:
                parts.append((clause.sentence, beside))
                sources.append(self.source(clause.start, clause.end))
                lost = True
                continue
            if clause.verdict not in KEPT:
                self._set_apart(clause, path)
                lost = True
                continue
            opens = not parts or parts[-1][0] != clause.sentence
            said = say_clause(
                clause,
                self.plan,
                self.profile,
                heading,
                first=not parts,
                opens=opens,
                closes=closes(line.clauses[index:]),
                lead=lead,
            )
            action = said.action if said.action == "assigned" else action
            lead = lead or said.division
            self.upward = self.upward or said.upward
            words, open_slots = (
                own_share(clause, said.text, line, self.profile, self.plan) if self.below else (said.text, ())
            )
            asked += open_slots
            if clause.verdict != "named" and any(shares_of_class(clause.text, self.profile)):
                self._warn_of_share(clause)
            parts.append((clause.sentence, words))
            sources.append(self.source(clause.start, clause.end))
        if not parts:
            return None
        words = of_own_level(join_clauses(parts, line.block.text), self.profile)
        words, blanks = open_blanks(of_own_place(words, self.profile))
        asked += blanks
        whole = {c.verdict for c in line.clauses if c.verdict in KEPT} == {"named"}
        if whole and not kind_of(self.profile).area:
            words = _SHORT_FOR_RE.sub(self.parent_short, words)  # what all others are to carry out, too
        narrowed = self.narrow(words, whole=whole, chain=line.block.chain)
        original = " ".join(line.block.text[line.block.body :].split())
        slots = (*narrowed.slots, *asked)
        if SLOT in narrowed.text and action == "assigned" and not slots:
            slots = ("Bộ phận được giao",)
        if slots:
            action = "slot"
        elif action == "kept" and (lost or narrowed.text != original):
            action = "narrowed"
        changes = narrowed.changes + (("số liệu của cấp trên để đơn vị xác định",) if asked else ())
        changes += ("bỏ phần không thuộc đơn vị",) if lost else ()
        if action == "assigned":
            changes += ("giao bộ phận thực hiện",)
        return Piece(narrowed.text, action, tuple(sources), slots, changes, style, origin=path, lead=lead)

    def _set_apart(self, clause: Clause, path: str) -> None:
        """Put a clause that is no task of the unit alone where it belongs: with whom it works, what is asked, what is left out."""
        if clause.cause is not None:
            if clause.cause.why == "target_of_communes" and "%" in clause.text:
                self._warn_of_share(clause)
            self.drop(clause.start, clause.end, clause.cause, path)
        elif clause.verdict == "unsure":
            self._ask(clause, path)
        else:
            help_with(self, clause, path)

    def _warn_of_share(self, clause: Clause) -> None:
        """Tell a commune that a share of the communes is left out, or kept as said of the whole."""
        if kind_of(self.profile).level == "commune":
            told = " ".join(clause.text.split())
            self.warnings.append(f"{Cause('target_of_communes').said()} (“{told[:120]}”).")

    def outside(self, lines: tuple[Line, ...]) -> None:
        """Take over what articles and annexes charge the unit with by name."""
        for line in lines:
            named = tuple(c for c in line.clauses if c.verdict == "named" and not _only_cells(c))
            piece = self.line(replace(line, clauses=named), "none", "") if named else None
            if piece:
                self.own.append(piece)

    def _ask(self, clause: Clause, path: str) -> None:
        """Leave to the officer whether the unit is meant by a role or a collective without a name."""
        said = " ".join(_SHORT_FOR_RE.sub(self.parent_short, clause.text).split()).strip(" ;.,:/")
        if clause.subject is None and clause.asked not in said:
            said = f"{clause.asked}: {lowered_first(said)}"  # told behind a semicolon, of whom it was told before
        words = self.narrow(said, own=False).text
        self.unsure.append(
            Piece(
                f"{words[:1].upper()}{words[1:]} ({SLOT}).",
                "slot",
                (self.source(clause.start, clause.end),),
                (f"Xác định đơn vị có thuộc “{clause.asked}” không",),
                ("cấp trên không nêu tên đơn vị, cần xác định",),
                "dash",
                origin=path,
            )
        )

    def _own_heading(self, node: Node, above: str) -> str | None:
        """What a heading that names the unit or its class becomes; None where that is said already in other words."""
        if node.holder not in {"unit", "class"}:
            return None
        heading = node.section.heading
        said = own_heading(heading, self.profile, above, shared=node.holder == "class")
        if said in self.headed:
            if names_duties(heading):
                return None
            said = own_heading(heading, self.profile, shared=True)
        self.headed.add(said)
        return said

    def heading(self, node: Node, style: str, own: str | None = None) -> Piece:
        """Adapt a heading; ``own``: what it is called as the head of the unit's own tasks."""
        section = node.section
        start, end = section.heading_range
        sources = (self.source(start, end),) if end > start else ()
        if own:
            return Piece(
                own,
                "narrowed",
                sources,
                (),
                (f"thu hẹp chủ thể: “{section.heading}”",),
                style,
                True,
                "heading",
                origin=section.path,
            )
        words = as_part_of_plan(section.heading)
        words, asked = open_counts(words, every=True) if self.below else (words, ())
        narrowed = self.narrow(words)
        narrowed = replace(narrowed, slots=(*narrowed.slots, *asked))
        for period in past_periods(section.heading, self.plan.letterhead.year or self.profile.year):
            flag = f"Tiêu đề “{' '.join(section.heading.split())}” ghi “{period}”, đã qua: đề nghị kiểm tra."
            self.warnings += [flag] if flag not in self.warnings else []
            narrowed = replace(narrowed, changes=(*narrowed.changes, f"giai đoạn đã qua: “{period}”"))
        same = narrowed.text == " ".join(section.heading.split())
        action: Action = "slot" if narrowed.slots else "kept" if same else "narrowed"
        return Piece(
            narrowed.text,
            action,
            sources,
            narrowed.slots,
            narrowed.changes,
            style,
            True,
            "heading",
            origin=section.path,
        )

    def node(self, node: Node, headings: str = "") -> Piece | None:
        """Adapt a section with all below it; None where nothing of it stays."""
        style = label_style(node.section.label)
        above = f"{headings} ; {node.section.heading}".strip(" ;")
        own = self._own_heading(node, headings)
        lines = [self.line(line, "none", above) for line in node.lines]
        children = [self.node(child, above) for child in node.children]
        self._drop_titles(node, lines, children)
        kept = [piece for piece in lines if piece]
        opens = bool(kept) or (node.heading is not None and node.holder != "other" and not node.others)
        kept += self._schedule(node) if opens else []
        below = under_one_heading(said_once([piece for piece in children if piece]), self.headed)
        if kept and node.children and not below and only_announces(kept[-1].text):
            # What the line announced is others': "Giá trị xuất khẩu đến năm 2030:", "Thủy sản".
            self._drop_opening(node.lines, kept.pop())
        if node.heading is not None:
            if not kept and not below and (kept := own_money(node)) and "." in node.section.path:
                # A point of the part on money: its heading tells the superior's sum.
                self._drop_heading(node)
                return replace(kept[0], style=style, kind="item")
            if not kept and not below:
                self._drop_heading(node)
                return None
            if node.holder == "other":
                # The unit's tasks under another body's name move to the list of its own tasks.
                self.own += [p for piece in (*kept, *below) for p in piece.walk() if not p.heading]
                self._drop_heading(node)
                return None
            head = self.heading(node, style, own)
            if kept and node.lines and lists_places(node.lines[0].block.text, node.lines[0].block.body):
                return self._run_on(head, kept, below)
            return replace(head, children=in_order(kept, below))
        if not kept:
            return raised(below, style)
        kind = "bullet" if style in {"dash", "plus"} else "item"
        return replace(kept[0], style=style, kind=kind, children=(*kept[1:], *below))

    def _run_on(self, head: Piece, lines: list[Piece], below: list[Piece]) -> Piece:
        """A heading whose sentence goes on in its first line ("... thuộc 04 xã:" "Cồn Sậy, Bãi Dừa và Thới Lạch; ...")."""
        first = lines[0]
        slots = (*head.slots, *first.slots)
        return replace(
            first,
            text=of_own_place(f"{head.text}: {first.text}", self.profile),
            action="slot" if slots else "narrowed",
            sources=(*head.sources, *first.sources),
            slots=slots,
            style=head.style,
            kind="bullet" if head.style in {"dash", "plus"} else "item",
            children=(*lines[1:], *below),
        )

    def _schedule(self, node: Node) -> list[Piece]:
        """The rows of a table that tells when and where, beneath the line that announces it."""
        pieces: list[Piece] = []
        for row, told in schedule_rows(self.plan, node.section.path):
            words, asked = open_counts(told, every=True) if self.below else (told, ())
            narrowed = self.narrow(f"{words.rstrip(' .;')}.")
            slots = (*narrowed.slots, *asked)
            source = Source(row.span.start, row.span.end, self.plan.source.quote(row.span))
            action: Action = "slot" if slots else "narrowed"
            pieces.append(
                Piece(
                    narrowed.text,
                    action,
                    (source,),
                    slots,
                    (*narrowed.changes, "hàng của bảng cấp trên"),
                    "dash",
                    origin=row.path,
                )
            )
            self.told_rows.add(row.path)
        return pieces

    def _drop_titles(self, node: Node, lines: list[Piece | None], children: list[Piece | None]) -> None:
        """Drop points that only title lines without a label ("- Thủy sản" above its targets), of which none stays."""
        starts = [*(child.section.range.start for child in node.children), node.section.range.end]
        for place, piece in enumerate(children):
            told = [
                said
                for line, said in zip(node.lines, lines, strict=True)
                if starts[place] < line.block.start < starts[place + 1]
            ]
            if piece and not piece.children and told and not any(told) and only_announces(piece.text):
                self._drop_opening(node.children[place].lines or node.lines, piece)
                children[place] = None

    def _drop_opening(self, lines: tuple[Line, ...], piece: Piece) -> None:
        for source in piece.sources:
            why = Cause("emptied")
            self.dropped.append(Dropped(source.quote, why, lines[-1].block.path, source.start, source.end))

    def _drop_heading(self, node: Node) -> None:
        start, end = node.section.heading_range
        if end > start:
            why = charged_to(node.holder_names) if node.holder == "other" else Cause("emptied")
            self.drop(start, end, why, node.section.path)


def _only_cells(clause: Clause) -> bool:
    """Whether a clause is cells of a row run together: who leads, then whom they work with ("Bộ A Thanh tra Chính phủ, Bộ B ...")."""
    beside = find_agencies(clause.text[clause.predicate :])[:1]
    return bool(beside) and beside[0].start == 0 and clause.text[clause.predicate].isupper()
