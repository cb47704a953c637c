"""The profile form's values, to and from a profile; no browser, no gradio.

In: what the page's form holds (text of every field, divisions as rows). Out: a UnitProfile, or every fault in
Vietnamese; and for the officer the list of what is not given and will stand as "[…]" in the draft.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from assistant.draft.unit.profile import UnitProfile, kinds
from assistant.draft.unit.profile_file import BadProfile, profile_from_yaml

__all__ = ["PLAIN", "faults_of", "missing_of", "profile_of", "values_of"]

PLAIN = (
    "name", "kind", "code", "parent", "place", "year", "authority", "signer_title", "signer", "gatherer",
    "report_lead_days", "short", "inner", "date", "parent_number", "parent_date",
)  # fmt: skip
"""Fields of one line each."""
_LISTS = ("field", "recipients", "aliases", "roles")
_SLOTS = (
    ("code", "code"),
    ("parent", "parent"),
    ("place", "place"),
    ("year", "year"),
    ("signer_title", "signer_title"),
    ("signer", "signer"),
    ("gatherer", "gatherer"),
    ("report_lead_days", "report_lead_days"),
)


def _text(values: Mapping[str, Any], name: str) -> str:
    return str(values.get(name) or "").strip()


def _rows(values: Mapping[str, Any]) -> list[dict[str, Any]]:
    rows = values.get("divisions")
    return [
        {"name": str(row["name"]).strip(), "duties": str(row.get("duties") or "")}
        for row in (rows if isinstance(rows, list) else [])
        if isinstance(row, Mapping) and str(row.get("name") or "").strip()
    ]


def profile_of(values: Mapping[str, Any]) -> UnitProfile:
    """Read a profile from the form. Raises BadProfile with every fault.

    >>> profile_of({"name": "Sở Nội vụ", "kind": "department", "divisions": [{"name": "Văn phòng", "duties": "báo cáo; tiếp dân"}]}).divisions[0].duties
    ('báo cáo', 'tiếp dân')
    """
    given: dict[str, Any] = {name: text for name in (*PLAIN, *_LISTS) if (text := _text(values, name))}
    if rows := _rows(values):
        given["divisions"] = rows
    return profile_from_yaml(yaml.safe_dump(given, allow_unicode=True), "Hồ sơ đơn vị")


def values_of(profile: UnitProfile) -> dict[str, Any]:
    """Write a profile as the form shows it."""
    values: dict[str, Any] = {
        name: "" if getattr(profile, name) is None else str(getattr(profile, name)) for name in PLAIN
    }
    values |= {name: "; ".join(getattr(profile, name)) for name in ("field", "aliases", "roles")}
    values["recipients"] = "\n".join(profile.recipients)
    values["divisions"] = [{"name": d.name, "duties": "; ".join(d.duties)} for d in profile.divisions]
    return values


def missing_of(values: Mapping[str, Any]) -> list[str]:
    """Names of the fields left open that will stand as "[…]" in the draft.

    >>> missing_of({"name": "UBND xã A", "kind": "commune", "code": "UBND", "place": "xã A", "year": "2026"})
    ['signer_title', 'signer', 'gatherer', 'report_lead_days', 'divisions']
    """
    kind = kinds().get(_text(values, "kind"))
    found = [name for name, field in _SLOTS if not _text(values, field)]
    if kind is not None and kind.area and "parent" in found:
        # A people's committee of a place heads its own letter.
        found.remove("parent")
    return found if _rows(values) else [*found, "divisions"]


def faults_of(values: Mapping[str, Any], words: Mapping[str, str]) -> str:
    """What keeps the form from being a profile, by the labels of the form, or "".

    >>> from assistant.web.draft_texts import draft_words
    >>> faults_of({"name": "Sở Nội vụ", "kind": "department", "year": "26"}, draft_words("vi"))
    '“Năm kế hoạch” là 26: cần một năm từ 1990 đến 2100.'
    """
    try:
        profile_of(values)
    except BadProfile as error:
        told = (
            words["kind_fault"]
            if fault.field == "kind"
            else f"“{words.get(f'field_{fault.field}', fault.field)}” {fault.what}"
            for fault in error.faults
        )
        return "; ".join(told) + "." if error.faults else str(error)
    return ""
