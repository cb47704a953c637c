"""Counts and levels of the superior that reach a lower unit with the parent's text: the unit's own share is asked for.

In: a clause, the parent and the profile. Out: the clause with a slot where a count of the whole stood, and what the
officer is asked; of a line that tells several levels only the unit's. A share or a norm holds for each part of the
whole, a count does not: "500.000 cây xanh" of a province is no commune's target.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.draft.model import SLOT
from assistant.draft.parent.own_targets import shares_of_class
from assistant.draft.parent.superior import BLANK_RE, tells_to_do
from assistant.draft.unit.natures import natures_of
from assistant.draft.unit.part_names import HAMLETS
from assistant.draft.unit.party import commune_led
from assistant.draft.unit.profile import UnitProfile, kind_of
from ingest.facts.bodies.agencies import find_agencies
from ingest.facts.language.verbs import PREDICATE_RE
from ingest.facts.times.limits import find_times
from ingest.plan import Plan
from ingest.spelling import match_key

__all__ = ["counts_whole", "of_own_level", "open_blanks", "open_counts", "open_shares", "stands_below"]

_COUNT_RE = re.compile(
    r"(?<![\d/.,–-])(?:\d{1,3}(?:\.\d{3})+|[1-9]\d+)(?:,\d+)?\s+(?:(?:nghìn|ngàn|triệu|tỷ)\s+)?"
    r"(?:tấn|ha|hecta|héc ta|km|mw|m3|tỷ|triệu (?:đồng|usd|lượt)|sản phẩm|doanh nghiệp|hợp tác xã|tổ hợp tác|căn|giường bệnh|lượt|con"
    r"|cây|trang trại|mô hình|lao động|hộ|dự án|tàu|công trình)(?!\w)(?!\s*/)"
)
# A number that counts: two figures or more, no date, no ordinal, no rate, no symbol.
_NUMBER_RE = re.compile(
    r"(?<![\w/.,–+-])(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|[1-9]\d{1,5}|\d+(?:,\d+)?(?=\s(?:nghìn|ngàn|triệu)\s(?!đồng|USD|đô la|lượt)))(?![\d/.,]*\d)(?!\s*[-–/%]\s*\d)\s+(?:(?:nghìn|ngàn|triệu)\s+(?!đồng|USD|đô la))?(?P<noun>[a-zà-ỹđ]+(?:\s+[a-zà-ỹđ]+)?|TTHC|DVC)"
)
# What stands before an ordinal, a name or a condition ("khu phố 12", "Đề án 06", "cơ sở trên 50 chỗ").
_ORDINAL_RE = re.compile(
    rf"(?i)(?:{HAMLETS}|tổ|điều|khoản|mục|(?<!dứt )(?<!trọng )điểm|phần|số|năm|tháng|ngày|quý|tuần|đợt|lần|kỳ|khóa|lớp|khối|nhóm|hạng|loại|cấp|bậc|vùng|đường|ngõ|hẻm|quốc lộ"
    r"|tỉnh lộ|đài|phụ lục|biểu|bảng|mẫu|thứ|giai đoạn|và|đến|chương trình|đề án|dự án|nghị quyết|kết luận|chỉ thị|nghị định|thông tư|quyết định|kế hoạch"
    r"|(?-i:[A-ZĐ]{2,}\w*))\s+(?:\d+\s*(?:,|và|-|–)\s*)*$"
)
_CONDITION_RE = re.compile(r"(?i)(?:trên|dưới|quá|hơn|từ|đủ)\s+$")
# "số vụ không quá 268 vụ": no condition, but the most that the whole may count.
_AT_MOST_RE = re.compile(r"(?i)(?:^|[,;:]\s)(?:tổng )?số\s[^,;:.]{2,60}không quá\s+$")
# "... cấp xã (tỉnh hiện có 58 đơn vị hành chính cấp xã)": the state of the whole, told by the way.
_WHOLE_NOW_RE = re.compile(r"\s*\((?:toàn )?(?:tỉnh|thành phố) hiện[^(),;]*(?P<more>[,;][^()]*)?\)")
_NOT_A_COUNT_RE = re.compile(
    r"(?:ngày|tháng|năm|giờ|phút|giây|tuần|quý|buổi|lần|tuổi|bước|bậc|độ|điểm phần|mét|cm|mm|m|m2|lít|ml|kg|gam|gram|trở|đến|và|của|về|ban hành|cho|chỗ|dân|đồng|nghìn đồng"
    r"|triệu|tỷ|tỉ|nghìn|ngàn|tiêu chí|nội dung|nhiệm vụ|chỉ tiêu|chuyên đề|nguyên tắc|câu|môn|tiết|trang|chữ|lĩnh vực|nhóm|ý kiến|người trở|quốc|số|theo|trong|tại|ở|là|do|hoặc|thành viên)(?!\w)"
)
# Sums that the whole is to reach: "kim ngạch xuất khẩu đạt 400 triệu USD", not "hỗ trợ 50 triệu đồng", "5 triệu đồng/người"
# nor a limit of the law ("doanh thu trên 1 tỷ đồng phải dùng hóa đơn").
_MONEY_RE = re.compile(
    r"(?<![\w/.,–+-])(?P<number>\d{1,3}(?:\.\d{3})*(?:,\d+)?)\s+(?P<noun>(?:nghìn\s+)?(?:triệu|tỷ|tỉ)(?>(?:\s+(?:đồng|USD|đô la))?))(?!\w)(?!\s*/(?!\s*(?:năm|tháng|quý)(?!\w)))(?![^;:.]*\s(?:phải|được|thì)\s)"
)
_SUM_RE = re.compile(
    r"(?i)(?<!\w)(?:tổng (?:giá trị|kim ngạch|doanh thu|thu|mức|vốn|sản phẩm|số vốn)|giá trị|kim ngạch|doanh thu|doanh số|thu ngân sách|thu NSNN|GRDP|quy mô)(?!\w)[^;:.]{0,160}(?<!\w)đạt\s+(?:(?:trên|hơn|gần|khoảng|từ|ít nhất|tối thiểu|mức)\s+)*$"
)
_SMALL_RE = re.compile(r"(?<![\w/.,])(?P<number>0[1-9])\s+(?P<noun>[a-zà-ỹđ]+)")
_BESIDE_RE = re.compile(r"(?:\s[^\W\d_]+){0,4}(?:,|,? và)\s")
_SAID_RE = re.compile(r"\S+(?:\s+[^\s,.;:()…\[]+){1,3}")
_TAIL_RE = re.compile(
    r"\s(?:tại|ở|trong|trên|của|và|với|cho|để|được|có|theo|từ|đến|là|do|cùng|về|vào|thuộc)$"
)
# "mỗi cộng tác viên ...", "bình quân": told of each; "mỗi đợt", "bình quân mỗi quý" are still of the whole.
_EACH_RE = re.compile(
    r"(?i)(?<!\w)(?:(?:bình quân|trung bình)(?! (?:mỗi|từng|hằng|hàng|một) (?:năm|tháng|quý|tuần|ngày)(?!\w))|(?:mỗi|từng) (?!năm|tháng|quý|tuần|ngày|đợt|kỳ|lần|vòng|vụ|khóa|giai đoạn|buổi)\w+)"
)
_RATE_RE = re.compile(r"(?:\s+[\w-]+){0,3}\s*/\s*(?!(?:năm|tháng|quý|tuần|ngày|đợt|kỳ)(?!\w))[a-zà-ỹđ]")
_STATE_RE = re.compile(
    r"(?i)(?:chính phủ|thủ tướng|bộ |quốc hội|ban chấp hành trung ương|ban bí thư|bộ chính trị)"
)
_OF_COMMUNE_RE = re.compile(r"(?<!\w)(?:xã|phường|đặc khu)(?!\w)(?! hội)")
_ABOVE_RE = re.compile(r"(?<!\w)(?:tỉnh|thành phố|huyện|việt nam|trung ương)(?!\w)")
_RANKS = {"central": 5, "province": 4, "department": 3, "district": 2, "commune": 1}


def counts_whole(text: str) -> bool:
    """Tell whether a clause counts things by number, not by share or for each.

    >>> counts_whole("Trồng mới 500.000 cây xanh"), counts_whole("Giảm 1,5% hộ nghèo"), counts_whole("ít nhất 01 mô hình")
    (True, False, False)
    """
    return _COUNT_RE.search(match_key(text)) is not None


def stands_below(plan: Plan, profile: UnitProfile) -> bool:
    """Whether the unit is one of many that the issuer's counts are made of.

    A department carries out its province's counts itself, a ministry those of the state.
    """
    issuer, kind = plan.letterhead.issuer or "", kind_of(profile)
    rank = _RANKS.get(plan.letterhead.level or "", 0)
    if _STATE_RE.match(issuer) or rank == 5:
        return not any(nature.name == "ministry" for nature in natures_of(profile.name))
    if kind.level in {"district", "commune"}:
        return rank > _RANKS[kind.level]
    if kind.level == "unit":
        return rank > 0
    of_commune = _OF_COMMUNE_RE.search(match_key(profile.name)) is not None
    if kind.name != "agency":
        return False
    if rank == 0:
        # A mass organisation's own line: "Hội Cựu chiến binh tỉnh" over that of a commune.
        return of_commune and _ABOVE_RE.search(match_key(issuer)) is not None
    # An office of a ward takes part in the ward's plan; a provincial one may carry out what is its field.
    return rank == 4 or of_commune


def _whole_counts(text: str) -> Iterator[re.Match[str]]:
    for match in _NUMBER_RE.finditer(text):
        before = text[: match.start()]
        small = "." not in match["number"]
        year = re.fullmatch(r"(?:19|20)\d\d", match["number"])
        bound = small and _CONDITION_RE.search(before) and not _AT_MOST_RE.search(before)
        if year or _ORDINAL_RE.search(before) or bound:
            continue
        after = re.split(r"[,;.:]", text[match.end() :], maxsplit=1)[0][:40]
        if _EACH_RE.search(before) or _EACH_RE.search(after):
            continue  # "34 tổ hòa giải, mỗi tổ 05 người": of each of those that are counted
        if _NOT_A_COUNT_RE.match(match["noun"]) or _RATE_RE.match(text, match.end("number")):
            continue
        yield match
    for match in _MONEY_RE.finditer(text):
        before = re.split(r"(?:^|[;:]|\.\s)", text[: match.start()])[-1]
        if _SUM_RE.search(before) and not _EACH_RE.search(before):
            yield match


def _but_task(now: re.Match[str]) -> str:
    """What a bracket on the whole says to do behind its count ("(tỉnh hiện có 15 hồ, hoàn thành cắm mốc trong quý II)")."""
    more = (now["more"] or "").lstrip(",; ")
    return f" ({more})" if tells_to_do(more) or find_times(more) else ""


def _small_beside(text: str, found: list[re.Match[str]]) -> list[re.Match[str]]:
    """Small counts beside those of the whole, which are of it, too: "20 mẫu SXH, 05 mẫu TCM", "11 kho và 02 chợ"."""
    counts = [m for m in found if m.re is _NUMBER_RE]
    nouns = {m["noun"].split()[0] for m in counts}

    def beside(small: re.Match[str]) -> bool:
        if _NOT_A_COUNT_RE.match(small["noun"]):
            return False
        between = (text[min(m.end(), small.end()) : max(m.start(), small.start())] for m in counts)
        return small["noun"] in nouns or any(_BESIDE_RE.fullmatch(words) for words in between)

    return [small for small in _SMALL_RE.finditer(text) if beside(small)]


def open_counts(text: str, *, every: bool) -> tuple[str, tuple[str, ...]]:
    """Put a slot where a count of the whole stands; ``every``: nobody is told to act, so any count is the whole's.

    >>> open_counts("Trồng mới 500.000 cây xanh trên địa bàn tỉnh", every=False)
    ('Trồng mới […] cây xanh trên địa bàn tỉnh', ('Số của đơn vị (cấp trên nêu: 500.000 cây xanh)',))
    >>> open_counts("Tổng giá trị xuất khẩu đạt 48,3 triệu USD, tăng 5%", every=False)[0]
    'Tổng giá trị xuất khẩu đạt […] triệu USD, tăng 5%'
    >>> open_counts("Doanh thu đạt tối thiểu 5 tỷ đồng/năm", every=False)[0], open_counts("Thu nhập đạt 5 triệu đồng/người", every=True)[1]
    ('Doanh thu đạt tối thiểu […] tỷ đồng/năm', ())
    >>> open_counts("Cắt giảm 120 tàu lưới kéo, bình quân mỗi quý giảm 30 tàu", every=True)[0]
    'Cắt giảm […] tàu lưới kéo, bình quân mỗi quý giảm […] tàu'
    >>> open_counts("Xử lý dứt điểm 18 điểm đen", every=True)[0], open_counts("Thực hiện điểm 18 mục này", every=True)[1]
    ('Xử lý dứt điểm […] điểm đen', ())
    >>> open_counts("Dựng 11 kho thóc và 02 chợ phiên", every=True)[0], open_counts("Dựng 11 kho, mỗi kho 02 cửa", every=True)[0]
    ('Dựng […] kho thóc và […] chợ phiên', 'Dựng […] kho, mỗi kho 02 cửa')
    >>> open_counts("Mỗi cộng tác viên phụ trách không quá 100 hộ trong 30 ngày", every=True)[1]
    ()
    """
    text = _WHOLE_NOW_RE.sub(_but_task, text)
    found = [
        m
        for m in _whole_counts(text)
        if every or m.re is _MONEY_RE or _COUNT_RE.match(match_key(text[m.start() :]))
    ]
    slots: list[str] = []
    for match in sorted((*found, *_small_beside(text, found)), key=lambda m: -m.start()):
        said = _SAID_RE.match(text, match.start())
        noun = _TAIL_RE.sub("", said[0]) if said else match["number"]
        slots.insert(0, f"Số của đơn vị (cấp trên nêu: {noun})")
        text = text[: match.start()] + SLOT + text[match.end("number") :]
    return text, tuple(slots)


def open_shares(text: str, profile: UnitProfile) -> tuple[str, tuple[str, ...]]:
    """Put a slot where a share counts bodies of which the unit is one: what it adds to the share is its officer's to say.

    A share of the communes is one of the whole: no number of them is one commune's.

    >>> open_shares("Phấn đấu 20% số trường “không rác”", UnitProfile("Trường THCS A", "school"))
    ('Phấn đấu […] số trường “không rác”', ('Phần của đơn vị (cấp trên nêu: 20% số trường)',))
    """
    slots: list[str] = []
    if kind_of(profile).level == "commune":
        return text, ()
    for found in reversed(tuple(shares_of_class(text, profile))):
        said = re.match(r"(?:[^;:.“(]|(?<=\d)\.(?=\d)){0,50}(?!\w)", text[found.start :])
        slots.insert(0, f"Phần của đơn vị (cấp trên nêu: {said[0].strip() if said else ''})")
        text = text[: found.start] + SLOT + text[found.end :]
    return text, tuple(slots)


_FIGURE = (
    r"(?:(?:tối thiểu|ít nhất|trên|dưới|từ|đạt|khoảng|không thấp hơn|không dưới|không quá|bằng|là|phấn đấu)\s+)*"
    r"\d[\d.,]*\s*%?(?:\s+trở lên)?"
)
_LEVELS = {
    "province": r"cấp tỉnh|(?:các )?sở,(?: ban,)? ngành",
    "district": r"cấp huyện|(?:các )?huyện",
    "commune": r"cấp xã|(?:UBND )?(?:các )?xã, phường(?:, đặc khu)?",
    "state": r"(?:cấp )?trung ương|(?:các )?bộ,(?: cơ quan)? ngành",
}
_LEVEL = "|".join(f"(?P<{name}>{words})" for name, words in _LEVELS.items())
_LEVEL_FIRST_RE = re.compile(
    rf"(?i)(?:(?:ở|tại|đối với|với)\s+)?(?:{_LEVEL})\s*(?:thì\s+)?:?\s*{_FIGURE}(?!\s*\w*\s*(?:ở|tại)\s+cấp)"
)
_FIGURE_FIRST_RE = re.compile(
    rf"(?i){_FIGURE}\s*(?:\(?(?:ở|tại|đối với|của|với)\s+)(?:các cơ quan\s+)?(?:{_LEVEL})\)?"
)
_BETWEEN_RE = re.compile(r"\s*(?:[;,]|\s+và)\s*(?:và\s+)?")


_SORT = r"(?:các )?(?P<sort>xã|phường|đặc khu)(?!\w)(?!,? (?:và )?(?:xã|phường|đặc khu))"
_SUM_OF_SORT = rf"{_FIGURE}(?:\s*(?:triệu|tỷ|nghìn) đồng)?(?:/\w+)?"
# "150 triệu đồng/năm đối với xã, 300 triệu đồng/năm đối với phường".
_SORT_FIGURE_RE = re.compile(rf"(?i){_SUM_OF_SORT}\s+(?:đối với|cho|ở|tại)\s+{_SORT}")
# "80 triệu đồng/năm cho công tác thú y (đối với phường là 120 triệu đồng/năm)".
_BUT_SORT_RE = re.compile(
    rf"(?i)(?P<common>{_SUM_OF_SORT})(?P<of>[^()\d;.]*?)\s*\((?:riêng |đối với )+{_SORT}(?: là|:|,)?\s*(?P<own>{_SUM_OF_SORT})\)"
)
_SORT_NOTE_RE = re.compile(
    r"\s\((?:(?P<other>[A-ZĐÂÔƠƯÊ][^()]{2,80}?)\s+)?đối với (?:các )?(?P<sorts>(?:xã|phường|đặc khu)(?:, (?:xã|phường|đặc khu))*)\)(?P<next>\s*[,;/](?=\s*[A-ZĐÂÔƠƯÊ])|\s+(?:và|hoặc)(?=\s+[A-ZĐÂÔƠƯÊ]))?"
)
_ALL_OF_RE = re.compile(
    r"(?:(?:(?:100\s*%|tất cả|toàn bộ)\s*\(?)?(?<![\d/])(?P<all>\d{2,3})/(?P=all)\)?|(?<![\d.,/])100\s*%(?: số| các)*)\s+(?P<bodies>(?:đơn vị hành chính cấp xã|xã|phường|huyện)(?!\w)(?! (?:hội|viên|đội)(?!\w))(?:(?:,| và) (?:xã|phường|thị trấn|đặc khu|huyện|thị xã|thành phố)(?!\w))*)"
)
_OPENS_RE = re.compile(r"(?i)(?:^|[.,;:]\s+|(?<!\w)(?:phấn đấu|bảo đảm|đảm bảo)\s+)$")
_STATE_OF_ALL_RE = re.compile(r"\s(?:có|đạt|được|không|đủ)(?!\w)")


def _levels(text: str, shape: re.Pattern[str]) -> list[list[re.Match[str]]]:
    """Runs of two and more figures that follow one another, each with its level."""
    runs: list[list[re.Match[str]]] = []
    for match in shape.finditer(text):
        if runs and _BETWEEN_RE.fullmatch(text, runs[-1][-1].end(), match.start()):
            runs[-1].append(match)
        else:
            runs.append([match])
    return [run for run in runs if len(run) > 1]


def _one_of_all(found: re.Match[str], own_name: str) -> str:
    """All bodies of a level as the one that speaks; "100% phường", "100% xã nghèo" are some only, which it may not be."""
    text, start, end = found.string, found.start(), found.end()
    if found["all"] is None:
        own = re.search(rf"(?<!\w)(?<!thị )(?:{own_name}|đơn vị hành chính cấp xã)(?!\w)", found["bodies"])
        acts = _STATE_OF_ALL_RE.match(text, end) or PREDICATE_RE.match(text, end + 1)
        if not (own and acts and _OPENS_RE.search(text[:start])):
            return found[0]
    return own_name.capitalize() if not start or text[start - 2] == "." else own_name


def _of_own_sort(text: str, own: str) -> str:
    """Leave of bodies told for each sort of communes only those of the unit's.

    >>> _of_own_sort("Giao Phòng Kinh tế (Phòng Kinh tế, Hạ tầng và Đô thị đối với phường) theo dõi", "phường")
    'Giao Phòng Kinh tế, Hạ tầng và Đô thị theo dõi'
    >>> _of_own_sort("Phòng Kinh tế (đối với xã), Phòng Kinh tế, Hạ tầng và Đô thị (đối với phường) rà soát", "xã")
    'Phòng Kinh tế rà soát'
    """
    for note in reversed(list(_SORT_NOTE_RE.finditer(text))):
        body = next((a for a in find_agencies(text[: note.start()]) if a.end == note.start()), None)
        if body is None:
            continue
        mine = own in re.findall(r"xã|phường|đặc khu", note["sorts"])
        closed = note.end() - len(note["next"] or "")
        if note["other"]:
            text = text[: body.start] + (note["other"] if mine else body.name) + text[closed:]
        elif mine:
            text = text[: note.start()] + text[closed:]
        elif note["next"]:
            text = text[: body.start] + text[note.end() :].lstrip()
        else:
            text = re.sub(r"(?:\s*[,;/]|\s+(?:và|hoặc))\s*$", "", text[: body.start]) + text[note.end() :]
    return text


def _figures_of_sort(text: str, own: str) -> str:
    """Leave of figures told for each sort of communes the unit's.

    >>> _figures_of_sort("Bố trí 150 triệu đồng/năm đối với xã, 300 triệu đồng/năm đối với phường để duy tu", "phường")
    'Bố trí 300 triệu đồng/năm đối với phường để duy tu'
    >>> _figures_of_sort("Tối thiểu 80 triệu đồng/năm cho thú y (đối với phường là 120 triệu đồng/năm)", "phường")
    '120 triệu đồng/năm cho thú y'
    """
    for but in reversed(list(_BUT_SORT_RE.finditer(text))):
        said = but["own"] if but["sort"].lower() == own else but["common"]
        text = f"{text[: but.start()]}{said}{but['of']}{text[but.end() :]}"
    for run in reversed(_levels(text, _SORT_FIGURE_RE)):
        mine = [match for match in run if match["sort"].lower() == own]
        if mine and len(mine) < len(run):
            text = text[: run[0].start()] + ", ".join(m[0] for m in mine) + text[run[-1].end() :]
    return text


def open_blanks(text: str) -> tuple[str, tuple[str, ...]]:
    """Put a slot where the parent itself leaves a number open by dots, and say what to ask.

    >>> open_blanks("Hỗ trợ mỗi tổ ……… triệu đồng/năm.")
    ('Hỗ trợ mỗi tổ […] triệu đồng/năm.', ('Mức cấp trên còn để trống',))
    """
    opened, count = BLANK_RE.subn(SLOT, text)
    return opened, ("Mức cấp trên còn để trống",) * count


def of_own_level(text: str, profile: UnitProfile) -> str:
    """Leave of figures told level by level only those of the unit's level; "68/68 xã, phường" is the unit.

    >>> unit = UnitProfile("UBND xã A", "commune")
    >>> of_own_level("Hồ sơ đúng hạn: cấp tỉnh tối thiểu 98,5%; cấp xã tối thiểu 97%.", unit)
    'Hồ sơ đúng hạn: cấp xã tối thiểu 97%.'
    >>> of_own_level("68/68 xã, phường bố trí đủ công chức", unit)
    'Xã bố trí đủ công chức'
    >>> of_own_level("Đến tháng 6, 100% xã, phường có tổ thu gom", unit)
    'Đến tháng 6, xã có tổ thu gom'
    >>> of_own_level("số hóa kết quả đạt 100% ở cấp tỉnh và ít nhất 90% ở cấp xã", unit)
    'số hóa kết quả đạt ít nhất 90% ở cấp xã'
    >>> of_own_level("Phòng Kinh tế (Phòng Kinh tế, Hạ tầng và Đô thị đối với phường) theo dõi chợ", unit)
    'Phòng Kinh tế theo dõi chợ'
    """
    kind = kind_of(profile)
    if kind.name == "commune":
        text = _figures_of_sort(_of_own_sort(text, kind.self), kind.self)
    led = commune_led(profile.name)
    if kind.level in {"district", "commune"} and (kind.area or led):
        own_name = led.split()[0].lower() if led else kind.self
        text = _ALL_OF_RE.sub(lambda found: _one_of_all(found, own_name), text)
    own = "province" if kind.name in {"department", "agency"} else kind.level
    for shape in (_FIGURE_FIRST_RE, _LEVEL_FIRST_RE):
        for run in reversed(_levels(text, shape)):
            mine = [match for match in run if match.groupdict().get(own)]
            if mine and len(mine) < len(run):
                words = ", ".join(match[0] for match in mine)
                reaches = re.match(r"đạt\s", run[0][0])
                words = f"đạt {words}" if reaches and not re.search(r"(?<!\w)đạt(?!\w)", words) else words
                text = text[: run[0].start()] + words + text[run[-1].end() :]
    return text
