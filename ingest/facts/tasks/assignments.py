"""Who does what: assignments from lines of text, with the actor of a heading carried to the tasks below it.

The rules are those of the official style: "X chủ trì, phối hợp với Y làm T"; "Giao X ..."; a bare actor as
heading with tasks under it. A task whose actor is not said has none; a paragraph never lends its actor to
the next one, only a numbered item does to its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.facts.bodies.agencies import Agency, find_agencies, read_agencies
from ingest.facts.bodies.described import charged_behind
from ingest.facts.bodies.doers import read_doer
from ingest.facts.bodies.loose import common_subject, means_whoever
from ingest.facts.bodies.norms import enjoys, gives_right, is_description, norm_subject
from ingest.facts.language.blocks import Block
from ingest.facts.language.permits import allows, amends, describes_only, empowers, sets_condition, takes_step
from ingest.facts.language.sentences import split_clauses, split_sentences
from ingest.facts.language.verbs import PREDICATE_RE, opens_task
from ingest.facts.tasks.cases import tells_case
from ingest.facts.tasks.clauses import merge_clauses, task_words
from ingest.facts.tasks.headings import CRITERIA_RE, ORGANISATION_RE, sets_tasks, states_norms
from ingest.facts.tasks.held import FoundAssignment
from ingest.facts.tasks.holders import Holders, holders_of
from ingest.facts.tasks.partners import shared_task
from ingest.facts.tasks.passives import means_this, read_passive
from ingest.facts.tasks.roles import Duty, Subject, find_predicate, read_duty, read_subject
from ingest.facts.tasks.shares import read_sharers
from ingest.facts.tasks.trailing import is_bare, partners_at_end
from ingest.facts.tasks.turns import find_turn, told_to_lead
from ingest.plan import Range, Role
from ingest.spelling import spaced_re

__all__ = ["read_assignments"]


_MONEY_RE = re.compile(r"(?i)kinh\s+phí")
_MONEY_VERB_RE = spaced_re(
    r"(?i)(?:chủ động |có trách nhiệm |tự )?(?:lập|quyết toán|thanh toán|cân đối|bố trí|thẩm định|phân bổ|tổng hợp|hướng dẫn|quản lý|theo dõi|kiểm tra|công khai|trình|báo cáo|tham mưu|giải ngân|đối chiếu|huy động|vận động|gửi|xây dựng|lồng ghép|sử dụng|giám sát)(?!\w)"
)
_CLOSING_WORDS_RE = spaced_re(
    r"(?i)trên đây là|yêu cầu\s*:?$|trong quá trình\s[^.;]{0,120}?(?:vướng mắc|khó khăn|phát sinh)[^.;]{0,60}?(?:, đề nghị (?:kịp thời )?|(?<!,)\sđề nghị [^.;]{0,80}?)phản ánh"
)
# "Tổ chức khai thác vi phạm ... thì bị xử lý": whom a rule speaks of, no task.
_RULE_RE = spaced_re(
    r"(?i)(?<!\w)(?:thì (?:bị|phải|sẽ|được)|vi phạm[^,;]{0,80}\s(?:bị|thì)|bị xử (?:lý|phạt))(?!\w)"
)
# "thì người sử dụng lao động không phải thực hiện ...": nobody has to.
_FREED_RE = spaced_re(r"(?<!\w)không (?:phải|bắt buộc|cần) (?!là\s|do\s)")
_PAST_RE = re.compile(r"(?:đã|đang)\s")
_FEWEST_WORDS, _LONGEST_BEFORE = 2, 20
"""Words of a task, and of what may be said of a thing before a comma and who acts."""
_THEN_RE = re.compile(r"(?:Trường hợp|Khi|Nếu|Đối với)\s[^;.:]{4,300}?\sthì\s+(?=\w)")
# "Trường hợp văn bản được thay thế thì thực hiện theo văn bản mới": what holds in a case, and nobody's task.
_CASE_RE = re.compile(
    r"(?:Trường hợp|Khi|Nếu|Đối với)\s[^;.:]{4,500}?(?:\sthì|,)\s+(?:thì\s+)?(?:được|bị|việc|thực hiện theo|áp dụng(?: theo)?)\s"
)
# "Trường hợp nhà thầu, nhà đầu tư nộp phí nhiều năm | thì ...": who only stands in the condition is charged with nothing.
_SUPPOSED_RE = re.compile(
    r"(?:Trường hợp|Nếu|Khi|Hết|Quá)\s(?:(?!,?\s(?:nếu|trường hợp|khi)\s)[^;.:]){4,500}?\sthì\s"
)
# "Chúng tôi hoàn toàn chịu trách nhiệm ...", "Hộ kinh doanh vi phạm ...": a pledge, and whoever breaks a rule, are charged with
# nothing; "Phòng Quản lý vi phạm hành chính" is a body.
_PLEDGE_RE = spaced_re(r"(?i)(?<!\w)(?:chúng tôi|tôi)(?!\w)")
_NOBODY_RE = spaced_re(
    r"(?i)(?<!\w)(?:chúng tôi|tôi|có hành vi|(?:người|cá nhân|tổ chức|cơ sở|hộ|đơn vị|bên|chủ|doanh nghiệp|đối tượng)\s(?:[^,;]{0,30}\s)?(?<!xử\slý\s)(?<!chống\s)(?<!hiện\s)vi phạm)(?!\w)"
)
_PARTY_RE = spaced_re(r"(?i)(?<!\w)(?:(?:đảng|tỉnh|thành|huyện|cấp|chi) (?:ủy|uỷ)|(?:chi|đảng) bộ)(?!\w)")
_COLON_RE = spaced_re(r"(?<=[\w)])(?:: | [-–] )(?=\w)")
_CHARGED_RE = spaced_re(r"(?i)(?:có|chịu) (?:trách nhiệm|nghĩa vụ)(?!\w)")


@dataclass(slots=True)
class _Reader:
    """Reads one block clause by clause; ``holders`` are those that hold the task at this place."""

    block: Block
    holders: Holders
    own: bool
    """The section is one of tasks, so a plain statement with a subject is an assignment."""
    organises: bool
    topic: str
    """The task said last, of which a clause without a task of its own tells ("Phòng Kinh tế chủ trì")."""
    found: list[FoundAssignment]
    lists: bool = False
    """What is read stands behind a heading that names who does it."""
    norms: bool = False
    """The line stands in an article, where whoever fits a description is charged."""
    closed: bool = False
    """The line stands in a list of things, cases or rights: whoever is described there has no duty."""
    lent: Holders | None = None
    """Who held before a subject that holds for one sentence."""

    def clause(self, clause: Range, sentence: Range) -> None:
        """Read one clause."""
        text = self.block.text
        colon = self._told_of(clause)
        if colon:
            self.topic = task_words(text, clause.start, colon.start)
            self.clause(Range(colon.end, clause.end), sentence)
            return
        partners, cut = partners_at_end(text, clause.start, clause.end)
        body = Range(clause.start, cut)
        subject = self._subject(body)
        predicate = subject.predicate if subject else self._predicate(body)
        if predicate is None:
            said = self._passive(body, sentence, partners)
            if (
                not said
                and not self._later_subject(body, sentence)
                and not is_bare(text, body.start, body.end)
            ):
                self.topic = task_words(text, body.start, body.end)
            return
        turn = (
            find_turn(text, predicate, body.end, told_before=bool(self.topic))
            if subject and self.own
            else None
        )
        if turn:
            self.clause(Range(clause.start, turn[0]), sentence)
            self.clause(Range(turn[1], clause.end), sentence)
            return
        duty = read_duty(text, predicate, body.end)
        if duty.role == "coordinate" and not self.topic and is_bare(text, duty.task, body.end):
            duty = replace(duty, task=predicate)  # "Sở Y tế phối hợp với Công an tỉnh.": to do so is the task
        sharers = read_sharers(text, predicate, body.end) if subject else ()
        duty = replace(duty, partners=duty.partners + partners, equals=duty.equals + sharers)
        if subject and duty.role == "lead" and not duty.partners and means_whoever(subject.actors):
            return
        if subject and self._asks_nobody(subject, duty, body):
            self.topic = task_words(text, duty.task, body.end)
            return
        joined = bool(subject and self.holders and self.holders[0].joins)
        if subject and joined:
            duty = replace(duty, role="responsible", partners=(*subject.actors, *duty.partners))
        elif subject:
            self._hold(subject)
        elif not duty.explicit:
            duty = replace(duty, task=body.start)
        if subject and duty.role == "lead" and self._next_acts(duty.task, body.end):
            # "Ban Kiểm tra chủ trì, Văn phòng cử người tham gia": the second body is no part of the first one's task.
            begin = shared_task(text, duty.task, body.end)
            own = replace(duty, task=body.end if self.topic and begin == duty.task else begin)
            self._said(own, body, sentence, named=True)
            self.clause(Range(duty.task, body.end), sentence)
            return
        self._told(duty, body, sentence, subject is not None)

    def _subject(self, body: Range) -> Subject | None:
        """Who acts; in an article also whoever fits a description, whose verb is no predicate."""
        text = self.block.text
        subject = read_subject(text, body.start, body.end)
        if subject and self._leads(subject):
            return None
        if subject is None and self.organises:
            common = common_subject(text, body.start, body.end)
            subject = Subject(*common) if common else None
        which = subject and charged_behind(text, subject.actors[-1], subject.predicate, body.end)
        if subject and which:
            return replace(subject, actors=(*subject.actors[:-1], which[0]), predicate=which[1])
        supposed = subject is not None and self.norms and _SUPPOSED_RE.match(text, body.start, body.end)
        if supposed and subject and subject.predicate < supposed.end():
            found = norm_subject(text, body.start, body.end)
            then = read_subject(text, supposed.end(), body.end)
            return then or (Subject(*found, common=True) if found else None)
        if not self.norms or (subject and (subject.asked or not is_description(text, subject.predicate))):
            return subject
        found = norm_subject(text, body.start, body.end)
        if found is None:
            return None if subject and gives_right(text, subject.predicate, body.end) else subject
        return Subject(*found, common=True)

    def _leads(self, subject: Subject) -> bool:
        """Whether "; lãnh đạo UBND cấp xã bố trí ..." is what committees of the Party do, not who acts."""
        led = self.block.text.startswith("lãnh đạo ", subject.actors[0].start)
        return led and bool(self.holders) and all(_PARTY_RE.search(one.name) for one in self.holders)

    def _later_subject(self, body: Range, sentence: Range) -> bool:
        """Read "Câu lạc bộ sinh hoạt chiều thứ Tư, thầy Bảo hướng dẫn": who acts behind what is said of a thing."""
        text = self.block.text
        comma = text.find(", ", body.start, body.end)
        if (
            not self.own
            or self.closed
            or comma < 0
            or len(text[body.start : comma].split()) > _LONGEST_BEFORE
        ):
            return False
        turn = find_turn(text, body.start, body.end, told_before=True, free=True)
        if turn is None or turn[0] != comma:
            return False
        self.topic = task_words(text, body.start, turn[0])
        self.clause(Range(turn[1], body.end), sentence)
        return True

    def _hold(self, subject: Subject) -> None:
        """Let the subject hold what follows; one told by common nouns holds the rest of its sentence only."""
        if not subject.common:
            self.lent = None
        elif self.lent is None:
            self.lent = self.holders
        self.holders = holders_of(subject.actors, self.block)

    def end_sentence(self) -> None:
        """Give the tasks back to those who held them before a subject of this sentence alone."""
        if self.lent is not None:
            self.holders, self.lent = self.lent, None

    def _funds(self, predicate: int) -> bool:
        """Whether a section of money says who has to do something with it: "các trạm quyết toán trước ngày 10"."""
        heading = next((one.heading for one in reversed(self.block.chain) if one.heading), "")
        return (
            _MONEY_RE.search(heading) is not None
            and _MONEY_VERB_RE.match(self.block.text, predicate) is not None
        )

    def _asks_nobody(self, subject: Subject, duty: Duty, body: Range) -> bool:
        """Whether a clause with a subject tells a rule, a right or what was done, and asks nobody for anything."""
        text, predicate, (start, end) = self.block.text, subject.predicate, body
        held = _CHARGED_RE.match(text, predicate, end) is not None
        told = held and not means_whoever(subject.actors)
        charged = self.own or duty.explicit or told or subject.asked or self._funds(predicate)
        nobody = _PLEDGE_RE if held else _NOBODY_RE
        if not charged or any(nobody.search(actor.name) for actor in subject.actors):
            return True
        if _FREED_RE.match(text, predicate, end) or (subject.common and enjoys(text, predicate, end)):
            return True
        if duty.explicit or held:
            return False
        if allows(text, subject.actors[0].start, predicate) or (
            self.norms and (sets_condition(text, predicate) or empowers(text, predicate, end))
        ):
            return True
        first = not text[start : subject.actors[0].start].strip()
        listed = self.closed and first and not takes_step(text, predicate)
        if subject.common and (listed or describes_only(text, predicate, end)):
            return True
        if first and tells_case(text, predicate, end):
            return True
        # "phải giải quyết; trường hợp không giải quyết thì phải trả lời": the rule is another part's.
        part = text.find(";", predicate, end)
        return bool(
            _RULE_RE.search(text, predicate, part if part > 0 else end) or _PAST_RE.match(text, predicate)
        )

    def _told_of(self, clause: Range) -> Range | None:
        """The colon of "Nuôi trùn quế tại chợ: Hội Nông dân chủ trì": what is to be done, then who does it."""
        text = self.block.text
        colon = _COLON_RE.search(text, clause.start, clause.end) if self.own else None
        if colon is None or read_subject(text, clause.start, colon.start()):
            return None
        named = find_agencies(text[clause.start : clause.end])
        if read_agencies(text, clause.start)[1] >= colon.start() or any(
            one.start < colon.start() - clause.start < one.end for one in named
        ):
            return None  # "Giao Phòng Văn hóa - Xã hội": the dash of a name
        subject = read_subject(text, colon.end(), clause.end)
        told = subject is not None and not subject.asked and subject.actors[0].start == colon.end()
        if subject is None or not told:
            return None
        if ":" in colon[0] and read_duty(text, subject.predicate, clause.end).role == "lead":
            return None  # told by the passive's rule
        return Range(*colon.span())

    def _next_acts(self, at: int, end: int) -> bool:
        """Whether another body with a verb of its own follows "chủ trì,"."""
        text = self.block.text
        if not text[:at].rstrip().endswith(","):
            return False
        found, reached = read_agencies(text, at)
        if found and reached < end and PREDICATE_RE.match(text, reached + 1, end):
            return True
        return read_doer(text, at, end) is not None

    def _predicate(self, body: Range) -> int | None:
        text = self.block.text
        found = find_predicate(text, body.start, body.end)
        if (
            found is None
            and self.norms
            and self.holders
            and (then := _THEN_RE.match(text, body.start, body.end))
        ):
            # "b) Trường hợp có địa chỉ thì gửi thông báo": whoever holds the item does so.
            found = then.end() if PREDICATE_RE.match(text, then.end(), body.end) else None
        # Behind "1. Sở Y tế:" every clause is a duty, whatever its verb.
        listed = self.lists and len(text[body.start : body.end].split()) >= _FEWEST_WORDS
        if found is None and self.holders and (listed or opens_task(text, body.start)):
            found = body.start
        nobody = _FREED_RE.search(text, body.start, body.end) or _CASE_RE.match(text, body.start, body.end)
        return None if self.norms and nobody else found

    def _told(self, duty: Duty, clause: Range, sentence: Range, named: bool) -> None:
        """Tell a task, and whom it tells to lead: "chỉ đạo Công an xã chủ trì tuần tra"."""
        text = self.block.text
        led = told_to_lead(text, duty.task, clause.end) if self.own else None
        if not led or self.holders:
            self._said(duty, clause, sentence, named)
        if led:
            self._charge(*led, task_words(text, led[1].task, clause.end), sentence)

    def _said(self, duty: Duty, clause: Range, sentence: Range, named: bool) -> None:
        text = self.block.text
        if self.topic and is_bare(text, duty.task, clause.end):
            if named or duty.partners:
                self._emit(duty, self.topic, sentence, named)
                self.found = [f for f in self.found if f.actor or f.task != self.topic]
            return
        passive = not named and self._passive(clause, sentence, duty.partners, strict=True)
        if not passive:
            self.topic = task_words(text, duty.task if named else clause.start, clause.end)
        free = self.organises and (duty.explicit or self.own) and not passive
        if named or self.holders or free:
            task = self.topic if passive else task_words(text, duty.task, clause.end)
            self._emit(duty, task, sentence, led=True)
        elif not passive:
            self._passive(clause, sentence, duty.partners)

    def _emit(self, duty: Duty, task: str, sentence: Range, led: bool) -> None:
        block = self.block
        if not task:
            return
        where = block.clean(sentence.start, sentence.end)
        holders = self.holders if led else ()
        mixed = len({holder.role for holder in holders}) > 1
        for holder in holders:
            stronger = holder.role == "responsible" or duty.role in {"lead", "coordinate"}
            helps = mixed and holder.role == "coordinate"
            role = duty.role if stronger and not helps else holder.role
            self.found.append(FoundAssignment(holder.name, role, task, block.path, where, holder.range))
        if not self.holders:
            self.found.append(FoundAssignment(None, duty.role, task, block.path, where))
        for peer in duty.equals:
            at = block.clean(peer.start, peer.end)
            self.found.append(FoundAssignment(peer.name, duty.role, task, block.path, where, at))
        named = {holder.name for holder in holders}
        for partner in duty.partners:
            if partner.name not in named:
                at = block.clean(partner.start, partner.end)
                self.found.append(FoundAssignment(partner.name, "coordinate", task, block.path, where, at))

    def _charge(self, actors: tuple[Agency, ...], duty: Duty, task: str, sentence: Range) -> None:
        """Charge bodies that the task itself names, beside those that hold it."""
        where = self.block.clean(sentence.start, sentence.end)
        pairs: list[tuple[Role, Agency]] = [(duty.role, actor) for actor in (*actors, *duty.equals)]
        pairs += [("coordinate", partner) for partner in duty.partners]
        for role, actor in pairs:
            at = self.block.clean(actor.start, actor.end)
            self.found.append(FoundAssignment(actor.name, role, task, self.block.path, where, at))

    def _passive(
        self, clause: Range, sentence: Range, partners: tuple[Agency, ...], strict: bool = False
    ) -> bool:
        """Tell who does it by "..., do Sở Y tế chủ trì" and "(Sở Y tế chủ trì, ...)"; ``strict``: after a comma."""
        text = self.block.text
        told = read_passive(text, clause, own=self.own, strict=strict)
        if told is None:
            return False
        said = task_words(text, clause.start, told.said)
        self.topic = (
            (self.topic if means_this(said) else said)
            or task_words(text, told.duty.task, clause.end)
            or self.topic
        )
        duty = replace(told.duty, partners=(*told.duty.partners, *partners, *told.joined))
        self._charge(told.actors, duty, self.topic, sentence)
        if told.turn is not None:
            self.clause(Range(told.turn, clause.end), sentence)
        return True


def read_assignments(
    block: Block, holders: Holders = (), topic: str = "", *, closed: bool = False
) -> tuple[tuple[FoundAssignment, ...], Holders]:
    """Read one line; ``holders`` and ``topic`` come from the lines above. Returns also who holds at its end.

    Under a line that lists rights or things (``closed``) nothing is a task whose actor is not said.
    """
    headings = block.headings()
    organises = ORGANISATION_RE.search(headings) is not None and not CRITERIA_RE.search(headings)
    organises = organises and not closed
    lists = bool(holders) and organises and block.kind == "heading" and ":" in block.text[: block.body]
    own = organises or sets_tasks(block)
    norms = own and not closed and states_norms(block)
    reader = _Reader(block, holders, own, organises, topic, [], lists, norms, closed)
    for sentence in split_sentences(block.text):
        start = max(sentence.start, block.body)
        if start >= sentence.end or _CLOSING_WORDS_RE.match(block.text, start):
            continue
        clauses = split_clauses(block.text, Range(start, sentence.end))
        held, told = bool(reader.holders), bool(reader.topic)
        for clause in merge_clauses(block.text, clauses, held=held, told=told):
            if not amends(block.text, clause.start):
                reader.clause(clause, Range(start, sentence.end))
        reader.end_sentence()
    return tuple(reader.found), reader.holders
