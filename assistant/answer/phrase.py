"""A language model words the evidence; what it says is checked before anybody reads it.

Whatever goes wrong (refused, slow, broken off, nonsense), the extracted answer stands and a note says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer.cite import bold_words
from assistant.answer.llm import ModelFault, stream_text
from assistant.answer.verify import Evidence, split_answer, verify
from assistant.answer.wording import say
from assistant.model import Answer, Citation, Language
from assistant.settings import BadSetting, Settings
from prompts import load_prompt

__all__ = ["word_answer"]

MOST_CITED = 3
_MARK_RE = re.compile(r"\[\d+\]")
_NOTES: dict[str, tuple[str, str]] = {
    "failed": (
        "Mô hình ngôn ngữ không trả lời được; đây là câu trả lời trích từ văn bản.",
        "The language model gave no answer; this is the answer extracted from the text.",
    ),
    "dropped": (
        "Đã bỏ {n} câu của mô hình không có trong đoạn trích.",
        "Dropped {n} sentence(s) of the model that the passages do not bear out.",
    ),
    "replaced": (
        "Câu trả lời của mô hình không khớp văn bản; đây là câu trả lời trích từ văn bản.",
        "The model's answer does not match the text; this is the answer extracted from it.",
    ),
}


def _note(key: str, language: Language, **parts: object) -> str:
    return _NOTES[key][language == "en"].format(**parts)


def _numbered(citations: Sequence[Citation]) -> str:
    lines = []
    for number, cited in enumerate(citations, 1):
        words = f"{cited.plan_title}, {cited.section}: {cited.repaired or ' '.join(cited.quote.split())}"
        # The delimiters of the prompt must not be closed from inside a plan.
        lines.append(f'<evidence n="{number}">{re.sub(r"</?evidence[^>]*>", "", words)}</evidence>')
    return "\n".join(lines)


def word_answer(settings: Settings, extracted: Answer, question: str) -> Iterator[Answer]:
    """Word an extracted answer, yielding ever fuller verified versions; the final one comes last.

    A refusal is never reworded: what the plans do not tell, the model is not asked to find. Nor is an
    answer that is not certain, which would lose its warning, nor a list: a model that is asked to be short
    would leave items out.
    """
    if (
        extracted.status != "answered"
        or not extracted.sure
        or not 1 <= len(extracted.citations) <= MOST_CITED
        or "\n- " in extracted.text
    ):
        return
    evidence = [
        Evidence(number, c.repaired or c.quote, c.heading, c.plan_title, c.section)
        for number, c in enumerate(extracted.citations, 1)
    ]
    language = extracted.language
    rules = load_prompt("answer", language).fill(not_found=say("not_found", language))
    asked = load_prompt("question", language).fill(
        evidence=_numbered(extracted.citations), extracted=extracted.text, question=question
    )
    kept: list[str] = []
    dropped = 0
    text = ""
    done = 0
    try:
        for piece in stream_text(settings, [("system", rules), ("human", asked)]):
            text += piece
            sentences = split_answer(text)
            # The last one may still be growing.
            for sentence in sentences[done:-1]:
                dropped += not _keep(sentence, evidence, extracted, kept)
                done += 1
                if _agrees(kept, extracted, first=sentences[0]):
                    yield _worded(extracted, kept, ())
        for sentence in split_answer(text)[done:]:
            dropped += not _keep(sentence, evidence, extracted, kept)
    except ModelFault:
        yield replace(extracted, notes=(*extracted.notes, _note("failed", language)))
        return
    except BadSetting as exc:
        yield replace(extracted, notes=(*extracted.notes, str(exc)))
        return
    sentences = split_answer(text)
    if not sentences or not _agrees(kept, extracted, first=sentences[0]):
        yield replace(extracted, notes=(*extracted.notes, _note("replaced", extracted.language)))
        return
    notes = (_note("dropped", extracted.language, n=dropped),) if dropped else ()
    yield _worded(extracted, kept, notes)


def _keep(sentence: str, evidence: Sequence[Evidence], extracted: Answer, kept: list[str]) -> bool:
    fine = verify(sentence, evidence, extracted.language).fault is None
    if fine:
        kept.append(sentence)
    return fine


def _agrees(kept: Sequence[str], extracted: Answer, *, first: str) -> bool:
    """Whether the model's own first sentence was borne out, and what is left says all that stands in bold."""
    said = " ".join(_MARK_RE.sub("", sentence) for sentence in kept).replace("**", "").lower()
    wanted = bold_words(extracted.text)
    return kept[:1] == [first] and all(word.lower() in said for word in wanted)


def _worded(extracted: Answer, kept: Sequence[str], notes: tuple[str, ...]) -> Answer:
    return replace(extracted, text="\n\n".join(kept), notes=(*extracted.notes, *notes))
