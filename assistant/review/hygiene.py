"""Words: doubled, missing in a fixed phrase, misspelt, wrongly capitalised; marks that do not pair.

Damaged text (lost glyphs) is left alone: what looks like a fault there is the file's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.review.model import Case, Document, Finding, read_rows
from ingest.spelling import match_key, undiacritise

__all__ = [
    "find_broken_punctuation",
    "find_doubled_words",
    "find_missing_words",
    "find_misspellings",
    "find_unbalanced",
    "find_unjoined_terms",
]

MAX_CORRUPTION = 0.01
_DOUBLED_RE = re.compile(r"(?<![\w-])(?P<a>[^\W\d_]+(?: [^\W\d_]+){0,3}) (?P=a)(?![\w-])")
_MOTTO_RE = re.compile(r"[“\"][^”\"]*[”\"]")


def _healthy(case: Case) -> Iterator[Document]:
    return (document for document in case.documents if document.plan.source.corruption <= MAX_CORRUPTION)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word for row in read_rows(name) for cell in row for word in cell.split())


def find_doubled_words(case: Case) -> Iterator[Finding]:
    """CT01: "thi đua thi đua"; real reduplications ("ngày ngày") and what is in quotation marks are left."""
    for document in _healthy(case):
        for line in document.lines:
            key = match_key(line.text)
            quoted = [match.span() for match in _MOTTO_RE.finditer(key)]
            for found in _DOUBLED_RE.finditer(key):
                said = found["a"]
                if said in _words("review_reduplications.txt") or any(
                    a < found.start() < b for a, b in quoted
                ):
                    continue
                # "thực hiện hiện đại hóa", "Sở Sở": one syllable may end a word and begin the next.
                if " " not in said and said not in _FUNCTION_WORDS:
                    continue
                yield Finding.of(
                    "CT01", f"Lặp từ: “{line.text[found.start() : found.end()]}”.", "Cùng một cụm từ đứng hai lần liền nhau.",
                    f"Bỏ một cụm “{said}”.",
                    [document.quote(line.start + found.start(), line.start + found.end(), line.path)], 0.9,
                )  # fmt: skip


_FUNCTION_WORDS = frozenset(
    "của và các về trong với cho theo được là để những tại trên việc do đến khi có này đối bằng".split()
)


@cache
def _phrases() -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = []
    for (row,) in read_rows("review_phrases.txt"):
        phrase, _, allowed = row.partition("|")
        found.append(
            (match_key(phrase.strip()), tuple(match_key(a.strip()) for a in allowed.split(";") if a.strip()))
        )
    return tuple(found)


@cache
def _variants() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each fixed phrase of four syllables or more with one inner syllable left out."""
    right = {phrase for phrase, _ in _phrases()} | {a for _, allowed in _phrases() for a in allowed}
    found: list[tuple[re.Pattern[str], str]] = []
    for phrase, allowed in _phrases():
        words = phrase.split(" ")
        if len([word for word in words if word != "-"]) < 4:
            continue
        for at in range(1, len(words) - 1):
            if words[at] == "-":
                continue
            short = [*words[:at], *words[at + 1 :]]
            text = " ".join(short)
            if text in right or text in allowed or "-" in (short[0], short[-1]):
                continue
            if (
                f"{words[at]} {words[at + 1]}" not in _COMPOUNDS
                and f"{words[at - 1]} {words[at]}" not in _COMPOUNDS
            ):
                continue
            body = r"\s+".join(re.escape(word) for word in short)
            found.append((re.compile(rf"(?<!\w){body}(?!\w)"), phrase))
    return tuple(found)


# Two-syllable words of the phrases: half of one alone is no word in its place.
_COMPOUNDS = frozenset(
    "ủy ban|nhân dân|hội đồng|mặt trận|tổ quốc|chấp hành|trung ương|cải cách|thủ tục|hành chính|công tác|dân vận|tuyên truyền"
    "|kiểm tra|quy chế|dân chủ|cơ sở|thực hiện|công chức,|viên chức|đơn vị,|địa phương|trách nhiệm|đứng đầu|đồng bào|dân tộc"
    "|thiểu số|giám sát|phản biện|xã hội|nông thôn|chương trình|mục tiêu|quốc gia|tổ chức|cơ quan|nhà nước|cộng sản|tư tưởng,"
    "|xây dựng|chính quyền|chính trị|kinh tế|quốc phòng|an ninh|cấp xã|trợ cấp|trợ giúp|tiền mặt|tài khoản".split(
        "|"
    )
)


def find_missing_words(case: Case) -> Iterator[Finding]:
    """CT02: a fixed phrase that lost a syllable: "về tác dân vận", "Ủy ban nhân tỉnh"."""
    for document in _healthy(case):
        for line in document.lines:
            key = match_key(line.text)
            for shape, phrase in (*_variants(), *_TAILS):
                for found in shape.finditer(key):
                    if _begins_before(key, found.start(), found[0]):
                        continue
                    yield Finding.of(
                        "CT02", f"Cụm từ thiếu chữ: “{line.text[found.start() : found.end()]}”.",
                        f"Cụm từ cố định là “{phrase}”.", f"Sửa thành “{phrase}”.",
                        [document.quote(line.start + found.start(), line.start + found.end(), line.path)], 0.88,
                    )  # fmt: skip


# "bảo trợ xã hội", "hỗ trợ xã hội": what looks like a shortened phrase is the end of another word.
_OTHER_BEGINNINGS = frozenset("bảo hỗ cứu tài viện".split())


def _begins_before(key: str, start: int, said: str) -> bool:
    before = key[:start].split()[-1:] or [""]
    return said.startswith("trợ ") and before[0] in _OTHER_BEGINNINGS


_TAILS = (
    (re.compile(r"(?<!\w)ủy ban nhân (?!dân)\w+"), "ủy ban nhân dân"),
    (re.compile(r"(?<!\w)hội đồng nhân (?!dân)\w+"), "hội đồng nhân dân"),
    (
        re.compile(r"(?<!công )(?<!hợp )(?<!đối )(?<!\w)tác (?:dân vận|tuyên truyền|kiểm tra|cán bộ)(?!\w)"),
        "công tác",
    ),
)


@cache
def _wrong() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((_word_re(bad), good) for bad, good in read_rows("review_misspellings.tsv"))


def _word_re(bad: str) -> re.Pattern[str]:
    body = r"\s+".join(re.escape(word) for word in match_key(bad).split())
    return re.compile(rf"(?<!\w){body}" + ("" if bad.endswith(":") else r"(?!\w)"))


@cache
def _by_bare() -> dict[str, str]:
    """Fixed phrases of three syllables and more under their key without marks."""
    return {undiacritise(p): p for p, _ in _phrases() if len(p.split()) >= 3}


@cache
def _bare_re() -> re.Pattern[str]:
    body = "|".join(
        r"\s+".join(map(re.escape, bare.split())) for bare in sorted(_by_bare(), key=len, reverse=True)
    )
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)")


def _misspellings(case: Case) -> Iterator[Finding]:
    """CT05, CT10: fixed terms with a wrong mark ("chuyển đối số") and the misspellings of the list."""
    for document in _healthy(case):
        whole = match_key(document.plan.source.clean)
        for shape, good in _wrong():
            for found in shape.finditer(whole):
                yield _misspelt(document, found.start(), found.end(), good, 0.9)
        for line in document.lines:
            key = match_key(line.text)
            for found in _bare_re().finditer(undiacritise(key)):
                said = " ".join(key[found.start() : found.end()].split())
                good = _by_bare()[" ".join(found[0].split())]
                differ = [a for a, b in zip(said.split(), good.split(), strict=True) if a != b]
                if len(differ) == 1 and differ[0] != undiacritise(differ[0]):
                    yield _misspelt(
                        document, line.start + found.start(), line.start + found.end(), good, 0.85
                    )


def find_misspellings(case: Case) -> Iterator[Finding]:
    """CT05: fixed terms with a wrong mark, and the misspellings of the list."""
    return (finding for finding in _misspellings(case) if finding.code == "CT05")


def find_unjoined_terms(case: Case) -> Iterator[Finding]:
    """CT10: "kinh tế xã hội", "chính trị-xã hội": the comma or hyphen of a fixed term is wrong."""
    return (finding for finding in _misspellings(case) if finding.code == "CT10")


def _misspelt(document: Document, start: int, end: int, good: str, sure: float) -> Finding:
    quote = document.quote(start, end, _path(document, start))
    if _letters(quote.text) == _letters(good):
        return Finding.of(
            "CT10", f"Thuật ngữ thiếu dấu: “{' '.join(quote.text.split())}”.", "Các vế của thuật ngữ này nối bằng dấu phẩy hoặc dấu gạch.",
            f"Viết “{good}”.", [quote], sure,
        )  # fmt: skip
    return Finding.of(
        "CT05", f"Sai chính tả: “{' '.join(quote.text.split())}”.", "Từ này là thuật ngữ cố định trong văn bản hành chính.",
        f"Sửa thành “{good}”.", [quote], sure,
    )  # fmt: skip


def _letters(words: str) -> str:
    return re.sub(r"[^\w]+", "", match_key(words))


def _path(document: Document, at: int) -> str:
    return next((line.path for line in document.lines if line.start <= at < line.start + len(line.text)), "")


def find_unbalanced(case: Case) -> Iterator[Finding]:
    """CT03: a quotation mark or bracket that opens and does not close in its paragraph."""
    for document in _healthy(case):
        for line in document.lines:
            text = line.text
            opens, closes, plain = text.count("“"), text.count("”"), text.count('"')
            if (opens == closes and plain % 2 == 0) or (plain and (opens + closes + plain) % 2 == 0):
                continue
            at = text.rfind("“") if opens > closes else text.rfind("”") if closes > opens else text.rfind('"')
            if opens > closes:
                at = _unclosed(text)
            if _continues(document, line.start + len(text)):
                continue
            yield Finding.of(
                "CT03", "Dấu ngoặc kép không đủ cặp.", "Trong đoạn này số dấu mở và số dấu đóng không bằng nhau.",
                "Thêm dấu còn thiếu hoặc bỏ dấu thừa.",
                [document.quote(line.start + max(at, 0), line.start + min(max(at, 0) + 60, len(text)), line.path)], 0.85,
            )  # fmt: skip


def _unclosed(text: str) -> int:
    stack: list[int] = []
    for at, letter in enumerate(text):
        if letter == "“":
            stack.append(at)
        elif letter == "”" and stack:
            stack.pop()
    return stack[-1] if stack else text.rfind("“")


def _continues(document: Document, end: int) -> bool:
    """A quotation may run over several paragraphs: the next line then closes what it did not open."""
    after = document.plan.source.clean[end + 1 : end + 1500].split("\n", 1)[0]
    before = document.plan.source.clean[max(0, end - 3000) : end].rsplit("\n", 1)[0].rsplit("\n", 1)[-1]
    return after.count("”") > after.count("“") or before.count("“") > before.count("”")


_PUNCTUATION_RE = re.compile(
    r"(?<=\w),\.+(?!\.)|(?<=\w),{2,}|\s\.(?=[^\W\d_]{2})|(?<=[^\W\d_])\s+[,;](?=\s)|(?<=\w)[“](?=\w)|;;"
)


def find_broken_punctuation(case: Case) -> Iterator[Finding]:
    """CT09: ",.", " .các", "năm 2024“Học": marks that stand together or lack their blank."""
    for document in _healthy(case):
        for line in document.lines:
            for found in _PUNCTUATION_RE.finditer(line.text):
                start, end = max(0, found.start() - 12), min(len(line.text), found.end() + 12)
                yield Finding.of(
                    "CT09", f"Dấu câu hoặc dấu cách sai: “{' '.join(line.text[start:end].split())}”.",
                    "Dấu câu viết liền chữ trước, cách chữ sau một dấu cách; không đặt hai dấu liền nhau.", "Sửa dấu câu.",
                    [document.quote(line.start + start, line.start + end, line.path)], 0.8,
                )  # fmt: skip
