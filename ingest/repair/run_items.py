"""Lists whose items run on behind one another in a line come apart: a text pasted into a chat loses its line ends.

A line that begins with an item ("a) ...; b) ...") holds the next ones; and so does every line of a text that runs on many and
sets hardly any on a line of its own. In any other an enumeration inside a sentence ("gồm: a) ...; b) ...") is the sentence's own.
An article inside a line begins one of its own where it is the next after the last one and nothing cites it.
"""

from __future__ import annotations

import re

from ingest.plan import CELL_SEPARATOR
from ingest.repair.offsets import Edit, MappedText
from ingest.spelling import CAPITALS

__all__ = ["part_items"]

_STYLES = (
    rf"[IVX]{{1,5}}[./-][ ]+(?=[{CAPITALS}]{{2}})",
    rf"\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}[.)][ ]+(?=[{CAPITALS}])",
    rf"[a-zđ]\)[ ]+(?=[{CAPITALS}\d“])",
    rf"[-–][ ]+(?=[{CAPITALS}])",
    rf"\+[ ]+(?=[{CAPITALS}])",
)
_ARTICLE_RE = re.compile(
    rf"(?P<gap>(?:^|[ ]+))(?:Điều|ĐIỀU)[ ]+(?P<number>\d{{1,3}})[.:](?=[ ]+[{CAPITALS}])"
)
# "theo Điều 5. Sở ...", "khoản 2 Điều 5. Sở ...": the article is cited, and a sentence ends.
_CITES_RE = re.compile(
    r"(?:(?<!\w)(?:tại|theo|của|và|các|trong|ở|hoặc|từ|đến|với|bởi|là|bổ sung|sửa đổi|bãi bỏ|thay thế|(?:khoản|điểm|mục|Khoản|Điểm|Mục) [\da-zđ]{1,3})|[,“\"(])$"
)
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_FEWEST = 5
_SHARE = 4
"""Items inside lines for each that begins one."""


def part_items(text: MappedText) -> MappedText:
    r"""Set each item on a line of its own, kind by kind.

    >>> run = "1. Mục tiêu: - Tập huấn; - Kiểm tra; - Báo cáo.\n2. Việc: - Họp; - Hỏi; - Xem."
    >>> part_items(MappedText.identity(run)).text.split("\n")[:3]
    ['1. Mục tiêu:', '- Tập huấn;', '- Kiểm tra;']
    """
    for style in _STYLES:
        seams, following, begun = _seams(text.text, style)
        runs_on = len(seams) >= _FEWEST and len(seams) > _SHARE * begun
        text = text.replace(seams if runs_on else following)
    return text.replace(_articles(text.text))


def _articles(text: str) -> list[Edit]:
    """Where an article begins behind the text of the one before it, or behind a chapter's title.

    >>> run = "QUY ĐỊNH CHUNG Điều 1. Phạm vi như khoản 1 Điều 2. Hồ sơ theo Điều 2. Điều 2. Đối tượng"
    >>> [run[edit.end :][:13] for edit in _articles(run)]
    ['Điều 1. Phạm ', 'Điều 2. Đối t']
    """
    seams: list[Edit] = []
    at = last = 0
    for line in text.split("\n"):
        for found in _ARTICLE_RE.finditer(line):
            inside = found.start("gap") > 0
            number = int(found["number"])
            if inside and (number != last + 1 or _CITES_RE.search(line[: found.start("gap")])):
                continue
            last = number
            if inside and CELL_SEPARATOR not in line and "|" not in line:
                seams.append(Edit(at + found.start("gap"), at + found.end("gap"), "\n"))
        at += len(line) + 1
    return seams


def _seams(text: str, style: str) -> tuple[list[Edit], list[Edit], int]:
    """Where items of a kind begin inside lines; of these the ones that go on with the line's own list; how many begin lines."""
    opens, inside = (
        re.compile(rf"[ ]*(?P<label>{style})"),
        re.compile(rf"(?<=[.;:!”)])(?P<gap>[ ]+)(?P<label>{style})"),
    )
    seams: list[Edit] = []
    following: list[Edit] = []
    at = begun = 0
    for line in text.split("\n"):
        if CELL_SEPARATOR not in line and "|" not in line:
            first = opens.match(line)
            begun += first is not None
            last = first["label"].strip() if first else ""
            for found in inside.finditer(line):
                seam = Edit(at + found.start("gap"), at + found.end("gap"), "\n")
                seams.append(seam)
                label = found["label"].strip()
                if last and _next(last, label):
                    following.append(seam)
                last = label if last else ""
        at += len(line) + 1
    return seams, following, begun


def _next(one: str, two: str) -> bool:
    """Whether a label comes right after another: "a)" and "b)", "1." and "2.", a dash and a dash."""
    if one in ("-", "–", "+"):
        return one == two
    if one[0].isdigit():
        numbers = [tuple(map(int, re.findall(r"\d+", label))) for label in (one, two)]
        return numbers[0][:-1] == numbers[1][:-1] and numbers[1][-1] == numbers[0][-1] + 1
    if one[0].islower():
        return one[0] in _LETTERS and _LETTERS.find(two[0]) - _LETTERS.find(one[0]) in (1, 2)
    return False
