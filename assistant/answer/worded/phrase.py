"""A language model words the evidence; what it says is checked before anybody reads it.

Whatever goes wrong (refused, slow, broken off, nonsense), the extracted answer stands and a note says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answer.cite import bold_words
from assistant.answer.worded.llm import ModelFault, stream_text
from assistant.answer.worded.verify import Evidence, split_answer, verify
from assistant.answer.wording import say
from assistant.model import Answer, Citation, Language
from assistant.settings import BadSetting, Settings
from prompts import load_prompt

__all__ = ["read_places", "word_answer"]

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


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a model has said so far: its sentences that the passages bear out, and how many they do not."""

    kept: tuple[str, ...]
    dropped: int
    opens: bool
    """Whether its own first sentence, the short answer, is among those kept."""
    whole: bool
    """Whether it has ended."""


def word_answer(settings: Settings, extracted: Answer, question: str) -> Iterator[Answer]:
    """Word an answer that is certain, yielding ever fuller verified versions; the final one comes last.

    A list is left as it is: a model that is asked to be short would leave items out.
    """
    if not 1 <= len(extracted.citations) <= MOST_CITED or "\n- " in extracted.text:
        return
    asked = load_prompt("question", extracted.language).fill(
        evidence=_numbered(extracted.citations), extracted=extracted.text, question=question
    )
    for spoken in _hear(settings, extracted, extracted.citations, asked):
        if isinstance(spoken, Answer):
            yield spoken
        elif spoken.opens and _agrees(spoken.kept, extracted):
            notes = (_note("dropped", extracted.language, n=spoken.dropped),) if spoken.dropped else ()
            yield _worded(extracted, spoken.kept, notes if spoken.whole else ())
        elif spoken.whole:
            yield replace(extracted, notes=(*extracted.notes, _note("replaced", extracted.language)))


def read_places(settings: Settings, extracted: Answer, question: str) -> Iterator[Answer]:
    """Let the model read the places of an answer that is not certain, or of a refusal, and say what they tell.

    What it says and the passages bear out is shown with a warning: it is in their words, but whether it answers the
    question no program can check. What the program extracted stays above where the model says something else, and
    alone where it finds that the places do not tell.
    """
    places = (*extracted.citations, *extracted.elsewhere)
    if not places or "\n- " in extracted.text:
        return
    language = extracted.language
    asked = load_prompt("places", language).fill(evidence=_numbered(places), question=question)
    for spoken in _hear(settings, extracted, places, asked):
        if isinstance(spoken, Answer):
            yield spoken
        elif spoken.whole and spoken.opens:
            told = (say("model_reads", language), *spoken.kept)
            differs = extracted.status == "answered" and not _agrees(spoken.kept, extracted)
            text = "\n\n".join((extracted.text, *told) if differs else told)
            yield replace(extracted, status="answered", sure=False, text=text, citations=places, elsewhere=())


def _hear(
    settings: Settings, extracted: Answer, passages: Sequence[Citation], asked: str
) -> Iterator[Spoken | Answer]:
    """Ask the model and hold each sentence to the passages as it ends; a fault ends in the extracted answer."""
    language = extracted.language
    rules = load_prompt("answer", language).fill(not_found=say("not_found", language))
    evidence = [
        Evidence(number, c.repaired or c.quote, c.heading, c.plan_title, c.section)
        for number, c in enumerate(passages, 1)
    ]
    kept: list[str] = []
    text, done = "", 0

    def weigh(sentences: Sequence[str], *, whole: bool) -> Spoken:
        kept.extend(s for s in sentences[done:] if verify(s, evidence, language).fault is None)
        opens = bool(kept) and kept[0] == sentences[0]
        return Spoken(tuple(kept), len(sentences) - len(kept), opens, whole)

    try:
        for piece in stream_text(settings, [("system", rules), ("human", asked)]):
            text += piece
            ended = split_answer(text)[:-1]  # The last one may still be growing.
            if len(ended) > done:
                yield weigh(ended, whole=False)
                done = len(ended)
        yield weigh(split_answer(text), whole=True)
    except ModelFault:
        yield replace(extracted, notes=(*extracted.notes, _note("failed", language)))
    except BadSetting as exc:
        yield replace(extracted, notes=(*extracted.notes, str(exc)))


def _agrees(kept: Sequence[str], extracted: Answer) -> bool:
    """Whether what is left says all that stands in bold."""
    said = " ".join(_MARK_RE.sub("", sentence) for sentence in kept).replace("**", "").lower()
    return all(word.lower() in said for word in bold_words(extracted.text))


def _worded(extracted: Answer, kept: Sequence[str], notes: tuple[str, ...]) -> Answer:
    return replace(extracted, text="\n\n".join(kept), notes=(*extracted.notes, *notes))
