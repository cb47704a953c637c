"""Who issued a document: from the letterhead, else from "X ban hành Kế hoạch", else from the signature.

The words stay the document's own; only a letterhead in capitals is written as annex II of Decree
30/2020 writes names, where possible as the body of the same document spells them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Literal

from ingest.lines import Line
from ingest.parse.letters import compile_pattern
from ingest.parse.lines import is_upper
from ingest.parse.parts import is_motto
from ingest.parse.provinces import is_central_city
from ingest.plan import Range, System
from ingest.spelling import match_key, undiacritise

__all__ = [
    "Issuer",
    "Level",
    "complete_name",
    "issuer_of_basis",
    "issuers_of_letterhead",
    "level_of",
    "written_name",
]

Level = Literal["central", "province", "department", "district", "commune", "other"]

_HEAD_WORDS = (
    r"ủy ban|uỷ ban|ubnd|ubmttq|hđnd|hội đồng|sở|ban|bộ|chính phủ|quốc hội|thủ tướng|chủ tịch|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy"
    r"|đảng ủy|đảng bộ|cục|chi cục|tổng cục|phòng|trường|văn phòng|công an|trung tâm|mặt trận|liên đoàn|hội|thanh tra|tòa án|viện"
    r"|bệnh viện|trạm y tế|bưu điện|điện lực|hiệp hội|lữ đoàn|đảng đoàn|ban cán sự|tổng|đoàn|bảo hiểm|kho bạc|ngân hàng|bhxh|đảng cộng sản|học viện|đại học|đài|báo|công ty|tập đoàn|hợp tác xã|liên minh|thuế|quỹ|vụ|chi bộ|bch|btv|tổ công tác"
)
_BODY_RE = re.compile(rf"(?:{_HEAD_WORDS})(?!\w)")
_CONTINUES_RE = re.compile(
    r"(?:tỉnh|thành phố|tp|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|trung ương|khu vực|nước)(?!\w)(?! ủy)"
)
_NOISE_RE = re.compile(r"[\W_]*$|(?-i:[\s\d.…_]*[-/]?\s?[A-ZĐ][A-Za-zĐđ]{0,4}\s?[-/]\s?[A-ZĐ][\w&-]*$)|\W*(?:số|luật số|ngày|kính gửi|mẫu|phụ lục|dự thảo|\(dự thảo)\b|.*\bngày\b.*\btháng\b|.*\d\s*[/-]\s*[A-ZĐ]|https?:|trang \d|[\d./\s]+$", re.IGNORECASE)  # fmt: skip
_UNIT = r"(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)"
_NAMED_RE = re.compile(rf"(?<!\w)({_UNIT}) ((?:[^\W\d_]+(?: - )?\s?){{1,5}})")
_ISSUES_RE = compile_pattern(
    r"(?P<name>(?:[\p{Lu}])[^;:.\n]{2,150}?)\s*,?\s*(?:ban hành|xây dựng|lập|đề ra|triển khai|tổ chức thực hiện)\s+"
    r"(?:và (?:triển khai|tổ chức) (?:thực hiện )?)?(?:bản )?(?P<type>Kế hoạch|kế hoạch|Chương trình|chương trình|Phương án|phương án|Đề án|Hướng dẫn"
    r"|Chỉ thị|Quyết định|Nghị quyết|Quy chế|Quy định)",
)
_COMMITTEE_RE = re.compile(rf"(?:UBND|[ỦU][yỷ] ban nhân dân)(?= (?!{_UNIT}|các)[^\W\d_])", re.IGNORECASE)
_PARTY_NAMED_RE = re.compile(r"((?:Tỉnh|Thành|Huyện|Quận|Thị) ủy) ((?:[^\W\d_]+(?: - )?\s?){1,4})")
_SCHOOL_RE = re.compile(r"(THPT|THCS|tiểu học|mầm non)((?: (?!và)[^\W\d_]+){1,4})$")
_OWN_UNIT_RE = compile_pattern(rf"(?<!\w)(?:UBND|[ỦU][yỷ] ban nhân dân) ({_UNIT})(?!\w)(?! [\p{{Lu}}])")
_GLUED_RE = re.compile(
    r"(?<=\s)(?:(?<!NƯỚC )CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s?[-–]|SỞ|(?<!VĂN )PHÒNG|CHI CỤC|TRUNG TÂM|BAN (?:TUYÊN|DÂN|TỔ|NỘI|QUẢN|CHỈ|KINH)|BỆNH VIỆN|VĂN PHÒNG|THANH TRA|(?<!BỘ )CÔNG AN|(?:ĐẢNG|HUYỆN|THÀNH) (?:ỦY|UỶ))(?=\s|$)"
)
_NATION, _NATION_BEGINS = "cong hoa xa hoi chu nghia viet nam", "cong hoa"
_ASKS_RE = compile_pattern(
    r"(?P<name>[\p{Lu}][^;:.\n]{2,90}?)\s+(?:yêu cầu|đề nghị|chỉ thị|hướng dẫn|thông báo|báo cáo|quyết định)\b"
)


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body's name as a reader would write it, and where its words stand."""

    name: str
    range: Range


@cache
def _known_names() -> tuple[tuple[str, str], ...]:
    text = files("ingest").joinpath("data/agency_names.txt").read_text(encoding="utf-8")
    names = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(sorted(((match_key(name), name) for name in names), key=lambda pair: -len(pair[0])))


def written_name(capitals: str, text: str) -> str:
    """A name in capitals as the text itself writes it, else as names of its kind are written.

    >>> written_name("ỦY BAN NHÂN DÂN TỈNH SƠN HÀ", "")
    'Ủy ban nhân dân tỉnh Sơn Hà'
    >>> written_name("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Giao Sở Nông nghiệp và Môi trường chủ trì")
    'Sở Nông nghiệp và Môi trường'
    """
    capitals = re.sub(r"\s+", " ", capitals).strip(" *-_")
    if not is_upper(capitals):
        return capitals
    key = match_key(capitals)
    found = _as_in_text(key, text, capitals.lower())
    return found or _as_usual(key, capitals)


def _as_in_text(key: str, text: str, spelling: str) -> str | None:
    """The text's most usual writing of the name; its letterhead's own placing of tones first."""
    counts: dict[str, int] = {}
    for match in re.finditer(rf"(?<!\w){re.escape(key)}(?!\w)", match_key(text)):
        words = text[match.start() : match.end()]
        if not is_upper(words) and words[0].isupper():
            counts[words] = counts.get(words, 0) + 1
    return max(counts, key=lambda words: (words.lower() == spelling, counts[words])) if counts else None


def _as_usual(key: str, capitals: str) -> str:
    written = capitals.lower()
    for name_key, name in _known_names():
        for match in re.finditer(rf"(?<!\w){re.escape(name_key)}(?!\w)", key):
            if match.start() == 0 or name[0].isupper():
                start, end = match.span()
                if written[start:end].islower():
                    written = written[:start] + name + written[end:]
    # A word without a vowel is an abbreviation: UBND, HĐND, THPT.
    written = re.sub(r"(?<!\w)(?:ubnd|ubmttq|[bcdđghklmnpqrstvx]{2,})(?!\w)", lambda m: m[0].upper(), written)
    written = _SCHOOL_RE.sub(lambda m: f"{m[1]}{m[2].title()}", written)
    written = _PARTY_NAMED_RE.sub(lambda m: f"{m[1]} {m[2].title()}" if m[2].islower() else m[0], written)
    written = _NAMED_RE.sub(lambda m: f"{m[1]} {m[2].title()}" if m[2].islower() else m[0], written)
    return written[:1].upper() + written[1:]


def issuers_of_letterhead(pieces: Sequence[Line], text: str) -> list[Issuer]:
    """The bodies of a letterhead from the highest to the issuer itself; [] where there is no letterhead.

    >>> pieces = [Line(0, "UBND TỈNH SƠN HÀ"), Line(20, "SỞ NỘI VỤ"), Line(40, "Số: 12/KH-SNV")]
    >>> [issuer.name for issuer in issuers_of_letterhead(pieces, "")]
    ['UBND tỉnh Sơn Hà', 'Sở Nội vụ']
    >>> issuers_of_letterhead([Line(0, "BỘ LAO ĐỘNG -"), Line(14, "THƯƠNG BINH VÀ XÃ HỘI")], "")[0].name
    'Bộ Lao động - Thương binh và Xã hội'
    """
    groups: list[list[Line]] = []
    for piece in _without_nation([part for whole in pieces for part in _parted(whole)]):
        if (
            is_motto(piece.text)
            or _NOISE_RE.match(piece.text)
            or len(piece.text) > 120
            or not is_upper(piece.text)
        ):
            continue
        key = match_key(piece.text.strip(" *"))
        if groups and (_CONTINUES_RE.match(key) or not _BODY_RE.match(key)):
            groups[-1].append(piece)
        elif _BODY_RE.match(key):
            groups.append([piece])
    found: list[Issuer] = []
    for group in groups:
        # A lone dash at a line's end belongs to the name ("BỘ LAO ĐỘNG -"), a rule of dashes does not.
        parts = (piece.text.strip(" *_") for piece in group)
        words = " ".join(part if re.search(r"\w -$", part) else part.strip(" -") for part in parts)
        issuer = Issuer(written_name(words, text), Range(group[0].start, group[-1].end))
        if not found or match_key(found[-1].name) != match_key(issuer.name):
            found.append(issuer)
    return found


def _without_nation(pieces: Sequence[Line]) -> list[Line]:
    """The pieces without the national name where it is broken over lines: a scan reads both columns as one.

    >>> broken = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA", ", VIÊT NAM", "TỈNH SƠN HÀ"]
    >>> [piece.text for piece in _without_nation([Line(0, words) for words in broken])]
    ['TỈNH SƠN HÀ']
    """
    found, rest = [], ""
    for piece in pieces:
        words = " ".join(re.findall(r"\w+", undiacritise(match_key(piece.text))))
        if rest and words == rest:
            rest = ""
        elif len(words) > len(_NATION_BEGINS) and _NATION.startswith(words):
            rest = _NATION[len(words) :].strip()
        else:
            found.append(piece)
    return found


def _parted(piece: Line) -> list[Line]:
    """Two bodies that a converter ran together: "UBND TỈNH SƠN HÀ SỞ NỘI VỤ"."""
    cuts = [0, *(match.start() for match in _GLUED_RE.finditer(piece.text)), len(piece.text)]
    return [piece.part(start, end) for start, end in pairwise(cuts)]


def issuer_of_basis(line: Line) -> Issuer | None:
    """The body that "ban hành Kế hoạch" in the last sentence of the basis.

    >>> issuer_of_basis(Line(0, "Thực hiện Kế hoạch số 5/KH-UBND của UBND tỉnh; Sở Nội vụ xây dựng kế hoạch như sau:")).name
    'Sở Nội vụ'
    """
    best: Issuer | None = None
    for match in _ISSUES_RE.finditer(line.text):
        if issuer := _body_in(line, match.start("name"), match["name"]):
            best = issuer
    if best is None:
        for match in _ASKS_RE.finditer(line.text):
            best = _body_in(line, match.start("name"), match["name"]) or best
    return best


def _body_in(line: Line, at: int, words: str) -> Issuer | None:
    """The last body named in ``words`` that stands as the subject: after a comma or at their start."""
    for cut in [*[m.end() for m in re.finditer(r"[,;.]\s+", words)][::-1], 0]:
        part = words[cut:]
        if (
            _BODY_RE.match(match_key(part))
            and part[0].isupper()
            and len(part) < 110
            and not re.search(r"\d|(?<!\w)(?:của|về|tại)(?!\w)", part)
        ):
            start = line.start + at + cut
            if committee := _COMMITTEE_RE.match(part):
                # What follows must be its unit; where letters were lost the bare name is all that is sure.
                part = committee[0]
            return Issuer(part.strip(), Range(start, start + len(part.rstrip())))
    return None


def complete_name(name: str, province: str | None, texts: Sequence[str]) -> str:
    """Give a bare "UBND tỉnh" the name that title, place or text gives it.

    >>> complete_name("UBND tỉnh", "Lai Châu", [])
    'UBND tỉnh Lai Châu'
    >>> complete_name("UBND xã", None, ["trên địa bàn xã Suối Mây năm 2024", ""])
    'UBND xã Suối Mây'
    """
    if match_key(name) in ("ubnd", "ủy ban nhân dân"):
        name = _with_unit(name, texts[-1] if texts else "")
    match = re.search(rf"(?<!\w)({_UNIT}|[Tt]ỉnh ủy|[Tt]hành ủy|[Hh]uyện ủy|[Đđ]ảng ủy)$", name)
    if not match:
        return name
    unit = match[1].lower()
    if unit in ("tỉnh", "tỉnh ủy") and province:
        return f"{name} {province}"
    if unit in ("thành phố", "thành ủy") and province and is_central_city(province):
        return f"{name} {re.sub('^Thành phố ', '', province)}"
    bare = {"huyện ủy": "huyện", "thành ủy": "thành phố", "đảng ủy": "xã", "tỉnh ủy": "tỉnh"}.get(unit, unit)
    return _with_name(name, rf"{bare}|{unit}", texts)


def _with_name(name: str, unit: str, texts: Sequence[str]) -> str:
    """The unit's own name by place and title; by the whole text (the last) only as "UBND xã Suối Mây"."""
    words = r"((?:[\p{Lu}][^\W\d_]*\s?){1,4})(?=\W|$|năm|giai)"
    named = compile_pattern(rf"(?<!\w)(?i:{unit})\s+{words}")
    for text in texts[:-1]:
        if match := named.search(text):
            return f"{name} {match[1].strip().title() if match[1].isupper() else match[1].strip()}"
    own = compile_pattern(rf"(?<!\w)(?:UBND|[ỦU][yỷ] ban nhân dân|Đảng ủy|Huyện ủy)\s+(?:{unit})\s+{words}")
    found = {match.strip() for match in own.findall(texts[-1])} if texts else set()
    if len(found) == 1:
        return f"{name} {found.pop()}"
    return name


def _with_unit(name: str, text: str) -> str:
    """A bare committee takes the unit that the text calls it by ("báo cáo UBND xã"), other bodies left out."""
    own = _OWN_UNIT_RE.findall(text)
    return f"{name} {max(own, key=own.count)}" if own else name


def level_of(issuer: str, parent: str | None, system: System | None, text: str = "") -> Level:
    """The rung of the issuer: central, province, department (of a province), district, commune, other.

    >>> level_of("Ủy ban nhân dân tỉnh Sơn Hà", None, "state"), level_of("Sở Nội vụ", None, "state")
    ('province', 'department')
    >>> level_of("Ban Thường vụ Huyện ủy Tam Đường", None, "party"), level_of("UBND xã Suối Mây", None, "state")
    ('district', 'commune')
    """
    key, above = match_key(issuer), match_key(parent or "")
    if re.search(r"(?<!\w)(?:xã|phường|thị trấn|đặc khu)(?!\w)", re.sub(r"thị xã|xã hội", "", key)):
        return "commune"
    if re.search(r"(?<!\w)(?:huyện|quận|thị xã|huyện ủy|quận ủy|thị ủy)(?!\w)", key):
        return "district"
    if key.startswith(("sở ", "thanh tra tỉnh", "công an tỉnh", "bộ chỉ huy", "ban dân tộc")):
        return "department"
    if re.search(
        r"(?<!\w)(?:trung ương|chính phủ|quốc hội|thủ tướng|bộ chính trị|ban bí thư)(?!\w)", key
    ) or re.match(r"bộ ", key):
        return "central"
    return _lower_level(key, above, system, text)


def _lower_level(key: str, above: str, system: System | None, text: str) -> Level:
    city = re.search(r"(?<!\w)(?:thành phố|thành ủy|tp\.?) (.+)$", key)
    whole = re.match(
        r"(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|chủ tịch|ban thường vụ|ban chấp hành|tỉnh ủy|thành ủy|đoàn đại biểu)",
        key,
    )
    if whole and (re.search(r"(?<!\w)tỉnh(?!\w)", key) or (city and is_central_city(city[1]))):
        return "province"
    if whole and city:
        return "district"
    if above:
        upper = level_of(above, None, system)
        return "department" if upper == "province" else upper
    if re.search(r"(?<!\w)(?:tỉnh|tỉnh ủy|thành ủy)(?!\w)", key):
        return "department"
    if key in ("ủy ban nhân dân", "ubnd") and re.search(
        r"(?<!\w)(?:công chức (?:tư pháp|văn phòng)|trưởng thôn|các thôn)(?!\w)", match_key(text)
    ):
        return "commune"
    return "other"
