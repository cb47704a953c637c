"""A language model words a draft, section by section; what it says is checked before it stands.

In: a rule-made Draft. Out: the same Draft with some paragraphs worded better. Each paragraph goes to the model
under its number with the parent's words beside it, and comes back under that number. What is refused, left
out or broken off stays as the rules made it, and the paragraph says so (``Wording``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answer.worded.llm import ModelFault, stream_text
from assistant.draft.model import SLOT, Draft, Paragraph, Wording
from assistant.draft.unit.profile import UnitProfile
from assistant.draft.wording_check import FAULTS, find_fault
from assistant.settings import BadSetting, Settings
from prompts import load_prompt

__all__ = ["Progress", "read_wordings", "word_draft"]

MOST_PARAGRAPHS, MOST_LETTERS = 6, 2_800
"""Of one request: small models lose the thread of more."""
MOST_FAULTS = 2
"""Requests that may fail one after the other before the model is left alone."""
_MARK_RE = re.compile(r"(?m)^[ \t>*-]*\[(\d{1,3})\][ \t]*")
_TAG_RE = re.compile(r"</?\s*(?:paragraph|parent|draft)[^>]*>", re.IGNORECASE)
_REASONS = {
    "unreachable": "không kết nối được máy chủ của mô hình",
    "refused": "máy chủ từ chối khóa truy cập",
    "unknown_model": "máy chủ không có mô hình này",
    "server": "máy chủ báo lỗi",
    "timeout": "quá thời gian chờ",
    "cut_off": "câu trả lời bị ngắt giữa chừng",
    "endless": "câu trả lời dài bất thường",
}
_HOPELESS = {"unreachable", "refused", "unknown_model"}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the model is: requests done of all, the section in work, and the draft so far."""

    done: int
    total: int
    section: str
    draft: Draft


def _wordable(paragraph: Paragraph) -> bool:
    """Only what has the parent's words behind it; slots and headings are the program's own."""
    return (
        paragraph.kind in {"text", "item", "bullet"}
        and bool(paragraph.sources)
        and SLOT not in paragraph.text
        and len(paragraph.text.split()) >= 8
    )


def _requests(draft: Draft) -> list[tuple[str, list[int]]]:
    """Places of the paragraphs to word, request by request, each with the heading they stand under."""
    found: list[tuple[str, list[int]]] = []
    heading, letters = "", 0
    for place, paragraph in enumerate(draft.paragraphs):
        if paragraph.kind == "heading" and paragraph.level <= 2:
            if paragraph.level == 1:
                heading = f"{paragraph.label} {paragraph.text}"
            letters = MOST_LETTERS
        if not _wordable(paragraph):
            continue
        letters += len(paragraph.text)
        if letters > MOST_LETTERS or not found or len(found[-1][1]) >= MOST_PARAGRAPHS:
            found.append((heading, []))
            letters = len(paragraph.text)
        found[-1][1].append(place)
    return found


def _messages(
    draft: Draft, section: str, places: Sequence[int], profile: UnitProfile
) -> list[tuple[str, str]]:
    parts = []
    for number, place in enumerate(places, 1):
        paragraph = draft.paragraphs[place]
        # The delimiters of the prompt must not be closed from inside a plan.
        parent = _TAG_RE.sub("", " ".join(" ".join(s.quote.split()) for s in paragraph.sources))
        made = _TAG_RE.sub("", paragraph.text)
        parts.append(
            f'<paragraph n="{number}">\n<parent>{parent}</parent>\n<draft>{made}</draft>\n</paragraph>'
        )
    asked = load_prompt("section", "vi").fill(unit=profile.name, section=section, paragraphs="\n".join(parts))
    return [("system", load_prompt("draft", "vi").fill()), ("human", asked)]


def read_wordings(text: str, *, whole: bool) -> dict[int, list[str]]:
    r"""Read what the model wrote under each number; a stream that broke off loses its last paragraph.

    >>> read_wordings("[1] Một.\n[2] Hai.\n[3] B", whole=False)
    {1: ['Một.'], 2: ['Hai.']}
    """
    marks = list(_MARK_RE.finditer(text))
    ends = [*(mark.start() for mark in marks[1:]), len(text)][: len(marks)]
    found: dict[int, list[str]] = {}
    for mark, end in list(zip(marks, ends, strict=True))[: None if whole else -1]:
        words = " ".join(text[mark.end() : end].replace("**", "").split())
        found.setdefault(int(mark[1]), []).append(words)
    return found


def _worded(paragraph: Paragraph, said: Sequence[str], profile: UnitProfile, year: int | None) -> Paragraph:
    if not said or not said[0]:
        return replace(paragraph, wording=Wording("rules", "", FAULTS["missing"]))
    if len(said) > 1:
        return replace(paragraph, wording=Wording("rules", said[0], FAULTS["twice"]))
    close = paragraph.text[-1:] if paragraph.text[-1:] in ".;:" else ""
    words = said[0].rstrip(" .;:") + close
    if words == paragraph.text:
        return paragraph
    fault = find_fault(words, paragraph, profile, year)
    if fault:
        return replace(paragraph, wording=Wording("rules", words, FAULTS.get(fault, fault)))
    return replace(
        paragraph,
        text=words,
        action="narrowed" if paragraph.action == "kept" else paragraph.action,
        changes=(*paragraph.changes, "mô hình ngôn ngữ diễn đạt lại"),
        wording=Wording("model", paragraph.text),
    )


def _ask(
    settings: Settings, messages: list[tuple[str, str]]
) -> tuple[dict[int, list[str]], ModelFault | None]:
    text = ""
    try:
        for piece in stream_text(settings, [("system", messages[0][1]), ("human", messages[1][1])]):
            text += piece
    except ModelFault as fault:
        return read_wordings(text, whole=False), fault
    return read_wordings(text, whole=True), None


def word_draft(
    settings: Settings, draft: Draft, profile: UnitProfile, parent_year: int | None
) -> Iterator[Progress]:
    """Word a draft, yielding the draft after each request; the last one also tells in its warnings how it went.

    Never raises for the model's sake: with no model at all the draft comes back as it was, with a warning.
    """
    requests = _requests(draft)
    total, failed, trouble = len(requests), 0, ""
    for done, (section, places) in enumerate(requests):
        yield Progress(done, total, section, draft)
        try:
            said, fault = _ask(settings, _messages(draft, section, places, profile))
        except BadSetting as exc:
            trouble = str(exc)
            break
        paragraphs = list(draft.paragraphs)
        for number, place in enumerate(places, 1):
            if fault is None or number in said:
                paragraphs[place] = _worded(paragraphs[place], said.get(number, ()), profile, parent_year)
            else:
                why = _REASONS[fault.reason]
                paragraphs[place] = replace(paragraphs[place], wording=Wording("rules", "", why))
        draft = replace(draft, paragraphs=tuple(paragraphs))
        failed = failed + 1 if fault else 0
        if fault:
            trouble = f"Mô hình ngôn ngữ: {_REASONS[fault.reason]}."
            if fault.reason in _HOPELESS or failed >= MOST_FAULTS:
                break
    yield Progress(total, total, "", replace(draft, warnings=(*draft.warnings, *_notes(draft, trouble))))


def _notes(draft: Draft, trouble: str) -> list[str]:
    asked = [p for p in draft.paragraphs if p.wording]
    worded = sum(p.wording is not None and p.wording.by == "model" for p in asked)
    notes = [trouble] if trouble else []
    if worded:
        notes.append(f"Mô hình ngôn ngữ diễn đạt {worded} đoạn; mỗi đoạn đã được đối chiếu với cấp trên.")
    if len(asked) > worded:
        notes.append(
            f"{len(asked) - worded} đoạn giữ câu do chương trình viết vì câu của mô hình không dùng được."
        )
    if not asked and not trouble:
        notes.append("Mô hình ngôn ngữ không đổi câu nào của dự thảo.")
    return notes
