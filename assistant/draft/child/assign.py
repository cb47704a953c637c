"""Which division of the unit takes a task: the one whose duties share the most telling words with it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from assistant.draft.child.lines import (
    GATHERING,
    divisions_of_lines,
    lines_told,
    of_the_forces,
    usual_holder,
    without_bodies,
)
from assistant.draft.unit.profile import Division, UnitProfile, kind_of
from ingest.facts.language.sentences import split_sentences
from ingest.facts.tasks.roles import read_subject
from ingest.spelling import match_key

__all__ = ["choose_division", "gatherer_of", "likeliest", "rank_divisions"]

_STOP = frozenset(
    "và các của về với cho theo tại trong trên được thực hiện triển khai công tác tổ chức nhiệm vụ việc đối đến từ là"
    " có không những một nâng cao tăng cường đẩy mạnh tiếp tục hiệu quả chất lượng quản lý nhà nước đơn vị cơ quan"
    " phối hợp chủ trì tham mưu hoạt động năm kế hoạch nội dung kết quả sở xã phường tỉnh phòng ban".split()
)
ENOUGH = 0.45
"""Half of a syllable that one division alone has, the weight of 1: below it what is shared is chance, and the task a slot."""
CLEAR = 0.85
"""Share of the first division's score above which the second is as likely: a slot, too."""
FAINT = 0.45
"""What a word of the plan's theme counts for: it stands in nearly every task."""
MOST, MOST_FAINT = 5.0, 1.2
"""What the words of one text, and those of the theme in it, count for at most."""
ABOVE, ASIDE, MOST_ABOVE = 0.4, 0.3, 1.6
"""What the heading just above a task and its other clauses count for, and all headings at most."""
LATER = 0.04
"""How much less each word counts than the one before it: what is done stands first."""
_HALF = 0.5
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
        "hành chính",
        "tiến độ",
        "công dân",
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
    r"(?i)(?<!công tác)(?<!điều kiện)(?<!thuận lợi),?\s(?:nhằm|để|góp phần|gắn với|phục vụ|bảo đảm|đảm bảo|trên cơ sở|căn cứ|theo(?! dõi)|thông qua|qua|bằng|tại|ở|trong(?! (?:việc|công tác|lĩnh vực|thực hiện))|trên|nhất là|đặc biệt|trong đó|bao gồm|gồm|như|phù hợp|đáp ứng|khi|sau khi|trước khi|từ đó|qua đó|hướng tới|trước|do|từ|với mục tiêu|kèm theo)(?!\w)|\s\("
)
_MEANS_RE = re.compile(
    r"(?i),?\s(?:nhằm|để|góp phần|gắn với|phục vụ|bảo đảm|đảm bảo|trên cơ sở|căn cứ|theo(?! dõi)|thông qua|qua|bằng|nhất là|như|phù hợp|đáp ứng)(?!\w)"
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
    r"(?i)(?:xây dựng|ban hành|cụ thể hóa|sửa đổi)[^;.]{0,40}(?:kế hoạch|chương trình|quy chế|kịch bản|văn bản)"
    r"|(?:thực hiện|triển khai)[^;.]{0,40}(?-i:Kế hoạch|Chương trình)(?! mục tiêu)"
    r"|(?:sơ|tổng) kết|theo dõi|đôn đốc|tổng hợp|báo cáo|(?:làm|là) đầu mối|ban chỉ đạo|tổ công tác|nhiệm vụ có liên quan|nhiệm vụ (?:được )?giao"
)
# "Đón khách, trông quầy vé, định kỳ báo cáo": who does the rest reports it, too.
_AT_LAST_RE = re.compile(
    r"(?i)(?<=\w)(?<!thông tin), (?:(?:định kỳ|hằng|hàng|kịp thời|tổng hợp|và) (?:(?:tháng|quý|năm|tuần),? )?)*báo cáo(?!\w)[^,;]*$"
)


@lru_cache(maxsize=8192)
def _terms(text: str) -> dict[str, int]:
    """The telling words of a text and the pairs of neighbours, each with its place; most Vietnamese words have two syllables."""
    found: dict[str, int] = {}
    place = 0
    for run in re.split(r"[;:.,()]", match_key(text)):
        words = re.findall(r"\w+", run)
        for at, word in enumerate(words):
            if word not in _STOP and len(word) > 1 and not word.isdigit():
                found.setdefault(word, place + at)
        for at, (one, two) in enumerate(pairwise(words)):
            found.setdefault(f"{one} {two}", place + at)
        place += len(words)
    return found


def gatherer_of(profile: UnitProfile) -> str | None:
    """Who gathers reports: as the profile says, else the first division whose duties say so, else the office by its usual work.

    Where no division is known, the office that such a unit has by its statute.

    >>> gatherer_of(UnitProfile("Sở A", "department", divisions=(Division("Phòng Kế hoạch"), Division("Văn phòng Sở"))))
    'Văn phòng Sở'
    """
    said = (d.name for d in profile.divisions if any(_GATHER_RE.search(duty) for duty in d.duties))
    found = profile.gatherer or next(said, None) or usual_holder(GATHERING, profile.divisions)
    return found or (None if profile.divisions else kind_of(profile).office or None)


@dataclass(frozen=True, slots=True)
class _Thing:
    """One thing that a division is charged with: its words, and what each of its terms counts for."""

    words: frozenset[str]
    terms: dict[str, float]

    def found_in(self, said: Mapping[str, int]) -> dict[str, float]:
        """What a text shares with it, less where it says a part only; nothing at half of its words ("pháp luật" of "vi phạm pháp luật về xe")."""
        found = [term for term in said if term in self.terms]
        covered = {word for term in found for word in term.split()}
        share = len(covered) / len(self.words)
        telling = any(" " in term and self.terms[term] and term not in _GENERAL for term in found)
        if share < _HALF or (share < 1 and not telling):
            return {}
        return {term: self.terms[term] * share**2 / (1 + LATER * said[term]) for term in found}


def _weight(term: str, *, alone: bool) -> int:
    """A pair weighs twice a syllable, one of words that stand everywhere nothing."""
    return 0 if all(word in _STOP for word in term.split()) else 2 if alone or " " in term else 1


@cache
def _things(divisions: tuple[Division, ...]) -> tuple[tuple[_Thing, ...], ...]:
    """The things of each division's duties and name; a term counts for less where several divisions share it, where all do for nothing."""
    own = [_terms(" ; ".join((*division.duties, division.name))) for division in divisions]
    spread = Counter(term for terms in own for term in terms)
    most = math.log(max(len(divisions), 2))

    def thing(words: str) -> _Thing:
        terms = _terms(words)
        alone = len(terms) == 1  # a thing of one syllable is a whole word
        weighed = {
            term: _weight(term, alone=alone) * (1 - math.log(max(spread[term], 1)) / most) for term in terms
        }
        return _Thing(frozenset(word for term in terms for word in term.split()), weighed)

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
def _whole_duties(divisions: tuple[Division, ...]) -> tuple[re.Pattern[str], ...]:
    """The things of two words and more that the divisions' duties list."""
    listed = (one.strip() for d in divisions for one in re.split("[,;]", match_key(" ; ".join(d.duties))))
    return tuple(re.compile(rf"(?<!\w){re.escape(thing)}(?!\w)") for thing in listed if " " in thing)


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
    named = [m.span() for thing in _whole_duties(divisions) for m in thing.finditer(key)]
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


@lru_cache(maxsize=8192)
def _spoken(text: str, divisions: tuple[Division, ...], own_words: str, theme: str) -> tuple[float, ...]:
    """How much of a text speaks of each division's duties; what the unit's own name says tells nothing, the theme little.

    Remembered: many tasks stand under one heading.
    """
    own, own_lines = _terms(own_words), lines_told(own_words)
    about, about_lines = _terms(theme), lines_told(theme)
    said = _terms(_stock_of(divisions).sub(" ; ", without_bodies(text, divisions)))
    lines = divisions_of_lines(text, divisions)
    sums: list[float] = []
    for division, things in zip(divisions, _things(divisions), strict=True):
        found: dict[str, float] = {}
        for term, weight in (one for thing in things for one in thing.found_in(said).items()):
            found[term] = max(weight, found.get(term, 0.0))
        clear = sum(weight for term, weight in found.items() if term not in about and term not in own)
        faint = sum(weight for term, weight in found.items() if term in about and term not in own)
        line, held = lines.get(division.name, ("", 0.0))
        held *= 0 if line in own_lines else FAINT if line in about_lines else 1
        sums.append(min(clear, MOST) + min(faint * FAINT, MOST_FAINT) + held)
    return tuple(sums)


def rank_divisions(
    task: str, profile: UnitProfile, heading: str = "", theme: str = ""
) -> list[tuple[float, str]]:
    """The divisions with how much of a task speaks of their duties, the surest first.

    The main verb with its object counts whole, the headings above and the other clauses for less; purposes, means and examples
    count for nothing.

    >>> unit = UnitProfile("UBND xã A", "commune", divisions=(
    ...     Division("Phòng Kinh tế", ("đất đai",)), Division("Văn phòng", ("tiếp dân",))))
    >>> rank_divisions("Đo đạc đất đai", unit)[0][1], rank_divisions("Lập sổ", unit, "Tiếp dân")[0][1]
    ('Phòng Kinh tế', 'Văn phòng')
    """
    divisions, own = profile.divisions, f"{profile.name} ; {kind_of(profile).self} ; UBND"
    task, heading, theme = (profile.spelled(text) for text in (task, heading, theme))
    core, *others = _clauses(task, divisions)
    above = [_core(one, divisions) for one in reversed(heading.split(" ; ")) if one.strip()]
    sums = _spoken(core, divisions, own, theme)
    beside = [_spoken(one, divisions, own, theme) for one in others]
    headed = [[score / n for score in _spoken(one, divisions, own, theme)] for n, one in enumerate(above, 1)]
    ranked = [
        (
            sums[at]
            + ASIDE * sum(one[at] for one in beside)
            + min(MOST_ABOVE, ABOVE * sum(one[at] for one in headed)),
            division.name,
        )
        for at, division in enumerate(divisions)
    ]
    return sorted(ranked, key=lambda one: -one[0])


@lru_cache(maxsize=8192)
def _clauses(task: str, divisions: tuple[Division, ...]) -> tuple[str, ...]:
    """The cores of the clauses of a task's first sentence."""
    spots = split_sentences(task)
    first = task[: spots[0].end] if spots else task
    return tuple(_core(one.strip(), divisions) for one in first.split(";") if one.strip()) or ("",)


def choose_division(task: str, profile: UnitProfile, heading: str = "", theme: str = "") -> str | None:
    """Choose the division for a task under a heading of a plan about ``theme``; None where nothing tells: a slot.

    To plan, follow and sum up is with the division that has the plan's theme among its duties, else with who gathers.

    >>> unit = UnitProfile("Sở A", "department", divisions=(
    ...     Division("Văn phòng Sở", ("tổng hợp báo cáo", "cải cách hành chính")),
    ...     Division("Phòng Pháp chế", ("tiếp công dân", "khiếu nại, tố cáo"))))
    >>> choose_division("Thực hiện nghiêm quy định về tiếp công dân", unit)
    'Phòng Pháp chế'
    >>> choose_division("Sơ kết việc thực hiện Kế hoạch", unit), choose_division("Rà soát định mức xe", unit)
    ('Văn phòng Sở', None)
    """
    cores = _clauses(task, profile.divisions)
    if _REPORTS_RE.match(cores[0]):
        return gatherer_of(profile)
    ranked = rank_divisions(task, profile, heading, theme)
    if ranked and (len(ranked) == 1 or (ranked[0][0] >= ENOUGH and ranked[1][0] <= CLEAR * ranked[0][0])):
        alone = of_the_forces(cores[0], profile.divisions) and not _charged(cores[0], ranked[0][1], profile)
        return None if alone else ranked[0][1]
    if _GATHERS_RE.search(" ; ".join(_AT_LAST_RE.sub("", core) for core in cores)):
        return _of_theme(profile, theme) or gatherer_of(profile)
    return _named_in(task, profile.divisions)


def _named_in(task: str, divisions: tuple[Division, ...]) -> str | None:
    """The one division of which a task says a whole duty of three syllables or more, before its purpose or means.

    >>> rooms = Division("Phòng Du lịch", ("du lịch thông minh",)), Division("Văn phòng", ("chuyển đổi số",))
    >>> _named_in("Dùng công nghệ trong phát triển du lịch thông minh", rooms), _named_in("Phát triển du lịch", rooms)
    ('Phòng Du lịch', None)
    """
    first = next((task[one.start : one.end] for one in split_sentences(task)), task)
    key = match_key(_MEANS_RE.split(first)[0])
    saying = [
        division.name
        for division in divisions
        for thing in re.split("[,;]", match_key(" ; ".join(division.duties)))
        if len(thing.split()) > 2 and re.search(rf"(?<!\w){re.escape(thing.strip())}(?!\w)", key)
    ]
    return saying[0] if len(set(saying)) == 1 else None


def _charged(core: str, name: str, profile: UnitProfile) -> bool:
    """Whether a division's own duties or name say a thing that a task speaks of."""
    said, divisions = _terms(core), profile.divisions
    own = next(
        things
        for division, things in zip(divisions, _things(divisions), strict=True)
        if division.name == name
    )
    return any(sum(thing.found_in(said).values()) >= ENOUGH for thing in own)


def _of_theme(profile: UnitProfile, theme: str) -> str | None:
    """The one division whose duties or name list a thing that the plan's title says."""
    about = _terms(_stock_of(profile.divisions).sub(" ; ", theme))
    saying = [
        division.name
        for division, things in zip(profile.divisions, _things(profile.divisions), strict=True)
        if any(any(thing.terms.values()) and thing.terms.keys() <= about.keys() for thing in things)
    ]
    return saying[0] if len(saying) == 1 else None


def likeliest(task: str, profile: UnitProfile, theme: str) -> tuple[str, ...]:
    """The two divisions that come nearest to a task which none surely has: by its words, then by the theme, then who gathers.

    >>> unit = UnitProfile("Sở A", "department", divisions=(
    ...     Division("Văn phòng", ("báo cáo",)), Division("Phòng Cây xanh", ("cây xanh",)), Division("Phòng Xe", ("xe",))))
    >>> likeliest("Họp dân", unit, "Trồng cây xanh")
    ('Phòng Cây xanh', 'Văn phòng')
    """
    near = [name for text in (task, theme) for score, name in rank_divisions(text, profile) if score]
    return tuple(dict.fromkeys((*near, *filter(None, (gatherer_of(profile),)))))[:2]
