"""Which body a question names, however it is typed: by its name, its initials, or the first words of its name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from assistant.grams import tokens
from assistant.question.bodies import body_key
from ingest.facts.bodies.agencies import find_agencies
from ingest.facts.bodies.spotting import spot_agencies
from ingest.spelling import match_key, undiacritise

__all__ = ["DUTY_KINDS", "asked_body", "bodies_offered", "is_common_noun"]

MAX_NAME_WORDS = 10
LONG_NAME = 4
"""From so many words on, the beginning of an actor's name is enough ("Công ty Điện lực [Sơn Hà]")."""
_FIELD_HEADS = frozenset({"so", "phong", "bo", "hoi"})
"""Heads of bodies that are called by the first words of their field ("sở giáo dục")."""
_SIDES = frozenset({"ben", "phia"})
_HEADS = frozenset("so phong ban ubnd uy van chi cuc dang tinh huyen hoi".split())
_LOWER_LEVEL_RE = re.compile(r"\b(?:cap (?:xa|huyen)|xa,? phuong|phuong,? xa|huyen,? thanh pho|dac khu)$")
"""Ends of names of all bodies of a level: a province behind them is not their own name."""
_OWNER_RE = re.compile(r"(?i)(?<=\w) (?:của|thuộc) (?:sở|ban|phòng|tỉnh|huyện|xã|phường|ubnd)$")
"""The head of an owner whose own name was spent on naming the plan ("Phòng Pháp chế của Sở [NNMT]")."""
_DIVISION_RE = re.compile(r"(?i)^(?P<own>(?:phòng|chi cục|trung tâm) \w+.*) sở$")
"""The same without "của": the division of a department ("phòng Pháp chế Sở [NNMT]"; not "Văn phòng Sở")."""
_SUPERIOR_RE = re.compile(
    r"(?<=\w) (?:(?:của|thuộc) )?(?:Bộ(?! (?:đội|luật|phận|môn|máy|Luật)\b)|Sở|Tổng cục|Cục) \S.*$"
)
"""The body above behind a division's own name ("Vụ Pháp chế Bộ Nội vụ"), where a plan calls it by that alone."""
_DIVISIONS = frozenset("vu cuc phong chi trung vien truong ban doi tram".split())
"""First words of divisions' names; "Văn phòng", "Thanh tra" are named after whom they serve."""
_EVERY_RE = re.compile(r"\b(?:(?P<communes>cap xa|xa phuong|phuong xa)|(?:cac )?so(?: ban)? nganh)\b")
"""All bodies of a level, where no single one is named."""
_COMMUNE_ACTS_RE = re.compile(
    r"\b(?:cac )?xa(?= (?:phai|can|nop|gui|bao cao|lam|lap|xay dung|ban hanh|trien khai|to chuc)\b)|(?<=\bcua )xa(?= (?:phai|nop|gui)\b|$)"
    r"|\bcommunes(?= (?:must|should|have to|send|submit|report)\b)"
)
"""A commune without a name that is to do something: any of them, whose officer asks ("xã phải gửi báo cáo khi nào")."""
_UNHEARD_RE = re.compile(
    r"^(?P<body>(?:so|phong) (?!nao\b|ban\b|nganh\b)[a-z&-]+(?: [a-z&-]+){0,4}?)(?: (?:phai|can|se|duoc giao|duoc phan cong|co))* (?:lam (?:gi|nhung gi|viec gi|viec nao)|(?:nhung )?(?:nhiem vu|trach nhiem)|viec gi)\b"
)
"""A department or division, with which a question begins, that is to do something, though no plan charges one called so."""
_CLAUSE_RE = re.compile(r"\b(?:duoc|giup(?! viec)|phai|tiep tuc|co (?:yeu cau|trach nhiem))\b")
"""Folded: what is said of a body, and no part of a name."""
_COMMON_NOUNS = frozenset({"co quan", "don vi", "to chuc", "co so", "ca nhan", "doanh nghiep"})
DUTY_KINDS = {"duties", "list", "count", "yesno"}
"""Kinds of questions that are about a body though its name says which plan is meant, or about all bodies of a level."""


def asked_body(
    question: str, kind: str, taken: Collection[str], actors: Mapping[str, str]
) -> tuple[str, str] | None:
    """The agency asked about and the words that name it, unless they only say which plan is meant.

    Recognised by the grammar of names, or because some plan has an actor of that name.
    """
    spent = {undiacritise(match_key(phrase)) for phrase in taken}
    named = [_without_place(m.name, spent) for m in (*find_agencies(question), *spot_agencies(question))]
    unspent = [name for name in named if not any(phrase in undiacritise(match_key(name)) for phrase in spent)]
    if found := next(iter(unspent or (named if kind in DUTY_KINDS else ())), None):
        if not found.isupper() and (whole := _within_actor(found, question, actors)):
            return whole
        found = _DIVISION_RE.sub(r"\g<own>", _OWNER_RE.sub("", found))
        return _whole_name(_division(found, actors), actors), found
    actors = _asked_actors(kind, actors)
    if found := next(_by_initials(question, actors), None):
        return found, found
    words = undiacritise(" ".join(tokens(question))).split()
    keys = sorted(actors)
    for length in range(min(MAX_NAME_WORDS, len(words)), 1, -1):
        for at in range(len(words) - length + 1):
            said = " ".join(words[at : at + length])
            if name := actors.get(said):
                return name, said
            if length >= (LONG_NAME - 1 if words[at] in _FIELD_HEADS else LONG_NAME) and (
                name := _fuller(said, keys, actors)
            ):
                return name, said
    if side := _by_side(words, keys, actors):
        return side
    if kind in DUTY_KINDS and (unheard := _UNHEARD_RE.match(" ".join(words))):
        said = unheard["body"]
        return None if _may_be_several(said, keys) else (_whole_name(said, actors), said)
    if acts := _COMMUNE_ACTS_RE.search(" ".join(words)):
        return "UBND cấp xã", acts[0]
    if kind in DUTY_KINDS and (every := _EVERY_RE.search(" ".join(words))):
        return "UBND cấp xã" if every["communes"] else "các sở, ban, ngành", every[0]
    return None


def is_common_noun(folded: str) -> bool:
    """Whether words call bodies without a name, as plans do: "đơn vị", "các cơ quan".

    >>> is_common_noun("cac to chuc"), is_common_noun("don vi thu gom rac")
    (True, False)
    """
    return folded.removeprefix("cac ") in _COMMON_NOUNS


def _asked_actors(kind: str, actors: Mapping[str, str]) -> Mapping[str, str]:
    """The actors that may be asked about: "đơn vị" only by its duties, for a sentence about one is of no body so called."""
    if kind in DUTY_KINDS:
        return actors
    return {key: name for key, name in actors.items() if not is_common_noun(key)}


def _within_actor(name: str, question: str, actors: Mapping[str, str]) -> tuple[str, str] | None:
    """The actor whose longer name the question says around a name that was met in it.

    >>> _within_actor("Văn phòng", "chi nhánh văn phòng đăng ký làm gì", {"chi nhanh van phong dang ky": "Chi nhánh Văn phòng đăng ký"})
    ('Chi nhánh Văn phòng đăng ký', 'chi nhánh văn phòng đăng ký')
    >>> _within_actor("Sở Nội vụ", "Sở Nội vụ làm gì", {"so noi vu": "Sở Nội vụ"})
    """
    words, own = (undiacritise(" ".join(tokens(text))).split() for text in (question, name))
    for at in range(len(words) - len(own) + 1):
        if words[at : at + len(own)] != own:
            continue
        for length in range(min(MAX_NAME_WORDS, len(words)), len(own), -1):
            for start in range(max(0, at + len(own) - length), min(at, len(words) - length) + 1):
                said = " ".join(words[start : start + length])
                if whole := actors.get(said):
                    return whole, _as_written(said, question)
    return None


def _as_written(said: str, question: str) -> str:
    """Folded words as the question writes them ("phong vh xh" is "Phòng VH-XH")."""
    folded = undiacritise(question.lower())
    found = re.search(r"\W+".join(map(re.escape, said.split())), folded)
    return question[slice(*found.span())] if found and len(folded) == len(question) else said


def _by_side(words: Sequence[str], keys: Sequence[str], actors: Mapping[str, str]) -> tuple[str, str] | None:
    """A department that is called by its field alone: "bên công thương phải làm gì" asks for Sở Công Thương.

    >>> _by_side("ben cong thuong phai lam gi".split(), ["so cong thuong"], {"so cong thuong": "Sở Công Thương"})
    ('Sở Công Thương', 'ben cong thuong')
    """
    for at in (at for at, word in enumerate(words) if word in _SIDES):
        for length in range(MAX_NAME_WORDS, 1, -1):
            field = " ".join(words[at + 1 : at + 1 + length])
            if name := actors.get(f"so {field}") or _fuller(f"so {field}", keys, actors):
                return name, f"{words[at]} {field}"
    return None


def _division(name: str, actors: Mapping[str, str]) -> str:
    """A division's own name without the body above it, which the plan's actors do not bear.

    >>> _division("Vụ Pháp chế Bộ Nội", {"vu phap che": "Vụ Pháp chế"}), _division("Sở Nội vụ", {})
    ('Vụ Pháp chế', 'Sở Nội vụ')
    """
    folded = undiacritise(" ".join(tokens(name)))
    short = _SUPERIOR_RE.sub("", name)
    own = undiacritise(" ".join(tokens(short)))
    if short == name or folded in actors or own.split()[0] not in _DIVISIONS or len(own.split()) < 2:
        return name
    return actors.get(own, name)


def _whole_name(name: str, actors: Mapping[str, str]) -> str:
    """A department's whole name as the plan's actors bear it, where only the beginning of its field is said.

    >>> _whole_name("Sở Văn hóa", {"so van hoa the thao va du lich": "Sở Văn hóa, Thể thao và Du lịch"})
    'Sở Văn hóa, Thể thao và Du lịch'
    >>> _whole_name("Sở Du lịch", {"so van hoa the thao va du lich": "Sở Văn hóa, Thể thao và Du lịch"})
    'Sở Văn hóa, Thể thao và Du lịch'
    """
    said = undiacritise(" ".join(tokens(name)))
    head, _, field = said.partition(" ")
    if said in actors or head not in _FIELD_HEADS or not field:
        return name
    having = {
        body_key(bears): bears
        for key, bears in actors.items()
        if key.startswith(f"{head} ") and f"{key} ".endswith(f" va {field} ")
    }
    return _fuller(said, sorted(actors), actors) or (having.popitem()[1] if len(having) == 1 else name)


def _may_be_several(said: str, keys: Sequence[str]) -> bool:
    """Whether more than one actor's name, or its initials, begins with what is said."""
    *head, last = said.split()
    initials = r"(?: va)? ".join(rf"{letter}\w*" for letter in last) if _NO_WORD_RE.fullmatch(last) else last
    return (
        sum(bool(re.match(rf"{' '.join(head)} (?:{re.escape(last)}\b|{initials})", key)) for key in keys) > 1
    )


def _fuller(said: str, keys: Sequence[str], actors: Mapping[str, str]) -> str | None:
    """The one actor whose name begins so ("sở giáo dục" is Sở Giáo dục và Đào tạo); None if several could be meant."""
    at = bisect_left(keys, f"{said} ")
    found: dict[str, str] = {}
    while at < len(keys) and keys[at].startswith(f"{said} "):
        if not _CLAUSE_RE.search(keys[at], len(said)):
            found.setdefault(body_key(actors[keys[at]]), actors[keys[at]])
        at += 1
    shortest = min(found, key=len, default="")
    return found[shortest] if found and all(key.startswith(shortest) for key in found) else None


_SHORT_NAME_RE = re.compile(
    r"(?:\b(sở|so|phòng|phong|ban|hội|hoi|chi cục|chi cuc|vp)\s+)?\b([A-ZĐ&-]{2,8})\b", re.IGNORECASE
)
_NO_WORD_RE = re.compile(r"[A-ZĐ]+|[^aeiouyAEIOUY]+")
"""Letters that are no syllable: capitals, or without a vowel."""


def bodies_offered(question: str, actors: Mapping[str, str]) -> tuple[str, ...]:
    """All bodies that a question names, whole or by their initials."""
    named = [mention.name for mention in (*find_agencies(question), *spot_agencies(question))]
    return tuple(dict.fromkeys((*named, *_by_initials(question, actors))))


def _by_initials(question: str, actors: Mapping[str, str]) -> Iterator[str]:
    """The actors whose initials the question says: "STP" is Sở Tư pháp, "phòng KHTC" Phòng Kế hoạch - Tài chính.

    The first of the initials are enough behind a head, where one actor alone has them.

    >>> list(_by_initials("Sở GD làm gì", {"so giao duc va dao tao": "Sở Giáo dục và Đào tạo"}))
    ['Sở Giáo dục và Đào tạo']
    """
    for head, short in _SHORT_NAME_RE.findall(question):
        if not head and not short.isupper():
            continue
        wanted = undiacritise(f"{head} {short}".lower()).replace("-", "").replace("&", "").split()
        begun: dict[str, str] = {}
        for key, name in actors.items():
            parts = _parted(key)
            rest = parts[len(wanted) - 1 :]
            if len(rest) > 1 and [*parts[: len(wanted) - 1]] == wanted[:-1]:
                initials = "".join(part[0] for part in rest)
                if initials == wanted[-1]:
                    yield name
                    break
                if head and _NO_WORD_RE.fullmatch(short) and initials.startswith(wanted[-1]):
                    begun.setdefault(body_key(name), name)
        else:
            if len(begun) == 1:
                yield from begun.values()


@lru_cache(maxsize=20_000)
def _parted(key: str) -> tuple[str, ...]:
    """The words of a name, without the one that only joins them."""
    return tuple(part for part in key.split() if part != "va")


def _without_place(name: str, spent: Collection[str]) -> str:
    """A department's name without the place that only says which plan is meant ("Sở Y tế Sơn Hà")."""
    folded = undiacritise(match_key(name))
    for phrase in sorted(spent, key=len, reverse=True):
        head = folded.removesuffix(f" {phrase}")
        if phrase.split()[0] in _HEADS:
            continue
        if (
            head != folded
            and (len(head.split()) > 1 or _is_short_form(head))
            and (
                not head.endswith((" tinh", " huyen", " xa", " phuong", " thanh pho"))
                or _LOWER_LEVEL_RE.search(head)
            )
        ):
            return " ".join(name.split()[: len(head.split())])
    return name


def _is_short_form(word: str) -> bool:
    """Whether one word stands for a whole name ("snv")."""
    return len(body_key(word).split()) > 1
