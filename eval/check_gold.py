"""Check a gold file by program: `python -m eval.check_gold [FILE]`.

Every evidence quote must occur word for word (spaces aside) in the plan it names. Samples are read from their
source texts, those of ``eval/data/libraries`` as they are, Word and PDF files among them as the reader of plans
extracts them; the seeds and plans only where the folder ../shared lies beside the project.
"""

from __future__ import annotations

import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from assistant.samples.markup import parse_sample, plain_text
from eval.gazette import gazette_texts
from eval.gold import GoldQuestion, read_gold
from ingest.pipeline import read_plan

__all__ = ["count_gold", "file_text", "gold_problems", "plan_texts"]

ROOT = Path(__file__).resolve().parents[1]
SAID_NOT_READ = frozenset({"blank", "count", "yesno"})
READ_OUT = frozenset({".docx", ".pdf"})
GOLD = ROOT / "eval" / "data" / "answers.jsonl"


def _words(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def file_text(path: Path) -> str:
    """What stands in a file; a Word or PDF file has no text of its own but what is read out of it."""
    if path.suffix in READ_OUT:
        return read_plan(path).source.original
    return path.read_text(encoding="utf-8")


def plan_texts(shared: Path) -> dict[str, str]:
    """The texts that quotes are checked against, by file name; those of ../shared only if it is there."""
    texts = {}
    for source in (ROOT / "assistant" / "samples" / "source").glob("*.txt"):
        name = parse_sample(source.read_text(encoding="utf-8")).fields["file"]
        texts[name] = _words(plain_text(source))
    written = (ROOT / "eval" / "data" / "libraries").glob("*/*.*")
    for path in (*written, *shared.glob("seeds/*.txt"), *shared.glob("plans/*.md")):
        texts[path.name] = _words(file_text(path))
    gazette = gazette_texts(source=shared / "data" / "legal-articles" / "gazette-docs.jsonl.gz")
    texts |= {name: _words(text) for name, text in gazette.items()}
    return texts


def _evidence_problems(item: GoldQuestion, texts: dict[str, str]) -> Iterable[str]:
    for piece in item.evidence:
        if piece.plan not in texts:
            if item.collection == "samples" or any(name.startswith("000_") for name in texts):
                yield f"{item.id}: there is no plan {piece.plan}"
        elif _words(piece.quote) not in texts[piece.plan]:
            yield f"{item.id}: not in {piece.plan}: {piece.quote!r}"


def _answer_problems(item: GoldQuestion, texts: dict[str, str]) -> Iterable[str]:
    """An accepted answer must stand in a plan that the evidence names; what only an officer says is spared."""
    cited = " ".join(texts[piece.plan] for piece in item.evidence if piece.plan in texts).casefold()
    if item.kind in SAID_NOT_READ or not cited:
        return
    for group in item.accept:
        if not any(_words(answer).casefold() in cited for answer in group):
            yield f"{item.id}: no answer of {group[:3]} stands in the plans it cites"


def _balance_problems(items: tuple[GoldQuestion, ...]) -> Iterable[str]:
    by_split = Counter(item.split for item in items)
    if len(by_split) < 2:  # a set that is only tuned on, or only reported
        return
    if abs(by_split["dev"] - by_split["test"]) > len(items) * 0.04:
        yield f"the halves are not balanced: {dict(by_split)}"
    for kind in {item.kind for item in items}:
        halves = Counter(item.split for item in items if item.kind == kind)
        if abs(halves["dev"] - halves["test"]) > 3:
            yield f"{kind}: not balanced between the halves: {dict(halves)}"


def gold_problems(items: tuple[GoldQuestion, ...], texts: dict[str, str]) -> tuple[str, ...]:
    """What is wrong with the questions, as sentences; empty when all is well."""
    problems = [problem for item in items for problem in _evidence_problems(item, texts)]
    problems += [problem for item in items for problem in _answer_problems(item, texts)]
    asked = Counter((item.question.casefold(), item.history, item.collection) for item in items)
    problems += [f"asked twice: {question}" for (question, _, _), times in asked.items() if times > 1]
    return (*problems, *_balance_problems(items))


def count_gold(items: tuple[GoldQuestion, ...]) -> dict[str, Counter[str]]:
    """How many questions of each kind, language, split, collection and status there are."""
    fields = ("kind", "language", "split", "collection", "status")
    return {field: Counter(getattr(item, field) for item in items) for field in fields}


def main(path: Path = GOLD) -> int:
    """Print the counts and the problems; 0 when there are none."""
    items = read_gold(path)
    for field, counts in count_gold(items).items():
        print(f"{field}: " + ", ".join(f"{name} {times}" for name, times in counts.most_common()))
    problems = gold_problems(items, plan_texts(ROOT.parent / "shared"))
    print(*problems, sep="\n")
    print(f"{len(items)} questions, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
