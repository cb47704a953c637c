"""Precision, recall and F1 of what was read against gold rows, each kind by its own comparison.

A gold row and a found fact are paired one to one, as many as can be. What is left over counts as false
unless a row excuses it: an optional row, or a task that was only split finer than in the gold.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from eval.reading_gold import GoldRow
from eval.reading_match import (
    Found,
    number_key,
    path_fits,
    plain,
    same_actor,
    same_date,
    same_time,
    value_key,
)

__all__ = ["JUDGES", "Outcome", "compare", "compare_counts", "compare_head"]

LONGEST_TITLE_LEAD = 8
Judge = Callable[[GoldRow, Found], bool]


@dataclass(slots=True)
class Outcome:
    """Counts, and what was missed or wrongly found, for one kind."""

    right: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was found."""
        found = self.right + len(self.false)
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found; 1 where nothing is there."""
        there = self.right + len(self.missed)
        return self.right / there if there else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add(self, other: Outcome) -> None:
        """Add another document's counts."""
        self.right += other.right
        self.missed += other.missed
        self.false += other.false


def compare(rows: Sequence[GoldRow], found: Sequence[Found], fits: Judge, excuses: Judge) -> Outcome:
    """Pair required rows with found facts one to one (as many pairs as possible), then judge the rest."""
    required = [row for row in rows if not row.optional]
    edges = [[i for i, one in enumerate(found) if fits(row, one)] for row in required]
    owner: dict[int, int] = {}

    def place(row: int, seen: set[int]) -> bool:
        for one in edges[row]:
            if one not in seen:
                seen.add(one)
                if one not in owner or place(owner[one], seen):
                    owner[one] = row
                    return True
        return False

    paired = [place(row, set()) for row in range(len(required))]
    missed = [str(row) for row, ok in zip(required, paired, strict=True) if not ok]
    spare = (one for i, one in enumerate(found) if i not in owner)
    false = [str(one) for one in spare if not any(excuses(row, one) for row in rows)]
    # one wrong sentence that was split into clauses is one error
    return Outcome(sum(paired), missed, list(dict.fromkeys(false)))


def compare_counts(rows: Sequence[GoldRow], counts: dict[str, int]) -> Outcome:
    """Compare bullets by section: the smaller count is right, the difference missed or false.

    Those of an annex count only where they were annotated.
    """
    outcome, wanted = Outcome(), {row.cells[0]: row.cells[1] for row in rows}
    for path in sorted(wanted.keys() | counts.keys()):
        if wanted.get(path) == "?" or (path.startswith("annex") and path not in wanted):
            continue
        gold, ours = int(wanted.get(path, "0")), counts.get(path, 0)
        outcome.right += min(gold, ours)
        outcome.missed += [f"{path}: {gold} dấu đầu dòng, đọc được {ours}"] * max(gold - ours, 0)
        outcome.false += [f"{path}: {gold} dấu đầu dòng, đọc được {ours}"] * max(ours - gold, 0)
    return outcome


def compare_head(rows: Sequence[GoldRow], fields: dict[str, str | None], parents: Sequence[str]) -> Outcome:
    """Compare the letterhead field by field, and the numbers of the parents one by one."""
    outcome = Outcome()
    for name, accepted in (row.cells for row in rows):
        if name == "parents":
            _parents(outcome, accepted, parents)
            continue
        value = fields.get(name)
        if _field_fits(name, accepted, value):
            outcome.right += value is not None
        else:
            outcome.missed += (
                [f"{name}: {accepted} (đọc: {value})"] if "-" not in accepted.split("; ") else []
            )
            outcome.false += [f"{name}: {value} (đúng: {accepted})"] if value is not None else []
    return outcome


def _field_fits(name: str, accepted: str, value: str | None) -> bool:
    if plain(value) == plain(accepted):
        return value is not None
    return any(_one_fits(name, one, value) for one in accepted.split("; "))


def _one_fits(name: str, one: str, value: str | None) -> bool:
    if one == "-" or value is None:
        return one == "-" and value is None
    ours = plain(value)
    if name == "title":
        head, _, tail = one.partition(" ... ")
        # "V/v" in front and a full stop behind may be kept or dropped
        return 0 <= ours.find(plain(head)) < LONGEST_TITLE_LEAD and ours.rstrip(".").endswith(plain(tail))
    if name == "issuer":
        return same_actor(one, value)
    if name == "signer_authority":
        return ours.startswith(plain(one))
    return ours.endswith(plain(one)) if name == "signer_title" else ours == plain(one)


def _parents(outcome: Outcome, accepted: str, parents: Sequence[str]) -> None:
    names = [name.strip() for name in accepted.split(",") if name.strip() != "-"]
    wanted = {number_key(name) for name in names if not name.startswith("?")}
    spared = {number_key(name[1:]) for name in names if name.startswith("?")}
    ours = {number_key(name) for name in parents}
    outcome.right += len(wanted & ours)
    outcome.missed += [f"parents: {number}" for number in sorted(wanted - ours)]
    outcome.false += [f"parents: {number}" for number in sorted(ours - wanted - spared)]


def _has(words: str, anchors: str) -> bool:
    return any(plain(anchor) in plain(words) for anchor in anchors.split(" or "))


def _section_fits(row: GoldRow, one: Found) -> bool:
    path, kind, anchor = row.cells
    heading = one.fields.get("heading")
    kind_fits = kind == "x" or (kind == "h") == bool(heading)
    return path_fits(path, one.path) and kind_fits and plain(one.words).startswith(plain(anchor))


def _role_fits(roles: str, role: str | None) -> bool:
    return roles == "*" or (roles == "soft" and role != "lead") or role in roles.split(",")


def _assignment_fits(row: GoldRow, one: Found) -> bool:
    path, roles, names, anchors = row.cells
    right = path_fits(path, one.path) and _role_fits(roles, one.fields["role"])
    return right and same_actor(names, one.fields["actor"]) and _has(one.words, anchors)


def _assignment_excused(row: GoldRow, one: Found) -> bool:
    path, roles, names, _ = row.cells
    if not path_fits(path, one.path) or not (names == "*" or same_actor(names, one.fields["actor"])):
        return False
    # a further clause of an actor whose stronger role stands in the same place
    weaker = not row.optional and one.fields["role"] == "responsible"
    return weaker or _role_fits(roles, one.fields["role"])


def _deadline_fits(row: GoldRow, one: Found) -> bool:
    path, when, times, what = row.cells
    right = path_fits(path, one.path) and same_time(times, one.fields["normalised"])
    return right and _has(one.words, when) and _has(one.words, what)


def _target_fits(row: GoldRow, one: Found) -> bool:
    path, value, subject = row.cells
    same = value_key(value) == value_key(one.fields["value"] or "")
    return same and path_fits(path, one.path) and _has(one.words, subject)


def _optional_place(row: GoldRow, one: Found) -> bool:
    path, words = row.cells[:2]
    return row.optional and path_fits(path, one.path) and (words == "*" or _has(one.words, words))


def _reference_fits(row: GoldRow, one: Found) -> bool:
    types, numbers, dates, issuer, title = row.cells
    ours = one.fields
    if types != "*" and plain(ours["type"]) not in {plain(name) for name in types.split(";")}:
        return False
    if numbers != "*" and number_key(ours["number"]) not in _numbers(numbers):
        return False
    if title not in {"", "*"} and not _has(one.words, title):
        return False
    return same_date(dates, ours["date"]) and (
        issuer in {"", "*", "-"} or _same_issuer(issuer, ours["issuer"])
    )


def _numbers(numbers: str) -> set[str]:
    return {"" if name.strip() == "-" else number_key(name) for name in numbers.split(";")}


def _same_issuer(issuer: str, ours: str | None) -> bool:
    gold, read = _agency_words(issuer), _agency_words(ours)
    return bool(read) and (same_actor(issuer, ours) or gold in read or read in gold)


def _agency_words(name: str | None) -> str:
    """An issuer's name with the commonest short form spelled out."""
    return plain(name).replace("ubnd", "ủy ban nhân dân").replace("uỷ", "ủy")


def _reference_excused(row: GoldRow, one: Found) -> bool:
    return row.optional and _reference_fits(row, one)


def _same_section(row: GoldRow, one: Found) -> bool:
    return row.optional and path_fits(row.cells[0], one.path)


JUDGES: dict[str, tuple[Judge, Judge]] = {
    "sections": (_section_fits, _same_section),
    "assignments": (_assignment_fits, _assignment_excused),
    "leads": (_assignment_fits, _assignment_excused),
    "deadlines": (_deadline_fits, _optional_place),
    "targets": (_target_fits, _optional_place),
    "references": (_reference_fits, _reference_excused),
}
"""How each kind is compared, and what excuses a find that no gold row asked for."""
