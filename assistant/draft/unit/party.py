"""How bodies of the Party above the communes speak of themselves: their short name, parts, leaders and peers.

In: the name of a body of kind "party_committee". Out: its short name, and what differs from a commune's committee
(data/unit_kinds.yaml). Names of parts follow Quy định 399-QĐ/TW and common usage; a profile can set its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Literal

from assistant.draft.unit.part_names import HAMLETS
from ingest.facts.language.verbs import opens_task, starts_predicate

__all__ = [
    "LEADS",
    "cell_kinds",
    "committee_of_body",
    "commune_led",
    "leads_them",
    "led_body",
    "led_task",
    "party_changes",
    "party_self",
]

_COMMITTEE_RE = re.compile(r"(?i)(tỉnh|thành|huyện|quận|thị) (?:ủy|uỷ)(?!\w)")
"""Committees above the communes: what stands under them are bodies and committees, no cells."""
_BODY_RE = re.compile(
    r"(?i)(?:ban|văn phòng|ủy ban kiểm tra)(?= .*(?:tỉnh|thành|huyện|đảng) (?:ủy|uỷ)(?!\w))"
)
_WHOLE_RE = re.compile(
    r"(?i)đảng (?:ủy|uỷ)(?=.*(?<!\w)(?:tỉnh|thành phố|trung ương)(?!\w))(?!.*(?<!\w)(?:xã|phường|đặc khu)(?!\w))"
)
"""Committees of a province's bodies: "Đảng ủy UBND tỉnh Sơn Hà"."""
_CELL_RE = re.compile(r"(?i)chi bộ(?!\w)")
_CELLS = {
    r"trường|giáo dục|mầm non|tiểu học|thcs|thpt": r"trường học|nhà trường|trường|giáo dục",
    r"trạm y tế|bệnh viện|y tế": r"y tế|trạm y tế",
    rf"{HAMLETS}|khu dân cư": rf"{HAMLETS}|khu dân cư|địa bàn dân cư|nông thôn",
    r"công an": r"công an|lực lượng vũ trang",
    r"quân sự|biên phòng": r"quân sự|lực lượng vũ trang",
    r"công ty|doanh nghiệp|hợp tác xã|ngân hàng": r"doanh nghiệp|hợp tác xã",
    r"phòng|đội|chi cục|văn phòng|ủy ban|hội|trung tâm|sở|ban|cơ quan|thuế|kho bạc": r"cơ quan|khối cơ quan|cơ quan, đơn vị",
}
"""Kinds of cells by the words of a cell's name, and what a committee calls each kind ("chi bộ trường học")."""
LEADS = "Lãnh đạo, chỉ đạo"
"""What a committee does with what others than its own parts are charged with."""
_LEADS_RE = re.compile(r"(?i)đảng (?:ủy|uỷ)\s+(xã|phường|đặc khu)(?!\w)")
_MASS = r"các (?:đoàn thể|tổ chức chính trị\s?[-–]\s?xã hội)"
_FRONT = r"(?:(?:Ủy|Uỷ) ban )?(?:Mặt trận Tổ quốc|MTTQ)(?: Việt Nam)?"
_JOINED = rf"{_FRONT}(?:,| và|, và) {_MASS}"
_EVERY = r"(?:các cấp|cùng cấp|cấp (?:xã|cơ sở)|(?:các )?(?:xã|phường|đặc khu)(?:(?:,| và|, và) (?:các )?(?:xã|phường|đặc khu|thị trấn))*)"
_LED_RE = re.compile(
    rf"(?i)(?P<body>(?:Chủ tịch )?(?:UBND|(?:Ủy|Uỷ) ban nhân dân|HĐND|Hội đồng nhân dân)|{_JOINED}|{_FRONT}|{_MASS}) {_EVERY}(?: trên địa bàn (?:toàn )?(?:tỉnh|thành phố)(?!\w).*)?|(?P<all>{_JOINED})"
)
"""Bodies of a commune, or of every level; the Front and the unions together also where no level is told."""
_ONE_NAME = (
    (r"(?i)ủy ban nhân dân|uỷ ban nhân dân", "UBND"),
    (r"(?i)hội đồng nhân dân", "HĐND"),
    (rf"(?i)^{_FRONT}$", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
    (rf"(?i)^{_FRONT}(?:, và|,| và) (?=các )", "Mặt trận Tổ quốc, "),
)
"""A parent writes one body now in full, now short; a draft calls it by one name."""
_OF_COMMUNE_RE = re.compile(r"(?i)(?<!\w)(?:xã(?! hội)|phường|đặc khu)(?!\w)")
_BODY_BINDS = ("cấp ủy, tổ chức đảng", "cơ quan", "đơn vị", "các ban", "ban (?:xây dựng )?đảng")


def party_self(name: str) -> str | None:
    """Tell what a Party body above the communes calls itself; None for other committees.

    >>> party_self("Tỉnh ủy Sơn Hà"), party_self("Ban Nội chính Tỉnh ủy"), party_self("Đảng ủy xã Tân An")
    ('Tỉnh ủy', 'Ban', None)
    """
    found = _COMMITTEE_RE.match(name) or _BODY_RE.match(name) or _CELL_RE.match(name)
    return f"{found[0][:1].upper()}{found[0][1:]}" if found else None


def commune_led(name: str) -> str | None:
    """The commune that a Party committee leads.

    >>> commune_led("Đảng ủy xã Suối Bạc"), commune_led("Đảng ủy Công an xã Suối Bạc"), commune_led("Tỉnh ủy Sơn Hà")
    ('xã Suối Bạc', None, None)
    """
    found = re.match(r"(?i)đảng (?:ủy|uỷ) (?P<place>(?:xã|phường|đặc khu) \S.*)", name)
    return found["place"] if found else None


def party_changes(name: str, own: str, head: str | None) -> dict[str, Any]:
    """What differs from a commune's committee; ``own`` is what the body calls itself, ``head`` its head's title.

    >>> party_changes("Tỉnh ủy Sơn Hà", "Tỉnh ủy", None)["inner"]
    'các ban, cơ quan, đảng ủy trực thuộc Tỉnh ủy'
    >>> shape = party_changes("Chi bộ Trường THCS A", "Chi bộ", None)["one_of_class"]
    >>> [bool(re.search(shape, words)) for words in ("các chi bộ trực thuộc", "chi bộ trường học", "chi bộ thôn")]
    [True, True, False]
    """
    if _COMMITTEE_RE.match(own):
        level = "province" if own.lower().startswith(("tỉnh", "thành")) else "district"
        parts = f"ban, cơ quan, đảng ủy trực thuộc {own}"
        peers = "tỉnh|thành" if level == "province" else "huyện|quận|thị"
        whole = "(?:(?:ban thường vụ|ban chấp hành|thường trực) )?(?:các )?"
        peer = rf"^{whole}(?:{peers}) (?:ủy|uỷ)(?:,? (?:và )?(?:các )?(?:{peers}|đảng) (?:ủy|uỷ))*(?: trực thuộc trung ương)?$"
        at = "tỉnh" if level == "province" else "huyện"
        peer = rf"{peer}|^{whole}cấp (?:ủy|uỷ) cấp {at}$"
        heads = f"người đứng đầu các {parts}"
        return {"level": level, "one_of_class": peer, "inner": f"các {parts}", "one_inner": parts} | {
            "inner_heads": heads
        }
    if _BODY_RE.match(name):
        parts = f"phòng, đơn vị thuộc {own}"
        words = {"inner": f"các {parts}", "one_inner": parts, "inner_heads": f"Trưởng các {parts}"}
        leads = {"leaders": f"Lãnh đạo {own}", "head": head or f"Thủ trưởng {own}", "office": ""}
        inspects = own.lower() == "ủy ban kiểm tra"
        if inspects:
            leads |= {"head": "Chủ nhiệm Ủy ban Kiểm tra"}
        signs = {"authority": "T/M ỦY BAN KIỂM TRA" if inspects else ""}
        return {
            **words,
            **leads,
            **signs,
            "level": "province",
            "one_of_class": _peers(name),
            "binds": _BODY_BINDS,
        }
    if _CELL_RE.match(name):
        return _cell_changes(name)
    if _WHOLE_RE.match(name):
        return {"level": "province", "one_of_class": r"^(?:các )?(?:đảng ủy|đảng uỷ) trực thuộc"}
    return {}


def committee_of_body(name: str) -> str | None:
    """What the committee that a body serves is called; None for what is no such body.

    >>> committee_of_body("Văn phòng Tỉnh ủy Sơn Hà"), committee_of_body("Tỉnh ủy Sơn Hà")
    ('Tỉnh ủy', None)
    """
    found = _BODY_RE.match(name) and re.search(r"(?i)(?:tỉnh|thành|huyện|đảng) (?:ủy|uỷ)(?!\w)", name)
    return found[0] if found else None


def led_body(name: str, committee: str) -> str | None:
    """What a commune's committee calls a body that it leads: the government, the council, the Front and the unions.

    >>> led_body("UBND các xã, phường", "Đảng ủy xã A"), led_body("Chủ tịch UBND cấp xã", "Đảng ủy phường B")
    ('UBND xã', 'Chủ tịch UBND phường')
    >>> led_body("Mặt trận Tổ quốc, các đoàn thể", "Đảng ủy xã A"), led_body("Các đoàn thể", "Đảng ủy xã A")
    ('Mặt trận Tổ quốc, các đoàn thể xã', None)
    >>> led_body("Ủy ban nhân dân các xã", "Đảng ủy xã A"), led_body("MTTQ các cấp", "Đảng ủy xã A")
    ('UBND xã', 'Ủy ban Mặt trận Tổ quốc Việt Nam xã')
    >>> led_body("UBND tỉnh", "Đảng ủy xã A"), led_body("UBND các cấp", "Đảng ủy Công ty A")
    (None, None)
    """
    own, found = _LEADS_RE.match(committee), _LED_RE.fullmatch(name)
    if own is None or found is None:
        return None
    body = re.sub("^Các ", "các ", found["body"] or found["all"])
    for written, name in _ONE_NAME:
        body = re.sub(written, name, body)
    return f"{body} {own[1].lower()}"


def led_task(
    names: Sequence[str], reaches: Sequence[str | None], committee: str, task: str
) -> tuple[str, str] | None:
    """Who of the bodies that a committee leads is charged with a task, and the task as what it leads them to do.

    >>> led_task(["UBND cấp xã"], [None], "Đảng ủy xã A", "Rà soát hộ nghèo")
    ('UBND xã', 'Lãnh đạo, chỉ đạo UBND xã rà soát hộ nghèo')
    >>> led_task(["UBND cấp xã"], [None], "Đảng ủy xã A", "Đề án phát triển chợ")
    ('UBND xã', 'Lãnh đạo, chỉ đạo UBND xã thực hiện: Đề án phát triển chợ')
    """
    if leads_them(names, reaches, committee) != "led":
        return None
    who = ", ".join(dict.fromkeys(led for name in names if (led := led_body(name, committee))))
    acts = starts_predicate(task) or opens_task(task)
    return who, f"{LEADS} {who} {task[:1].lower()}{task[1:]}" if acts else f"{LEADS} {who} thực hiện: {task}"


def leads_them(
    names: Sequence[str], reaches: Sequence[str | None], committee: str
) -> Literal["led", "unsure"] | None:
    """Whether a committee leads those charged, and neither it nor its own parts act; unsure with others of its commune.

    >>> leads_them(["Sở Y tế", "UBND các xã, phường"], [None, None], "Đảng ủy xã A")
    'led'
    >>> leads_them(["Hội Nông dân xã", "UBND các xã, phường"], [None, None], "Đảng ủy xã A")
    'unsure'
    """
    led = [led_body(name, committee) for name in names]
    if not any(led) or any(reach and not body for body, reach in zip(led, reaches, strict=True)):
        return None
    beside = any(not body and _OF_COMMUNE_RE.search(name) for body, name in zip(led, names, strict=True))
    return "unsure" if beside else "led"


def _peers(name: str) -> str:
    """How a parent calls all bodies of one kind and level, as a pattern; one committee's body alone is that one's own.

    >>> office = _peers("Văn phòng Tỉnh ủy Sơn Hà")
    >>> [bool(re.search(office, words)) for words in ("văn phòng các tỉnh ủy, thành ủy", "văn phòng tỉnh ủy", "văn phòng đảng ủy xã, phường")]
    [True, False, False]
    """
    own, of, _ = re.split(r"(?i)\s+(tỉnh|thành|huyện|đảng)(?= (?:ủy|uỷ)(?!\w))", name, maxsplit=1)
    level = "tỉnh|thành" if of.lower() in {"tỉnh", "thành"} else of.lower()
    several = r"(?=.*(?:các |, | và ))"
    others = r"(?: (?:tỉnh|thành|đảng) (?:ủy|uỷ)| xã| phường| đặc khu| cấp tỉnh| trực thuộc trung ương| và| các|,)*"
    return rf"^{several}(?:các )?{re.escape(own.lower())} (?:của )?(?:các )?(?:{level}) (?:ủy|uỷ){others}$"


def cell_kinds(name: str) -> str | None:
    """What a cell's committee calls its kind, alone or among other kinds, as a pattern; None for no cell.

    >>> bool(re.fullmatch(cell_kinds("Chi bộ Trường THCS A") or "", "trường học, y tế"))
    True
    """
    if not _CELL_RE.match(name):
        return None
    own = _own_kind(name)
    every = "|".join(_CELLS.values())
    return rf"(?:(?:{every})(?:, | và ))*(?:{own})(?:(?:, | và )(?:{every}))*" if own else ""


def _own_kind(name: str) -> str:
    """What a cell's committee calls its kind; "" for one of no kind.

    >>> _own_kind("Chi bộ Phòng Tài nguyên và Môi trường"), _own_kind("Chi bộ Trạm Y tế")
    ('cơ quan|khối cơ quan|cơ quan, đơn vị', 'y tế|trạm y tế')
    """
    body = name.lower().removeprefix("chi bộ")
    said = {kind: re.search(rf"(?<!\w)(?:{words})(?!\w)", body) for words, kind in _CELLS.items()}
    places = {kind: match.start() for kind, match in said.items() if match}
    return min(places, key=places.__getitem__, default="")


def _cell_changes(name: str) -> dict[str, Any]:
    """What a cell (chi bộ) has of its own: its committee (chi ủy), its members, and the kind of cells it is one of."""
    own = _own_kind(name)
    others = [kind for kind in _CELLS.values() if kind != own]
    among = rf"(?: (?:{cell_kinds(name)}))?" if own else ""
    each = r"(?:(?:các|mỗi|từng|tất cả|mọi|100 ?%) )*"
    more = r"(?:(?:,|/| và) (?:các )?(?:chi bộ|đảng bộ|đảng bộ bộ phận|đảng bộ cơ sở|chi bộ cơ sở|đảng ủy|chi ủy|đảng viên))*"
    tail = r"(?: (?:cơ sở|trực thuộc)(?: (?:đảng ủy|đảng bộ)[^,;]*)?)?"
    lists = rf"{each}(?:(?:đảng bộ|đảng ủy)(?:,|/| và) (?:các )?)?"
    return {
        "level": "unit",
        "authority": "T/M CHI BỘ",
        "one_of_class": rf"^(?:(?:cấp ủy|bí thư|ban chi ủy|chi ủy)(?:,? )?)?{lists}chi (?:bộ|ủy){among}{more}{tail}$",
        "binds": ("chi bộ", "tổ chức đảng", "cấp ủy", "tổ chức cơ sở đảng"),
        "apart": tuple(rf"chi bộ (?:[^,]*, )?(?:{kind})(?!\w)" for kind in others),
        "inner": "đảng viên của Chi bộ",
        "one_inner": "đảng viên của Chi bộ",
        "inner_heads": "đảng viên được phân công",
        "leaders": "Chi ủy",
        "office": "",
        "head": "Bí thư Chi bộ",
        "people": "đảng viên của Chi bộ",
    }
