"""Which division of the unit takes a task: the one whose duties share the most telling words with it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from assistant.draft.lines import division_of_line, lines_told
from assistant.draft.profile import Division, UnitProfile, kind_of
from ingest.facts.roles import read_subject
from ingest.facts.sentences import split_sentences
from ingest.spelling import match_key

__all__ = ["choose_division", "gatherer_of"]

_STOP = frozenset(
    "và các của về với cho theo tại trong trên được thực hiện triển khai công tác tổ chức nhiệm vụ việc đối đến từ là"
    " có không những một nâng cao tăng cường đẩy mạnh tiếp tục hiệu quả chất lượng quản lý nhà nước đơn vị cơ quan"
    " phối hợp chủ trì tham mưu hoạt động năm kế hoạch nội dung kết quả xây dựng sở xã phường tỉnh phòng ban".split()
)
ENOUGH = 1.8
"""Of the weight of a syllable that one division alone has: a pair of words has two, a syllable by chance one."""
_HEAD_RE = re.compile(
    r"(?i)^(?:phòng|ban|sở|chi cục|trung tâm|văn phòng|tổ|bộ phận|khoa|thanh tra)\s+(?:quản lý\s+)?"
)
_GENERAL = frozenset(
    {
        "sử dụng",
        "chương trình",
        "pháp luật",
        "chính sách",
        "phát triển",
        "nghiên cứu",
        "dự án",
        "đề án",
        "hệ thống",
        "thông tin",
        "vi phạm",
        "chất lượng",
    }
)
"""Pairs that many duties share and that tell none by themselves."""
_LEAST = 3
"""Words of the shortest verb with its object."""
# Set phrases of every plan, whose words ("kinh tế", "xã hội", "pháp luật") tell no field.
_STOCK = (
    r"kinh tế\s?[-–,]\s?(?:văn hóa\s?[-–,]\s?)?xã hội", r"chính trị\s?[-–,]\s?xã hội", r"hệ thống chính trị", r"(?:kinh tế|xã hội|chính quyền) số",
    r"xã hội hóa", r"toàn xã hội", r"dư luận xã hội", r"trật tự,? an toàn xã hội", r"mạng xã hội", r"(?<!an sinh )xã hội", r"quy phạm pháp luật", r"quy định (?:của|tại) pháp luật",
    r"pháp luật của nhà nước", r"chính sách,? pháp luật", r"(?:thi hành|chấp hành) pháp luật", r"quốc phòng\s?[-,]?\s?(?:và )?an ninh", r"(?<=công nghệ) thông tin", r"cơ sở dữ liệu", r"chương trình, (?:kế hoạch|dự án|đề án)",
    r"chương trình mục tiêu quốc gia", r"chương trình hành động", r"tổ chức thực hiện", r"các tầng lớp nhân dân",
)  # fmt: skip
# What one draws up is no building ("xây dựng kế hoạch"); behind a noun ("giấy phép xây dựng") or before what is built it is
# the field. What one passes on is not the press.
_DRAWS_UP = r"(?:^\W*|[,;]\s|(?<!\w)(?:và|việc|công tác|tham mưu|chủ động|tập trung|tiếp tục|đẩy mạnh|tổ chức|nghiên cứu|hướng dẫn|chỉ đạo|hoàn thiện|góp phần)\s)"
_BUILT = (
    r"(?:(?:các|mới|\d+) )*(?:công trình|cơ bản|nhà(?! nước)|đô thị|hạ tầng|kết cấu|đường|cầu|trường|trụ sở|giao thông|nông thôn|chợ|đê"
    r"|kè|cống|đập|hồ(?! sơ)|kênh|mương|trạm|bến|bãi|khu(?! dân cư)|cụm|sân|bể|thủy lợi|chung cư|bệnh viện|nghĩa trang)(?!\w)"
)
_NO_FIELD = (
    rf"{_DRAWS_UP}xây dựng(?!\W*$|\s(?:trên|tại|ở|của|theo|trong|về)(?!\w)|\s{_BUILT})",
    r"xây dựng(?=\s(?:kế hoạch|quy chế|quy định|quy trình|đề án|phương án|chương trình|chính sách|mô hình|dự toán|báo cáo|văn bản)(?!\w))",
    r"(?:các|cung cấp|cập nhật|an toàn|chế độ|hệ thống|nắm bắt|thông báo) thông tin", r"thông tin (?:liên quan|cá nhân|cho)",
)  # fmt: skip
_SIDE_RE = re.compile(
    r"(?i),?\s(?:nhằm|để|góp phần|gắn với|phục vụ|bảo đảm|đảm bảo|trên cơ sở|căn cứ|theo|thông qua|qua|bằng|tại|ở|trong(?! (?:việc|công tác|lĩnh vực|thực hiện))|trên|nhất là|đặc biệt|trong đó|bao gồm|gồm|như|phù hợp|đáp ứng|khi|sau khi|trước khi|từ đó|qua đó|hướng tới|trước|do|từ|với mục tiêu|kèm theo)(?!\w)|\s\("
)
_COUNTED_RE = re.compile(r"(?i)\W*(?:t[ỷỉ] lệ|tỷ trọng|số|tổng|mức|(?:có )?(?:ít nhất|tối thiểu|trên) \d|\d)")
_REPORTS_RE = re.compile(
    r"(?i)(?:thực hiện )?(?:chế độ )?(?:tổng hợp,? |thông tin,? )?báo cáo(?! viên)(?!\w)"
)
_LEAD_IN_RE = re.compile(
    r"(?i)(?:trên cơ sở|căn cứ|theo(?! dõi)|để|nhằm|trong|hằng năm|hàng năm|định kỳ|khi|sau|trước)(?!\w)[^,;:.]{2,120},\s+"
)
_GATHER_RE = re.compile(r"(?i)tổng hợp|báo cáo|đầu mối")
# To plan, to follow and to sum up, and what all of the plan asks for, is with who gathers.
_GATHERS_RE = re.compile(
    r"(?i)(?:xây dựng|ban hành|cụ thể hóa|thực hiện|triển khai|theo dõi|sửa đổi)[^;.]{0,40}(?:kế hoạch|chương trình|quy chế|kịch bản|văn bản)"
    r"|(?:sơ|tổng) kết|theo dõi|đôn đốc|tổng hợp|báo cáo|đầu mối|ban chỉ đạo|tổ công tác|nhiệm vụ có liên quan|nhiệm vụ (?:được )?giao"
)


@lru_cache(maxsize=8192)
def _terms(text: str) -> Counter[str]:
    """Pairs of neighbouring words weigh more than single ones: most Vietnamese words have two syllables."""
    runs = [re.findall(r"\w+", run) for run in re.split(r"[;:.,()]", match_key(text))]
    words = [word for run in runs for word in run]
    singles = Counter(word for word in words if word not in _STOP and len(word) > 1 and not word.isdigit())
    pairs = Counter(
        f"{one} {two}" for run in runs for one, two in pairwise(run) if not (one in _STOP and two in _STOP)
    )
    return Counter(dict.fromkeys(singles, 1)) + Counter(dict.fromkeys(pairs, 2))


def gatherer_of(profile: UnitProfile) -> str | None:
    """Who gathers reports: as the profile says, else the one division whose duties say so; None where none does."""
    if profile.gatherer:
        return profile.gatherer
    said = [d.name for d in profile.divisions if any(_GATHER_RE.search(duty) for duty in d.duties)]
    return said[0] if said else None


@dataclass(frozen=True, slots=True)
class _Thing:
    """One thing that a division is charged with: its words, and what each of its terms counts for."""

    words: frozenset[str]
    terms: dict[str, float]

    def score(self, wanted: Counter[str]) -> dict[str, float]:
        """What a task shares with it; nothing where that is half of its words or less ("pháp luật" of "vi phạm pháp luật về xe")."""
        found = {
            term: min(wanted[term], 3 if " " in term else 1) * weight
            for term, weight in self.terms.items()
            if term in wanted
        }
        covered = {word for term in found for word in term.split()}
        telling = any(" " in term and term not in _GENERAL for term in found)
        return found if 2 * len(covered) >= len(self.words) + (0 if telling else 1) else {}


@cache
def _things(divisions: tuple[Division, ...]) -> tuple[tuple[_Thing, ...], ...]:
    """The things of each division's duties and name; a term counts for less where several divisions share it."""
    own = [_terms(" ; ".join((*division.duties, division.name))) for division in divisions]
    spread = Counter(term for terms in own for term in terms)
    count = len(divisions)

    def thing(words: str) -> _Thing:
        terms = _terms(words)
        weighed = {
            term: weight * math.log(1 + count / max(spread[term], 1)) for term, weight in terms.items()
        }
        telling = frozenset(word for term in terms for word in term.split())
        return _Thing(telling, weighed)

    return tuple(
        tuple(
            thing(words)
            for text in (*division.duties, _HEAD_RE.sub("", division.name))
            for words in re.split(r"[,;]|\s-\s|\svà\s", text)
            if _terms(words)
        )
        for division in divisions
    )


@cache
def _listed(divisions: tuple[Division, ...]) -> tuple[tuple[str, ...], ...]:
    """The things that each division's duties list."""
    listed = (re.split("[,;]", match_key(" ; ".join(division.duties))) for division in divisions)
    return tuple(
        tuple(thing for one in own if (thing := one.strip()) and not _GATHER_RE.search(one)) for own in listed
    )


def _whole(thing: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(thing)}(?!\w)")


@cache
def _whole_duties(divisions: tuple[Division, ...]) -> tuple[tuple[re.Pattern[str], ...], ...]:
    """The things of two words and more that each division's duties list."""
    return tuple(tuple(_whole(thing) for thing in own if " " in thing) for own in _listed(divisions))


def _of_theme(clause: str, profile: UnitProfile, theme: str) -> str | None:
    """The one division that lists a thing, be it of one word, which both the clause and the plan's title say."""
    key, about = match_key(clause), match_key(theme)
    saying = [
        division.name
        for division, own in zip(profile.divisions, _listed(profile.divisions), strict=True)
        if any(one.search(key) and one.search(about) for one in map(_whole, own))
    ]
    return saying[0] if len(saying) == 1 else None


def _said_whole(clause: str, profile: UnitProfile, theme: str) -> str | None:
    """The one division that lists a thing which the clause says whole; None where none or several do.

    It tells more than words from here and there, and than the headings above; what all of the plan is about, and
    "tổng hợp báo cáo", which ends many a task, tell nothing.
    """
    key, common = match_key(clause), match_key(theme)
    saying = [
        division.name
        for division, own in zip(profile.divisions, _whole_duties(profile.divisions), strict=True)
        if any(one.search(key) and not one.search(common) for one in own)
    ]
    return saying[0] if len(saying) == 1 else None


def _best(wanted: Counter[str], profile: UnitProfile, charged: tuple[tuple[_Thing, ...], ...]) -> str | None:
    """The division whose duties share the most telling words; None where what they share is chance."""
    shared: list[dict[str, float]] = []
    for things in charged:
        found: dict[str, float] = {}
        for thing in things:
            found |= thing.score(wanted)
        shared.append(found)
    scores = (sum(found.values()) for found in shared)
    ranked = sorted(
        ((score, -index, profile.divisions[index].name) for index, score in enumerate(scores)), reverse=True
    )
    # Below one telling pair of words the match is chance ("y tế" is not "quốc tế").
    enough = ENOUGH * math.log(1 + len(profile.divisions))
    return ranked[0][2] if ranked and ranked[0][0] >= enough else None


@cache
def _stock_of(divisions: tuple[Division, ...]) -> re.Pattern[str]:
    """The set phrases that no division's duties name: their words say nothing of its field."""
    duties = match_key(" ; ".join(duty for division in divisions for duty in division.duties))
    named = (phrase for phrase in _STOCK if not re.search(phrase, duties))
    return re.compile("|".join((*_NO_FIELD, *named)), re.IGNORECASE)


@lru_cache(maxsize=8192)
def _core(clause: str, divisions: tuple[Division, ...] = ()) -> str:
    """The main verb with its object: what stands before a purpose, a means, a manner, a place or an example.

    A thing that a division's duties name stays whole ("dân chủ ở cơ sở").

    >>> _core("Rà soát quỹ đất xây trường học nhằm nâng cao chất lượng giáo dục")
    'Rà soát quỹ đất xây trường học'
    >>> _core("Các sở, theo chức năng, kiểm tra an toàn lao động tại nhà máy")
    'kiểm tra an toàn lao động'
    """
    subject = read_subject(clause, 0, len(clause))
    words = clause[subject.predicate :] if subject else clause
    lead_in = _LEAD_IN_RE.match(words)
    words = words[lead_in.end() :] if lead_in else words
    if _COUNTED_RE.match(words):
        return words  # "Tỷ lệ dân số từ 15 tuổi có tài khoản": what is counted, not done
    key = match_key(words)
    named = [m.span() for own in _whole_duties(divisions) for thing in own for m in thing.finditer(key)]
    side = next(
        (
            m
            for m in _SIDE_RE.finditer(words)
            if len(words[: m.start()].split()) >= _LEAST
            and not any(start < m.start() < end for start, end in named)
        ),
        None,
    )
    return words[: side.start()] if side else words


def choose_division(
    task: str, profile: UnitProfile, heading: str = "", theme: str = "", *, otherwise: str | None = None
) -> str | None:
    """Choose the division for a task under a heading of a plan about ``theme``; None where nothing tells: a slot.

    The main verb with its object decides, by the words of the duties, then by its line of work; where it says nothing, the
    heading with it, then the other clauses of its first sentence, then ``otherwise``, then whose work the whole plan is. To
    plan, follow and sum up is the gatherer's. Purposes, means and examples decide nothing.

    >>> unit = UnitProfile("Sở A", "department", divisions=(
    ...     Division("Văn phòng Sở", ("tổng hợp báo cáo", "cải cách hành chính")),
    ...     Division("Phòng Pháp chế", ("tiếp công dân", "khiếu nại, tố cáo"))))
    >>> choose_division("Thực hiện nghiêm quy định về tiếp công dân", unit)
    'Phòng Pháp chế'
    >>> choose_division("Sơ kết việc thực hiện Kế hoạch", unit), choose_division("Rà soát định mức xe", unit)
    ('Văn phòng Sở', None)
    """
    spots = split_sentences(task)
    first = task[: spots[0].end] if spots else task
    cores = [_core(one.strip(), profile.divisions) for one in first.split(";") if one.strip()] or [""]
    if _REPORTS_RE.match(cores[0]):
        return gatherer_of(profile)
    above = [_core(one, profile.divisions) for one in reversed(heading.split(" ; ")) if one.strip()]
    ways = _ways(cores, above, profile, theme, otherwise)
    return next((name for name in ways if name), None)


def _ways(
    cores: list[str], above: list[str], profile: UnitProfile, theme: str, otherwise: str | None
) -> Iterator[str | None]:
    """What tells the division of a task, the surest first: its clauses' ``cores``, the headings ``above``, the plan's theme."""
    divisions, own_words = profile.divisions, f"{profile.name} ; {kind_of(profile).self}"
    stock, charged = _stock_of(divisions), _things(divisions)
    own, own_lines = _terms(own_words), lines_told(own_words)
    common, common_lines = _terms(f"{theme} ; {own_words} ; UBND"), own_lines | lines_told(theme)

    def best(text: str, apart: Counter[str]) -> str | None:
        wanted = Counter({term: n for term, n in _terms(stock.sub(" ; ", text)).items() if term not in apart})
        return _best(wanted, profile, charged)

    core, every = cores[0], " ; ".join(cores)
    with_heading = [f"{core} ; {one}" for one in above]
    yield _said_whole(stock.sub(" ; ", core), profile, theme)
    for text, line in ((core, core), *zip(with_heading, above, strict=True), (every, every)):
        yield best(text, common)
        yield division_of_line(line, divisions, common_lines)
    for text in (core, *with_heading):
        yield best(text, own)
    yield _of_theme(core, profile, theme)
    yield division_of_line(core, divisions, own_lines)
    yield otherwise
    yield best(theme, own)
    yield division_of_line(theme, divisions, own_lines)
    if _GATHERS_RE.search(every):
        yield gatherer_of(profile)
    if len(divisions) == 1:
        yield divisions[0].name
