"""Cited documents: found mention by mention, then folded into one reference each.

In: blocks of text. Out: mentions with type, number, date, issuer and title as far as the words say them.
Laws may be cited by name alone, other documents by issuer and title.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.facts.bodies.agencies import read_agencies
from ingest.facts.cited.laws import LAW_TYPES, find_laws
from ingest.facts.cited.mention import Mention, one_line, type_name
from ingest.facts.language.lexicon import UPPER
from ingest.facts.language.patterns import (
    DATE_RE,
    NUMBER_RE,
    TYPE_PATTERN,
    code_type,
    iso_date,
    key_of,
    normal_number,
    number_system,
)
from ingest.plan import Range
from ingest.spelling import spaced, spaced_re

__all__ = ["Mention", "find_mentions", "fold_mentions", "said_title"]


_HEAD_RE = re.compile(
    rf"(?<!\w)(?P<type>{TYPE_PATTERN})\s*(?:liên\s+ngành\s+)?(?:số\s*:?\s*)?$", re.IGNORECASE
)
_DATE_AFTER_RE = spaced_re(r"\s*,?\s*(?:(?:được )?(?:ban hành|ký) )?(?:ngày )?(?=\d)")
_OWNER_RE = re.compile(r"\s*,?\s*(?:của|do)\s+(?=\S)")
_STOP = spaced(
    rf"(?:về|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|bãi bỏ|thay thế|triển khai|thực hiện|tiếp tục|tăng cường|quyết định|công bố|thông qua|nhằm|gắn|trong|đối với|đã|được|và các văn bản|và (?:{TYPE_PATTERN})\s|theo|đảm bảo|giai đoạn|kèm|hợp nhất|chỉ đạo|để|đến|tại|có|là|quy chế|trên|đẩy mạnh|nâng cao|chấn chỉnh|điều chỉnh|giao|giải quyết|xây dựng|phát động|tổ chức|cho|năm|từ|do)(?!\w)"
)
_ISSUER_RE = spaced_re(
    rf"(?P<issuer>(?:liên ngành |liên Bộ |các Bộ:? |Liên )?[{UPPER}](?:(?! {_STOP})[^;:“”\"()\u2028\n/]){{1,140}}?)"
    rf"(?=\s*(?:[;:“”\"()\u2028\n/.]|$)|\s*,\s*(?!(?:Bộ|Ban|Ủy ban|Hội|Tổng|Thanh tra|Viện|Đoàn|Liên đoàn|Công an|Sở|UBND|HĐND|Mặt trận|Thể thao|Thương binh|Cục)\s)| {_STOP})"
)
_TERM_RE = re.compile(r"\s*,?\s*(?:\(?\s*(?:khóa|Khóa|khoá|nhiệm\s+kỳ)\s+[^)\s,;.]+(?:\s*\))?)")
_VERB = r"(?:ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|bãi bỏ|triển khai|thực hiện|tiếp tục|tăng cường|quyết định|công bố|thông qua|chấn chỉnh|đẩy mạnh|nâng cao|điều chỉnh|giao(?! thông))\s"
"""With which a title begins without "về"."""
_TITLE_RE = spaced_re(rf"\s*,?\s*(?i:(?P<lead>về (?:việc )?|(?={_VERB}|[“\"])))(?=\S)")
_SAID_RE = spaced_re(_VERB)
_NEXT_RE = spaced_re(
    rf"\s*(?:,|và) (?:(?:các )?(?:{TYPE_PATTERN}) (?:số )?\d|(?:Bộ luật|Luật) [{UPPER}]|các văn bản|(?:trên cơ sở|theo đề nghị|xét đề nghị|với (?:các|những) nội dung|căn cứ)\s|(?:Ủy ban|UBND|Sở|Ban|Bộ|Thanh tra|Huyện|Tỉnh|Đảng|Hội|Phòng|Công an|Liên đoàn|Mặt trận|Văn phòng|Trường)\s[^,;.“]{{0,90}}?\s(?:ban hành|xây dựng|triển khai|đề ra|tổ chức)\s|(?:chỉ đạo|tình hình|điều kiện)\s"
    r"|(?-i:Ban Thường vụ|Ban Chấp hành|Ban Bí thư|Bộ Chính trị|Ủy ban nhân dân|UBND|Chủ tịch|Thủ tướng|Giám đốc|Bộ|Sở)(?!\w)[^;,.“]{0,60}?\s(?:yêu cầu|đề nghị|giao|thống nhất)\s)",
    re.IGNORECASE,
)
_CALLED_RE = spaced_re(r"\(\s*(?:sau đây|dưới đây|gọi tắt|viết tắt)(?!\w)")
# What is said of the document behind its title: by what it was amended, since when it is in force, what it holds.
_TAIL_RE = spaced_re(
    r"\s*,? (?:(?:đã )?được sửa đổi(?:\s*,?\s*bổ sung)?(?: một số điều)? (?:bởi|tại|theo)\s|(?:bao )?gồm\s*:|như sau\s*:|(?:có|hết) hiệu lực(?: thi hành)?(?: kể)? từ\s|(?:sau đây|dưới đây) (?:gọi|viết)|thì\s)"
)
_UNNUMBERED_RE = spaced_re(
    rf"(?<!\w)(?P<type>Nghị quyết|Quyết định|Chỉ thị|Kết luận|Quy định|Quy chế|Hướng dẫn|Chương trình|Đề án|Kế hoạch|Nghị định|Thông tư|Pháp lệnh|Công văn|Thông báo|Công điện)"
    rf"(?=(?:\s*,?\s*ngày \d[\d/\-.]+|\s*,?\s*ngày \d+ tháng \d+ năm \d+)? của [{UPPER}]| Đại hội [^;.,]{{0,60}}?lần thứ)"
)
# "hỗ trợ Chương trình | phục hồi kinh tế": no title ends in the kind of another document.
_OPEN_RE = re.compile(rf"(?:{TYPE_PATTERN})$")
LONG_NAME = 6
"""Words of a law's name from which the grammar may have cut it."""
_CONGRESS_RE = spaced_re(r" (?P<title>Đại hội [^;.,()]{0,60}?lần thứ [\wIVXLC]+)")


def said_title(title: str) -> str:
    """A title as a sentence says it behind who issued it.

    >>> said_title("công tác dân vận"), said_title("ban hành Quy chế"), said_title("Đại hội lần thứ X")
    ('về công tác dân vận', 'ban hành Quy chế', 'Đại hội lần thứ X')
    """
    return title if not title[:1].islower() or _SAID_RE.match(title) else f"về {title}"


def _title(text: str, at: int) -> tuple[str | None, int]:
    """Read a title that begins at ``at``; it runs to the end of its part of the sentence."""
    lead = _TITLE_RE.match(text, at)
    if lead is None:
        return None, at
    start = lead.end()
    stop = _title_end(text, start)
    title = text[start:stop].strip(" ,.;")
    quoted = re.fullmatch(r"[“\"](.+)[”\"]", title)
    return (quoted[1] if quoted and "”" not in quoted[1] else title) or None, start + len(
        text[start:stop].rstrip(" ,.;")
    )


def _title_end(text: str, start: int) -> int:
    depth = 0
    quoted = False
    for at in range(start, len(text)):
        letter = text[at]
        if letter in '“”"':
            opening = letter == "“" or (letter == '"' and not quoted)
            quoted = opening
            if not opening and at + 1 < len(text) and text[start] in '“"':
                return at + 1
        elif letter == "(":
            if _CALLED_RE.match(text, at):
                return at
            depth += 1
        elif letter == ")":
            if depth == 0:
                return at
            depth -= 1
        elif (
            (letter in ";\t\u2028\n" and depth == 0)
            or (letter == "." and re.match(r"\.+\s*(?:$|\s[A-ZĐÀ-Ỹ“])", text[at : at + 6]))
            or (letter in ", " and not quoted and (_NEXT_RE.match(text, at) or _TAIL_RE.match(text, at)))
        ):
            return at
    return len(text)


def _details(text: str, at: int) -> tuple[str | None, str | None, str | None, int, int]:
    """Read what follows a number: (date, issuer, title, where the title begins, end)."""
    date = issuer = None
    lead = _DATE_AFTER_RE.match(text, at)
    found = DATE_RE.match(text, lead.end()) if lead else None
    if found:
        date, at = iso_date(found), found.end()
    owner = _OWNER_RE.match(text, at)
    named = _read_issuer(text, owner.end()) if owner else None
    if named:
        issuer, at = named
        if found is None:
            lead = re.compile(r"\s*,?\s*(?:ban\s+hành\s+)?ngày\s+(?=\d)").match(text, at)
            found = DATE_RE.match(text, lead.end()) if lead else None
            if found:
                date, at = iso_date(found), found.end()
    term = _TERM_RE.match(text, at)
    after = term.end() if term else at
    title, end = _title(text, after)
    return date, issuer, title, after, end if title else after


def _read_issuer(text: str, at: int) -> tuple[str, int] | None:
    """Read who issued it: by the grammar of agency names, several joined by "và"; else up to a word of title."""
    bodies, _ = read_agencies(text, at)
    joint = [body for body in bodies if not body.collective]
    if joint and joint == list(bodies[: len(joint)]):
        stop = joint[0].end
        for body in joint[1:]:
            # "Bộ Chính trị, Ban Bí thư" is joint; after a comma another body may also begin the main clause.
            if not re.fullmatch(r"\s+và\s+", text[stop : body.start]):
                break
            stop = body.end
        return _issuer_name(text[at:stop]), stop
    named = _ISSUER_RE.match(text, at)
    return (_issuer_name(named["issuer"]), named.end()) if named else None


def _issuer_name(words: str) -> str:
    """The issuer without its term: "Bộ Chính trị khóa XI" and "Bộ Chính trị" are one."""
    return re.sub(r"\s+(?:khóa|khoá|Khóa)\s+[IVX]+$", "", one_line(words)).strip(" ,")


def _numbered(text: str) -> list[Mention]:
    found: list[Mention] = []
    for match in NUMBER_RE.finditer(text):
        head = _HEAD_RE.search(text, max(0, match.start() - 90), match.start())
        unknown = match["letter"] or (match["state"] and code_type(match[0]) == "Công văn")
        if unknown and not (head or re.search(r"(?i)số\s*:?\s*$", text[: match.start()])):
            continue
        at = match.end()
        local = re.compile(r"\s+(?:tỉnh|huyện)(?=\s*,?\s+ngày)").match(text, at)
        date, issuer, title, core_end, end = _details(text, local.end() if local else at)
        kind = type_name(head["type"]) if head else code_type(match[0])
        if kind is None and match["law"]:
            kind = "Luật" if "/QH" in match[0] else "Nghị quyết"
        start = head.start() if head else match.start()
        found.append(
            Mention(kind, normal_number(match[0]), date, issuer, title, Range(start, end), core_end=core_end)
        )
    return _completed(text, found)


_PROPOSED_RE = spaced_re(
    r"(?i)(?:đề nghị|đề xuất|báo cáo|ý kiến) của (?:(?:Giám đốc|Chủ tịch|Trưởng|Chánh|Thủ trưởng|Bộ trưởng|Tổng [gG]iám đốc) )?(?P<issuer>[^,;:.]{4,90}?) tại (?:các )?$"
)
_LISTED_RE = re.compile(r"\s*(?:[,;]|(?P<pair>và))\s*(?:và\s+)?(?:số\s*:?\s*)?")


def _completed(text: str, mentions: list[Mention]) -> list[Mention]:
    """Give the mentions of a list what the list says once: "số 1/CĐ-TTg và số 2/CĐ-TTg ngày ... của Thủ tướng".

    A proposal's issuer stands before it: "theo đề nghị của Sở X tại Tờ trình số ... và Công văn số ...".
    """
    found = list(mentions)
    for index in range(len(found) - 2, -1, -1):
        one, after = found[index], found[index + 1]
        gap = (
            _LISTED_RE.fullmatch(text, one.range.end, after.range.start)
            if one.range.end <= after.range.start
            else None
        )
        if (
            gap
            and not one.issuer
            and not one.title
            and code_type(one.number or "") == code_type(after.number or "")
        ):
            bare = text[after.range.start].isdigit()  # a number that repeats its type has its own date
            date = one.date or (after.date if gap["pair"] and bare else None)
            found[index] = replace(one, date=date, issuer=after.issuer, title=after.title if bare else None)
    for index, one in enumerate(found):
        before = _PROPOSED_RE.search(text, max(0, one.range.start - 160), one.range.start)
        again = index and re.fullmatch(r"\s*(?:,|và)\s+", text[found[index - 1].range.end : one.range.start])
        if one.issuer is None and before:
            found[index] = replace(one, issuer=one_line(before["issuer"]))
        elif one.issuer is None and again and _PROPOSED_RE.search(text[: found[index - 1].range.start]):
            found[index] = replace(one, issuer=found[index - 1].issuer)
    return found


def _unnumbered(text: str) -> list[Mention]:
    found: list[Mention] = []
    for match in _UNNUMBERED_RE.finditer(text):
        congress = _CONGRESS_RE.match(text, match.end())
        if congress:
            found.append(
                Mention(
                    type_name(match["type"]),
                    None,
                    None,
                    None,
                    one_line(congress["title"]),
                    Range(match.start(), congress.end()),
                )
            )
            continue
        date, issuer, title, core_end, end = _details(text, match.end())
        several = re.search(r"(?i)(?<!\w)(?:các|những)\s+$", text[max(0, match.start() - 8) : match.start()])
        if issuer and title and not several:
            found.append(
                Mention(
                    type_name(match["type"]),
                    None,
                    date,
                    issuer,
                    title,
                    Range(match.start(), end),
                    core_end=core_end,
                )
            )
    return found


def find_mentions(text: str) -> tuple[Mention, ...]:
    """Find every cited document in a text, in reading order; one may stand inside another's title.

    >>> found = find_mentions("Thực hiện Kế hoạch số 235/KH-UBND ngày 15/01/2025 của UBND tỉnh Sơn Hà về công tác dân vận.")
    >>> [(m.type, m.number, m.date, m.issuer, m.title) for m in found]
    [('Kế hoạch', '235/KH-UBND', '2025-01-15', 'UBND tỉnh Sơn Hà', 'công tác dân vận')]
    """
    laws = find_laws(text)
    numbered: list[Mention] = []
    for mention in _numbered(text):
        # "Luật Đất đai số 31/2024/QH15 ngày ...": the name and the number are one mention.
        home = next(
            (
                i
                for i, law in enumerate(laws)
                if law.number == mention.number and law.range.start <= mention.range.start < law.range.end
            ),
            None,
        )
        if home is None:
            numbered.append(mention)
            continue
        law = laws[home]
        end = max(law.range.end, mention.core.end)
        laws[home] = replace(
            law, date=law.date or mention.date, issuer=mention.issuer, range=Range(law.range.start, end)
        )
    starts = {mention.range.start for mention in numbered}
    others = [m for m in laws + _unnumbered(text) if m.range.start not in starts]
    return tuple(sorted(numbered + others, key=lambda mention: (mention.range.start, -mention.range.end)))


def _fold_key(mention: Mention) -> tuple[str, ...]:
    if mention.number:
        return ("number", key_of(mention.number), number_system(mention.number))
    title = re.sub(r"\W+", " ", (mention.title or "").lower()).strip()[:80]
    issuer = "" if mention.type in LAW_TYPES else (mention.issuer or "").lower()
    return ("title", (mention.type or "").lower(), title, issuer)


def fold_mentions(mentions: tuple[Mention, ...]) -> tuple[tuple[Mention, tuple[Mention, ...]], ...]:
    """Fold the mentions of one document: (the fullest, completed from the others; all of them).

    Two different dates for one number stay two references, so that the contradiction can be seen; mentions
    without a date go to the first of them.
    """
    groups: dict[tuple[str, ...], list[list[Mention]]] = {}
    named_laws = _one_law(mentions)
    for mention in mentions:
        key = _fold_key(mention)
        parts = groups.setdefault(named_laws.get(key, key), [])
        home = next((p for p in parts if mention.date is None or _date(p) in {None, mention.date}), None)
        if home is None:
            parts.append([mention])
        else:
            home.append(mention)
    folded = [(_complete(part), tuple(part)) for parts in groups.values() for part in parts]
    return tuple(sorted(folded, key=lambda pair: pair[1][0].range))


def _one_law(mentions: tuple[Mention, ...]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The keys of laws cited in other words, each with the key of the only law that they can mean.

    By name alone, where it is cited with its number elsewhere; by the first words of a long name, where the grammar
    cuts it; by its initials ("Luật NSNN").
    """
    laws = list({(m.title, m.number): m for m in mentions if m.type in LAW_TYPES and m.title}.values())
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for one in laws:
        others = [
            m for m in laws if _called(one.title or "", m.title or "") and (m.number or m.title != one.title)
        ]
        if not one.number:
            found.setdefault(_fold_key(one), set()).update(_fold_key(m) for m in others if m.number)
            if not any(m.number for m in others):
                found[_fold_key(one)].update(_fold_key(m) for m in others)
    return {name: next(iter(keys)) for name, keys in found.items() if len(keys) == 1}


def _called(short: str, full: str) -> bool:
    """Whether a law of this full name can be called so."""
    one, other = short.lower(), full.lower()
    if short.isupper() and not full.isupper():
        return short == "".join(word[0].upper() for word in full.split())
    return one == other or (len(one.split()) >= LONG_NAME and other.startswith(f"{one} "))


def _date(part: list[Mention]) -> str | None:
    return next((mention.date for mention in part if mention.date), None)


def _own_title(title: str | None, part: list[Mention]) -> str | None:
    """The title without what one sentence says behind it, where another cites the document by its title alone."""
    if title is None or any(m.type in LAW_TYPES for m in part):
        return title  # of a law's name the grammar may have cut the end
    heads = [m.title for m in part if m.title and title.startswith(f"{m.title} ")]
    whole = [head for head in heads if len(head.split()) >= LONG_NAME and not _OPEN_RE.search(head)]
    return min(whole, key=len, default=title)


def _complete(part: list[Mention]) -> Mention:
    best = max(part, key=Mention.fullness)

    def known(own: str | None, others: list[str | None]) -> str | None:
        return own or next((other for other in others if other), None)

    return replace(
        best,
        type=known(best.type, [m.type for m in part]),
        number=known(best.number, [m.number for m in part]),
        date=known(best.date, [m.date for m in part]),
        issuer=known(best.issuer, [m.issuer for m in part]),
        title=_own_title(known(best.title, [m.title for m in part]), part),
    )
