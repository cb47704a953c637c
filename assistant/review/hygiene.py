"""Words: doubled, missing in a fixed phrase, misspelt.

Damaged text (lost glyphs) is left alone: what looks like a fault there is the file's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.review.model import Case, Document, Finding
from assistant.word_lists import read_rows
from ingest.repair.lost_glyphs_model import syllable_model
from ingest.spelling import match_key, undiacritise

__all__ = [
    "find_doubled_words",
    "find_missing_words",
    "find_misspellings",
    "find_unjoined_terms",
    "healthy",
]

MAX_CORRUPTION = 0.01
_DOUBLED_RE = re.compile(r"(?<![\w-])(?P<a>[^\W\d_]+(?: [^\W\d_]+){0,3}) (?P=a)(?![\w-])")
_MOTTO_RE = re.compile(r"[“\"][^”\"]*[”\"]")


def healthy(case: Case) -> Iterator[Document]:
    """The documents whose letters are sound."""
    return (document for document in case.documents if document.plan.source.corruption <= MAX_CORRUPTION)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word for row in read_rows(name) for cell in row for word in cell.split())


def find_doubled_words(case: Case) -> Iterator[Finding]:
    """CT01: "thi đua thi đua"; real reduplications ("ngày ngày") and what is in quotation marks are left."""
    for document in healthy(case):
        for line, key in zip(document.lines, document.keys, strict=True):
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
                # "x x x x", "xxx xxx": what a form leaves to be filled in.
                if not any(len(set(word)) > 1 for word in said.split()):
                    continue
                first, second = (line.text[found.start() + at] for at in (0, len(said) + 1))
                # "hỗ trợ Hỗ trợ": a heading and the sentence under it, or the heads of two columns.
                if second.isupper() and not first.isupper():
                    continue
                before = key[: found.start()].split()[-1:]
                yield Finding.of(
                    "CT01", f"Lặp từ: “{line.text[found.start() : found.end()]}”.", "Cùng một cụm từ đứng hai lần liền nhau.",
                    f"Bỏ một cụm “{said}”.",
                    [document.quote(line.start + found.start(), line.start + found.end(), line.path)], 0.9,
                    doubtful=second.isupper() or before in _NOUN_MAKERS,
                )  # fmt: skip


# "sự phù hợp phù hợp với", "trên cơ sở cơ sở đào tạo": the first ends a phrase and the second begins one.
_NOUN_MAKERS = [[word] for word in ("sự", "việc", "trên", "nghị", "cầu", "cuộc", "sở")]
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
def _variants() -> dict[str, str]:
    """Each fixed phrase of four syllables or more under the forms with one inner syllable left out."""
    right = {phrase for phrase, _ in _phrases()} | {a for _, allowed in _phrases() for a in allowed}
    found: dict[str, str] = {}
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
            found.setdefault(text, phrase)
    return found


@cache
def _shortened_re() -> re.Pattern[str]:
    bodies = [
        r"\s+".join(map(re.escape, text.split())) for text in sorted(_variants(), key=len, reverse=True)
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join([*bodies, *(tail for tail, _ in _TAILS)])})(?!\w)")


def _tail(said: str) -> str | None:
    return next((phrase for tail, phrase in _TAILS if re.search(rf"{tail}$", f" {said}")), None)


def _goes_on(key: str, end: int) -> bool:
    """Whether the last syllable belongs to the next word: "Ủy ban dân | tộc" is no shortened "Ủy ban nhân dân"."""
    last, after = key[:end].split()[-1], key[end:].split()[:1]
    return last == "dân" and bool(after) and after[0].strip(",.;:)") in _AFTER_DAN


_AFTER_DAN = frozenset("tộc số vận chủ cư sinh sự quân trí".split())


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
    for document in healthy(case):
        for line, key in zip(document.lines, document.keys, strict=True):
            for found in _shortened_re().finditer(key):
                phrase = _variants().get(" ".join(found[0].split())) or _tail(found[0])
                if (
                    phrase is None
                    or _begins_before(key, found.start(), found[0])
                    or _goes_on(key, found.end())
                ):
                    continue
                said = line.text[found.start() : found.end()]
                yield Finding.of(
                    "CT02", f"Cụm từ thiếu chữ: “{said}”.",
                    f"Cụm từ cố định là “{phrase}”.", f"Sửa thành “{_filled(said, phrase)}”.",
                    [document.quote(line.start + found.start(), line.start + found.end(), line.path)], 0.88,
                )  # fmt: skip


def _filled(said: str, phrase: str) -> str:
    """Put the missing syllable of ``phrase`` into the words as written, so that they can be pasted.

    >>> _filled("Ủy ban nhân tỉnh", "ủy ban nhân dân"), _filled("tác dân vận", "công tác")
    ('Ủy ban nhân dân tỉnh', 'công tác dân vận')
    """
    words, right = said.split(), phrase.split()
    at = next((i for i, word in enumerate(right) if words[i : i + 1] == [] or match_key(words[i]) != word), 0)
    return " ".join([*words[:at], right[at].upper() if said.isupper() else right[at], *words[at:]])


# "bảo trợ xã hội", "hỗ trợ xã hội": what looks like a shortened phrase is the end of another word.
_OTHER_BEGINNINGS = frozenset("bảo hỗ cứu tài viện".split())


def _begins_before(key: str, start: int, said: str) -> bool:
    before = key[:start].split()[-1:] or [""]
    return said.startswith("trợ ") and before[0] in _OTHER_BEGINNINGS


_TAILS = (
    (r"ủy ban nhân (?!dân)\w+", "ủy ban nhân dân"),
    (r"hội đồng nhân (?!dân)\w+", "hội đồng nhân dân"),
    (r"(?<!công )(?<!hợp )(?<!đối )tác (?:dân vận|tuyên truyền|kiểm tra|cán bộ)", "công tác"),
)


@cache
def _wrong() -> dict[str, str]:
    return {match_key(bad): good for bad, good in read_rows("review_misspellings.tsv")}


@cache
def _wrong_re() -> re.Pattern[str]:
    """All rows as one pattern. "chỉ thị so" is wrong only before a number: "kế hoạch so với năm trước" is right."""
    bodies = []
    for bad in sorted(_wrong(), key=len, reverse=True):
        body = r"\s+".join(map(re.escape, bad.split()))
        bodies.append(
            body
            + ("" if bad.endswith(":") else r"(?=\s+\d)" if bad.endswith(" so") else r"(?!\w|\s+chủ\s+nghĩa)")
        )
    return re.compile(rf"(?<!\w)(?:{'|'.join(bodies)})")


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
    for document in healthy(case):
        whole = match_key(document.plan.source.clean)
        for found in _wrong_re().finditer(whole):
            yield _misspelt(document, found.start(), found.end(), _wrong()[" ".join(found[0].split())], 0.9)
        for line, key in zip(document.lines, document.keys, strict=True):
            for found in _bare_re().finditer(undiacritise(key)):
                said = " ".join(key[found.start() : found.end()].split())
                good = _by_bare()[" ".join(found[0].split())]
                differ = [a for a, b in zip(said.split(), good.split(), strict=True) if a != b]
                ends = said.split()[-1] in differ and _another_word(said, good, key[found.end() :])
                if len(differ) == 1 and differ[0] != undiacritise(differ[0]) and not ends:
                    yield _misspelt(
                        document, line.start + found.start(), line.start + found.end(), good, 0.85
                    )


def _another_word(said: str, good: str, after: str) -> bool:
    """Whether the last syllable as written goes with the next one: "chuyển đổi sở | hữu"."""
    following = re.match(r"\s+(\w+)", after)
    if following is None:
        return False
    model = syllable_model()
    nexts, firsts = model.index.get(following[1]), [model.index.get(w.split()[-1]) for w in (said, good)]
    if nexts is None or firsts[0] is None or firsts[1] is None:
        return False
    return bool(model.row(firsts[0])[nexts] > model.row(firsts[1])[nexts] + 1)


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
