"""When does what was read equal what was annotated? Comparisons of one found fact with one gold row.

Stated tolerances: letter case, spaces, dashes, quotation marks and Markdown marks do not count; an anchor must
occur in the quote or in the task; actors are equal by ``agency_key`` or by three fifths of their syllables.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ingest.facts.bodies.agencies import agency_key

__all__ = ["Found", "number_key", "path_fits", "plain", "same_actor", "same_date", "same_time", "value_key"]

SYLLABLES_ALIKE = 0.6
_TAG_RE = re.compile(r"<[^>]*>")
_MARK_RE = re.compile(r"[*_#|\\“”\"‘’'`]+")
_AGAIN_RE = re.compile(r"\s\(\d+\)")
_DASH_RE = re.compile(r"\s*[-–—]\s*")
_AT_LEAST = ("ít nhất", "tối thiểu", "trở lên", "từ")
_ABOVE = ("trên", "hơn", "vượt")
_BELOW = ("dưới", "không quá", "tối đa")


@dataclass(frozen=True, slots=True)
class Found:
    """A fact, section or citation as the program read it: its path, its words, its fields by name."""

    path: str
    words: str
    """The quote, the task and the heading, one after the other: where an anchor may occur."""
    fields: dict[str, str | None]

    def __str__(self) -> str:
        shown = " | ".join(f"{name}={value}" for name, value in self.fields.items() if value)
        return f"{self.path} | {shown} | «{plain(self.words)[:90]}»"


def plain(text: str | None) -> str:
    """Fold what never counts: case, marks of Markdown and HTML, spaces, kinds of dashes and quotation marks.

    >>> plain("**Sở  Nội vụ** – tỉnh")
    'sở nội vụ-tỉnh'
    """
    folded = unicodedata.normalize("NFC", text or "").lower()
    return " ".join(_DASH_RE.sub("-", _MARK_RE.sub("", _TAG_RE.sub(" ", folded))).split())


def path_fits(pattern: str, path: str) -> bool:
    """Tell whether ``pattern`` names ``path``: ``III.*`` (and below), ``annex/row`` (and below), ``A,B``, ``*``.

    >>> path_fits("III.*", "III.2.a"), path_fits("III.1", "III.2"), path_fits("annex/row", "annex/row 7")
    (True, False, True)
    """
    # a second section of the same number is told apart as "IV (2)"; "(1)" is the label of a point
    here = re.sub(r"[()]", "", _AGAIN_RE.sub("", path))
    for one in pattern.split(","):
        stem = one.strip().removesuffix(".*")
        below = one.strip().endswith(".*") and here.startswith((f"{stem}.", f"{stem}/"))
        row = stem.startswith("annex") and f"{here} ".startswith((f"{stem} ", f"{stem}.", f"{stem}/"))
        if one.strip() == "*" or here == stem or below or row:
            return True
    return False


def same_actor(names: str, actor: str | None) -> bool:
    """Tell whether ``actor`` is one of ``names`` (parted by ";").

    >>> same_actor("Sở Nội vụ; Ban Dân tộc", "SNV"), same_actor("UBND các xã", "UBND các huyện")
    (True, False)
    """
    if not actor:
        return False
    return any(_alike(name.strip(), actor) for name in names.split(";"))


def _alike(name: str, actor: str) -> bool:
    if plain(name) == plain(actor) or agency_key(name) == agency_key(actor):
        return True
    ours, theirs = set(re.findall(r"\w+", plain(name))), set(re.findall(r"\w+", plain(actor)))
    return len(ours & theirs) > SYLLABLES_ALIKE * len(ours | theirs)


def number_key(number: str | None) -> str:
    """A document number without spaces and case: "151 - KH/HU" is "151-kh/hu"."""
    return re.sub(r"\s", "", plain(number).replace("\N{EN DASH}", "-"))


def same_date(accepted: str, date: str | None) -> bool:
    """``accepted``: ISO dates parted by commas, "*" for any, "-" for none."""
    return accepted in {"", "*"} or any(one.strip() == (date or "-") for one in accepted.split(","))


def same_time(accepted: str, normalised: str | None) -> bool:
    """Tell whether a normalised time begins as one of ``accepted`` does (several moments joined by "+").

    >>> same_time("2023-06+2023-12,--06+--12", "--06,--12"), same_time("yearly", "yearly:--11-15")
    (True, True)
    """
    parts = (normalised or "").split(",")
    for one in accepted.split(","):
        wanted = one.strip().split("+")
        if len(wanted) == len(parts) and all(p.startswith(w) for p, w in zip(parts, wanted, strict=True)):
            return True
    return False


def value_key(value: str) -> tuple[str, tuple[str, ...]]:
    """Comparator and numbers of a target's value, however they are written.

    >>> value_key("95% trở lên") == value_key("ít nhất 95 %"), value_key("từ 01-02") == value_key("01 - 02")
    (True, True)
    >>> value_key("trên 85%") == value_key("85%")
    False
    """
    text = plain(value)
    numbers = tuple(
        n.replace(",", ".").lstrip("0") + ("%" if "%" in text else "")
        for n in re.findall(r"\d+(?:[.,]\d+)*", text)
    )
    if len(numbers) > 1:
        return "range", numbers
    kinds = ((">=", _AT_LEAST), ("<=", _BELOW), (">", _ABOVE))
    return next((sign for sign, words in kinds if any(word in text for word in words)), "="), numbers
